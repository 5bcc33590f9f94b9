/* SPDX-License-Identifier: MIT */
/*
 * settle.h: the last hand on the model, after which it is const.
 *
 * Holds back each entry that a finding of severity error names as its subject, then fills
 * all that is derived: who has reported (coverage.h), entries and counts of places,
 * hashtags and their index, the order of names in each language (ICU), the latest
 * entries, the site's date. What does not depend on one another is filled at once.
 */
#ifndef ATTALAK_MODEL_SETTLE_H
#define ATTALAK_MODEL_SETTLE_H

#include "model/model.h"

enum {
    TAG_PAGE_ENTRIES_MIN = 3, /* site.md: a hashtag's page needs so many entries */
    TAG_PAGES_MAX = 200,      /* site.md: over all languages */
    LATEST_MAX = 100,
};

/* The order of the latest entries, for qsort of struct lao *: the newest first, those of which
 * nobody knows when last, ties by key. */
int lao_newest_first(const void *a, const void *b);

void site_settle(struct site *site, unsigned threads, struct arena *arena,
                 const struct diags *diags);

#endif
