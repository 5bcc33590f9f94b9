/* SPDX-License-Identifier: MIT */
#include "publish/ledger.h"

#include <stdlib.h>

struct stamp stamp_of(const struct stat *st)
{
    return (struct stamp){
        .inode = st->st_ino,
        .size = (uint64_t)st->st_size,
        .seconds = st->st_mtim.tv_sec,
        .nanoseconds = (uint32_t)st->st_mtim.tv_nsec,
        .mode = st->st_mode & 07777,
        .changed = st->st_ctim,
    };
}

bool stamp_eq(const struct stamp *a, const struct stamp *b)
{
    return a->inode == b->inode && a->size == b->size && a->seconds == b->seconds
           && a->nanoseconds == b->nanoseconds && a->mode == b->mode
           && a->changed.tv_sec == b->changed.tv_sec
           && a->changed.tv_nsec == b->changed.tv_nsec;
}

bool stamp_is_settled(const struct stamp *stamp, const struct stamp *manifest)
{
    return time_is_earlier(stamp->changed, (struct timespec){manifest->seconds,
                                                             manifest->nanoseconds});
}

bool time_is_earlier(struct timespec a, struct timespec b)
{
    return a.tv_sec < b.tv_sec || (a.tv_sec == b.tv_sec && a.tv_nsec < b.tv_nsec);
}

void ledger_init(struct ledger *ledger)
{
    *ledger = (struct ledger){0};
    pthread_mutex_init(&ledger->lock, NULL);
}

void ledger_release(struct ledger *ledger)
{
    pthread_mutex_destroy(&ledger->lock);
    arena_release(&ledger->arena);
}

static struct item *add(struct ledger *ledger, struct map *map, struct str path)
{
    struct item *item = arena_new(&ledger->arena, struct item);
    item->path = str_copy(path, &ledger->arena);
    map_put(map, item->path, item, &ledger->arena);
    return item;
}

struct item *ledger_enter(struct ledger *ledger, struct str path)
{
    struct item *item = map_get(&ledger->before, path);
    return item ? item : add(ledger, &ledger->before, path);
}

struct item *ledger_find(const struct ledger *ledger, struct str path)
{
    struct item *item = map_get(&ledger->before, path);
    return item ? item : map_get(&ledger->fresh, path);
}

static struct item *take_fresh(struct ledger *ledger, struct str path)
{
    pthread_mutex_lock(&ledger->lock);
    struct item *item = map_get(&ledger->fresh, path);
    if (!item)
        item = add(ledger, &ledger->fresh, path);
    pthread_mutex_unlock(&ledger->lock);
    return item;
}

struct item *ledger_take(struct ledger *ledger, struct str path)
{
    struct item *item = map_get(&ledger->before, path);
    if (!item)
        item = take_fresh(ledger, path);
    return atomic_exchange(&item->put, true) ? NULL : item;
}

bool item_is_wanted(const struct item *item)
{
    return item->put || item->kept || item->carried;
}

static int compare_paths(const void *a, const void *b)
{
    return str_compare((*(struct item *const *)a)->path,
                       (*(struct item *const *)b)->path);
}

static void collect(struct ledger_list *list, const struct map *map, struct arena *arena)
{
    for (size_t i = 0; i < map->entries.count; i++) {
        struct item *item = map->entries.items[i].value;
        if (item_is_wanted(item))
            *list_push(list, arena) = item;
    }
}

struct ledger_list ledger_wanted(struct ledger *ledger)
{
    struct ledger_list list = {0};
    collect(&list, &ledger->before, &ledger->arena);
    collect(&list, &ledger->fresh, &ledger->arena);
    if (list.count)
        qsort(list.items, list.count, sizeof(*list.items), compare_paths);
    return list;
}

static void add_folders(struct map *folders, struct item *item, struct arena *arena)
{
    struct cut cut = str_cut_last(item->path, '/');
    while (cut.ok && !map_get(folders, cut.head)) {
        map_put(folders, cut.head, item, arena);
        cut = str_cut_last(cut.head, '/');
    }
}

struct map ledger_folders(struct ledger *ledger, bool (*pass)(const struct item *))
{
    const struct map *maps[] = {&ledger->before, &ledger->fresh};
    struct map folders = {0};
    for (size_t m = 0; m < 2; m++)
        for (size_t i = 0; i < maps[m]->entries.count; i++) {
            struct item *item = maps[m]->entries.items[i].value;
            if (pass(item))
                add_folders(&folders, item, &ledger->arena);
        }
    return folders;
}
