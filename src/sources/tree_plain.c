/* SPDX-License-Identifier: MIT */
/*
 * A descent over lines. `at` stands at the first sign of a line with content whenever a block is
 * begun or goes on; every reader of a value leaves it there again, on the next such line. What is
 * indented deeper than a value's own map or list goes on with the value (or is a mistake), so
 * after each value that is given up.
 */
#include "sources/tree_plain.h"

#include <string.h>

#include "base/utf8.h"
#include "sources/tree_keys.h"

enum {
    DEPTH_MAX = 8,   /* fewer than TREE_DEPTH_MAX, so that nobody has to tell of it here */
    KEY_MAX = 100,   /* fewer than libyaml's 1,024 */
};

struct plain {
    const char *at, *end;
    const char *line_begin;
    unsigned line;
    size_t indent; /* of the line with content that `at` stands on or in */
    struct arena *arena;
};

/* ---- signs ---- */

/* Printable in libyaml's eyes, no line end but \n, no tab; the last line ends. */
static bool is_within(struct str bytes)
{
    const unsigned char *at = (const unsigned char *)bytes.ptr, *end = at + bytes.len;
    while (at < end) {
        if ((*at >= ' ' && *at < 0x7F) || *at == '\n')
            at++;
        else if (*at == 0xE0)
            at += 3;
        else if (*at == 0xE2 && at[1] == 0x80 && at[2] >= 0x90 && at[2] <= 0xA7)
            at += 3;
        else
            return false;
    }
    return bytes.len && bytes.ptr[bytes.len - 1] == '\n';
}

