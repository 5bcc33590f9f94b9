/* SPDX-License-Identifier: MIT */
/*
 * Every address in an entry's fields and in the markup of its story leads somewhere;
 * .attalak adds the hosts of other pages, when both sites have one.
 */
#include "diff/parts.h"

#include "sources/url.h"

struct gathered {
    struct diff_host host;
    const struct built_entry
        *last; /* an entry counts once; they come one after another */
};

struct gathering {
    struct map hosts; /* name → struct gathered */
    const struct built_entry *entry;
    struct arena *arena;
};

static struct gathered *meet(struct gathering *g, struct str name)
{
    struct gathered *met = map_get(&g->hosts, name);
    if (met)
        return met;
    met = arena_new(g->arena, struct gathered);
    met->host.name = name;
    map_put(&g->hosts, name, met, g->arena);
    return met;
}

static void add(struct gathering *g, struct str url)
{
    if (url_check(url) != URL_OK || !url_is_outbound(url))
        return;
    struct gathered *met = meet(g, str_lower(url_host(url), g->arena));
    if (met->last == g->entry)
        return;
    if (!met->host.entries++)
        met->host.first = g->entry->code;
    met->last = g->entry;
}

static void add_markup(struct gathering *g, struct str html)
{
    static const struct str opening = STR_CONST("href=\"");
    struct cut cut = str_cut_str(html, opening);
    while (cut.ok) {
        struct cut url = str_cut(cut.tail, '"');
        add(g, url.head);
        cut = str_cut_str(url.tail, opening);
    }
}

/* Below `url` are the site's own pages. */
static void add_links(struct gathering *g, const struct tree *node)
{
    if (node->kind == TREE_TEXT && str_starts(node->text, STR("http")))
        add(g, node->text);
    else if (node->kind == TREE_TEXT)
        add_markup(g, node->text);
    for (const struct tree *child = node->first; child; child = child->next)
        if (g->entry->json != node || !str_eq(child->key, STR("url")))
            add_links(g, child);
}

static struct gathering hosts_of(const struct built *site, bool of_pages,
                                 struct arena *arena)
{
    struct gathering g = {.arena = arena};
    for (size_t i = 0; i < site->entries.entries.count; i++) {
        g.entry = site->entries.entries.items[i].value;
        add_links(&g, g.entry->json);
    }
    for (size_t i = 0; of_pages && i < site->hosts.entries.count; i++)
        meet(&g, site->hosts.entries.items[i].key);
    return g;
}

static void note_missing(struct diff *diff, const struct gathering *here,
                         const struct gathering *there, enum diff_kind is,
                         struct arena *arena)
{
    for (size_t i = 0; i < here->hosts.entries.count; i++) {
        struct gathered *met = here->hosts.entries.items[i].value;
        met->host.is = is;
        if (!map_get(&there->hosts, met->host.name))
            *list_push(&diff->hosts, arena) = met->host;
    }
}

static int by_kind_and_name(const void *a, const void *b)
{
    const struct diff_host *x = a, *y = b;
    return x->is != y->is ? (x->is > y->is ? 1 : -1) : str_compare(x->name, y->name);
}

void diff_hosts(struct diff *diff, struct arena *arena)
{
    bool of_pages = diff->before->knows_hosts && diff->after->knows_hosts;
    struct gathering before = hosts_of(diff->before, of_pages, arena);
    struct gathering after = hosts_of(diff->after, of_pages, arena);
    if (!of_pages)
        diff->unknown |= DIFF_NO_HOSTS;
    note_missing(diff, &after, &before, DIFF_ADDED, arena);
    note_missing(diff, &before, &after, DIFF_REMOVED, arena);
    DIFF_SORT(diff->hosts, by_kind_and_name);
}
