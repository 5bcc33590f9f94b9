/* SPDX-License-Identifier: MIT */
#include "view/sums.h"

#include "base/number.h"
#include "view/chart.h"
#include "view/place.h"
#include "view/ranked.h"

/* ---- shapes ---- */

static const struct slot sum_slots[] = {
    SLOT(sum_view, text, VALUE_TEXT),
    SLOT(sum_view, from, VALUE_TEXT),
    SLOT(sum_view, months, VALUE_TEXT),
};
static const struct shape sum_shape = SHAPE("sum", sum_view, sum_slots);

static const struct slot change_slots[] = {
    SLOT(change_view, percent, VALUE_TEXT),
    SLOT(change_view, then, VALUE_TEXT),
    SLOT(change_view, now, VALUE_TEXT),
    SLOT(change_view, over, VALUE_TEXT),
};
static const struct shape change_shape = SHAPE("change", change_view, change_slots);

static const struct slot row_slots[] = {
    SLOT_OF(sums_row_view, name, VALUE_MAP, &phrase_shape),
    SLOT(sums_row_view, href, VALUE_TEXT),
    SLOT_OF(sums_row_view, visitors, VALUE_MAP, &sum_shape),
    SLOT_OF(sums_row_view, income, VALUE_MAP, &sum_shape),
    SLOT_OF(sums_row_view, visitors_change, VALUE_MAP, &change_shape),
    SLOT_OF(sums_row_view, income_change, VALUE_MAP, &change_shape),
    SLOT(sums_row_view, total, VALUE_BOOL),
};
static const struct shape row_shape = SHAPE("sums_row", sums_row_view, row_slots);

static const struct slot part_slots[] = {
    SLOT_OF(sums_part_view, rows, VALUE_LIST, &row_shape),
};
static const struct shape part_shape = SHAPE("sums_part", sums_part_view, part_slots);

static const struct slot table_slots[] = {
    SLOT(sums_table_view, heading, VALUE_TEXT),
    SLOT(sums_table_view, id, VALUE_TEXT),
    SLOT(sums_table_view, first, VALUE_TEXT),
    SLOT_OF(sums_table_view, parts, VALUE_LIST, &part_shape),
};
static const struct shape table_shape = SHAPE("sums_table", sums_table_view, table_slots);

static const struct slot sums_slots[] = {
    SLOT(sums_view, none, VALUE_BOOL),
    SLOT_OF(sums_view, years, VALUE_LIST, &row_shape),
    SLOT_OF(sums_view, months, VALUE_LIST, &row_shape),
    SLOT_OF(sums_view, charts, VALUE_LIST, &chart_shape),
    SLOT_OF(sums_view, fields, VALUE_LIST, &row_shape),
    SLOT_OF(sums_view, tables, VALUE_LIST, &table_shape),
    SLOT(sums_view, latest, VALUE_TEXT),
    SLOT(sums_view, data_href, VALUE_TEXT),
};
const struct shape sums_shape = SHAPE("sums", sums_view, sums_slots);

/* One section: whose, on which page. */
struct section {
    const struct view *view;
    const struct page *page;
    const struct words *words;
    struct arena *arena;
};

/* ---- a number and what it covers ---- */

static struct str count_text(const struct section *s, size_t count)
{
    return words_number(s->words, (int64_t)count, s->arena);
}

static struct value sum_of(const struct section *s, const struct figure_sum *sum,
                           size_t laos)
{
    if (!sum->laos)
        return (struct value){0};
    struct sum_view *v = value_struct(sum_view, s->arena);
    v->text = value_text(words_number(s->words, sum->sum, s->arena));
    v->from = value_text(words_fill(s->words, "sums.from", s->arena,
                                    {"count", count_text(s, sum->laos)},
                                    {"laos", count_text(s, laos)}));
    if (sum->months != sum->laos)
        v->months =
            value_text(words_count(s->words, "sums.months", sum->months, s->arena));
    return value_map(v, &sum_shape);
}

static struct str percent(const struct figure_sum *sum, struct arena *arena)
{
    double share = ((double)sum->now - (double)sum->then) * 100 / (double)sum->then;
    struct str sign = share < 0 ? STR("−") : STR("+");
    return str_cat(arena, sign, number_decimal(share < 0 ? -share : share, 1, arena),
                   STR("%"));
}

