/* SPDX-License-Identifier: MIT */
#include "publish/reserve.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/scan.h"

enum { DIGITS_MAX = 18, NAME_ROOM = 24 };

void reserve_init(struct reserve *reserve)
{
    *reserve = (struct reserve){.root = -1};
    pthread_mutex_init(&reserve->lock, NULL);
}

void reserve_release(struct reserve *reserve)
{
    if (reserve->root >= 0)
        close(reserve->root);
    pthread_mutex_destroy(&reserve->lock);
    arena_release(&reserve->arena);
}

static bool is_ours(const struct scan_name *file)
{
    size_t digits = strspn(file->name, "0123456789");
    return file->type == DT_REG && digits && digits <= DIGITS_MAX && !file->name[digits];
}

static void add_name(struct reserve *reserve, const struct scan_name *file)
{
    uint64_t number = strtoull(file->name, NULL, 10);
    if (number >= reserve->next)
        reserve->next = number + 1;
    *list_push(&reserve->names, &reserve->arena) = file->name;
}

void reserve_open(struct reserve *reserve, const struct target *target)
{
    struct scan_names names = {0};
    if (mkdirat(target->parent, target->reserve_name, 0700) != 0 && errno != EEXIST)
        return;
    reserve->root = openat(target->parent, target->reserve_name,
                           O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (reserve->root < 0 || scan_names(reserve->root, &names, &reserve->arena) != 0)
        return;
    for (size_t i = 0; i < names.count; i++)
        if (is_ours(&names.items[i]))
            add_name(reserve, &names.items[i]);
}

static const char *pop_name(struct reserve *reserve)
{
    pthread_mutex_lock(&reserve->lock);
    const char *name =
        reserve->names.count ? reserve->names.items[--reserve->names.count] : NULL;
    pthread_mutex_unlock(&reserve->lock);
    return name;
}

bool reserve_take(struct reserve *reserve, int dir, const char *name)
{
    const char *from = pop_name(reserve);
    return from && renameat(reserve->root, from, dir, name) == 0;
}

static bool next_number(struct reserve *reserve, size_t limit, uint64_t *number)
{
    pthread_mutex_lock(&reserve->lock);
    bool has_room = reserve->names.count < limit;
    if (has_room)
        *number = reserve->next++;
    pthread_mutex_unlock(&reserve->lock);
    return has_room;
}

bool reserve_keep(struct reserve *reserve, int dir, const char *name, size_t limit)
{
    uint64_t number;
    char to[NAME_ROOM];
    if (reserve->root < 0 || !next_number(reserve, limit, &number))
        return false;
    int len = snprintf(to, sizeof(to), "%llu", (unsigned long long)number);
    if (renameat(dir, name, reserve->root, to) != 0)
        return false;
    pthread_mutex_lock(&reserve->lock);
    *list_push(&reserve->names, &reserve->arena) =
        arena_copy(&reserve->arena, to, (size_t)len);
    pthread_mutex_unlock(&reserve->lock);
    return true;
}
