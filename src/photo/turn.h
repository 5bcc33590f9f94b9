/* SPDX-License-Identifier: MIT */
/* turn.h: a picture as it was seen: EXIF's orientation is carried out, not passed on. */
#ifndef ATTALAK_PHOTO_TURN_H
#define ATTALAK_PHOTO_TURN_H

#include <stdbool.h>

#include "photo/photo.h"

/* Is width to become height? */
bool turn_lies(unsigned orientation);

/* False: no memory. */
bool turn_upright(struct picture *picture);

#endif
