/* SPDX-License-Identifier: MIT */
/* tables.yaml itself: read as a tree, for the headers in it hold dots and blanks. */
#include "model/tables.h"

#include "model/take.h"
#include "sources/url.h"

static const struct choice kinds[KIND_COUNT] = {
    [KIND_CLUSTER] = {STR_CONST("cluster"), {0}},
    [KIND_PROVINCE] = {STR_CONST("province"), {0}},
    [KIND_DISTRICT] = {STR_CONST("district"), {0}},
    [KIND_LAO] = {STR_CONST("lao"), {0}},
    [KIND_IDENTITY] = {STR_CONST("identity"), {0}},
    [KIND_REPORT] = {STR_CONST("report"), {0}},
    [KIND_SNAPSHOT] = {STR_CONST("snapshot"), {0}},
};

/* ---- the members of one entry ---- */

struct entry {
    struct reader *r;
    struct table_spec *spec;
    struct str file;
    bool has_kind;
};

static struct str text_of(struct entry *e, const struct tree *node)
{
    struct field field = {.path = node->key,
                          .text = node->text,
                          .node = node,
                          .pos = tree_pos(node, e->file)};
    return take_clean(e->r, &field);
}

static void read_files(struct entry *e, const struct tree *node)
{
    struct field field = {.path = node->key,
                          .text = node->text,
                          .node = node,
                          .pos = tree_pos(node, e->file)};
    e->spec->files = take_parts(e->r, &field, NULL);
}

static void read_kind(struct entry *e, const struct tree *node)
{
    int kind =
        take_choice(e->r, tree_pos(node, e->file), text_of(e, node), kinds, KIND_COUNT);
    if (kind == NO_CHOICE)
        return;
    e->spec->kind = (enum table_kind)kind;
    e->has_kind = true;
}

static void read_sheet(struct entry *e, const struct tree *node)
{
    struct str address = text_of(e, node);
    if (url_check(address) == URL_OK && url_is_outbound(address))
        e->spec->sheet = address;
    else if (address.len)
        complain(e->r, TABLES_SHEET_ADDRESS, tree_pos(node, e->file), address);
}

static void read_round(struct entry *e, const struct tree *node)
{
    e->spec->round = text_of(e, node);
}

static bool must_be(struct entry *e, const struct tree *node, enum tree_kind kind)
{
    return node->kind == kind
           || complain(e->r, TABLES_ENTRY, tree_pos(node, e->file), node->key);
}

static void read_stamp(struct entry *e, const struct tree *node)
{
    if (!must_be(e, node, TREE_MAP))
        return;
    const struct tree *column = tree_get(node, STR("column"));
    const struct tree *format = tree_get(node, STR("format"));
    e->spec->stamp_column = column ? text_of(e, column) : STR("");
    e->spec->stamp_format = format ? text_of(e, format) : STR("");
    if (!e->spec->stamp_column.len || !e->spec->stamp_format.len)
        complain(e->r, FIELD_MISSING, tree_pos(node, e->file),
                 column ? STR("timestamp.format") : STR("timestamp.column"));
}

static void read_columns(struct entry *e, const struct tree *node)
{
    if (must_be(e, node, TREE_MAP))
        e->spec->columns = node;
}

static void read_values(struct entry *e, const struct tree *node)
{
    if (must_be(e, node, TREE_MAP))
        e->spec->values = node;
}

static void read_ignore(struct entry *e, const struct tree *node)
{
    if (must_be(e, node, TREE_LIST))
        e->spec->ignore = node;
}

static const struct {
    struct str key;
    void (*read)(struct entry *, const struct tree *);
} members[] = {
    {STR_CONST("files"), read_files},     {STR_CONST("kind"), read_kind},
    {STR_CONST("sheet"), read_sheet},     {STR_CONST("round"), read_round},
    {STR_CONST("timestamp"), read_stamp}, {STR_CONST("columns"), read_columns},
    {STR_CONST("values"), read_values},   {STR_CONST("ignore"), read_ignore},
};

static void read_member(struct entry *e, const struct tree *node)
{
    for (size_t i = 0; i < sizeof(members) / sizeof(members[0]); i++) {
        if (!str_eq(members[i].key, node->key))
            continue;
        members[i].read(e, node);
        return;
    }
    complain(e->r, FIELD_UNKNOWN, tree_key_pos(node, e->file), node->key);
}

static void read_entry(struct reader *r, const struct tree *node, struct str file,
                       struct table_specs *specs)
{
    struct table_spec spec = {.pos = tree_pos(node, file), .file = file};
    struct entry e = {r, &spec, file, false};
    if (node->kind != TREE_MAP) {
        complain(r, TABLES_ENTRY, spec.pos, node->text);
        return;
    }
    for (const struct tree *child = node->first; child; child = child->next)
        read_member(&e, child);
    if (!spec.files.count)
        complain(r, FIELD_MISSING, spec.pos, STR("files"));
    else if (!e.has_kind && !tree_get(node, STR("kind")))
        complain(r, FIELD_MISSING, spec.pos, STR("kind"));
    else if (e.has_kind)
        *list_push(specs, r->arena) = spec;
}

struct table_specs tables_read(struct reader *r, const struct tree *tree, struct str file)
{
    struct table_specs specs = {0};
    if (tree->kind != TREE_LIST && tree->first)
        complain(r, TABLES_ENTRY, tree_pos(tree, file), file);
    for (const struct tree *node = tree->kind == TREE_LIST ? tree->first : NULL; node;
         node = node->next)
        read_entry(r, node, file, &specs);
    return specs;
}

/* ---- which entry ---- */

/* The usual two-pointer walk: on a mismatch the last star takes one byte more. */
bool tables_match(struct str pattern, struct str path)
{
    size_t p = 0, t = 0, star = SIZE_MAX, mark = 0;
    while (t < path.len) {
        if (p < pattern.len && pattern.ptr[p] == '*') {
            star = p++;
            mark = t;
        } else if (p < pattern.len
                   && (pattern.ptr[p] == path.ptr[t] || pattern.ptr[p] == '?')) {
            p++, t++;
        } else if (star != SIZE_MAX && path.ptr[mark] != '/') {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.len && pattern.ptr[p] == '*')
        p++;
    return p == pattern.len;
}

struct table_spec *tables_spec_of(struct table_specs *specs, struct str path)
{
    for (size_t i = 0; i < specs->count; i++)
        for (size_t k = 0; k < specs->items[i].files.count; k++)
            if (tables_match(specs->items[i].files.items[k], path))
                return &specs->items[i];
    return NULL;
}
