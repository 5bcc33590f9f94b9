/* SPDX-License-Identifier: MIT */
/*
 * Nearly all text is clean: clean_is_plain() says so in one scan over its bytes, and the text
 * goes back as it came. All other text is taken apart into code points and goes through
 * the steps of clean(), each of which is a loop around a table and tells what it changed:
 *
 *     translate   what is invisible, odd or forbidden, by the table `fates`
 *     compose     NFC, when there is more than Thai and Latin
 *     clean_thai  marks in their order, sara am, แ (clean_thai.c)
 *     thin_marks  not more marks on a base than a word of its script can have
 *     check_mix   letters of two look-alike scripts in one word
 *     fold_line or fold_block
 *
 * Every step sets a bit for every change, so no bits means the very bytes that came in.
 * What comes out unrefused stays as it is when cleaned again, unless marks of Thai and of
 * another script stand on one letter, which no language does.
 */
#include "text/clean.h"

#include "base/utf8.h"
#include "text/clean_plain.h"
#include "text/clean_thai.h"
#include "text/unicode.h"

/* ---- translate ---- */

enum { ODD_BLANK = 0xA0, NOTHING = 0, LINE_FEED = '\n', CARRIAGE_RETURN = '\r' };

enum fate_kind { DROP, BLANK, NEWLINE, JOINER, GLYPH };

static const struct fate {
    uint32_t first, last;
    enum fate_kind kind;
    unsigned bit;
} fates[] = {
    {0x0000, 0x0008, DROP, CLEAN_CONTROL},
    {0x000B, 0x000C, DROP, CLEAN_CONTROL},
    {0x000D, 0x000D, NEWLINE, CLEAN_NEWLINE},
    {0x000E, 0x001F, DROP, CLEAN_CONTROL},
    {0x007F, 0x009F, DROP, CLEAN_CONTROL},
    {0x00A0, 0x00A0, BLANK, CLEAN_SPACE},
    {0x00AD, 0x00AD, DROP, CLEAN_INVISIBLE}, /* soft hyphen */
    {0x034F, 0x034F, DROP, CLEAN_INVISIBLE}, /* combining grapheme joiner */
    {0x061C, 0x061C, DROP, CLEAN_BIDI},
    {0x115F, 0x1160, DROP, CLEAN_INVISIBLE}, /* Hangul fillers */
    {0x1680, 0x1680, BLANK, CLEAN_SPACE},
    {0x17B4, 0x17B5, DROP, CLEAN_INVISIBLE},
    {0x180E, 0x180E, DROP, CLEAN_INVISIBLE},
    {0x2000, 0x200A, BLANK, CLEAN_SPACE},    /* thin, em … */
    {0x200B, 0x200B, DROP, CLEAN_INVISIBLE}, /* zero-width space */
    {0x200C, 0x200D, JOINER, CLEAN_INVISIBLE},
    {0x200E, 0x200F, DROP, CLEAN_BIDI},
    {0x2028, 0x2029, NEWLINE, CLEAN_SPACE},
    {0x202A, 0x202E, DROP, CLEAN_BIDI},
    {0x202F, 0x202F, BLANK, CLEAN_SPACE},
    {0x205F, 0x205F, BLANK, CLEAN_SPACE},
    {0x2060, 0x2065, DROP, CLEAN_INVISIBLE},
    {0x2066, 0x2069, DROP, CLEAN_BIDI},
    {0x206A, 0x206F, DROP, CLEAN_INVISIBLE},
    {0x2800, 0x2800, BLANK, CLEAN_SPACE}, /* empty braille cell */
    {0x3000, 0x3000, BLANK, CLEAN_SPACE},
    {0x3164, 0x3164, DROP, CLEAN_INVISIBLE},
    {0xE000, 0xF6FF, DROP, CLEAN_CONTROL},
    {0xF700, 0xF71A, GLYPH, CLEAN_PRIVATE},
    {0xF71B, 0xF8FF, DROP, CLEAN_CONTROL},
    {0xFDD0, 0xFDEF, DROP, CLEAN_CONTROL},     /* non-characters */
    {0xFE00, 0xFE0F, JOINER, CLEAN_INVISIBLE}, /* variation selectors */
    {0xFEFF, 0xFEFF, DROP, CLEAN_INVISIBLE},   /* byte order mark */
    {0xFFA0, 0xFFA0, DROP, CLEAN_INVISIBLE},
    {0xFFF9, 0xFFFB, DROP, CLEAN_CONTROL},
    {0xFFFC, 0xFFFC, DROP, CLEAN_INVISIBLE}, /* where Word had a picture */
    {0xFFFD, 0xFFFF, DROP, CLEAN_CONTROL},
    {0xE0000, 0xE0FFF, DROP, CLEAN_INVISIBLE}, /* tags: text that nobody sees */
    {0xF0000, 0x10FFFF, DROP, CLEAN_CONTROL},
};

