/* SPDX-License-Identifier: MIT */
#include "sources/markup.h"

#include "sources/html.h"
#include "sources/rules.h"

static const struct tags {
    struct str opening, closing;
    bool block;      /* begins on a line of its own */
    bool keep_empty; /* an empty item still counts; a link shows its address */
    bool mute;       /* written as nothing within a picture's description */
} tags[] = {
    [MARKUP_PLAIN] = {.keep_empty = true},
    [MARKUP_PARAGRAPH] = {STR_CONST("<p>"), STR_CONST("</p>\n"), .block = true},
    [MARKUP_QUOTE] = {STR_CONST("<blockquote>\n"), STR_CONST("</blockquote>\n"), .block = true},
    [MARKUP_ITEM] = {STR_CONST("<li>"), STR_CONST("</li>\n"), .block = true,
                     .keep_empty = true},
    [MARKUP_EMPHASIS] = {STR_CONST("<em>"), STR_CONST("</em>"), .mute = true},
    [MARKUP_STRONG] = {STR_CONST("<strong>"), STR_CONST("</strong>"), .mute = true},
    [MARKUP_BULLETS] = {STR_CONST("<ul>\n"), STR_CONST("</ul>\n"), .block = true},
    [MARKUP_NUMBERS] = {{0}, STR_CONST("</ol>\n"), .block = true},
    [MARKUP_HEADING] = {.block = true},
    [MARKUP_LINK] = {{0}, STR_CONST("</a>"), .keep_empty = true, .mute = true},
    [MARKUP_IMAGE] = {.keep_empty = true},
};

/* ---- findings ---- */

struct pos markup_pos(const struct markup *markup, int line)
{
    struct pos pos = markup->start;
    if (pos.row || !pos.line)
        return pos;
    pos.line += (unsigned)line - 1;
    pos.column = 0;
    return pos;
}

struct str markup_show(struct markup *markup, struct str literal, int line)
{
    struct html_shown shown = html_show(literal, markup->arena);
    if (shown.hidden && !markup->hidden_told) {
        markup->hidden_told = true;
        source_complain(markup->diags, RULE_MARKDOWN_HIDDEN, markup_pos(markup, line),
                        str_format(markup->arena, "U+%04X", (unsigned)shown.hidden),
                        (struct str){0});
    }
    return shown.text;
}

/* One finding a line: "<b>word</b>" is one mistake. Given whole, for what is somebody's own in it
 * is masked later, and half a number could not be. */
void markup_drop_html(struct markup *markup, struct str literal, int line)
{
    if (line == markup->html_line)
        return;
    markup->html_line = line;
    source_complain(markup->diags, RULE_MARKDOWN_RAW_HTML, markup_pos(markup, line),
                    str_trim(literal), (struct str){0});
}

/* ---- containers ---- */

static void new_line(struct markup *markup)
{
    if (markup->out.len && markup->out.ptr[markup->out.len - 1] != '\n')
        buf_putc(&markup->out, '\n');
}

/* A frame without its opening tag; NULL when it would be one too many. */
static struct markup_frame *push(struct markup *markup, enum markup_kind kind)
{
    if (markup->depth == MARKUP_DEPTH_MAX)
        return NULL;
    struct markup_frame *frame = &markup->frames[markup->depth++];
    *frame = (struct markup_frame){.kind = kind, .start = markup->out.len,
                                   .before = markup->headings};
    frame->tagged = kind != MARKUP_PLAIN && !(markup->pictures && tags[kind].mute);
    if (tags[kind].block)
        new_line(markup);
    return frame;
}

static bool opened(struct markup *markup, struct markup_frame *frame)
{
    frame->body = markup->out.len;
    return true;
}

bool markup_begin(struct markup *markup, enum markup_kind kind)
{
    struct markup_frame *frame = push(markup, kind);
    if (!frame)
        return false;
    if (frame->tagged)
        buf_put(&markup->out, tags[kind].opening);
    return opened(markup, frame);
}

