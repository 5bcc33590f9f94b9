/* SPDX-License-Identifier: MIT */
/* What hosts, browsers and those who find a hole look for at a site's root. */
#include "view/kinds.h"

/* ---- robots.txt ---- */

struct robots_root {
    struct base_view base;
    struct value sitemap;
};
static const struct slot robots_slots[] = {
    SLOT(robots_root, sitemap, VALUE_TEXT),
};

static void fill_robots(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    struct robots_root *root = data;
    (void)page;
    root->sitemap = value_text(link_absolute(view->site, STR("sitemap.xml"), arena));
}

const struct page_type robots_type = {
    .name = "robots",
    .template = "robots.txt",
    TYPE_SLOTS(robots_root, robots_slots),
    .fill = fill_robots,
};

/* ---- manifest.webmanifest ---- */

struct webmanifest_root {
    struct base_view base;
    struct value tagline;
};
static const struct slot webmanifest_slots[] = {
    SLOT(webmanifest_root, tagline, VALUE_TEXT),
};

static void fill_webmanifest(const struct view *view, const struct page *page, void *data,
                             struct arena *arena)
{
    struct webmanifest_root *root = data;
    (void)arena;
    root->tagline =
        value_text(view_pick(view, page->lang, &view->site->settings.tagline, NULL));
}

const struct page_type webmanifest_type = {
    .name = "webmanifest",
    .template = "manifest.webmanifest",
    TYPE_SLOTS(webmanifest_root, webmanifest_slots),
    .fill = fill_webmanifest,
};

/* ---- security.txt, RFC 9116 ---- */

struct security_root {
    struct base_view base;
    struct value contacts, expires, languages, places;
};
static const struct slot security_slots[] = {
    SLOT(security_root, contacts, VALUE_LIST),
    SLOT(security_root, expires, VALUE_TEXT),
    SLOT(security_root, languages, VALUE_TEXT),
    SLOT(security_root, places, VALUE_LIST),
};

/* Where mistakes are reported; the page for it knows no LAO here. */
static struct value contacts(const struct site *site, struct arena *arena)
{
    struct value *items = arena_many(arena, 2, struct value);
    size_t count = 0;
    struct str email = site->settings.correction_email;
    struct str url =
        str_replace(site->settings.correction_url, STR("{code}"), STR(""), arena);
    if (email.len)
        items[count++] = value_text(str_format(arena, "mailto:%.*s", STR_ARG(email)));
    if (str_starts(url, STR("https://")))
        items[count++] = value_text(url);
    if (!count && site->settings.base_url.len)
        items[count++] = value_text(site->settings.base_url);
    return value_list(items, count);
}

/* Less than a year ahead, as the RFC recommends, of the newest entry rather than of now:
 * the same content must give the same bytes. A site that nobody updates for a year lets
 * it expire. */
static struct value expires(struct date updated, struct arena *arena)
{
    if (date_is_none(updated))
        return (struct value){0};
    int year = updated.year + 1, month = updated.month, day = updated.day - 1;
    if (day < 1) {
        month--;
        if (month < 1) {
            month = 12;
            year--;
        }
        day = date_days_in_month(year, month);
    } else if (day > date_days_in_month(year, month)) {
        day = date_days_in_month(year, month);
    }
    return value_text(str_format(arena, "%04d-%02d-%02dT00:00:00Z", year, month, day));
}

static struct value places(const struct site *site, struct arena *arena)
{
    static const enum page_kind kinds[] = {DATA_SECURITY_WELL_KNOWN, DATA_SECURITY};
    enum { COUNT = sizeof(kinds) / sizeof(*kinds) };
    struct value *items = arena_many(arena, COUNT, struct value);
    if (!str_starts(site->settings.base_url, STR("https://")))
        return (struct value){0};
    for (size_t i = 0; i < COUNT; i++) {
        const struct page page = {.kind = kinds[i]};
        items[i] =
            value_text(link_absolute(site, plan_path_in(site, &page, 0, arena), arena));
    }
    return value_list(items, COUNT);
}

static void fill_security(const struct view *view, const struct page *page, void *data,
                          struct arena *arena)
{
    struct security_root *root = data;
    const struct site *site = view->site;
    (void)page;
    root->contacts = contacts(site, arena);
    root->expires = expires(site->updated, arena);
    root->languages =
        value_text(str_join(site->langs, site->lang_count, STR(", "), arena));
    root->places = places(site, arena);
}

const struct page_type security_type = {
    .name = "security",
    .template = "security.txt",
    TYPE_SLOTS(security_root, security_slots),
    .fill = fill_security,
};

/* ---- .nojekyll: its name is all there is to it ---- */

const struct page_type nojekyll_type = {
    .name = "nojekyll",
    .template = "nojekyll.txt",
};
