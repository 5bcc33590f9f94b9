/* SPDX-License-Identifier: MIT */
#include "model/take_access.h"

#include "model/take_cell.h"
#include "text/clean.h"

enum { NOTE_LANGS = 2, MEASURE_MAX = 100000, LANGUAGE_TAG_MAX = 35 };

/* ---- which feature ---- */

static const struct feature *feature_named(const struct vocabulary *v, struct str key)
{
    for (size_t i = 0; i < v->features.count; i++)
        if (str_eq(v->features.items[i].key, key))
            return &v->features.items[i];
    return NULL;
}

/* "enter.ramp.lo" on a site without Lao. */
static bool is_other_language(const struct vocabulary *v, struct str rest)
{
    struct cut cut = str_cut_last(rest, '.');
    for (size_t i = 0; i < cut.tail.len; i++)
        if (cut.tail.ptr[i] < 'a' || cut.tail.ptr[i] > 'z')
            return false;
    return cut.ok && cut.tail.len >= 2 && cut.tail.len <= 3 && feature_named(v, cut.head);
}

static void complain_feature(struct reader *r, const struct field *field)
{
    const struct vocabulary *v = &r->site->vocabulary;
    if (is_other_language(v, field->rest)) {
        complain(r, FIELD_OTHER_LANGUAGE, field->pos, field->path);
        return;
    }
    struct str best = {0};
    unsigned least = 4;
    for (size_t i = 0; i < v->features.count; i++) {
        unsigned distance = str_distance(field->rest, v->features.items[i].key, least);
        if (distance >= least)
            continue;
        least = distance;
        best = v->features.items[i].key;
    }
    if (best.len)
        complain(r, FEATURE_UNKNOWN_NEAR, field->pos, field->rest, best);
    else
        complain(r, FEATURE_UNKNOWN, field->pos, field->rest);
}

/* Where what is said of a feature goes. */
static struct access_value *value_of(struct reader *r, struct identity *identity,
                                     const struct feature *feature)
{
    struct access *access = &identity->access;
    size_t count = r->site->vocabulary.features.count;
    if (!access->values)
        access->values = arena_many(r->arena, count, struct access_value *);
    struct access_value **value = &access->values[feature->index];
    if (!*value)
        *value = arena_new(r->arena, struct access_value);
    access->stated = true;
    return *value;
}

/* ---- a value by its type ---- */

struct taking {
    struct reader *r;
    const struct field *field;
    const struct feature *feature;
    struct access_value *value;
};

static const struct {
    struct str word;
    enum access_state state;
    bool is_there; /* speaks of the thing: of "no steps", ไม่มี may be a yes */
} states[] = {
    {STR_CONST("yes"), ACCESS_YES, false},
    {STR_CONST("limited"), ACCESS_LIMITED, false},
    {STR_CONST("no"), ACCESS_NO, false},
    {STR_CONST("na"), ACCESS_NA, false},
    {STR_CONST("ใช่"), ACCESS_YES, false},
    {STR_CONST("ไม่ใช่"), ACCESS_NO, false},
    {STR_CONST("บางส่วน"), ACCESS_LIMITED, false},
    {STR_CONST("ไม่เกี่ยวข้อง"), ACCESS_NA, false},
    {STR_CONST("มี"), ACCESS_YES, true},
    {STR_CONST("ไม่มี"), ACCESS_NO, true},
};

/* ACCESS_UNKNOWN when the word is no state of this feature. */
static enum access_state state_of(const struct feature *feature, struct str word)
{
    bool misleading = feature->no_word.in[0].len;
    for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++)
        if (str_eq_nocase(word, states[i].word))
            return states[i].is_there && misleading ? ACCESS_UNKNOWN : states[i].state;
    return ACCESS_UNKNOWN;
}

static void take_state(struct taking *t)
{
    struct str typed = take_clean(t->r, t->field);
    bool ticked = cell_is_checkbox(t->field, typed); /* an unticked box says nothing */
    enum access_state state = ticked ? ACCESS_YES : state_of(t->feature, typed);
    if (ticked)
        complain(t->r, FIELD_CHECKBOX_YES, t->field->pos, typed);
    if (state == ACCESS_UNKNOWN)
        complain(t->r, FEATURE_BAD_STATE, t->field->pos, typed, t->feature->key);
    t->value->state = state;
    t->value->known = state != ACCESS_UNKNOWN;
}

/* ">= 90", "~90", "1:12" (of a gradient): the bound, and the digits behind it. */
static char take_bound(struct str *text)
{
    static const struct {
        struct str sign;
        char bound;
    } bounds[] = {
        {STR_CONST(">="), '>'}, {STR_CONST("<="), '<'}, {STR_CONST("≥"), '>'},
        {STR_CONST("≤"), '<'},  {STR_CONST("~"), '~'},
    };
    for (size_t i = 0; i < sizeof(bounds) / sizeof(bounds[0]); i++)
        if (str_starts(*text, bounds[i].sign)) {
            *text = str_trim(str_skip(*text, bounds[i].sign.len));
            return bounds[i].bound;
        }
    return '=';
}

