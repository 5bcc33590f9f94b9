/* SPDX-License-Identifier: MIT */
/*
 * find_wanted.h: the seam between the parts of find.h: find.c reads what a row says of its LAO
 * and decides, find_place.c knows places, find_near.c proposes.
 */
#ifndef ATTALAK_MODEL_FIND_WANTED_H
#define ATTALAK_MODEL_FIND_WANTED_H

#include "model/find.h"

/* A place that is nowhere in the registry. */
struct unknown_place {
    struct str typed;
    struct pos pos;
    bool district;
};

/* What a row says of its LAO; what is not stated matches everything. A place may stand in a
 * column and behind the name: an LAO has to lie in both. */
struct wanted {
    struct lao_name name;
    struct str key; /* of the bare name */
    struct str typed;
    struct str asked; /* all that the row says, for finder.reasons */
    struct pos pos;
    bool key_failed; /* record.h */
    LIST(const struct province *) provinces;
    LIST(const struct districts *) districts;
    LIST(struct unknown_place) unknown;
};

void finder_fill_places(struct finder *finder, const struct site *site, struct arena *arena);

/* A stated place made part of what is wanted, or one of its unknown ones. */
void wanted_province(struct reader *r, const struct finder *finder, struct wanted *wanted,
                     struct str typed, struct pos pos);
void wanted_district(struct reader *r, const struct finder *finder, struct wanted *wanted,
                     struct str typed, struct pos pos);

/* Does it lie in all places that are stated? */
bool wanted_lies_in(const struct wanted *wanted, const struct lao *lao);
bool wanted_type(const struct wanted *wanted, const struct lao *lao);

void complain_unknown_place(struct reader *r, const struct finder *finder,
                            const struct wanted *wanted, const struct unknown_place *place);

/* Keeps a reason as long as the finder. */
const struct reason *finder_remember(struct reader *r, const struct finder *finder,
                                     struct str asked, struct reason reason);

void finder_fill_spellings(struct finder *finder, struct arena *arena);

/* At most three LAOs of a similar name: of the stated place and type first. */
struct laos find_nearest(struct reader *r, const struct finder *finder,
                         const struct wanted *wanted);

#endif
