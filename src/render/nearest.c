/* SPDX-License-Identifier: MIT */
#include "render/nearest.h"

#include "base/utf8.h"

enum { LISTED_MAX = 12 };

struct nearest nearest_to(struct str name)
{
    return (struct nearest){.name = name, .distance = UINT32_MAX};
}

/* One slip for a short name, one more for each four letters. */
static unsigned slips_allowed(struct str name)
{
    return 1 + (unsigned)(utf8_count(name) / 4);
}

static void list_name(struct nearest *nearest, struct str known, struct arena *arena)
{
    const char *between = nearest->offered == 0 ? "" : ", ";
    if (nearest->offered < LISTED_MAX)
        nearest->list = str_format(arena, "%.*s%s%.*s", STR_ARG(nearest->list), between,
                                   STR_ARG(known));
    else if (nearest->offered == LISTED_MAX)
        nearest->list = str_format(arena, "%.*s …", STR_ARG(nearest->list));
    nearest->offered++;
}

void nearest_offer(struct nearest *nearest, struct str known, struct arena *arena)
{
    list_name(nearest, known, arena);
    unsigned limit = slips_allowed(nearest->name);
    unsigned distance = str_distance(nearest->name, known, limit);
    if (distance >= nearest->distance)
        return;
    nearest->distance = distance;
    nearest->best = known;
    nearest->close = distance <= limit;
}

struct str nearest_advice(const struct nearest *nearest)
{
    if (nearest->close)
        return nearest->best;
    return nearest->offered ? nearest->list : STR("-");
}
