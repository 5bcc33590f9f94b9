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

/* 6,360,203: in groups of three. */
static bool is_grouped(struct str number)
{
    struct cut cut = str_cut(number, ',');
    bool grouped = cut.ok && cut.head.len > 0 && cut.head.len <= 3 && str_is_digits(cut.head);
    while (grouped && cut.ok) {
        cut = str_cut(cut.tail, ',');
        grouped = cut.head.len == 3 && str_is_digits(cut.head);
    }
    return grouped;
}

/* A spreadsheet's forms of a whole number: 6360203.00, 6,360,203. */
static struct str without_number_form(struct str text, struct arena *arena)
{
    struct cut cut = str_cut(text, '.');
    bool whole = cut.ok && cut.tail.len && !str_replace(cut.tail, STR("0"), STR(""), arena).len;
    struct str number = whole ? cut.head : text;
    return is_grouped(number) ? str_replace(number, STR(","), STR(""), arena) : number;
}

struct str lao_code_digits(struct str text, struct arena *arena)
{
    struct str digits = clean_digits(clean_line(text, arena).text, arena);
    digits = str_replace(digits, STR(" "), STR(""), arena);
    bool negative = str_starts(digits, STR("-"));
    if (!negative)
        digits = str_replace(digits, STR("-"), STR(""), arena);
    return without_number_form(digits, arena);
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

/* ---- a code beside a name ---- */

static size_t digits_at_start(struct str text)
{
    size_t count = 0;
    while (count < text.len && char_is_digit(text.ptr[count]))
        count++;
    return count;
}

static size_t digits_at_end(struct str text)
{
    size_t count = 0;
    while (count < text.len && char_is_digit(text.ptr[text.len - count - 1]))
        count++;
    return count;
}

/* Without the blanks, brackets and marks that part a code from a name. */
static struct str without_marks(struct str text)
{
    static const struct str marks = STR_CONST(" ()[]-:,;/");
    while (text.len && str_has(marks, str_first(text, 1)))
        text = str_skip(text, 1);
    while (text.len && str_has(marks, str_skip(text, text.len - 1)))
        text = str_first(text, text.len - 1);
    return text;
}

struct lao_code_split lao_code_split(struct str text, struct arena *arena)
{
    struct str whole = without_marks(clean_digits(text, arena));
    size_t start = digits_at_start(whole), end = start ? 0 : digits_at_end(whole);
    struct lao_code_split split = {
        .code = start ? str_first(whole, start) : str_skip(whole, whole.len - end),
        .rest = without_marks(start ? str_skip(whole, start)
                                    : str_first(whole, whole.len - end)),
    };
    bool both = split.rest.len && lao_code_parse(split.code, arena).error == LAO_CODE_OK;
    return both ? split : (struct lao_code_split){0};
}
