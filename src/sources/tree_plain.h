/* SPDX-License-Identifier: MIT */
/*
 * tree_plain.h: the YAML that nearly all files keep to, read straight into nodes in a tenth of
 * libyaml's time, which was a quarter of all that `attalak check` does.
 *
 * Block maps and lists, one-line values (plain, or quoted without an escape), | texts, [lists] and
 * {maps} that end on their line, comments on lines of their own; ASCII, Thai and the punctuation
 * of books. Whatever else stands in a file, and whatever is a mistake, is not judged here: false
 * comes back, and libyaml reads the file from its beginning. What both read gives equal trees,
 * with equal places, which t_tree and fuzz_tree hold against each other.
 */
#ifndef ATTALAK_SOURCES_TREE_PLAIN_H
#define ATTALAK_SOURCES_TREE_PLAIN_H

#include "sources/tree.h"

/* *root becomes the document's map, of views into `bytes` (valid UTF-8 without a BOM). */
bool tree_plain(struct str bytes, struct arena *arena, struct tree **root);

#endif
