/* SPDX-License-Identifier: MIT */
/*
 * Each rule walks the whole site by itself: a rule is then one function that can be read
 * alone, and what it looks up (a feature, a province's offices) it looks up once.
 */
#include "check/check.h"

#include "base/pool.h"
#include "check/rules.h"

static void (*const laws[])(struct checking *) = {
    check_empty_places,       check_reserved_slugs,    check_place_translations,
    check_websites,           check_coordinates,       check_names_twice,
    check_entry_translations, check_sources,           check_long_hashtags,
    check_contradictions,     check_evidence,          check_report_figures,
    check_report_runs,        check_addresses,         check_site_hashtags,
    check_emergency,          check_site_translations, check_rounds,
};

void tell_about(struct checking *c, enum check_rule rule, struct str key, struct pos pos,
                const struct str args[DIAG_ARGS])
{
    c->diags->subject = key;
    diag_add(c->diags, &check_rules[rule], pos, args);
    c->diags->subject = (struct str){0};
}

struct str number_text(const struct checking *c, int64_t number)
{
    return str_format(c->arena, "%lld", (long long)number);
}

struct str lao_shown(const struct checking *c, const struct lao *lao)
{
    struct str name = lao_name_full(lao->type, lao->name.in[0], c->arena);
    return str_format(c->arena, "%.*s (%.*s)", STR_ARG(name), STR_ARG(lao->key));
}

/* Days since a day long ago, by the calendar that begins years in March: leap days come
 * last. */
static int day_number(struct date date)
{
    int year = date.month > 2 ? date.year : date.year - 1;
    int month = (date.month + 9) % 12;
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 +
           date.day;
}

int days_between(struct date from, struct date to)
{
    return day_number(to) - day_number(from);
}

static struct date newest_update(const struct site *site, const struct map *held)
{
    struct date newest = {0};
    for (size_t i = 0; i < site->identities.count; i++) {
        const struct identity *identity = site->identities.items[i];
        if (date_compare(identity->updated, newest) > 0 &&
            !map_get(held, identity->lao->key))
            newest = identity->updated;
    }
    return newest;
}

/* The laws know nothing of each other: each has its arena and its findings. */
enum { LAWS = sizeof(laws) / sizeof(*laws) };
struct court {
    const struct site *site;
    struct date now;
    struct arena arenas[LAWS];
    struct diags diags[LAWS];
};

static void apply(void *context, size_t index, unsigned worker)
{
    struct court *court = context;
    (void)worker;
    court->diags[index] = diags_on(&court->arenas[index]);
    struct checking checking = {court->site, court->now, &court->arenas[index],
                                &court->diags[index]};
    laws[index](&checking);
}

void check_site(const struct site *site, unsigned threads, struct arena *arena,
                struct diags *diags)
{
    struct map held = diags_held(diags, arena);
    struct court court = {.site = site, .now = newest_update(site, &held)};
    pool_each(threads, LAWS, apply, &court);
    for (size_t i = 0; i < LAWS; i++) {
        diags_join(diags, &court.diags[i]);
        arena_join(arena, &court.arenas[i]);
    }
}
