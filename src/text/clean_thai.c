/* SPDX-License-Identifier: MIT */
/*
 * A cluster is a run of marks with the sara am among or behind them. It is written anew
 * by ranks: first the marks of rank 1, then of rank 2 …, each once, then the sara am.
 * Marks of one rank keep their order, for which of two is meant nobody can know.
 */
#include "text/clean_thai.h"

enum {
    THAI_FIRST = 0x0E00,
    THAI_LAST = 0x0E7F,
    RU = 0x0E24,
    LU = 0x0E26,
    LAST_CONSONANT = 0x0E2E,
    SARA_AA = 0x0E32,
    SARA_AM = 0x0E33,
    SARA_E = 0x0E40,
    SARA_AE = 0x0E41,
    LAKKHANG = 0x0E45, /* the long tail of ฤๅ */
    NIKHAHIT = 0x0E4D, /* the ring of sara am */
};

/* A mark's kind is its rank. */
enum { RANK_PHINTHU = 1, RANK_VOWEL, RANK_TONE, RANK_KARAN, RANK_AM, KIND_E, KIND_ODD };

/* By offset from U+0E00. Unicode's combining classes agree, so the order made is also
 * NFC. */
static const unsigned char kinds[THAI_LAST - THAI_FIRST + 1] = {
    [0x3A] = RANK_PHINTHU, [0x31] = RANK_VOWEL, [0x34] = RANK_VOWEL, [0x35] = RANK_VOWEL,
    [0x36] = RANK_VOWEL,   [0x37] = RANK_VOWEL, [0x38] = RANK_VOWEL, [0x39] = RANK_VOWEL,
    [0x47] = RANK_VOWEL,   [0x48] = RANK_TONE,  [0x49] = RANK_TONE,  [0x4A] = RANK_TONE,
    [0x4B] = RANK_TONE,    [0x4C] = RANK_KARAN, [0x4E] = RANK_KARAN, [0x33] = RANK_AM,
    [0x40] = KIND_E,       [0x45] = KIND_ODD /* lakkhang */, [0x4D] = KIND_ODD /* nikhahit */,
};

/* U+F700 … F71A: letters without their foot, marks shifted left or down. */
static const unsigned char glyphs[] = {
    0x10, 0x34, 0x35, 0x36, 0x37, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x48, 0x49, 0x4A, 0x4B,
    0x4C, 0x0D, 0x31, 0x4D, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x38, 0x39, 0x3A,
};

bool clean_is_thai(uint32_t codepoint)
{
    return codepoint >= THAI_FIRST && codepoint <= THAI_LAST;
}

static unsigned rank_of(uint32_t c)
{
    unsigned kind = clean_is_thai(c) ? kinds[c - THAI_FIRST] : 0;
    return c == NIKHAHIT ? RANK_TONE : kind <= RANK_AM ? kind : 0;
}

bool clean_is_thai_mark(uint32_t codepoint)
{
    unsigned rank = rank_of(codepoint);
    return rank != 0 && rank != RANK_AM;
}

uint32_t clean_thai_glyph(uint32_t glyph)
{
    return THAI_FIRST + glyphs[glyph - 0xF700];
}

unsigned clean_thai_kind(unsigned offset)
{
    return kinds[offset];
}

/* Strictly rising ranks need no work, and are at most three marks and an am. The rare
 * signs (phinthu with company, nikhahit, lakkhang) are always looked at. */
bool clean_kind_follows(unsigned before, unsigned here)
{
    enum {
        NO_MARK = 1 << CLEAN_KIND_OTHER | 1 << KIND_E | 1 << CLEAN_KIND_BLANK,
        VOWELS = NO_MARK | 1 << RANK_VOWEL,
        TONES = VOWELS | 1 << RANK_TONE,
        ALL = TONES | 1 << RANK_KARAN | 1 << RANK_AM | 1 << RANK_PHINTHU,
    };
    static const unsigned befores[] = {
        [CLEAN_KIND_OTHER] = ALL,
        [RANK_PHINTHU] = NO_MARK,
        [RANK_VOWEL] = NO_MARK,
        [RANK_TONE] = VOWELS,
        [RANK_KARAN] = TONES,
        [RANK_AM] = TONES | 1 << RANK_KARAN,
        [KIND_E] = ALL & ~(1 << KIND_E),
        [KIND_ODD] = 0,
        [CLEAN_KIND_BLANK] = ALL & ~(1 << CLEAN_KIND_BLANK),
        [CLEAN_KIND_NEVER] = 0,
    };
    return befores[here] >> before & 1;
}

