/* SPDX-License-Identifier: MIT */
/*
 * nesting.h: how deep a line of Markdown may nest, told before cmark sees it.
 *
 * Debian 12's cmark 0.30.2 is quadratic in the depth of block quotes and lists
 * (CVE-2023-24824: 64 KiB of "- - - …" take 9.6 s). This is an upper bound, not a parse: a new
 * container needs a marker on its line, an open one needs ">" or two columns of indentation to
 * go on, so a line's depth is at most its markers plus the smaller of half its indentation and
 * the deepest line before.
 */
#ifndef ATTALAK_SOURCES_NESTING_H
#define ATTALAK_SOURCES_NESTING_H

#include "base/str.h"

/* The depth of `line`; `deepest` is the largest so far, updated. Stops counting above `limit`. */
size_t nesting_count(struct str line, size_t limit, size_t *deepest);

/* The first line of `text` with its end: LF, CR LF or CR, as cmark sees lines. */
struct str nesting_line(struct str text);

#endif
