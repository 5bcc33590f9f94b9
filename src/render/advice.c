/* SPDX-License-Identifier: MIT */
#include "render/advice.h"

#include "base/utf8.h"

enum { LISTED_MAX = 12 };

struct advice advice_for(struct str name)
{
    return (struct advice){.name = name, .distance = UINT32_MAX};
}

/* One slip for a short name, one more for each four letters. */
static unsigned slips_allowed(struct str name)
{
    return 1 + (unsigned)(utf8_count(name) / 4);
}

static void list_name(struct advice *advice, struct str known, struct arena *arena)
{
    const char *between = advice->offered == 0 ? "" : ", ";
    if (advice->offered < LISTED_MAX)
        advice->list = str_format(arena, "%.*s%s%.*s", STR_ARG(advice->list), between,
                                  STR_ARG(known));
    else if (advice->offered == LISTED_MAX)
        advice->list = str_format(arena, "%.*s …", STR_ARG(advice->list));
    advice->offered++;
}

void advice_offer(struct advice *advice, struct str known, struct arena *arena)
{
    list_name(advice, known, arena);
    unsigned limit = slips_allowed(advice->name);
    unsigned distance = str_distance(advice->name, known, limit);
    if (distance >= advice->distance)
        return;
    advice->distance = distance;
    advice->best = known;
    advice->close = distance <= limit;
}

struct str advice_text(const struct advice *advice)
{
    if (advice->close)
        return advice->best;
    return advice->offered ? advice->list : STR("-");
}
