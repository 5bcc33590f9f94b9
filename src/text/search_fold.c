/* SPDX-License-Identifier: MIT */
/*
 * Sign by sign, with the last one written at hand, for some depend on what stands before: "ph" is p,
 * "ae" is e, เเ is แ. A short form ("อบต.") is one only where no letter stands before it: รอบตลาด
 * holds none. Keep in step with assets/fold.js.
 */
#include "text/search_fold.h"

#include "base/buf.h"
#include "base/utf8.h"

enum {
    MARK = 1, /* goes, and a word goes on */
    SIGN = 2, /* goes, and a word ends */
    THAI_AA = 0x0E32,
    THAI_AM = 0x0E33,
    THAI_E = 0x0E40,
    THAI_AE = 0x0E41,
    NIKHAHIT = 0x0E4D,
    LATIN_FIRST = 0xC0,
    LATIN_LAST = 0x17F,
};

/* What does not stay itself, in order; `moves`: to `to` and what follows it, one by one. */
static const struct range {
    uint32_t first, last, to;
    bool moves;
} ranges[] = {
    {0x00, 0x20, ' ', false},         {0x21, 0x2F, SIGN, false},
    {0x3A, 0x40, SIGN, false},        {'A', 'Z', 'a', true},
    {0x5B, 0x60, SIGN, false},        {0x7B, 0x7E, SIGN, false},
    {0x7F, 0xA0, ' ', false},         {0xA1, 0xAC, SIGN, false},
    {0xAD, 0xAD, MARK, false},        {0xAE, 0xBF, SIGN, false},
    {0x0300, 0x036F, MARK, false},    {0x0E2F, 0x0E2F, SIGN, false},
    {0x0E3A, 0x0E3A, MARK, false},    {0x0E43, 0x0E43, 0x0E44, false},
    {0x0E45, 0x0E45, THAI_AA, false}, {0x0E47, 0x0E4E, MARK, false},
    {0x0E50, 0x0E59, '0', true},      {0x2000, 0x200A, ' ', false},
    {0x200B, 0x200F, MARK, false},    {0x2010, 0x2027, SIGN, false},
    {0x2028, 0x2029, ' ', false},     {0x202A, 0x202E, MARK, false},
    {0x202F, 0x202F, ' ', false},     {0x2030, 0x205E, SIGN, false},
    {0x205F, 0x205F, ' ', false},     {0x2060, 0x206F, MARK, false},
    {0x3000, 0x3000, ' ', false},     {0xFEFF, 0xFEFF, MARK, false},
    {0xFF10, 0xFF19, '0', true},      {0xFF21, 0xFF3A, 'a', true},
    {0xFF41, 0xFF5A, 'a', true},
};

/* À to ſ without their accents; '.' stays itself. */
static const char latin[] = "aaaaaaaceeeeiiii.nooooo.ouuuuy.saaaaaaaceeeeiiii.nooooo.ouuuuy.y"
                            "aaaaaaccccccccddddeeeeeeeeeegggggggghh..iiiiiiiiii..jjkk.llllll."
                            ".llnnnnnn...oooooooorrrrrrsssssssstttt..uuuuuuuuuuuuwwyyyzzzzzz.";

/* The longer of two that begin alike comes first. The long forms are folded already. */
static const struct {
    struct str shorter, longer;
} abbreviations[] = {
    {STR_CONST("อ.บ.จ."), STR_CONST("องคการบริหารสวนจังหวัด")},
    {STR_CONST("อบจ."), STR_CONST("องคการบริหารสวนจังหวัด")},
    {STR_CONST("อบจ"), STR_CONST("องคการบริหารสวนจังหวัด")},
    {STR_CONST("อ.บ.ต."), STR_CONST("องคการบริหารสวนตำบล")},
    {STR_CONST("อบต."), STR_CONST("องคการบริหารสวนตำบล")},
    {STR_CONST("อบต"), STR_CONST("องคการบริหารสวนตำบล")},
    {STR_CONST("ท.น."), STR_CONST("เทศบาลนคร")},
    {STR_CONST("ทน."), STR_CONST("เทศบาลนคร")},
    {STR_CONST("ท.ม."), STR_CONST("เทศบาลเมือง")},
    {STR_CONST("ทม."), STR_CONST("เทศบาลเมือง")},
    {STR_CONST("ท.ต."), STR_CONST("เทศบาลตำบล")},
    {STR_CONST("ทต."), STR_CONST("เทศบาลตำบล")},
    {STR_CONST("ทต"), STR_CONST("เทศบาลตำบล")},
    {STR_CONST("กทม."), STR_CONST("กรุงเทพมหานคร")},
    {STR_CONST("กทม"), STR_CONST("กรุงเทพมหานคร")},
    {STR_CONST("จ."), STR_CONST("จังหวัด")},
    {STR_CONST("อ."), STR_CONST("อำเภอ")},
    {STR_CONST("ต."), STR_CONST("ตำบล")},
};
enum { ABBREVIATIONS = sizeof(abbreviations) / sizeof(*abbreviations) };

