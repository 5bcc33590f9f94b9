/* SPDX-License-Identifier: MIT */
/* The search page, and the files that its script reads (search_index.h). */
#include "view/kinds.h"
#include "view/search_index.h"

/* ---- the page: what a search starts from, and the ways that need none ---- */

struct choice_view {
    struct value key, label;
};
static const struct slot choice_slots[] = {
    SLOT(choice_view, key, VALUE_TEXT),
    SLOT_OF(choice_view, label, VALUE_MAP, &phrase_shape),
};
static const struct shape choice_shape = SHAPE("choice", choice_view, choice_slots);

struct search_root {
    struct base_view base;
    struct value files, languages, version, stories, entry_href, fields, choices, facilities,
        regions;
};
static const struct slot search_slots[] = {
    SLOT(search_root, files, VALUE_TEXT),
    SLOT(search_root, languages, VALUE_TEXT),
    SLOT(search_root, version, VALUE_TEXT),
    SLOT(search_root, stories, VALUE_TEXT),
    SLOT(search_root, entry_href, VALUE_TEXT),
    SLOT_OF(search_root, fields, VALUE_LIST, &tally_shape),
    SLOT_OF(search_root, choices, VALUE_LIST, &choice_shape),
    SLOT_OF(search_root, facilities, VALUE_LIST, &choice_shape),
    SLOT_OF(search_root, regions, VALUE_LIST, &group_shape),
};

static struct value choice(const struct view *view, const struct page *page,
                           struct str key, const struct text *label, struct arena *arena)
{
    struct choice_view *v = value_struct(choice_view, arena);
    v->key = value_text(key);
    v->label = view_phrase(view, page->lang, label, arena);
    return value_map(v, &choice_shape);
}

static void fill_fields(const struct view *view, const struct page *page,
                        struct search_root *root, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    size_t count = vocabulary->categories.count;
    struct value *fields = arena_many(arena, count, struct value);
    struct value *choices = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct category *category = &vocabulary->categories.items[i];
        fields[i] = view_tally(
            view, page, view_phrase(view, page->lang, &category->label, arena),
            path_category(view->site, page->lang, category, arena),
            view_count(view->site->coverage, category), category->key, arena);
        choices[i] = choice(view, page, category->key, &category->short_label, arena);
    }
    root->fields = value_list(fields, count);
    root->choices = value_list(choices, count);
}

static struct value facilities(const struct view *view, const struct page *page,
                               struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    size_t count = vocabulary->facilities.count;
    if (count > SEARCH_FACILITIES)
        count = SEARCH_FACILITIES;
    struct value *items = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        items[i] = choice(view, page, vocabulary->facilities.items[i].key,
                          &vocabulary->facilities.items[i].label, arena);
    return value_list(items, count);
}

/* Megabytes of the stories in each language, for whoever pays for data: "13.2 6.3". No finer, or
 * this page would change with each story. */
static struct value stories_size(const struct site *site, struct arena *arena)
{
    enum { TENTH = 100 * 1000 };
    struct str sizes[LANG_MAX];
    for (unsigned lang = 0; lang < site->lang_count; lang++) {
        size_t tenths = (search_stories_bytes(site, lang) + TENTH - 1) / TENTH;
        sizes[lang] = str_format(arena, "%zu.%zu", tenths / 10, tenths % 10);
    }
    return value_text(str_join(sizes, site->lang_count, STR(" "), arena));
}

static void fill_search(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    struct search_root *root = data;
    const struct site *site = view->site;
    struct view_step here = {.path = page->path};
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        here.name.in[lang] = words_get(&view->words[lang], "search.heading");
    view_title(view, page, &root->base, &here.name,
               words_get(&view->words[page->lang], "search.description"), arena);
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->files = view_href(view, page, STR("data/search/{file}.txt"), arena);
    root->languages =
        value_text(str_join(site->langs, site->lang_count, STR(" "), arena));
    root->version = value_text(search_version(site, arena));
    root->stories = stories_size(site, arena);
    root->entry_href = view_href(
        view, page,
        str_format(arena, "%.*s/{province}/{code}/", STR_ARG(site->langs[page->lang])), arena);
    fill_fields(view, page, root, arena);
    root->facilities = facilities(view, page, arena);
    root->regions = view_regions(view, page, NULL, arena);
}

const struct page_type search_type = {
    .name = "search",
    .template = "search.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(search_root, search_slots),
    .fill = fill_search,
};

/* ---- its files ---- */

struct search_file_root {
    struct base_view base;
    struct value text;
};
static const struct slot search_file_slots[] = {
    SLOT(search_file_root, text, VALUE_TEXT),
};

static void fill_names(const struct view *view, const struct page *page, void *data,
                       struct arena *arena)
{
    ((struct search_file_root *)data)->text =
        value_text(search_names(view, page->lang, arena));
}

static void fill_tags(const struct view *view, const struct page *page, void *data,
                      struct arena *arena)
{
    (void)page;
    ((struct search_file_root *)data)->text = value_text(search_tags(view, arena));
}

static void fill_points(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    (void)page;
    ((struct search_file_root *)data)->text = value_text(search_points(view, arena));
}

static void fill_summaries(const struct view *view, const struct page *page, void *data,
                           struct arena *arena)
{
    ((struct search_file_root *)data)->text =
        value_text(search_summaries(view, page->lang, page->province, arena));
}

static void fill_stories(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    ((struct search_file_root *)data)->text =
        value_text(search_stories(view, page->lang, page->province, arena));
}

#define SEARCH_FILE(name_, fill_)                                                        \
    {                                                                                    \
        .name = (name_), .template = "search.txt",                                       \
        TYPE_SLOTS(search_file_root, search_file_slots), .fill = (fill_)                 \
    }

const struct page_type search_names_type = SEARCH_FILE("search-names", fill_names);
const struct page_type search_tags_type = SEARCH_FILE("search-tags", fill_tags);
const struct page_type search_points_type = SEARCH_FILE("search-points", fill_points);
const struct page_type search_summaries_type =
    SEARCH_FILE("search-summaries", fill_summaries);
const struct page_type search_stories_type = SEARCH_FILE("search-stories", fill_stories);
