/* SPDX-License-Identifier: MIT */
/*
 * map.h: str -> pointer, with the order of insertion kept.
 *
 * Open addressing over XXH3 hashes; walks go over `entries` in the order they were put,
 * so no output ever depends on a hash. Keys are borrowed: they must live as long as the
 * map.
 */
#ifndef ATTALAK_BASE_MAP_H
#define ATTALAK_BASE_MAP_H

#include "base/list.h"
#include "base/str.h"

struct map_entry {
    struct str key;
    void *value;
    uint64_t hash;
};

struct map {
    struct LIST_OF(struct map_entry) entries; /* in order of insertion: walk these */
    uint32_t *slots;                          /* index + 1 into entries; 0 is free */
    size_t slot_count;                        /* a power of two */
};

void *map_get(const struct map *map, struct str key); /* NULL when there is none */

/* Sets key to value (not NULL); returns the value that was there before, or NULL. */
void *map_put(struct map *map, struct str key, void *value, struct arena *arena);

#endif
