/* SPDX-License-Identifier: MIT */
/*
 * walk.h: one walk over a template with its partials, parents and blocks put in. Inside
 * render/ only.
 *
 * What partials and inheritance mean, and how their lines are indented, is decided here
 * once. What values mean is the taker's: template_check knows shapes and writes a program
 * (check.c); template_render_loose knows data and writes text (loose.c).
 *
 * Blocks: of all overrides in force the outermost wins (the page before its layout).
 * Content that overrides a block is read with the overrides that were in force where it
 * is written, so {{<card}} inside a page's block does not see the page's other blocks.
 *
 * Indentation: a line that a block's override brings loses the indentation of the
 * override's own first line and gains that of the block it replaces; a partial that is
 * alone on its line indents every line of its own. Lines of values are never touched.
 */
#ifndef ATTALAK_RENDER_WALK_H
#define ATTALAK_RENDER_WALK_H

#include "render/load.h"

struct walk;

struct taker {
    void (*text)(struct walk *walk, struct str text);
    /* OP_VALUE or OP_RAW */
    void (*value)(struct walk *walk, const struct op *op);
    /* Both call walk_body for the body, as often as it is to be walked. */
    void (*section)(struct walk *walk, const struct op *op);
    void (*inverted)(struct walk *walk, const struct op *op);
    /* The rest may be NULL: a partial or parent found, not found, something between a
     * parent's blocks, a block that no parent has. */
    bool (*may_include)(struct walk *walk, const struct op *op,
                        const struct template *target);
    void (*missing)(struct walk *walk, const struct op *op);
    void (*stray)(struct walk *walk, const struct op *op);
    void (*unused)(struct walk *walk, const struct op *block, const struct op *parent);
};

/* The blocks that one {{<parent}} brings, and those in force where it stands. */
struct scope {
    const struct template *template;
    const struct op *parent;
    uint64_t used; /* bit i: its i-th block was met (blocks beyond 64 count as met) */
    struct scope *outer;
};

struct walk {
    const struct taker *taker;
    void *context; /* the taker's */
    struct arena *arena;
    struct diags *diags;
    /* where we are */
    struct place {
        const struct template *template;
        struct scope *scope;
        struct str add; /* before each line of this file */
        size_t remove;  /* white space taken off each line before that, at most */
    } at;
    bool indented; /* the next line's indentation is written already */
    unsigned depth;
    size_t visited; /* operations */
    size_t limit;   /* of them, to stop what grows without end; 0 is none */
    const struct template *root;
    bool stopped;
};

void walk_template(struct walk *walk, const struct template *template);
void walk_body(struct walk *walk, const struct op *op);

#endif