struct folder {
    struct buf out;
    uint32_t last;   /* written; 0 at the start of a line */
    size_t last_len; /* its bytes */
    bool blank;      /* one is due before the next letter */
    bool ring;       /* ํ was met, and only marks since */
};

static uint32_t plain(uint32_t c)
{
    if (c >= LATIN_FIRST && c <= LATIN_LAST)
        return latin[c - LATIN_FIRST] == '.' ? c : (uint32_t)latin[c - LATIN_FIRST];
    for (size_t i = 0; i < sizeof(ranges) / sizeof(*ranges) && ranges[i].first <= c; i++)
        if (c <= ranges[i].last)
            return ranges[i].to + (ranges[i].moves ? c - ranges[i].first : 0);
    return c;
}

/* The letter that `last` and `c` are together; 0 when they are two. */
static uint32_t joined(uint32_t last, uint32_t c)
{
    if (last == THAI_E && c == THAI_E)
        return THAI_AE;
    if (last < 'a' || last > 'z')
        return 0;
    if (c == last || (c == 'h' && (last == 'p' || last == 't' || last == 'k'))
        || (c == 'e' && (last == 'o' || last == 'u')))
        return last;
    return last == 'a' && c == 'e' ? 'e' : 0;
}

static void put_letter(struct folder *f, uint32_t c)
{
    char bytes[4];
    if (f->ring && c == THAI_AA)
        c = THAI_AM;
    if (f->blank && f->last) {
        buf_putc(&f->out, ' ');
        f->last = ' ';
    }
    f->blank = false;
    uint32_t both = joined(f->last, c);
    if (both)
        f->out.len -= f->last_len;
    f->last = both ? both : c;
    f->last_len = utf8_encode(f->last, bytes);
    buf_put(&f->out, str_of(bytes, f->last_len));
}

static void put_line(struct folder *f)
{
    buf_putc(&f->out, '\n');
    f->last = 0;
    f->blank = false;
}

/* Bytes of the short form that `text` begins with, its long one put; 0 when it is none. */
static size_t put_abbreviation(struct folder *f, struct str text)
{
    for (size_t i = 0; i < ABBREVIATIONS; i++) {
        if (!str_starts(text, abbreviations[i].shorter))
            continue;
        for (struct str rest = abbreviations[i].longer; rest.len;) {
            struct utf8_char c = utf8_next(rest);
            put_letter(f, c.codepoint);
            rest = str_skip(rest, c.len);
        }
        return abbreviations[i].shorter.len;
    }
    return 0;
}

/* Puts what one sign is; says whether a word goes on behind it. */
static bool put(struct folder *f, uint32_t c, bool in_word)
{
    uint32_t as = plain(c);
    if (c == '\n')
        put_line(f);
    else if (as == ' ')
        f->blank = true;
    else if (as > ' ')
        put_letter(f, as);
    f->ring = c == NIKHAHIT || (f->ring && as == MARK);
    return as > ' ' || (as == MARK && in_word);
}

struct str search_fold(struct str text, struct arena *arena)
{
    struct folder f = {0};
    for (bool in_word = false; text.len;) {
        size_t len = in_word ? 0 : put_abbreviation(&f, text);
        if (len) {
            in_word = text.ptr[len - 1] != '.';
        } else {
            struct utf8_char c = utf8_next(text);
            in_word = put(&f, c.codepoint, in_word);
            len = c.len;
        }
        text = str_skip(text, len);
    }
    struct str folded = buf_finish(&f.out, arena);
    buf_release(&f.out);
    return folded;
}
