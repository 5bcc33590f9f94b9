/* SPDX-License-Identifier: MIT */
/* Places from the country down: regions, a cluster, a district. */
#include "view/dot_map.h"
#include "view/kinds.h"
#include "view/place.h"
#include "view/progress.h"
#include "view/ranked.h"
#include "view/trend.h"

/* ---- regions and clusters ---- */

struct regions_root {
    struct base_view base;
    struct value regions, clusters, progress_href;
};
static const struct slot regions_slots[] = {
    SLOT_OF(regions_root, regions, VALUE_LIST, &group_shape),
    SLOT_OF(regions_root, clusters, VALUE_LIST, &tally_shape),
    SLOT(regions_root, progress_href, VALUE_TEXT),
};

static void fill_regions(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    struct regions_root *root = data;
    const struct clusters *clusters = &view->site->clusters;
    struct text heading = place_word(view, "regions.heading");
    view_title(view, page, &root->base, &heading,
               words_get(&view->words[page->lang], "regions.description"), arena);
    struct view_step here = {heading, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->regions = view_regions(view, page, NULL, arena);
    root->progress_href = place_progress_href(view, page, arena);
    struct value *tallies = arena_many(arena, clusters->count, struct value);
    for (size_t i = 0; i < clusters->count; i++)
        tallies[i] = place_cluster_tally(view, page, clusters->items[i], arena);
    root->clusters = value_list(tallies, clusters->count);
}

const struct page_type regions_type = {
    .name = "regions",
    .template = "regions.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(regions_root, regions_slots),
    .fill = fill_regions,
};

struct cluster_root {
    struct base_view base;
    struct value intro, count_text, provinces, place, rows, trend, progress_href;
};
static const struct slot cluster_slots[] = {
    SLOT_OF(cluster_root, intro, VALUE_MAP, &intro_shape),
    SLOT(cluster_root, count_text, VALUE_TEXT),
    SLOT_OF(cluster_root, provinces, VALUE_LIST, &tally_shape),
    SLOT_OF(cluster_root, place, VALUE_MAP, &progress_shape),
    SLOT_OF(cluster_root, rows, VALUE_LIST, &progress_shape),
    SLOT_OF(cluster_root, trend, VALUE_MAP, &trend_shape),
    SLOT(cluster_root, progress_href, VALUE_TEXT),
};

/* "กลุ่มจังหวัด…" / "… Cluster" in each language that has the name. */
static struct text cluster_name(const struct view *view, const struct cluster *cluster,
                                struct arena *arena)
{
    struct text name = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        if (cluster->name.in[lang].len)
            name.in[lang] = words_fill(&view->words[lang], "place.cluster", arena,
                                       {"name", cluster->name.in[lang]});
    return name;
}

/* How far the cluster and its provinces are. */
static void fill_cluster_progress(const struct view *view, const struct page *page,
                                  struct cluster_root *root, struct arena *arena)
{
    const struct cluster *cluster = page->cluster;
    struct progress_of of = {
        .coverage = cluster->coverage,
        .before = trend_before_page(view, page, arena),
        .name = view_phrase(view, page->lang, &cluster->name, arena),
    };
    if (!cluster->coverage->laos)
        return;
    root->place = progress_place(view, page, &of, arena);
    root->rows = progress_provinces(view, page, &cluster->provinces, arena);
    root->trend = trend_of(view, page, cluster->coverage, arena);
    root->progress_href = place_progress_href(view, page, arena);
}

static void fill_cluster(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    struct cluster_root *root = data;
    const struct cluster *cluster = page->cluster;
    const struct words *words = &view->words[page->lang];
    struct text name = cluster_name(view, cluster, arena);
    struct str count =
        words_count(words, "count.entries", (int64_t)cluster->entry_count, arena);
    view_title(view, page, &root->base, &name,
               words_fill(words, "cluster.description", arena,
                          {"name", view_pick(view, page->lang, &name, NULL)},
                          {"count", count}),
               arena);
    struct view_step trail[] = {
        {place_word(view, "regions.heading"),
         path_fixed(view->site, page->lang, STR("regions"), arena)},
        {name, page->path},
    };
    view_crumbs(view, page, &root->base, trail, 2, arena);
    root->intro = view_intro(view, page->lang, cluster->intro, arena);
    root->count_text = value_text(count);
    root->provinces = view_province_tallies(view, page, &cluster->provinces, NULL, arena);
    fill_cluster_progress(view, page, root, arena);
}

const struct page_type cluster_type = {
    .name = "cluster",
    .template = "cluster.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(cluster_root, cluster_slots),
    .fill = fill_cluster,
};

/* ---- a district ---- */

struct missing_lao_view {
    struct value name, website;
};
static const struct slot missing_lao_slots[] = {
    SLOT_OF(missing_lao_view, name, VALUE_MAP, &phrase_shape),
    SLOT(missing_lao_view, website, VALUE_TEXT),
};
static const struct shape missing_lao_shape =
    SHAPE("missing_lao", missing_lao_view, missing_lao_slots);

struct district_root {
    struct base_view base;
    struct value count_text, cards, map, missing, missing_text, province;
};
static const struct slot district_slots[] = {
    SLOT(district_root, count_text, VALUE_TEXT),
    SLOT_OF(district_root, cards, VALUE_LIST, &card_shape),
    SLOT_OF(district_root, map, VALUE_MAP, &dot_map_shape),
    SLOT_OF(district_root, missing, VALUE_LIST, &missing_lao_shape),
    SLOT(district_root, missing_text, VALUE_TEXT),
    SLOT_OF(district_root, province, VALUE_MAP, &tally_shape),
};

static struct value missing_laos(const struct view *view, const struct page *page,
                                 struct arena *arena)
{
    const struct laos *laos = &page->district->laos;
    unsigned lang = page->lang;
    struct ranked *missing = arena_many(arena, laos->count, struct ranked);
    size_t count = 0;
    for (size_t i = 0; i < laos->count; i++)
        if (!laos->items[i]->published)
            missing[count++] =
                (struct ranked){laos->items[i], laos->items[i]->rank[lang], 0};
    ranked_sort(missing, count);
    struct value *values = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct lao *lao = missing[i].what;
        struct missing_lao_view *v = value_struct(missing_lao_view, arena);
        v->name = view_phrase(view, lang, view_lao_name(view, lao), arena);
        v->website = value_text(lao->website);
        values[i] = value_map(v, &missing_lao_shape);
    }
    return value_list(values, count);
}

