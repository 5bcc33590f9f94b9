/* SPDX-License-Identifier: MIT */
/*
 * snapshot.h: the counts of an earlier month, as `attalak snapshot` wrote them to
 * content/snapshots/2025-10.csv: a row for each province ("36") and district ("3602"),
 * and one ("3600") for what of a province lies in no district.
 *
 * Of a coverage, laos, states and fields are known, and nothing else. A file that
 * contradicts itself is not used at all. Places come and go: a code that the registry
 * does not know counts in the country's sum, and what was not counted then has no earlier
 * count.
 */
#ifndef ATTALAK_MODEL_SNAPSHOT_H
#define ATTALAK_MODEL_SNAPSHOT_H

#include "model/coverage.h"

struct snapshot {
    struct date month;       /* day 0 */
    struct map places;       /* code → struct coverage * */
    struct coverage country; /* the provinces' sum */
};

/* The month that a file is named after, "2025-10", in the Christian year; none for all else. */
struct date snapshot_month(struct str text, struct arena *scratch);

/* What of places is summed up: laos and states. */
void snapshot_add(struct coverage *sums, const struct coverage *more);

/* Those of months before that of the site's own date, which ended before what is counted
 * now: the first so many of site->snapshots, which come by month. */
size_t snapshot_earlier(const struct site *site);
/* The latest of them, or NULL. */
const struct snapshot *snapshot_before(const struct site *site);

/* NULL when it was not counted. */
const struct coverage *snapshot_place(const struct snapshot *snapshot, struct str code);
/* Of provinces together (a region, a cluster); NULL unless each of them was counted. */
const struct coverage *snapshot_provinces(const struct snapshot *snapshot,
                                          const struct provinces *provinces,
                                          struct arena *arena);

/* The code of what of a province lies in no district: "3600". */
struct str snapshot_apart(const struct province *province, struct arena *arena);

/* The columns of states in files, "state_published"; also those of data/progress.csv. */
extern const struct str snapshot_states[LAO_STATES];

#endif
