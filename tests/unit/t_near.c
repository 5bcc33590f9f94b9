/* SPDX-License-Identifier: MIT */
/* The country in squares, the middle of a district, and what can be chosen by. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "view/facets.h"
#include "view/near.h"
#include "view/plan.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void assert_str(struct str got, const char *want)
{
    assert_string_equal(str_c(got, &arena), want);
}

/* ---- cells ---- */

/* In the order of rows, then columns: a place in each, the last two in one. */
static const struct {
    double lat, lon;
    unsigned row, column;
} spots[] = {
    {5.5, 96.0, 0, 0},      /* outside the box: the cell at its edge */
    {5.6, 101.0, 0, 2},
    {7.3499, 100.6, 0, 2},  /* just south of the next row */
    {7.35, 100.6, 1, 2},
    {15.806, 102.031, 5, 2},
    {15.806, 102.25, 5, 3}, /* on the line: the eastern one */
    {25.0, 110.0, 8, 4},
};

static struct site site_of(struct lao *laos, struct identity *identities)
{
    struct site site = {.langs = {STR("th"), STR("en")}, .lang_count = 2};
    for (size_t i = 0; i < COUNT(spots); i++) {
        laos[i] = (struct lao){.key = str_format(&arena, "%06zu", i),
                               .located = true,
                               .lat = spots[i].lat,
                               .lon = spots[i].lon,
                               .identity = &identities[i]};
        *list_push(&site.entries, &arena) = &laos[i];
    }
    return site;
}

static const struct near_cell *cell_of(const struct near_cells *cells,
                                       const struct lao *lao)
{
    const struct near_cell *found = NULL;
    for (size_t c = 0; c < cells->count; c++)
        for (size_t i = 0; i < cells->items[c].entries.count; i++)
            if (cells->items[c].entries.items[i] == lao) {
                assert_null(found); /* in one only */
                found = &cells->items[c];
            }
    return found;
}

static void each_entry_is_in_its_cell(void **state)
{
    (void)state;
    struct lao laos[COUNT(spots)];
    struct identity identities[COUNT(spots)] = {0};
    struct site site = site_of(laos, identities);
    struct near_cells cells = near_cells(&site, &arena);
    for (size_t i = 0; i < COUNT(spots); i++) {
        const struct near_cell *cell = cell_of(&cells, &laos[i]);
        assert_non_null(cell);
        assert_int_equal(cell->row, spots[i].row);
        assert_int_equal(cell->column, spots[i].column);
    }
    assert_int_equal(cells.count, COUNT(spots) - 1); /* none is empty */
    for (size_t c = 1; c < cells.count; c++)
        assert_true(cells.items[c - 1].row * NEAR_COLUMNS + cells.items[c - 1].column <
                    cells.items[c].row * NEAR_COLUMNS + cells.items[c].column);
}

static void its_own_place_goes_before_its_office(void **state)
{
    (void)state;
    struct lao laos[COUNT(spots)];
    struct identity identities[COUNT(spots)] = {0};
    struct site site = site_of(laos, identities);
    identities[0].place.located = true;
    identities[0].place.lat = 15.8;
    identities[0].place.lon = 102.0;
    laos[1].located = false;
    struct near_cells cells = near_cells(&site, &arena);
    assert_ptr_equal(cell_of(&cells, &laos[0]), cell_of(&cells, &laos[4]));
    assert_null(cell_of(&cells, &laos[1])); /* nowhere, rather than somewhere */
}

static void cells_are_planned_in_each_language(void **state)
{
    (void)state;
    struct lao laos[COUNT(spots)];
    struct identity identities[COUNT(spots)] = {0};
    struct province province = {.code = STR("36"), .slug = STR("chaiyaphum")};
    struct category category = {.key = STR("craft")};
    struct site site = site_of(laos, identities);
    site.vocabulary.categories.items = &category;
    site.vocabulary.categories.count = 1;
    for (size_t i = 0; i < COUNT(spots); i++) {
        laos[i].province = &province;
        identities[i].category = &category;
    }
    struct diags diags = diags_on(&arena);
    struct plan plan = plan_site(&site, &arena, &diags);
    size_t count = 0;
    bool found = false;
    for (size_t i = 0; i < plan.pages.count; i++) {
        count += plan.pages.items[i].kind == DATA_NEAR;
        found = found || str_eq(plan.pages.items[i].path, STR("data/near/en-5-2.json"));
    }
    assert_int_equal(count, 2 * plan.cells.count);
    assert_true(found);
}

