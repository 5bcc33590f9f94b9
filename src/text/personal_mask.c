/* SPDX-License-Identifier: MIT */
/* Personal data made unreadable, and compared. */
#include <string.h>

#include "base/buf.h"
#include "text/clean.h"
#include "text/personal.h"

enum {
    PLAIN_MAX = 20,    /* digits of the longest number, and some */
    CUT_TEXT_MIN = 40, /* bytes: a shorter text is not the beginning of another */
    CUT_DIGITS_MIN = 5,
};

/* ---- the digits of a number ---- */

struct plain {
    char digits[PLAIN_MAX];
    size_t len;
};

/* Of a number as people write it; too long, or none: nothing. +66 is written as 0. */
static struct plain plain_number(struct str text)
{
    struct plain plain = {.len = 0};
    struct arena scratch = {0};
    struct str ascii = clean_digits(text, &scratch);
    for (size_t i = 0; i < ascii.len && plain.len < PLAIN_MAX; i++)
        if (ascii.ptr[i] >= '0' && ascii.ptr[i] <= '9')
            plain.digits[plain.len++] = ascii.ptr[i];
    arena_release(&scratch);
    struct str all = str_of(plain.digits, plain.len), rest = all;
    if (str_starts(rest, STR("0066")))
        rest = str_skip(rest, 2);
    if (!str_starts(rest, STR("66")) || rest.len < 11 || rest.len > 12)
        return plain;
    rest = str_skip(rest, rest.len - 9);
    memmove(plain.digits + 1, rest.ptr, rest.len);
    plain.digits[0] = '0';
    plain.len = rest.len + 1;
    return plain;
}

bool personal_same(struct str a, struct str b)
{
    struct plain x = plain_number(a), y = plain_number(b);
    bool numbers = x.len >= 9 && !str_has(a, STR("@")) && !str_has(b, STR("@"));
    return numbers ? x.len == y.len && memcmp(x.digits, y.digits, x.len) == 0
                   : str_eq_nocase(a, b);
}

/* ---- masking ---- */

static void put_masked(struct buf *out, enum personal_kind kind, struct str datum)
{
    struct plain plain = plain_number(datum);
    if (kind == PERSONAL_EMAIL)
        buf_format(out, "%c…@%.*s", datum.ptr[0], STR_ARG(str_cut_last(datum, '@').tail));
    else if (kind == PERSONAL_MOBILE)
        buf_format(out, "%.2sx-xxx-xx%.2s", plain.digits, plain.digits + plain.len - 2);
    else
        buf_format(out, "%.1s-xxxx-xxxxx-xx-x", plain.digits);
}

static bool is_seen(struct str datum, const struct str *seen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (personal_same(datum, seen[i]))
            return true;
    return false;
}

/* A long text may be the beginning of another and end within a number: where that begins, or
 * the end of the text. */
static size_t cut_number(struct str text)
{
    size_t at = text.len;
    while (at > 0 && strchr("0123456789 -.()+", text.ptr[at - 1]))
        at--;
    while (at < text.len && text.ptr[at] != '0' && text.ptr[at] != '+')
        at++;
    struct plain plain = plain_number(str_skip(text, at));
    bool mobile = plain.len >= CUT_DIGITS_MIN && strchr("689", plain.digits[1]);
    return text.len >= CUT_TEXT_MIN && mobile ? at : text.len;
}

struct str personal_mask_but(struct str text, const struct str *seen, size_t count,
                             struct arena *arena)
{
    struct buf out = {0};
    size_t from = 0;
    struct personal p;
    for (size_t at = 0; (p = personal_next(text, at)).kind; at = p.at + p.len) {
        struct str datum = str_of(text.ptr + p.at, p.len);
        if (is_seen(datum, seen, count))
            continue;
        buf_put(&out, str_of(text.ptr + from, p.at - from));
        put_masked(&out, p.kind, datum);
        from = p.at + p.len;
    }
    size_t cut = cut_number(text), end = cut > from ? cut : text.len;
    if (from || end < text.len) {
        buf_put(&out, str_of(text.ptr + from, end - from));
        buf_put(&out, end < text.len ? STR("0…") : STR(""));
        text = buf_finish(&out, arena);
    }
    buf_release(&out);
    return text;
}

struct str personal_mask(struct str text, struct arena *arena)
{
    return personal_mask_but(text, NULL, 0, arena);
}

size_t personal_whole(struct str text, size_t at)
{
    struct personal p;
    for (size_t from = 0; (p = personal_next(text, from)).kind && p.at < at;
         from = p.at + p.len)
        if (p.at + p.len > at)
            return p.at;
    return at;
}
