/* SPDX-License-Identifier: MIT */
/*
 * order.h: the order of names that a reader expects, by ICU's collator (icu.c).
 *
 * Byte order puts every Thai name that begins with เแโใไ last; 7,824 of 7,850 names move.
 *
 *     struct order *order = order_open(STR("th"), arena);
 *     key = order_key(order, name, arena);           keys compare with str_compare
 *
 * Blanks, hyphens, dots and ฯ do not count, so different names may have equal keys: the
 * caller breaks ties by code. Not thread-safe; one order per thread, or keys made once
 * while the model is resolved.
 */
#ifndef ATTALAK_TEXT_ORDER_H
#define ATTALAK_TEXT_ORDER_H

#include "base/str.h"

struct order;

/* A locale that ICU does not know gets the order of all languages. */
struct order *order_open(struct str locale, struct arena *arena);
struct str order_key(const struct order *order, struct str text, struct arena *arena);
void order_close(struct order *order);

/* "ICU 72.1": keys are the same for the same version only, so the manifest names it. */
struct str order_version(struct arena *arena);

#endif
