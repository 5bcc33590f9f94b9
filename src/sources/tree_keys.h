/* SPDX-License-Identifier: MIT */
/*
 * tree_keys.h: a list or map while its children are being hung: by tree.c, which asks libyaml, and
 * by tree_plain.c. A narrow map finds a key among its children, a wide one in a hash table.
 */
#ifndef ATTALAK_SOURCES_TREE_KEYS_H
#define ATTALAK_SOURCES_TREE_KEYS_H

#include "base/map.h"
#include "sources/tree.h"

struct tree_open {
    struct tree *node;  /* NULL: what holds the document's root */
    struct tree **tail; /* where its next child hangs */
    struct map keys;    /* of a wide map; values are its children */
};

void tree_hang(struct tree_open *open, struct tree *child);

/* The child with this key, or NULL. */
struct tree *tree_find_key(const struct tree_open *map, struct str key);

/* After it was hung. */
void tree_remember_key(struct tree_open *map, struct tree *child, struct arena *arena);

#endif
