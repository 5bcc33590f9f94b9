/* SPDX-License-Identifier: MIT */
/*
 * cmark parses, markup.c writes. The AST is walked by cmark's iterator (no recursion, whatever
 * the depth) and each kind of node has a row in a table. cmark's tree is never changed; tree and
 * parser are freed where they were made, and no other file sees either.
 */
#include "sources/prose.h"

#include <cmark.h>
#include <time.h>

#include "sources/encoding.h"
#include "sources/markup.h"
#include "sources/nesting.h"
#include "sources/rules.h"

enum {
    CLOCK_BYTES = 2048, /* fed between two looks at the clock */
    SWELL_BASE = 64 * 1024,
};

struct writer {
    struct markup markup;
    struct prose prose;
    size_t input;
    bool refused;
};

static void refuse(struct writer *writer, enum source_rule rule, int line, size_t value,
                   size_t first)
{
    source_complain_number(writer->markup.diags, rule, markup_pos(&writer->markup, line), value,
                           first);
    writer->refused = true;
}

/* ---- nodes ---- */

/* Inline nodes of some kinds know no line; their block does. */
static int line_of(cmark_node *node)
{
    while (node && cmark_node_get_start_line(node) < 1)
        node = cmark_node_parent(node);
    return node ? cmark_node_get_start_line(node) : 1;
}

static struct str literal_of(cmark_node *node)
{
    return str_from(cmark_node_get_literal(node));
}

static void put_plain(struct markup *markup, cmark_node *node, struct buf *out)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE:
        buf_put(out, markup_show(markup, literal_of(node), line_of(node)));
        break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
        buf_putc(out, ' ');
        break;
    }
}

static struct str plain_text(struct markup *markup, cmark_node *root)
{
    struct buf out = {0};
    cmark_iter *iter = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
        if (event == CMARK_EVENT_ENTER)
            put_plain(markup, cmark_iter_get_node(iter), &out);
    cmark_iter_free(iter);
    struct str text = str_copy(str_trim(buf_str(&out)), markup->arena);
    buf_release(&out);
    return text;
}

/* ---- one function a kind of node ---- */

/* In a tight list a paragraph is just its text. */
static bool is_tight(cmark_node *paragraph)
{
    cmark_node *list = cmark_node_parent(cmark_node_parent(paragraph));
    return list && cmark_node_get_type(list) == CMARK_NODE_LIST
           && cmark_node_get_list_tight(list);
}

static bool begin_paragraph(struct markup *markup, cmark_node *node)
{
    return markup_begin(markup, is_tight(node) ? MARKUP_PLAIN : MARKUP_PARAGRAPH);
}

static bool begin_heading(struct markup *markup, cmark_node *node)
{
    return markup_begin_heading(markup, cmark_node_get_heading_level(node));
}

static bool begin_list(struct markup *markup, cmark_node *node)
{
    return markup_begin_list(markup, cmark_node_get_list_type(node) == CMARK_ORDERED_LIST,
                             cmark_node_get_list_start(node));
}

static bool begin_link(struct markup *markup, cmark_node *node)
{
    return markup_begin_link(markup, str_from(cmark_node_get_url(node)),
                             str_from(cmark_node_get_title(node)), line_of(node));
}

static bool begin_image(struct markup *markup, cmark_node *node)
{
    return markup_begin_image(markup, str_from(cmark_node_get_url(node)), line_of(node));
}

static void put_soft_break(struct markup *markup, struct str literal, int line)
{
    (void)literal, (void)line;
    markup_soft_break(markup);
}

static void put_line_break(struct markup *markup, struct str literal, int line)
{
    (void)literal, (void)line;
    markup_line_break(markup);
}

static void put_thematic_break(struct markup *markup, struct str literal, int line)
{
    (void)literal, (void)line;
    markup_thematic_break(markup);
}

/* A leaf; or a container that begin() opens, or, when there is none, one of plain tags. The
 * words behind a code fence are dropped: there is nothing they could style. */
static const struct kind {
    void (*leaf)(struct markup *markup, struct str literal, int line);
    bool (*begin)(struct markup *markup, cmark_node *node);
    enum markup_kind tags;
} kinds[] = {
    [CMARK_NODE_DOCUMENT] = {.tags = MARKUP_PLAIN},
    [CMARK_NODE_BLOCK_QUOTE] = {.tags = MARKUP_QUOTE},
    [CMARK_NODE_LIST] = {.begin = begin_list},
    [CMARK_NODE_ITEM] = {.tags = MARKUP_ITEM},
    [CMARK_NODE_CODE_BLOCK] = {.leaf = markup_code_block},
    [CMARK_NODE_HTML_BLOCK] = {.leaf = markup_drop_html},
    [CMARK_NODE_PARAGRAPH] = {.begin = begin_paragraph},
    [CMARK_NODE_HEADING] = {.begin = begin_heading},
    [CMARK_NODE_THEMATIC_BREAK] = {.leaf = put_thematic_break},
    [CMARK_NODE_TEXT] = {.leaf = markup_text},
    [CMARK_NODE_SOFTBREAK] = {.leaf = put_soft_break},
    [CMARK_NODE_LINEBREAK] = {.leaf = put_line_break},
    [CMARK_NODE_CODE] = {.leaf = markup_code},
    [CMARK_NODE_HTML_INLINE] = {.leaf = markup_drop_html},
    [CMARK_NODE_EMPH] = {.tags = MARKUP_EMPHASIS},
    [CMARK_NODE_STRONG] = {.tags = MARKUP_STRONG},
    [CMARK_NODE_LINK] = {.begin = begin_link},
    [CMARK_NODE_IMAGE] = {.begin = begin_image},
};

