/* SPDX-License-Identifier: MIT */
#include "view/plan.h"

#include "view/link.h"
#include "view/search_index.h"

const struct rule view_rules[] = {
    [VIEW_PATH_TWICE] =
        {
            .id = "plan.path-twice",
            .severity = SEVERITY_ERROR,
            .problem = {"มีสองหน้าใช้ที่อยู่เดียวกัน: {0}",
                        "Two pages have the same address: {0}."},
            .remedy = {"แก้ชื่อในที่อยู่เว็บ (slug) หรือรหัสที่ซ้ำกันในทะเบียน",
                       "Change the slug or code that stands twice in the registry."},
            .names = true,
        },
    [VIEW_WORD_NEEDED] =
        {
            .id = "words.needed",
            .severity = SEVERITY_ERROR,
            .problem = {"ไม่มีคำ “{0}” ซึ่งหน้าเว็บต้องใช้",
                        "There is no word “{0}”, which pages need."},
            .remedy = {"คัดลอกคำนี้จากไฟล์ที่มากับ attalak",
                       "Put it back from the file that came with attalak."},
            .names = true,
        },
};
const size_t view_rule_count = sizeof(view_rules) / sizeof(*view_rules);

struct planner {
    const struct site *site;
    struct arena *arena;
    struct plan plan;
};

bool page_is_html(const struct page *page)
{
    return page->kind < DATA_IDENTITIES_CSV;
}

bool page_is_for_all(const struct page *page)
{
    static const bool is_not[PAGE_KIND_COUNT] = {
        [PAGE_CHECK] = true, [PAGE_CHECK_PROVINCE] = true, [PAGE_RULES] = true,
        [PAGE_TRIP] = true,  [PAGE_OFFLINE] = true,       [PAGE_EMBED] = true,
    };
    return !is_not[page->kind];
}

static struct str fixed_path(enum page_kind kind)
{
    static const char *const paths[PAGE_KIND_COUNT] = {
        [PAGE_GATE] = "",
        [PAGE_NOT_FOUND] = "404.html",
        [DATA_IDENTITIES_CSV] = "data/identities.csv",
        [DATA_IDENTITIES_JSON] = "data/identities.json",
        [DATA_IDENTITIES_GEOJSON] = "data/identities.geojson",
        [DATA_REPORTS_CSV] = "data/reports.csv",
        [DATA_COVERAGE_CSV] = "data/coverage.csv",
        [DATA_PROGRESS_CSV] = "data/progress.csv",
        [DATA_ROUNDS_CSV] = "data/rounds.csv",
        [DATA_COUNTERS] = "counters.json",
        [DATA_FIGURES_CSV] = "data/figures.csv",
        [DATA_PACKAGE] = "data/datapackage.json",
        [DATA_FACETS] = "data/facets.json",
        [DATA_SEARCH_TAGS] = "data/search/tags.txt",
        [DATA_SEARCH_POINTS] = "data/search/points.txt",
        [DATA_SITEMAP_INDEX] = "sitemap.xml",
        [DATA_ROBOTS] = "robots.txt",
        [DATA_WEBMANIFEST] = "manifest.webmanifest",
        [DATA_WORKER] = "sw.js",
        [DATA_SECURITY] = "security.txt",
        [DATA_SECURITY_WELL_KNOWN] = ".well-known/security.txt",
        [DATA_NOJEKYLL] = ".nojekyll",
    };
    return str_from(paths[kind]);
}

