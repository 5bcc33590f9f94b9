/* SPDX-License-Identifier: MIT */
/*
 * Only reads, but for the lock, two empty folders that come and go, and what a killed
 * build left beside. The tree is the truth: what the manifest says holds only for a file
 * whose inode, size, times and mode are still those it wrote down, and of the names in a
 * folder only while the folder's stamp is (leaf.h); where the file system's ctime tells
 * nothing, for none.
 */
#include "publish/state.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/beneath.h"
#include "publish/leaf.h"
#include "publish/scan.h"
#include "publish/swap.h"

/* ---- the place ---- */

/* Before the lock is taken, so that nothing at all is written beside a foreign folder. */
static bool published_is_allowed(const struct target *target, struct diags *diags)
{
    struct guard_folder folder =
        guard_open(target->parent, target->name, target->path, RULE_FOREIGN, diags);
    if (folder.root >= 0)
        close(folder.root);
    return folder.is != GUARD_REFUSED;
}

static bool recover(const struct target *target, struct diags *diags)
{
    int error = swap_recover(target);
    return !error || publish_complain_errno(diags, RULE_CANNOT_WRITE,
                                            str_from(target->old_name), error);
}

static bool probe(struct publish *publish, struct diags *diags)
{
    const struct target *target = &publish->target;
    int error = publish->no_exchange = swap_probe(target);
    if (error && !swap_is_impossible(error))
        return publish_complain_errno(diags, RULE_CANNOT_WRITE,
                                      str_from(target->probe_names[0]), error);
    return !error || publish->options.allow_nonatomic
           || publish_complain_errno(diags, RULE_NOT_ATOMIC, target->path, error);
}

static bool open_trees(struct publish *publish, struct diags *diags)
{
    const struct target *target = &publish->target;
    struct guard_folder published =
        guard_open(target->parent, target->name, target->path, RULE_FOREIGN, diags);
    publish->published_is = published.is;
    publish->spare.published = published.root;
    if (published.is == GUARD_REFUSED)
        return false;
    struct guard_folder spare = guard_open(target->parent, target->spare_name,
                                           target->spare_path, RULE_SPARE_FOREIGN, diags);
    publish->spare.tree.root = spare.root;
    return spare.is != GUARD_REFUSED;
}

static bool take_place(struct publish *publish, struct diags *diags)
{
    struct target *target = &publish->target;
    return target_find(target, &publish->options, &publish->arena, diags)
           && published_is_allowed(target, diags) && target_lock(target, diags)
           && recover(target, diags) && probe(publish, diags)
           && open_trees(publish, diags);
}

/* ---- what is published ---- */

static bool read_manifest(struct publish *publish, struct diags *diags)
{
    struct arena scratch = {0};
    struct file_read read = file_read(publish->spare.published, STR(MANIFEST_PRIVATE),
                                      MANIFEST_BYTES_MAX, &scratch);
    publish->manifest_is_whole =
        !read.error && manifest_read(read.bytes, &publish->ledger, &publish->before);
    arena_release(&scratch);
    bool is_none = read.error == ENOENT || read.error == EFBIG || read.error == ENOTSUP
                   || read.error == ELOOP;
    return !read.error || is_none
           || publish_complain_errno(diags, RULE_CANNOT_READ, STR(MANIFEST_PRIVATE),
                                     read.error);
}

/* A file that the manifest does not list waits here: the ledger is frozen for the scan. */
struct unlisted {
    struct str path;
    struct stamp stamp;
};

struct look {
    struct publish *publish;
    struct stamp manifest; /* the file's own */
    struct map folders;    /* that the manifest knows */
    struct LIST_OF(struct unlisted) unlisted;
    pthread_mutex_t lock; /* of unlisted and publish->strays */
};

static void note_stray(struct look *look, struct str path)
{
    struct publish *publish = look->publish;
    pthread_mutex_lock(&look->lock);
    *list_push(&publish->strays, &publish->arena) = str_copy(path, &publish->arena);
    pthread_mutex_unlock(&look->lock);
}

static void note_unlisted(struct look *look, const struct scan_entry *entry)
{
    struct arena *arena = &look->publish->arena;
    pthread_mutex_lock(&look->lock);
    *list_push(&look->unlisted, arena) =
        (struct unlisted){str_copy(entry->path, arena), entry->stamp};
    pthread_mutex_unlock(&look->lock);
}

static void note_listed(const struct look *look, struct item *item, struct stamp stamp)
{
    item->is_moved = !stamp_eq(&item->stamp, &stamp);
    item->known = !item->is_moved && stamp_is_settled(&stamp, &look->manifest);
    item->stamp = stamp;
    item->published = true;
}

static void note_file(struct look *look, const struct scan_entry *entry)
{
    struct item *item = ledger_find(&look->publish->ledger, entry->path);
    if (item)
        note_listed(look, item, entry->stamp);
    else
        note_unlisted(look, entry);
}

/* ---- a folder in which no name came or went ---- */

static const struct leaf *leaf_at(const struct look *look, struct str path)
{
    const struct item *below = map_get(&look->folders, path);
    bool is_leaf = below && below->leaf && below->leaf->path.len == path.len;
    return is_leaf ? below->leaf : NULL;
}

static bool is_unchanged(const struct look *look, const struct stat *st,
                         const struct leaf *leaf)
{
    struct stamp stamp = folder_stamp(st);
    return stamp_is_settled(&leaf->stamp, &look->manifest) && S_ISDIR(st->st_mode)
           && stamp_eq(&stamp, &leaf->stamp);
}

