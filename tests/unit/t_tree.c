/* SPDX-License-Identifier: MIT */
/* tree.h and encoding.h: every rule with its place, values as they were typed, the limits. */
#include "source_lab.h"

#include "sources/encoding.h"
#include "sources/tree.h"

struct refusal {
    const char *input;
    const char *findings;
};

static const struct refusal refusals[] = {
    /* what YAML can do and we do not take */
    {"a: *b\n", "yaml.alias 1:4"},
    {"a: &b c\n", "yaml.anchor 1:4"},
    {"&a [*a]\n", "yaml.anchor 1:1, yaml.alias 1:5"},
    {"a: !!int 3\n", "yaml.tag 1:4"},
    {"a: !x [1]\n", "yaml.tag 1:4"},
    {"!m {a: 1}\n", "yaml.tag 1:1"},
    {"a: {b: 1}\nc:\n  <<: {d: 1}\n", "yaml.merge-key 3:3"},
    {"a: 1\nb: 2\na: 3\n", "yaml.duplicate-key 3:1"},
    {"{ก: 1, ข: 2, ก: 3}", "yaml.duplicate-key 1:14"},
    {"x:\n  a: 1\n  \"a\": 2\ny:\n  a: 1\n", "yaml.duplicate-key 3:3"},
    {"a: 1\na: 1\na: 1\n", "yaml.duplicate-key 2:1, yaml.duplicate-key 3:1"},
    {"a: 1\n---\nb: 2\n", "yaml.second-document 2:1"},
    {"a: 1\n...\nb: 2\n", "yaml.indentation 3:1"},
    {"[a, b]: c\n", "yaml.key-not-text 1:1"},
    {"{a: 1}: c\n", "yaml.key-not-text 1:1"},
    {"*a : b\n", "yaml.alias 1:1"},
    {"%TAG ! !x\n---\na: 1\n", "yaml.directive 1:1"},
    {"a: 1\n...\n%TAG ! !x\n---\n", "yaml.directive 3:1"},
    /* what cannot be read */
    {"a: b: c\n", "yaml.colon-in-value 1:5"},
    {"a: 1\nb\nc: 2\n", "yaml.colon-missing 2:1"},
    {"a: 1\n b: 2\n", "yaml.colon-in-value 2:3"},
    {"a:\n  - 1\n b: 2\n", "yaml.indentation 3:2"},
    {"a: \"x\nb: 1\n", "yaml.quote-open 1:4"},
    {"a: 'x\n", "yaml.quote-open 1:4"},
    {"a: [1, 2\nb: 3\n", "yaml.bracket-open 1:4"},
    {"a: {b: 1\n", "yaml.bracket-open 1:4"},
    {"a: \"c:\\dir\"\n", "yaml.escape 1:7"},
    {"line: @bankhwao\n", "yaml.bad-start 1:7"},
    {"a: `x`\n", "yaml.bad-start 1:4"},
    {"a:\n\tb: 1\n", "yaml.tab 2:1"},
    {"ไทย: *หมายเหตุ\n", "yaml.bad-start 1:6"},
    {"a: \x01\n", "yaml.control-character 1:4"},
    {"ก: ข\xC2\x80\n", "yaml.control-character 1:5"},
    {"%YAML 3.0\n---\n", "yaml.syntax 1:1"},
    /* what is no YAML at all */
    {"\xA1\xD2\xC3: 1\n\xA1\n", "source.windows-874 1:1"},
    {"a: 1\nb: caf\xE9\xFF\n", "source.not-utf8 2:7"},
    {"a: caf\xE9, d\xE9j\xE0 vu\n", "source.not-utf8 1:7"},
    {"\xEF\xBB\xBFก\xFF", "source.not-utf8 1:2"},
    {"\xFF\xFE" "a", "source.utf-16 0:0"},
    {"PK\3\4xx", "source.excel 0:0"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "source.excel-old 0:0"},
    {"\xEF\xBB\xBF\n <!DOCTYPE html><p>", "source.html-page 0:0"},
    {"<HTML lang=th>", "source.html-page 0:0"},
    {"a: เธœเน\xC2\x89เธฒเน\xC2\x84เธซเธกเธเน\xC2\x88\n", "source.mojibake 0:0"},
    {"a: à¸œà¹‰à¸²à¹„à¸«à¸¡à¸¡à¸±à¸”\n", "source.mojibake 0:0"},
};

static void test_refusals(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < COUNT(refusals); i++) {
        struct lab lab;
        lab_begin(&lab, refusals[i].input, strlen(refusals[i].input));
        const struct tree *tree = tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags);
        const char *findings = lab_findings(&lab);
        bool good = !tree && !strcmp(findings, refusals[i].findings);
        if (!good)
            print_error("%s\n  gives %s\n", refusals[i].input, findings);
        failed += !good;
        lab_end(&lab);
    }
    assert_int_equal(failed, 0);
}

