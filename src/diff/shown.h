/* SPDX-License-Identifier: MIT */
/*
 * shown.h: a change as people read it: what stayed at both ends, and what was between.
 *
 *     "ผ้าไหมมัดหมี่|เก่า|แก่" → "ผ้าไหมมัดหมี่|ใหม่|แก่"
 *
 * Cut between letters, never between one and its vowel or tone mark, nor within a word of
 * Latin letters or a number; what is short is not cut at all. What cannot be seen is written out (diag_visible). A story loses
 * its markup, unless the markup itself is what changed. Dates are Buddhist in Thai.
 */
#ifndef ATTALAK_DIFF_SHOWN_H
#define ATTALAK_DIFF_SHOWN_H

#include "diff/diff.h"

struct diff_shown {
    struct str start, before, after, end; /* start and end are of both */
};

/* At most `around` letters of what stayed, `within` of what changed; … where it was cut. */
struct diff_shown diff_shown(const struct diff_change *change, enum diag_lang lang,
                             size_t around, size_t within, struct arena *arena);

#endif
