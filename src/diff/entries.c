/* SPDX-License-Identifier: MIT */
/* Entries of the same six digits, key by key of their JSON. */
#include "diff/parts.h"

struct comparing {
    struct diff *diff;
    struct diff_changes *changes; /* of the entry at work */
    bool whole;                   /* it has all its fields on both sides */
    struct map fields;            /* name → struct tally */
    struct map places;            /* code → not NULL: told already */
    struct arena *arena;
};

/* ---- texts ---- */

static struct str text_of(const struct tree *node, struct arena *arena);

static struct str joined(const struct tree *node, const char *between,
                         struct arena *arena)
{
    struct str *parts = arena_many(arena, node->count, struct str);
    size_t count = 0;
    for (const struct tree *child = node->first; child; child = child->next)
        parts[count++] = text_of(child, arena);
    return str_join(parts, count, str_from(between), arena);
}

/* A list as one text: "silk, cotton"; its links "title address; title address". */
static struct str text_of(const struct tree *node, struct arena *arena)
{
    if (!node)
        return STR("");
    if (node->kind == TREE_TEXT)
        return node->text;
    if (node->kind == TREE_MAP)
        return joined(node, tree_get(node, STR("lat")) ? ", " : " ", arena);
    return joined(node, node->first && node->first->kind == TREE_TEXT ? ", " : "; ",
                  arena);
}

static bool tree_eq(const struct tree *a, const struct tree *b)
{
    if (a->kind != b->kind || a->count != b->count || !str_eq(a->key, b->key) ||
        !str_eq(a->text, b->text))
        return false;
    const struct tree *x = a->first, *y = b->first;
    while (x && y && tree_eq(x, y)) {
        x = x->next;
        y = y->next;
    }
    return !x && !y;
}

static void note(struct diff_changes *changes, struct str field, struct str before,
                 struct str after, struct arena *arena)
{
    *list_push(changes, arena) = (struct diff_change){field, before, after};
}

/* ---- the fields of an entry ---- */

/* Fields that are of a place or of the site, or that say nothing beside their code. */
static bool is_told_elsewhere(struct str path)
{
    static const struct str elsewhere[] = {
        STR_CONST("url"),           STR_CONST("code"),
        STR_CONST("province.name"), STR_CONST("province.slug"),
        STR_CONST("district.name"), STR_CONST("district.slug"),
    };
    for (size_t i = 0; i < sizeof(elsewhere) / sizeof(*elsewhere); i++)
        if (str_eq(path, elsewhere[i]))
            return true;
    return false;
}

static bool is_left_out(const struct comparing *c, struct str path)
{
    struct str rest = c->diff->left_out;
    while (!c->whole && rest.len) {
        struct cut cut = str_cut(rest, ',');
        if (str_eq(str_trim(cut.head), path))
            return true;
        rest = cut.tail;
    }
    return false;
}

/* "summary.en" where one side has no English. */
static bool is_foreign(const struct comparing *c, struct str key)
{
    bool before = map_get(&c->diff->before->langs, key);
    bool after = map_get(&c->diff->after->langs, key);
    if (before == after)
        return false;
    c->diff->unknown |= DIFF_LANGUAGES;
    return true;
}

/* A map of fields; coordinates are one. */
static bool has_parts(const struct tree *node)
{
    return node && node->kind == TREE_MAP && !tree_get(node, STR("lat"));
}

static void compare_maps(struct comparing *c, struct str path, const struct tree *before,
                         const struct tree *after);

static void compare_field(struct comparing *c, struct str path, const struct tree *before,
                          const struct tree *after)
{
    bool nested = (has_parts(before) && (!after || has_parts(after))) ||
                  (has_parts(after) && !before);
    if (nested)
        compare_maps(c, path, before, after);
    else if (!before || !after || !tree_eq(before, after))
        note(c->changes, str_copy(path, c->arena), text_of(before, c->arena),
             text_of(after, c->arena), c->arena);
}

static void compare_key(struct comparing *c, struct str path, const struct tree *before,
                        const struct tree *after)
{
    struct str key = before ? before->key : after->key;
    struct str name = path.len ? str_cat(c->arena, path, STR("."), key) : key;
    if (!is_told_elsewhere(name) && !(path.len && is_foreign(c, key)) &&
        !(!path.len && is_left_out(c, name)))
        compare_field(c, name, before, after);
}

/* The keys of both, in their order; those of `after` alone come last. Equal parts are
 * passed over without a name being made. */
static void compare_maps(struct comparing *c, struct str path, const struct tree *before,
                         const struct tree *after)
{
    for (const struct tree *child = before ? before->first : NULL; child;
         child = child->next) {
        const struct tree *twin = tree_get(after, child->key);
        if (!twin || !tree_eq(child, twin))
            compare_key(c, path, child, twin);
    }
    for (const struct tree *child = after ? after->first : NULL; child;
         child = child->next)
        if (!tree_get(before, child->key))
            compare_key(c, path, NULL, child);
}

