/* SPDX-License-Identifier: MIT */
/* The plain kinds of values: text, numbers, dates, choices. */
#include "model/take.h"

#include "base/utf8.h"
#include "model/take_cell.h"
#include "sources/encoding.h"
#include "sources/prose.h"
#include "text/clean.h"
#include "text/personal.h"
#include "text/unicode.h"

/* ---- clean text ---- */

enum {
    EXCERPT_BEFORE = 24,
    EXCERPT_MAX = 60
}; /* bytes before a repair; code points shown */

static bool is_inside_char(char c)
{
    return ((unsigned char)c & 0xC0) == 0x80;
}

/* It stands on the letter before it: a mark, or sara am. */
static bool joins(struct str text, size_t at)
{
    uint32_t c = utf8_next(str_skip(text, at)).codepoint;
    return c == 0x0E33 || unicode_is_mark(c);
}

/* The part of a long text where a repair was made; both texts are the same up to `at`. */
static struct str excerpt(struct str text, size_t at)
{
    size_t from = at > EXCERPT_BEFORE ? at - EXCERPT_BEFORE : 0;
    from = personal_whole(text, from); /* half a number could not be masked */
    while (from < text.len && (is_inside_char(text.ptr[from]) || (from && joins(text, from))))
        from++;
    struct str rest = str_skip(text, from);
    return str_first(rest, personal_whole(rest, utf8_first(rest, EXCERPT_MAX).len));
}

static size_t first_difference(struct str a, struct str b)
{
    size_t at = 0;
    while (at < a.len && at < b.len && a.ptr[at] == b.ptr[at])
        at++;
    return at;
}

/* Only blanks of the keyboard were folded, or Windows' line ends: not worth a word. */
static bool is_plain_folding(const struct clean *clean, struct str raw)
{
    bool only_blanks = !(clean->bits & ~(unsigned)(CLEAN_SPACE | CLEAN_NEWLINE));
    return only_blanks && !str_has(raw, STR("\xC2\xA0"));
}

static const struct {
    enum clean_bit bit;
    enum model_rule rule;
} refusals[] = {
    {CLEAN_BIDI, TEXT_BIDI},
    {CLEAN_CONTROL, TEXT_CONTROL},
    {CLEAN_ZALGO, TEXT_ZALGO},
    {CLEAN_MIXED, TEXT_MIXED},
};

/* Garbled Thai begins, behind what is ASCII, with เธ, เน, โ€ or with no Thai sign at all; nearly
 * all values do not, which is cheaper to see than to unscramble them. */
static bool may_be_garbled(struct str raw)
{
    size_t at = 0;
    while (at < raw.len && (unsigned char)raw.ptr[at] < 0x80)
        at++;
    struct str rest = str_skip(raw, at);
    bool thai = str_starts(rest, STR("\xE0\xB8")) || str_starts(rest, STR("\xE0\xB9"));
    return rest.len && (!thai || str_starts(rest, STR("เ")) || str_starts(rest, STR("โ")));
}

/* Tells what cleaning did; false when the text must not be used. */
static bool tell_cleaning(struct reader *r, const struct field *field, struct str raw,
                          const struct clean *clean)
{
    struct str original =
        may_be_garbled(raw) ? encoding_unscramble(raw, r->scratch) : STR("");
    if (original.len)
        return complain(r, TEXT_MOJIBAKE, field->pos, excerpt(raw, 0), excerpt(original, 0));
    if (!clean->bits)
        return true;
    size_t at = first_difference(raw, clean->text);
    for (size_t i = 0; i < sizeof(refusals) / sizeof(refusals[0]); i++)
        if (clean->bits & (unsigned)refusals[i].bit)
            return complain(r, refusals[i].rule, field->pos, excerpt(raw, at),
                            field->path);
    if (!is_plain_folding(clean, raw))
        complain(r, TEXT_REPAIRED, field->pos, excerpt(raw, at),
                 excerpt(clean->text, at));
    return true;
}

static bool is_one_value(struct reader *r, const struct field *field)
{
    if (!field->node || field->node->kind == TREE_TEXT)
        return true;
    return complain(r, FIELD_NOT_ONE, field->pos, field->path);
}

/* What tables.yaml says that an answer means. */
static struct str translate(const struct column *column, struct str answer)
{
    const struct str *meaning = column ? map_get(&column->values, answer) : NULL;
    return meaning ? *meaning : answer;
}

