/* SPDX-License-Identifier: MIT */
/* tree_plain.h: what it reads, it reads as libyaml does, to the last place; the rest it leaves. */
#include <stdio.h>

#include "source_lab.h"

#include "sources/tree_plain.h"

static bool same(const struct tree *a, const struct tree *b)
{
    bool node = a->kind == b->kind && a->line == b->line && a->column == b->column
                && a->plain == b->plain && a->block == b->block && str_eq(a->text, b->text)
                && str_eq(a->key, b->key) && a->key_line == b->key_line
                && a->key_column == b->key_column && a->count == b->count;
    const struct tree *x = a->first, *y = b->first;
    for (; node && x && y; x = x->next, y = y->next)
        node = same(x, y);
    return node && !x && !y;
}

/* A tab in a comment behind all else is no plain sign, so libyaml reads this. */
static const struct tree *by_libyaml(struct lab *lab)
{
    struct str text = str_cat(&lab->arena, lab->input, STR("#\t\n"));
    struct tree *root;
    assert_false(tree_plain(text, &lab->arena, &root));
    return tree_parse(STR("f"), text, &lab->arena, &lab->diags);
}

/* Does tree_plain read it? Then libyaml gives the same. */
static bool is_read(const char *input)
{
    struct lab lab;
    struct tree *root;
    lab_begin(&lab, input, strlen(input));
    bool read = tree_plain(lab.input, &lab.arena, &root);
    const struct tree *other = read ? by_libyaml(&lab) : NULL;
    if (read && (!other || !same(root, other)))
        fail_msg("not as libyaml reads it: %s\n%s", lab_findings(&lab), input);
    lab_end(&lab);
    return read;
}

static const char *const plain[] = {
    "a: 1\n",
    "a: b c  \nb:\n",
    "# note\n\na:\n  # note\n  b: 1\n\n# note\nc:\n  - x\n  - \"y\"\n",
    "a:\nb:\n- 1\n- k: v\n  l: w\n-   m: x\n    n: y\nc: d\n",
    "name:\n  th: \"แกง: พื้นบ้าน #1\"\n  en: 'Curry'\n",
    "story:\n  th: |\n    หนึ่ง\n\n      สอง \n       \n    \n\n  en: |\n   x\nz: 1\n",
    "l:\n  - |\n    a\n    # b\n  - c\n",
    "tags: [ไหม, \"ก, ข\", 'c' , d e ]\ne: []\nm: {}\n",
    "s:\n  - {title: ผ้า, url: \"https://example.go.th/\", in: [1, {b: c}]}\n",
    "lat: -12.5\nphone: (02) 123\nurl: https://x.go.th/a:b\np: +66\nq: /a\n",
    "a: 1\n  # deeper\nb: 2\n",
    "a.b-c_d: 1\n1: 2\n",
    "k1: 1\nk2: 1\nk3: 1\nk4: 1\nk5: 1\nk6: 1\nk7: 1\nk8: 1\nk9: 1\nk10: 1\nk11: 1\nk12: 1\nk13: 1\n"
    "k14: 1\n",
};

static const char *const left[] = {
    "", "\n", "# note\n", "a: 1", "---\na: 1\n", "a: 1\r\n", "a:\t1\n", "a: 1 # note\n", "a: *b\n",
    "a: b: c\n", "a: b\n  c\n", "a: \"x\\n\"\n", "a: 'it''s'\n", "a: >\n  x\n", "a: |-\n  x\n",
    "a: |\n\n  x\n", "a: |\nb: 1\n", "a: [b,\n  c]\n", "a: [b, ]\n", "a: {b}\n", "a: {b: }\n", "- a\n",
    "a: 1\na: 2\n", "{a: 1}\n", " a: 1\n", "a:\n   b: 1\n  c: 2\n", "a:\n  - b\n c: 1\n", "a: ~\n",
    "a: @b\n", "a: \"b\"c\n", "\"a\": 1\n", "a: 1\n- b\n", "a:\n - - b\n", "a: [1]]\n", "a: [a: 1]\n",
    "k1: 1\nk2: 1\nk3: 1\nk4: 1\nk5: 1\nk6: 1\nk7: 1\nk8: 1\nk9: 1\nk10: 1\nk11: 1\nk12: 1\nk13: 1\n"
    "k1: 1\n",
    "a:\n b:\n  c:\n   d:\n    e:\n     f:\n      g:\n       h:\n        i: 1\n",
};

static void test_what_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(plain); i++)
        if (!is_read(plain[i]))
            fail_msg("not read: %s", plain[i]);
    for (size_t i = 0; i < COUNT(left); i++)
        if (is_read(left[i]))
            fail_msg("read: %s", left[i]);
}

/* ---- lines put together at random ---- */

static const char *const blanks[] = {"", "", "", "  ", "  ", "    ", " ", "   "};
static const char *const starts[] = {"a:", "b:", "c:", "d:", "e:", "f:", "g:", "h:", "- a:", "- b:",
                                     "-", "", "#", "x", "- - "};
static const char *const values[] = {
    " 1", " ก ข", " \"x: y\"", " 'q' ", " |", " [a, ข, \"c\"]", " {a: 1, ข: 2, b: [x]}", "", "", " ",
    " 2", " 'q'", " [{a: ก}, b]", " |\n   t\n    u\n", " {}", " [ ]", " -1", " -1", " x:", " [a, b",
    " - 1", " \"a\" b", " x # y",
};
enum { DOCUMENTS = 60000, LINES = 7, DOCUMENT_MAX = 1024 };

static uint64_t seed = 42;

static size_t any(size_t count)
{
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (size_t)(seed >> 33) % count;
}

static void write_document(char *out)
{
    size_t len = 0;
    const char *blank = "";
    for (size_t lines = 1 + any(LINES); lines; lines--) {
        len += (size_t)snprintf(out + len, DOCUMENT_MAX - len, "%s%s%s\n", blank,
                                starts[any(COUNT(starts))], values[any(COUNT(values))]);
        blank = any(2) ? blank : blanks[any(COUNT(blanks))];
    }
}

static void test_any_lines(void **state)
{
    (void)state;
    char document[DOCUMENT_MAX];
    size_t read = 0;
    for (size_t i = 0; i < DOCUMENTS; i++) {
        write_document(document);
        read += is_read(document);
    }
    print_message("# %zu of %d documents were read\n", read, DOCUMENTS);
    assert_true(read > DOCUMENTS / 50);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_what_is_read),
        cmocka_unit_test(test_any_lines),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
