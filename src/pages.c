/* SPDX-License-Identifier: MIT */
#include "pages.h"

#include "base/hash.h"
#include "base/pool.h"

enum { RULE_NO_TEMPLATE };

const struct rule pages_rules[] = {
    [RULE_NO_TEMPLATE] =
        {
            .id = "template.missing-file",
            .severity = SEVERITY_ERROR,
            .problem = {"ไม่มีไฟล์แม่แบบ {0}", "The template {0} is missing."},
            .remedy = {"คัดลอกไฟล์นี้จากโฟลเดอร์ templates/ ของ attalak",
                       "Copy it from attalak's own templates/ folder."},
            .names = true,
        },
};
const size_t pages_rule_count = sizeof(pages_rules) / sizeof(*pages_rules);

/* What a page is rendered with. */
struct forms {
    const struct template *page, *embed; /* embed NULL: the kind has none */
};

struct pages {
    const struct view *view;
    const struct shape *shapes[PAGE_KIND_COUNT]; /* of each kind's root */
    struct forms forms[PAGE_KIND_COUNT];         /* bound to that shape */
    /* The same of pages that come in numbers, with all in it that they have in common. */
    struct forms folded[PAGE_KIND_COUNT][LANG_MAX][LINK_DEPTH_MAX + 1];
};

/* ---- templates ---- */

bool pages_no_template(struct str name, struct diags *diags)
{
    return diag(diags, &pages_rules[RULE_NO_TEMPLATE], (struct pos){.file = STR("templates")},
                name);
}

/* NULL when the kind names none, or after complaining: then *ok is false. */
static const struct template *take(const struct templates *templates, const char *name,
                                   const struct shape *shape, bool *ok,
                                   struct diags *diags)
{
    if (!name)
        return NULL;
    const struct template *template = template_get(templates, str_from(name));
    if (!template)
        *ok = pages_no_template(str_from(name), diags);
    else if (!template_check(template, shape, diags))
        *ok = false;
    return template;
}

static const struct template *fold(const struct template *template,
                                   const struct value *known, struct arena *arena)
{
    return template ? template_fold(template, known, arena) : NULL;
}

/* The menus, the words and all else that pages of one kind, language and depth have in
 * common, a fifth of an entry's page, are rendered once. */
static void fold_forms(struct pages *pages, struct arena *arena)
{
    const struct plan *plan = pages->view->plan;
    for (size_t i = 0; i < plan->pages.count; i++) {
        const struct page *page = &plan->pages.items[i];
        struct forms *folded = &pages->folded[page->kind][page->lang][view_depth(page)];
        const struct base_view *base =
            folded->page ? NULL : view_known(pages->view, page, arena);
        if (!base)
            continue;
        const struct value known = value_map(base, pages->shapes[page->kind]);
        const struct forms *whole = &pages->forms[page->kind];
        *folded = (struct forms){fold(whole->page, &known, arena),
                                 fold(whole->embed, &known, arena)};
    }
}

static const struct forms *forms_of(const struct pages *pages, const struct page *page)
{
    const struct forms *folded = &pages->folded[page->kind][page->lang][view_depth(page)];
    return folded->page ? folded : &pages->forms[page->kind];
}

struct pages *pages_open(const struct view *view, const struct templates *templates,
                         struct arena *arena, struct diags *diags)
{
    struct pages *pages = arena_new(arena, struct pages);
    bool ok = true;
    pages->view = view;
    for (enum page_kind kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        const struct page_type *type = page_types[kind];
        const struct shape *shape = view_shape(view, kind, arena);
        pages->shapes[kind] = shape;
        pages->forms[kind] =
            (struct forms){take(templates, type->template, shape, &ok, diags),
                           take(templates, type->embed, shape, &ok, diags)};
    }
    if (ok)
        fold_forms(pages, arena);
    return ok ? pages : NULL;
}

/* ---- rendering: one page on one worker ---- */

struct worker {
    struct arena scratch;
    struct buf page, embed;
};

struct job {
    const struct pages *pages;
    const struct plan *plan;
    struct publish *publish;
    struct worker workers[POOL_THREADS_MAX];
};

/* The page's JSON-LD comes first, for its hash stands in the page's own policy (CSP). */
static void embed(const struct template *template, struct worker *worker,
                  const struct shape *shape, struct base_view *base)
{
    const struct value root = value_map(base, shape);
    buf_clear(&worker->embed);
    template_render(template, &root, &worker->embed);
    /* The Nu checker hashes a script without the end of its last line. */
    struct str made = str_trim(buf_str(&worker->embed));
    struct str digest = sha256_base64(sha256(made), &worker->scratch);
    base->embed = value_html(made);
    base->embed_hash =
        value_text(str_format(&worker->scratch, "sha256-%.*s", STR_ARG(digest)));
}

static void render_page(void *context, size_t index, unsigned number)
{
    struct job *job = context;
    struct worker *worker = &job->workers[number];
    const struct page *page = &job->plan->pages.items[index];
    struct arena_mark mark = arena_mark(&worker->scratch);
    struct base_view *base = view_fill(job->pages->view, page, &worker->scratch);
    const struct shape *shape = job->pages->shapes[page->kind];
    const struct forms *forms = forms_of(job->pages, page);
    if (forms->embed)
        embed(forms->embed, worker, shape, base);
    const struct value root = value_map(base, shape);
    buf_clear(&worker->page);
    template_render(forms->page, &root, &worker->page);
    publish_put(job->publish, link_file(page->path, &worker->scratch),
                buf_str(&worker->page));
    arena_rewind(&worker->scratch, mark);
}

void pages_render(const struct pages *pages, const struct plan *plan,
                  struct publish *publish, unsigned threads)
{
    struct job job = {.pages = pages, .plan = plan, .publish = publish};
    pool_each(threads, plan->pages.count, render_page, &job);
    for (size_t i = 0; i < POOL_THREADS_MAX; i++) {
        arena_release(&job.workers[i].scratch);
        buf_release(&job.workers[i].page);
        buf_release(&job.workers[i].embed);
    }
}
