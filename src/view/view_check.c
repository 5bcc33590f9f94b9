/* SPDX-License-Identifier: MIT */
/* For officers: how far each province is, and every LAO of one with what to mend. */
#include "model/coverage.h"
#include "view/complete.h"
#include "view/kinds.h"
#include "view/officer.h"
#include "view/place.h"
#include "view/ranked.h"

/* ---- sums ---- */

struct sums_view {
    struct value laos, published, held, none, mend, has_held, has_mend;
};
static const struct slot sums_slots[] = {
    SLOT(sums_view, laos, VALUE_TEXT),     SLOT(sums_view, published, VALUE_TEXT),
    SLOT(sums_view, held, VALUE_TEXT),     SLOT(sums_view, none, VALUE_TEXT),
    SLOT(sums_view, mend, VALUE_TEXT),     SLOT(sums_view, has_held, VALUE_BOOL),
    SLOT(sums_view, has_mend, VALUE_BOOL),
};
static const struct shape sums_shape = SHAPE("sums", sums_view, sums_slots);

static struct value view_sums(const struct view *view, unsigned lang,
                              const struct coverage *coverage, const struct laos *laos,
                              struct arena *arena)
{
    const struct words *words = &view->words[lang];
    const size_t *states = coverage->states;
    size_t mend = officer_mend(view, laos);
    struct sums_view *v = value_struct(sums_view, arena);
    v->laos = value_text(words_number(words, (int64_t)coverage->laos, arena));
    v->published =
        value_text(words_number(words, (int64_t)coverage_published(coverage), arena));
    v->held = value_text(words_number(words, (int64_t)states[STATE_HELD], arena));
    v->none = value_text(words_number(words, (int64_t)states[STATE_NONE], arena));
    v->mend = value_text(words_number(words, (int64_t)mend, arena));
    v->has_held = value_bool(states[STATE_HELD] > 0);
    v->has_mend = value_bool(mend > 0);
    return value_map(v, &sums_shape);
}

/* How to send an entry: the page of prose for officers, where the site has one. */
static struct value guide_href(const struct view *view, const struct page *page,
                               struct arena *arena)
{
    const struct site *site = view->site;
    for (size_t i = 0; i < site->pages.count; i++)
        if (str_eq(site->pages.items[i].name, STR("officers")))
            return view_href(
                view, page,
                path_text(site, page->lang, site->pages.items[i].name, arena), arena);
    return (struct value){0};
}

/* ---- all provinces ---- */

struct row_view {
    struct value href, name, sums;
};
static const struct slot row_slots[] = {
    SLOT(row_view, href, VALUE_TEXT),
    SLOT_OF(row_view, name, VALUE_MAP, &phrase_shape),
    SLOT_OF(row_view, sums, VALUE_MAP, &sums_shape),
};
static const struct shape row_shape = SHAPE("check_row", row_view, row_slots);

struct check_region_view {
    struct value name, key, rows;
};
static const struct slot check_region_slots[] = {
    SLOT_OF(check_region_view, name, VALUE_MAP, &phrase_shape),
    SLOT(check_region_view, key, VALUE_TEXT),
    SLOT_OF(check_region_view, rows, VALUE_LIST, &row_shape),
};
static const struct shape check_region_shape =
    SHAPE("check_region", check_region_view, check_region_slots);

struct check_root {
    struct base_view base;
    struct value regions, sums, guide_href, rules_href, progress_href;
};
static const struct slot check_slots[] = {
    SLOT_OF(check_root, regions, VALUE_LIST, &check_region_shape),
    SLOT_OF(check_root, sums, VALUE_MAP, &sums_shape),
    SLOT(check_root, guide_href, VALUE_TEXT),
    SLOT(check_root, rules_href, VALUE_TEXT),
    SLOT(check_root, progress_href, VALUE_TEXT),
};

static struct value province_row(const struct view *view, const struct page *page,
                                 const struct province *province, struct arena *arena)
{
    struct row_view *v = value_struct(row_view, arena);
    v->href = view_href(
        view, page, path_check_province(view->site, page->lang, province, arena), arena);
    v->name = view_phrase(view, page->lang, &province->name, arena);
    v->sums = view_sums(view, page->lang, province->coverage, &province->laos, arena);
    return value_map(v, &row_shape);
}

static struct value region_rows(const struct view *view, const struct page *page,
                                const struct region *region, struct arena *arena)
{
    size_t count = region->provinces.count;
    const struct ranked *sorted = ranked_provinces(&region->provinces, page->lang, arena);
    struct value *rows = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        rows[i] = province_row(view, page, sorted[i].what, arena);
    struct check_region_view *v = value_struct(check_region_view, arena);
    v->name = view_phrase(view, page->lang, &region->name, arena);
    v->key = value_text(region->slug);
    v->rows = value_list(rows, count);
    return value_map(v, &check_region_shape);
}

static struct value check_regions(const struct view *view, const struct page *page,
                                  struct arena *arena)
{
    const struct regions *regions = &view->site->regions;
    const struct ranked *sorted = ranked_regions(regions, page->lang, arena);
    struct value *values = arena_many(arena, regions->count, struct value);
    for (size_t i = 0; i < regions->count; i++)
        values[i] = region_rows(view, page, sorted[i].what, arena);
    return value_list(values, regions->count);
}

