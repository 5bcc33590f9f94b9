/* SPDX-License-Identifier: MIT */
/*
 * A grid over Thailand's box, the finer the more entries there are. From an entry's cell, rings
 * of cells are searched outwards until the sixth nearest is nearer than anything a further ring
 * can hold.
 */
#include "model/nearest.h"

#include <math.h>

enum { IN_A_CELL = 8 }; /* entries, where they lie evenly: a ring or two hold six */
static const double SOUTH = 5.0, WEST = 97.0, HEIGHT = 16.0, WIDTH = 9.0; /* degrees */
static const double LAND = 43.0; /* Thailand's 513,120 km² in square degrees of the box */
static const double CELL_MIN = 1 / 64.0, CELL_MAX = 1 / 4.0;
static const double KM_PER_DEGREE = 104.0;   /* of longitude at 20.5° N: the least */
static const double KM_PER_LATITUDE = 111.1; /* a degree, rounded down */

struct cell LIST_OF(const struct lao *);

struct grid {
    struct cell *cells; /* rows * columns */
    int rows, columns;
    double cell; /* degrees */
};

struct spot spot_of(const struct lao *lao)
{
    const struct place *place = lao->identity ? &lao->identity->place : NULL;
    if (place && place->located)
        return (struct spot){place->lat, place->lon, true};
    return (struct spot){lao->lat, lao->lon, lao->located};
}

double spot_km(struct spot a, struct spot b)
{
    static const double radius_km = 6371.0088, degree = 3.14159265358979323846 / 180.0;
    double dlat = (b.lat - a.lat) * degree, dlon = (b.lon - a.lon) * degree;
    double h = pow(sin(dlat / 2), 2)
               + cos(a.lat * degree) * cos(b.lat * degree) * pow(sin(dlon / 2), 2);
    return 2 * radius_km * asin(sqrt(h < 1 ? h : 1));
}

static int clamp(double value, int count)
{
    return value < 0 ? 0 : value >= count ? count - 1 : (int)value;
}

static int row_of(const struct grid *grid, struct spot spot)
{
    return clamp((spot.lat - SOUTH) / grid->cell, grid->rows);
}

static int column_of(const struct grid *grid, struct spot spot)
{
    return clamp((spot.lon - WEST) / grid->cell, grid->columns);
}

static struct cell *cell_at(const struct grid *grid, int row, int column)
{
    return &grid->cells[row * grid->columns + column];
}

static struct grid make_grid(const struct laos *entries, struct arena *arena)
{
    double even = sqrt(LAND * IN_A_CELL / (double)(entries->count + 1));
    struct grid grid = {.cell = fmin(fmax(even, CELL_MIN), CELL_MAX)};
    grid.rows = (int)ceil(HEIGHT / grid.cell);
    grid.columns = (int)ceil(WIDTH / grid.cell);
    grid.cells = arena_many(arena, (size_t)grid.rows * (size_t)grid.columns, struct cell);
    for (size_t i = 0; i < entries->count; i++) {
        struct spot spot = spot_of(entries->items[i]);
        if (spot.ok)
            *list_push(cell_at(&grid, row_of(&grid, spot), column_of(&grid, spot)),
                       arena) = entries->items[i];
    }
    return grid;
}

static bool is_nearer(struct neighbour a, struct neighbour b)
{
    return a.km < b.km || (!(b.km < a.km) && str_compare(a.lao->key, b.lao->key) < 0);
}

/* Insertion into a list of six: nearest first, equal distances by key. */
static void offer(struct identity *identity, struct neighbour candidate)
{
    size_t at = identity->nearest_count;
    if (at == NEIGHBOURS_MAX) {
        if (!is_nearer(candidate, identity->nearest[at - 1]))
            return;
        at--;
    } else {
        identity->nearest_count++;
    }
    for (; at && is_nearer(candidate, identity->nearest[at - 1]); at--)
        identity->nearest[at] = identity->nearest[at - 1];
    identity->nearest[at] = candidate;
}

/* The distance that a candidate has to beat; negative when six stand at this very point. */
static double to_beat(const struct identity *identity)
{
    if (identity->nearest_count < NEIGHBOURS_MAX)
        return HUGE_VAL;
    double worst = identity->nearest[NEIGHBOURS_MAX - 1].km;
    return worst > 0 ? worst : -1;
}

/* Crowds in one cell (a city; thousands of entries at one point) are mostly turned away by
 * their latitude alone. A cell is in the order of keys, so equal distances lose nothing. */
static void offer_cell(const struct cell *cell, const struct lao *self, struct spot spot)
{
    for (size_t i = 0; i < cell->count && to_beat(self->identity) >= 0; i++) {
        const struct lao *other = cell->items[i];
        struct spot there = spot_of(other);
        bool far = fabs(there.lat - spot.lat) * KM_PER_LATITUDE > to_beat(self->identity);
        if (other != self && !far)
            offer(self->identity, (struct neighbour){other, spot_km(spot, there)});
    }
}

/* The cells whose row or column is exactly `ring` away. */
static void search_ring(const struct grid *grid, const struct lao *self, struct spot spot,
                        int ring)
{
    int row = row_of(grid, spot), column = column_of(grid, spot);
    for (int r = row - ring; r <= row + ring; r++) {
        bool edge = r == row - ring || r == row + ring;
        for (int c = column - ring; c <= column + ring; c += edge || !ring ? 1 : 2 * ring)
            if (r >= 0 && r < grid->rows && c >= 0 && c < grid->columns)
                offer_cell(cell_at(grid, r, c), self, spot);
    }
}

static bool is_settled(const struct grid *grid, const struct identity *identity, int ring)
{
    return identity->nearest_count == NEIGHBOURS_MAX
           && identity->nearest[NEIGHBOURS_MAX - 1].km <=
                  (ring - 1) * grid->cell * KM_PER_DEGREE;
}

void nearest_fill(const struct laos *entries, struct arena *arena)
{
    struct grid grid = make_grid(entries, arena);
    for (size_t i = 0; i < entries->count; i++) {
        const struct lao *self = entries->items[i];
        struct spot spot = spot_of(self);
        for (int ring = 0; spot.ok && ring < grid.rows; ring++) {
            if (is_settled(&grid, self->identity, ring))
                break;
            search_ring(&grid, self, spot, ring);
        }
    }
}
