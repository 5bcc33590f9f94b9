/* SPDX-License-Identifier: MIT */
/*
 * guard.h: what must hold before attalak touches a folder, and before it publishes.
 * A guard that says no has added its finding.
 */
#ifndef ATTALAK_PUBLISH_GUARD_H
#define ATTALAK_PUBLISH_GUARD_H

#include "base/diag.h"
#include "publish/ledger.h"
#include "publish/manifest.h"

enum guard_tree {
    GUARD_MISSING,
    GUARD_EMPTY,   /* or with nothing but .gitignore */
    GUARD_OURS,    /* attalak's marker is in it */
    GUARD_REFUSED, /* not ours, a repository, a mount point: see the finding */
};

struct guard_folder {
    enum guard_tree is;
    int root; /* open, or -1 */
};

/* Opens a folder of `parent` and says whose it is; complains with the rule `foreign`. */
struct guard_folder guard_open(int parent, const char *name, struct str path,
                               unsigned foreign, struct diags *diags);

/* No path is both a file and a folder; not too many files, not too many bytes in all. */
bool guard_paths(struct ledger *ledger, const struct ledger_list *wanted, bool allow_large,
                 struct str path, struct diags *diags);

/* Tells of each host that is new since `before` (when that knows its own), and that they are
 * not too many. */
bool guard_hosts(const struct memory *before, const struct memory *now, bool allow_many,
                 struct str path, struct diags *diags);

/* No tally fell by more than its percentage. */
bool guard_shrink(const struct tallies *before, const struct tallies *now,
                  struct str path, struct diags *diags);

#endif
