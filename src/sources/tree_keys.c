/* SPDX-License-Identifier: MIT */
#include "sources/tree_keys.h"

enum { LINEAR_KEYS_MAX = 12 };

void tree_hang(struct tree_open *open, struct tree *child)
{
    *open->tail = child;
    open->tail = &child->next;
    if (open->node)
        open->node->count++;
}

struct tree *tree_find_key(const struct tree_open *map, struct str key)
{
    if (map->node->count > LINEAR_KEYS_MAX)
        return map_get(&map->keys, key);
    for (struct tree *child = map->node->first; child; child = child->next)
        if (str_eq(child->key, key))
            return child;
    return NULL;
}

void tree_remember_key(struct tree_open *map, struct tree *added, struct arena *arena)
{
    if (map->node->count == LINEAR_KEYS_MAX + 1)
        for (struct tree *child = map->node->first; child; child = child->next)
            map_put(&map->keys, child->key, child, arena);
    else if (map->node->count > LINEAR_KEYS_MAX + 1)
        map_put(&map->keys, added->key, added, arena);
}