static void take_measure(struct taking *t)
{
    struct str typed = take_clean_digits(t->r, t->field), digits = typed;
    char bound = take_bound(&digits);
    if (t->feature->type == FEATURE_1X && str_starts(digits, STR("1:")))
        digits = str_trim(str_skip(digits, 2));
    struct str_int number = str_to_int(digits);
    bool plain = number.ok && digits.ptr[0] != '+';
    if (!plain || number.value < 0 || number.value > MEASURE_MAX) {
        complain(t->r, FEATURE_BAD_NUMBER, t->field->pos, typed, t->feature->key);
        return;
    }
    t->value->number = number.value;
    t->value->bound = bound;
    t->value->known = true;
}

static void take_option(struct taking *t)
{
    const struct feature *feature = t->feature;
    struct choice *choices =
        arena_many(t->r->scratch, feature->options.count, struct choice);
    for (size_t i = 0; i < feature->options.count; i++)
        choices[i] = (struct choice){feature->options.items[i].key,
                                     {&feature->options.items[i].label, NULL}};
    int chosen = take_answer(t->r, t->field, take_clean(t->r, t->field), choices,
                             feature->options.count);
    if (chosen == NO_CHOICE)
        return;
    t->value->option = &feature->options.items[chosen];
    t->value->known = true;
}

/* "th", "en-GB", "zh-Hans": letters and digits in short parts. */
static bool is_language_tag(struct str tag)
{
    size_t run = 0, parts = 1;
    for (size_t i = 0; i < tag.len; i++) {
        char c = tag.ptr[i];
        bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (c == '-' && run) {
            run = 0;
            parts++;
        } else if ((letter || (parts > 1 && c >= '0' && c <= '9')) && run < 8) {
            run++;
        } else {
            return false;
        }
        if (parts == 1 && run > 3)
            return false;
    }
    return tag.len >= 2 && tag.len <= LANGUAGE_TAG_MAX && run > 0;
}

static void take_languages(struct taking *t)
{
    struct strs tags = take_parts(t->r, t->field, NULL), kept = {0};
    for (size_t i = 0; i < tags.count; i++) {
        if (is_language_tag(tags.items[i]))
            *list_push(&kept, t->r->scratch) = tags.items[i];
        else
            complain(t->r, FEATURE_BAD_LANGUAGE, t->field->pos, tags.items[i]);
    }
    if (!kept.count)
        return;
    t->value->words.in[0] = str_join(kept.items, kept.count, STR(" "), t->r->arena);
    t->value->known = true;
}

static void take_words(struct taking *t)
{
    take_text(t->r, t->field, &t->value->words);
    t->value->known = t->value->known || t->value->words.in[t->field->lang].len > 0;
}

static void (*const takers[])(struct taking *) = {
    [FEATURE_STATE] = take_state,     [FEATURE_CM] = take_measure,
    [FEATURE_M] = take_measure,       [FEATURE_NUMBER] = take_measure,
    [FEATURE_1X] = take_measure,      [FEATURE_OPTION] = take_option,
    [FEATURE_LANGS] = take_languages, [FEATURE_TEXT] = take_words,
};

/* "people.contact.th": only a feature of words has languages. */
static const struct feature *feature_of(struct reader *r, struct field *field)
{
    const struct feature *feature = feature_named(&r->site->vocabulary, field->rest);
    struct cut cut = str_cut_last(field->rest, '.');
    if (feature || !cut.ok)
        return feature;
    feature = feature_named(&r->site->vocabulary, cut.head);
    unsigned lang = site_lang(r->site, cut.tail);
    if (!feature || feature->type != FEATURE_TEXT || lang == LANG_MAX)
        return NULL;
    field->lang = lang;
    return feature;
}

static bool is_mapped(const struct field *field, struct str answer)
{
    return field->column && map_get(&field->column->values, answer);
}

/* "ไม่ทราบ", an unticked box: told, and nothing is known of the feature. */
static bool says_nothing(struct reader *r, const struct field *field,
                         const struct feature *feature)
{
    struct str answer = clean_line(str_trim(field->text), r->scratch).text;
    bool state = feature->type == FEATURE_STATE;
    if (is_mapped(field, answer) || (state && state_of(feature, answer) != ACCESS_UNKNOWN))
        return false;
    if (state && cell_is_checkbox(field, answer) && str_eq(answer, STR("FALSE")))
        return !complain(r, FIELD_CHECKBOX_EMPTY, field->pos, answer);
    if (!clean_is_blank(answer))
        return false;
    cell_tell_blank(r, field);
    return true;
}

