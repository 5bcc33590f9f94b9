/* SPDX-License-Identifier: MIT */
/* The small functions of clean.h: digits, letters, and answers that say nothing. */
#include <string.h>

#include "text/clean.h"

/* ๐–๙ are E0 B9 90–99. */
static bool is_thai_digit(const char *p, size_t left)
{
    return left >= 3 && memcmp(p, "\xE0\xB9", 2) == 0 && (unsigned char)p[2] >= 0x90 &&
           (unsigned char)p[2] <= 0x99;
}

static bool has_thai_digit(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (is_thai_digit(text.ptr + i, text.len - i))
            return true;
    return false;
}

bool clean_has_thai(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++) /* U+0E00 to U+0E7F */
        if (text.ptr[i] == '\xE0' && ((unsigned char)text.ptr[i + 1] & 0xFE) == 0xB8)
            return true;
    return false;
}

struct str clean_digits(struct str text, struct arena *arena)
{
    if (!has_thai_digit(text))
        return text;
    char *made = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        if (is_thai_digit(text.ptr + i, text.len - i)) {
            made[len++] = (char)('0' + ((unsigned char)text.ptr[i + 2] - 0x90));
            i += 2;
        } else {
            made[len++] = text.ptr[i];
        }
    }
    return str_of(made, len);
}

static const struct str blank_answers[] = {
    STR_CONST("ไม่มี"),   STR_CONST("ไม่มีข้อมูล"), STR_CONST("ยังไม่มี"), STR_CONST("ยังไม่มีข้อมูล"),
    STR_CONST("ไม่ระบุ"), STR_CONST("ไม่ทราบ"),  STR_CONST("n/a"),   STR_CONST("n.a."),
    STR_CONST("none"),  STR_CONST("nil"),     STR_CONST("null"),  STR_CONST("unknown"),
    STR_CONST("ไม่แน่ใจ"),
};

/* Strokes that people draw into a field so that it is not empty. */
static const struct str strokes[] = {
    STR_CONST("-"), STR_CONST("–"), STR_CONST("—"), STR_CONST("_"),
    STR_CONST("."), STR_CONST("…"), STR_CONST("/"), STR_CONST(" "),
};

static struct str skip_stroke(struct str text)
{
    if (!strchr("-_./ \xE2", text.ptr[0])) /* nearly all values */
        return text;
    for (size_t i = 0; i < sizeof(strokes) / sizeof(*strokes); i++)
        if (str_starts(text, strokes[i]))
            return str_skip(text, strokes[i].len);
    return text;
}

bool clean_is_stroke(struct str text)
{
    while (text.len) {
        struct str rest = skip_stroke(text);
        if (rest.len == text.len)
            return false;
        text = rest;
    }
    return true;
}

/* "-ไม่มี-" is ไม่มี too. */
static struct str without_dashes(struct str text)
{
    while (str_starts(text, STR("-")) || str_starts(text, STR(" ")))
        text = str_skip(text, 1);
    while (str_ends(text, STR("-")) || str_ends(text, STR(" ")))
        text = str_first(text, text.len - 1);
    return text;
}

bool clean_is_blank(struct str text)
{
    text = str_trim(text);
    if (clean_is_stroke(text))
        return true;
    text = without_dashes(text);
    for (size_t i = 0; i < sizeof(blank_answers) / sizeof(*blank_answers); i++)
        if (str_eq_nocase(text, blank_answers[i]))
            return true;
    return false;
}