static void test_nul_and_utf16_without_bom(void **state)
{
    (void)state;
    static const char nul[] = "a: 1\nb: \0\n", wide[] = "a\0:\0 \0b\0";
    struct lab lab;
    lab_begin(&lab, nul, sizeof(nul) - 1);
    assert_null(tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags));
    assert_string_equal(lab_findings(&lab), "source.nul-byte 2:4");
    lab_end(&lab);
    lab_begin(&lab, wide, sizeof(wide) - 1);
    assert_null(tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags));
    assert_string_equal(lab_findings(&lab), "source.utf-16 0:0");
    lab_end(&lab);
}

static const struct tree *parse(struct lab *lab, const char *input)
{
    lab_begin(lab, input, strlen(input));
    const struct tree *tree = tree_parse(STR("f"), lab->input, &lab->arena, &lab->diags);
    assert_string_equal(lab_findings(lab), "");
    assert_non_null(tree);
    return tree;
}

static void assert_text(const struct tree *map, const char *key, const char *text)
{
    const struct tree *node = tree_get(map, str_from(key));
    assert_non_null(node);
    assert_int_equal(node->kind, TREE_TEXT);
    assert_int_equal(node->text.len, strlen(text));
    assert_memory_equal(node->text.ptr ? node->text.ptr : "", text, strlen(text));
}

/* `no` is a word, 044 a telephone code, "=" and "<<" in quotes are text. */
static void test_scalars_are_text(void **state)
{
    (void)state;
    struct lab lab;
    const struct tree *tree = parse(&lab, "a: no\nb: 0812345678\nc: 2568-06-10\nd: ~\n"
                                          "e: \"<<\"\nf: '''q'''\ng:\nh: 1e3\n\"<<\": x\n");
    assert_text(tree, "a", "no");
    assert_text(tree, "b", "0812345678");
    assert_text(tree, "c", "2568-06-10");
    assert_text(tree, "d", "~");
    assert_text(tree, "e", "<<");
    assert_text(tree, "f", "'q'");
    assert_text(tree, "g", "");
    assert_text(tree, "h", "1e3");
    assert_true(tree_get(tree, STR("a"))->plain);
    assert_false(tree_get(tree, STR("e"))->plain);
    assert_null(tree_get(tree, STR("z")));
    assert_null(tree_get(tree_get(tree, STR("a")), STR("a")));
    lab_end(&lab);
}

static void test_places(void **state)
{
    (void)state;
    struct lab lab;
    const struct tree *tree = parse(&lab, "\xEF\xBB\xBFชื่อ: {th: ผ้า, en: silk}\r\n"
                                          "story: |\r\n  บรรทัด\r\n\r\n  สอง\r\nl:\r\n- x\r\n- [y]\r\n");
    const struct tree *name = tree_get(tree, STR("ชื่อ"));
    assert_int_equal(name->kind, TREE_MAP);
    assert_int_equal(name->count, 2);
    const struct tree *en = tree_get(name, STR("en"));
    struct pos key = tree_key_pos(en, STR("f")), value = tree_pos(en, STR("f"));
    assert_int_equal(key.line, 1);
    assert_int_equal(key.column, 17);
    assert_int_equal(value.column, 21);
    const struct tree *story = tree_get(tree, STR("story"));
    assert_true(story->block);
    assert_int_equal(story->line, 2);
    assert_text(tree, "story", "บรรทัด\n\nสอง\n");
    const struct tree *list = tree_get(tree, STR("l"));
    assert_int_equal(list->kind, TREE_LIST);
    assert_int_equal(list->count, 2);
    assert_int_equal(list->first->next->first->line, 8);
    assert_int_equal(tree_key_pos(list->first, STR("f")).line, 7);
    lab_end(&lab);
}

static void test_empty_documents(void **state)
{
    (void)state;
    static const char *const empty[] = {"", "\n\n", "# note\n", "---\n", "\xEF\xBB\xBF", "{}"};
    for (size_t i = 0; i < COUNT(empty); i++) {
        struct lab lab;
        const struct tree *tree = parse(&lab, empty[i]);
        assert_int_equal(tree->kind, TREE_MAP);
        assert_int_equal(tree->count, 0);
        lab_end(&lab);
    }
}

static void test_json(void **state)
{
    (void)state;
    struct lab lab;
    const struct tree *tree = parse(&lab, "{\"a\": [1, true, null, {\"b\": \"\\u0E01\"}],\n"
                                          "\t\"c\": \"\"}\n");
    const struct tree *last = tree_get(tree, STR("a"))->first->next->next->next;
    assert_text(last, "b", "ก");
    assert_text(tree, "c", "");
    lab_end(&lab);
}

/* What n brackets give: the guard's finding at its place, or a list. */
static const char *nest(struct lab *lab, const char *open, const char *close, size_t depth)
{
    struct buf text = {0};
    for (size_t i = 0; i < depth; i++)
        buf_put(&text, str_from(open));
    for (size_t i = 0; i < depth; i++)
        buf_put(&text, str_from(close));
    lab_begin(lab, text.ptr, text.len);
    buf_release(&text);
    tree_parse(STR("f"), lab->input, &lab->arena, &lab->diags);
    return lab_findings(lab);
}

