/* SPDX-License-Identifier: MIT */
/* find.h and twice.h: which LAO a row means, and what is said of rows sent twice. */
#include "model/twice.h"
#include "model_lab.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* ---- which LAO ---- */

/* "Chaiyaphum" has two LAOs named บ้านเขว้า (a municipality and an SAO) and a PAO. */
static const struct {
    const char *lao, *name, *district, *province;
    const char *told; /* of each finding its rule, with the last argument that it has */
} rows[] = {
    /* One. */
    {"", "อบต.บ้านเขว้า", "", "", "name.found 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "อบต.บ้านเขว้า", "อ.บ้านเขว้า", "จ. ชัยภูมิ",
     "name.found 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "เทศบาลบ้านเขว้า", "", "", "name.found 360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "โคกมั่งงอย", "คอนสวรรค์", "",
     "name.found 360301 องค์การบริหารส่วนตำบลโคกมั่งงอย (คอนสวรรค์, ชัยภูมิ)\n"},
    {"", "อบจ.ชัยภูมิ", "เมือง", "", "name.found 360101 องค์การบริหารส่วนจังหวัดชัยภูมิ (เมืองชัยภูมิ, ชัยภูมิ)\n"},
    {"", "พัทยา", "พัทยา", "", "name.found 200408 เมืองพัทยา (บางละมุง, ชลบุรี)\n"},
    {"", "Ban Khwao SAO", "", "Chaiyaphum",
     "name.found 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "เทสบาลตำบลบ้านเขว้า", "", "",
     "name.found 360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\nname.type-misspelt เทศบาลตำบล\n"},
    {"", "กทม.", "", "กรุงเทพฯ", "name.found 100000 กรุงเทพมหานคร (–, กรุงเทพมหานคร)\n"},
    /* Several. */
    {"", "บ้านเขว้า", "", "",
     "name.ambiguous 360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ); "
     "360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    /* None: the stated type first. */
    {"", "อบต.บ้านเขวา", "", "",
     "name.unknown 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ); "
     "360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "อบต.ไม่มีที่ใดเลย", "", "", "name.unknown อบต.ไม่มีที่ใดเลย\n"},
    {"", "เทศบาลตำบ้านเขว้า", "", "",
     "name.unknown 360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ); "
     "360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    /* Elsewhere, in a column, behind the name, or in both. */
    {"", "โคกมั่งงอย", "", "ชลบุรี",
     "name.elsewhere 360301 องค์การบริหารส่วนตำบลโคกมั่งงอย (คอนสวรรค์, ชัยภูมิ)\n"},
    {"", "โคกมั่งงอย จ.ชลบุรี", "", "ชัยภูมิ",
     "name.elsewhere 360301 องค์การบริหารส่วนตำบลโคกมั่งงอย (คอนสวรรค์, ชัยภูมิ)\n"},
    /* Nowhere. */
    {"", "โคกมั่งงอย", "", "ชัยภูม", "name.unknown-place ชัยภูมิ\n"},
    {"", "โคกมั่งงอย", "ชัยภูมิ", "", "name.unknown-place เมืองชัยภูมิ\n"},
    {"", "โคกมั่งงอย", "ไกลโพ้นทะเล", "", "name.unknown-place ไกลโพ้นทะเล\n"},
    /* In the place of a code. */
    {"อบต.บ้านเขว้า", "", "", "", "name.in-code 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"อบต.บ้านเขว้า", "อบต.บ้านเขว้า", "", "",
     "name.found 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"ทต.บ้านเขว้า", "อบต.บ้านเขว้า", "", "",
     "lao.bad-code ทต.บ้านเขว้า\nname.found 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"เมื่อวาน", "", "", "", "lao.bad-code เมื่อวาน\n"},
    /* A code in the place of a name, and both in one. */
    {"", "6360203", "", "", "name.code-in-name 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "360203", "", "", "name.code-in-name 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"", "6360209", "", "", "lao.unknown-code 360202 เทศบาลตำบลบ้านเขว้า\n"},
    {"", "6.36E+06", "", "", "lao.bad-code 6.36E+06\n"},
    {"", "๖๓๖๐๒๐๓ อบต.บ้านเขว้า", "", "",
     "name.with-code 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"อบต.บ้านเขว้า (6360203)", "", "", "",
     "name.with-code 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"6360203 ทต.บ้านเขว้า", "", "", "",
     "name.code-unlike 360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ); "
     "360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"6360203 อบต.บ้านเขว้า", "", "", "ชลบุรี",
     "name.code-unlike 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"6360203 เมื่อวาน", "", "", "", "lao.bad-code 6360203 เมื่อวาน\n"},
    {"", "เทศบาลตำบลบ้านเขว้า หมู่ 5", "", "", "name.unknown เทศบาลตำบลบ้านเขว้า หมู่ 5\n"},
    /* A formula instead of a code: the name counts when it is one LAO's, and else says no more. */
    {"#N/A", "อบต.บ้านเขว้า", "", "",
     "csv.formula-error #N/A\nname.found 360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n"},
    {"#N/A", "บ้านเขว้า", "", "", "csv.formula-error #N/A\n"},
    /* Beside a code. */
    {"6360203", "Ban Khwao SAO", "", "", ""},
    {"6360203", "ทต.บ้านเขว้า", "", "", "name.differs 360203 องค์การบริหารส่วนตำบลบ้านเขว้า\n"},
    {"6360203", "อบต.บ้านเขว้า", "", "ชลบุรี", "name.differs 360203 องค์การบริหารส่วนตำบลบ้านเขว้า\n"},
};

static const char *told(struct lab *lab)
{
    struct str text = STR("");
    for (size_t i = 0; i < lab->diags.items.count; i++) {
        const struct finding *finding = &lab->diags.items.items[i];
        int last = DIAG_ARGS - 1;
        while (last > 0 && !finding->args[last].len)
            last--;
        text = str_format(&lab->arena, "%.*s%s %.*s\n", STR_ARG(text), finding->rule->id,
                          STR_ARG(finding->args[last]));
    }
    return str_c(text, &lab->arena);
}

static void test_who_is_it(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(rows); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml", "- {files: sheets/a.csv, kind: identity}\n");
        lab_put(&lab, "sheets/a.csv",
                str_format(&lab.arena,
                           "lao,lao_name,lao_district,lao_province,category,name.th,summary.th\n"
                           "%s,\"%s\",%s,%s,food,ก,ข\n",
                           rows[i].lao, rows[i].name, rows[i].district, rows[i].province).ptr);
        lab_load(&lab);
        assert_string_equal(told(&lab), rows[i].told);
        lab_close(&lab);
    }
}

/* A mistake is searched for once; a name or district of another province is another question. */
static void test_same_mistake_again(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", "- {files: sheets/a.csv, kind: identity}\n");
    lab_put(&lab, "sheets/a.csv",
            "lao_name,lao_district,lao_province,category,name,summary\n"
            "โคกมั่งงอย,คอนสวรค์,,,,\nโคกมั่งงอย,คอนสวรค์,ชลบุรี,,,\nโคกมั่งงอย,คอนสวรค์,,,,\n"
            "โคกมั่งงอย,,ชลบุรี,,,\nโคกมั่งงอย,บางละมุง,,,,\nโคกมั่งงอ,,,,,\nโคกมั่งงอ,,,,,\n"
            "บ้านเขว้า,,,,,\nบ้านเขว้า,,ชลบุรี,,,\nบ้านเขว้า,,,,,\n");
    lab_load(&lab);
    static const char there[] = " 360301 องค์การบริหารส่วนตำบลโคกมั่งงอย (คอนสวรรค์, ชัยภูมิ)\n",
                      two[] = " 360202 เทศบาลตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ); 360203 "
                              "องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)\n";
    struct str expected = str_format(
        &lab.arena,
        "name.unknown-place คอนสวรรค์\nname.unknown-place คอนสวรค์\nname.unknown-place คอนสวรรค์\n"
        "name.elsewhere%sname.elsewhere%sname.unknown%sname.unknown%s"
        "name.ambiguous%sname.elsewhere%sname.ambiguous%s",
        there, there, there, there, two, two, two);
    assert_string_equal(told(&lab), expected.ptr);
    const struct finding *found = lab.diags.items.items;
    assert_ptr_equal(found[7].args[1].ptr, found[9].args[1].ptr);
    lab_close(&lab);
}

/* ---- whose finding it is ---- */

/* The office sees what was said of its row before anybody knew whose it was. */
static const struct {
    const char *stamp, *lao, *name;
    const char *told; /* of each finding: rule, "!" for an error, subject */
} claimed[] = {
    {"1/5/2568 9:00:00", "", "อบต.บ้านเขว้า", "name.found 360203\n"},
    {"1/5/2568 9:00:00", "", "เทสบาลตำบลบ้านเขว้า",
     "name.found 360202\nname.type-misspelt 360202\n"},
    {"1/5/2568 9:00:00", "อบต.บ้านเขว้า", "", "name.in-code 360203\n"},
    {"1/5/2568 9:00:00", "6360203", "ทต.บ้านเขว้า", "name.differs 360203\n"},
    {"yesterday", "6360203", "", "row.bad-timestamp 360203\n"},
    {"1/5/2568 9:00:00", "6360203", "#REF!", "csv.formula-error 360203\n"},
    {"1/5/2568 9:00:00", "#REF!", "อบต.บ้านเขว้า", "csv.formula-error 360203\nname.found 360203\n"},
    /* Of a row that is nobody's: one finding each, and no office is held back. */
    {"1/5/2568 9:00:00", "#REF!", "", "csv.formula-error! \n"},
    {"1/5/2568 9:00:00", "", "#REF!", "csv.formula-error! \n"},
    {"1/5/2568 9:00:00", "", "", "lao.not-stated! \n"},
};

static const char *subjects(struct lab *lab)
{
    struct str text = STR("");
    for (size_t i = 0; i < lab->diags.items.count; i++) {
        const struct finding *finding = &lab->diags.items.items[i];
        text = str_format(&lab->arena, "%.*s%s%s %.*s\n", STR_ARG(text), finding->rule->id,
                          finding->rule->severity == SEVERITY_ERROR ? "!" : "",
                          STR_ARG(finding->subject));
    }
    return str_c(text, &lab->arena);
}

static void test_whose_finding(void **state)
{
    (void)state;
    for (size_t i = 0; i < 2 * COUNT(claimed); i++) {
        struct lab lab = lab_open();
        size_t at = i / 2;
        bool report = i % 2;
        lab_put(&lab, "tables.yaml",
                str_format(&lab.arena,
                           "- files: sheets/a.csv\n  kind: %s\n"
                           "  timestamp: {column: t, format: D/M/Y H:m:s}\n",
                           report ? "report" : "identity").ptr);
        lab_put(&lab, "sheets/a.csv",
                str_format(&lab.arena, "t,lao,lao_name,%s\n%s,%s,%s,%s\n",
                           report ? "month,visitors,income" : "category,name.th,summary.th",
                           claimed[at].stamp, claimed[at].lao, claimed[at].name,
                           report ? "2568-05,1,2" : "food,ก,ข").ptr);
        lab_load(&lab);
        assert_string_equal(subjects(&lab), claimed[at].told);
        size_t warned = 0;
        for (size_t k = 0; k < lab.diags.items.count; k++)
            warned += lab.diags.items.items[k].rule->severity == SEVERITY_WARNING;
        assert_int_equal(lab.diags.counts[SEVERITY_WARNING], warned);
        lab_close(&lab);
    }
}

/* ---- sent twice ---- */

static const struct {
    const char *rows, *told; /* rule, row, what differs */
} twice[] = {
    {"1/5/2568 9:00:00,ด้านอาหาร,ก,ข,16.1,\n2/5/2568 9:00:00,food,ค,ข,,\n",
     "row.superseded 2 name.th: “ก” → “ค”; place.lat: “16.1” → –\n"},
    /* Each against the one that counts, whatever their order. */
    {"3/5/2568 9:00:00,food,ก,ข,,\n1/5/2568 9:00:00,food,ค,ข,,\n2/5/2568 9:00:00,food,ก,ง,,\n",
     "row.superseded 3 name.th: “ค” → “ก”\nrow.superseded 4 summary.th: “ง” → “ข”\n"},
    {"1/5/2568 9:00:00,food,ก,ข,,\n2/5/2568 9:00:00,food,ก,ข,-,\n", "row.superseded 2 \n"},
    {"1/5/2568 9:00:00,food,ก,ข,,\n1/5/2568 9:00:00,food,ค,ข,,\n",
     "row.no-timestamp 2 name.th: “ก” → “ค”\n"},
    {",food,ก,ข,,\n,food,ก,ข,,\n", "row.no-timestamp 2 \n"},
    /* A row without a stamp counts only when it stands behind the newest. */
    {",food,ก,ข,,\n1/5/2568 9:00:00,food,ค,ข,,\n",
     "row.no-timestamp 2 name.th: “ก” → “ค”\n"},
    {"2/5/2568 9:00:00,food,ก,ข,,\n,food,ค,ข,,\n1/5/2568 9:00:00,food,ง,ข,,\n",
     "row.no-timestamp 2 name.th: “ก” → “ค”\nrow.no-timestamp 4 name.th: “ง” → “ค”\n"},
    /* Cut short at 40 letters; a decomposed sara am is no difference. */
    {"1/5/2568 9:00:00,food,ก,กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกข,,\n2/5/2568 9:00:00,food,ก,ข,,\n",
     "row.superseded 2 summary.th: “กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก…” → “ข”\n"},
    {"1/5/2568 9:00:00,food,ก,น้\xE0\xB9\x8D\xE0\xB8\xB2,,\n2/5/2568 9:00:00,food,ก,น้\xE0\xB8\xB3,,\n",
     "row.superseded 2 \n"},
};

static const char *differing(struct lab *lab, struct str rule)
{
    struct str text = STR("");
    for (size_t i = 0; i < lab->diags.items.count; i++) {
        const struct finding *finding = &lab->diags.items.items[i];
        if (str_starts(str_from(finding->rule->id), rule))
            text = str_format(&lab->arena, "%.*s%s %u %.*s\n", STR_ARG(text),
                              finding->rule->id, finding->pos.row, STR_ARG(finding->args[2]));
    }
    return str_c(text, &lab->arena);
}

static void test_sent_twice(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(twice); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml",
                "- files: sheets/a.csv\n  kind: identity\n"
                "  timestamp: {column: t, format: D/M/Y H:m:s}\n"
                "  columns: {a: category, b: name.th, c: summary.th, d: place.lat, e: lao}\n"
                "  values: {category: {ด้านอาหาร: food}}\n");
        struct str sheet = str_replace(str_from(twice[i].rows), STR(",\n"), STR(",6360203\n"), &lab.arena);
        lab_put(&lab, "sheets/a.csv", str_c(str_cat(&lab.arena, STR("t,a,b,c,d,e\n"), sheet), &lab.arena));
        lab_load(&lab);
        assert_string_equal(differing(&lab, STR("row.")), twice[i].told);
        lab_close(&lab);
    }
}

/* Two sheets that name one field in two ways. */
static void test_sent_in_two_sheets(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", "- {files: 'sheets/*.csv', kind: identity}\n");
    lab_put(&lab, "sheets/a.csv", "lao,category,name,summary\n6360203,food,ก,ข\n");
    lab_put(&lab, "sheets/b.csv", "lao,summary_th,category,name.th\n6360203,ข,food,ค\n");
    lab_load(&lab);
    assert_string_equal(differing(&lab, STR("row.")), "row.no-timestamp 2 name: “ก” → “ค”\n");
    lab_close(&lab);
}

/* The same office over and over: one finding for each file, with the first and the last row. */
static void test_sent_many_times(void **state)
{
    (void)state;
    for (int sent = TWICE_EACH_MAX; sent <= TWICE_EACH_MAX + 1; sent++) {
        struct lab lab = lab_open();
        struct buf sheet = {0};
        buf_put(&sheet, STR("lao,month,visitors\n6360301,2567-11,1\n"));
        for (int i = 0; i < sent; i++)
            buf_format(&sheet, "6360203,2567-11,%d\n", i);
        buf_putc(&sheet, '\0');
        lab_put(&lab, "reports/2568.csv", sheet.ptr);
        lab_put(&lab, "reports/2569.csv", "lao,month,visitors\n6360203,2567-11,1\n");
        lab_load(&lab);
        if (sent <= TWICE_EACH_MAX)
            assert_int_equal(lab.diags.items.count, sent);
        else
            assert_string_equal(differing(&lab, STR("row.")), "row.no-timestamp 3 3–23\n");
        buf_release(&sheet);
        lab_close(&lab);
    }
}

/* What is the same to the second is no fault of tables.yaml. */
static void test_sent_at_one_time(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", "- {files: sheets/a.csv, kind: identity}\n");
    lab_put(&lab, "sheets/a.csv",
            "Timestamp,lao,category,name,summary\n2025-05-01 9:00:00,6360203,food,ก,ข\n"
            "2025-05-01 9:00:00,6360203,food,ค,ข\n,6360301,food,ก,ข\n,6360301,food,ก,ข\n");
    lab_load(&lab);
    assert_int_equal(lab.diags.items.count, 2);
    struct str same = diag_remedy(&lab.diags.items.items[0], DIAG_EN, &lab.arena);
    struct str undated = diag_remedy(&lab.diags.items.items[1], DIAG_EN, &lab.arena);
    assert_false(str_has(same, STR("tables.yaml")));
    assert_true(str_has(undated, STR("tables.yaml")));
    lab_close(&lab);
}

static void test_reports_sent_twice(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "reports/2568.csv",
            "lao,month,visitors,income,note\n6360203,2567-11,\"1,250\",0,\n6360203,2567-11,1250,0,\n"
            "6360203,2567-11,1300,,ฝน\n6360203,2567-12,1,,\n");
    lab_load(&lab);
    assert_string_equal(differing(&lab, STR("row.")),
                        "row.no-timestamp 2 visitors: 1250 → 1300; income: 0 → –; note: – → “ฝน”\n"
                        "row.no-timestamp 3 visitors: 1250 → 1300; income: 0 → –; note: – → “ฝน”\n");
    const struct str *whose = lab.diags.items.items[0].called[0];
    assert_non_null(whose);
    assert_str(whose[DIAG_TH], "360203 องค์การบริหารส่วนตำบลบ้านเขว้า เดือน พ.ย. 2567");
    assert_str(whose[DIAG_EN], "360203 องค์การบริหารส่วนตำบลบ้านเขว้า for 2024-11");
    assert_int_equal(lab_lao(&lab, "360203")->report_count, 2);
    assert_int_equal(lab_lao(&lab, "360203")->reports[0]->visitors, 1300);
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_who_is_it), cmocka_unit_test(test_same_mistake_again),
        cmocka_unit_test(test_whose_finding),
        cmocka_unit_test(test_sent_twice),
        cmocka_unit_test(test_sent_in_two_sheets), cmocka_unit_test(test_reports_sent_twice),
        cmocka_unit_test(test_sent_many_times), cmocka_unit_test(test_sent_at_one_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
