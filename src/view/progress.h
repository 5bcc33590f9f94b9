/* SPDX-License-Identifier: MIT */
/*
 * progress.h: coverage (model/coverage.h) as pages and tables show it: counts with their
 * share, bars, rounds, what the entries hold.
 *
 * Lists come in the order of the words "progress_state" and "progress_round": best first.
 * A bar is the same numbers as widths of 100 that sum to 100.
 *
 *     root->place = progress_place(view, page, &of, arena);
 * {{#place}}{{>parts/shares}} … {{/place}}
 */
#ifndef ATTALAK_VIEW_PROGRESS_H
#define ATTALAK_VIEW_PROGRESS_H

#include "model/coverage.h"
#include "view/view.h"

/* One share of a whole. x, width: in hundredths of the bar; none: its count is 0 */
struct share_view {
    struct value key, label, count, percent, x, width, none;
};
/* Of one place. href: its own progress page or anchor; none when it has neither. change: of
 * those published since the latest snapshot; none when it was not counted then */
struct progress_view {
    struct value href, key, name, laos, published, percent, states, complete, change;
};
/* late: nothing is told of a round's day when site.yaml has none */
struct progress_round_view {
    struct value id, due, states;
};
/* "with a photo": 12 of 40 */
struct held_view {
    struct value key, label, count, of, percent;
};
extern const struct shape share_shape, progress_shape, progress_round_shape, held_shape;

struct progress_of {
    const struct coverage *coverage, *before; /* before: what a change is against, or NULL */
    struct str key, href; /* href: as a link on this page */
    struct value name;    /* phrase */
};
struct value progress_place(const struct view *view, const struct page *page,
                            const struct progress_of *of, struct arena *arena);

/* Provinces in the reader's order. A place of which nothing is expected is no row, here and
 * elsewhere on these pages. */
struct value progress_provinces(const struct view *view, const struct page *page,
                                const struct provinces *provinces, struct arena *arena);

/* One each of site.yaml's rounds. */
struct value progress_rounds(const struct view *view, const struct page *page,
                             const struct coverage *coverage, struct arena *arena);
/* What published entries hold: fields; then languages, access, photos, figures. */
struct value progress_fields(const struct view *view, const struct page *page,
                             const struct coverage *coverage, struct arena *arena);
struct value progress_held(const struct view *view, const struct page *page,
                           const struct coverage *coverage, struct arena *arena);

/* "60.0%"; "–" of nothing. Only what is whole is 100.0, only what is nothing 0.0. */
struct str progress_percent(size_t part, size_t whole, struct arena *arena);
size_t progress_tenths(size_t part, size_t whole); /* the same as a number: 600 */

/* Keys of states, as words, classes and files have them: "published", "on_time". */
struct str progress_state_key(enum lao_state state);
struct str progress_round_key(enum round_state state);

/* An LAO that is not published, or missing in a round: whom to ask for what. */
struct lacking_view {
    struct value code, name, state, state_text, website, website_text, form_url,
        check_href, rounds; /* of share: count is the round's id */
};
/* Whether there is anything to ask of it. */
bool progress_lacks(const struct view *view, const struct lao *lao);
extern const struct shape lacking_shape;
struct value progress_lacking(const struct view *view, const struct page *page,
                              const struct lao *lao, struct arena *arena);

#endif
