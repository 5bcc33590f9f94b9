/* SPDX-License-Identifier: MIT */
/*
 * phone.h: the number in what people write as a telephone: "0 4489 1101 ต่อ 12".
 */
#ifndef ATTALAK_MODEL_PHONE_H
#define ATTALAK_MODEL_PHONE_H

#include "base/str.h"

/* The number itself: without "ต่อ 12", "ext. 12", and of "0 4489 1101-3" the first. */
struct str phone_number(struct str phone);

/* How many digits; -1 when anything else than the usual marks stands between them. */
int phone_digits(struct str number);

/* "44891101", "812345678": Excel took it for a number, and beyond doubt only the 0 is gone. */
bool phone_lost_zero(struct str number);

#endif
