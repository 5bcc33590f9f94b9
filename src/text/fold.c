/* SPDX-License-Identifier: MIT */
#include "text/fold.h"

#include <string.h>

#include "base/utf8.h"
#include "text/clean.h"

enum { E_VOWEL = 0x0E40, AE_VOWEL = 0x0E41, ENTITY_MAX = 12 };

/* ---- codes become letters ---- */

static int hex_value(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    c = (char)(c | 0x20);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* "%E0" as a byte; its length, or 0. */
static size_t percent_code(struct str text, size_t at, char *byte)
{
    if (text.len - at < 3)
        return 0;
    int high = hex_value(text.ptr[at + 1]), low = hex_value(text.ptr[at + 2]);
    if (high < 0 || low < 0)
        return 0;
    *byte = (char)(high << 4 | low);
    return *byte ? 3 : 0;
}

/* "&#3626;" or "&#xE2A;"; its length, or 0. A named one is nothing, whatever it names: "&shy;". */
static size_t entity(struct str text, size_t at, uint32_t *codepoint)
{
    struct str rest = str_skip(text, at + 1);
    struct cut cut = str_cut(str_first(rest, ENTITY_MAX), ';');
    bool numeric = str_starts(cut.head, STR("#"));
    bool hex = numeric && cut.head.len > 1 && (cut.head.ptr[1] | 0x20) == 'x';
    *codepoint = 0;
    for (size_t i = numeric ? 1 + hex : 0; cut.ok && i < cut.head.len; i++) {
        int value = hex_value(cut.head.ptr[i]);
        if (numeric && (value < 0 || (!hex && value > 9)))
            return 0;
        *codepoint = numeric ? *codepoint * (hex ? 16 : 10) + (unsigned)value : 0;
        if (*codepoint > 0x10FFFF || (!numeric && (cut.head.ptr[i] | 0x20) < 'a'))
            return 0;
    }
    return cut.ok && cut.head.len ? cut.head.len + 2 : 0;
}

/* Decoded bytes may be anything. */
static struct str only_utf8(char *bytes, size_t len)
{
    struct str all = str_of(bytes, len);
    for (size_t at = 0; (at += utf8_first_bad(str_skip(all, at))) < len; at++)
        bytes[at] = ' ';
    return all;
}

static struct str decode(struct str text, struct arena *arena)
{
    if (!str_has(text, STR("%")) && !str_has(text, STR("&")))
        return text;
    char *bytes = arena_alloc(arena, text.len);
    size_t len = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t codepoint = 0;
        char c = text.ptr[at];
        size_t code = c == '%' ? percent_code(text, at, &bytes[len]) : 0;
        size_t named = c == '&' ? entity(text, at, &codepoint) : 0;
        if (code)
            len++;
        else if (named && codepoint)
            len += utf8_encode(codepoint, bytes + len); /* no longer than "&#1;" */
        else if (!named)
            bytes[len++] = c;
        at += code ? code : named ? named : 1;
    }
    return only_utf8(bytes, len);
}

/* ---- the two views ---- */

/* A view being made: never longer than its text and a blank at each end. */
struct made {
    char *bytes;
    size_t len;
};

struct folding {
    struct folded out;
    struct made words, joined;
    struct arena *arena;
};

