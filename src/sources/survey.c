/* SPDX-License-Identifier: MIT */
/*
 * Which row is the header? A sheet may begin with its title, the office's name, a blank row. The
 * answer is a place in the file, found by a reader of a few lines that need not be strict:
 * what it misreads, libcsv refuses afterwards.
 */
#include "sources/header.h"

enum { SURVEY_ROWS = 20, SURVEY_BYTES = 256 * 1024 };

static bool is_row_end(char c)
{
    return c == '\n' || c == '\r';
}

/* Takes a cell with the delimiter behind it off `rest`; an end of the row stays there. */
static struct str take_cell(struct str *rest, char delimiter)
{
    bool quoted = false;
    size_t len = 0;
    for (; len < rest->len; len++) {
        char c = rest->ptr[len];
        quoted ^= c == '"';
        if (!quoted && (c == delimiter || is_row_end(c)))
            break;
    }
    struct str cell = str_trim(str_first(*rest, len));
    if (len < rest->len && rest->ptr[len] == delimiter)
        len++;
    *rest = str_skip(*rest, len);
    return cell;
}

static struct str unquote(struct str cell, struct arena *arena)
{
    if (!str_starts(cell, STR("\"")))
        return cell;
    cell = str_skip(cell, 1);
    return str_replace(str_first(cell, cell.len - str_ends(cell, STR("\""))), STR("\"\""),
                       STR("\""), arena);
}

/* One row off `rest`: how many of its cells are headers that are known? -1: a blank row. */
static int count_known(struct str *rest, char delimiter, const struct table_hint *hint,
                       struct arena *arena)
{
    int known = -1;
    while (rest->len && !is_row_end(rest->ptr[0])) {
        struct str cell = take_cell(rest, delimiter);
        if (!cell.len)
            continue;
        struct str header = header_fold(unquote(cell, arena), arena);
        known += (known < 0) + hint->knows(hint->context, header, arena);
    }
    *rest = str_skip(*rest, 1);
    return known;
}

/* The first row is the header unless one below it knows more than twice as much. */
struct header_place header_survey(struct str bytes, char delimiter,
                                  const struct table_hint *hint, struct arena *arena)
{
    struct arena_mark mark = arena_mark(arena);
    struct str rest = str_first(bytes, SURVEY_BYTES);
    struct header_place first = {0}, best = {0};
    for (int rows = 0; rest.len && rows < SURVEY_ROWS;) {
        size_t at = (size_t)(rest.ptr - bytes.ptr);
        int known = count_known(&rest, delimiter, hint, arena);
        if (known < 0)
            continue;
        if (!rows++)
            first = best = (struct header_place){at, known};
        if (known > best.known)
            best = (struct header_place){at, known};
    }
    arena_rewind(arena, mark);
    return best.known > 1 && first.known * 2 < best.known ? best : first;
}
