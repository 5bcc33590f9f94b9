/* SPDX-License-Identifier: MIT */
/*
 * file.h: reading what may be hostile: beneath one directory, regular files only.
 *
 * Paths are relative to an open directory and never leave it: no "..", no symbolic link
 * on the way (openat2 RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS, a walk with O_NOFOLLOW on
 * kernels without it). A FIFO or device is refused without being waited for. Errors are
 * errno values; the caller makes findings of them.
 */
#ifndef ATTALAK_BASE_FILE_H
#define ATTALAK_BASE_FILE_H

#include "base/list.h"
#include "base/str.h"

struct file_read {
    struct str bytes;
    int error; /* 0; EFBIG above the limit; ELOOP a link; ENOTSUP not a regular file; … */
};

/* Too large, not a plain file, too deep: the file's own fault; all else is the machine's. */
bool file_is_to_blame(int error);

enum file_kind { FILE_REGULAR, FILE_LINK, FILE_SPECIAL };

struct file_entry {
    struct str path; /* relative to the walk's root, '/' between */
    enum file_kind kind;
};

struct file_list LIST_OF(struct file_entry);

/* A directory to read beneath, or -1 with errno set. */
int file_open_root(struct str path, struct arena *scratch);

/* The whole file, at most `limit` bytes, on the arena, a NUL behind it. */
struct file_read file_read(int root, struct str path, size_t limit, struct arena *arena);

/* Every file beneath `path` (may be empty: the root itself), sorted bytewise, at most
 * `depth` folders deep; names that start with '.' are passed over. A missing folder is an
 * empty list. Returns 0 or an errno value. */
int file_walk(int root, struct str path, unsigned depth, struct file_list *out,
              struct arena *arena);

/* Writes a command's result outside any guard: 0 or errno. The name holds the old bytes or
 * all of the new ones, and keeps its mode; a device, a pipe or a link is written as it stands.
 */
int file_write(struct str path, struct str bytes, struct arena *scratch);

#endif
