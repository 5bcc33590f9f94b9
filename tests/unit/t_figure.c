/* SPDX-License-Identifier: MIT */
/* figure.h and point.h: what can mean one thing is read, what cannot is refused for its reason. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/figure.h"
#include "text/point.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

/* ---- figures ---- */

static const struct {
    const char *text;
    enum figure_unit unit;
    int64_t value;
    enum figure_error error;
} figures[] = {
    {"1250", FIGURE_BARE, 1250, FIGURE_OK},
    {"0", FIGURE_PEOPLE, 0, FIGURE_OK},
    {"-5", FIGURE_PEOPLE, -5, FIGURE_OK},
    {"+5", FIGURE_PEOPLE, 5, FIGURE_OK},
    {"007", FIGURE_BARE, 7, FIGURE_OK},
    {"1,250", FIGURE_BARE, 1250, FIGURE_OK},
    {"1 250", FIGURE_BARE, 1250, FIGURE_OK},
    {"๑,๒๕๐", FIGURE_BARE, 1250, FIGURE_OK},
    {"12,345,678", FIGURE_BARE, 12345678, FIGURE_OK},
    {"1,250 คน", FIGURE_PEOPLE, 1250, FIGURE_OK},
    {"1250คน/ครั้ง", FIGURE_PEOPLE, 1250, FIGURE_OK},
    {"25,000 บาท", FIGURE_BAHT, 25000, FIGURE_OK},
    {"25,000.-", FIGURE_BAHT, 25000, FIGURE_OK},
    {"25,000.- บาท", FIGURE_BAHT, 25000, FIGURE_OK},
    {"฿25,000", FIGURE_BAHT, 25000, FIGURE_OK},
    {"1250.00", FIGURE_BAHT, 1250, FIGURE_OK},
    {"1,250.00", FIGURE_BAHT, 1250, FIGURE_OK},
    {"5 ดาว", FIGURE_STARS, 5, FIGURE_OK},
    {"", FIGURE_BARE, 0, FIGURE_FORM},
    {"คน", FIGURE_PEOPLE, 0, FIGURE_FORM},
    {"100 บาท", FIGURE_PEOPLE, 0, FIGURE_FORM},
    {"2.5 ล้าน", FIGURE_BAHT, 0, FIGURE_FORM},
    {"หนึ่งร้อย", FIGURE_PEOPLE, 0, FIGURE_FORM},
    {"ประมาณการ", FIGURE_PEOPLE, 0, FIGURE_FORM},
    {"1,25", FIGURE_BARE, 0, FIGURE_FORM},
    {"1250,000", FIGURE_BARE, 0, FIGURE_FORM},
    {"0,250", FIGURE_BARE, 0, FIGURE_FORM},
    {",250", FIGURE_BARE, 0, FIGURE_FORM},
    {"1,250,", FIGURE_BARE, 0, FIGURE_FORM},
    {"1.250,00", FIGURE_BARE, 0, FIGURE_FORM},
    {"--5", FIGURE_BARE, 0, FIGURE_FORM},
    {"1-ม.ค.", FIGURE_BARE, 0, FIGURE_FORM},
    {"1.250", FIGURE_BARE, 1250, FIGURE_DOTTED},
    {"1.250.000", FIGURE_BAHT, 1250000, FIGURE_DOTTED},
    {"1.000", FIGURE_BARE, 1000, FIGURE_DOTTED},
    {"12.5", FIGURE_PEOPLE, 12, FIGURE_FRACTION},
    {"0.250", FIGURE_BARE, 0, FIGURE_FRACTION},
    {"1250.500", FIGURE_BAHT, 1250, FIGURE_FRACTION},
    {"1,250.50 บาท", FIGURE_BAHT, 1250, FIGURE_FRACTION},
    {"~100", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"ประมาณ 100", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"ประมาณ ๑๐๐ คน", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"มากกว่า 100", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"ไม่เกิน 100", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"100-150", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"100 คน ถึง 1,150 คน", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"100+", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"100 กว่าคน", FIGURE_PEOPLE, 0, FIGURE_INEXACT},
    {"1.2E+07", FIGURE_BAHT, 0, FIGURE_SHORTENED},
    {"99999999999999999999", FIGURE_BARE, 0, FIGURE_LARGE},
};

