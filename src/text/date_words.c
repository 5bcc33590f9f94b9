/* SPDX-License-Identifier: MIT */
/*
 * Dates as people write them: a few small grammars that read signs off the front of a
 * text, each into a struct date_written, which date_judge() then judges the same way for
 * all.
 */
#include "text/date_written.h"

enum { MONTHS = 12 };

/* ---- Reading signs off the front of a text ---- */

static bool is_latin(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool take(struct str *s, struct str what)
{
    if (!str_starts(*s, what))
        return false;
    *s = str_skip(*s, what.len);
    return true;
}

static bool take_nocase(struct str *s, struct str what)
{
    if (!str_eq_nocase(str_first(*s, what.len), what))
        return false;
    *s = str_skip(*s, what.len);
    return true;
}

static void skip_blanks(struct str *s)
{
    while (take(s, STR(" ")))
        ;
}

static bool take_first_of(struct str *s, const struct str *words, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (take_nocase(s, words[i]))
            return true;
    return false;
}

#define TAKE_ONE(s, words) take_first_of((s), (words), sizeof(words) / sizeof(*(words)))

/* ---- Months ---- */

static const struct month {
    struct str full, misspelt;   /* misspelt: "" or how many people write it */
    struct str short_a, short_b; /* ม and ค, of ม.ค., มค, ม.ค */
    struct str english;
} months[MONTHS] = {
    {STR_CONST("มกราคม"), STR_CONST(""), STR_CONST("ม"), STR_CONST("ค"),
     STR_CONST("January")},
    {STR_CONST("กุมภาพันธ์"), STR_CONST("กุมภาพันธ"), STR_CONST("ก"), STR_CONST("พ"),
     STR_CONST("February")},
    {STR_CONST("มีนาคม"), STR_CONST(""), STR_CONST("มี"), STR_CONST("ค"),
     STR_CONST("March")},
    {STR_CONST("เมษายน"), STR_CONST(""), STR_CONST("เม"), STR_CONST("ย"),
     STR_CONST("April")},
    {STR_CONST("พฤษภาคม"), STR_CONST("พฤกษภาคม"), STR_CONST("พ"), STR_CONST("ค"),
     STR_CONST("May")},
    {STR_CONST("มิถุนายน"), STR_CONST(""), STR_CONST("มิ"), STR_CONST("ย"),
     STR_CONST("June")},
    {STR_CONST("กรกฎาคม"), STR_CONST("กรกฏาคม"), STR_CONST("ก"), STR_CONST("ค"),
     STR_CONST("July")},
    {STR_CONST("สิงหาคม"), STR_CONST(""), STR_CONST("ส"), STR_CONST("ค"),
     STR_CONST("August")},
    {STR_CONST("กันยายน"), STR_CONST(""), STR_CONST("ก"), STR_CONST("ย"),
     STR_CONST("September")},
    {STR_CONST("ตุลาคม"), STR_CONST(""), STR_CONST("ต"), STR_CONST("ค"),
     STR_CONST("October")},
    {STR_CONST("พฤศจิกายน"), STR_CONST("พฤษจิกายน"), STR_CONST("พ"), STR_CONST("ย"),
     STR_CONST("November")},
    {STR_CONST("ธันวาคม"), STR_CONST(""), STR_CONST("ธ"), STR_CONST("ค"),
     STR_CONST("December")},
};

static bool take_month_full(struct str *s, const struct month *month)
{
    return take(s, month->full) || (month->misspelt.len && take(s, month->misspelt));
}

static bool take_month_short(struct str *s, const struct month *month)
{
    struct str rest = *s;
    if (!take(&rest, month->short_a))
        return false;
    take(&rest, STR("."));
    if (!take(&rest, month->short_b))
        return false;
    take(&rest, STR("."));
    *s = rest;
    return true;
}

static bool take_month_english(struct str *s, const struct month *month)
{
    struct str rest = *s;
    if (!take_nocase(&rest, month->english)) {
        if (!take_nocase(&rest, str_first(month->english, 3)))
            return false;
        take(&rest, STR("."));
    }
    if (rest.len && is_latin(rest.ptr[0]))
        return false;
    *s = rest;
    return true;
}

typedef bool take_month_fn(struct str *s, const struct month *month);

/* All full names are tried before the short ones, of which some are beginnings. */
int date_take_month(struct str *s)
{
    static take_month_fn *const ways[] = {
        take_month_full,
        take_month_short,
        take_month_english,
    };
    for (size_t way = 0; way < sizeof(ways) / sizeof(*ways); way++)
        for (int i = 0; i < MONTHS; i++)
            if (ways[way](s, &months[i]))
                return i + 1;
    return 0;
}

struct str date_month_thai(struct date date, struct arena *arena)
{
    const struct month *month = &months[date.month - 1];
    return str_format(arena, "%.*s.%.*s. %d", STR_ARG(month->short_a), STR_ARG(month->short_b),
                      date_buddhist_year(date.year));
}

/* ---- Grammars ---- */

static const struct str day_prefixes[] = {
    STR_CONST("วันที่"),     STR_CONST("วันจันทร์ที่"),   STR_CONST("วันอังคารที่"),
    STR_CONST("วันพุธที่"),   STR_CONST("วันพฤหัสบดีที่"), STR_CONST("วันศุกร์ที่"),
    STR_CONST("วันเสาร์ที่"), STR_CONST("วันอาทิตย์ที่"),
};

static const struct era_word {
    struct str word;
    enum date_era era;
} era_words[] = {
    {STR_CONST("พ.ศ."), ERA_BUDDHIST},  {STR_CONST("พ.ศ"), ERA_BUDDHIST},
    {STR_CONST("พศ."), ERA_BUDDHIST},   {STR_CONST("พศ"), ERA_BUDDHIST},
    {STR_CONST("B.E."), ERA_BUDDHIST},  {STR_CONST("BE"), ERA_BUDDHIST},
    {STR_CONST("ค.ศ."), ERA_CHRISTIAN}, {STR_CONST("ค.ศ"), ERA_CHRISTIAN},
    {STR_CONST("คศ."), ERA_CHRISTIAN},  {STR_CONST("คศ"), ERA_CHRISTIAN},
};

static enum date_era take_era(struct str *s)
{
    for (size_t i = 0; i < sizeof(era_words) / sizeof(*era_words); i++)
        if (take_nocase(s, era_words[i].word))
            return era_words[i].era;
    return ERA_UNSAID;
}

/* A '/', '-' or '.' with blanks around it, or 0. */
static char take_separator(struct str *s)
{
    struct str rest = *s;
    skip_blanks(&rest);
    if (!rest.len || (rest.ptr[0] != '/' && rest.ptr[0] != '-' && rest.ptr[0] != '.'))
        return 0;
    char separator = rest.ptr[0];
    rest = str_skip(rest, 1);
    skip_blanks(&rest);
    *s = rest;
    return separator;
}

/* What may stand around a month's name: blanks, a hyphen or a stroke. */
static void skip_joint(struct str *s)
{
    struct str rest = *s;
    char separator = take_separator(&rest);
    if (separator == '-' || separator == '/')
        *s = rest;
    skip_blanks(s);
}

static bool take_named_month_and_year(struct str *s, struct date_written *written)
{
    written->month = date_take_month(s);
    if (!written->month)
        return false;
    skip_joint(s);
    written->era = take_era(s);
    skip_blanks(s);
    written->year = date_take_number(s, 4);
    return written->year.digits > 0;
}

/* 2568-05-12, after its year. */
static bool take_after_year(struct str *s, struct date_written *written)
{
    char separator = take_separator(s);
    struct date_number month = date_take_number(s, 2);
    bool same = separator && take_separator(s) == separator;
    struct date_number day = date_take_number(s, 2);
    written->month = month.value;
    written->day = day.value;
    return same && month.digits && day.digits;
}

/* 12/5/2568, after its day. */
static bool take_after_day(struct str *s, struct date_written *written)
{
    char separator = take_separator(s);
    struct date_number month = date_take_number(s, 2);
    bool same = separator && take_separator(s) == separator;
    written->month = month.value;
    written->year = date_take_number(s, 4);
    return same && month.digits && written->year.digits;
}

static bool take_date(struct str *s, struct date_written *written)
{
    if (TAKE_ONE(s, day_prefixes))
        skip_blanks(s);
    struct date_number first = date_take_number(s, 4);
    if (first.digits == 4) {
        written->year = first;
        return take_after_year(s, written);
    }
    written->day = first.value;
    if (first.digits != 1 && first.digits != 2)
        return false;
    struct str rest = *s;
    skip_joint(&rest);
    if (!rest.len || char_is_digit(rest.ptr[0]) || rest.ptr[0] == '.')
        return take_after_day(s, written);
    *s = rest;
    return take_named_month_and_year(s, written);
}

/* 2567-10 or 10/2567. */
static bool take_month_in_digits(struct str *s, struct date_written *written)
{
    struct date_number first = date_take_number(s, 4);
    bool joined = take_separator(s) != 0;
    struct date_number second = date_take_number(s, 4);
    struct date_number month = first.digits == 4 ? second : first;
    written->year = first.digits == 4 ? first : second;
    written->month = month.value;
    return joined && (month.digits == 1 || month.digits == 2) && written->year.digits > 0;
}

static bool take_bare_month(struct str *s, struct date_written *written)
{
    written->day = DATE_WHOLE_MONTH;
    if (take(s, STR("เดือน")))
        skip_blanks(s);
    return s->len && char_is_digit(s->ptr[0]) ? take_month_in_digits(s, written)
                                         : take_named_month_and_year(s, written);
}

/* ---- What Excel shows ---- */

static bool take_day_and_month(struct str *s)
{
    size_t digits = date_take_number(s, 2).digits;
    return digits && take(s, STR("-")) && date_take_month(s);
}

static bool take_month_and_year(struct str *s)
{
    return date_take_month(s) && take(s, STR("-")) && date_take_number(s, 2).digits == 2;
}

size_t date_shortened(struct str text)
{
    struct str first = str_cut(text, ' ').head, day = first, month = first;
    if (!str_cut(first, '-').ok) /* nearly all texts */
        return 0;
    bool whole = (take_day_and_month(&day) && !day.len)
                 || (take_month_and_year(&month) && !month.len);
    return whole ? first.len : 0;
}

typedef bool take_fn(struct str *s, struct date_written *written);

static struct date_read read_by(take_fn *grammar, struct str text, struct arena *scratch)
{
    struct str rest = date_prepare(text, scratch);
    if (!rest.len)
        return (struct date_read){.error = DATE_EMPTY};
    struct date_written written = {0};
    bool known = grammar(&rest, &written) && rest.len == 0;
    return known ? date_judge(written) : (struct date_read){.error = DATE_FORM};
}

struct date_read date_parse(struct str text, struct arena *scratch)
{
    return read_by(take_date, text, scratch);
}

struct date_read date_parse_month(struct str text, struct arena *scratch)
{
    return read_by(take_bare_month, text, scratch);
}
