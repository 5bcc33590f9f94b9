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

struct pages {
    const struct view *view;
    const struct shape *shapes[PAGE_KIND_COUNT];       /* of each kind's root */
    const struct template *templates[PAGE_KIND_COUNT]; /* bound to that shape */
    const struct template *embeds[PAGE_KIND_COUNT];    /* NULL: the kind has none */
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
        pages->templates[kind] = take(templates, type->template, shape, &ok, diags);
        pages->embeds[kind] = take(templates, type->embed, shape, &ok, diags);
    }
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
static void embed(const struct pages *pages, struct worker *worker, enum page_kind kind,
                  struct base_view *base)
{
    const struct value root = value_map(base, pages->shapes[kind]);
    buf_clear(&worker->embed);
    template_render(pages->embeds[kind], &root, &worker->embed);
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
    if (job->pages->embeds[page->kind])
        embed(job->pages, worker, page->kind, base);
    const struct value root = value_map(base, job->pages->shapes[page->kind]);
    buf_clear(&worker->page);
    template_render(job->pages->templates[page->kind], &root, &worker->page);
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
