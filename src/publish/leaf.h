/* SPDX-License-Identifier: MIT */
/*
 * leaf.h: folders that hold files alone, and whether a name in them came or went.
 *
 * A page has a folder of its own, so nearly all folders of a site are leaves. To open and
 * list each costs five calls of the system; to ask for its stamp and its file's, two. The
 * stamp of a folder has the time of its last change (ctime): a name that comes, goes or
 * becomes something else changes it, and nobody can set it, where the file system keeps
 * one of its own (leaf_tells).
 *
 *     leaves_find(&wanted, &leaves, arena)      of a list sorted by path
 *     leaves_measure(&leaves, root, threads)    in the tree as it will be published
 *
 * The manifest keeps what was measured. It is of use to the next build only where the
 * clock has gone on since (stamp_is_settled): a change within one tick of the file
 * system's clock leaves no trace in a stamp. What another program puts into the spare tree
 * between its sweep and the measuring is taken for ours: nobody else works in that tree.
 */
#ifndef ATTALAK_PUBLISH_LEAF_H
#define ATTALAK_PUBLISH_LEAF_H

#include "publish/ledger.h"

struct leaf {
    struct str path;
    struct stamp stamp;  /* of the folder (folder_stamp); none: its inode is 0 */
    size_t first, count; /* its files: a row of the list, or of the ledger's `before` */
};

struct leaves LIST_OF(struct leaf);

/* Without a size and an mtime, which tell nothing of a folder. */
struct stamp folder_stamp(const struct stat *st);

/* Whether the file lies in the folder itself. */
bool leaf_holds(const struct leaf *leaf, struct str file);

void leaves_find(const struct ledger_list *sorted, struct leaves *out,
                 struct arena *arena);

/* Whether the file system of the tree keeps a ctime that is no copy of the mtime, and
 * tells it without a delay. Of a file system that is not known: no. */
bool leaf_tells(int root);

/* A folder that cannot be looked at has no stamp afterwards: the next build lists it. */
void leaves_measure(struct leaves *leaves, int root, unsigned threads);

#endif
