/* SPDX-License-Identifier: MIT */
/* json.h: what is read as it stands, what is refused and at which line. */
#include "source_lab.h"

#include "sources/json.h"

/* A tree as one line: {a:'1',b:[x,y]}; quoted texts in ''. */
static void put(const struct tree *node, struct buf *out)
{
    const char *const brackets[] = {[TREE_LIST] = "[]", [TREE_MAP] = "{}"};
    if (node->key.len)
        buf_format(out, "%.*s:", STR_ARG(node->key));
    if (node->kind == TREE_TEXT) {
        buf_format(out, node->plain ? "%.*s" : "'%.*s'", STR_ARG(node->text));
        return;
    }
    buf_putc(out, brackets[node->kind][0]);
    for (const struct tree *child = node->first; child; child = child->next) {
        put(child, out);
        buf_put(out, child->next ? STR(",") : STR(""));
    }
    buf_putc(out, brackets[node->kind][1]);
}

static void reads(void **state)
{
    static const struct {
        const char *input, *tree;
    } cases[] = {
        {"{}", "{}"},
        {" [ ] \n", "[]"},
        {"\"a\"", "'a'"},
        {"{\"a\": 1.20, \"b\": [true, false, null], \"c\": {\"d\": \"e\"}}",
         "{a:1.20,b:[true,false,null],c:{d:'e'}}"},
        {"[13.7535, -0, 1e400, 123456789012345678901234567890]",
         "[13.7535,-0,1e400,123456789012345678901234567890]"},
        {"[\"\\u0e01\\u003cb\\u003e\\n\", \"ก\"]", "['ก<b>\n','ก']"},
        {"{\"a\": 1, \"a\": 2}", "{a:1,a:2}"},
        {"[\"\\ud83d\\ude00\", \"\\ud800\"]", "['😀','?']"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        struct buf out = {0};
        lab_begin(&lab, cases[i].input, strlen(cases[i].input));
        struct json json = json_parse(lab.input, &lab.arena);
        assert_int_equal(json.problem, JSON_FINE);
        put(json.root, &out);
        assert_string_equal(str_c(buf_str(&out), &lab.arena), cases[i].tree);
        buf_release(&out);
        lab_end(&lab);
    }
}

static void refuses(void **state)
{
    static const struct {
        const char *input;
        enum json_problem problem;
        unsigned line;
    } cases[] = {
        {"", JSON_CUT_SHORT, 1},
        {"{\"a\":\n[1,\n", JSON_CUT_SHORT, 3},
        {"{\"a\": \"b", JSON_CUT_SHORT, 1},
        {"{\"a\": 1,}", JSON_BROKEN, 1},
        {"{\n\"a\": 1\n}\nx", JSON_BROKEN, 4},
        {"{'a': 1}", JSON_BROKEN, 1},
        {"[1, /* no */ 2]", JSON_BROKEN, 1},
        {"[\"\xFF\"]", JSON_BROKEN, 1},
        {"[\"\xED\xA0\x80\"]", JSON_BROKEN, 1},
        {"[\n\n\"a\nb\"]", JSON_BROKEN, 3},
        {"[NaN]", JSON_BROKEN, 1},
        {"[\"\\q\"]", JSON_BROKEN, 1},
        {"<html>", JSON_BROKEN, 1},
        {"\xEF\xBB\xBF{}", JSON_BROKEN, 1},
        {"[\n\"\xE0\xB8", JSON_CUT_SHORT, 2},
        {"[\"\xC0\x80\"]", JSON_BROKEN, 1},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        lab_begin(&lab, cases[i].input, strlen(cases[i].input));
        struct json json = json_parse(lab.input, &lab.arena);
        assert_null(json.root);
        assert_int_equal(json.problem, cases[i].problem);
        assert_int_equal(json.line, cases[i].line);
        lab_end(&lab);
    }
}

static void bounds_depth_and_width(void **state)
{
    struct lab lab;
    (void)state;
    lab_begin(&lab, "-", 1);
    struct str deep = lab_repeat("[", 1000000, &lab.arena);
    assert_int_equal(json_parse(deep, &lab.arena).problem, JSON_TOO_DEEP);
    struct str wide = lab_repeat("\"a\":1,", 6 * (JSON_KEYS_MAX + 1), &lab.arena);
    wide = str_cat(&lab.arena, STR("{"), wide);
    assert_int_equal(json_parse(wide, &lab.arena).problem, JSON_TOO_WIDE);
    struct str most = lab_repeat("[", TREE_DEPTH_MAX, &lab.arena);
    struct str ends = lab_repeat("]", TREE_DEPTH_MAX, &lab.arena);
    assert_int_equal(json_parse(str_cat(&lab.arena, most, ends), &lab.arena).problem,
                     JSON_FINE);
    lab_end(&lab);
}

/* Every beginning of a document, in a block of its very size. */
static void never_reads_too_far(void **state)
{
    static const char whole[] = "{\"a\": [1.5, \"\\u0e01x\", {\"ก\": null}], \"b\": true}";
    (void)state;
    for (size_t len = 0; len < sizeof(whole); len++) {
        struct lab lab;
        lab_begin(&lab, whole, len);
        struct json json = json_parse(lab.input, &lab.arena);
        assert_int_equal(json.problem, len < sizeof(whole) - 1 ? JSON_CUT_SHORT : JSON_FINE);
        lab_end(&lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads),
        cmocka_unit_test(refuses),
        cmocka_unit_test(bounds_depth_and_width),
        cmocka_unit_test(never_reads_too_far),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
