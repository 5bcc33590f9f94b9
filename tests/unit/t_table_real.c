/* SPDX-License-Identifier: MIT */
/* table.h: tables as Google and Excel give them: encodings, titles, columns left in, lost letters. */
#include "source_lab.h"

#include <iconv.h>

#include "sources/table.h"

/* The headers that the caller of these tests looks for. */
static bool knows(const void *context, struct str header, struct arena *scratch)
{
    static const struct str names[] = {
        STR_CONST("รหัส"), STR_CONST("ชื่อ อปท."), STR_CONST("ด้าน"), STR_CONST("เดือน"),
    };
    (void)context;
    (void)scratch;
    for (size_t i = 0; i < COUNT(names); i++)
        if (str_eq(names[i], header))
            return true;
    return false;
}

static const struct table_hint hint = {knows, NULL};

static const struct table *read_table(struct lab *lab, const char *bytes, size_t len)
{
    lab_begin(lab, bytes, len);
    return table_parse(STR("t.csv"), lab->input, &hint, &lab->arena, &lab->diags);
}

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

/* What is read of `bytes`, in two strings joined by " => ". */
static const char *outcome(struct lab *lab, const char *bytes, size_t len)
{
    const char *table = dump(read_table(lab, bytes, len), &lab->arena);
    return str_c(str_format(&lab->arena, "%s => %s", table, lab_findings(lab)), &lab->arena);
}

struct reading {
    const char *input, *wanted;
};

static void expect_readings(const struct reading *readings, size_t count)
{
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        struct lab lab;
        const char *got = outcome(&lab, readings[i].input, strlen(readings[i].input));
        bool good = !strcmp(got, readings[i].wanted);
        if (!good)
            print_error("%zu %s\n  gives [%s]\n", i, readings[i].input, got);
        failed += !good;
        lab_end(&lab);
    }
    assert_int_equal(failed, 0);
}

/* ---- encodings ---- */

static struct str encode(const char *encoding, const char *text, struct arena *arena)
{
    iconv_t way = iconv_open(encoding, "UTF-8");
    assert_true(way != (iconv_t)-1);
    size_t left = strlen(text), room = left * 2 + 4;
    char *in = (char *)text, *out = arena_alloc(arena, room), *at = out;
    assert_int_equal(iconv(way, &in, &left, &at, &room), 0);
    iconv_close(way);
    return str_of(out, (size_t)(at - out));
}

static const char *outcome_in(struct lab *lab, const char *encoding, const char *text)
{
    struct arena arena = {0};
    struct str bytes = encode(encoding, text, &arena);
    const char *got = outcome(lab, bytes.ptr, bytes.len);
    arena_release(&arena);
    return got;
}

/* Rows, lines and cells are the sheet's, whatever the bytes were and however lines end. */
static void test_encodings_give_one_table(void **state)
{
    (void)state;
    static const char *const encodings[][2] = {
        {"UTF-8", ""},
        {"WINDOWS-874", "source.was-windows-874 0:0"},
        {"UTF-16LE", "source.was-utf-16 0:0"},
        {"UTF-16BE", "source.was-utf-16 0:0"},
    };
    static const char *const texts[] = {
        "รหัส,ชื่อ อปท.\n1,\"บ้าน\nเขว้า\"\n\n2,กุดตุ้ม… “x”\n",
        "รหัส,ชื่อ อปท.\r\n1,\"บ้าน\r\nเขว้า\"\r\n\r\n2,กุดตุ้ม… “x”",
        "รหัส,ชื่อ อปท.\r1,\"บ้าน\rเขว้า\"\r\r2,กุดตุ้ม… “x”\r",
    };
    for (size_t e = 0; e < COUNT(encodings); e++)
        for (size_t t = 0; t < COUNT(texts); t++) {
            struct lab lab;
            const char *got = outcome_in(&lab, encodings[e][0], texts[t]);
            struct str wanted = str_format(
                &lab.arena, "รหัส|ชื่อ อปท. / r2@2 1|บ้าน\nเขว้า / r4@5 2|กุดตุ้ม… “x” => %s",
                encodings[e][1]);
            assert_string_equal(got, str_c(wanted, &lab.arena));
            lab_end(&lab);
        }
}

