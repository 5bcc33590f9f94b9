/* SPDX-License-Identifier: MIT */
/* What the cells of a sheet become: the value that is kept, and the one thing that is told. */
#include "model_lab.h"

#include "model/call_fields.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* A sheet of one row about 360203 with these columns more. */
static struct lab lab_with(const char *headers, const char *cells)
{
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", "- {files: sheets/a.csv, kind: identity}\n");
    lab_put(&lab, "sheets/a.csv",
            str_format(&lab.arena,
                       "lao,category,name_th,name_en,summary_th,summary_en,%s\n"
                       "6360203,food,ก,a,ข,b,%s\n",
                       headers, cells)
                .ptr);
    lab_load(&lab);
    return lab;
}

/* The rules that were told, without places: "number.read-as number.read-as". */
static const char *rules_told(struct lab *lab)
{
    struct strs ids = {0};
    for (size_t i = 0; i < lab->diags.items.count; i++)
        *list_push(&ids, &lab->arena) = str_from(lab->diags.items.items[i].rule->id);
    return str_c(str_join(ids.items, ids.count, STR(" "), &lab->arena), &lab->arena);
}

/* ---- one field, what is kept of it, what is told ---- */

static const struct {
    const char *cell, *kept, *told;
} phones[] = {
    {"44891101", "044891101", "phone.zero-restored"},
    {"812345678", "0812345678", "personal.contact-mobile phone.zero-restored"},
    {"44-891-101 ต่อ 12", "044-891-101 ต่อ 12", "phone.zero-restored"},
    {"'0812345678", "0812345678", "number.read-as personal.contact-mobile"},
    {"+66 44 891 101", "+66 44 891 101", ""},
    {"044891101", "044891101", ""},
    {"12345678", "", "phone.no-zero"},
    {"512345678", "", "phone.no-zero"},
    {"081-234-5678/089-876-5432", "", "phone.two-numbers"}, /* refused: not published */
    {"0812345678x", "", "field.not-a-phone"},
    {"8.12E+08", "", "field.exponent"},
    {"044-891-101/044-891-102", "", "phone.two-numbers"},
    {"#REF!", "", "csv.formula-error"},
    {"-", "", ""},
    {"ไม่มี", "", "field.blank-word"},
};

static void test_phones(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(phones); i++) {
        struct lab lab = lab_with("contact.phone", phones[i].cell);
        assert_string_equal(rules_told(&lab), phones[i].told);
        assert_str(lab_lao(&lab, "360203")->identity->contact.phone, phones[i].kept);
        lab_close(&lab);
    }
}

static const struct {
    const char *lat, *lon, *told;
    bool located;
} points[] = {
    {"15.7563", "101.9087", "", true},
    {"\"15.7563, 101.9087\"", "", "place.pair-split", true},
    {"\"15.7563, 101.9087\"", "\"15.7563, 101.9087\"", "place.pair-split", true},
    {"\"15.7563, 101.9087\"", "101.9087", "place.pair-split", true},
    {"", "\"15.7563, 101.9087\"", "place.pair-split", true},
    {"\"15,7563\"", "\"101,9087\"", "number.read-as number.read-as", true},
    {"\"15°45'22.68\"\"N\"", "\"101°54'31.32\"\"E\"", "place.degrees place.degrees", true},
    {"\"15°45'22.68\"\"N 101°54'31.32\"\"E\"", "", "place.pair-split", true},
    {"\"15.7563, 101.9087\"", "102.5", "place.not-a-coordinate", false},
    {"\"101.9087, 15.7563\"", "", "place.swapped", false},
    {"101.9087", "15.7563", "place.swapped", false},
    {"\"15,101\"", "", "place.not-a-coordinate", false},
    {"\"15,75\"", "101.9087", "place.not-a-coordinate", false},
    {"157563", "101.9087", "place.outside", false},
    {"x", "", "place.not-a-coordinate", false},
    {"15.7563", "", "place.half", false},
    {"15.7563", "#N/A", "csv.formula-error", false},
    {"\"(15.7563, 101.9087)\"", "", "place.pair-split", true},
    {"(15.7563)", "101.9087", "number.read-as", true},
    {"\"(15.7563, 101.9087\"", "", "place.not-a-coordinate", false},
    {"\"https://www.google.com/maps/@15.7563,101.9087,17z\"", "", "place.from-link", true},
    {"\"https://maps.google.com/?q=15.7563,101.9087\"", "", "place.from-link", true},
    {"\"https://www.google.com/maps/place/A/@15.1,101.1,9z/data=!3d15.7563!4d101.9087\"", "",
     "place.from-link", true},
    {"https://www.google.com/maps/search/?api=1&query=15.7563%2C101.9087", "", "place.from-link",
     true},
    {"\"https://www.google.com/maps/dir/A/B/@15.7563,101.9087,9z\"", "", "place.not-a-coordinate",
     false},
    {"\"https://example.go.th/@15.7563,101.9087\"", "", "place.not-a-coordinate", false},
    {"https://maps.app.goo.gl/AbCdEf123", "", "place.not-a-coordinate", false},
    {"157563", "1019087", "place.outside", false},
};

