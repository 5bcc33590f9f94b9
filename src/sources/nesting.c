/* SPDX-License-Identifier: MIT */
#include "sources/nesting.h"

#include <string.h>

enum { TAB_COLUMNS = 4, ORDINAL_DIGITS_MAX = 9 };

static bool is_blank(char c)
{
    return c == ' ' || c == '\t';
}

static bool ends_marker(struct str rest)
{
    return !rest.len || is_blank(rest.ptr[0]) || rest.ptr[0] == '\n' || rest.ptr[0] == '\r';
}

/* "* * *": a thematic break, the one row of markers that nests nothing. */
static bool is_thematic_break(struct str rest)
{
    char sign = rest.ptr[0];
    size_t signs = 0;
    for (size_t i = 0; i < rest.len; i++) {
        if (rest.ptr[i] == sign)
            signs++;
        else if (!ends_marker(str_skip(rest, i)))
            return false;
    }
    return signs >= 3 && sign != '+';
}

/* Bytes of the marker that `rest` begins with, 0 when there is none. */
static size_t marker_len(struct str rest)
{
    size_t digits = 0;
    switch (rest.ptr[0]) {
    case '>':
        return 1;
    case '-':
    case '+':
    case '*':
        return ends_marker(str_skip(rest, 1)) && !is_thematic_break(rest) ? 1 : 0;
    }
    while (digits < rest.len && char_is_digit(rest.ptr[digits]))
        digits++;
    bool ordinal = digits && digits <= ORDINAL_DIGITS_MAX && digits < rest.len
                   && (rest.ptr[digits] == '.' || rest.ptr[digits] == ')');
    return ordinal && ends_marker(str_skip(rest, digits + 1)) ? digits + 1 : 0;
}

size_t nesting_count(struct str line, size_t limit, size_t *deepest)
{
    size_t markers = 0, columns = 0;
    while (line.len && markers <= limit) {
        size_t len = 1;
        if (is_blank(line.ptr[0])) {
            columns += line.ptr[0] == '\t' ? TAB_COLUMNS : 1;
        } else {
            len = marker_len(line);
            if (!len)
                break;
            markers++;
            len += line.len > len && line.ptr[len] == ' '; /* belongs to the marker */
        }
        line = str_skip(line, len);
    }
    size_t depth = markers + (columns / 2 < *deepest ? columns / 2 : *deepest);
    *deepest = depth > *deepest ? depth : *deepest;
    return depth;
}

static size_t length_to(struct str text, char sign)
{
    const char *found = text.len ? memchr(text.ptr, sign, text.len) : NULL;
    return found ? (size_t)(found - text.ptr) : text.len;
}

struct str nesting_line(struct str text)
{
    size_t len = length_to(text, '\n');
    len = length_to(str_first(text, len), '\r');
    bool pair = len + 1 < text.len && text.ptr[len] == '\r' && text.ptr[len + 1] == '\n';
    return str_first(text, len + (pair ? 2 : 1));
}
