/* SPDX-License-Identifier: MIT */
/*
 * tree.h: a YAML (or JSON) document as positioned nodes. libyaml lives and dies in tree.c.
 *
 * Every scalar is text: `no` stays "no", 044 keeps its zero; the field's declared type makes the
 * value. Aliases, anchors, tags, merge keys, duplicate keys, a second document, nesting above
 * TREE_DEPTH_MAX, a file above its limit, invalid UTF-8 and UTF-16 are findings, and NULL
 * comes back. A BOM at offset 0 is taken off. Lines and columns are those of the file.
 */
#ifndef ATTALAK_SOURCES_TREE_H
#define ATTALAK_SOURCES_TREE_H

#include "base/diag.h"
#include "base/str.h"

enum { TREE_DEPTH_MAX = 32, TREE_FILE_MAX = 256 * 1024 };

enum tree_kind { TREE_TEXT, TREE_LIST, TREE_MAP };

struct tree {
    enum tree_kind kind;
    unsigned line, column;
    bool plain;       /* an unquoted scalar: `render` reads true, null, … of it */
    bool block;       /* a | or > scalar: its text starts on the line after `line` */
    struct str text;  /* TREE_TEXT */
    struct str key;   /* when it is a map's value */
    unsigned key_line, key_column;
    struct tree *first, *next; /* children in order; next sibling */
    size_t count;
};

/* NULL when refused. An empty document is an empty map. */
const struct tree *tree_parse(struct str file, struct str bytes, struct arena *arena,
                              struct diags *diags);

const struct tree *tree_get(const struct tree *map, struct str key); /* NULL when not there */
struct pos tree_pos(const struct tree *node, struct str file);
struct pos tree_key_pos(const struct tree *node, struct str file);

#endif
