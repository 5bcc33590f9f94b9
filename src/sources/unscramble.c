/* SPDX-License-Identifier: MIT */
/*
 * Garbled Thai, undone by the way it came: each character goes back to the byte that it was
 * taken for, and the bytes are read anew. A wrong guess does not survive that: what is good
 * Thai, English or French gives bytes that are neither UTF-8 of Thai letters nor Thai words.
 *
 * Three ways lead there: UTF-8 was read as windows-874 ("เธกเธต" for มี), UTF-8 was read as
 * windows-1252 ("à¸¡à¸µ"), windows-874 was read as windows-1252 ("ÁÕ").
 */
#include "base/utf8.h"
#include "sources/encoding.h"

enum {
    LETTERS_LEAST = 2, /* of UTF-8: no accident, each is three bytes */
    WORD_LEAST = 4,    /* of windows-874; three with a sign among them: "ãªè" is ใช่ */
    FILE_LEAST = 8,    /* letters that tell a file */
    FILE_PERCENT = 90, /* of what is not ASCII */
    FILE_SAMPLE = 64 * 1024,
    NO_BYTE = 0,
};

/* ---- a character back to its byte ---- */

/* 0x80 to 0x9F of windows-1252; windows-874 has a part of them. Both programs and standards let
 * a byte without a character through as U+0080 to U+009F. */
static const uint16_t signs[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static unsigned char byte_of_sign(uint32_t codepoint)
{
    if (codepoint <= 0xA0)
        return (unsigned char)codepoint; /* ASCII, what had no character, the no-break space */
    for (unsigned i = 0; i < sizeof(signs) / sizeof(*signs); i++)
        if (signs[i] == codepoint)
            return (unsigned char)(0x80 + i);
    return NO_BYTE;
}

static unsigned char byte_of_874(uint32_t codepoint)
{
    if (codepoint >= 0x0E01 && codepoint <= 0x0E5B)
        return (unsigned char)(codepoint - 0x0E00 + 0xA0);
    return byte_of_sign(codepoint);
}

static unsigned char byte_of_1252(uint32_t codepoint)
{
    return codepoint <= 0xFF ? (unsigned char)codepoint : byte_of_sign(codepoint);
}

/* Empty when a character cannot have come from a byte. */
static struct str bytes_of(struct str text, unsigned char (*byte_of)(uint32_t),
                           struct arena *arena)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    while (text.len) {
        struct utf8_char c = utf8_next(text);
        unsigned char byte = byte_of(c.codepoint);
        if (byte == NO_BYTE)
            return (struct str){0};
        out[len++] = (char)byte;
        text = str_skip(text, c.len);
    }
    return str_of(out, len);
}

/* ---- are the bytes Thai? ---- */

static bool is_thai(uint32_t codepoint)
{
    return (codepoint >= 0x0E01 && codepoint <= 0x0E3A)
           || (codepoint >= 0x0E3F && codepoint <= 0x0E5B);
}

/* UTF-8 whose letters are Thai for the most part: a "Café" may stand among them. */
static bool is_thai_utf8(struct str bytes)
{
    if (utf8_first_bad(bytes) < bytes.len)
        return false;
    size_t letters = 0, high = 0;
    while (bytes.len) {
        struct utf8_char c = utf8_next(bytes);
        if (c.codepoint >= 0x0E00 && c.codepoint <= 0x0E7F && !is_thai(c.codepoint))
            return false;
        letters += is_thai(c.codepoint);
        high += c.codepoint >= 0x80;
        bytes = str_skip(bytes, c.len);
    }
    return letters >= LETTERS_LEAST && letters * 2 >= high;
}

/* What a byte of windows-874 is in a word. */
enum sign { NOT_THAI, CONSONANT, BEFORE, AFTER, ABOVE, OTHER_SIGN };

static enum sign sign_of(unsigned char byte)
{
    if (byte >= 0xA1 && byte <= 0xCE)
        return CONSONANT;
    if (byte >= 0xE0 && byte <= 0xE4)
        return BEFORE;
    if (byte == 0xD0 || byte == 0xD2 || byte == 0xD3)
        return AFTER;
    if (byte == 0xD1 || (byte >= 0xD4 && byte <= 0xDA) || (byte >= 0xE7 && byte <= 0xED))
        return ABOVE;
    return byte >= 0xCF && byte <= 0xFB && !(byte >= 0xDB && byte <= 0xDE) ? OTHER_SIGN : NOT_THAI;
}

