/* SPDX-License-Identifier: MIT */
/*
 * Signs are read off the front of the text, and what they mean is put behind what was read
 * before:
 *
 *     text = open* rule (join? rule)*
 *     rule = days? at* what | closed days
 *     what = span (join? span)* | all day
 */
#include "text/hours_words.h"

enum { DAYS = 7, NOON = 12 * 60 };

struct words {
    struct str rest, read;
    struct arena *arena;
};

/* ---- signs ---- */

/* In each list the longer stands before its own beginning. */
static const struct str open_words[] = {
    STR_CONST("เปิดให้เข้าชม"), STR_CONST("เปิดให้บริการ"), STR_CONST("เปิดบริการ"),
    STR_CONST("เปิดทำการ"),   STR_CONST("เวลาทำการ"),   STR_CONST("เปิด"),
};
static const struct str at_words[] = {
    STR_CONST("ตั้งแต่เวลา"), STR_CONST("ตั้งแต่"), STR_CONST("เวลา"), STR_CONST("เปิด"),
};
static const struct str every_words[] = {
    STR_CONST("ทุกวัน"), STR_CONST("every day"), STR_CONST("daily"),
};
static const struct str closed_words[] = {
    STR_CONST("ปิด"), STR_CONST("หยุด"), STR_CONST("ยกเว้น"), STR_CONST("เว้น"),
};
static const struct str range_words[] = {
    STR_CONST("-"), STR_CONST("–"), STR_CONST("—"), STR_CONST("จนถึง"), STR_CONST("ถึง"),
};
static const struct str join_words[] = {
    STR_CONST(","), STR_CONST(";"), STR_CONST("และ"), STR_CONST("กับ"),
};
static const struct str all_day_words[] = {
    STR_CONST("ตลอด 24 ชั่วโมง"), STR_CONST("ตลอด24ชั่วโมง"), STR_CONST("ตลอด 24 ชม."),
    STR_CONST("24 ชั่วโมง"),      STR_CONST("24 ชม."),
};
static const struct str hour_words[] = {STR_CONST("นาฬิกา"), STR_CONST("น."), STR_CONST("น")};

static const struct str signs[DAYS] = {
    STR_CONST("Mo"), STR_CONST("Tu"), STR_CONST("We"), STR_CONST("Th"),
    STR_CONST("Fr"), STR_CONST("Sa"), STR_CONST("Su"),
};

static const struct day_word {
    struct str word;
    int day;
} day_words[] = {
    {STR_CONST("จันทร์"), 0},   {STR_CONST("จ."), 0},    {STR_CONST("Monday"), 0},
    {STR_CONST("Mon"), 0},     {STR_CONST("Mo"), 0},    {STR_CONST("อังคาร"), 1},
    {STR_CONST("อ."), 1},      {STR_CONST("Tuesday"), 1}, {STR_CONST("Tue"), 1},
    {STR_CONST("Tu"), 1},
    {STR_CONST("พุธ"), 2},      {STR_CONST("พ."), 2},    {STR_CONST("Wednesday"), 2},
    {STR_CONST("Wed"), 2},     {STR_CONST("We"), 2},    {STR_CONST("พฤหัสบดี"), 3},
    {STR_CONST("พฤหัสฯ"), 3},   {STR_CONST("พฤหัส"), 3},  {STR_CONST("พฤ."), 3},
    {STR_CONST("Thursday"), 3}, {STR_CONST("Thu"), 3},  {STR_CONST("Th"), 3},
    {STR_CONST("ศุกร์"), 4},     {STR_CONST("ศ."), 4},    {STR_CONST("Friday"), 4},
    {STR_CONST("Fri"), 4},     {STR_CONST("Fr"), 4},    {STR_CONST("เสาร์"), 5},
    {STR_CONST("ส."), 5},      {STR_CONST("Saturday"), 5}, {STR_CONST("Sat"), 5},
    {STR_CONST("Sa"), 5},      {STR_CONST("อาทิตย์"), 6}, {STR_CONST("อา."), 6},
    {STR_CONST("Sunday"), 6},  {STR_CONST("Sun"), 6},   {STR_CONST("Su"), 6},
};

/* The sign and the blanks behind it. */
static bool take(struct words *w, struct str sign)
{
    if (!str_eq_nocase(str_first(w->rest, sign.len), sign))
        return false;
    w->rest = str_trim(str_skip(w->rest, sign.len));
    return true;
}

static bool take_one_of(struct words *w, const struct str *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (take(w, list[i]))
            return true;
    return false;
}

#define TAKE_ONE(w, list) take_one_of((w), (list), sizeof(list) / sizeof(*(list)))

static void put(struct words *w, struct str part)
{
    w->read = str_cat(w->arena, w->read, part);
}

/* ---- days ---- */