/* What a cluster holds, and what was wrong with it. */
struct cluster {
    size_t end;
    unsigned ams;     /* sara ams: as one sign, or as nikhahit and sara aa */
    bool am_in_parts; /* nikhahit and sara aa, or an am that marks come after */
    bool disorder;
};

static struct cluster cluster_at(const struct clean_text *text, size_t at)
{
    struct cluster found = {.end = at};
    unsigned last_rank = 0;
    bool nikhahit = false, any_nikhahit = false;
    for (; found.end < text->len; found.end++) {
        uint32_t c = text->codepoints[found.end];
        unsigned rank = rank_of(c);
        bool tail = (c == SARA_AA || c == LAKKHANG) && nikhahit;
        if (rank == 0 && !tail)
            break;
        if (rank == RANK_AM || tail) {
            found.ams++;
            nikhahit = false;
            found.am_in_parts |= tail;
            continue;
        }
        found.disorder |= rank < last_rank;
        found.am_in_parts |= found.ams > 0;
        last_rank = rank;
        nikhahit |= c == NIKHAHIT;
        any_nikhahit |= nikhahit;
    }
    found.am_in_parts |= found.ams && any_nikhahit;
    return found;
}

/* Writes the marks of one rank; a mark that follows itself is written once. */
static size_t write_rank(struct clean_text *text, size_t at,
                         const struct cluster *cluster, unsigned rank, uint32_t *out)
{
    size_t len = 0;
    for (size_t i = at; i < cluster->end; i++) {
        uint32_t c = text->codepoints[i];
        if (rank_of(c) != rank || (c == NIKHAHIT && cluster->ams))
            continue;
        if (len && out[len - 1] == c)
            text->bits |= CLEAN_DOUBLED;
        else
            out[len++] = c;
    }
    return len;
}

static size_t write_cluster(struct clean_text *text, size_t at,
                            const struct cluster *cluster, uint32_t *out)
{
    size_t len = 0;
    for (unsigned rank = RANK_PHINTHU; rank < RANK_AM; rank++)
        len += write_rank(text, at, cluster, rank, out + len);
    if (cluster->ams)
        out[len++] = SARA_AM;
    text->bits |= cluster->disorder ? CLEAN_TONE_ORDER : 0;
    text->bits |= cluster->am_in_parts ? CLEAN_SARA_AM : 0;
    text->bits |= cluster->ams > 1 ? CLEAN_DOUBLED : 0;
    return len;
}

/* Right after ฤ and ฦ, and where it is spoken of by itself. */
static bool is_stray_lakkhang(uint32_t before)
{
    bool letter = before > THAI_FIRST && before <= LAST_CONSONANT;
    return (letter && before != RU && before != LU) || clean_is_thai_mark(before);
}

/* Writes one sign that is in no cluster; เ after เ becomes แ in its place. */
static size_t write_sign(struct clean_text *text, uint32_t c, uint32_t *out, size_t len)
{
    uint32_t before = len ? out[len - 1] : 0;
    if (c == SARA_E && before == SARA_E) {
        out[len - 1] = SARA_AE;
        text->bits |= CLEAN_DOUBLE_E;
        return len;
    }
    if (c == LAKKHANG && is_stray_lakkhang(before)) {
        c = SARA_AA;
        text->bits |= CLEAN_LAKKHANG;
    }
    out[len] = c;
    return len + 1;
}

void clean_thai(struct clean_text *text)
{
    uint32_t *out = arena_many(text->arena, text->len, uint32_t);
    size_t len = 0;
    for (size_t i = 0; i < text->len;) {
        struct cluster cluster = cluster_at(text, i);
        if (cluster.end > i) {
            len += write_cluster(text, i, &cluster, out + len);
            i = cluster.end;
        } else {
            len = write_sign(text, text->codepoints[i++], out, len);
        }
    }
    text->codepoints = out;
    text->len = len;
}
