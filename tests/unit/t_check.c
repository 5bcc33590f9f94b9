/* SPDX-License-Identifier: MIT */
/*
 * check.h: each rule at its limit, one below and one above it, over a small site made by
 * hand. That the rules are reached from files is tests/bad's.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "check/check.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

enum { OFFICES = 4, FEATURES_MAX = 2, REPORTS_MAX = 6 };

/* A province of four offices 0.1 degree apart, and another with one; one identity. */
struct lab {
    struct arena arena;
    struct diags diags;
    struct site site;
    struct province here, there;
    struct district district;
    struct lao laos[OFFICES + 1];
    struct identity identity;
    struct feature features[FEATURES_MAX];
    struct access_value values[FEATURES_MAX], *stated[FEATURES_MAX];
    struct report reports[REPORTS_MAX];
};

#define PUSH(list, item) (*list_push((list), &lab->arena) = (item))

static void add_lao(struct lab *lab, size_t at, struct province *province, double lat,
                    double lon)
{
    struct lao *lao = &lab->laos[at];
    *lao = (struct lao){.key = str_format(&lab->arena, "36010%zu", at),
                        .type = LAO_SAO,
                        .name = {{STR("บ้าน"), STR("Ban")}},
                        .province = province,
                        .district = province == &lab->here ? &lab->district : NULL,
                        .located = true,
                        .lat = lat,
                        .lon = lon};
    PUSH(&province->laos, lao);
    PUSH(&lab->site.laos, lao);
    map_put(&lab->site.lao_by_key, lao->key, lao, &lab->arena);
}

static void add_places(struct lab *lab)
{
    lab->here = (struct province){.code = STR("36"),
                                  .slug = STR("chaiyaphum"),
                                  .name = {{STR("ชัยภูมิ"), STR("Chaiyaphum")}}};
    lab->there = (struct province){.code = STR("37"),
                                   .slug = STR("amnat-charoen"),
                                   .name = {{STR("อำนาจเจริญ"), STR("Amnat Charoen")}}};
    lab->district = (struct district){.code = STR("3601"),
                                      .slug = STR("mueang"),
                                      .name = {{STR("เมือง"), STR("Mueang")}},
                                      .province = &lab->here};
    PUSH(&lab->site.provinces, &lab->here);
    PUSH(&lab->site.provinces, &lab->there);
    PUSH(&lab->site.districts, &lab->district);
    for (size_t i = 0; i < OFFICES; i++)
        add_lao(lab, i, &lab->here, 15.8 + 0.1 * (double)(i / 2),
                102.0 + 0.1 * (double)(i % 2));
    add_lao(lab, OFFICES, &lab->there, 15.9, 104.6);
    PUSH(&lab->district.laos, &lab->laos[0]);
}

static void open_lab(struct lab *lab)
{
    *lab = (struct lab){.site = {.langs = {STR("th"), STR("en")}, .lang_count = 2}};
    lab->diags = diags_on(&lab->arena);
    add_places(lab);
    lab->identity = (struct identity){.lao = &lab->laos[0],
                                      .name = {{STR("ผ้าไหม"), STR("Silk")}},
                                      .summary = {{STR("ผ้า"), STR("Cloth")}},
                                      .updated = {2025, 6, 1},
                                      .access = {.values = lab->stated}};
    PUSH(&lab->identity.sources, ((struct link){.url = STR("https://example.go.th/")}));
    lab->laos[0].identity = &lab->identity;
    PUSH(&lab->site.identities, &lab->identity);
    lab->site.settings.base_url = STR("https://example.go.th/");
}

/* How often a rule was broken; closes the lab. */
static size_t broken(struct lab *lab, const char *id)
{
    size_t count = 0;
    check_site(&lab->site, 2, &lab->arena, &lab->diags);
    for (size_t i = 0; i < lab->diags.items.count; i++) {
        const struct finding *finding = &lab->diags.items.items[i];
        count += strcmp(finding->rule->id, id) == 0;
        for (enum diag_lang lang = 0; lang < DIAG_LANGS; lang++) {
            assert_true(diag_problem(finding, lang, &lab->arena).len > 0);
            assert_true(diag_remedy(finding, lang, &lab->arena).len > 0);
        }
    }
    assert_true(str_is_empty(lab->diags.subject));
    arena_release(&lab->arena);
    return count;
}

static void test_nothing_to_say(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    check_site(&lab.site, 2, &lab.arena, &lab.diags);
    assert_int_equal(lab.diags.items.count, 0);
    arena_release(&lab.arena);
}

