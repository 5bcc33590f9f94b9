/* SPDX-License-Identifier: MIT */
/* stamp.h and sheet.c: time stamps that tables.yaml does not tell of, and what they decide. */
#include "model_lab.h"

#include "model/stamp.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* ---- what can be told ---- */

static const struct {
    const char *stamps, *format;
} columns[] = {
    {"20/5/2568 9:00:00\n1/6/2568 10:00:00\n", "D/M/Y H:m:s"},
    {"1/6/2568 10:00:00\n", "D/M/Y H:m:s"},
    {"1/6/2025 10:00:00\n13/6/2025 9:00:00\n", "D/M/Y H:m:s"},
    {"13/6/2025 9:00\n", "D/M/Y H:m"},
    {"2025-06-01 10:00:00\n", "Y-M-D H:m:s"},
    {"\"\"\n1/6/2568 10:00:00\n", "D/M/Y H:m:s"},
    {"5/6/2025 10:00:00\n6/6/2025 10:00:00\n", ""},    /* two days or two months */
    {"13/6/2025 9:00:00\n6/13/2025 9:00:00\n", ""},    /* both ways */
    {"9/16/2025 0:06:16\n", ""},                       /* American: told, not used */
    {"10/14/16 10:05\n", ""},                          /* Excel cut it */
    {"13/6/2025 9:00:00\nyesterday\n", ""},
    {"\"\"\n", ""},
};

static void test_formats(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(columns); i++) {
        struct arena arena = {0};
        struct diags diags = diags_on(&arena);
        struct str text =
            str_cat(&arena, STR("a,b\n"),
                    str_replace(str_from(columns[i].stamps), STR("\n"), STR(",x\n"), &arena));
        const struct table *table = table_parse(STR("t"), text, NULL, &arena, &diags);
        struct stamp_format told = stamp_format_of(table, 0, &arena);
        assert_string_equal(str_c(told.format, &arena), columns[i].format);
        assert_int_equal(told.any, strcmp(columns[i].stamps, "\"\"\n") != 0);
        arena_release(&arena);
    }
}

static const struct {
    const char *stamps;
    bool found;
    const char *other;
} misfits[] = {
    {"20/5/2568 9:00:00\n1/6/2568 10:00:00\n", false, ""},
    {"6/2/2025 9:00:00\n5/20/2025 9:00:00\n", true, "M/D/Y H:m:s"},
    {"14/5/2568 8:12\n1/6/2568 9:19\n", true, "D/M/Y H:m"},
    {"14/5/68 8:12\n1/6/68 9:19\n", true, "D/M/Y H:m"}, /* a Buddhist year, cut by Excel */
    {"10/14/16 10:05\n10/15/16 9:19\n", true, ""},
    {"14/5/2568 8:12:00\nyesterday\n", false, ""},      /* a matter of its row */
    {"yesterday\n", false, ""},
    {"\"\"\n", false, ""},
};

static void test_misfits(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(misfits); i++) {
        struct arena arena = {0};
        struct diags diags = diags_on(&arena);
        struct str text =
            str_cat(&arena, STR("a,b\n"),
                    str_replace(str_from(misfits[i].stamps), STR("\n"), STR(",x\n"), &arena));
        const struct table *table = table_parse(STR("t"), text, NULL, &arena, &diags);
        struct stamp_misfit misfit = stamp_misfit_of(table, 0, STR("D/M/Y H:m:s"), &arena);
        assert_int_equal(misfit.found, misfits[i].found);
        assert_string_equal(str_c(misfit.other, &arena), misfits[i].other);
        arena_release(&arena);
    }
}

/* ---- what they decide ---- */

#define ROWS(first, second)                                                               \
    first ",6360203,food,ใหม่,ข\n" second ",6360203,food,เก่า,ข\n"
#define TABLES(more)                                                                      \
    "- files: sheets/a*.csv\n  kind: identity\n" more                                     \
    "  columns: {รหัส: lao, ด้าน: category, ชื่ออัตลักษณ์: name.th, สรุป: summary.th}\n"
#define NAMED "  timestamp: {column: ประทับเวลา, format: D/M/Y H:m:s}\n"
#define NEWER ROWS("2/6/2568 9:00:00", "31/5/2568 9:00:00")
#define SUPERSEDED "row.superseded sheets/a.csv: row 3 “360203”\n"

static const struct {
    const char *tables, *header, *rows, *name, *findings;
} sheets[] = {
    {TABLES(NAMED), "ประทับเวลา", NEWER, "ใหม่", SUPERSEDED},
    {TABLES(""), "ประทับเวลา", NEWER, "ใหม่", SUPERSEDED},
    {TABLES(""), "Timestamp", NEWER, "ใหม่", SUPERSEDED},
    {TABLES(""), " timestamp ", NEWER, "ใหม่", SUPERSEDED},
    {TABLES(NAMED), "Column1", NEWER, "ใหม่",
     "tables.stamp-renamed sheets/a.csv: row 1, column A (Column1) “Column1”\n" SUPERSEDED},
    {TABLES(NAMED), "คอลัมน์ 1", NEWER, "ใหม่",
     "tables.stamp-renamed sheets/a.csv: row 1, column A (คอลัมน์ 1) “คอลัมน์ 1”\n" SUPERSEDED},
    {TABLES(""), "Column1", NEWER, "เก่า",
     "tables.unknown-column sheets/a.csv: row 1, column A (Column1) “Column1”\n"
     "row.no-timestamp sheets/a.csv: row 2 “360203”\n"},
    {TABLES(""), "ประทับเวลา", ROWS("6/6/2025 9:00:00", "5/6/2025 9:00:00"), "เก่า",
     "tables.stamp-format sheets/a.csv: row 1, column A (ประทับเวลา) “ประทับเวลา”\n"
     "row.no-timestamp sheets/a.csv: row 2 “360203”\n"},
    {TABLES("  ignore: [ประทับเวลา]\n"), "ประทับเวลา", NEWER, "เก่า",
     "row.no-timestamp sheets/a.csv: row 2 “360203”\n"},
};

static void test_newest_wins(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sheets); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml", sheets[i].tables);
        lab_put(&lab, "sheets/a.csv",
                str_format(&lab.arena, "%s,รหัส,ด้าน,ชื่ออัตลักษณ์,สรุป\n%s", sheets[i].header,
                           sheets[i].rows).ptr);
        lab_load(&lab);
        assert_string_equal(lab_findings(&lab), sheets[i].findings);
        assert_str(lab_lao(&lab, "360203")->identity->name.in[0], sheets[i].name);
        lab_close(&lab);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_formats),
        cmocka_unit_test(test_misfits),
        cmocka_unit_test(test_newest_wins),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
