/* SPDX-License-Identifier: MIT */
#include "base/utf8.h"

#include <string.h>

enum { LOOK = 24 }; /* bytes: eight Thai letters */
#define THAI_TWO(a, b, c) a, b, c, a, b, c
#define THAI_EIGHT(a, b, c) \
    THAI_TWO(a, b, c), THAI_TWO(a, b, c), THAI_TWO(a, b, c), THAI_TWO(a, b, c)

/* Length of the well-formed sequence at `at`, or 0 (Unicode 15, table 3-7). */
static unsigned sequence(const unsigned char *at, size_t left)
{
    unsigned char lead = at[0];
    if (lead < 0x80)
        return 1;
    unsigned len = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || left < len)
        return 0;
    unsigned char low = 0x80, high = 0xBF; /* bounds of the second byte */
    switch (lead) {
    case 0xE0: low = 0xA0; break;  /* overlong */
    case 0xED: high = 0x9F; break; /* surrogates */
    case 0xF0: low = 0x90; break;  /* overlong */
    case 0xF4: high = 0x8F; break; /* above U+10FFFF */
    }
    if (at[1] < low || at[1] > high)
        return 0;
    for (unsigned i = 2; i < len; i++)
        if ((at[i] & 0xC0) != 0x80)
            return 0;
    return len;
}

/* Bytes of the next LOOK that are well-formed at one look, or 0: all of them when they are ASCII,
 * 24 when they are eight Thai letters (E0 B8 or B9, then 80 to BF), as nearly all are here, or
 * only the first of them. */
static unsigned at_one_look(const unsigned char *at)
{
    static const unsigned char masks[LOOK] = {THAI_EIGHT(0xFF, 0xFE, 0xC0)},
                               letters[LOOK] = {THAI_EIGHT(0xE0, 0xB8, 0x80)};
    uint64_t bytes[LOOK / 8], mask[LOOK / 8], thai[LOOK / 8];
    memcpy(bytes, at, LOOK);
    memcpy(mask, masks, LOOK);
    memcpy(thai, letters, LOOK);
    if (!((bytes[0] | bytes[1] | bytes[2]) & 0x8080808080808080u))
        return LOOK;
    if ((bytes[0] & mask[0]) != thai[0])
        return (bytes[0] & 0x8080808080808080u) ? 0 : 8;
    bool all = (bytes[1] & mask[1]) == thai[1] && (bytes[2] & mask[2]) == thai[2];
    return all ? LOOK : 6;
}

size_t utf8_first_bad(struct str s)
{
    const unsigned char *bytes = (const unsigned char *)s.ptr;
    size_t at = 0;
    while (at < s.len) {
        unsigned many = s.len - at >= LOOK ? at_one_look(bytes + at) : 0;
        if (many) {
            at += many;
            continue;
        }
        unsigned len = sequence(bytes + at, s.len - at);
        if (!len)
            return at;
        at += len;
    }
    return s.len;
}

struct utf8_char utf8_next(struct str s)
{
    const unsigned char *b = (const unsigned char *)s.ptr;
    if (b[0] < 0x80)
        return (struct utf8_char){b[0], 1};
    if (b[0] < 0xE0)
        return (struct utf8_char){(b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu), 2};
    if (b[0] < 0xF0)
        return (struct utf8_char){
            (b[0] & 0xFu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu), 3};
    return (struct utf8_char){(b[0] & 7u) << 18 | (b[1] & 0x3Fu) << 12 |
                                  (b[2] & 0x3Fu) << 6 | (b[3] & 0x3Fu),
                              4};
}

size_t utf8_count(struct str s)
{
    size_t count = 0;
    for (size_t i = 0; i < s.len; i++)
        count += ((unsigned char)s.ptr[i] & 0xC0) != 0x80;
    return count;
}

struct str utf8_first(struct str s, size_t count)
{
    size_t len = 0;
    for (; count && len < s.len; count--)
        len += utf8_next(str_skip(s, len)).len;
    return str_first(s, len);
}

unsigned utf8_encode(uint32_t c, char out[4])
{
    static const unsigned char lead[] = {0, 0, 0xC0, 0xE0, 0xF0}; /* by length */
    unsigned len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
    for (unsigned i = len; i-- > 1; c >>= 6)
        out[i] = (char)(0x80 | (c & 0x3F));
    out[0] = (char)(lead[len] | c);
    return len;
}
