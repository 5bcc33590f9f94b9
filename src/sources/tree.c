/* SPDX-License-Identifier: MIT */
/*
 * libyaml's events become nodes in one loop; no libyaml object outlives read_events().
 *
 * Only yaml_parser_parse is used: yaml_parser_load builds documents of any depth and looks for
 * anchors in linear time. libyaml 0.2.5 has no limit of depth and is quadratic in it, so depth
 * is counted here; it is quadratic in %TAG lines too, so those are refused before it runs.
 * A finding about meaning (alias, duplicate key …) lets the reading go on, so that an officer
 * sees all of a file's mistakes at once; a finding about syntax ends it.
 */
#include "sources/tree.h"

#include <stdio.h>
#include <string.h>
#include <yaml.h>

#include "base/map.h"
#include "base/panic.h"
#include "base/utf8.h"
#include "sources/encoding.h"
#include "sources/problem.h"

_Static_assert(TREE_DEPTH_MAX == 32, "the depth in yaml.too-deep's finding");

enum {
    FINDINGS_MAX = 50,   /* then the file is given up */
    LINEAR_KEYS_MAX = 12 /* above it a map remembers its keys in a hash table */
};

/* An open list or map. */
struct frame {
    struct tree *node;
    struct tree **tail; /* where its next child hangs */
    struct tree *keyed; /* a map's child whose key is read and whose value is not */
    struct map keys;    /* of a wide map; values are its children */
};

struct reader {
    yaml_parser_t parser;
    struct str file, bytes;
    struct frame frames[TREE_DEPTH_MAX + 1];
    size_t depth;    /* frames in use; frames[0] holds the document's root */
    size_t findings; /* any: the file is refused */
    size_t documents;
    bool done;
    struct arena *arena;
    struct diags *diags;
};

static struct pos mark_pos(const struct reader *reader, yaml_mark_t mark)
{
    return (struct pos){.file = reader->file, .line = (unsigned)mark.line + 1,
                        .column = (unsigned)mark.column + 1};
}

static bool complain_at(struct reader *reader, enum source_rule rule, struct pos pos,
                        struct str value, struct str first)
{
    if (++reader->findings >= FINDINGS_MAX)
        reader->done = true;
    return source_complain(reader->diags, rule, pos, value, first);
}

static bool complain(struct reader *reader, enum source_rule rule, yaml_mark_t mark,
                     struct str value)
{
    return complain_at(reader, rule, mark_pos(reader, mark), value, (struct str){0});
}

static bool stop(struct reader *reader, enum source_rule rule, yaml_mark_t mark,
                 struct str value)
{
    reader->done = true;
    return complain(reader, rule, mark, value);
}

/* ---- what libyaml could not read ---- */

/* What stands at a mark; its index counts code points. */
static struct str text_at(const struct reader *reader, yaml_mark_t mark)
{
    struct str rest = reader->bytes;
    for (size_t left = mark.index; left && rest.len; left--)
        rest = str_skip(rest, utf8_next(rest).len);
    return rest;
}

static bool complain_bad_start(struct reader *reader, yaml_mark_t mark)
{
    struct str rest = text_at(reader, mark);
    if (str_starts(rest, STR("\t")))
        return stop(reader, RULE_YAML_TAB, mark, (struct str){0});
    return stop(reader, RULE_YAML_BAD_START, mark, str_first(rest, 1));
}

/* The reader knows a byte, not a line. */
static bool complain_control(struct reader *reader)
{
    char name[16];
    int len = snprintf(name, sizeof(name), "U+%04X", (unsigned)reader->parser.problem_value);
    struct pos pos = encoding_pos(reader->file, reader->bytes, reader->parser.problem_offset);
    return complain_at(reader, RULE_YAML_CONTROL, pos, str_of(name, (size_t)len),
                       (struct str){0});
}

static bool complain_syntax(struct reader *reader)
{
    yaml_parser_t *parser = &reader->parser;
    reader->done = true;
    if (parser->error == YAML_MEMORY_ERROR)
        panic("out of memory in libyaml");
    if (parser->error == YAML_READER_ERROR)
        return complain_control(reader);
    const struct problem *problem = problem_find(parser->problem);
    if (!problem)
        return stop(reader, RULE_YAML_SYNTAX, parser->problem_mark,
                    str_from(parser->problem));
    bool opening = problem->opening && parser->context;
    yaml_mark_t mark = opening ? parser->context_mark : parser->problem_mark;
    if (problem->rule == RULE_YAML_BAD_START)
        return complain_bad_start(reader, mark);
    return stop(reader, problem->rule, mark, (struct str){0});
}

/* ---- what libyaml reads and we do not take ---- */

static struct str text_of(const yaml_char_t *text)
{
    return str_from((const char *)text);
}

