/* SPDX-License-Identifier: MIT */
/*
 * yajl's events become nodes; no yajl object outlives json_parse().
 *
 * yajl bounds neither depth nor width, so both are counted here, and it goes on with NULL
 * when there is no memory, so its memory comes from functions that panic. Its own
 * validation lets surrogates pass: UTF-8 is checked before it runs, and there only.
 */
#include "sources/json.h"

#include <stdlib.h>
#include <yajl/yajl_parse.h>

#include "base/panic.h"
#include "base/utf8.h"

/* An open list or map. */
struct frame {
    struct tree *node;
    struct tree **tail; /* where its next child hangs */
    struct str key;     /* a map's: of the value that comes next */
};

struct reader {
    struct str bytes;
    struct frame frames[TREE_DEPTH_MAX + 1];
    size_t depth; /* frames in use; frames[0] holds the root */
    enum json_problem problem;
    struct arena *arena;
};

/* ---- memory ---- */

static void *take_memory(void *context, size_t size)
{
    (void)context;
    void *memory = malloc(size);
    if (!memory)
        panic("out of memory in yajl");
    return memory;
}

static void *grow_memory(void *context, void *memory, size_t size)
{
    (void)context;
    void *grown = realloc(memory, size);
    if (!grown)
        panic("out of memory in yajl");
    return grown;
}

static void free_memory(void *context, void *memory)
{
    (void)context;
    free(memory);
}

/* ---- nodes ---- */

enum { GO_ON = 1, STOP = 0 }; /* what yajl's callbacks answer */

static int refuse(struct reader *reader, enum json_problem problem)
{
    reader->problem = problem;
    return STOP;
}

/* yajl gives a text that needed no decoding where it stands in the input. */
static struct str keep(const struct reader *reader, const void *bytes, size_t len)
{
    uintptr_t from = (uintptr_t)reader->bytes.ptr, at = (uintptr_t)bytes;
    struct str text = str_of(bytes, len);
    return at >= from && at - from < reader->bytes.len ? text
                                                       : str_copy(text, reader->arena);
}

static struct tree *add(struct reader *reader, enum tree_kind kind)
{
    struct frame *frame = &reader->frames[reader->depth];
    struct tree *node = arena_new(reader->arena, struct tree);
    node->kind = kind;
    node->key = frame->key;
    *frame->tail = node;
    frame->tail = &node->next;
    if (frame->node)
        frame->node->count++;
    return node;
}

static int add_plain(struct reader *reader, struct str text)
{
    struct tree *node = add(reader, TREE_TEXT);
    node->plain = true;
    node->text = text;
    return GO_ON;
}

static int take_null(void *context)
{
    return add_plain(context, STR("null"));
}

static int take_truth(void *context, int truth)
{
    return add_plain(context, truth ? STR("true") : STR("false"));
}

static int take_number(void *context, const char *digits, size_t len)
{
    return add_plain(context, keep(context, digits, len));
}

static int take_text(void *context, const unsigned char *text, size_t len)
{
    add(context, TREE_TEXT)->text = keep(context, text, len);
    return GO_ON;
}

static int take_key(void *context, const unsigned char *key, size_t len)
{
    struct reader *reader = context;
    struct frame *frame = &reader->frames[reader->depth];
    frame->key = keep(reader, key, len);
    return frame->node->count < JSON_KEYS_MAX ? GO_ON : refuse(reader, JSON_TOO_WIDE);
}

static int open_frame(struct reader *reader, enum tree_kind kind)
{
    if (reader->depth == TREE_DEPTH_MAX)
        return refuse(reader, JSON_TOO_DEEP);
    struct tree *node = add(reader, kind);
    reader->frames[++reader->depth] = (struct frame){.node = node, .tail = &node->first};
    return GO_ON;
}

static int open_map(void *context)
{
    return open_frame(context, TREE_MAP);
}

static int open_list(void *context)
{
    return open_frame(context, TREE_LIST);
}

static int close_frame(void *context)
{
    ((struct reader *)context)->depth--;
    return GO_ON;
}

/* ---- the whole ---- */

static unsigned line_at(struct str bytes, size_t at)
{
    unsigned line = 1;
    for (size_t i = 0; i < at && i < bytes.len; i++)
        line += bytes.ptr[i] == '\n';
    return line;
}

/* What yajl says when it has seen all: only then is a file known to be too short. */
static enum json_problem judge(yajl_handle handle, struct reader *reader)
{
    const unsigned char *input = (const unsigned char *)reader->bytes.ptr;
    if (reader->bytes.len &&
        yajl_parse(handle, input, reader->bytes.len) != yajl_status_ok)
        return reader->problem ? reader->problem : JSON_BROKEN;
    return yajl_complete_parse(handle) == yajl_status_ok ? JSON_FINE : JSON_CUT_SHORT;
}

/* The beginning of a character, and nothing else. */
static bool ends_within(struct str rest)
{
    size_t len = 1;
    while (len < rest.len && ((unsigned char)rest.ptr[len] & 0xC0) == 0x80)
        len++;
    return len == rest.len && len < 4 && (unsigned char)rest.ptr[0] >= 0xC2;
}

static struct json refused(struct str bytes, enum json_problem problem, size_t at)
{
    return (struct json){.problem = problem, .line = line_at(bytes, at)};
}

struct json json_parse(struct str bytes, struct arena *arena)
{
    static const yajl_callbacks callbacks = {
        .yajl_null = take_null,
        .yajl_boolean = take_truth,
        .yajl_number = take_number,
        .yajl_string = take_text,
        .yajl_start_map = open_map,
        .yajl_map_key = take_key,
        .yajl_end_map = close_frame,
        .yajl_start_array = open_list,
        .yajl_end_array = close_frame,
    };
    size_t bad = utf8_first_bad(bytes);
    if (bad < bytes.len)
        return refused(
            bytes, ends_within(str_skip(bytes, bad)) ? JSON_CUT_SHORT : JSON_BROKEN, bad);
    yajl_alloc_funcs memory = {take_memory, grow_memory, free_memory, NULL};
    struct tree *root = NULL;
    struct reader reader = {.bytes = bytes, .arena = arena};
    reader.frames[0].tail = &root;
    yajl_handle handle = yajl_alloc(&callbacks, &memory, &reader);
    yajl_config(handle, yajl_dont_validate_strings, 1);
    enum json_problem problem = judge(handle, &reader);
    size_t at = problem == JSON_CUT_SHORT ? bytes.len : yajl_get_bytes_consumed(handle);
    yajl_free(handle);
    return problem ? refused(bytes, problem, at) : (struct json){.root = root};
}
