/* SPDX-License-Identifier: MIT */
/*
 * utf8.h: UTF-8, checked once at the door (sources/) and then trusted.
 */
#ifndef ATTALAK_BASE_UTF8_H
#define ATTALAK_BASE_UTF8_H

#include "base/str.h"

/* Offset of the first byte that is not well-formed UTF-8 (overlong, surrogate, > U+10FFFF
 * and truncated forms included), or s.len when all is well. */
size_t utf8_first_bad(struct str s);

/* The code point at the start of s (which is valid and not empty) and its length in
 * bytes. */
struct utf8_char {
    uint32_t codepoint;
    unsigned len;
};
struct utf8_char utf8_next(struct str s);

size_t utf8_count(struct str s); /* code points */
struct str utf8_first(struct str s, size_t count); /* at most that many code points */

/* Writes the 1 to 4 bytes of a code point; returns how many. */
unsigned utf8_encode(uint32_t codepoint, char out[4]);

#endif
