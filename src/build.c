/* SPDX-License-Identifier: MIT */
#include "build.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/panic.h"
#include "base/pool.h"
#include "check/check.h"
#include "model/load.h"
#include "model/settle.h"
#include "publish/assets.h"
#include "publish/publish.h"
#include "render/template.h"
#include "view/view.h"

/* Everything that one build holds, for as long as it lasts. */
struct build {
    const struct options *options;
    struct arena arena;
    struct diags diags;
    struct site *site;
    struct plan plan;
    struct view *view;
    struct publish *publish;
    const struct shape *shapes[PAGE_KIND_COUNT];       /* of each kind's root */
    const struct template *templates[PAGE_KIND_COUNT]; /* checked against that shape */
    const struct template *embeds[PAGE_KIND_COUNT];
    struct worker *workers;
};

/* What belongs to one thread while pages are rendered. */
struct worker {
    struct arena scratch;
    struct buf page, embed;
};

/* ---- speaking ---- */

static void say(const struct build *build, struct str line)
{
    if (!build->options->quiet)
        fprintf(stderr, "%.*s\n", STR_ARG(line));
}

static void write_out(FILE *file, struct buf *out)
{
    if (out->len)
        fwrite(out->ptr, 1, out->len, file);
    buf_release(out);
}

/* Colours on a terminal only, and never with NO_COLOR. */
static bool wants_colour(int fd)
{
    const char *none = getenv("NO_COLOR");
    return isatty(fd) == 1 && !(none && *none);
}

/* The findings a reader of a build's log needs: all errors; the rest is counted. */
static void print_errors(struct build *build)
{
    struct diags errors = diags_on(&build->arena);
    for (size_t i = 0; i < build->diags.items.count; i++) {
        const struct finding *finding = &build->diags.items.items[i];
        if (finding->rule->severity == SEVERITY_ERROR)
            *list_push(&errors.items, &build->arena) = *finding;
    }
    struct buf out = {0};
    diags_print(&errors, build->options->lang, wants_colour(STDERR_FILENO), &out);
    write_out(stderr, &out);
}

static void print_counts(struct build *build)
{
    const size_t *counts = build->diags.counts;
    say(build, str_format(&build->arena, "%zu errors, %zu warnings, %zu notes%s",
                          counts[SEVERITY_ERROR], counts[SEVERITY_WARNING],
                          counts[SEVERITY_NOTE],
                          counts[SEVERITY_WARNING] + counts[SEVERITY_NOTE]
                              ? " (attalak check lists them)"
                              : ""));
}

static int stop(struct build *build, int code)
{
    diags_sort(&build->diags);
    print_errors(build);
    if (build->publish)
        publish_abort(build->publish);
    arena_release(&build->arena);
    return code;
}

/* ---- stages ---- */

static int open_part(struct build *build, const char *part)
{
    struct str path = str_format(&build->arena, "%.*s/%s", STR_ARG(build->options->dir), part);
    int fd = file_open_root(path, &build->arena);
    if (fd < 0)
        fprintf(stderr, "attalak: %.*s: %s\n", STR_ARG(path), strerror(errno));
    return fd;
}

/* load, check, settle. */
static bool make_model(struct build *build)
{
    int root = open_part(build, "content");
    if (root < 0)
        return false;
    struct site_loaded loaded =
        site_load(root, build->options->threads, &build->arena, &build->diags);
    close(root);
    build->site = loaded.site;
    if (build->options->base_url.len)
        build->site->settings.base_url = build->options->base_url;
    if (!loaded.usable)
        return false;
    check_site(build->site, &build->arena, &build->diags);
    site_settle(build->site, &build->arena, &build->diags);
    return true;
}

static const struct template *take_template(struct build *build,
                                            const struct templates *templates, const char *name,
                                            const struct shape *shape)
{
    if (!name)
        return NULL;
    const struct template *template = template_get(templates, str_from(name));
    if (!template) {
        fprintf(stderr, "attalak: templates/%s is missing\n", name);
        return NULL;
    }
    return template_check(template, shape, &build->diags) ? template : NULL;
}

