/* SPDX-License-Identifier: MIT */
/* vocabulary/review.yaml: what holds a text back until somebody has looked at it. */
#include "base/utf8.h"
#include "model/loaders.h"
#include "model/review.h"
#include "text/clean.h"

enum { LETTERS_MIN = 3 };

/* ---- what an entry may be ---- */

/* "กู" or "*88*" would hold back whatever is written. */
static bool is_long_enough(struct str typed, struct arena *scratch)
{
    struct str letters = fold_text(typed, scratch).joined.text;
    return utf8_count(letters) >= LETTERS_MIN;
}

static bool is_phrase(struct str typed, struct arena *scratch)
{
    (void)scratch;
    return typed.len > 0;
}

/* "th" would be every address in the country. */
static bool is_host(struct str typed, struct arena *scratch)
{
    (void)scratch;
    struct cut cut = str_cut_last(typed, '.');
    return cut.ok && cut.head.len && cut.tail.len;
}

static const struct list {
    struct str key;
    bool (*fits)(struct str typed, struct arena *scratch);
    enum model_rule refusal;
    void (*add)(struct review *review, struct str typed, struct arena *arena);
} lists[] = {
    {STR_CONST("words"), is_long_enough, REVIEW_SHORT, review_add_word},
    {STR_CONST("but"), is_phrase, REVIEW_NO_LIST, review_add_but},
    {STR_CONST("hosts"), is_host, REVIEW_NO_DOT, review_add_host},
};
enum { LISTS = sizeof(lists) / sizeof(lists[0]) };

/* ---- the file ---- */

static void read_entry(struct reader *r, struct review *review, const struct list *list,
                       const struct tree *item, struct pos pos)
{
    struct str typed = clean_line(item->text, r->arena).text;
    if (item->kind != TREE_TEXT)
        complain(r, REVIEW_NO_LIST, pos, list->key);
    else if (!list->fits(typed, r->scratch))
        complain(r, list->refusal, pos, typed);
    else
        list->add(review, typed, r->arena);
}

/* "words:" alone is a list of none. */
static bool is_list(const struct tree *node)
{
    return node->kind == TREE_LIST || (node->kind == TREE_TEXT && !str_trim(node->text).len);
}

static void read_list(struct reader *r, struct review *review, const struct tree *node,
                      struct str file)
{
    for (size_t i = 0; i < LISTS; i++) {
        if (!str_eq(lists[i].key, node->key))
            continue;
        if (!is_list(node))
            complain(r, REVIEW_NO_LIST, tree_key_pos(node, file), node->key);
        for (const struct tree *item = is_list(node) ? node->first : NULL; item;
             item = item->next)
            read_entry(r, review, &lists[i], item, tree_pos(item, file));
        return;
    }
    complain(r, FIELD_UNKNOWN, tree_key_pos(node, file), node->key);
}

/* The file is optional: without it nothing is held back for its words. A text alone is told of
 * when it is read. */
void load_review(struct loading *l)
{
    struct reader r = loading_reader(l);
    struct review *review = arena_new(l->arena, struct review);
    struct str path = STR("vocabulary/review.yaml");
    l->site->review = review;
    if (!l->files[CLASS_REVIEW].count)
        return;
    struct loaded_record file = load_record(l->root, path, l->arena, l->diags);
    if (file.ok && file.tree->kind == TREE_LIST)
        complain(&r, REVIEW_NO_LIST, tree_pos(file.tree, path), path);
    bool map = file.ok && file.tree->kind == TREE_MAP;
    for (const struct tree *node = map ? file.tree->first : NULL; node; node = node->next)
        read_list(&r, review, node, path);
}
