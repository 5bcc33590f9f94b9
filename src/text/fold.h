/* SPDX-License-Identifier: MIT */
/*
 * fold.h: what is left of a text when the tricks are off that hide a word from a list of words:
 * capitals, signs that are not seen, percent codes of URLs, numbers of letters ("&#3626;"; an
 * entity with a name is nothing), letters set apart ("ส ล็ อ ต"), เเ for แ. For looking words up,
 * never for display.
 *
 * Latin words are words: `words` holds them in lower case with one blank between, before and
 * behind (" time slot "); all else is a blank there. Thai knows no blanks between words, so
 * `joined` holds letters and digits alone, of both scripts.
 *
 * Tags are letters and signs like any other: a field that is no Markdown is shown as it was typed.
 * fold_drop_tags() gives the other reading; what Markdown shows only sources/prose.h knows.
 */
#ifndef ATTALAK_TEXT_FOLD_H
#define ATTALAK_TEXT_FOLD_H

#include "base/list.h"
#include "base/str.h"

struct fold_view {
    struct str text;
    struct LIST_OF(size_t) lines; /* where the text's lines from the second on begin */
};

struct folded {
    struct fold_view words, joined;
};

/* Of a text that is clean already (clean.h). */
struct folded fold_text(struct str text, struct arena *arena);

/* The text as it reads where it is taken for HTML: without what stands from "<" and a letter, "/" or
 * "!" to the next ">"; its lines stay. The very text when there is none. */
struct str fold_drop_tags(struct str text, struct arena *arena);

/* Of a place in a view: the line of the text that it comes from, from 0. */
unsigned fold_line(const struct fold_view *view, size_t at);

#endif
