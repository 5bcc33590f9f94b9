/* SPDX-License-Identifier: MIT */
/*
 * photo.h: attalak-photo, a program of its own: one picture on standard input, one WebP of it on
 * standard output, fit for a page and with nothing of the camera's left.
 *
 * Decoders of pictures have always been where programs are broken into, so they are not in
 * attalak: this program is started anew for each picture and locks itself in (lock.h) before it
 * reads a byte of it. What it writes is always encoded anew, from samples alone: no EXIF (place,
 * serial number), no XMP, no thumbnail, nothing that was appended to the file survives.
 *
 *     read (jpeg.c, png.c, webp.c: a row at a time into shrink.c) → turn.c → colour.c → encode.c
 *
 * It includes nothing of attalak's; attalak knows this header's numbers and runs the program.
 */
#ifndef ATTALAK_PHOTO_PHOTO_H
#define ATTALAK_PHOTO_PHOTO_H

#include <stddef.h>

enum {
    PHOTO_BYTES_MAX = 10 * 1024 * 1024, /* of a file */
    PHOTO_PIXELS_MAX = 50 * 1000 * 1000,
    PHOTO_WIDTH_MAX = 960, /* of what is made: twice what a phone shows, and half a screen */
    PHOTO_HEIGHT_MAX = 1280,
    PHOTO_MADE_MAX = 4 * 1024 * 1024, /* bytes; at 960 × 1280 noise takes 1.1 million */
    PHOTO_QUALITY = 75,
    PHOTO_EFFORT = 4,
    PHOTO_VERSION = 1, /* counts up with every change to what is made of the same bytes */
    PHOTO_CPU_SECONDS = 20,
    PHOTO_WALL_SECONDS = 40,
    PHOTO_MEMORY_MAX = 768 * 1024 * 1024,
};

/* How it ends: the exit code. */
enum photo_end {
    PHOTO_DONE = 0,
    PHOTO_FORMAT = 10, /* no JPEG, PNG or WebP */
    PHOTO_BYTES,       /* the file is too large */
    PHOTO_PIXELS,      /* the picture is */
    PHOTO_MOVES,       /* an animation */
    PHOTO_BROKEN,      /* cut short, or not as its format wants it */
    PHOTO_HEAVY,       /* takes more memory or time than a picture may */
    PHOTO_UNLOCKED,    /* the system: it could not lock itself in */
    PHOTO_SYSTEM,      /* the system: reading or writing failed */
};

struct bytes {
    const unsigned char *ptr;
    size_t len;
};

/* A picture that was read: rows of red, green and blue. */
struct picture {
    unsigned width, height;
    unsigned char *rgb;
    unsigned orientation; /* EXIF's 1 to 8: how the camera was held (turn.h) */
    struct bytes profile; /* ICC; empty: sRGB */
};

/* Readers: one file each for libjpeg, libpng and libwebp. */
enum photo_end jpeg_read(struct bytes file, struct picture *picture);
enum photo_end png_read(struct bytes file, struct picture *picture);
enum photo_end webp_read(struct bytes file, struct picture *picture);

/* To sRGB. The first, which looks for the time zone, comes before lock_in(). */
void colour_begin(void);
void colour_to_srgb(struct picture *picture);

/* `made` is the caller's to free. */
enum photo_end encode(const struct picture *picture, struct bytes *made);

#endif