static void test_points(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(points); i++) {
        char cells[200];
        snprintf(cells, sizeof(cells), "%s,%s", points[i].lat, points[i].lon);
        struct lab lab = lab_with("place.lat,place.lon", cells);
        assert_string_equal(rules_told(&lab), points[i].told);
        const struct place *place = &lab_lao(&lab, "360203")->identity->place;
        assert_int_equal(place->located, points[i].located);
        if (place->located) {
            assert_true(place->lat > 15.75629 && place->lat < 15.75631);
            assert_true(place->lon > 101.90869 && place->lon < 101.90871);
        }
        lab_close(&lab);
    }
}

/* The vocabulary's first feature. */
static const struct access_value *stepfree_of(const struct access *access)
{
    static const struct feature stepfree = {.index = 0};
    return access_at(access, &stepfree);
}

/* enter.stepfree is the first feature, enter.door_cm the second. */
static const struct {
    const char *cell;
    enum access_state state;
    bool stated;
    const char *told;
} states[] = {
    {"yes", ACCESS_YES, true, ""},
    {"มี", ACCESS_YES, true, ""},
    {"ใช่", ACCESS_YES, true, ""},
    {"ไม่มี", ACCESS_NO, true, ""},
    {"ไม่ใช่", ACCESS_NO, true, ""},
    {"ไม่เกี่ยวข้อง", ACCESS_NA, true, ""},
    {"บางส่วน", ACCESS_LIMITED, true, "access.limited-note access.limited-note"},
    {"TRUE", ACCESS_YES, true, "field.checkbox"},
    {"FALSE", ACCESS_UNKNOWN, false, "field.checkbox"},
    {"ไม่ทราบ", ACCESS_UNKNOWN, false, "field.blank-word"},
    {"ไม่แน่ใจ", ACCESS_UNKNOWN, false, "field.blank-word"},
    {"-", ACCESS_UNKNOWN, false, ""},
    {"อาจจะ", ACCESS_UNKNOWN, true, "access.state"},
};

static void test_states(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(states); i++) {
        struct lab lab = lab_with("access.features.enter.stepfree", states[i].cell);
        assert_string_equal(rules_told(&lab), states[i].told);
        const struct access *access = &lab_lao(&lab, "360203")->identity->access;
        assert_int_equal(access->stated, states[i].stated);
        assert_int_equal(stepfree_of(access)->state, states[i].state);
        assert_int_equal(stepfree_of(access)->known, states[i].state != ACCESS_UNKNOWN);
        lab_close(&lab);
    }
}

/* Of "no steps" มี and ไม่มี could mean either. */
static void test_misleading_state(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "vocabulary/access.yaml",
            "groups:\n- {key: enter, label: {th: เข้า}}\nfeatures:\n"
            "- {key: enter.stepfree, type: state, label: {th: ไม่มีขั้น}, no: {th: มีขั้น}}\n");
    lab_put(&lab, "identities/360203.yaml",
            "lao: 360203\ncategory: food\nname: {th: ก, en: a}\nsummary: {th: ข, en: b}\n"
            "access: {features: {enter.stepfree: มี}}\n");
    lab_load(&lab);
    assert_non_null(strstr(lab_findings(&lab), "access.state! identities/360203.yaml:5:37 “มี”"));
    assert_false(stepfree_of(&lab_lao(&lab, "360203")->identity->access)->known);
    lab_close(&lab);
}

static const struct {
    const char *cell, *kept, *told;
} addresses[] = {
    {"1/1 หมู่ 2", "1/1 หมู่ 2", ""},
    {"1-ม.ค.", "", "text.became-date"},
    {"1-Jan หมู่ 2", "", "text.became-date"},
    {"ม.ค.-01", "", "text.became-date"},
    {"TRUE", "", "text.boolean"},
    {"true", "true", ""},
    {"ไม่ทราบ", "", "field.blank-word"},
};

