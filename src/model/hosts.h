/* SPDX-License-Identifier: MIT */
/*
 * hosts.h: which other sites the published pages link to, so that a new one is seen before
 * it is published: gambling links come by the hundred, and nobody reads a hundred entries.
 */
#ifndef ATTALAK_MODEL_HOSTS_H
#define ATTALAK_MODEL_HOSTS_H

#include "model/model.h"

/* A host in lower case and where it is linked from first: an LAO, a place, a page. */
struct host {
    struct str name, where;
    struct pos pos;
};
struct hosts LIST_OF(struct host);

/* Of a settled site, by name, each once. Entries that are held back do not count. */
struct hosts site_hosts(const struct site *site, struct arena *arena);

#endif