static void the_middle_of_a_district_is_that_of_its_offices(void **state)
{
    (void)state;
    struct lao laos[] = {{.located = true, .lat = 15, .lon = 101},
                         {.located = true, .lat = 16, .lon = 103},
                         {.located = false, .lat = 0, .lon = 0}};
    struct district district = {0};
    assert_false(near_centre(&district).ok);
    *list_push(&district.laos, &arena) = &laos[2];
    assert_false(near_centre(&district).ok);
    *list_push(&district.laos, &arena) = &laos[0];
    *list_push(&district.laos, &arena) = &laos[1];
    struct spot middle = near_centre(&district);
    assert_true(middle.ok);
    assert_float_equal(middle.lat, 15.5, 1e-9);
    assert_float_equal(middle.lon, 102, 1e-9);
}

/* ---- facets ---- */

enum { ENTER, DOOR, MOVE, SEATS, TOILET, RARE, FEATURES };
static const struct feature features[FEATURES] = {
    [ENTER] = {.key = STR("enter.stepfree"), .starter = true, .index = ENTER},
    [DOOR] = {.key = STR("enter.door_cm"), .type = FEATURE_CM, .starter = true, .index = DOOR},
    [MOVE] = {.key = STR("move.stepfree"), .starter = true, .index = MOVE},
    [SEATS] = {.key = STR("move.seats"), .starter = true, .index = SEATS},
    [TOILET] = {.key = STR("toilet.accessible"), .starter = true, .index = TOILET},
    [RARE] = {.key = STR("sense.signs"), .index = RARE},
};

static void unknown_is_in_none_of_the_three(void **state)
{
    (void)state;
    struct site site = {0};
    for (size_t i = 0; i < FEATURES; i++)
        *list_push(&site.vocabulary.features, &arena) = features[i];
    struct columns columns = facets_columns(&site, &arena);
    assert_int_equal(columns.count, 4); /* states that are asked first */
    struct access_value values[FEATURES] = {
        [ENTER] = {.known = true, .state = ACCESS_YES},
        [DOOR] = {.known = true, .number = 90},
        [MOVE] = {.known = true, .state = ACCESS_LIMITED},
        [SEATS] = {.known = true, .state = ACCESS_NA},
        [RARE] = {.known = true, .state = ACCESS_YES},
    };
    struct access_value *at[FEATURES] = {[ENTER] = &values[ENTER], [DOOR] = &values[DOOR],
                                         [MOVE] = &values[MOVE],   [SEATS] = &values[SEATS],
                                         [RARE] = &values[RARE]};
    struct access access = {.stated = true, .values = at};
    struct facets facets = facets_of(&site, &columns, &access, &arena);
    assert_str(facets.has, "1");
    assert_str(facets.part, "02"); /* 0: wheelchairs, by the published rule */
    assert_str(facets.lacks, "3");
    values[TOILET] = (struct access_value){.known = true, .state = ACCESS_NO};
    at[TOILET] = &values[TOILET];
    assert_str(facets_of(&site, &columns, &access, &arena).lacks, "34");
}

static void nothing_stated_is_nothing_known(void **state)
{
    (void)state;
    struct site site = {0};
    struct columns columns = {0};
    struct facets facets = facets_of(&site, &columns, &(struct access){0}, &arena);
    assert_int_equal(facets.has.len + facets.part.len + facets.lacks.len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_entry_is_in_its_cell),
        cmocka_unit_test(its_own_place_goes_before_its_office),
        cmocka_unit_test(cells_are_planned_in_each_language),
        cmocka_unit_test(the_middle_of_a_district_is_that_of_its_offices),
        cmocka_unit_test(unknown_is_in_none_of_the_three),
        cmocka_unit_test(nothing_stated_is_nothing_known),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
