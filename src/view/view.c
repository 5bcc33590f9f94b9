/* SPDX-License-Identifier: MIT */
/* What every page has: the base of each root, and the shapes that templates are bound to.
 */
#include "view/view.h"

#include <string.h>

#include "text/figure.h"
#include "view/kinds.h"
#include "view/photo.h"
#include "view/share.h"

/* ---- shapes ---- */

static const struct slot phrase_slots[] = {
    SLOT(phrase_view, text, VALUE_TEXT),
    SLOT(phrase_view, lang, VALUE_TEXT),
};
const struct shape phrase_shape = SHAPE("phrase", phrase_view, phrase_slots);

static const struct slot alternate_slots[] = {
    SLOT(alternate_view, lang, VALUE_TEXT),
    SLOT(alternate_view, name, VALUE_TEXT),
    SLOT(alternate_view, href, VALUE_TEXT),
    SLOT(alternate_view, absolute, VALUE_TEXT),
    SLOT(alternate_view, og_locale, VALUE_TEXT),
    SLOT(alternate_view, current, VALUE_BOOL),
};
const struct shape alternate_shape = SHAPE("alternate", alternate_view, alternate_slots);

static const struct slot nav_slots[] = {
    SLOT(nav_view, text, VALUE_TEXT),
    SLOT(nav_view, href, VALUE_TEXT),
    SLOT(nav_view, current, VALUE_BOOL),
};
const struct shape nav_shape = SHAPE("nav", nav_view, nav_slots);

static const struct slot crumb_slots[] = {
    SLOT_OF(crumb_view, name, VALUE_MAP, &phrase_shape),
    SLOT(crumb_view, href, VALUE_TEXT),
    SLOT(crumb_view, absolute, VALUE_TEXT),
    SLOT(crumb_view, position, VALUE_TEXT),
};
const struct shape crumb_shape = SHAPE("crumb", crumb_view, crumb_slots);

static const struct slot stamp_slots[] = {
    SLOT(stamp_view, text, VALUE_TEXT),
    SLOT(stamp_view, iso, VALUE_TEXT),
};
const struct shape stamp_shape = SHAPE("stamp", stamp_view, stamp_slots);

static const struct slot emergency_slots[] = {
    SLOT(emergency_view, number, VALUE_TEXT),
    SLOT(emergency_view, href, VALUE_TEXT),
    SLOT_OF(emergency_view, name, VALUE_MAP, &phrase_shape),
};
const struct shape emergency_shape = SHAPE("emergency", emergency_view, emergency_slots);

/* {{t}} and {{assets}} get their shapes when the words and assets are known. */
static const struct slot base_slots[] = {
    SLOT(base_view, t, VALUE_MAP),
    SLOT(base_view, assets, VALUE_MAP),
    SLOT(base_view, kind, VALUE_TEXT),
    SLOT(base_view, lang, VALUE_TEXT),
    SLOT(base_view, root, VALUE_TEXT),
    SLOT(base_view, title, VALUE_TEXT),
    SLOT_OF(base_view, heading, VALUE_MAP, &phrase_shape),
    SLOT(base_view, description, VALUE_TEXT),
    SLOT(base_view, canonical, VALUE_TEXT),
    SLOT(base_view, x_default, VALUE_TEXT),
    SLOT_OF(base_view, alternates, VALUE_LIST, &alternate_shape),
    SLOT_OF(base_view, others, VALUE_LIST, &alternate_shape),
    SLOT(base_view, og_locale, VALUE_TEXT),
    SLOT(base_view, og_type, VALUE_TEXT),
    SLOT(base_view, card, VALUE_TEXT),
    SLOT_OF(base_view, own_card, VALUE_MAP, &photo_shape),
    SLOT(base_view, site_title, VALUE_TEXT),
    SLOT(base_view, brand, VALUE_TEXT),
    SLOT(base_view, site_url, VALUE_TEXT),
    SLOT(base_view, home_href, VALUE_TEXT),
    SLOT(base_view, search_href, VALUE_TEXT),
    SLOT(base_view, demo, VALUE_BOOL),
    SLOT_OF(base_view, nav, VALUE_LIST, &nav_shape),
    SLOT_OF(base_view, footer_nav, VALUE_LIST, &nav_shape),
    SLOT_OF(base_view, platforms, VALUE_LIST, &platform_shape),
    SLOT_OF(base_view, crumbs, VALUE_LIST, &crumb_shape),
    SLOT_OF(base_view, emergency, VALUE_LIST, &emergency_shape),
    SLOT_OF(base_view, updated, VALUE_MAP, &stamp_shape),
    SLOT(base_view, feed_href, VALUE_TEXT),
    SLOT(base_view, trip_href, VALUE_TEXT),
    SLOT(base_view, offline_href, VALUE_TEXT),
    SLOT(base_view, preload, VALUE_BOOL),
    SLOT(base_view, preload_bold, VALUE_BOOL),
    SLOT(base_view, correction_email, VALUE_TEXT),
    SLOT(base_view, embed, VALUE_HTML),
    SLOT(base_view, embed_hash, VALUE_TEXT),
};
enum { BASE_SLOTS = sizeof(base_slots) / sizeof(*base_slots) };

