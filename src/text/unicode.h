/* SPDX-License-Identifier: MIT */
/*
 * unicode.h: what only the Unicode tables know (ICU's, in icu.c), for text that is not
 * plain Thai or Latin. Nothing here depends on a locale.
 */
#ifndef ATTALAK_TEXT_UNICODE_H
#define ATTALAK_TEXT_UNICODE_H

#include "base/str.h"

/* Normalization form C; the very str that came in when it is in that form already. */
struct str unicode_nfc(struct str text, struct arena *arena);

bool unicode_is_mark(uint32_t codepoint); /* takes no room of its own: Mn and Me */
bool unicode_is_word(uint32_t codepoint); /* a letter, a mark or a decimal digit */

#endif
