/* SPDX-License-Identifier: MIT */
/*
 * Provinces and districts as people state them: in Thai or English, by the names they are
 * called by (โคราช), cut short (อุบลฯ), and "เมือง" for เมือง<province>.
 */
#include "base/utf8.h"
#include "model/find_wanted.h"
#include "text/clean.h"
#include "text/name.h"

/* What people call places, and what the registry calls them; each means one place only. */
static const struct called {
    struct str name, real;
} called_provinces[] = {
    {STR_CONST("โคราช"), STR_CONST("นครราชสีมา")},
    {STR_CONST("อยุธยา"), STR_CONST("พระนครศรีอยุธยา")},
    {STR_CONST("แปดริ้ว"), STR_CONST("ฉะเชิงเทรา")},
    {STR_CONST("แม่กลอง"), STR_CONST("สมุทรสงคราม")},
    {STR_CONST("มหาชัย"), STR_CONST("สมุทรสาคร")},
    {STR_CONST("เมืองคอน"), STR_CONST("นครศรีธรรมราช")},
    {STR_CONST("เมืองกาญจน์"), STR_CONST("กาญจนบุรี")},
    {STR_CONST("กาญจน์"), STR_CONST("กาญจนบุรี")},
    {STR_CONST("อุบล"), STR_CONST("อุบลราชธานี")},
    {STR_CONST("สุราษฎร์"), STR_CONST("สุราษฎร์ธานี")},
    {STR_CONST("สุพรรณ"), STR_CONST("สุพรรณบุรี")},
    {STR_CONST("ประจวบ"), STR_CONST("ประจวบคีรีขันธ์")},
    {STR_CONST("พัทยา"), STR_CONST("ชลบุรี")},
    {STR_CONST("korat"), STR_CONST("นครราชสีมา")},
    {STR_CONST("ayutthaya"), STR_CONST("พระนครศรีอยุธยา")},
}, called_districts[] = {
    {STR_CONST("พัทยา"), STR_CONST("บางละมุง")},
    {STR_CONST("เมืองพัทยา"), STR_CONST("บางละมุง")},
    {STR_CONST("pattaya"), STR_CONST("บางละมุง")},
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* ---- filling ---- */

/* The first to have a name keeps it. */
static void add_province(struct finder *finder, struct str name, struct province *province,
                         struct arena *arena)
{
    struct str key = name_key(name, arena);
    if (key.len && !map_get(&finder->provinces, key))
        map_put(&finder->provinces, key, province, arena);
}

static void add_district(struct finder *finder, struct str name, struct district *district,
                         struct arena *arena)
{
    struct str key = name_key(name, arena);
    struct districts *same = map_get(&finder->districts, key);
    if (!same) {
        same = arena_new(arena, struct districts);
        map_put(&finder->districts, key, same, arena);
    }
    *list_push(same, arena) = district;
}

static void fill_province(struct finder *finder, struct province *province,
                          struct arena *arena)
{
    for (size_t lang = 0; lang < LANG_MAX; lang++)
        add_province(finder, province->name.in[lang], province, arena);
    struct str name = province->name.in[0];
    add_province(finder, str_cat(arena, STR("เมือง"), name), province, arena);
    for (size_t i = 0; i < COUNT(called_provinces); i++)
        if (str_eq(called_provinces[i].real, name))
            add_province(finder, called_provinces[i].name, province, arena);
}

static bool is_capital(const struct district *district)
{
    struct str name = district->name.in[0];
    struct str province = district->province->name.in[0];
    return name.len == STR("เมือง").len + province.len && str_starts(name, STR("เมือง"))
           && str_ends(name, province);
}

static void fill_district(struct finder *finder, struct district *district,
                          struct arena *arena)
{
    static const struct str capitals[] = {STR_CONST("เมือง"), STR_CONST("mueang"),
                                          STR_CONST("muang")};
    for (size_t lang = 0; lang < LANG_MAX; lang++)
        if (district->name.in[lang].len)
            add_district(finder, district->name.in[lang], district, arena);
    for (size_t i = 0; i < COUNT(capitals) && is_capital(district); i++)
        add_district(finder, capitals[i], district, arena);
    for (size_t i = 0; i < COUNT(called_districts); i++)
        if (str_eq(called_districts[i].real, district->name.in[0]))
            add_district(finder, called_districts[i].name, district, arena);
}

void finder_fill_places(struct finder *finder, const struct site *site,
                        struct arena *arena)
{
    for (size_t i = 0; i < site->provinces.count; i++)
        fill_province(finder, site->provinces.items[i], arena);
    for (size_t i = 0; i < site->districts.count; i++)
        fill_district(finder, site->districts.items[i], arena);
}

/* ---- looking up ---- */

/* "อุบลฯ": a name itself, or the one that begins so; NULL when there are several. */
static void *find_cut_short(const struct map *places, struct str stem)
{
    void *found = map_get(places, stem);
    if (found || !stem.len)
        return found;
    for (size_t i = 0; i < places->entries.count; i++) {
        const struct map_entry *entry = &places->entries.items[i];
        if (!str_starts(entry->key, stem) || entry->value == found)
            continue;
        if (found)
            return NULL;
        found = entry->value;
    }
    return found;
}

static void *find_place(const struct map *places, struct str typed, struct arena *scratch)
{
    void *found = map_get(places, name_key(typed, scratch)); /* some begin like a prefix */
    if (found)
        return found;
    struct str bare = place_name_english(place_name_bare(typed));
    struct str key = name_key(bare, scratch), sign = STR("ฯ");
    if (str_ends(key, sign))
        return find_cut_short(places, str_first(key, key.len - sign.len));
    return map_get(places, key);
}

static void add_unknown(struct reader *r, struct wanted *wanted, struct unknown_place place)
{
    *list_push(&wanted->unknown, r->scratch) = place;
}

void wanted_province(struct reader *r, const struct finder *finder, struct wanted *wanted,
                     struct str typed, struct pos pos)
{
    const struct province *found = find_place(&finder->provinces, typed, r->scratch);
    if (found)
        *list_push(&wanted->provinces, r->scratch) = found;
    else
        add_unknown(r, wanted, (struct unknown_place){typed, pos, false});
}

void wanted_district(struct reader *r, const struct finder *finder, struct wanted *wanted,
                     struct str typed, struct pos pos)
{
    const struct districts *found = find_place(&finder->districts, typed, r->scratch);
    if (found)
        *list_push(&wanted->districts, r->scratch) = found;
    else
        add_unknown(r, wanted, (struct unknown_place){typed, pos, true});
}

/* ---- judging ---- */

static bool is_one_of(const struct districts *districts, const struct district *district)
{
    for (size_t i = 0; i < districts->count; i++)
        if (districts->items[i] == district)
            return true;
    return false;
}

bool wanted_lies_in(const struct wanted *wanted, const struct lao *lao)
{
    for (size_t i = 0; i < wanted->provinces.count; i++)
        if (wanted->provinces.items[i] != lao->province)
            return false;
    bool everywhere = !lao->district && (lao->type == LAO_BANGKOK || lao->type == LAO_PAO);
    for (size_t i = 0; i < wanted->districts.count; i++)
        if (!everywhere && !is_one_of(wanted->districts.items[i], lao->district))
            return false;
    return true;
}

bool wanted_type(const struct wanted *wanted, const struct lao *lao)
{
    if (wanted->name.municipal)
        return lao->type == LAO_CITY || lao->type == LAO_TOWN
               || lao->type == LAO_SUBDISTRICT;
    return wanted->name.type == LAO_UNKNOWN || wanted->name.type == lao->type;
}

/* ---- places that are nowhere ---- */

/* Of a capital's district people may leave out "เมือง". */
static unsigned distance_to(struct str key, struct str known, unsigned limit)
{
    struct str capital = STR("เมือง");
    if (str_starts(known, capital) && str_eq(str_skip(known, capital.len), key))
        return 1;
    return str_distance(key, known, limit);
}

static bool lies_in_stated(const struct wanted *wanted, const struct district *district)
{
    for (size_t i = 0; i < wanted->provinces.count; i++)
        if (wanted->provinces.items[i] != district->province)
            return false;
    return true;
}

/* The nearest province, or district within the stated province if there is one. */
static struct str nearest_place(struct reader *r, const struct wanted *wanted,
                                const struct unknown_place *place)
{
    struct str bare = place_name_bare(place->typed), near = {0};
    unsigned least = 2 + (unsigned)utf8_count(bare) / 6; /* one more than still is alike */
    size_t count = place->district ? r->site->districts.count : r->site->provinces.count;
    for (size_t i = 0; i < count; i++) {
        const struct district *district = place->district ? r->site->districts.items[i] : NULL;
        if (district && !lies_in_stated(wanted, district))
            continue;
        const struct text *name =
            district ? &district->name : &r->site->provinces.items[i]->name;
        unsigned distance = distance_to(bare, name->in[0], least);
        if (distance < least) {
            least = distance;
            near = name->in[0];
        }
    }
    return near;
}

/* The place with the provinces that it should lie in. */
static struct str question(const struct wanted *wanted, const struct unknown_place *place,
                           struct arena *scratch)
{
    struct str asked = str_cat(scratch, place->district ? STR("district") : STR("province"),
                               STR("\n"), place->typed);
    for (size_t i = 0; i < wanted->provinces.count; i++)
        asked = str_cat(scratch, asked, STR("\n"), wanted->provinces.items[i]->code);
    return asked;
}

void complain_unknown_place(struct reader *r, const struct finder *finder,
                            const struct wanted *wanted, const struct unknown_place *place)
{
    struct str asked = question(wanted, place, r->scratch);
    const struct reason *reason = map_get(finder->reasons, asked);
    if (!reason) {
        struct str near = nearest_place(r, wanted, place);
        reason = finder_remember(
            r, finder, asked,
            (struct reason){near.len ? NAME_UNKNOWN_PLACE_NEAR : NAME_UNKNOWN_PLACE, near});
    }
    complain(r, reason->rule, place->pos, place->typed, reason->meant);
}
