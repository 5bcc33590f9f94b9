/* SPDX-License-Identifier: MIT */
/*
 * words.h: the interface's words, dates and numbers in one language.
 *
 * All of it comes from content/words/<lang>.yaml: a third language is one more file.
 * Templates see the words as {{t.nav.home}}; sentences that take values ("{count} แห่ง")
 * are made here. A word that a file lacks falls back to language 0 (model/ has reported
 * it).
 */
#ifndef ATTALAK_VIEW_WORDS_H
#define ATTALAK_VIEW_WORDS_H

#include "model/model.h"
#include "render/value.h"

struct words {
    const struct site *site;
    unsigned lang;
    struct value value; /* the map behind {{t}} */
    bool buddhist;      /* format.calendar: buddhist */
    struct str group;   /* format.group: thousands separator */
};

/* One of {name}'s fillings. */
struct word_arg {
    const char *name;
    struct str value;
};

/* Words of each language; the maps of all share one shape (that of language 0's keys). */
void words_make(const struct site *site, struct words out[LANG_MAX], struct arena *arena);

/* Complains of words that the views need and language 0 lacks (words_needed.c). */
void words_check(const struct site *site, struct arena *arena, struct diags *diags);

/* The shape behind {{t}}. */
const struct shape *words_shape(const struct words *words);

/* The word with dotted key `key`; the key itself when no file has it (see words_check). */
struct str words_get(const struct words *words, const char *key);
struct str words_get_str(const struct words *words, struct str key);
/* "<prefix>.<key>": words_under(w, "lao.full", "sao"). */
struct str words_under(const struct words *words, const char *prefix, const char *key,
                       struct arena *arena);

/* The word with its {names} filled in. */
#define words_fill(words, key, arena, ...)                                               \
    words_fill_args(words_get((words), (key)),                                           \
                    (const struct word_arg[]){__VA_ARGS__, {NULL, {NULL, 0}}}, (arena))
struct str words_fill_args(struct str pattern, const struct word_arg *args,
                           struct arena *arena);

/* The same word filled many times: it is cut at its holes once. */
enum { WORD_PARTS_MAX = 24 }; /* a sentence has a handful of holes */
struct word_cut {
    struct str parts[WORD_PARTS_MAX]; /* a text, a hole with its braces, a text … */
    size_t count;
};
void words_cut(struct str pattern, struct word_cut *cut);
struct str words_cut_fill(const struct word_cut *cut, const struct word_arg *args,
                          struct arena *arena);

struct str words_number(const struct words *words, int64_t number, struct arena *arena);
/* The word `key` with {count}; a `<key>_one` is used for 1 where the language has it. */
struct str words_count(const struct words *words, const char *key, int64_t count,
                       struct arena *arena);
struct str words_date(const struct words *words, struct date date, struct arena *arena);
struct str words_year(const struct words *words, int year, struct arena *arena);
struct str words_month_short(const struct words *words, int month, struct arena *arena);
struct str words_month_name(const struct words *words, int month);
struct str words_time(const struct words *words, int minutes, struct arena *arena);
/* "a, b และ c" */
struct str words_and(const struct words *words, const struct str *items, size_t count,
                     struct arena *arena);

#endif