static void test_unicode_text_of_excel(void **state)
{
    (void)state;
    struct lab lab;
    assert_string_equal(outcome_in(&lab, "UTF-16LE", "\xEF\xBB\xBFรหัส\tด้าน\r\n1\t\"ก\tข\"\r\n"),
                        "รหัส|ด้าน / r2@2 1|ก\tข => source.was-utf-16 0:0");
    lab_end(&lab);
    assert_string_equal(outcome_in(&lab, "UTF-16BE", "\xEF\xBB\xBFรหัส;ด้าน\n1;ก\n"),
                        "รหัส|ด้าน / r2@2 1|ก => csv.other-delimiter 0:0, source.was-utf-16 0:0");
    lab_end(&lab);
    assert_string_equal(outcome_in(&lab, "UTF-16LE", "\xEF\xBB\xBFรหัส\tด้าน\n1\t\xF0\x9F\x8E\x89\n"),
                        "รหัส|ด้าน / r2@2 1|\xF0\x9F\x8E\x89 => source.was-utf-16 0:0");
    lab_end(&lab);
}

#define UTF16_A "\xFF\xFE" "a\0,\0b\0\n\0"
#define HEAD_874 "\xC3\xCB\xD1\xCA\xBB\xC3\xD0\xAA\xD2,a\n" /* รหัสประชา */

static void test_broken_bytes_have_a_place(void **state)
{
    (void)state;
    static const struct {
        struct str bytes;
        const char *wanted;
    } broken[] = {
        {STR_CONST(HEAD_874 "\xA1\xA2,\xA1\xA2\xFC\n"),
         " => source.bad-windows-874 2:6"},
        {STR_CONST(HEAD_874 "\xA1\xA2,\xA1\xA2\x81\n"),
         " => source.bad-windows-874 2:6"},
        {STR_CONST(UTF16_A "1\0,\0\x00\xD8x\0\n\0"), " => source.bad-utf-16 2:3"},
        {STR_CONST(UTF16_A "1\0,\0\x00\xDCx\0\n\0"), " => source.bad-utf-16 2:3"},
        {STR_CONST(UTF16_A "1\0,\0x"), " => source.bad-utf-16 2:3"},
        {STR_CONST(UTF16_A "1\0,\0\0\0\n\0"), " => source.nul-byte 2:3"},
        {STR_CONST("a\0b\0" "1234567890"), " => source.utf-16 0:0"},
        {STR_CONST("\xFF\xFE<\0h\0t\0m\0l\0>\0"), " => source.html-page 0:0"},
        /* UTF-8 with a byte too few is not windows-874 */
        {STR_CONST("รหัส,ชื่อ\n1,\xE0\xB8\n2,บ้านเขว้า\n"), " => source.not-utf8 2:3"},
        {STR_CONST("มม,รร\n\xE0\xB8"), " => source.cut-short 2:1"},
        {STR_CONST("caf\xE9,\xE0\n"), " => source.not-utf8 1:4"},
    };
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct lab lab;
        assert_string_equal(outcome(&lab, broken[i].bytes.ptr, broken[i].bytes.len),
                            broken[i].wanted);
        lab_end(&lab);
    }
}

/* ---- titles, delimiters, columns left in ---- */

