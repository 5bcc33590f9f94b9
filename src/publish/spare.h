/* SPDX-License-Identifier: MIT */
/*
 * spare.h: brings the spare tree to the new state.
 *
 * Nothing the spare tree says of itself is believed, so it does not matter in which state
 * a killed build left it: a file is either written anew, or it is the published inode, or
 * it goes. While work is in progress its marker says so.
 *
 *     spare_begin(&spare)                      the tree is there and marked as unfinished
 *     spare_write(&spare, path, bytes, …)      from any thread
 *     spare_settle(&spare, ledger, wanted, threads, &at)  rest is linked, stale goes
 *     spare_finish(&spare, manifest)           the manifest last, then all to the disk
 *
 * Errors are errno values.
 */
#ifndef ATTALAK_PUBLISH_SPARE_H
#define ATTALAK_PUBLISH_SPARE_H

#include <time.h>

#include "publish/beneath.h"
#include "publish/ledger.h"
#include "publish/manifest.h"
#include "publish/reserve.h"
#include "publish/target.h"

#define SPARE_CARRIED ".gitignore"

struct spare {
    const struct target *target;
    struct folders tree; /* its root is -1 while the spare tree does not exist */
    int published;       /* root of the published tree; -1 when there is none */
    bool begun;
    bool is_new; /* this build made it: nothing lies in it but what this build wrote */
    struct reserve reserve;
};

void spare_init(struct spare *spare, const struct target *target);
void spare_release(struct spare *spare);

int spare_begin(struct spare *spare);

/* Writes a file that was modified now, but not before `earliest`; tells its stamp. */
int spare_write(struct spare *spare, struct str path, struct str bytes,
                struct timespec earliest, struct stamp *stamp);

/* Of a file that this build wrote. */
int spare_set_time(struct spare *spare, struct item *item, struct timespec time);

int spare_settle(struct spare *spare, struct ledger *ledger,
                 const struct ledger_list *wanted, unsigned threads, struct str *at);
int spare_finish(struct spare *spare, struct str manifest);

/* After a failed write: gives its space back, for the disk may be full because of it. */
void spare_discard(struct spare *spare);

#endif
