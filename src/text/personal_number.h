/* SPDX-License-Identifier: MIT */
/*
 * personal_number.h: the numbers of personal.h. Inside text/personal*.c only.
 */
#ifndef ATTALAK_TEXT_PERSONAL_NUMBER_H
#define ATTALAK_TEXT_PERSONAL_NUMBER_H

#include "text/personal.h"

/* The datum that begins with the digit at this place, or none. Within a web address a number
 * has no slashes in it and no letters behind it. `shortened`: also a mobile number without
 * its 0. */
struct personal number_found(struct str text, size_t at, bool in_url, bool shortened);

/* Where a number begins that the text's end cuts off, or the text's length. */
size_t number_cut_off(struct str text);

#endif
