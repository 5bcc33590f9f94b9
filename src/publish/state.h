/* SPDX-License-Identifier: MIT */
/*
 * state.h: a build on its way, shared by the files that are its stages: begin.c (with previous.c),
 * publish.c (put), commit.c and, where nothing changed, remember.c. Nobody else includes this.
 */
#ifndef ATTALAK_PUBLISH_STATE_H
#define ATTALAK_PUBLISH_STATE_H

#include "publish/guard.h"
#include "publish/ledger.h"
#include "publish/manifest.h"
#include "publish/publish.h"
#include "publish/rules.h"
#include "publish/spare.h"
#include "publish/target.h"

struct publish {
    struct publish_options options;
    struct target target;
    struct ledger ledger;
    struct spare spare;
    enum guard_tree published_is;
    bool manifest_is_whole;      /* of the published tree */
    bool is_resumed;             /* nothing is published here: the ledger is options.previous */
    int no_exchange;             /* errno of the probe */
    mode_t umask;                /* the process's, given back at the end */
    struct memory before, now;
    struct LIST_OF(struct str) strays, kept_prefixes, dropped_prefixes;
    struct arena arena; /* with all below: only under the lock while puts go on */
    pthread_mutex_t lock;
    struct diags problems;
    atomic_bool failed;          /* the system refused: no use to go on */
    atomic_bool a_folder_is_closed; /* of the published tree: its mode is not a build's */
};

/* begin.c: guards, lock, and what is published now. False, with a finding, if refused. */
bool begin_build(struct publish *publish, struct diags *diags);

/* previous.c: takes options.previous for what was published. False, with a finding, when that
 * is none. */
bool previous_read(struct publish *publish, struct diags *diags);

/* publish.c: makes the bytes the item's, in the spare tree if they differ. */
void publish_item(struct publish *publish, struct item *item, struct str bytes);

/* publish.c: reads a published file of which the manifest knows nothing, for it was copied,
 * restored, linked or edited: whether it holds the bytes with this hash, and may stay. */
bool publish_holds(const struct publish *publish, const struct item *item,
                   struct hash128 hash);

/* remember.c: in a build that changes nothing, writes down what was read again, so that the next
 * one need not. Best effort: nothing of the site is touched but MANIFEST_PRIVATE. */
void remember_tree(const struct publish *publish, const struct ledger_list *wanted);

/* commit.c: all that follows the last put. Fills in the figures, tells the outcome. */
enum publish_outcome commit_build(struct publish *publish, struct publish_result *result,
                                  struct diags *diags);

#endif
