/* SPDX-License-Identifier: MIT */
/* Counts of earlier months: which are earlier, what was counted where, and that a file that
 * contradicts itself is used for nothing. */
#include "model/snapshot.h"
#include "model_lab.h"

#define HEADER                                                                           \
    "code,laos,published,state_published,state_late,state_warned,state_held,state_none," \
    "field_food,field_product\n"
#define MARCH                                                                            \
    "10,1,0,0,0,0,0,1,0,0\n36,4,3,1,1,1,1,0,2,1\n3600,1,1,1,0,0,0,0,1,0\n"               \
    "3602,3,2,0,1,1,1,0,1,1\n"

static struct lab lab;

/* Of 12 June 2025: the site's own date. */
static void begin(void)
{
    lab = lab_open();
    lab_put(&lab, "identities/360203.yaml",
            "lao: 360203\ncategory: food\nname: {th: แกง}\nsummary: {th: แกง}\n"
            "sources: [{title: ก, url: \"https://example.go.th/\"}]\nupdated: 2568-06-12\n");
}

static void load_with(const char *path, const char *csv)
{
    begin();
    lab_put(&lab, path, csv);
    lab_load(&lab);
}

static void each_place_is_kept(void **state)
{
    (void)state;
    load_with("snapshots/2025-03.csv", HEADER MARCH);
    const struct snapshot *snapshot = snapshot_before(lab.site);
    assert_non_null(snapshot);
    assert_str(date_iso(snapshot->month, &lab.arena), "2025-03");
    const struct coverage *district = snapshot_place(snapshot, STR("3602"));
    assert_int_equal(district->laos, 3);
    assert_int_equal(district->states[STATE_LATE], 1);
    assert_int_equal(district->states[STATE_HELD], 1);
    assert_int_equal(district->fields[1], 1);
    assert_int_equal(coverage_published(district), 2);
    assert_null(snapshot_place(snapshot, STR("3603")));
    assert_int_equal(snapshot->country.laos, 5); /* of provinces, not of their parts again */
    assert_int_equal(coverage_published(&snapshot->country), 3);
    struct province *province = map_get(&lab.site->province_by_code, STR("36"));
    assert_str(snapshot_apart(province, &lab.arena), "3600");
    lab_close(&lab);
}

/* Of provinces of which one was not counted nothing can be said. */
static void provinces_together(void **state)
{
    (void)state;
    load_with("snapshots/2025-03.csv", HEADER MARCH);
    const struct snapshot *snapshot = snapshot_before(lab.site);
    struct province *of[] = {map_get(&lab.site->province_by_code, STR("36")),
                             map_get(&lab.site->province_by_code, STR("10")),
                             map_get(&lab.site->province_by_code, STR("20"))};
    struct provinces two = {of, 2, 2}, three = {of, 3, 3};
    assert_int_equal(snapshot_provinces(snapshot, &two, &lab.arena)->laos, 5);
    assert_null(snapshot_provinces(snapshot, &three, &lab.arena));
    lab_close(&lab);
}

static void only_months_before_are_earlier(void **state)
{
    (void)state;
    begin();
    const char *names[] = {"2024-12", "2025-05", "2025-06", "2025-07"};
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        char path[64];
        snprintf(path, sizeof path, "snapshots/%s.csv", names[i]);
        lab_put(&lab, path, HEADER MARCH);
    }
    lab_load(&lab);
    assert_int_equal(lab.site->snapshots.count, 4);
    assert_int_equal(snapshot_earlier(lab.site), 2);
    assert_str(date_iso(snapshot_before(lab.site)->month, &lab.arena), "2025-05");
    lab_close(&lab);
}

static void none_is_none(void **state)
{
    (void)state;
    begin();
    lab_load(&lab);
    assert_int_equal(snapshot_earlier(lab.site), 0);
    assert_null(snapshot_before(lab.site));
    lab_close(&lab);
}

