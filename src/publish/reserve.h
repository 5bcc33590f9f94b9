/* SPDX-License-Identifier: MIT */
/*
 * reserve.h: files that no tree needs now, kept to be overwritten by a later build.
 *
 * When a file of the spare tree gives way to the published one, its inode would be freed,
 * and thousands of them in one build: some file systems then take minutes (ext4 mounted
 * with `discard` 3 ms a file), and the next build that makes as many new files waits
 * again. So they are moved to a folder beside the trees (".site.reserve"), and a new file
 * begins as one of them.
 *
 * What is in them does not matter, nor does the folder: without it all works, only
 * slower. It never holds more files than the site.
 */
#ifndef ATTALAK_PUBLISH_RESERVE_H
#define ATTALAK_PUBLISH_RESERVE_H

#include <pthread.h>

#include "base/list.h"
#include "publish/target.h"

struct reserve {
    int root;                                      /* -1: no folder, nothing is kept */
    struct LIST_OF(const char *) names;            /* of the files that can be taken */
    uint64_t next;                                 /* number for the next name */
    struct arena arena;
    pthread_mutex_t lock;
};

void reserve_init(struct reserve *reserve);
void reserve_open(struct reserve *reserve, const struct target *target);
void reserve_release(struct reserve *reserve);

/* From any thread: a file takes the name in `dir`, replacing a file of that name. False
 * when there is none left. */
bool reserve_take(struct reserve *reserve, int dir, const char *name);

/* From any thread: moves a file here; false when it could not: the caller should remove it. */
bool reserve_keep(struct reserve *reserve, int dir, const char *name, size_t limit);

#endif
