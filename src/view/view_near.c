/* SPDX-License-Identifier: MIT */
/* Near me: every district by name, and each cell's entries for the script. */
#include <limits.h>

#include "base/number.h"
#include "text/hours_open.h"
#include "view/access.h"
#include "view/data.h"
#include "view/facets.h"
#include "view/kinds.h"
#include "view/open_list.h"
#include "view/place.h"
#include "view/ranked.h"

enum { CENTRE_DECIMALS = 3, SPOT_DECIMALS = 5 }; /* 100 m; 1 m */

/* ---- the page: provinces under their regions, each with its districts ---- */

struct near_district_view {
    struct value place, centre;
}; /* place: a tally; centre: "15.806,102.031" */
static const struct slot near_district_slots[] = {
    SLOT_OF(near_district_view, place, VALUE_MAP, &tally_shape),
    SLOT(near_district_view, centre, VALUE_TEXT),
};
static const struct shape near_district_shape =
    SHAPE("near_district", near_district_view, near_district_slots);

struct near_province_view {
    struct value region, place, districts;
}; /* region: its name, before the first of it */
static const struct slot near_province_slots[] = {
    SLOT_OF(near_province_view, region, VALUE_MAP, &phrase_shape),
    SLOT_OF(near_province_view, place, VALUE_MAP, &tally_shape),
    SLOT_OF(near_province_view, districts, VALUE_LIST, &near_district_shape),
};
static const struct shape near_province_shape =
    SHAPE("near_province", near_province_view, near_province_slots);

struct near_root {
    struct base_view base;
    struct value provinces, filter, open, without, cells, south, west, cell;
};
static const struct slot near_slots[] = {
    SLOT_OF(near_root, provinces, VALUE_LIST, &near_province_shape),
    SLOT_OF(near_root, filter, VALUE_MAP, &filter_shape),
    SLOT_OF(near_root, open, VALUE_MAP, &open_list_shape),
    SLOT(near_root, without, VALUE_TEXT),
    SLOT(near_root, cells, VALUE_TEXT), /* "5-2 5-3" */
    SLOT(near_root, south, VALUE_TEXT),
    SLOT(near_root, west, VALUE_TEXT),
    SLOT(near_root, cell, VALUE_TEXT),
};

static struct value near_district(const struct view *view, const struct page *page,
                                  const struct district *district, struct arena *arena)
{
    struct near_district_view *v = value_struct(near_district_view, arena);
    struct spot centre = near_centre(district);
    v->place = view_tally(
        view, page,
        view_phrase(view, page->lang, view_district_bare(view, district), arena),
        path_district(view->site, page->lang, district, arena), district->entries.count,
        district->code, arena);
    if (centre.ok)
        v->centre = value_text(
            str_cat(arena, number_decimal(centre.lat, CENTRE_DECIMALS, arena), STR(","),
                    number_decimal(centre.lon, CENTRE_DECIMALS, arena)));
    return value_map(v, &near_district_shape);
}

/* `region` is named above it; NULL when it was named before. */
static struct value near_province(const struct view *view, const struct page *page,
                                  const struct province *province,
                                  const struct region *region, struct arena *arena)
{
    const struct districts *districts = &province->districts;
    const struct ranked *sorted = ranked_districts(districts, page->lang, arena);
    struct value *items = arena_many(arena, districts->count, struct value);
    for (size_t i = 0; i < districts->count; i++)
        items[i] = near_district(view, page, sorted[i].what, arena);
    struct near_province_view *v = value_struct(near_province_view, arena);
    v->place =
        view_tally(view, page, view_phrase(view, page->lang, &province->name, arena),
                   path_province(view->site, page->lang, province, arena),
                   province->entries.count, province->code, arena);
    v->districts = value_list(items, districts->count);
    if (region)
        v->region = view_phrase(view, page->lang, &region->name, arena);
    return value_map(v, &near_province_shape);
}

static struct value near_provinces(const struct view *view, const struct page *page,
                                   struct arena *arena)
{
    const struct provinces *provinces = &view->site->provinces;
    struct ranked *sorted = arena_many(arena, provinces->count, struct ranked);
    struct value *items = arena_many(arena, provinces->count, struct value);
    for (size_t i = 0; i < provinces->count; i++) {
        struct province *province = provinces->items[i];
        sorted[i] = (struct ranked){province, province->rank[page->lang],
                                    province->region ? province->region->rank[page->lang]
                                                     : UINT_MAX};
    }
    ranked_sort(sorted, provinces->count);
    const struct region *before = NULL;
    for (size_t i = 0; i < provinces->count; i++) {
        const struct province *province = sorted[i].what;
        const struct region *region = province->region;
        items[i] =
            near_province(view, page, province, region != before ? region : NULL, arena);
        before = region;
    }
    return value_list(items, provinces->count);
}

/* How many entries no distance can be told of, in words; nothing when there is none. */
static struct value without_place(const struct view *view, const struct page *page,
                                  struct arena *arena)
{
    const struct laos *entries = &view->site->entries;
    int64_t count = 0;
    for (size_t i = 0; i < entries->count; i++)
        count += !spot_of(entries->items[i]).ok;
    if (!count)
        return (struct value){0};
    return value_text(
        words_count(&view->words[page->lang], "near.without", count, arena));
}

static struct str cell_list(const struct near_cells *cells, struct arena *arena)
{
    struct str *names = arena_many(arena, cells->count, struct str);
    for (size_t i = 0; i < cells->count; i++)
        names[i] =
            str_format(arena, "%u-%u", cells->items[i].row, cells->items[i].column);
    return str_join(names, cells->count, STR(" "), arena);
}