static const struct fate *fate_of(uint32_t c)
{
    static const struct fate non_character = {0, 0, DROP, CLEAN_CONTROL};
    if ((c & 0xFFFE) == 0xFFFE)
        return &non_character;
    size_t low = 0, high = sizeof(fates) / sizeof(*fates);
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (c > fates[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool found = low < sizeof(fates) / sizeof(*fates) && c >= fates[low].first;
    return found ? &fates[low] : NULL;
}

/* Joiners belong to emoji and to scripts that join their letters; between Thai or Latin
 * letters they are as invisible as they are useless. */
static bool joins(uint32_t c)
{
    bool general_punctuation = c >= 0x2000 && c <= 0x206F;
    return c >= 0x0590 && !clean_is_thai(c) && !general_punctuation && c != 0x3000;
}

static bool joiner_stays(const struct clean_text *text, size_t done, size_t at)
{
    uint32_t before = done ? text->codepoints[done - 1] : 0;
    bool selector = text->codepoints[at] >= 0xFE00;
    bool after_selector = before >= 0xFE00 && before <= 0xFE0F;
    if (!joins(before) || (selector && after_selector))
        return false;
    uint32_t after = at + 1 < text->len ? text->codepoints[at + 1] : 0;
    return selector || (joins(after) && !fate_of(after));
}

/* The sign that stands for the one at `at`, or NOTHING for none; its bit is set when it
 * is another. */
static uint32_t translated(struct clean_text *text, size_t done, size_t at)
{
    uint32_t c = text->codepoints[at];
    const struct fate *fate = fate_of(c);
    if (!fate || (fate->kind == JOINER && joiner_stays(text, done, at)))
        return c;
    text->bits |= fate->bit;
    bool crlf = c == CARRIAGE_RETURN && at + 1 < text->len &&
                text->codepoints[at + 1] == LINE_FEED;
    switch (fate->kind) {
    case BLANK: return ODD_BLANK;
    case NEWLINE: return crlf ? NOTHING : LINE_FEED;
    case GLYPH: return clean_thai_glyph(c);
    default: return NOTHING;
    }
}

static bool is_foreign(uint32_t c)
{
    return c >= 0x0300 && !clean_is_thai(c);
}

static void translate(struct clean_text *text)
{
    size_t done = 0;
    for (size_t i = 0; i < text->len; i++) {
        uint32_t c = translated(text, done, i);
        text->foreign |= is_foreign(c);
        if (c != NOTHING)
            text->codepoints[done++] = c;
    }
    text->len = done;
}

/* ---- compose ---- */

static void decode(struct clean_text *text, struct str bytes)
{
    text->codepoints = arena_many(text->arena, bytes.len, uint32_t);
    text->len = 0;
    while (bytes.len) {
        struct utf8_char c = utf8_next(bytes);
        text->codepoints[text->len++] = c.codepoint;
        bytes = str_skip(bytes, c.len);
    }
}

static struct str encode(const struct clean_text *text, struct arena *arena)
{
    char *bytes = arena_alloc(arena, text->len * 4 + 1);
    size_t len = 0;
    for (size_t i = 0; i < text->len; i++)
        len += utf8_encode(text->codepoints[i], bytes + len);
    return str_of(bytes, len);
}

static void compose(struct clean_text *text)
{
    if (!text->foreign)
        return;
    struct str bytes = encode(text, text->arena);
    struct str composed = unicode_nfc(bytes, text->arena);
    if (str_eq(bytes, composed))
        return;
    text->bits |= CLEAN_NFC;
    decode(text, composed);
}

/* ---- thin_marks ---- */

static bool is_mark(uint32_t c)
{
    return clean_is_thai(c) ? clean_is_thai_mark(c) : c >= 0x0300 && unicode_is_mark(c);
}

/* Other children of Brahmi stack vowels and subscripts: လျှို့ဝှက် has five on its first
 * letter. */
static unsigned mark_limit(uint32_t c)
{
    bool stacking = c >= 0x0900 && c < 0x1AB0 && !(c >= 0x0E00 && c < 0x0F00);
    return stacking ? 6 : 3;
}

static void thin_marks(struct clean_text *text)
{
    size_t done = 0;
    unsigned marks = 0;
    for (size_t i = 0; i < text->len; i++) {
        uint32_t c = text->codepoints[i];
        bool mark = is_mark(c), joiner = c == 0x200C || c == 0x200D;
        marks = mark ? marks + 1 : joiner ? marks : 0;
        if (!mark || marks <= mark_limit(c))
            text->codepoints[done++] = c;
    }
    if (done < text->len)
        text->bits |= CLEAN_ZALGO;
    text->len = done;
}

/* ---- check_mix ---- */

enum { LATIN = 1, GREEK = 2, CYRILLIC = 4 };

static const struct script_range {
    uint32_t first, last;
    unsigned script;
} script_ranges[] = {
    {'A', 'Z', LATIN},          {'a', 'z', LATIN},          {0x00C0, 0x00D6, LATIN},
    {0x00D8, 0x00F6, LATIN},    {0x00F8, 0x02AF, LATIN},    {0x0370, 0x037D, GREEK},
    {0x037F, 0x03FF, GREEK},    {0x0400, 0x052F, CYRILLIC}, {0x1C80, 0x1C8F, CYRILLIC},
    {0x1E00, 0x1EFF, LATIN},    {0x1F00, 0x1FFF, GREEK},    {0x2C60, 0x2C7F, LATIN},
    {0x2DE0, 0x2DFF, CYRILLIC}, {0xA640, 0xA69F, CYRILLIC}, {0xA720, 0xA7FF, LATIN},
    {0xFF21, 0xFF3A, LATIN},    {0xFF41, 0xFF5A, LATIN},
};

static unsigned script_of(uint32_t c)
{
    for (size_t i = 0; i < sizeof(script_ranges) / sizeof(*script_ranges); i++)
        if (c >= script_ranges[i].first && c <= script_ranges[i].last)
            return script_ranges[i].script;
    return 0;
}

static bool within_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || c == '_' || is_mark(c);
}

/* Greek next to Cyrillic is let be; each next to Latin is how a name is forged. */
static void check_mix(struct clean_text *text)
{
    unsigned word = 0;
    for (size_t i = 0; text->foreign && i < text->len; i++) {
        unsigned script = script_of(text->codepoints[i]);
        if (script)
            word |= script;
        else if (!within_word(text->codepoints[i]))
            word = 0;
        if ((word & LATIN) && (word & (GREEK | CYRILLIC)))
            text->bits |= CLEAN_MIXED;
    }
}

/* ---- Folding blanks ---- */

static bool is_blank(uint32_t c, bool newlines)
{
    return c == ' ' || c == '\t' || c == ODD_BLANK || (newlines && c == LINE_FEED);
}

static void fold_line(struct clean_text *text)
{
    size_t done = 0, run = 0;
    for (size_t i = 0; i < text->len; i++) {
        uint32_t c = text->codepoints[i];
        if (is_blank(c, true)) {
            bool in_place = c == ' ' && run == 0 && i > 0 && i + 1 < text->len;
            text->bits |= in_place ? 0 : CLEAN_SPACE;
            run++;
            continue;
        }
        if (run && done)
            text->codepoints[done++] = ' ';
        run = 0;
        text->codepoints[done++] = c;
    }
    text->len = done;
}

/* The end of the run of blanks at `at`; *odd says whether any was not a plain one. */
static size_t blank_run(const struct clean_text *text, size_t at, bool *odd)
{
    *odd = false;
    while (at < text->len && is_blank(text->codepoints[at], false))
        *odd |= text->codepoints[at++] == ODD_BLANK;
    return at;
}

static void fold_block(struct clean_text *text)
{
    size_t done = 0;
    for (size_t i = 0; i < text->len;) {
        bool odd;
        size_t end = blank_run(text, i, &odd);
        if (odd) {
            text->codepoints[done++] = ' ';
            i = end;
        }
        while (i < end)
            text->codepoints[done++] = text->codepoints[i++];
        if (i < text->len)
            text->codepoints[done++] = text->codepoints[i++];
    }
    text->len = done;
}

/* ---- The doors ---- */

static struct clean clean(struct str raw, struct arena *arena, bool block)
{
    if (clean_is_plain(raw, block))
        return (struct clean){raw, 0};
    struct arena scratch = {0};
    struct clean_text text = {.arena = &scratch};
    decode(&text, raw);
    translate(&text);
    compose(&text);
    clean_thai(&text);
    thin_marks(&text);
    check_mix(&text);
    (block ? fold_block : fold_line)(&text);
    struct clean made = {text.bits ? encode(&text, arena) : raw, text.bits};
    arena_release(&scratch);
    return made;
}

struct clean clean_line(struct str raw, struct arena *arena)
{
    return clean(raw, arena, false);
}

struct clean clean_block(struct str raw, struct arena *arena)
{
    return clean(raw, arena, true);
}
