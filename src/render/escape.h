/* SPDX-License-Identifier: MIT */
/*
 * escape.h: text made safe for the kind of file it is written into.
 *
 * The ending of a template's file name chooses how {{x}} is written:
 *
 *     ESCAPE_HTML     & < > " ' as references. Control characters that neither HTML nor
 *                     XML may hold become U+FFFD.
 *     ESCAPE_XML      the same, for .xml and .svg
 *     ESCAPE_JSON     the inside of a JSON string. < > & U+2028 U+2029 are \uXXXX, so the
 *                     bytes are safe between <script> and </script> too.
 *     ESCAPE_SCRIPT   the same for JSON that stands inside an HTML page (a .json partial
 *                     of an .html file): quotes are \uXXXX too, so no attribute can end.
 *     ESCAPE_CSV      one field: quoted when it must be, and disarmed with a leading ' when
 *                     a spreadsheet would take it for a formula.
 *     ESCAPE_PLAIN    as it is: .txt
 */
#ifndef ATTALAK_RENDER_ESCAPE_H
#define ATTALAK_RENDER_ESCAPE_H

#include "base/buf.h"

enum escape {
    ESCAPE_NONE, /* no kind of file we know: must not be written at all */
    ESCAPE_HTML,
    ESCAPE_XML,
    ESCAPE_JSON,
    ESCAPE_SCRIPT,
    ESCAPE_CSV,
    ESCAPE_PLAIN,
    ESCAPE_COUNT,
};

/* By the file name's last ending; ESCAPE_NONE when it is not in the table. */
enum escape escape_for_file(struct str name);

/* How text of a file of kind `inner` is written when it is included in one of kind
 * `outer`; ESCAPE_NONE when the two must not be mixed. */
enum escape escape_within(enum escape outer, enum escape inner);

/* How safe markup (VALUE_HTML) may be written into this kind of file. */
enum markup {
    MARKUP_NEVER,  /* {{x}} only: its tags are text here */
    MARKUP_RAW,    /* {{{x}}} only: with {{x}} the tags would show on the page */
    MARKUP_EITHER, /* {{{x}}}, or {{x}} for a feed that carries HTML as text */
};
enum markup escape_markup(enum escape escape);

void escape_put(enum escape escape, struct str text, struct buf *out);

/* The bytes that ESCAPE_JSON writes; U+2028 and U+2029, which no content has, count as three. */
size_t escape_json_size(struct str text);

#endif
