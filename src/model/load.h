/* SPDX-License-Identifier: MIT */
/*
 * load.h: content/ → struct site.
 *
 * Reads every file of content.md's tree beneath `root` (an open directory, file.h), in an
 * order of its own so that the result never depends on the directory's; YAML files and
 * tables are parsed by `threads` workers. What is wrong is a finding whose subject is the LAO
 * concerned, so that site_settle can hold back that entry and no other.
 *
 * Look-ups: province_by_code knows "36" and "chaiyaphum", district_by_code "3602" and
 * "chaiyaphum/ban-khwao"; walk the lists, not the maps. A list in a words file is a word per
 * item: "months.1". What an LAO's registry row or report has wrong is a warning that names it;
 * only what it says in its identity holds its entry back.
 *
 * Always gives a site, however poor; `usable` is false when there is nothing to build from (no
 * readable site.yaml, no provinces): exit code 2.
 */
#ifndef ATTALAK_MODEL_LOAD_H
#define ATTALAK_MODEL_LOAD_H

#include "model/model.h"

struct site_loaded {
    struct site *site;
    bool usable;
    bool read_failed; /* the system could not read a file: exit code 4, nothing is published */
};

struct site_loaded site_load(int root, unsigned threads, struct arena *arena,
                             struct diags *diags);

extern const struct rule model_rules[];
extern const size_t model_rule_count;

#endif
