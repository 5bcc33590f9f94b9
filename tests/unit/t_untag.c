/* SPDX-License-Identifier: MIT */
/* untag.h: what is read of HTML that the program wrote. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/untag.h"

static void reads(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {"plain", "plain"},
        {"<p>ไหม <em>มัดหมี่</em></p>\n<p>ฝ้าย</p>\n", "ไหม มัดหมี่\nฝ้าย\n"},
        {"a &amp; b &lt;i&gt; &quot;c&quot; &#39;d&#39;", "a & b <i> \"c\" 'd'"},
        {"&amp;lt;", "&lt;"}, /* once */
        {"AT&T & co&nbsp;&", "AT&T & co&nbsp;&"},
        {"<a href=\"https://example.com/?a&amp;b\">x</a><br>y", "xy"},
        {"cut <b", "cut "},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_string_equal(str_c(untag(str_from(cases[i][0]), &arena), &arena),
                            cases[i][1]);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(reads)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
