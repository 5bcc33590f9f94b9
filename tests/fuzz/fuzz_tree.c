/* SPDX-License-Identifier: MIT */
/* Any bytes as YAML: a tree that keeps its promises, or at least one finding. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "sources/tree.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool promise)
{
    if (!promise)
        abort();
}

static void expect_text(struct str text)
{
    expect(utf8_first_bad(text) == text.len);
}

/* Recursion is safe: depth is what is being checked. */
static void visit(const struct tree *node, unsigned depth)
{
    size_t children = 0;
    expect(depth <= TREE_DEPTH_MAX && node->line > 0 && node->column > 0);
    expect_text(node->text);
    for (const struct tree *child = node->first; child; child = child->next) {
        expect_text(child->key);
        expect(node->kind != TREE_MAP || tree_get(node, child->key) == child);
        visit(child, depth + 1);
        children++;
    }
    expect(children == node->count && (!children || node->kind != TREE_TEXT));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct arena arena = {0};
    struct diags diags = diags_on(&arena);
    struct buf out = {0};
    const struct tree *tree = tree_parse(STR("f"), str_of((const char *)data, size), &arena,
                                         &diags);
    expect(!tree == diags_any_error(&diags));
    if (tree)
        visit(tree, 0);
    diags_sort(&diags);
    diags_print(&diags, DIAG_TH, false, &out);
    expect_text(buf_str(&out));
    buf_release(&out);
    arena_release(&arena);
    return 0;
}
