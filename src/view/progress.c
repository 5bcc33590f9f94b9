/* SPDX-License-Identifier: MIT */
#include "view/progress.h"

#include "view/officer.h"
#include "view/ranked.h"
#include "view/trend.h"

/* ---- shapes ---- */

static const struct slot share_slots[] = {
    SLOT(share_view, key, VALUE_TEXT),   SLOT(share_view, label, VALUE_TEXT),
    SLOT(share_view, count, VALUE_TEXT), SLOT(share_view, percent, VALUE_TEXT),
    SLOT(share_view, x, VALUE_TEXT),     SLOT(share_view, width, VALUE_TEXT),
    SLOT(share_view, none, VALUE_BOOL),
};
const struct shape share_shape = SHAPE("share", share_view, share_slots);

static const struct slot progress_slots[] = {
    SLOT(progress_view, href, VALUE_TEXT),
    SLOT(progress_view, key, VALUE_TEXT),
    SLOT_OF(progress_view, name, VALUE_MAP, &phrase_shape),
    SLOT(progress_view, laos, VALUE_TEXT),
    SLOT(progress_view, published, VALUE_TEXT),
    SLOT(progress_view, percent, VALUE_TEXT),
    SLOT_OF(progress_view, states, VALUE_LIST, &share_shape),
    SLOT(progress_view, complete, VALUE_BOOL),
    SLOT(progress_view, change, VALUE_TEXT),
};
const struct shape progress_shape = SHAPE("progress", progress_view, progress_slots);

static const struct slot round_slots[] = {
    SLOT(progress_round_view, id, VALUE_TEXT),
    SLOT_OF(progress_round_view, due, VALUE_MAP, &stamp_shape),
    SLOT_OF(progress_round_view, states, VALUE_LIST, &share_shape),
};
const struct shape progress_round_shape =
    SHAPE("progress_round", progress_round_view, round_slots);

static const struct slot held_slots[] = {
    SLOT(held_view, key, VALUE_TEXT),     SLOT(held_view, label, VALUE_TEXT),
    SLOT(held_view, count, VALUE_TEXT),   SLOT(held_view, of, VALUE_TEXT),
    SLOT(held_view, percent, VALUE_TEXT),
};
const struct shape held_shape = SHAPE("held", held_view, held_slots);

static const struct slot lacking_slots[] = {
    SLOT(lacking_view, code, VALUE_TEXT),
    SLOT_OF(lacking_view, name, VALUE_MAP, &phrase_shape),
    SLOT(lacking_view, state, VALUE_TEXT),
    SLOT(lacking_view, state_text, VALUE_TEXT),
    SLOT(lacking_view, website, VALUE_TEXT),
    SLOT(lacking_view, website_text, VALUE_TEXT),
    SLOT(lacking_view, form_url, VALUE_TEXT),
    SLOT(lacking_view, check_href, VALUE_TEXT),
    SLOT_OF(lacking_view, rounds, VALUE_LIST, &share_shape),
};
const struct shape lacking_shape = SHAPE("lacking", lacking_view, lacking_slots);

/* ---- names of states ---- */

static const struct str state_keys[LAO_STATES] = {
    [STATE_NONE] = STR_CONST("none"),           [STATE_HELD] = STR_CONST("held"),
    [STATE_WARNED] = STR_CONST("warned"),       [STATE_LATE] = STR_CONST("late"),
    [STATE_PUBLISHED] = STR_CONST("published"),
};
static const struct str round_keys[ROUND_STATES] = {
    [ROUND_MISSING] = STR_CONST("missing"),
    [ROUND_UNDATED] = STR_CONST("undated"),
    [ROUND_LATE] = STR_CONST("late"),
    [ROUND_ON_TIME] = STR_CONST("on_time"),
};

struct str progress_state_key(enum lao_state state)
{
    return state_keys[state];
}

struct str progress_round_key(enum round_state state)
{
    return round_keys[state];
}

static struct str label_of(const struct words *words, const char *under, struct str key,
                           struct arena *arena)
{
    return words_get_str(words, str_format(arena, "%s.%.*s", under, STR_ARG(key)));
}

/* ---- shares ---- */

enum { WHOLE = 10000 }; /* hundredths of a percent */

/* Rounded, but never up to the whole nor down to nothing. */
size_t progress_tenths(size_t part, size_t whole)
{
    if (!whole)
        return 0;
    size_t share = (part * 2000 + whole) / (whole * 2);
    if (part && !share)
        return 1;
    return part < whole && share == 1000 ? 999 : share;
}

struct str progress_percent(size_t part, size_t whole, struct arena *arena)
{
    if (!whole)
        return STR("–");
    size_t share = progress_tenths(part, whole);
    return str_format(arena, "%zu.%zu%%", share / 10, share % 10);
}

