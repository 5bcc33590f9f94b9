/* SPDX-License-Identifier: MIT */
/* Charts: heights in proportion, gaps that are no zeros, lines that break, names that have room. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "view/chart.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;
static struct site site = {.lang_count = 1};
static struct words words = {.site = &site, .group = STR_CONST(",")};

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    site.words[0] = (struct map){0};
    return 0;
}

static const struct chart_view *drawn(enum chart_style style, const struct chart_point *points,
                                      size_t count)
{
    struct chart chart = {style, STR("t"), STR("l"), points, count};
    struct value value = chart_draw(&words, &chart, &arena);
    assert_int_equal(value.kind, VALUE_MAP);
    return (const struct chart_view *)value.map.slots;
}

static void assert_text(struct value value, const char *wanted)
{
    assert_string_equal(value.kind == VALUE_TEXT ? str_c(value.text, &arena) : "", wanted);
}

static const struct chart_grid_view *grid_at(const struct chart_view *v, size_t i)
{
    return (const struct chart_grid_view *)v->grid.list.items[i].map.slots;
}

static const struct chart_tick_view *tick_at(const struct chart_view *v, size_t i)
{
    return (const struct chart_tick_view *)v->ticks.list.items[i].map.slots;
}

/* ---- bars ---- */

static void a_gap_is_no_bar_and_no_zero(void **state)
{
    (void)state;
    static const struct chart_point points[] = {{.value = 100},
                                                {.missing = true},
                                                {.value = 0},
                                                {.value = 1},
                                                {.value = 50, .label = STR_CONST("May")}};
    const struct chart_view *v = drawn(CHART_BARS, points, COUNT(points));
    assert_text(v->box, "0 0 50 1000");
    assert_text(v->bars, "M1 1000V0h8V1000M31 1000V990h8V1000M41 1000V500h8V1000");
    assert_text(v->gaps, "M11 1000h8");
    assert_text(v->zeros, "M21 1000h8");
    assert_int_equal(v->ticks.list.count, 1);
    assert_text(tick_at(v, 0)->x, "90.0");
    assert_text(tick_at(v, 0)->text, "May");
}

static void what_is_little_is_seen(void **state)
{
    (void)state;
    static const struct chart_point points[] = {{.value = 1}, {.value = 1000000000}};
    assert_text(drawn(CHART_BARS, points, COUNT(points))->bars,
                "M1 1000V992h8V1000M11 1000V0h8V1000");
}

static void only_zeros_and_only_gaps(void **state)
{
    (void)state;
    static const struct chart_point zero[] = {{.value = 0}}, gap[] = {{.missing = true}};
    const struct chart_view *v = drawn(CHART_BARS, zero, 1);
    assert_text(v->bars, "");
    assert_text(v->zeros, "M1 1000h8");
    v = drawn(CHART_BARS, gap, 1);
    assert_text(v->bars, "");
    assert_text(v->zeros, "");
    assert_text(v->gaps, "M1 1000h8");
    struct chart none = {.style = CHART_BARS};
    assert_int_equal(chart_draw(&words, &none, &arena).kind, VALUE_NONE);
}

static void the_largest_number_fits(void **state)
{
    (void)state;
    static const struct chart_point points[] = {{.value = INT64_MAX}, {.value = 1}};
    const struct chart_view *v = drawn(CHART_BARS, points, COUNT(points));
    assert_text(v->bars, "M1 1000V0h8V1000M11 1000V992h8V1000");
    assert_true(v->grid.list.count <= 5);
}

/* ---- the scale ---- */

static void few_lines_at_round_numbers(void **state)
{
    (void)state;
    static const struct {
        int64_t most, step;
    } cases[] = {{1, 1},    {4, 1},       {5, 2},          {8, 2},         {9, 5},
                 {20, 5},   {21, 10},     {61874, 20000},  {80000, 20000}, {80001, 50000},
                 {100, 50}, {99999, 50000}, {400000000, 100000000}};
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(chart_step(cases[i].most), cases[i].step);
}

