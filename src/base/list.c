/* SPDX-License-Identifier: MIT */
#include "base/list.h"

#include <string.h>

enum { LIST_FIRST = 8 };

/* Doubling copies each element at most once on average; the old space stays in the arena.
 */
void list_grow(void **items, size_t count, size_t *room, size_t size, struct arena *arena)
{
    if (count < *room)
        return;
    size_t wider = *room ? *room * 2 : LIST_FIRST;
    void *grown = arena_array(arena, wider, size);
    if (count)
        memcpy(grown, *items, count * size);
    *items = grown;
    *room = wider;
}