static bool check_templates(struct build *build, const struct templates *templates)
{
    bool ok = true;
    for (enum page_kind kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        const struct page_type *type = page_types[kind];
        const struct shape *shape = view_shape(build->view, kind, &build->arena);
        build->shapes[kind] = shape;
        build->templates[kind] = take_template(build, templates, type->template, shape);
        build->embeds[kind] = take_template(build, templates, type->embed, shape);
        ok = ok && build->templates[kind] && (build->embeds[kind] || !type->embed);
    }
    return ok;
}

static bool make_templates(struct build *build)
{
    int dir = open_part(build, "templates");
    if (dir < 0)
        return false;
    struct templates *templates =
        templates_load(dir, STR("templates"), &build->arena, &build->diags);
    bool ok = templates && check_templates(build, templates);
    close(dir);
    return ok;
}

static bool begin_publishing(struct build *build)
{
    const struct options *options = build->options;
    const struct publish_options publish = {
        .dir = options->out,
        .content_dir = str_format(&build->arena, "%.*s/content", STR_ARG(options->dir)),
        .allow_shrink = options->allow_shrink,
        .allow_nonatomic = options->allow_nonatomic,
    };
    build->publish = publish_begin(&publish, &build->arena, &build->diags);
    return build->publish != NULL;
}

static bool load_assets(struct build *build, struct assets *assets)
{
    int dir = open_part(build, "assets");
    if (dir < 0)
        return false;
    bool ok = assets_load(assets, dir, STR(""), &build->arena, &build->diags)
              && assets_name(assets, &build->arena, &build->diags);
    close(dir);
    return ok;
}

/* Views need the assets' published names, so assets are published before pages are made. */
static bool make_view(struct build *build)
{
    struct assets assets = {0};
    if (!load_assets(build, &assets))
        return false;
    assets_put(&assets, build->publish);
    size_t count = assets.by_path.entries.count;
    struct view_asset *named = arena_many(&build->arena, count, struct view_asset);
    for (size_t i = 0; i < count; i++) {
        const struct asset *asset = assets.by_path.entries.items[i].value;
        named[i] = (struct view_asset){asset->path, asset->published};
    }
    const struct view_options options = {build->options->url_style, named, count};
    build->view = view_make(build->site, &build->plan, options, &build->arena);
    return true;
}

/* ---- rendering: one page on one worker ---- */

/* The page's JSON-LD comes first, for its hash stands in the page's own policy (CSP). */
static void embed(const struct build *build, struct worker *worker, enum page_kind kind,
                  struct base_view *base)
{
    const struct value root = value_map(base, build->shapes[kind]);
    buf_clear(&worker->embed);
    template_render(build->embeds[kind], &root, &worker->embed);
    struct str made = buf_str(&worker->embed);
    struct str digest = sha256_base64(sha256(made), &worker->scratch);
    base->embed = value_html(made);
    base->embed_hash = value_text(str_format(&worker->scratch, "sha256-%.*s", STR_ARG(digest)));
}

static void render_page(void *context, size_t index, unsigned number)
{
    struct build *build = context;
    struct worker *worker = &build->workers[number];
    const struct page *page = &build->plan.pages.items[index];
    struct arena_mark mark = arena_mark(&worker->scratch);
    struct base_view *base = view_fill(build->view, page, &worker->scratch);
    if (build->embeds[page->kind])
        embed(build, worker, page->kind, base);
    const struct value root = value_map(base, build->shapes[page->kind]);
    buf_clear(&worker->page);
    template_render(build->templates[page->kind], &root, &worker->page);
    publish_put(build->publish, link_file(page->path, &worker->scratch),
                buf_str(&worker->page));
    arena_rewind(&worker->scratch, mark);
}

