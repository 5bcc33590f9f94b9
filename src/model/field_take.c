/* SPDX-License-Identifier: MIT */
/* The resolved fields of a record, each given to its taker (field.h). */
#include <string.h>

#include "model/tables.h"
#include "model/take_cell.h"
#include "text/clean.h"

bool field_is_blank(const struct field *field, struct arena *scratch)
{
    if (field->node && field->node->kind != TREE_TEXT)
        return !field->node->first;
    struct str text = str_trim(field->text);
    if (!text.len)
        return true;
    if (field->node && field->node->plain
        && (str_eq(text, STR("null")) || str_eq(text, STR("~"))))
        return true;
    bool answers = field->spec && field->spec->flags & FIELD_ANSWERS;
    if (!(answers ? clean_is_stroke(text) : clean_is_blank(text)))
        return false;
    return !field->column
           || !map_get(&field->column->values, clean_line(text, scratch).text);
}

const struct field *record_stated(const struct record *record, struct str path,
                                  struct arena *scratch)
{
    const struct field *field = record_find(record, path);
    return field && !field_is_blank(field, scratch) ? field : NULL;
}

/* What all LIST_OF structs look like; through memcpy, for their types differ. */
struct any_list {
    void *items;
    size_t count, room;
};

/* The item of a list member, grown (with zeroed items) until it is there. */
static char *list_item(void *member, unsigned index, size_t size, struct arena *arena)
{
    struct any_list list;
    memcpy(&list, member, sizeof(list));
    for (; list.count < index; list.count++)
        list_grow(&list.items, list.count, &list.room, size, arena);
    memcpy(member, &list, sizeof(list));
    return (char *)list.items + (index - 1) * size;
}

static void take_one(struct reader *r, const struct field *field, char *object)
{
    const struct field_spec *spec = field->spec;
    if (!spec->item) {
        spec->take(r, field, object + spec->offset);
        return;
    }
    if (field->index == 0 || field->index > LIST_LIMIT) {
        struct str limit = str_format(r->scratch, "%d", LIST_LIMIT);
        complain(r, FIELD_TOO_MANY, field->pos, field->path, limit);
        return;
    }
    char *item = list_item(object + spec->offset, field->index, spec->item, r->arena);
    spec->take(r, field, item + spec->inner);
}

/* "goals: [a, b]": one field that stands for an item each. */
static void take_items(struct reader *r, const struct field *list, char *object)
{
    struct field item = *list;
    item.index = 0;
    for (const struct tree *node = list->node->first; node; node = node->next) {
        item.index++;
        item.node = node;
        item.text = node->text;
        item.pos = tree_pos(node, list->pos.file);
        if (!field_is_blank(&item, r->scratch))
            take_one(r, &item, object);
    }
}

static void take_stated(struct reader *r, const struct field *field, char *object)
{
    bool items = field->spec->item && field->index == 0 && field->node;
    if (items && field->node->kind == TREE_LIST)
        take_items(r, field, object);
    else
        take_one(r, field, object);
}

/* Where it should stand: at its blank key or cell, when there is one. */
static struct pos missing_pos(const struct record *record, struct str path, struct str bare)
{
    const struct field *field = record_find(record, path);
    if (!field)
        field = record_find(record, bare);
    if (field)
        return field->pos;
    struct pos cell = sheet_cell(record, path);
    return cell.column ? cell : sheet_cell(record, bare);
}

static void complain_missing(struct reader *r, const struct record *record,
                             const struct field_table *table,
                             const unsigned stated[SPECS_MAX])
{
    for (size_t i = 0; i < table->count; i++) {
        const struct field_spec *spec = &table->specs[i];
        if (!(spec->flags & FIELD_REQUIRED) || stated[i] & 1)
            continue;
        struct str path = spec->path;
        if (spec->flags & FIELD_TEXT)
            path = str_cat(r->scratch, path, STR("."), r->site->langs[0]);
        complain(r, FIELD_MISSING, missing_pos(record, path, spec->path), path);
    }
}

/* Items that were left empty between stated ones go. */
static void close_list(void *member, size_t size)
{
    struct any_list list;
    memcpy(&list, member, sizeof(list));
    static const char zeros[512];
    size_t kept = 0;
    for (size_t i = 0; i < list.count; i++) {
        const char *item = (const char *)list.items + i * size;
        if (size <= sizeof(zeros) && memcmp(item, zeros, size) == 0)
            continue;
        memmove((char *)list.items + kept++ * size, item, size);
    }
    list.count = kept;
    memcpy(member, &list, sizeof(list));
}

/* "name: x" beside "name.th: y", or two columns for one field: false when it was there.
 */
static bool state_once(struct reader *r, const struct field *field, unsigned *stated)
{
    unsigned bit = 1u << field->lang;
    bool single = !field->spec->item && !field->rest.len;
    if (single && *stated & bit)
        return complain(r, FIELD_TWICE, field->pos, field->text, field->path);
    *stated |= bit;
    return true;
}

/* A field that was stated counts as stated even when it is refused: one finding per cause. */
static void take_field(struct reader *r, const struct field *field, char *object,
                       unsigned *stated)
{
    if (cell_tell_failure(r, field)) {
        *stated |= 1u << field->lang;
    } else if (field_is_blank(field, r->scratch)) {
        cell_tell_blank(r, field);
    } else if (state_once(r, field, stated) && !field->refused) {
        take_stated(r, field, object);
    }
}

/* Paths of the values that somebody has to type again: what follows from them (a text without
 * its translation, an income without visitors) needs no finding of its own. */
static void note_refused(struct reader *r, const struct field *field,
                         const struct field_table *table, char *object)
{
    if (!table->refused)
        return;
    const struct field_spec *spec = field->spec;
    bool plain_text = spec->flags & FIELD_TEXT && !field->rest.len; /* name, name_th … */
    struct str path = plain_text ? str_cat(r->arena, spec->path, STR("."),
                                           r->site->langs[field->lang])
                                 : str_copy(field->path, r->arena);
    *list_push((struct strs *)(object + table->refused), r->arena) = path;
}

bool is_refused(const struct strs *refused, struct str path)
{
    for (size_t i = 0; i < refused->count; i++) {
        struct str rest = str_skip(refused->items[i], path.len);
        if (str_starts(refused->items[i], path) && (!rest.len || rest.ptr[0] == '.'))
            return true;
    }
    return false;
}

static size_t faults(const struct diags *diags)
{
    return diags->counts[SEVERITY_ERROR] + diags->counts[SEVERITY_WARNING];
}

void fields_take(struct reader *r, const struct record *record,
                 const struct field_table *table, void *object)
{
    unsigned stated[SPECS_MAX] = {0}; /* a bit per language */
    for (size_t i = 0; i < record->fields.count; i++) {
        const struct field *field = &record->fields.items[i];
        if (!field->spec)
            continue;
        size_t before = faults(r->diags);
        take_field(r, field, object, &stated[field->spec - table->specs]);
        if (faults(r->diags) > before || field->refused)
            note_refused(r, field, table, object);
    }
    for (size_t i = 0; i < table->count; i++)
        if (table->specs[i].item)
            close_list((char *)object + table->specs[i].offset, table->specs[i].item);
    complain_missing(r, record, table, stated);
}
