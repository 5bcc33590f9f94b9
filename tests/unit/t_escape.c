/* SPDX-License-Identifier: MIT */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "render/escape.h"

struct row {
    enum escape escape;
    struct str text, expected;
};

static const struct row rows[] = {
    {ESCAPE_HTML, STR_CONST(""), STR_CONST("")},
    {ESCAPE_HTML, STR_CONST("ผ้าไหมมัดหมี่"), STR_CONST("ผ้าไหมมัดหมี่")},
    {ESCAPE_HTML, STR_CONST("<b a=\"1\" c='2'>&"),
     STR_CONST("&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;")},
    {ESCAPE_HTML, STR_CONST("&amp;"), STR_CONST("&amp;amp;")},
    {ESCAPE_HTML, STR_CONST("a\tb\nc\r"), STR_CONST("a\tb\nc\r")},
    {ESCAPE_HTML, STR_CONST("a\0b\x1F\x0B"), STR_CONST("a\uFFFDb\uFFFD\uFFFD")},
    {ESCAPE_XML, STR_CONST("<ก>"), STR_CONST("&lt;ก&gt;")},

    {ESCAPE_JSON, STR_CONST(""), STR_CONST("")},
    {ESCAPE_JSON, STR_CONST("“ไหม” 1–2"), STR_CONST("“ไหม” 1–2")},
    {ESCAPE_JSON, STR_CONST("a\"b\\c/d"), STR_CONST("a\\\"b\\\\c/d")},
    {ESCAPE_JSON, STR_CONST("\t\n\r\b\x01\0"),
     STR_CONST("\\t\\n\\r\\u0008\\u0001\\u0000")},
    {ESCAPE_JSON, STR_CONST("</script><!-- &"),
     STR_CONST("\\u003c/script\\u003e\\u003c!-- \\u0026")},
    {ESCAPE_JSON, STR_CONST("a\u2028b\u2029c\u2027d"),
     STR_CONST("a\\u2028b\\u2029c\u2027d")},
    {ESCAPE_JSON, STR_CONST("\xE2\x80"),
     STR_CONST("\xE2\x80")}, /* cut short: no overrun */
    {ESCAPE_JSON, STR_CONST("'"), STR_CONST("'")},
    {ESCAPE_SCRIPT, STR_CONST("a\"b'c<"), STR_CONST("a\\u0022b\\u0027c\\u003c")},

    {ESCAPE_CSV, STR_CONST(""), STR_CONST("")},
    {ESCAPE_CSV, STR_CONST("บ้านเขว้า"), STR_CONST("บ้านเขว้า")},
    {ESCAPE_CSV, STR_CONST("a,b"), STR_CONST("\"a,b\"")},
    {ESCAPE_CSV, STR_CONST("a;b"), STR_CONST("\"a;b\"")},
    {ESCAPE_CSV, STR_CONST("say \"hm\""), STR_CONST("\"say \"\"hm\"\"\"")},
    {ESCAPE_CSV, STR_CONST("\""), STR_CONST("\"\"\"\"")},
    {ESCAPE_CSV, STR_CONST("a\nb"), STR_CONST("\"a\nb\"")},
    {ESCAPE_CSV, STR_CONST(" a"), STR_CONST("\" a\"")},
    {ESCAPE_CSV, STR_CONST("a "), STR_CONST("\"a \"")},
    {ESCAPE_CSV, STR_CONST("=1+1"), STR_CONST("'=1+1")},
    {ESCAPE_CSV, STR_CONST("+66"), STR_CONST("'+66")},
    {ESCAPE_CSV, STR_CONST("-5"), STR_CONST("'-5")},
    {ESCAPE_CSV, STR_CONST("@x"), STR_CONST("'@x")},
    {ESCAPE_CSV, STR_CONST("\tx"), STR_CONST("\"'\tx\"")},
    {ESCAPE_CSV, STR_CONST("\rx"), STR_CONST("\"'\rx\"")},
    {ESCAPE_CSV, STR_CONST("\nx"), STR_CONST("\"'\nx\"")},
    {ESCAPE_CSV, STR_CONST("\0x"), STR_CONST("'\0x")},
    {ESCAPE_CSV, STR_CONST("＝1"), STR_CONST("'＝1")},
    {ESCAPE_CSV, STR_CONST("＋1"), STR_CONST("'＋1")},
    {ESCAPE_CSV, STR_CONST("－1"), STR_CONST("'－1")},
    {ESCAPE_CSV, STR_CONST("＠1"), STR_CONST("'＠1")},
    {ESCAPE_CSV, STR_CONST("=a,\"b\""), STR_CONST("\"'=a,\"\"b\"\"\"")},
    {ESCAPE_CSV, STR_CONST("1-2"), STR_CONST("1-2")},

    {ESCAPE_PLAIN, STR_CONST("<&\"'=\\"), STR_CONST("<&\"'=\\")},
    {ESCAPE_NONE, STR_CONST("<"), STR_CONST("&lt;")},
};

