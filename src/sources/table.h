/* SPDX-License-Identifier: MIT */
/*
 * table.h: a CSV file as a header and rows with their places. libcsv lives in table.c.
 *
 * Strict (CSV_STRICT | CSV_STRICT_FINI): an unterminated quote is a finding at the line of the
 * opening quote, never a field that swallows the file. The delimiter (comma, semicolon, tab) is
 * read off the header. A BOM at offset 0 is taken off; windows-874 and UTF-16 are decoded and
 * told; a NUL, bytes of no such encoding, an .xlsx or an HTML page named .csv, a file, row or
 * field above its limit, a missing header or one of ours that is repeated, rows that end in
 * different ways are findings, and NULL comes back.
 * A row with more cells than the header is a finding and left out (empty ones at its end do
 * not count; after a hundred such rows the file is given up); one with fewer is filled
 * with empty cells, unless the file ends within it; rows of empty cells only are passed over but
 * counted. A column without a header is told when it has data and is never read.
 */
#ifndef ATTALAK_SOURCES_TABLE_H
#define ATTALAK_SOURCES_TABLE_H

#include "base/diag.h"
#include "base/list.h"
#include "base/str.h"

enum {
    TABLE_FILE_MAX = 64 * 1024 * 1024,
    TABLE_ROW_MAX = 1024 * 1024,
    TABLE_FIELD_MAX = 256 * 1024,
    TABLE_COLUMNS_MAX = 400,
    TABLE_ROWS_MAX = 1 << 20,  /* as many as Excel can hold */
    TABLE_CELLS_MAX = 1 << 24, /* rows × columns, since short rows are filled */
};

struct table_row {
    unsigned line;           /* physical line where the row starts */
    unsigned row;            /* as the sheet numbers it: from 1, the header and blank rows counted */
    const struct str *cells; /* header_count of them, raw (newlines as LF) */
};

struct table {
    struct str file;
    const struct str *headers; /* blanks at the ends and newlines in it folded to one blank */
    size_t header_count;
    unsigned header_line, header_row; /* where they stand: titles may be above them */
    struct LIST_OF(struct table_row) rows;
};

/* What the caller looks for, so that titles above the header and columns that nobody reads do
 * no harm. */
struct table_hint {
    bool (*knows)(const void *context, struct str header, struct arena *scratch);
    const void *context;
};

/* NULL when refused. Without a hint the first row is the header and all of it is read. */
const struct table *table_parse(struct str file, struct str bytes, const struct table_hint *hint,
                                struct arena *arena, struct diags *diags);

/* Where a cell is. */
struct pos table_pos(const struct table *table, const struct table_row *row, size_t column);

/* "#REF!", "#N/A", "Loading...", "????" instead of a value: complains, and gives false. For the
 * cells that a loader takes; a failed formula in a column that nobody reads does no harm. */
bool table_check_cell(const struct table *table, const struct table_row *row, size_t column,
                      struct diags *diags);

#endif
