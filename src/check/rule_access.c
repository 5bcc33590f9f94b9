/* SPDX-License-Identifier: MIT */
/* Tourism for all: notes that cannot both be true, and evidence that has grown old. */
#include "check/rules.h"

/* ---- contradictions ---- */

/* A state that a number rules out. */
struct contradiction {
    struct str claim;
    enum access_state state;
    struct str measure;
    char sign; /* '>': contradicted by more than the limit; '<': by less; '=': by exactly
                  it */
    int64_t limit;
};

static const struct contradiction contradictions[] = {
    {STR_CONST("enter.stepfree"), ACCESS_YES, STR_CONST("enter.steps_n"), '>', 0},
    {STR_CONST("enter.stepfree"), ACCESS_YES, STR_CONST("enter.step_cm"), '>', 2},
    {STR_CONST("enter.ramp"), ACCESS_YES, STR_CONST("enter.ramp_1x"), '<', 8},
    {STR_CONST("toilet.accessible"), ACCESS_YES, STR_CONST("toilet.door_cm"), '<', 75},
    {STR_CONST("arrive.parking"), ACCESS_YES, STR_CONST("arrive.parking_n"), '=', 0},
    {STR_CONST("arrive.parking"), ACCESS_NO, STR_CONST("arrive.parking_n"), '>', 0},
};

/* A lift stands in a building: who ticks it for a field or a beach has ticked too much.
 */
static const struct str open_ground[] = {
    STR_CONST("gravel"),
    STR_CONST("sand"),
    STR_CONST("grass"),
    STR_CONST("earth"),
};

static const struct feature *feature_named(const struct checking *c, struct str key)
{
    const struct vocabulary *vocabulary = &c->site->vocabulary;
    for (size_t i = 0; i < vocabulary->features.count; i++)
        if (str_eq(vocabulary->features.items[i].key, key))
            return &vocabulary->features.items[i];
    return NULL;
}

/* "at least 70" does not say that a door is narrower than 75. */
static bool is_ruled_out(const struct access_value *measured, char sign, int64_t limit)
{
    if (!measured->known)
        return false;
    if (sign == '>')
        return measured->number > limit && measured->bound != '<';
    if (sign == '<')
        return measured->number < limit && measured->bound != '>';
    return measured->number == limit && measured->bound == '=';
}

static const char *state_word(enum access_state state)
{
    return state == ACCESS_YES ? "yes" : "no";
}

static void check_contradiction(struct checking *c, const struct contradiction *rule)
{
    const struct feature *claim = feature_named(c, rule->claim);
    const struct feature *measure = feature_named(c, rule->measure);
    for (size_t i = 0; claim && measure && i < c->site->identities.count; i++) {
        const struct identity *identity = c->site->identities.items[i];
        const struct access_value *claimed = access_at(&identity->access, claim);
        const struct access_value *measured = access_at(&identity->access, measure);
        if (!identity->access.stated || claimed->state != rule->state ||
            !is_ruled_out(measured, rule->sign, rule->limit))
            continue;
        tell(c, ACCESS_CONTRADICTION, identity->lao->key, identity->pos,
             str_format(c->arena, "%.*s: %s", STR_ARG(claim->key),
                        state_word(rule->state)),
             str_format(c->arena, "%.*s: %lld", STR_ARG(measure->key),
                        (long long)measured->number),
             claim->label.in[0], measure->label.in[0]);
    }
}

static bool is_open_ground(const struct feature_option *surface)
{
    for (size_t i = 0; surface && i < sizeof(open_ground) / sizeof(*open_ground); i++)
        if (str_eq(surface->key, open_ground[i]))
            return true;
    return false;
}

static void check_lifts(struct checking *c)
{
    const struct feature *lift = feature_named(c, STR("move.lift"));
    const struct feature *surface = feature_named(c, STR("move.surface"));
    for (size_t i = 0; lift && surface && i < c->site->identities.count; i++) {
        const struct identity *identity = c->site->identities.items[i];
        const struct feature_option *ground = access_at(&identity->access, surface)->option;
        if (!identity->access.stated || !is_open_ground(ground) ||
            access_at(&identity->access, lift)->state != ACCESS_YES)
            continue;
        tell(c, ACCESS_CONTRADICTION, identity->lao->key, identity->pos,
             STR("move.lift: yes"),
             str_format(c->arena, "move.surface: %.*s",
                        STR_ARG(ground->key)),
             lift->label.in[0], surface->label.in[0]);
    }
}

void check_contradictions(struct checking *c)
{
    for (size_t i = 0; i < sizeof(contradictions) / sizeof(*contradictions); i++)
        check_contradiction(c, &contradictions[i]);
    check_lifts(c);
}

/* ---- evidence ---- */

enum { STALE_MONTHS = 24 };

static struct str missing_evidence(const struct access *access)
{
    if (date_is_none(access->checked))
        return STR("access.checked");
    if (access->by == BY_UNKNOWN)
        return STR("access.by");
    return access->method == METHOD_UNKNOWN ? STR("access.method") : STR("");
}

static void check_age(struct checking *c, const struct identity *identity)
{
    struct date checked = identity->access.checked;
    if (date_is_none(checked))
        return;
    if (!date_is_none(c->now) && date_months_between(checked, c->now) >= STALE_MONTHS)
        tell(c, ACCESS_OLD, identity->lao->key, identity->pos,
             date_iso(checked, c->arena), number_text(c, STALE_MONTHS));
    if (!date_is_none(identity->updated) && date_compare(checked, identity->updated) > 0)
        tell(c, ACCESS_AFTER_UPDATED, identity->lao->key, identity->pos,
             date_iso(checked, c->arena), date_iso(identity->updated, c->arena));
}

void check_evidence(struct checking *c)
{
    for (size_t i = 0; i < c->site->identities.count; i++) {
        const struct identity *identity = c->site->identities.items[i];
        if (!identity->access.stated)
            continue;
        struct str missing = missing_evidence(&identity->access);
        if (missing.len && !is_refused(&identity->refused, missing))
            tell(c, ACCESS_NO_EVIDENCE, identity->lao->key, identity->pos, missing);
        check_age(c, identity);
    }
}
