/* SPDX-License-Identifier: MIT */
/*
 * near.h: the country in squares, so that a phone fetches only the entries around it.
 *
 * A cell is NEAR_CELL degrees high and wide (some 190 km): the whole country is 30 of them,
 * a file for each and each language, and what is near a place lies in one to four. The
 * visitor's position never leaves the phone: the page knows which cells there are, and
 * assets/near.js fetches them by number, as everybody around fetches them.
 *
 * An entry stands at its own coordinates, or else at its LAO's office (nearest.h); without
 * either it is in no cell.
 */
#ifndef ATTALAK_VIEW_NEAR_H
#define ATTALAK_VIEW_NEAR_H

#include "model/model.h"
#include "model/nearest.h"

#define NEAR_SOUTH 5.6
#define NEAR_WEST 97.0
#define NEAR_CELL 1.75
enum { NEAR_ROWS = 9, NEAR_COLUMNS = 5 };

struct near_cell {
    unsigned row, column;
    struct laos entries; /* by key */
};
/* Those that hold anything, from the south-west on. */
struct near_cells LIST_OF(struct near_cell);

struct near_cells near_cells(const struct site *site, struct arena *arena);

/* The middle of a district: the mean of its offices; not ok when none is known. */
struct spot near_centre(const struct district *district);

#endif
