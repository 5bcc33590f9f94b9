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
    expect(!diags_any_error(&diags) || !prose.html.len, "refused, but there is HTML");
    arena_release(&arena);
    return 0;
}
