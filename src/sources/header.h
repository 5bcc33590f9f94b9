/* SPDX-License-Identifier: MIT */
/*
 * header.h: what a table's first row tells: how the file is cut, and what its columns are called.
 * Only table.c uses it.
 */
#ifndef ATTALAK_SOURCES_HEADER_H
#define ATTALAK_SOURCES_HEADER_H

#include "sources/table.h"

struct header_form {
    char delimiter; /* , ; or tab */
    char strange;   /* a delimiter we do not take, or 0 */
    char row_end;   /* the byte that ends a row for libcsv: CR also when LF follows */
    char line_end;  /* the byte that ends a line */
};

/* Reads the first row only: what a cell further down holds must not change the answer. */
struct header_form header_sniff(struct str bytes);

/* Gives `table` its headers, or complains: one that is empty, repeated, or holds controls. */
bool header_check(struct table *table, const struct str *cells, size_t count, struct pos pos,
                  struct arena *arena, struct diags *diags);

/* Complains of a column (counted from 1) that has data but no header. Always false. */
bool header_refuse_unnamed(size_t column, struct pos header, struct arena *arena,
                           struct diags *diags);

#endif
