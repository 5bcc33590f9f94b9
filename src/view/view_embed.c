/* SPDX-License-Identifier: MIT */
/*
 * A few lines on how far the country or a province is, in every language at once, made to
 * stand in a frame of about 300 × 150 pixels on other sites: no script, a small sheet of
 * its own, links that leave the frame.
 */
#include "view/kinds.h"
#include "view/place.h"
#include "view/progress.h"

struct embed_lang_view {
    struct value lang, name, href, text, demo; /* name: phrase */
};
static const struct slot embed_lang_slots[] = {
    SLOT(embed_lang_view, lang, VALUE_TEXT),
    SLOT_OF(embed_lang_view, name, VALUE_MAP, &phrase_shape),
    SLOT(embed_lang_view, href, VALUE_TEXT),
    SLOT(embed_lang_view, text, VALUE_TEXT),
    SLOT(embed_lang_view, demo, VALUE_TEXT),
};
static const struct shape embed_lang_shape =
    SHAPE("embed_lang", embed_lang_view, embed_lang_slots);

struct embed_root {
    struct base_view base;
    struct value place, languages;
};
static const struct slot embed_slots[] = {
    SLOT_OF(embed_root, place, VALUE_MAP, &progress_shape),
    SLOT_OF(embed_root, languages, VALUE_LIST, &embed_lang_shape),
};

/* A province by its name; the country by the site's. */
static const struct text *name_of(const struct view *view, const struct page *page)
{
    return page->province ? view_province_name(view, page->province)
                          : &view->site->settings.title;
}

static struct value language(const struct view *view, const struct page *page,
                             const struct coverage *coverage, unsigned lang,
                             struct arena *arena)
{
    const struct site *site = view->site;
    const struct words *words = &view->words[lang];
    size_t published = coverage_published(coverage);
    unsigned used;
    struct str name = view_pick(view, lang, name_of(view, page), &used);
    struct str path = page->province ? path_province(site, lang, page->province, arena)
                                     : path_home(site, lang, arena);
    struct embed_lang_view *v = value_struct(embed_lang_view, arena);
    v->lang = value_text(site->langs[lang]);
    v->name = view_phrase_in(view, lang, name, used, arena);
    v->href = view_href(view, page, path, arena);
    v->text = value_text(
        words_fill(words, "embed.text", arena,
                   {"published", words_number(words, (int64_t)published, arena)},
                   {"laos", words_number(words, (int64_t)coverage->laos, arena)},
                   {"percent", progress_percent(published, coverage->laos, arena)}));
    v->demo = value_text(words_get(words, "site.demo"));
    return value_map(v, &embed_lang_shape);
}

/* "การเผยแพร่อัตลักษณ์ จังหวัดชัยภูมิ", in each language that has the name. */
static struct text heading(const struct view *view, const struct page *page,
                           struct arena *arena)
{
    struct text text = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++)
        if (name_of(view, page)->in[lang].len)
            text.in[lang] = words_fill(&view->words[lang], "embed.title", arena,
                                       {"place", name_of(view, page)->in[lang]});
    return text;
}

static void fill_embed(const struct view *view, const struct page *page, void *data,
                       struct arena *arena)
{
    struct embed_root *root = data;
    const struct site *site = view->site;
    const struct coverage *coverage =
        page->province ? page->province->coverage : site->coverage;
    struct value *languages = arena_many(arena, site->lang_count, struct value);
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        languages[lang] = language(view, page, coverage, lang, arena);
    root->languages = value_list(languages, site->lang_count);
    root->place =
        progress_place(view, page, &(struct progress_of){.coverage = coverage}, arena);
    struct text title = heading(view, page, arena);
    view_title(view, page, &root->base, &title, title.in[0], arena);
}

const struct page_type embed_type = {
    .name = "embed",
    .template = "embed.html",
    TYPE_SLOTS(embed_root, embed_slots),
    .fill = fill_embed,
};