static void fill_check(const struct view *view, const struct page *page, void *data,
                       struct arena *arena)
{
    struct check_root *root = data;
    struct text heading = place_word(view, "check.heading");
    view_title(view, page, &root->base, &heading,
               words_get(&view->words[page->lang], "check.description"), arena);
    struct view_step here = {heading, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    const struct site *site = view->site;
    root->sums = view_sums(view, page->lang, site->coverage, &site->laos, arena);
    root->progress_href = place_progress_href(view, page, arena);
    root->regions = check_regions(view, page, arena);
    root->guide_href = guide_href(view, page, arena);
    root->rules_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("check/rules"), arena), arena);
}

const struct page_type check_type = {
    .name = "check",
    .template = "check.html",
    TYPE_SLOTS(check_root, check_slots),
    .fill = fill_check,
};

/* ---- every LAO of a province ---- */

struct check_group_view {
    struct value key, name, count_text, laos;
};
static const struct slot check_group_slots[] = {
    SLOT(check_group_view, key, VALUE_TEXT),
    SLOT_OF(check_group_view, name, VALUE_MAP, &phrase_shape),
    SLOT(check_group_view, count_text, VALUE_TEXT),
    SLOT_OF(check_group_view, laos, VALUE_LIST, &officer_shape),
};
static const struct shape check_group_shape =
    SHAPE("check_group", check_group_view, check_group_slots);

struct check_province_root {
    struct base_view base;
    struct value groups, sums, guide_href, access_href, progress_href, province;
};
static const struct slot check_province_slots[] = {
    SLOT_OF(check_province_root, groups, VALUE_LIST, &check_group_shape),
    SLOT_OF(check_province_root, sums, VALUE_MAP, &sums_shape),
    SLOT(check_province_root, guide_href, VALUE_TEXT),
    SLOT(check_province_root, access_href, VALUE_TEXT),
    SLOT(check_province_root, progress_href, VALUE_TEXT),
    SLOT_OF(check_province_root, province, VALUE_MAP, &tally_shape),
};

/* The whole province's own LAO, and those whose district is not known, stand first. */
static const struct district *district_of(const struct lao *lao)
{
    return lao->type == LAO_PAO ? NULL : lao->district;
}

static struct ranked *sorted_laos(const struct province *province, unsigned lang,
                                  struct arena *arena)
{
    size_t count = province->laos.count;
    struct ranked *sorted = arena_many(arena, count, struct ranked);
    for (size_t i = 0; i < count; i++) {
        struct lao *lao = province->laos.items[i];
        const struct district *district = district_of(lao);
        sorted[i] =
            (struct ranked){lao, lao->rank[lang], district ? district->rank[lang] + 1 : 0};
    }
    ranked_sort(sorted, count);
    return sorted;
}

/* LAOs of one group, which stand together. */
static struct value check_group(const struct view *view, const struct page *page,
                                const struct ranked *sorted, size_t count,
                                struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    const struct lao *first = sorted[0].what;
    const struct district *district = district_of(first);
    struct text name = district ? *view_district_name(view, district)
                                : place_word(view, "check.whole");
    struct strs asked = complete_asked(view, page->lang, arena);
    struct value *laos = arena_many(arena, count, struct value);
    int64_t published = 0;
    for (size_t i = 0; i < count; i++) {
        const struct lao *lao = sorted[i].what;
        laos[i] = officer_value(view, page, lao, &asked, arena);
        published += lao->published;
    }
    struct check_group_view *v = value_struct(check_group_view, arena);
    v->key = value_text(str_cat(arena, STR("d"), district ? district->code : STR("0")));
    v->name = view_phrase(view, page->lang, &name, arena);
    v->count_text = value_text(
        words_fill(words, "check.group", arena,
                   {"published", words_number(words, published, arena)},
                   {"laos", words_number(words, (int64_t)count, arena)}));
    v->laos = value_list(laos, count);
    return value_map(v, &check_group_shape);
}

static struct value check_groups(const struct view *view, const struct page *page,
                                 struct arena *arena)
{
    size_t count = page->province->laos.count, groups = 0;
    struct ranked *sorted = sorted_laos(page->province, page->lang, arena);
    struct value *values = arena_many(arena, count, struct value);
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from + 1; to < count && sorted[to].group == sorted[from].group;)
            to++;
        values[groups++] = check_group(view, page, sorted + from, to - from, arena);
    }
    return value_list(values, groups);
}

static void fill_check_province(const struct view *view, const struct page *page,
                                void *data, struct arena *arena)
{
    struct check_province_root *root = data;
    const struct province *province = page->province;
    const struct text *full = view_province_name(view, province);
    struct text heading = place_heading(view, "check.heading_of", province, arena);
    view_title(view, page, &root->base, &heading,
               words_fill(&view->words[page->lang], "check.description_of", arena,
                          {"province", view_pick(view, page->lang, full, NULL)}),
               arena);
    struct view_step trail[] = {
        {place_word(view, "check.heading"),
         path_fixed(view->site, page->lang, STR("check"), arena)},
        {province->name, page->path},
    };
    view_crumbs(view, page, &root->base, trail, 2, arena);
    root->sums = view_sums(view, page->lang, province->coverage, &province->laos, arena);
    root->progress_href = place_progress_href(view, page, arena);
    root->groups = check_groups(view, page, arena);
    root->guide_href = guide_href(view, page, arena);
    root->access_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("access"), arena), arena);
    root->province = place_province(view, page, arena);
}

const struct page_type check_province_type = {
    .name = "check-province",
    .template = "check-province.html",
    TYPE_SLOTS(check_province_root, check_province_slots),
    .fill = fill_check_province,
};