/* ---- coordinates: offices lie within about 8 km of their middle ---- */

static void test_coordinates(void **state)
{
    (void)state;
    static const struct {
        double lat, lon;
        size_t other, far, office;
    } cases[] = {
        {15.85, 102.05, 0, 0, 0}, /* between the offices */
        {15.85, 102.36, 0, 0, 0}, /* 33 km from the middle, 39 from the office */
        {15.85, 102.39, 0, 0, 1}, /* 36 km from the middle, 42 from the office */
        {15.85, 102.48, 0, 1,
         0}, /* beyond the circle, its own offices are still the nearest */
        {15.90, 104.50, 1, 0, 0}, /* at the other province's door */
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *ids[] = {"coordinate.other-province", "coordinate.far-from-province",
                             "coordinate.far-from-office"};
        const size_t wanted[] = {cases[i].other, cases[i].far, cases[i].office};
        for (size_t k = 0; k < COUNT(ids); k++) {
            struct lab lab;
            open_lab(&lab);
            lab.identity.place.located = true;
            lab.identity.place.lat = cases[i].lat;
            lab.identity.place.lon = cases[i].lon;
            assert_int_equal(broken(&lab, ids[k]), wanted[k]);
        }
    }
}

/* Two offices do not tell how large a province is: no error. */
static void test_coordinates_of_few_offices(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    lab.identity.place.located = true;
    lab.identity.place.lat = 15.9;
    lab.identity.place.lon = 104.5;
    lab.laos[2].located = lab.laos[3].located = false;
    assert_int_equal(broken(&lab, "coordinate.other-province"), 0);
    open_lab(&lab);
    lab.identity.place.located = true;
    for (size_t i = 0; i < OFFICES; i++)
        lab.laos[i].located = false;
    assert_int_equal(broken(&lab, "coordinate.far-from-province"), 0);
}

static void test_offices_that_own_a_province(void **state)
{
    (void)state;
    struct lab lab;
    open_lab(&lab);
    lab.identity.place.located = true;
    lab.identity.place.lat = 15.85;
    lab.identity.place.lon = 102.40;
    lab.laos[0].type = LAO_PAO;
    assert_int_equal(broken(&lab, "coordinate.far-from-office"), 0);
}

/* ---- access: a claim and a measure ---- */

static size_t contradicted(const char *claim, enum access_state state,
                           const char *measure, char bound, int64_t number)
{
    struct lab lab;
    open_lab(&lab);
    lab.features[0] =
        (struct feature){.key = str_from(claim), .label = {{STR("ก"), STR("a")}}};
    lab.features[1] = (struct feature){
        .key = str_from(measure), .label = {{STR("ข"), STR("b")}}, .index = 1};
    *list_push(&lab.site.vocabulary.features, &lab.arena) = lab.features[0];
    *list_push(&lab.site.vocabulary.features, &lab.arena) = lab.features[1];
    lab.identity.access.stated = true;
    lab.stated[0] = &lab.values[0];
    lab.stated[1] = &lab.values[1];
    lab.values[0] = (struct access_value){.known = true, .state = state};
    lab.values[1] =
        (struct access_value){.known = bound != '?', .bound = bound, .number = number};
    return broken(&lab, "access.contradiction");
}

