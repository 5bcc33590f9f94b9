/* SPDX-License-Identifier: MIT */
/* A province, and one field of it. */
#include "view/dot_map.h"
#include "view/facets.h"
#include "view/keep.h"
#include "view/kinds.h"
#include "view/open_list.h"
#include "view/place.h"
#include "view/ranked.h"
#include "view/weave.h"

/* ---- a province ---- */

struct entry_group_view {
    struct value label, key, cards;
};
static const struct slot entry_group_slots[] = {
    SLOT_OF(entry_group_view, label, VALUE_MAP, &phrase_shape),
    SLOT(entry_group_view, key, VALUE_TEXT),
    SLOT_OF(entry_group_view, cards, VALUE_LIST, &card_shape),
};
static const struct shape entry_group_shape =
    SHAPE("entry_group", entry_group_view, entry_group_slots);

struct province_root {
    struct base_view base;
    struct value weave, name_full, slogan, intro, totals, cluster, region, fields,
        access_href, access_text, map, districts, entries, csv_href, json_href,
        check_href, progress_href, code, keep_size, keep_bytes, filter, open;
};
static const struct slot province_slots[] = {
    SLOT(province_root, weave, VALUE_HTML),
    SLOT_OF(province_root, name_full, VALUE_MAP, &phrase_shape),
    SLOT_OF(province_root, slogan, VALUE_MAP, &phrase_shape),
    SLOT_OF(province_root, intro, VALUE_MAP, &intro_shape),
    SLOT(province_root, totals, VALUE_TEXT),
    SLOT_OF(province_root, cluster, VALUE_MAP, &tally_shape),
    SLOT_OF(province_root, region, VALUE_MAP, &tally_shape),
    SLOT_OF(province_root, fields, VALUE_LIST, &tally_shape),
    SLOT(province_root, access_href, VALUE_TEXT),
    SLOT(province_root, access_text, VALUE_TEXT),
    SLOT_OF(province_root, map, VALUE_MAP, &dot_map_shape),
    SLOT_OF(province_root, districts, VALUE_LIST, &tally_shape),
    SLOT_OF(province_root, entries, VALUE_LIST, &entry_group_shape),
    SLOT(province_root, csv_href, VALUE_TEXT),
    SLOT(province_root, json_href, VALUE_TEXT),
    SLOT(province_root, check_href, VALUE_TEXT),
    SLOT(province_root, progress_href, VALUE_TEXT),
    SLOT(province_root, code, VALUE_TEXT),
    SLOT(province_root, keep_size, VALUE_TEXT),
    SLOT(province_root, keep_bytes, VALUE_TEXT),
    SLOT_OF(province_root, filter, VALUE_MAP, &filter_shape),
    SLOT_OF(province_root, open, VALUE_MAP, &open_list_shape),
};

static struct laos of_category(const struct laos *entries,
                               const struct category *category, struct arena *arena)
{
    struct laos some = {0};
    for (size_t i = 0; i < entries->count; i++)
        if (entries->items[i]->identity->category == category)
            *list_push(&some, arena) = entries->items[i];
    return some;
}

/* By field, and what is then shown, in its order. */
static struct value province_entries(const struct view *view, const struct page *page,
                                     struct laos *shown, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    struct value *groups = arena_many(arena, vocabulary->categories.count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < vocabulary->categories.count; i++) {
        const struct category *category = &vocabulary->categories.items[i];
        struct laos some = of_category(&page->province->entries, category, arena);
        if (!some.count)
            continue;
        struct entry_group_view *v = value_struct(entry_group_view, arena);
        v->label = view_phrase(view, page->lang, &category->label, arena);
        v->key = value_text(category->key);
        some = view_by_name(&some, page->lang, arena);
        v->cards = view_cards(view, page, &some, arena);
        for (size_t k = 0; k < some.count; k++)
            *list_push(shown, arena) = some.items[k];
        groups[count++] = value_map(v, &entry_group_shape);
    }
    return value_list(groups, count);
}

static struct value province_districts(const struct view *view, const struct page *page,
                                       struct arena *arena)
{
    const struct districts *districts = &page->province->districts;
    unsigned lang = page->lang;
    const struct ranked *sorted = ranked_districts(districts, lang, arena);
    struct value *tallies = arena_many(arena, districts->count, struct value);
    for (size_t i = 0; i < districts->count; i++) {
        const struct district *district = sorted[i].what;
        tallies[i] =
            view_tally(view, page,
                       view_phrase(view, lang, view_district_bare(view, district), arena),
                       path_district(view->site, lang, district, arena),
                       district->entries.count, district->code, arena);
    }
    return value_list(tallies, districts->count);
}

static struct value region_tally(const struct view *view, const struct page *page,
                                 const struct region *region, struct arena *arena)
{
    struct value tally =
        view_tally(view, page, view_phrase(view, page->lang, &region->name, arena),
                   path_fixed(view->site, page->lang, STR("regions"), arena),
                   region->entry_count, region->slug, arena);
    return tally;
}

