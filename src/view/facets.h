/* SPDX-License-Identifier: MIT */
/*
 * facets.h: by what visitors can choose among entries: fields, and facilities for all.
 *
 * The facilities are the starter features that are states (the columns of the pages of
 * Tourism for all), and before them the published rule for wheelchairs. In pages and in
 * data/near/ each is one character, its *id*; an entry has three strings of ids: what it
 * has, has in part, and lacks (no, or not applicable). What is in none of them is not
 * known, which is not the same as no, and costs no byte.
 *
 *     <li data-field="food" data-has="03" data-part="7" data-lacks="2">
 *
 * In addresses a facility goes by its key in content/vocabulary/, which lasts longer:
 * ?field=food&has=wheelchair,enter.stepfree
 *
 * Pages of the whole country count by data/facets.json (view_facets.c).
 */
#ifndef ATTALAK_VIEW_FACETS_H
#define ATTALAK_VIEW_FACETS_H

#include "view/view.h"

enum { FACETS_MAX = 30 }; /* "0" is for wheelchairs, then 1 … 9, a …; bits in filter.js */

/* What is known of one entry. */
struct facets {
    struct str has, part, lacks;
};

/* The features that are asked for, in the vocabulary's order: table columns too. */
struct columns LIST_OF(const struct feature *);
struct columns facets_columns(const struct site *site, struct arena *arena);

struct facets facets_of(const struct site *site, const struct columns *columns,
                        const struct access *access, struct arena *arena);

/* The ids' keys in addresses, in their order; and ids as bits: "03" is 1 | 8. */
struct strs facets_keys(const struct columns *columns, struct arena *arena);
uint32_t facets_bits(struct str ids);

/* What a template writes at each entry: {{field}}, and {{has}} … where it is known. */
struct facets_view {
    struct value field, has, part, lacks;
};
extern const struct shape facets_shape;
struct value view_facets(const struct view *view, const struct lao *lao);

/* The choice itself: {fields, facilities}, each of {id, key, label}; by_field: there are any
 * fields to choose from. */
struct filter_view {
    struct value by_field, fields, facilities;
};
struct option_view {
    struct value id, key, label;
};
extern const struct shape filter_shape;

/* All of it that is the same on every page; made once. */
struct facet_book {
    struct value *of; /* of each entry: by its LAO's rank[0] */
    struct value filter[LANG_MAX], facilities[LANG_MAX]; /* the second without fields */
};
const struct facet_book *facet_book_make(const struct view *view, struct arena *arena);

#endif