void take_feature(struct reader *r, const struct field *stated, void *identity)
{
    struct field field = *stated;
    const struct feature *feature = feature_of(r, &field);
    if (!feature) {
        complain_feature(r, &field);
        return;
    }
    if ((!field.node || field.node->kind == TREE_TEXT) && says_nothing(r, &field, feature))
        return;
    struct taking t = {r, &field, feature, value_of(r, identity, feature)};
    if (t.value->known && feature->type != FEATURE_TEXT)
        complain(r, FIELD_TWICE, field.pos, field.text, field.path);
    else
        takers[feature->type](&t);
}

void take_feature_note(struct reader *r, const struct field *field, void *identity)
{
    const struct feature *feature = feature_named(&r->site->vocabulary, field->rest);
    if (feature)
        take_text(r, field, &value_of(r, identity, feature)->note);
    else
        complain_feature(r, field);
}

/* ---- the evidence ---- */

void take_by(struct reader *r, const struct field *field, void *identity)
{
    static const struct choice choices[] = {
        {STR_CONST("lao"), {0}},
        {STR_CONST("province"), {0}},
        {STR_CONST("association"), {0}},
        {STR_CONST("visitor"), {0}},
    };
    int chosen = take_answer(r, field, take_clean(r, field), choices, 4);
    if (chosen != NO_CHOICE)
        ((struct identity *)identity)->access.by = (enum access_by)(BY_LAO + chosen);
}

void take_method(struct reader *r, const struct field *field, void *identity)
{
    static const struct choice choices[] = {
        {STR_CONST("measured"), {0}},
        {STR_CONST("seen"), {0}},
        {STR_CONST("reported"), {0}},
        {STR_CONST("document"), {0}},
    };
    int chosen = take_answer(r, field, take_clean(r, field), choices, 4);
    if (chosen != NO_CHOICE)
        ((struct identity *)identity)->access.method =
            (enum access_method)(METHOD_MEASURED + chosen);
}

/* ---- what hangs together ---- */

static const struct field *field_of(const struct record *record,
                                    const struct feature *feature, struct arena *scratch)
{
    return record_find(
        record, str_cat(scratch, STR("access.features."), feature->key));
}

/* In the first two languages of the site: "limited" without saying why helps nobody. */
static void check_limited(struct reader *r, const struct record *record,
                          const struct feature *feature, const struct access_value *value,
                          const struct strs *refused)
{
    size_t langs = r->site->lang_count < NOTE_LANGS ? r->site->lang_count : NOTE_LANGS;
    for (size_t i = 0; value->state == ACCESS_LIMITED && i < langs; i++) {
        struct str note = str_cat(r->scratch, STR("access.notes."), feature->key);
        if (value->note.in[i].len || is_refused(refused, note))
            continue;
        const struct field *field = field_of(record, feature, r->scratch);
        complain(r, FEATURE_LIMITED_NO_NOTE, field ? field->pos : record->pos,
                 feature->key, r->site->langs[i]);
    }
}

/* Besides features, which say so by themselves (value_of). */
static bool says_access(const struct record *record, struct arena *scratch)
{
    for (size_t i = 0; i < record->fields.count; i++)
        if (str_starts(record->fields.items[i].path, STR("access."))
            && !str_starts(record->fields.items[i].path, STR("access.features."))
            && record->fields.items[i].spec
            && !field_is_blank(&record->fields.items[i], scratch))
            return true;
    return false;
}

void access_finish(struct reader *r, const struct record *record,
                   struct identity *identity)
{
    const struct vocabulary *v = &r->site->vocabulary;
    struct access *access = &identity->access;
    access->stated = access->stated || says_access(record, r->scratch);
    for (size_t i = 0; access->stated && i < v->features.count; i++)
        check_limited(r, record, &v->features.items[i],
                      access_at(access, &v->features.items[i]), &identity->refused);
}

/* ---- facilities ---- */

static struct strs facility_words(const struct vocabulary *v, struct arena *scratch)
{
    struct strs words = {0};
    for (size_t i = 0; i < v->facilities.count; i++) {
        *list_push(&words, scratch) = v->facilities.items[i].key;
        for (size_t lang = 0; lang < LANG_MAX; lang++)
            if (v->facilities.items[i].label.in[lang].len)
                *list_push(&words, scratch) = v->facilities.items[i].label.in[lang];
    }
    return words;
}

void take_facilities(struct reader *r, const struct field *field, void *into)
{
    const struct vocabulary *v = &r->site->vocabulary;
    struct identity *identity = into;
    struct strs known = facility_words(v, r->scratch);
    struct strs parts = take_parts(r, field, &known);
    struct choice *choices = arena_many(r->scratch, v->facilities.count, struct choice);
    for (size_t i = 0; i < v->facilities.count; i++)
        choices[i] = (struct choice){v->facilities.items[i].key,
                                     {&v->facilities.items[i].label, NULL}};
    identity->facilities = arena_many(r->arena, v->facilities.count, bool);
    for (size_t i = 0; i < parts.count; i++) {
        int chosen =
            take_answer(r, field, parts.items[i], choices, v->facilities.count);
        if (chosen != NO_CHOICE)
            identity->facilities[chosen] = true;
    }
}
