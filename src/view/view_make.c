/* SPDX-License-Identifier: MIT */
/* What is made once, before the first page: names, codes, sizes, menus. */
#include "base/pool.h"
#include "view/access.h"
#include "view/data.h"
#include "view/dot_map.h"
#include "view/facets.h"
#include "view/officer.h"
#include "view/sign.h"

/* ---- assets: "fonts/looped.woff2" is {{assets.fonts_looped_woff2}} ---- */

static const char *asset_name(struct str name, struct arena *arena)
{
    char *out = arena_copy(arena, name.ptr, name.len);
    for (size_t i = 0; i < name.len; i++)
        if (out[i] == '.' || out[i] == '-' || out[i] == '/')
            out[i] = '_';
    return out;
}

static struct value make_assets(const struct view_asset *assets, size_t count,
                                struct arena *arena)
{
    struct slot *slots = arena_many(arena, count, struct slot);
    struct value *values = arena_many(arena, count, struct value);
    struct shape *shape = arena_new(arena, struct shape);
    for (size_t i = 0; i < count; i++) {
        slots[i] = (struct slot){asset_name(assets[i].name, arena), i, VALUE_TEXT, NULL};
        values[i] = value_text(assets[i].path);
    }
    *shape = (struct shape){"assets", slots, count, count};
    return value_map_of(values, shape);
}

/* Where an asset is on the net; nowhere when there is none of that name. */
static struct str asset_address(const struct site *site, const struct view_options *options,
                                struct str name, struct arena *arena)
{
    for (size_t i = 0; i < options->asset_count; i++)
        if (str_eq(options->assets[i].name, name))
            return link_absolute(site, options->assets[i].path, arena);
    return STR("");
}

/* ---- in two halves, side by side ---- */

struct making {
    struct view *view;
    const struct view_options *options;
    struct arena words, codes; /* of each half */
};

/* What is said: words, and all that takes its words from them. */
static void make_words(void *context)
{
    struct making *making = context;
    struct view *view = making->view;
    const struct site *site = view->site;
    const struct view_options *options = making->options;
    struct arena *arena = &making->words;
    words_make(site, view->words, arena);
    view->names = names_make(site, view->words, arena);
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        view->silent_groups[lang] = access_silent_groups(view, lang, arena);
    view->facets = facet_book_make(view, arena);
    view->assets = make_assets(options->assets, options->asset_count, arena);
    view->card = asset_address(site, options, STR("card.png"), arena);
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        for (size_t depth = 0; depth <= LINK_DEPTH_MAX; depth++)
            view->common[lang][depth] = view_common(view, lang, depth, arena);
}

/* What is computed, and says nothing. */
static void make_codes(void *context)
{
    struct making *making = context;
    struct view *view = making->view;
    const struct view_options *options = making->options;
    struct arena *arena = &making->codes;
    view->findings_of = officer_index(view->site, options->findings, arena);
    view->extents = dot_extents(view->site, arena);
    view->qr = sign_codes(view->site, view->plan, options->threads, arena);
}

struct view *view_make(const struct site *site, const struct plan *plan,
                       struct view_options options, struct arena *arena)
{
    struct view *view = arena_new(arena, struct view);
    struct making making = {.view = view, .options = &options};
    view->site = site;
    view->plan = plan;
    view->style = options.style;
    view->findings = options.findings;
    view->rules = options.rules;
    pool_both(options.threads, make_words, make_codes, &making);
    arena_join(arena, &making.words);
    arena_join(arena, &making.codes);
    view->entry_sizes = data_sizes(view, options.threads, arena);
    return view;
}
