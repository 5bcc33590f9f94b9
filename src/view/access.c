/* SPDX-License-Identifier: MIT */
#include "view/access.h"

static const struct slot state_slots[] = {
    SLOT(state_view, key, VALUE_TEXT),
    SLOT(state_view, symbol, VALUE_TEXT),
    SLOT(state_view, word, VALUE_TEXT),
};
const struct shape state_shape = SHAPE("state", state_view, state_slots);

static const struct slot access_fact_slots[] = {
    SLOT_OF(access_fact_view, label, VALUE_MAP, &phrase_shape),
    SLOT_OF(access_fact_view, define, VALUE_MAP, &phrase_shape),
    SLOT_OF(access_fact_view, state, VALUE_MAP, &state_shape),
    SLOT(access_fact_view, text, VALUE_TEXT),
    SLOT_OF(access_fact_view, note, VALUE_MAP, &phrase_shape),
};
const struct shape access_fact_shape = SHAPE("fact", access_fact_view, access_fact_slots);

/* One group: what is known, and the rest by name. */
struct access_group_view {
    struct value label, key, facts, unknown;
};
static const struct slot access_group_slots[] = {
    SLOT_OF(access_group_view, label, VALUE_MAP, &phrase_shape),
    SLOT(access_group_view, key, VALUE_TEXT),
    SLOT_OF(access_group_view, facts, VALUE_LIST, &access_fact_shape),
    SLOT(access_group_view, unknown, VALUE_TEXT),
};
static const struct shape access_group_shape =
    SHAPE("access_group", access_group_view, access_group_slots);

extern const struct shape silent_groups_shape;
SHAPE_OF_SOME(silent_groups_shape, silent_groups_slots, &access_group_shape);

static const struct slot access_slots[] = {
    SLOT(access_view, stated, VALUE_BOOL),
    SLOT_OF(access_view, wheelchair, VALUE_MAP, &state_shape),
    SLOT_OF(access_view, groups, VALUE_LIST,
            &access_group_shape), /* where something is known */
    SLOT_OF(access_view, silent, VALUE_MAP, &silent_groups_shape), /* where nothing is */
    SLOT(access_view, checked, VALUE_TEXT),
    SLOT(access_view, stale, VALUE_TEXT),
    SLOT(access_view, is_old, VALUE_BOOL),
    SLOT_OF(access_view, note, VALUE_MAP, &phrase_shape),
};
const struct shape access_shape = SHAPE("access", access_view, access_slots);

/* ---- states ---- */

static const struct {
    const char *key, *symbol;
} states[] = {
    [ACCESS_UNKNOWN] = {"unknown", "?"}, [ACCESS_YES] = {"yes", "✓"},
    [ACCESS_LIMITED] = {"limited", "◐"}, [ACCESS_NO] = {"no", "✕"},
    [ACCESS_NA] = {"na", "–"},
};

static struct value state_called(enum access_state state, struct str word,
                                 struct arena *arena)
{
    struct state_view *v = value_struct(state_view, arena);
    v->key = value_text(str_from(states[state].key));
    v->symbol = value_text(str_from(states[state].symbol));
    v->word = value_text(word);
    return value_map(v, &state_shape);
}

struct value view_state(const struct words *words, enum access_state state,
                        struct arena *arena)
{
    return state_called(state, words_under(words, "state", states[state].key, arena),
                        arena);
}

/* "ไม่มี" beside "ทางเข้าไม่มีขั้น" could be read as "no steps": such features have a word of
 * their own for no. */
static struct str state_word(const struct view *view, unsigned lang,
                             const struct feature *feature, enum access_state state,
                             struct arena *arena)
{
    if (state == ACCESS_NO && feature->no_word.in[0].len)
        return view_pick(view, lang, &feature->no_word, NULL);
    return words_under(&view->words[lang], "state", states[state].key, arena);
}

struct value view_feature_state(const struct view *view, unsigned lang,
                                const struct feature *feature, enum access_state state,
                                struct arena *arena)
{
    return state_called(state, state_word(view, lang, feature, state, arena), arena);
}

bool access_is_stale(const struct site *site, const struct access *access)
{
    return !date_is_none(access->checked) && !date_is_none(site->updated) &&
           date_months_between(access->checked, site->updated) > ACCESS_STALE_MONTHS;
}

