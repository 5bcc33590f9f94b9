/* SPDX-License-Identifier: MIT */
/*
 * arena.h: memory by lifetime, not by object.
 *
 * An arena hands out zeroed, aligned memory and gives it back all at once. There is no
 * free for one object. One arena per lifetime (the whole build, one page) and per thread;
 * a worker's arena is joined to a longer-lived one when its work is done.
 *
 *     struct arena arena = {0};                     a zeroed arena is a valid, empty one
 *     struct node *n = arena_new(&arena, struct node);
 *     struct arena_mark mark = arena_mark(&arena);
 *     ... scratch ...
 *     arena_rewind(&arena, mark);                   gives back what came after the mark
 *     arena_release(&arena);                        gives back everything
 *
 * Never returns NULL: no memory is a panic. Under AddressSanitizer rewound space is
 * poisoned; with -DARENA_MALLOC every allocation is a malloc of its own, so that overruns
 * are caught. Not thread-safe: one arena belongs to one thread at a time.
 */
#ifndef ATTALAK_BASE_ARENA_H
#define ATTALAK_BASE_ARENA_H

#include <stddef.h>

struct arena_chunk;

struct arena {
    struct arena_chunk *head; /* newest chunk first */
    size_t total;             /* bytes held, for `attalak build --verbose` and tests */
};

struct arena_mark {
    struct arena_chunk *chunk;
    size_t used;
};

/* `size` zeroed bytes, aligned for any type. */
void *arena_alloc(struct arena *arena, size_t size);

/* `count` zeroed elements of `size` bytes; an overflow of the product is a panic. */
void *arena_array(struct arena *arena, size_t count, size_t size);

/* A copy of `size` bytes, with a NUL behind them that is not counted. */
char *arena_copy(struct arena *arena, const void *bytes, size_t size);

struct arena_mark arena_mark(const struct arena *arena);
void arena_rewind(struct arena *arena, struct arena_mark mark);

/* Moves everything that `from` holds into `into`; `from` is empty afterwards. */
void arena_join(struct arena *into, struct arena *from);

void arena_release(struct arena *arena);

#define arena_new(arena, type) ((type *)arena_alloc((arena), sizeof(type)))
#define arena_many(arena, count, type)                                                   \
    ((type *)arena_array((arena), (count), sizeof(type)))

#endif
