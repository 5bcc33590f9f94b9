/* SPDX-License-Identifier: MIT */
/*
 * plot.h: points of the Earth as dots on a sheet PLOT_WIDTH units wide, and room for
 * names beside them.
 *
 * North is up; a degree of longitude is as much shorter as it is in the middle of the
 * sheet (equirectangular), so that distances are true to one in a hundred within a
 * province. Coordinates are whole units: a phone shows one as about one pixel.
 *
 *     struct plot plot = plot_of(spots, count, arena);     ok is false: too few to be a
 * map struct dot dot; plot_dot(&plot, spot, &dot)                          false: beyond
 * the sheet struct room room = {0}; room_take(&room, room_around(dot, 8, 8)); a dot
 * stands there room_find(&room, dot, width, ROOM_NEAR, &box)        where a name may
 * stand near it
 */
#ifndef ATTALAK_VIEW_PLOT_H
#define ATTALAK_VIEW_PLOT_H

#include "base/arena.h"
#include "model/nearest.h"

enum {
    PLOT_WIDTH = 320,
    PLOT_EDGE = 24, /* free of the place's own dots, on all four sides */
    PLOT_TALLEST = 400,
    PLOT_FOOT = 24, /* below the sheet, for the scale */
};

struct dot {
    int x, y;
};

struct plot {
    bool ok;
    struct spot middle;
    double per_km; /* units */
    double
        km_per_longitude; /* a degree at the middle; of latitude it is always the same */
    int height;
};

/* A sheet that holds all spots but those far from all others: a slip in a coordinate must
 * not make dust of a province. */
struct plot plot_of(const struct spot *spots, size_t count, struct arena *arena);

bool plot_dot(const struct plot *plot, struct spot spot, struct dot *dot);

/* The least that holds some spots; that of none is upside down, and meets no sheet. */
struct extent {
    double south, north, west, east;
};
struct extent extent_of_none(void);
void extent_add(struct extent *extent, struct spot spot);

/* Whether a spot within may be on the sheet: so much for a place far away, at one look. */
bool plot_meets(const struct plot *plot, const struct extent *extent);

/* The roundest number of kilometres that is at most a quarter of the sheet. */
int plot_scale_km(const struct plot *plot);

/* The dots as the corners of one line, to be drawn as markers: "m0 0 12 30 3-4v0". The
 * first and the last corner are no dots, so that marker-mid alone says all. */
struct str plot_path(const struct dot *dots, size_t count, struct arena *arena);

/* ---- room for names ---- */

/* The sheet in squares of ROOM_CELL units, a bit each. */
enum { ROOM_CELL = 5, ROOM_ROWS = (PLOT_TALLEST + PLOT_FOOT) / ROOM_CELL + 1 };
struct room {
    uint64_t rows[ROOM_ROWS];
};
_Static_assert(PLOT_WIDTH == 64 * ROOM_CELL, "a row of squares is one number");

struct box {
    int x, y, width, height; /* its upper left corner */
};

bool room_is_free(const struct room *room, struct box box);
void room_take(struct room *room, struct box box);
/* A box of that size with its middle in the dot. */
struct box room_around(struct dot dot, int width, int height);

/* How far a name may stand from what it names. */
enum room_reach {
    ROOM_BESIDE, /* right, left, above or below of a dot */
    ROOM_NEAR,   /* anywhere about a middle, the nearer the better */
};
enum { NAME_HEIGHT = 16 /* of a line's letters and marks */ };
/* Finds a place for a name and takes it; false: there is none. */
bool room_find(struct room *room, struct dot dot, int width, enum room_reach reach,
               struct box *box);

#endif
