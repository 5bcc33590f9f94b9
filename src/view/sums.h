/* SPDX-License-Identifier: MIT */
/*
 * sums.h: visitors and income of the country or a province, as a section of any page of
 * it.
 *
 * model/figures.h says what the sums mean. No number stands without "from 12 of 30 LAOs";
 * where nobody stated anything there are words instead of a number. None where site.yaml
 * says reports: {publish: no}.
 *
 *     root->figures = view_sums(view, page, arena);     of page->province, else of the
 * country
 * {{#figures}}{{>parts/figures}}{{/figures}}
 */
#ifndef ATTALAK_VIEW_SUMS_H
#define ATTALAK_VIEW_SUMS_H

#include "model/figures.h"
#include "view/view.h"

/* A sum and what it covers; a comparison with the year before, and over whom. */
struct sum_view {
    struct value text, from, months;
};
struct change_view {
    struct value percent, then, now, over;
};

/* A period, a field or a place. */
struct sums_row_view {
    struct value name, href;                     /* name: phrase */
    struct value visitors, income;               /* sums */
    struct value visitors_change, income_change; /* changes */
    struct value total; /* bool: of the rows below it, or above when it is the last */
};
/* Rows under one heading of their own. */
struct sums_part_view {
    struct value rows;
};
struct sums_table_view {
    struct value heading, id, first, parts; /* first: what the first column names */
};
struct sums_view {
    struct value none;          /* bool: nobody has reported anything */
    struct value years, months; /* rows, the newest first */
    struct value charts;
    struct value fields, tables; /* of the fiscal year `latest` */
    struct value latest, data_href;
};
extern const struct shape sums_shape;

enum { SUMS_MONTHS = 24, SUMS_YEARS = 5 }; /* how far back it looks */

struct value view_sums(const struct view *view, const struct page *page,
                       struct arena *arena);

/* Its charts: of what is stated in the last months, if anything is (sums_charts.c). */
struct value sums_charts(const struct words *words, const struct figure_periods *months,
                         struct arena *arena);

#endif
