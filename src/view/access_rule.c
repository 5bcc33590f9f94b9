/* SPDX-License-Identifier: MIT */
/* The published rule for wheelchairs: what is known of the way in and of the main areas → one answer. */
#include "view/access.h"

const struct access_value *
access_value_of(const struct site *site, const struct access *access, const char *feature)
{
    const struct vocabulary *vocabulary = &site->vocabulary;
    const struct str key = str_from(feature);
    for (size_t i = 0; access->stated && i < vocabulary->features.count; i++)
        if (str_eq(vocabulary->features.items[i].key, key)) {
            const struct access_value *value =
                access_at(access, &vocabulary->features.items[i]);
            return value->known ? value : NULL;
        }
    return NULL;
}

static enum access_state state_of(const struct site *site, const struct access *access,
                                  const char *feature)
{
    const struct access_value *value = access_value_of(site, access, feature);
    return value ? value->state : ACCESS_UNKNOWN;
}

/* "At least 5 cm" may be 30, and "at most 15 cm" may be 5. */
static bool is_within(const struct access_value *value, int64_t most)
{
    return value && value->number <= most && value->bound != '>';
}

static bool is_beyond(const struct access_value *value, int64_t most)
{
    return value && value->number > most && value->bound != '<';
}

/* One low step, or nobody has said how many. */
static bool is_step_low(const struct site *site, const struct access *access)
{
    const struct access_value *count = access_value_of(site, access, "enter.steps_n");
    return is_within(access_value_of(site, access, "enter.step_cm"), ACCESS_STEP_CM_MAX) &&
           (!count || is_within(count, 1));
}

static bool is_step_high(const struct site *site, const struct access *access)
{
    return is_beyond(access_value_of(site, access, "enter.step_cm"), ACCESS_STEP_CM_MAX) ||
           is_beyond(access_value_of(site, access, "enter.steps_n"), 1);
}

static bool has_help_over_the_step(const struct site *site, const struct access *access)
{
    return state_of(site, access, "enter.ramp") == ACCESS_YES ||
           state_of(site, access, "people.help") == ACCESS_YES ||
           is_step_low(site, access);
}

static bool is_missing(const struct site *site, const struct access *access,
                       const char *feature)
{
    enum access_state state = state_of(site, access, feature);
    return state == ACCESS_NO || state == ACCESS_NA;
}

/* Of each way over it somebody has told that it is not there: what is left out may be. */
static bool is_help_missing(const struct site *site, const struct access *access)
{
    return is_missing(site, access, "enter.ramp") &&
           is_missing(site, access, "people.help") && is_step_high(site, access);
}

/* A street has no entrance, a stall no rooms: what does not apply is in nobody's way. */
static enum access_state way(const struct site *site, const struct access *access,
                             const char *feature)
{
    enum access_state state = state_of(site, access, feature);
    return state == ACCESS_NA ? ACCESS_YES : state;
}

/* "In part" is what somebody made of the steps: of known ones the rule decides. */
static enum access_state way_in(const struct site *site, const struct access *access)
{
    enum access_state state = way(site, access, "enter.stepfree");
    if (state != ACCESS_NO && state != ACCESS_LIMITED)
        return state;
    if (has_help_over_the_step(site, access))
        return ACCESS_LIMITED;
    if (is_help_missing(site, access))
        return ACCESS_NO;
    return is_step_high(site, access) || state == ACCESS_NO ? ACCESS_UNKNOWN : state;
}

enum access_state access_wheelchair(const struct site *site, const struct access *access)
{
    enum access_state enter = way_in(site, access);
    enum access_state move = way(site, access, "move.stepfree");
    if (enter == ACCESS_NO || move == ACCESS_NO)
        return ACCESS_NO;
    if (enter == ACCESS_UNKNOWN || move == ACCESS_UNKNOWN)
        return ACCESS_UNKNOWN;
    return enter == ACCESS_YES && move == ACCESS_YES ? ACCESS_YES : ACCESS_LIMITED;
}
