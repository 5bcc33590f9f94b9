/* SPDX-License-Identifier: MIT */
#include "view/plot.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

static const double DEGREE = 3.14159265358979323846 / 180.0;
static const double KM_PER_LATITUDE = 111.195; /* on a sphere of the mean radius */
/* In no province is an office further than 3.5 times as far from the middle as three
 * quarters of them are; the slips of the register begin at 4.6. */
static const double FAR = 4.0;
static const double SMALLEST_KM = 4; /* nothing is gained by looking closer */
enum { DOTS_LEAST = 2, DOTS_TO_JUDGE = 8 };

/* ---- extents ---- */

struct extent extent_of_none(void)
{
    return (struct extent){.south = 90, .north = -90, .west = 180, .east = -180};
}

void extent_add(struct extent *extent, struct spot spot)
{
    extent->south = fmin(extent->south, spot.lat);
    extent->north = fmax(extent->north, spot.lat);
    extent->west = fmin(extent->west, spot.lon);
    extent->east = fmax(extent->east, spot.lon);
}

/* ---- the sheet ---- */

static int by_value(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

/* Of a sorted copy, the one that `part` of all are below. */
static double quantile(double *values, size_t count, double part)
{
    qsort(values, count, sizeof(*values), by_value);
    return values[(size_t)((double)count * part)];
}

static double km_between(const struct plot *plot, struct spot spot)
{
    return hypot((spot.lat - plot->middle.lat) * KM_PER_LATITUDE,
                 (spot.lon - plot->middle.lon) * plot->km_per_longitude);
}

static void set_middle(struct plot *plot, double lat, double lon)
{
    plot->middle = (struct spot){lat, lon, true};
    plot->km_per_longitude = KM_PER_LATITUDE * cos(lat * DEGREE);
}

/* How far from the median spot a spot may be. */
static double reach_of(struct plot *plot, const struct spot *spots, size_t count,
                       struct arena *arena)
{
    double *values = arena_many(arena, count, double);
    for (size_t i = 0; i < count; i++)
        values[i] = spots[i].lat;
    double lat = quantile(values, count, .5);
    for (size_t i = 0; i < count; i++)
        values[i] = spots[i].lon;
    set_middle(plot, lat, quantile(values, count, .5));
    for (size_t i = 0; i < count; i++)
        values[i] = km_between(plot, spots[i]);
    return count < DOTS_TO_JUDGE ? HUGE_VAL
                                 : FAR * fmax(quantile(values, count, .75), SMALLEST_KM);
}

struct plot plot_of(const struct spot *spots, size_t count, struct arena *arena)
{
    struct plot plot = {.ok = count >= DOTS_LEAST};
    if (!plot.ok)
        return plot;
    double reach = reach_of(&plot, spots, count, arena);
    struct extent all = extent_of_none();
    for (size_t i = 0; i < count; i++)
        if (km_between(&plot, spots[i]) <= reach)
            extent_add(&all, spots[i]);
    set_middle(&plot, (all.south + all.north) / 2, (all.west + all.east) / 2);
    double wide = fmax((all.east - all.west) * plot.km_per_longitude, SMALLEST_KM);
    double tall = fmax((all.north - all.south) * KM_PER_LATITUDE, SMALLEST_KM);
    plot.per_km =
        fmin((PLOT_WIDTH - 2 * PLOT_EDGE) / wide, (PLOT_TALLEST - 2 * PLOT_EDGE) / tall);
    plot.height = (int)ceil(tall * plot.per_km) + 2 * PLOT_EDGE;
    return plot;
}

static double x_of(const struct plot *plot, double lon)
{
    return (lon - plot->middle.lon) * plot->km_per_longitude * plot->per_km +
           PLOT_WIDTH / 2.0;
}

static double y_of(const struct plot *plot, double lat)
{
    return (plot->middle.lat - lat) * KM_PER_LATITUDE * plot->per_km + plot->height / 2.0;
}

bool plot_meets(const struct plot *plot, const struct extent *extent)
{
    return x_of(plot, extent->east) > 0 && x_of(plot, extent->west) < PLOT_WIDTH &&
           y_of(plot, extent->south) > 0 && y_of(plot, extent->north) < plot->height;
}

bool plot_dot(const struct plot *plot, struct spot spot, struct dot *dot)
{
    double x = x_of(plot, spot.lon), y = y_of(plot, spot.lat);
    bool on_sheet = x > 0 && x < PLOT_WIDTH && y > 0 && y < plot->height;
    if (on_sheet)
        *dot = (struct dot){(int)lround(x), (int)lround(y)};
    return on_sheet;
}

int plot_scale_km(const struct plot *plot)
{
    static const int round[] = {100, 50, 20, 10, 5, 2};
    for (size_t i = 0; i < sizeof(round) / sizeof(*round); i++)
        if (round[i] * plot->per_km <= PLOT_WIDTH / 4.0)
            return round[i];
    return 1;
}

/* A minus parts two numbers by itself. */
static char *put_step(char *at, int step)
{
    char digits[NUMBER_DIGITS_MAX], *end = digits + sizeof(digits);
    char *first = number_digits(end, (uint64_t)abs(step), 1);
    *at++ = step < 0 ? '-' : ' ';
    memcpy(at, first, (size_t)(end - first));
    return at + (end - first);
}

struct str plot_path(const struct dot *dots, size_t count, struct arena *arena)
{
    static const char head[] = "m0 0", tail[] = "v0";
    enum { STEP_MOST = 5 /* " 400", "-400" and to spare */ };
    if (!count)
        return (struct str){0};
    char *path =
        arena_many(arena, sizeof(head) + sizeof(tail) + count * 2 * STEP_MOST, char);
    char *at = path;
    struct dot last = {0, 0};
    memcpy(at, head, sizeof(head) - 1);
    at += sizeof(head) - 1;
    for (size_t i = 0; i < count; i++) {
        at = put_step(at, dots[i].x - last.x);
        at = put_step(at, dots[i].y - last.y);
        last = dots[i];
    }
    memcpy(at, tail, sizeof(tail) - 1);
    return (struct str){path, (size_t)(at - path) + sizeof(tail) - 1};
}

/* ---- room for names ---- */

static uint64_t columns_of(struct box box)
{
    int first = box.x / ROOM_CELL, last = (box.x + box.width - 1) / ROOM_CELL;
    uint64_t up_to_last = last == 63 ? ~UINT64_C(0) : (UINT64_C(1) << (last + 1)) - 1;
    return up_to_last & ~((UINT64_C(1) << first) - 1);
}

bool room_is_free(const struct room *room, struct box box)
{
    bool on_sheet = box.x >= 0 && box.y >= 0 && box.x + box.width <= PLOT_WIDTH &&
                    box.y + box.height <= ROOM_ROWS * ROOM_CELL;
    if (!on_sheet)
        return false;
    for (int y = box.y / ROOM_CELL; y <= (box.y + box.height - 1) / ROOM_CELL; y++)
        if (room->rows[y] & columns_of(box))
            return false;
    return true;
}

void room_take(struct room *room, struct box box)
{
    for (int y = box.y / ROOM_CELL; y <= (box.y + box.height - 1) / ROOM_CELL; y++)
        if (y >= 0 && y < ROOM_ROWS)
            room->rows[y] |= columns_of(box);
}

struct box room_around(struct dot dot, int width, int height)
{
    return (struct box){dot.x - width / 2, dot.y - height / 2, width, height};
}

static bool try_at(struct room *room, struct dot dot, int width, struct box *box)
{
    *box = room_around(dot, width, NAME_HEIGHT);
    if (!room_is_free(room, *box))
        return false;
    room_take(room, *box);
    return true;
}

static bool find_beside(struct room *room, struct dot dot, int width, struct box *box)
{
    enum { CLEAR = 7 };
    int aside = CLEAR + width / 2, above = CLEAR + NAME_HEIGHT / 2;
    const struct dot tries[] = {{dot.x + aside, dot.y},
                                {dot.x - aside, dot.y},
                                {dot.x, dot.y - above},
                                {dot.x, dot.y + above}};
    for (size_t i = 0; i < sizeof(tries) / sizeof(*tries); i++)
        if (try_at(room, tries[i], width, box))
            return true;
    return false;
}

/* Diamond after diamond around the middle. */
static bool find_near(struct room *room, struct dot dot, int width, struct box *box)
{
    enum { RINGS = 7 };
    for (int ring = 0; ring <= RINGS; ring++)
        for (int dy = -ring; dy <= ring; dy++) {
            int dx = (ring - abs(dy)) * ROOM_CELL, y = dot.y + dy * ROOM_CELL;
            if (try_at(room, (struct dot){dot.x + dx, y}, width, box) ||
                try_at(room, (struct dot){dot.x - dx, y}, width, box))
                return true;
        }
    return false;
}

bool room_find(struct room *room, struct dot dot, int width, enum room_reach reach,
               struct box *box)
{
    return reach == ROOM_BESIDE ? find_beside(room, dot, width, box)
                                : find_near(room, dot, width, box);
}
