/* SPDX-License-Identifier: MIT */
/* How far the country and each province are: for those who follow up. */
#include "view/dot_map.h"
#include "view/kinds.h"
#include "view/place.h"
#include "view/progress.h"
#include "view/ranked.h"
#include "view/sums.h"
#include "view/tile_map.h"
#include "view/trend.h"

/* ---- what both pages have ---- */

struct progress_common {
    struct value place, rounds, fields, held, figures, trend;
    struct value frame_href, frame_url, frame_title; /* the same for other sites */
};

/* What a frame with the page's few lines is called: by the site, or by the province. */
static struct str frame_title(const struct view *view, const struct page *page,
                              struct arena *arena)
{
    const struct text *place = page->province ? view_province_name(view, page->province)
                                              : &view->site->settings.title;
    return words_fill(&view->words[page->lang], "embed.title", arena,
                      {"place", view_pick(view, page->lang, place, NULL)});
}

static struct progress_common common(const struct view *view, const struct page *page,
                                     const struct coverage *coverage, struct arena *arena)
{
    struct progress_of of = {
        .coverage = coverage,
        .before = trend_before_page(view, page, arena),
    };
    return (struct progress_common){
        .place = progress_place(view, page, &of, arena),
        .rounds = progress_rounds(view, page, coverage, arena),
        .fields = progress_fields(view, page, coverage, arena),
        .held = progress_held(view, page, coverage, arena),
        .frame_href = view_href(view, page, path_embed(page->province, arena), arena),
        .frame_url = value_text(
            link_absolute(view->site, path_embed(page->province, arena), arena)),
        .frame_title = value_text(frame_title(view, page, arena)),
        .figures = view_sums(view, page, arena),
        .trend = trend_of(view, page, coverage, arena),
    };
}

#define COMMON(root, name, kind, shape)                                                  \
    {                                                                                    \
#name, offsetof(struct root, common.name) / sizeof(struct value), kind, shape    \
    }
#define COMMON_SLOTS(root)                                                               \
    COMMON(root, place, VALUE_MAP, &progress_shape),                                     \
        COMMON(root, rounds, VALUE_LIST, &progress_round_shape),                         \
        COMMON(root, fields, VALUE_LIST, &held_shape),                                   \
        COMMON(root, held, VALUE_LIST, &held_shape),                                     \
        COMMON(root, frame_href, VALUE_TEXT, NULL),                                      \
        COMMON(root, frame_url, VALUE_TEXT, NULL),                                       \
        COMMON(root, frame_title, VALUE_TEXT, NULL),                                     \
        COMMON(root, figures, VALUE_MAP, &sums_shape),                                   \
        COMMON(root, trend, VALUE_MAP, &trend_shape)

/* ---- the country ---- */

struct progress_region_view {
    struct value place, rows;
};
static const struct slot region_slots[] = {
    SLOT_OF(progress_region_view, place, VALUE_MAP, &progress_shape),
    SLOT_OF(progress_region_view, rows, VALUE_LIST, &progress_shape),
};
static const struct shape region_shape =
    SHAPE("progress_region", progress_region_view, region_slots);

struct progress_root {
    struct base_view base;
    struct progress_common common;
    struct value map, regions, clusters, left_out, check_href;
};
static const struct slot progress_slots[] = {
    COMMON_SLOTS(progress_root),
    SLOT_OF(progress_root, map, VALUE_MAP, &tile_map_shape),
    SLOT_OF(progress_root, regions, VALUE_LIST, &region_shape),
    SLOT_OF(progress_root, clusters, VALUE_LIST, &progress_shape),
    SLOT(progress_root, left_out, VALUE_TEXT),
    SLOT(progress_root, check_href, VALUE_TEXT),
};

/* Whole percents, never 0 with one. */
static int64_t share_of(size_t part, size_t whole)
{
    return whole ? (int64_t)((part * 100 + whole - 1) / whole) : TILE_BLANK;
}

/* The share of a province's LAOs that are published. */
static struct tile tile_share(const struct view *view, const struct page *page,
                              const struct province *province, struct arena *arena)
{
    const struct coverage *coverage = province->coverage;
    size_t published = coverage_published(coverage);
    return (struct tile){
        .count = share_of(published, coverage->laos),
        .text = progress_percent(published, coverage->laos, arena),
        .path = path_progress_province(view->site, page->lang, province, arena),
    };
}

static const struct tile_scale tile_progress = {
    .fill = tile_share, .step = 100 / TILE_LEVELS, .unit = "%"};