const struct shape *view_shape(const struct view *view, enum page_kind kind,
                               struct arena *arena)
{
    const struct page_type *type = page_types[kind];
    struct slot *slots = arena_many(arena, BASE_SLOTS + type->slot_count, struct slot);
    memcpy(slots, base_slots, sizeof(base_slots));
    slots[0].item = words_shape(&view->words[0]);
    slots[1].item = view->assets.map.shape;
    if (type->slot_count)
        memcpy(slots + BASE_SLOTS, type->slots, type->slot_count * sizeof(*slots));
    struct shape *shape = arena_new(arena, struct shape);
    *shape = (struct shape){
        .name = type->name,
        .slots = slots,
        .slot_count = BASE_SLOTS + type->slot_count,
        .size = (type->root_size ? type->root_size : sizeof(struct base_view)) /
                sizeof(struct value),
    };
    return shape;
}

/* ---- languages of one page ---- */

static struct value alternate(const struct view *view, const struct page *page,
                              unsigned lang, struct arena *arena)
{
    struct alternate_view *v = value_struct(alternate_view, arena);
    struct str path = page->kind == PAGE_GATE || page->kind == PAGE_NOT_FOUND
                          ? path_home(view->site, lang, arena)
                          : plan_path_in(view->site, page, lang, arena);
    v->lang = value_text(view->site->langs[lang]);
    v->name = value_text(words_get(&view->words[lang], "lang.name"));
    v->href = view_href(view, page, path, arena);
    v->absolute = value_text(link_absolute(view->site, path, arena));
    v->og_locale = value_text(words_get(&view->words[lang], "format.locale"));
    v->current = value_bool(lang == page->lang);
    return value_map(v, &alternate_shape);
}

static void fill_alternates(const struct view *view, const struct page *page,
                            struct base_view *base, struct arena *arena)
{
    size_t count = view->site->lang_count, others = 0;
    struct value *all = arena_many(arena, count, struct value);
    struct value *other = arena_many(arena, count, struct value);
    for (unsigned lang = 0; lang < count; lang++) {
        all[lang] = alternate(view, page, lang, arena);
        if (lang != page->lang)
            other[others++] = all[lang];
    }
    base->alternates = value_list(all, count);
    base->others = value_list(other, others);
}

/* ---- navigation ---- */

static struct value nav_item(const struct view *view, const struct page *page,
                             struct str text, struct str path, struct arena *arena)
{
    struct nav_view *v = value_struct(nav_view, arena);
    v->text = value_text(text);
    v->href = view_href(view, page, path, arena);
    v->current = value_bool(str_eq(path, page->path));
    return value_map(v, &nav_shape);
}

/* A fixed page's: the word nav.<name>. */
static struct value nav_fixed(const struct view *view, const struct page *page,
                              const char *name, struct arena *arena)
{
    return nav_item(view, page, words_under(&view->words[page->lang], "nav", name, arena),
                    path_fixed(view->site, page->lang, str_from(name), arena), arena);
}

static struct value make_nav(const struct view *view, const struct page *page,
                             struct arena *arena)
{
    const struct site *site = view->site;
    size_t categories = site->vocabulary.categories.count, count = 0;
    struct value *items = arena_many(arena, categories + 4, struct value);
    items[count++] = nav_fixed(view, page, "near", arena);
    for (size_t i = 0; i < categories; i++) {
        const struct category *category = &site->vocabulary.categories.items[i];
        items[count++] = nav_item(
            view, page, view_pick(view, page->lang, &category->short_label, NULL),
            path_category(site, page->lang, category, arena), arena);
    }
    items[count++] = nav_fixed(view, page, "access", arena);
    items[count++] = nav_fixed(view, page, "regions", arena);
    items[count++] = nav_fixed(view, page, "search", arena);
    return value_list(items, count);
}

static struct value make_footer(const struct view *view, const struct page *page,
                                struct arena *arena)
{
    size_t count = view->site->pages.count;
    struct value *items = arena_many(arena, count + 2, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct page_text *text = &view->site->pages.items[i];
        items[i] = nav_item(view, page, view_pick(view, page->lang, &text->title, NULL),
                            path_text(view->site, page->lang, text->name, arena), arena);
    }
    items[count] = nav_fixed(view, page, "progress", arena); /* for officers */
    items[count + 1] = nav_fixed(view, page, "check", arena);
    return value_list(items, count + 2);
}

static struct value make_emergency(const struct view *view, const struct page *page,
                                   struct arena *arena)
{
    size_t count = view->site->settings.emergency.count;
    struct value *items = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct emergency *emergency = &view->site->settings.emergency.items[i];
        struct emergency_view *v = value_struct(emergency_view, arena);
        v->number = value_text(emergency->number);
        if (emergency->number.len)
            v->href = value_text(view_phone_href(emergency->number, arena));
        v->name = view_phrase(view, page->lang, &emergency->name, arena);
        items[i] = value_map(v, &emergency_shape);
    }
    return value_list(items, count);
}

