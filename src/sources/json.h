/* SPDX-License-Identifier: MIT */
/*
 * json.h: a JSON document as the nodes of tree.h. yajl lives and dies in json.c.
 *
 * For large files that programs wrote: a hundred megabytes a second, numbers as their digits,
 * truths and null as plain text. A text without escapes is a view of `bytes`, which must live
 * as long as the tree. Nodes know no place in the file: only what stops the reading has a line.
 *
 *     struct json read = json_parse(bytes, arena);
 *     if (read.problem) ... what and at which line: read.problem, read.line
 *
 * Refused: syntax, invalid UTF-8, a file that ends too early, nesting above TREE_DEPTH_MAX, a
 * map of more than JSON_KEYS_MAX keys (looking one up goes over all of them). Of two equal keys
 * the first counts.
 */
#ifndef ATTALAK_SOURCES_JSON_H
#define ATTALAK_SOURCES_JSON_H

#include "sources/tree.h"

enum { JSON_KEYS_MAX = 400 };

enum json_problem {
    JSON_FINE,
    JSON_CUT_SHORT,
    JSON_BROKEN,
    JSON_TOO_DEEP,
    JSON_TOO_WIDE,
    JSON_PROBLEMS,
};

struct json {
    const struct tree *root; /* NULL when there is a problem */
    enum json_problem problem;
    unsigned line; /* where reading stopped */
};

struct json json_parse(struct str bytes, struct arena *arena);

#endif
