/* SPDX-License-Identifier: MIT */
/* Sums of visitors and income: what is missing is not zero, and each sum says what it covers. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "model/figures.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { NONE = -1, LAOS = 4 };

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* A report: which LAO, the month, NONE for what it does not state. */
struct line {
    size_t lao;
    int year, month;
    int64_t visitors, income;
};

static const struct category food = {.index = 0}, craft = {.index = 1};
static struct identity of_food = {.category = &food}, of_craft = {.category = &craft};

/* LAOs 0 and 1 are of food, 2 of craft; 3 has published nothing. */
static struct laos laos_with(const struct line *lines, size_t count)
{
    struct laos laos = {0};
    struct identity *identities[LAOS] = {&of_food, &of_food, &of_craft, &of_craft};
    for (size_t i = 0; i < LAOS; i++) {
        struct lao *lao = arena_new(&arena, struct lao);
        lao->identity = identities[i];
        lao->published = i < 3;
        lao->reports = arena_many(&arena, count, const struct report *);
        *list_push(&laos, &arena) = lao;
    }
    for (size_t i = 0; i < count; i++) {
        const struct line *line = &lines[i];
        struct report *report = arena_new(&arena, struct report);
        *report = (struct report){.month = {line->year, line->month, 0},
                                  .has_visitors = line->visitors != NONE,
                                  .has_income = line->income != NONE,
                                  .visitors = line->visitors != NONE ? line->visitors : 0,
                                  .income = line->income != NONE ? line->income : 0};
        struct lao *lao = laos.items[line->lao];
        lao->reports[lao->report_count++] = report;
    }
    return laos;
}

static struct figures over(const struct line *lines, size_t count)
{
    struct laos laos = laos_with(lines, count);
    return figures_over(&laos, &arena);
}
#define OVER(lines) over((lines), COUNT(lines))

static const struct figure_sum *at(const struct figures *figures, int year, int month,
                                   enum figure_kind kind)
{
    static const struct figure_sum nothing;
    const struct figure_period *period = figures_at(month ? &figures->months : &figures->years,
                                                    (struct date){year, month, 0});
    return period ? &period->of[kind] : &nothing;
}

static void assert_sum(const struct figure_sum *sum, int64_t wanted, unsigned laos, unsigned months)
{
    assert_int_equal(sum->sum, wanted);
    assert_int_equal(sum->laos, laos);
    assert_int_equal(sum->months, months);
}

static void assert_pair(const struct figure_sum *sum, int64_t then, int64_t now, unsigned pairs,
                        unsigned months)
{
    assert_int_equal(sum->then, then);
    assert_int_equal(sum->now, now);
    assert_int_equal(sum->pairs, pairs);
    assert_int_equal(sum->pair_months, months);
}

/* ---- sums ---- */

static void nothing_reported_is_no_period(void **state)
{
    (void)state;
    struct figures none = over(NULL, 0);
    assert_int_equal(none.laos, LAOS);
    assert_int_equal(none.months.count + none.years.count, 0);
    struct laos nobody = {0};
    assert_int_equal(figures_over(&nobody, &arena).laos, 0);
    struct place_figures fields = figures_by_field(&nobody, 2, &arena);
    assert_int_equal(fields.field_count, 3);
    assert_int_equal(fields.fields[2].years.count, 0);
}

static void a_month_is_summed_over_who_stated_it(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {0, 2025, 3, 100, 5000}, {0, 2025, 5, 300, NONE}, {1, 2025, 3, 20, NONE}};
    struct figures figures = OVER(lines);
    assert_int_equal(figures.months.count, 2); /* April is a gap, not a zero */
    assert_sum(at(&figures, 2025, 3, VISITORS), 120, 2, 2);
    assert_sum(at(&figures, 2025, 3, INCOME), 5000, 1, 1);
    assert_sum(at(&figures, 2025, 5, VISITORS), 300, 1, 1);
    assert_sum(at(&figures, 2025, 5, INCOME), 0, 0, 0);
    assert_null(figures_at(&figures.months, (struct date){2025, 4, 0}));
    assert_sum(at(&figures, 2025, 0, VISITORS), 420, 2, 3);
    assert_sum(at(&figures, 2025, 0, INCOME), 5000, 1, 1);
}

