/* SPDX-License-Identifier: MIT */
/*
 * remind_rows.h: the rows of `attalak remind`, in the reader's order: a letter for each LAO
 * that is missing in the round or held back; or sums, for each province and its districts.
 */
#ifndef ATTALAK_REMIND_ROWS_H
#define ATTALAK_REMIND_ROWS_H

#include "base/buf.h"
#include "view/names.h"

/* The same for all rows. */
struct merge {
    const struct site *site;
    const struct round *round;
    size_t round_at; /* its place in settings.rounds */
    enum diag_lang lang;
    unsigned site_lang; /* the site's language nearest to it */
    struct words words;
    struct names names;
    struct map findings; /* officer_index */
};

/* The head, then the rows of these provinces. */
void remind_rows(const struct merge *merge, const struct provinces *provinces, bool summary,
                 struct buf *out);

#endif
