/* SPDX-License-Identifier: MIT */
/*
 * advice.h: "did you mean …?" Inside render/ only.
 *
 *     struct advice advice = advice_for(name);
 *     advice_offer(&advice, known, arena);       each name that would have been right
 *     if (advice.close) … advice.best … else … advice.list
 */
#ifndef ATTALAK_RENDER_ADVICE_H
#define ATTALAK_RENDER_ADVICE_H

#include "base/str.h"

struct advice {
    struct str name;
    struct str best; /* empty when nothing was offered */
    unsigned distance;
    bool close;      /* best is near enough to be what was meant */
    struct str list; /* the first names offered: "a, b, c …" */
    size_t offered;
};

struct advice advice_for(struct str name);
void advice_offer(struct advice *advice, struct str known, struct arena *arena);

/* Best if it is close, else the list, else a dash. */
struct str advice_text(const struct advice *advice);

#endif