static struct value region_row(const struct view *view, const struct page *page,
                               const struct region *region, struct arena *arena)
{
    struct progress_of of = {
        .coverage = region->coverage,
        .before = trend_before_all(view, &region->provinces, arena),
        .key = region->slug,
        .name = view_phrase(view, page->lang, &region->name, arena),
    };
    struct progress_region_view *v = value_struct(progress_region_view, arena);
    v->place = progress_place(view, page, &of, arena);
    v->rows = progress_provinces(view, page, &region->provinces, arena);
    return value_map(v, &region_shape);
}

static struct value region_rows(const struct view *view, const struct page *page,
                                struct arena *arena)
{
    const struct regions *regions = &view->site->regions;
    const struct ranked *sorted = ranked_regions(regions, page->lang, arena);
    struct value *rows = arena_many(arena, regions->count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < regions->count; i++) {
        const struct region *region = sorted[i].what;
        if (region->coverage->laos)
            rows[count++] = region_row(view, page, region, arena);
    }
    return value_list(rows, count);
}

static struct value cluster_rows(const struct view *view, const struct page *page,
                                 struct arena *arena)
{
    const struct clusters *clusters = &view->site->clusters;
    struct value *rows = arena_many(arena, clusters->count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < clusters->count; i++) {
        const struct cluster *cluster = clusters->items[i];
        if (!cluster->coverage->laos)
            continue;
        struct str path = path_cluster(view->site, page->lang, cluster, arena);
        struct progress_of of = {
            .coverage = cluster->coverage,
            .before = trend_before_all(view, &cluster->provinces, arena),
            .key = str_format(arena, "c%u", cluster->number),
            .href = view_href(view, page, path, arena).text,
            .name = view_phrase(view, page->lang, &cluster->name, arena),
        };
        rows[count++] = progress_place(view, page, &of, arena);
    }
    return value_list(rows, count);
}

/* How many provinces are no row. */
static struct value left_out(const struct view *view, const struct page *page,
                             struct arena *arena)
{
    const struct provinces *provinces = &view->site->provinces;
    int64_t count = 0;
    for (size_t i = 0; i < provinces->count; i++)
        count += !provinces->items[i]->coverage->laos;
    return count ? value_text(words_count(&view->words[page->lang], "progress.left_out",
                                          count, arena))
                 : (struct value){0};
}

static void fill_progress(const struct view *view, const struct page *page, void *data,
                          struct arena *arena)
{
    struct progress_root *root = data;
    struct text heading = place_word(view, "progress.heading");
    view_title(view, page, &root->base, &heading,
               words_get(&view->words[page->lang], "progress.description"), arena);
    struct view_step here = {heading, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->common = common(view, page, view->site->coverage, arena);
    root->map = tile_map(view, page, &tile_progress, arena);
    root->regions = region_rows(view, page, arena);
    root->clusters = cluster_rows(view, page, arena);
    root->left_out = left_out(view, page, arena);
    root->check_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("check"), arena), arena);
}

const struct page_type progress_type = {
    .name = "progress",
    .template = "progress.html",
    TYPE_SLOTS(progress_root, progress_slots),
    .fill = fill_progress,
};

/* ---- a province ---- */

/* A district, or what belongs to none (the PAO). full: "อำเภอบ้านเขว้า", where the place's
 * name is bare; lacking_count: none when there is none */
struct progress_part_view {
    struct value place, full, lacking, lacking_count;
};
static const struct slot part_slots[] = {
    SLOT_OF(progress_part_view, place, VALUE_MAP, &progress_shape),
    SLOT_OF(progress_part_view, full, VALUE_MAP, &phrase_shape),
    SLOT_OF(progress_part_view, lacking, VALUE_LIST, &lacking_shape),
    SLOT(progress_part_view, lacking_count, VALUE_TEXT),
};
static const struct shape part_shape =
    SHAPE("progress_part", progress_part_view, part_slots);

struct progress_province_root {
    struct base_view base;
    struct progress_common common;
    struct value map, parts, lacking_count, province, check_href;
};
static const struct slot progress_province_slots[] = {
    COMMON_SLOTS(progress_province_root),
    SLOT_OF(progress_province_root, map, VALUE_MAP, &dot_map_shape),
    SLOT_OF(progress_province_root, parts, VALUE_LIST, &part_shape),
    SLOT(progress_province_root, lacking_count, VALUE_TEXT),
    SLOT_OF(progress_province_root, province, VALUE_MAP, &tally_shape),
    SLOT(progress_province_root, check_href, VALUE_TEXT),
};

