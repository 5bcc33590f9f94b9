/* SPDX-License-Identifier: MIT */
/*
 * slug.h: one part of an address: [a-z0-9][a-z0-9-]{0,62}, no hyphen at its end.
 *
 * Names never enter paths as they are; what is to be a folder of the site passes here.
 */
#ifndef ATTALAK_MODEL_SLUG_H
#define ATTALAK_MODEL_SLUG_H

#include "base/str.h"

enum { SLUG_MAX = 63 };

bool slug_is(struct str text);

/* "Ban Khwao" → "ban-khwao"; empty when nothing of the name can stay. */
struct str slug_of(struct str name, struct arena *arena);

#endif
