/* SPDX-License-Identifier: MIT */
/*
 * parse.h: Mustache text → operations. Inside render/ only.
 *
 * A template is a flat array. An operation with a body (section, inverted section,
 * parent, block) is followed by it; `end` is the index behind the body. Comments and
 * delimiters leave no operation. Text is cut at line ends, because a partial's or block's
 * lines are indented where it is used: `line_start` marks a piece that begins a line
 * which is not blank.
 *
 * White space is settled here: a tag that is alone on its line takes the whole line with
 * it; `indent` keeps the white space that stood before it.
 */
#ifndef ATTALAK_RENDER_PARSE_H
#define ATTALAK_RENDER_PARSE_H

#include "base/diag.h"
#include "render/escape.h"

enum {
    TEMPLATE_FILE_MAX = 512 * 1024,
    TEMPLATE_NESTING_MAX = 64, /* sections open at once, those of partials included */
    TEMPLATE_DEPTH_MAX = 32,   /* partials, parents and overriding blocks open at once */
    TEMPLATE_STEPS_MAX = 1 << 16, /* of one template with its partials put in */
    TEMPLATE_TEXT_MAX = 16 << 20, /* bytes of its own text, the same way */
};

enum op_kind {
    OP_TEXT,
    OP_VALUE, /* {{x}} */
    OP_RAW,   /* {{{x}}} {{&x}} */
    OP_SECTION,
    OP_INVERTED,
    OP_PARTIAL,
    OP_PARENT,
    OP_BLOCK,
    OP_STRAY, /* between a parent's blocks: Mustache ignores it, build complains */
};

struct op {
    enum op_kind kind;
    bool line_start; /* text: the first piece of a line */
    bool leads;      /* tag: only white space before it on its line */
    bool alone; /* tag: it had its line(s) to itself; for a parent, from open to close */
    unsigned line, column;
    struct str text;   /* text: the bytes; tag: its name */
    struct str indent; /* of a tag that leads */
    size_t end;        /* index behind the body; own index + 1 when there is none */
};

struct ops LIST_OF(struct op);

struct program;

struct template {
    struct str name; /* beneath the folder: "parts/head.html" */
    struct str file; /* for findings: "templates/parts/head.html" */
    enum escape escape;
    bool flush;  /* its lines are written without their indentation */
    bool broken; /* has a syntax error, which is reported already */
    struct ops ops;
    struct templates *set;
    struct program *programs; /* one per shape it was checked with; see check.h */
};

/* Fills template->ops from its text, which is UTF-8. What is wrong is reported, and the
 * template broken; after an error that hides the structure of what follows, nothing more.
 */
void template_parse(struct template *template, struct str source, struct arena *arena,
                    struct diags *diags);

struct pos op_pos(const struct template *template, const struct op *op);

#endif