static void test_depth(void **state)
{
    (void)state;
    struct lab lab;
    assert_string_equal(nest(&lab, "[", "]", TREE_DEPTH_MAX - 1), "");
    lab_end(&lab);
    assert_string_equal(nest(&lab, "[", "]", TREE_DEPTH_MAX), "");
    lab_end(&lab);
    assert_string_equal(nest(&lab, "[", "]", TREE_DEPTH_MAX + 1), "yaml.too-deep 1:33");
    lab_end(&lab);
    assert_string_equal(nest(&lab, "[", "", 100000), "yaml.too-deep 1:33");
    lab_end(&lab);
    assert_string_equal(nest(&lab, "{a: ", "", 40000), "yaml.too-deep 1:129");
    lab_end(&lab);
    assert_string_equal(nest(&lab, "- ", "", 100000), "yaml.too-deep 1:65");
    lab_end(&lab);
    assert_string_equal(nest(&lab, "? ", "", 100000), "yaml.key-not-text 1:3");
    lab_end(&lab);
}

static void test_file_limit(void **state)
{
    (void)state;
    for (size_t over = 0; over <= 2; over++) {
        struct arena arena = {0};
        struct lab lab;
        struct str text = lab_repeat("# x\n", TREE_FILE_MAX - 1 + over, &arena);
        lab_begin(&lab, text.ptr, text.len);
        tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags);
        assert_string_equal(lab_findings(&lab), over == 2 ? "source.too-large 0:0" : "");
        lab_end(&lab);
        arena_release(&arena);
    }
}

/* 30,000 keys: a list of keys looked through for each would take a second. */
static void test_many_keys(void **state)
{
    (void)state;
    struct buf text = {0};
    for (unsigned i = 0; i < 30000; i++)
        buf_format(&text, "k%u:\n", i);
    buf_put(&text, STR("k77: x\n"));
    struct lab lab;
    lab_begin(&lab, text.ptr, text.len);
    buf_release(&text);
    assert_null(tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags));
    assert_string_equal(lab_findings(&lab), "yaml.duplicate-key 30001:1");
    lab_end(&lab);
}

static void test_findings_are_bounded(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct lab lab;
    struct str text = lab_repeat("- *a\n", TREE_FILE_MAX, &arena);
    lab_begin(&lab, text.ptr, text.len);
    tree_parse(STR("f"), lab.input, &lab.arena, &lab.diags);
    assert_int_equal(lab.diags.items.count, 50);
    lab_end(&lab);
    arena_release(&arena);
}

struct sample {
    const char *bytes;
    enum encoding encoding;
};

/* Good Thai is never taken for garbled, French never for Thai. */
static const struct sample samples[] = {
    {"เธอเน้นเนื้อเนียน เนินเธอ", ENCODING_UTF8},
    {"ผ้าไหมมัดหมี่บ้านเขว้า", ENCODING_UTF8},
    {"plain", ENCODING_UTF8},
    {"à la carte, déjà", ENCODING_UTF8},
    {"\xBC\xE9\xD2\xE4\xCB\xC1", ENCODING_WINDOWS_874},
    {"a,b\n\xBC\xE9\xD2\x85\xA0\n", ENCODING_UNKNOWN},
    {"d\xE9j\xE0 vu, gar\xE7on, na\xEFve \xDC", ENCODING_UNKNOWN},
    {"\xED\xA0\x80", ENCODING_UNKNOWN},
    {"\xFE\xFF\0a", ENCODING_UTF16BE},
};

static void test_encodings(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(samples); i++) {
        struct encoding_found found = encoding_detect(str_from(samples[i].bytes));
        if (found.encoding != samples[i].encoding)
            print_error("%s\n", samples[i].bytes);
        assert_int_equal(found.encoding, samples[i].encoding);
    }
}

/* No rule without an id, and both languages for each. */
static void test_rules_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < sources_rule_count; i++) {
        assert_non_null(sources_rules[i].id);
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(sources_rules[i].id, sources_rules[j].id);
        for (int lang = 0; lang < DIAG_LANGS; lang++) {
            assert_true(strlen(sources_rules[i].problem[lang]) > 10);
            assert_true(strlen(sources_rules[i].remedy[lang]) > 10);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_refusals),
        cmocka_unit_test(test_nul_and_utf16_without_bom),
        cmocka_unit_test(test_scalars_are_text),
        cmocka_unit_test(test_places),
        cmocka_unit_test(test_empty_documents),
        cmocka_unit_test(test_json),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_file_limit),
        cmocka_unit_test(test_many_keys),
        cmocka_unit_test(test_findings_are_bounded),
        cmocka_unit_test(test_encodings),
        cmocka_unit_test(test_rules_are_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
