/* SPDX-License-Identifier: MIT */
/*
 * One pass over the tags, one function per kind of tag, a stack of what is open.
 *
 * Text before a tag is given out when the tag is met, because only the tag knows whether
 * the white space around it belongs to it. Directly inside a parent everything but blocks
 * is nothing, so a block's tag there counts as alone when the rest of its line is blank.
 */
#include "render/parse.h"

#include <string.h>

#include "render/rules.h"
#include "render/scan.h"

struct parser {
    struct template *template;
    struct scan scan;
    size_t at;          /* the text from here on has not been given out */
    unsigned text_line; /* in a parent: of its first character that is not blank */
    unsigned text_column;
    size_t open[TEMPLATE_NESTING_MAX]; /* indices of the operations that are open */
    size_t depth;
    bool stopped;
    bool verbatim; /* in <pre> */
    struct arena *arena;
    struct diags *diags;
};

struct pos op_pos(const struct template *template, const struct op *op)
{
    return (struct pos){template->file, op->line, op->column, 0, {0}};
}

static struct pos tag_pos(const struct parser *parser, const struct tag *tag)
{
    return (struct pos){parser->template->file, tag->line, tag->column, 0, {0}};
}

static void complain(struct parser *parser, enum render_rule rule, const struct tag *tag,
                     struct str value, struct str more)
{
    parser->template->broken = true;
    diag(parser->diags, &render_rules[rule], tag_pos(parser, tag), value, more);
}

/* Of what hides the structure of all that follows. */
static void give_up(struct parser *parser, enum render_rule rule, const struct tag *tag,
                    struct str value, struct str more)
{
    complain(parser, rule, tag, value, more);
    parser->stopped = true;
}

static struct str tag_text(const struct parser *parser, const struct tag *tag)
{
    return str_of(parser->scan.source.ptr + tag->start, tag->end - tag->start);
}

static struct op *push_op(struct parser *parser, enum op_kind kind)
{
    struct op *op = list_push(&parser->template->ops, parser->arena);
    op->kind = kind;
    op->end = parser->template->ops.count;
    return op;
}

static struct op *top_op(struct parser *parser)
{
    return parser->depth ? &parser->template->ops.items[parser->open[parser->depth - 1]]
                         : NULL;
}

static bool is_parent(struct parser *parser, size_t depth)
{
    return depth &&
           parser->template->ops.items[parser->open[depth - 1]].kind == OP_PARENT;
}

static bool in_parent(struct parser *parser)
{
    return is_parent(parser, parser->depth);
}

/* Text */

static bool starts_line(const struct parser *parser, size_t offset)
{
    return offset == 0 || parser->scan.source.ptr[offset - 1] == '\n';
}

/* Its indentation is for a source's authors: in the page only <pre> keeps it. */
static struct str flushed(struct parser *parser, struct str piece, bool begins_line)
{
    bool keeps = parser->verbatim || !begins_line;
    parser->verbatim |= str_has(piece, STR("<pre"));
    parser->verbatim &= !str_has(piece, STR("</pre>"));
    return keeps ? piece : str_trim_start(piece);
}

static void push_text(struct parser *parser, size_t from, size_t to)
{
    struct str piece = str_of(parser->scan.source.ptr + from, to - from);
    if (parser->template->flush)
        piece = flushed(parser, piece, starts_line(parser, from));
    bool blank_line = str_eq(piece, STR("\n")) || str_eq(piece, STR("\r\n"));
    struct op *op = push_op(parser, OP_TEXT);
    op->text = piece;
    op->line_start = starts_line(parser, from) && !blank_line;
}

static void push_lines(struct parser *parser, size_t to)
{
    const char *source = parser->scan.source.ptr;
    for (size_t from = parser->at; from < to; from = parser->at) {
        while (parser->at < to && source[parser->at] != '\n')
            parser->at++;
        parser->at += parser->at < to;
        push_text(parser, from, parser->at);
    }
}

static void push_stray(struct parser *parser, struct str what, unsigned line,
                       unsigned column)
{
    struct op *op = push_op(parser, OP_STRAY);
    op->text = what;
    op->line = line;
    op->column = column;
}

static void push_stray_tag(struct parser *parser, const struct tag *tag)
{
    push_stray(parser, tag_text(parser, tag), tag->line, tag->column);
}

