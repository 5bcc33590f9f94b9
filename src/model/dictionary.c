/* SPDX-License-Identifier: MIT */
#include "model/dictionary.h"

#include "model/take.h"

/* A dictionary in the making. */
struct writing {
    const struct site *site;
    struct arena *arena;
    struct dictionary *out;
};

/* What one column adds to its field's doc. */
struct instance {
    const struct field_spec *spec;
    const struct field_doc *doc;
    const struct feature *feature; /* NULL, but for access.features and access.notes */
    unsigned number;               /* of a list's item; 0: none */
    unsigned lang;                 /* of the site; LANG_MAX: the field has none */
};

/* ---- words ---- */

static struct str language_name(struct str tag, enum diag_lang lang)
{
    static const char *const names[DIAG_LANGS][DIAG_LANGS] = {
        [DIAG_TH] = {"ไทย", "Thai"}, [DIAG_EN] = {"อังกฤษ", "English"}};
    for (int i = 0; i < DIAG_LANGS; i++)
        if (str_eq(tag, str_from(diag_lang_tags[i])))
            return str_from(names[i][lang]);
    return tag;
}

/* A text of the vocabulary in the dictionary's language, or in the site's first. */
static struct str said(const struct site *site, const struct text *text, enum diag_lang lang)
{
    unsigned at = site_lang(site, str_from(diag_lang_tags[lang]));
    return at < LANG_MAX && text->in[at].len ? text->in[at] : text->in[0];
}

static size_t limit_of(const struct field_spec *spec)
{
    return spec->limit ? spec->limit : TEXT_LIMIT;
}

/* A doc's sentence with its placeholders filled. */
static struct str filled(const struct writing *w, const struct instance *of, const char *text,
                         enum diag_lang lang)
{
    struct str out = str_from(text);
    struct str number = str_format(w->arena, "%u", of->number);
    struct str limit = str_format(w->arena, "%zu", limit_of(of->spec));
    out = str_replace(out, STR("{n}"), number, w->arena);
    out = str_replace(out, STR("{limit}"), limit, w->arena);
    if (!of->feature)
        return out;
    struct str label = said(w->site, &of->feature->label, lang);
    struct str define = said(w->site, &of->feature->define, lang);
    out = str_replace(out, STR("{feature}"), label, w->arena);
    return str_replace(out, STR("{define}"), define, w->arena);
}

static struct str label_of(const struct writing *w, const struct instance *of,
                           enum diag_lang lang)
{
    struct str label = filled(w, of, of->doc->label[lang], lang);
    if (of->lang == LANG_MAX)
        return label;
    struct str name = language_name(w->site->langs[of->lang], lang);
    return str_cat(w->arena, label, STR(" ("), name, STR(")"));
}

/* "buy.#.name" → "buy.2.name.th" */
static struct str path_of(const struct writing *w, const struct instance *of)
{
    struct str path = of->spec->path;
    if (of->feature)
        path = str_cat(w->arena, str_first(path, path.len - 1), of->feature->key);
    if (of->number)
        path = str_replace(path, STR("#"), str_format(w->arena, "%u", of->number), w->arena);
    if (of->lang == LANG_MAX)
        return path;
    return str_cat(w->arena, path, STR("."), w->site->langs[of->lang]);
}

static struct str example_of(const struct writing *w, const struct instance *of)
{
    const char *const *examples = of->doc->example;
    bool thai = of->lang == LANG_MAX || str_eq(w->site->langs[of->lang], STR("th"));
    return str_from(thai || !examples[DIAG_EN] ? examples[DIAG_TH] : examples[DIAG_EN]);
}

/* ---- choices ---- */

static void add_choice(const struct writing *w, struct dictionary_column *column,
                       struct str key, const struct text *label)
{
    struct dictionary_choice *choice = list_push(&column->choices, w->arena);
    choice->key = key;
    for (int lang = 0; lang < DIAG_LANGS; lang++)
        choice->label[lang] = said(w->site, label, (enum diag_lang)lang);
}

static void add_doc_choices(const struct writing *w, struct dictionary_column *column,
                            const struct doc_choice *choices, size_t count)
{
    for (size_t i = 0; i < count; i++)
        *list_push(&column->choices, w->arena) = (struct dictionary_choice){
            choices[i].key,
            {str_from(choices[i].label[DIAG_TH]), str_from(choices[i].label[DIAG_EN])}};
}

static void add_categories(const struct writing *w, struct dictionary_column *column)
{
    const struct vocabulary *v = &w->site->vocabulary;
    for (size_t i = 0; i < v->categories.count; i++)
        add_choice(w, column, v->categories.items[i].key, &v->categories.items[i].label);
}

static void add_facilities(const struct writing *w, struct dictionary_column *column)
{
    const struct vocabulary *v = &w->site->vocabulary;
    for (size_t i = 0; i < v->facilities.count; i++)
        add_choice(w, column, v->facilities.items[i].key, &v->facilities.items[i].label);
}

