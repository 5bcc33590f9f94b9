/* SPDX-License-Identifier: MIT */
/*
 * ranked.h: things in the reader's order, which the model has as a number for each language.
 */
#ifndef ATTALAK_VIEW_RANKED_H
#define ATTALAK_VIEW_RANKED_H

#include <stddef.h>

struct ranked {
    void *what;
    unsigned rank, group; /* of a lower group all come before those of a higher one */
};

void ranked_sort(struct ranked *ranked, size_t count);

#endif