static void refuse_properties(struct reader *reader, const yaml_char_t *anchor,
                              const yaml_char_t *tag, yaml_mark_t mark)
{
    if (anchor)
        complain(reader, RULE_YAML_ANCHOR, mark, text_of(anchor));
    if (tag)
        complain(reader, RULE_YAML_TAG, mark, text_of(tag));
}

static struct tree *find_key(struct frame *map, struct str key)
{
    if (map->node->count > LINEAR_KEYS_MAX)
        return map_get(&map->keys, key);
    for (struct tree *child = map->node->first; child; child = child->next)
        if (str_eq(child->key, key))
            return child;
    return NULL;
}

static void remember_key(struct reader *reader, struct frame *map, struct tree *added)
{
    if (map->node->count == LINEAR_KEYS_MAX + 1)
        for (struct tree *child = map->node->first; child; child = child->next)
            map_put(&map->keys, child->key, child, reader->arena);
    else if (map->node->count > LINEAR_KEYS_MAX + 1)
        map_put(&map->keys, added->key, added, reader->arena);
}

static bool complain_duplicate(struct reader *reader, yaml_mark_t mark,
                               const struct tree *first, struct str key)
{
    char line[16];
    int len = snprintf(line, sizeof(line), "%u", first->key_line);
    return complain_at(reader, RULE_YAML_DUPLICATE_KEY, mark_pos(reader, mark), key,
                       str_of(line, (size_t)len));
}

/* ---- nodes ---- */

static struct tree *new_node(struct reader *reader, enum tree_kind kind, yaml_mark_t mark)
{
    struct tree *node = arena_new(reader->arena, struct tree);
    node->kind = kind;
    node->line = (unsigned)mark.line + 1;
    node->column = (unsigned)mark.column + 1;
    return node;
}

static void hang(struct frame *frame, struct tree *node)
{
    *frame->tail = node;
    frame->tail = &node->next;
    if (frame->node)
        frame->node->count++;
}

/* The node a value's event fills: a map's pending one, or a new one at the list's end. */
static struct tree *place_value(struct reader *reader, enum tree_kind kind, yaml_mark_t mark)
{
    struct frame *frame = &reader->frames[reader->depth];
    struct tree *node = frame->keyed;
    frame->keyed = NULL;
    if (!node) {
        node = new_node(reader, kind, mark);
        hang(frame, node);
        return node;
    }
    node->kind = kind;
    node->line = (unsigned)mark.line + 1;
    node->column = (unsigned)mark.column + 1;
    return node;
}

static bool expects_key(const struct reader *reader)
{
    const struct frame *frame = &reader->frames[reader->depth];
    return frame->node && frame->node->kind == TREE_MAP && !frame->keyed;
}

static void take_key(struct reader *reader, const yaml_event_t *event)
{
    struct frame *map = &reader->frames[reader->depth];
    struct str key = str_of((const char *)event->data.scalar.value,
                            event->data.scalar.length);
    if (str_eq(key, STR("<<")) && event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE)
        complain(reader, RULE_YAML_MERGE_KEY, event->start_mark, key);
    const struct tree *twin = find_key(map, key);
    if (twin)
        complain_duplicate(reader, event->start_mark, twin, key);
    struct tree *node = new_node(reader, TREE_TEXT, event->start_mark);
    node->key = str_copy(key, reader->arena);
    node->key_line = node->line;
    node->key_column = node->column;
    map->keyed = node;
    hang(map, node);
    if (!twin)
        remember_key(reader, map, node);
}

static void take_scalar(struct reader *reader, const yaml_event_t *event)
{
    refuse_properties(reader, event->data.scalar.anchor, event->data.scalar.tag,
                      event->start_mark);
    if (expects_key(reader)) {
        take_key(reader, event);
        return;
    }
    yaml_scalar_style_t style = event->data.scalar.style;
    struct tree *node = place_value(reader, TREE_TEXT, event->start_mark);
    node->plain = style == YAML_PLAIN_SCALAR_STYLE;
    node->block = style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE;
    node->text = str_copy(str_of((const char *)event->data.scalar.value,
                                 event->data.scalar.length), reader->arena);
}

static void take_alias(struct reader *reader, const yaml_event_t *event)
{
    complain(reader, RULE_YAML_ALIAS, event->start_mark, text_of(event->data.alias.anchor));
    if (!expects_key(reader))
        place_value(reader, TREE_TEXT, event->start_mark);
    else
        reader->done = true; /* nothing to call the value by */
}

static void open_frame(struct reader *reader, enum tree_kind kind, yaml_mark_t mark)
{
    if (expects_key(reader)) {
        stop(reader, RULE_YAML_KEY_NOT_TEXT, mark, (struct str){0});
        return;
    }
    if (reader->depth == TREE_DEPTH_MAX) {
        stop(reader, RULE_YAML_TOO_DEEP, mark, STR("32"));
        return;
    }
    struct tree *node = place_value(reader, kind, mark);
    reader->frames[++reader->depth] = (struct frame){.node = node, .tail = &node->first};
}

