/* SPDX-License-Identifier: MIT */
/*
 * shrink.h: makes a picture smaller while it is read, a row at a time, so that one of 50 million
 * pixels takes the memory of what is made of it.
 *
 *     shrink_begin(&s, width, height, orientation)    false: no memory
 *     shrink_row(&s, row, channels)                   `height` times; 3 is RGB, 4 RGB and alpha
 *     shrink_end(&s, picture)
 *
 * Every pixel made is the average of the area that it covers, to the part of a pixel; what is
 * transparent lies on white. Nothing is ever made larger.
 */
#ifndef ATTALAK_PHOTO_SHRINK_H
#define ATTALAK_PHOTO_SHRINK_H

#include <stdbool.h>
#include <stdint.h>

#include "photo/photo.h"

struct shrink {
    unsigned from_width, from_height, to_width, to_height;
    unsigned from_row, to_row;
    unsigned char *line; /* the row being read, on white */
    uint64_t *across;    /* it, made as wide as the result; times from_width */
    uint64_t *sums;      /* rows of that, times their part of the row being made */
    unsigned char *rgb;
};

/* The size of what is made of such a picture, before it is turned. */
void shrink_size(unsigned width, unsigned height, unsigned orientation,
                 unsigned *to_width, unsigned *to_height);

bool shrink_begin(struct shrink *s, unsigned width, unsigned height,
                  unsigned orientation);
void shrink_row(struct shrink *s, const unsigned char *row, unsigned channels);
void shrink_end(struct shrink *s, struct picture *picture);

#endif
