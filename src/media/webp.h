/* SPDX-License-Identifier: MIT */
/*
 * webp.h: is this the plain WebP that attalak-photo writes, and how large is its picture?
 *
 * The program has read hostile bytes and is not believed: a file with any other chunk (EXIF, XMP,
 * a profile, an animation), or with bytes behind it, is none.
 */
#ifndef ATTALAK_MEDIA_WEBP_H
#define ATTALAK_MEDIA_WEBP_H

#include "base/str.h"

struct webp {
    unsigned width, height;
    bool ok;
};

struct webp webp_look(struct str bytes);

#endif
