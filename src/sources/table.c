/* SPDX-License-Identifier: MIT */
/*
 * libcsv reads, we count. The file is fed to it one physical line at a time, so that its
 * callbacks, which know no place, happen at a known line; lines that are blank between rows are
 * not fed at all (libcsv would drop them without a word, and the sheet's row numbers drift).
 * Feeding by line also bounds the memory: a row above its limit never reaches the parser.
 *
 * Cells are copied into one block as large as the file, since a cell is never longer than its
 * bytes in the file. Where a quote went wrong is found by a second look at the one row.
 */
#include "sources/table.h"

#include <csv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"
#include "sources/encoding.h"
#include "sources/header.h"
#include "sources/rules.h"

enum { WIDE_ROWS_MAX = 100, CELL_BLOCK = 4096 };

struct reader {
    struct table *table;
    struct str bytes;
    const struct table_hint *hint;
    struct header_form form;
    struct pos header;  /* where the header row is */
    size_t raw_headers; /* its cells, empty ones at the end included, as far as we read */
    bool unnamed[TABLE_COLUMNS_MAX], any_unnamed; /* not yet told of */
    bool titles;                                  /* rows above the header */
    struct str cells[TABLE_COLUMNS_MAX];
    size_t count, filled, beyond; /* cells of this row; not empty; the last one filled */
    unsigned line;                /* being fed */
    unsigned row, row_line;       /* of the row being read */
    size_t row_start;             /* offset of its line */
    bool row_ended;               /* within the line being fed */
    bool failed;
    size_t wide_rows;
    char *room; /* where the next cell's text goes */
    struct arena *arena;
    struct diags *diags;
};

static void fail(struct reader *reader, enum source_rule rule, struct pos pos, size_t value,
                 size_t first)
{
    if (!reader->failed)
        source_complain_number(reader->diags, rule, pos, value, first);
    reader->failed = true;
}

static struct pos row_pos(const struct reader *reader)
{
    return (struct pos){.file = reader->table->file, .line = reader->row_line,
                        .row = reader->row};
}

/* ---- cells and rows, called by libcsv ---- */

/* A copy in the block, CR LF and CR as LF. */
static struct str keep_cell(struct reader *reader, const char *bytes, size_t len)
{
    struct str cell = {reader->room, 0};
    if (!memchr(bytes, '\r', len)) {
        memcpy(reader->room, bytes, len);
        cell.len = len;
    } else {
        for (size_t i = 0; i < len; i++) {
            bool pair = bytes[i] == '\r' && i + 1 < len && bytes[i + 1] == '\n';
            if (!pair)
                reader->room[cell.len++] = bytes[i] == '\r' ? '\n' : bytes[i];
        }
    }
    reader->room += cell.len;
    return cell;
}

static void take_cell(void *bytes, size_t len, void *context)
{
    struct reader *reader = context;
    size_t column = reader->count++;
    if (len > TABLE_FIELD_MAX)
        fail(reader, RULE_CSV_FIELD_TOO_LONG, row_pos(reader), TABLE_FIELD_MAX, 0);
    if (len) {
        reader->filled++;
        reader->beyond = reader->count;
    }
    if (column < TABLE_COLUMNS_MAX)
        reader->cells[column] = len ? keep_cell(reader, bytes, len) : (struct str){0};
}

static void note_header(struct reader *reader)
{
    const struct table *table = reader->table;
    for (size_t i = 0; i < reader->raw_headers; i++) {
        reader->unnamed[i] = i >= table->header_count || !table->headers[i].len;
        reader->any_unnamed |= reader->unnamed[i];
    }
    if (reader->titles)
        source_complain_number(reader->diags, RULE_CSV_TITLE_ROWS, reader->header,
                               table->header_row - 1, 0);
}

static void take_header(struct reader *reader)
{
    reader->header = row_pos(reader);
    reader->table->header_line = reader->row_line;
    reader->table->header_row = reader->row;
    reader->raw_headers =
        reader->count < TABLE_COLUMNS_MAX ? reader->count : TABLE_COLUMNS_MAX;
    if (reader->beyond > TABLE_COLUMNS_MAX)
        fail(reader, RULE_CSV_TOO_MANY_COLUMNS, row_pos(reader), reader->beyond,
             TABLE_COLUMNS_MAX);
    else if (!header_check(reader->table, reader->cells, reader->beyond, reader->hint,
                           reader->header, reader->arena, reader->diags))
        reader->failed = true;
    else
        note_header(reader);
}

/* More cells than the header: a row that fell apart. */
static void refuse_wide(struct reader *reader)
{
    source_complain_number(reader->diags, RULE_CSV_ROW_TOO_WIDE, row_pos(reader),
                           reader->beyond, reader->table->header_count);
    reader->failed = ++reader->wide_rows == WIDE_ROWS_MAX;
}

