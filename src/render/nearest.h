/* SPDX-License-Identifier: MIT */
/*
 * nearest.h: "did you mean …?" Inside render/ only.
 *
 *     struct nearest nearest = nearest_to(name);
 *     nearest_offer(&nearest, known, arena);       each name that would have been right
 *     if (nearest.close) … nearest.best … else … nearest.list
 */
#ifndef ATTALAK_RENDER_NEAREST_H
#define ATTALAK_RENDER_NEAREST_H

#include "base/str.h"

struct nearest {
    struct str name;
    struct str best; /* empty when nothing was offered */
    unsigned distance;
    bool close;      /* best is near enough to be what was meant */
    struct str list; /* the first names offered: "a, b, c …" */
    size_t offered;
};

struct nearest nearest_to(struct str name);
void nearest_offer(struct nearest *nearest, struct str known, struct arena *arena);

/* Best if it is close, else the list, else a dash. */
struct str nearest_advice(const struct nearest *nearest);

#endif
