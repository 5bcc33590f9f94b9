/* SPDX-License-Identifier: MIT */
/*
 * Resolving turns a path into its shape (numbers become "#") and looks that up, first as
 * it is, then without a language at its end. A table has at most SPECS_MAX rows and
 * comparing lengths first makes a linear search cheaper than any index.
 */
#include "model/field.h"

#include <string.h>

#include "model/load.h"
#include "text/clean.h"

enum { SHAPE_MAX = 120, INDEX_MAX = 1000000, PROPOSALS_MAX = 20 };

/* A path with its (first) item number taken out. */
struct shape {
    char bytes[SHAPE_MAX];
    size_t len;
    unsigned index;
};

bool field_is_needed(const struct field *field)
{
    return field->spec && field->spec->flags & FIELD_REQUIRED && field->lang == 0;
}

unsigned site_lang(const struct site *site, struct str tag)
{
    for (unsigned i = 0; i < site->lang_count; i++)
        if (str_eq(site->langs[i], tag))
            return i;
    return LANG_MAX;
}

/* An item's number: digits only, small; 0 when the segment is none. */
static unsigned item_number(struct str segment)
{
    struct str_int number = str_to_int(segment);
    bool digits = number.ok && segment.ptr[0] >= '0' && segment.ptr[0] <= '9';
    return digits && number.value > 0 && number.value < INDEX_MAX ? (unsigned)number.value
                                                                  : 0;
}

static struct shape shape_of(struct str path)
{
    struct shape shape = {.len = 0};
    struct cut cut = {.tail = path, .ok = true};
    while (cut.ok) {
        cut = str_cut(cut.tail, '.');
        unsigned number = item_number(cut.head);
        if (number)
            shape.index = number;
        struct str part = number ? STR("#") : cut.head;
        if (shape.len + part.len + 1 >= SHAPE_MAX)
            return (struct shape){.len = 0};
        if (shape.len)
            shape.bytes[shape.len++] = '.';
        if (part.len)
            memcpy(shape.bytes + shape.len, part.ptr, part.len);
        shape.len += part.len;
    }
    return shape;
}

static const struct field_spec *find_spec(const struct field_table *table,
                                          struct str path)
{
    for (size_t i = 0; i < table->count; i++)
        if (str_eq(table->specs[i].path, path))
            return &table->specs[i];
    return NULL;
}

/* "name.th", "name_th" → "name" and its language. */
static const struct field_spec *find_with_language(const struct site *site,
                                                   const struct field_table *table,
                                                   struct str path, unsigned *lang)
{
    for (const char *mark = "._"; *mark; mark++) {
        struct cut cut = str_cut_last(path, *mark);
        *lang = cut.ok ? site_lang(site, cut.tail) : LANG_MAX;
        const struct field_spec *spec =
            *lang < LANG_MAX ? find_spec(table, cut.head) : NULL;
        if (spec && spec->flags & FIELD_TEXT)
            return spec;
    }
    return NULL;
}

/* "access.notes.*" takes all that begins so. */
static const struct field_spec *find_open(const struct field_table *table,
                                          struct str path)
{
    for (size_t i = 0; i < table->count; i++) {
        struct str open = table->specs[i].path;
        if (str_ends(open, STR("*")) && str_starts(path, str_first(open, open.len - 1)))
            return &table->specs[i];
    }
    return NULL;
}

static void resolve_open(const struct site *site, struct field *field)
{
    field->rest = str_skip(field->path, field->spec->path.len - 1);
    struct cut cut = str_cut_last(field->rest, '.');
    unsigned lang = cut.ok ? site_lang(site, cut.tail) : LANG_MAX;
    if (!(field->spec->flags & FIELD_TEXT) || lang == LANG_MAX)
        return;
    field->lang = lang;
    field->rest = cut.head;
}

/* A list of plain values for "goals.#": each item is a text of its own. */
static const struct field_spec *find_items(const struct field_table *table,
                                           struct shape *shape)
{
    if (shape->len + 2 >= SHAPE_MAX)
        return NULL;
    memcpy(shape->bytes + shape->len, ".#", 2);
    return find_spec(table, str_of(shape->bytes, shape->len + 2));
}

