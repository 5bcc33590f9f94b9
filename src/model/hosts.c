/* SPDX-License-Identifier: MIT */
#include "model/hosts.h"

#include <stdlib.h>

#include "sources/url.h"
#include "text/name.h"

/* Collects what one thing links to; the first place of a host is kept. */
struct gathering {
    struct hosts hosts;
    struct map seen;
    struct str where;      /* unless it is an LAO's */
    const struct lao *lao; /* NULL: none's */
    struct pos pos;
    struct arena *arena;
};

/* Made only for the first link to a host: of 20,000 links a dozen are. */
static struct str where_of(const struct gathering *g)
{
    if (!g->lao)
        return g->where;
    struct str name = lao_name_full(g->lao->type, g->lao->name.in[0], g->arena);
    return str_cat(g->arena, g->lao->key, STR(" "), name);
}

/* Anything may be given: no address, or one that stays on the site, has no host. */
static void add(struct gathering *g, struct str url)
{
    struct str host = url.len ? url_host(url) : url;
    if (!host.len)
        return;
    host = str_lower(host, g->arena);
    if (map_get(&g->seen, host))
        return;
    map_put(&g->seen, host, g, g->arena);
    *list_push(&g->hosts, g->arena) = (struct host){host, where_of(g), g->pos};
}

static void add_links(struct gathering *g, const struct links *links)
{
    for (size_t i = 0; i < links->count; i++)
        add(g, links->items[i].url);
}

static void add_story(struct gathering *g, const struct story *story)
{
    for (size_t i = 0; i < story->urls.count; i++)
        add(g, story->urls.items[i]);
}

static void add_entry(struct gathering *g, const struct lao *lao)
{
    const struct identity *identity = lao->identity;
    const struct contact *contact = &identity->contact;
    const struct str urls[] = {contact->line, contact->facebook, contact->tiktok,
                               contact->website};
    g->pos = identity->pos;
    for (size_t i = 0; i < sizeof(urls) / sizeof(urls[0]); i++)
        add(g, urls[i]);
    add_story(g, &identity->story);
    add_links(g, &identity->buy);
    add_links(g, &identity->videos);
    add_links(g, &identity->sources);
}

static void add_laos(struct gathering *g, const struct site *site)
{
    for (size_t i = 0; i < site->laos.count; i++) {
        const struct lao *lao = site->laos.items[i];
        g->lao = lao;
        if (lao->published)
            add_entry(g, lao);
        g->pos = lao->pos;
        add(g, lao->website);
    }
}

static void add_intro(struct gathering *g, struct str where, const struct intro *intro)
{
    if (!intro)
        return;
    g->where = where;
    g->pos = intro->pos;
    add_story(g, &intro->story);
    add_links(g, &intro->projects);
    add_links(g, &intro->sources);
    add(g, intro->website);
}

static void add_site(struct gathering *g, const struct site *site)
{
    const struct settings *settings = &site->settings;
    g->where = STR("site.yaml");
    g->pos = (struct pos){.file = g->where};
    add(g, settings->correction_url);
    add(g, settings->form_url);
    for (size_t i = 0; i < settings->emergency.count; i++)
        add(g, settings->emergency.items[i].source);
    for (size_t i = 0; i < site->pages.count; i++) {
        g->where = site->pages.items[i].name;
        g->pos = site->pages.items[i].pos;
        add_story(g, &site->pages.items[i].story);
    }
}

static int by_name(const void *a, const void *b)
{
    return str_compare(((const struct host *)a)->name, ((const struct host *)b)->name);
}

struct hosts site_hosts(const struct site *site, struct arena *arena)
{
    struct gathering g = {.arena = arena};
    add_site(&g, site);
    for (size_t i = 0; i < site->clusters.count; i++)
        add_intro(&g, site->clusters.items[i]->name.in[0], site->clusters.items[i]->intro);
    for (size_t i = 0; i < site->provinces.count; i++)
        add_intro(&g, site->provinces.items[i]->name.in[0],
                  site->provinces.items[i]->intro);
    add_laos(&g, site);
    if (g.hosts.count)
        qsort(g.hosts.items, g.hosts.count, sizeof(*g.hosts.items), by_name);
    return g.hosts;
}