/* The scan counts forward: the place of text in a parent is taken before the next tag's. */
static void note_text_place(struct parser *parser)
{
    struct str rest = str_skip(parser->scan.source, parser->at);
    size_t blanks = 0;
    while (blanks < rest.len && (unsigned char)rest.ptr[blanks] <= ' ')
        blanks++;
    scan_to(&parser->scan, parser->at + blanks);
    parser->text_line = parser->scan.line;
    parser->text_column = parser->scan.column;
}

/* Gives out the text up to `to`. A line that begins with a tag begins with an empty piece,
 * so that its indentation has a place. */
static void put_text(struct parser *parser, size_t to, bool alone)
{
    if (in_parent(parser)) {
        struct str text = str_of(parser->scan.source.ptr + parser->at, to - parser->at);
        if (!str_is_empty(str_trim(text)))
            push_stray(parser, str_trim(text), parser->text_line, parser->text_column);
        parser->at = to;
        return;
    }
    push_lines(parser, to);
    if (!alone && starts_line(parser, to))
        push_text(parser, to, to);
}

/* Gives out the text before a tag and steps behind the tag, and behind its line if it is
 * alone on it. */
static void take_tag(struct parser *parser, const struct tag *tag, bool alone)
{
    put_text(parser, alone ? tag->blank_from : tag->start, alone);
    parser->at = alone && tag->trails ? tag->next_line : tag->end;
}

/* Names */

static bool check_name(struct parser *parser, const struct tag *tag)
{
    int rule = scan_misnamed(tag);
    if (rule == TAG_NAMED)
        return true;
    struct str typed = tag->content.len ? tag->content : tag_text(parser, tag);
    complain(parser, (enum render_rule)rule, tag, typed, (struct str){0});
    return false;
}

static struct op *push_tag(struct parser *parser, enum op_kind kind,
                           const struct tag *tag)
{
    struct op *op = push_op(parser, kind);
    op->text = tag->content;
    op->line = tag->line;
    op->column = tag->column;
    op->leads = tag->leads;
    op->alone = tag->alone;
    if (tag->leads && !parser->template->flush)
        op->indent = str_of(parser->scan.source.ptr + tag->blank_from,
                            tag->start - tag->blank_from);
    return op;
}

/* Opens the operation that was pushed last. */
static void open_body(struct parser *parser, const struct tag *tag)
{
    if (parser->depth == TEMPLATE_NESTING_MAX) {
        give_up(parser, RENDER_NESTING, tag, tag->content,
                str_format(parser->arena, "%d", TEMPLATE_NESTING_MAX));
        return;
    }
    parser->open[parser->depth++] = parser->template->ops.count - 1;
}

/* The kinds of tags */

static void take_comment(struct parser *parser, const struct tag *tag)
{
    if (in_parent(parser))
        parser->at = tag->end; /* may stand between blocks */
    else
        take_tag(parser, tag, tag->alone);
}

static void take_delimiters(struct parser *parser, const struct tag *tag)
{
    take_tag(parser, tag, tag->alone);
    size_t len = scan_word(tag->content);
    struct str open = str_first(tag->content, len);
    struct str close = str_trim(str_skip(tag->content, len));
    if (!open.len || !close.len || scan_word(close) < close.len ||
        str_has(tag->content, STR("="))) {
        give_up(parser, RENDER_DELIMITERS, tag, tag->content, (struct str){0});
        return;
    }
    parser->scan.open = open;
    parser->scan.close = close;
}

static void take_value(struct parser *parser, const struct tag *tag)
{
    take_tag(parser, tag, false);
    if (in_parent(parser))
        push_stray_tag(parser, tag);
    else
        push_tag(parser, tag->sigil ? OP_RAW : OP_VALUE, tag);
}

static void take_partial(struct parser *parser, const struct tag *tag)
{
    take_tag(parser, tag, tag->alone);
    if (in_parent(parser))
        push_stray_tag(parser, tag);
    else
        push_tag(parser, OP_PARTIAL, tag);
}

static void take_section(struct parser *parser, const struct tag *tag)
{
    take_tag(parser, tag, tag->alone);
    if (in_parent(parser))
        push_stray_tag(parser, tag);
    push_tag(parser, tag->sigil == '#' ? OP_SECTION : OP_INVERTED, tag);
    open_body(parser, tag);
}

static void take_block(struct parser *parser, const struct tag *tag)
{
    bool inner = in_parent(parser);
    bool alone = tag->trails && (inner || tag->leads);
    take_tag(parser, tag, alone);
    struct op *op = push_tag(parser, OP_BLOCK, tag);
    op->alone = alone;
    open_body(parser, tag);
}

