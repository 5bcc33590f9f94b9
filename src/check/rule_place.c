/* SPDX-License-Identifier: MIT */
/* Provinces, districts, clusters, and the LAOs of the registry. */
#include "check/rules.h"

/* ---- places with nobody in them ---- */

/* Bangkok's เขต have no LAO of their own: the whole capital is one. */
static void check_districts(struct checking *c)
{
    for (size_t i = 0; i < c->site->districts.count; i++) {
        const struct district *district = c->site->districts.items[i];
        if (!district->laos.count && !district->province->is_bangkok)
            tell(c, DISTRICT_NO_LAO, STR(""), district->pos, district->name.in[0],
                 district->code);
    }
}

void check_empty_places(struct checking *c)
{
    for (size_t i = 0; i < c->site->provinces.count; i++) {
        const struct province *province = c->site->provinces.items[i];
        if (!province->laos.count)
            tell(c, PROVINCE_NO_LAO, STR(""), province->pos, province->name.in[0],
                 province->code);
    }
    for (size_t i = 0; i < c->site->clusters.count; i++) {
        const struct cluster *cluster = c->site->clusters.items[i];
        if (!cluster->provinces.count)
            tell(c, CLUSTER_NO_PROVINCE, STR(""), cluster->pos, cluster->name.in[0],
                 number_text(c, cluster->number));
    }
    check_districts(c);
}

/* ---- addresses that the site needs itself: site.md, Pages ---- */

static const struct str reserved[] = {
    STR_CONST("access"), STR_CONST("assets"), STR_CONST("check"), STR_CONST("data"),
    STR_CONST("embed"), STR_CONST("near"), STR_CONST("offline"), STR_CONST("pages"),
    STR_CONST("progress"), STR_CONST("regions"), STR_CONST("search"), STR_CONST("tag"),
    STR_CONST("trip"),
};

static bool is_reserved(const struct site *site, struct str slug)
{
    for (size_t i = 0; i < sizeof(reserved) / sizeof(*reserved); i++)
        if (str_eq(reserved[i], slug))
            return true;
    return vocabulary_category(&site->vocabulary, slug) != NULL;
}

/* Below a province stand its fields, its access page, its districts and its LAOs by key.
 */
static bool is_taken_in_province(const struct site *site, struct str slug)
{
    return str_eq(slug, STR("access")) || vocabulary_category(&site->vocabulary, slug) ||
           map_get(&site->lao_by_key, slug);
}

void check_reserved_slugs(struct checking *c)
{
    for (size_t i = 0; i < c->site->provinces.count; i++) {
        const struct province *province = c->site->provinces.items[i];
        if (is_reserved(c->site, province->slug))
            tell(c, SLUG_RESERVED, STR(""), province->pos, province->slug,
                 province->name.in[0]);
    }
    for (size_t i = 0; i < c->site->districts.count; i++) {
        const struct district *district = c->site->districts.items[i];
        if (is_taken_in_province(c->site, district->slug))
            tell(c, SLUG_RESERVED, STR(""), district->pos, district->slug,
                 district->name.in[0]);
    }
}

/* ---- names in every language ---- */

static void check_name(struct checking *c, const struct text *name, struct str key,
                       struct pos pos)
{
    for (size_t lang = 1; lang < c->site->lang_count; lang++)
        if (!name->in[lang].len)
            tell(c, PLACE_NO_TRANSLATION, key, pos, name->in[0], c->site->langs[lang]);
}

void check_place_translations(struct checking *c)
{
    const struct site *site = c->site;
    for (size_t i = 0; i < site->clusters.count; i++)
        check_name(c, &site->clusters.items[i]->name, STR(""),
                   site->clusters.items[i]->pos);
    for (size_t i = 0; i < site->provinces.count; i++)
        check_name(c, &site->provinces.items[i]->name, STR(""),
                   site->provinces.items[i]->pos);
    for (size_t i = 0; i < site->districts.count; i++)
        check_name(c, &site->districts.items[i]->name, STR(""),
                   site->districts.items[i]->pos);
    for (size_t i = 0; i < site->laos.count; i++)
        check_name(c, &site->laos.items[i]->name, site->laos.items[i]->key,
                   site->laos.items[i]->pos);
}

/* ---- websites ---- */

/* "https://www.a.go.th/" and "http://a.go.th" are one place. */
static struct str site_address(struct str url)
{
    struct cut scheme = str_cut_str(url, STR("://"));
    struct str address = scheme.ok ? scheme.tail : url;
    if (str_starts(address, STR("www.")))
        address = str_skip(address, 4);
    while (str_ends(address, STR("/")))
        address = str_first(address, address.len - 1);
    return address;
}

void check_websites(struct checking *c)
{
    struct map owners = {0};
    for (size_t i = 0; i < c->site->laos.count; i++) {
        struct lao *lao = c->site->laos.items[i];
        if (!lao->website.len)
            continue;
        struct str address = site_address(lao->website);
        const struct lao *owner = map_get(&owners, address);
        if (owner)
            tell(c, WEBSITE_REPEATED, lao->key, lao->pos, lao->website,
                 lao_shown(c, owner));
        else
            map_put(&owners, address, lao, c->arena);
    }
}