static struct str data_path(const struct page *page, struct str lang, struct arena *arena)
{
    switch (page->kind) {
    case DATA_PROVINCE_CSV:
        return str_format(arena, "data/%.*s.csv", STR_ARG(page->province->slug));
    case DATA_PROVINCE_JSON:
        return str_format(arena, "data/%.*s.json", STR_ARG(page->province->slug));
    case DATA_TRIP:
        return str_format(arena, "data/trip/%.*s.json", STR_ARG(page->province->code));
    case DATA_NEAR:
        return str_format(arena, "data/near/%.*s-%u-%u.json", STR_ARG(lang),
                          page->cell->row, page->cell->column);
    case DATA_SEARCH_NAMES:
        return str_format(arena, "data/search/names-%.*s.txt", STR_ARG(lang));
    case DATA_SEARCH_SUMMARIES:
        return str_format(arena, "data/search/summaries-%.*s-%.*s.txt", STR_ARG(lang),
                          STR_ARG(page->province->code));
    case DATA_SEARCH_STORIES:
        return str_format(arena, "data/search/stories-%.*s-%.*s.txt", STR_ARG(lang),
                          STR_ARG(page->province->code));
    case DATA_SITEMAP: return str_format(arena, "sitemap-%.*s.xml", STR_ARG(lang));
    case DATA_FEED: return str_format(arena, "%.*s/feed.xml", STR_ARG(lang));
    default: return fixed_path(page->kind);
    }
}

struct str plan_path_in(const struct site *site, const struct page *page, unsigned lang,
                        struct arena *arena)
{
    switch (page->kind) {
    case PAGE_HOME: return path_home(site, lang, arena);
    case PAGE_CATEGORY: return path_category(site, lang, page->category, arena);
    case PAGE_ACCESS: return path_fixed(site, lang, STR("access"), arena);
    case PAGE_REGIONS: return path_fixed(site, lang, STR("regions"), arena);
    case PAGE_CLUSTER: return path_cluster(site, lang, page->cluster, arena);
    case PAGE_PROVINCE: return path_province(site, lang, page->province, arena);
    case PAGE_PROVINCE_CATEGORY:
        return path_province_part(site, lang, page->province, page->category->key, arena);
    case PAGE_PROVINCE_ACCESS:
        return path_province_part(site, lang, page->province, STR("access"), arena);
    case PAGE_DISTRICT: return path_district(site, lang, page->district, arena);
    case PAGE_ENTRY: return path_entry(site, lang, page->lao, arena);
    case PAGE_TAG: return path_tag(site, lang, page->tag, arena);
    case PAGE_NEAR: return path_fixed(site, lang, STR("near"), arena);
    case PAGE_SEARCH: return path_fixed(site, lang, STR("search"), arena);
    case PAGE_RULES: return path_fixed(site, lang, STR("check/rules"), arena);
    case PAGE_TEXT: return path_text(site, lang, page->text->name, arena);
    case PAGE_TRIP: return path_fixed(site, lang, STR("trip"), arena);
    case PAGE_OFFLINE: return path_fixed(site, lang, STR("offline"), arena);
    case PAGE_CHECK: return path_fixed(site, lang, STR("check"), arena);
    case PAGE_CHECK_PROVINCE:
        return path_check_province(site, lang, page->province, arena);
    case PAGE_PROGRESS: return path_fixed(site, lang, STR("progress"), arena);
    case PAGE_PROGRESS_PROVINCE:
        return path_progress_province(site, lang, page->province, arena);
    case PAGE_EMBED: return path_embed(page->province, arena);
    default: return data_path(page, site->langs[lang], arena);
    }
}

/* ---- one page, or one in each language ---- */

static void add(struct planner *planner, struct page page)
{
    page.path = plan_path_in(planner->site, &page, page.lang, planner->arena);
    page.root = link_root(page.path);
    *list_push(&planner->plan.pages, planner->arena) = page;
}

static void add_in_each_language(struct planner *planner, struct page page)
{
    for (page.lang = 0; page.lang < planner->site->lang_count; page.lang++)
        add(planner, page);
}

/* ---- dates: the newest of what a page shows ---- */

static struct date newest(struct date a, struct date b)
{
    return date_compare(a, b) > 0 ? a : b;
}

