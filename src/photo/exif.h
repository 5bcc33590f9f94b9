/* SPDX-License-Identifier: MIT */
/*
 * exif.h: the one thing of EXIF that a page needs: how the camera was held.
 *
 * A reader of our own, bounded by the block it is given: of the few thousand tags that a library
 * would parse for it, two bytes are wanted.
 */
#ifndef ATTALAK_PHOTO_EXIF_H
#define ATTALAK_PHOTO_EXIF_H

#include "photo/photo.h"

/* 1 to 8; 1 (upright) when nothing usable is said. With or without "Exif\0\0" before it. */
unsigned exif_orientation(struct bytes block);

#endif
