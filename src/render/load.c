/* SPDX-License-Identifier: MIT */
#include "render/load.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"
#include "render/rules.h"
#include "render/scan.h"

enum { FOLDER_DEPTH_MAX = 8 };

static bool complain(enum render_rule rule, struct str path, int error,
                     struct diags *diags)
{
    if (!file_is_to_blame(error))
        rule = RENDER_SYSTEM;
    struct pos pos = {.file = path};
    return diag(diags, &render_rules[rule], pos, path, str_from(strerror(error)));
}

static struct str path_of(const struct templates *set, struct str name)
{
    if (!set->dir_name.len)
        return name;
    return str_format(set->arena, "%.*s/%.*s", STR_ARG(set->dir_name), STR_ARG(name));
}

/* A byte order mark is no text. Bytes that are not UTF-8 would end up in pages. */
static bool accept(const struct template *template, struct str *source,
                   struct diags *diags)
{
    if (str_starts(*source, STR("\xEF\xBB\xBF")))
        *source = str_skip(*source, 3);
    size_t bad = utf8_first_bad(*source);
    if (bad == source->len)
        return true;
    struct scan scan = scan_of(*source);
    scan_to(&scan, bad);
    struct pos pos = {.file = template->file, .line = scan.line, .column = scan.column};
    return diag(diags, &render_rules[RENDER_UTF8], pos, {0});
}

/* Of what is indented for its authors only. */
static bool is_page(enum escape escape)
{
    return escape == ESCAPE_HTML || escape == ESCAPE_JSON;
}

/* Reads and compiles one file. NULL, and nothing reported, when there is no such file. */
static struct template *load(struct templates *set, struct str name, struct diags *diags)
{
    struct file_read read = file_read(set->dir, name, TEMPLATE_FILE_MAX, set->arena);
    if (read.error == ENOENT || read.error == ENOTDIR)
        return NULL;
    struct template *template = arena_new(set->arena, struct template);
    template->name = str_copy(name, set->arena);
    template->file = path_of(set, template->name);
    template->escape = escape_for_file(name);
    template->flush = !set->lazy && is_page(template->escape);
    template->set = set;
    map_put(&set->by_name, template->name, template, set->arena);
    if (read.error)
        template->broken = !complain(RENDER_FILE, template->file, read.error, diags);
    else if (!accept(template, &read.bytes, diags))
        template->broken = true;
    else
        template_parse(template, read.bytes, set->arena, diags);
    return template;
}

static struct templates *new_set(int dir, struct str dir_name, struct arena *arena,
                                 struct diags *diags)
{
    struct templates *set = arena_new(arena, struct templates);
    set->dir = dir;
    set->dir_name = str_copy(dir_name, arena);
    set->arena = arena;
    set->diags = diags;
    return set;
}

struct templates *templates_load(int dir_fd, struct str dir_name, struct arena *arena,
                                 struct diags *diags)
{
    struct templates *set = new_set(dir_fd, dir_name, arena, diags);
    struct file_list files = {0};
    int error = file_walk(dir_fd, STR(""), FOLDER_DEPTH_MAX, &files, arena);
    if (error) {
        complain(RENDER_FOLDER, set->dir_name, error, diags);
        return NULL;
    }
    for (size_t i = 0; i < files.count; i++)
        if (escape_for_file(files.items[i].path) != ESCAPE_NONE)
            load(set, files.items[i].path, diags);
    return set;
}

bool templates_system_failed(const struct diags *diags)
{
    return diags_has(diags, &render_rules[RENDER_SYSTEM]);
}

struct templates *templates_open(int dir_fd, struct str dir_name, struct arena *arena,
                                 struct diags *diags)
{
    struct templates *set = new_set(dir_fd, dir_name, arena, diags);
    set->lazy = true;
    return set;
}

const struct template *template_get(const struct templates *templates, struct str name)
{
    struct template *template = map_get(&templates->by_name, name);
    if (!template && templates->lazy)
        template = load((struct templates *)templates, name, templates->diags);
    return template;
}

/* ".html" of "parts/head.html" */
static struct str ending_of(struct str name)
{
    struct cut cut = str_cut_last(name, '.');
    return cut.ok ? str_skip(name, cut.head.len) : STR("");
}

static const struct template *get_with(const struct templates *set, struct str name,
                                       struct str ending)
{
    return template_get(
        set, str_format(set->arena, "%.*s%.*s", STR_ARG(name), STR_ARG(ending)));
}

const struct template *template_find(const struct template *from, struct str name)
{
    const struct templates *set = from->set;
    const struct template *found = NULL;
    if (set->lazy)
        found = get_with(set, name, STR(".mustache"));
    if (!found)
        found = get_with(set, name, ending_of(from->name));
    return found ? found : template_get(set, name);
}
