/* SPDX-License-Identifier: MIT */
/* Lists over the whole country: a field, a hashtag. */
#include <stdlib.h>
#include <string.h>

#include "model/settle.h"
#include "view/facets.h"
#include "view/kinds.h"
#include "view/share.h"

enum { CATEGORY_LATEST = 12 };

/* ---- a field ---- */

struct category_root {
    struct base_view base;
    struct value category_key, define, count_text, filter, regions, latest, none;
};
static const struct slot category_slots[] = {
    SLOT(category_root, category_key, VALUE_TEXT),
    SLOT_OF(category_root, define, VALUE_MAP, &phrase_shape),
    SLOT(category_root, count_text, VALUE_TEXT),
    SLOT_OF(category_root, filter, VALUE_MAP, &filter_shape),
    SLOT_OF(category_root, regions, VALUE_LIST, &group_shape),
    SLOT_OF(category_root, latest, VALUE_LIST, &card_shape),
    SLOT(category_root, none, VALUE_BOOL), /* count is 0 */
};

static struct laos newest(const struct laos *entries, size_t most, struct arena *arena)
{
    struct laos sorted = {.items = arena_many(arena, entries->count, struct lao *),
                          .count = entries->count};
    if (!entries->count)
        return sorted;
    memcpy(sorted.items, entries->items, entries->count * sizeof(*sorted.items));
    qsort(sorted.items, sorted.count, sizeof(*sorted.items), lao_newest_first);
    if (sorted.count > most)
        sorted.count = most;
    return sorted;
}

static struct value latest_of(const struct view *view, const struct page *page,
                              struct arena *arena)
{
    const struct laos *entries = &view->site->entries;
    struct laos all = {0};
    for (size_t i = 0; i < entries->count; i++)
        if (entries->items[i]->identity->category == page->category)
            *list_push(&all, arena) = entries->items[i];
    struct laos latest = newest(&all, CATEGORY_LATEST, arena);
    return view_cards(view, page, &latest, arena);
}

static void fill_category(const struct view *view, const struct page *page, void *data,
                          struct arena *arena)
{
    struct category_root *root = data;
    const struct category *category = page->category;
    int64_t count = (int64_t)view_count(view->site->coverage, category);
    view_title(view, page, &root->base, &category->label,
               view_pick(view, page->lang, &category->define, NULL), arena);
    struct view_step here = {category->label, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->category_key = value_text(category->key);
    root->define = view_phrase(view, page->lang, &category->define, arena);
    root->count_text =
        value_text(words_count(&view->words[page->lang], "count.entries", count, arena));
    if (count)
        root->filter = view->facets->facilities[page->lang];
    root->regions = view_regions(view, page, category, arena);
    root->latest = latest_of(view, page, arena);
    root->none = value_bool(!count);
}

const struct page_type category_type = {
    .name = "category",
    .template = "category.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(category_root, category_slots),
    .fill = fill_category,
};

/* ---- a hashtag: all its entries, or the newest of very many ---- */

enum { TAG_CARDS_MAX = 120 }; /* #เที่ยวท้องถิ่น is in every entry of the country */

struct tag_root {
    struct base_view base;
    struct value tag, escaped, count_text, cards, newest_text, regions_href;
};
static const struct slot tag_slots[] = {
    SLOT_OF(tag_root, tag, VALUE_MAP, &phrase_shape),
    SLOT(tag_root, escaped, VALUE_TEXT), /* as platforms' links have it */
    SLOT(tag_root, count_text, VALUE_TEXT),
    SLOT_OF(tag_root, cards, VALUE_LIST, &card_shape),
    SLOT(tag_root, newest_text, VALUE_TEXT),
    SLOT(tag_root, regions_href, VALUE_TEXT),
};

static void fill_tag_cards(const struct view *view, const struct page *page,
                           struct tag_root *root, struct arena *arena)
{
    const struct laos *entries = &page->tag->entries;
    const struct words *words = &view->words[page->lang];
    if (entries->count <= TAG_CARDS_MAX) {
        root->cards = view_cards_by_name(view, page, entries, arena);
        return;
    }
    struct laos some = newest(entries, TAG_CARDS_MAX, arena);
    root->cards = view_cards(view, page, &some, arena);
    root->newest_text = value_text(words_fill(
        words, "tag.newest", arena, {"shown", words_number(words, TAG_CARDS_MAX, arena)},
        {"count", words_number(words, (int64_t)entries->count, arena)}));
    root->regions_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("regions"), arena), arena);
}

static void fill_tag(const struct view *view, const struct page *page, void *data,
                     struct arena *arena)
{
    struct tag_root *root = data;
    const struct tag *tag = page->tag;
    const struct words *words = &view->words[page->lang];
    struct str hash = str_cat(arena, STR("#"), tag->text);
    unsigned lang = share_tag_lang(tag->text, page->lang);
    struct text heading = {
        0}; /* in a Thai hashtag's own language alone: the page marks it */
    heading.in[lang] = hash;
    root->count_text = value_text(
        words_count(words, "count.entries", (int64_t)tag->entries.count, arena));
    view_title(
        view, page, &root->base, &heading,
        str_cat(arena, hash, STR(" · "), root->count_text.text),
        arena);
    struct view_step here = {heading, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->tag = view_phrase_in(view, page->lang, tag->text, lang, arena);
    fill_tag_cards(view, page, root, arena);
    root->escaped = value_text(link_escape(tag->text, arena));
}

const struct page_type tag_type = {
    .name = "tag",
    .template = "tag.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(tag_root, tag_slots),
    .fill = fill_tag,
};
