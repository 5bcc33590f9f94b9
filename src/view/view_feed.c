/* SPDX-License-Identifier: MIT */
/* What tells machines where the pages are and what is new: sitemaps and feeds. */
#include "view/kinds.h"

enum { FEED_ENTRIES = 50 };

/* ---- sitemaps ---- */

struct other_view {
    struct value lang, href;
};
static const struct slot other_slots[] = {
    SLOT(other_view, lang, VALUE_TEXT),
    SLOT(other_view, href, VALUE_TEXT),
};
static const struct shape other_shape = SHAPE("other", other_view, other_slots);

struct url_view {
    struct value loc, lastmod, others;
};
static const struct slot url_slots[] = {
    SLOT(url_view, loc, VALUE_TEXT),
    SLOT(url_view, lastmod, VALUE_TEXT),
    SLOT_OF(url_view, others, VALUE_LIST, &other_shape),
};
static const struct shape url_shape = SHAPE("url", url_view, url_slots);

struct sitemap_root {
    struct base_view base;
    struct value urls;
};
static const struct slot sitemap_slots[] = {
    SLOT_OF(sitemap_root, urls, VALUE_LIST, &url_shape),
};

static struct value lastmod(struct date date, struct arena *arena)
{
    return value_text(date_is_none(date) ? STR("") : date_iso(date, arena));
}

static struct value other(struct str lang, struct str href, struct arena *arena)
{
    struct other_view *v = value_struct(other_view, arena);
    v->lang = value_text(lang);
    v->href = value_text(href);
    return value_map(v, &other_shape);
}

/* The choice of a language is what the home pages have in common, as in their <head>. */
static struct str path_in(const struct site *site, const struct page *page, unsigned lang,
                          struct arena *arena)
{
    return page->kind == PAGE_GATE ? path_home(site, lang, arena)
                                   : plan_path_in(site, page, lang, arena);
}

static struct value others(const struct site *site, const struct page *page,
                           struct arena *arena)
{
    struct value *items = arena_many(arena, site->lang_count + 1, struct value);
    bool is_home = page->kind == PAGE_GATE || page->kind == PAGE_HOME;
    struct str fallback = is_home ? STR("") : plan_path_in(site, page, 0, arena);
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        items[lang] =
            other(site->langs[lang],
                  link_absolute(site, path_in(site, page, lang, arena), arena), arena);
    items[site->lang_count] =
        other(STR("x-default"), link_absolute(site, fallback, arena), arena);
    return value_list(items, site->lang_count + 1);
}

/* The officers' pages are for officers: templates say noindex, sitemaps say nothing. */
static bool is_listed(const struct page *page, unsigned lang)
{
    return page_is_html(page) && page->kind != PAGE_NOT_FOUND &&
           page_is_for_all(page) && page->lang == lang;
}

static void fill_sitemap(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    struct sitemap_root *root = data;
    const struct site *site = view->site;
    size_t all = site->settings.base_url.len ? view->plan->pages.count : 0, count = 0;
    struct value *urls = arena_many(arena, all, struct value);
    for (size_t i = 0; i < all; i++) {
        const struct page *listed = &view->plan->pages.items[i];
        if (!is_listed(listed, page->lang))
            continue;
        struct url_view *v = value_struct(url_view, arena);
        v->loc = value_text(link_absolute(site, listed->path, arena));
        v->lastmod = lastmod(listed->updated, arena);
        v->others = others(site, listed, arena);
        urls[count++] = value_map(v, &url_shape);
    }
    root->urls = value_list(urls, count);
}

const struct page_type sitemap_type = {
    .name = "sitemap",
    .template = "sitemap.xml",
    TYPE_SLOTS(sitemap_root, sitemap_slots),
    .fill = fill_sitemap,
};

static void fill_sitemap_index(const struct view *view, const struct page *page,
                               void *data, struct arena *arena)
{
    struct sitemap_root *root = data;
    const struct site *site = view->site;
    size_t count = site->settings.base_url.len ? site->lang_count : 0;
    struct value *urls = arena_many(arena, count, struct value);
    const struct page sitemap = {.kind = DATA_SITEMAP};
    for (unsigned lang = 0; lang < count; lang++) {
        struct url_view *v = value_struct(url_view, arena);
        v->loc = value_text(
            link_absolute(site, plan_path_in(site, &sitemap, lang, arena), arena));
        v->lastmod = lastmod(page->updated, arena);
        urls[lang] = value_map(v, &url_shape);
    }
    root->urls = value_list(urls, count);
}

