/* SPDX-License-Identifier: MIT */
#include "view/places.h"

#include "base/number.h"
#include "view/place.h"

static void add_province(const struct view *view, const struct province *province,
                         struct place_rows *rows, struct arena *arena)
{
    *list_push(rows, arena) =
        (struct place_row){"province", province->code, province->name,
                           province->coverage, province->figures};
    if (province->coverage_apart->laos)
        *list_push(rows, arena) = (struct place_row){
            "apart", province->code, place_word(view, "progress.whole"),
            province->coverage_apart, province->figures_apart};
    for (size_t i = 0; i < province->districts.count; i++) {
        const struct district *district = province->districts.items[i];
        *list_push(rows, arena) =
            (struct place_row){"district", district->code, district->name,
                               district->coverage, district->figures};
    }
}

struct place_rows place_rows(const struct view *view, struct arena *arena)
{
    const struct site *site = view->site;
    struct place_rows rows = {0};
    *list_push(&rows, arena) =
        (struct place_row){"country", STR("TH"), place_word(view, "progress.nation"),
                           site->coverage, site->figures};
    for (size_t i = 0; i < site->regions.count; i++) {
        const struct region *region = site->regions.items[i];
        *list_push(&rows, arena) = (struct place_row){
            "region", region->slug, region->name, region->coverage, region->figures};
    }
    for (size_t i = 0; i < site->clusters.count; i++) {
        const struct cluster *cluster = site->clusters.items[i];
        *list_push(&rows, arena) =
            (struct place_row){"cluster", number_plain(cluster->number, arena),
                               cluster->name, cluster->coverage, cluster->figures};
    }
    for (size_t i = 0; i < site->provinces.count; i++)
        add_province(view, site->provinces.items[i], &rows, arena);
    return rows;
}
