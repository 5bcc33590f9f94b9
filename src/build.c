/* SPDX-License-Identifier: MIT */
#include "build.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "base/panic.h"
#include "base/pool.h"
#include "check/check.h"
#include "check_report.h"
#include "media/photos.h"
#include "model/call_fields.h"
#include "model/hosts.h"
#include "model/load.h"
#include "model/mask.h"
#include "model/settle.h"
#include "pages.h"
#include "project.h"
#include "publish/assets.h"
#include "report.h"
#include "rulebook.h"
#include "text/personal.h"

/* Everything that one build holds, for as long as it lasts. */
struct build {
    const struct options *options;
    struct arena arena;
    struct diags diags;
    struct site *site;
    struct photos *photos;
    struct plan plan;
    struct view *view;
    struct rulebook rules;
    struct pages *pages;
    struct publish *publish;
    /* What the content knows nothing of, made beside it. */
    struct arena place_arena; /* of publish and place, and all that is done beside the rest */
    struct diags place;       /* what is wrong with the place it publishes to */
    struct assets assets;
    struct templates *templates;
    struct diags parts; /* what is wrong with assets/ and templates/ */
    bool system_failed; /* a folder of the project could not be opened */
};

static int leave(struct build *build, int code)
{
    if (build->photos)
        photos_close(build->photos);
    arena_release(&build->place_arena);
    arena_release(&build->arena);
    return code;
}

/* An ending without a site: everything that was found, then the code. */
static int stop(struct build *build, int code)
{
    diags_sort(&build->diags);
    report_publishing(&build->diags, build->options->lang, &build->arena);
    report_errors(&build->diags, build->options->lang, &build->arena);
    if (build->publish)
        publish_abort(build->publish);
    return leave(build, code);
}

/* ---- the stages ---- */

/* One that is missing, or no folder, is the user's to mend. */
static int open_part(struct build *build, const char *part, struct arena *scratch)
{
    int dir = project_open(build->options->dir, part, scratch);
    build->system_failed |= dir < 0 && errno != ENOENT && !file_is_to_blame(errno);
    return dir;
}

/* What to stop with when the project is not as it should be, or cannot be read. */
static int code_of_parts(const struct build *build)
{
    bool system = build->system_failed || templates_system_failed(&build->diags)
                  || publish_refusal(&build->diags) == PUBLISH_FAILED;
    return system ? EXIT_SYSTEM : EXIT_USAGE_ERROR;
}

static void make_photos(struct build *build, int root)
{
    const struct photos_making making = {build->site, root, build->options->dir,
                                         build->options->threads};
    build->photos = photos_make(&making, &build->arena, &build->diags);
}

/* EXIT_CLEAN, or the code to stop with. */
static int make_model(struct build *build, int root)
{
    struct site_loaded loaded =
        site_load(root, build->options->threads, &build->arena, &build->diags);
    build->site = loaded.site;
    if (loaded.read_failed || !loaded.usable) {
        mask_findings(&build->diags, build->site, &build->arena);
        return loaded.read_failed ? EXIT_SYSTEM : EXIT_USAGE_ERROR;
    }
    if (build->options->base_url.len)
        build->site->settings.base_url = build->options->base_url;
    check_site(build->site, build->options->threads, &build->arena, &build->diags);
    make_photos(build, root);
    site_settle(build->site, build->options->threads, &build->arena, &build->diags);
    mask_findings(&build->diags, build->site, &build->arena);
    call_fields(&build->diags, build->site, &build->arena);
    return photos_failed(build->photos) ? EXIT_SYSTEM : EXIT_CLEAN;
}

static bool make_plan(struct build *build)
{
    size_t errors = build->diags.counts[SEVERITY_ERROR];
    build->plan = plan_site(build->site, &build->arena, &build->diags);
    words_check(build->site, &build->arena, &build->diags);
    return build->diags.counts[SEVERITY_ERROR] == errors;
}

static void begin_publishing(struct build *build)
{
    const struct options *options = build->options;
    struct arena *arena = &build->place_arena;
    const struct publish_options publish = {
        .dir = options->out,
        .content_dir = str_format(arena, "%.*s/content", STR_ARG(options->dir)),
        .previous = options->previous,
        .threads = options->threads,
        .allow_shrink = options->allow_shrink,
        .allow_nonatomic = options->allow_nonatomic,
        .allow_new_hosts = options->allow_new_hosts,
        .allow_large = options->allow_large,
    };
    build->place = diags_on(arena);
    build->publish = publish_begin(&publish, arena, &build->place);
}

