/* SPDX-License-Identifier: MIT */
/*
 * A list of chunks, newest first; a chunk doubles the one before it up to CHUNK_MAX, and
 * a block larger than that gets a chunk of its own. Memory comes from calloc and is
 * zeroed again by rewind, so that arena_alloc need not clear: pages of the operating
 * system are zero anyway.
 */
#include "base/arena.h"

#include <stdalign.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/panic.h"

#if defined(__SANITIZE_ADDRESS__)
#include <sanitizer/asan_interface.h>
#define POISON(ptr, size) ASAN_POISON_MEMORY_REGION((ptr), (size))
#define UNPOISON(ptr, size) ASAN_UNPOISON_MEMORY_REGION((ptr), (size))
#else
#define POISON(ptr, size) ((void)(ptr), (void)(size))
#define UNPOISON(ptr, size) ((void)(ptr), (void)(size))
#endif

enum { CHUNK_MIN = 16 * 1024, CHUNK_MAX = 1024 * 1024, ALIGN = alignof(max_align_t) };

#ifdef ARENA_MALLOC
static const bool one_chunk_each = true;
#else
static const bool one_chunk_each = false;
#endif

struct arena_chunk {
    struct arena_chunk *next; /* older */
    size_t size, used;
    alignas(max_align_t) unsigned char bytes[];
};

static size_t round_up(size_t size)
{
    return (size + ALIGN - 1) & ~(size_t)(ALIGN - 1);
}

static size_t next_chunk_size(const struct arena *arena, size_t wanted)
{
    if (one_chunk_each)
        return wanted;
    size_t size = arena->head ? arena->head->size * 2 : CHUNK_MIN;
    if (size > CHUNK_MAX)
        size = CHUNK_MAX;
    return size > wanted ? size : wanted;
}

/* Seldom called: apart from it arena_alloc is small enough to be put into its callers. */
static __attribute__((noinline)) void add_chunk(struct arena *arena, size_t wanted)
{
    size_t size = next_chunk_size(arena, wanted);
    struct arena_chunk *chunk = calloc(1, sizeof(*chunk) + size);
    if (!chunk)
        panic("out of memory (%zu bytes)", size);
    chunk->size = size;
    chunk->next = arena->head;
    arena->head = chunk;
    arena->total += size;
    POISON(chunk->bytes, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
    if (size > SIZE_MAX / 4)
        panic("out of memory (%zu bytes)", size);
    size_t rounded = round_up(size ? size : 1);
    if (one_chunk_each || !arena->head || arena->head->size - arena->head->used < rounded)
        add_chunk(arena, rounded);
    void *ptr = arena->head->bytes + arena->head->used;
    arena->head->used += rounded;
    UNPOISON(ptr, size);
    return ptr;
}

void *arena_array(struct arena *arena, size_t count, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(count, size, &bytes))
        panic("out of memory (%zu x %zu bytes)", count, size);
    return arena_alloc(arena, bytes);
}

char *arena_copy(struct arena *arena, const void *bytes, size_t size)
{
    char *copy = arena_alloc(arena, size + 1);
    if (size)
        memcpy(copy, bytes, size);
    return copy;
}

/* An arena that was emptied is at its very beginning again, as one that never held anything. */
struct arena_mark arena_mark(const struct arena *arena)
{
    const struct arena_chunk *head = arena->head;
    bool empty = !head || (!head->used && !head->next);
    return empty ? (struct arena_mark){0} : (struct arena_mark){arena->head, head->used};
}

static void drop_head(struct arena *arena)
{
    struct arena_chunk *chunk = arena->head;
    arena->head = chunk->next;
    arena->total -= chunk->size;
    UNPOISON(chunk->bytes, chunk->size);
    free(chunk);
}

/* Gives back the chunks between the newest one and `keep`, which stay. */
static void drop_below_head(struct arena *arena, const struct arena_chunk *keep)
{
    while (arena->head->next != keep) {
        struct arena_chunk *chunk = arena->head->next;
        arena->head->next = chunk->next;
        arena->total -= chunk->size;
        UNPOISON(chunk->bytes, chunk->size);
        free(chunk);
    }
}

static void give_back(struct arena_chunk *chunk, size_t from)
{
    size_t given_back = chunk->used - from;
    UNPOISON(chunk->bytes + from, given_back);
    memset(chunk->bytes + from, 0, given_back);
    POISON(chunk->bytes + from, given_back);
    chunk->used = from;
}

/* A rewind to the very beginning keeps the newest chunk, the largest of the ordinary
 * ones: a page's scratch would otherwise be taken from the system and given back for each
 * page, and cleared whole: a twentieth of a build. */
void arena_rewind(struct arena *arena, struct arena_mark mark)
{
    if (!mark.chunk && arena->head && !one_chunk_each && arena->head->size <= CHUNK_MAX) {
        drop_below_head(arena, NULL);
        give_back(arena->head, 0);
        return;
    }
    while (arena->head != mark.chunk)
        drop_head(arena);
    if (arena->head)
        give_back(arena->head, mark.used);
}

void arena_join(struct arena *into, struct arena *from)
{
    struct arena_chunk **tail = &into->head;
    while (*tail)
        tail = &(*tail)->next;
    *tail = from->head;
    into->total += from->total;
    *from = (struct arena){0};
}

void arena_release(struct arena *arena)
{
    while (arena->head)
        drop_head(arena);
}
