/* SPDX-License-Identifier: MIT */
#include "view/complete.h"

/* ---- is it there? ---- */

static bool has_category(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->category != NULL;
}

static bool has_name(const struct identity *identity, unsigned lang)
{
    return identity->name.in[lang].len > 0;
}

static bool has_summary(const struct identity *identity, unsigned lang)
{
    return identity->summary.in[lang].len > 0;
}

static bool has_story(const struct identity *identity, unsigned lang)
{
    return identity->story.html[lang].len > 0;
}

static bool has_tags(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->tags.count > 0;
}

static bool has_location(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->place.located;
}

static bool has_directions(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->place.directions.in[0].len > 0;
}

static bool has_hours(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->place.hours != NULL;
}

static bool has_fee(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->place.is_free || identity->place.fee.in[0].len > 0;
}

/* One way to reach somebody is enough. */
static bool has_contact(const struct identity *identity, unsigned lang)
{
    (void)lang;
    const struct contact *contact = &identity->contact;
    return contact->phone.len || contact->line.len || contact->facebook.len ||
           contact->email.len || contact->tiktok.len || contact->website.len;
}

static bool has_photo(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->photos.count > 0;
}

static bool has_sources(const struct identity *identity, unsigned lang)
{
    (void)lang;
    return identity->sources.count > 0;
}

/* ---- what is asked ---- */

static const struct asked {
    const char *key; /* of its name: check_field.<key> */
    bool (*is_there)(const struct identity *identity, unsigned lang);
    bool translated; /* asked in each language */
} asked[] = {
    {"category", has_category, false},   {"name", has_name, true},
    {"summary", has_summary, true},      {"story", has_story, true},
    {"tags", has_tags, false},           {"location", has_location, false},
    {"directions", has_directions, false}, {"hours", has_hours, false},
    {"fee", has_fee, false},             {"contact", has_contact, false},
    {"photo", has_photo, false},         {"sources", has_sources, false},
};

/* "ชื่อ", and for another language than the first "ชื่อ (อังกฤษ)". */
static struct str asked_name(const struct view *view, unsigned lang,
                             const struct asked *ask, unsigned asked_in,
                             struct arena *arena)
{
    const struct words *words = &view->words[lang];
    struct str name = words_under(words, "check_field", ask->key, arena);
    if (asked_in == 0)
        return name;
    struct str code = view->site->langs[asked_in];
    struct str key = str_cat(arena, STR("language."), code);
    struct str language = words_get_str(words, key);
    return words_fill(words, "check.field_in", arena, {"field", name},
                      {"language", str_eq(language, key) ? code : language});
}

static size_t langs_of(const struct view *view, const struct asked *ask)
{
    return ask->translated ? view->site->lang_count : 1;
}

struct strs complete_asked(const struct view *view, unsigned lang, struct arena *arena)
{
    struct strs names = {0};
    for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
        for (unsigned in = 0; in < langs_of(view, &asked[i]); in++)
            *list_push(&names, arena) = asked_name(view, lang, &asked[i], in, arena);
    return names;
}

struct complete complete_fields(const struct view *view, const struct strs *names,
                                const struct identity *identity, struct arena *arena)
{
    struct complete complete = {0};
    size_t at = 0;
    for (size_t i = 0; i < sizeof(asked) / sizeof(*asked); i++)
        for (unsigned in = 0; in < langs_of(view, &asked[i]); in++) {
            bool there = asked[i].is_there(identity, in);
            *list_push(there ? &complete.have : &complete.missing, arena) =
                names->items[at++];
        }
    return complete;
}

struct complete complete_access(const struct view *view, unsigned lang,
                                const struct identity *identity, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    struct complete complete = {0};
    for (size_t i = 0; i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        if (!feature->starter)
            continue;
        bool known = access_at(&identity->access, feature)->known;
        *list_push(known ? &complete.have : &complete.missing, arena) =
            view_pick(view, lang, &feature->label, NULL);
    }
    return complete;
}
