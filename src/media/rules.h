/* SPDX-License-Identifier: MIT */
/* rules.h: what media/ may complain of. Only media/ includes this; others see media_rules (photos.h). */
#ifndef ATTALAK_MEDIA_RULES_H
#define ATTALAK_MEDIA_RULES_H

#include "base/diag.h"

enum media_rule {
    /* of one picture, the fault of its file: the page is published without it */
    MEDIA_FORMAT,
    MEDIA_BYTES,
    MEDIA_PIXELS,
    MEDIA_MOVES,
    MEDIA_BROKEN,
    MEDIA_HEAVY,
    MEDIA_PICTURES, /* so many of these kinds */
    /* of all pictures at once */
    MEDIA_CRASHED = MEDIA_PICTURES,
    MEDIA_NOT_KEPT,
    /* the world is wrong: nothing is published */
    MEDIA_SYSTEM_FIRST,
    MEDIA_NO_PROGRAM = MEDIA_SYSTEM_FIRST,
    MEDIA_UNLOCKED,
    MEDIA_SYSTEM,
    MEDIA_RULES,
};

extern const struct rule media_rules[];
extern const size_t media_rule_count;

#endif
