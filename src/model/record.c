/* SPDX-License-Identifier: MIT */
#include "model/record.h"

#include <string.h>

struct flattening {
    struct record *record;
    struct str file;
    struct arena *arena;
};

static struct str path_join(struct str head, struct str tail, struct arena *arena)
{
    if (!head.len)
        return tail;
    char *ptr = arena_alloc(arena, head.len + 1 + tail.len);
    memcpy(ptr, head.ptr, head.len);
    ptr[head.len] = '.';
    if (tail.len)
        memcpy(ptr + head.len + 1, tail.ptr, tail.len);
    return str_of(ptr, head.len + 1 + tail.len);
}

static bool is_plain_list(const struct tree *list)
{
    for (const struct tree *item = list->first; item; item = item->next)
        if (item->kind != TREE_TEXT)
            return false;
    return true;
}

static void flatten(struct flattening *f, const struct tree *node, struct str path);

static void flatten_children(struct flattening *f, const struct tree *node,
                             struct str path)
{
    unsigned number = 0;
    for (const struct tree *child = node->first; child; child = child->next) {
        struct str name =
            node->kind == TREE_MAP ? child->key : str_format(f->arena, "%u", ++number);
        flatten(f, child, path_join(path, name, f->arena));
    }
}

static void flatten(struct flattening *f, const struct tree *node, struct str path)
{
    bool leaf = !node->first || (node->kind == TREE_LIST && is_plain_list(node));
    if (!leaf) {
        flatten_children(f, node, path);
        return;
    }
    *list_push(&f->record->fields, f->arena) = (struct field){
        .path = path, .text = node->text, .node = node, .pos = tree_pos(node, f->file)};
}

struct record record_of_tree(const struct tree *tree, struct str file,
                             struct arena *arena)
{
    struct record record = {
        .pos = {.file = file, .line = tree->line, .column = tree->column}};
    struct flattening f = {&record, file, arena};
    flatten_children(&f, tree, (struct str){0});
    return record;
}

const struct field *record_find(const struct record *record, struct str path)
{
    for (size_t i = 0; i < record->fields.count; i++)
        if (str_eq(record->fields.items[i].path, path))
            return &record->fields.items[i];
    return NULL;
}
