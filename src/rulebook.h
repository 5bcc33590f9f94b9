/* SPDX-License-Identifier: MIT */
/*
 * rulebook.h: every rule of every room in one list, with an example of each.
 *
 * `attalak check --rules` lists it, `attalak check --explain RULE` prints one rule of it, and
 * the page "กฎการตรวจ" of the site shows it all: the same texts in each.
 */
#ifndef ATTALAK_RULEBOOK_H
#define ATTALAK_RULEBOOK_H

#include "options.h"

struct rulebook rulebook_make(struct arena *arena);

/* A line per rule: its id, severity and problem. An exit code. */
int rulebook_list(enum diag_lang lang);

/* All that is known of one rule; an unknown id gets the nearest ones, and EXIT_USAGE_ERROR. */
int rulebook_explain(struct str id, enum diag_lang lang);

#endif