/* A part of a field's text: cleaned, translated, copied to last. */
static struct str clean_part(struct reader *r, const struct field *field, struct str raw)
{
    raw = cell_without_mark(r, field, str_trim(raw));
    struct clean clean = clean_line(raw, r->scratch);
    if (!tell_cleaning(r, field, raw, &clean))
        return (struct str){0};
    return str_copy(translate(field->column, clean.text), r->arena);
}

struct str take_clean(struct reader *r, const struct field *field)
{
    return is_one_value(r, field) ? clean_part(r, field, field->text) : (struct str){0};
}

struct str take_clean_digits(struct reader *r, const struct field *field)
{
    return clean_digits(take_clean(r, field), r->arena);
}

void take_later(struct reader *r, const struct field *field, void *into)
{
    (void)r, (void)field, (void)into;
}

bool take_fits(struct reader *r, const struct field *field, struct str text)
{
    size_t limit = field->spec->limit ? field->spec->limit : TEXT_LIMIT;
    size_t count = text.len > limit ? utf8_count(text) : 0;
    if (count <= limit)
        return true;
    return complain(r, FIELD_TOO_LONG, field->pos, text,
                    str_format(r->scratch, "%zu", count),
                    str_format(r->scratch, "%zu", limit));
}

void take_line(struct reader *r, const struct field *field, void *into)
{
    struct str text = take_clean(r, field);
    if (text.len && cell_is_text(r, field, text) && take_fits(r, field, text))
        *(struct str *)into = text;
}

void take_text(struct reader *r, const struct field *field, void *into)
{
    take_line(r, field, &((struct text *)into)->in[field->lang]);
}

void story_add_links(struct story *story, const struct prose *prose, struct arena *arena)
{
    for (size_t i = 0; i < prose->links.count; i++)
        *list_push(&story->urls, arena) = prose->links.items[i];
}

void take_story(struct reader *r, const struct field *field, void *into)
{
    if (!is_one_value(r, field))
        return;
    struct clean clean = clean_block(field->text, r->scratch);
    if (!tell_cleaning(r, field, field->text, &clean)
        || !cell_is_text(r, field, str_trim(clean.text)))
        return;
    struct pos start = field->pos;
    if (field->node && field->node->block) {
        start.line++;
        start.column = 1;
    }
    struct story *story = into;
    struct prose prose =
        prose_render(clean.text, (struct prose_options){.heading_shift = 2}, start,
                     r->arena, r->diags);
    story->html[field->lang] = prose.html;
    story->lead[field->lang] = prose.lead;
    story_add_links(story, &prose, r->arena);
}

/* ---- lists in one answer ---- */

/* The longest known answer at the start of the text, up to a comma or the end. */
static struct str known_at_start(struct str text, const struct strs *known)
{
    struct str best = {0};
    for (size_t i = 0; known && i < known->count; i++) {
        struct str option = known->items[i];
        struct str after = str_trim(str_skip(text, option.len));
        if (option.len > best.len && str_starts(text, option)
            && (!after.len || after.ptr[0] == ','))
            best = option;
    }
    return best;
}

static void add_known(struct strs *all, struct str option, struct arena *scratch)
{
    *list_push(all, scratch) = option;
}

static struct strs with_column_values(struct reader *r, const struct field *field,
                                      const struct strs *known)
{
    struct strs all = {0};
    for (size_t i = 0; known && i < known->count; i++)
        add_known(&all, known->items[i], r->scratch);
    for (size_t i = 0; field->column && i < field->column->values.entries.count; i++)
        add_known(&all, field->column->values.entries.items[i].key, r->scratch);
    return all;
}

static void complain_many(struct reader *r, const struct field *field, struct pos pos)
{
    complain(r, FIELD_TOO_MANY, pos, field->path,
             str_format(r->scratch, "%d", LIST_LIMIT));
}

static void split_answer(struct reader *r, const struct field *field,
                         const struct strs *known, struct strs *parts)
{
    struct strs all = with_column_values(r, field, known);
    struct str raw = str_trim(str_replace(field->text, STR("\n"), STR(","), r->scratch));
    struct clean clean = clean_line(raw, r->scratch);
    struct str rest = tell_cleaning(r, field, raw, &clean) ? clean.text : STR("");
    while (rest.len) {
        if (parts->count == LIST_LIMIT) {
            complain_many(r, field, field->pos);
            return;
        }
        struct str part = known_at_start(rest, &all);
        if (!part.len)
            part = str_cut(rest, ',').head; /* may be empty: "a,,b" */
        rest = str_trim(str_skip(str_trim(str_skip(rest, part.len)), 1));
        part = translate(field->column, str_trim(part));
        if (part.len)
            *list_push(parts, r->arena) = str_copy(part, r->arena);
    }
}