static void test_addresses(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(addresses); i++) {
        struct lab lab = lab_with("place.address_th", addresses[i].cell);
        assert_string_equal(rules_told(&lab), addresses[i].told);
        assert_str(lab_lao(&lab, "360203")->identity->place.address.in[0], addresses[i].kept);
        lab_close(&lab);
    }
}

/* ---- one finding per cause, and an entry without its name stays off the site ---- */

static void test_refused_is_not_missing(void **state)
{
    (void)state;
    static const char *const names[][2] = {
        {"#REF!", "csv.formula-error"}, {"1-ม.ค.", "text.became-date"}, {"TRUE", "text.boolean"},
    };
    for (size_t i = 0; i < COUNT(names); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml", "- {files: sheets/a.csv, kind: identity}\n");
        lab_put(&lab, "sheets/a.csv",
                str_format(&lab.arena,
                           "lao,category,name_th,summary_th\n6360203,food,%s,ข\n", names[i][0])
                    .ptr);
        lab_load(&lab);
        assert_string_equal(rules_told(&lab), names[i][1]);
        assert_false(lab_lao(&lab, "360203")->published);
        lab_close(&lab);
    }
}

/* ---- the month of a report ---- */

static const struct {
    const char *cell, *told, *proposed; /* the last: {1} in Thai */
    int month;                          /* 0: none was kept */
} months[] = {
    {"10/2567", "", "", 10},
    {"1/10/2567", "month.read-as", "ต.ค. 2567", 10},
    {"2024-10-01", "month.read-as", "ต.ค. 2567", 10},
    {"1 ตุลาคม 2567", "month.read-as", "ต.ค. 2567", 10},
    {"15/10/2567", "month.has-day", "ต.ค. 2567", 0},
    {"13/2567", "date.month", "", 0},
    {"1/13/2567", "field.not-a-date", "", 0},
    {"45566", "field.serial-date", "ต.ค. 2567", 0},
    {"ตุลาคม", "field.not-a-date", "", 0},
};

static void test_months(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(months); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "reports/a.csv",
                str_format(&lab.arena, "lao,month,visitors\n6360203,%s,5\n", months[i].cell).ptr);
        lab_load(&lab);
        call_fields(&lab.diags, lab.site, &lab.arena);
        assert_string_equal(rules_told(&lab), months[i].told);
        const struct lao *lao = lab_lao(&lab, "360203");
        assert_int_equal(lao->report_count ? lao->reports[0]->month.month : 0, months[i].month);
        const struct str *called =
            lab.diags.items.count ? lab.diags.items.items[0].called[1] : NULL;
        assert_str(called ? called[DIAG_TH] : STR(""), months[i].proposed);
        lab_close(&lab);
    }
}

/* ---- choices ---- */

/* What the finding of a wrong category lists, in Thai and in English. */
static void assert_listed(const char *values, const char *thai, const char *english)
{
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml",
            str_format(&lab.arena, "- {files: sheets/a.csv, kind: identity%s}\n", values).ptr);
    lab_put(&lab, "sheets/a.csv",
            "lao,category,name_th,name_en,summary_th,summary_en\n6360203,ของกิน,ก,a,ข,b\n");
    lab_load(&lab);
    call_fields(&lab.diags, lab.site, &lab.arena);
    assert_string_equal(rules_told(&lab), "field.not-a-choice");
    const struct str *called = lab.diags.items.items[0].called[1];
    assert_non_null(called);
    assert_str(called[DIAG_TH], thai);
    assert_str(called[DIAG_EN], english);
    lab_close(&lab);
}

static void test_choices_are_listed_as_people_know_them(void **state)
{
    (void)state;
    assert_listed("", "อาหารของท้องถิ่น (food); สินค้า (product)",
                  "Local food (food); Products (product)");
    assert_listed(", values: {category: {\"1. ด้านอาหาร, เครื่องดื่ม\": food, ด้านสินค้า: product}}",
                  "1. ด้านอาหาร, เครื่องดื่ม; ด้านสินค้า", "1. ด้านอาหาร, เครื่องดื่ม; ด้านสินค้า");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_phones),    cmocka_unit_test(test_points),
        cmocka_unit_test(test_choices_are_listed_as_people_know_them), cmocka_unit_test(test_months),
        cmocka_unit_test(test_states),    cmocka_unit_test(test_misleading_state),
        cmocka_unit_test(test_addresses), cmocka_unit_test(test_refused_is_not_missing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
