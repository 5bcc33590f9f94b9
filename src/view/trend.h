/* SPDX-License-Identifier: MIT */
/*
 * trend.h: what has changed since earlier months, as far as those were kept
 * (model/snapshot.h).
 *
 * A place that was not counted then has no change; that is not the same as none.
 *
 *     root->trend = trend_of(view, page, coverage, arena);
 * {{#trend}}{{since}} … {{>parts/trend}}{{/trend}}
 */
#ifndef ATTALAK_VIEW_TREND_H
#define ATTALAK_VIEW_TREND_H

#include "model/snapshot.h"
#include "view/view.h"

/* A month, the last being what is counted now. change: against the row before it. */
struct trend_row_view {
    struct value iso, name, published, laos, percent, change;
};
/* since: the latest month that was kept, which changes on this page are against. */
struct trend_view {
    struct value since, since_short, since_iso, rows, chart;
};
extern const struct shape trend_shape;

/* Of the page's province or cluster, or else of the country; none when no earlier month
 * was kept. */
struct value trend_of(const struct view *view, const struct page *page,
                      const struct coverage *now, struct arena *arena);

/* "+12", "−3", "0" of those that are published; none without `before`. */
struct value trend_change(const struct words *words, const struct coverage *before,
                          const struct coverage *now, struct arena *arena);

/* The counts that changes of a place are against; NULL when there are none. apart: what
 * of the province lies in no district. */
const struct coverage *trend_before_page(const struct view *view, const struct page *page,
                                         struct arena *arena);
const struct coverage *trend_before(const struct view *view, struct str code);
const struct coverage *trend_before_apart(const struct view *view,
                                          const struct province *province,
                                          struct arena *arena);
const struct coverage *trend_before_all(const struct view *view,
                                        const struct provinces *provinces,
                                        struct arena *arena);

#endif
