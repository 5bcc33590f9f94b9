/* SPDX-License-Identifier: MIT */
/*
 * data.h: what the files that machines read are made of.
 *
 * Nothing here falls back to another language, and nothing unknown is written: a text is
 * in the languages that have it, a number is there or its slot is empty. Lists carry
 * their own commas, because templates have no logic: `comma` is true where one must stand
 * before the item.
 */
#ifndef ATTALAK_VIEW_DATA_H
#define ATTALAK_VIEW_DATA_H

#include "view/view.h"

/* No file of the site may be larger than 20 MB: JSON leaves parts out well before. */
enum { DATA_JSON_MAX = 16000000 };

/* A list that is there at all: {{#tags}}"tags": [{{#all}}…{{/all}}]{{/tags}} says nothing
 * when it is empty. ALL_SHAPE makes the shape of one. */
struct all_view {
    struct value all;
};
#define ALL_SHAPE(shape_, name_, item_)                                                  \
    const struct shape shape_ = {                                                        \
        (name_), &(const struct slot)SLOT_OF(all_view, all, VALUE_LIST, &(item_)), 1, 1}
struct value data_all(const struct value *items, size_t count, const struct shape *shape,
                      struct arena *arena);

/* A text in each language that has it: all of {lang, text, comma}. */
extern const struct shape data_texts_shape;
struct value data_texts(const struct site *site, const struct text *text,
                        struct arena *arena);

/* Several texts of no language: all of {text, comma}. */
extern const struct shape data_list_shape;
struct value data_list(const struct str *texts, size_t count, struct arena *arena);

/* The address of an entry in each language; none without a base_url. */
struct value data_addresses(const struct site *site, const struct lao *lao,
                            struct arena *arena);

/* What is known of an entry's access; none when nothing was said. */
extern const struct shape data_access_shape;
struct value data_access(const struct site *site, const struct access *access,
                         struct arena *arena);

/* Entries with all that is known of them, in the order given, as a stream. What a file of
 * `limit` bytes has no room for is left out of all, stories first, and named in *without. */
extern const struct shape data_entry_shape;
struct value data_entries(const struct view *view, const struct laos *laos, size_t limit,
                          struct str *without, struct arena *arena);

/* What each entry takes of such a file: once, before any (view.h). */
const struct entry_size *data_sizes(const struct view *view, unsigned threads,
                                    struct arena *arena);

/* "101.9087": at most seven decimals, which is a centimetre. */
struct str data_degrees(double degrees, struct arena *arena);
/* As OpenStreetMap writes it: "Mo-Fr 08:30-16:30; Sa,Su off". */
struct str data_hours(const struct hours *hours, struct arena *arena);
/* The months of a bit set, "1" to "12"; gives their count. */
enum { MONTHS = 12 };
size_t data_months(unsigned months, struct str out[MONTHS]);
/* The keys of what an entry has. */
struct strs data_facilities(const struct site *site, const struct identity *identity,
                            struct arena *arena);

/* Keys as content/ has them; empty for unknown. */
struct str data_state(enum access_state state);
struct str data_by(enum access_by by);
struct str data_method(enum access_method method);
struct str data_bound(char bound); /* "at_least", "at_most", "about"; empty when exact */

#endif
