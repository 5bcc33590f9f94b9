/* SPDX-License-Identifier: MIT */
#include "model/twice.h"

#include "base/utf8.h"
#include "model/loaders.h"
#include "text/clean.h"
#include "text/personal.h"

enum { VALUE_SHOWN = 40 };

/* ---- which counts ---- */

void sendings_add(struct sendings *sendings, struct sending sending, struct arena *arena)
{
    struct sending *added = arena_new(arena, struct sending);
    *added = sending;
    if (sendings->last)
        sendings->last->next = added;
    else
        sendings->first = added;
    sendings->last = added;
}

struct sending *sendings_winner(const struct sendings *sendings)
{
    struct sending *newest = NULL, *winner = NULL;
    for (struct sending *s = sendings->first; s; s = s->next) {
        bool dated = !date_is_none(s->sent.date);
        if (dated && newest && date_time_compare(s->sent, newest->sent) < 0)
            continue;
        if (dated)
            newest = s;
        winner = s;
    }
    return winner;
}

/* Is it known that a was sent before b? */
static bool is_older(const struct sending *a, const struct sending *b)
{
    return !date_is_none(a->sent.date) && !date_is_none(b->sent.date)
           && date_time_compare(a->sent, b->sent) < 0;
}

void sendings_tell(struct reader *r, const struct sendings *sendings,
                   const struct sending *winner, differ_fn differ)
{
    struct str place = diag_place(&winner->pos, DIAG_EN, r->scratch);
    for (const struct sending *s = sendings->first; s; s = s->next) {
        if (s == winner)
            continue;
        struct str differing = differ(r, s->what, winner->what);
        bool older = is_older(s, winner), same = !differing.len;
        enum model_rule rule = older ? same ? ROW_SUPERSEDED_SAME : ROW_SUPERSEDED
                                     : same ? ROW_NO_STAMP_SAME : ROW_NO_STAMP;
        complain(r, rule, s->pos, r->diags->subject, place, differing);
    }
}

/* ---- what differs ---- */

struct str difference_value(struct str value, struct arena *arena)
{
    size_t end = 0, shown = 0;
    for (; end < value.len && shown < VALUE_SHOWN; shown++)
        end += utf8_next(str_skip(value, end)).len;
    if (!value.len)
        return STR("–");
    end = personal_whole(value, end); /* half a number could not be masked */
    return str_cat(arena, STR("“"), str_first(value, end), end < value.len ? STR("…") : STR(""),
                   STR("”"));
}

struct str difference_add(struct str list, struct str path, struct str before,
                          struct str after, struct arena *arena)
{
    return str_cat(arena, list, list.len ? STR("; ") : STR(""), path, STR(": "), before,
                   STR(" → "), after);
}

/* What a field says once it is cleaned and the sheet's answer translated: none when blank. */
static struct str meaning(const struct field *field, struct arena *scratch)
{
    if (!field || field_is_blank(field, scratch))
        return STR("");
    struct str text = clean_line(field->text, scratch).text;
    const struct str *value = map_get(&field->column->values, text);
    return value ? *value : text;
}

/* "name", "name.th" and "name_th" are one field, in another sheet. */
static bool is_same_field(const struct field *a, const struct field *b)
{
    return a->spec && a->spec == b->spec && a->index == b->index && a->lang == b->lang
           && str_eq(a->rest, b->rest);
}

static const struct field *counterpart(const struct record *record,
                                       const struct field *field)
{
    const struct field *same = record_find(record, field->path);
    for (size_t i = 0; !same && i < record->fields.count; i++)
        if (is_same_field(&record->fields.items[i], field))
            same = &record->fields.items[i];
    return same;
}

/* The LAO is the same, in whatever way each row names it. */
static bool names_lao(const struct field *field)
{
    return str_eq(field->path, STR("lao")) || str_starts(field->path, STR("lao_"));
}

static struct str shown(const struct field *field, struct arena *scratch)
{
    bool blank = !field || field_is_blank(field, scratch);
    return difference_value(blank ? STR("") : str_trim(field->text), scratch);
}

static struct str compare(struct reader *r, struct str list, const struct field *dropped,
                          const struct field *used)
{
    const struct field *either = dropped ? dropped : used;
    bool alike = dropped && used && str_eq(dropped->text, used->text);
    if (names_lao(either)
        || alike || str_eq(meaning(dropped, r->scratch), meaning(used, r->scratch)))
        return list;
    return difference_add(list, either->path, shown(dropped, r->scratch),
                          shown(used, r->scratch), r->scratch);
}

struct str record_differences(struct reader *r, const void *dropped, const void *used)
{
    const struct record *a = dropped, *b = used;
    struct str list = {0};
    for (size_t i = 0; i < a->fields.count; i++) {
        const struct field *field = &a->fields.items[i];
        list = compare(r, list, field, counterpart(b, field));
    }
    for (size_t i = 0; i < b->fields.count; i++) {
        const struct field *field = &b->fields.items[i];
        if (!counterpart(a, field))
            list = compare(r, list, NULL, field);
    }
    return list;
}
