/* SPDX-License-Identifier: MIT */
/*
 * manifest.h: what a tree says of itself.
 *
 * The private manifest (MANIFEST_PRIVATE, in the root of each tree) is the marker that
 * attalak made the tree, and the memory between two builds: a line per file with its
 * stamp (without a ctime before format 4) and hashes, one per folder that holds files alone (not
 * in formats 1 and 2), the tallies of the shrink guard, and the hosts that pages link to (not in
 * format 1). The first
 * line names the format, the last the hash of all before it; a manifest that is damaged in
 * any way counts as none. What it says is believed only of a file or folder whose stamp is
 * still the one written down.
 *
 * The public manifest (MANIFEST_PUBLIC) is one of the published files: path, size and
 * SHA-256, with tabs between, sorted by path, for deployment by checksum.
 */
#ifndef ATTALAK_PUBLISH_MANIFEST_H
#define ATTALAK_PUBLISH_MANIFEST_H

#include "base/buf.h"
#include "base/diag.h"
#include "publish/leaf.h"

#define MANIFEST_PRIVATE ".attalak"
#define MANIFEST_PUBLIC "manifest.txt"

enum { MANIFEST_BYTES_MAX = 64 * 1024 * 1024 };

struct tally {
    struct str key; /* "" is the total; one line */
    uint64_t count;
};

struct tallies LIST_OF(struct tally);

/* Where a host is linked from first. */
struct linked {
    struct str where;
    struct pos pos;
};

/* What one build tells the next beside its files. */
struct memory {
    struct tallies tallies;
    struct map hosts; /* name → struct linked *, in the order they were told */
    bool knows_hosts;
};

/* Enters a private manifest's items and its memory; false, with nothing entered, when the
 * bytes are not a whole manifest of a format we know. */
bool manifest_read(struct str bytes, struct ledger *ledger, struct memory *memory);

/* The leaves are those of `wanted`. */
void manifest_write(const struct ledger_list *wanted, const struct leaves *leaves,
                    const struct memory *memory, struct buf *out);

/* What MANIFEST_PRIVATE holds while its tree is worked on: a marker, no manifest. */
struct str manifest_unfinished(void);

void manifest_write_public(const struct ledger_list *wanted, struct buf *out);

/* Whether the manifests name the item: all is named but what is only carried along. */
bool manifest_has_line(const struct item *item);

#endif
