/* SPDX-License-Identifier: MIT */
/* The codes of name.h: T PP AA NN, of which PPAANN is the key. */
#include "text/clean.h"
#include "text/name.h"

/* 6.36E+06: what a spreadsheet makes of a long number. */
static bool is_exponent(struct str text)
{
    struct str rest = text;
    while (rest.len &&
           (char_is_digit(rest.ptr[0]) || rest.ptr[0] == '.' || rest.ptr[0] == ','))
        rest = str_skip(rest, 1);
    bool begins =
        rest.len && rest.len < text.len && (rest.ptr[0] == 'E' || rest.ptr[0] == 'e');
    rest = str_skip(rest, 1);
    if (rest.len && (rest.ptr[0] == '+' || rest.ptr[0] == '-'))
        rest = str_skip(rest, 1);
    return begins && rest.len && char_is_digit(rest.ptr[0]);
}

static struct lao_code refuse(enum lao_code_error error)
{
    return (struct lao_code){.error = error};
}

struct str lao_code_digits(struct str text, struct arena *arena)
{
    struct str digits = clean_digits(clean_line(text, arena).text, arena);
    digits = str_replace(digits, STR(" "), STR(""), arena);
    bool negative = str_starts(digits, STR("-"));
    return negative ? digits : str_replace(digits, STR("-"), STR(""), arena);
}

struct lao_code lao_code_parse(struct str text, struct arena *arena)
{
    struct str digits = lao_code_digits(text, arena);
    if (!digits.len)
        return refuse(LAO_CODE_EMPTY);
    if (!str_is_digits(digits))
        return refuse(is_exponent(digits) ? LAO_CODE_EXPONENT : LAO_CODE_LETTERS);
    if (digits.len < 6 || digits.len > 8)
        return refuse(LAO_CODE_LENGTH);
    if (digits.len == 6)
        return (struct lao_code){.key = digits};
    bool padded = digits.len == 8;
    char type = digits.ptr[padded];
    if ((padded && digits.ptr[0] != '0') || !lao_type_of_digit(type))
        return refuse(LAO_CODE_TYPE);
    return (struct lao_code){.key = str_skip(digits, digits.len - 6), .digit = type};
}

struct str lao_code_full(enum lao_type type, struct str key, struct arena *arena)
{
    char digit = lao_types[type].digit;
    return digit ? str_cat(arena, str_of(&digit, 1), key) : key;
}
