/* SPDX-License-Identifier: MIT */
#include "view/ranked.h"

#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    const struct ranked *a = left, *b = right;
    int order = (a->group > b->group) - (a->group < b->group);
    return order ? order : (a->rank > b->rank) - (a->rank < b->rank);
}

void ranked_sort(struct ranked *ranked, size_t count)
{
    if (count)
        qsort(ranked, count, sizeof(*ranked), compare);
}