/* A vowel written before its consonant has one behind it; a mark or a vowel written after has
 * something to stand on. An é in a French word stands on nothing. */
static bool fits(enum sign before, enum sign sign)
{
    if (before == BEFORE && sign != CONSONANT)
        return false;
    return (sign != AFTER && sign != ABOVE) || before == CONSONANT || before == ABOVE
           || (before == AFTER && sign == AFTER);
}

/* windows-874 that spells as Thai does, and is more than consonants: "«À»" would be ซภป. */
static bool is_thai_874(struct str bytes)
{
    size_t letters = 0, vowels = 0, high = 0, beside = 0;
    bool latin_sign = false; /* ¡ to ¿, that no word has */
    enum sign before = NOT_THAI;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        enum sign sign = sign_of(byte);
        if (!fits(before, sign) || (byte >= 0xDB && byte <= 0xDE) || byte > 0xFB)
            return false;
        letters += sign != NOT_THAI;
        vowels += sign == BEFORE || sign == AFTER || sign == ABOVE;
        high += byte >= 0x80;
        latin_sign |= byte >= 0xA1 && byte <= 0xBF;
        beside += sign != NOT_THAI && before != NOT_THAI;
        before = sign;
    }
    return before != BEFORE && letters + latin_sign >= WORD_LEAST && vowels
           && letters * 10 >= high * 9 && beside * 2 >= letters;
}

/* ---- one value ---- */

static struct str thai_of_874(struct str bytes, struct arena *arena)
{
    struct buf out = {0};
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        uint32_t sign = byte >= 0x80 && byte < 0xA0 ? signs[byte - 0x80] : byte;
        char room[4];
        buf_put(&out, str_of(room, utf8_encode(byte > 0xA0 ? byte - 0xA0u + 0x0E00 : sign, room)));
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return false;
    return true;
}

struct str encoding_unscramble(struct str text, struct arena *arena)
{
    if (is_ascii(text))
        return (struct str){0};
    struct str bytes = bytes_of(text, byte_of_874, arena);
    if (is_thai_utf8(bytes))
        return bytes;
    bytes = bytes_of(text, byte_of_1252, arena);
    if (is_thai_utf8(bytes))
        return bytes;
    return is_thai_874(bytes) ? thai_of_874(bytes, arena) : (struct str){0};
}

/* ---- a whole file ---- */

/* U+00A1 to U+00FB, what Thai became, begin with C2 or C3; a file in good Thai has hardly any. */
static bool may_be_thai_as_latin(struct str text)
{
    size_t leads = 0;
    for (const char *lead = "\xC2\xC3"; *lead; lead++)
        for (struct cut cut = str_cut(text, *lead); cut.ok && leads < FILE_LEAST;
             cut = str_cut(cut.tail, *lead))
            leads++;
    return leads >= FILE_LEAST;
}

/* A file holds much that is ASCII and a little of anything, so it is counted, not proved. In
 * French or Swedish accents stand alone, and what consonants became are signs and capitals. */
bool encoding_is_thai_as_latin(struct str text)
{
    struct str rest = str_first(text, FILE_SAMPLE);
    if (!may_be_thai_as_latin(rest))
        return false;
    rest = str_first(rest, utf8_first_bad(rest));
    size_t letters = 0, consonants = 0, high = 0, beside = 0;
    enum sign before = NOT_THAI;
    while (rest.len) {
        struct utf8_char c = utf8_next(rest);
        enum sign sign = sign_of(byte_of_1252(c.codepoint));
        letters += sign != NOT_THAI;
        consonants += sign == CONSONANT;
        high += c.codepoint >= 0x80;
        beside += sign != NOT_THAI && before != NOT_THAI;
        if (c.codepoint != '.') /* ต.ค. */
            before = sign;
        rest = str_skip(rest, c.len);
    }
    return letters >= FILE_LEAST && letters * 100 >= high * FILE_PERCENT
           && beside * 2 >= letters && consonants * 3 >= letters;
}
