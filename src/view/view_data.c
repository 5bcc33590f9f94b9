/* SPDX-License-Identifier: MIT */
/* The data to take away: tables as CSV, entries as JSON and as points on a map. */
#include "model/figures.h"
#include "view/column.h"
#include "view/kinds.h"
#include "view/places.h"

/* ---- tables ---- */

struct table_root {
    struct base_view base;
    struct value bom, header, rows;
};
static const struct slot table_slots[] = {
    SLOT(table_root, bom, VALUE_TEXT),
    SLOT_OF(table_root, header, VALUE_MAP, &line_shape),
    SLOT_OF(table_root, rows, VALUE_LIST, &line_shape),
};

/* The rows of a file, as a stream: `find` says which of `of` a row is about. */
struct table {
    struct stream rows;
    struct columns columns;
    const struct view *view;
    const void *of;
    void (*find)(const struct table *table, size_t index, struct cell *cell);
};

static struct value make_row(const struct stream *stream, size_t index,
                             struct arena *scratch)
{
    const struct table *table = (const struct table *)stream;
    struct cell cell = {.view = table->view, .arena = scratch};
    table->find(table, index, &cell);
    return columns_row(&table->columns, &cell);
}

/* Begins a table; its columns make the rows. */
static struct columns begin_table(const struct view *view, enum data_table table,
                                  struct table_root *root, struct arena *arena)
{
    struct columns columns = columns_of(view, table, arena);
    root->bom = value_text(STR("\xEF\xBB\xBF")); /* without it Excel misreads UTF-8 */
    root->header = columns_header(&columns, arena);
    return columns;
}

static void fill_table(const struct view *view, enum data_table kind, struct table table,
                       struct table_root *root, struct arena *arena)
{
    struct table *lasting = arena_new(arena, struct table);
    *lasting = table;
    lasting->rows.item = make_row;
    lasting->view = view;
    lasting->columns = begin_table(view, kind, root, arena);
    root->rows = value_stream(&lasting->rows);
}

static void find_lao(const struct table *table, size_t index, struct cell *cell)
{
    cell->lao = ((const struct laos *)table->of)->items[index];
}

static void fill_laos(const struct view *view, enum data_table table,
                      const struct laos *laos, struct table_root *root,
                      struct arena *arena)
{
    fill_table(view, table,
               (struct table){.rows.count = laos->count, .of = laos, .find = find_lao}, root,
               arena);
}

static void fill_identities(const struct view *view, const struct page *page, void *root,
                            struct arena *arena)
{
    (void)page;
    fill_laos(view, TABLE_IDENTITIES, &view->site->entries, root, arena);
}

static void fill_province(const struct view *view, const struct page *page, void *root,
                          struct arena *arena)
{
    fill_laos(view, TABLE_IDENTITIES, &page->province->entries, root, arena);
}

static void fill_coverage(const struct view *view, const struct page *page, void *root,
                          struct arena *arena)
{
    (void)page;
    fill_laos(view, TABLE_COVERAGE, &view->site->laos, root, arena);
}

static void find_report(const struct table *table, size_t index, struct cell *cell)
{
    cell->report = ((const struct site *)table->of)->reports.items[index];
    cell->lao = cell->report->lao;
}

static void fill_reports(const struct view *view, const struct page *page, void *root,
                         struct arena *arena)
{
    (void)page;
    const struct site *site = view->site;
    size_t count = site->settings.publish_reports ? site->reports.count : 0;
    fill_table(view, TABLE_REPORTS,
               (struct table){.rows.count = count, .of = site, .find = find_report},
               root, arena);
}

static void find_place(const struct table *table, size_t index, struct cell *cell)
{
    cell->place = &((const struct place_rows *)table->of)->items[index];
}

static const struct place_rows *lasting_places(const struct view *view, struct arena *arena)
{
    struct place_rows *places = arena_new(arena, struct place_rows);
    *places = place_rows(view, arena);
    return places;
}

