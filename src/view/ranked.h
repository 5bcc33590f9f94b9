/* SPDX-License-Identifier: MIT */
/*
 * ranked.h: things in the reader's order, which the model has as a number for each language.
 */
#ifndef ATTALAK_VIEW_RANKED_H
#define ATTALAK_VIEW_RANKED_H

#include "model/model.h"

struct ranked {
    void *what;
    unsigned rank, group; /* of a lower group all come before those of a higher one */
};

void ranked_sort(struct ranked *ranked, size_t count);

/* All of a list in the order of their names in `lang`. */
struct ranked *ranked_regions(const struct regions *regions, unsigned lang,
                              struct arena *arena);
struct ranked *ranked_provinces(const struct provinces *provinces, unsigned lang,
                                struct arena *arena);
struct ranked *ranked_districts(const struct districts *districts, unsigned lang,
                                struct arena *arena);

#endif
