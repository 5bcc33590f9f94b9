/* SPDX-License-Identifier: MIT */
/*
 * Only reads, but for the lock, two empty folders that come and go, and what a killed
 * build left beside. The tree is the truth: what the manifest says holds only for a file
 * whose inode, size, time and mode are still those it wrote down.
 */
#include "publish/state.h"

#include <errno.h>
#include <unistd.h>

#include "base/file.h"
#include "publish/beneath.h"
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
    bool unable =
        error == EINVAL || error == ENOSYS || error == EOPNOTSUPP || error == EXDEV;
    if (error && !unable)
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

struct look {
    struct publish *publish;
    struct map folders; /* that the manifest knows */
};

static void note_stray(struct publish *publish, struct str path)
{
    *list_push(&publish->strays, &publish->arena) = str_copy(path, &publish->arena);
}

static void note_file(struct publish *publish, const struct scan_entry *entry)
{
    struct item *item = ledger_enter(&publish->ledger, entry->path);
    item->known = item->listed && stamp_eq(&item->stamp, &entry->stamp);
    item->stamp = entry->stamp;
    item->published = true;
    item->carried = str_eq(entry->path, STR(SPARE_CARRIED));
}

static int look_at_entry(void *context, struct scan_entry *entry)
{
    struct look *look = context;
    struct publish *publish = look->publish;
    if (str_eq(entry->path, STR(MANIFEST_PRIVATE)))
        return 0;
    bool is_ours =
        beneath_path_is_good(entry->path)
        || (entry->kind == SCAN_FILE && str_eq(entry->path, STR(SPARE_CARRIED)));
    bool is_known_folder =
        !publish->manifest_is_whole || map_get(&look->folders, entry->path);
    if (is_ours && entry->kind == SCAN_FILE)
        note_file(publish, entry);
    else if (is_ours && entry->kind == SCAN_FOLDER && is_known_folder)
        entry->enter = true;
    else
        note_stray(publish, entry->path);
    return 0;
}

static bool is_listed(const struct item *item)
{
    return item->listed;
}

static bool read_published(struct publish *publish, struct diags *diags)
{
    if (publish->spare.published < 0)
        return true;
    if (!read_manifest(publish, diags))
        return false;
    if (publish->published_is == GUARD_OURS && !publish->manifest_is_whole)
        publish_complain(diags, RULE_NO_MEMORY, publish->target.path, STR(""), STR(""));
    struct look look = {publish, ledger_folders(&publish->ledger, is_listed)};
    int error = scan_tree(publish->spare.published, look_at_entry, &look);
    return !error
           || publish_complain_errno(diags, RULE_CANNOT_READ, publish->target.path,
                                     error);
}

bool begin_build(struct publish *publish, struct diags *diags)
{
    return take_place(publish, diags) && read_published(publish, diags);
}
