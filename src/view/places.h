/* SPDX-License-Identifier: MIT */
/*
 * places.h: every place that coverage and figures are summed over, from the country down, as the files
 * list them: the country, regions, clusters, and each province before its parts.
 */
#ifndef ATTALAK_VIEW_PLACES_H
#define ATTALAK_VIEW_PLACES_H

#include "model/coverage.h"
#include "view/view.h"

/* Apart: of a province, those who lie in no district. */
enum place_level {
    LEVEL_COUNTRY,
    LEVEL_REGION,
    LEVEL_CLUSTER,
    LEVEL_PROVINCE,
    LEVEL_APART,
    LEVEL_DISTRICT,
    PLACE_LEVELS
};
extern const struct str place_level_names[PLACE_LEVELS]; /* as the files say it */

struct place_row {
    enum place_level level;
    struct str
        code; /* of its level: "TH", a region's slug, a number, two or four digits */
    struct text name;
    const struct coverage *coverage;
    const struct place_figures *figures;
};
struct place_rows LIST_OF(struct place_row);
struct place_rows place_rows(const struct view *view, struct arena *arena);

/* Of figures.csv: one place, one field or all, one period. */
struct figure_line {
    const struct place_row *place;
    struct str field; /* empty: all */
    const struct figures *figures;
    const struct figure_period *period;
};

#endif