static struct date newest_of(const struct laos *entries)
{
    struct date date = {0};
    for (size_t i = 0; i < entries->count; i++)
        date = newest(date, entries->items[i]->identity->updated);
    return date;
}

/* Of each field by its index. */
static const struct date *newest_by_field(const struct planner *planner,
                                          const struct laos *entries)
{
    size_t count = planner->site->vocabulary.categories.count;
    struct date *dates = arena_many(planner->arena, count, struct date);
    for (size_t i = 0; i < entries->count; i++) {
        const struct identity *identity = entries->items[i]->identity;
        struct date *date = &dates[identity->category->index];
        *date = newest(*date, identity->updated);
    }
    return dates;
}

/* ---- what there is to plan ---- */

static void plan_province(struct planner *planner, const struct province *province)
{
    struct page page = {.kind = PAGE_PROVINCE,
                        .province = province,
                        .updated = newest_of(&province->entries)};
    const struct date *dates = newest_by_field(planner, &province->entries);
    add_in_each_language(planner, page);
    page.kind = PAGE_PROVINCE_ACCESS;
    add_in_each_language(planner, page);
    page.kind = PAGE_CHECK_PROVINCE;
    add_in_each_language(planner, page);
    page.kind = PAGE_PROGRESS_PROVINCE;
    add_in_each_language(planner, page);
    page.kind = PAGE_EMBED;
    add(planner, page);
    page.kind = DATA_PROVINCE_CSV;
    add(planner, page);
    page.kind = DATA_PROVINCE_JSON;
    add(planner, page);
    page.kind = DATA_TRIP;
    add(planner, page);
    page.kind = PAGE_PROVINCE_CATEGORY;
    for (size_t i = 0; i < planner->site->vocabulary.categories.count; i++) {
        page.category = &planner->site->vocabulary.categories.items[i];
        page.updated = dates[i];
        add_in_each_language(planner, page);
    }
}

static void plan_places(struct planner *planner)
{
    const struct site *site = planner->site;
    for (size_t i = 0; i < site->clusters.count; i++)
        add_in_each_language(planner, (struct page){.kind = PAGE_CLUSTER,
                                                    .cluster = site->clusters.items[i],
                                                    .updated = site->updated});
    for (size_t i = 0; i < site->provinces.count; i++)
        plan_province(planner, site->provinces.items[i]);
    for (size_t i = 0; i < site->districts.count; i++) {
        const struct district *district = site->districts.items[i];
        add_in_each_language(
            planner, (struct page){.kind = PAGE_DISTRICT,
                                   .district = district,
                                   .province = district->province,
                                   .updated = newest_of(&district->entries)});
    }
}

static void plan_entries(struct planner *planner)
{
    const struct laos *entries = &planner->site->entries;
    for (size_t i = 0; i < entries->count; i++) {
        const struct lao *lao = entries->items[i];
        add_in_each_language(planner, (struct page){.kind = PAGE_ENTRY,
                                                    .lao = lao,
                                                    .province = lao->province,
                                                    .district = lao->district,
                                                    .updated = lao->identity->updated});
    }
}

static void plan_lists(struct planner *planner)
{
    const struct site *site = planner->site;
    const struct date *dates = newest_by_field(planner, &site->entries);
    for (size_t i = 0; i < site->vocabulary.categories.count; i++) {
        const struct category *category = &site->vocabulary.categories.items[i];
        add_in_each_language(
            planner, (struct page){.kind = PAGE_CATEGORY,
                                   .category = category,
                                   .updated = dates[i]});
    }
    for (size_t i = 0; i < site->tags.count; i++)
        if (site->tags.items[i]->has_page)
            add_in_each_language(
                planner,
                (struct page){.kind = PAGE_TAG,
                              .tag = site->tags.items[i],
                              .updated = newest_of(&site->tags.items[i]->entries)});
    for (size_t i = 0; i < site->pages.count; i++)
        add_in_each_language(
            planner, (struct page){.kind = PAGE_TEXT, .text = &site->pages.items[i]});
}

