/* SPDX-License-Identifier: MIT */
/*
 * source_lab.h: what the tests of sources/ share: a parser's input in a block of its very size
 * (so that AddressSanitizer sees a byte too far), and findings as one line of text.
 *
 *     struct lab lab = lab_begin(bytes, len);
 *     tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags);
 *     assert_string_equal(lab_findings(&lab), "yaml.alias 1:4");
 *     lab_end(&lab);
 */
#ifndef ATTALAK_TESTS_SOURCE_LAB_H
#define ATTALAK_TESTS_SOURCE_LAB_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"
#include "sources/prose.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

struct lab {
    struct str input;
    char *block;
    struct arena arena;
    struct diags diags;
};

/* `lab` is filled where it lies: diags point to its arena. */
static inline void lab_begin(struct lab *lab, const char *bytes, size_t len)
{
    *lab = (struct lab){.block = malloc(len ? len : 1)};
    memcpy(lab->block, bytes, len);
    lab->input = str_of(lab->block, len);
    lab->diags = diags_on(&lab->arena);
}

static inline void lab_end(struct lab *lab)
{
    arena_release(&lab->arena);
    free(lab->block);
}

/* "rule line:column, rule line:column", in order of place; for a sheet's row "rule r2c3". */
static inline const char *lab_findings(struct lab *lab)
{
    struct buf out = {0};
    diags_sort(&lab->diags);
    for (size_t i = 0; i < lab->diags.items.count; i++) {
        const struct finding *finding = &lab->diags.items.items[i];
        buf_format(&out, "%s%s ", i ? ", " : "", finding->rule->id);
        if (finding->pos.row)
            buf_format(&out, "r%uc%u", finding->pos.row, finding->pos.column);
        else
            buf_format(&out, "%u:%u", finding->pos.line, finding->pos.column);
        assert_true(diag_problem(finding, DIAG_TH, &lab->arena).len > 0);
        assert_true(diag_remedy(finding, DIAG_EN, &lab->arena).len > 0);
    }
    struct str text = buf_finish(&out, &lab->arena);
    buf_release(&out);
    return str_c(text, &lab->arena);
}

/* `times` times `unit`, up to `len` bytes. */
static inline struct str lab_repeat(const char *unit, size_t len, struct arena *arena)
{
    struct buf out = {0};
    while (out.len < len)
        buf_put(&out, str_from(unit));
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return str_first(text, len);
}

#endif
