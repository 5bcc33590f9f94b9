/* SPDX-License-Identifier: MIT */
/* Visitors and income by month, a chart each, over the same months. */
#include "view/chart.h"
#include "view/sums.h"

enum { MONTHS_A_YEAR = 12 };

static int64_t month_number(struct date month)
{
    return (int64_t)month.year * MONTHS_A_YEAR + month.month - 1;
}

/* What a reader who does not see it is told: from when to when, and the most. */
static struct str chart_label(const struct words *words, struct str title,
                              const struct figure_period *first,
                              const struct figure_period *last, enum figure_kind kind,
                              struct arena *arena)
{
    const struct figure_period *most = NULL;
    for (const struct figure_period *at = first; at <= last; at++)
        if (at->of[kind].laos && (!most || at->of[kind].sum > most->of[kind].sum))
            most = at;
    return words_fill(words, "chart.label", arena, {"title", title},
                      {"from", words_date(words, first->period, arena)},
                      {"to", words_date(words, last->period, arena)},
                      {"month", words_date(words, most->period, arena)},
                      {"most", words_number(words, most->of[kind].sum, arena)});
}

/* A bar for each month from the first that is shown to the last, gaps among them. */
static struct value chart_of(const struct words *words, const struct figure_period *first,
                             const struct figure_period *last, enum figure_kind kind,
                             struct arena *arena)
{
    static const char *const titles[] = {
        [VISITORS] = "sums.visitors", [INCOME] = "sums.income"};
    int64_t from = month_number(first->period),
            count = month_number(last->period) - from + 1;
    struct chart_point *points = arena_many(arena, (size_t)count, struct chart_point);
    const struct figure_period *at = first;
    for (int64_t i = 0; i < count; i++) {
        bool there = month_number(at->period) == from + i;
        struct date month = {(int)((from + i) / MONTHS_A_YEAR),
                             (int)((from + i) % MONTHS_A_YEAR) + 1, 0};
        points[i].missing = !there || !at->of[kind].laos;
        points[i].value = there ? at->of[kind].sum : 0;
        if (chart_names_month(from + i, count)) {
            points[i].label = words_month_short(words, month.month, arena);
            points[i].below = words_year(words, month.year, arena);
        }
        at += there;
    }
    struct str title = words_get(words, titles[kind]);
    struct chart chart = {CHART_BARS, title,
                          chart_label(words, title, first, last, kind, arena), points,
                          (size_t)count};
    return chart_draw(words, &chart, arena);
}

struct value sums_charts(const struct words *words, const struct figure_periods *months,
                         struct arena *arena)
{
    const struct figure_period *last = &months->items[months->count - 1], *first = last;
    while (first > months->items &&
           month_number(last->period) - month_number(first[-1].period) < SUMS_MONTHS)
        first--;
    struct value *charts = arena_many(arena, FIGURE_KINDS, struct value);
    size_t count = 0;
    for (enum figure_kind kind = 0; kind < FIGURE_KINDS; kind++) {
        bool any = false;
        for (const struct figure_period *at = first; at <= last; at++)
            any = any || at->of[kind].laos;
        if (any)
            charts[count++] = chart_of(words, first, last, kind, arena);
    }
    return value_list(charts, count);
}