static void a_stated_zero_is_a_number(void **state)
{
    (void)state;
    static const struct line lines[] = {{0, 2025, 3, 0, NONE}, {1, 2025, 4, NONE, NONE}};
    struct figures figures = OVER(lines);
    assert_int_equal(figures.months.count, 1); /* an empty report states nothing */
    assert_sum(at(&figures, 2025, 3, VISITORS), 0, 1, 1);
    assert_sum(at(&figures, 2025, 3, INCOME), 0, 0, 0);
}

static void income_alone_makes_no_visitors(void **state)
{
    (void)state;
    static const struct line lines[] = {{2, 2025, 3, NONE, 700}};
    struct figures figures = OVER(lines);
    assert_sum(at(&figures, 2025, 3, VISITORS), 0, 0, 0);
    assert_sum(at(&figures, 2025, 3, INCOME), 700, 1, 1);
    assert_sum(at(&figures, 2025, 0, VISITORS), 0, 0, 0);
}

static void a_fiscal_year_begins_in_october(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {0, 2024, 9, 1, 10}, {0, 2024, 10, 2, 20}, {0, 2025, 9, 4, 40}, {0, 2025, 10, 8, 80}};
    struct figures figures = OVER(lines);
    assert_int_equal(fiscal_year((struct date){2024, 9, 0}), 2024);
    assert_int_equal(fiscal_year((struct date){2024, 10, 0}), 2025);
    assert_int_equal(figures.years.count, 3);
    assert_sum(at(&figures, 2024, 0, VISITORS), 1, 1, 1);
    assert_sum(at(&figures, 2025, 0, VISITORS), 6, 1, 2);
    assert_sum(at(&figures, 2026, 0, INCOME), 80, 1, 1);
    for (size_t i = 1; i < figures.months.count; i++)
        assert_true(date_compare(figures.months.items[i - 1].period,
                                 figures.months.items[i].period) < 0);
}

/* ---- a year before ---- */

static void only_who_states_both_is_compared(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {0, 2024, 3, 100, NONE}, {0, 2024, 4, 50, 9},  {0, 2025, 3, 130, 7}, {0, 2025, 4, 40, 8},
        {1, 2025, 3, 1000, 1},   {2, 2024, 3, 500, 2}, {3, 2024, 3, 0, NONE}, {3, 2025, 3, 6, NONE}};
    struct figures figures = OVER(lines);
    assert_sum(at(&figures, 2025, 3, VISITORS), 1136, 3, 3);
    assert_pair(at(&figures, 2025, 3, VISITORS), 100, 136, 2, 2); /* a stated 0 counts */
    assert_pair(at(&figures, 2025, 3, INCOME), 0, 0, 0, 0);       /* not stated the year before */
    assert_pair(at(&figures, 2024, 3, VISITORS), 0, 0, 0, 0);
    assert_pair(at(&figures, 2025, 0, VISITORS), 150, 176, 2, 3); /* LAO 0 in two months, once */
    assert_pair(at(&figures, 2025, 0, INCOME), 9, 8, 1, 1);
}

static void eleven_and_thirteen_months_are_no_year(void **state)
{
    (void)state;
    static const struct line lines[] = {{0, 2024, 2, 5, NONE}, {0, 2024, 4, 5, NONE},
                                        {0, 2025, 3, 7, NONE}};
    struct figures figures = OVER(lines);
    assert_pair(at(&figures, 2025, 3, VISITORS), 0, 0, 0, 0);
}

/* ---- fields ---- */

