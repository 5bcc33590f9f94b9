/* SPDX-License-Identifier: MIT */
/* In which one state an LAO is, how it stood in each round, and that the sums of places
 * are the sums of their parts. */
#include "model/coverage.h"
#include "model_lab.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const char settings[] =
    "title: {th: ทดสอบ, en: Test}\nlanguages: [th, en]\nhashtags: [เที่ยวท้องถิ่น]\n"
    "rounds: [{id: r1, due: 2568-05-30}, {id: r2, due: 2568-06-11}, {id: open}]\n";

#define SHEET(name, round)                                                               \
    "- files: sheets/" name ".csv\n  kind: identity\n"                                   \
    "  timestamp: {column: sent, format: D/M/Y H:m:s}\n" round
/* Of two rounds, of none, of one that site.yaml does not know, of one without a due day.
 */
static const char tables[] = SHEET("r1", "  round: r1\n") SHEET("r2", "  round: r2\n")
    SHEET("none", "") SHEET("odd", "  round: r9\n") SHEET("open", "  round: open\n");

static const char by_hand[] =
    "lao: 360203\ncategory: food\nname: {th: แกง}\nsummary: {th: แกง}\n";

static struct lab lab;

static void begin(void)
{
    lab = lab_open();
    lab_put(&lab, "site.yaml", settings);
    lab_put(&lab, "tables.yaml", tables);
}

/* The state of an LAO when this is found of it, and nothing else. */
static enum lao_state state_with(const char *key, const struct rule *const *rules,
                                 size_t count)
{
    struct diags diags = diags_on(&lab.arena);
    for (size_t i = 0; i < count; i++)
        *list_push(&diags.items, &lab.arena) =
            (struct finding){.rule = rules[i], .subject = str_from(key)};
    coverage_states(lab.site, &lab.arena, &diags);
    return lab_lao(&lab, key)->state;
}

/* ---- rounds ---- */

struct sending {
    const char *sheet, *day; /* NULL: no time stamp */
};
enum { SENDINGS = 3, ROUNDS = 3 };
static const struct round_case {
    const char *name;
    struct sending sendings[SENDINGS];
    bool by_hand;
    enum round_state rounds[ROUNDS];
    enum lao_state state;
} cases[] = {
    {"nothing", {{0}}, false, {ROUND_MISSING, ROUND_MISSING, ROUND_MISSING}, STATE_NONE},
    {"on the day it is due",
     {{"r1", "30/5/2568 9:00:00"}},
     false,
     {ROUND_ON_TIME, ROUND_MISSING, ROUND_MISSING},
     STATE_PUBLISHED},
    {"the day after",
     {{"r1", "31/5/2568 9:00:00"}},
     false,
     {ROUND_LATE, ROUND_MISSING, ROUND_MISSING},
     STATE_LATE},
    {"the first sending decides: mended after the day is still in time",
     {{"r1", "1/5/2568 9:00:00"}, {"r1", "9/6/2568 9:00:00"}},
     false,
     {ROUND_ON_TIME, ROUND_MISSING, ROUND_MISSING},
     STATE_PUBLISHED},
    {"late once and in time once is not late",
     {{"r1", "31/5/2568 9:00:00"}, {"r2", "1/6/2568 9:00:00"}},
     false,
     {ROUND_LATE, ROUND_ON_TIME, ROUND_MISSING},
     STATE_PUBLISHED},
    {"late in both",
     {{"r1", "31/5/2568 9:00:00"}, {"r2", "12/6/2568 9:00:00"}},
     false,
     {ROUND_LATE, ROUND_LATE, ROUND_MISSING},
     STATE_LATE},
    {"no round named: the first that is not yet due",
     {{"none", "31/5/2568 9:00:00"}},
     false,
     {ROUND_MISSING, ROUND_ON_TIME, ROUND_MISSING},
     STATE_PUBLISHED},
    {"an unknown round is as none",
     {{"odd", "1/5/2568 9:00:00"}},
     false,
     {ROUND_ON_TIME, ROUND_MISSING, ROUND_MISSING},
     STATE_PUBLISHED},
    {"no round named, after every day: the last",
     {{"none", "1/7/2568 9:00:00"}},
     false,
     {ROUND_MISSING, ROUND_MISSING, ROUND_UNDATED},
     STATE_PUBLISHED},
    {"a round without a day is neither kept nor missed",
     {{"open", "1/7/2568 9:00:00"}},
     false,
     {ROUND_MISSING, ROUND_MISSING, ROUND_UNDATED},
     STATE_PUBLISHED},
    {"a row without a day is undated, and no lateness",
     {{"r1", NULL}, {"r2", "12/6/2568 9:00:00"}},
     false,
     {ROUND_UNDATED, ROUND_LATE, ROUND_MISSING},
     STATE_PUBLISHED},
    {"neither a day nor a round: undated in every round",
     {{"none", NULL}},
     false,
     {ROUND_UNDATED, ROUND_UNDATED, ROUND_UNDATED},
     STATE_PUBLISHED},
    {"by hand: undated in every round",
     {{0}},
     true,
     {ROUND_UNDATED, ROUND_UNDATED, ROUND_UNDATED},
     STATE_PUBLISHED},
    {"a row beside the file by hand decides",
     {{"r1", "31/5/2568 9:00:00"}},
     true,
     {ROUND_LATE, ROUND_MISSING, ROUND_MISSING},
     STATE_LATE},
};

