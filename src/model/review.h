/* SPDX-License-Identifier: MIT */
/*
 * review.h: words and hosts that planted texts use (gambling, loan sharks), from
 * vocabulary/review.yaml, and where a text has them.
 *
 * A Thai word is found anywhere, whatever stands between its letters. A Latin one is a word of
 * its own, unless * says that more may stand there: "casino", "pgslot*", "*ufabet*"; between
 * the words of a phrase may stand any sign. A hit that lies within a phrase of `but` is none.
 */
#ifndef ATTALAK_MODEL_REVIEW_H
#define ATTALAK_MODEL_REVIEW_H

#include "base/list.h"
#include "base/str.h"
#include "text/fold.h"

enum { REVIEW_HEADS = 1024 };

struct review_word {
    struct str typed; /* without its stars */
    struct str core;  /* folded, as in the view that it is looked up in */
    bool open_left, open_right;
    size_t next; /* another word with the same head, + 1 */
};

/* Words to look up in one view, by their first two letters. */
struct review_list {
    struct LIST_OF(struct review_word) words;
    size_t heads[REVIEW_HEADS]; /* index + 1 */
    struct LIST_OF(struct str) but;
};

struct review {
    struct review_list thai, latin;
    struct LIST_OF(struct str) hosts; /* suffixes, lower case */
};

void review_add_word(struct review *review, struct str typed, struct arena *arena);
void review_add_but(struct review *review, struct str typed, struct arena *arena);
void review_add_host(struct review *review, struct str typed, struct arena *arena);

/* A word of the list and where the view has it. */
struct review_hit {
    const struct review_word *word; /* NULL: no more */
    size_t at;
};

/* The first hit from `from` on, which may be within a letter; of several words there the longest. */
struct review_hit review_next(const struct review_list *list, struct str view, size_t from);

/* The entry that a host ends in, or an empty str. */
struct str review_host(const struct review *review, struct str host);

#endif
