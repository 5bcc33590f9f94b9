/* SPDX-License-Identifier: MIT */
/* The ways in: language choice, home of a language, 404, pages of prose. */
#include "view/kinds.h"
#include "view/place.h"
#include "view/tile_map.h"
#include "view/weave.h"

enum { HOME_LATEST = 6 };

/* ---- a field on the home page ---- */

struct field_view {
    struct value href, key, label, define, count_text;
};
static const struct slot field_slots[] = {
    SLOT(field_view, href, VALUE_TEXT),
    SLOT(field_view, key, VALUE_TEXT),
    SLOT_OF(field_view, label, VALUE_MAP, &phrase_shape),
    SLOT_OF(field_view, define, VALUE_MAP, &phrase_shape),
    SLOT(field_view, count_text, VALUE_TEXT),
};
static const struct shape field_shape = SHAPE("field", field_view, field_slots);

struct home_root {
    struct base_view base;
    struct value weave, tagline, totals, fields, map, regions, latest, access_href,
        regions_href, near_href, progress_href, search_url; /* absolute: for JSON-LD */
};
static const struct slot home_slots[] = {
    SLOT(home_root, weave, VALUE_HTML),
    SLOT_OF(home_root, tagline, VALUE_MAP, &phrase_shape),
    SLOT(home_root, totals, VALUE_TEXT),
    SLOT_OF(home_root, fields, VALUE_LIST, &field_shape),
    SLOT_OF(home_root, map, VALUE_MAP, &tile_map_shape),
    SLOT_OF(home_root, regions, VALUE_LIST, &group_shape),
    SLOT_OF(home_root, latest, VALUE_LIST, &card_shape),
    SLOT(home_root, access_href, VALUE_TEXT),
    SLOT(home_root, regions_href, VALUE_TEXT),
    SLOT(home_root, near_href, VALUE_TEXT),
    SLOT(home_root, progress_href, VALUE_TEXT),
    SLOT(home_root, search_url, VALUE_TEXT),
};

static struct value home_field(const struct view *view, const struct page *page,
                               const struct category *category, struct arena *arena)
{
    struct field_view *v = value_struct(field_view, arena);
    int64_t count = (int64_t)view_count(view->site->coverage, category);
    v->href = view_href(view, page,
                        path_category(view->site, page->lang, category, arena), arena);
    v->key = value_text(category->key);
    v->label = view_phrase(view, page->lang, &category->label, arena);
    v->define = view_phrase(view, page->lang, &category->define, arena);
    v->count_text =
        value_text(words_count(&view->words[page->lang], "count.entries", count, arena));
    return value_map(v, &field_shape);
}

static struct value home_fields(const struct view *view, const struct page *page,
                                struct arena *arena)
{
    size_t count = view->site->vocabulary.categories.count;
    struct value *fields = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        fields[i] =
            home_field(view, page, &view->site->vocabulary.categories.items[i], arena);
    return value_list(fields, count);
}

static struct value home_latest(const struct view *view, const struct page *page,
                                struct arena *arena)
{
    struct laos latest = view->site->latest;
    if (latest.count > HOME_LATEST)
        latest.count = HOME_LATEST;
    return view_cards(view, page, &latest, arena);
}

static struct str home_totals(const struct view *view, const struct page *page,
                              struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    return words_fill(
        words, "home.totals", arena,
        {"entries", words_number(words, (int64_t)view->site->entries.count, arena)},
        {"laos", words_number(words, (int64_t)view->site->laos.count, arena)});
}

static void fill_home(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    struct home_root *root = data;
    const struct settings *settings = &view->site->settings;
    struct str tagline = view_pick(view, page->lang, &settings->tagline, NULL);
    view_title(view, page, &root->base, &settings->title, tagline, arena);
    root->weave = value_html(weave_svg(STR("0"), arena));
    root->tagline = view_phrase(view, page->lang, &settings->tagline, arena);
    root->totals = value_text(home_totals(view, page, arena));
    root->fields = home_fields(view, page, arena);
    root->map = tile_map(view, page, &tile_entries, arena);
    root->regions = view_regions(view, page, NULL, arena);
    root->latest = home_latest(view, page, arena);
    root->progress_href = place_progress_href(view, page, arena);
    root->search_url = value_text(link_absolute(
        view->site, path_fixed(view->site, page->lang, STR("search"), arena), arena));
    root->access_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("access"), arena), arena);
    root->regions_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("regions"), arena), arena);
    root->near_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("near"), arena), arena);
}

const struct page_type home_type = {
    .name = "home",
    .template = "home.html",
    .embed = "home.jsonld.json",
    TYPE_SLOTS(home_root, home_slots),
    .fill = fill_home,
};

/* ---- language choice: in every language at once ---- */

struct gate_lang_view {
    struct value lang, title, tagline, enter, href;
};
static const struct slot gate_lang_slots[] = {
    SLOT(gate_lang_view, lang, VALUE_TEXT),    SLOT(gate_lang_view, title, VALUE_TEXT),
    SLOT(gate_lang_view, tagline, VALUE_TEXT), SLOT(gate_lang_view, enter, VALUE_TEXT),
    SLOT(gate_lang_view, href, VALUE_TEXT),
};
static const struct shape gate_lang_shape =
    SHAPE("gate_lang", gate_lang_view, gate_lang_slots);

