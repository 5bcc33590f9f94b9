/* SPDX-License-Identifier: MIT */
#include "view/chart.h"

#include "base/buf.h"
#include "base/number.h"

/* The plot in percent of the picture, as parts/chart.html has it: names stand below. */
enum { PLOT_TOP = 6, PLOT_HIGH = 70 };
/* In units that stretch: the plot is HIGH high, a bar stands in a column of COLUMN. */
enum { HIGH = 1000, LEAST = 8, COLUMN = 10, BAR = 8, TREND_WIDE = 1000, TENTHS = 1000 };

static const struct slot grid_slots[] = {
    SLOT(chart_grid_view, y, VALUE_TEXT),
    SLOT(chart_grid_view, text, VALUE_TEXT),
};
static const struct shape grid_shape = SHAPE("chart_grid", chart_grid_view, grid_slots);

static const struct slot tick_slots[] = {
    SLOT(chart_tick_view, x, VALUE_TEXT),
    SLOT(chart_tick_view, anchor, VALUE_TEXT),
    SLOT(chart_tick_view, text, VALUE_TEXT),
    SLOT(chart_tick_view, below, VALUE_TEXT),
};
static const struct shape tick_shape = SHAPE("chart_tick", chart_tick_view, tick_slots);

static const struct slot chart_slots[] = {
    SLOT(chart_view, title, VALUE_TEXT),
    SLOT(chart_view, label, VALUE_TEXT),
    SLOT(chart_view, box, VALUE_TEXT),
    SLOT(chart_view, bars, VALUE_TEXT),
    SLOT(chart_view, zeros, VALUE_TEXT),
    SLOT(chart_view, gaps, VALUE_TEXT),
    SLOT(chart_view, area, VALUE_TEXT),
    SLOT(chart_view, line, VALUE_TEXT),
    SLOT(chart_view, dots, VALUE_TEXT),
    SLOT_OF(chart_view, grid, VALUE_LIST, &grid_shape),
    SLOT_OF(chart_view, ticks, VALUE_LIST, &tick_shape),
};
const struct shape chart_shape = SHAPE("chart", chart_view, chart_slots);

static struct value path_done(struct buf *path, struct arena *arena)
{
    struct value done = value_text(buf_finish(path, arena));
    buf_release(path);
    return done;
}

/* ---- the scale ---- */

int64_t chart_step(int64_t most)
{
    enum { LINES = 4 };
    for (int64_t ten = 1;; ten *= 10) {
        const int64_t steps[] = {ten, 2 * ten, 5 * ten};
        for (size_t i = 0; i < sizeof(steps) / sizeof(*steps); i++)
            if (most / LINES < steps[i] ||
                (most / LINES == steps[i] && most % LINES == 0))
                return steps[i];
    }
}

/* Rounded up to a whole step; what is larger than all that fits ends at the top. */
static int64_t top_of(const struct chart *chart)
{
    const int64_t fits = INT64_MAX / 4;
    int64_t most = chart->style == CHART_TREND ? TENTHS : 1;
    for (size_t i = 0; i < chart->count; i++)
        most = chart->points[i].value > most ? chart->points[i].value : most;
    most = most < fits ? most : fits;
    int64_t step = chart_step(most);
    return (most - 1) / step * step + step;
}

static int64_t height(int64_t value, int64_t top)
{
    int64_t high = (int64_t)((double)value / (double)top * HIGH + .5);
    high = high > HIGH ? HIGH : high;
    return value && high < LEAST ? LEAST : high;
}

/* All in millions, or none. */
static struct str number_on_axis(const struct words *words, const struct chart *chart,
                                 int64_t value, int64_t step, struct arena *arena)
{
    enum { MILLION = 1000000 };
    if (chart->style == CHART_TREND)
        return str_format(arena, "%d%%", (int)(value * 100 / TENTHS));
    if (step % MILLION == 0)
        return words_fill(words, "chart.million", arena,
                          {"count", words_number(words, value / MILLION, arena)});
    return words_number(words, value, arena);
}

static struct value grid_of(const struct words *words, const struct chart *chart,
                            int64_t top, struct arena *arena)
{
    int64_t step = chart->style == CHART_TREND ? TENTHS / 4 : chart_step(top);
    LIST(struct value) lines = {0};
    for (int64_t at = step; at > 0 && at <= top; at += step) {
        struct chart_grid_view *v = value_struct(chart_grid_view, arena);
        double y = PLOT_TOP + PLOT_HIGH * (1 - (double)at / (double)top);
        v->y = value_text(number_decimal(y, 1, arena));
        v->text = value_text(number_on_axis(words, chart, at, step, arena));
        *list_push(&lines, arena) = value_map(v, &grid_shape);
    }
    return value_list(lines.items, lines.count);
}

/* ---- names under the axis ---- */

bool chart_names_month(int64_t month, int64_t months)
{
    enum { FEW = 4, OCTOBER = 9, YEAR = 12, HALF = 6, QUARTER = 3 };
    int64_t step = months <= FEW        ? 1
                   : months <= YEAR     ? QUARTER
                   : months <= 2 * YEAR ? HALF
                                        : YEAR * ((months - 1) / (FEW * YEAR) + 1);
    return (month - OCTOBER) % step == 0;
}

