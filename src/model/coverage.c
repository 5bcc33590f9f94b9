/* SPDX-License-Identifier: MIT */
#include "model/coverage.h"

/* ---- the worst that is said of an LAO ---- */

/* LAO's key → enum severity *: the worst of its findings. */
static struct map worst_of(const struct diags *diags, struct arena *scratch)
{
    struct map worst = {0};
    for (size_t i = 0; i < diags->items.count; i++) {
        const struct finding *finding = &diags->items.items[i];
        if (!finding->subject.len)
            continue;
        enum severity *severity = map_get(&worst, finding->subject);
        if (!severity) {
            severity = arena_new(scratch, enum severity);
            map_put(&worst, finding->subject, severity, scratch);
        }
        if (finding->rule->severity > *severity)
            *severity = finding->rule->severity;
    }
    return worst;
}

/* A note is as good as nothing. */
static enum severity severity_of(const struct map *worst, const struct lao *lao)
{
    const enum severity *severity = map_get(worst, lao->key);
    return severity ? *severity : SEVERITY_NOTE;
}

/* ---- rounds ---- */

struct rounds {
    const struct round *items;
    size_t count;
};

static size_t round_named(const struct rounds *rounds, struct str id)
{
    size_t at = 0;
    while (at < rounds->count && !(id.len && str_eq(rounds->items[at].id, id)))
        at++;
    return at;
}

static bool is_in_time(struct date sent, struct date due)
{
    return date_compare(sent, due) <= 0;
}

/* The round that a day counts for when nothing names one. */
static size_t round_at(const struct rounds *rounds, struct date sent)
{
    size_t at = 0;
    while (at + 1 < rounds->count && !is_in_time(sent, rounds->items[at].due))
        at++;
    return at;
}

static enum round_state state_in(const struct round *round, struct date sent)
{
    if (date_is_none(sent) || date_is_none(round->due))
        return ROUND_UNDATED;
    return is_in_time(sent, round->due) ? ROUND_ON_TIME : ROUND_LATE;
}

static void keep_best(enum round_state *kept, enum round_state state)
{
    if (state > *kept)
        *kept = state;
}

static void count_submission(const struct rounds *rounds, struct submission submission,
                             enum round_state *states)
{
    struct date sent = submission.sent.date;
    size_t at = round_named(rounds, submission.round);
    if (at == rounds->count && date_is_none(sent)) {
        for (size_t i = 0; i < rounds->count; i++)
            keep_best(&states[i], ROUND_UNDATED);
        return;
    }
    if (at == rounds->count)
        at = round_at(rounds, sent);
    if (at < rounds->count)
        keep_best(&states[at], state_in(&rounds->items[at], sent));
}

static const enum round_state *rounds_of(const struct rounds *rounds,
                                         const struct identity *identity,
                                         struct arena *arena)
{
    enum round_state *states = arena_many(arena, rounds->count, enum round_state);
    for (size_t i = 0; i < identity->submissions.count; i++)
        count_submission(rounds, identity->submissions.items[i], states);
    if (!identity->submissions.count)
        count_submission(rounds, (struct submission){0}, states);
    return states;
}

enum round_state coverage_round(const struct lao *lao, size_t round)
{
    return lao->rounds ? lao->rounds[round] : ROUND_MISSING;
}

/* Never in time, and after it at least once. */
static bool is_late(const struct lao *lao, size_t rounds)
{
    bool late = false;
    for (size_t i = 0; i < rounds; i++) {
        enum round_state state = coverage_round(lao, i);
        if (state == ROUND_ON_TIME || state == ROUND_UNDATED)
            return false;
        late |= state == ROUND_LATE;
    }
    return late;
}

/* ---- what an LAO is ---- */

static enum lao_state state_of(const struct lao *lao, enum severity worst, size_t rounds)
{
    if (!lao->published)
        return lao->identity || worst == SEVERITY_ERROR ? STATE_HELD : STATE_NONE;
    if (worst == SEVERITY_WARNING)
        return STATE_WARNED;
    return is_late(lao, rounds) ? STATE_LATE : STATE_PUBLISHED;
}

void coverage_states(struct site *site, struct arena *arena, const struct diags *diags)
{
    struct arena scratch = {0};
    struct map worst = worst_of(diags, &scratch);
    struct rounds rounds = {site->settings.rounds.items, site->settings.rounds.count};
    for (size_t i = 0; i < site->laos.count; i++) {
        struct lao *lao = site->laos.items[i];
        enum severity severity = severity_of(&worst, lao);
        lao->published =
            lao->identity && lao->identity->category && severity != SEVERITY_ERROR;
        if (lao->identity)
            lao->rounds = rounds_of(&rounds, lao->identity, arena);
        lao->state = state_of(lao, severity, rounds.count);
    }
    arena_release(&scratch);
}

