/* SPDX-License-Identifier: MIT */
/* Any bytes as Markdown: HTML that the oracle accepts. The first byte chooses the options. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include "../unit/html_oracle.h"
#include "sources/prose.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool promise, const char *words)
{
    if (promise)
        return;
    fprintf(stderr, "%s\n", words);
    abort();
}

/* What is read of it has no more lines than it has. */
static void expect_reading(struct str text, struct arena *arena)
{
    struct prose_read read = prose_read(text, arena);
    struct str both[] = {text, read.text, read.links};
    size_t ends[3] = {0};
    for (size_t k = 0; k < 3; k++)
        for (size_t i = 0; i < both[k].len; i++)
            ends[k] += both[k].ptr[i] == '\n' || (k == 0 && both[k].ptr[i] == '\r');
    expect(ends[1] <= ends[0] && ends[2] <= ends[0], "lines that the text has not");
    expect(read.text.ptr == text.ptr || utf8_first_bad(read.text) == read.text.len, "read");
    expect(utf8_first_bad(read.links) == read.links.len, "links");
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    if (!size)
        return 0;
    struct arena arena = {0};
    struct diags diags = diags_on(&arena);
    struct prose_options options = {data[0] & 3, data[0] & 4};
    struct str text = str_of((const char *)data + 1, size - 1);
    struct prose prose = prose_render(text, options, (struct pos){.file = STR("f"), .line = 1},
                                      &arena, &diags);
    const char *wrong = oracle_check(prose.html);
    expect(!wrong, wrong ? wrong : "");
    expect(prose.html.len <= PROSE_SWELL_MAX * size + 65536 + 4096, "swollen");
    expect(utf8_first_bad(prose.title) == prose.title.len, "title");
    expect(utf8_first_bad(prose.lead) == prose.lead.len, "lead");
    expect_reading(text, &arena);
    expect(!diags_any_error(&diags) || !prose.html.len, "refused, but there is HTML");
    arena_release(&arena);
    return 0;
}
