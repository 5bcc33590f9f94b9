/* SPDX-License-Identifier: MIT */
/* The values that several kinds of page share: phrases, dates, names of places, cards,
 * counts. */
#include "view/access.h"
#include "view/facets.h"
#include "view/ranked.h"
#include "view/view.h"

static const struct slot card_slots[] = {
    SLOT(card_view, href, VALUE_TEXT),
    SLOT_OF(card_view, name, VALUE_MAP, &phrase_shape),
    SLOT_OF(card_view, summary, VALUE_MAP, &phrase_shape),
    SLOT(card_view, category, VALUE_TEXT),
    SLOT(card_view, category_key, VALUE_TEXT),
    SLOT_OF(card_view, lao, VALUE_MAP, &phrase_shape),
    SLOT_OF(card_view, place, VALUE_MAP, &phrase_shape),
    SLOT(card_view, code, VALUE_TEXT),
    SLOT(card_view, has_access, VALUE_BOOL),
    SLOT(card_view, is_old, VALUE_BOOL),
    SLOT_OF(card_view, facets, VALUE_MAP, &facets_shape),
};
const struct shape card_shape = SHAPE("card", card_view, card_slots);

static const struct slot tally_slots[] = {
    SLOT(tally_view, href, VALUE_TEXT),
    SLOT_OF(tally_view, name, VALUE_MAP, &phrase_shape),
    SLOT(tally_view, count, VALUE_TEXT),
    SLOT(tally_view, count_text, VALUE_TEXT),
    SLOT(tally_view, key, VALUE_TEXT),
    SLOT(tally_view, none, VALUE_BOOL),
};
const struct shape tally_shape = SHAPE("tally", tally_view, tally_slots);

/* ---- phrases ---- */

struct str view_pick(const struct view *view, unsigned lang, const struct text *text,
                     unsigned *used)
{
    unsigned from = text->in[lang].len ? lang : 0;
    while (!text->in[from].len && from + 1 < view->site->lang_count)
        from++; /* said in another language only: better that than nothing */
    if (used)
        *used = from;
    return text->in[from];
}

struct value view_phrase_in(const struct view *view, unsigned lang, struct str text,
                            unsigned text_lang, struct arena *arena)
{
    if (!text.len)
        return (struct value){0};
    struct phrase_view *v = value_struct(phrase_view, arena);
    v->text = value_text(text);
    if (text_lang != lang)
        v->lang = value_text(view->site->langs[text_lang]);
    return value_map(v, &phrase_shape);
}

struct value view_phrase(const struct view *view, unsigned lang, const struct text *text,
                         struct arena *arena)
{
    unsigned used;
    struct str picked = view_pick(view, lang, text, &used);
    return view_phrase_in(view, lang, picked, used, arena);
}

struct value view_stamp(const struct view *view, unsigned lang, struct date date,
                        struct arena *arena)
{
    if (date_is_none(date))
        return (struct value){0};
    struct stamp_view *v = value_struct(stamp_view, arena);
    v->text = value_text(words_date(&view->words[lang], date, arena));
    v->iso = value_text(date_iso(date, arena));
    return value_map(v, &stamp_shape);
}

struct value view_href(const struct view *view, const struct page *page, struct str path,
                       struct arena *arena)
{
    return value_text(link_to(view->style, page->root, path, arena));
}

/* ---- full names of places ---- */

const struct text *view_lao_name(const struct view *view, const struct lao *lao)
{
    return &view->names.laos[lao->rank[0]];
}

const struct text *view_province_name(const struct view *view,
                                      const struct province *province)
{
    return &view->names.provinces[province->rank[0]];
}

const struct text *view_district_name(const struct view *view,
                                      const struct district *district)
{
    return &view->names.districts[district->rank[0]];
}

const struct text *view_district_bare(const struct view *view,
                                      const struct district *district)
{
    return &view->names.districts_bare[district->rank[0]];
}

struct str view_place(const struct view *view, unsigned lang, const struct lao *lao,
                      unsigned *used)
{
    if (!lao->district)
        return view_pick(view, lang, view_province_name(view, lao->province), used);
    const struct text *place = &view->names.districts_in_province[lao->district->rank[0]];
    unsigned from = place->in[lang].len ? lang : 0;
    if (used)
        *used = from;
    return place->in[from];
}

