/* SPDX-License-Identifier: MIT */
#include "base/file.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

/* ---- opening beneath ---- */

static bool is_plain_segment(struct str segment)
{
    return segment.len && !str_eq(segment, STR(".")) && !str_eq(segment, STR(".."));
}

/* For kernels before 5.6: one segment at a time, following nothing. */
static int open_by_walk(int root, struct str path, int flags, struct arena *scratch)
{
    int dir = fcntl(root, F_DUPFD_CLOEXEC, 0);
    while (dir >= 0) {
        struct cut cut = str_cut(path, '/');
        int fd = -1;
        errno = EXDEV;
        if (is_plain_segment(cut.head))
            fd = openat(dir, str_c(cut.head, scratch),
                        O_CLOEXEC | O_NOFOLLOW |
                            (cut.ok ? O_RDONLY | O_DIRECTORY : flags));
        int error = errno;
        close(dir);
        errno = error;
        if (!cut.ok)
            return fd;
        dir = fd;
        path = cut.tail;
    }
    return -1;
}

static int open_beneath(int root, struct str path, int flags, struct arena *scratch)
{
    if (!path.len)
        path = STR(".");
    struct open_how how = {
        .flags = (uint64_t)(unsigned)(flags | O_CLOEXEC),
        .resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS | RESOLVE_NO_MAGICLINKS,
    };
    long fd = syscall(SYS_openat2, root, str_c(path, scratch), &how, sizeof(how));
    if (fd < 0 && (errno == ENOSYS || errno == EPERM))
        return str_eq(path, STR(".")) ? fcntl(root, F_DUPFD_CLOEXEC, 0)
                                      : open_by_walk(root, path, flags, scratch);
    return (int)fd;
}

bool file_is_to_blame(int error)
{
    return error == EFBIG || error == ELOOP || error == ENOTSUP || error == ENOTDIR;
}

