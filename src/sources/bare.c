/* SPDX-License-Identifier: MIT */
/* Every story of the country passes here: two looks at all bytes, both many bytes at once. */
#include "sources/bare.h"

#include <string.h>

/* A loop without a branch, for many bytes at once. */
static bool has_markup(struct str text)
{
    unsigned char found = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        found |= (c == '<') | (c == '&') | (c == '[') | (c == '>') | (c == '`') | (c == '\\');
    }
    return found;
}

/* Where the sign stands next, or the text's length. */
static size_t find(struct str text, size_t from, char sign)
{
    const char *found = from < text.len ? memchr(text.ptr + from, sign, text.len - from) : NULL;
    return found ? (size_t)(found - text.ptr) : text.len;
}

static bool is_mark(char c)
{
    return c == '*' || c == '_';
}

static bool is_blank_at(struct str text, size_t at)
{
    return at >= text.len || (text.ptr[at] && strchr(" \t\r\n", text.ptr[at]));
}

/* The sign of `len` bytes there is a letter: Latin, or Thai (E0 B8 81 to E0 B9 8E, no digit). */
static bool is_letter(struct str text, size_t at, size_t len)
{
    if (at + len > text.len)
        return false;
    const unsigned char *sign = (const unsigned char *)text.ptr + at;
    unsigned char lower = sign[0] | 0x20;
    if (len == 1)
        return lower >= 'a' && lower <= 'z';
    return sign[0] == 0xE0 && (sign[1] == 0xB8 || (sign[1] == 0xB9 && sign[2] <= 0x8E));
}

static bool begins_letter(struct str text, size_t at)
{
    return is_letter(text, at, 1) || is_letter(text, at, 3);
}

static bool ends_letter(struct str text, size_t end)
{
    return (end >= 1 && is_letter(text, end - 1, 1)) || (end >= 3 && is_letter(text, end - 3, 3));
}

static bool stands_apart(struct str text, size_t from, size_t end)
{
    bool before = !from || is_blank_at(text, from - 1), behind = is_blank_at(text, end);
    return (before && (behind || begins_letter(text, end)))
           || (behind && ends_letter(text, from));
}

bool bare_reads(struct str markdown)
{
    if (has_markup(markdown))
        return false;
    size_t star = find(markdown, 0, '*'), low = find(markdown, 0, '_');
    for (size_t at; (at = star < low ? star : low) < markdown.len;) {
        size_t end = at;
        while (end < markdown.len && is_mark(markdown.ptr[end]))
            end++;
        if (!stands_apart(markdown, at, end))
            return false;
        star = star < end ? find(markdown, end, '*') : star;
        low = low < end ? find(markdown, end, '_') : low;
    }
    return true;
}