static void fill_progress(const struct view *view, const struct page *page, void *root,
                          struct arena *arena)
{
    (void)page;
    const struct place_rows *places = lasting_places(view, arena);
    fill_table(view, TABLE_PROGRESS,
               (struct table){.rows.count = places->count, .of = places, .find = find_place},
               root, arena);
}

static void find_round(const struct table *table, size_t index, struct cell *cell)
{
    size_t rounds = table->view->site->settings.rounds.count;
    find_place(table, index / rounds, cell);
    cell->round = index % rounds;
}

static void fill_rounds(const struct view *view, const struct page *page, void *root,
                        struct arena *arena)
{
    (void)page;
    const struct place_rows *places = lasting_places(view, arena);
    size_t count = places->count * view->site->settings.rounds.count;
    fill_table(view, TABLE_ROUNDS,
               (struct table){.rows.count = count, .of = places, .find = find_round}, root,
               arena);
}

/* ---- figures: a row for each place, field and period ---- */

struct figure_rows {
    const struct view *view;
    struct columns columns;
    LIST(struct value) rows;
    struct arena *arena;
};

static void add_periods(struct figure_rows *table, struct figure_line line,
                        const struct figures *figures)
{
    const struct figure_periods *both[] = {&figures->years, &figures->months};
    line.figures = figures;
    for (size_t k = 0; k < 2; k++)
        for (size_t i = 0; i < both[k]->count; i++) {
            line.period = &both[k]->items[i];
            const struct cell cell = {
                .view = table->view, .figure = &line, .arena = table->arena};
            *list_push(&table->rows, table->arena) = columns_row(&table->columns, &cell);
        }
}

static void add_place(struct figure_rows *table, const struct place_row *place)
{
    const struct vocabulary *vocabulary = &table->view->site->vocabulary;
    const struct place_figures *figures = place->figures;
    struct figure_line line = {.place = place};
    add_periods(table, line, &figures->all);
    for (size_t i = 0; i < figures->field_count; i++) {
        bool none = i == vocabulary->categories.count;
        line.field = none ? STR("none") : vocabulary->categories.items[i].key;
        add_periods(table, line, &figures->fields[i]);
    }
}

/* Districts come behind all above them; what lies in none of them has no rows of its own. */
static void fill_figures(const struct view *view, const struct page *page, void *root,
                         struct arena *arena)
{
    (void)page;
    struct figure_rows table = {view, begin_table(view, TABLE_FIGURES, root, arena), {0},
                                arena};
    struct place_rows places = place_rows(view, arena);
    for (size_t i = 0; i < places.count; i++)
        if (places.items[i].level < LEVEL_APART)
            add_place(&table, &places.items[i]);
    for (size_t i = 0; i < places.count; i++)
        if (places.items[i].level == LEVEL_DISTRICT)
            add_place(&table, &places.items[i]);
    ((struct table_root *)root)->rows = value_list(table.rows.items, table.rows.count);
}

#define TABLE_TYPE(name_, fill_)                                                         \
    {                                                                                    \
        .name = (name_), .template = "table.csv", TYPE_SLOTS(table_root, table_slots),   \
        .fill = (fill_)                                                                  \
    }

const struct page_type identities_csv_type =
    TABLE_TYPE("identities-csv", fill_identities);
const struct page_type province_csv_type = TABLE_TYPE("province-csv", fill_province);
const struct page_type reports_csv_type = TABLE_TYPE("reports-csv", fill_reports);
const struct page_type figures_csv_type = TABLE_TYPE("figures-csv", fill_figures);
const struct page_type coverage_csv_type = TABLE_TYPE("coverage-csv", fill_coverage);
const struct page_type progress_csv_type = TABLE_TYPE("progress-csv", fill_progress);
const struct page_type rounds_csv_type = TABLE_TYPE("rounds-csv", fill_rounds);

/* ---- JSON ---- */

