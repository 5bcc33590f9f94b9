/* SPDX-License-Identifier: MIT */
/* libwebp shrinks while it decodes; its container is walked here, for two chunks. */
#include <stdlib.h>
#include <string.h>

#include <webp/decode.h>

#include "photo/exif.h"
#include "photo/shrink.h"

enum { HEAD_BYTES = 12, CHUNK_HEAD = 8 };

/* The chunk of this name; empty when there is none. */
static struct bytes chunk_of(struct bytes file, const char *name)
{
    for (size_t at = HEAD_BYTES; file.len - at >= CHUNK_HEAD;) {
        const unsigned char *chunk = file.ptr + at;
        size_t len = (size_t)chunk[4] | (size_t)chunk[5] << 8 | (size_t)chunk[6] << 16 |
                     (size_t)chunk[7] << 24;
        size_t rest = file.len - at - CHUNK_HEAD;
        if (len > rest)
            break;
        if (memcmp(chunk, name, 4) == 0)
            return (struct bytes){chunk + CHUNK_HEAD, len};
        if (rest - len < (len & 1))
            break;
        at += CHUNK_HEAD + len + (len & 1);
    }
    return (struct bytes){0};
}

/* Colours are multiplied with their alpha already: what is missing to white is added. */
static unsigned char *on_white(const WebPRGBABuffer *from, unsigned width, unsigned height)
{
    unsigned char *rgb = malloc((size_t)width * height * 3), *out = rgb;
    for (size_t y = 0; rgb && y < height; y++) {
        const unsigned char *row = from->rgba + y * (size_t)from->stride;
        for (size_t x = 0; x < width; x++, row += 4)
            for (size_t c = 0; c < 3; c++) {
                unsigned sum = row[c] + 255U - row[3];
                *out++ = (unsigned char)(sum > 255 ? 255 : sum);
            }
    }
    return rgb;
}

static enum photo_end end_of(VP8StatusCode status)
{
    return status == VP8_STATUS_OUT_OF_MEMORY ? PHOTO_HEAVY : PHOTO_BROKEN;
}

enum photo_end webp_read(struct bytes file, struct picture *picture)
{
    WebPDecoderConfig config;
    if (!WebPInitDecoderConfig(&config))
        return PHOTO_SYSTEM;
    VP8StatusCode status = WebPGetFeatures(file.ptr, file.len, &config.input);
    if (status != VP8_STATUS_OK)
        return end_of(status);
    if (config.input.has_animation)
        return PHOTO_MOVES;
    unsigned width = (unsigned)config.input.width, height = (unsigned)config.input.height;
    if ((uint64_t)width * height > PHOTO_PIXELS_MAX)
        return PHOTO_PIXELS;
    picture->orientation = exif_orientation(chunk_of(file, "EXIF"));
    picture->profile = chunk_of(file, "ICCP");
    shrink_size(width, height, picture->orientation, &picture->width, &picture->height);
    config.options.use_scaling = 1;
    config.options.scaled_width = (int)picture->width;
    config.options.scaled_height = (int)picture->height;
    config.output.colorspace = MODE_rgbA;
    status = WebPDecode(file.ptr, file.len, &config);
    if (status != VP8_STATUS_OK)
        return end_of(status);
    picture->rgb = on_white(&config.output.u.RGBA, picture->width, picture->height);
    WebPFreeDecBuffer(&config.output);
    return picture->rgb ? PHOTO_DONE : PHOTO_HEAVY;
}