static void add_options(const struct writing *w, struct dictionary_column *column,
                        const struct feature *feature)
{
    for (size_t i = 0; i < feature->options.count; i++)
        add_choice(w, column, feature->options.items[i].key, &feature->options.items[i].label);
}

static void add_choices(const struct writing *w, struct dictionary_column *column,
                        const struct instance *of)
{
    if (column->answer == ANSWER_STATE)
        add_doc_choices(w, column, doc_states, DOC_STATES);
    else if (of->feature)
        add_options(w, column, of->feature);
    else if (column->answer == ANSWER_CHOICES)
        add_facilities(w, column);
    else if (column->answer == ANSWER_CHOICE && !of->doc->choices)
        add_categories(w, column);
    else
        add_doc_choices(w, column, of->doc->choices, of->doc->choice_count);
}

/* ---- columns ---- */

/* Is the length of such an answer measured? */
static bool has_limit(const struct field_spec *spec, enum answer answer)
{
    bool words = answer == ANSWER_TEXT || answer == ANSWER_TAGS || answer == ANSWER_HOURS;
    return words && spec->take != take_later;
}

static void add(const struct writing *w, const struct instance *of)
{
    enum answer answer = of->doc->answer;
    bool first = of->lang == LANG_MAX || of->lang == 0;
    bool needed = of->spec->flags & FIELD_REQUIRED && first;
    struct dictionary_column *column = list_push(w->out, w->arena);
    *column = (struct dictionary_column){
        .path = path_of(w, of),
        .group = of->doc->group,
        .answer = answer,
        .required = of->doc->required || needed,
        .limit = has_limit(of->spec, answer) ? limit_of(of->spec) : 0,
        .example = example_of(w, of),
    };
    for (int lang = 0; lang < DIAG_LANGS; lang++) {
        column->label[lang] = label_of(w, of, (enum diag_lang)lang);
        column->write[lang] = filled(w, of, of->doc->write[lang], (enum diag_lang)lang);
    }
    add_choices(w, column, of);
    if (!column->example.len && column->choices.count)
        column->example = column->choices.items[0].key;
}

/* One column, or one in each language. */
static void add_field(const struct writing *w, struct instance of, bool is_text)
{
    if (!is_text) {
        of.lang = LANG_MAX;
        add(w, &of);
        return;
    }
    for (of.lang = 0; of.lang < w->site->lang_count; of.lang++)
        add(w, &of);
}

/* ---- features of the vocabulary ---- */

static const struct {
    enum answer answer;
    const char *example[DIAG_LANGS];
} feature_answers[] = {
    [FEATURE_STATE] = {ANSWER_STATE, {"yes"}},
    [FEATURE_CM] = {ANSWER_CM, {"90"}},
    [FEATURE_M] = {ANSWER_M, {"30"}},
    [FEATURE_NUMBER] = {ANSWER_WHOLE, {"2"}},
    [FEATURE_1X] = {ANSWER_1X, {"12"}},
    [FEATURE_OPTION] = {ANSWER_CHOICE, {NULL}},
    [FEATURE_LANGS] = {ANSWER_LANGS, {"th, en"}},
    [FEATURE_TEXT] = {ANSWER_TEXT,
                      {"กองการศึกษา โทร. 0 4489 1101", "Education division, tel. 0 4489 1101"}},
};

/* Where what is usual for the type would make no sense. */
static const struct {
    struct str feature;
    const char *example;
} own_examples[] = {{STR_CONST("enter.step_cm"), "12"}, {STR_CONST("enter.steps_n"), "3"}};

/* The doc of all features as the doc of this one. */
static struct field_doc doc_of_feature(const struct field_doc *all,
                                       const struct feature *feature)
{
    struct field_doc doc = *all;
    doc.group = feature->starter ? GROUP_ACCESS_FIRST : GROUP_ACCESS_MORE;
    doc.answer = feature_answers[feature->type].answer;
    for (int lang = 0; lang < DIAG_LANGS; lang++)
        doc.example[lang] = feature_answers[feature->type].example[lang];
    if (feature->type == FEATURE_STATE && feature->starter)
        doc.example[DIAG_TH] = "limited"; /* for its notes stand beside it */
    for (size_t i = 0; i < sizeof(own_examples) / sizeof(*own_examples); i++)
        if (str_eq(feature->key, own_examples[i].feature))
            doc.example[DIAG_TH] = own_examples[i].example;
    return doc;
}

/* "limited" needs its notes; only the starters' stand in the sheet already. */
static const char *const needs_note[DIAG_LANGS] = {
    "%.*s ถ้าตอบ limited ให้เพิ่มคอลัมน์คำอธิบาย หัวตารางลงท้ายด้วย [access.notes.%.*s.%.*s]",
    "%.*s For limited, add a column to explain, its header ending in [access.notes.%.*s.%.*s].",
};

