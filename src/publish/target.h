/* SPDX-License-Identifier: MIT */
/*
 * target.h: where a build goes: the published folder's name in its parent, and the names
 * that attalak uses beside it. Everything beside is reached through the open parent.
 */
#ifndef ATTALAK_PUBLISH_TARGET_H
#define ATTALAK_PUBLISH_TARGET_H

#include "base/diag.h"
#include "publish/publish.h"

struct target {
    struct str path;         /* of the published folder, absolute */
    struct str spare_path;
    const char *name;        /* "site" */
    const char *spare_name;  /* ".site.spare" */
    const char
        *old_name; /* ".site.old": the published folder between two plain renames */
    const char *reserve_name; /* ".site.reserve": reserve.h */
    const char *lock_name;   /* ".site.lock" */
    const char *memory_name; /* ".site.memory": the next MANIFEST_PRIVATE, for a moment */
    const char *probe_names[2];
    int parent, lock;        /* open files, -1 while they are not */
};

/* Finds the place and sees that it may be one at all; writes nothing. */
bool target_find(struct target *target, const struct publish_options *options,
                 struct arena *arena, struct diags *diags);

/* Keeps other builds out until target_leave. */
bool target_lock(struct target *target, struct diags *diags);

void target_leave(struct target *target);

#endif