static void test_contradictions(void **state)
{
    (void)state;
    static const struct {
        const char *claim;
        enum access_state state;
        const char *measure;
        char bound;
        int64_t number;
        size_t wanted;
    } cases[] = {
        {"enter.stepfree", ACCESS_YES, "enter.steps_n", '=', 0, 0},
        {"enter.stepfree", ACCESS_YES, "enter.steps_n", '=', 1, 1},
        {"enter.stepfree", ACCESS_NO, "enter.steps_n", '=', 1, 0},
        {"enter.stepfree", ACCESS_YES, "enter.steps_n", '?', 1, 0},
        {"enter.stepfree", ACCESS_YES, "enter.step_cm", '=', 2, 0},
        {"enter.stepfree", ACCESS_YES, "enter.step_cm", '=', 3, 1},
        {"enter.stepfree", ACCESS_YES, "enter.step_cm", '<', 3,
         0}, /* at most 3: perhaps none */
        {"toilet.accessible", ACCESS_YES, "toilet.door_cm", '=', 75, 0},
        {"toilet.accessible", ACCESS_YES, "toilet.door_cm", '=', 74, 1},
        {"toilet.accessible", ACCESS_YES, "toilet.door_cm", '~', 74, 1},
        {"toilet.accessible", ACCESS_YES, "toilet.door_cm", '>', 74, 0}, /* at least 74 */
        {"toilet.accessible", ACCESS_LIMITED, "toilet.door_cm", '=', 60, 0},
        {"enter.ramp", ACCESS_YES, "enter.ramp_1x", '=', 8, 0},
        {"enter.ramp", ACCESS_YES, "enter.ramp_1x", '=', 7, 1},
        {"arrive.parking", ACCESS_YES, "arrive.parking_n", '=', 0, 1},
        {"arrive.parking", ACCESS_YES, "arrive.parking_n", '=', 1, 0},
        {"arrive.parking", ACCESS_NO, "arrive.parking_n", '=', 1, 1},
        {"arrive.parking", ACCESS_NO, "arrive.parking_n", '=', 0, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(contradicted(cases[i].claim, cases[i].state, cases[i].measure,
                                      cases[i].bound, cases[i].number),
                         cases[i].wanted);
}

/* ---- dates ---- */

static size_t with_checked(int year, int month, int day, const char *id)
{
    struct lab lab;
    open_lab(&lab);
    lab.identity.access.stated = true;
    lab.identity.access.by = BY_LAO;
    lab.identity.access.method = METHOD_SEEN;
    lab.identity.access.checked = (struct date){year, month, day};
    return broken(&lab, id);
}

static void test_evidence(void **state)
{
    (void)state;
    assert_int_equal(with_checked(2023, 6, 2, "access.old"), 0);
    assert_int_equal(with_checked(2023, 6, 1, "access.old"), 1);
    assert_int_equal(with_checked(2025, 6, 1, "access.after-updated"), 0);
    assert_int_equal(with_checked(2025, 6, 2, "access.after-updated"), 1);
    assert_int_equal(with_checked(2025, 5, 1, "access.no-evidence"), 0);
    assert_int_equal(with_checked(0, 0, 0, "access.no-evidence"), 1);
}

static size_t with_number(int year, int month, int day)
{
    struct lab lab;
    open_lab(&lab);
    *list_push(&lab.site.settings.emergency, &lab.arena) =
        (struct emergency){STR("191"),
                           {{STR("ตำรวจ"), STR("Police")}},
                           STR("https://example.go.th/"),
                           {year, month, day}};
    return broken(&lab, "emergency.old");
}

/* 180 days before 1 June 2025 is 3 December 2024. */
static void test_emergency(void **state)
{
    (void)state;
    assert_int_equal(with_number(2024, 12, 3), 0);
    assert_int_equal(with_number(2024, 12, 2), 1);
    assert_int_equal(with_number(2026, 1, 1), 0);
    assert_int_equal(with_number(2024, 2, 29), 1);
}

/* An entry that an error holds back does not say how late it is. */
static void test_now_leaves_out_what_is_held_back(void **state)
{
    (void)state;
    static const struct rule error = {
        "test.error", SEVERITY_ERROR, {"ก", "a"}, {"ข", "b"}};
    struct lab lab;
    open_lab(&lab);
    lab.identity.updated = (struct date){2035, 1, 1};
    lab.diags.subject = lab.laos[0].key;
    diag(&lab.diags, &error, (struct pos){0}, STR(""));
    lab.diags.subject = STR("");
    *list_push(&lab.site.settings.emergency, &lab.arena) =
        (struct emergency){STR("191"),
                           {{STR("ตำรวจ"), STR("Police")}},
                           STR("https://example.go.th/"),
                           {2025, 1, 1}};
    assert_int_equal(broken(&lab, "emergency.old"), 0);
}

/* ---- reports ---- */

static size_t with_visitors(const int64_t *visitors, const char *note, const char *id)
{
    struct lab lab;
    open_lab(&lab);
    for (size_t i = 0; i < REPORTS_MAX && visitors[i] >= 0; i++) {
        lab.reports[i] = (struct report){.lao = &lab.laos[0],
                                         .month = {2025, (int)i + 1, 0},
                                         .has_visitors = true,
                                         .visitors = visitors[i],
                                         .note = str_from(note)};
        *list_push(&lab.site.reports, &lab.arena) = &lab.reports[i];
    }
    return broken(&lab, id);
}

static void test_reports(void **state)
{
    (void)state;
    static const struct {
        int64_t visitors[REPORTS_MAX];
        const char *note;
        size_t copied, jumps;
    } cases[] = {
        {{100, 110, 120, -1}, "", 0, 0},
        {{100, 100, 120, -1}, "", 0, 0},
        {{100, 100, 100, -1}, "", 1, 0},
        {{100, 100, 100, 100, 100, -1}, "", 1, 0}, /* told once */
        {{0, 0, 0, -1}, "", 0, 0},                 /* nobody came: that may well be */
        {{100, 999, -1}, "", 0, 0},
        {{100, 1000, -1}, "", 0, 1},
        {{100, 1000, -1}, "the festival", 0, 0},
        {{49, 4900, -1}, "", 0, 0}, /* small numbers leap */
        {{50, 500, -1}, "", 0, 1},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        assert_int_equal(with_visitors(cases[i].visitors, cases[i].note, "report.copied"),
                         cases[i].copied);
        assert_int_equal(with_visitors(cases[i].visitors, cases[i].note, "report.jump"),
                         cases[i].jumps);
    }
}

/* ---- addresses, hashtags ---- */

static void test_slugs(void **state)
{
    (void)state;
    static const struct {
        const char *province, *district;
        size_t wanted;
    } cases[] = {
        {"chaiyaphum", "mueang", 0}, {"search", "mueang", 1},
        {"food", "mueang", 1},       {"chaiyaphum", "food", 1},
        {"chaiyaphum", "access", 1}, {"chaiyaphum", "search", 0},
        {"chaiyaphum", "360101", 1}, {"tag", "access", 2},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        open_lab(&lab);
        *list_push(&lab.site.vocabulary.categories, &lab.arena) =
            (struct category){.key = STR("food"), .label = {{STR("อาหาร"), STR("Food")}}};
        lab.here.slug = str_from(cases[i].province);
        lab.district.slug = str_from(cases[i].district);
        assert_int_equal(broken(&lab, "slug.reserved"), cases[i].wanted);
    }
}

static void test_hashtags(void **state)
{
    (void)state;
    static const struct {
        const char *tag, *id;
    } cases[] = {
        {"เที่ยวท้องถิ่น", NULL},
        {"{lao_tag}", NULL},
        {"{lao}", "site.hashtag-unknown"},
        {"เที่ยว ท้องถิ่น", "site.hashtag-breaks"},
        {"กกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", NULL},                 /* 30 */
        {"กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", "site.hashtag-long"}, /* 31 */
    };
    static const char *const ids[] = {"site.hashtag-unknown", "site.hashtag-breaks",
                                      "site.hashtag-long"};
    for (size_t i = 0; i < COUNT(cases); i++)
        for (size_t k = 0; k < COUNT(ids); k++) {
            struct lab lab;
            open_lab(&lab);
            *list_push(&lab.site.settings.hashtags, &lab.arena) = str_from(cases[i].tag);
            size_t wanted = cases[i].id && strcmp(cases[i].id, ids[k]) == 0;
            assert_int_equal(broken(&lab, ids[k]), wanted);
        }
}

static void test_websites(void **state)
{
    (void)state;
    static const struct {
        const char *a, *b;
        size_t wanted;
    } cases[] = {
        {"https://a.go.th/", "https://b.go.th/", 0},
        {"https://www.a.go.th/", "http://a.go.th", 1},
        {"https://www.facebook.com/a", "https://www.facebook.com/b", 0},
        {"", "", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        open_lab(&lab);
        lab.laos[1].website = str_from(cases[i].a);
        lab.laos[2].website = str_from(cases[i].b);
        assert_int_equal(broken(&lab, "website.repeated"), cases[i].wanted);
    }
}

/* Each rule has an id of its own and four sentences. */
static void test_table(void **state)
{
    (void)state;
    for (size_t i = 0; i < check_rule_count; i++) {
        const struct rule *rule = &check_rules[i];
        assert_non_null(rule->id);
        for (enum diag_lang lang = 0; lang < DIAG_LANGS; lang++)
            assert_true(rule->problem[lang] && rule->remedy[lang]);
        for (size_t k = 0; k < i; k++)
            assert_string_not_equal(rule->id, check_rules[k].id);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_nothing_to_say),
        cmocka_unit_test(test_coordinates),
        cmocka_unit_test(test_coordinates_of_few_offices),
        cmocka_unit_test(test_offices_that_own_a_province),
        cmocka_unit_test(test_contradictions),
        cmocka_unit_test(test_evidence),
        cmocka_unit_test(test_emergency),
        cmocka_unit_test(test_now_leaves_out_what_is_held_back),
        cmocka_unit_test(test_reports),
        cmocka_unit_test(test_slugs),
        cmocka_unit_test(test_hashtags),
        cmocka_unit_test(test_websites),
        cmocka_unit_test(test_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
