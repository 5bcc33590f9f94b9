/* SPDX-License-Identifier: MIT */
#include "text/figure.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/clean.h"

enum { GROUP = 3 }; /* digits between two marks of thousands */

/* ---- words at the number ---- */

struct words {
    const struct str *items;
    size_t count;
};
#define WORDS(array) {(array), sizeof(array) / sizeof((array)[0])}

static const struct str people[] = {
    STR_CONST("คน/ครั้ง"), STR_CONST("คน-ครั้ง"), STR_CONST("คน"),
    STR_CONST("ครั้ง"),    STR_CONST("ราย"),     STR_CONST("ท่าน"),
};
static const struct str baht[] = {
    STR_CONST("บาทถ้วน"), STR_CONST("บาท"), STR_CONST("฿"),
    STR_CONST(".-"),      STR_CONST(",-"),  STR_CONST("THB"),
};
static const struct str stars[] = {STR_CONST("ดาว")};

static const struct words units[FIGURE_UNITS] = {
    [FIGURE_PEOPLE] = WORDS(people),
    [FIGURE_BAHT] = WORDS(baht),
    [FIGURE_STARS] = WORDS(stars),
};

/* The word that the text ends with (or starts with), or an empty str. */
static struct str word_at(struct str text, struct words words,
                          bool (*at)(struct str text, struct str word))
{
    for (size_t i = 0; i < words.count; i++)
        if (at(text, words.items[i]))
            return words.items[i];
    return (struct str){0};
}

/* "25,000.-บาท" has two of them. */
static struct str without_units(struct str text, enum figure_unit unit)
{
    struct str before = word_at(text, units[unit], str_starts), after;
    text = str_trim(str_skip(text, before.len));
    while ((after = word_at(text, units[unit], str_ends)).len)
        text = str_trim(str_first(text, text.len - after.len));
    return text;
}

/* ---- about a hundred ---- */

static const struct str about_before[] = {
    STR_CONST("~"),       STR_CONST("≈"),       STR_CONST("±"),
    STR_CONST(">"),       STR_CONST("<"),       STR_CONST("≥"),
    STR_CONST("≤"),       STR_CONST("ประมาณ"),  STR_CONST("ราว"),
    STR_CONST("เกือบ"),   STR_CONST("มากกว่า"), STR_CONST("น้อยกว่า"),
    STR_CONST("กว่า"),    STR_CONST("เกิน"),    STR_CONST("ไม่เกิน"),
    STR_CONST("ไม่ต่ำกว่า"), STR_CONST("ไม่น้อยกว่า"), STR_CONST("about"),
    STR_CONST("approx"),  STR_CONST("more than"), STR_CONST("over"),
};
static const struct str about_after[] = {
    STR_CONST("+"), STR_CONST("กว่า"), STR_CONST("กว่าคน"), STR_CONST("ขึ้นไป"),
    STR_CONST("เศษ"), STR_CONST("เศษๆ"), STR_CONST("โดยประมาณ"),
};
static const struct str until[] = {
    STR_CONST("-"), STR_CONST("–"), STR_CONST("—"), STR_CONST("~"), STR_CONST("ถึง"),
};
static const struct words before_words = WORDS(about_before),
                          after_words = WORDS(about_after);

static bool has_digit(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (char_is_digit(text.ptr[i]))
            return true;
    return false;
}

/* Digits and marks of thousands, with their unit: an end of "100 คน - 1,150 คน". */
static bool is_end(struct str text, enum figure_unit unit)
{
    text = without_units(str_trim(text), unit);
    for (size_t i = 0; i < text.len; i++)
        if (!char_is_digit(text.ptr[i]) && text.ptr[i] != ',')
            return false;
    return text.len > 0;
}

static bool is_span(struct str text, enum figure_unit unit)
{
    for (size_t i = 0; i < sizeof(until) / sizeof(*until); i++) {
        struct cut cut = str_cut_str(text, until[i]);
        if (cut.ok && is_end(cut.head, unit) && is_end(cut.tail, unit))
            return true;
    }
    return false;
}