static void tell_of_note(const struct writing *w, struct dictionary_column *column,
                         const struct feature *feature)
{
    for (int lang = 0; lang < DIAG_LANGS; lang++)
        column->write[lang] =
            str_format(w->arena, needs_note[lang], STR_ARG(column->write[lang]),
                       STR_ARG(feature->key), STR_ARG(w->site->langs[0]));
}

static void add_feature(const struct writing *w, struct instance of)
{
    struct field_doc doc = doc_of_feature(of.doc, of.feature);
    of.doc = &doc;
    size_t at = w->out->count;
    add_field(w, of, of.feature->type == FEATURE_TEXT);
    if (doc.answer == ANSWER_STATE && !of.feature->starter)
        tell_of_note(w, &w->out->items[at], of.feature);
}

static const struct field_spec *spec_of(const struct field_table *table, struct str path)
{
    for (size_t i = 0; i < table->count; i++)
        if (str_eq(table->specs[i].path, path))
            return &table->specs[i];
    return NULL;
}

/* Each feature; behind a starter that can be limited stand its notes. */
static void add_features(const struct writing *w, const struct field_table *table,
                         struct instance of)
{
    static const struct str notes_path = STR_CONST("access.notes.*");
    struct instance notes = {spec_of(table, notes_path), field_doc_of(notes_path), NULL, 0, 0};
    const struct vocabulary *v = &w->site->vocabulary;
    for (size_t i = 0; i < v->features.count; i++) {
        of.feature = notes.feature = &v->features.items[i];
        add_feature(w, of);
        if (of.feature->starter && of.feature->type == FEATURE_STATE)
            add_field(w, notes, true);
    }
}

/* ---- all of it ---- */

static void add_spec(const struct writing *w, const struct field_table *table,
                     const struct field_spec *spec)
{
    struct instance of = {spec, field_doc_of(spec->path), NULL, 0, LANG_MAX};
    bool is_text = spec->flags & FIELD_TEXT;
    if (!of.doc || str_eq(spec->path, STR("access.notes.*")))
        return;
    if (str_eq(spec->path, STR("access.features.*")))
        add_features(w, table, of);
    else if (!spec->item)
        add_field(w, of, is_text);
}

/* Lists go item by item: "buy.1.name", "buy.1.url", "buy.2.name" … */
static void add_items(const struct writing *w, const struct field_table *table,
                      const struct field_spec *first)
{
    const struct field_doc *doc = field_doc_of(first->path);
    const struct field_spec *end = table->specs + table->count;
    for (unsigned n = 1; doc && n <= doc->items; n++)
        for (const struct field_spec *spec = first; spec < end; spec++)
            if (spec->item && spec->offset == first->offset)
                add_field(w, (struct instance){spec, field_doc_of(spec->path), NULL, n, 0},
                          spec->flags & FIELD_TEXT);
}

static struct dictionary by_group(const struct dictionary *all, struct arena *arena)
{
    struct dictionary sorted = {0};
    for (int group = 0; group < GROUP_COUNT; group++)
        for (size_t i = 0; i < all->count; i++)
            if (all->items[i].group == (enum doc_group)group)
                *list_push(&sorted, arena) = all->items[i];
    return sorted;
}

struct dictionary dictionary_of(const struct site *site, const struct field_table *table,
                                struct arena *arena)
{
    struct dictionary all = {0};
    struct writing w = {site, arena, &all};
    for (size_t i = 0; i < table->count; i++) {
        const struct field_spec *spec = &table->specs[i];
        if (!spec->item)
            add_spec(&w, table, spec);
        else if (i == 0 || table->specs[i - 1].offset != spec->offset)
            add_items(&w, table, spec);
    }
    return by_group(&all, arena);
}

/* ---- headers ---- */

struct str dictionary_header(const struct dictionary_column *column, enum diag_lang lang,
                             struct arena *arena)
{
    return str_cat(arena, column->label[lang], STR(" ["), column->path, STR("]"));
}

struct str dictionary_path_of(struct str header)
{
    struct cut cut = str_cut_last(header, '[');
    bool closed = cut.ok && str_ends(cut.tail, STR("]"));
    return closed ? str_trim(str_first(cut.tail, cut.tail.len - 1)) : STR("");
}

struct str dictionary_nearest(const struct site *site, const struct field_table *table,
                              struct str path, struct arena *arena)
{
    struct dictionary all = dictionary_of(site, table, arena);
    struct str best = {0};
    unsigned least = 3;
    for (size_t i = 0; i < all.count; i++) {
        unsigned distance = str_distance(path, all.items[i].path, least);
        if (distance >= least)
            continue;
        least = distance;
        best = all.items[i].path;
    }
    return best.len ? best : field_nearest(table, path);
}
