/* SPDX-License-Identifier: MIT */
/* Counted lists of places: provinces of a region, regions of the country. */
#include "model/coverage.h"
#include "view/ranked.h"
#include "view/view.h"

static const struct slot prose_slots[] = {
    SLOT(prose_view, html, VALUE_HTML),
    SLOT(prose_view, lang, VALUE_TEXT),
};
const struct shape prose_shape = SHAPE("prose", prose_view, prose_slots);

static const struct slot group_slots[] = {
    SLOT_OF(group_view, name, VALUE_MAP, &phrase_shape),
    SLOT(group_view, key, VALUE_TEXT),
    SLOT(group_view, count_text, VALUE_TEXT),
    SLOT_OF(group_view, members, VALUE_LIST, &tally_shape),
};
const struct shape group_shape = SHAPE("group", group_view, group_slots);

struct value view_prose(const struct view *view, unsigned lang, const struct story *story,
                        struct arena *arena)
{
    unsigned used = story->html[lang].len ? lang : 0;
    while (!story->html[used].len && used + 1 < view->site->lang_count)
        used++;
    if (!story->html[used].len)
        return (struct value){0};
    struct prose_view *v = value_struct(prose_view, arena);
    v->html = value_html(story->html[used]);
    if (used != lang)
        v->lang = value_text(view->site->langs[used]);
    return value_map(v, &prose_shape);
}

size_t view_count(const struct coverage *coverage, const struct category *category)
{
    return category ? coverage->fields[category->index] : coverage_published(coverage);
}

/* ---- in the reader's order ---- */

static struct value province_tally(const struct view *view, const struct page *page,
                                   const struct province *province,
                                   const struct category *category, struct arena *arena)
{
    const struct site *site = view->site;
    struct str path =
        category ? path_province_part(site, page->lang, province, category->key, arena)
                 : path_province(site, page->lang, province, arena);
    return view_tally(view, page, view_phrase(view, page->lang, &province->name, arena),
                      path, view_count(province->coverage, category), province->code,
                      arena);
}

struct value view_province_tallies(const struct view *view, const struct page *page,
                                   const struct provinces *provinces,
                                   const struct category *category, struct arena *arena)
{
    const struct ranked *sorted = ranked_provinces(provinces, page->lang, arena);
    struct value *tallies = arena_many(arena, provinces->count, struct value);
    for (size_t i = 0; i < provinces->count; i++)
        tallies[i] = province_tally(view, page, sorted[i].what, category, arena);
    return value_list(tallies, provinces->count);
}

static struct value region_group(const struct view *view, const struct page *page,
                                 const struct region *region,
                                 const struct category *category, struct arena *arena)
{
    size_t count = view_count(region->coverage, category);
    struct group_view *v = value_struct(group_view, arena);
    v->name = view_phrase(view, page->lang, &region->name, arena);
    v->key = value_text(region->slug);
    v->count_text = value_text(
        words_count(&view->words[page->lang], "count.entries", (int64_t)count, arena));
    v->members = view_province_tallies(view, page, &region->provinces, category, arena);
    return value_map(v, &group_shape);
}

struct value view_regions(const struct view *view, const struct page *page,
                          const struct category *category, struct arena *arena)
{
    const struct regions *regions = &view->site->regions;
    const struct ranked *sorted = ranked_regions(regions, page->lang, arena);
    struct value *groups = arena_many(arena, regions->count, struct value);
    for (size_t i = 0; i < regions->count; i++)
        groups[i] = region_group(view, page, sorted[i].what, category, arena);
    return value_list(groups, regions->count);
}
