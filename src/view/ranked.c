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

#define RANKED_ALL(list)                                                                 \
    struct ranked *ranked_##list(const struct list *list, unsigned lang,                 \
                                 struct arena *arena)                                    \
    {                                                                                    \
        struct ranked *ranked = arena_many(arena, list->count, struct ranked);           \
        for (size_t i = 0; i < list->count; i++)                                         \
            ranked[i] = (struct ranked){list->items[i], list->items[i]->rank[lang], 0};  \
        ranked_sort(ranked, list->count);                                                \
        return ranked;                                                                   \
    }
RANKED_ALL(regions)
RANKED_ALL(provinces)
RANKED_ALL(districts)