static bool is_latin(uint32_t c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

static bool is_unseen(uint32_t c)
{
    return (c >= 0x200B && c <= 0x200F) || (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF
           || c == 0xAD;
}

/* Capitals, full-width letters and Thai digits are what they stand for. */
static uint32_t plain(uint32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0;
    if (c >= 0x0E50 && c <= 0x0E59)
        return '0' + (c - 0x0E50);
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

static void put_byte(struct made *view, char c)
{
    view->bytes[view->len++] = c;
}

static void put_blank(struct made *words)
{
    if (!words->len || words->bytes[words->len - 1] != ' ')
        put_byte(words, ' ');
}

static void put_joined(struct made *joined, uint32_t c)
{
    bool doubled = c == E_VOWEL && joined->len >= 3
                   && memcmp(joined->bytes + joined->len - 3, "เ", 3) == 0;
    if (doubled)
        joined->len -= 3;
    joined->len += utf8_encode(doubled ? AE_VOWEL : c, joined->bytes + joined->len);
}

/* ---- runs: nearly all of a text is letters of one script ---- */

/* A letter or mark of Thai is E0, B8 or B9, 81 to BF or 8E; เเ is no run, for it becomes แ. */
static bool is_thai_at(const unsigned char *at)
{
    return at[0] == 0xE0
           && ((at[1] == 0xB8 && at[2] > 0x80) || (at[1] == 0xB9 && at[2] <= 0x8E));
}

static bool is_e_at(const unsigned char *at)
{
    return at[1] == 0xB9 && at[2] == 0x80;
}

static size_t thai_run(struct str text)
{
    const unsigned char *begin = (const unsigned char *)text.ptr, *at = begin;
    bool e = true; /* may stand before the run, too */
    for (; at < begin + text.len && is_thai_at(at) && !(e && is_e_at(at)); at += 3)
        e = is_e_at(at);
    return (size_t)(at - begin);
}

static void put_thai(struct folding *f, struct str run)
{
    put_blank(&f->words);
    memcpy(f->joined.bytes + f->joined.len, run.ptr, run.len);
    f->joined.len += run.len;
}

/* Bytes of the Latin letters and digits that `text` begins with, put. */
static size_t put_latin(struct folding *f, struct str text)
{
    char *word = f->words.bytes + f->words.len;
    size_t len = 0;
    for (uint32_t c; len < text.len && is_latin(c = plain((unsigned char)text.ptr[len])); len++)
        word[len] = (char)c;
    f->words.len += len;
    memcpy(f->joined.bytes + f->joined.len, word, len);
    f->joined.len += len;
    return len;
}

/* Bytes of the run that `text` begins with, put; 0 when it begins with none. */
static size_t put_run(struct folding *f, struct str text)
{
    if (text.ptr[0] == ' ') {
        put_blank(&f->words);
        return 1;
    }
    size_t thai = thai_run(text);
    if (!thai)
        return put_latin(f, text);
    put_thai(f, str_first(text, thai));
    return thai;
}

/* ---- sign by sign ---- */

static void put(struct folding *f, uint32_t c)
{
    bool latin = is_latin(c), thai = c >= 0x0E01 && c <= 0x0E4E;
    if (is_unseen(c))
        return;
    if (latin)
        put_byte(&f->words, (char)c);
    else
        put_blank(&f->words);
    if (latin || thai)
        put_joined(&f->joined, c);
    if (c != '\n')
        return;
    *list_push(&f->out.words.lines, f->arena) = f->words.len;
    *list_push(&f->out.joined.lines, f->arena) = f->joined.len;
}

static void fold_all(struct folding *f, struct str text)
{
    while (text.len) {
        size_t run = put_run(f, text);
        if (run) {
            text = str_skip(text, run);
            continue;
        }
        struct utf8_char c = utf8_next(text);
        put(f, plain(c.codepoint));
        text = str_skip(text, c.len);
    }
}

struct folded fold_text(struct str text, struct arena *arena)
{
    struct str decoded = decode(text, arena);
    if (decoded.ptr != text.ptr)
        text = clean_block(decoded, arena).text;
    struct folding f = {.arena = arena};
    f.words.bytes = arena_alloc(arena, text.len + 2);
    f.joined.bytes = arena_alloc(arena, text.len + 4); /* room for a sign that is taken back */
    put_blank(&f.words);
    fold_all(&f, text);
    put_blank(&f.words);
    f.out.words.text = str_of(f.words.bytes, f.words.len);
    f.out.joined.text = str_of(f.joined.bytes, f.joined.len);
    return f.out;
}

unsigned fold_line(const struct fold_view *view, size_t at)
{
    unsigned line = 0;
    while (line < view->lines.count && view->lines.items[line] <= at)
        line++;
    return line;
}

/* ---- tags ---- */

/* "<b>", "</b>", "<!--"; not "a < b". */
static bool opens_tag(struct str text, size_t at)
{
    if (text.ptr[at] != '<' || at + 1 == text.len)
        return false;
    char next = text.ptr[at + 1], lower = (char)(next | 0x20);
    return (lower >= 'a' && lower <= 'z') || next == '/' || next == '!';
}

struct str fold_drop_tags(struct str text, struct arena *arena)
{
    struct cut last = str_cut_last(text, '>'); /* behind it no tag is closed any more */
    if (!last.ok || !str_has(last.head, STR("<")))
        return text;
    char *bytes = arena_alloc(arena, text.len);
    size_t len = 0;
    bool in_tag = false;
    for (size_t at = 0; at < text.len; at++) {
        char c = text.ptr[at];
        in_tag = in_tag || (at < last.head.len && opens_tag(text, at));
        if (!in_tag || c == '\n')
            bytes[len++] = c;
        in_tag = in_tag && c != '>';
    }
    return len < text.len ? str_of(bytes, len) : text;
}
