/* SPDX-License-Identifier: MIT */
/* diag.h: findings are sorted, made visible, told in two languages; none is hidden. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/diag.h"

static const struct rule rules[] = {
    {"test.one", SEVERITY_ERROR, {"ผิด “{0}”", "wrong “{0}”"}, {"พิมพ์ {1}", "type {1}"}},
    {"test.two", SEVERITY_WARNING, {"เตือน {0}{9}", "warn {0}{9}"}, {"", ""}},
};

static struct arena arena;
static struct diags diags;

static int begin(void **state)
{
    (void)state;
    diags = diags_on(&arena);
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void assert_str(struct str got, const char *want)
{
    assert_string_equal(str_c(got, &arena), want);
}

static const struct pos sheet = {.file = STR_CONST("a.csv"), .line = 20, .row = 12, .column = 28,
                                 .header = STR_CONST("รหัส")};

static void adds_and_returns_false(void **state)
{
    (void)state;
    diags.subject = STR("360203");
    assert_false(diag(&diags, &rules[0], sheet, STR("x"), STR("y")));
    assert_true(diags_any_error(&diags));
    assert_str(diags.items.items[0].subject, "360203");
}

/* However many findings have it, and whatever becomes of the caller's. */
static void keeps_a_long_text_once(void **state)
{
    (void)state;
    char text[400], other[400];
    memset(text, 'a', sizeof(text));
    memcpy(other, text, sizeof(text));
    struct diags own = diags_on(&arena);
    diag(&own, &rules[0], sheet, STR("x"), str_of(text, sizeof(text)));
    diag(&own, &rules[0], sheet, STR("y"), str_of(other, sizeof(other)));
    memset(text, 'b', sizeof(text));
    diag(&own, &rules[0], sheet, STR("x"), str_of(text, sizeof(text)));
    const struct finding *items = own.items.items;
    assert_ptr_equal(items[0].args[1].ptr, items[1].args[1].ptr);
    assert_int_equal(items[0].args[1].ptr[399], 'a');
    assert_int_equal(items[2].args[1].ptr[399], 'b');
}

static void names_the_cell_as_the_sheet_does(void **state)
{
    (void)state;
    assert_str(diag_place(&sheet, DIAG_EN, &arena), "a.csv: row 12, column AB (รหัส)");
    assert_str(diag_place(&sheet, DIAG_TH, &arena), "a.csv: แถว 12 คอลัมน์ AB (รหัส)");
    struct pos row = {.file = STR("a.csv"), .row = 3};
    assert_str(diag_place(&row, DIAG_EN, &arena), "a.csv: row 3");
    struct pos line = {.file = STR("b.yaml"), .line = 4, .column = 7};
    assert_str(diag_place(&line, DIAG_EN, &arena), "b.yaml:4:7");
    line.column = 0;
    assert_str(diag_place(&line, DIAG_EN, &arena), "b.yaml:4");
    line.line = 0;
    assert_str(diag_place(&line, DIAG_EN, &arena), "b.yaml");
    assert_str(diag_spot(&sheet, DIAG_EN, &arena), "row 12, column AB");
    assert_str(diag_spot(&row, DIAG_TH, &arena), "แถว 3");
    assert_str(diag_spot(&line, DIAG_EN, &arena), "");
    line.line = 4;
    assert_str(diag_spot(&line, DIAG_TH, &arena), "บรรทัด 4");
    line.column = 7;
    assert_str(diag_spot(&line, DIAG_EN, &arena), "line 4, column 7");
    assert_str(diag_column_letters(26, &arena), "Z");
    assert_str(diag_column_letters(703, &arena), "AAA");
}

static void shows_what_cannot_be_seen_and_cuts_what_is_long(void **state)
{
    (void)state;
    diag(&diags, &rules[0], sheet, STR("a\u200bb\x1b[31m"), STR("z"));
    const struct finding *finding = &diags.items.items[0];
    assert_str(diag_problem(finding, DIAG_EN, &arena), "wrong “a‹U+200B›b‹U+001B›[31m”");
    assert_str(diag_remedy(finding, DIAG_TH, &arena), "พิมพ์ z");
    char many[400];
    for (size_t i = 0; i < sizeof(many); i++)
        many[i] = 'x';
    diag(&diags, &rules[1], sheet, str_of(many, sizeof(many)));
    struct str cut = diag_problem(&diags.items.items[1], DIAG_EN, &arena);
    assert_true(cut.len < 200);
    assert_true(str_has(cut, STR("…")));
    assert_true(str_ends(cut, STR("{9}")));
}

static void sorts_by_place_and_tells_one_thing_once(void **state)
{
    (void)state;
    struct pos later = {.file = STR("b"), .line = 9}, first = {.file = STR("a"), .line = 1};
    diag(&diags, &rules[1], later, STR("x"));
    diag(&diags, &rules[0], first, STR("x"));
    diag(&diags, &rules[1], later, STR("x"));
    struct diags more = diags_on(&arena);
    diag(&more, &rules[0], first, STR("y"));
    diags_join(&diags, &more);
    diags_sort(&diags);
    assert_int_equal(diags.items.count, 3);
    assert_int_equal(diags.counts[SEVERITY_WARNING], 1);
    assert_int_equal(diags.counts[SEVERITY_ERROR], 2);
    assert_str(diags.items.items[0].args[0], "x");
    assert_str(diags.items.items[1].args[0], "y");
    assert_str(diags.items.items[2].pos.file, "b");
    struct diags none = diags_on(&arena);
    diags_sort(&none);
    assert_int_equal(none.items.count, 0);
}

static void prints_all_with_their_remedies(void **state)
{
    (void)state;
    diag(&diags, &rules[0], sheet, STR("x"), STR("y"));
    diag(&diags, &rules[1], sheet, STR("w"));
    struct buf out = {0};
    diags_print(&diags, DIAG_EN, false, &out);
    assert_str(buf_str(&out), "a.csv: row 12, column AB (รหัส): error: wrong “x” [test.one]\n"
                              "    → type y\n"
                              "a.csv: row 12, column AB (รหัส): warning: warn w{9} [test.two]\n");
    buf_clear(&out);
    diags_print(&diags, DIAG_TH, true, &out);
    assert_true(str_has(buf_str(&out), STR("\033[31mผิดพลาด\033[0m")));
    buf_release(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(adds_and_returns_false, begin, end),
        cmocka_unit_test_setup_teardown(keeps_a_long_text_once, begin, end),
        cmocka_unit_test_setup_teardown(names_the_cell_as_the_sheet_does, begin, end),
        cmocka_unit_test_setup_teardown(shows_what_cannot_be_seen_and_cuts_what_is_long, begin,
                                        end),
        cmocka_unit_test_setup_teardown(sorts_by_place_and_tells_one_thing_once, begin, end),
        cmocka_unit_test_setup_teardown(prints_all_with_their_remedies, begin, end),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
