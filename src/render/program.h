/* SPDX-License-Identifier: MIT */
/*
 * program.h: a template bound to a shape: what template_render executes. Inside render/
 * only.
 *
 * template_check writes it (check.c), exec.c runs it, fold.c does beforehand what is the
 * same on many pages. Partials, parents and blocks are put in, neighbouring texts are one,
 * and every name is a path of slots: rendering looks nothing up.
 */
#ifndef ATTALAK_RENDER_PROGRAM_H
#define ATTALAK_RENDER_PROGRAM_H

#include "base/buf.h"
#include "render/parse.h"
#include "render/value.h"

enum step_kind {
    STEP_TEXT, /* nothing but its text */
    STEP_VALUE,
    STEP_MARKUP,
    STEP_SECTION, /* fills a frame: with the value, or with each item of the list */
    STEP_INVERTED,
};

/* One part of a dotted name: a slot of a map of that shape. */
struct hop {
    const struct shape *shape;
    size_t slot;
};

struct path {
    uint32_t frame;     /* 0 is the root */
    uint32_t hop_count; /* 0 for {{.}} */
    const struct hop *hops;
};

/* What to write first, then what to do: most values and sections stand behind a tag or two.
 * `inner` is the frame that a section's body sees its value in; it is known beforehand, so
 * that a section which is no list is entered and left without a call. */
struct step {
    uint8_t kind;   /* enum step_kind */
    uint8_t escape; /* enum escape */
    uint8_t inner;
    uint32_t end;    /* index behind the body */
    struct str text; /* with STEP_TEXT_ROOM bytes to read behind it */
    struct path path;
};

enum { STEP_TEXT_ROOM = 32 };

struct program {
    const struct shape *shape; /* of the root */
    struct LIST_OF(struct step) steps;
    struct program *next; /* the same template with another shape */
};

/* The value at the path; nothing where a map on its way is. A map of another shape than
 * the checked one is a panic, for its slots would be others'. */
_Noreturn void path_panic(const struct value *map, const struct hop *hop);
static inline const struct value *path_value(const struct path *path,
                                             const struct value *const frames[])
{
    static const struct value none = {.kind = VALUE_NONE};
    const struct value *value = frames[path->frame];
    const struct hop *end = path->hops + path->hop_count;
    for (const struct hop *hop = path->hops; hop < end; hop++) {
        if (value->kind != VALUE_MAP)
            return &none;
        if (value->map.shape != hop->shape)
            path_panic(value, hop);
        value = &value->map.slots[hop->slot];
    }
    return value;
}

/* The template's program for roots of this one's shape; a panic without one. */
const struct program *template_program(const struct template *template,
                                       const struct value *root);

/* What a STEP_VALUE or STEP_MARKUP writes. */
void step_put(const struct step *step, const struct value *value, struct buf *out);

/* ---- writing one ---- */

struct program_writer {
    struct program *program;
    struct arena *arena; /* of the steps and their texts */
    struct buf text;     /* since the last step */
};

/* Adds a step behind the texts since the last one, which become its own; gives its index. */
size_t program_step(struct program_writer *writer, struct step step);
void program_end(struct program_writer *writer, size_t index); /* its body is complete */
void program_finish(struct program_writer *writer);

#endif
