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
    const struct template *template;
    const struct shape *shape; /* of the root */
    struct LIST_OF(struct step) steps;
    struct program *next; /* the same template with another shape */
};

#endif
