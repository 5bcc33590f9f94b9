/* SPDX-License-Identifier: MIT */
#include "publish/leaf.h"

#include <fcntl.h>
#include <linux/magic.h>
#include <sys/vfs.h>

#include "base/pool.h"
#include "publish/beneath.h"

enum { XFS_MAGIC = 0x58465342, ZFS_MAGIC = 0x2fc12fc1 }; /* statfs(2); not in magic.h */

/* Not here: FAT, whose ctime is its mtime (fs/fat/misc.c), and what asks a server. */
static const long honest_systems[] = {
    EXT4_SUPER_MAGIC, TMPFS_MAGIC,           XFS_MAGIC, BTRFS_SUPER_MAGIC,
    F2FS_SUPER_MAGIC, OVERLAYFS_SUPER_MAGIC, ZFS_MAGIC,
};

bool leaf_tells(int root)
{
    struct statfs system;
    if (fstatfs(root, &system) != 0)
        return false;
    for (size_t i = 0; i < sizeof(honest_systems) / sizeof(*honest_systems); i++)
        if ((long)system.f_type == honest_systems[i])
            return true;
    return false;
}

struct stamp folder_stamp(const struct stat *st)
{
    return (struct stamp){
        .inode = st->st_ino,
        .mode = st->st_mode & 07777,
        .changed = st->st_ctim,
    };
}

bool leaf_holds(const struct leaf *leaf, struct str file)
{
    return str_eq(beneath_folder_of(file), leaf->path);
}

static bool is_below(const struct item *item, struct str folder)
{
    return item->path.len > folder.len && item->path.ptr[folder.len] == '/'
           && str_starts(item->path, folder);
}

/* How many items from `first` on lie in the folder; 0 when some lie deeper. All that is
 * below a folder begins alike, so it stands in one row. */
static size_t count_leaf(const struct ledger_list *sorted, size_t first,
                         struct str folder)
{
    size_t at = first;
    if (first && is_below(sorted->items[first - 1], folder))
        return 0;
    for (; at < sorted->count && is_below(sorted->items[at], folder); at++)
        if (beneath_folder_of(sorted->items[at]->path).len != folder.len)
            return 0;
    return at - first;
}

void leaves_find(const struct ledger_list *sorted, struct leaves *out,
                 struct arena *arena)
{
    for (size_t i = 0, count; i < sorted->count; i += count ? count : 1) {
        struct str folder = beneath_folder_of(sorted->items[i]->path);
        count = folder.len ? count_leaf(sorted, i, folder) : 0;
        if (count)
            *list_push(out, arena) = (struct leaf){
                .path = str_copy(folder, arena), .first = i, .count = count};
    }
}

struct measure {
    struct leaves *leaves;
    int root;
};

static void measure_leaf(void *context, size_t index, unsigned worker)
{
    const struct measure *measure = context;
    struct leaf *leaf = &measure->leaves->items[index];
    struct stat st;
    (void)worker;
    if (fstatat(measure->root, leaf->path.ptr, &st, AT_SYMLINK_NOFOLLOW) == 0
        && S_ISDIR(st.st_mode))
        leaf->stamp = folder_stamp(&st);
}

void leaves_measure(struct leaves *leaves, int root, unsigned threads)
{
    struct measure measure = {leaves, root};
    pool_each(threads, leaves->count, measure_leaf, &measure);
}