/* ---- places and addresses ---- */

static void compare_place(struct comparing *c, const char *part,
                          const struct built_entry *before,
                          const struct built_entry *after)
{
    const struct tree *old = tree_get(before->json, str_from(part));
    const struct tree *new = tree_get(after->json, str_from(part));
    struct str code = text_of(tree_get(new, STR("code")), c->arena);
    struct diff_place place = {.is_district = part[0] == 'd', .code = code};
    if (!old || !new || tree_eq(old, new) ||
        !str_eq(code, text_of(tree_get(old, STR("code")), c->arena)) ||
        map_put(&c->places, code, c, c->arena))
        return;
    struct comparing of = *c;
    of.changes = &place.changes;
    compare_maps(&of, STR(""), old, new);
    place.name[DIAG_TH] =
        text_of(tree_get(tree_get(new, STR("name")), STR("th")), c->arena);
    place.name[DIAG_EN] =
        text_of(tree_get(tree_get(new, STR("name")), STR("en")), c->arena);
    if (place.changes.count)
        *list_push(&c->diff->places, c->arena) = place;
}

static void compare_addresses(struct comparing *c, const struct built_entry *before,
                              const struct built_entry *after)
{
    const struct tree *old = tree_get(before->json, STR("url"));
    const struct tree *new = tree_get(after->json, STR("url"));
    struct diff *diff = c->diff;
    for (const struct tree *url = old ? old->first : NULL; url; url = url->next) {
        const struct tree *twin = tree_get(new, url->key);
        if (!twin || tree_eq(url, twin))
            continue;
        if (!diff->addresses++)
            diff->address = (struct diff_change){before->code, url->text, twin->text};
        return;
    }
}

/* ---- entries ---- */

static void tally_fields(struct comparing *c, const struct diff_changes *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        struct str name = changes->items[i].field;
        size_t *count = map_get(&c->fields, name);
        if (!count) {
            count = arena_new(c->arena, size_t);
            map_put(&c->fields, name, count, c->arena);
        }
        ++*count;
    }
}

static void compare_entry(struct comparing *c, const struct built_entry *before,
                          const struct built_entry *after)
{
    struct diff_entry entry = {.code = after->code,
                               .province = after->province,
                               .before = before,
                               .after = after};
    c->changes = &entry.changes;
    c->whole = before->whole && after->whole;
    if (!c->whole)
        c->diff->unknown |= DIFF_LEFT_OUT;
    if (tree_eq(before->json, after->json))
        return;
    compare_maps(c, STR(""), before->json, after->json);
    compare_place(c, "province", before, after);
    compare_place(c, "district", before, after);
    compare_addresses(c, before, after);
    tally_fields(c, &entry.changes);
    if (entry.changes.count)
        *list_push(&c->diff->entries[DIFF_CHANGED], c->arena) = entry;
}

/* An entry of one side alone; `other` may know what became of it. */
static void note_single(struct comparing *c, enum diff_kind kind,
                        const struct built_entry *entry, const struct built *other)
{
    const struct built_lao *lao = map_get(&other->laos, entry->code);
    *list_push(&c->diff->entries[kind], c->arena) = (struct diff_entry){
        .code = entry->code,
        .province = entry->province,
        .before = kind == DIFF_REMOVED ? entry : NULL,
        .after = kind == DIFF_ADDED ? entry : NULL,
        .state = lao ? lao->state : STR(""),
    };
}

static int by_place(const void *a, const void *b)
{
    const struct diff_entry *x = a, *y = b;
    int order = str_compare(x->province, y->province);
    return order ? order : str_compare(x->code, y->code);
}

static int by_count(const void *a, const void *b)
{
    const struct diff_field *x = a, *y = b;
    if (x->count != y->count)
        return x->count < y->count ? 1 : -1;
    return str_compare(x->name, y->name);
}

void diff_entries(struct diff *diff, struct arena *arena)
{
    struct comparing comparing = {.diff = diff, .arena = arena}, *c = &comparing;
    const struct built *before = diff->before, *after = diff->after;
    for (size_t i = 0; i < before->entries.entries.count; i++) {
        const struct built_entry *entry = before->entries.entries.items[i].value;
        const struct built_entry *twin = map_get(&after->entries, entry->code);
        if (twin)
            compare_entry(c, entry, twin);
        else
            note_single(c, DIFF_REMOVED, entry, after);
    }
    for (size_t i = 0; i < after->entries.entries.count; i++) {
        const struct built_entry *entry = after->entries.entries.items[i].value;
        if (!map_get(&before->entries, entry->code))
            note_single(c, DIFF_ADDED, entry, before);
    }
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        DIFF_SORT(diff->entries[kind], by_place);
    for (size_t i = 0; i < c->fields.entries.count; i++)
        *list_push(&diff->fields, c->arena) = (struct diff_field){
            c->fields.entries.items[i].key, *(size_t *)c->fields.entries.items[i].value};
    DIFF_SORT(diff->fields, by_count);
}
