/* SPDX-License-Identifier: MIT */
/*
 * scan.h: finds the next tag and tells how it lies on its line. Inside render/ only.
 */
#ifndef ATTALAK_RENDER_SCAN_H
#define ATTALAK_RENDER_SCAN_H

#include "base/str.h"

struct scan {
    struct str source;
    struct str open, close; /* the delimiters now in force */
    size_t counted;         /* line and column are those of this offset */
    unsigned line, column;
};

struct tag {
    char sigil;         /* one of ! = # ^ / > < $ & { or 0 for a plain name */
    struct str content; /* without sigil and surrounding white space */
    size_t start, end;  /* offsets, delimiters included */
    unsigned line, column;
    bool closed;       /* false: the closing delimiter was not found */
    size_t blank_from; /* start of the white space before the tag, on the same line */
    size_t next_line;  /* behind the white space and line end that follow, if trails */
    bool leads;        /* only white space before it on its line */
    bool trails;       /* only white space after it on its line */
    bool alone;        /* both */
};

struct scan scan_of(struct str source);

/* Moves line and column on to `offset`, never back, so that each byte is counted once. */
void scan_to(struct scan *scan, size_t offset);

/* The first tag at or after `from`; false when there is none. `from` never goes back. */
bool scan_tag(struct scan *scan, size_t from, struct tag *tag);

bool scan_is_blank(char c); /* space or tab */

/* Length of the first run without white space or control characters. */
size_t scan_word(struct str s);

/* The rule (rules.h) that the content breaks as a name of the tag's kind, or TAG_NAMED.
 */
enum { TAG_NAMED = -1 };
int scan_misnamed(const struct tag *tag);

#endif