/* All sheets, each with its rows of the case. */
static void put_sheets(const struct round_case *c)
{
    static const char *const sheets[] = {"r1", "r2", "none", "odd", "open"};
    for (size_t i = 0; i < COUNT(sheets); i++) {
        struct buf rows = {0};
        buf_put(&rows, STR("sent,lao,category,name.th,summary.th\n"));
        for (size_t j = 0; j < SENDINGS && c->sendings[j].sheet; j++)
            if (!strcmp(c->sendings[j].sheet, sheets[i]))
                buf_format(&rows, "%s,360203,food,แกง,แกง\n",
                           c->sendings[j].day ? c->sendings[j].day : "");
        lab_put(&lab,
                str_c(str_format(&lab.arena, "sheets/%s.csv", sheets[i]), &lab.arena),
                str_c(buf_str(&rows), &lab.arena));
        buf_release(&rows);
    }
}

static void test_rounds(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct round_case *c = &cases[i];
        begin();
        put_sheets(c);
        if (c->by_hand)
            lab_put(&lab, "identities/360203.yaml", by_hand);
        lab_load(&lab);
        const struct lao *lao = lab_lao(&lab, "360203");
        for (size_t round = 0; round < ROUNDS; round++)
            if (coverage_round(lao, round) != c->rounds[round])
                fail_msg("%s: round %zu is %d", c->name, round,
                         coverage_round(lao, round));
        if (state_with("360203", NULL, 0) != c->state)
            fail_msg("%s: state is %d", c->name, lao->state);
        lab_close(&lab);
    }
}

/* ---- states ---- */

static const struct rule note = {.id = "t.note", .severity = SEVERITY_NOTE},
                         warning = {.id = "t.warning", .severity = SEVERITY_WARNING},
                         error = {.id = "t.error", .severity = SEVERITY_ERROR};

static void test_precedence(void **state)
{
    (void)state;
    static const struct rule *const rules[] = {&note, &warning, &error, &note};
    begin();
    put_sheets(&cases[2]);
    lab_load(&lab);
    assert_int_equal(state_with("360203", rules, 0), STATE_LATE);
    assert_int_equal(state_with("360203", rules, 1), STATE_LATE);
    assert_int_equal(state_with("360203", rules, 2), STATE_WARNED);
    assert_int_equal(state_with("360203", rules, 3), STATE_HELD);
    assert_int_equal(state_with("360203", rules, 4), STATE_HELD);
    assert_false(lab_lao(&lab, "360203")->published);
    /* What sent nothing that could be read has an error all the same. */
    assert_int_equal(state_with("360301", rules, 2), STATE_NONE);
    assert_int_equal(state_with("360301", rules, 3), STATE_HELD);
    lab_close(&lab);
}

static void test_no_field_is_held(void **state)
{
    (void)state;
    begin();
    put_sheets(&cases[0]);
    lab_put(&lab, "identities/360203.yaml",
            "lao: 360203\nname: {th: แกง}\nsummary: {th: แกง}\n");
    lab_load(&lab);
    assert_int_equal(lab_lao(&lab, "360203")->state, STATE_HELD);
    lab_close(&lab);
}

