/* SPDX-License-Identifier: MIT */
#include "text/months.h"

#include "text/date_written.h"

enum { MONTHS = 12, ALL_MONTHS = 0xfff };

static const struct str whole_year[] = {
    STR_CONST("ตลอดปี"),  STR_CONST("ตลอดทั้งปี"), STR_CONST("ทั้งปี"),
    STR_CONST("ทุกเดือน"), STR_CONST("all year"), STR_CONST("all year round"),
};
static const struct str range_words[] = {
    STR_CONST("-"), STR_CONST("–"), STR_CONST("—"), STR_CONST("จนถึง"), STR_CONST("ถึง"),
};
static const struct str join_words[] = {STR_CONST(","), STR_CONST("และ"), STR_CONST("กับ")};

#define COUNT(list) (sizeof(list) / sizeof(*(list)))

/* The sign and the blanks behind it. */
static bool take(struct str *s, struct str sign)
{
    if (!str_starts(*s, sign))
        return false;
    *s = str_trim(str_skip(*s, sign.len));
    return true;
}

static bool take_one_of(struct str *s, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (take(s, list[i]))
            return true;
    return false;
}

/* 1–12, or 0; *digits says that it stood in digits. */
static int take_one(struct str *s, bool *digits)
{
    take(s, STR("เดือน"));
    struct date_number number = date_take_number(s, 9); /* all: 1112 is neither 11 nor 12 */
    *digits = number.digits > 0;
    int month = *digits ? number.value : date_take_month(s);
    *s = str_trim(*s);
    return month <= MONTHS ? month : 0;
}

static unsigned between(int from, int to)
{
    unsigned months = 1u << (to - 1);
    for (int month = from; month != to; month = month % MONTHS + 1)
        months |= 1u << (month - 1);
    return months;
}

/* One month or a range of them; 0: none. */
static unsigned take_range(struct str *s)
{
    bool digits, digits_to;
    int from = take_one(s, &digits);
    if (!from || !take_one_of(s, range_words, COUNT(range_words)))
        return from ? between(from, from) : 0;
    int to = take_one(s, &digits_to);
    return to && digits == digits_to ? between(from, to) : 0;
}

unsigned months_parse(struct str text)
{
    struct str rest = str_trim(text);
    for (size_t i = 0; i < COUNT(whole_year); i++)
        if (str_eq_nocase(rest, whole_year[i]))
            return ALL_MONTHS;
    unsigned months = 0, more;
    do {
        more = take_range(&rest);
        months |= more;
        take_one_of(&rest, join_words, COUNT(join_words));
    } while (more && rest.len);
    return more ? months : 0;
}

static bool has(unsigned months, int month)
{
    return months >> (month % MONTHS) & 1;
}

struct str months_listed(unsigned months, struct arena *arena)
{
    int first = 0;
    while (first < MONTHS && !(has(months, first) && !has(months, first + MONTHS - 1)))
        first++;
    struct str listed = {0};
    for (int i = 0; i < MONTHS; i++)
        if (has(months, first + i))
            listed = str_cat(arena, listed, listed.len ? STR(", ") : STR(""),
                             str_format(arena, "%d", (first + i) % MONTHS + 1));
    return listed;
}
