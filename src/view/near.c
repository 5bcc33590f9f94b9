/* SPDX-License-Identifier: MIT */
#include "view/near.h"

/* What lies outside the box belongs to the cell at its edge. */
static unsigned band(double degrees, double from, unsigned count)
{
    double at = (degrees - from) / NEAR_CELL;
    return at < 0 ? 0 : at >= count ? count - 1 : (unsigned)at;
}

struct near_cells near_cells(const struct site *site, struct arena *arena)
{
    struct laos grid[NEAR_ROWS][NEAR_COLUMNS] = {0};
    struct near_cells cells = {0};
    for (size_t i = 0; i < site->entries.count; i++) {
        struct spot spot = spot_of(site->entries.items[i]);
        if (spot.ok)
            *list_push(&grid[band(spot.lat, NEAR_SOUTH, NEAR_ROWS)]
                            [band(spot.lon, NEAR_WEST, NEAR_COLUMNS)],
                       arena) = site->entries.items[i];
    }
    for (unsigned row = 0; row < NEAR_ROWS; row++)
        for (unsigned column = 0; column < NEAR_COLUMNS; column++)
            if (grid[row][column].count)
                *list_push(&cells, arena) =
                    (struct near_cell){row, column, grid[row][column]};
    return cells;
}

struct spot near_centre(const struct district *district)
{
    struct spot sum = {0};
    size_t count = 0;
    for (size_t i = 0; i < district->laos.count; i++) {
        const struct lao *lao = district->laos.items[i];
        if (!lao->located)
            continue;
        sum.lat += lao->lat;
        sum.lon += lao->lon;
        count++;
    }
    if (!count)
        return (struct spot){0};
    return (struct spot){sum.lat / (double)count, sum.lon / (double)count, true};
}
