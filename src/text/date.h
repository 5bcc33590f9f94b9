/* SPDX-License-Identifier: MIT */
/*
 * date.h: dates and months as Thai offices write them → the Christian year, and back.
 *
 * Four-digit years 2400–2700 are Buddhist, 1900–2100 Christian; two digits 43–99 are
 * Buddhist 25xx, two digits below are refused; so is a month above 12 (M/D/Y), a day that
 * the month does not have, and a year such as 1482 or 3111 that a double conversion made.
 * Never guessed.
 */
#ifndef ATTALAK_TEXT_DATE_H
#define ATTALAK_TEXT_DATE_H

#include "base/str.h"

struct date {
    int year, month, day; /* Christian; day 0: a month; all 0: none */
};

struct date_time {
    struct date date;
    int second; /* of the day */
};

enum date_error {
    DATE_OK,
    DATE_EMPTY,
    DATE_FORM,      /* not a date in any form we know */
    DATE_YEAR,      /* two digits below 43, or out of range */
    DATE_CONVERTED, /* 543 added or taken twice */
    DATE_MONTH,     /* above 12: month and day swapped? */
    DATE_DAY,       /* the month has no such day */
};

struct date_read {
    struct date date;
    enum date_error error;
};

/* 2568-05-12, 12/5/2568, 12 พฤษภาคม 2568, ๑๒ พ.ค. ๖๘, วันที่ 12 พ.ค.68, 12.5.2568 … */
struct date_read date_parse(struct str text, struct arena *scratch);

/* 2024-10, 2567-10, ต.ค. 2567, ตุลาคม 67, 10/2567: day is 0. */
struct date_read date_parse_month(struct str text, struct arena *scratch);

/* "1-ม.ค.", "2-Jan", "ม.ค.-01": what Excel makes of 1/1, 2/1 … The bytes of such a date at the
 * start of a text, up to a blank or the end; 0: none. */
size_t date_shortened(struct str text);

/* The day that Excel numbers so ("45810", "45810.375"), of 1970 to 2099; none otherwise. */
struct date date_of_serial(struct str text);

/* A sheet's time stamp by its declared format, e.g. "D/M/Y H:m:s" or "M/D/Y H:m". */
struct date_time_read {
    struct date_time time;
    enum date_error error;
};
struct date_time_read date_parse_stamp(struct str text, struct str format,
                                       struct arena *scratch);

/* Whether a format can be used: D, M and Y once each, H, m and s at most once (DD is D),
 * m only with H, s only with m; a blank stands for any run of blanks and commas; no other
 * letters. */
bool date_format_ok(struct str format);

int date_compare(struct date a, struct date b);
int date_time_compare(struct date_time a, struct date_time b);
int date_months_between(struct date from, struct date to); /* whole months */
bool date_is_none(struct date date);
struct str date_iso(struct date date, struct arena *arena); /* 2025-05-12 or 2025-05 */

struct str date_month_thai(struct date date, struct arena *arena); /* ต.ค. 2567 */

int date_buddhist_year(int year);            /* 2025 → 2568 */
int date_days_in_month(int year, int month); /* Christian year, month 1–12 */

/* SOURCE_DATE_EPOCH as Thai clocks show it, and 2025-06-16T14:30:05+07:00. */
struct date_time date_time_from_epoch(int64_t seconds);
struct str date_rfc3339(struct date_time time, struct arena *arena);

#endif
