/* SPDX-License-Identifier: MIT */
/* vocabulary/review.yaml: what holds a text back until somebody has looked at it. */
#include "model/loaders.h"
#include "model/review.h"
#include "text/clean.h"

static const struct {
    struct str key;
    void (*add)(struct review *review, struct str typed, struct arena *arena);
} lists[] = {
    {STR_CONST("words"), review_add_word},
    {STR_CONST("but"), review_add_but},
    {STR_CONST("hosts"), review_add_host},
};
enum { LISTS = sizeof(lists) / sizeof(lists[0]) };

static void read_list(struct reader *r, struct review *review, const struct tree *node,
                      struct str file)
{
    for (size_t i = 0; i < LISTS; i++) {
        if (!str_eq(lists[i].key, node->key))
            continue;
        for (const struct tree *item = node->first; item; item = item->next)
            lists[i].add(review, clean_line(item->text, r->arena).text, r->arena);
        return;
    }
    complain(r, FIELD_UNKNOWN, tree_key_pos(node, file), node->key);
}

/* The file is optional: without it nothing is held back for its words. */
void load_review(struct loading *l)
{
    struct reader r = loading_reader(l);
    struct review *review = arena_new(l->arena, struct review);
    struct str path = STR("vocabulary/review.yaml");
    l->site->review = review;
    if (!l->files[CLASS_REVIEW].count)
        return;
    struct loaded_record file = load_record(l->root, path, l->arena, l->diags);
    for (const struct tree *node = file.ok && file.tree->kind == TREE_MAP ? file.tree->first : NULL;
         node; node = node->next)
        read_list(&r, review, node, path);
}
