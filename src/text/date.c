/* SPDX-License-Identifier: MIT */
/*
 * The numbers of a date as written become a date here, and nowhere else, so that the
 * rules of years, months and days are the same for every form. Also time stamps by a
 * declared format, and counting with dates.
 */
#include "text/clean.h"
#include "text/date_written.h"

enum { BUDDHIST = 543, MONTHS = 12, DAY_SECONDS = 86400, THAI_CLOCK = 7 * 3600 };

/* ---- From what is written to a date ---- */

static bool between(int value, int low, int high)
{
    return value >= low && value <= high;
}

static bool is_converted(int year)
{
    return between(year, 1900 - BUDDHIST, 2100 - BUDDHIST) ||
           between(year, 2400 + BUDDHIST, 2700 + BUDDHIST);
}

/* The Christian year, or 0 with *error set. */
static int year_of(struct date_number year, enum date_era era, enum date_error *error)
{
    bool two = year.digits == 2 && between(year.value, 43, 99);
    bool four = year.digits == 4;
    *error = DATE_OK;
    if (era != ERA_CHRISTIAN && two)
        return year.value + 2500 - BUDDHIST;
    if (era != ERA_CHRISTIAN && four && between(year.value, 2400, 2700))
        return year.value - BUDDHIST;
    if (era != ERA_BUDDHIST && four && between(year.value, 1900, 2100))
        return year.value;
    *error = four && is_converted(year.value) ? DATE_CONVERTED : DATE_YEAR;
    return 0;
}

static struct date_read refuse(enum date_error error)
{
    return (struct date_read){.error = error};
}

int date_days_in_month(int year, int month)
{
    static const int days[MONTHS] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

struct date_read date_judge(struct date_written written)
{
    enum date_error error;
    int year = year_of(written.year, written.era, &error);
    if (error)
        return refuse(error);
    if (!between(written.month, 1, MONTHS))
        return refuse(DATE_MONTH);
    if (written.day == DATE_WHOLE_MONTH)
        return (struct date_read){{year, written.month, 0}, DATE_OK};
    if (!between(written.day, 1, date_days_in_month(year, written.month)))
        return refuse(DATE_DAY);
    return (struct date_read){{year, written.month, written.day}, DATE_OK};
}

/* ---- Reading digits ---- */

struct str date_prepare(struct str text, struct arena *scratch)
{
    return clean_digits(clean_line(text, scratch).text, scratch);
}

struct date_number date_take_number(struct str *s, size_t room)
{
    struct date_number read = {0, 0};
    while (read.digits < room && s->len && between(s->ptr[0], '0', '9')) {
        read.value = read.value * 10 + (s->ptr[0] - '0');
        read.digits++;
        *s = str_skip(*s, 1);
    }
    return read;
}

/* ---- Time stamps ---- */

enum { STAMP_PARTS = 6 };

/* The letters of a format, in the order in which a format must not miss any. */
static const struct stamp_part {
    char letter;
    unsigned char digits_min, digits_max;
    int below; /* the value is; 0: date_judge knows */
} stamp_parts[STAMP_PARTS] = {
    {'D', 1, 2, 0},  {'M', 1, 2, 0},  {'Y', 1, 4, 0},
    {'H', 1, 2, 24}, {'m', 2, 2, 60}, {'s', 2, 2, 60},
};

struct stamp {
    struct date_number parts[STAMP_PARTS];
};

static int part_of(char letter)
{
    for (int i = 0; i < STAMP_PARTS; i++)
        if (stamp_parts[i].letter == letter)
            return i;
    return -1;
}

/* Takes one sign off a format; DD counts as D. */
static char take_sign(struct str *format)
{
    char sign = format->ptr[0];
    *format = str_skip(*format, 1);
    while ((part_of(sign) >= 0 || sign == ' ') && format->len && format->ptr[0] == sign)
        *format = str_skip(*format, 1);
    return sign;
}

static bool is_letter(char c)
{
    return between(c, 'a', 'z') || between(c, 'A', 'Z');
}

bool date_format_ok(struct str format)
{
    bool has[STAMP_PARTS] = {false};
    while (format.len) {
        char sign = take_sign(&format);
        int part = part_of(sign);
        if (part < 0 ? is_letter(sign) || between(sign, '0', '9') : has[part])
            return false;
        if (part >= 0)
            has[part] = true;
    }
    bool dated = has[0] && has[1] && has[2];
    return dated && (has[3] || !has[4]) && (has[4] || !has[5]);
}

static bool take_part(struct str *s, const struct stamp_part *part,
                      struct date_number *out)
{
    *out = date_take_number(s, part->digits_max);
    return out->digits >= part->digits_min && (!part->below || out->value < part->below);
}

static bool take_gap(struct str *s)
{
    size_t before = s->len;
    while (s->len && (s->ptr[0] == ' ' || s->ptr[0] == ','))
        *s = str_skip(*s, 1);
    return s->len < before;
}

static bool take_stamp_sign(struct str *s, char sign, struct stamp *stamp)
{
    int part = part_of(sign);
    if (part >= 0)
        return take_part(s, &stamp_parts[part], &stamp->parts[part]);
    if (sign == ' ')
        return take_gap(s);
    bool same = s->len && s->ptr[0] == sign;
    if (same)
        *s = str_skip(*s, 1);
    return same;
}

static bool take_stamp(struct str s, struct str format, struct stamp *stamp)
{
    while (format.len)
        if (!take_stamp_sign(&s, take_sign(&format), stamp))
            return false;
    return s.len == 0;
}

struct date_time_read date_parse_stamp(struct str text, struct str format,
                                       struct arena *scratch)
{
    struct str digits = date_prepare(text, scratch);
    struct stamp stamp = {0};
    if (!digits.len)
        return (struct date_time_read){.error = DATE_EMPTY};
    if (!date_format_ok(format) || !take_stamp(digits, str_trim(format), &stamp))
        return (struct date_time_read){.error = DATE_FORM};
    const struct date_number *parts = stamp.parts;
    struct date_read read = date_judge((struct date_written){
        .day = parts[0].value, .month = parts[1].value, .year = parts[2]});
    if (read.error)
        return (struct date_time_read){.error = read.error};
    int second = (parts[3].value * 60 + parts[4].value) * 60 + parts[5].value;
    return (struct date_time_read){{read.date, second}, DATE_OK};
}

/* ---- Counting ---- */

static int order_of(int a, int b)
{
    return (a > b) - (a < b);
}

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year)
        return order_of(a.year, b.year);
    if (a.month != b.month)
        return order_of(a.month, b.month);
    return order_of(a.day, b.day);
}

