/* SPDX-License-Identifier: MIT */
/*
 * css.h: finds the files a style sheet refers to: url(...) and @import "...".
 *
 * Not a CSS parser: it knows comments, strings and escapes well enough never to take
 * their content for a reference. Any bytes are accepted; what is not closed ends with the
 * sheet.
 *
 *     struct css_scan scan = {.text = sheet};
 *     for (struct str ref; css_next(&scan, &ref);) ...   ref is a view into the sheet
 */
#ifndef ATTALAK_PUBLISH_CSS_H
#define ATTALAK_PUBLISH_CSS_H

#include "base/str.h"

struct css_scan {
    struct str text;
    size_t at;
};

bool css_next(struct css_scan *scan, struct str *ref);

#endif
