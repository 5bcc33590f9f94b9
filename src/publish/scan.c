/* SPDX-License-Identifier: MIT */
/*
 * getdents64 instead of readdir: a national site has 17,000 folders, and a DIR of 32 KB
 * each shows. All names are read before the first is visited, so visitors may remove and
 * add.
 */
#include "publish/scan.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/pool.h"

enum {
    NAMES_BYTES = 16 * 1024,
    DEPTH_MAX = 64,
    SHARE_DEPTH = 1, /* folders below this one are shared out: provinces, fields */
};

struct scan {
    int root;
    scan_fn visit;
    void *context;
    struct LIST_OF(struct str) shared; /* folders that wait for a thread */
    struct arena arena;                /* of shared */
    atomic_int error;                  /* the first one, or 0 */
};

/* One thread's part. */
struct part {
    struct scan *scan;
    bool shares; /* lays folders at SHARE_DEPTH aside instead of going in */
    struct arena arena; /* of names and paths, rewound after each folder */
};

static bool is_dots(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

int scan_names(int dir, struct scan_names *out, struct arena *arena)
{
    union {
        struct dirent64 align;
        char bytes[NAMES_BYTES];
    } block;
    for (;;) {
        ssize_t got = getdents64(dir, &block, sizeof(block));
        if (got <= 0)
            return got < 0 ? errno : 0;
        for (ssize_t at = 0; at < got;) {
            const struct dirent64 *entry = (const void *)(block.bytes + at);
            if (!is_dots(entry->d_name))
                *list_push(out, arena) = (struct scan_name){
                    arena_copy(arena, entry->d_name, strlen(entry->d_name)),
                    entry->d_type};
            at += entry->d_reclen;
        }
    }
}

static enum scan_kind kind_of(mode_t mode)
{
    return S_ISREG(mode) ? SCAN_FILE : S_ISDIR(mode) ? SCAN_FOLDER : SCAN_OTHER;
}

static int scan_folder(struct part *part, int fd, struct str path, unsigned depth);

static int scan_below(struct part *part, int dir, const char *name, struct str path,
                      unsigned depth)
{
    if (depth == DEPTH_MAX)
        return ELOOP;
    int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = scan_folder(part, fd, path, depth + 1);
    close(fd);
    return error;
}

static int enter(struct part *part, const struct scan_entry *entry, unsigned depth)
{
    struct scan *scan = part->scan;
    if (!part->shares || depth != SHARE_DEPTH)
        return scan_below(part, entry->dir, entry->name, entry->path, depth);
    *list_push(&scan->shared, &scan->arena) = str_copy(entry->path, &scan->arena);
    return 0;
}

static int look_at(struct scan_entry *entry, unsigned char type)
{
    if (type == DT_DIR) { /* who wants its stamp asks for it */
        entry->kind = SCAN_FOLDER;
        return 0;
    }
    struct stat st;
    if (fstatat(entry->dir, entry->name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return errno;
    entry->kind = kind_of(st.st_mode);
    entry->stamp = stamp_of(&st);
    entry->has_one_link = st.st_nlink == 1;
    return 0;
}

static struct str path_below(struct str above, const char *name, struct arena *arena)
{
    if (!above.len)
        return str_from(name);
    return str_cat(arena, above, STR("/"), str_from(name));
}

static int scan_name(struct part *part, int dir, struct str above,
                     const struct scan_name *name, unsigned depth)
{
    struct scan *scan = part->scan;
    struct scan_entry entry = {.dir = dir, .name = name->name};
    entry.path = path_below(above, name->name, &part->arena);
    int error = look_at(&entry, name->type);
    if (error == ENOENT) /* gone since we read its name */
        return 0;
    if (!error)
        error = scan->visit(scan->context, &entry);
    if (!error && entry.kind == SCAN_FOLDER && entry.enter)
        error = enter(part, &entry, depth);
    return error;
}

static int scan_folder(struct part *part, int fd, struct str path, unsigned depth)
{
    struct arena_mark mark = arena_mark(&part->arena);
    struct scan_names names = {0};
    int error = scan_names(fd, &names, &part->arena);
    for (size_t i = 0; !error && i < names.count; i++)
        error = scan_name(part, fd, path, &names.items[i], depth);
    arena_rewind(&part->arena, mark);
    return error;
}

/* The folders above it were folders a moment ago, and nobody else works in the tree. */
static void scan_shared(void *context, size_t index, unsigned worker)
{
    struct scan *scan = context;
    struct part part = {.scan = scan};
    struct str path = scan->shared.items[index];
    int error = atomic_load(&scan->error);
    (void)worker;
    if (!error)
        error = scan_below(&part, scan->root, path.ptr, path, SHARE_DEPTH);
    if (error)
        atomic_store(&scan->error, error);
    arena_release(&part.arena);
}

int scan_tree(int root, unsigned threads, scan_fn visit, void *context)
{
    struct scan scan = {.root = root, .visit = visit, .context = context};
    struct part top = {.scan = &scan, .shares = true};
    int error = 0, fd = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    error = scan_folder(&top, fd, (struct str){0}, 0);
    close(fd);
    arena_release(&top.arena);
    if (!error)
        pool_each(threads, scan.shared.count, scan_shared, &scan);
    arena_release(&scan.arena);
    return error ? error : atomic_load(&scan.error);
}
