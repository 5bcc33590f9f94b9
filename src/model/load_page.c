/* SPDX-License-Identifier: MIT */
/* Pages of prose: pages/<name>.<lang>.md; the first heading is the title. */
#include "model/inspect.h"
#include "model/loaders.h"
#include "model/slug.h"
#include "model/take.h"
#include "sources/prose.h"
#include "text/clean.h"

/* The page of that name, made when it is its first language; files come sorted by name. NULL
 * after complaining: every page of the site names all of them. */
static struct page_text *page_named(struct loading *l, struct str name, struct str path)
{
    struct site *site = l->site;
    struct reader r = loading_reader(l);
    for (size_t i = 0; i < site->pages.count; i++)
        if (str_eq(site->pages.items[i].name, name))
            return &site->pages.items[i];
    if (site->pages.count == LIST_LIMIT) {
        complain(&r, FIELD_TOO_MANY, (struct pos){.file = path}, STR("pages"),
                 str_format(r.scratch, "%d", LIST_LIMIT));
        return NULL;
    }
    struct page_text *page = list_push(&site->pages, l->arena);
    *page = (struct page_text){.name = name, .pos = {.file = path}};
    return page;
}

static void read_page(struct loading *l, struct str path, unsigned lang)
{
    struct str raw = {0};
    if (!load_text(l->root, path, l->arena, l->diags, &raw))
        return;
    struct pos start = {.file = path, .line = 1, .column = 1};
    struct clean clean = clean_block(raw, l->arena);
    if (clean.bits & CLEAN_REFUSED) {
        diag(l->diags, &model_rules[TEXT_CONTROL], start, STR(""), path);
        return;
    }
    struct reader r = loading_reader(l);
    struct inspection in = {.r = &r};
    if (!inspect_story(&in, path, clean.text, start))
        return;
    struct prose prose = prose_render(
        clean.text, (struct prose_options){.heading_shift = 1, .take_title = true}, start,
        l->arena, l->diags);
    struct page_text *page = page_named(l, file_stem(path), path);
    if (!page)
        return;
    page->title.in[lang] = prose.title.len ? prose.title : page->name;
    page->story.html[lang] = prose.html;
    page->story.lead[lang] = prose.lead;
    story_add_links(&page->story, &prose, l->arena);
    if (!prose.title.len)
        diag(l->diags, &model_rules[PAGE_NO_TITLE], start, page->name);
}

/* A page in some languages only falls back to language 0, which it must have. */
static void check_page(struct loading *l, const struct page_text *page)
{
    for (unsigned lang = 0; lang < l->site->lang_count; lang++)
        if (!page->title.in[lang].len)
            diag(l->diags, &model_rules[PAGE_MISSING_LANGUAGE], page->pos, page->name,
                 l->site->langs[lang]);
}

void load_pages(struct loading *l)
{
    for (size_t i = 0; i < l->files[CLASS_PAGE].count; i++) {
        struct str path = l->files[CLASS_PAGE].items[i].path;
        unsigned lang = site_lang(l->site, file_lang(path));
        if (lang < LANG_MAX && slug_is(file_stem(path))) /* its name is its address */
            read_page(l, path, lang);
        else
            diag(l->diags, &model_rules[FILE_NOT_READ], (struct pos){.file = path}, path);
    }
    for (size_t i = 0; i < l->site->pages.count; i++)
        check_page(l, &l->site->pages.items[i]);
}