static struct value tick(double x, const char *anchor, const struct chart_point *point,
                         struct arena *arena)
{
    struct chart_tick_view *v = value_struct(chart_tick_view, arena);
    v->x = value_text(number_decimal(x, 1, arena));
    v->anchor = value_text(str_from(anchor));
    v->text = value_text(point->label);
    v->below = value_text(point->below);
    return value_map(v, &tick_shape);
}

/* ---- bars ---- */

static void draw_bars(const struct chart *chart, int64_t top, struct chart_view *v,
                      struct arena *arena)
{
    struct buf bars = {0}, zeros = {0}, gaps = {0};
    for (size_t i = 0; i < chart->count; i++) {
        const struct chart_point *point = &chart->points[i];
        int x = (int)i * COLUMN + (COLUMN - BAR) / 2;
        if (!point->missing && point->value)
            buf_format(&bars, "M%d %dV%dh%dV%d", x, HIGH,
                       HIGH - (int)height(point->value, top), BAR, HIGH);
        else
            buf_format(point->missing ? &gaps : &zeros, "M%d %dh%d", x, HIGH, BAR);
    }
    v->box = value_text(str_format(arena, "0 0 %d %d", (int)chart->count * COLUMN, HIGH));
    v->bars = path_done(&bars, arena);
    v->zeros = path_done(&zeros, arena);
    v->gaps = path_done(&gaps, arena);
}

static struct value bar_ticks(const struct chart *chart, struct arena *arena)
{
    LIST(struct value) ticks = {0};
    for (size_t i = 0; i < chart->count; i++)
        if (chart->points[i].label.len)
            *list_push(&ticks, arena) =
                tick(((double)i + .5) * 100 / (double)chart->count, "", &chart->points[i],
                     arena);
    return value_list(ticks.items, ticks.count);
}

/* ---- a trend ---- */

static double trend_x(const struct chart *chart, size_t i)
{
    int64_t first = chart->points[0].at,
            span = chart->points[chart->count - 1].at - first;
    return span ? (double)(chart->points[i].at - first) / (double)span : .5;
}

/* One unbroken run, [from, to): its line, what is below it, and its points. */
static void draw_run(const struct chart *chart, size_t from, size_t to, struct buf *area,
                     struct buf *line, struct buf *dots)
{
    for (size_t i = from; i < to; i++) {
        int x = (int)(trend_x(chart, i) * TREND_WIDE + .5);
        int y = HIGH - (int)(chart->points[i].value * HIGH / TENTHS);
        buf_format(area, i == from ? "M%d %dV%d" : "L%d %d", x, i == from ? HIGH : y, y);
        buf_format(line, "%c%d %d", i == from ? 'M' : 'L', x, y);
        buf_format(dots, "M%d %dh0", x, y);
    }
    buf_format(area, "V%dz", HIGH);
}

static void draw_trend(const struct chart *chart, struct chart_view *v,
                       struct arena *arena)
{
    struct buf area = {0}, line = {0}, dots = {0};
    for (size_t i = 0, to; i < chart->count; i = to) {
        to = i + 1;
        if (chart->points[i].missing)
            continue;
        while (to < chart->count && !chart->points[to].missing)
            to++;
        draw_run(chart, i, to, &area, &line, &dots);
    }
    v->box = value_text(str_format(arena, "0 0 %d %d", TREND_WIDE, HIGH));
    v->area = path_done(&area, arena);
    v->line = path_done(&line, arena);
    v->dots = path_done(&dots, arena);
}

/* The first, the last, and what has room between them. */
static struct value trend_ticks(const struct chart *chart, struct arena *arena)
{
    enum { ROOM = 28 };
    LIST(struct value) ticks = {0};
    double before = -ROOM;
    for (size_t i = 0; i < chart->count; i++) {
        double x = trend_x(chart, i) * 100;
        bool last = i && i + 1 == chart->count;
        if (!last && (x - before < ROOM || (i && 100 - x < ROOM)))
            continue;
        *list_push(&ticks, arena) = tick(x, last ? "end" : "", &chart->points[i], arena);
        before = x;
    }
    return value_list(ticks.items, ticks.count);
}

/* ---- the picture ---- */

struct value chart_draw(const struct words *words, const struct chart *chart,
                        struct arena *arena)
{
    if (!chart->count)
        return (struct value){0};
    struct chart_view *v = value_struct(chart_view, arena);
    int64_t top = top_of(chart);
    v->title = value_text(chart->title);
    v->label = value_text(chart->label);
    v->grid = grid_of(words, chart, top, arena);
    if (chart->style == CHART_BARS)
        draw_bars(chart, top, v, arena);
    else
        draw_trend(chart, v, arena);
    v->ticks =
        chart->style == CHART_BARS ? bar_ticks(chart, arena) : trend_ticks(chart, arena);
    return value_map(v, &chart_shape);
}