static bool is_inexact(struct str text, enum figure_unit unit)
{
    bool about = word_at(text, before_words, str_starts).len
                 || word_at(text, after_words, str_ends).len;
    return (about && has_digit(text)) || is_span(text, unit);
}

/* ---- digits and their marks ---- */

/* The digits of "1,250,000" with the mark taken out, or an empty str: a mark may stand before
 * each three digits only, and not in a number of one group. */
static struct str ungroup(struct str text, char mark, struct arena *scratch)
{
    struct cut cut = str_cut(text, mark);
    struct str first = cut.head;
    if (!cut.ok || !str_is_digits(first) || first.len > GROUP || first.ptr[0] == '0')
        return (struct str){0};
    while (cut.ok) {
        cut = str_cut(cut.tail, mark);
        if (cut.head.len != GROUP || !str_is_digits(cut.head))
            return (struct str){0};
    }
    return str_replace(text, str_of(&mark, 1), STR(""), scratch);
}

/* Plain digits, or grouped by commas or blanks; empty when it is neither. */
static struct str whole_part(struct str text, struct arena *scratch)
{
    if (str_is_digits(text))
        return text;
    struct str digits = ungroup(text, ',', scratch);
    return digits.len ? digits : ungroup(text, ' ', scratch);
}

static struct figure figure_of(struct str digits, enum figure_error error)
{
    struct str_int number = str_to_int(digits);
    if (!number.ok)
        return (struct figure){.error = FIGURE_LARGE};
    return (struct figure){number.value, error};
}

static bool is_zeros(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.ptr[i] != '0')
            return false;
    return true;
}

static struct figure parse_digits(struct str text, struct arena *scratch)
{
    struct str dotted = ungroup(text, '.', scratch);
    if (dotted.len)
        return figure_of(dotted, FIGURE_DOTTED);
    struct cut cut = str_cut(text, '.');
    struct str whole = whole_part(cut.head, scratch);
    if (!whole.len || (cut.ok && !str_is_digits(cut.tail)))
        return (struct figure){.error = FIGURE_FORM};
    return figure_of(whole, is_zeros(cut.tail) ? FIGURE_OK : FIGURE_FRACTION);
}

bool figure_is_shortened(struct str text)
{
    struct cut cut = str_cut(text, 'E');
    return cut.ok && str_to_real(cut.head).ok && str_to_int(cut.tail).ok;
}

struct figure figure_parse(struct str text, enum figure_unit unit, struct arena *scratch)
{
    text = without_units(str_trim(clean_digits(text, scratch)), unit);
    if (is_inexact(text, unit))
        return (struct figure){.error = FIGURE_INEXACT};
    if (figure_is_shortened(text))
        return (struct figure){.error = FIGURE_SHORTENED};
    bool negative = str_starts(text, STR("-")), signed_ = negative || str_starts(text, STR("+"));
    struct figure figure = parse_digits(str_skip(text, signed_ ? 1 : 0), scratch);
    figure.value = negative ? -figure.value : figure.value;
    return figure;
}

/* ---- shown ---- */

/* Of digits alone, Thai ones or others. */
static bool is_number(struct str word)
{
    bool is = word.len > 0;
    while (word.len && is) {
        struct utf8_char c = utf8_next(word);
        is = (c.codepoint >= '0' && c.codepoint <= '9') ||
             (c.codepoint >= 0x0E50 && c.codepoint <= 0x0E59);
        word = str_skip(word, c.len);
    }
    return is;
}

struct str figure_keep(struct str text, struct arena *arena)
{
    struct buf buf = {0};
    struct cut cut = str_cut(text, ' ');
    for (; cut.ok; cut = str_cut(cut.tail, ' ')) {
        buf_put(&buf, cut.head);
        buf_put(&buf, is_number(cut.head) ? STR("\xC2\xA0") : STR(" "));
    }
    buf_put(&buf, cut.head);
    struct str kept = buf_finish(&buf, arena);
    buf_release(&buf);
    return kept;
}