struct entries_root {
    struct base_view base;
    struct value count, languages, province, without, entries;
};
static const struct slot entries_slots[] = {
    SLOT(entries_root, count, VALUE_TEXT),
    SLOT_OF(entries_root, languages, VALUE_MAP, &data_texts_shape),
    SLOT(entries_root, province, VALUE_TEXT),
    SLOT(entries_root, without, VALUE_TEXT),
    SLOT_OF(entries_root, entries, VALUE_LIST, &data_entry_shape),
};

static struct value languages(const struct view *view, struct arena *arena)
{
    struct text names = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        names.in[lang] = words_get(&view->words[lang], "lang.name");
    return data_texts(view->site, &names, arena);
}

static void fill_entries(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    struct entries_root *root = data;
    const struct province *province = page->province;
    const struct laos *laos = province ? &province->entries : &view->site->entries;
    struct str without;
    root->count = value_int((int64_t)laos->count, arena);
    root->languages = languages(view, arena);
    root->province = value_text(province ? province->code : STR(""));
    root->entries = data_entries(view, laos, DATA_JSON_MAX, &without, arena);
    root->without = value_text(without);
}

const struct page_type identities_json_type = {
    .name = "identities-json",
    .template = "identities.json",
    TYPE_SLOTS(entries_root, entries_slots),
    .fill = fill_entries,
};
const struct page_type province_json_type = {
    .name = "province-json",
    .template = "identities.json",
    TYPE_SLOTS(entries_root, entries_slots),
    .fill = fill_entries,
};

/* ---- GeoJSON ---- */

struct feature_view {
    struct value code, lat, lon, name, category, province, url, position, comma;
};
static const struct slot feature_slots[] = {
    SLOT(feature_view, code, VALUE_TEXT),
    SLOT(feature_view, lat, VALUE_TEXT),
    SLOT(feature_view, lon, VALUE_TEXT),
    SLOT_OF(feature_view, name, VALUE_MAP, &data_texts_shape),
    SLOT(feature_view, category, VALUE_TEXT),
    SLOT(feature_view, province, VALUE_TEXT),
    SLOT_OF(feature_view, url, VALUE_MAP, &data_texts_shape),
    SLOT(feature_view, position, VALUE_TEXT),
    SLOT(feature_view, comma, VALUE_BOOL),
};
static const struct shape feature_shape = SHAPE("feature", feature_view, feature_slots);

struct points_root {
    struct base_view base;
    struct value features;
};
static const struct slot points_slots[] = {
    SLOT_OF(points_root, features, VALUE_LIST, &feature_shape),
};

/* The entry's own place; failing that, the office of its LAO, and it says so. */
static struct value feature(const struct site *site, const struct lao *lao, bool comma,
                            struct arena *arena)
{
    const struct identity *identity = lao->identity;
    bool own = identity->place.located;
    struct feature_view *v = value_struct(feature_view, arena);
    v->code = value_text(lao->key);
    v->lat = value_text(data_degrees(own ? identity->place.lat : lao->lat, arena));
    v->lon = value_text(data_degrees(own ? identity->place.lon : lao->lon, arena));
    v->name = data_texts(site, &identity->name, arena);
    v->category = value_text(identity->category->key);
    v->province = value_text(lao->province->code);
    v->url = data_addresses(site, lao, arena);
    v->position = value_text(own ? STR("entry") : STR("office"));
    v->comma = value_bool(comma);
    return value_map(v, &feature_shape);
}

static void fill_points(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    (void)page;
    struct points_root *root = data;
    const struct laos *entries = &view->site->entries;
    struct value *features = arena_many(arena, entries->count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < entries->count; i++) {
        const struct lao *lao = entries->items[i];
        if (lao->identity->place.located || lao->located) {
            features[count] = feature(view->site, lao, count > 0, arena);
            count++;
        }
    }
    root->features = value_list(features, count);
}

const struct page_type identities_geojson_type = {
    .name = "identities-geojson",
    .template = "identities.geojson",
    TYPE_SLOTS(points_root, points_slots),
    .fill = fill_points,
};
