/* SPDX-License-Identifier: MIT */
/*
 * The one file that knows ICU: order.h by ucol, unicode.h by unorm2 and uchar.
 *
 * ICU works in UTF-16. Names are short, so a text is converted on the stack where it fits
 * and on the arena where it does not. A failure of ICU on well-formed text can only mean
 * that its data is missing or memory has run out: a panic.
 */
#include <limits.h>
#include <unicode/uchar.h>
#include <unicode/ucol.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

#include "base/panic.h"
#include "text/order.h"
#include "text/unicode.h"

enum { SHORT_TEXT = 256, SHORT_KEY = 512 };

struct utf16 {
    const UChar *units;
    int32_t len;
};

struct order {
    UCollator *collator;
};

static void must(UErrorCode status, const char *what)
{
    if (U_FAILURE(status))
        panic("ICU cannot %s: %s", what, u_errorName(status));
}

static int32_t icu_len(size_t len)
{
    if (len > INT32_MAX / 4)
        panic("text of %zu bytes is too long for ICU", len);
    return (int32_t)len;
}

/* UTF-16 never has more units than UTF-8 has bytes. */
static struct utf16 to_utf16(struct str text, UChar small[SHORT_TEXT],
                             struct arena *arena)
{
    bool fits = text.len <= SHORT_TEXT;
    UChar *units = fits ? small : arena_many(arena, text.len, UChar);
    int32_t room = fits ? SHORT_TEXT : icu_len(text.len);
    struct utf16 made = {units, 0};
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8WithSub(units, room, &made.len, text.ptr ? text.ptr : "",
                         icu_len(text.len), 0xFFFD, NULL, &status);
    must(status, "convert a text");
    return made;
}

static struct str to_utf8(struct utf16 text, struct arena *arena)
{
    int32_t room = text.len * 3; /* no unit needs more than three bytes */
    char *bytes = arena_alloc(arena, (size_t)room + 1);
    int32_t len = 0;
    UErrorCode status = U_ZERO_ERROR;
    u_strToUTF8WithSub(bytes, room, &len, text.units, text.len, 0xFFFD, NULL, &status);
    must(status, "convert a text");
    return str_of(bytes, (size_t)len);
}

/* ---- order.h ---- */

struct order *order_open(struct str locale, struct arena *arena)
{
    struct order *order = arena_new(arena, struct order);
    UErrorCode status = U_ZERO_ERROR;
    order->collator = ucol_open(str_c(locale, arena), &status);
    if (U_FAILURE(status)) { /* not even the form of a locale */
        status = U_ZERO_ERROR;
        order->collator = ucol_open("", &status);
    }
    must(status, "open a collator");
    return order;
}

/* ICU counts the NUL that ends a key; a str does not. */
static struct str key_of(const uint8_t *bytes, int32_t len)
{
    return str_of((const char *)bytes, len > 0 ? (size_t)len - 1 : 0);
}

struct str order_key(const struct order *order, struct str text, struct arena *arena)
{
    UChar small[SHORT_TEXT];
    uint8_t short_key[SHORT_KEY];
    struct utf16 wide = to_utf16(text, small, arena);
    int32_t need =
        ucol_getSortKey(order->collator, wide.units, wide.len, short_key, SHORT_KEY);
    if (need <= SHORT_KEY)
        return str_copy(key_of(short_key, need), arena);
    uint8_t *key = arena_alloc(arena, (size_t)need);
    return key_of(key, ucol_getSortKey(order->collator, wide.units, wide.len, key, need));
}

void order_close(struct order *order)
{
    ucol_close(order->collator);
    order->collator = NULL;
}

struct str order_version(struct arena *arena)
{
    return str_format(arena, "ICU %s", U_ICU_VERSION);
}

/* ---- unicode.h ---- */

static const UNormalizer2 *nfc(void)
{
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *normalizer = unorm2_getNFCInstance(&status);
    must(status, "load the normalization data");
    return normalizer;
}

static struct utf16 normalize(struct utf16 text, struct arena *arena)
{
    int32_t room = text.len * 3; /* NFC never grows UTF-16 by more than three */
    UChar *units = arena_many(arena, (size_t)room, UChar);
    UErrorCode status = U_ZERO_ERROR;
    int32_t len = unorm2_normalize(nfc(), text.units, text.len, units, room, &status);
    must(status, "normalize a text");
    return (struct utf16){units, len};
}

struct str unicode_nfc(struct str text, struct arena *arena)
{
    UChar small[SHORT_TEXT];
    struct utf16 wide = to_utf16(text, small, arena);
    UErrorCode status = U_ZERO_ERROR;
    bool is_nfc = unorm2_isNormalized(nfc(), wide.units, wide.len, &status);
    must(status, "check a text's normalization");
    return is_nfc ? text : to_utf8(normalize(wide, arena), arena);
}

bool unicode_is_mark(uint32_t codepoint)
{
    return (U_GET_GC_MASK((UChar32)codepoint) & (U_GC_MN_MASK | U_GC_ME_MASK)) != 0;
}

bool unicode_is_word(uint32_t codepoint)
{
    return (U_GET_GC_MASK((UChar32)codepoint) &
            (U_GC_L_MASK | U_GC_M_MASK | U_GC_ND_MASK)) != 0;
}
