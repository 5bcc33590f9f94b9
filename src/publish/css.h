/* SPDX-License-Identifier: MIT */
/*
 * css.h: finds the files a style sheet refers to: url(...) and @import "..."; and leaves out
 * what says nothing, for no page shows its text before the sheet is there.
 *
 * Not a CSS parser: it knows comments, strings and escapes well enough never to take
 * their content for a reference. Any bytes are accepted; what is not closed ends with the
 * sheet.
 *
 *     struct css_scan scan = {.text = sheet};
 *     for (struct str ref; css_next(&scan, &ref);) ...   ref is a view into the sheet
 *     css_squeeze(sheet, arena)       the same rules without comments and needless space
 *     css_body(text)                  what follows its first comments; also of a script
 *
 * A comment that begins with an exclamation mark stays.
 */
#ifndef ATTALAK_PUBLISH_CSS_H
#define ATTALAK_PUBLISH_CSS_H

#include "base/arena.h"
#include "base/str.h"

struct css_scan {
    struct str text;
    size_t at;
};

bool css_next(struct css_scan *scan, struct str *ref);

struct str css_squeeze(struct str sheet, struct arena *arena);
struct str css_body(struct str text);

#endif