/* Whether a parent is alone shows only where it is closed. Until then the white space
 * before it is kept as a piece of text of its own, directly before the operation. */
static void take_parent(struct parser *parser, const struct tag *tag)
{
    if (in_parent(parser)) {
        put_text(parser, tag->start, false);
        push_stray_tag(parser, tag);
    } else if (tag->leads) {
        put_text(parser, tag->blank_from, true);
        push_text(parser, tag->blank_from, tag->start);
    } else {
        put_text(parser, tag->start, false);
    }
    parser->at = tag->end;
    bool inner = in_parent(parser);
    struct op *op = push_tag(parser, OP_PARENT, tag);
    op->leads = tag->leads && !inner;
    open_body(parser, tag);
}

static bool closes_alone(struct parser *parser, const struct op *op,
                         const struct tag *tag)
{
    if (op->kind == OP_PARENT)
        return op->leads && tag->trails;
    bool inner = op->kind == OP_BLOCK && is_parent(parser, parser->depth - 1);
    return tag->leads && (tag->trails || inner);
}

/* The white space kept by take_parent belongs to the parent after all. */
static void make_parent_alone(struct op *op)
{
    op->alone = true;
    op[-1].text = STR("");
    op[-1].line_start = false;
}

static void take_close(struct parser *parser, const struct tag *tag)
{
    struct op *op = top_op(parser);
    if (!op) {
        give_up(parser, RENDER_CLOSE_STRAY, tag, tag->content, (struct str){0});
        return;
    }
    if (!str_eq(op->text, tag->content)) {
        parser->stopped = true;
        diag(parser->diags, &render_rules[RENDER_CLOSE_WRONG], tag_pos(parser, tag),
             tag->content, op->text, str_format(parser->arena, "%u", op->line));
        return;
    }
    bool alone = closes_alone(parser, op, tag);
    take_tag(parser, tag, alone);
    op = top_op(parser); /* take_tag may have moved the list */
    op->end = parser->template->ops.count;
    parser->depth--;
    if (op->kind == OP_PARENT)
        op->alone = false;
    if (op->kind == OP_PARENT && alone)
        make_parent_alone(op);
}

struct tag_kind {
    char sigil;
    bool named;
    void (*take)(struct parser *, const struct tag *);
};

static const struct tag_kind kinds[] = {
    {'!', false, take_comment}, {'=', false, take_delimiters}, {0, true, take_value},
    {'{', true, take_value},    {'&', true, take_value},       {'#', true, take_section},
    {'^', true, take_section},  {'/', true, take_close},       {'>', true, take_partial},
    {'<', true, take_parent},   {'$', true, take_block},
};

static const struct tag_kind *kind_of(const struct tag *tag)
{
    const struct tag_kind *kind = kinds;
    while (kind->sigil != tag->sigil)
        kind++;
    return kind;
}

static void take(struct parser *parser, const struct tag *tag)
{
    const struct tag_kind *kind = kind_of(tag);
    if (!tag->closed) {
        struct str line = str_cut(tag_text(parser, tag), '\n').head;
        give_up(parser, RENDER_TAG_UNCLOSED, tag, line, parser->scan.close);
    } else if (kind->named && !check_name(parser, tag)) {
        take_tag(parser, tag, false);
        parser->stopped = memchr("#^<$/", tag->sigil, 5); /* its structure is unknown */
    } else {
        kind->take(parser, tag);
    }
}

static bool next_tag(struct parser *parser, struct tag *tag)
{
    if (in_parent(parser))
        note_text_place(parser);
    return scan_tag(&parser->scan, parser->at, tag);
}

static void check_all_closed(struct parser *parser)
{
    while (parser->depth) {
        const struct op *op = top_op(parser);
        parser->template->broken = true;
        diag(parser->diags, &render_rules[RENDER_SECTION_UNCLOSED],
             op_pos(parser->template, op), op->text);
        parser->depth--;
    }
}

void template_parse(struct template *template, struct str source, struct arena *arena,
                    struct diags *diags)
{
    struct parser parser = {
        .template = template, .scan = scan_of(source), .arena = arena, .diags = diags};
    struct tag tag;
    while (!parser.stopped && next_tag(&parser, &tag))
        take(&parser, &tag);
    template->broken |= parser.stopped;
    if (parser.stopped)
        return;
    check_all_closed(&parser);
    push_lines(&parser, source.len);
}
