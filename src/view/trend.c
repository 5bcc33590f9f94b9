/* SPDX-License-Identifier: MIT */
#include "view/trend.h"

#include "view/chart.h"
#include "view/progress.h"

static const struct slot row_slots[] = {
    SLOT(trend_row_view, iso, VALUE_TEXT),       SLOT(trend_row_view, name, VALUE_TEXT),
    SLOT(trend_row_view, published, VALUE_TEXT), SLOT(trend_row_view, laos, VALUE_TEXT),
    SLOT(trend_row_view, percent, VALUE_TEXT),   SLOT(trend_row_view, change, VALUE_TEXT),
};
static const struct shape row_shape = SHAPE("trend_row", trend_row_view, row_slots);

static const struct slot trend_slots[] = {
    SLOT(trend_view, since, VALUE_TEXT),
    SLOT(trend_view, since_short, VALUE_TEXT),
    SLOT(trend_view, since_iso, VALUE_TEXT),
    SLOT_OF(trend_view, rows, VALUE_LIST, &row_shape),
    SLOT_OF(trend_view, chart, VALUE_MAP, &chart_shape),
};
const struct shape trend_shape = SHAPE("trend", trend_view, trend_slots);

/* ---- against the latest ---- */

/* Of the page's province or cluster, or else of the country. */
static const struct coverage *counted(const struct snapshot *snapshot,
                                      const struct page *page, struct arena *arena)
{
    if (page->province)
        return snapshot_place(snapshot, page->province->code);
    if (page->cluster)
        return snapshot_provinces(snapshot, &page->cluster->provinces, arena);
    return &snapshot->country;
}

const struct coverage *trend_before_page(const struct view *view, const struct page *page,
                                         struct arena *arena)
{
    const struct snapshot *before = snapshot_before(view->site);
    return before ? counted(before, page, arena) : NULL;
}

const struct coverage *trend_before(const struct view *view, struct str code)
{
    const struct snapshot *before = snapshot_before(view->site);
    return before ? snapshot_place(before, code) : NULL;
}

const struct coverage *trend_before_apart(const struct view *view,
                                          const struct province *province,
                                          struct arena *arena)
{
    return trend_before(view, snapshot_apart(province, arena));
}

const struct coverage *trend_before_all(const struct view *view,
                                        const struct provinces *provinces,
                                        struct arena *arena)
{
    const struct snapshot *before = snapshot_before(view->site);
    return before ? snapshot_provinces(before, provinces, arena) : NULL;
}

struct value trend_change(const struct words *words, const struct coverage *before,
                          const struct coverage *now, struct arena *arena)
{
    if (!before)
        return (struct value){0};
    int64_t change =
        (int64_t)coverage_published(now) - (int64_t)coverage_published(before);
    struct str sign = change > 0 ? STR("+") : change < 0 ? STR("−") : STR("");
    return value_text(
        str_cat(arena, sign, words_number(words, change < 0 ? -change : change, arena)));
}

/* ---- months in a row ---- */

/* What was counted at one time. */
struct moment {
    struct date date; /* day 0: a month that was kept */
    const struct coverage *coverage;
};
struct moments LIST_OF(struct moment);

static struct moments moments_of(const struct view *view, const struct page *page,
                                 const struct coverage *now, struct arena *arena)
{
    const struct site *site = view->site;
    struct moments moments = {0};
    size_t earlier = snapshot_earlier(site);
    for (size_t i = 0; i < earlier; i++) {
        const struct snapshot *kept = site->snapshots.items[i];
        const struct coverage *then = counted(kept, page, arena);
        if (then)
            *list_push(&moments, arena) = (struct moment){kept->month, then};
    }
    *list_push(&moments, arena) = (struct moment){site->updated, now};
    return moments;
}

static struct value row(const struct words *words, const struct moment *moment,
                        const struct coverage *before, struct arena *arena)
{
    const struct coverage *then = moment->coverage;
    size_t published = coverage_published(then);
    struct trend_row_view *v = value_struct(trend_row_view, arena);
    v->iso = value_text(date_iso(moment->date, arena));
    v->name = value_text(words_date(words, moment->date, arena));
    v->published = value_text(words_number(words, (int64_t)published, arena));
    v->laos = value_text(words_number(words, (int64_t)then->laos, arena));
    v->percent = value_text(progress_percent(published, then->laos, arena));
    v->change = trend_change(words, before, then, arena);
    return value_map(v, &row_shape);
}

static struct value rows(const struct words *words, const struct moments *moments,
                         struct arena *arena)
{
    struct value *values = arena_many(arena, moments->count, struct value);
    const struct coverage *before = NULL;
    for (size_t i = 0; i < moments->count; i++) {
        values[i] = row(words, &moments->items[i], before, arena);
        before = moments->items[i].coverage;
    }
    return value_list(values, moments->count);
}

/* ---- the chart ---- */

static struct chart_point point(const struct words *words, const struct moment *moment,
                                bool named, struct arena *arena)
{
    const struct coverage *then = moment->coverage;
    struct chart_point point = {
        .at = (int64_t)moment->date.year * 12 + moment->date.month,
        .value = (int64_t)progress_tenths(coverage_published(then), then->laos),
        .missing = !then->laos,
    };
    if (named) {
        point.label = words_month_short(words, moment->date.month, arena);
        point.below = words_year(words, moment->date.year, arena);
    }
    return point;
}

static struct str chart_label(const struct words *words, const struct moment *first,
                              const struct moment *last, struct arena *arena)
{
    const struct coverage *then = first->coverage, *now = last->coverage;
    return words_fill(
        words, "trend.label", arena, {"from", words_date(words, first->date, arena)},
        {"first", progress_percent(coverage_published(then), then->laos, arena)},
        {"to", words_date(words, last->date, arena)},
        {"last", progress_percent(coverage_published(now), now->laos, arena)});
}

/* The first and the last are named. */
static struct value draw(const struct words *words, const struct moments *moments,
                         struct arena *arena)
{
    size_t count = moments->count;
    struct chart_point *points = arena_many(arena, count, struct chart_point);
    for (size_t i = 0; i < count; i++)
        points[i] = point(words, &moments->items[i], i == 0 || i + 1 == count, arena);
    struct chart chart = {
        .style = CHART_TREND,
        .title = words_get(words, "trend.title"),
        .label =
            chart_label(words, &moments->items[0], &moments->items[count - 1], arena),
        .points = points,
        .count = count,
    };
    return chart_draw(words, &chart, arena);
}

struct value trend_of(const struct view *view, const struct page *page,
                      const struct coverage *now, struct arena *arena)
{
    const struct snapshot *before = snapshot_before(view->site);
    if (!before)
        return (struct value){0};
    const struct words *words = &view->words[page->lang];
    struct date month = before->month;
    struct moments moments = moments_of(view, page, now, arena);
    struct trend_view *v = value_struct(trend_view, arena);
    v->since = value_text(words_date(words, month, arena));
    v->since_short =
        value_text(str_cat(arena, words_month_short(words, month.month, arena), STR(" "),
                           words_year(words, month.year, arena)));
    v->since_iso = value_text(date_iso(month, arena));
    v->rows = rows(words, &moments, arena);
    if (moments.count > 1)
        v->chart = draw(words, &moments, arena);
    return value_map(v, &trend_shape);
}
