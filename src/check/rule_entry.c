/* SPDX-License-Identifier: MIT */
/* What offices sent, seen beside its province, its neighbours and the other languages. */
#include "base/utf8.h"
#include "check/rules.h"
#include "model/nearest.h"

static const struct identity *identity_at(const struct checking *c, size_t index)
{
    return c->site->identities.items[index];
}

/* ---- coordinates: do they lie where the LAO does? ---- */

enum {
    BEYOND_KM = 30,       /* outside the circle of a province's offices */
    OFFICE_KM = 40,       /* a municipality or อบต. is seldom so wide */
    OFFICES_TO_JUDGE = 3, /* fewer do not tell how large a province is */
};

/* The circle that holds all offices of a province. */
struct spread {
    struct spot centre;
    double km;
    size_t offices;
};

static struct spot office_of(const struct lao *lao)
{
    return (struct spot){lao->lat, lao->lon, lao->located};
}

static struct spread spread_of(const struct province *province)
{
    struct spread spread = {.centre = {.ok = true}};
    for (size_t i = 0; i < province->laos.count; i++) {
        struct spot office = office_of(province->laos.items[i]);
        if (!office.ok)
            continue;
        spread.offices++;
        spread.centre.lat += (office.lat - spread.centre.lat) / (double)spread.offices;
        spread.centre.lon += (office.lon - spread.centre.lon) / (double)spread.offices;
    }
    for (size_t i = 0; i < province->laos.count; i++) {
        struct spot office = office_of(province->laos.items[i]);
        double km = office.ok ? spot_km(spread.centre, office) : 0;
        spread.km = km > spread.km ? km : spread.km;
    }
    return spread;
}

static const struct lao *nearest_office(const struct site *site, struct spot spot)
{
    const struct lao *nearest = NULL;
    double least = 1e9;
    for (size_t i = 0; i < site->laos.count; i++) {
        struct spot office = office_of(site->laos.items[i]);
        double km = office.ok ? spot_km(spot, office) : least;
        if (km >= least)
            continue;
        least = km;
        nearest = site->laos.items[i];
    }
    return nearest;
}

static struct str spot_text(const struct checking *c, struct spot spot)
{
    return str_format(c->arena, "%.5f, %.5f", spot.lat, spot.lon);
}

/* Somewhere else altogether: far from all offices of the province, and near another's. */
static bool check_province(struct checking *c, const struct identity *identity,
                           const struct spread *spread, struct spot spot)
{
    const struct province *province = identity->lao->province;
    double km = spot_km(spread->centre, spot);
    if (!spread->offices || km <= spread->km + BEYOND_KM)
        return true;
    const struct lao *nearest = nearest_office(c->site, spot);
    bool elsewhere = nearest && nearest->province != province;
    if (elsewhere && spread->offices >= OFFICES_TO_JUDGE)
        tell(c, COORDINATE_OTHER_PROVINCE, identity->lao->key, identity->place.pos,
             spot_text(c, spot), province->name.in[0], nearest->province->name.in[0]);
    else
        tell(c, COORDINATE_FAR_PROVINCE, identity->lao->key, identity->place.pos,
             spot_text(c, spot), province->name.in[0], number_text(c, (int64_t)km));
    return false;
}

/* A PAO's and the capital's own may be anywhere in the province. */
static void check_office(struct checking *c, const struct identity *identity,
                         struct spot spot)
{
    const struct lao *lao = identity->lao;
    if (!lao->located || lao->type == LAO_PAO || lao->type == LAO_BANGKOK)
        return;
    double km = spot_km(office_of(lao), spot);
    if (km > OFFICE_KM)
        tell(c, COORDINATE_FAR_OFFICE, lao->key, identity->place.pos, spot_text(c, spot),
             lao_shown(c, lao), number_text(c, (int64_t)km));
}

void check_coordinates(struct checking *c)
{
    for (size_t i = 0; i < c->site->provinces.count; i++) {
        const struct province *province = c->site->provinces.items[i];
        struct spread spread = spread_of(province);
        for (size_t k = 0; k < province->laos.count; k++) {
            const struct identity *identity = province->laos.items[k]->identity;
            if (!identity || !identity->place.located)
                continue;
            struct spot spot = {identity->place.lat, identity->place.lon, true};
            if (check_province(c, identity, &spread, spot))
                check_office(c, identity, spot);
        }
    }
}

/* ---- names ---- */

/* One place or product sent by two offices of a district: which of them is it? */
void check_names_twice(struct checking *c)
{
    struct map seen = {0};
    for (size_t i = 0; i < c->site->identities.count; i++) {
        struct identity *identity = c->site->identities.items[i];
        const struct lao *lao = identity->lao;
        struct str where = lao->district ? lao->district->code : lao->province->code;
        if (!identity->name.in[0].len)
            continue;
        struct str key = str_format(c->arena, "%.*s %.*s", STR_ARG(where),
                                    STR_ARG(identity->name.in[0]));
        const struct identity *before = map_get(&seen, key);
        if (before)
            tell(c, ENTRY_NAME_TWICE, lao->key, identity->pos, identity->name.in[0],
                 lao_shown(c, before->lao));
        else
            map_put(&seen, key, identity, c->arena);
    }
}

/* ---- languages ---- */

static void check_field(struct checking *c, const struct identity *identity,
                        const char *field, const struct str in[LANG_MAX])
{
    for (size_t lang = 1; lang < c->site->lang_count; lang++) {
        if (!in[0].len || in[lang].len)
            continue;
        struct str path =
            str_format(c->arena, "%s.%.*s", field, STR_ARG(c->site->langs[lang]));
        if (!is_refused(&identity->refused, path))
            tell(c, ENTRY_NO_TRANSLATION, identity->lao->key, identity->pos, path);
    }
}

void check_entry_translations(struct checking *c)
{
    for (size_t i = 0; i < c->site->identities.count; i++) {
        const struct identity *identity = identity_at(c, i);
        check_field(c, identity, "name", identity->name.in);
        check_field(c, identity, "summary", identity->summary.in);
        check_field(c, identity, "story", identity->story.html);
    }
}

/* ---- sources, hashtags ---- */

void check_sources(struct checking *c)
{
    for (size_t i = 0; i < c->site->identities.count; i++) {
        const struct identity *identity = identity_at(c, i);
        if (identity->name.in[0].len && !identity->sources.count
            && !is_refused(&identity->refused, STR("sources")))
            tell(c, ENTRY_NO_SOURCE, identity->lao->key, identity->pos,
                 identity->name.in[0]);
    }
}

enum { HASHTAG_SHOWN_MAX = 30 }; /* code points: some networks cut longer ones */

/* What an office typed is checked when it is read; this is the one made from its name. */
void check_long_hashtags(struct checking *c)
{
    for (size_t i = 0; i < c->site->identities.count; i++) {
        const struct lao *lao = identity_at(c, i)->lao;
        struct str tag = tag_of_lao(lao->type, lao->name.in[0], c->arena);
        size_t length = utf8_count(tag);
        if (length > HASHTAG_SHOWN_MAX)
            tell(c, ENTRY_LONG_HASHTAG, lao->key, identity_at(c, i)->pos, tag,
                 number_text(c, (int64_t)length), number_text(c, HASHTAG_SHOWN_MAX));
    }
}
