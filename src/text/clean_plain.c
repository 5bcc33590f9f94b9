/* SPDX-License-Identifier: MIT */
/*
 * Sign by sign, each after the one before it (clean_kind_follows), but for what nearly all text
 * is: runs of Thai letters and, in a block, eight printable signs of ASCII at once.
 */
#include "text/clean_plain.h"

#include <string.h>

#include "text/clean_thai.h"

/* Bytes of the plain character of two or three bytes at p, other than Thai, or 0: Latin,
 * and the punctuation that books use. Whatever is not here is looked at closely, not
 * refused. */
static size_t plain_foreign(const unsigned char *p)
{
    if (p[0] == 0xC2)
        return p[1] > 0xA0 && p[1] != 0xAD ? 2 : 0; /* U+00A1–00BF but the soft hyphen */
    if (p[0] >= 0xC3 && p[0] <= 0xC8)
        return 2; /* U+00C0–023F */
    if (p[0] != 0xE2)
        return 0;
    if (p[1] == 0x80)
        return (p[2] >= 0x90 && p[2] <= 0xA7) || p[2] >= 0xB0 ? 3 : 0; /* – ‘ ’ “ ” • … */
    return p[1] == 0x82 && p[2] == 0xAC ? 3 : 0;                       /* € */
}

static unsigned ascii_kind(unsigned char c, bool block)
{
    if (c > ' ' && c <= '~')
        return CLEAN_KIND_OTHER;
    if (c == ' ')
        return block ? CLEAN_KIND_OTHER : CLEAN_KIND_BLANK;
    return block && (c == '\n' || c == '\t') ? CLEAN_KIND_OTHER : CLEAN_KIND_NEVER;
}

/* Bytes of the character at p and its kind. */
static size_t plain_char(const unsigned char *p, unsigned *kind, bool block)
{
    if (p[0] < 0x80) {
        *kind = ascii_kind(p[0], block);
        return 1;
    }
    if (p[0] == 0xE0 && (p[1] & 0xFE) == 0xB8) {
        *kind = clean_thai_kind((p[1] & 1u) << 6 | (p[2] & 0x3Fu));
        return 3;
    }
    size_t len = plain_foreign(p);
    *kind = len ? CLEAN_KIND_OTHER : CLEAN_KIND_NEVER;
    return len;
}

/* Eight signs of ASCII, none of them a control. */
static bool is_printable_eight(const unsigned char *p)
{
    uint64_t eight, each = 0x0101010101010101u;
    memcpy(&eight, p, sizeof(eight));
    return !((eight | (eight - each * ' ') | (eight + each)) & each * 0x80);
}

/* The end of what needs no close look in a block at p, where printable ASCII stands. */
static const unsigned char *skip_printable(const unsigned char *p, const unsigned char *end)
{
    while (end - p >= 8 && is_printable_eight(p))
        p += 8;
    return p;
}

/* The end of the Thai letters at p; *before is the kind of the last one, CLEAN_KIND_NEVER when it
 * is not in its place. */
static const unsigned char *skip_thai(const unsigned char *p, const unsigned char *end,
                                      unsigned *before)
{
    unsigned last = *before;
    for (; end - p >= 3 && p[0] == 0xE0 && (p[1] & 0xFE) == 0xB8; p += 3) {
        unsigned kind = clean_thai_kind((p[1] & 1u) << 6 | (p[2] & 0x3Fu));
        last = clean_kind_follows(last, kind) ? kind : CLEAN_KIND_NEVER;
    }
    *before = last;
    return p;
}

bool clean_is_plain(struct str raw, bool block)
{
    const unsigned char *p = (const unsigned char *)raw.ptr, *end = p + raw.len;
    unsigned before = CLEAN_KIND_BLANK; /* so that a line's leading blank is not plain */
    while (p < end) {
        unsigned kind;
        p = skip_thai(p, end, &before);
        if (before == CLEAN_KIND_NEVER)
            return false;
        if (p == end)
            break;
        p += plain_char(p, &kind, block);
        if (!clean_kind_follows(before, kind))
            return false;
        before = kind;
        if (block && kind == CLEAN_KIND_OTHER)
            p = skip_printable(p, end);
    }
    return block || raw.len == 0 || before != CLEAN_KIND_BLANK;
}
