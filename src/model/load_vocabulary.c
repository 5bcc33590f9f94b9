/* SPDX-License-Identifier: MIT */
/* vocabulary/: the four fields, the accessibility features, the facilities. */
#include "model/loaders.h"
#include "model/slug.h"
#include "model/take.h"

/* ---- the fields of each list ---- */

static const struct field_spec category_specs[] = {
    {FIELD("key", take_line), .offset = offsetof(struct category, key),
     .flags = FIELD_REQUIRED},
    {FIELD("label", take_text), .offset = offsetof(struct category, label),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
    {FIELD("short", take_text), .offset = offsetof(struct category, short_label),
     .flags = FIELD_TEXT},
    {FIELD("define", take_text), .offset = offsetof(struct category, define),
     .flags = FIELD_TEXT},
};

static const struct field_spec group_specs[] = {
    {FIELD("key", take_line), .offset = offsetof(struct feature_group, key),
     .flags = FIELD_REQUIRED},
    {FIELD("label", take_text), .offset = offsetof(struct feature_group, label),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
};

static void take_type(struct reader *r, const struct field *field, void *into);

static const struct field_spec feature_specs[] = {
    {FIELD("key", take_line), .offset = offsetof(struct feature, key),
     .flags = FIELD_REQUIRED},
    {FIELD("type", take_type), .offset = offsetof(struct feature, type),
     .flags = FIELD_REQUIRED},
    {FIELD("starter", take_flag), .offset = offsetof(struct feature, starter)},
    {FIELD("label", take_text), .offset = offsetof(struct feature, label),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
    {FIELD("define", take_text), .offset = offsetof(struct feature, define),
     .flags = FIELD_TEXT},
    {FIELD("no", take_text), .offset = offsetof(struct feature, no_word),
     .flags = FIELD_TEXT},
    {FIELD("osm", take_line), .offset = offsetof(struct feature, osm)},
    {FIELD("a11yjson", take_line), .offset = offsetof(struct feature, a11yjson)},
    {STR_CONST("options.#.key"), take_line,
     ITEM_OF(struct feature, options, struct feature_option, key)},
    {STR_CONST("options.#.label"), take_text,
     ITEM_OF(struct feature, options, struct feature_option, label), .flags = FIELD_TEXT},
};

static const struct field_spec facility_specs[] = {
    {FIELD("key", take_line), .offset = offsetof(struct facility, key),
     .flags = FIELD_REQUIRED},
    {FIELD("label", take_text), .offset = offsetof(struct facility, label),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
    {FIELD("osm", take_line), .offset = offsetof(struct facility, osm)},
};

static const struct field_table category_fields = FIELD_TABLE(category_specs);
static const struct field_table group_fields = FIELD_TABLE(group_specs);
static const struct field_table feature_fields = FIELD_TABLE(feature_specs);
static const struct field_table facility_fields = FIELD_TABLE(facility_specs);

static void take_type(struct reader *r, const struct field *field, void *into)
{
    static const struct choice types[] = {
        [FEATURE_STATE] = {STR_CONST("state"), {0}},
        [FEATURE_CM] = {STR_CONST("cm"), {0}},
        [FEATURE_M] = {STR_CONST("m"), {0}},
        [FEATURE_NUMBER] = {STR_CONST("n"), {0}},
        [FEATURE_1X] = {STR_CONST("1x"), {0}},
        [FEATURE_OPTION] = {STR_CONST("enum"), {0}},
        [FEATURE_LANGS] = {STR_CONST("langs"), {0}},
        [FEATURE_TEXT] = {STR_CONST("text"), {0}},
    };
    int chosen = take_choice(r, field->pos, take_clean(r, field), types,
                             sizeof(types) / sizeof(types[0]));
    if (chosen != NO_CHOICE)
        *(enum feature_type *)into = (enum feature_type)chosen;
}

/* ---- one list after the other ---- */

/* Fills `item` from one map of a list; false when it has no key, or one that is taken. */
static bool read_item(struct reader *r, const struct tree *node, struct str file,
                      const struct field_table *table, void *item, struct map *keys)
{
    struct record record = record_of_tree(node, file, r->arena);
    fields_resolve(r, &record, table);
    fields_take(r, &record, table, item);
    const struct str *key = item; /* the first member of each of the four structs */
    if (!key->len)
        return false;
    if (map_put(keys, *key, keys, r->arena))
        return complain(r, VOCABULARY_TWICE, record.pos, *key);
    return true;
}

static const struct tree *first_of(const struct tree *list)
{
    return list && list->kind == TREE_LIST ? list->first : NULL;
}

static void read_categories(struct reader *r, struct vocabulary *v,
                            const struct tree *list, struct str file)
{
    struct map keys = {0};
    for (const struct tree *node = first_of(list); node; node = node->next) {
        struct category category = {.index = (unsigned)v->categories.count};
        if (v->categories.count == LIST_LIMIT) { /* each is a page in every province */
            complain(r, FIELD_TOO_MANY, tree_pos(node, file), file,
                     str_format(r->scratch, "%d", LIST_LIMIT));
            return;
        }
        if (!read_item(r, node, file, &category_fields, &category, &keys))
            continue;
        if (slug_is(category.key)) /* it is the last part of an address */
            *list_push(&v->categories, r->arena) = category;
        else
            complain(r, VOCABULARY_KEY, tree_pos(node, file), category.key);
    }
}

static void read_groups(struct reader *r, struct vocabulary *v, const struct tree *list,
                        struct str file)
{
    struct map keys = {0};
    for (const struct tree *node = first_of(list); node; node = node->next) {
        struct feature_group group = {0};
        if (read_item(r, node, file, &group_fields, &group, &keys))
            *list_push(&v->groups, r->arena) = group;
    }
}

/* The group is the key's first part: enter.stepfree. */
static const struct feature_group *group_of(const struct vocabulary *v, struct str key)
{
    struct str group = str_cut(key, '.').head;
    for (size_t i = 0; i < v->groups.count; i++)
        if (str_eq(v->groups.items[i].key, group))
            return &v->groups.items[i];
    return NULL;
}

static void read_features(struct reader *r, struct vocabulary *v, const struct tree *list,
                          struct str file)
{
    struct map keys = {0};
    for (const struct tree *node = first_of(list); node; node = node->next) {
        struct feature feature = {.index = (unsigned)v->features.count};
        if (!read_item(r, node, file, &feature_fields, &feature, &keys))
            continue;
        feature.group = group_of(v, feature.key);
        if (feature.group)
            *list_push(&v->features, r->arena) = feature;
        else
            complain(r, VOCABULARY_GROUP, tree_pos(node, file), feature.key);
    }
}

static void read_facilities(struct reader *r, struct vocabulary *v,
                            const struct tree *list, struct str file)
{
    struct map keys = {0};
    for (const struct tree *node = first_of(list); node; node = node->next) {
        struct facility facility = {.index = (unsigned)v->facilities.count};
        if (read_item(r, node, file, &facility_fields, &facility, &keys))
            *list_push(&v->facilities, r->arena) = facility;
    }
}

static const struct {
    struct str key;
    void (*read)(struct reader *, struct vocabulary *, const struct tree *, struct str);
} access_lists[] = {
    {STR_CONST("groups"), read_groups}, /* before the features, which point to them */
    {STR_CONST("features"), read_features},
    {STR_CONST("facilities"), read_facilities},
};
enum { ACCESS_LISTS = sizeof(access_lists) / sizeof(access_lists[0]) };

static bool is_access_list(struct str key)
{
    for (size_t i = 0; i < ACCESS_LISTS; i++)
        if (str_eq(access_lists[i].key, key))
            return true;
    return false;
}

static void read_access(struct reader *r, struct vocabulary *v, const struct tree *tree,
                        struct str file)
{
    if (tree->kind != TREE_MAP)
        return;
    for (size_t i = 0; i < ACCESS_LISTS; i++)
        access_lists[i].read(r, v, tree_get(tree, access_lists[i].key), file);
    for (const struct tree *node = tree->first; node; node = node->next)
        if (!is_access_list(node->key))
            complain(r, FIELD_UNKNOWN, tree_key_pos(node, file), node->key);
}

/* A file that is not there is no system's failure: vocabulary.missing tells of it. */
static struct loaded_record read_file(struct loading *l, enum file_class class, struct str path)
{
    if (!l->files[class].count)
        return (struct loaded_record){.ok = false};
    return load_record(l->root, path, l->arena, l->diags);
}

void load_vocabulary(struct loading *l)
{
    struct reader r = loading_reader(l);
    struct vocabulary *v = &l->site->vocabulary;
    struct str categories = STR("vocabulary/categories.yaml");
    struct str access = STR("vocabulary/access.yaml");
    struct loaded_record file = read_file(l, CLASS_CATEGORIES, categories);
    if (file.ok)
        read_categories(&r, v, file.tree, categories);
    file = read_file(l, CLASS_ACCESS, access);
    if (file.ok)
        read_access(&r, v, file.tree, access);
    if (!v->categories.count)
        complain(&r, VOCABULARY_MISSING, (struct pos){.file = categories}, categories);
    if (!v->features.count)
        complain(&r, VOCABULARY_MISSING, (struct pos){.file = access}, access);
}