static void keep_row(struct reader *reader)
{
    struct table *table = reader->table;
    size_t room = table->header_count;
    if (table->rows.count == TABLE_ROWS_MAX || (table->rows.count + 1) * room > TABLE_CELLS_MAX) {
        fail(reader, RULE_CSV_TOO_MANY_ROWS, row_pos(reader), TABLE_ROWS_MAX, TABLE_CELLS_MAX);
        return;
    }
    struct str *cells = arena_many(reader->arena, room, struct str);
    memcpy(cells, reader->cells,
           (reader->count < room ? reader->count : room) * sizeof(*cells));
    *list_push(&table->rows, reader->arena) =
        (struct table_row){reader->row_line, reader->row, cells};
}

static void tell_unnamed(struct reader *reader)
{
    for (size_t i = 0; i < reader->beyond; i++) {
        if (!reader->unnamed[i] || !reader->cells[i].len)
            continue;
        reader->unnamed[i] = false;
        header_tell_unnamed(i + 1, reader->header, reader->arena, reader->diags);
    }
}

static void settle_row(struct reader *reader)
{
    if (!reader->table->headers && reader->row_start < reader->form.at) {
        reader->titles = true;
    } else if (!reader->table->headers) {
        take_header(reader);
    } else if (reader->beyond > reader->raw_headers) {
        refuse_wide(reader);
    } else {
        if (reader->any_unnamed)
            tell_unnamed(reader);
        keep_row(reader);
    }
}

/* Excel and Google write every cell of every row, and a newline or all of the last one. */
static bool is_cut_short(const struct reader *reader, int end)
{
    return end < 0 && reader->table->headers && reader->count < reader->table->header_count;
}

/* `end` is the byte that ended the row, -1 at the end of the file. */
static bool ends_like_header(const struct reader *reader, int end)
{
    return end < 0 || (!reader->row_ended && end == reader->form.row_end);
}

static void take_row(int end, void *context)
{
    struct reader *reader = context;
    if (!ends_like_header(reader, end))
        fail(reader, RULE_CSV_MIXED_LINE_ENDS, row_pos(reader), 0, 0);
    else if (!reader->failed && reader->filled && is_cut_short(reader, end))
        source_complain_number(reader->diags, RULE_CSV_CUT_SHORT, row_pos(reader),
                               reader->count, reader->table->header_count);
    else if (!reader->failed && reader->filled)
        settle_row(reader);
    reader->count = reader->filled = reader->beyond = 0;
    reader->row_ended = true;
}

/* ---- quotes that went wrong ---- */

/* Offset of the quote that opened last before `end`, looking from the row's start on. */
static size_t find_opening_quote(const struct reader *reader, size_t end)
{
    const char *bytes = reader->bytes.ptr;
    size_t opening = reader->row_start;
    bool inside = false;
    for (size_t i = reader->row_start; i < end; i++) {
        if (bytes[i] != '"')
            continue;
        if (inside && i + 1 < end && bytes[i + 1] == '"') {
            i++;
            continue;
        }
        inside = !inside;
        if (inside)
            opening = i;
    }
    return opening;
}

/* libcsv stopped at offset `at`; the end of the file means a quote that is still open. */
static void refuse_quote(struct reader *reader, size_t at)
{
    struct str file = reader->table->file, bytes = reader->bytes;
    bool stray = at < bytes.len && bytes.ptr[at] == '"';
    struct pos opening = encoding_pos(file, bytes,
                                      stray ? at : find_opening_quote(reader, at));
    if (at == bytes.len)
        fail(reader, RULE_CSV_QUOTE_OPEN, opening, 0, 0);
    else if (stray)
        fail(reader, RULE_CSV_QUOTE_STRAY, opening, 0, 0);
    else
        fail(reader, RULE_CSV_QUOTE_TEXT_AFTER, opening, encoding_pos(file, bytes, at).line, 0);
}

/* ---- feeding ---- */

static void *grow(void *old, size_t size)
{
    void *grown = realloc(old, size);
    if (!grown)
        panic("out of memory: %zu bytes for a table's cell", size);
    return grown;
}

static bool is_blank_line(struct str line, char delimiter)
{
    for (size_t i = 0; i < line.len; i++) {
        char c = line.ptr[i];
        if (c == delimiter || (c != ' ' && c != '\t' && c != '\r' && c != '\n'))
            return false;
    }
    return true;
}