static void resolve(const struct site *site, const struct field_table *table,
                    struct field *field)
{
    struct shape shape = shape_of(field->path);
    struct str path = str_of(shape.bytes, shape.len);
    field->index = shape.index;
    field->lang = 0;
    field->spec = find_spec(table, path);
    if (field->spec)
        return;
    field->spec = find_with_language(site, table, path, &field->lang);
    if (field->spec)
        return;
    field->lang = 0;
    field->spec = find_open(table, field->path);
    if (field->spec)
        resolve_open(site, field);
    else if (field->node && field->node->kind == TREE_LIST)
        field->spec = find_items(table, &shape);
}

const struct field_spec *field_spec_of(const struct site *site,
                                       const struct field_table *table, struct str path)
{
    struct field field = {.path = path};
    resolve(site, table, &field);
    return field.spec;
}

struct str field_nearest(const struct field_table *table, struct str path)
{
    struct str best = {0};
    unsigned least = 3;
    for (size_t i = 0; i < table->count; i++) {
        unsigned distance = str_distance(path, table->specs[i].path, least);
        if (distance >= least)
            continue;
        least = distance;
        best = table->specs[i].path;
    }
    return best;
}

/* ---- keys that nobody knows ---- */

/* "place: x" where only place.lat, place.lon … exist; NULL when no path begins so. */
static struct str parts_of(struct reader *r, const struct field_table *table,
                           struct str path)
{
    struct str prefix = str_format(r->scratch, "%.*s.", STR_ARG(path));
    struct strs parts = {0};
    for (size_t i = 0; i < table->count && parts.count < 6; i++)
        if (str_starts(table->specs[i].path, prefix))
            *list_push(&parts, r->scratch) = table->specs[i].path;
    return str_join(parts.items, parts.count, STR(", "), r->scratch);
}

bool field_is_other_language(const struct field_table *table, struct str path)
{
    struct shape shape = shape_of(path);
    struct cut cut = str_cut_last(str_of(shape.bytes, shape.len), '.');
    const struct field_spec *spec = find_spec(table, cut.head);
    if (!cut.ok || !spec || !(spec->flags & FIELD_TEXT))
        return false;
    for (size_t i = 0; i < cut.tail.len; i++)
        if (cut.tail.ptr[i] < 'a' || cut.tail.ptr[i] > 'z')
            return false;
    return cut.tail.len == 2 || cut.tail.len == 3;
}

/* `told`: unknown keys before this one. Proposals are dear; nobody reads the hundredth. */
static void complain_unknown(struct reader *r, const struct field_table *table,
                             const struct field *field, size_t told)
{
    struct shape shape = shape_of(field->path);
    struct str path = str_of(shape.bytes, shape.len);
    struct str parts = parts_of(r, table, path);
    if (parts.len && field_is_blank(field, r->scratch))
        return; /* "contact:" with nothing under it */
    struct str near = told < PROPOSALS_MAX ? field_nearest(table, path) : STR("");
    if (parts.len)
        complain(r, FIELD_NEEDS_PARTS, field->pos, field->path, parts);
    else if (field_is_other_language(table, field->path))
        complain(r, FIELD_OTHER_LANGUAGE, field->pos, field->path);
    else if (near.len)
        complain(r, FIELD_UNKNOWN_NEAR, field->pos, field->path, near);
    else
        complain(r, FIELD_UNKNOWN, field->pos, field->path);
}

void fields_resolve(struct reader *r, struct record *record,
                    const struct field_table *table)
{
    size_t unknown = 0;
    for (size_t i = 0; i < record->fields.count; i++) {
        struct field *field = &record->fields.items[i];
        resolve(r->site, table, field);
        if (!field->spec)
            complain_unknown(r, table, field, unknown++);
    }
}

/* ---- a row under a file ---- */

bool field_is_same(const struct field *a, const struct field *b)
{
    return a->spec && a->spec == b->spec && a->index == b->index && a->lang == b->lang
           && str_eq(a->rest, b->rest);
}

