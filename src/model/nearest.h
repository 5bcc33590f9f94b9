/* SPDX-License-Identifier: MIT */
/*
 * nearest.h: fills each published identity's six nearest others.
 *
 * An entry stands at its own coordinates, or at its LAO's office when it has none; without
 * either it has no neighbours and is nobody's. Entries are dropped into a grid, so that the cost
 * is linear in their number.
 */
#ifndef ATTALAK_MODEL_NEAREST_H
#define ATTALAK_MODEL_NEAREST_H

#include "model/model.h"

/* Where an entry stands; ok is false when that is not known. */
struct spot {
    double lat, lon;
    bool ok;
};
struct spot spot_of(const struct lao *lao);

/* Kilometres between two spots on a sphere of the Earth's mean radius. */
double spot_km(struct spot a, struct spot b);

void nearest_fill(const struct laos *entries, struct arena *arena);

#endif
