/* SPDX-License-Identifier: MIT */
/*
 * scan.h: what lies in a tree, told entry by entry.
 *
 * The scan never follows a link and never trusts a list: the tree itself is the truth.
 * Errors are errno values; a visitor stops the scan by returning one. Visits come from
 * several threads and in no order, those to one folder from one thread.
 */
#ifndef ATTALAK_PUBLISH_SCAN_H
#define ATTALAK_PUBLISH_SCAN_H

#include "base/list.h"
#include "base/str.h"
#include "publish/ledger.h"

enum scan_kind { SCAN_FILE, SCAN_FOLDER, SCAN_OTHER };

struct scan_entry {
    struct str path;   /* from the root; gone after the visit */
    int dir;           /* the open folder that holds it */
    const char *name;
    enum scan_kind kind;
    struct stamp stamp; /* of a file */
    bool has_one_link;  /* the file has no other name */
    bool enter; /* the visitor sets it for a folder whose content it wants to see */
};

typedef int (*scan_fn)(void *context, struct scan_entry *entry);

int scan_tree(int root, unsigned threads, scan_fn visit, void *context);

struct scan_name {
    const char *name;
    unsigned char type; /* DT_… of <dirent.h> */
};
struct scan_names LIST_OF(struct scan_name);

/* The names in an open folder but "." and "..", in the order of the disk. */
int scan_names(int dir, struct scan_names *out, struct arena *arena);

#endif