static void fields_sum_to_the_total(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {0, 2025, 3, 1, 10}, {1, 2025, 4, 2, NONE}, {2, 2025, 3, 4, 40}, {3, 2025, 3, 8, 80}};
    struct laos laos = laos_with(lines, COUNT(lines));
    struct place_figures figures = figures_by_field(&laos, 2, &arena);
    assert_int_equal(figures.all.laos, 4);
    assert_int_equal(figures.fields[0].laos, 2);
    assert_int_equal(figures.fields[1].laos, 1);
    assert_int_equal(figures.fields[2].laos, 1); /* what is held back has no field yet */
    assert_sum(at(&figures.all, 2025, 0, VISITORS), 15, 4, 4);
    assert_sum(at(&figures.all, 2025, 3, INCOME), 130, 3, 3);
    assert_sum(at(&figures.fields[0], 2025, 0, VISITORS), 3, 2, 2);
    assert_sum(at(&figures.fields[1], 2025, 0, VISITORS), 4, 1, 1);
    assert_sum(at(&figures.fields[2], 2025, 0, VISITORS), 8, 1, 1);
    assert_sum(at(&figures.fields[1], 2025, 4, VISITORS), 0, 0, 0);
    struct figures over = figures_over(&laos, &arena);
    assert_int_equal(over.months.count, figures.all.months.count);
    for (size_t i = 0; i < over.months.count; i++)
        assert_memory_equal(&over.months.items[i], &figures.all.months.items[i],
                            sizeof(*over.months.items));
}

/* ---- what does not fit ---- */

static void what_does_not_fit_is_no_number(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {0, 2025, 3, 5, INT64_MAX - 1}, {1, 2025, 3, 6, 1}, {2, 2025, 4, 7, 9}};
    struct laos laos = laos_with(lines, COUNT(lines));
    struct place_figures figures = figures_by_field(&laos, 2, &arena);
    assert_sum(at(&figures.all, 2025, 3, INCOME), INT64_MAX, 2, 2);
    assert_sum(at(&figures.all, 2025, 0, INCOME), 0, 0, 0); /* 8 too many */
    assert_sum(at(&figures.all, 2025, 0, VISITORS), 18, 3, 3);
}

/* ---- every place ---- */

static void every_place_of_every_level_has_its_own(void **state)
{
    (void)state;
    static const struct line lines[] = {{0, 2025, 3, 1, NONE}, {3, 2025, 3, 8, NONE}};
    struct laos laos = laos_with(lines, COUNT(lines));
    struct site site = {.laos = laos};
    struct region region = {0};
    struct cluster cluster = {0};
    struct province province = {.laos = laos};
    struct district district = {0};
    *list_push(&district.laos, &arena) = laos.items[3];
    *list_push(&region.provinces, &arena) = &province;
    *list_push(&cluster.provinces, &arena) = &province;
    *list_push(&site.regions, &arena) = &region;
    *list_push(&site.clusters, &arena) = &cluster;
    *list_push(&site.provinces, &arena) = &province;
    *list_push(&site.districts, &arena) = &district;
    *list_push(&site.vocabulary.categories, &arena) = food;
    *list_push(&site.vocabulary.categories, &arena) = craft;
    figures_fill(&site, 2, &arena);
    const struct place_figures *whole[] = {site.figures, region.figures, cluster.figures,
                                           province.figures};
    for (size_t i = 0; i < COUNT(whole); i++) {
        assert_int_equal(whole[i]->field_count, 3);
        assert_sum(at(&whole[i]->all, 2025, 3, VISITORS), 9, 2, 2);
    }
    assert_int_equal(district.figures->all.laos, 1);
    assert_sum(at(&district.figures->all, 2025, 3, VISITORS), 8, 1, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_reported_is_no_period),
        cmocka_unit_test(a_month_is_summed_over_who_stated_it),
        cmocka_unit_test(a_stated_zero_is_a_number),
        cmocka_unit_test(income_alone_makes_no_visitors),
        cmocka_unit_test(a_fiscal_year_begins_in_october),
        cmocka_unit_test(only_who_states_both_is_compared),
        cmocka_unit_test(eleven_and_thirteen_months_are_no_year),
        cmocka_unit_test(fields_sum_to_the_total),
        cmocka_unit_test(what_does_not_fit_is_no_number),
        cmocka_unit_test(every_place_of_every_level_has_its_own),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
