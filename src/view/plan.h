/* SPDX-License-Identifier: MIT */
/*
 * plan.h: the list of everything that will be written: path, kind, language, subject.
 *
 * The plan is made before anything is rendered, so that one path twice is found (a
 * finding, and nothing is published), the sitemap can list all pages, and workers can
 * take pages in any order.
 */
#ifndef ATTALAK_VIEW_PLAN_H
#define ATTALAK_VIEW_PLAN_H

#include "model/model.h"
#include "view/near.h"

enum page_kind {
    /* pages, one in each language but for the first two and the last */
    PAGE_GATE,      /* / : language choice, x-default */
    PAGE_NOT_FOUND, /* 404.html */
    PAGE_HOME,
    PAGE_CATEGORY,
    PAGE_ACCESS,
    PAGE_REGIONS,
    PAGE_CLUSTER,
    PAGE_PROVINCE,
    PAGE_PROVINCE_CATEGORY,
    PAGE_PROVINCE_ACCESS,
    PAGE_DISTRICT,
    PAGE_ENTRY,
    PAGE_TAG,
    PAGE_TEXT,
    PAGE_TRIP,    /* what a visitor keeps */
    PAGE_OFFLINE, /* what a phone keeps; not where site.yaml says offline: no */
    PAGE_NEAR,
    PAGE_CHECK,          /* for officers: all provinces */
    PAGE_CHECK_PROVINCE, /* … every LAO of one */
    PAGE_RULES,          /* … what is checked */
    PAGE_SEARCH,
    PAGE_PROGRESS,          /* who has reported: the country */
    PAGE_PROGRESS_PROVINCE, /* … a province, district by district */
    PAGE_EMBED, /* a few lines of it for other sites' frames: the country, a province */

    /* data and what hosts and machines read */
    DATA_IDENTITIES_CSV, /* whole site */
    DATA_IDENTITIES_JSON,
    DATA_IDENTITIES_GEOJSON,
    DATA_PROVINCE_CSV,
    DATA_PROVINCE_JSON,
    DATA_TRIP, /* of a province, for the trip page and offline use */
    DATA_REPORTS_CSV,
    DATA_COVERAGE_CSV,
    DATA_PROGRESS_CSV,
    DATA_ROUNDS_CSV,
    DATA_COUNTERS, /* counters.json */
    DATA_FIGURES_CSV,  /* not where site.yaml says reports: no */
    DATA_NEAR,         /* one for each cell and language */
    DATA_FACETS,       /* what every province's entries have, for choosing among all */
    DATA_PACKAGE,      /* datapackage.json */
    DATA_SEARCH_NAMES, /* one per language */
    DATA_SEARCH_TAGS,
    DATA_SEARCH_POINTS,
    DATA_SEARCH_SUMMARIES, /* one per language and some provinces, of which this is the
                              first */
    DATA_SEARCH_STORIES,   /* of the same */
    DATA_SITEMAP_INDEX,
    DATA_SITEMAP, /* one per language */
    DATA_FEED,    /* one per language */
    DATA_ROBOTS,
    DATA_WEBMANIFEST,
    DATA_WORKER,              /* sw.js */
    DATA_SECURITY,            /* security.txt */
    DATA_SECURITY_WELL_KNOWN, /* .well-known/security.txt */
    DATA_NOJEKYLL,            /* empty: GitHub Pages must not run Jekyll over the site */
    PAGE_KIND_COUNT,
};

/* One file to write. Members that its kind does not speak of are NULL. */
struct page {
    enum page_kind kind;
    unsigned lang;
    struct str path; /* link.h: a directory with a slash, or a file */
    struct str root; /* link_root of it */
    const struct category *category;
    const struct cluster *cluster;
    const struct province *province;
    const struct district *district;
    const struct lao *lao;
    const struct tag *tag;
    const struct page_text *text;
    const struct near_cell *cell;
    struct date
        updated; /* the newest date of what it shows; none when nothing is dated */
};

struct plan {
    struct LIST_OF(struct page) pages;
    struct near_cells cells;
};

/* The path of the same subject in another language. */
struct str plan_path_in(const struct site *site, const struct page *page, unsigned lang,
                        struct arena *arena);

bool page_is_html(const struct page *page);    /* else data */
bool page_is_for_all(const struct page *page); /* else a tool, or for officers: no
                                                   search engine lists it */

struct plan plan_site(const struct site *site, struct arena *arena, struct diags *diags);

/* What view/ may complain of. */
enum view_rule { VIEW_PATH_TWICE, VIEW_WORD_NEEDED };
extern const struct rule view_rules[];
extern const size_t view_rule_count;

#endif