const struct page_type sitemap_index_type = {
    .name = "sitemap-index",
    .template = "sitemap-index.xml",
    TYPE_SLOTS(sitemap_root, sitemap_slots),
    .fill = fill_sitemap_index,
};

/* ---- feeds ---- */

struct news_view {
    struct value id, href, title, summary, author, category, category_key, updated;
};
static const struct slot news_slots[] = {
    SLOT(news_view, id, VALUE_TEXT),
    SLOT(news_view, href, VALUE_TEXT),
    SLOT_OF(news_view, title, VALUE_MAP, &phrase_shape),
    SLOT_OF(news_view, summary, VALUE_MAP, &phrase_shape),
    SLOT_OF(news_view, author, VALUE_MAP, &phrase_shape),
    SLOT(news_view, category, VALUE_TEXT),
    SLOT(news_view, category_key, VALUE_TEXT),
    SLOT(news_view, updated, VALUE_TEXT),
};
static const struct shape news_shape = SHAPE("news", news_view, news_slots);

struct feed_root {
    struct base_view base;
    struct value id, tagline, moment, news;
};
static const struct slot feed_slots[] = {
    SLOT(feed_root, id, VALUE_TEXT),
    SLOT(feed_root, tagline, VALUE_TEXT),
    SLOT(feed_root, moment, VALUE_TEXT),
    SLOT_OF(feed_root, news, VALUE_LIST, &news_shape),
};

/* Atom wants a moment where content has a day: the start of that day in Thailand. */
static struct value moment(struct date date, struct arena *arena)
{
    return value_text(date_rfc3339((struct date_time){.date = date}, arena));
}

/* An address is the best name. A site that has none yet is read on the machine that made
 * it. */
static struct value id_of(const struct site *site, struct str path, struct arena *arena)
{
    struct str address = link_absolute(site, path, arena);
    return value_text(address.len
                          ? address
                          : str_format(arena, "tag:localhost,2025:%.*s", STR_ARG(path)));
}

static struct value news(const struct view *view, const struct page *page,
                         const struct lao *lao, struct arena *arena)
{
    const struct identity *identity = lao->identity;
    struct str path = path_entry(view->site, page->lang, lao, arena);
    struct news_view *v = value_struct(news_view, arena);
    v->id = id_of(view->site, path, arena);
    v->href = value_text(link_absolute(view->site, path, arena));
    if (!v->href.kind)
        v->href = view_href(view, page, path, arena);
    v->title = view_phrase(view, page->lang, &identity->name, arena);
    v->summary = view_phrase(view, page->lang, &identity->summary, arena);
    v->author = view_phrase(view, page->lang, view_lao_name(view, lao), arena);
    v->category =
        value_text(view_pick(view, page->lang, &identity->category->label, NULL));
    v->category_key = value_text(identity->category->key);
    v->updated = moment(identity->updated, arena);
    return value_map(v, &news_shape);
}

static void fill_feed(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    struct feed_root *root = data;
    const struct laos *latest = &view->site->latest;
    struct value *items = arena_many(arena, FEED_ENTRIES, struct value);
    size_t count = 0;
    for (size_t i = 0; i < latest->count && count < FEED_ENTRIES; i++)
        if (!date_is_none(latest->items[i]->identity->updated)) /* nobody knows when */
            items[count++] = news(view, page, latest->items[i], arena);
    root->news = value_list(items, count);
    root->id = id_of(view->site, path_home(view->site, page->lang, arena), arena);
    root->tagline =
        value_text(view_pick(view, page->lang, &view->site->settings.tagline, NULL));
    root->moment = date_is_none(page->updated)
                       ? value_text(STR("1970-01-01T00:00:00Z")) /* Atom wants one */
                       : moment(page->updated, arena);
}

const struct page_type feed_type = {
    .name = "feed",
    .template = "feed.xml",
    TYPE_SLOTS(feed_root, feed_slots),
    .fill = fill_feed,
};