static struct value change_of(const struct section *s, const struct figure_sum *sum)
{
    if (!sum->pairs)
        return (struct value){0};
    struct change_view *v = value_struct(change_view, s->arena);
    if (sum->then) /* from nothing there is no share */
        v->percent = value_text(percent(sum, s->arena));
    v->then = value_text(words_number(s->words, sum->then, s->arena));
    v->now = value_text(words_number(s->words, sum->now, s->arena));
    v->over = value_text(words_count(s->words, "sums.over", sum->pairs, s->arena));
    return value_map(v, &change_shape);
}

/* ---- rows ---- */

static struct value plain(const struct section *s, struct str text)
{
    return view_phrase_in(s->view, s->page->lang, text, s->page->lang, s->arena);
}

/* What nobody stated has a row as well: its period is NULL. */
static struct sums_row_view *row_of(const struct section *s, struct value name,
                                    const struct figure_period *period, size_t laos)
{
    static const struct figure_period nothing;
    const struct figure_sum *of = period ? period->of : nothing.of;
    struct sums_row_view *v = value_struct(sums_row_view, s->arena);
    v->name = name;
    v->visitors = sum_of(s, &of[VISITORS], laos);
    v->income = sum_of(s, &of[INCOME], laos);
    v->visitors_change = change_of(s, &of[VISITORS]);
    v->income_change = change_of(s, &of[INCOME]);
    return v;
}

static struct str period_text(const struct section *s, struct date period)
{
    if (period.month)
        return words_date(s->words, period, s->arena);
    return words_fill(s->words, "sums.year", s->arena,
                      {"year", words_year(s->words, period.year, s->arena)});
}

/* The period before one. */
static struct date before(struct date period)
{
    if (period.month > 1)
        return (struct date){period.year, period.month - 1, 0};
    return (struct date){period.year - 1, period.month ? 12 : 0, 0};
}

/* The newest first; one that nobody stated, between two that somebody did, says so. */
static struct value period_rows(const struct section *s, const struct figures *figures,
                                const struct figure_periods *periods, size_t most)
{
    LIST(struct value) rows = {0};
    struct date first = periods->items[0].period,
                at = periods->items[periods->count - 1].period;
    for (; rows.count < most && date_compare(at, first) >= 0; at = before(at))
        *list_push(&rows, s->arena) =
            value_map(row_of(s, plain(s, period_text(s, at)), figures_at(periods, at),
                             figures->laos),
                      &row_shape);
    return value_list(rows.items, rows.count);
}

/* A place's row in one fiscal year. */
static struct value place_row(const struct section *s, struct value name, struct str href,
                              const struct figures *figures, struct date year, bool total)
{
    struct sums_row_view *v =
        row_of(s, name, figures_at(&figures->years, year), figures->laos);
    v->href = value_text(href);
    v->total = value_bool(total);
    return value_map(v, &row_shape);
}

static struct value field_rows(const struct section *s,
                               const struct place_figures *figures, struct date year)
{
    const struct vocabulary *vocabulary = &s->view->site->vocabulary;
    size_t count = figures->field_count, fields = vocabulary->categories.count;
    struct value *rows = arena_many(s->arena, count + 1, struct value);
    for (size_t i = 0; i < count; i++) {
        struct value name =
            i < fields ? view_phrase(s->view, s->page->lang,
                                     &vocabulary->categories.items[i].label, s->arena)
                       : plain(s, words_get(s->words, "sums.no_field"));
        rows[i] = place_row(s, name, STR(""), &figures->fields[i], year, false);
    }
    rows[count] = place_row(s, plain(s, words_get(s->words, "sums.total")), STR(""),
                            &figures->all, year, true);
    return value_list(rows, count + 1);
}

/* ---- the places in a place ---- */

static struct value province_row(const struct section *s, const struct province *province,
                                 struct date year)
{
    const struct site *site = s->view->site;
    struct str path = path_progress_province(site, s->page->lang, province, s->arena);
    return place_row(s, view_phrase(s->view, s->page->lang, &province->name, s->arena),
                     view_href(s->view, s->page, path, s->arena).text,
                     &province->figures->all, year, false);
}

static struct value part_of(const struct section *s, const struct value *rows,
                            size_t count)
{
    struct sums_part_view *v = value_struct(sums_part_view, s->arena);
    v->rows = value_list(rows, count);
    return value_map(v, &part_shape);
}

static struct value region_part(const struct section *s, const struct region *region,
                                struct date year)
{
    const struct provinces *provinces = &region->provinces;
    const struct ranked *sorted = ranked_provinces(provinces, s->page->lang, s->arena);
    struct value *rows = arena_many(s->arena, provinces->count + 1, struct value);
    rows[0] = place_row(s, view_phrase(s->view, s->page->lang, &region->name, s->arena),
                        STR(""), &region->figures->all, year, true);
    for (size_t i = 0; i < provinces->count; i++)
        rows[i + 1] = province_row(s, sorted[i].what, year);
    return part_of(s, rows, provinces->count + 1);
}