/* ---- cards and counts ---- */

struct value view_card(const struct view *view, const struct page *page,
                       const struct lao *lao, struct arena *arena)
{
    const struct identity *identity = lao->identity;
    struct card_view *v = value_struct(card_view, arena);
    v->href =
        view_href(view, page, path_entry(view->site, page->lang, lao, arena), arena);
    v->name = view_phrase(view, page->lang, &identity->name, arena);
    v->summary = view_phrase(view, page->lang, &identity->summary, arena);
    v->category =
        value_text(view_pick(view, page->lang, &identity->category->short_label, NULL));
    v->category_key = value_text(identity->category->key);
    v->lao = view_phrase(view, page->lang, view_lao_name(view, lao), arena);
    unsigned used;
    struct str place = view_place(view, page->lang, lao, &used);
    v->place = view_phrase_in(view, page->lang, place, used, arena);
    v->code = value_text(lao->key);
    v->has_access = value_bool(identity->access.stated);
    v->is_old = value_bool(access_is_stale(view->site, &identity->access));
    v->facets = view_facets(view, lao);
    return value_map(v, &card_shape);
}

struct laos view_by_name(const struct laos *laos, unsigned lang, struct arena *arena)
{
    struct ranked *ranked = arena_many(arena, laos->count, struct ranked);
    struct laos sorted = {0};
    for (size_t i = 0; i < laos->count; i++)
        ranked[i] =
            (struct ranked){laos->items[i], laos->items[i]->identity->rank[lang], 0};
    ranked_sort(ranked, laos->count);
    for (size_t i = 0; i < laos->count; i++)
        *list_push(&sorted, arena) = ranked[i].what;
    return sorted;
}

struct value view_cards(const struct view *view, const struct page *page,
                        const struct laos *laos, struct arena *arena)
{
    struct value *cards = arena_many(arena, laos->count, struct value);
    for (size_t i = 0; i < laos->count; i++)
        cards[i] = view_card(view, page, laos->items[i], arena);
    return value_list(cards, laos->count);
}

struct value view_cards_by_name(const struct view *view, const struct page *page,
                                const struct laos *laos, struct arena *arena)
{
    struct laos sorted = view_by_name(laos, page->lang, arena);
    return view_cards(view, page, &sorted, arena);
}

struct value view_tally(const struct view *view, const struct page *page,
                        struct value name, struct str path, size_t count, struct str key,
                        struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    struct tally_view *v = value_struct(tally_view, arena);
    v->name = name;
    v->href = view_href(view, page, path, arena);
    v->count = value_text(words_number(words, (int64_t)count, arena));
    v->count_text =
        value_text(words_count(words, "count.entries", (int64_t)count, arena));
    v->key = value_text(key);
    v->none = value_bool(count == 0);
    return value_map(v, &tally_shape);
}

/* ---- head and crumbs ---- */

void view_title(const struct view *view, const struct page *page, struct base_view *base,
                const struct text *heading, struct str description, struct arena *arena)
{
    base->heading = view_phrase(view, page->lang, heading, arena);
    struct str name = view_pick(view, page->lang, heading, NULL);
    struct str site = view_pick(view, page->lang, &view->site->settings.title, NULL);
    base->title =
        value_text(str_eq(name, site) ? site : str_cat(arena, name, STR(" · "), site));
    base->description = value_text(description);
}

void view_crumbs(const struct view *view, const struct page *page, struct base_view *base,
                 const struct view_step *trail, size_t count, struct arena *arena)
{
    struct value *crumbs = arena_many(arena, count + 1, struct value);
    struct text home = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        home.in[lang] = words_get(&view->words[lang], "nav.home");
    for (size_t i = 0; i <= count; i++) {
        struct view_step step =
            i ? trail[i - 1]
              : (struct view_step){home, path_home(view->site, page->lang, arena)};
        struct crumb_view *v = value_struct(crumb_view, arena);
        v->name = view_phrase(view, page->lang, &step.name, arena);
        v->absolute = value_text(link_absolute(view->site, step.path, arena));
        v->position = value_int((int64_t)i + 1, arena);
        if (i < count)
            v->href = view_href(view, page, step.path, arena);
        crumbs[i] = value_map(v, &crumb_shape);
    }
    base->crumbs = value_list(crumbs, count + 1);
}