static const struct reading titled[] = {
    {"รายงานอัตลักษณ์ ปี 2568,,\nกรม,,\n\nรหัส,ชื่อ อปท.,ด้าน\n1,ก,ข\n",
     "รหัส|ชื่อ อปท.|ด้าน / r5@5 1|ก|ข => csv.title-rows r4c0"},
    {"รายงาน\nรหัส,\"ชื่อ\nอปท.\"\n1,ก\n", "รหัส|ชื่อ อปท. / r3@4 1|ก => csv.title-rows r2c0"},
    {"\"ก \"\"ข\"\"\nค\",,\r\nรหัส,ด้าน,x\r\n1,ก,2", "รหัส|ด้าน|x / r3@4 1|ก|2 => csv.title-rows r2c0"},
    {"ก, ข\nรหัส;ด้าน\n1;ก,ค\n",
     "รหัส|ด้าน / r3@3 1|ก,ค => csv.other-delimiter 0:0, csv.title-rows r2c0"},
    {"ก | ข\rรหัส\tด้าน\r1\tก\r",
     "รหัส|ด้าน / r3@3 1|ก => csv.other-delimiter 0:0, csv.title-rows r2c0"},
    /* fewer than half as many; as many as half stay */
    {"รหัส,x,y\nรหัส,ด้าน,เดือน\n1,ก,ข\n", "รหัส|ด้าน|เดือน / r3@3 1|ก|ข => csv.title-rows r2c0"},
    {"รหัส,x\nรหัส,ด้าน\n", "รหัส|x / r2@2 รหัส|ด้าน => "},
    {"\n\nรหัส,ด้าน\n1,ก\n", "รหัส|ด้าน / r4@4 1|ก => "},
    /* one known word is no header */
    {"x,y\n1,เดือน\n", "x|y / r2@2 1|เดือน => "},
    /* the twentieth row is the last that is asked */
    {"1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\nรหัส,ด้าน\n1,ก\n",
     "รหัส|ด้าน / r21@21 1|ก => csv.title-rows r20c0"},
    {"1,\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n13\n14\n15\n16\n17\n18\n19\n20\nรหัส\n",
     "1 / r2@2 2 / r3@3 3 / r4@4 4 / r5@5 5 / r6@6 6 / r7@7 7 / r8@8 8 / r9@9 9 / r10@10 10"
     " / r11@11 11 / r12@12 12 / r13@13 13 / r14@14 14 / r15@15 15 / r16@16 16 / r17@17 17"
     " / r18@18 18 / r19@19 19 / r20@20 20 / r21@21 รหัส => "},
    /* a header that is read must be there once; the others may repeat or lack a name */
    {"รหัส,ด้าน,รหัส\n1,2,3\n", " => csv.header-repeated r1c3"},
    {"รหัส,x,,x,\n1,2,3,4,\n1,2,3,4,5\n",
     "รหัส|x||x / r2@2 1|2|3|4 / r3@3 1|2|3|4 => csv.header-empty r1c3, csv.header-empty r1c5"},
    {"รหัส,,,\n1,,,\n", "รหัส / r2@2 1 => "},
};

static void test_titles_and_columns_left_in(void **state)
{
    (void)state;
    expect_readings(titled, COUNT(titled));
}

/* ---- cells ---- */

static void test_lost_letters(void **state)
{
    (void)state;
    static const struct {
        const char *cell, *findings;
        bool value;
    } cells[] = {
        {"บ้าน???ดี", "csv.letters-lost r2c2", true},
        {"บ้าน ???? ดี", "csv.letters-lost r2c2", true},
        {"????? Homestay", "csv.letters-lost r2c2", true},
        {"??????", "csv.only-question-marks r2c2", false},
        {"?", "csv.only-question-marks r2c2", false},
        {"??? ??", "csv.only-question-marks r2c2", false},
        {"จริงหรือ???", "", true},
        {"จริงหรือ??? ใช่", "", true},
        {"จริงหรือ?", "", true},
        {"https://example.go.th/?a=1", "", true},
        {"a??b", "", true},
        {"#NAME?", "csv.formula-error r2c2", false},
    };
    for (size_t i = 0; i < COUNT(cells); i++) {
        struct lab lab;
        struct arena arena = {0};
        struct str text = str_format(&arena, "รหัส,ด้าน\n1,%s\n", cells[i].cell);
        const struct table *table = read_table(&lab, text.ptr, text.len);
        assert_int_equal(table_check_cell(table, table->rows.items, 1, &lab.diags), cells[i].value);
        assert_string_equal(lab_findings(&lab), cells[i].findings);
        lab_end(&lab);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_encodings_give_one_table),
        cmocka_unit_test(test_unicode_text_of_excel),
        cmocka_unit_test(test_broken_bytes_have_a_place),
        cmocka_unit_test(test_titles_and_columns_left_in),
        cmocka_unit_test(test_lost_letters),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
