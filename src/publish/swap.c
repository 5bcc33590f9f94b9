/* SPDX-License-Identifier: MIT */
#include "publish/swap.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static int rename_in(int parent, const char *from, const char *to)
{
    return renameat(parent, from, parent, to) == 0 ? 0 : errno;
}

static int exchange_in(int parent, const char *a, const char *b)
{
    return renameat2(parent, a, parent, b, RENAME_EXCHANGE) == 0 ? 0 : errno;
}

bool swap_is_impossible(int error)
{
    return error == EINVAL || error == ENOSYS || error == EOPNOTSUPP || error == EXDEV;
}

static bool is_there(int parent, const char *name)
{
    struct stat st;
    return fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW) == 0;
}

/* The rename is in the journal only when the parent is: a name that may come back after a
 * power cut is not published. When that fails, `undo` takes the rename back. Whatever the
 * system calls it, it is not that there is no exchange. */
static int settle(const struct target *target, int (*undo)(const struct target *),
                  bool *is_open)
{
    if (fsync(target->parent) == 0)
        return 0;
    int error = swap_is_impossible(errno) ? EIO : errno;
    *is_open = undo(target) != 0;
    return error;
}

/* Of two plain renames the first may be all that was done: the old folder goes back. */
int swap_recover(const struct target *target)
{
    int parent = target->parent;
    for (size_t i = 0; i < 2; i++)
        unlinkat(parent, target->probe_names[i], AT_REMOVEDIR);
    unlinkat(parent, target->memory_name, 0);
    if (!is_there(parent, target->old_name))
        return 0;
    if (!is_there(parent, target->name))
        return rename_in(parent, target->old_name, target->name);
    if (is_there(parent, target->spare_name))
        return EEXIST;
    return rename_in(parent, target->old_name, target->spare_name);
}

int swap_probe(const struct target *target)
{
    const char *a = target->probe_names[0], *b = target->probe_names[1];
    int error = 0;
    if (mkdirat(target->parent, a, 0700) != 0 || mkdirat(target->parent, b, 0700) != 0)
        error = errno;
    if (!error)
        error = exchange_in(target->parent, a, b);
    unlinkat(target->parent, a, AT_REMOVEDIR);
    unlinkat(target->parent, b, AT_REMOVEDIR);
    return error;
}

static int exchange(const struct target *target)
{
    return exchange_in(target->parent, target->spare_name, target->name);
}

int swap_exchange(const struct target *target, bool *is_open)
{
    int error = exchange(target);
    return error ? error : settle(target, exchange, is_open);
}

/* The second rename publishes. A third that fails leaves the folder under its other name, where
 * swap_recover finds it in the next build. */
static int two_steps(const struct target *target, bool *is_open)
{
    int parent = target->parent;
    int error = rename_in(parent, target->name, target->old_name);
    if (error)
        return error;
    error = rename_in(parent, target->spare_name, target->name);
    int other = rename_in(parent, target->old_name, error ? target->name : target->spare_name);
    *is_open = error && other;
    return error;
}

static int undo_two_steps(const struct target *target)
{
    bool is_open; /* any error says so */
    if (!is_there(target->parent, target->old_name))
        return two_steps(target, &is_open);
    int error = rename_in(target->parent, target->name, target->spare_name);
    return error ? error : rename_in(target->parent, target->old_name, target->name);
}

int swap_in_two_steps(const struct target *target, bool *is_open)
{
    int error = two_steps(target, is_open);
    return error ? error : settle(target, undo_two_steps, is_open);
}

static int take_back(const struct target *target)
{
    return rename_in(target->parent, target->name, target->spare_name);
}

/* A plain rename: it fails should a file or a folder that is not empty have appeared. */
int swap_first(const struct target *target, bool *is_open)
{
    int error = rename_in(target->parent, target->spare_name, target->name);
    return error ? error : settle(target, take_back, is_open);
}
