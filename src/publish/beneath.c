/* SPDX-License-Identifier: MIT */
/*
 * openat2 reaches the folder in one call; where it does not (a folder missing, a link in
 * the way, an old kernel, a sandbox) we walk segment by segment, which also makes what is
 * missing. Several threads may walk the same way at once: each step tolerates that
 * another was first.
 */
#include "publish/beneath.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "publish/scan.h"

enum { OPEN_FOLDER = O_PATH | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC, TRIES = 4 };

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

/* ---- the way in ---- */

static int open_folder_at_once(int root, const char *path)
{
    struct open_how how = {.flags = OPEN_FOLDER,
                           .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS};
    return (int)syscall(SYS_openat2, root, path, &how, sizeof(how));
}

/* Makes the folder `name`; a file or link of that name goes. */
static int make_folder(int dir, const char *name)
{
    if (mkdirat(dir, name, BENEATH_FOLDER_MODE) == 0) /* the umask had its say, hence: */
        return fchmodat(dir, name, BENEATH_FOLDER_MODE, 0) == 0 ? 0 : errno;
    if (errno != EEXIST)
        return errno;
    struct stat st;
    if (fstatat(dir, name, &st, AT_SYMLINK_NOFOLLOW) == 0 && !S_ISDIR(st.st_mode)
        && unlinkat(dir, name, 0) != 0 && errno != ENOENT && errno != EISDIR)
        return errno;
    return 0;
}

/* The folder `name` of dir, made when it is missing; -1 with errno set. */
static int step_into(int dir, const char *name, enum beneath_mode mode)
{
    for (int tries = 0;; tries++) {
        int fd = openat(dir, name, OPEN_FOLDER);
        if (fd >= 0 || mode == BENEATH_FIND || tries == TRIES
            || (errno != ENOENT && errno != ENOTDIR && errno != ELOOP))
            return fd;
        int error = make_folder(dir, name);
        if (error) {
            errno = error;
            return -1;
        }
    }
}

static void leave_folder(const struct beneath *at, int dir)
{
    int error = errno;
    if (dir != at->root)
        close(dir);
    errno = error;
}

/* at->path holds the folders' names, NUL-terminated. */
static int walk(const struct beneath *at, enum beneath_mode mode)
{
    char path[BENEATH_PATH_MAX + 1];
    memcpy(path, at->path, sizeof(path));
    char *rest = NULL;
    int dir = at->root;
    for (char *name = strtok_r(path, "/", &rest); name;
         name = strtok_r(NULL, "/", &rest)) {
        int next = step_into(dir, name, mode);
        leave_folder(at, dir);
        if (next < 0)
            return -1;
        dir = next;
    }
    return dir;
}

int beneath_enter(struct beneath *at, int root, struct str path, enum beneath_mode mode)
{
    if (path.len > BENEATH_PATH_MAX)
        return ENAMETOOLONG;
    memset(at->path, 0, sizeof(at->path));
    memcpy(at->path, path.ptr, path.len);
    at->root = at->dir = root;
    at->name = at->path;
    char *slash = strrchr(at->path, '/');
    if (!slash)
        return 0;
    *slash = '\0';
    at->name = slash + 1;
    at->dir = open_folder_at_once(root, at->path);
    if (at->dir < 0)
        at->dir = walk(at, mode);
    return at->dir < 0 ? errno : 0;
}

void beneath_leave(struct beneath *at)
{
    leave_folder(at, at->dir);
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
