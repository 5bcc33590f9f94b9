/* SPDX-License-Identifier: MIT */
/* What visitors take along: the trip page, its data, the page of what is kept, the worker. */
#include "view/data.h"
#include "view/hours_prose.h"
#include "view/keep.h"
#include "view/kinds.h"
#include "view/place.h"

/* ---- pages that a script fills ---- */

static void fill_tool(const struct view *view, const struct page *page,
                      struct base_view *base, const char *heading, const char *description,
                      struct arena *arena)
{
    struct text name = place_word(view, heading);
    struct view_step here = {name, page->path};
    view_title(view, page, base, &name,
               words_get(&view->words[page->lang], description), arena);
    view_crumbs(view, page, base, &here, 1, arena);
}

static void fill_trip(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    fill_tool(view, page, data, "trip.heading", "trip.description", arena);
}

static void fill_offline(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    fill_tool(view, page, data, "offline.heading", "offline.description", arena);
}

const struct page_type trip_type = {
    .name = "trip",
    .template = "trip.html",
    .fill = fill_trip,
};
const struct page_type offline_type = {
    .name = "offline",
    .template = "offline.html",
    .fill = fill_offline,
};

/* ---- data/trip/<province>.json ---- */

struct stop_view {
    struct value keep, lao, place, address, hours, phone, comma;
};
static const struct slot stop_slots[] = {
    SLOT_OF(stop_view, keep, VALUE_MAP, &keep_shape),
    SLOT_OF(stop_view, lao, VALUE_MAP, &data_texts_shape),
    SLOT_OF(stop_view, place, VALUE_MAP, &data_texts_shape),
    SLOT_OF(stop_view, address, VALUE_MAP, &data_texts_shape),
    SLOT_OF(stop_view, hours, VALUE_MAP, &data_texts_shape),
    SLOT(stop_view, phone, VALUE_TEXT),
    SLOT(stop_view, comma, VALUE_BOOL),
};
static const struct shape stop_shape = SHAPE("stop", stop_view, stop_slots);

struct trip_data_root {
    struct base_view base;
    struct value code, name, pages, stops;
};
static const struct slot trip_data_slots[] = {
    SLOT(trip_data_root, code, VALUE_TEXT),
    SLOT_OF(trip_data_root, name, VALUE_MAP, &data_texts_shape),
    SLOT_OF(trip_data_root, pages, VALUE_MAP, &data_list_shape),
    SLOT_OF(trip_data_root, stops, VALUE_LIST, &stop_shape),
};

static struct str joined(const struct value *lines, struct arena *arena)
{
    struct str *texts = arena_many(arena, lines->list.count, struct str);
    for (size_t i = 0; i < lines->list.count; i++)
        texts[i] = lines->list.items[i].text;
    return str_join(texts, lines->list.count, STR("; "), arena);
}

static struct value stop_hours(const struct view *view, const struct lao *lao,
                               struct arena *arena)
{
    const struct hours *hours = lao->identity->place.hours;
    struct text text = {0};
    for (unsigned lang = 0; hours && lang < view->site->lang_count; lang++) {
        struct value lines = hours_lines(&view->words[lang], hours, arena);
        text.in[lang] = joined(&lines, arena);
    }
    return data_texts(view->site, &text, arena);
}

static struct value stop_place(const struct view *view, const struct lao *lao,
                               struct arena *arena)
{
    struct text text = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++) {
        unsigned used = lang;
        struct str place = view_place(view, lang, lao, &used);
        if (used == lang)
            text.in[lang] = place;
    }
    return data_texts(view->site, &text, arena);
}

static struct value stop(const struct view *view, const struct lao *lao, bool comma,
                         struct arena *arena)
{
    const struct identity *identity = lao->identity;
    struct stop_view *v = value_struct(stop_view, arena);
    v->keep = view_keep(view, lao, arena);
    v->lao = data_texts(view->site, view_lao_name(view, lao), arena);
    v->place = stop_place(view, lao, arena);
    v->address = data_texts(view->site, &identity->place.address, arena);
    v->hours = stop_hours(view, lao, arena);
    v->phone = value_text(identity->contact.phone);
    v->comma = value_bool(comma);
    return value_map(v, &stop_shape);
}

/* The province's pages but for its entries, whose paths stand at each: without a language. */
static struct value province_pages(const struct view *view, const struct province *province,
                                   struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    struct strs paths = {0};
    *list_push(&paths, arena) = str_cat(arena, province->slug, STR("/"));
    *list_push(&paths, arena) = str_cat(arena, province->slug, STR("/access/"));
    for (size_t i = 0; i < vocabulary->categories.count; i++)
        *list_push(&paths, arena) = str_cat(arena, province->slug, STR("/"),
                                            vocabulary->categories.items[i].key, STR("/"));
    for (size_t i = 0; i < province->districts.count; i++)
        *list_push(&paths, arena) = str_cat(arena, province->slug, STR("/"),
                                            province->districts.items[i]->slug, STR("/"));
    return data_list(paths.items, paths.count, arena);
}

static void fill_trip_data(const struct view *view, const struct page *page, void *data,
                           struct arena *arena)
{
    struct trip_data_root *root = data;
    const struct laos *entries = &page->province->entries;
    struct value *stops = arena_many(arena, entries->count, struct value);
    for (size_t i = 0; i < entries->count; i++)
        stops[i] = stop(view, entries->items[i], i > 0, arena);
    root->code = value_text(page->province->code);
    root->name = data_texts(view->site, view_province_name(view, page->province), arena);
    root->pages = province_pages(view, page->province, arena);
    root->stops = value_list(stops, entries->count);
}

const struct page_type trip_data_type = {
    .name = "trip-data",
    .template = "trip.json",
    TYPE_SLOTS(trip_data_root, trip_data_slots),
    .fill = fill_trip_data,
};

/* ---- sw.js ---- */

struct worker_root {
    struct base_view base;
    struct value pages;
};
static const struct slot worker_slots[] = {
    SLOT_OF(worker_root, pages, VALUE_MAP, &data_list_shape),
};

/* The pages that every phone keeps: what is there without a network, and the trip. */
static void fill_worker(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    static const enum page_kind kinds[] = {PAGE_OFFLINE, PAGE_TRIP};
    struct worker_root *root = data;
    struct strs paths = {0};
    (void)page;
    if (view->site->settings.offline)
        root->base.offline_href = value_text(STR("./")); /* there is such a page */
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        for (size_t i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
            *list_push(&paths, arena) = plan_path_in(
                view->site, &(const struct page){.kind = kinds[i]}, lang, arena);
    root->pages = data_list(paths.items, paths.count, arena);
}

const struct page_type worker_type = {
    .name = "worker",
    .template = "sw.js.txt",
    TYPE_SLOTS(worker_root, worker_slots),
    .fill = fill_worker,
};