/* ---- the walk ---- */

static void enter(struct writer *writer, cmark_node *node)
{
    const struct kind *kind = &kinds[cmark_node_get_type(node)];
    struct markup *markup = &writer->markup;
    if (kind->leaf)
        kind->leaf(markup, literal_of(node), line_of(node));
    else if (!(kind->begin ? kind->begin(markup, node) : markup_begin(markup, kind->tags)))
        refuse(writer, RULE_MARKDOWN_TOO_DEEP, line_of(node), PROSE_DEPTH_MAX, 0);
}

static void leave(struct writer *writer, cmark_node *node)
{
    markup_end(&writer->markup);
    if (cmark_node_get_type(node) == CMARK_NODE_PARAGRAPH && !writer->prose.lead.len)
        writer->prose.lead = plain_text(&writer->markup, node);
}

/* A first "# title"; NULL when it is not asked for or not there. */
static cmark_node *find_title(struct writer *writer, bool wanted, cmark_node *root)
{
    cmark_node *first = cmark_node_first_child(root);
    if (!wanted || !first || cmark_node_get_type(first) != CMARK_NODE_HEADING
        || cmark_node_get_heading_level(first) != 1)
        return NULL;
    writer->prose.title = plain_text(&writer->markup, first);
    return writer->prose.title.len ? first : NULL;
}

static void check_swelling(struct writer *writer, cmark_node *node)
{
    size_t limit = SWELL_BASE + PROSE_SWELL_MAX * writer->input;
    if (writer->markup.out.len > limit)
        refuse(writer, RULE_MARKDOWN_SWELLS, line_of(node), writer->input, limit);
}

static void walk(struct writer *writer, cmark_node *root, const cmark_node *title)
{
    cmark_iter *iter = cmark_iter_new(root);
    cmark_event_type event;
    while (!writer->refused && (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE) {
        cmark_node *node = cmark_iter_get_node(iter);
        if (node == title)
            cmark_iter_reset(iter, node, CMARK_EVENT_EXIT);
        else if (event == CMARK_EVENT_ENTER)
            enter(writer, node);
        else
            leave(writer, node);
        check_swelling(writer, node);
    }
    cmark_iter_free(iter);
}

/* ---- feeding ---- */

/* Looked at rarely: short texts, which are nearly all, never ask the kernel. */
struct clock {
    size_t left; /* bytes not yet fed when it was looked at last */
    long began;  /* ms; 0 before the first look */
};

/* Of this thread alone, so that a busy machine refuses nobody's text. */
static long thread_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return (long)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool is_late(struct clock *clock, size_t left)
{
    if (clock->left - left < CLOCK_BYTES)
        return false;
    clock->left = left;
    clock->began = clock->began ? clock->began : thread_ms();
    return thread_ms() - clock->began > PROSE_CLOCK_MS;
}

static void feed(struct writer *writer, cmark_parser *parser, struct str markdown)
{
    struct clock clock = {.left = markdown.len};
    size_t deepest = 0;
    for (int line = 1; markdown.len && !writer->refused; line++) {
        struct str one = nesting_line(markdown);
        if (nesting_count(one, PROSE_DEPTH_MAX, &deepest) > PROSE_DEPTH_MAX)
            refuse(writer, RULE_MARKDOWN_TOO_DEEP, line, PROSE_DEPTH_MAX, 0);
        else if (is_late(&clock, markdown.len))
            refuse(writer, RULE_MARKDOWN_TOO_SLOW, line, PROSE_CLOCK_MS, 0);
        else
            cmark_parser_feed(parser, one.ptr, one.len);
        markdown = str_skip(markdown, one.len);
    }
}

static void render(struct writer *writer, struct str markdown, bool take_title)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
    feed(writer, parser, markdown);
    cmark_node *root = cmark_parser_finish(parser);
    if (!writer->refused)
        walk(writer, root, find_title(writer, take_title, root));
    cmark_node_free(root);
    cmark_parser_free(parser);
}

struct prose prose_render(struct str markdown, struct prose_options options, struct pos start,
                          struct arena *arena, struct diags *diags)
{
    struct prose nothing = {.refused = true};
    if (markdown.len > PROSE_BYTES_MAX) {
        source_complain_number(diags, RULE_MARKDOWN_TOO_LONG, start, PROSE_BYTES_MAX, 0);
        return nothing;
    }
    if (!encoding_check(markdown, start, diags))
        return nothing;
    struct writer writer = {
        .markup = {.headings = headings_beneath(options.heading_shift), .start = start,
                   .arena = arena, .diags = diags},
        .input = markdown.len,
    };
    render(&writer, markdown, options.take_title);
    for (size_t i = 0; i < writer.markup.links.count; i++)
        *list_push(&writer.prose.links, arena) = writer.markup.links.items[i];
    if (!writer.refused)
        writer.prose.html = buf_finish(&writer.markup.out, arena);
    buf_release(&writer.markup.out);
    return writer.refused ? nothing : writer.prose;
}
