/* SPDX-License-Identifier: MIT */
/* Any bytes as a URL: what passes is one of four schemes or a plain path, and stays so. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "../unit/html_oracle.h"
#include "sources/html.h"
#include "sources/url.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void expect(bool promise)
{
    if (!promise)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct str url = str_of((const char *)data, size);
    struct arena arena = {0};
    struct buf out = {0};
    if (url_check(url) == URL_OK) {
        struct str encoded = url_encode(url, &arena);
        expect(url_check(encoded) == URL_OK || encoded.len > URL_BYTES_MAX);
        expect(str_eq(url_encode(encoded, &arena), encoded));
        expect(str_eq(url_host(encoded), url_host(url)));
        expect(url_is_outbound(url) == (url_host(url).len > 0));
        expect(oracle_href(encoded));
        html_link(&out, encoded, (struct str){0});
        buf_put(&out, STR("x</a>"));
        expect(!oracle_check(buf_str(&out)));
    }
    buf_release(&out);
    arena_release(&arena);
    return 0;
}
