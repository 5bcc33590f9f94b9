/* SPDX-License-Identifier: MIT */
#include "sources/header.h"

#include <string.h>

#include "base/utf8.h"
#include "sources/rules.h"

/* ---- how the file is cut ---- */

enum { CANDIDATES = 4 };
static const char candidates[CANDIDATES] = {',', ';', '\t', '|'}; /* the last is not taken */

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Offset where the first row that is not blank ends; counts each candidate outside quotes. */
static size_t scan_first_row(struct str bytes, size_t counts[CANDIDATES])
{
    size_t at = 0;
    while (at < bytes.len && (is_line_end(bytes.ptr[at]) || bytes.ptr[at] == ' '))
        at++;
    bool quoted = false;
    for (; at < bytes.len && (quoted || !is_line_end(bytes.ptr[at])); at++) {
        quoted ^= bytes.ptr[at] == '"';
        for (size_t i = 0; !quoted && i < CANDIDATES; i++)
            counts[i] += bytes.ptr[at] == candidates[i];
    }
    return at;
}

/* The delimiter of the first row, or the one that shows the most headers that are known. */
static void find_header(struct header_form *form, struct str bytes,
                        const struct table_hint *hint, struct arena *scratch)
{
    struct header_place best = header_survey(bytes, form->delimiter, hint, scratch);
    for (size_t i = 0; !best.known && i < CANDIDATES - 1; i++) {
        struct header_place place = header_survey(bytes, candidates[i], hint, scratch);
        if (!place.known)
            continue;
        best = place;
        form->delimiter = candidates[i];
        form->strange = 0;
    }
    form->at = best.at;
}

struct header_form header_sniff(struct str bytes, const struct table_hint *hint,
                                struct arena *scratch)
{
    size_t counts[CANDIDATES] = {0}, best = 0;
    size_t end = scan_first_row(bytes, counts);
    for (size_t i = 1; i < CANDIDATES - 1; i++)
        if (counts[i] > counts[best])
            best = i;
    struct header_form form = {.delimiter = candidates[best], .row_end = '\n',
                               .line_end = '\n'};
    if (!counts[best] && counts[CANDIDATES - 1])
        form.strange = candidates[CANDIDATES - 1];
    if (end < bytes.len && bytes.ptr[end] == '\r') {
        form.row_end = '\r';
        form.line_end = end + 1 < bytes.len && bytes.ptr[end + 1] == '\n' ? '\n' : '\r';
    }
    if (hint)
        find_header(&form, bytes, hint, scratch);
    return form;
}

/* ---- what its columns are called ---- */

static bool is_fold(char c)
{
    return c == ' ' || c == '\t' || is_line_end(c);
}

struct str header_fold(struct str raw, struct arena *arena)
{
    struct str text = str_trim(raw);
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++)
        if (!is_fold(text.ptr[i]))
            out[len++] = text.ptr[i];
        else if (!is_fold(text.ptr[i - 1]))
            out[len++] = ' ';
    return str_of(out, len);
}

static bool has_control(struct str text)
{
    while (text.len) {
        struct utf8_char c = utf8_next(text);
        if (c.codepoint < 0x20 || (c.codepoint >= 0x7F && c.codepoint < 0xA0))
            return true;
        text = str_skip(text, c.len);
    }
    return false;
}

static size_t find_twin(const struct str *headers, size_t column)
{
    size_t twin = 0;
    while (!str_eq(headers[twin], headers[column]))
        twin++;
    return twin;
}

static bool check_one(const struct str *headers, size_t column, const struct table_hint *hint,
                      struct pos pos, struct arena *arena, struct diags *diags)
{
    struct str header = headers[column];
    pos.column = (unsigned)column + 1;
    pos.header = header;
    if (has_control(header))
        return source_complain(diags, RULE_CSV_HEADER_CONTROL, pos, header, (struct str){0});
    size_t twin = find_twin(headers, column);
    bool read = !hint || hint->knows(hint->context, header, arena);
    if (twin == column || !header.len || !read)
        return true;
    return source_complain(diags, RULE_CSV_HEADER_REPEATED, pos, header,
                           diag_column_letters((unsigned)twin + 1, arena));
}

bool header_check(struct table *table, const struct str *cells, size_t count,
                  const struct table_hint *hint, struct pos pos, struct arena *arena,
                  struct diags *diags)
{
    struct str *headers = arena_many(arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        headers[i] = header_fold(cells[i], arena);
    while (count && !headers[count - 1].len)
        count--;
    bool good = true;
    for (size_t i = 0; i < count; i++)
        good &= check_one(headers, i, hint, pos, arena, diags);
    table->headers = headers;
    table->header_count = count;
    return good;
}

void header_tell_unnamed(size_t column, struct pos header, struct arena *arena,
                         struct diags *diags)
{
    header.column = (unsigned)column;
    source_complain(diags, RULE_CSV_HEADER_EMPTY, header,
                    diag_column_letters((unsigned)column, arena), (struct str){0});
}
