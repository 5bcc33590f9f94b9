/* SPDX-License-Identifier: MIT */
/*
 * clean.h: Thai text as people type it → Thai text as it should be, once, at the door.
 *
 * No Unicode normal form does this: NFC leaves อำเภอ and อํำเภอ's decomposed spelling
 * different, NFKC breaks the right one. What is repaired is told (a bit per kind), so
 * that a loader can report it; what must be refused is told too, and the text comes back
 * without it.
 */
#ifndef ATTALAK_TEXT_CLEAN_H
#define ATTALAK_TEXT_CLEAN_H

#include "base/str.h"

/* Above CLEAN_NEWLINE is what cannot be repaired: the value is refused, and the text
 * comes back without it. */
enum clean_bit {
    CLEAN_SARA_AM = 1 << 0,    /* U+0E4D U+0E32, in any order with a tone → U+0E33 */
    CLEAN_TONE_ORDER = 1 << 1, /* tone before vowel → after */
    CLEAN_DOUBLE_E = 1 << 2,   /* เเ → แ */
    CLEAN_DOUBLED = 1 << 3,    /* the same mark twice → once */
    CLEAN_INVISIBLE = 1 << 4,  /* U+200B, U+FEFF, U+00AD, U+2060 … → nothing */
    CLEAN_SPACE = 1 << 5,      /* NBSP, tab, runs of blanks → one blank; ends trimmed */
    CLEAN_PRIVATE = 1 << 6,    /* U+F700–F71A of old Word and PDF files → the sign */
    CLEAN_LAKKHANG = 1 << 7,   /* stray U+0E45 → U+0E32 */
    CLEAN_NFC = 1 << 8,        /* other scripts composed */
    CLEAN_NEWLINE = 1 << 9,    /* CRLF, CR → LF: Windows, nothing to complain of */
    CLEAN_BIDI = 1 << 12,      /* bidi controls: CVE-2021-42574 */
    CLEAN_CONTROL = 1 << 13,   /* C0, C1, U+FFFD, non-characters, unknown private use */
    CLEAN_ZALGO = 1 << 14, /* more than 3 marks on one base, 6 in Burmese and the like */
    CLEAN_MIXED = 1 << 15, /* Latin with Cyrillic or Greek in one word */
};
enum { CLEAN_REFUSED = CLEAN_BIDI | CLEAN_CONTROL | CLEAN_ZALGO | CLEAN_MIXED };

struct clean {
    struct str text;
    unsigned bits; /* of enum clean_bit; 0: the very bytes that came in */
};

/* One line of text: newlines become blanks. Copies only when something changed. */
struct clean clean_line(struct str raw, struct arena *arena);

/* Text of many lines (Markdown): newlines stay, CRLF and CR become LF. Plain blanks and
 * tabs stay wherever they are, for they mean something: indentation, the two blanks of a
 * hard line break, code. A run of blanks that holds an NBSP or the like becomes one plain
 * blank, so that Word's indentation by NBSP does not turn a paragraph into a code block.
 */
struct clean clean_block(struct str raw, struct arena *arena);

/* Whether any sign of the Thai block is in it: such a text is read by a Thai voice. */
bool clean_has_thai(struct str text);

/* Thai digits ๐–๙ → 0–9; for numbers, codes, dates and search, not for display. */
struct str clean_digits(struct str text, struct arena *arena);

/* "", "-", "–", "ไม่มี", "ไม่ระบุ", "n/a" …: an answer that says nothing. Not "na", which
 * is an answer in the accessibility notes, and not "0". */
bool clean_is_blank(struct str text);

/* "", "-", "…" and the like: of the above, what only fills a field. */
bool clean_is_stroke(struct str text);

#endif
