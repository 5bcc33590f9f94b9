/* SPDX-License-Identifier: MIT */
/* A small grammar that reads signs off the front of a text, as date_words.c does. */
#include "text/point.h"

enum { SIXTIETHS = 60 };

static const struct str degree_signs[] = {STR_CONST("°"), STR_CONST("º"), STR_CONST("˚")};
static const struct str minute_signs[] = {STR_CONST("'"), STR_CONST("′"), STR_CONST("’")};
static const struct str second_signs[] = {
    STR_CONST("\""), STR_CONST("″"), STR_CONST("”"), STR_CONST("''"), STR_CONST("′′"),
};

static bool take(struct str *s, struct str what)
{
    if (!str_starts(*s, what))
        return false;
    *s = str_skip(*s, what.len);
    return true;
}

static bool take_one_of(struct str *s, const struct str *signs, size_t count)
{
    struct str rest = *s;
    while (take(&rest, STR(" ")))
        ;
    for (size_t i = 0; i < count; i++)
        if (take(&rest, signs[i])) {
            *s = rest;
            return true;
        }
    return false;
}

#define TAKE_ONE(s, signs) take_one_of((s), (signs), sizeof(signs) / sizeof(*(signs)))

/* Digits with an optional fraction. */
static bool take_real(struct str *s, double *value)
{
    size_t len = 0;
    while (len < s->len && (char_is_digit(s->ptr[len]) || s->ptr[len] == '.'))
        len++;
    struct str_real real = str_to_real(str_first(*s, len));
    if (!len || !real.ok)
        return false;
    *value = real.value;
    *s = str_skip(*s, len);
    return true;
}

/* A number below 60 and its sign; nothing is taken when either is missing. */
static bool take_sixtieths(struct str *s, const struct str *signs, size_t count, double *value)
{
    struct str rest = *s;
    while (take(&rest, STR(" ")))
        ;
    double read;
    if (!take_real(&rest, &read) || read >= SIXTIETHS || !take_one_of(&rest, signs, count))
        return false;
    *value = read;
    *s = rest;
    return true;
}

static char take_side(struct str *s)
{
    static const struct str sides[] = {
        STR_CONST("N"), STR_CONST("E"), STR_CONST("S"), STR_CONST("W"),
    };
    for (size_t i = 0; i < sizeof(sides) / sizeof(*sides); i++)
        if (take_one_of(s, &sides[i], 1))
            return sides[i].ptr[0];
    return 0;
}

static bool take_coordinate(struct str *s, struct point_read *read)
{
    bool negative = take(s, STR("-"));
    double degrees, minutes = 0, seconds = 0;
    if (read->count == 2 || !take_real(s, &degrees))
        return false;
    bool marked = TAKE_ONE(s, degree_signs);
    if (marked
        && take_sixtieths(s, minute_signs, sizeof(minute_signs) / sizeof(struct str), &minutes))
        take_sixtieths(s, second_signs, sizeof(second_signs) / sizeof(struct str), &seconds);
    char side = take_side(s);
    degrees += (minutes + seconds / SIXTIETHS) / SIXTIETHS;
    read->plain = read->plain && !marked && !side;
    read->degrees[read->count++] = negative || side == 'S' || side == 'W' ? -degrees : degrees;
    return true;
}

/* A comma, a semicolon or blanks between two. */
static bool take_gap(struct str *s)
{
    static const struct str marks[] = {STR_CONST(","), STR_CONST(";")};
    size_t before = s->len;
    TAKE_ONE(s, marks);
    while (take(s, STR(" ")))
        ;
    return s->len < before;
}

struct point_read point_parse(struct str text)
{
    struct point_read read = {.plain = true};
    struct str rest = str_trim(text);
    do {
        if (!take_coordinate(&rest, &read))
            return (struct point_read){.count = 0};
    } while (rest.len && take_gap(&rest));
    return rest.len ? (struct point_read){.count = 0} : read;
}
