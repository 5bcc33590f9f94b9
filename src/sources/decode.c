/* SPDX-License-Identifier: MIT */
#include "sources/decode.h"

#include <iconv.h>

#include "base/panic.h"

static const char *const names[] = {
    [ENCODING_WINDOWS_874] = "WINDOWS-874",
    [ENCODING_UTF16LE] = "UTF-16LE",
    [ENCODING_UTF16BE] = "UTF-16BE",
};

enum { GROWTH_MAX = 3 }; /* a byte of windows-874 becomes three, two of UTF-16 no more */

struct decoded decode(enum encoding encoding, struct str bytes, struct arena *arena)
{
    iconv_t way = iconv_open("UTF-8", names[encoding]);
    if (way == (iconv_t)-1)
        panic("iconv does not know %s", names[encoding]);
    size_t left = bytes.len, room = bytes.len * GROWTH_MAX;
    char *in = (char *)bytes.ptr, *out = arena_alloc(arena, room + 1), *at = out;
    iconv(way, &in, &left, &at, &room);
    iconv_close(way);
    return (struct decoded){str_of(out, (size_t)(at - out)), bytes.len - left};
}