static void figures_are_read_or_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(figures); i++) {
        struct figure got = figure_parse(str_from(figures[i].text), figures[i].unit, &arena);
        if (got.error != figures[i].error || got.value != figures[i].value)
            fail_msg("[%s]: error %d, value %lld", figures[i].text, (int)got.error,
                     (long long)got.value);
    }
}

/* ---- coordinates ---- */

static const struct {
    const char *text;
    size_t count;
    double first, second;
    bool plain;
} points[] = {
    {"15.7563", 1, 15.7563, 0, true},
    {"-15.7563", 1, -15.7563, 0, true},
    {"15.7563° N", 1, 15.7563, 0, false},
    {"15.7563N", 1, 15.7563, 0, false},
    {"33.9 S", 1, -33.9, 0, false},
    {"15°45'22.7\"N", 1, 15.756306, 0, false},
    {"15°45′22.7″N", 1, 15.756306, 0, false},
    {"15° 45' 22.7'' N", 1, 15.756306, 0, false},
    {"15°45'N", 1, 15.75, 0, false},
    {"15.7563, 101.9087", 2, 15.7563, 101.9087, true},
    {"15.7563 101.9087", 2, 15.7563, 101.9087, true},
    {"15.7563;101.9087", 2, 15.7563, 101.9087, true},
    {"15°45'22.7\"N 101°54'31.3\"E", 2, 15.756306, 101.908694, false},
    {"", 0, 0, 0, false},
    {"x", 0, 0, 0, false},
    {"15.7563,", 0, 0, 0, false},
    {"15.75.63", 0, 0, 0, false},
    {"15°60'N", 0, 0, 0, false},
    {"15°45'60\"N", 0, 0, 0, false},
    {"15.7563 101.9087 200", 0, 0, 0, false},
    {"15.7563N101.9087E", 0, 0, 0, false},
    {"บ้านเขว้า 15.7563", 0, 0, 0, false},
};

static bool is_near(double a, double b)
{
    return fabs(a - b) < 0.0000005;
}

static void points_are_read_as_maps_show_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(points); i++) {
        struct point_read got = point_parse(str_from(points[i].text));
        if (got.count != points[i].count || !is_near(got.degrees[0], points[i].first)
            || !is_near(got.degrees[1], points[i].second) || got.plain != points[i].plain)
            fail_msg("[%s]: %zu, %f, %f, plain %d", points[i].text, got.count, got.degrees[0],
                     got.degrees[1], got.plain);
    }
}

static int teardown(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* As long as a cell may be: 64,000 groups. */
static void long_figure(void **state)
{
    (void)state;
    struct str text = STR("1"), group = STR(",234");
    char *bytes = arena_alloc(&arena, 1 + 64000 * group.len);
    bytes[0] = text.ptr[0];
    for (size_t i = 0; i < 64000; i++)
        for (size_t k = 0; k < group.len; k++)
            bytes[1 + i * group.len + k] = group.ptr[k];
    text = str_of(bytes, 1 + 64000 * group.len);
    assert_int_equal(figure_parse(text, FIGURE_BARE, &arena).error, FIGURE_LARGE);
    arena_release(&arena);
}

static void numbers_stay_with_their_words(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"๑ อปท. ๑ อัตลักษณ์", "๑\u00A0อปท. ๑\u00A0อัตลักษณ์"},
        {"1 LAO, 1 Identity", "1\u00A0LAO, 1\u00A0Identity"},
        {"ปี 2568", "ปี 2568"},
        {"12a 3", "12a 3"},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct str kept = figure_keep(str_from(texts[i][0]), &arena);
        if (!str_eq(kept, str_from(texts[i][1])))
            fail_msg("%s: %.*s", texts[i][0], STR_ARG(kept));
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_read_or_refused),
        cmocka_unit_test(long_figure),
        cmocka_unit_test(numbers_stay_with_their_words),
        cmocka_unit_test(points_are_read_as_maps_show_them),
    };
    return cmocka_run_group_tests(tests, NULL, teardown);
}
