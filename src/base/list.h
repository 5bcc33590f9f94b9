/* SPDX-License-Identifier: MIT */
/*
 * list.h: a typed array that grows on an arena.
 *
 *     LIST(struct row) rows = {0};          or: struct rows LIST_OF(struct row);
 *     *list_push(&rows, arena) = (struct row){...};
 *     for (size_t i = 0; i < rows.count; i++) use(&rows.items[i]);
 *
 * Growing copies: pointers into a list are good only when it has stopped growing.
 */
#ifndef ATTALAK_BASE_LIST_H
#define ATTALAK_BASE_LIST_H

#include <stddef.h>

#include "base/arena.h"

#define LIST_OF(type)                                                                    \
    {                                                                                    \
        type *items;                                                                     \
        size_t count, room;                                                              \
    }
#define LIST(type) struct LIST_OF(type)

/* The next free element, zeroed. */
#define list_push(list, arena)                                                           \
    (list_grow((void **)&(list)->items, (list)->count, &(list)->room,                    \
               sizeof(*(list)->items), (arena)),                                         \
     &(list)->items[(list)->count++])

/* Makes room for one more element of `size` bytes; only list_push calls it. */
void list_grow(void **items, size_t count, size_t *room, size_t size,
               struct arena *arena);

#endif
