/* SPDX-License-Identifier: MIT */
/*
 * twice.h: what was sent more than once for one LAO (or, of reports, month): which counts, and
 * what the others said differently.
 *
 * The newest time stamp wins. Rows without one cannot be dated: of such the last counts, if it
 * stands behind the newest dated row. Each that does not count is told once, against the one
 * that does; of more than TWICE_EACH_MAX in one file it is told how many and which.
 */
#ifndef ATTALAK_MODEL_TWICE_H
#define ATTALAK_MODEL_TWICE_H

#include "model/field.h"

struct sending {
    struct date_time sent; /* none when the row has no time stamp */
    struct pos pos;
    void *what; /* the struct record or struct report */
    struct sending *next;
};

/* In the order in which they were read. */
struct sendings {
    struct sending *first, *last;
    const struct str *whose; /* in each of DIAG_LANGS; NULL: the LAO's key */
};

void sendings_add(struct sendings *sendings, struct sending sending, struct arena *arena);

/* The one that counts; not of an empty list. */
struct sending *sendings_winner(const struct sendings *sendings);

/* "name.th: “ก” → “ข”; place.lat: …", or empty when both say the same. */
typedef struct str (*differ_fn)(struct reader *r, const void *dropped, const void *used);

enum { TWICE_EACH_MAX = 20 };

/* Tells of all but the winner; the subject of the reader's findings is the LAO. */
void sendings_tell(struct reader *r, const struct sendings *sendings,
                   const struct sending *winner, differ_fn differ);

/* A differ_fn of two struct record of identities. */
struct str record_differences(struct reader *r, const void *dropped, const void *used);

/* A value for such a list, in quotation marks and cut short; "–" for none. */
struct str difference_value(struct str value, struct arena *arena);

/* One more "path: before → after" behind the others. */
struct str difference_add(struct str list, struct str path, struct str before,
                          struct str after, struct arena *arena);

#endif