static bool load_assets(struct build *build)
{
    struct arena *arena = &build->place_arena;
    int dir = open_part(build, "assets", arena);
    if (dir < 0)
        return false;
    bool ok = assets_load(&build->assets, dir, STR(""), arena, &build->parts)
              && assets_name(&build->assets, arena, &build->parts);
    close(dir);
    return ok;
}

static void load_templates(struct build *build)
{
    struct arena *arena = &build->place_arena;
    int dir = open_part(build, "templates", arena);
    if (dir < 0)
        return;
    build->templates = templates_load(dir, STR("templates"), arena, &build->parts);
    close(dir);
}

/* While the content is read, one file after the other, the published tree is looked through,
 * and what pages are made of is made ready. */
struct beginning {
    struct build *build;
    int content; /* the folder */
    int code;    /* of the model: EXIT_CLEAN, or what to stop with */
};

static void begin_model(void *context)
{
    struct beginning *beginning = context;
    beginning->code = make_model(beginning->build, beginning->content);
}

static void begin_place(void *context)
{
    struct build *build = ((struct beginning *)context)->build;
    begin_publishing(build);
    build->parts = diags_on(&build->place_arena);
    if (load_assets(build))
        load_templates(build);
}

static int begin_both(struct build *build)
{
    int content = open_part(build, "content", &build->arena);
    struct beginning beginning = {build, content, EXIT_CLEAN};
    if (beginning.content < 0)
        return code_of_parts(build);
    pool_both(build->options->threads, begin_model, begin_place, &beginning);
    close(beginning.content);
    return beginning.code;
}

static int stop_for_place(struct build *build)
{
    bool failed = publish_refusal(&build->place) == PUBLISH_FAILED;
    diags_join(&build->diags, &build->place);
    return stop(build, failed ? EXIT_SYSTEM : EXIT_REFUSED);
}

/* Views need the assets' published names, so assets are published before pages are made.
 */
static void make_view(struct build *build)
{
    assets_put(&build->assets, build->publish);
    size_t count = build->assets.by_path.entries.count;
    struct view_asset *named = arena_many(&build->arena, count, struct view_asset);
    for (size_t i = 0; i < count; i++) {
        const struct asset *asset = build->assets.by_path.entries.items[i].value;
        named[i] = (struct view_asset){asset->path, asset->published};
    }
    diags_sort(&build->diags); /* as the officers' pages show them */
    const struct view_options options = {.style = build->options->url_style,
                                         .assets = named,
                                         .asset_count = count,
                                         .findings = &build->diags,
                                         .rules = &build->rules,
                                         .threads = build->options->threads};
    build->rules = rulebook_make(&build->arena);
    build->view = view_make(build->site, &build->plan, options, &build->arena);
}

/* What is wrong with templates is no officer's: it is told when the view has its findings. */
static bool make_pages(struct build *build)
{
    if (build->templates)
        make_view(build);
    diags_join(&build->diags, &build->parts);
    if (!build->templates)
        return false;
    build->pages = pages_open(build->view, build->templates, &build->arena, &build->diags);
    return build->pages != NULL && !templates_system_failed(&build->diags);
}

static void put_photo(void *publish, struct str path, struct str bytes)
{
    publish_put(publish, path, bytes);
}