static int look_at_listed(struct look *look, int dir, const char *name,
                          struct item *item)
{
    struct stat st;
    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno == ENOENT ? 0 : errno; /* what is missing is put anew */
    if (S_ISREG(st.st_mode))
        note_listed(look, item, stamp_of(&st));
    else
        note_stray(look, item->path);
    return 0;
}

/* Its files alone are looked at, by their names as they are written down. */
static int look_at_leaf(struct look *look, const struct scan_entry *entry,
                        const struct leaf *leaf)
{
    const struct map *before = &look->publish->ledger.before;
    const struct map_entry *files = before->entries.items + leaf->first;
    size_t above = entry->path.len - strlen(entry->name);
    int error = 0;
    for (size_t i = 0; !error && i < leaf->count; i++) {
        struct item *item = files[i].value;
        error = look_at_listed(look, entry->dir, item->path.ptr + above, item);
    }
    return error;
}

static int look_at_folder(struct look *look, struct scan_entry *entry)
{
    struct stat st;
    if (fstatat(entry->dir, entry->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
    if (!beneath_is_open(&st))
        atomic_store(&look->publish->a_folder_is_closed, true);
    const struct leaf *leaf = leaf_at(look, entry->path);
    if (leaf && is_unchanged(look, &st, leaf))
        return look_at_leaf(look, entry, leaf);
    entry->enter = true;
    return 0;
}

/* ---- all of it ---- */

static int look_at_entry(void *context, struct scan_entry *entry)
{
    struct look *look = context;
    if (str_eq(entry->path, STR(MANIFEST_PRIVATE)))
        return 0;
    bool is_ours =
        beneath_path_is_good(entry->path)
        || (entry->kind == SCAN_FILE && str_eq(entry->path, STR(SPARE_CARRIED)));
    bool is_known_folder =
        !look->publish->manifest_is_whole || map_get(&look->folders, entry->path);
    if (is_ours && entry->kind == SCAN_FILE)
        note_file(look, entry);
    else if (is_ours && entry->kind == SCAN_FOLDER && is_known_folder)
        return look_at_folder(look, entry);
    else
        note_stray(look, entry->path);
    return 0;
}

static void enter_unlisted(struct look *look)
{
    for (size_t i = 0; i < look->unlisted.count; i++) {
        const struct unlisted *file = &look->unlisted.items[i];
        struct item *item = ledger_enter(&look->publish->ledger, file->path);
        item->stamp = file->stamp;
        item->published = true;
        item->carried = str_eq(file->path, STR(SPARE_CARRIED));
    }
}

static bool is_listed(const struct item *item)
{
    return item->listed;
}

static int compare_paths(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* None, so that nothing is settled, where stamps tell nothing. */
static struct stamp stamp_of_manifest(int root)
{
    struct stat st;
    bool tells = leaf_tells(root)
                 && fstatat(root, MANIFEST_PRIVATE, &st, AT_SYMLINK_NOFOLLOW) == 0;
    return tells ? stamp_of(&st) : (struct stamp){0};
}

static int compare_inodes(const void *a, const void *b)
{
    const struct item *one = *(struct item *const *)a, *two = *(struct item *const *)b;
    uint64_t first = one->stamp.inode, second = two->stamp.inode;
    return first == second ? str_compare(one->path, two->path) : first < second ? -1 : 1;
}

/* One file under two paths is none of ours, and hosts refuse it: a program that looks for equal
 * files has linked them. Each link changes the ctime, so neither is known; and each path gets a
 * file of its own, or the ctime would change again when the next build takes a name away. */
static void find_shared(struct publish *publish)
{
    const struct map *before = &publish->ledger.before;
    struct ledger_list list = {0};
    for (size_t i = 0; i < before->entries.count; i++) {
        struct item *item = before->entries.items[i].value;
        if (item->published && !item->known)
            *list_push(&list, &publish->arena) = item;
    }
    if (list.count)
        qsort(list.items, list.count, sizeof(*list.items), compare_inodes);
    for (size_t i = 1; i < list.count; i++)
        if (list.items[i]->stamp.inode == list.items[i - 1]->stamp.inode)
            list.items[i]->is_shared = list.items[i - 1]->is_shared = true;
}

static int look_through(struct publish *publish)
{
    struct look look = {.publish = publish,
                        .manifest = stamp_of_manifest(publish->spare.published),
                        .folders = ledger_folders(&publish->ledger, is_listed),
                        .lock = PTHREAD_MUTEX_INITIALIZER};
    int error = scan_tree(publish->spare.published, publish->options.threads,
                          look_at_entry, &look);
    pthread_mutex_destroy(&look.lock);
    enter_unlisted(&look);
    find_shared(publish);
    if (publish->strays.count)
        qsort(publish->strays.items, publish->strays.count, sizeof(struct str),
              compare_paths);
    return error;
}

static bool read_published(struct publish *publish, struct diags *diags)
{
    if (publish->spare.published < 0)
        return true;
    if (!read_manifest(publish, diags))
        return false;
    bool is_forgotten =
        publish->published_is == GUARD_OURS && !publish->manifest_is_whole;
    if (is_forgotten && !publish->options.allow_shrink)
        return publish_complain(diags, RULE_NO_MEMORY, publish->target.path, STR(""), STR(""));
    int error = look_through(publish);
    return !error
           || publish_complain_errno(diags, RULE_CANNOT_READ, publish->target.path,
                                     error);
}

bool begin_build(struct publish *publish, struct diags *diags)
{
    return take_place(publish, diags) && read_published(publish, diags)
           && (!publish->options.previous.len || previous_read(publish, diags));
}