/* Kinds that come once, or once in each language, and have no subject. */
static void plan_fixed(struct planner *planner)
{
    static const enum page_kind once[] = {
        PAGE_GATE,
        PAGE_NOT_FOUND,
        PAGE_EMBED,
        DATA_IDENTITIES_CSV,
        DATA_IDENTITIES_JSON,
        DATA_IDENTITIES_GEOJSON,
        DATA_REPORTS_CSV,
        DATA_COVERAGE_CSV,
        DATA_PROGRESS_CSV,
        DATA_ROUNDS_CSV,
        DATA_COUNTERS,
        DATA_FACETS,
        DATA_PACKAGE,
        DATA_SEARCH_TAGS,
        DATA_SEARCH_POINTS,
        DATA_SITEMAP_INDEX,
        DATA_ROBOTS,
        DATA_WEBMANIFEST,
        DATA_WORKER,
        DATA_SECURITY,
        DATA_SECURITY_WELL_KNOWN,
        DATA_NOJEKYLL,
    };
    static const enum page_kind each[] = {
        PAGE_HOME,    PAGE_ACCESS, PAGE_REGIONS,      PAGE_NEAR,
        PAGE_TRIP,    PAGE_SEARCH, PAGE_CHECK,        PAGE_RULES,
        DATA_SITEMAP, DATA_FEED,   DATA_SEARCH_NAMES, PAGE_PROGRESS,
    };
    struct date updated = planner->site->updated;
    for (size_t i = 0; i < sizeof(once) / sizeof(*once); i++)
        add(planner, (struct page){.kind = once[i], .updated = updated});
    for (size_t i = 0; i < sizeof(each) / sizeof(*each); i++)
        add_in_each_language(planner, (struct page){.kind = each[i], .updated = updated});
    if (planner->site->settings.publish_reports)
        add(planner, (struct page){.kind = DATA_FIGURES_CSV, .updated = updated});
    if (planner->site->settings.offline)
        add_in_each_language(planner,
                             (struct page){.kind = PAGE_OFFLINE, .updated = updated});
}

static void plan_cells(struct planner *planner)
{
    struct near_cells cells = near_cells(planner->site, planner->arena);
    for (size_t i = 0; i < cells.count; i++)
        add_in_each_language(
            planner, (struct page){.kind = DATA_NEAR,
                                   .cell = &cells.items[i],
                                   .updated = newest_of(&cells.items[i].entries)});
    planner->plan.cells = cells;
}

static void plan_search(struct planner *planner)
{
    static const enum page_kind prose[] = {DATA_SEARCH_SUMMARIES, DATA_SEARCH_STORIES};
    const struct provinces *provinces = &planner->site->provinces;
    for (size_t i = 0; i < provinces->count; i += search_step(planner->site))
        for (size_t j = 0; j < 2 && search_has_shard(planner->site, i); j++)
            add_in_each_language(
                planner, (struct page){.kind = prose[j], .province = provinces->items[i]});
}

static void report_twins(const struct plan *plan, struct arena *arena,
                         struct diags *diags)
{
    struct map seen = {0};
    for (size_t i = 0; i < plan->pages.count; i++) {
        struct page *page = &plan->pages.items[i];
        if (map_put(&seen, page->path, page, arena))
            diag(diags, &view_rules[VIEW_PATH_TWICE],
                 (struct pos){.file = STR("registry")}, page->path);
    }
}

struct plan plan_site(const struct site *site, struct arena *arena, struct diags *diags)
{
    struct planner planner = {.site = site, .arena = arena};
    plan_fixed(&planner);
    plan_lists(&planner);
    plan_places(&planner);
    plan_entries(&planner);
    plan_cells(&planner);
    plan_search(&planner);
    report_twins(&planner.plan, arena, diags);
    return planner.plan;
}
