/* SPDX-License-Identifier: MIT */
/* Clusters, regions, provinces and districts, from the registry's tables. */
#include <stdlib.h>

#include "model/loaders.h"
#include "model/slug.h"
#include "model/take.h"
#include "text/clean.h"

/* ---- the fields ---- */

struct province_row {
    struct province p;
    struct text region;
    int64_t cluster;
};

static const struct whole cluster_numbers = {1, 99, FIGURE_BARE};

static void take_number(struct reader *r, const struct field *field, void *into)
{
    take_whole(r, field, cluster_numbers, into);
}

static void take_place_code(struct reader *r, const struct field *field, void *into)
{
    *(struct str *)into = take_clean_digits(r, field);
}

static const struct field_spec cluster_specs[] = {
    {FIELD("number", take_later), .flags = FIELD_REQUIRED},
    {FIELD("name", take_text), .offset = offsetof(struct cluster, name),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
};

static const struct field_spec province_specs[] = {
    {FIELD("code", take_place_code), .offset = offsetof(struct province_row, p.code),
     .flags = FIELD_REQUIRED},
    {FIELD("slug", take_line), .offset = offsetof(struct province_row, p.slug)},
    {FIELD("name", take_text), .offset = offsetof(struct province_row, p.name),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
    {FIELD("region", take_text), .offset = offsetof(struct province_row, region),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
    {FIELD("cluster", take_number), .offset = offsetof(struct province_row, cluster)},
};

static const struct field_spec district_specs[] = {
    {FIELD("code", take_place_code), .offset = offsetof(struct district, code),
     .flags = FIELD_REQUIRED},
    {FIELD("slug", take_line), .offset = offsetof(struct district, slug)},
    {FIELD("name", take_text), .offset = offsetof(struct district, name),
     .flags = FIELD_TEXT | FIELD_REQUIRED},
};

const struct field_table cluster_fields = FIELD_TABLE(cluster_specs);
const struct field_table province_fields = FIELD_TABLE(province_specs);
const struct field_table district_fields = FIELD_TABLE(district_specs);

/* ---- addresses ---- */

static struct str english(const struct site *site, const struct text *name)
{
    unsigned lang = site_lang(site, STR("en"));
    return lang < LANG_MAX ? name->in[lang] : STR("");
}

/* Digits first would be taken for a code: places are looked up by both. */
static bool is_place_slug(struct str text)
{
    return slug_is(text) && (text.ptr[0] < '0' || text.ptr[0] > '9');
}

/* The slug as stated, or from the English name, or the code itself; tells of a bad one.
 */
static struct str choose_slug(struct reader *r, struct pos pos, struct str stated,
                              const struct text *name, struct str code)
{
    if (is_place_slug(stated))
        return stated;
    struct str made = slug_of(english(r->site, name), r->arena);
    struct str slug = is_place_slug(made) ? made : code;
    if (stated.len)
        complain(r, PLACE_SLUG, pos, stated, slug);
    return slug;
}

/* ---- clusters ---- */

static struct cluster *cluster_of(const struct site *site, int64_t number)
{
    for (size_t i = 0; i < site->clusters.count; i++)
        if (site->clusters.items[i]->number == number)
            return site->clusters.items[i];
    return NULL;
}

static void read_cluster(struct loading *l, struct reader *r, struct record *row)
{
    struct cluster *cluster = arena_new(l->arena, struct cluster);
    const struct field *field = record_find(row, STR("number"));
    int64_t number = 0;
    fields_resolve(r, row, &cluster_fields);
    fields_take(r, row, &cluster_fields, cluster);
    if (!field || !take_whole(r, field, cluster_numbers, &number))
        return;
    if (cluster_of(l->site, number)) {
        complain(r, PLACE_TWICE, row->pos, field->text);
        return;
    }
    cluster->number = (unsigned)number;
    cluster->pos = row->pos;
    *list_push(&l->site->clusters, l->arena) = cluster;
}

/* ---- provinces and their regions ---- */

static struct region *region_of(struct loading *l, struct reader *r,
                                const struct text *name)
{
    struct site *site = l->site;
    for (size_t i = 0; i < site->regions.count; i++)
        if (str_eq(site->regions.items[i]->name.in[0], name->in[0]))
            return site->regions.items[i];
    struct region *region = arena_new(l->arena, struct region);
    region->name = *name;
    region->slug =
        choose_slug(r, (struct pos){0}, STR(""), name,
                    str_format(l->arena, "region-%zu", site->regions.count + 1));
    *list_push(&site->regions, l->arena) = region;
    return region;
}

static bool is_code(struct str code, size_t digits)
{
    struct str_int number = str_to_int(code);
    return code.len == digits && number.ok && code.ptr[0] >= '1' && code.ptr[0] <= '9';
}

/* Puts a place under its path (what stands before the slug, and the slug). Two districts
 * of Ayutthaya are both Bang Sai in English: the second gets its code behind its slug. */
static void put_slug(struct reader *r, struct map *map, struct str before,
                     struct str *slug, struct str code, void *place, struct pos pos)
{
    struct str path = str_format(r->arena, "%.*s%.*s", STR_ARG(before), STR_ARG(*slug));
    if (map_get(map, path)) {
        struct str own = str_format(r->arena, "%.*s-%.*s", STR_ARG(*slug), STR_ARG(code));
        complain(r, PLACE_SLUG_TWICE, pos, *slug, own);
        *slug = own;
        path = str_format(r->arena, "%.*s%.*s", STR_ARG(before), STR_ARG(own));
    }
    map_put(map, path, place, r->arena);
}

static void link_province(struct loading *l, struct reader *r, struct province_row *p,
                          struct pos pos)
{
    struct province *province = &p->p;
    province->region = region_of(l, r, &p->region);
    province->cluster = p->cluster ? cluster_of(l->site, p->cluster) : NULL;
    if (p->cluster && !province->cluster)
        complain(r, PROVINCE_NO_CLUSTER, pos,
                 str_format(r->scratch, "%d", (int)p->cluster));
    map_put(&l->site->province_by_code, province->code, province, l->arena);
    *list_push(&l->site->provinces, l->arena) = province;
}

static void read_province(struct loading *l, struct reader *r, struct record *row)
{
    struct province_row *p = arena_new(l->arena, struct province_row);
    fields_resolve(r, row, &province_fields);
    fields_take(r, row, &province_fields, p);
    struct province *province = &p->p;
    struct map *map = &l->site->province_by_code;
    province->pos = row->pos;
    if (!province->code.len)
        return; /* told as missing */
    if (!is_code(province->code, 2)) {
        complain(r, PLACE_CODE, row->pos, province->code, STR("2"));
        return;
    }
    if (map_get(map, province->code)) {
        complain(r, PLACE_TWICE, row->pos, province->code);
        return;
    }
    province->slug =
        choose_slug(r, row->pos, province->slug, &province->name, province->code);
    province->is_bangkok = str_eq(province->code, STR("10"));
    if (!province->name.in[0].len || !p->region.in[0].len)
        return;
    put_slug(r, map, STR(""), &province->slug, province->code, province, row->pos);
    link_province(l, r, p, row->pos);
}

/* ---- districts ---- */

static void read_district(struct loading *l, struct reader *r, struct record *row)
{
    struct district *d = arena_new(l->arena, struct district);
    fields_resolve(r, row, &district_fields);
    fields_take(r, row, &district_fields, d);
    struct map *map = &l->site->district_by_code;
    d->pos = row->pos;
    if (!d->code.len)
        return;
    if (!is_code(d->code, 4)) {
        complain(r, PLACE_CODE, row->pos, d->code, STR("4"));
        return;
    }
    d->province = map_get(&l->site->province_by_code, str_first(d->code, 2));
    if (!d->province) {
        complain(r, PLACE_NO_PROVINCE, row->pos, d->code, str_first(d->code, 2));
        return;
    }
    if (map_get(map, d->code)) {
        complain(r, PLACE_TWICE, row->pos, d->code);
        return;
    }
    d->slug = choose_slug(r, row->pos, d->slug, &d->name, d->code);
    if (!d->name.in[0].len)
        return;
    struct str before = str_format(r->scratch, "%.*s/", STR_ARG(d->province->slug));
    put_slug(r, map, before, &d->slug, d->code, d, row->pos);
    map_put(map, d->code, d, l->arena);
    *list_push(&l->site->districts, l->arena) = d;
}

/* ---- in the order of codes ---- */

static int compare_clusters(const void *a, const void *b)
{
    const struct cluster *x = *(struct cluster *const *)a,
                         *y = *(struct cluster *const *)b;
    return (x->number > y->number) - (x->number < y->number);
}

static int compare_provinces(const void *a, const void *b)
{
    return str_compare((*(struct province *const *)a)->code,
                       (*(struct province *const *)b)->code);
}

static int compare_districts(const void *a, const void *b)
{
    return str_compare((*(struct district *const *)a)->code,
                       (*(struct district *const *)b)->code);
}

static void sort_pointers(void *items, size_t count,
                          int (*compare)(const void *, const void *))
{
    if (count)
        qsort(items, count, sizeof(void *), compare);
}

/* Lists of members, in the order of codes: for this, after sorting. */
static void fill_members(struct site *site, struct arena *arena)
{
    for (size_t i = 0; i < site->provinces.count; i++) {
        struct province *province = site->provinces.items[i];
        *list_push(&province->region->provinces, arena) = province;
        if (province->cluster)
            *list_push(&province->cluster->provinces, arena) = province;
    }
    for (size_t i = 0; i < site->districts.count; i++) {
        struct district *district = site->districts.items[i];
        *list_push(&district->province->districts, arena) = district;
    }
}

void load_places(struct loading *l)
{
    struct site *site = l->site;
    loading_rows(l, KIND_CLUSTER, read_cluster);
    sort_pointers(site->clusters.items, site->clusters.count, compare_clusters);
    loading_rows(l, KIND_PROVINCE, read_province);
    sort_pointers(site->provinces.items, site->provinces.count, compare_provinces);
    loading_rows(l, KIND_DISTRICT, read_district);
    sort_pointers(site->districts.items, site->districts.count, compare_districts);
    fill_members(site, l->arena);
}