/* ---- sums ---- */

/* Every count of a coverage in a row; `sign` adds or takes away. */
static void tally(const struct coverage *coverage, int sign, long *sums)
{
    size_t at = 0;
#define TAKE(what) sums[at++] += sign * (long)(what)
    TAKE(coverage->laos);
    TAKE(coverage->access);
    TAKE(coverage->starter);
    TAKE(coverage->photos);
    TAKE(coverage->figures);
    TAKE(coverage->translated[0]);
    TAKE(coverage->translated[1]);
    for (size_t i = 0; i < LAO_STATES; i++)
        TAKE(coverage->states[i]);
    for (size_t i = 0; i < lab.site->vocabulary.categories.count; i++)
        TAKE(coverage->fields[i]);
    for (size_t i = 0; i < ROUNDS * ROUND_STATES; i++)
        TAKE(coverage->rounds[i / ROUND_STATES][i % ROUND_STATES]);
#undef TAKE
}

enum { COUNTS = 64 };

static void assert_nothing_left(const long *sums)
{
    for (size_t i = 0; i < COUNTS; i++)
        assert_int_equal(sums[i], 0);
}

static void check_provinces(void)
{
    for (size_t i = 0; i < lab.site->provinces.count; i++) {
        const struct province *province = lab.site->provinces.items[i];
        long sums[COUNTS] = {0};
        tally(province->coverage, 1, sums);
        assert_int_equal(sums[0], province->laos.count);
        tally(province->coverage_apart, -1, sums);
        for (size_t j = 0; j < province->districts.count; j++)
            tally(province->districts.items[j]->coverage, -1, sums);
        assert_nothing_left(sums);
    }
}

/* The country is its provinces, its regions, and its clusters with what is in none. */
static void check_country(void)
{
    const struct site *site = lab.site;
    long provinces[COUNTS] = {0}, regions[COUNTS] = {0}, clusters[COUNTS] = {0};
    tally(site->coverage, 1, provinces);
    tally(site->coverage, 1, regions);
    tally(site->coverage, 1, clusters);
    assert_int_equal(provinces[0], site->laos.count);
    for (size_t i = 0; i < site->provinces.count; i++) {
        tally(site->provinces.items[i]->coverage, -1, provinces);
        if (!site->provinces.items[i]->cluster)
            tally(site->provinces.items[i]->coverage, -1, clusters);
    }
    for (size_t i = 0; i < site->regions.count; i++)
        tally(site->regions.items[i]->coverage, -1, regions);
    for (size_t i = 0; i < site->clusters.count; i++)
        tally(site->clusters.items[i]->coverage, -1, clusters);
    assert_nothing_left(provinces);
    assert_nothing_left(regions);
    assert_nothing_left(clusters);
}

static void test_sums(void **state)
{
    (void)state;
    begin();
    put_sheets(&cases[4]);
    lab_put(
        &lab, "identities/360101.yaml",
        "lao: 360101\ncategory: product\nname: {th: ผ้าไหม, en: Silk}\n"
        "summary: {th: ผ้าทอ, en: Cloth}\naccess: {features: {enter.stepfree: yes}}\n");
    lab_put(&lab, "identities/100000.yaml",
            "lao: 100000\nname: {th: แกง}\nsummary: {th: แกง}\n");
    lab_put(&lab, "reports/a.csv", "lao,month,visitors,income\n200408,2567-10,12,\n");
    lab_load(&lab);
    const struct coverage *country = lab.site->coverage;
    assert_int_equal(country->laos, 6);
    assert_int_equal(coverage_published(country), 2);
    assert_int_equal(country->states[STATE_HELD], 1);
    assert_int_equal(country->states[STATE_NONE], 3);
    assert_int_equal(country->fields[0] + country->fields[1], 2);
    assert_int_equal(country->translated[1], 1);
    assert_int_equal(country->access, 1);
    assert_int_equal(country->figures, 1);
    size_t first = 0;
    for (size_t i = 0; i < ROUND_STATES; i++)
        first += country->rounds[0][i];
    assert_int_equal(first, 6);
    check_provinces();
    check_country();
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_rounds),
        cmocka_unit_test(test_precedence),
        cmocka_unit_test(test_no_field_is_held),
        cmocka_unit_test(test_sums),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
