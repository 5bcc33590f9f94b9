/* SPDX-License-Identifier: MIT */
/* site.yaml and the vocabularies: what is said once for the whole site. */
#include "check/rules.h"

#include "text/personal.h"

static struct pos site_pos(void)
{
    return (struct pos){.file = STR("site.yaml")};
}

/* ---- addresses ---- */

static void check_code_in(struct checking *c, const char *field, struct str url)
{
    if (url.len && !str_has(url, STR("{code}")))
        tell(c, SITE_URL_NO_CODE, STR(""), site_pos(), url, str_from(field));
}

void check_addresses(struct checking *c)
{
    const struct settings *settings = &c->site->settings;
    if (!settings->base_url.len)
        tell(c, SITE_NO_BASE_URL, STR(""), site_pos(), STR("base_url"));
    else if (!str_starts(settings->base_url, STR("https://")))
        tell(c, SITE_HTTP_BASE_URL, STR(""), site_pos(), settings->base_url);
    check_code_in(c, "correction.url", settings->correction_url);
    check_code_in(c, "form.url", settings->form_url);
}

/* ---- hashtags ---- */

static const struct str placeholders[] = {
    STR_CONST("{province_tag}"),
    STR_CONST("{district_tag}"),
    STR_CONST("{lao_tag}"),
};

static bool is_placeholder(struct str tag)
{
    for (size_t i = 0; i < sizeof(placeholders) / sizeof(*placeholders); i++)
        if (str_eq(placeholders[i], tag))
            return true;
    return false;
}

static void check_hashtag(struct checking *c, struct str tag)
{
    if (is_placeholder(tag))
        return;
    enum tag_error error = tag_check(tag);
    if (str_has(tag, STR("{")) || str_has(tag, STR("}")))
        tell(c, SITE_HASHTAG_UNKNOWN, STR(""), site_pos(), tag);
    else if (error == TAG_LONG)
        tell(c, SITE_HASHTAG_LONG, STR(""), site_pos(), tag);
    else if (error != TAG_OK)
        tell(c, SITE_HASHTAG_BREAKS, STR(""), site_pos(), tag,
             tag_make(personal_mask(tag, c->arena), c->arena));
}

void check_site_hashtags(struct checking *c)
{
    for (size_t i = 0; i < c->site->settings.hashtags.count; i++)
        check_hashtag(c, c->site->settings.hashtags.items[i]);
}

/* ---- languages ---- */

static void check_text(struct checking *c, enum check_rule rule, struct pos pos,
                       struct str what, const struct text *text)
{
    for (size_t lang = 1; lang < c->site->lang_count; lang++)
        if (text->in[0].len && !text->in[lang].len)
            tell(c, rule, STR(""), pos, what, c->site->langs[lang], text->in[0]);
}

static void check_label(struct checking *c, const char *file, struct str key,
                        const struct text *label)
{
    check_text(c, VOCABULARY_NO_TRANSLATION, (struct pos){.file = str_from(file)}, key,
               label);
}

void check_site_translations(struct checking *c)
{
    const struct settings *settings = &c->site->settings;
    const struct vocabulary *v = &c->site->vocabulary;
    check_text(c, SITE_NO_TRANSLATION, site_pos(), STR("title"), &settings->title);
    check_text(c, SITE_NO_TRANSLATION, site_pos(), STR("tagline"), &settings->tagline);
    for (size_t i = 0; i < settings->emergency.count; i++)
        check_text(c, SITE_NO_TRANSLATION, site_pos(), STR("emergency.name"),
                   &settings->emergency.items[i].name);
    for (size_t i = 0; i < v->categories.count; i++)
        check_label(c, "vocabulary/categories.yaml", v->categories.items[i].key,
                    &v->categories.items[i].label);
    for (size_t i = 0; i < v->features.count; i++)
        check_label(c, "vocabulary/access.yaml", v->features.items[i].key,
                    &v->features.items[i].label);
    for (size_t i = 0; i < v->facilities.count; i++)
        check_label(c, "vocabulary/access.yaml", v->facilities.items[i].key,
                    &v->facilities.items[i].label);
}

/* ---- emergency numbers: a wrong one is worse than none ---- */

enum { EMERGENCY_DAYS = 180 };

static void check_number(struct checking *c, const struct emergency *emergency)
{
    struct str number = emergency->number;
    if (!number.len || !emergency->name.in[0].len)
        tell(c, EMERGENCY_INCOMPLETE, STR(""), site_pos(),
             number.len ? number : emergency->name.in[0]);
    if (!emergency->source.len)
        tell(c, EMERGENCY_NO_SOURCE, STR(""), site_pos(), number);
    if (date_is_none(emergency->checked))
        tell(c, EMERGENCY_NO_DATE, STR(""), site_pos(), number);
    else if (!date_is_none(c->now) &&
             days_between(emergency->checked, c->now) > EMERGENCY_DAYS)
        tell(c, EMERGENCY_OLD, STR(""), site_pos(), number,
             date_iso(emergency->checked, c->arena), number_text(c, EMERGENCY_DAYS));
}

void check_emergency(struct checking *c)
{
    for (size_t i = 0; i < c->site->settings.emergency.count; i++)
        check_number(c, &c->site->settings.emergency.items[i]);
}

/* ---- rounds ---- */

/* An unknown round is told once, not once for each of its thousand rows. */
static void check_round_names(struct checking *c, struct map *known)
{
    for (size_t i = 0; i < c->site->identities.count; i++) {
        struct identity *identity = c->site->identities.items[i];
        if (!identity->round.len || map_get(known, identity->round))
            continue;
        tell(c, ROUND_UNKNOWN, STR(""), (struct pos){.file = identity->pos.file},
             identity->round);
        map_put(known, identity->round, identity, c->arena);
    }
}

void check_rounds(struct checking *c)
{
    struct map known = {0};
    for (size_t i = 0; i < c->site->settings.rounds.count; i++) {
        struct round *round = &c->site->settings.rounds.items[i];
        if (!round->id.len || date_is_none(round->due))
            tell(c, ROUND_INCOMPLETE, STR(""), site_pos(), round->id);
        if (map_put(&known, round->id, round, c->arena))
            tell(c, ROUND_TWICE, STR(""), site_pos(), round->id);
    }
    check_round_names(c, &known);
}