static void render_all(struct build *build)
{
    unsigned threads = build->options->threads;
    build->workers = arena_many(&build->arena, threads, struct worker);
    pool_each(threads, build->plan.pages.count, render_page, build);
    for (unsigned i = 0; i < threads; i++) {
        arena_release(&build->workers[i].scratch);
        buf_release(&build->workers[i].page);
        buf_release(&build->workers[i].embed);
    }
}

/* What the shrink guard watches: entries in all, and in each province. */
static void tally_entries(struct build *build)
{
    const struct site *site = build->site;
    publish_tally(build->publish, STR(""), site->entries.count);
    for (size_t i = 0; i < site->provinces.count; i++)
        publish_tally(build->publish, site->provinces.items[i]->code,
                      site->provinces.items[i]->entries.count);
}

/* ---- the end ---- */

static void report_result(struct build *build, struct publish_result result)
{
    const struct site *site = build->site;
    size_t held = site->identities.count - site->entries.count;
    say(build, str_format(&build->arena, "%zu entries published, %zu held back",
                          site->entries.count, held));
    if (result.outcome == PUBLISH_UNCHANGED)
        say(build, str_format(&build->arena, "nothing changed: %zu files stand as they were",
                              result.files));
    else
        say(build, str_format(&build->arena,
                              "%zu files: %zu written, %zu unchanged, %zu removed (%.1f MB)",
                              result.files, result.written, result.linked, result.removed,
                              (double)result.bytes / 1e6));
}

static int finish(struct build *build, struct publish_result result)
{
    static const int codes[] = {
        [PUBLISH_DONE] = EXIT_CLEAN,
        [PUBLISH_UNCHANGED] = EXIT_CLEAN,
        [PUBLISH_REFUSED] = EXIT_REFUSED,
        [PUBLISH_FAILED] = EXIT_SYSTEM,
    };
    int code = codes[result.outcome];
    build->publish = NULL; /* commit has ended it */
    if (code != EXIT_CLEAN)
        return stop(build, code);
    diags_sort(&build->diags);
    print_errors(build);
    print_counts(build);
    report_result(build, result);
    code = diags_any_error(&build->diags) ? EXIT_HELD_BACK : EXIT_CLEAN;
    arena_release(&build->arena);
    return code;
}

static struct build begin(const struct options *options)
{
    return (struct build){.options = options};
}

int build(const struct options *options)
{
    struct build build = begin(options);
    build.diags = diags_on(&build.arena);
    if (!make_model(&build))
        return stop(&build, EXIT_USAGE_ERROR);
    if (options->strict && diags_any_error(&build.diags))
        return stop(&build, EXIT_REFUSED);
    size_t errors = build.diags.counts[SEVERITY_ERROR];
    build.plan = plan_site(build.site, &build.arena, &build.diags);
    if (build.diags.counts[SEVERITY_ERROR] > errors)
        return stop(&build, EXIT_USAGE_ERROR);
    if (!begin_publishing(&build))
        return stop(&build, publish_refusal(&build.diags) == PUBLISH_FAILED ? EXIT_SYSTEM
                                                                            : EXIT_REFUSED);
    if (!make_view(&build) || !make_templates(&build))
        return stop(&build, EXIT_USAGE_ERROR);
    tally_entries(&build);
    render_all(&build);
    return finish(&build, publish_commit(build.publish, &build.diags));
}

int build_check(const struct options *options)
{
    struct build build = begin(options);
    build.diags = diags_on(&build.arena);
    bool usable = make_model(&build);
    diags_sort(&build.diags);
    struct buf out = {0};
    diags_print(&build.diags, options->lang, wants_colour(STDOUT_FILENO), &out);
    write_out(stdout, &out);
    print_counts(&build);
    int code = !usable ? EXIT_USAGE_ERROR
                       : diags_any_error(&build.diags) ? EXIT_HELD_BACK : EXIT_CLEAN;
    arena_release(&build.arena);
    return code;
}
