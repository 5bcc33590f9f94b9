/* SPDX-License-Identifier: MIT */
/* What the pages of regions, clusters, provinces and districts share. */
#include "view/place.h"

#include "base/number.h"

struct text place_word(const struct view *view, const char *key)
{
    struct text text = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        text.in[lang] = words_get(&view->words[lang], key);
    return text;
}

struct text place_heading(const struct view *view, const char *key,
                          const struct province *province, struct arena *arena)
{
    const struct text *full = view_province_name(view, province);
    struct text heading = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        if (full->in[lang].len)
            heading.in[lang] = words_fill(&view->words[lang], key, arena,
                                          {"province", full->in[lang]});
    return heading;
}

struct value place_cluster_tally(const struct view *view, const struct page *page,
                                 const struct cluster *cluster, struct arena *arena)
{
    return view_tally(view, page, view_phrase(view, page->lang, &cluster->name, arena),
                      path_cluster(view->site, page->lang, cluster, arena),
                      cluster->entry_count, number_plain(cluster->number, arena),
                      arena);
}

struct str place_totals(const struct view *view, const struct page *page,
                        const struct laos *laos, const struct laos *entries,
                        struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    return words_fill(words, "place.totals", arena,
                      {"entries", words_number(words, (int64_t)entries->count, arena)},
                      {"laos", words_number(words, (int64_t)laos->count, arena)});
}

void place_crumbs(const struct view *view, const struct page *page,
                  struct base_view *base, const struct view_step *last,
                  struct arena *arena)
{
    struct view_step trail[] = {
        {place_word(view, "regions.heading"),
         path_fixed(view->site, page->lang, STR("regions"), arena)},
        {page->province->name,
         path_province(view->site, page->lang, page->province, arena)},
        last ? *last : (struct view_step){{{{0}}}, {0}},
    };
    view_crumbs(view, page, base, trail, last ? 3 : 2, arena);
}

struct value place_province(const struct view *view, const struct page *page,
                            struct arena *arena)
{
    const struct province *province = page->province;
    const struct text *full = view_province_name(view, province);
    return view_tally(view, page, view_phrase(view, page->lang, full, arena),
                      path_province(view->site, page->lang, province, arena),
                      province->entries.count, province->code, arena);
}

struct value place_progress_href(const struct view *view, const struct page *page,
                                 struct arena *arena)
{
    struct str path =
        page->province
            ? path_progress_province(view->site, page->lang, page->province, arena)
            : path_fixed(view->site, page->lang, STR("progress"), arena);
    return view_href(view, page, path, arena);
}

struct text place_label_in(const struct view *view, const struct text *label,
                           const struct province *province, struct arena *arena)
{
    const struct text *full = view_province_name(view, province);
    struct text joined = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        if (label->in[lang].len && full->in[lang].len)
            joined.in[lang] =
                words_fill(&view->words[lang], "place.label_in", arena,
                           {"label", label->in[lang]}, {"place", full->in[lang]});
    return joined;
}

struct value place_fields(const struct view *view, const struct page *page,
                          const struct category *but, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    struct value *fields = arena_many(arena, vocabulary->categories.count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < vocabulary->categories.count; i++) {
        const struct category *category = &vocabulary->categories.items[i];
        if (category != but)
            fields[count++] = view_tally(
                view, page, view_phrase(view, page->lang, &category->label, arena),
                path_province_part(view->site, page->lang, page->province, category->key,
                                   arena),
                view_count(page->province->coverage, category), category->key, arena);
    }
    return value_list(fields, count);
}

struct value place_access_href(const struct view *view, const struct page *page,
                               struct arena *arena)
{
    return view_href(view, page,
                     path_province_part(view->site, page->lang, page->province,
                                        STR("access"), arena),
                     arena);
}
