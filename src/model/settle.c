/* SPDX-License-Identifier: MIT */
#include "model/settle.h"

#include <stdlib.h>

#include "base/pool.h"
#include "model/coverage.h"
#include "model/figures.h"
#include "model/hashtags.h"
#include "model/nearest.h"
#include "text/order.h"

/* ---- the reader's order ---- */

struct ranked {
    struct str key;
    size_t at; /* names that sort alike keep the order of their codes */
    unsigned *rank;
};
struct ranking {
    struct LIST_OF(struct ranked) items;
    const struct order *order;
    unsigned lang;
    struct arena *scratch;
};

static int compare_ranked(const void *a, const void *b)
{
    const struct ranked *x = a, *y = b;
    int order = str_compare(x->key, y->key);
    return order ? order : (x->at > y->at) - (x->at < y->at);
}

static void rank_add(struct ranking *ranking, const struct text *name,
                     unsigned ranks[LANG_MAX])
{
    struct str shown =
        name->in[ranking->lang].len ? name->in[ranking->lang] : name->in[0];
    *list_push(&ranking->items, ranking->scratch) =
        (struct ranked){order_key(ranking->order, shown, ranking->scratch),
                        ranking->items.count, &ranks[ranking->lang]};
}

static void rank_close(struct ranking *ranking)
{
    if (ranking->items.count)
        qsort(ranking->items.items, ranking->items.count, sizeof(*ranking->items.items),
              compare_ranked);
    for (size_t i = 0; i < ranking->items.count; i++)
        *ranking->items.items[i].rank = (unsigned)i;
    ranking->items.count = 0;
}

#define RANK(list)                                                                       \
    do {                                                                                 \
        for (size_t i = 0; i < site->list.count; i++)                                    \
            rank_add(ranking, &site->list.items[i]->name, site->list.items[i]->rank);    \
        rank_close(ranking);                                                             \
    } while (0)

static void rank_all(struct site *site, struct ranking *ranking)
{
    RANK(regions);
    RANK(provinces);
    RANK(districts);
    RANK(laos);
    RANK(identities);
}

static void rank_names(struct site *site, unsigned lang)
{
    struct arena scratch = {0};
    struct order *order = order_open(site->langs[lang], &scratch);
    struct ranking ranking = {.order = order, .lang = lang, .scratch = &scratch};
    rank_all(site, &ranking);
    order_close(order);
    arena_release(&scratch);
}

/* ---- entries of places ---- */

static size_t district_rank(const struct lao *lao)
{
    return lao->district ? lao->district->rank[0] + (size_t)1 : 0;
}

static int by_district_and_name(const void *a, const void *b)
{
    const struct lao *x = *(struct lao *const *)a, *y = *(struct lao *const *)b;
    size_t p = district_rank(x), q = district_rank(y);
    if (p == q) {
        p = x->identity->rank[0];
        q = y->identity->rank[0];
    }
    return (p > q) - (p < q);
}

static void sort_laos(struct laos *laos, int (*compare)(const void *, const void *))
{
    if (laos->count)
        qsort(laos->items, laos->count, sizeof(*laos->items), compare);
}

static void add_entry(struct site *site, struct lao *lao, struct arena *arena)
{
    *list_push(&site->entries, arena) = lao;
    *list_push(&lao->province->entries, arena) = lao;
    lao->province->region->entry_count++;
    if (lao->province->cluster)
        lao->province->cluster->entry_count++;
    if (lao->district)
        *list_push(&lao->district->entries, arena) = lao;
    if (date_compare(lao->identity->updated, site->updated) > 0)
        site->updated = lao->identity->updated;
}

static void fill_entries(struct site *site, struct arena *arena)
{
    for (size_t i = 0; i < site->laos.count; i++)
        if (site->laos.items[i]->published)
            add_entry(site, site->laos.items[i], arena);
}

static void sort_entries(struct site *site)
{
    for (size_t i = 0; i < site->provinces.count; i++)
        sort_laos(&site->provinces.items[i]->entries, by_district_and_name);
    for (size_t i = 0; i < site->districts.count; i++)
        sort_laos(&site->districts.items[i]->entries, by_district_and_name);
}

/* ---- the latest ---- */

int lao_newest_first(const void *a, const void *b)
{
    const struct lao *x = *(struct lao *const *)a, *y = *(struct lao *const *)b;
    int order = date_compare(y->identity->updated, x->identity->updated);
    return order ? order : str_compare(x->key, y->key);
}

static void fill_latest(struct site *site, struct arena *arena)
{
    for (size_t i = 0; i < site->entries.count; i++)
        if (!date_is_none(site->entries.items[i]->identity->updated))
            *list_push(&site->latest, arena) = site->entries.items[i];
    sort_laos(&site->latest, lao_newest_first);
    if (site->latest.count > LATEST_MAX)
        site->latest.count = LATEST_MAX;
}

/* ---- reports of an LAO ---- */

/* The site's list is sorted by LAO and month: each LAO has one stretch of it. */
static void fill_reports(struct site *site, struct arena *arena)
{
    const struct report **all =
        arena_many(arena, site->reports.count, const struct report *);
    for (size_t i = 0; i < site->reports.count; i++) {
        struct lao *lao = site->reports.items[i]->lao;
        all[i] = site->reports.items[i];
        if (!lao->report_count++)
            lao->reports = &all[i];
    }
}

/* ---- at once ---- */

/* Places list their entries in the order of the first language. */
static void settle_order(struct site *site, struct arena *arena)
{
    (void)arena;
    rank_names(site, 0);
    sort_entries(site);
}

static void settle_other_orders(struct site *site, struct arena *arena)
{
    (void)arena;
    for (unsigned lang = 1; lang < site->lang_count; lang++)
        rank_names(site, lang);
}

static void settle_lists(struct site *site, struct arena *arena)
{
    fill_latest(site, arena);
    nearest_fill(&site->entries, arena);
}

/* What none of the others reads; the longest first. */
static void (*const parts[])(struct site *, struct arena *) = {
    hashtags_fill,
    settle_order,
    settle_other_orders,
    settle_lists,
    coverage_fill,
};
enum { PARTS = sizeof(parts) / sizeof(*parts) };

struct settling {
    struct site *site;
    struct arena arenas[PARTS];
};

static void settle_part(void *context, size_t index, unsigned worker)
{
    struct settling *settling = context;
    (void)worker;
    parts[index](settling->site, &settling->arenas[index]);
}

void site_settle(struct site *site, unsigned threads, struct arena *arena,
                 const struct diags *diags)
{
    struct settling settling = {.site = site};
    coverage_states(site, arena, diags);
    fill_entries(site, arena);
    fill_reports(site, arena);
    pool_each(threads, PARTS, settle_part, &settling);
    for (size_t i = 0; i < PARTS; i++)
        arena_join(arena, &settling.arenas[i]);
    figures_fill(site, threads, arena);
}
