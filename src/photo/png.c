/* SPDX-License-Identifier: MIT */
/* libpng jumps out of its errors, as libjpeg does: see jpeg.c. */
#include <png.h>
#include <stdlib.h>
#include <string.h>

#include "photo/exif.h"
#include "photo/shrink.h"

enum { CHUNK_BYTES_MAX = 4 * 1024 * 1024, CHUNKS_MAX = 1000 };

struct reading {
    png_structp png;
    png_infop info;
    struct bytes rest;
    enum photo_end why;
    struct picture *picture;
    struct shrink shrink;
    unsigned char *pixels; /* of one row; of all when the rows come in turns */
    size_t stride;
};

static void stop(struct reading *r, enum photo_end why)
{
    r->why = why;
    png_longjmp(r->png, 1);
}

static void on_error(png_structp png, png_const_charp message)
{
    (void)message;
    stop(png_get_error_ptr(png), PHOTO_BROKEN);
}

static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void give(png_structp png, png_bytep into, size_t len)
{
    struct reading *r = png_get_io_ptr(png);
    if (r->rest.len < len)
        stop(r, PHOTO_BROKEN);
    memcpy(into, r->rest.ptr, len);
    r->rest = (struct bytes){r->rest.ptr + len, r->rest.len - len};
}

/* libpng shows the first picture of an animation as if it were the only one. */
static bool moves(struct bytes file)
{
    for (size_t at = 8; at + 8 <= file.len;) {
        const unsigned char *chunk = file.ptr + at;
        if (memcmp(chunk + 4, "acTL", 4) == 0)
            return true;
        if (memcmp(chunk + 4, "IDAT", 4) == 0)
            return false;
        at += (size_t)12 + ((size_t)chunk[0] << 24 | (size_t)chunk[1] << 16 |
                            (size_t)chunk[2] << 8 | chunk[3]);
    }
    return false;
}

static void read_head(struct reading *r)
{
    png_set_read_fn(r->png, r, give);
    png_set_chunk_malloc_max(r->png, CHUNK_BYTES_MAX);
    png_set_chunk_cache_max(r->png, CHUNKS_MAX);
    png_set_user_limits(r->png, PHOTO_PIXELS_MAX, PHOTO_PIXELS_MAX);
    png_read_info(r->png, r->info);
    uint64_t width = png_get_image_width(r->png, r->info);
    if (width * png_get_image_height(r->png, r->info) > PHOTO_PIXELS_MAX)
        stop(r, PHOTO_PIXELS);
}

static void read_notes(struct reading *r)
{
    png_charp name;
    png_bytep profile = NULL, exif = NULL;
    png_uint_32 length = 0;
    int method;
    if (png_get_iCCP(r->png, r->info, &name, &method, &profile, &length)) {
        unsigned char *copy = malloc(length);
        if (copy)
            r->picture->profile = (struct bytes){memcpy(copy, profile, length), length};
    }
    if (png_get_eXIf_1(r->png, r->info, &length, &exif))
        r->picture->orientation = exif_orientation((struct bytes){exif, length});
}

/* Eight bits, red, green and blue, and alpha where something is transparent. */
static void ask_for_rgb(struct reading *r)
{
    png_set_expand(r->png);
    png_set_scale_16(r->png);
    png_set_gray_to_rgb(r->png);
}

static void read_rows(struct reading *r)
{
    unsigned height = png_get_image_height(r->png, r->info);
    int turns = png_set_interlace_handling(r->png);
    png_read_update_info(r->png, r->info);
    unsigned channels = png_get_channels(r->png, r->info);
    r->stride = png_get_rowbytes(r->png, r->info);
    r->pixels = calloc(turns > 1 ? height : 1, r->stride);
    if (!r->pixels || !shrink_begin(&r->shrink, png_get_image_width(r->png, r->info),
                                    height, r->picture->orientation))
        stop(r, PHOTO_HEAVY);
    for (int turn = 1; turn < turns; turn++)
        for (size_t y = 0; y < height; y++)
            png_read_row(r->png, r->pixels + y * r->stride, NULL);
    for (size_t y = 0; y < height; y++) {
        unsigned char *row = r->pixels + (turns > 1 ? y * r->stride : 0);
        png_read_row(r->png, row, NULL);
        shrink_row(&r->shrink, row, channels);
    }
    png_read_end(r->png, NULL);
}

enum photo_end png_read(struct bytes file, struct picture *picture)
{
    static struct reading reading;
    struct reading *r = &reading;
    if (moves(file))
        return PHOTO_MOVES;
    *r = (struct reading){.rest = file, .why = PHOTO_DONE, .picture = picture};
    r->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, r, on_error, on_warning);
    if (r->png)
        r->info = png_create_info_struct(r->png);
    if (!r->info)
        return PHOTO_HEAVY;
    if (setjmp(png_jmpbuf(r->png)) == 0) {
        read_head(r);
        read_notes(r);
        ask_for_rgb(r);
        read_rows(r);
        shrink_end(&r->shrink, picture);
    }
    png_destroy_read_struct(&r->png, &r->info, NULL);
    free(r->pixels);
    return r->why;
}
