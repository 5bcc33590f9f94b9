/* SPDX-License-Identifier: MIT */
/*
 * number.h: numbers as machines and links have them: "12", "05", "101.9087100".
 *
 * printf takes 1,400 instructions for an integer and 5,700 for a coordinate, and a country has
 * half a million of them; these take about 100. They write the same bytes.
 */
#ifndef ATTALAK_BASE_NUMBER_H
#define ATTALAK_BASE_NUMBER_H

#include <stdint.h>

#include "base/str.h"

enum { NUMBER_DECIMALS_MAX = 7, NUMBER_DIGITS_MAX = 20 /* of UINT64_MAX */ };

/* Writes digits backwards, ending before `end`, with zeros in front up to `width` of them; tells
 * where they begin. At most NUMBER_DIGITS_MAX, or `width`. */
char *number_digits(char *end, uint64_t number, size_t width);

struct str number_plain(int64_t number, struct arena *arena);
/* With zeros in front up to `width` digits, as %0*u. */
struct str number_padded(unsigned number, size_t width, struct arena *arena);
/* For people: "7,850". */
struct str number_grouped(uint64_t number, struct arena *arena);
/* With so many decimals (at most NUMBER_DECIMALS_MAX), as %.*f. */
struct str number_decimal(double number, unsigned decimals, struct arena *arena);

#endif