int file_open_root(struct str path, struct arena *scratch)
{
    return open(str_c(path, scratch), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

/* ---- reading ---- */

/* Reads to the end; the size that fstat told is only a hint, for the file may be growing. One byte
 * more than it is asked for, so that when as much as fstat told is there, nothing followed it. */
static struct file_read read_all(int fd, size_t hint, size_t limit, struct arena *arena)
{
    char *bytes = arena_alloc(arena, hint + 1);
    size_t len = 0;
    while (len <= hint) {
        ssize_t got = read(fd, bytes + len, hint + 1 - len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return (struct file_read){.error = errno};
        if (got == 0)
            break;
        len += (size_t)got;
        if (len == hint)
            break;
    }
    if (len > limit || len > hint)
        return (struct file_read){.error = len > limit ? EFBIG : EAGAIN};
    bytes[len] = '\0';
    return (struct file_read){.bytes = {bytes, len}};
}

static struct file_read read_open(int fd, size_t limit, struct arena *arena)
{
    struct stat st;
    if (fstat(fd, &st) != 0)
        return (struct file_read){.error = errno};
    if (!S_ISREG(st.st_mode))
        return (struct file_read){.error = ENOTSUP};
    if ((uint64_t)st.st_size > limit)
        return (struct file_read){.error = EFBIG};
    return read_all(fd, (size_t)st.st_size, limit, arena);
}

struct file_read file_read(int root, struct str path, size_t limit, struct arena *arena)
{
    int fd = open_beneath(root, path, O_RDONLY | O_NONBLOCK, arena);
    if (fd < 0)
        return (struct file_read){.error = errno};
    struct file_read result = read_open(fd, limit, arena);
    close(fd);
    return result;
}

/* ---- walking ---- */

struct walk {
    struct file_list *out;
    struct arena *arena;
};

static int walk_directory(struct walk *walk, int fd, struct str prefix, unsigned depth);

/* Most file systems tell the type with the name; DT_UNKNOWN after an error, in errno. */
static unsigned char type_of(int dir, const struct dirent *entry)
{
    struct stat st;
    if (entry->d_type != DT_UNKNOWN)
        return entry->d_type;
    if (fstatat(dir, entry->d_name, &st, AT_SYMLINK_NOFOLLOW) != 0)
        return DT_UNKNOWN;
    return (unsigned char)IFTODT(st.st_mode);
}

static int walk_entry(struct walk *walk, int dir, struct str path,
                      const struct dirent *entry, unsigned depth)
{
    unsigned char type = type_of(dir, entry);
    if (type == DT_UNKNOWN)
        return errno;
    if (type == DT_DIR) {
        if (depth == 0)
            return ELOOP;
        int fd =
            openat(dir, entry->d_name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        return fd < 0 ? errno : walk_directory(walk, fd, path, depth - 1);
    }
    *list_push(walk->out, walk->arena) = (struct file_entry){
        .path = path,
        .kind = type == DT_REG   ? FILE_REGULAR
                : type == DT_LNK ? FILE_LINK
                                 : FILE_SPECIAL,
    };
    return 0;
}

/* Takes over fd. */
static int walk_directory(struct walk *walk, int fd, struct str prefix, unsigned depth)
{
    DIR *dir = fdopendir(fd);
    if (!dir) {
        close(fd);
        return errno;
    }
    int error = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(dir);
        if (!entry) {
            error = errno;
            break;
        }
        if (entry->d_name[0] == '.')
            continue;
        struct str path = str_cat(walk->arena, prefix, prefix.len ? STR("/") : STR(""),
                                  str_from(entry->d_name));
        error = walk_entry(walk, dirfd(dir), path, entry, depth);
        if (error)
            break;
    }
    closedir(dir);
    return error;
}

static int compare_entries(const void *a, const void *b)
{
    return str_compare(((const struct file_entry *)a)->path,
                       ((const struct file_entry *)b)->path);
}

int file_walk(int root, struct str path, unsigned depth, struct file_list *out,
              struct arena *arena)
{
    struct walk walk = {.out = out, .arena = arena};
    int fd = open_beneath(root, path, O_RDONLY | O_DIRECTORY, arena);
    if (fd < 0)
        return errno == ENOENT ? 0 : errno;
    int error = walk_directory(&walk, fd, path, depth);
    if (out->count)
        qsort(out->items, out->count, sizeof(*out->items), compare_entries);
    return error;
}

/* ---- writing a command's result ---- */

static int write_all(int fd, struct str bytes)
{
    while (bytes.len) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return errno;
        bytes = str_skip(bytes, (size_t)put);
    }
    return 0;
}

/* 0 or an errno value; what write() or close() says first. */
static int write_and_close(int fd, struct str bytes)
{
    int error = write_all(fd, bytes);
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

/* A new result is for whom the mask lets in. */
static mode_t mode_of_new(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0644 & ~mask;
}

/* What mkstemp() made is for its owner alone. */
static void open_to_readers(int fd, mode_t mode)
{
    if (fchmod(fd, mode) != 0)
        return; /* a file system without modes has nothing to open */
}

static int write_in_place(const char *path, struct str bytes)
{
    int fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    return fd < 0 ? errno : write_and_close(fd, bytes);
}

int file_write(struct str path, struct str bytes, struct arena *scratch)
{
    const char *name = str_c(path, scratch);
    struct stat there;
    bool replaces = lstat(name, &there) == 0;
    if (replaces && !S_ISREG(there.st_mode))
        return write_in_place(name, bytes);
    char *part = (char *)str_c(str_cat(scratch, path, STR(".XXXXXX")), scratch);
    int fd = mkstemp(part);
    if (fd < 0)
        return errno;
    open_to_readers(fd, replaces ? there.st_mode & 0777 : mode_of_new());
    int error = write_and_close(fd, bytes);
    if (!error && rename(part, name) != 0)
        error = errno;
    if (error)
        unlink(part);
    return error;
}
