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

/* ---- what is told of the others ---- */

/* What time stamps say of a row that does not count. */
enum age { OLDER, SAME_TIME, UNDATED, AGES };

static enum age age_of(const struct sending *s, const struct sending *winner)
{
    if (date_is_none(s->sent.date) || date_is_none(winner->sent.date))
        return UNDATED;
    return date_time_compare(s->sent, winner->sent) < 0 ? OLDER : SAME_TIME;
}

/* The rows of one file, from `first` until `end`. */
struct telling {
    struct reader *r;
    const struct sending *first, *end, *winner;
    const struct str *place; /* the winner's, in each language */
    const struct str *whose; /* rows they are, or NULL */
    differ_fn differ;
};

static const struct str *place_in_each(const struct pos *pos, struct arena *arena)
{
    static const char *const row_of[DIAG_LANGS] = {"แถว %u ของ %.*s", "row %u of %.*s"};
    struct str *place = arena_many(arena, DIAG_LANGS, struct str);
    for (int lang = 0; lang < DIAG_LANGS; lang++)
        place[lang] = str_format(arena, row_of[lang], pos->row, STR_ARG(pos->file));
    return place;
}

/* The finding just told says the winner's place as that argument, and whose rows they are. */
static void call_places(const struct telling *t, size_t arg)
{
    reader_call(t->r, arg, t->place);
    if (t->whose)
        reader_call(t->r, 0, t->whose);
}

static const struct sending *next_dropped(const struct telling *t, const struct sending *s,
                                          enum age age)
{
    while (s != t->end && (s == t->winner || age_of(s, t->winner) != age))
        s = s->next;
    return s;
}

static void tell_each(const struct telling *t, enum age age)
{
    static const enum model_rule rules[AGES][2] = {
        [OLDER] = {ROW_SUPERSEDED, ROW_SUPERSEDED_SAME},
        [SAME_TIME] = {ROW_SAME_STAMP, ROW_SAME_STAMP_SAME},
        [UNDATED] = {ROW_NO_STAMP, ROW_NO_STAMP_SAME},
    };
    for (const struct sending *s = next_dropped(t, t->first, age); s != t->end;
         s = next_dropped(t, s->next, age)) {
        struct str differing = t->differ(t->r, s->what, t->winner->what);
        complain(t->r, rules[age][!differing.len], s->pos, t->r->diags->subject,
                 t->place[DIAG_EN], differing);
        call_places(t, 1);
    }
}

/* A form that was sent a thousand times has one cause. */
static void tell_many(const struct telling *t, enum age age, size_t count)
{
    static const enum model_rule rules[AGES] = {
        [OLDER] = ROW_SUPERSEDED_MANY,
        [SAME_TIME] = ROW_SAME_STAMP_MANY,
        [UNDATED] = ROW_NO_STAMP_MANY,
    };
    const struct sending *first = next_dropped(t, t->first, age), *last = first;
    for (const struct sending *s = first; s != t->end; s = next_dropped(t, s->next, age))
        last = s;
    struct arena *scratch = t->r->scratch;
    complain(t->r, rules[age], first->pos, t->r->diags->subject,
             str_format(scratch, "%zu", count),
             str_format(scratch, "%u–%u", first->pos.row, last->pos.row), t->place[DIAG_EN]);
    call_places(t, 3);
}

static void tell_dropped(const struct telling *t, enum age age)
{
    size_t count = 0;
    for (const struct sending *s = next_dropped(t, t->first, age); s != t->end;
         s = next_dropped(t, s->next, age))
        count++;
    if (count > TWICE_EACH_MAX)
        tell_many(t, age, count);
    else
        tell_each(t, age);
}

void sendings_tell(struct reader *r, const struct sendings *sendings,
                   const struct sending *winner, differ_fn differ)
{
    if (sendings->first == sendings->last)
        return; /* sent once, as most are */
    struct telling t = {.r = r, .winner = winner, .differ = differ,
                        .place = place_in_each(&winner->pos, r->arena),
                        .whose = sendings->whose};
    for (t.first = sendings->first; t.first; t.first = t.end) {
        t.end = t.first->next;
        while (t.end && str_eq(t.end->pos.file, t.first->pos.file))
            t.end = t.end->next;
        for (enum age age = OLDER; age < AGES; age++)
            tell_dropped(&t, age);
    }
}

/* ---- what differs ---- */

struct str difference_value(struct str value, struct arena *arena)
{
    struct str part = utf8_first(value, VALUE_SHOWN);
    if (!value.len)
        return STR("–");
    size_t end = personal_whole(value, part.len); /* half a number could not be masked */
    return str_cat(arena, STR("“"), str_first(value, end), end < value.len ? STR("…") : STR(""),
                   STR("”"));
}

struct str difference_add(struct str list, struct str path, struct str before,
                          struct str after, struct arena *arena)
{
    return str_cat(arena, list, list.len ? STR("; ") : STR(""), path, STR(": "), before,
                   STR(" → "), after);
}

/* None when blank. */
static struct str meaning(const struct field *field, struct arena *scratch)
{
    return field && !field_is_blank(field, scratch) ? field_meaning(field, scratch) : STR("");
}

static const struct field *counterpart(const struct record *record,
                                       const struct field *field)
{
    const struct field *same = record_find(record, field->path);
    for (size_t i = 0; !same && i < record->fields.count; i++)
        if (field_is_same(&record->fields.items[i], field))
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