/* Excel's own hand: a byte order mark, semicolons, CR LF. */
static void as_excel_saves_it(void **state)
{
    (void)state;
    load_with("snapshots/2025-03.csv",
              "\xEF\xBB\xBF" "code;laos;published;state_published;state_late;state_warned;"
              "state_held;state_none;field_food\r\n36;1;1;1;0;0;0;0;1\r\n");
    assert_non_null(snapshot_before(lab.site));
    assert_int_equal(snapshot_before(lab.site)->country.laos, 1);
    lab_close(&lab);
}

static const struct damage {
    const char *path, *csv, *finding;
} damages[] = {
    {"snapshots/march.csv", HEADER MARCH, "snapshot.name! snapshots/march.csv"},
    {"snapshots/2025-13.csv", HEADER MARCH, "snapshot.name! snapshots/2025-13.csv"},
    {"snapshots/2025-3.csv", HEADER MARCH, "snapshot.name! snapshots/2025-3.csv"},
    {"snapshots/2025-03.csv", "code,laos\n36,1\n", "tables.missing-column!"},
    {"snapshots/2025-03.csv", HEADER "36,5,3,1,1,1,1,0,2,1\n", "snapshot.sum! "},
    {"snapshots/2025-03.csv", HEADER "36,4,4,1,1,1,1,0,2,2\n", "snapshot.sum! "},
    {"snapshots/2025-03.csv", HEADER "36,4,3,1,1,1,1,0,2,2\n", "snapshot.sum! "},
    {"snapshots/2025-03.csv", HEADER MARCH "3601,1,0,0,0,0,0,1,0,0\n", "snapshot.sum! "},
    {"snapshots/2025-03.csv", HEADER "3602,1,0,0,0,0,0,1,0,0\n", "snapshot.sum! "},
    {"snapshots/2025-03.csv", HEADER MARCH "36,4,3,1,1,1,1,0,2,1\n", "snapshot.twice! "},
    {"snapshots/2025-03.csv", HEADER "360,1,0,0,0,0,0,1,0,0\n", "snapshot.code! "},
    {"snapshots/2025-03.csv", HEADER "36,-1,0,0,0,0,0,1,0,0\n", "field.out-of-range! "},
    {"snapshots/2025-03.csv", HEADER "36,,0,0,0,0,0,1,0,0\n", "field.missing! "},
    {"snapshots/2025-03.csv", HEADER "36,99999999999999999999,0,0,0,0,0,1,0,0\n", "field."},
};

static void what_contradicts_itself_is_not_used(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(damages) / sizeof(*damages); i++) {
        load_with(damages[i].path, damages[i].csv);
        if (!strstr(lab_findings(&lab), damages[i].finding))
            fail_msg("%zu: no %s in\n%s", i, damages[i].finding, lab_findings(&lab));
        assert_int_equal(lab.site->snapshots.count, 0);
        assert_int_equal(lab.site->entries.count, 1); /* and holds nothing else back */
        lab_close(&lab);
    }
}

/* Places and fields that are no more are told, and count in the country's sum. */
static void what_is_no_more_is_a_note(void **state)
{
    (void)state;
    load_with("snapshots/2025-03.csv",
              "code,laos,published,state_published,state_late,state_warned,state_held,"
              "state_none,field_food,field_music\n36,2,2,2,0,0,0,0,1,1\n99,3,1,1,0,0,0,2,1,0\n");
    const char *findings = lab_findings(&lab);
    assert_non_null(strstr(findings, "snapshot.unknown-place snapshots/2025-03.csv"));
    assert_non_null(strstr(findings, "snapshot.unknown-field snapshots/2025-03.csv"));
    assert_int_equal(snapshot_before(lab.site)->country.laos, 5);
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_place_is_kept),
        cmocka_unit_test(provinces_together),
        cmocka_unit_test(only_months_before_are_earlier),
        cmocka_unit_test(none_is_none),
        cmocka_unit_test(as_excel_saves_it),
        cmocka_unit_test(what_contradicts_itself_is_not_used),
        cmocka_unit_test(what_is_no_more_is_a_note),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
