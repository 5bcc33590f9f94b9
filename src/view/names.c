/* SPDX-License-Identifier: MIT */
#include "view/names.h"

struct naming {
    const struct site *site;
    const struct words *words; /* one per language */
    struct arena *arena;
};

/* The word `key` filled with the bare name, in each language that has the name. */
static struct text full_name(const struct naming *by, const struct text *bare,
                             const char *key)
{
    struct text full = {0};
    for (unsigned lang = 0; lang < by->site->lang_count; lang++)
        if (bare->in[lang].len)
            full.in[lang] =
                words_fill(&by->words[lang], key, by->arena, {"name", bare->in[lang]});
    return full;
}

static const struct text *name_laos(const struct naming *by)
{
    static const char *const keys[LAO_TYPE_COUNT] = {
        [LAO_PAO] = "lao_full.pao",         [LAO_CITY] = "lao_full.city",
        [LAO_TOWN] = "lao_full.town",       [LAO_SUBDISTRICT] = "lao_full.subdistrict",
        [LAO_SAO] = "lao_full.sao",         [LAO_PATTAYA] = "lao_full.pattaya",
        [LAO_BANGKOK] = "lao_full.bangkok",
    };
    const struct laos *laos = &by->site->laos;
    struct text *names = arena_many(by->arena, laos->count, struct text);
    for (size_t i = 0; i < laos->count; i++) {
        const struct lao *lao = laos->items[i];
        const char *key = keys[lao->type];
        names[lao->rank[0]] = key ? full_name(by, &lao->name, key) : lao->name;
    }
    return names;
}

static const struct text *name_provinces(const struct naming *by)
{
    const struct provinces *provinces = &by->site->provinces;
    struct text *names = arena_many(by->arena, provinces->count, struct text);
    for (size_t i = 0; i < provinces->count; i++) {
        const struct province *province = provinces->items[i];
        names[province->rank[0]] =
            full_name(by, &province->name,
                      province->is_bangkok ? "place.bangkok" : "place.province");
    }
    return names;
}

/* Romanized, บางซ้าย and บางไทร of one province are both "Bang Sai". */
static bool has_namesake(const struct district *district, unsigned lang)
{
    const struct districts *beside = &district->province->districts;
    for (size_t i = 0; i < beside->count; i++)
        if (beside->items[i] != district &&
            str_eq(beside->items[i]->name.in[lang], district->name.in[lang]))
            return true;
    return false;
}

/* With its code where another of its province has the same: "Bang Sai (1404)". */
static struct text own_name(const struct naming *by, const struct district *district)
{
    struct text name = district->name;
    for (unsigned lang = 0; lang < by->site->lang_count; lang++)
        if (name.in[lang].len && has_namesake(district, lang))
            name.in[lang] =
                str_cat(by->arena, name.in[lang], STR(" ("), district->code, STR(")"));
    return name;
}

static const struct text *bare_districts(const struct naming *by)
{
    const struct districts *districts = &by->site->districts;
    struct text *names = arena_many(by->arena, districts->count, struct text);
    for (size_t i = 0; i < districts->count; i++)
        names[districts->items[i]->rank[0]] = own_name(by, districts->items[i]);
    return names;
}

static const struct text *name_districts(const struct naming *by, const struct text *bare)
{
    const struct districts *districts = &by->site->districts;
    struct text *names = arena_many(by->arena, districts->count, struct text);
    for (size_t i = 0; i < districts->count; i++) {
        const struct district *district = districts->items[i];
        bool bangkok = district->province->is_bangkok;
        names[district->rank[0]] =
            full_name(by, &bare[district->rank[0]],
                      bangkok ? "place.bangkok_district" : "place.district");
    }
    return names;
}

/* In language 0 always, and in each other one that has both names. */
static struct text in_province(const struct naming *by, const struct text *district,
                               const struct text *province)
{
    struct text joined = {0};
    for (unsigned lang = 0; lang < by->site->lang_count; lang++)
        if (!lang || (district->in[lang].len && province->in[lang].len))
            joined.in[lang] = words_fill(&by->words[lang], "place.in_province", by->arena,
                                         {"district", district->in[lang]},
                                         {"province", province->in[lang]});
    return joined;
}

static const struct text *place_districts(const struct naming *by,
                                          const struct names *names)
{
    const struct districts *districts = &by->site->districts;
    struct text *places = arena_many(by->arena, districts->count, struct text);
    for (size_t i = 0; i < districts->count; i++) {
        const struct district *district = districts->items[i];
        places[district->rank[0]] =
            in_province(by, &names->districts[district->rank[0]],
                        &names->provinces[district->province->rank[0]]);
    }
    return places;
}

struct names names_make(const struct site *site, const struct words words[LANG_MAX],
                        struct arena *arena)
{
    const struct naming by = {site, words, arena};
    struct names names = {.laos = name_laos(&by),
                          .provinces = name_provinces(&by),
                          .districts_bare = bare_districts(&by)};
    names.districts = name_districts(&by, names.districts_bare);
    names.districts_in_province = place_districts(&by, &names);
    return names;
}