struct strs take_parts(struct reader *r, const struct field *field,
                       const struct strs *known)
{
    struct strs parts = {0};
    if (!field->node || field->node->kind == TREE_TEXT) {
        split_answer(r, field, known, &parts);
        return parts;
    }
    for (const struct tree *item = field->node->first; item; item = item->next) {
        struct field part = *field;
        part.pos = tree_pos(item, field->pos.file);
        struct str clean = clean_part(r, &part, item->text);
        if (parts.count == LIST_LIMIT) {
            complain_many(r, field, part.pos);
            break;
        }
        if (clean.len)
            *list_push(&parts, r->arena) = clean;
    }
    return parts;
}

void take_strs(struct reader *r, const struct field *field, void *into)
{
    struct strs parts = take_parts(r, field, NULL);
    for (size_t i = 0; i < parts.count; i++)
        if (take_fits(r, field, parts.items[i]))
            *list_push((struct strs *)into, r->arena) = parts.items[i];
}

/* ---- dates ---- */

static const enum model_rule date_rules[] = {
    [DATE_FORM] = NOT_A_DATE,
    [DATE_YEAR] = DATE_BAD_YEAR,
    [DATE_CONVERTED] = DATE_TWICE_CONVERTED,
    [DATE_MONTH] = DATE_BAD_MONTH,
    [DATE_DAY] = DATE_BAD_DAY,
};

/* A number that is a day to Excel is proposed, not read: the sheet's time may begin in 1904. */
static void complain_date(struct reader *r, const struct field *field, struct str typed,
                          enum date_error error)
{
    struct date day = date_of_serial(typed);
    if (date_is_none(day))
        complain(r, date_rules[error], field->pos, typed, field->path);
    else
        complain(r, DATE_SERIAL, field->pos, typed, date_iso(day, r->scratch));
}

void take_date(struct reader *r, const struct field *field, void *into)
{
    struct str typed = take_clean(r, field);
    struct date_read read = date_parse(typed, r->scratch);
    if (read.error == DATE_OK)
        *(struct date *)into = read.date;
    else if (read.error != DATE_EMPTY)
        complain_date(r, field, typed, read.error);
}

/* ---- choices ---- */

static bool is_label(const struct text *label, struct str typed)
{
    for (size_t i = 0; label && i < LANG_MAX; i++)
        if (label->in[i].len && str_eq_nocase(label->in[i], typed))
            return true;
    return false;
}

static struct str choices_listed(const struct choice *choices, size_t count,
                                 struct arena *scratch)
{
    struct strs keys = {0};
    for (size_t i = 0; i < count; i++)
        *list_push(&keys, scratch) = choices[i].key;
    return str_join(keys.items, keys.count, STR(", "), scratch);
}

static struct str nearest_choice(const struct choice *choices, size_t count,
                                 struct str typed)
{
    struct str best = {0};
    unsigned least = 3;
    for (size_t i = 0; i < count; i++) {
        unsigned distance = str_distance(typed, choices[i].key, least);
        if (distance >= least)
            continue;
        least = distance;
        best = choices[i].key;
    }
    return best;
}

int take_choice(struct reader *r, struct pos pos, struct str typed,
                const struct choice *choices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(choices[i].key, typed) || is_label(choices[i].labels[0], typed)
            || is_label(choices[i].labels[1], typed))
            return (int)i;
    struct str listed = choices_listed(choices, count, r->scratch);
    struct str near = nearest_choice(choices, count, typed);
    if (near.len)
        complain(r, NOT_A_CHOICE_NEAR, pos, typed, listed, near);
    else
        complain(r, NOT_A_CHOICE, pos, typed, listed);
    return NO_CHOICE;
}

void take_flag(struct reader *r, const struct field *field, void *into)
{
    static const struct choice yes_no[] = {
        {STR_CONST("no"), {0}},
        {STR_CONST("yes"), {0}},
        {STR_CONST("false"), {0}},
        {STR_CONST("true"), {0}},
    };
    int chosen = take_choice(r, field->pos, take_clean(r, field), yes_no, 4);
    if (chosen != NO_CHOICE)
        *(bool *)into = chosen % 2 == 1;
}
