/* SPDX-License-Identifier: MIT */
/* table.h: every rule with its place, row numbers as the sheet counts, the limits. */
#include "source_lab.h"

#include "sources/table.h"

static const struct table *read_table(struct lab *lab, const char *bytes, size_t len)
{
    lab_begin(lab, bytes, len);
    return table_parse(STR("t.csv"), lab->input, NULL, &lab->arena, &lab->diags);
}

/* All of a table as text: "h|h / r2@2 c|c / …". */
static const char *dump(const struct table *table, struct arena *arena)
{
    struct buf out = {0};
    for (size_t i = 0; table && i < table->header_count; i++)
        buf_format(&out, "%s%.*s", i ? "|" : "", STR_ARG(table->headers[i]));
    for (size_t r = 0; table && r < table->rows.count; r++) {
        const struct table_row *row = &table->rows.items[r];
        buf_format(&out, " / r%u@%u ", row->row, row->line);
        for (size_t i = 0; i < table->header_count; i++)
            buf_format(&out, "%s%.*s", i ? "|" : "", STR_ARG(row->cells[i]));
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return str_c(text, arena);
}

struct reading {
    const char *input, *table, *findings; /* an empty table: refused */
};

static const struct reading readings[] = {
    {"a,b\n1,2\n", "a|b / r2@2 1|2", ""},
    {"a,b\r\n1,2\r\n", "a|b / r2@2 1|2", ""},
    {"a,b\r1,2\r", "a|b / r2@2 1|2", ""},
    {"a,b\n1,2", "a|b / r2@2 1|2", ""},
    {"a,b\n1,2\n\x1A", "a|b / r2@2 1|2", ""},
    {"a,b\r\n1,2\x1A\x1A", "a|b / r2@2 1|2", ""},
    {"\xEF\xBB\xBF \n<!-- x --><html>\n", "", "source.html-page 0:0"},
    {"<?xml version='1.0'?>\n\xEF\xBB\xBF<!-- <b> -->\n<!DOCTYPE html>\n", "",
     "source.html-page 0:0"},
    {"<!-- x -->,b\n1,<html>\n", "<!-- x -->|b / r2@2 1|<html>", ""},
    {"\xEF\xBB\xBF\"a\",\"b\"\n1,2\n", "a|b / r2@2 1|2", ""},
    {"a;b\n1;2,5\n", "a|b / r2@2 1|2,5", "csv.other-delimiter 0:0"},
    {"a\tb\n1\t\n\t\n \t2\n", "a|b / r2@2 1| / r4@4 |2",
     "csv.other-delimiter 0:0"},
    {"\"a;b;c\",d\n1,2\n", "a;b;c|d / r2@2 1|2", ""},
    {"one\n1\n", "one / r2@2 1", ""},
    {" \"a\nb \" ,\" c\r\n \n d\"\n1,2\n", "a b|c d / r2@5 1|2", ""},
    {"a,b\n\"x\r\ny\",2\n\n , \n3,\"p\rq\"\n", "a|b / r2@2 x\ny|2 / r5@6 3|p\nq", ""},
    {"\n\na,b\n\n1,2\n", "a|b / r5@5 1|2", ""},
    {"a,b\n1\n,2\n", "a|b / r2@2 1| / r3@3 |2", ""},
    {"a,b\n1,2,,\n", "a|b / r2@2 1|2", ""},
    {"a,b,,\n1,2,,\n", "a|b / r2@2 1|2", ""},
    {"a,b\n\" 1 \",  2 \n", "a|b / r2@2  1 |2", ""},
    {"a,b\n\"\"\"q\"\"\",x\n", "a|b / r2@2 \"q\"|x", ""},
    {"a,b\n\"\",\"\"\n", "a|b", "csv.no-rows 0:0"},
    {"a,b\n", "a|b", "csv.no-rows 0:0"},
    {"a,,c\n1,2,3\n4,5,6\n", "a||c / r2@2 1|2|3 / r3@3 4|5|6", "csv.header-empty r1c2"},
    {"a,,c\n1,,3\n", "a||c / r2@2 1||3", ""},
    {"a,b,\n1,2,3\n4,5,6,7\n", "a|b / r2@2 1|2", "csv.header-empty r1c3, csv.row-too-wide r3c0"},
    {"a,b,c\n1,2,3\n4,5", "a|b|c / r2@2 1|2|3", "csv.cut-short r3c0"},
    {"a,b,c\n1,2,3\n4", "a|b|c / r2@2 1|2|3", "csv.cut-short r3c0"},
    {"a,b,c\n1,2,3\n4,5,", "a|b|c / r2@2 1|2|3 / r3@3 4|5|", ""},
    {"a,b,c\n1,2,3\n4,5\n", "a|b|c / r2@2 1|2|3 / r3@3 4|5|", ""},
    {"\"a\",\"b\"\n\"1\",\"2\"\n\"\",\"4\"", "a|b / r2@2 1|2 / r3@3 |4", ""}, /* gviz */
    {"a,b\n1,2,3\n4,5\n", "a|b / r3@3 4|5", "csv.row-too-wide r2c0"},
    /* refused */
    {"", "", "csv.empty 0:0"},
    {"\xEF\xBB\xBF\r\n \r\n", "", "csv.empty 0:0"},
    {"a,b, a\n1,2,3\n", "", "csv.header-repeated r1c3"},
    {"\"a\nb\",\"a b\"\n1,2\n", "", "csv.header-repeated r1c2"},
    {"a,b\x01\n1,2\n", "", "csv.header-control r1c2"},
    {"a|b|c\n1|2|3\n", "", "csv.delimiter 1:0"},
    {"a,b\n1,\"x\n2,y\n", "", "csv.quote-open 2:3"},
    {"ก,ข\n\"ค\",\"x\n2,\"y\"\n", "", "csv.text-after-quote 2:5"},
    {"a,b\n\"x\"y,2\n", "", "csv.text-after-quote 2:1"},
    {"a,b\n\"p\"\"q\"r,2\n", "", "csv.text-after-quote 2:1"},
    {"a,b\n1,2\nไหม 5\" ยาว,2\n", "", "csv.stray-quote 3:6"},
    {"a,b\r\n1,2\n3,4\r\n", "", "csv.mixed-line-ends r2c0"},
    {"a,b\n1,2\r\n", "", "csv.mixed-line-ends r2c0"},
    {"a,b\n1,2\r3,4\n", "", "csv.mixed-line-ends r2c0"},
    {"a,b\r\n1,2\r3,4\r\n", "", "csv.mixed-line-ends r2c0"},
    {"a,b\r\n1\r5", "", "csv.mixed-line-ends r2c0"},
    {"a,b\r\n1,2\r", "a|b / r2@2 1|2", ""},
    {"a,b\r1,2\n3,4\r", "", "csv.mixed-line-ends r2c0"},
    {"PK\3\4....", "", "source.excel 0:0"},
    {"<!doctype html>\n<title>Sign in</title>", "", "source.html-page 0:0"},
    {"\xFF\xFE" "a", "", "source.bad-utf-16 1:1"},
    {"a,b\n1,\xFF\xE9\n", "", "source.not-utf8 2:3"},
};

static void test_readings(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < COUNT(readings); i++) {
        struct lab lab;
        const char *input = readings[i].input;
        const char *text = dump(read_table(&lab, input, strlen(input)), &lab.arena);
        const char *findings = lab_findings(&lab);
        bool good = !strcmp(text, readings[i].table) && !strcmp(findings, readings[i].findings);
        if (!good)
            print_error("%zu %s\n  gives [%s] [%s]\n", i, input, text, findings);
        failed += !good;
        lab_end(&lab);
    }
    assert_int_equal(failed, 0);
}