struct gate_root {
    struct base_view base;
    struct value languages;
};
static const struct slot gate_slots[] = {
    SLOT_OF(gate_root, languages, VALUE_LIST, &gate_lang_shape),
};

static struct value gate_language(const struct view *view, const struct page *page,
                                  unsigned lang, struct arena *arena)
{
    const struct settings *settings = &view->site->settings;
    struct gate_lang_view *v = value_struct(gate_lang_view, arena);
    v->lang = value_text(view->site->langs[lang]);
    v->title = value_text(view_pick(view, lang, &settings->title, NULL));
    v->tagline = value_text(view_pick(view, lang, &settings->tagline, NULL));
    v->enter = value_text(words_get(&view->words[lang], "lang.enter"));
    v->href = view_href(view, page, path_home(view->site, lang, arena), arena);
    return value_map(v, &gate_lang_shape);
}

static void fill_gate(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    struct gate_root *root = data;
    const struct settings *settings = &view->site->settings;
    struct value *languages = arena_many(arena, view->site->lang_count, struct value);
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        languages[lang] = gate_language(view, page, lang, arena);
    root->languages = value_list(languages, view->site->lang_count);
    view_title(view, page, &root->base, &settings->title,
               view_pick(view, page->lang, &settings->tagline, NULL), arena);
    root->base.title = value_text(str_format(
        arena, "%.*s · %.*s", STR_ARG(view_pick(view, 0, &settings->title, NULL)),
        STR_ARG(words_get(&view->words[0], "lang.choose"))));
}

const struct page_type gate_type = {
    .name = "gate",
    .template = "gate.html",
    TYPE_SLOTS(gate_root, gate_slots),
    .fill = fill_gate,
};

/* ---- 404: found at any depth, so its links begin at the site's base path ---- */

struct missing_view {
    struct value lang, heading, text, home, href;
};
static const struct slot missing_slots[] = {
    SLOT(missing_view, lang, VALUE_TEXT), SLOT(missing_view, heading, VALUE_TEXT),
    SLOT(missing_view, text, VALUE_TEXT), SLOT(missing_view, home, VALUE_TEXT),
    SLOT(missing_view, href, VALUE_TEXT),
};
static const struct shape missing_shape = SHAPE("missing", missing_view, missing_slots);

struct not_found_root {
    struct base_view base;
    struct value languages;
};
static const struct slot not_found_slots[] = {
    SLOT_OF(not_found_root, languages, VALUE_LIST, &missing_shape),
};

/* "/identity/" of https://example.go.th/identity/; "/" when there is no base_url, or no
 * path. */
static struct str base_path(const struct site *site)
{
    struct str rest = str_cut_str(site->settings.base_url, STR("://")).tail;
    struct str host = str_cut(rest, '/').head;
    return host.len < rest.len ? str_skip(rest, host.len) : STR("/");
}

static void fill_not_found(const struct view *view, const struct page *page, void *data,
                           struct arena *arena)
{
    struct not_found_root *root = data;
    const struct site *site = view->site;
    struct value *languages = arena_many(arena, site->lang_count, struct value);
    struct text heading = {0};
    for (unsigned lang = 0; lang < site->lang_count; lang++) {
        const struct words *words = &view->words[lang];
        struct missing_view *v = value_struct(missing_view, arena);
        heading.in[lang] = words_get(words, "missing.heading");
        v->lang = value_text(site->langs[lang]);
        v->heading = value_text(heading.in[lang]);
        v->text = value_text(words_get(words, "missing.text"));
        v->home = value_text(words_get(words, "nav.home"));
        v->href = value_text(str_format(arena, "%.*s%.*s", STR_ARG(base_path(site)),
                                        STR_ARG(path_home(site, lang, arena))));
        languages[lang] = value_map(v, &missing_shape);
    }
    root->languages = value_list(languages, site->lang_count);
    view_title(view, page, &root->base, &heading,
               words_get(&view->words[page->lang], "missing.text"), arena);
    root->base.root = value_text(base_path(site));
}

const struct page_type not_found_type = {
    .name = "not-found",
    .template = "404.html",
    TYPE_SLOTS(not_found_root, not_found_slots),
    .fill = fill_not_found,
};

/* ---- pages of prose ---- */

struct text_root {
    struct base_view base;
    struct value story;
};
static const struct slot text_slots[] = {
    SLOT_OF(text_root, story, VALUE_MAP, &prose_shape),
};

static void fill_text(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    struct text_root *root = data;
    const struct page_text *text = page->text;
    struct text lead = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        lead.in[lang] = text->story.lead[lang];
    view_title(view, page, &root->base, &text->title,
               view_pick(view, page->lang, &lead, NULL), arena);
    struct view_step here = {text->title, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->story = view_prose(view, page->lang, &text->story, arena);
}

const struct page_type text_type = {
    .name = "text",
    .template = "text.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(text_root, text_slots),
    .fill = fill_text,
};
