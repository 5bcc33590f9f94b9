/* SPDX-License-Identifier: MIT */
/* Personal data made unreadable, and compared. */
#include <string.h>

#include "base/buf.h"
#include "text/personal.h"
#include "text/personal_number.h"
#include "text/personal_signs.h"

enum {
    PLAIN_MAX = 20,    /* digits of the longest number, and some */
    CUT_TEXT_MIN = 40, /* bytes: a shorter text is not the beginning of another */
};

/* ---- the digits of a number ---- */

struct plain {
    char digits[PLAIN_MAX];
    size_t len;
};

static struct plain digits_of(struct str text)
{
    struct plain plain = {.len = 0};
    for (size_t at = 0, len; at < text.len && plain.len < PLAIN_MAX;) {
        int digit = sign_digit(text, at, &len);
        if (digit >= 0)
            plain.digits[plain.len++] = (char)('0' + digit);
        at += digit >= 0 ? len : 1;
    }
    return plain;
}

/* Of a number as people write it, +66 as 0, the 0 that a sheet took off as well. */
static struct plain plain_number(struct str text)
{
    struct plain plain = digits_of(text);
    struct str rest = str_of(plain.digits, plain.len);
    if (str_starts(rest, STR("0066")))
        rest = str_skip(rest, 2);
    bool abroad = str_starts(rest, STR("66")) && rest.len >= 11 && rest.len <= 12;
    bool shortened = rest.len == 9 && strchr("689", rest.ptr[0]);
    if (!abroad && !shortened)
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

/* ---- one datum ---- */

static void put_masked(struct buf *out, enum personal_kind kind, struct str datum)
{
    struct plain plain = digits_of(datum);
    bool shortened = plain.len == 9;
    if (kind == PERSONAL_CITIZEN_ID) {
        buf_format(out, "%.1s-xxxx-xxxxx-xx-x", plain.digits);
        return;
    }
    if (kind == PERSONAL_EMAIL) {
        buf_format(out, "%c…@%.*s", datum.ptr[0], STR_ARG(personal_host(datum)));
        return;
    }
    plain = plain_number(datum);
    buf_format(out, "%.*sx-xxx-xx%.2s", shortened ? 1 : 2, plain.digits + shortened,
               plain.digits + plain.len - 2);
}

static bool is_seen(struct str datum, const struct str *seen, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (personal_same(datum, seen[i]))
            return true;
    return false;
}

/* ---- what is cut off ---- */

/* "somchai@gm", "somchai@": where it begins, or the text's length. */
static size_t email_cut_off(struct str text)
{
    size_t at = text.len;
    while (at > 0 && !sign_at(text, at - 1)
           && (is_letter_or_digit(text.ptr[at - 1]) || strchr(".-", text.ptr[at - 1])))
        at--;
    size_t sign = at;
    while (sign > 0 && at - sign < 3 && !sign_at(text, sign))
        sign--;
    if (!sign_at(text, sign) || sign + sign_at(text, sign) != at)
        return text.len;
    if (!sign || !is_local(text.ptr[sign - 1]))
        return text.len;
    for (at = sign; at > 0 && (is_local(text.ptr[at - 1]) || text.ptr[at - 1] == '@');)
        at--;
    return at;
}

/* Puts a stretch that has no datum in it; `cut`: its end may cut one off. True when it did. */
static bool put_end(struct buf *out, struct str text, bool cut)
{
    size_t number = cut ? number_cut_off(text) : text.len;
    size_t email = cut ? email_cut_off(text) : text.len;
    size_t at = number < email ? number : email;
    buf_put(out, str_first(text, at));
    if (at == text.len)
        return false;
    size_t len = 1;
    bool digit = sign_digit(text, at, &len) >= 0;
    buf_put(out, str_first(str_skip(text, at), digit ? len : 1));
    buf_put(out, STR("…"));
    return true;
}

/* "…" says that something was cut off before it. */
static bool put_stretch(struct buf *out, struct str text, bool cut)
{
    bool any = false;
    struct cut piece = str_cut_str(text, STR("…"));
    for (; piece.ok; piece = str_cut_str(piece.tail, STR("…"))) {
        bool masked = put_end(out, piece.head, true);
        buf_put(out, masked ? STR("") : STR("…"));
        any = any || masked;
    }
    return put_end(out, piece.head, cut) || any;
}

/* ---- a text ---- */

static bool mask_once(struct buf *out, struct str text, const struct str *seen, size_t count)
{
    size_t from = 0;
    bool any = false;
    for (struct personal p = {0}; (p = personal_next_shortened(text, p)).kind;) {
        struct str datum = str_of(text.ptr + p.at, p.len);
        any = put_stretch(out, str_of(text.ptr + from, p.at - from), false) || any;
        from = p.at + p.len;
        if (is_seen(datum, seen, count)) {
            buf_put(out, datum);
            continue;
        }
        put_masked(out, p.kind, datum);
        any = true;
    }
    return put_stretch(out, str_skip(text, from), text.len >= CUT_TEXT_MIN) || any;
}

/* Once more for what only the masking set free: the end of "a@b.com@d.com" is an address. */
struct str personal_mask_but(struct str text, const struct str *seen, size_t count,
                             struct arena *arena)
{
    struct buf out = {0};
    while (mask_once(&out, text, seen, count)) {
        text = buf_finish(&out, arena);
        buf_clear(&out);
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
    for (struct personal p = {0}; (p = personal_next_shortened(text, p)).kind && p.at < at;)
        if (p.at + p.len > at)
            return p.at;
    return at;
}
