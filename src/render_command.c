/* SPDX-License-Identifier: MIT */
#include "render_command.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/panic.h"
#include "project.h"
#include "render/template.h"
#include "report.h"
#include "sources/tree.h"

/* Data → values: each map gets a shape of its own. */

static struct value value_of(const struct tree *tree, struct arena *arena);

static struct value value_of_scalar(const struct tree *tree)
{
    static const struct {
        struct str text;
        struct value value;
    } words[] = {
        {STR_CONST("true"), {.kind = VALUE_BOOL, .truth = true}},
        {STR_CONST("false"), {.kind = VALUE_BOOL, .truth = false}},
        {STR_CONST("null"), {.kind = VALUE_NONE}},
        {STR_CONST("~"), {.kind = VALUE_NONE}},
    };
    for (size_t i = 0; tree->plain && i < sizeof words / sizeof *words; i++)
        if (str_eq(tree->text, words[i].text))
            return words[i].value;
    return value_text(tree->text);
}

static struct value value_of_list(const struct tree *tree, struct arena *arena)
{
    struct value *items = arena_many(arena, tree->count, struct value);
    struct value *item = items;
    for (const struct tree *child = tree->first; child; child = child->next)
        *item++ = value_of(child, arena);
    return value_list(items, tree->count);
}

static struct value value_of_map(const struct tree *tree, struct arena *arena)
{
    struct value *values = arena_many(arena, tree->count, struct value);
    struct slot *slots = arena_many(arena, tree->count, struct slot);
    struct shape *shape = arena_new(arena, struct shape);
    *shape = (struct shape){
        .name = "data", .slots = slots, .slot_count = tree->count, .size = tree->count};
    size_t i = 0;
    for (const struct tree *child = tree->first; child; child = child->next, i++) {
        values[i] = value_of(child, arena);
        slots[i] = (struct slot){.name = str_c(child->key, arena), .index = i};
    }
    return value_map_of(values, shape);
}

static struct value value_of(const struct tree *tree, struct arena *arena)
{
    switch (tree->kind) {
    case TREE_TEXT: return value_of_scalar(tree);
    case TREE_LIST: return value_of_list(tree, arena);
    case TREE_MAP: return value_of_map(tree, arena);
    }
    return (struct value){.kind = VALUE_NONE};
}

/* A path on the command line: the folder it lies in, opened, and its name there. */
struct typed_path {
    int dir;
    struct str folder, name;
};

static struct typed_path open_folder_of(const char *path, struct arena *arena)
{
    struct cut cut = str_cut_last(str_from(path), '/');
    struct typed_path typed = {.folder = cut.ok ? cut.head : STR("."),
                               .name = cut.ok ? cut.tail : str_from(path)};
    if (cut.ok && !typed.folder.len)
        typed.folder = STR("/");
    typed.dir = file_open_root(typed.folder, arena);
    return typed;
}

static bool complain(const char *path, int error)
{
    fprintf(stderr, "attalak: %s: %s\n", path, strerror(error));
    return false;
}

static bool read_data(const char *path, struct value *data, struct arena *arena,
                      struct diags *diags)
{
    struct typed_path typed = open_folder_of(path, arena);
    if (typed.dir < 0)
        return complain(path, errno);
    struct file_read read = file_read(typed.dir, typed.name, TREE_FILE_MAX, arena);
    close(typed.dir);
    if (read.error)
        return complain(path, read.error);
    const struct tree *tree = tree_parse(str_from(path), read.bytes, arena, diags);
    if (tree)
        *data = value_of(tree, arena);
    return tree;
}

static bool render(const char *path, const struct value *data, struct buf *out,
                   struct diags *diags)
{
    struct typed_path typed = open_folder_of(path, diags->arena);
    if (typed.dir < 0)
        return complain(path, errno);
    struct str folder = typed.folder;
    if (!strchr(path, '/'))
        folder = STR(""); /* findings name the file as it was typed */
    struct templates *set = templates_open(typed.dir, folder, diags->arena, diags);
    const struct template *template = template_get(set, typed.name);
    bool ok = template && template_render_loose(template, data, out);
    if (!template)
        complain(path, ENOENT);
    close(typed.dir);
    return ok;
}

int render_command(int argc, char **argv)
{
    if (argc != 3) {
        fputs("attalak: render takes a template and a file of data\n", stderr);
        return EXIT_USAGE_ERROR;
    }
    struct arena arena = {0};
    struct diags diags = diags_on(&arena);
    struct buf out = {0};
    struct value data = {.kind = VALUE_NONE};
    bool ok =
        read_data(argv[2], &data, &arena, &diags) && render(argv[1], &data, &out, &diags);
    report_all(&diags, options_lang(), stderr);
    int code = EXIT_USAGE_ERROR;
    if (ok)
        code = project_deliver(STR(""), buf_str(&out), &arena) ? EXIT_CLEAN : EXIT_SYSTEM;
    buf_release(&out);
    arena_release(&arena);
    return code;
}
