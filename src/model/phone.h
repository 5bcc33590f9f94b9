/* SPDX-License-Identifier: MIT */
/*
 * phone.h: the number in what people write as a telephone: "0 4489 1101 ต่อ 12".
 */
#ifndef ATTALAK_MODEL_PHONE_H
#define ATTALAK_MODEL_PHONE_H

#include "base/str.h"

/* The number itself: without "ต่อ 12", "ext. 12", and of "0 4489 1101-3" the first. */
struct str phone_number(struct str phone);

#endif
