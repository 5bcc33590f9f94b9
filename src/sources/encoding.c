/* SPDX-License-Identifier: MIT */
/*
 * The order of the questions matters: an archive or a UTF-16 file would fail as UTF-8 too, but
 * its name helps the officer and an offset does not. No statistics beyond two counts: charset
 * detectors take Thai for Latin-1.
 */
#include "sources/encoding.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "sources/decode.h"
#include "sources/rules.h"

enum {
    MOJIBAKE_SAMPLE = 64 * 1024, /* a garbled file is garbled from its header on */
    MOJIBAKE_LEAST = 8,          /* pairs: "เธอ" and "เนื้อ" are words */
    MOJIBAKE_PERCENT = 20,
    THAI_874_PERCENT = 90, /* of the high bytes are letters, else it is not Thai */
    UTF16_SAMPLE = 1024,
    UTF16_PERCENT = 90, /* of the units are ASCII or Thai: it is clear which byte comes first */
    MOJIBAKE_SHOWN = 24,
    PRELUDE_MAX = 64 * 1024,
};

static const struct str bom = STR_CONST("\xEF\xBB\xBF");

struct magic {
    struct str bytes;
    enum encoding encoding;
};

static const struct magic magics[] = {
    {STR_CONST("PK\3\4"), ENCODING_EXCEL},
    {STR_CONST("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), ENCODING_EXCEL_OLD},
    {STR_CONST("\xFF\xFE"), ENCODING_UTF16LE},
    {STR_CONST("\xFE\xFF"), ENCODING_UTF16BE},
};

static const struct magic html_starts[] = {
    {STR_CONST("<!doctype html"), ENCODING_HTML_PAGE},
    {STR_CONST("<html"), ENCODING_HTML_PAGE},
    {STR_CONST("<head"), ENCODING_HTML_PAGE},
    {STR_CONST("<script"), ENCODING_HTML_PAGE},
    {STR_CONST("<meta"), ENCODING_HTML_PAGE},
    {STR_CONST("<title"), ENCODING_HTML_PAGE},
    {STR_CONST("<body"), ENCODING_HTML_PAGE},
};

/* What may stand before a page's first tag. */
static const struct {
    struct str open, close;
} preludes[] = {
    {STR_CONST("<!--"), STR_CONST("-->")},
    {STR_CONST("<?xml"), STR_CONST("?>")},
    {STR_CONST("\xEF\xBB"), STR_CONST("\xBF")},
};

static const enum source_rule rule_of[] = {
    [ENCODING_WINDOWS_874] = RULE_WINDOWS_874, [ENCODING_UTF16] = RULE_UTF16,
    [ENCODING_UTF16LE] = RULE_UTF16,           [ENCODING_UTF16BE] = RULE_UTF16,
    [ENCODING_EXCEL] = RULE_EXCEL,             [ENCODING_EXCEL_OLD] = RULE_EXCEL_OLD,
    [ENCODING_HTML_PAGE] = RULE_HTML_PAGE,     [ENCODING_MOJIBAKE] = RULE_MOJIBAKE,
    [ENCODING_NUL] = RULE_NUL,                 [ENCODING_UNKNOWN] = RULE_NOT_UTF8,
    [ENCODING_CUT] = RULE_CUT_SHORT,
};

static struct str without_bom(struct str bytes)
{
    return str_starts(bytes, bom) ? str_skip(bytes, bom.len) : bytes;
}

static struct str first_tag(struct str bytes)
{
    struct str text = str_trim(str_first(bytes, PRELUDE_MAX));
    for (size_t i = 0; i < sizeof(preludes) / sizeof(*preludes);) {
        if (str_starts(text, preludes[i].open)) {
            text = str_trim(str_cut_str(text, preludes[i].close).tail);
            i = 0;
        } else {
            i++;
        }
    }
    return text;
}

static enum encoding magic_of(struct str bytes)
{
    for (size_t i = 0; i < sizeof(magics) / sizeof(*magics); i++)
        if (str_starts(bytes, magics[i].bytes))
            return magics[i].encoding;
    struct str text = first_tag(bytes);
    for (size_t i = 0; i < sizeof(html_starts) / sizeof(*html_starts); i++) {
        struct str start = html_starts[i].bytes;
        if (str_eq_nocase(str_first(text, start.len), start))
            return html_starts[i].encoding;
    }
    return ENCODING_UTF8;
}

/* UTF-16 without a BOM: every second byte is 0 (ASCII) or 0x0E (Thai), and none beside them is. */
static enum encoding utf16_of(struct str bytes)
{
    struct str sample = str_first(bytes, UTF16_SAMPLE);
    size_t nuls[2] = {0, 0}, thai[2] = {0, 0};
    for (size_t i = 0; i < sample.len; i++) {
        nuls[i & 1] += sample.ptr[i] == 0;
        thai[i & 1] += sample.ptr[i] == 0x0E;
    }
    bool big = nuls[0] > 0;
    if (big == (nuls[1] > 0))
        return ENCODING_NUL;
    if ((nuls[!big] + thai[!big]) * 2 * 100 >= sample.len * UTF16_PERCENT)
        return big ? ENCODING_UTF16BE : ENCODING_UTF16LE;
    return nuls[!big] * 8 > sample.len ? ENCODING_UTF16 : ENCODING_NUL;
}

static struct encoding_found find_nul(struct str bytes)
{
    const char *nul = bytes.len ? memchr(bytes.ptr, 0, bytes.len) : NULL;
    if (!nul)
        return (struct encoding_found){ENCODING_UTF8, 0};
    return (struct encoding_found){utf16_of(bytes), (size_t)(nul - bytes.ptr)};
}

static bool is_874_letter(unsigned char byte)
{
    return (byte >= 0xA1 && byte <= 0xDA) || (byte >= 0xDF && byte <= 0xFB);
}

/* E0 B8 xx or E0 B9 xx: a Thai letter of UTF-8, in windows-874 "เธ" or "เน" and no word. */
static bool is_utf8_thai(const char *at, size_t left)
{
    return left >= 3 && at[0] == '\xE0' && (at[1] == '\xB8' || at[1] == '\xB9')
           && (at[2] & 0xC0) == 0x80;
}

/* Thai letters stand beside one another, or with the dots of ต.ค. between them; the accents of
 * French or German stand alone. Most of a damaged UTF-8 file is still UTF-8. A byte that
 * windows-874 lacks is decode's to find. */
static bool is_windows_874(struct str bytes)
{
    size_t letters = 0, high = 0, beside = 0, utf8 = 0;
    bool after_high = false;
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned char byte = (unsigned char)bytes.ptr[i];
        letters += is_874_letter(byte);
        high += byte >= 0x80;
        beside += byte >= 0x80 && after_high;
        after_high = byte >= 0x80 || (byte == '.' && after_high);
        utf8 += is_utf8_thai(bytes.ptr + i, bytes.len - i);
    }
    return letters * 100 >= high * THAI_874_PERCENT && beside * 2 >= high && utf8 * 6 < high;
}

/* Each Thai letter is E0 B8 xx or E0 B9 xx. Read as windows-874 the first two become เธ or เน,
 * read as windows-1252 à¸ or à¹. */
static bool is_garbled_pair(const char *at, size_t left)
{
    if (at[0] == '\xC3')
        return left >= 4 && !memcmp(at, "\xC3\xA0\xC2", 3) && (at[3] == '\xB8' || at[3] == '\xB9');
    return left >= 6 && !memcmp(at, "\xE0\xB9\x80\xE0\xB8", 5)
           && (at[5] == '\x98' || at[5] == '\x99');
}

/* Are there enough places that may be such a pair, of which good Thai has hardly any? By the bytes
 * C3 A0, and 80, any, B8, 98 or 99. This looks at every byte of the country: no branch within, so
 * that the compiler takes many at once; a piece is as long as a byte can count. */
static bool may_be_mojibake(struct str text)
{
    enum { PIECE = 240, AROUND = 4 };
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t found = 0, ends = text.len < AROUND ? 0 : text.len - AROUND + 1;
    for (size_t from = 0; from < ends && found < MOJIBAKE_LEAST; from += PIECE) {
        size_t end = ends - from < PIECE ? ends : from + PIECE;
        unsigned char some = 0;
        for (size_t i = from; i < end; i++) {
            unsigned char latin = (bytes[i] == 0xC3) & (bytes[i + 1] == 0xA0);
            unsigned char thai = (bytes[i] == 0x80) & (bytes[i + 2] == 0xB8)
                                 & ((bytes[i + 3] & 0xFE) == 0x98);
            some = (unsigned char)(some + (latin | thai));
        }
        found += some;
    }
    return found >= MOJIBAKE_LEAST;
}

/* A third of what is not ASCII is such a pair; in good Thai it is one in a hundred. */
bool encoding_is_mojibake(struct str text)
{
    struct str sample = str_first(text, MOJIBAKE_SAMPLE);
    if (!may_be_mojibake(sample))
        return false;
    size_t found = 0, letters = 0;
    for (size_t i = 0; i < sample.len; i++) {
        unsigned char byte = (unsigned char)sample.ptr[i];
        if (byte < 0xC0)
            continue;
        letters++;
        if (byte == 0xE0 || byte == 0xC3)
            found += is_garbled_pair(sample.ptr + i, sample.len - i);
        i += byte == 0xE0 ? 2 : 0;
    }
    return found >= MOJIBAKE_LEAST && found * 100 > letters * MOJIBAKE_PERCENT;
}

/* Is all of it UTF-8, and the last character the beginning of one? */
static bool is_cut(struct str bytes, size_t bad)
{
    unsigned char lead = (unsigned char)bytes.ptr[bad];
    size_t whole = lead > 0xF4 ? 0 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC2 ? 2 : 0, at = bad + 1;
    while (at < bytes.len && ((unsigned char)bytes.ptr[at] & 0xC0) == 0x80)
        at++;
    return at == bytes.len && at - bad < whole && utf8_count(str_first(bytes, bad)) < bad;
}

struct encoding_found encoding_detect(struct str bytes)
{
    enum encoding magic = magic_of(bytes);
    if (magic != ENCODING_UTF8)
        return (struct encoding_found){magic, 0};
    struct encoding_found found = find_nul(bytes);
    if (found.encoding != ENCODING_UTF8)
        return found;
    size_t bad = utf8_first_bad(bytes);
    if (bad < bytes.len && is_cut(bytes, bad))
        return (struct encoding_found){ENCODING_CUT, bad};
    if (bad < bytes.len)
        return (struct encoding_found){
            is_windows_874(bytes) ? ENCODING_WINDOWS_874 : ENCODING_UNKNOWN, bad};
    bool garbled = encoding_is_mojibake(bytes) || encoding_is_thai_as_latin(bytes);
    return (struct encoding_found){garbled ? ENCODING_MOJIBAKE : ENCODING_UTF8, 0};
}

struct pos encoding_pos(struct str file, struct str bytes, size_t offset)
{
    struct str before = str_first(bytes, offset);
    unsigned line = 1;
    size_t start = str_starts(before, bom) ? bom.len : 0;
    for (size_t i = 0; i < before.len; i++) {
        bool lone_cr = before.ptr[i] == '\r' && (i + 1 == bytes.len || bytes.ptr[i + 1] != '\n');
        if (before.ptr[i] == '\n' || lone_cr) {
            line++;
            start = i + 1;
        }
    }
    unsigned column = 1 + (unsigned)utf8_count(str_skip(before, start));
    return (struct pos){.file = file, .line = line, .column = column};
}

static bool is_word_char(char c)
{
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* Only what is garbled: half a number or an address behind it could not be masked later. */
static struct str garbled_part(struct str bytes)
{
    while ((unsigned char)bytes.ptr[0] < 0xC0)
        bytes = str_skip(bytes, 1);
    struct str shown = str_first(bytes, MOJIBAKE_SHOWN);
    for (size_t i = 0; i < shown.len; i++)
        if (is_word_char(shown.ptr[i]))
            shown.len = i;
    return str_first(shown, utf8_first_bad(shown));
}

/* What the sentence shows: the bad byte, or the first words of garbled text. */
static struct str sample_of(struct str bytes, struct encoding_found found, char room[8])
{
    if (found.encoding == ENCODING_UNKNOWN)
        return str_of(room, (size_t)snprintf(room, 8, "0x%02X",
                                             (unsigned char)bytes.ptr[found.at]));
    if (found.encoding != ENCODING_MOJIBAKE)
        return (struct str){0};
    return garbled_part(without_bom(bytes));
}

static struct encoded refuse(struct str file, struct str bytes, struct encoding_found found,
                             struct diags *diags)
{
    char room[8];
    bool whole = found.encoding != ENCODING_UNKNOWN && found.encoding != ENCODING_NUL
                 && found.encoding != ENCODING_CUT && found.encoding != ENCODING_WINDOWS_874;
    struct pos pos = whole ? (struct pos){.file = file} : encoding_pos(file, bytes, found.at);
    source_complain(diags, rule_of[found.encoding], pos,
                    sample_of(bytes, found, room), (struct str){0});
    return (struct encoded){.ok = false};
}

struct encoded encoding_open(struct str file, struct str bytes, struct diags *diags)
{
    struct encoding_found found = encoding_detect(bytes);
    if (found.encoding == ENCODING_UTF8)
        return (struct encoded){.bytes = without_bom(bytes), .ok = true};
    return refuse(file, bytes, found, diags);
}

/* ---- tables ---- */

/* At the place of the first byte that is no character. */
static struct encoded refuse_byte(struct str file, struct str bytes, struct decoded decoded,
                                  bool utf16, struct diags *diags)
{
    char room[8];
    struct encoding_found found = {ENCODING_UNKNOWN, decoded.read};
    struct pos pos = encoding_pos(file, decoded.text, decoded.text.len);
    source_complain(diags, utf16 ? RULE_BAD_UTF16 : RULE_BAD_874, pos,
                    sample_of(bytes, found, room), (struct str){0});
    return (struct encoded){.ok = false};
}

/* DOS ended a text with Ctrl-Z, and some programs still do. */
static struct str without_ctrl_z(struct str bytes)
{
    while (bytes.len && bytes.ptr[bytes.len - 1] == 0x1A)
        bytes.len--;
    return bytes;
}

/* What was decoded is looked at anew: it may hold NULs, a web page, garbled Thai. */
struct encoded encoding_open_table(struct str file, struct str bytes, struct arena *arena,
                                   struct diags *diags)
{
    struct encoding_found found = encoding_detect(bytes);
    bool utf16 = found.encoding == ENCODING_UTF16LE || found.encoding == ENCODING_UTF16BE;
    if (found.encoding == ENCODING_UTF8)
        return (struct encoded){.bytes = without_ctrl_z(without_bom(bytes)), .ok = true};
    if (!utf16 && found.encoding != ENCODING_WINDOWS_874)
        return refuse(file, bytes, found, diags);
    struct decoded decoded = decode(found.encoding, bytes, arena);
    if (decoded.read < bytes.len)
        return refuse_byte(file, bytes, decoded, utf16, diags);
    struct encoded text = encoding_open(file, decoded.text, diags);
    text.bytes = without_ctrl_z(text.bytes);
    text.was_utf16 = utf16;
    if (text.ok)
        source_complain(diags, utf16 ? RULE_WAS_UTF16 : RULE_WAS_874,
                        (struct pos){.file = file}, (struct str){0}, (struct str){0});
    return text;
}

bool encoding_check(struct str text, struct pos pos, struct diags *diags)
{
    char room[8];
    if (text.len && memchr(text.ptr, 0, text.len))
        return source_complain(diags, RULE_NUL, pos, (struct str){0}, (struct str){0});
    size_t bad = utf8_first_bad(text);
    if (bad == text.len)
        return true;
    struct encoding_found found = {ENCODING_UNKNOWN, bad};
    return source_complain(diags, RULE_NOT_UTF8, pos, sample_of(text, found, room),
                           (struct str){0});
}
