/* SPDX-License-Identifier: MIT */
#include "sources/headings.h"

struct headings headings_beneath(int base)
{
    return (struct headings){.base = base > 1 ? base : 1};
}

void headings_enter(struct headings *headings, int typed)
{
    while (headings->count && headings->open[headings->count - 1] >= typed)
        headings->count--;
    headings->open[headings->count++] = typed;
}

int headings_level(const struct headings *headings)
{
    int level = headings->base + headings->count;
    return level < HEADINGS_LEVELS ? level : HEADINGS_LEVELS;
}