static struct str hundredths(size_t amount, struct arena *arena)
{
    return str_format(arena, "%zu.%02zu", amount / 100, amount % 100);
}

/* What is counted in what order, best first, under which words. */
struct scale {
    const struct str *keys;
    size_t count;
    const char *under;
};
static const struct scale states_scale = {state_keys, LAO_STATES, "progress_state"},
                          rounds_scale = {round_keys, ROUND_STATES, "progress_round"};

/* Which of a scale's steps, how many of the whole are on it and how many before it. */
struct part {
    size_t at, count, before, whole;
};

static struct value share(const struct words *words, const struct scale *scale,
                          struct part part, struct arena *arena)
{
    struct share_view *v = value_struct(share_view, arena);
    v->key = value_text(scale->keys[part.at]);
    v->label = value_text(label_of(words, scale->under, scale->keys[part.at], arena));
    v->count = value_text(words_number(words, (int64_t)part.count, arena));
    v->percent = value_text(progress_percent(part.count, part.whole, arena));
    v->none = value_bool(!part.count);
    if (part.count) {
        size_t from = part.before * WHOLE / part.whole;
        size_t to = (part.before + part.count) * WHOLE / part.whole;
        v->x = value_text(hundredths(from, arena));
        v->width = value_text(hundredths(to - from, arena));
    }
    return value_map(v, &share_shape);
}

static struct value shares(const struct words *words, const struct scale *scale,
                           const size_t *counts, size_t whole, struct arena *arena)
{
    struct value *values = arena_many(arena, scale->count, struct value);
    size_t before = 0;
    for (size_t i = 0; i < scale->count; i++) {
        size_t at = scale->count - 1 - i;
        struct part part = {at, counts[at], before, whole};
        values[i] = share(words, scale, part, arena);
        before += counts[at];
    }
    return value_list(values, scale->count);
}

/* ---- places and rounds ---- */

struct value progress_place(const struct view *view, const struct page *page,
                            const struct progress_of *of, struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    const struct coverage *coverage = of->coverage;
    size_t published = coverage_published(coverage);
    struct progress_view *v = value_struct(progress_view, arena);
    v->href = value_text(of->href);
    v->key = value_text(of->key);
    v->name = of->name;
    v->laos = value_text(words_number(words, (int64_t)coverage->laos, arena));
    v->published = value_text(words_number(words, (int64_t)published, arena));
    v->percent = value_text(progress_percent(published, coverage->laos, arena));
    v->states = shares(words, &states_scale, coverage->states, coverage->laos, arena);
    v->complete = value_bool(published == coverage->laos);
    v->change = trend_change(words, of->before, coverage, arena);
    return value_map(v, &progress_shape);
}

static struct value province_row(const struct view *view, const struct page *page,
                                 const struct province *province, struct arena *arena)
{
    struct str path = path_progress_province(view->site, page->lang, province, arena);
    struct progress_of of = {
        .coverage = province->coverage,
        .before = trend_before(view, province->code),
        .key = province->code,
        .href = view_href(view, page, path, arena).text,
        .name = view_phrase(view, page->lang, &province->name, arena),
    };
    return progress_place(view, page, &of, arena);
}

struct value progress_provinces(const struct view *view, const struct page *page,
                                const struct provinces *provinces, struct arena *arena)
{
    const struct ranked *sorted = ranked_provinces(provinces, page->lang, arena);
    struct value *rows = arena_many(arena, provinces->count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < provinces->count; i++) {
        const struct province *province = sorted[i].what;
        if (province->coverage->laos)
            rows[count++] = province_row(view, page, province, arena);
    }
    return value_list(rows, count);
}

struct value progress_rounds(const struct view *view, const struct page *page,
                             const struct coverage *coverage, struct arena *arena)
{
    const struct settings *settings = &view->site->settings;
    struct value *values = arena_many(arena, settings->rounds.count, struct value);
    for (size_t i = 0; i < settings->rounds.count; i++) {
        const struct round *round = &settings->rounds.items[i];
        struct progress_round_view *v = value_struct(progress_round_view, arena);
        v->id = value_text(round->id);
        v->due = view_stamp(view, page->lang, round->due, arena);
        v->states = shares(&view->words[page->lang], &rounds_scale, coverage->rounds[i],
                           coverage->laos, arena);
        values[i] = value_map(v, &progress_round_shape);
    }
    return value_list(values, settings->rounds.count);
}

/* ---- what entries hold ---- */

static struct value held(const struct words *words, struct str key, struct str label,
                         size_t count, size_t of, struct arena *arena)
{
    struct held_view *v = value_struct(held_view, arena);
    v->key = value_text(key);
    v->label = value_text(label);
    v->count = value_text(words_number(words, (int64_t)count, arena));
    v->of = value_text(words_number(words, (int64_t)of, arena));
    v->percent = value_text(progress_percent(count, of, arena));
    return value_map(v, &held_shape);
}

