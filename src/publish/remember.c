/* SPDX-License-Identifier: MIT */
/*
 * A tree that was copied, restored from a backup or given other names holds what it held, and
 * its manifest knows none of its stamps any more: every build would read all of it. So a build
 * that changes nothing writes the stamps down anew, and nothing else.
 *
 * The manifest comes by rename, for a tree whose manifest is cut short knows nothing of its
 * entries. A stamp goes into it only when its ctime lies before the moment at which this build
 * began (the lock's): what has changed since then, and was perhaps read before, shows.
 */
#include "publish/state.h"

#include <fcntl.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/beneath.h"
#include "publish/leaf.h"

/* None when it cannot be told: then nothing lies before it. */
static struct timespec time_of_begin(const struct target *target)
{
    struct stat st;
    return fstat(target->lock, &st) == 0 ? st.st_mtim : (struct timespec){0};
}

static bool is_news(const struct item *item, struct timespec begin)
{
    return item->is_moved && item->known && time_is_earlier(item->stamp.changed, begin);
}

static bool any_news(const struct ledger_list *wanted, struct timespec begin)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (is_news(wanted->items[i], begin))
            return true;
    return false;
}

static void forget_since(const struct ledger_list *wanted, struct leaves *leaves,
                         struct timespec begin)
{
    for (size_t i = 0; i < wanted->count; i++)
        if (!time_is_earlier(wanted->items[i]->stamp.changed, begin))
            wanted->items[i]->stamp.changed = (struct timespec){0};
    for (size_t i = 0; i < leaves->count; i++)
        if (!time_is_earlier(leaves->items[i].stamp.changed, begin))
            leaves->items[i].stamp = (struct stamp){0};
}

static bool write_synced(int parent, const char *name, struct str bytes)
{
    int fd = openat(parent, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                    BENEATH_FILE_MODE);
    if (fd < 0)
        return false;
    bool ok = write(fd, bytes.ptr, bytes.len) == (ssize_t)bytes.len && fsync(fd) == 0;
    return close(fd) == 0 && ok;
}

void remember_tree(const struct publish *publish, const struct ledger_list *wanted)
{
    const struct target *target = &publish->target;
    int root = publish->spare.published;
    struct timespec begin = time_of_begin(target);
    if (root < 0 || !any_news(wanted, begin) || !leaf_tells(root))
        return;
    struct arena scratch = {0};
    struct leaves leaves = {0};
    struct buf manifest = {0};
    leaves_find(wanted, &leaves, &scratch);
    leaves_measure(&leaves, root, publish->options.threads);
    forget_since(wanted, &leaves, begin);
    manifest_write(wanted, &leaves, &publish->now, &manifest);
    if (!write_synced(target->parent, target->memory_name, buf_str(&manifest))
        || renameat(target->parent, target->memory_name, root, MANIFEST_PRIVATE) != 0)
        unlinkat(target->parent, target->memory_name, 0);
    buf_release(&manifest);
    arena_release(&scratch);
}
