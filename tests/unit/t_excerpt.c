/* SPDX-License-Identifier: MIT */
/* The line that a finding shows: whole when it is short, cut around the column when it is long. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/utf8.h"
#include "excerpt.h"

static struct arena arena;

static const char *shown(struct str line, unsigned column)
{
    return str_c(excerpt_of(line, column, &arena), &arena);
}

static struct str many(const char *text, size_t times)
{
    struct str all = {0};
    for (size_t i = 0; i < times; i++)
        all = str_cat(&arena, all, str_from(text));
    return all;
}

static void short_lines_are_whole(void **state)
{
    (void)state;
    assert_string_equal(shown(STR("name: ผ้าไหม"), 7), "name: ผ้าไหม");
    assert_string_equal(shown(STR(""), 1), "");
    assert_string_equal(shown(STR("  th: a  b "), 3), "  th: a ␣b␣");
    assert_string_equal(shown(STR("\tth: \xE2\x80\x8B"), 1), "‹U+0009›th: ‹U+200B›");
}

static void long_lines_are_cut_around_the_column(void **state)
{
    (void)state;
    struct str line = str_cat(&arena, many("a", 200), STR("HERE"), many("b", 200));
    struct str cut = excerpt_of(line, 201, &arena);
    assert_true(str_starts(cut, STR("…")) && str_ends(cut, STR("…")));
    assert_true(str_has(cut, STR("aHEREb")));
    assert_int_equal(utf8_count(cut), 102);
    assert_true(str_starts(excerpt_of(line, 1, &arena), STR("aaa")));
    assert_true(str_ends(excerpt_of(line, 404, &arena), STR("bbb")));
    assert_int_equal(utf8_count(excerpt_of(line, 9999, &arena)), 101);
}

static void no_mark_is_torn_from_its_letter(void **state)
{
    (void)state;
    struct str line = many("ที่", 100); /* a letter, a vowel and a tone mark above it */
    for (unsigned column = 0; column < 300; column++) {
        struct str cut = excerpt_of(line, column, &arena);
        cut = str_starts(cut, STR("…")) ? str_skip(cut, 3) : cut;
        cut = str_ends(cut, STR("…")) ? str_first(cut, cut.len - 3) : cut;
        assert_true(str_starts(cut, STR("ที่")));
        assert_true(str_ends(cut, STR("ที่")));
    }
    assert_true(str_ends(excerpt_of(many("นำ", 99), 1, &arena), STR("นำ…")));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(short_lines_are_whole),
        cmocka_unit_test(long_lines_are_cut_around_the_column),
        cmocka_unit_test(no_mark_is_torn_from_its_letter),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