struct value progress_fields(const struct view *view, const struct page *page,
                             const struct coverage *coverage, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    struct value *values = arena_many(arena, vocabulary->categories.count, struct value);
    for (size_t i = 0; i < vocabulary->categories.count; i++) {
        const struct category *category = &vocabulary->categories.items[i];
        values[i] = held(&view->words[page->lang], category->key,
                         view_pick(view, page->lang, &category->label, NULL),
                         coverage->fields[i], coverage_published(coverage), arena);
    }
    return value_list(values, vocabulary->categories.count);
}

/* "มีภาษาอังกฤษ" for each language but the first, which every entry has. */
static size_t held_languages(const struct view *view, const struct page *page,
                             const struct coverage *coverage, struct value *values,
                             struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    for (unsigned lang = 1; lang < view->site->lang_count; lang++) {
        struct str code = view->site->langs[lang];
        struct str name = label_of(words, "language", code, arena);
        struct str label =
            words_fill(words, "progress_held.language", arena,
                       {"language", str_has(name, STR(".")) ? code : name});
        values[lang - 1] = held(words, code, label, coverage->translated[lang],
                                coverage_published(coverage), arena);
    }
    return view->site->lang_count - 1;
}

struct value progress_held(const struct view *view, const struct page *page,
                           const struct coverage *coverage, struct arena *arena)
{
    size_t published = coverage_published(coverage);
    const struct {
        const char *key;
        size_t count, of;
    } rows[] = {
        {"access", coverage->access, published},
        {"starter", coverage->starter,
         published * coverage_starters(&view->site->vocabulary)},
        {"photos", coverage->photos, published},
        {"figures", coverage->figures,
         coverage->laos}, /* the last: not all publish them */
    };
    enum { ROWS = sizeof(rows) / sizeof(*rows) };
    const struct words *words = &view->words[page->lang];
    struct value *values = arena_many(arena, ROWS + LANG_MAX, struct value);
    size_t count = held_languages(view, page, coverage, values, arena);
    size_t shown = view->site->settings.publish_reports ? ROWS : ROWS - 1;
    for (size_t i = 0; i < shown; i++)
        values[count++] = held(words, str_from(rows[i].key),
                               words_under(words, "progress_held", rows[i].key, arena),
                               rows[i].count, rows[i].of, arena);
    return value_list(values, count);
}

/* ---- who lacks something ---- */

bool progress_lacks(const struct view *view, const struct lao *lao)
{
    bool missing = !lao->published;
    for (size_t i = 0; i < view->site->settings.rounds.count; i++)
        missing |= coverage_round(lao, i) == ROUND_MISSING;
    return missing;
}

/* One each of the rounds; the label says how it stands. */
static struct value lacking_rounds(const struct view *view, unsigned lang,
                                   const struct lao *lao, struct arena *arena)
{
    size_t count = view->site->settings.rounds.count;
    struct value *values = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        struct share_view *v = value_struct(share_view, arena);
        struct str key = round_keys[coverage_round(lao, i)];
        v->key = value_text(key);
        v->count = value_text(view->site->settings.rounds.items[i].id);
        v->label =
            value_text(label_of(&view->words[lang], rounds_scale.under, key, arena));
        values[i] = value_map(v, &share_shape);
    }
    return value_list(values, count);
}

/* What was sent is mended where its findings are. */
static struct value check_href(const struct view *view, const struct page *page,
                               const struct lao *lao, struct arena *arena)
{
    struct value province = view_href(
        view, page, path_check_province(view->site, page->lang, lao->province, arena),
        arena);
    return value_text(str_cat(arena, province.text, STR("#l"), lao->key));
}

struct value progress_lacking(const struct view *view, const struct page *page,
                              const struct lao *lao, struct arena *arena)
{
    struct str state = state_keys[lao->state];
    struct lacking_view *v = value_struct(lacking_view, arena);
    v->code = value_text(lao->key);
    v->name = view_phrase(view, page->lang, view_lao_name(view, lao), arena);
    v->state = value_text(state);
    v->state_text =
        value_text(label_of(&view->words[page->lang], states_scale.under, state, arena));
    v->website = value_text(lao->website);
    v->website_text = value_text(view_host(lao->website));
    v->form_url = officer_url(view->site->settings.form_url, lao, arena);
    if (lao->state != STATE_NONE)
        v->check_href = check_href(view, page, lao, arena);
    v->rounds = lacking_rounds(view, page->lang, lao, arena);
    return value_map(v, &lacking_shape);
}