/* ---- sums ---- */

size_t coverage_published(const struct coverage *coverage)
{
    const size_t *states = coverage->states;
    return states[STATE_WARNED] + states[STATE_LATE] + states[STATE_PUBLISHED];
}

size_t coverage_starters(const struct vocabulary *vocabulary)
{
    size_t count = 0;
    for (size_t i = 0; i < vocabulary->features.count; i++)
        count += vocabulary->features.items[i].starter;
    return count;
}

size_t coverage_answered(const struct vocabulary *vocabulary,
                         const struct identity *identity)
{
    size_t count = 0;
    for (size_t i = 0; i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        count += feature->starter && access_at(&identity->access, feature)->known;
    }
    return count;
}

static bool has_figure(const struct lao *lao)
{
    for (size_t i = 0; i < lao->report_count; i++)
        if (lao->reports[i]->has_visitors || lao->reports[i]->has_income)
            return true;
    return false;
}

static void count_entry(const struct site *site, const struct identity *identity,
                        struct coverage *sums)
{
    sums->fields[identity->category->index]++;
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        sums->translated[lang] +=
            identity->name.in[lang].len && identity->summary.in[lang].len;
    sums->access += identity->access.stated;
    sums->starter += coverage_answered(&site->vocabulary, identity);
    sums->photos += identity->photos.count > 0;
}

static void count_lao(const struct site *site, const struct lao *lao,
                      struct coverage *sums)
{
    sums->laos++;
    sums->states[lao->state]++;
    for (size_t i = 0; i < site->settings.rounds.count; i++)
        sums->rounds[i][coverage_round(lao, i)]++;
    sums->figures += has_figure(lao);
    if (lao->published)
        count_entry(site, lao->identity, sums);
}

static struct coverage *coverage_new(const struct site *site, struct arena *arena)
{
    struct coverage *sums = arena_new(arena, struct coverage);
    sums->rounds = arena_alloc(arena, site->settings.rounds.count * sizeof *sums->rounds);
    sums->fields = arena_many(arena, site->vocabulary.categories.count, size_t);
    return sums;
}

static void add_all(size_t *sums, const size_t *more, size_t count)
{
    for (size_t i = 0; i < count; i++)
        sums[i] += more[i];
}

static void add(const struct site *site, struct coverage *sums,
                const struct coverage *more)
{
    sums->laos += more->laos;
    add_all(sums->states, more->states, LAO_STATES);
    add_all(*sums->rounds, *more->rounds, site->settings.rounds.count * ROUND_STATES);
    add_all(sums->fields, more->fields, site->vocabulary.categories.count);
    add_all(sums->translated, more->translated, LANG_MAX);
    sums->access += more->access;
    sums->starter += more->starter;
    sums->photos += more->photos;
    sums->figures += more->figures;
}

/* Of those of a province that lie in the district, or in none. */
static const struct coverage *sum_laos(const struct site *site, const struct laos *laos,
                                       const struct district *district,
                                       struct arena *arena)
{
    struct coverage *sums = coverage_new(site, arena);
    for (size_t i = 0; i < laos->count; i++)
        if (laos->items[i]->district == district)
            count_lao(site, laos->items[i], sums);
    return sums;
}

/* A province is its districts and what lies in none of them. */
static void sum_province(const struct site *site, struct province *province,
                         struct arena *arena)
{
    struct coverage *sums = coverage_new(site, arena);
    province->coverage_apart = sum_laos(site, &province->laos, NULL, arena);
    add(site, sums, province->coverage_apart);
    for (size_t i = 0; i < province->districts.count; i++) {
        struct district *district = province->districts.items[i];
        district->coverage = sum_laos(site, &district->laos, district, arena);
        add(site, sums, district->coverage);
    }
    province->coverage = sums;
}

static const struct coverage *sum_provinces(const struct site *site,
                                            const struct provinces *provinces,
                                            struct arena *arena)
{
    struct coverage *sums = coverage_new(site, arena);
    for (size_t i = 0; i < provinces->count; i++)
        add(site, sums, provinces->items[i]->coverage);
    return sums;
}

void coverage_fill(struct site *site, struct arena *arena)
{
    for (size_t i = 0; i < site->provinces.count; i++)
        sum_province(site, site->provinces.items[i], arena);
    for (size_t i = 0; i < site->clusters.count; i++)
        site->clusters.items[i]->coverage =
            sum_provinces(site, &site->clusters.items[i]->provinces, arena);
    for (size_t i = 0; i < site->regions.count; i++)
        site->regions.items[i]->coverage =
            sum_provinces(site, &site->regions.items[i]->provinces, arena);
    site->coverage = sum_provinces(site, &site->provinces, arena);
}
