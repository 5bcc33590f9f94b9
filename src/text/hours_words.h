/* SPDX-License-Identifier: MIT */
/*
 * hours_words.h: opening hours as offices write them → the grammar of hours.h.
 *
 *     จันทร์-ศุกร์ 08.30-16.30 น.  →  Mo-Fr 08:30-16:30
 *
 * Only what can be read in one way and to its last letter: no "8 โมงเช้า", no "ประมาณ", no
 * holidays, no 8.30-4.30.
 */
#ifndef ATTALAK_TEXT_HOURS_WORDS_H
#define ATTALAK_TEXT_HOURS_WORDS_H

#include "base/str.h"

/* In the grammar of hours.h (which may still refuse it: 25:00), or empty. Digits are 0–9. */
struct str hours_from_words(struct str text, struct arena *arena);

#endif
