/* SPDX-License-Identifier: MIT */
/*
 * header.h: what a table's first rows tell: how the file is cut, which row is the header, and what
 * its columns are called. Only table.c uses it.
 */
#ifndef ATTALAK_SOURCES_HEADER_H
#define ATTALAK_SOURCES_HEADER_H

#include "sources/table.h"

struct header_form {
    char delimiter; /* , ; or tab */
    char strange;   /* a delimiter we do not take, or 0 */
    char row_end;   /* the byte that ends a row for libcsv: CR also when LF follows */
    char line_end;  /* the byte that ends a line */
    size_t at;      /* where the header's row begins; what is above it are titles */
};

/* Reads the first row only: what a cell further down holds must not change the answer. Unless
 * that row tells `hint` nothing: then the first twenty are asked, with each delimiter. */
struct header_form header_sniff(struct str bytes, const struct table_hint *hint,
                                struct arena *scratch);

/* The likeliest header row for a delimiter, and how many of its cells are known. */
struct header_place {
    size_t at;
    int known;
};
struct header_place header_survey(struct str bytes, char delimiter,
                                  const struct table_hint *hint, struct arena *scratch);

/* A header as it is compared and shown: runs of blanks and newlines are one blank. */
struct str header_fold(struct str raw, struct arena *arena);

/* Gives `table` its headers, or complains: one that holds controls, or that is known and stands
 * there twice: which of them is meant? */
bool header_check(struct table *table, const struct str *cells, size_t count,
                  const struct table_hint *hint, struct pos pos, struct arena *arena,
                  struct diags *diags);

/* Tells of a column (counted from 1) that has data but no header. */
void header_tell_unnamed(size_t column, struct pos header, struct arena *arena,
                         struct diags *diags);

#endif
