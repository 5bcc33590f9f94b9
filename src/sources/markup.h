/* SPDX-License-Identifier: MIT */
/*
 * markup.h: the HTML of one text as it is written, for prose.c.
 *
 * Containers are begun and ended like brackets. One that turns out empty (its raw HTML was
 * dropped, its picture had no text) is taken back with its tags. Within a picture only plain
 * text is written: it becomes the picture's description. Every literal goes through the
 * escaper, every URL through url_check; what is left out is a finding at its line.
 */
#ifndef ATTALAK_SOURCES_MARKUP_H
#define ATTALAK_SOURCES_MARKUP_H

#include "base/buf.h"
#include "base/diag.h"
#include "base/list.h"
#include "sources/headings.h"

enum { MARKUP_DEPTH_MAX = 96 }; /* a list level is two containers; the rest is emphasis */

enum markup_kind {
    MARKUP_PLAIN, /* no tags: the document, a paragraph of a tight list */
    MARKUP_PARAGRAPH,
    MARKUP_QUOTE,
    MARKUP_ITEM,
    MARKUP_EMPHASIS,
    MARKUP_STRONG,
    MARKUP_BULLETS,
    MARKUP_NUMBERS,
    MARKUP_HEADING,
    MARKUP_LINK,
    MARKUP_IMAGE,
};

struct markup_frame {
    enum markup_kind kind;
    bool tagged;
    size_t start, body; /* of its output: before and after the opening tag */
    struct str url;     /* a link's */
    struct headings before;
};

struct markup {
    struct buf out;
    struct headings headings;
    struct markup_frame frames[MARKUP_DEPTH_MAX];
    size_t depth;    /* frames in use */
    size_t pictures; /* of them images */
    struct LIST_OF(struct str) links; /* outbound, that became links */
    bool hidden_told;
    int html_line; /* of the last raw HTML reported */
    struct pos start;
    struct arena *arena;
    struct diags *diags;
};

/* Where the text's line `line` (from 1) is: in a sheet always the cell. */
struct pos markup_pos(const struct markup *markup, int line);

/* False when there is no room for one more: the text nests too deep. */
bool markup_begin(struct markup *markup, enum markup_kind kind);
bool markup_begin_heading(struct markup *markup, int typed_level);
bool markup_begin_list(struct markup *markup, bool ordered, int start);
bool markup_begin_link(struct markup *markup, struct str url, struct str title, int line);
bool markup_begin_image(struct markup *markup, struct str url, int line);
void markup_end(struct markup *markup);

void markup_text(struct markup *markup, struct str literal, int line);
void markup_code(struct markup *markup, struct str literal, int line);
void markup_code_block(struct markup *markup, struct str literal, int line);
void markup_soft_break(struct markup *markup);
void markup_line_break(struct markup *markup);
void markup_thematic_break(struct markup *markup);
void markup_drop_html(struct markup *markup, struct str literal, int line);

/* Without characters that have no place on a page; the first of them is reported. */
struct str markup_show(struct markup *markup, struct str literal, int line);

#endif
