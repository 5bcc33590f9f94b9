/* SPDX-License-Identifier: MIT */
/*
 * clean_thai.h: the part of clean.h that knows Thai letters; only clean.c uses it.
 *
 * Thai keyboards and converters produce the same picture from many orders of code points.
 * One is right: letter, vowel above or below, tone, karan; and sara am is one sign, last
 * of all.
 */
#ifndef ATTALAK_TEXT_CLEAN_THAI_H
#define ATTALAK_TEXT_CLEAN_THAI_H

#include "text/clean.h"

/* A text being cleaned. */
struct clean_text {
    uint32_t *codepoints;
    size_t len;
    unsigned bits;
    bool foreign;        /* more than ASCII, Latin and Thai in it */
    struct arena *arena; /* scratch */
};

/* Puts clusters in order and joins what was typed in two. */
void clean_thai(struct clean_text *text);

/* For the quick scan of clean.c: the kind of a sign, and whether one of the kind `here` needs
 * nothing done after one of the kind `before`. A Thai sign is named by its offset from U+0E00. */
enum { CLEAN_KIND_OTHER = 0, CLEAN_KIND_BLANK = 8, CLEAN_KIND_NEVER };
unsigned clean_thai_kind(unsigned offset);
bool clean_kind_follows(unsigned before, unsigned here);

bool clean_is_thai(uint32_t codepoint);      /* of the Thai block */
bool clean_is_thai_mark(uint32_t codepoint); /* stands above or below a letter */

/* The sign that U+F700–F71A, a glyph at a shifted place, stood for. */
uint32_t clean_thai_glyph(uint32_t glyph);

#endif
