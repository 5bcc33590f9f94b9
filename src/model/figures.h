/* SPDX-License-Identifier: MIT */
/*
 * figures.h: visitors and income of places, summed over what their LAOs reported.
 *
 * A sum is worth what it covers: each stands with the number of LAOs that stated it.
 * Missing is not zero: a period that nobody stated has no number at all (laos is 0), a
 * stated 0 is one like any other. A comparison with the same month a year before is over
 * the LAOs that state it in both, and over nothing else. The fiscal year runs from
 * October to September and is named by the year in which it ends.
 *
 * An LAO belongs to one place of each level, so that the rows of a level sum to the
 * country. So do the fields: reports of an LAO without a published entry are in the row
 * behind the fields ("no field yet").
 *
 *     figures_fill(site, threads, arena);                once, in site_settle
 *     province->figures->all.years.items[0].of[VISITORS]
 */
#ifndef ATTALAK_MODEL_FIGURES_H
#define ATTALAK_MODEL_FIGURES_H

#include "model/model.h"

enum figure_kind { VISITORS, INCOME, FIGURE_KINDS };

/* One of the two, over one month or one fiscal year. */
struct figure_sum {
    int64_t sum;
    unsigned laos;   /* that stated it in any month; 0: there is no sum */
    unsigned months; /* months of LAOs in the sum; over one month: laos again */
    int64_t now,
        then;       /* over what is stated in both, the month and that of a year before */
    unsigned pairs; /* LAOs in these two; 0: nothing can be compared */
    unsigned pair_months; /* months of LAOs in them */
};

struct figure_period {
    struct date period; /* day 0: a month; month 0 too: the fiscal year that ends then */
    struct figure_sum of[FIGURE_KINDS];
};

/* In order of time; a period of which nobody stated anything is not among them. */
struct figure_periods {
    const struct figure_period *items;
    size_t count;
};

struct figures {
    size_t laos; /* of how many */
    struct figure_periods months, years;
};

struct place_figures {
    struct figures all;
    const struct figures
        *fields; /* by category.index, and one more: no field yet; NULL: a district */
    size_t field_count; /* the one more included; 0: a district */
};

/* The year in which a month's fiscal year ends: of 2024-10 that is 2025. */
int fiscal_year(struct date month);

/* A period's, NULL when nobody stated it. */
const struct figure_period *figures_at(const struct figure_periods *periods,
                                       struct date period);

/* Over any set of LAOs, each of which has its reports by month. */
struct figures figures_over(const struct laos *laos, struct arena *arena);

/* The same by field as well: fields are the site's categories, of which there are so
 * many. */
struct place_figures figures_by_field(const struct laos *laos, size_t categories,
                                      struct arena *arena);

/* Sets the figures of every place of every level. LAOs have their reports and entries by
 * now. */
void figures_fill(struct site *site, unsigned threads, struct arena *arena);

#endif
