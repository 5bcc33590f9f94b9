/* SPDX-License-Identifier: MIT */
#include "media/webp.h"

/* RIFF, size, WEBP, "VP8 ", size; then a frame: its tag, a start code, width and height. */
enum { CHUNK_AT = 12, FRAME_AT = 20, START_AT = 23, SIZE_AT = 26, LEAST = 30, SIDE_BITS = 0x3fff };

static size_t number_at(struct str bytes, size_t at, size_t len)
{
    size_t number = 0;
    while (len--)
        number = number << 8 | (unsigned char)bytes.ptr[at + len];
    return number;
}

static bool has_at(struct str bytes, size_t at, struct str what)
{
    return str_starts(str_skip(bytes, at), what);
}

struct webp webp_look(struct str bytes)
{
    struct webp none = {0};
    if (bytes.len < LEAST || !has_at(bytes, 0, STR("RIFF")) ||
        !has_at(bytes, 8, STR("WEBPVP8 ")) || !has_at(bytes, START_AT, STR("\x9d\x01\x2a")))
        return none;
    size_t frame = number_at(bytes, CHUNK_AT + 4, 4);
    if (number_at(bytes, 4, 4) != bytes.len - 8 || FRAME_AT + frame + (frame & 1) != bytes.len)
        return none;
    unsigned width = (unsigned)number_at(bytes, SIZE_AT, 2) & SIDE_BITS;
    unsigned height = (unsigned)number_at(bytes, SIZE_AT + 2, 2) & SIDE_BITS;
    return (struct webp){width, height, width && height};
}