static struct value count_text(const struct view *view, const struct page *page,
                               size_t count, struct arena *arena)
{
    return count
               ? value_text(words_number(&view->words[page->lang], (int64_t)count, arena))
               : (struct value){0};
}

static struct value count_lacking(const struct view *view, const struct page *page,
                                  struct arena *arena)
{
    const struct laos *laos = &page->province->laos;
    size_t count = 0;
    for (size_t i = 0; i < laos->count; i++)
        count += progress_lacks(view, laos->items[i]);
    return count_text(view, page, count, arena);
}

/* Those of a district who lack something, in the reader's order. */
static void fill_lacking(const struct view *view, const struct page *page,
                         const struct district *district, struct progress_part_view *v,
                         struct arena *arena)
{
    const struct laos *laos = district ? &district->laos : &page->province->laos;
    struct ranked *sorted = arena_many(arena, laos->count, struct ranked);
    size_t count = 0;
    for (size_t i = 0; i < laos->count; i++) {
        struct lao *lao = laos->items[i];
        if (lao->district == district && progress_lacks(view, lao))
            sorted[count++] = (struct ranked){lao, lao->rank[page->lang], 0};
    }
    ranked_sort(sorted, count);
    struct value *values = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        values[i] = progress_lacking(view, page, sorted[i].what, arena);
    v->lacking = value_list(values, count);
    v->lacking_count = count_text(view, page, count, arena);
}

static struct value part(const struct view *view, const struct page *page,
                         const struct district *district, struct arena *arena)
{
    struct text whole = place_word(view, "progress.whole");
    const struct text *name = district ? view_district_bare(view, district) : &whole,
                      *full = district ? view_district_name(view, district) : &whole;
    struct progress_of of = {
        .coverage = district ? district->coverage : page->province->coverage_apart,
        .before = district ? trend_before(view, district->code)
                           : trend_before_apart(view, page->province, arena),
        .key = str_cat(arena, STR("d"), district ? district->code : STR("0")),
        .name = view_phrase(view, page->lang, name, arena),
    };
    of.href = str_cat(arena, STR("#"), of.key);
    struct progress_part_view *v = value_struct(progress_part_view, arena);
    v->place = progress_place(view, page, &of, arena);
    v->full = view_phrase(view, page->lang, full, arena);
    fill_lacking(view, page, district, v, arena);
    return value_map(v, &part_shape);
}

/* Districts in the reader's order, behind those who belong to none. */
static struct value parts(const struct view *view, const struct page *page,
                          struct arena *arena)
{
    const struct districts *districts = &page->province->districts;
    const struct ranked *sorted = ranked_districts(districts, page->lang, arena);
    struct value *values = arena_many(arena, districts->count + 1, struct value);
    size_t count = 0;
    if (page->province->coverage_apart->laos)
        values[count++] = part(view, page, NULL, arena);
    for (size_t i = 0; i < districts->count; i++) {
        const struct district *district = sorted[i].what;
        if (district->coverage->laos)
            values[count++] = part(view, page, district, arena);
    }
    return value_list(values, count);
}

static void fill_progress_province(const struct view *view, const struct page *page,
                                   void *data, struct arena *arena)
{
    struct progress_province_root *root = data;
    const struct province *province = page->province;
    const struct text *full = view_province_name(view, province);
    struct text heading = place_heading(view, "progress.heading_of", province, arena);
    view_title(view, page, &root->base, &heading,
               words_fill(&view->words[page->lang], "progress.description_of", arena,
                          {"province", view_pick(view, page->lang, full, NULL)}),
               arena);
    struct view_step trail[] = {
        {place_word(view, "progress.heading"),
         path_fixed(view->site, page->lang, STR("progress"), arena)},
        {province->name, page->path},
    };
    view_crumbs(view, page, &root->base, trail, 2, arena);
    root->common = common(view, page, province->coverage, arena);
    root->map = dot_map(view, page, arena);
    root->parts = parts(view, page, arena);
    root->lacking_count = count_lacking(view, page, arena);
    root->province = place_province(view, page, arena);
    root->check_href = view_href(
        view, page, path_check_province(view->site, page->lang, province, arena), arena);
}

const struct page_type progress_province_type = {
    .name = "progress-province",
    .template = "progress-province.html",
    TYPE_SLOTS(progress_province_root, progress_province_slots),
    .fill = fill_progress_province,
};