static void texts_are_escaped(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct buf out = {0};
        buf_put(&out, STR("|"));
        escape_put(rows[i].escape, rows[i].text, &out);
        struct str made = str_skip(buf_str(&out), 1);
        if (!str_eq(made, rows[i].expected))
            fail_msg("row %zu: \"%.*s\" became \"%.*s\"", i, STR_ARG(rows[i].text),
                     STR_ARG(made));
        buf_release(&out);
    }
}

/* Text is looked at in blocks: wherever a byte stands, what is written is what it is alone. */
static void blocks_hide_no_byte(void **state)
{
    static const enum escape kinds[] = {ESCAPE_HTML, ESCAPE_JSON, ESCAPE_SCRIPT};
    char text[41];
    (void)state;
    for (size_t round = 0; round < 3 * 256 * sizeof(text); round++) {
        enum escape kind = kinds[round % 3];
        size_t at = round / 3 % sizeof(text);
        struct buf whole = {0}, alone = {0};
        memset(text, 'x', sizeof(text));
        text[at] = (char)(round / 3 / sizeof(text));
        struct str rest = str_of(text + at / 2, sizeof(text) - at / 2);
        escape_put(kind, rest, &whole);
        for (size_t i = at / 2; i < sizeof(text); i++)
            escape_put(kind, str_of(&text[i], 1), &alone);
        assert_true(str_eq(buf_str(&whole), buf_str(&alone)));
        assert_true(kind != ESCAPE_JSON || escape_json_size(rest) == whole.len);
        buf_release(&whole);
        buf_release(&alone);
    }
}

static void endings_choose(void **state)
{
    (void)state;
    assert_int_equal(escape_for_file(STR("th/entry.html")), ESCAPE_HTML);
    assert_int_equal(escape_for_file(STR("sitemap.xml")), ESCAPE_XML);
    assert_int_equal(escape_for_file(STR("entry.jsonld.json")), ESCAPE_JSON);
    assert_int_equal(escape_for_file(STR("site.webmanifest")), ESCAPE_JSON);
    assert_int_equal(escape_for_file(STR("entries.csv")), ESCAPE_CSV);
    assert_int_equal(escape_for_file(STR("robots.txt")), ESCAPE_PLAIN);
    assert_int_equal(escape_for_file(STR("README.md")), ESCAPE_NONE);
    assert_int_equal(escape_for_file(STR("html")), ESCAPE_NONE);
}

static void kinds_mix_only_when_safe(void **state)
{
    (void)state;
    assert_int_equal(escape_within(ESCAPE_HTML, ESCAPE_HTML), ESCAPE_HTML);
    assert_int_equal(escape_within(ESCAPE_HTML, ESCAPE_JSON), ESCAPE_SCRIPT);
    assert_int_equal(escape_within(ESCAPE_HTML, ESCAPE_XML), ESCAPE_XML);
    assert_int_equal(escape_within(ESCAPE_HTML, ESCAPE_PLAIN), ESCAPE_NONE);
    assert_int_equal(escape_within(ESCAPE_HTML, ESCAPE_CSV), ESCAPE_NONE);
    assert_int_equal(escape_within(ESCAPE_JSON, ESCAPE_HTML), ESCAPE_NONE);
    assert_int_equal(escape_within(ESCAPE_CSV, ESCAPE_PLAIN), ESCAPE_NONE);
    assert_int_equal(escape_within(ESCAPE_JSON, ESCAPE_JSON), ESCAPE_JSON);
}

static void markup_goes_where_it_is_markup(void **state)
{
    (void)state;
    assert_int_equal(escape_markup(ESCAPE_HTML), MARKUP_RAW);
    assert_int_equal(escape_markup(ESCAPE_XML), MARKUP_EITHER);
    assert_int_equal(escape_markup(ESCAPE_JSON), MARKUP_NEVER);
    assert_int_equal(escape_markup(ESCAPE_CSV), MARKUP_NEVER);
    assert_int_equal(escape_markup(ESCAPE_PLAIN), MARKUP_NEVER);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_escaped),
        cmocka_unit_test(blocks_hide_no_byte),
        cmocka_unit_test(endings_choose),
        cmocka_unit_test(kinds_mix_only_when_safe),
        cmocka_unit_test(markup_goes_where_it_is_markup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