static bool put_photos(struct build *build)
{
    publish_drop_previous(build->publish, STR(PHOTOS_FOLDER));
    return photos_put(build->photos, put_photo, build->publish, &build->diags);
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

/* What the host guard watches. On an arena of its own: beside it pages are made ready, whose
 * templates are bound on place_arena. */
static void tell_hosts(struct build *build)
{
    struct arena scratch = {0};
    struct hosts hosts = site_hosts(build->site, &scratch);
    for (size_t i = 0; i < hosts.count; i++) {
        struct host *host = &hosts.items[i];
        host->pos.file = personal_mask(host->pos.file, &scratch);
        publish_host(build->publish, host->name, host->where, host->pos);
    }
    arena_release(&scratch);
}

/* Before a page can be rendered there are a plan, views and programs to make; meanwhile the
 * guards are told what they watch. */
struct readying {
    struct build *build;
    bool ok;
};

static void ready_pages(void *context)
{
    struct readying *readying = context;
    readying->ok = make_plan(readying->build) && make_pages(readying->build);
}

static void ready_guards(void *context)
{
    struct build *build = ((struct readying *)context)->build;
    tally_entries(build);
    tell_hosts(build);
}

static bool make_ready(struct build *build)
{
    struct readying readying = {build, false};
    pool_both(build->options->threads, ready_pages, ready_guards, &readying);
    return readying.ok;
}

/* Errors that hold no entry back. */
static size_t other_errors(const struct build *build)
{
    size_t count = 0;
    for (size_t i = 0; i < build->diags.items.count; i++) {
        const struct finding *finding = &build->diags.items.items[i];
        const struct lao *lao = map_get(&build->site->lao_by_key, finding->subject);
        bool holds = lao && lao->identity && !lao->published;
        count += finding->rule->severity == SEVERITY_ERROR && !holds;
    }
    return count;
}

static int finish(struct build *build, struct publish_result result)
{
    static const int codes[] = {
        [PUBLISH_DONE] = EXIT_CLEAN,
        [PUBLISH_UNCHANGED] = EXIT_CLEAN,
        [PUBLISH_REFUSED] = EXIT_REFUSED,
        [PUBLISH_FAILED] = EXIT_SYSTEM,
    };
    const struct site *site = build->site;
    build->publish = NULL; /* commit has ended it */
    if (codes[result.outcome] != EXIT_CLEAN)
        return stop(build, codes[result.outcome]);
    bool held_back = diags_any_error(&build->diags);
    struct report_entries entries = {
        .published = site->entries.count,
        .held = site->identities.count - site->entries.count,
        .other_errors = other_errors(build),
    };
    diags_sort(&build->diags);
    if (!build->options->quiet)
        report_publishing(&build->diags, build->options->lang, &build->arena);
    report_errors(&build->diags, build->options->lang, &build->arena);
    report_counts(&build->diags, build->options);
    report_result(&result, &entries, build->options);
    return leave(build, held_back ? EXIT_HELD_BACK : EXIT_CLEAN);
}

/* ---- the order ---- */

int build(const struct options *options)
{
    struct build build = {.options = options};
    build.diags = diags_on(&build.arena);
    int code = begin_both(&build);
    if (code != EXIT_CLEAN)
        return stop(&build, code);
    if (options->strict && diags_any_error(&build.diags))
        return stop(&build, EXIT_REFUSED);
    if (!build.publish)
        return stop_for_place(&build);
    diags_join(&build.diags, &build.place);
    if (!make_ready(&build))
        return stop(&build, code_of_parts(&build));
    if (!put_photos(&build))
        return stop(&build, EXIT_SYSTEM);
    pages_render(build.pages, &build.plan, build.publish, options->threads);
    return finish(&build, publish_commit(build.publish, &build.diags));
}

/* All that is made without a place to publish to; `make_plan` finds what no page could say. */
static int settle(struct build *build)
{
    int content = open_part(build, "content", &build->arena);
    int code = content < 0 ? code_of_parts(build) : make_model(build, content);
    if (content >= 0)
        close(content);
    if (code == EXIT_CLEAN && !make_plan(build))
        code = EXIT_USAGE_ERROR;
    diags_sort(&build->diags);
    return code;
}

int build_check(const struct options *options)
{
    struct build build = {.options = options};
    build.diags = diags_on(&build.arena);
    int code = settle(&build);
    if (code == EXIT_CLEAN && diags_any_error(&build.diags))
        code = EXIT_HELD_BACK;
    if (build.site)
        code = check_report(options, build.site, &build.diags, code, &build.arena);
    report_counts(&build.diags, options);
    return leave(&build, code);
}

int build_model(const struct options *options, model_user *use, void *context)
{
    struct build build = {.options = options};
    build.diags = diags_on(&build.arena);
    int code = settle(&build);
    if (code != EXIT_CLEAN)
        return stop(&build, code);
    code = use(context, build.site, &build.diags, &build.arena);
    return leave(&build, code);
}
