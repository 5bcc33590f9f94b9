/* SPDX-License-Identifier: MIT */
/*
 * The hashtags of name.h. What may be in one is what every network agrees on: letters,
 * marks, digits and '_'. The first sign that is not ends the tag where it is shown, so
 * nothing else may be in it: #อบต.บ้านเขว้า would link to #อบต.
 */
#include "base/buf.h"
#include "base/utf8.h"
#include "text/clean.h"
#include "text/name.h"
#include "text/unicode.h"

enum { TAG_LENGTH_MAX = 30 };

static bool is_ascii_letter(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 0x0E50 && c <= 0x0E59);
}

/* Thai without ฿ ๏ ๚ ๛. */
static bool is_thai_word(uint32_t c)
{
    return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E40 && c <= 0x0E4E) || is_digit(c);
}

static bool belongs(uint32_t c)
{
    if (c < 0x80)
        return is_ascii_letter(c) || is_digit(c) || c == '_';
    if (c >= 0x0E00 && c <= 0x0E7F)
        return is_thai_word(c);
    return unicode_is_word(c);
}

/* Sara am is a letter to Unicode, but no letter to begin with. */
static bool is_mark(uint32_t c)
{
    return c >= 0x80 && (c == 0x0E33 || unicode_is_mark(c));
}

/* An apostrophe joins: Ko's → Kos; a blank or hyphen parts: Ban khwao → BanKhwao, so that
 * screen readers can tell the words. */
static bool parts_words(uint32_t c)
{
    return c != '\'' && c != 0x2019;
}

static uint32_t capital(uint32_t c)
{
    return c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c;
}

struct str tag_make(struct str text, struct arena *arena)
{
    struct buf made = {0};
    bool parted = false;
    struct str rest = clean_line(text, arena).text;
    while (rest.len) {
        struct utf8_char c = utf8_next(rest);
        rest = str_skip(rest, c.len);
        if (!belongs(c.codepoint)) {
            parted |= made.len && parts_words(c.codepoint);
        } else if (made.len || !is_mark(c.codepoint)) {
            buf_codepoint(&made, parted ? capital(c.codepoint) : c.codepoint);
            parted = false;
        }
    }
    struct str tag = buf_finish(&made, arena);
    buf_release(&made);
    return tag;
}

struct str tag_of_lao(enum lao_type type, struct str bare, struct arena *arena)
{
    struct str prefix = str_from(lao_types[type].tag_th);
    struct str parts[] = {prefix, bare};
    return tag_make(str_join(parts, 2, STR(""), arena), arena);
}

static struct str without_hash(struct str tag)
{
    static const struct str hashes[] = {STR_CONST("#"), STR_CONST("＃"), STR_CONST("﹟")};
    for (size_t i = 0; i < sizeof(hashes) / sizeof(*hashes); i++)
        if (str_starts(tag, hashes[i]))
            return str_skip(tag, hashes[i].len);
    return tag;
}

static enum tag_error check_signs(struct str tag)
{
    bool letter = false;
    for (struct str rest = tag; rest.len;) {
        struct utf8_char c = utf8_next(rest);
        rest = str_skip(rest, c.len);
        if (!belongs(c.codepoint))
            return TAG_BREAKS;
        letter |= !is_digit(c.codepoint) && c.codepoint != '_';
    }
    return letter ? TAG_OK : TAG_DIGITS;
}

enum tag_error tag_check(struct str tag)
{
    struct str bare = without_hash(tag);
    if (!bare.len)
        return TAG_EMPTY;
    enum tag_error error = check_signs(bare);
    if (error)
        return error;
    if (is_mark(utf8_next(bare).codepoint))
        return TAG_START;
    if (utf8_count(bare) > TAG_LENGTH_MAX)
        return TAG_LONG;
    return bare.len < tag.len ? TAG_HASH : TAG_OK;
}
