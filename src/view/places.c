/* SPDX-License-Identifier: MIT */
#include "view/places.h"

#include "base/number.h"
#include "view/place.h"

const struct str place_level_names[PLACE_LEVELS] = {
    [LEVEL_COUNTRY] = STR_CONST("country"),   [LEVEL_REGION] = STR_CONST("region"),
    [LEVEL_CLUSTER] = STR_CONST("cluster"),   [LEVEL_PROVINCE] = STR_CONST("province"),
    [LEVEL_APART] = STR_CONST("apart"),       [LEVEL_DISTRICT] = STR_CONST("district"),
};

static void add_province(const struct view *view, const struct province *province,
                         struct place_rows *rows, struct arena *arena)
{
    *list_push(rows, arena) =
        (struct place_row){LEVEL_PROVINCE, province->code, province->name,
                           province->coverage, province->figures};
    if (province->coverage_apart->laos)
        *list_push(rows, arena) = (struct place_row){
            LEVEL_APART, province->code, place_word(view, "progress.whole"),
            province->coverage_apart, province->figures_apart};
    for (size_t i = 0; i < province->districts.count; i++) {
        const struct district *district = province->districts.items[i];
        *list_push(rows, arena) =
            (struct place_row){LEVEL_DISTRICT, district->code, district->name,
                               district->coverage, district->figures};
    }
}

struct place_rows place_rows(const struct view *view, struct arena *arena)
{
    const struct site *site = view->site;
    struct place_rows rows = {0};
    *list_push(&rows, arena) =
        (struct place_row){LEVEL_COUNTRY, STR("TH"), place_word(view, "progress.nation"),
                           site->coverage, site->figures};
    for (size_t i = 0; i < site->regions.count; i++) {
        const struct region *region = site->regions.items[i];
        *list_push(&rows, arena) = (struct place_row){
            LEVEL_REGION, region->slug, region->name, region->coverage, region->figures};
    }
    for (size_t i = 0; i < site->clusters.count; i++) {
        const struct cluster *cluster = site->clusters.items[i];
        *list_push(&rows, arena) =
            (struct place_row){LEVEL_CLUSTER, number_plain(cluster->number, arena),
                               cluster->name, cluster->coverage, cluster->figures};
    }
    for (size_t i = 0; i < site->provinces.count; i++)
        add_province(view, site->provinces.items[i], &rows, arena);
    return rows;
}
