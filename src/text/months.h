/* SPDX-License-Identifier: MIT */
/*
 * months.h: months of the year as people list them.
 *
 *     11 | พ.ย. | พ.ย.-ม.ค. | พฤศจิกายน ถึง มกราคม | พ.ย. และ ธ.ค. | 11-1 | ตลอดปี
 *
 * A range may go over the new year. "11-ม.ค." is none: Excel writes the 11th of January so.
 */
#ifndef ATTALAK_TEXT_MONTHS_H
#define ATTALAK_TEXT_MONTHS_H

#include "base/str.h"

/* Bit 0 January … bit 11 December; 0 when it cannot be read to its end. Digits are 0–9. */
unsigned months_parse(struct str text);

/* "11, 12, 1": in the order of a year that begins where a run of months does. */
struct str months_listed(unsigned months, struct arena *arena);

#endif