/* "อำเภอบ้านเขว้า จังหวัดชัยภูมิ": two districts of the country may share a name. */
static struct text district_title(const struct view *view,
                                  const struct district *district, struct arena *arena)
{
    const struct text *name = view_district_name(view, district);
    const struct text *province = view_province_name(view, district->province);
    struct text joined = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        if (name->in[lang].len && province->in[lang].len)
            joined.in[lang] = words_fill(&view->words[lang], "place.in_province", arena,
                                         {"district", name->in[lang]},
                                         {"province", province->in[lang]});
    return joined;
}

static void fill_district(const struct view *view, const struct page *page, void *data,
                          struct arena *arena)
{
    struct district_root *root = data;
    const struct district *district = page->district;
    const struct words *words = &view->words[page->lang];
    struct text heading = district_title(view, district, arena);
    int64_t missing = (int64_t)(district->laos.count - district->entries.count);
    root->count_text =
        value_text(place_totals(view, page, &district->laos, &district->entries, arena));
    view_title(view, page, &root->base, &heading, root->count_text.text, arena);
    struct view_step here = {*view_district_bare(view, district), page->path};
    place_crumbs(view, page, &root->base, &here, arena);
    root->cards = view_cards_by_name(view, page, &district->entries, arena);
    root->map = dot_map(view, page, arena);
    root->missing = missing_laos(view, page, arena);
    if (missing)
        root->missing_text =
            value_text(words_count(words, "count.missing", missing, arena));
    root->province = place_province(view, page, arena);
}

const struct page_type district_type = {
    .name = "district",
    .template = "district.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(district_root, district_slots),
    .fill = fill_district,
};
