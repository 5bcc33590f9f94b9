/* SPDX-License-Identifier: MIT */
/*
 * Misspelt types before a name: องค์กรบริหารสวนตำบล, เทสบาลตำบล. Each way of cutting the text
 * in two is compared with each word; the one with the fewest edits is meant. Only the word for
 * the type may be mended: where a slip touches the place where the name begins, a letter could
 * be the type's or the name's, and the reading is unclear.
 */
#include "base/utf8.h"
#include "text/name_written.h"

enum { THAI_BYTES = 3, WORD_MAX = 24, EDITS_MAX = 3, LETTERS_MAX = WORD_MAX + EDITS_MAX };

static const struct word {
    enum lao_type type;
    unsigned cost; /* of a slip that is in the word itself */
    struct str text;
} words[] = {
    {LAO_PAO, 0, STR_CONST("องค์การบริหารส่วนจังหวัด")},
    {LAO_CITY, 0, STR_CONST("เทศบาลนคร")},
    {LAO_TOWN, 0, STR_CONST("เทศบาลเมือง")},
    {LAO_SUBDISTRICT, 0, STR_CONST("เทศบาลตำบล")},
    {LAO_SUBDISTRICT, 1, STR_CONST("เทศบาลตำบน")},
    {LAO_SAO, 0, STR_CONST("องค์การบริหารส่วนตำบล")},
    {LAO_SAO, 1, STR_CONST("องค์การบริหารส่วนตำบน")},
};

/* The text's first letters without blanks: each with what follows it. */
struct letters {
    uint32_t letter[LETTERS_MAX];
    struct str rest[LETTERS_MAX];
    size_t count;
};

static struct letters letters_of(struct str text, size_t most)
{
    struct letters letters = {.count = 0};
    for (struct str rest = text; rest.len && letters.count < most;) {
        struct utf8_char c = utf8_next(rest);
        rest = str_skip(rest, c.len);
        if (c.codepoint == ' ')
            continue;
        letters.letter[letters.count] = c.codepoint;
        letters.rest[letters.count++] = rest;
    }
    return letters;
}

/* One way to cut the text. */
struct cutting {
    enum lao_type type;
    struct str rest;
    unsigned edits;
    bool clear;
};

/* Fewer edits first, then the clear ones; equals that say different things are not clear. */
static void keep_better(struct cutting *best, struct cutting found)
{
    bool first = !best->type || found.edits < best->edits;
    bool same = found.type == best->type && found.rest.len == best->rest.len;
    if (first || (found.edits == best->edits && found.clear && !best->clear))
        *best = found;
    else if (found.edits == best->edits && found.clear && !same)
        best->clear = false;
}

static unsigned least(unsigned a, unsigned b, unsigned c)
{
    unsigned ab = a < b ? a : b;
    return ab < c ? ab : c;
}

/* Edits from the word's first i letters to the text's first j, for all i and j. */
struct edits {
    unsigned at[WORD_MAX + 1][LETTERS_MAX + 1];
};

/* False when all beginnings of the text need more than `limit`: a row whose least is above it
 * has none below it that is not, and most names are nothing like the word. */
static bool fill_edits(struct edits *edits, const struct letters *word,
                       const struct letters *text, unsigned limit)
{
    for (unsigned j = 0; j <= text->count; j++)
        edits->at[0][j] = j;
    for (unsigned i = 1; i <= word->count; i++) {
        unsigned fewest = edits->at[i][0] = i;
        for (unsigned j = 1; j <= text->count; j++) {
            bool differ = word->letter[i - 1] != text->letter[j - 1];
            edits->at[i][j] = least(edits->at[i - 1][j] + 1, edits->at[i][j - 1] + 1,
                                    edits->at[i - 1][j - 1] + differ);
            fewest = edits->at[i][j] < fewest ? edits->at[i][j] : fewest;
        }
        if (fewest > limit)
            return false;
    }
    return true;
}

/* Do the text's first j letters end where the word does? Its last letter stands there with
 * the slip before it, and that letter is not as well taken for the name's first: either the
 * letter before it is right too, or a cut before it would be worse. */
static bool ends_alike(const struct edits *edits, const struct letters *word,
                       const struct letters *text, size_t j)
{
    size_t i = word->count;
    unsigned count = edits->at[i][j];
    if (j < 2 || text->letter[j - 1] != word->letter[i - 1])
        return false;
    bool both = text->letter[j - 2] == word->letter[i - 2]
                && count == edits->at[i - 2][j - 2];
    return both || (count == edits->at[i - 1][j - 1] && edits->at[i][j - 1] > count);
}

static void try_word(struct cutting *best, const struct word *word,
                     const struct letters *text)
{
    unsigned count = (unsigned)word->text.len / THAI_BYTES;
    unsigned limit = count / 5 < EDITS_MAX ? count / 5 : EDITS_MAX;
    if (text->count + limit < count)
        return;
    struct letters own = letters_of(word->text, WORD_MAX);
    struct edits edits;
    if (!fill_edits(&edits, &own, text, limit))
        return;
    for (size_t j = 1; j <= text->count; j++) {
        struct str rest = text->rest[j - 1], name = name_skip_any(rest, " .");
        unsigned edited = edits.at[own.count][j] + word->cost;
        if (edited > limit || !name.len || name_begins_inside_letter(name))
            continue;
        bool clear = name.len < rest.len || ends_alike(&edits, &own, text, j);
        keep_better(best, (struct cutting){word->type, name, edited, clear});
    }
}

void name_take_slip(struct str *text, struct lao_name *name)
{
    struct letters letters = letters_of(*text, LETTERS_MAX);
    struct cutting best = {.type = LAO_UNKNOWN};
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        try_word(&best, &words[i], &letters);
    if (!best.type)
        return;
    name->type = best.type;
    name->slip = str_trim(str_first(*text, text->len - best.rest.len));
    name->unclear = !best.clear;
    *text = best.rest;
}