int date_time_compare(struct date_time a, struct date_time b)
{
    int days = date_compare(a.date, b.date);
    return days ? days : order_of(a.second, b.second);
}

int date_months_between(struct date from, struct date to)
{
    if (date_compare(from, to) > 0)
        return -date_months_between(to, from);
    int months = (to.year - from.year) * MONTHS + to.month - from.month;
    bool begun = from.day && to.day && to.day < from.day; /* the last one is not whole */
    return months - begun;
}

bool date_is_none(struct date date)
{
    return date.year == 0;
}

int date_buddhist_year(int year)
{
    return year + BUDDHIST;
}

/* Digits by hand: a country's pages have 50,000 dates, and printf takes 1,400 instructions for
 * one. Years are of four digits (date_parse). */
struct str date_iso(struct date date, struct arena *arena)
{
    if (date_is_none(date))
        return STR("");
    const int pairs[] = {date.year / 100, date.year % 100, date.month, date.day};
    char out[] = "0000-00-00";
    static const size_t at[] = {0, 2, 5, 8};
    for (size_t i = 0; i < sizeof(at) / sizeof(*at); i++) {
        out[at[i]] = (char)('0' + pairs[i] / 10);
        out[at[i] + 1] = (char)('0' + pairs[i] % 10);
    }
    return str_copy(str_of(out, date.day ? sizeof(out) - 1 : 7), arena);
}

struct str date_rfc3339(struct date_time time, struct arena *arena)
{
    struct date d = time.date;
    int minutes = time.second / 60;
    return str_format(arena, "%04d-%02d-%02dT%02d:%02d:%02d+07:00", d.year, d.month,
                      d.day, minutes / 60, minutes % 60, time.second % 60);
}

/* The civil calendar by Howard Hinnant's days_from_civil, turned round: years begin in
 * March, so that the leap day is the last of its year; 400 years are 146,097 days. */
static struct date date_of_days(int64_t days)
{
    days += 719468; /* from 1970-01-01 to 0000-03-01 */
    int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    int64_t day_of_era = days - era * 146097;
    int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int64_t day = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int month = (int)((5 * day + 2) / 153); /* 0 is March */
    int year = (int)(year_of_era + era * 400) + (month >= 10);
    return (struct date){year, month < 10 ? month + 3 : month - 9,
                         (int)(day - (153 * month + 2) / 5 + 1)};
}

struct date date_of_serial(struct str text)
{
    enum { SERIAL_1970 = 25569, SERIAL_2100 = 73051 };
    struct cut cut = str_cut(text, '.');
    struct str_int day = str_to_int(cut.head);
    bool known = day.ok && day.value >= SERIAL_1970 && day.value < SERIAL_2100;
    if (!known || (cut.ok && !str_to_int(cut.tail).ok))
        return (struct date){0};
    return date_of_days(day.value - SERIAL_1970);
}

struct date_time date_time_from_epoch(int64_t seconds)
{
    enum { YEAR_9999 = 8000 };
    const int64_t limit = (int64_t)YEAR_9999 * 366 * DAY_SECONDS;
    seconds = seconds < 0 ? 0 : seconds > limit ? limit : seconds;
    seconds += THAI_CLOCK;
    return (struct date_time){date_of_days(seconds / DAY_SECONDS),
                              (int)(seconds % DAY_SECONDS)};
}
