/* SPDX-License-Identifier: MIT */
/*
 * beneath.h: reaching the files of an output tree without ever leaving the tree.
 *
 * A path is passed to the system as it is, relative to the tree's root, once all folders
 * above it are known to be folders: made or looked at by this build, each once. So a link
 * planted in the tree is never written through, and a file costs no walk of its own (a
 * descriptor for every folder took six more calls a page).
 *
 *     struct folders folders = {.root = -1};  folders_init(&folders); folders.root = fd;
 *     int error = folders_make(&folders, path);       from any thread
 *     if (!error) ... openat(folders.root, path, O_NOFOLLOW | ...) ...
 *
 * Errors are errno values.
 */
#ifndef ATTALAK_PUBLISH_BENEATH_H
#define ATTALAK_PUBLISH_BENEATH_H

#include <pthread.h>
#include <sys/stat.h>

#include "base/map.h"

enum { BENEATH_PATH_MAX = 1000, BENEATH_NAME_MAX = 200, BENEATH_FILE_MODE = 0644,
       BENEATH_FOLDER_MODE = 0755 };

/* The folder has BENEATH_FOLDER_MODE; a set-group bit is the file system's own. */
bool beneath_is_open(const struct stat *st);

/* Relative, '/' between, segments [a-z0-9][a-z0-9._-]* or known dot files, not too long. */
bool beneath_path_is_good(struct str path);

/* The folder that a path lies in; empty in the root. */
struct str beneath_folder_of(struct str path);

struct folders {
    int root;         /* of the tree; -1 while there is none */
    struct map known; /* path -> not NULL: is a folder, and so are all above it */
    struct arena arena;
    pthread_mutex_t lock;
};

void folders_init(struct folders *folders); /* with no root */
void folders_release(struct folders *folders);

/* Makes the folders above a file; what stands in their way is removed. */
int folders_make(struct folders *folders, struct str path);

/* Removes what has this name: a file, a link, a folder with all in it. Missing is fine. */
int beneath_remove(int dir, const char *name);

#endif
