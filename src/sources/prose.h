/* SPDX-License-Identifier: MIT */
/*
 * prose.h: Markdown → safe HTML. cmark lives in prose.c, which walks its AST and writes with our
 * own escaper and URL policy; cmark's own renderer and its "safe mode" are never used (they let
 * through blob:, intent:, //host, data:image …).
 *
 * Guards, because Debian 12's cmark is quadratic: at most PROSE_BYTES_MAX, containers nested at
 * most PROSE_DEPTH_MAX (counted before cmark sees the line), fed line by line with a clock.
 * Raw HTML is dropped and reported with its line; a link whose URL is not allowed becomes its
 * text and is reported; images become their alternative text (pictures come as data).
 *
 * Headings keep the page's one h1 and never skip a level, whatever the author began with: the
 * outermost becomes h(shift + 1), one beneath it the next, at most h6.
 * The HTML has no id, no class, no style, no empty paragraph or heading, and nothing that closes
 * itself: it stands as it is in a page and in an Atom feed.
 */
#ifndef ATTALAK_SOURCES_PROSE_H
#define ATTALAK_SOURCES_PROSE_H

#include "base/diag.h"
#include "base/list.h"
#include "base/str.h"
#include "sources/url.h" /* url_check */

enum {
    PROSE_BYTES_MAX = 32 * 1024,
    PROSE_DEPTH_MAX = 32,
    PROSE_CLOCK_MS = 250, /* of this thread's processor time */
    PROSE_SWELL_MAX = 32, /* the HTML's bytes for one of the text's, and 64 KiB */
};

struct prose_options {
    int heading_shift; /* 1: "# a" becomes h2; below 1 is taken as 1 */
    bool take_title;   /* a first "# title" is taken out into `title` */
};

struct prose {
    struct str html;  /* empty when refused */
    struct str title; /* plain text */
    struct str lead;  /* plain text of the first paragraph */
    struct LIST_OF(struct str) links; /* outbound addresses as written, in order */
    bool refused;     /* an error was reported; nothing else needs to be said of the text */
};

/* `start` is the place of the text's first line in its file; a sheet's cell (start.row) is the
 * place of all of it. Text from a file of its own goes through encoding_open first. */
struct prose prose_render(struct str markdown, struct prose_options options, struct pos start,
                          struct arena *arena, struct diags *diags);

/* What a visitor reads of it, for those who look for words and numbers: `text` without the signs of
 * Markdown and without tags, pictures by their descriptions; `links` the addresses that become
 * links, each with its title. A line of either is the line of the text that its block begins on
 * or it stands on, so that a place in them is one in the text; blocks and links end in
 * PROSE_PARTED, which belongs to no word and no number. Both are empty when prose_render would
 * refuse the text; `text` is the very text when it reads as it is written (bare.h). */
enum { PROSE_PARTED = '|' };
struct prose_read {
    struct str text, links;
};
struct prose_read prose_read(struct str markdown, struct arena *arena);

extern const struct rule sources_rules[];
extern const size_t sources_rule_count;

#endif
