/* SPDX-License-Identifier: MIT */
/*
 * html.h: text into HTML, for prose.c. Escapes and nothing else; what must not be shown at all
 * (controls, bidi controls, non-characters) is taken out before.
 */
#ifndef ATTALAK_SOURCES_HTML_H
#define ATTALAK_SOURCES_HTML_H

#include "base/buf.h"

void html_text(struct buf *out, struct str text);
void html_attribute(struct buf *out, struct str value); /* between double quotes */

/* <a href="…"> for a URL that url_check has passed and url_encode has encoded. */
void html_link(struct buf *out, struct str url, struct str title);

/* The text without characters that have no place on a page; entities can bring them in behind
 * text/clean's back. `hidden` is the first of them, or 0: then it is the very text. */
struct html_shown {
    struct str text;
    uint32_t hidden;
};
struct html_shown html_show(struct str text, struct arena *arena);

/* Nothing to see: only blanks, newlines, no-break spaces and <br>? */
bool html_is_blank(struct str html);

#endif
