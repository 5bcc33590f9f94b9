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
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { NAMES_BYTES = 16 * 1024, DEPTH_MAX = 64 };

struct scan {
    scan_fn visit;
    void *context;
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

static int scan_folder(struct scan *scan, int fd, struct str path, unsigned depth);

static int scan_below(struct scan *scan, const struct scan_entry *entry, unsigned depth)
{
    if (depth == DEPTH_MAX)
        return ELOOP;
    int fd =
        openat(entry->dir, entry->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = scan_folder(scan, fd, entry->path, depth + 1);
    close(fd);
    return error;
}

static int look_at(struct scan_entry *entry, unsigned char type)
{
    if (type == DT_DIR) { /* its stamp is of no use */
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

static int scan_name(struct scan *scan, int dir, struct str above,
                     const struct scan_name *name, unsigned depth)
{
    struct scan_entry entry = {.dir = dir, .name = name->name};
    entry.path = str_format(&scan->arena, "%.*s%s%s", STR_ARG(above),
                            above.len ? "/" : "", name->name);
    int error = look_at(&entry, name->type);
    if (error == ENOENT) /* gone since we read its name */
        return 0;
    if (!error)
        error = scan->visit(scan->context, &entry);
    if (!error && entry.kind == SCAN_FOLDER && entry.enter)
        error = scan_below(scan, &entry, depth);
    return error;
}

static int scan_folder(struct scan *scan, int fd, struct str path, unsigned depth)
{
    struct arena_mark mark = arena_mark(&scan->arena);
    struct scan_names names = {0};
    int error = scan_names(fd, &names, &scan->arena);
    for (size_t i = 0; !error && i < names.count; i++)
        error = scan_name(scan, fd, path, &names.items[i], depth);
    arena_rewind(&scan->arena, mark);
    return error;
}

int scan_tree(int root, scan_fn visit, void *context)
{
    struct scan scan = {.visit = visit, .context = context};
    int fd = openat(root, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return errno;
    int error = scan_folder(&scan, fd, (struct str){0}, 0);
    close(fd);
    arena_release(&scan.arena);
    return error;
}
