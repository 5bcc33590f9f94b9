/* SPDX-License-Identifier: MIT */
/*
 * program.h: a template bound to a shape: what template_render executes. Inside render/
 * only.
 *
 * template_check writes it (check.c), exec.c runs it. Partials, parents and blocks are
 * put in, neighbouring texts are one, and every name is a path of slots: rendering looks
 * nothing up.
 */
#ifndef ATTALAK_RENDER_PROGRAM_H
#define ATTALAK_RENDER_PROGRAM_H

#include "render/parse.h"
#include "render/value.h"

enum step_kind {
    STEP_TEXT,
    STEP_VALUE,
    STEP_MARKUP,
    STEP_SECTION, /* pushes a frame: the value, or each item of the list */
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

/* Small, for a page runs through a thousand: these 24 bytes were 64, and a template's steps
 * more than the processor's nearest cache holds. */
struct step {
    uint8_t kind;   /* enum step_kind */
    uint8_t escape; /* enum escape */
    uint32_t end;   /* index behind the body */
    union {
        struct str text; /* STEP_TEXT */
        struct path path;
    };
};

struct program {
    const struct template *template;
    const struct shape *shape; /* of the root */
    struct LIST_OF(struct step) steps;
    struct program *next; /* the same template with another shape */
};

#endif
