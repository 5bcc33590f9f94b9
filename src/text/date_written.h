/* SPDX-License-Identifier: MIT */
/*
 * date_written.h: the seam between the two halves of date.h: date_words.c reads, date.c
 * judges. months.c reads the same names.
 */
#ifndef ATTALAK_TEXT_DATE_WRITTEN_H
#define ATTALAK_TEXT_DATE_WRITTEN_H

#include "text/date.h"

enum { DATE_WHOLE_MONTH = -1 }; /* the day of a month */

struct date_number {
    int value;
    size_t digits; /* 0: there was none */
};

enum date_era { ERA_UNSAID, ERA_BUDDHIST, ERA_CHRISTIAN };

/* A date's numbers as they stand in the text. */
struct date_written {
    int day, month;
    struct date_number year;
    enum date_era era;
};

struct date_read date_judge(struct date_written written);

/* Cleaned, with digits 0–9. */
struct str date_prepare(struct str text, struct arena *scratch);

/* Takes at most `room` digits (9 at most) off the front. */
struct date_number date_take_number(struct str *s, size_t room);

/* Takes a month's name, full, short or English, off the front: 1–12, or 0. */
int date_take_month(struct str *s);

#endif
