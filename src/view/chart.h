/* SPDX-License-Identifier: MIT */
/*
 * chart.h: numbers over time, drawn while building: bars by month, or a line of shares.
 *
 * The picture is as wide as its page and its letters keep their size: bars and lines are
 * in units that stretch, all else is placed in percent. It is one image with one
 * sentence; the numbers are in a table, which whoever shows a chart puts beside it.
 *
 * What has no number has no bar: a dotted line marks its place and the key says so. A
 * stated 0 is a line on the base. A trend breaks where a number is missing.
 *
 *     struct chart chart = {.style = CHART_BARS, .title = …, .label = …, .points = …,
 * .count = n}; root->chart = chart_draw(words, &chart, arena);
 * {{#chart}}{{>parts/chart}}{{/chart}}
 */
#ifndef ATTALAK_VIEW_CHART_H
#define ATTALAK_VIEW_CHART_H

#include "view/words.h"

struct chart_point {
    int64_t at;    /* of a trend: the day; growing. Bars stand side by side */
    int64_t value; /* not negative; of a trend in tenths of a percent, 0 to 1000 */
    bool missing;  /* there is no number: a gap, or a break in the line */
    struct str label, below; /* under the axis, in two lines; of bars, empty: none */
};

enum chart_style { CHART_BARS, CHART_TREND };

struct chart {
    enum chart_style style;
    struct str title, label; /* above it; its one sentence */
    const struct chart_point *points;
    size_t count;
};

struct chart_view {
    struct value title, label;
    struct value box;               /* of what stretches: "0 0 240 1000" */
    struct value bars, zeros, gaps; /* paths */
    struct value area, line, dots;  /* of a trend */
    struct value grid, ticks;
};
/* A line across with its number; a name under the axis. In percent of the picture. */
struct chart_grid_view {
    struct value y, text;
};
struct chart_tick_view {
    struct value x, anchor, text, below; /* anchor: none is the middle */
};
extern const struct shape chart_shape;

/* None without points. */
struct value chart_draw(const struct words *words, const struct chart *chart,
                        struct arena *arena);

/* How far apart lines across stand, so that few of them pass `most`: 1, 2 or 5 and zeros.
 */
int64_t chart_step(int64_t most);

/* Is this one of `months` in a row that is named under the axis? At most four are, by the
 * fiscal year: there is room for no more on a phone. Months count from year 0. */
bool chart_names_month(int64_t month, int64_t months);

#endif