static size_t line_end(struct str bytes, size_t at, char end)
{
    const char *hit = memchr(bytes.ptr + at, end, bytes.len - at);
    return hit ? (size_t)(hit - bytes.ptr) + 1 : bytes.len;
}

/* A row ended within the line fed, and the line goes on. */
static bool has_more(const struct reader *reader, size_t end)
{
    char last = reader->bytes.ptr[end - 1];
    return reader->row_ended
           && (reader->count || (last != reader->form.line_end && last != reader->form.row_end));
}

/* One line, which begins a row or goes on with a cell that holds newlines. */
static void feed_line(struct reader *reader, struct csv_parser *parser, size_t at, size_t end)
{
    if (end - reader->row_start > TABLE_ROW_MAX) {
        fail(reader, RULE_CSV_ROW_TOO_LONG, row_pos(reader), TABLE_ROW_MAX, 0);
        return;
    }
    reader->row_ended = false;
    size_t read = csv_parse(parser, reader->bytes.ptr + at, end - at, take_cell, take_row,
                            reader);
    if (read < end - at)
        refuse_quote(reader, at + read);
    else if (has_more(reader, end))
        fail(reader, RULE_CSV_MIXED_LINE_ENDS, row_pos(reader), 0, 0);
}

static void feed_lines(struct reader *reader, struct csv_parser *parser)
{
    struct str bytes = reader->bytes;
    bool in_row = false;
    for (size_t at = 0, end; at < bytes.len && !reader->failed; at = end) {
        end = line_end(bytes, at, reader->form.line_end);
        reader->line++;
        if (!in_row) {
            reader->row++;
            reader->row_line = reader->line;
            reader->row_start = at;
            if (is_blank_line(str_of(bytes.ptr + at, end - at), reader->form.delimiter))
                continue;
        }
        feed_line(reader, parser, at, end);
        in_row = !reader->row_ended;
    }
}

static void read_rows(struct reader *reader)
{
    struct csv_parser parser;
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI))
        panic("libcsv cannot begin");
    csv_set_delim(&parser, (unsigned char)reader->form.delimiter);
    csv_set_realloc_func(&parser, grow);
    csv_set_blk_size(&parser, CELL_BLOCK);
    feed_lines(reader, &parser);
    reader->row_ended = false;
    if (!reader->failed && csv_fini(&parser, take_cell, take_row, reader))
        refuse_quote(reader, reader->bytes.len);
    csv_free(&parser);
}

static const struct table *finish(struct reader *reader)
{
    const struct table *table = reader->table;
    struct pos whole = {.file = table->file};
    if (!reader->failed && !table->headers)
        fail(reader, RULE_CSV_EMPTY, whole, 0, 0);
    if (reader->failed)
        return NULL;
    if (!table->rows.count)
        source_complain_number(reader->diags, RULE_CSV_NO_ROWS, whole, 0, 0);
    return table;
}

static void tell_delimiter(struct str file, char delimiter, bool tabs_expected,
                           struct diags *diags)
{
    if (delimiter == ';' || (delimiter == '\t' && !tabs_expected))
        source_complain(diags, RULE_CSV_OTHER_DELIMITER, (struct pos){.file = file},
                        delimiter == ';' ? STR(";") : STR("TAB"), (struct str){0});
}

const struct table *table_parse(struct str file, struct str bytes, const struct table_hint *hint,
                                struct arena *arena, struct diags *diags)
{
    struct pos whole = {.file = file};
    if (bytes.len > TABLE_FILE_MAX) {
        source_complain_number(diags, RULE_TOO_LARGE, whole, bytes.len, TABLE_FILE_MAX);
        return NULL;
    }
    struct encoded text = encoding_open_table(file, bytes, arena, diags);
    if (!text.ok)
        return NULL;
    struct reader *reader = arena_new(arena, struct reader);
    *reader = (struct reader){.bytes = text.bytes, .hint = hint,
                              .form = header_sniff(text.bytes, hint, arena),
                              .table = arena_new(arena, struct table),
                              .room = arena_alloc(arena, text.bytes.len + 1),
                              .arena = arena, .diags = diags};
    reader->table->file = file;
    if (reader->form.strange) {
        source_complain(diags, RULE_CSV_DELIMITER, (struct pos){.file = file, .line = 1},
                        str_of(&reader->form.strange, 1), (struct str){0});
        return NULL;
    }
    tell_delimiter(file, reader->form.delimiter, text.was_utf16, diags);
    read_rows(reader);
    return finish(reader);
}

/* ---- for loaders ---- */

struct pos table_pos(const struct table *table, const struct table_row *row, size_t column)
{
    return (struct pos){.file = table->file, .line = row->line, .row = row->row,
                        .column = (unsigned)column + 1, .header = table->headers[column]};
}