/* 0 to 6, or -1. */
static int take_day(struct words *w)
{
    struct words ahead = *w;
    take(&ahead, STR("วัน"));
    for (size_t i = 0; i < sizeof(day_words) / sizeof(*day_words); i++)
        if (take(&ahead, day_words[i].word)) {
            *w = ahead;
            return day_words[i].day;
        }
    return -1;
}

/* "จันทร์" or "จันทร์-ศุกร์"; false when there is none, or no end behind the hyphen. */
static bool take_range(struct words *w)
{
    int from = take_day(w);
    if (from < 0)
        return false;
    put(w, signs[from]);
    if (!TAKE_ONE(w, range_words))
        return true;
    int to = take_day(w);
    if (to < 0)
        return false;
    put(w, STR("-"));
    put(w, signs[to]);
    return true;
}

static bool take_days(struct words *w)
{
    if (!take_range(w))
        return false;
    for (struct words ahead = *w; TAKE_ONE(&ahead, join_words); ahead = *w) {
        put(&ahead, STR(","));
        if (!take_range(&ahead))
            break;
        *w = ahead;
    }
    put(w, STR(" "));
    return true;
}

/* The days of a rule; none is every day too, but not said. */
static void take_rule_days(struct words *w)
{
    bool every = TAKE_ONE(w, every_words);
    struct words ahead = *w;
    if (take_days(&ahead))
        *w = ahead;
    else if (every)
        put(w, STR("Mo-Su "));
}

/* ---- hours ---- */

struct clock {
    int minutes;
    bool whole; /* "9": without minutes */
};

/* A number of one or two digits, or -1. */
static int take_number(struct words *w)
{
    size_t len = 0;
    while (len < w->rest.len && w->rest.ptr[len] >= '0' && w->rest.ptr[len] <= '9')
        len++;
    if (len < 1 || len > 2)
        return -1;
    int number = (int)str_to_int(str_first(w->rest, len)).value;
    w->rest = str_skip(w->rest, len);
    return number;
}

/* "08.30", "8:30", "9". */
static bool take_clock(struct words *w, struct clock *clock)
{
    int hour = take_number(w), minute = 0;
    clock->whole = !(str_starts(w->rest, STR(".")) || str_starts(w->rest, STR(":")));
    if (!clock->whole) {
        w->rest = str_skip(w->rest, 1);
        size_t before = w->rest.len;
        minute = take_number(w);
        if (before - w->rest.len != 2 || minute > 59)
            return false;
    }
    clock->minutes = hour * 60 + minute;
    w->rest = str_trim(w->rest);
    return hour >= 0;
}

/* 9-5 and 8.30-4.30 leave open which half of the day is meant, 9-17 whether these are hours. */
static bool is_clear(struct clock from, struct clock to, bool unit)
{
    bool hours = unit || !(from.whole || to.whole);
    bool overnight = to.minutes < from.minutes && from.minutes >= NOON;
    return hours && (to.minutes > from.minutes || overnight);
}

static bool take_span(struct words *w)
{
    struct clock from, to;
    if (!take_clock(w, &from))
        return false;
    bool unit = TAKE_ONE(w, hour_words);
    if (!TAKE_ONE(w, range_words) || !take_clock(w, &to))
        return false;
    unit = TAKE_ONE(w, hour_words) || unit;
    put(w, str_format(w->arena, "%02d:%02d-%02d:%02d", from.minutes / 60, from.minutes % 60,
                      to.minutes / 60, to.minutes % 60));
    return is_clear(from, to, unit);
}

static bool take_what(struct words *w)
{
    if (TAKE_ONE(w, all_day_words)) {
        put(w, STR("00:00-24:00"));
        return true;
    }
    if (!take_span(w))
        return false;
    for (struct words ahead = *w; TAKE_ONE(&ahead, join_words); ahead = *w) {
        put(&ahead, STR(","));
        if (!take_span(&ahead))
            break;
        *w = ahead;
    }
    return true;
}

/* ---- rules ---- */

static bool take_rule(struct words *w)
{
    take_rule_days(w);
    while (TAKE_ONE(w, at_words))
        ;
    return take_what(w);
}

/* "ปิดวันจันทร์", which says something only behind the hours of other days. */
static bool take_closed(struct words *w)
{
    take(w, STR("ทุก"));
    bool days = take_days(w);
    put(w, STR("off"));
    return days;
}

static bool take_rules(struct words *w)
{
    while (TAKE_ONE(w, open_words))
        ;
    bool ok = take_rule(w);
    while (ok && w->rest.len) {
        TAKE_ONE(w, join_words);
        put(w, STR("; "));
        ok = TAKE_ONE(w, closed_words) ? take_closed(w) : take_rule(w);
    }
    return ok;
}

struct str hours_from_words(struct str text, struct arena *arena)
{
    struct words w = {.rest = str_trim(text), .arena = arena};
    if (!take_rules(&w))
        return STR("");
    bool always = str_eq(w.read, STR("00:00-24:00")) || str_eq(w.read, STR("Mo-Su 00:00-24:00"));
    return always ? STR("24/7") : w.read;
}
