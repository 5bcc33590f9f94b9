/* SPDX-License-Identifier: MIT */
/*
 * rules.h: what can be wrong with a template. Inside render/ only.
 */
#ifndef ATTALAK_RENDER_RULES_H
#define ATTALAK_RENDER_RULES_H

#include "render/template.h" /* render_rules, indexed by this enum */

enum render_rule {
    /* the file */
    RENDER_FOLDER, /* {0} folder, {1} why */
    RENDER_FILE,   /* {0} file, {1} why */
    RENDER_SYSTEM, /* {0} file or folder, {1} why: the machine's fault */
    RENDER_UTF8,   /* - */
    /* the tags */
    RENDER_TAG_UNCLOSED,     /* {0} the tag's start, {1} the delimiter missed */
    RENDER_TAG_EMPTY,        /* {0} the tag */
    RENDER_NAME_BAD,         /* {0} the name */
    RENDER_DYNAMIC,          /* {0} the name */
    RENDER_DELIMITERS,       /* {0} the tag's content */
    RENDER_SECTION_UNCLOSED, /* {0} name */
    RENDER_CLOSE_WRONG,      /* {0} name, {1} the name that is open, {2} its line */
    RENDER_CLOSE_STRAY,      /* {0} name */
    RENDER_NESTING,          /* {0} name, {1} the limit */
    /* the files together */
    RENDER_PARTIAL_UNKNOWN, /* {0} name, {1} nearest or {1} all */
    RENDER_PARTIAL_DEPTH,   /* {0} name, {1} the limit */
    RENDER_PARTIAL_KIND,    /* {0} the partial's file, {1} the file it stands in */
    RENDER_OUTSIDE_BLOCK,   /* {0} what stands there */
    RENDER_BLOCK_UNKNOWN,   /* {0} block, {1} parent, {2} nearest block or all */
    RENDER_TOO_LARGE,       /* {0} template, {1} the limit */
    RENDER_TEXT_TOO_LARGE,  /* {0} template, {1} the limit */
    /* names against shapes */
    RENDER_NAME_UNKNOWN,   /* {0} name, {1} nearest */
    RENDER_NAME_NONE,      /* {0} name, {1} the names known here */
    RENDER_NAME_PART,      /* {0} name, {1} the part that is no map */
    RENDER_TEXT_OF_LIST,   /* {0} name */
    RENDER_TEXT_OF_MAP,    /* {0} name, {1} the names in it */
    RENDER_TEXT_OF_BOOL,   /* {0} name */
    RENDER_RAW_TEXT,       /* {0} name */
    RENDER_MARKUP_ESCAPED, /* {0} name */
    RENDER_MARKUP_HERE,    /* {0} name */
};

#endif
