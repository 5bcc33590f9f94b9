/* SPDX-License-Identifier: MIT */
#include "view/listing.h"

#include <stdlib.h>

#include "model/field.h"

/* A site without words or without that language gives what it has. */
static unsigned nearest_lang(const struct site *site, enum diag_lang lang)
{
    unsigned at = site_lang(site, str_from(diag_lang_tags[lang]));
    return at < LANG_MAX ? at : 0;
}

struct listing listing_make(const struct site *site, const struct diags *diags,
                            const struct str *excerpts, enum diag_lang lang,
                            struct arena *arena)
{
    struct listing listing = {
        .site = site, .diags = diags, .lang = lang, .site_lang = nearest_lang(site, lang)};
    for (size_t i = 0; i < diags->items.count; i++) {
        const struct finding *finding = &diags->items.items[i];
        *list_push(&listing.items, arena) = (struct listed){
            .finding = finding,
            .lao = map_get(&site->lao_by_key, finding->subject),
            .value = finding->rule->names ? STR("") : finding->args[0],
            .excerpt = excerpts ? excerpts[i] : STR(""),
        };
    }
    return listing;
}

/* ---- order ---- */

enum { PLACE_KEYS = 6 };

struct placed {
    struct listed listed;
    unsigned order[PLACE_KEYS]; /* rank and code of province, district, LAO; 0: none */
    size_t index;
};

/* Codes break ties, and order a site that was never ranked. */
static unsigned number(struct str digits)
{
    return (unsigned)str_to_int(digits).value;
}

static struct placed place_of(const struct listed *listed, unsigned lang, size_t index)
{
    struct placed placed = {.listed = *listed, .index = index};
    const struct lao *lao = listed->lao;
    if (!lao)
        return placed;
    const struct district *district = lao->district;
    placed.order[0] = lao->province->rank[lang] + 1;
    placed.order[1] = number(lao->province->code);
    placed.order[2] = district ? district->rank[lang] + 1 : 0;
    placed.order[3] = district ? number(district->code) : 0;
    placed.order[4] = lao->rank[lang];
    placed.order[5] = number(lao->key);
    return placed;
}

static int compare_placed(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    for (size_t i = 0; i < PLACE_KEYS; i++)
        if (a->order[i] != b->order[i])
            return a->order[i] < b->order[i] ? -1 : 1;
    return (a->index > b->index) - (a->index < b->index);
}

struct listing listing_by_place(const struct listing *listing, struct arena *arena)
{
    size_t count = listing->items.count;
    struct placed *placed = arena_many(arena, count, struct placed);
    for (size_t i = 0; i < count; i++)
        placed[i] = place_of(&listing->items.items[i], listing->site_lang, i);
    if (count)
        qsort(placed, count, sizeof(*placed), compare_placed);
    struct listing sorted = *listing;
    sorted.items.items = arena_many(arena, count, struct listed);
    for (size_t i = 0; i < count; i++)
        sorted.items.items[i] = placed[i].listed;
    return sorted;
}

bool listing_is_clean(const struct listing *listing)
{
    const size_t *counts = listing->diags->counts;
    return counts[SEVERITY_ERROR] + counts[SEVERITY_WARNING] == 0;
}

/* ---- texts ---- */

struct str listing_name(const struct listing *listing, const struct text *name, bool *thai)
{
    struct str own = name->in[listing->site_lang];
    bool other = listing->lang == DIAG_EN && listing->site_lang > 0;
    if (thai)
        *thai = !(other && own.len);
    return own.len ? own : name->in[0];
}

struct str listing_lao_name(const struct lao *lao, struct arena *arena)
{
    return lao_name_full(lao->type, lao->name.in[0], arena);
}