static struct value fixed_href(const struct view *view, const struct page *page,
                               struct str name, struct arena *arena)
{
    return view_href(view, page, path_fixed(view->site, page->lang, name, arena), arena);
}

static void fill_menus(const struct view *view, const struct page *page,
                       struct base_view *base, struct arena *arena)
{
    const struct site *site = view->site;
    base->nav = make_nav(view, page, arena);
    base->footer_nav = make_footer(view, page, arena);
    base->emergency = make_emergency(view, page, arena);
    base->trip_href = fixed_href(view, page, STR("trip"), arena);
    base->search_href = fixed_href(view, page, STR("search"), arena);
    if (site->settings.offline)
        base->offline_href = fixed_href(view, page, STR("offline"), arena);
}

/* Only a page that the menus name needs its own, which say so: a few dozen of 18,000. */
static const bool is_in_menus[PAGE_KIND_COUNT] = {
    [PAGE_CATEGORY] = true, [PAGE_ACCESS] = true, [PAGE_REGIONS] = true,
    [PAGE_TEXT] = true,     [PAGE_CHECK] = true,  [PAGE_NEAR] = true,
    [PAGE_SEARCH] = true,   [PAGE_PROGRESS] = true,
};

/* ---- the base ---- */

struct base_view *view_common(const struct view *view, unsigned lang, size_t depth,
                              struct arena *arena)
{
    const struct site *site = view->site;
    const struct words *words = &view->words[lang];
    const struct page page = {.lang = lang, .root = link_up(depth)};
    struct str home = path_home(site, lang, arena);
    struct base_view *base = value_struct(base_view, arena);
    base->t = words->value;
    base->assets = view->assets;
    base->lang = value_text(site->langs[lang]);
    base->root = value_text(page.root);
    base->og_locale = value_text(words_get(words, "format.locale"));
    base->card = value_text(view->card);
    base->site_title = value_text(view_pick(view, lang, &site->settings.title, NULL));
    base->brand = value_text(figure_keep(base->site_title.text, arena));
    base->site_url = value_text(link_absolute(site, home, arena));
    base->home_href = view_href(view, &page, home, arena);
    base->demo = value_bool(site->settings.demo);
    base->preload = value_bool(view->style == URL_DIRECTORY);
    base->preload_bold = value_bool(view->style == URL_DIRECTORY && lang == 0);
    base->correction_email = value_text(site->settings.correction_email);
    base->feed_href = view_href(view, &page, str_cat(arena, home, STR("feed.xml")), arena);
    base->platforms = share_platforms(words, arena);
    fill_menus(view, &page, base, arena);
    return base;
}

size_t view_depth(const struct page *page)
{
    return page->root.len / link_up(1).len;
}

/* A root with what is common to all pages of its kind, language and depth. */
static struct base_view *begin_root(const struct view *view, const struct page *page,
                                    struct arena *arena)
{
    const struct page_type *type = page_types[page->kind];
    size_t size = type->root_size ? type->root_size : sizeof(struct base_view);
    struct base_view *base = arena_alloc(arena, size);
    *base = *view->common[page->lang][view_depth(page)];
    base->kind = value_text(str_from(type->name));
    base->og_type =
        value_text(page->kind == PAGE_ENTRY ? STR("article") : STR("website"));
    return base;
}

/* Of these there are many, and none changes what begin_root gives it, for it is rendered
 * beforehand (t_view_data.c holds them to it). */
static const bool is_one_of_many[PAGE_KIND_COUNT] = {
    [PAGE_CLUSTER] = true,        [PAGE_PROVINCE] = true, [PAGE_PROVINCE_CATEGORY] = true,
    [PAGE_PROVINCE_ACCESS] = true, [PAGE_DISTRICT] = true, [PAGE_ENTRY] = true,
    [PAGE_CHECK_PROVINCE] = true, [PAGE_TAG] = true,      [PAGE_PROGRESS_PROVINCE] = true,
};

const struct base_view *view_known(const struct view *view, const struct page *page,
                                   struct arena *arena)
{
    return is_one_of_many[page->kind] ? begin_root(view, page, arena) : NULL;
}

static void fill_own(const struct view *view, const struct page *page,
                     struct base_view *base, struct arena *arena)
{
    const struct site *site = view->site;
    base->canonical = value_text(link_absolute(site, page->path, arena));
    base->x_default =
        value_text(link_absolute(site, plan_path_in(site, page, 0, arena), arena));
    base->updated = view_stamp(view, page->lang, page->updated, arena);
    if (!page_is_html(page))
        return;
    fill_alternates(view, page, base, arena);
    if (is_in_menus[page->kind])
        fill_menus(view, page, base, arena);
    if (page->kind == PAGE_GATE || page->kind == PAGE_HOME)
        base->x_default = value_text(site->settings.base_url); /* the language choice */
}

struct base_view *view_fill(const struct view *view, const struct page *page,
                            struct arena *arena)
{
    view_fn fill = page_types[page->kind]->fill;
    struct base_view *base = begin_root(view, page, arena);
    fill_own(view, page, base, arena);
    if (fill)
        fill(view, page, base, arena);
    return base;
}