/* ---- one value in words ---- */

static struct str measure_text(const struct view *view, unsigned lang, const char *unit,
                               const struct access_value *value, struct arena *arena)
{
    static const struct {
        char bound;
        const char *key;
    } bounds[] = {
        {'>', "measure.at_least"}, {'<', "measure.at_most"}, {'~', "measure.about"}};
    const struct words *words = &view->words[lang];
    struct str number = words_number(words, value->number, arena);
    const struct word_arg args[] = {{"number", number}, {NULL, {0}}};
    struct str text =
        words_fill_args(words_under(words, "measure", unit, arena), args, arena);
    for (size_t i = 0; i < sizeof(bounds) / sizeof(*bounds); i++)
        if (bounds[i].bound == value->bound)
            return words_fill(words, bounds[i].key, arena, {"measure", text});
    return text;
}

enum { LANGUAGES_SPOKEN_MAX = 16 };

/* "th, en" → "ไทย และอังกฤษ"; a language without a word keeps its code. */
static struct str language_names(const struct words *words, struct str codes,
                                 struct arena *arena)
{
    struct str names[LANGUAGES_SPOKEN_MAX];
    size_t count = 0;
    for (struct cut cut = {.tail = codes, .ok = true};
         cut.ok && count < LANGUAGES_SPOKEN_MAX;) {
        cut = str_cut(cut.tail, str_has(codes, STR(",")) ? ',' : ' ');
        struct str code = str_trim(cut.head);
        struct str key = str_cat(arena, STR("language."), code);
        struct str name = words_get_str(words, key);
        if (code.len)
            names[count++] = str_eq(name, key) ? code : name;
    }
    return words_and(words, names, count, arena);
}

struct str access_text(const struct view *view, unsigned lang,
                       const struct feature *feature, const struct access_value *value,
                       struct arena *arena)
{
    static const char *const units[] = {[FEATURE_CM] = "cm",
                                        [FEATURE_M] = "m",
                                        [FEATURE_NUMBER] = "number",
                                        [FEATURE_1X] = "slope"};
    switch (feature->type) {
    case FEATURE_STATE: return state_word(view, lang, feature, value->state, arena);
    case FEATURE_CM:
    case FEATURE_M:
    case FEATURE_NUMBER:
    case FEATURE_1X: return measure_text(view, lang, units[feature->type], value, arena);
    case FEATURE_OPTION:
        return value->option ? view_pick(view, lang, &value->option->label, NULL)
                             : STR("");
    case FEATURE_LANGS:
        return language_names(&view->words[lang], value->words.in[0], arena);
    case FEATURE_TEXT: return view_pick(view, lang, &value->words, NULL);
    }
    return STR("");
}

struct value view_access_fact(const struct view *view, unsigned lang,
                       const struct feature *feature, const struct access_value *value,
                       struct arena *arena)
{
    struct access_fact_view *v = value_struct(access_fact_view, arena);
    v->label = view_phrase(view, lang, &feature->label, arena);
    v->define = view_phrase(view, lang, &feature->define, arena);
    if (feature->type == FEATURE_STATE)
        v->state = view_feature_state(view, lang, feature, value->state, arena);
    else
        v->text = value_text(access_text(view, lang, feature, value, arena));
    v->note = view_phrase(view, lang, &value->note, arena);
    return value_map(v, &access_fact_shape);
}

/* ---- groups ---- */

static bool is_known(const struct access *access, const struct feature *feature)
{
    return access_at(access, feature)->known;
}

static size_t group_size(const struct vocabulary *vocabulary,
                         const struct feature_group *group)
{
    size_t size = 0;
    for (size_t i = 0; i < vocabulary->features.count; i++)
        size += vocabulary->features.items[i].group == group;
    return size;
}

