/* SPDX-License-Identifier: MIT */
/* Any bytes as CSV, in any encoding: rows of the header's width at rising places, or at least one
 * error; with and without headers that are looked for. */
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "sources/encoding.h"
#include "sources/table.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool promise)
{
    if (!promise)
        abort();
}

static void expect_text(struct str text)
{
    expect(utf8_first_bad(text) == text.len && !str_has(text, STR("\r")));
}

/* Headers of one letter are known, so that the fuzzer finds them. */
static bool knows(const void *context, struct str header, struct arena *scratch)
{
    (void)context;
    (void)scratch;
    expect_text(header);
    return header.len == 1;
}

static void visit(const struct table *table, struct diags *diags)
{
    unsigned line = 0, row = 0;
    for (size_t i = 0; i < table->header_count; i++)
        expect_text(table->headers[i]);
    for (size_t r = 0; r < table->rows.count; r++) {
        const struct table_row *at = &table->rows.items[r];
        expect(at->line >= line && at->row > row && at->line >= at->row);
        line = at->line;
        row = at->row;
        for (size_t i = 0; i < table->header_count; i++) {
            expect_text(at->cells[i]);
            table_check_cell(table, at, i, diags);
            expect_text(encoding_unscramble(at->cells[i], diags->arena));
        }
    }
}

static void read_as(struct str bytes, const struct table_hint *hint)
{
    struct arena arena = {0};
    struct diags diags = diags_on(&arena);
    struct buf out = {0};
    const struct table *table = table_parse(STR("f"), bytes, hint, &arena, &diags);
    expect(table || diags_any_error(&diags));
    if (table)
        visit(table, &diags);
    diags_sort(&diags);
    diags_print(&diags, DIAG_EN, false, &out);
    expect(utf8_first_bad(buf_str(&out)) == out.len);
    buf_release(&out);
    arena_release(&arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const struct table_hint hint = {knows, NULL};
    struct str bytes = str_of((const char *)data, size);
    read_as(bytes, NULL);
    read_as(bytes, &hint);
    return 0;
}
