/* SPDX-License-Identifier: MIT */
/*
 * hours_open.h: opening hours → when it is open, each day told once.
 *
 * Rules override each other, and their months and days wrap around. What is written here does
 * not, so that assets/open.js needs no grammar to say whether it is open now:
 *
 *     part (" " part)*        part = months days "=" span ("," span)*
 *
 * with a letter for each month (a: January … l), a digit for each day (0: Monday … 6), none for
 * all of them, and spans in minutes from the day's midnight, "1080-1560" when it closes at 2:00.
 * No day of a month is in two parts; in none of them it is closed.
 *
 *     Mo-Fr 08:30-16:30; Dec off  →  abcdefghijk01234=510-990
 */
#ifndef ATTALAK_TEXT_HOURS_OPEN_H
#define ATTALAK_TEXT_HOURS_OPEN_H

#include "text/hours.h"

/* Empty when it never opens, and when a program cannot tell: a rule that opens has a comment
 * ("by appointment"), or a later one has other hours on its days, which readers see as both. */
struct str hours_open(const struct hours *hours, struct arena *arena);

#endif