static bool is_alnum(char c)
{
    return char_is_digit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

/* What an unquoted value may begin with that means nothing else to YAML. */
static bool begins_plain(const char *at)
{
    return is_alnum(*at) || *at == '\xE0' || *at == '/' || *at == '+' || *at == '('
           || (*at == '-' && char_is_digit(at[1]));
}

/* The end of the key at `at`, where its colon is, or NULL. */
static const char *key_end(const char *at)
{
    const char *end = at;
    while (is_alnum(*end) || *end == '_' || (end > at && (*end == '-' || *end == '.')))
        end++;
    bool colon = *end == ':' && (end[1] == ' ' || end[1] == '\n');
    return colon && end > at && end - at <= KEY_MAX ? end : NULL;
}

/* ---- lines ---- */

/* To the next line with content, past blank ones and comments; `at` begins a line. */
static void to_content(struct plain *p)
{
    for (; p->at < p->end; p->line++) {
        p->line_begin = p->at;
        while (*p->at == ' ')
            p->at++;
        p->indent = (size_t)(p->at - p->line_begin);
        if (*p->at != '\n' && *p->at != '#')
            return;
        p->at = (const char *)memchr(p->at, '\n', (size_t)(p->end - p->at)) + 1;
    }
    p->indent = 0;
}

static void skip_blanks(struct plain *p)
{
    while (*p->at == ' ')
        p->at++;
}

/* Behind a value that belongs to a block at `indent`: the line is over, and the next is no deeper. */
static bool end_line(struct plain *p, size_t indent)
{
    skip_blanks(p);
    if (*p->at != '\n')
        return false;
    p->at++;
    p->line++;
    to_content(p);
    return p->at == p->end || p->indent <= indent;
}

/* ---- nodes ---- */

static void place(const struct plain *p, struct tree *node, enum tree_kind kind)
{
    node->kind = kind;
    node->line = p->line;
    node->column =
        1 + (unsigned)utf8_count(str_of(p->line_begin, (size_t)(p->at - p->line_begin)));
}

static struct tree_open open_node(struct tree *node)
{
    return (struct tree_open){.node = node, .tail = &node->first};
}

static struct tree *add_item(struct plain *p, struct tree_open *list)
{
    struct tree *item = arena_new(p->arena, struct tree);
    tree_hang(list, item);
    return item;
}

/* The key at `at` and its colon; NULL when it is none, or is there twice. */
static struct tree *add_key(struct plain *p, struct tree_open *map)
{
    const char *end = key_end(p->at);
    if (!end)
        return NULL;
    struct str key = str_of(p->at, (size_t)(end - p->at));
    if (tree_find_key(map, key))
        return NULL;
    struct tree *node = add_item(p, map);
    place(p, node, TREE_TEXT);
    node->key = key;
    node->key_line = node->line;
    node->key_column = node->column;
    tree_remember_key(map, node, p->arena);
    p->at = end + 1;
    return node;
}

/* ---- values on one line ---- */

static bool read_quoted(struct plain *p, struct tree *node)
{
    char quote = *p->at;
    place(p, node, TREE_TEXT);
    const char *from = ++p->at;
    while (*p->at != quote && *p->at != '\n' && *p->at != '\\')
        p->at++;
    if (*p->at != quote || p->at[1] == quote)
        return false;
    node->text = str_of(from, (size_t)(p->at++ - from));
    return true;
}

/* To the line's end, or within brackets to one of `,]}`. */
static bool read_unquoted(struct plain *p, struct tree *node, bool flow)
{
    if (!begins_plain(p->at))
        return false;
    place(p, node, TREE_TEXT);
    node->plain = true;
    const char *from = p->at;
    for (; *p->at != '\n' && !(flow && strchr(",]}", *p->at)); p->at++)
        if (*p->at == '#' || (*p->at == ':' && (flow || p->at[1] == ' ' || p->at[1] == '\n'))
            || (flow && strchr("[{?&*!|>'\"%@`", *p->at)))
            return false;
    const char *to = p->at;
    while (to[-1] == ' ')
        to--;
    node->text = str_of(from, (size_t)(to - from));
    return true;
}

static bool read_flow(struct plain *p, struct tree *node, unsigned depth);

static bool read_flow_value(struct plain *p, struct tree *node, unsigned depth)
{
    if (*p->at == '"' || *p->at == '\'')
        return read_quoted(p, node);
    if (*p->at == '[' || *p->at == '{')
        return read_flow(p, node, depth + 1);
    return read_unquoted(p, node, true);
}

/* [a, b] and {a: b} on one line, without a comma at their end. */
static bool read_flow(struct plain *p, struct tree *node, unsigned depth)
{
    bool map = *p->at == '{';
    char close = map ? '}' : ']';
    if (depth > DEPTH_MAX)
        return false;
    place(p, node, map ? TREE_MAP : TREE_LIST);
    struct tree_open open = open_node(node);
    do {
        p->at++;
        skip_blanks(p);
        if (*p->at == close && !node->count)
            break;
        struct tree *child = map ? add_key(p, &open) : add_item(p, &open);
        skip_blanks(p);
        if (!child || !read_flow_value(p, child, depth))
            return false;
        skip_blanks(p);
    } while (*p->at == ',');
    return *p->at++ == close;
}

/* ---- | texts ---- */

static size_t blanks_at(const struct plain *p)
{
    size_t blanks = 0;
    while (p->at[blanks] == ' ')
        blanks++;
    return blanks;
}

/* The lines that are indented by `own`, without that; blank ones may be shorter. The end is cut to
 * one newline. */
static struct str take_lines(struct plain *p, size_t own)
{
    char *text = arena_alloc(p->arena, (size_t)(p->end - p->at)), *out = text, *last = text;
    while (p->at < p->end) {
        size_t blanks = blanks_at(p);
        bool blank = p->at[blanks] == '\n';
        if (blanks < own && !blank)
            break;
        const char *end = memchr(p->at, '\n', (size_t)(p->end - p->at));
        p->at += blanks < own ? blanks : own;
        memcpy(out, p->at, (size_t)(end + 1 - p->at));
        out += end + 1 - p->at;
        last = !blank || blanks > own ? out : last;
        p->at = end + 1;
        p->line++;
    }
    return str_of(text, (size_t)(last - text));
}

static bool read_block_text(struct plain *p, struct tree *node, size_t indent)
{
    place(p, node, TREE_TEXT);
    node->block = true;
    if (*++p->at != '\n')
        return false;
    p->at++;
    p->line++;
    size_t own = p->at < p->end ? blanks_at(p) : 0;
    if (own <= indent || p->at[own] == '\n')
        return false;
    node->text = take_lines(p, own);
    to_content(p);
    return p->at == p->end || p->indent <= indent;
}

/* ---- blocks ---- */

static bool read_map(struct plain *p, struct tree *node, size_t indent, unsigned depth);
static bool read_list(struct plain *p, struct tree *node, size_t indent, unsigned depth);

static bool is_item(const struct plain *p)
{
    return p->at < p->end && p->at[0] == '-' && p->at[1] == ' ';
}

/* What stands on the line behind "key:" or "-" of the block at `indent`. */
static bool read_value(struct plain *p, struct tree *node, size_t indent, unsigned depth)
{
    switch (*p->at) {
    case '|': return read_block_text(p, node, indent);
    case '[':
    case '{': return read_flow(p, node, depth) && end_line(p, indent);
    case '"':
    case '\'': return read_quoted(p, node) && end_line(p, indent);
    default: return read_unquoted(p, node, false) && end_line(p, indent);
    }
}

/* Behind "key:" at a line's end: a deeper block, a list that is no deeper, or nothing. */
static bool read_beneath(struct plain *p, struct tree *node, size_t indent, unsigned depth)
{
    place(p, node, TREE_TEXT);
    node->plain = true;
    p->at++;
    p->line++;
    to_content(p);
    bool deeper = p->at < p->end && p->indent > indent, item = is_item(p);
    if (!deeper && !(item && p->indent == indent))
        return true;
    node->plain = false;
    return (item ? read_list : read_map)(p, node, p->indent, depth + 1);
}

static bool read_map(struct plain *p, struct tree *node, size_t indent, unsigned depth)
{
    if (depth > DEPTH_MAX)
        return false;
    place(p, node, TREE_MAP);
    struct tree_open open = open_node(node);
    do {
        struct tree *child = add_key(p, &open);
        if (!child)
            return false;
        bool beneath = *p->at == '\n';
        skip_blanks(p);
        if (!(beneath ? read_beneath : read_value)(p, child, indent, depth))
            return false;
    } while (p->at < p->end && p->indent == indent && !is_item(p));
    return p->at == p->end || p->indent <= indent;
}

static bool read_list(struct plain *p, struct tree *node, size_t indent, unsigned depth)
{
    if (depth > DEPTH_MAX)
        return false;
    place(p, node, TREE_LIST);
    struct tree_open open = open_node(node);
    do {
        struct tree *item = add_item(p, &open);
        p->at++;
        skip_blanks(p);
        bool map = key_end(p->at) != NULL;
        p->indent = (size_t)(p->at - p->line_begin); /* of a map that begins behind the "-" */
        if (!(map ? read_map(p, item, p->indent, depth + 1) : read_value(p, item, indent, depth)))
            return false;
    } while (p->indent == indent && is_item(p));
    return p->at == p->end || p->indent <= indent;
}

bool tree_plain(struct str bytes, struct arena *arena, struct tree **root)
{
    if (!is_within(bytes))
        return false;
    struct plain p = {.at = bytes.ptr, .end = bytes.ptr + bytes.len, .line = 1, .arena = arena};
    to_content(&p);
    struct tree *node = arena_new(arena, struct tree);
    bool all = p.at < p.end && p.indent == 0 && read_map(&p, node, 0, 1) && p.at == p.end;
    *root = all ? node : NULL;
    return all;
}
