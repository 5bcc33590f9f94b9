/* SPDX-License-Identifier: MIT */
/*
 * listing.h: findings with all that a report says of them.
 *
 *     struct listing all = listing_make(site, diags, excerpts, lang, arena);   by file
 *     struct listing by_place = listing_by_place(&all, arena);
 *
 * The reports speak Thai or English whatever languages the site has, and also when it cannot
 * be used: what a site lacks is then empty, no finding is lost.
 */
#ifndef ATTALAK_VIEW_LISTING_H
#define ATTALAK_VIEW_LISTING_H

#include "base/diag.h"
#include "model/model.h"

struct listed {
    const struct finding *finding;
    const struct lao *lao; /* that it holds back or concerns; NULL: none */
    struct str value;      /* as typed; empty: nothing was typed there */
    struct str excerpt;    /* the line of a YAML or Markdown file; empty: of a sheet */
};

struct listing {
    const struct site *site;
    const struct diags *diags;
    enum diag_lang lang;
    unsigned site_lang; /* the site's language nearest to it */
    struct LIST_OF(struct listed) items;
};

/* `excerpts` has one text for each finding, or is NULL. */
struct listing listing_make(const struct site *site, const struct diags *diags,
                            const struct str *excerpts, enum diag_lang lang,
                            struct arena *arena);

/* By province, district and LAO in the reader's order, then as before; those about no LAO
 * come first. */
struct listing listing_by_place(const struct listing *listing, struct arena *arena);

/* Nothing has to be changed: no error and no warning. */
bool listing_is_clean(const struct listing *listing);

/* A name in the report's language, or else in the site's first; which one goes to *thai (may
 * be NULL). */
struct str listing_name(const struct listing *listing, const struct text *name, bool *thai);

/* The full Thai name, as it stands in the register. */
struct str listing_lao_name(const struct lao *lao, struct arena *arena);

#endif
