/* SPDX-License-Identifier: MIT */
#include "media/cache.h"

#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "photo/photo.h"

enum {
    KEY_DIGITS = 64,
    HEAD_DIGITS = 32,
    HEAD_BYTES = HEAD_DIGITS + 1, /* and a line's end */
    FOLDER_MODE = 0755,
    FILE_MODE = 0644,
};

static int open_folder(struct str folder, struct arena *scratch)
{
    return open(str_c(folder, scratch), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

struct cache cache_at(struct str folder, struct arena *scratch)
{
    int dir = open_folder(folder, scratch);
    return (struct cache){folder, dir, dir < 0 ? errno : 0};
}

void cache_begin(struct cache *cache, struct arena *scratch)
{
    if (cache->dir >= 0)
        return;
    if (mkdir(str_c(cache->folder, scratch), FOLDER_MODE) == 0 || errno == EEXIST)
        cache->dir = open_folder(cache->folder, scratch);
    cache->error = cache->dir < 0 ? errno : 0;
}

void cache_close(struct cache *cache)
{
    if (cache->dir >= 0)
        close(cache->dir);
    cache->dir = -1;
}

struct str cache_key(struct str source, struct arena *arena)
{
    struct str digest = sha256_hex(sha256(source), arena);
    return str_format(arena, "%.*s.%d", STR_ARG(digest), PHOTO_VERSION);
}

static bool is_ours(struct str name)
{
    for (size_t i = 0; i < KEY_DIGITS && i < name.len; i++)
        if (!char_is_digit(name.ptr[i]) && (name.ptr[i] < 'a' || name.ptr[i] > 'f'))
            return false;
    return name.len > KEY_DIGITS && name.ptr[KEY_DIGITS] == '.';
}

static struct str head_of(struct str made, struct arena *arena)
{
    return str_cat(arena, hash_hex(hash_128(made), HEAD_DIGITS, arena), STR("\n"));
}

struct str cache_get(const struct cache *cache, struct str key, struct arena *arena)
{
    if (cache->dir < 0)
        return STR("");
    struct file_read read = file_read(cache->dir, key, PHOTO_MADE_MAX + HEAD_BYTES, arena);
    if (read.error || read.bytes.len < HEAD_BYTES)
        return STR("");
    struct str made = str_skip(read.bytes, HEAD_BYTES);
    return str_starts(read.bytes, head_of(made, arena)) ? made : STR("");
}

/* ---- keeping ---- */

static int write_part(const struct cache *cache, const char *part, struct str bytes)
{
    int fd = openat(cache->dir, part, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                    FILE_MODE);
    if (fd < 0)
        return errno;
    int error = 0;
    while (!error && bytes.len) {
        ssize_t put = write(fd, bytes.ptr, bytes.len);
        if (put > 0)
            bytes = str_skip(bytes, (size_t)put);
        else if (put == 0 || errno != EINTR)
            error = put == 0 ? EIO : errno;
    }
    if (close(fd) != 0 && !error)
        error = errno;
    return error;
}

int cache_put(const struct cache *cache, struct str key, struct str made,
              struct arena *scratch)
{
    static atomic_uint serial;
    if (cache->dir < 0)
        return cache->error;
    const char *part = str_format(scratch, "%.*s.%ld-%u.part", STR_ARG(key), (long)getpid(),
                                  atomic_fetch_add(&serial, 1)).ptr;
    int error = write_part(cache, part, str_cat(scratch, head_of(made, scratch), made));
    if (!error && renameat(cache->dir, part, cache->dir, str_c(key, scratch)) != 0)
        error = errno;
    if (error)
        unlinkat(cache->dir, part, 0);
    return error;
}

/* ---- dropping ---- */

void cache_sweep(struct cache *cache, const struct map *used, struct arena *scratch)
{
    struct file_list files = {0};
    if (cache->dir < 0 || file_walk(cache->dir, STR(""), 0, &files, scratch) != 0)
        return;
    size_t left = files.count;
    for (size_t i = 0; i < files.count; i++) {
        struct str name = files.items[i].path;
        if (is_ours(name) && !map_get(used, name))
            left -= unlinkat(cache->dir, str_c(name, scratch), 0) == 0;
    }
    if (!left)
        rmdir(str_c(cache->folder, scratch));
}
