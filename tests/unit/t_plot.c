/* SPDX-License-Identifier: MIT */
/* Points as dots: true distances, slips left out, paths that lead back, names on free
 * room. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "view/plot.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const struct spot province[] = {
    {15.1, 101.3, true}, {15.2, 101.9, true}, {15.4, 102.2, true}, {15.8, 102.0, true},
    {16.0, 101.8, true}, {16.3, 102.1, true}, {16.5, 101.9, true}, {16.7, 102.0, true},
};
enum { OFFICES = COUNT(province) };

/* Between two dots it is as far as on the sphere, to one in a hundred and the rounding.
 */
static void test_distances(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plot plot = plot_of(province, OFFICES, &arena);
    assert_true(plot.ok);
    for (size_t i = 0; i < OFFICES; i++)
        for (size_t j = 0; j < OFFICES; j++) {
            struct dot a, b;
            assert_true(plot_dot(&plot, province[i], &a));
            assert_true(plot_dot(&plot, province[j], &b));
            double km = spot_km(province[i], province[j]);
            double drawn = hypot(a.x - b.x, a.y - b.y) / plot.per_km;
            assert_true(fabs(drawn - km) <= km / 100 + 1.5 / plot.per_km);
            assert_true(province[i].lat <= province[j].lat ||
                        a.y <= b.y); /* north is up */
        }
    arena_release(&arena);
}

static void test_on_sheet(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct plot plot = plot_of(province, OFFICES, &arena);
    for (size_t i = 0; i < OFFICES; i++) {
        struct dot dot;
        assert_true(plot_dot(&plot, province[i], &dot));
        assert_in_range(dot.x, PLOT_EDGE, PLOT_WIDTH - PLOT_EDGE);
        assert_in_range(dot.y, PLOT_EDGE, plot.height - PLOT_EDGE);
    }
    assert_in_range(plot.height, 2 * PLOT_EDGE, PLOT_TALLEST);
    arena_release(&arena);
}

/* One slip among many: the sheet is as it was, and the slip is not on it. */
static void test_slip(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct spot spots[OFFICES + 1];
    for (size_t i = 0; i < OFFICES; i++)
        spots[i] = province[i];
    spots[OFFICES] = (struct spot){6.5, 101.3, true};
    struct plot clean = plot_of(province, OFFICES, &arena);
    struct plot plot = plot_of(spots, OFFICES + 1, &arena);
    struct dot dot;
    assert_int_equal(plot.height, clean.height);
    assert_false(plot_dot(&plot, spots[OFFICES], &dot));
    arena_release(&arena);
}

static void test_few(void **state)
{
    (void)state;
    struct arena arena = {0};
    static const struct spot same[] = {{15, 101, true}, {15, 101, true}};
    assert_false(plot_of(province, 0, &arena).ok);
    assert_false(plot_of(province, 1, &arena).ok);
    struct plot plot = plot_of(same, COUNT(same), &arena);
    assert_true(plot.ok);
    assert_true(isfinite(plot.per_km) && plot.per_km > 0);
    assert_int_equal(plot_scale_km(&plot), 1);
    arena_release(&arena);
}

static void test_scale(void **state)
{
    (void)state;
    static const struct {
        double per_km;
        int km;
    } cases[] = {{.5, 100}, {.9, 50}, {1.6, 50}, {1.61, 20}, {8, 10}, {40, 2}, {60, 1}};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct plot plot = {.ok = true, .per_km = cases[i].per_km};
        assert_int_equal(plot_scale_km(&plot), cases[i].km);
    }
}

static void test_path(void **state)
{
    (void)state;
    struct arena arena = {0};
    static const struct dot dots[] = {{12, 30}, {15, 26}, {15, 20}, {5, 20}, {320, 400}};
    struct str path = plot_path(dots, COUNT(dots), &arena);
    assert_true(str_eq(path, STR("m0 0 12 30 3-4 0-6-10 0 315 380v0")));
    assert_int_equal(plot_path(dots, 0, &arena).len, 0);
    arena_release(&arena);
}

static bool overlap(struct box a, struct box b)
{
    return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
           b.y < a.y + a.height;
}

/* Fills a sheet with names until there is no room: none lies on another, or beyond the
 * sheet. */
static void test_room(void **state)
{
    (void)state;
    struct room room = {{0}};
    struct box boxes[400];
    size_t count = 0;
    struct box dot = room_around((struct dot){160, 100}, 8, 8);
    room_take(&room, dot);
    for (int i = 0; i < 400; i++) {
        struct dot at = {i * 37 % PLOT_WIDTH, i * 53 % PLOT_TALLEST};
        if (room_find(&room, at, 40 + i % 30, i % 2 ? ROOM_NEAR : ROOM_BESIDE,
                      &boxes[count]))
            count++;
    }
    assert_in_range(count, 20, 200);
    for (size_t i = 0; i < count; i++) {
        assert_in_range(boxes[i].x, 0, PLOT_WIDTH - boxes[i].width);
        assert_false(overlap(boxes[i], dot));
        for (size_t j = 0; j < i; j++)
            assert_false(overlap(boxes[i], boxes[j]));
    }
}

/* The edges of the sheet are the ends of a number. */
static void test_room_edges(void **state)
{
    (void)state;
    struct room room = {{0}};
    const struct box all = {0, 0, PLOT_WIDTH, 16}, right = {PLOT_WIDTH - 5, 0, 5, 5};
    assert_true(room_is_free(&room, all));
    assert_false(room_is_free(&room, (struct box){-1, 0, 10, 10}));
    assert_false(room_is_free(&room, (struct box){PLOT_WIDTH - 9, 0, 10, 10}));
    room_take(&room, right);
    assert_false(room_is_free(&room, right));
    assert_false(room_is_free(&room, all));
    assert_true(room_is_free(&room, (struct box){0, 0, PLOT_WIDTH - 5, 16}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_distances), cmocka_unit_test(test_on_sheet),
        cmocka_unit_test(test_slip),      cmocka_unit_test(test_few),
        cmocka_unit_test(test_scale),     cmocka_unit_test(test_path),
        cmocka_unit_test(test_room),      cmocka_unit_test(test_room_edges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
