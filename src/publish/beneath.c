/* SPDX-License-Identifier: MIT */
#include "publish/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/scan.h"

/* ---- the grammar of paths ---- */

static bool is_alnum(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool is_good_segment(struct str segment)
{
    if (str_eq(segment, STR(".nojekyll")) || str_eq(segment, STR(".well-known")))
        return true;
    if (!segment.len || segment.len > BENEATH_NAME_MAX || !is_alnum(segment.ptr[0]))
        return false;
    for (size_t i = 1; i < segment.len; i++)
        if (!is_alnum(segment.ptr[i]) && !memchr("._-", segment.ptr[i], 3))
            return false;
    return true;
}

bool beneath_path_is_good(struct str path)
{
    if (!path.len || path.len > BENEATH_PATH_MAX)
        return false;
    struct cut cut;
    do {
        cut = str_cut(path, '/');
        if (!is_good_segment(cut.head))
            return false;
        path = cut.tail;
    } while (cut.ok);
    return true;
}

struct str beneath_folder_of(struct str path)
{
    struct cut cut = str_cut_last(path, '/');
    return cut.ok ? cut.head : STR("");
}

/* ---- folders ---- */

void folders_init(struct folders *folders)
{
    *folders = (struct folders){.root = -1};
    pthread_mutex_init(&folders->lock, NULL);
}

void folders_release(struct folders *folders)
{
    pthread_mutex_destroy(&folders->lock);
    arena_release(&folders->arena);
}

static bool is_folder(int root, const char *path)
{
    struct stat st;
    return fstatat(root, path, &st, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(st.st_mode);
}

bool beneath_is_open(const struct stat *st)
{
    return (st->st_mode & 0777) == BENEATH_FOLDER_MODE;
}

/* All above it are folders. */
static int make_one(int root, const char *path)
{
    if (mkdirat(root, path, BENEATH_FOLDER_MODE) == 0
        || (errno == EEXIST && is_folder(root, path)))
        return 0;
    if (errno != EEXIST)
        return errno;
    int error = beneath_remove(root, path);
    if (!error && mkdirat(root, path, BENEATH_FOLDER_MODE) != 0)
        error = errno;
    return error;
}

/* Under the lock, which is seldom waited for: a page takes a hundred times as long. */
static int make_with_parents(struct folders *folders, struct str path)
{
    if (map_get(&folders->known, path))
        return 0;
    struct cut cut = str_cut_last(path, '/');
    int error = cut.ok ? make_with_parents(folders, cut.head) : 0;
    if (error)
        return error;
    struct str copy = str_copy(path, &folders->arena);
    error = make_one(folders->root, copy.ptr);
    if (!error)
        map_put(&folders->known, copy, folders, &folders->arena);
    return error;
}

int folders_make(struct folders *folders, struct str path)
{
    struct cut cut = str_cut_last(path, '/');
    if (!cut.ok)
        return 0;
    pthread_mutex_lock(&folders->lock);
    int error = make_with_parents(folders, cut.head);
    pthread_mutex_unlock(&folders->lock);
    return error;
}

/* ---- removing ---- */

static int remove_content(int dir, struct arena *scratch)
{
    struct scan_names names = {0};
    int error = scan_names(dir, &names, scratch);
    for (size_t i = 0; !error && i < names.count; i++)
        error = beneath_remove(dir, names.items[i].name);
    return error;
}

static int remove_folder(int dir, const char *name)
{
    int fd = openat(dir, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0)
        return errno;
    struct arena scratch = {0};
    int error = remove_content(fd, &scratch);
    arena_release(&scratch);
    close(fd);
    if (!error && unlinkat(dir, name, AT_REMOVEDIR) != 0)
        error = errno;
    return error;
}

int beneath_remove(int dir, const char *name)
{
    if (unlinkat(dir, name, 0) == 0 || errno == ENOENT)
        return 0;
    if (errno != EISDIR && errno != EPERM)
        return errno;
    return remove_folder(dir, name);
}
