/* SPDX-License-Identifier: MIT */
/*
 * figure.h: whole numbers as people type them into a sheet: 1250, 1,250, 1 250, ๑,๒๕๐, 1,250 คน,
 * ฿25,000, 25,000.-, 1250.00.
 *
 * Read is what can mean one number only. A dot before three digits may be a decimal point or the
 * marks of thousands, "100-150" and "ประมาณ 100" are no count: refused, each for its own reason.
 */
#ifndef ATTALAK_TEXT_FIGURE_H
#define ATTALAK_TEXT_FIGURE_H

#include "base/str.h"

/* The words that may stand at the number; another unit's make it no number: "100 บาท" are no
 * visitors. */
enum figure_unit { FIGURE_BARE, FIGURE_PEOPLE, FIGURE_BAHT, FIGURE_STARS, FIGURE_UNITS };

enum figure_error {
    FIGURE_OK,
    FIGURE_FORM,      /* not a number in any form we know: "2.5 ล้าน" */
    FIGURE_DOTTED,    /* 1.250: a thousand or one and a quarter? `value` is the former */
    FIGURE_FRACTION,  /* 12.5 */
    FIGURE_INEXACT,   /* ประมาณ 100, 100-150, 100+ */
    FIGURE_SHORTENED, /* 1.2E+07 */
    FIGURE_LARGE,     /* beyond 64 bits */
};

struct figure {
    int64_t value;
    enum figure_error error;
};

struct figure figure_parse(struct str text, enum figure_unit unit, struct arena *scratch);

/* A number and the word after it are one line's: a no-break space between them. For what is
 * shown, not for data. */
struct str figure_keep(struct str text, struct arena *arena);

/* 8.12E+08: what a spreadsheet makes of a long number; its digits are lost. */
bool figure_is_shortened(struct str text);

#endif