static void fill_near(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    struct near_root *root = data;
    struct text heading = place_word(view, "near.heading");
    view_title(view, page, &root->base, &heading,
               words_get(&view->words[page->lang], "near.description"), arena);
    struct view_step here = {heading, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->provinces = near_provinces(view, page, arena);
    root->filter = view->facets->filter[page->lang];
    root->open = open_choice(&view->site->entries, arena);
    root->without = without_place(view, page, arena);
    root->cells = value_text(cell_list(&view->plan->cells, arena));
    root->south = value_text(data_degrees(NEAR_SOUTH, arena));
    root->west = value_text(data_degrees(NEAR_WEST, arena));
    root->cell = value_text(data_degrees(NEAR_CELL, arena));
}

const struct page_type near_type = {
    .name = "near",
    .template = "near.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(near_root, near_slots),
    .fill = fill_near,
};

/* ---- a cell ---- */

/* Where entries lie, said once for all that follow one another in a district. */
struct cell_place_view {
    struct value text, slug, comma;
}; /* text: a phrase */
static const struct slot cell_place_slots[] = {
    SLOT_OF(cell_place_view, text, VALUE_MAP, &phrase_shape),
    SLOT(cell_place_view, slug, VALUE_TEXT),
    SLOT(cell_place_view, comma, VALUE_BOOL),
};
static const struct shape cell_place_shape =
    SHAPE("cell_place", cell_place_view, cell_place_slots);

struct cell_entry_view {
    struct value lat, lon, own, place, code, name, lao, facets, hours, is_old, comma;
};
static const struct slot cell_entry_slots[] = {
    SLOT(cell_entry_view, lat, VALUE_TEXT),
    SLOT(cell_entry_view, lon, VALUE_TEXT),
    SLOT(cell_entry_view, own, VALUE_BOOL),   /* its own coordinates, not its office's */
    SLOT(cell_entry_view, place, VALUE_TEXT), /* its place's number */
    SLOT(cell_entry_view, code, VALUE_TEXT),
    SLOT_OF(cell_entry_view, name, VALUE_MAP, &phrase_shape),
    SLOT_OF(cell_entry_view, lao, VALUE_MAP, &phrase_shape),
    SLOT_OF(cell_entry_view, facets, VALUE_MAP, &facets_shape),
    SLOT(cell_entry_view, hours, VALUE_TEXT), /* hours_open.h */
    SLOT(cell_entry_view, is_old, VALUE_BOOL), /* what is known of its access */
    SLOT(cell_entry_view, comma, VALUE_BOOL),
};
static const struct shape cell_entry_shape =
    SHAPE("cell_entry", cell_entry_view, cell_entry_slots);

struct near_cell_root {
    struct base_view base;
    struct value places, entries;
};
static const struct slot near_cell_slots[] = {
    SLOT_OF(near_cell_root, places, VALUE_LIST, &cell_place_shape),
    SLOT_OF(near_cell_root, entries, VALUE_LIST, &cell_entry_shape),
};

static struct value cell_place(const struct view *view, unsigned lang,
                               const struct lao *lao, bool comma, struct arena *arena)
{
    struct cell_place_view *v = value_struct(cell_place_view, arena);
    unsigned used;
    struct str place = view_place(view, lang, lao, &used);
    v->text = view_phrase_in(view, lang, place, used, arena);
    v->slug = value_text(lao->province->slug);
    v->comma = value_bool(comma);
    return value_map(v, &cell_place_shape);
}

static struct value cell_entry(const struct view *view, const struct page *page,
                               const struct lao *lao, size_t place, struct arena *arena)
{
    unsigned lang = page->lang;
    struct cell_entry_view *v = value_struct(cell_entry_view, arena);
    struct spot spot = spot_of(lao);
    v->lat = value_text(number_decimal(spot.lat, SPOT_DECIMALS, arena));
    v->lon = value_text(number_decimal(spot.lon, SPOT_DECIMALS, arena));
    v->own = value_bool(lao->identity->place.located);
    v->place = value_int((int64_t)place, arena);
    v->code = value_text(lao->key);
    v->name = view_phrase(view, lang, &lao->identity->name, arena);
    v->lao = view_phrase(view, lang, view_lao_name(view, lao), arena);
    v->facets = view_facets(view, lao);
    v->hours = value_text(hours_open(lao->identity->place.hours, arena));
    v->is_old = value_bool(access_is_stale(view->site, &lao->identity->access));
    v->comma = value_bool(lao != page->cell->entries.items[0]);
    return value_map(v, &cell_entry_shape);
}

static void fill_near_cell(const struct view *view, const struct page *page, void *data,
                           struct arena *arena)
{
    struct near_cell_root *root = data;
    const struct laos *laos = &page->cell->entries;
    struct value *places = arena_many(arena, laos->count, struct value);
    struct value *entries = arena_many(arena, laos->count, struct value);
    const struct lao *before = NULL;
    size_t count = 0;
    for (size_t i = 0; i < laos->count; i++) {
        const struct lao *lao = laos->items[i];
        if (!before || lao->district != before->district ||
            lao->province != before->province) {
            places[count] = cell_place(view, page->lang, lao, count > 0, arena);
            count++;
        }
        before = lao;
        entries[i] = cell_entry(view, page, lao, count - 1, arena);
    }
    root->places = value_list(places, count);
    root->entries = value_list(entries, laos->count);
}

const struct page_type near_cell_type = {
    .name = "near-cell",
    .template = "near.json",
    TYPE_SLOTS(near_cell_root, near_cell_slots),
    .fill = fill_near_cell,
};