static size_t count_with_access(const struct laos *entries)
{
    size_t count = 0;
    for (size_t i = 0; i < entries->count; i++)
        count += entries->items[i]->identity->access.stated;
    return count;
}

static void fill_province_links(const struct view *view, const struct page *page,
                                struct province_root *root, struct arena *arena)
{
    const struct province *province = page->province;
    const struct site *site = view->site;
    size_t access = count_with_access(&province->entries);
    root->access_href = place_access_href(view, page, arena);
    root->access_text = value_text(words_count(
        &view->words[page->lang], "count.with_access", (int64_t)access, arena));
    root->csv_href = view_href(
        view, page, str_cat(arena, STR("data/"), province->slug, STR(".csv")), arena);
    root->json_href = view_href(
        view, page, str_cat(arena, STR("data/"), province->slug, STR(".json")), arena);
    root->progress_href = place_progress_href(view, page, arena);
    root->check_href = view_href(
        view, page, path_check_province(site, page->lang, province, arena), arena);
    root->code = value_text(province->code);
    root->keep_bytes = value_int((int64_t)keep_bytes(site, province), arena);
    root->keep_size = value_text(keep_size(view, page->lang, province, arena));
    if (province->cluster)
        root->cluster = place_cluster_tally(view, page, province->cluster, arena);
    if (province->region)
        root->region = region_tally(view, page, province->region, arena);
}

static void fill_province(const struct view *view, const struct page *page, void *data,
                          struct arena *arena)
{
    struct province_root *root = data;
    const struct province *province = page->province;
    const struct text *full = view_province_name(view, province);
    root->totals =
        value_text(place_totals(view, page, &province->laos, &province->entries, arena));
    view_title(view, page, &root->base, full, root->totals.text, arena);
    place_crumbs(view, page, &root->base, NULL, arena);
    root->weave = value_html(weave_svg(province->code, arena));
    root->name_full = view_phrase(view, page->lang, full, arena);
    if (province->intro)
        root->slogan = view_phrase(view, page->lang, &province->intro->slogan, arena);
    root->intro = view_intro(view, page->lang, province->intro, arena);
    root->fields = place_fields(view, page, NULL, arena);
    root->map = dot_map(view, page, arena);
    root->districts = province_districts(view, page, arena);
    struct laos shown = {0};
    root->entries = province_entries(view, page, &shown, arena);
    root->open = open_list(&shown, arena);
    if (province->entries.count)
        root->filter = view->facets->filter[page->lang];
    fill_province_links(view, page, root, arena);
}

const struct page_type province_type = {
    .name = "province",
    .template = "province.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(province_root, province_slots),
    .fill = fill_province,
};

/* ---- a field in a province ---- */

struct province_category_root {
    struct base_view base;
    struct value category_key, category, province, count_text, cards, other_fields,
        access_href, filter, open;
};
static const struct slot province_category_slots[] = {
    SLOT(province_category_root, category_key, VALUE_TEXT),
    SLOT(province_category_root, category, VALUE_TEXT),
    SLOT_OF(province_category_root, province, VALUE_MAP, &tally_shape),
    SLOT(province_category_root, count_text, VALUE_TEXT),
    SLOT_OF(province_category_root, cards, VALUE_LIST, &card_shape),
    SLOT_OF(province_category_root, other_fields, VALUE_LIST, &tally_shape),
    SLOT(province_category_root, access_href, VALUE_TEXT),
    SLOT_OF(province_category_root, filter, VALUE_MAP, &filter_shape),
    SLOT_OF(province_category_root, open, VALUE_MAP, &open_list_shape),
};

static void fill_province_category(const struct view *view, const struct page *page,
                                   void *data, struct arena *arena)
{
    struct province_category_root *root = data;
    const struct category *category = page->category;
    struct laos some = of_category(&page->province->entries, category, arena);
    struct text heading = place_label_in(view, &category->label, page->province, arena);
    root->count_text = value_text(words_count(&view->words[page->lang], "count.entries",
                                              (int64_t)some.count, arena));
    view_title(view, page, &root->base, &heading,
               str_cat(arena, view_pick(view, page->lang, &heading, NULL), STR(" · "),
                       root->count_text.text),
               arena);
    struct view_step here = {category->label, page->path};
    place_crumbs(view, page, &root->base, &here, arena);
    root->category_key = value_text(category->key);
    root->category = value_text(view_pick(view, page->lang, &category->label, NULL));
    root->province = place_province(view, page, arena);
    some = view_by_name(&some, page->lang, arena);
    root->cards = view_cards(view, page, &some, arena);
    root->open = open_list(&some, arena);
    root->other_fields = place_fields(view, page, category, arena);
    root->access_href = place_access_href(view, page, arena);
    if (some.count)
        root->filter = view->facets->facilities[page->lang];
}

const struct page_type province_category_type = {
    .name = "province-category",
    .template = "province-category.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(province_category_root, province_category_slots),
    .fill = fill_province_category,
};
