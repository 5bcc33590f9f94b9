/* SPDX-License-Identifier: MIT */
/*
 * excerpt.h: the line that a finding speaks of, as it stands in the file.
 *
 * Only of YAML and Markdown, which people read by lines; a sheet's row may hold what was never
 * meant to be seen. Files are read when the report is made, each once.
 */
#ifndef ATTALAK_EXCERPT_H
#define ATTALAK_EXCERPT_H

#include "base/diag.h"

/* One text for each finding, empty where there is no line. `diags` is sorted, `content` an open
 * folder or -1. */
const struct str *excerpts_read(int content, const struct diags *diags, struct arena *arena);

/* A line for people: what cannot be seen made visible; a long one cut around the column (in
 * code points from 1; 0: none), never inside a letter with its marks. */
struct str excerpt_of(struct str line, unsigned column, struct arena *arena);

#endif
