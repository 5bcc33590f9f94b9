/* SPDX-License-Identifier: MIT */
/*
 * ledger.h: an item for each path that was published, lies in the published tree, or is put.
 *
 * What was there before the build is entered first, by one thread, and is then frozen:
 * lookups of it need no lock. Paths put for the first time go to a second map under a
 * lock that is held for a look-up only. When all puts are done one thread reads both.
 */
#ifndef ATTALAK_PUBLISH_LEDGER_H
#define ATTALAK_PUBLISH_LEDGER_H

#include <pthread.h>
#include <stdatomic.h>
#include <sys/stat.h>

#include "base/hash.h"
#include "base/map.h"

/* What fstatat tells of a file. Equal stamps are taken for equal bytes: whoever changes these, or
 * the time of the last modification (mtime, seconds and nanoseconds), changes the ctime, and that
 * nobody can set. So does whoever gives the file a name or takes one from it, which harms nobody:
 * the file is read. */
struct stamp {
    uint64_t inode, size;
    int64_t seconds;
    uint32_t nanoseconds, mode;
    struct timespec changed; /* the ctime; none: 0, equal to no file's */
};

struct leaf;

struct item {
    struct str path;         /* with a NUL behind it */
    const struct leaf *leaf; /* that it lay in (leaf.h), or NULL */
    struct stamp stamp;   /* of the published file; of the spare's when written */
    struct hash128 hash;  /* when known */
    struct sha256 digest; /* when known */
    bool known;     /* hash and digest are those of the file with this stamp */
    bool is_moved;  /* it has not the stamp that the last build's manifest has of it */
    bool is_shared; /* the file has another path of the tree as well: to be one of its own */
    bool listed;    /* the last build's manifest names it */
    bool published; /* it is a regular file of the published tree */
    bool was_kept;  /* the last build did not put it but kept it for open pages */
    bool kept;      /* this build does */
    bool carried;   /* not ours and not in the manifest, but comes along: .gitignore */
    bool written;   /* its new bytes are in the spare tree */
    bool linked;    /* the spare tree has the published inode */
    atomic_bool put;
};

struct ledger {
    struct arena arena;
    struct map before, fresh; /* path -> struct item */
    pthread_mutex_t lock;     /* of fresh and arena */
};

struct ledger_list LIST_OF(struct item *);

struct stamp stamp_of(const struct stat *st);
bool stamp_eq(const struct stamp *a, const struct stamp *b);

/* Whether the last change lies before the manifest was written (its stamp): a change that came
 * later has another ctime, one within the same tick of the file system's clock may not. */
bool stamp_is_settled(const struct stamp *stamp, const struct stamp *manifest);

bool time_is_earlier(struct timespec a, struct timespec b);

void ledger_init(struct ledger *ledger);
void ledger_release(struct ledger *ledger);

/* While one thread works. The path is copied when the item is new. */
struct item *ledger_enter(struct ledger *ledger, struct str path);
struct item *ledger_find(const struct ledger *ledger, struct str path); /* or NULL */

/* From any thread: the item of a path that is put, or NULL when it was put before. */
struct item *ledger_take(struct ledger *ledger, struct str path);

bool item_is_wanted(const struct item *item); /* part of the tree this build makes */

/* All wanted items, sorted by path; on the ledger's arena. */
struct ledger_list ledger_wanted(struct ledger *ledger);

/* Every folder above the items that pass, as a set: path -> some item below it. */
struct map ledger_folders(struct ledger *ledger, bool (*pass)(const struct item *));

#endif