struct str field_meaning(const struct field *field, struct arena *scratch)
{
    struct str text = clean_line(str_trim(field->text), scratch).text;
    const struct str *meaning =
        field->column ? map_get(&field->column->values, text) : NULL;
    return meaning ? *meaning : text;
}

/* Lists are compared by nothing: a sheet joins what a file lists. Nor are the codes: 6360107 and
 * 360107 are one LAO, and the loader has held both against it. */
static bool states_same(const struct field *a, const struct field *b,
                        struct arena *scratch)
{
    bool list = (a->node && a->node->kind == TREE_LIST)
                || (b->node && b->node->kind == TREE_LIST);
    return list || str_eq(a->path, STR("lao"))
           || str_eq(field_meaning(a, scratch), field_meaning(b, scratch));
}

static void tell_differs(struct reader *r, const struct field *under,
                         const struct field *over)
{
    struct str letters = diag_column_letters(under->pos.column, r->scratch);
    struct str place = str_format(r->scratch, "%.*s: %.*s%u", STR_ARG(under->pos.file),
                                  STR_ARG(letters), under->pos.row);
    complain(r, OVERLAY_DIFFERS, over->pos, over->text, under->text, place, over->path);
}

static void overlay_one(struct reader *r, struct record *base, const struct field *over)
{
    for (size_t i = 0; i < base->fields.count; i++) {
        struct field *under = &base->fields.items[i];
        if (!field_is_same(under, over))
            continue;
        if (!field_is_blank(under, r->scratch) && !states_same(under, over, r->scratch))
            tell_differs(r, under, over);
        *under = *over;
        return;
    }
    *list_push(&base->fields, r->scratch) = *over;
}

/* Members of one list's items ("sources.1.title", "sources.2.url"). A list is one field: its
 * second item here and there are two things, and one's title does not go with the other's url. */
static bool are_of_one_list(const struct field *a, const struct field *b)
{
    return a->spec && b->spec && a->spec->item && b->spec->item
           && a->spec->offset == b->spec->offset;
}

/* The first of its list that says anything. */
static bool begins_list(struct reader *r, const struct record *record, size_t at)
{
    const struct field *fields = record->fields.items;
    for (size_t i = 0; i < at; i++)
        if (are_of_one_list(&fields[i], &fields[at]) && !field_is_blank(&fields[i], r->scratch))
            return false;
    return true;
}

/* Does the record say the same at the same place of the list? If not, `*instead` is what it says
 * there, where it says anything. */
static bool says_same(struct reader *r, const struct record *record,
                      const struct field *under, const struct field **instead)
{
    for (size_t i = 0; i < record->fields.count; i++) {
        const struct field *field = &record->fields.items[i];
        if (!field_is_same(field, under) || field_is_blank(field, r->scratch))
            continue;
        *instead = field;
        return states_same(under, field, r->scratch);
    }
    return false;
}

/* Takes the list that begins at `first` out of the base. The first of its answers that is lost
 * is told for all. */
static void drop_list(struct reader *r, struct record *base, const struct record *over,
                      const struct field *first)
{
    bool told = false;
    size_t kept = 0;
    for (size_t i = 0; i < base->fields.count; i++) {
        const struct field *under = &base->fields.items[i], *instead = first;
        if (!are_of_one_list(under, first)) {
            base->fields.items[kept++] = *under;
        } else if (!told && !field_is_blank(under, r->scratch)
                   && !says_same(r, over, under, &instead)) {
            tell_differs(r, under, instead);
            told = true;
        }
    }
    base->fields.count = kept;
}

void record_overlay(struct reader *r, struct record *base, const struct record *over)
{
    for (size_t i = 0; i < over->fields.count; i++) {
        const struct field *field = &over->fields.items[i];
        if (field_is_blank(field, r->scratch))
            continue;
        bool in_list = field->spec && field->spec->item;
        if (in_list && begins_list(r, over, i))
            drop_list(r, base, over, field);
        if (in_list)
            *list_push(&base->fields, r->scratch) = *field;
        else
            overlay_one(r, base, field);
    }
    base->pos = over->pos;
    base->sheet = NULL;
}