bool markup_begin_heading(struct markup *markup, int typed_level)
{
    struct markup_frame *frame = push(markup, MARKUP_HEADING);
    if (!frame)
        return false;
    headings_enter(&markup->headings, typed_level);
    buf_format(&markup->out, "<h%d>", headings_level(&markup->headings));
    return opened(markup, frame);
}

bool markup_begin_list(struct markup *markup, bool ordered, int start)
{
    if (!ordered)
        return markup_begin(markup, MARKUP_BULLETS);
    struct markup_frame *frame = push(markup, MARKUP_NUMBERS);
    if (!frame)
        return false;
    if (start == 1)
        buf_put(&markup->out, STR("<ol>\n"));
    else
        buf_format(&markup->out, "<ol start=\"%d\">\n", start);
    return opened(markup, frame);
}

bool markup_begin_link(struct markup *markup, struct str url, struct str title, int line)
{
    struct markup_frame *frame = push(markup, MARKUP_LINK);
    if (!frame)
        return false;
    enum url_error error = url_check(url);
    struct str shown = markup_show(markup, title, line);
    frame->url = url;
    frame->tagged &= error == URL_OK;
    if (error != URL_OK)
        diag(markup->diags, link_rule(error), markup_pos(markup, line), url);
    if (frame->tagged && url_is_outbound(url))
        *list_push(&markup->links, markup->arena) = str_copy(url, markup->arena);
    if (frame->tagged)
        html_link(&markup->out, url_encode(url, markup->arena), shown);
    return opened(markup, frame);
}

bool markup_begin_image(struct markup *markup, struct str url, int line)
{
    struct markup_frame *frame = push(markup, MARKUP_IMAGE);
    if (!frame)
        return false;
    markup->pictures++;
    source_complain(markup->diags, RULE_MARKDOWN_IMAGE, markup_pos(markup, line),
                    url, (struct str){0});
    return opened(markup, frame);
}

static void take_back(struct markup *markup, const struct markup_frame *frame)
{
    markup->out.len = frame->start;
    markup->headings = frame->before;
}

static void close_tag(struct markup *markup, const struct markup_frame *frame)
{
    if (frame->kind == MARKUP_QUOTE)
        new_line(markup);
    if (frame->kind == MARKUP_HEADING)
        buf_format(&markup->out, "</h%d>\n", headings_level(&markup->headings));
    buf_put(&markup->out, tags[frame->kind].closing);
}

void markup_end(struct markup *markup)
{
    const struct markup_frame *frame = &markup->frames[--markup->depth];
    bool blank = html_is_blank(str_skip(buf_str(&markup->out), frame->body));
    markup->pictures -= frame->kind == MARKUP_IMAGE;
    if (blank && frame->kind == MARKUP_LINK && !markup->pictures) /* nothing to see or hear */
        html_text(&markup->out, markup_show(markup, frame->url, 1));
    if (frame->tagged && blank && !tags[frame->kind].keep_empty)
        take_back(markup, frame);
    else if (frame->tagged)
        close_tag(markup, frame);
}

/* ---- leaves ---- */

void markup_text(struct markup *markup, struct str literal, int line)
{
    html_text(&markup->out, markup_show(markup, literal, line));
}

void markup_code(struct markup *markup, struct str literal, int line)
{
    bool tagged = !markup->pictures;
    buf_put(&markup->out, tagged ? STR("<code>") : STR(""));
    markup_text(markup, literal, line);
    buf_put(&markup->out, tagged ? STR("</code>") : STR(""));
}

void markup_code_block(struct markup *markup, struct str literal, int line)
{
    new_line(markup);
    buf_put(&markup->out, STR("<pre><code>"));
    markup_text(markup, literal, line);
    buf_put(&markup->out, STR("</code></pre>\n"));
}

void markup_soft_break(struct markup *markup)
{
    buf_putc(&markup->out, markup->pictures ? ' ' : '\n');
}

void markup_line_break(struct markup *markup)
{
    buf_put(&markup->out, markup->pictures ? STR(" ") : STR("<br>\n"));
}

void markup_thematic_break(struct markup *markup)
{
    new_line(markup);
    buf_put(&markup->out, STR("<hr>\n"));
}