static void test_nul_is_refused(void **state)
{
    (void)state;
    static const char nul[] = "a,b\n1,x\0y\n";
    struct lab lab;
    assert_null(read_table(&lab, nul, sizeof(nul) - 1));
    assert_string_equal(lab_findings(&lab), "source.nul-byte 2:4");
    lab_end(&lab);
}

/* The values that sentences need. */
static void test_words_of_findings(void **state)
{
    (void)state;
    struct lab lab;
    static const char text[] = "a,b\n\"x\n\n\"y,2\n";
    assert_null(read_table(&lab, text, sizeof(text) - 1));
    assert_true(str_has(diag_problem(lab.diags.items.items, DIAG_EN, &lab.arena),
                        STR("(on line 4)")));
    lab_end(&lab);
    assert_null(read_table(&lab, "a,b,\"a\n\"\n", 9));
    struct finding *finding = lab.diags.items.items;
    assert_true(str_eq(finding->args[0], STR("a")));
    assert_true(str_eq(finding->args[1], STR("A")));
    lab_end(&lab);
}

static void test_cell_places(void **state)
{
    (void)state;
    struct lab lab;
    static const char text[] = "\"รหัส\nอปท.\",b\n\"1\n\",#N/A\n2,Loading...\n3,#1 stall\n";
    const struct table *table = read_table(&lab, text, sizeof(text) - 1);
    assert_non_null(table);
    const struct table_row *row = table->rows.items;
    struct pos pos = table_pos(table, &row[1], 0);
    assert_int_equal(pos.line, 5);
    assert_int_equal(pos.row, 3);
    assert_int_equal(pos.column, 1);
    assert_true(str_eq(pos.header, STR("รหัส อปท.")));
    assert_true(table_check_cell(table, &row[0], 0, &lab.diags));
    assert_false(table_check_cell(table, &row[0], 1, &lab.diags));
    assert_false(table_check_cell(table, &row[1], 1, &lab.diags));
    assert_true(table_check_cell(table, &row[2], 1, &lab.diags));
    assert_string_equal(lab_findings(&lab), "csv.formula-error r2c2, csv.formula-error r3c2");
    lab_end(&lab);
}