static struct value region_parts(const struct section *s, struct date year)
{
    const struct regions *regions = &s->view->site->regions;
    const struct ranked *sorted = ranked_regions(regions, s->page->lang, s->arena);
    struct value *parts = arena_many(s->arena, regions->count, struct value);
    for (size_t i = 0; i < regions->count; i++)
        parts[i] = region_part(s, sorted[i].what, year);
    return value_list(parts, regions->count);
}

static struct value cluster_parts(const struct section *s, struct date year)
{
    const struct clusters *clusters = &s->view->site->clusters;
    struct value *rows = arena_many(s->arena, clusters->count, struct value);
    for (size_t i = 0; i < clusters->count; i++) {
        const struct cluster *cluster = clusters->items[i];
        struct str path = path_cluster(s->view->site, s->page->lang, cluster, s->arena);
        rows[i] =
            place_row(s, view_phrase(s->view, s->page->lang, &cluster->name, s->arena),
                      view_href(s->view, s->page, path, s->arena).text,
                      &cluster->figures->all, year, false);
    }
    struct value *part = arena_new(s->arena, struct value);
    *part = part_of(s, rows, clusters->count);
    return value_list(part, clusters->count > 0);
}

/* Districts in the reader's order, behind those who belong to none: together they are the
 * province. */
static struct value district_parts(const struct section *s, struct date year)
{
    const struct province *province = s->page->province;
    const struct districts *districts = &province->districts;
    const struct ranked *sorted = ranked_districts(districts, s->page->lang, s->arena);
    struct value *rows = arena_many(s->arena, districts->count + 1, struct value);
    struct value *part = arena_new(s->arena, struct value);
    size_t count = 0;
    if (province->figures_apart->all.laos)
        rows[count++] = place_row(s, plain(s, words_get(s->words, "progress.whole")),
                                  STR("#d0"), &province->figures_apart->all, year, false);
    for (size_t i = 0; i < districts->count; i++) {
        const struct district *district = sorted[i].what;
        rows[count++] =
            place_row(s,
                      view_phrase(s->view, s->page->lang,
                                  view_district_name(s->view, district), s->arena),
                      str_cat(s->arena, STR("#d"), district->code),
                      &district->figures->all, year, false);
    }
    *part = part_of(s, rows, count);
    return value_list(part, count > 0);
}

static struct value table_of(const struct section *s, const char *key, const char *first,
                             struct value parts)
{
    struct sums_table_view *v = value_struct(sums_table_view, s->arena);
    v->heading = value_text(words_under(s->words, "sums", key, s->arena));
    v->id = value_text(str_cat(s->arena, STR("figures_"), str_from(key)));
    v->first = value_text(words_get(s->words, first));
    v->parts = parts;
    return value_map(v, &table_shape);
}

static struct value tables_of(const struct section *s, struct date year)
{
    struct value *tables = arena_many(s->arena, 2, struct value);
    if (s->page->province) {
        tables[0] =
            table_of(s, "by_district", "progress.district", district_parts(s, year));
        return value_list(tables, 1);
    }
    tables[0] = table_of(s, "by_region", "progress.province", region_parts(s, year));
    tables[1] = table_of(s, "by_cluster", "progress.place", cluster_parts(s, year));
    return value_list(tables, 2);
}

/* ---- the section ---- */

struct value view_sums(const struct view *view, const struct page *page,
                       struct arena *arena)
{
    if (!view->site->settings.publish_reports)
        return (struct value){0};
    const struct section s = {view, page, &view->words[page->lang], arena};
    const struct place_figures *figures =
        page->province ? page->province->figures : view->site->figures;
    const struct figures *all = &figures->all;
    struct sums_view *v = value_struct(sums_view, arena);
    v->none = value_bool(!all->years.count);
    if (all->years.count) {
        struct date year = all->years.items[all->years.count - 1].period;
        v->latest = value_text(period_text(&s, year));
        v->years = period_rows(&s, all, &all->years, SUMS_YEARS);
        v->months = period_rows(&s, all, &all->months, SUMS_MONTHS);
        v->charts = sums_charts(s.words, &all->months, arena);
        v->fields = field_rows(&s, figures, year);
        v->tables = tables_of(&s, year);
        v->data_href = view_href(view, page, STR("data/figures.csv"), arena);
    }
    return value_map(v, &sums_shape);
}
