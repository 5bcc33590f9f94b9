/* SPDX-License-Identifier: MIT */
/* search_fold.h: the vectors that fold.js is held to as well, and what holds for all texts. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/search_fold.h"

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* \uXXXX, \n, \t and \s as what they stand for. */
static struct str unescape(struct str text)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.len; i++) {
        char next = i + 1 < text.len ? text.ptr[i + 1] : 0;
        if (text.ptr[i] != '\\') {
            buf_putc(&out, text.ptr[i]);
        } else if (next == 'u') {
            buf_codepoint(&out, (uint32_t)strtoul(str_c(str_first(str_skip(text, i + 2), 4),
                                                        &arena), NULL, 16));
            i += 5;
        } else {
            buf_putc(&out, next == 'n' ? '\n' : next == 't' ? '\t' : ' ');
            i++;
        }
    }
    struct str made = buf_finish(&out, &arena);
    buf_release(&out);
    return made;
}

static struct str fold_exact(struct str text)
{
    char *exact = malloc(text.len ? text.len : 1); /* so that a byte too far is seen */
    memcpy(exact, text.ptr, text.len);
    struct str folded = search_fold(str_of(exact, text.len), &arena);
    free(exact);
    return folded;
}

static void vectors(void **state)
{
    (void)state;
    FILE *file = fopen("tests/web/fold-vectors.tsv", "r");
    assert_non_null(file);
    char line[1024];
    size_t count = 0;
    while (fgets(line, sizeof(line), file)) {
        struct cut cut = str_cut(str_cut(str_from(line), '\n').head, '\t');
        if (line[0] == '#' || !cut.ok)
            continue;
        struct str text = unescape(cut.head), want = unescape(cut.tail);
        struct str got = fold_exact(text), again = fold_exact(got);
        if (!str_eq(got, want))
            fail_msg("\"%.*s\": \"%.*s\"", STR_ARG(cut.head), STR_ARG(got));
        if (!str_eq(again, got))
            fail_msg("\"%.*s\" is folded further: \"%.*s\"", STR_ARG(got), STR_ARG(again));
        count++;
    }
    fclose(file);
    assert_true(count > 60);
}

/* Half a million short forms grow sixfold, and no more work is done for one of them. */
static void grows(void **state)
{
    (void)state;
    struct buf many = {0};
    for (size_t i = 0; i < 500000; i++)
        buf_put(&many, STR("จ. "));
    struct str folded = search_fold(buf_str(&many), &arena);
    assert_int_equal(folded.len, 500000 * (strlen("จังหวัด") + 1) - 1);
    buf_release(&many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(vectors, release),
        cmocka_unit_test_teardown(grows, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