/* A cell of `size` bytes in the third row, quoted or not. */
static const char *with_cell(struct lab *lab, size_t size, const char *quote)
{
    struct arena arena = {0};
    struct buf text = {0};
    buf_put(&text, STR("a,b\n1,2\n"));
    buf_put(&text, str_from(quote));
    buf_put(&text, lab_repeat("กx", size, &arena));
    if (text.len && (text.ptr[text.len - 1] & 0x80)) /* no half letter at the end */
        for (size_t i = 1; i <= 2; i++)
            text.ptr[text.len - i] = 'x';
    buf_put(&text, str_from(quote));
    buf_put(&text, STR(",z\n"));
    const struct table *table = read_table(lab, text.ptr, text.len);
    const char *findings = lab_findings(lab);
    assert_int_equal(table != NULL, !*findings);
    buf_release(&text);
    arena_release(&arena);
    return findings;
}

static void test_field_limit(void **state)
{
    (void)state;
    static const char *const quotes[] = {"", "\""};
    for (size_t i = 0; i < COUNT(quotes); i++) {
        struct lab lab;
        size_t even = TABLE_FIELD_MAX / 4 * 4;
        assert_string_equal(with_cell(&lab, even - 4, quotes[i]), "");
        lab_end(&lab);
        assert_string_equal(with_cell(&lab, even, quotes[i]), "");
        lab_end(&lab);
        assert_string_equal(with_cell(&lab, even + 4, quotes[i]), "csv.field-too-long r3c0");
        lab_end(&lab);
    }
}

static void test_row_limit(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf text = {0};
    buf_put(&text, STR("a\n1\n"));
    for (unsigned i = 0; i < 5; i++) {
        buf_put(&text, STR("\""));
        buf_put(&text, lab_repeat("x\n", 250 * 1024, &arena));
        buf_put(&text, STR("\","));
    }
    buf_put(&text, STR("\n"));
    struct lab lab;
    assert_null(read_table(&lab, text.ptr, text.len));
    assert_string_equal(lab_findings(&lab), "csv.row-too-long r3c0");
    lab_end(&lab);
    buf_release(&text);
    arena_release(&arena);
}

/* A quote that is never closed costs one row's limit, not the file. */
static void test_open_quote_in_a_large_file(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf text = {0};
    buf_put(&text, STR("a,b\n1,\"2\n"));
    buf_put(&text, lab_repeat("3,4\n", 8 * 1024 * 1024, &arena));
    struct lab lab;
    assert_null(read_table(&lab, text.ptr, text.len));
    assert_string_equal(lab_findings(&lab), "csv.row-too-long r2c0");
    lab_end(&lab);
    buf_release(&text);
    arena_release(&arena);
}

static const char *with_columns(struct lab *lab, unsigned count)
{
    struct buf text = {0};
    for (unsigned i = 0; i < count; i++)
        buf_format(&text, "%sc%u", i ? "," : "", i);
    buf_put(&text, STR("\n1\n"));
    read_table(lab, text.ptr, text.len);
    buf_release(&text);
    return lab_findings(lab);
}

static void test_column_limit(void **state)
{
    (void)state;
    struct lab lab;
    assert_string_equal(with_columns(&lab, TABLE_COLUMNS_MAX - 1), "");
    lab_end(&lab);
    assert_string_equal(with_columns(&lab, TABLE_COLUMNS_MAX), "");
    lab_end(&lab);
    assert_string_equal(with_columns(&lab, TABLE_COLUMNS_MAX + 1), "csv.too-many-columns r1c0");
    lab_end(&lab);
}

/* Short rows are filled, so 400 columns and two bytes a row must not take all memory. */
static void test_cell_limit(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf text = {0};
    for (unsigned i = 0; i < TABLE_COLUMNS_MAX; i++)
        buf_format(&text, "%sc%u", i ? "," : "", i);
    buf_putc(&text, '\n');
    buf_put(&text, lab_repeat("1\n", 2 * 100000, &arena));
    struct lab lab;
    assert_null(read_table(&lab, text.ptr, text.len));
    assert_string_equal(lab_findings(&lab), "csv.too-many-rows r41945c0");
    lab_end(&lab);
    buf_release(&text);
    arena_release(&arena);
}

static void test_wide_rows_are_bounded(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct buf text = {0};
    buf_put(&text, STR("a\n"));
    buf_put(&text, lab_repeat("1,2\n", 4000, &arena));
    struct lab lab;
    assert_null(read_table(&lab, text.ptr, text.len));
    assert_int_equal(lab.diags.items.count, 100);
    lab_end(&lab);
    buf_release(&text);
    arena_release(&arena);
}

static void test_file_limit(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str text = lab_repeat("#", TABLE_FILE_MAX + 1, &arena);
    struct diags diags = diags_on(&arena);
    assert_null(table_parse(STR("t.csv"), text, NULL, &arena, &diags));
    assert_string_equal(diags.items.items[0].rule->id, "source.too-large");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_readings),
        cmocka_unit_test(test_nul_is_refused),
        cmocka_unit_test(test_words_of_findings),
        cmocka_unit_test(test_cell_places),
        cmocka_unit_test(test_field_limit),
        cmocka_unit_test(test_row_limit),
        cmocka_unit_test(test_open_quote_in_a_large_file),
        cmocka_unit_test(test_column_limit),
        cmocka_unit_test(test_cell_limit),
        cmocka_unit_test(test_wide_rows_are_bounded),
        cmocka_unit_test(test_file_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