static void lines_say_their_number(void **state)
{
    (void)state;
    static struct str million = STR_CONST("{count} million");
    map_put(&site.words[0], STR("chart.million"), &million, &arena);
    static const struct chart_point points[] = {{.value = 2500000}};
    const struct chart_view *v = drawn(CHART_BARS, points, 1);
    assert_int_equal(v->grid.list.count, 3);
    assert_text(grid_at(v, 0)->text, "1 million");
    assert_text(grid_at(v, 2)->text, "3 million");
    assert_text(grid_at(v, 2)->y, "6.0"); /* the top of the plot */
    static const struct chart_point half[] = {{.value = 1200000}};
    assert_text(grid_at(drawn(CHART_BARS, half, 1), 1)->text, "1,000,000"); /* as 500,000 is */
    static const struct chart_point few[] = {{.value = 15000}};
    assert_text(grid_at(drawn(CHART_BARS, few, 1), 0)->text, "5,000");
}

static void names_have_room(void **state)
{
    (void)state;
    enum { FROM = 2024 * 12 };
    for (int64_t count = 1; count <= 60; count++)
        for (int64_t from = FROM; from < FROM + 12; from++) {
            size_t named = 0;
            int64_t last = -1, apart = count;
            for (int64_t at = from; at < from + count; at++) {
                if (!chart_names_month(at, count))
                    continue;
                apart = last >= 0 && at - last < apart ? at - last : apart;
                last = at;
                named++;
            }
            assert_true(count < 48 ? named >= 1 : named >= 2);
            assert_true(named <= 5);
            assert_true(named < 2 || apart * 4 >= count); /* a quarter of the width each */
        }
    assert_true(chart_names_month(2024 * 12 + 9, 24)); /* October */
}

/* ---- trends ---- */

static void a_trend_breaks_where_a_number_is_missing(void **state)
{
    (void)state;
    static const struct chart_point points[] = {
        {0, 0, false, STR_CONST("a"), {0}},     {10, 250, false, STR_CONST("b"), {0}},
        {20, 0, true, STR_CONST("c"), {0}},     {60, 500, false, STR_CONST("d"), {0}},
        {100, 1000, false, STR_CONST("e"), {0}}};
    const struct chart_view *v = drawn(CHART_TREND, points, COUNT(points));
    assert_text(v->line, "M0 1000L100 750M600 500L1000 0");
    assert_text(v->area, "M0 1000V1000L100 750V1000zM600 1000V500L1000 0V1000z");
    assert_text(v->dots, "M0 1000h0M100 750h0M600 500h0M1000 0h0");
    assert_int_equal(v->grid.list.count, 4);
    assert_text(grid_at(v, 0)->text, "25%");
    assert_text(grid_at(v, 3)->text, "100%");
    assert_int_equal(v->ticks.list.count, 3);
    assert_text(tick_at(v, 1)->text, "d");
    assert_text(tick_at(v, 2)->anchor, "end");
}

static void one_snapshot_is_a_point(void **state)
{
    (void)state;
    static const struct chart_point point[] = {{20000, 420, false, STR_CONST("a"), {0}}};
    const struct chart_view *v = drawn(CHART_TREND, point, 1);
    assert_text(v->dots, "M500 580h0");
    assert_int_equal(v->ticks.list.count, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_gap_is_no_bar_and_no_zero),
        cmocka_unit_test(what_is_little_is_seen),
        cmocka_unit_test(only_zeros_and_only_gaps),
        cmocka_unit_test(the_largest_number_fits),
        cmocka_unit_test(few_lines_at_round_numbers),
        cmocka_unit_test(lines_say_their_number),
        cmocka_unit_test(names_have_room),
        cmocka_unit_test(a_trend_breaks_where_a_number_is_missing),
        cmocka_unit_test(one_snapshot_is_a_point),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
