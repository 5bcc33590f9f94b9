/* SPDX-License-Identifier: MIT */
/* parts.h: what diff_sites() is made of; each fills its part of the diff. */
#ifndef ATTALAK_DIFF_PARTS_H
#define ATTALAK_DIFF_PARTS_H

#include <stdlib.h>

#include "diff/diff.h"

void diff_entries(struct diff *diff, struct arena *arena);
void diff_hosts(struct diff *diff, struct arena *arena);

#define DIFF_SORT(list, compare)                                                         \
    ((list).count ? qsort((list).items, (list).count, sizeof(*(list).items), (compare))  \
                  : (void)0)

#endif
