/* SPDX-License-Identifier: MIT */
/*
 * cmark parses, markup.c writes. The AST is walked by cmark's iterator (no recursion, whatever
 * the depth) and each kind of node has a row in a table. cmark's tree is never changed; tree and
 * parser are freed where they were made, and no other file sees either.
 */
#include "sources/prose.h"

#include <cmark.h>

#include "sources/bare.h"
#include "sources/clock.h"
#include "sources/encoding.h"
#include "sources/markup.h"
#include "sources/nesting.h"
#include "sources/rules.h"

enum { SWELL_BASE = 64 * 1024 };

struct writer {
    struct markup markup;
    struct prose prose;
    size_t input;
    long clock_ms;
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

static void feed(struct writer *writer, cmark_parser *parser, struct str markdown)
{
    struct clock clock = {.left = markdown.len, .most = writer->clock_ms};
    size_t deepest = 0;
    for (int line = 1; markdown.len && !writer->refused; line++) {
        struct str one = nesting_line(markdown);
        if (nesting_count(one, PROSE_DEPTH_MAX, &deepest) > PROSE_DEPTH_MAX)
            refuse(writer, RULE_MARKDOWN_TOO_DEEP, line, PROSE_DEPTH_MAX, 0);
        else if (clock_is_late(&clock, markdown.len))
            refuse(writer, RULE_MARKDOWN_TOO_SLOW, line, PROSE_CLOCK_MS, 0);
        else
            cmark_parser_feed(parser, one.ptr, one.len);
        markdown = str_skip(markdown, one.len);
    }
}

static cmark_node *parse(struct writer *writer, struct str markdown)
{
    cmark_parser *parser = cmark_parser_new(CMARK_OPT_VALIDATE_UTF8);
    feed(writer, parser, markdown);
    cmark_node *root = cmark_parser_finish(parser);
    cmark_parser_free(parser);
    return root;
}

static void render(struct writer *writer, struct str markdown, bool take_title)
{
    cmark_node *root = parse(writer, markdown);
    if (!writer->refused)
        walk(writer, root, find_title(writer, take_title, root));
    cmark_node_free(root);
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
        .clock_ms = PROSE_CLOCK_MS,
    };
    render(&writer, markdown, options.take_title);
    for (size_t i = 0; i < writer.markup.links.count; i++)
        *list_push(&writer.prose.links, arena) = writer.markup.links.items[i];
    if (!writer.refused)
        writer.prose.html = buf_finish(&writer.markup.out, arena);
    buf_release(&writer.markup.out);
    return writer.refused ? nothing : writer.prose;
}

/* ---- what is read ---- */

/* Text whose lines are the source's. */
struct lined {
    struct buf buf;
    int line;
};

struct reading {
    struct writer writer; /* its HTML stays empty, its findings are told when it is rendered */
    struct lined text, links;
    size_t pictures; /* within so many */
};

static void go_to_line(struct lined *out, int line)
{
    for (; out->line < line; out->line++)
        buf_putc(&out->buf, '\n');
}

/* What is shown of a literal. "&#10;" makes no line of the source. */
static void put_shown(struct reading *reading, struct lined *out, struct str literal)
{
    struct str shown = markup_show(&reading->writer.markup, literal, 1);
    for (struct cut cut = {.tail = shown, .ok = true}; cut.ok;) {
        cut = str_cut(cut.tail, '\n');
        buf_put(&out->buf, cut.head);
        buf_put(&out->buf, cut.ok ? STR(" ") : STR(""));
    }
}

static void put_code_block(struct reading *reading, cmark_node *node)
{
    struct str code = literal_of(node); /* always ends its last line */
    struct cut cut = {.tail = str_first(code, code.len - (code.len > 0)), .ok = true};
    for (int line = line_of(node); cut.ok; line++) {
        go_to_line(&reading->text, line);
        cut = str_cut(cut.tail, '\n');
        put_shown(reading, &reading->text, cut.head);
    }
    buf_putc(&reading->text.buf, PROSE_PARTED);
}

/* A definition may be used again and again: cmark itself ends that at 100 KB. */
static void put_link(struct reading *reading, cmark_node *node)
{
    struct lined *links = &reading->links;
    struct str url = str_from(cmark_node_get_url(node));
    if (reading->pictures || url_check(url) != URL_OK)
        return;
    go_to_line(links, line_of(node));
    put_shown(reading, links, url);
    buf_putc(&links->buf, ' ');
    put_shown(reading, links, str_from(cmark_node_get_title(node)));
    buf_putc(&links->buf, PROSE_PARTED);
}

static void read_entered(struct reading *reading, cmark_node *node)
{
    struct lined *text = &reading->text;
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: go_to_line(text, line_of(node)); break;
    case CMARK_NODE_TEXT:
    case CMARK_NODE_CODE: put_shown(reading, text, literal_of(node)); break;
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK: go_to_line(text, text->line + 1); break;
    case CMARK_NODE_CODE_BLOCK: put_code_block(reading, node); break;
    case CMARK_NODE_LINK: put_link(reading, node); break;
    case CMARK_NODE_IMAGE: reading->pictures++; break;
    }
}

static void read_left(struct reading *reading, cmark_node *node)
{
    switch ((int)cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING: buf_putc(&reading->text.buf, PROSE_PARTED); break;
    case CMARK_NODE_IMAGE: reading->pictures--; break;
    }
}

static void read_all(struct reading *reading, cmark_node *root)
{
    cmark_iter *iter = cmark_iter_new(root);
    for (cmark_event_type event; (event = cmark_iter_next(iter)) != CMARK_EVENT_DONE;)
        (event == CMARK_EVENT_ENTER ? read_entered : read_left)(reading,
                                                                cmark_iter_get_node(iter));
    cmark_iter_free(iter);
}

/* Twice the clock: what is too slow here would be so when it is rendered, and nobody reads it. */
struct prose_read prose_read(struct str markdown, struct arena *arena)
{
    if (bare_reads(markdown))
        return (struct prose_read){.text = markdown};
    if (markdown.len > PROSE_BYTES_MAX)
        return (struct prose_read){.text = STR("")};
    struct diags unheard = diags_on(arena);
    struct reading reading = {
        .writer = {.markup = {.arena = arena, .diags = &unheard},
                   .clock_ms = 2 * PROSE_CLOCK_MS},
        .text.line = 1,
        .links.line = 1,
    };
    cmark_node *root = parse(&reading.writer, markdown);
    if (!reading.writer.refused)
        read_all(&reading, root);
    cmark_node_free(root);
    struct prose_read read = {buf_finish(&reading.text.buf, arena),
                              buf_finish(&reading.links.buf, arena)};
    buf_release(&reading.text.buf);
    buf_release(&reading.links.buf);
    return read;
}