static void take_list(struct reader *reader, const yaml_event_t *event)
{
    refuse_properties(reader, event->data.sequence_start.anchor,
                      event->data.sequence_start.tag, event->start_mark);
    open_frame(reader, TREE_LIST, event->start_mark);
}

static void take_map(struct reader *reader, const yaml_event_t *event)
{
    refuse_properties(reader, event->data.mapping_start.anchor,
                      event->data.mapping_start.tag, event->start_mark);
    open_frame(reader, TREE_MAP, event->start_mark);
}

static void take_end(struct reader *reader, const yaml_event_t *event)
{
    (void)event;
    reader->depth--;
}

static void take_document(struct reader *reader, const yaml_event_t *event)
{
    if (++reader->documents > 1)
        stop(reader, RULE_YAML_SECOND_DOCUMENT, event->start_mark, (struct str){0});
}

static void take_stream_end(struct reader *reader, const yaml_event_t *event)
{
    (void)event;
    reader->done = true;
}

static void (*const takers[])(struct reader *, const yaml_event_t *) = {
    [YAML_STREAM_END_EVENT] = take_stream_end,
    [YAML_DOCUMENT_START_EVENT] = take_document,
    [YAML_ALIAS_EVENT] = take_alias,
    [YAML_SCALAR_EVENT] = take_scalar,
    [YAML_SEQUENCE_START_EVENT] = take_list,
    [YAML_SEQUENCE_END_EVENT] = take_end,
    [YAML_MAPPING_START_EVENT] = take_map,
    [YAML_MAPPING_END_EVENT] = take_end,
};

/* The root hangs in `root`, which stays NULL for an empty document. */
static void read_events(struct reader *reader, struct tree **root)
{
    if (!yaml_parser_initialize(&reader->parser))
        panic("out of memory in libyaml");
    yaml_parser_set_encoding(&reader->parser, YAML_UTF8_ENCODING);
    const char *input = reader->bytes.len ? reader->bytes.ptr : ""; /* NULL is asserted against */
    yaml_parser_set_input_string(&reader->parser, (const unsigned char *)input,
                                 reader->bytes.len);
    reader->frames[0] = (struct frame){.tail = root};
    while (!reader->done) {
        yaml_event_t event;
        if (!yaml_parser_parse(&reader->parser, &event)) {
            complain_syntax(reader);
            break;
        }
        if ((size_t)event.type < sizeof(takers) / sizeof(*takers) && takers[event.type])
            takers[event.type](reader, &event);
        yaml_event_delete(&event);
    }
    yaml_parser_delete(&reader->parser);
}

/* %TAG at the beginning of a line, as libyaml sees lines (NEL, LS and PS end one too). */
static bool refuse_directives(struct reader *reader)
{
    static const struct str tag = STR_CONST("%TAG");
    struct cut cut = str_cut_str(reader->bytes, tag);
    for (; cut.ok; cut = str_cut_str(cut.tail, tag)) {
        size_t at = (size_t)(cut.head.ptr + cut.head.len - reader->bytes.ptr);
        if (at && !strchr("\n\r\x85\xA8\xA9", reader->bytes.ptr[at - 1]))
            continue;
        return !source_complain(reader->diags, RULE_YAML_DIRECTIVE,
                                encoding_pos(reader->file, reader->bytes, at),
                                (struct str){0}, (struct str){0});
    }
    return false;
}

const struct tree *tree_parse(struct str file, struct str bytes, struct arena *arena,
                              struct diags *diags)
{
    if (bytes.len > TREE_FILE_MAX) {
        source_complain_number(diags, RULE_TOO_LARGE, (struct pos){.file = file}, bytes.len,
                               TREE_FILE_MAX);
        return NULL;
    }
    struct encoded text = encoding_open(file, bytes, diags);
    if (!text.ok)
        return NULL;
    struct reader reader = {.file = file, .bytes = text.bytes, .arena = arena, .diags = diags};
    struct tree *root = NULL;
    if (refuse_directives(&reader))
        return NULL;
    read_events(&reader, &root);
    if (reader.findings)
        return NULL;
    return root && !(root->kind == TREE_TEXT && root->plain && !root->text.len)
               ? root
               : new_node(&reader, TREE_MAP, (yaml_mark_t){0});
}

const struct tree *tree_get(const struct tree *map, struct str key)
{
    if (!map || map->kind != TREE_MAP)
        return NULL;
    for (const struct tree *child = map->first; child; child = child->next)
        if (str_eq(child->key, key))
            return child;
    return NULL;
}

struct pos tree_pos(const struct tree *node, struct str file)
{
    return (struct pos){.file = file, .line = node->line, .column = node->column};
}

struct pos tree_key_pos(const struct tree *node, struct str file)
{
    if (!node->key_line)
        return tree_pos(node, file);
    return (struct pos){.file = file, .line = node->key_line, .column = node->key_column};
}