static struct value access_group(const struct view *view, unsigned lang,
                                 const struct access *access,
                                 const struct feature_group *group, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    size_t size = group_size(vocabulary, group);
    struct value *facts = arena_many(arena, size, struct value);
    struct str *unknown = arena_many(arena, size, struct str);
    size_t fact_count = 0, unknown_count = 0;
    for (size_t i = 0; i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        if (feature->group != group)
            continue;
        if (is_known(access, feature))
            facts[fact_count++] =
                view_access_fact(view, lang, feature, access_at(access, feature), arena);
        else
            unknown[unknown_count++] = view_pick(view, lang, &feature->label, NULL);
    }
    struct access_group_view *v = value_struct(access_group_view, arena);
    v->label = view_phrase(view, lang, &group->label, arena);
    v->key = value_text(group->key);
    v->facts = value_list(facts, fact_count);
    v->unknown = value_text(words_and(&view->words[lang], unknown, unknown_count, arena));
    return value_map(v, &access_group_shape);
}

const struct value *access_silent_groups(const struct view *view, unsigned lang,
                                         struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    const struct access nothing = {0};
    struct value *groups = arena_many(arena, vocabulary->groups.count, struct value);
    for (size_t i = 0; i < vocabulary->groups.count; i++)
        groups[i] =
            access_group(view, lang, &nothing, &vocabulary->groups.items[i], arena);
    return groups;
}

static bool is_silent(const struct vocabulary *vocabulary, const struct access *access,
                      const struct feature_group *group)
{
    for (size_t i = 0; access->stated && i < vocabulary->features.count; i++)
        if (vocabulary->features.items[i].group == group
            && access_at(access, &vocabulary->features.items[i])->known)
            return false;
    return true;
}

static void fill_groups(const struct view *view, unsigned lang,
                        const struct access *access, struct access_view *v,
                        struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    size_t count = vocabulary->groups.count, knowns = 0, silents = 0;
    struct value *known = arena_many(arena, count, struct value);
    struct value *silent = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct feature_group *group = &vocabulary->groups.items[i];
        if (is_silent(vocabulary, access, group))
            silent[silents++] = view->silent_groups[lang][i];
        else
            known[knowns++] = access_group(view, lang, access, group, arena);
    }
    v->groups = value_list(known, knowns);
    v->silent = view_some(value_list(silent, silents), &silent_groups_shape, arena);
}

/* ---- who checked, how and when ---- */

/* "ตรวจสอบเมื่อ 12 พฤษภาคม 2568 โดย เทศบาล… (วัดจริง)" */
static struct str checked_text(const struct view *view, unsigned lang,
                               const struct lao *lao, struct arena *arena)
{
    static const char *const by[] = {[BY_UNKNOWN] = "nobody",
                                     [BY_LAO] = "lao",
                                     [BY_PROVINCE] = "province",
                                     [BY_ASSOCIATION] = "association",
                                     [BY_VISITOR] = "visitor"};
    static const char *const methods[] = {[METHOD_UNKNOWN] = "unknown",
                                          [METHOD_MEASURED] = "measured",
                                          [METHOD_SEEN] = "seen",
                                          [METHOD_REPORTED] = "reported",
                                          [METHOD_DOCUMENT] = "document"};
    const struct access *access = &lao->identity->access;
    const struct words *words = &view->words[lang];
    if (date_is_none(access->checked))
        return words_get(words, "access.not_checked");
    return words_fill(
        words, "access.checked", arena,
        {"date", words_date(words, access->checked, arena)},
        {"by", words_under(words, "access_by", by[access->by], arena)},
        {"method", words_under(words, "access_method", methods[access->method], arena)});
}

struct value view_access(const struct view *view, const struct page *page,
                         const struct lao *lao, struct arena *arena)
{
    const struct access *access = &lao->identity->access;
    const struct words *words = &view->words[page->lang];
    struct access_view *v = value_struct(access_view, arena);
    fill_groups(view, page->lang, access, v, arena);
    v->stated = value_bool(access->stated);
    enum access_state wheelchair = access_wheelchair(view->site, access);
    v->wheelchair = state_called(
        wheelchair, words_under(words, "wheelchair", states[wheelchair].key, arena),
        arena);
    v->checked = value_text(checked_text(view, page->lang, lao, arena));
    if (access_is_stale(view->site, access)) {
        v->stale = value_text(words_get(words, "access.stale"));
        v->is_old = value_bool(wheelchair != ACCESS_UNKNOWN);
    }
    v->note = view_phrase(view, page->lang, &access->note, arena);
    return value_map(v, &access_shape);
}
