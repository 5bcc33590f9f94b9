/* SPDX-License-Identifier: MIT */
/*
 * beneath.h: reaching a file of an output tree without ever leaving the tree.
 *
 * Every operation on a tree goes through the open folder that holds the file. On the way
 * there no symbolic link is followed, so that a link planted in site/ is never written
 * through.
 *
 *     struct beneath at;
 *     int error = beneath_enter(&at, root, path, BENEATH_MAKE);
 *     if (!error) ... openat(at.dir, at.name, O_NOFOLLOW | ...) ...; beneath_leave(&at);
 *
 * Errors are errno values.
 */
#ifndef ATTALAK_PUBLISH_BENEATH_H
#define ATTALAK_PUBLISH_BENEATH_H

#include "base/str.h"

enum { BENEATH_PATH_MAX = 1000, BENEATH_NAME_MAX = 200, BENEATH_FILE_MODE = 0644,
       BENEATH_FOLDER_MODE = 0755 };

enum beneath_mode {
    BENEATH_FIND, /* the folders must be there */
    BENEATH_MAKE, /* missing folders are made, what stands in their way is removed */
};

struct beneath {
    int root, dir;    /* dir is root itself when the path has no folder */
    const char *name; /* the last segment, within path */
    char path[BENEATH_PATH_MAX + 1];
};

/* Relative, '/' between, segments [a-z0-9][a-z0-9._-]* or known dot files, not too long. */
bool beneath_path_is_good(struct str path);

int beneath_enter(struct beneath *at, int root, struct str path, enum beneath_mode mode);
void beneath_leave(struct beneath *at);

/* Removes what has this name: a file, a link, a folder with all in it. Missing is fine. */
int beneath_remove(int dir, const char *name);

#endif
