/* SPDX-License-Identifier: MIT */
/*
 * problem.h: libyaml's sentences → our rules.
 *
 * libyaml tells its syntax errors apart by their words only; these are 0.2.5's, which Debian 12
 * pins. A sentence that is not in the table is still reported, as yaml.syntax.
 */
#ifndef ATTALAK_SOURCES_PROBLEM_H
#define ATTALAK_SOURCES_PROBLEM_H

#include "sources/rules.h"

struct problem {
    const char *begins;
    enum source_rule rule;
    bool opening; /* the finding belongs where the unclosed thing opens */
};

const struct problem *problem_find(const char *words); /* NULL: not in the table */

#endif
