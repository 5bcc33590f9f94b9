/* SPDX-License-Identifier: MIT */
/* date.h: every form that offices write, and every one that must not be guessed at. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/date.h"
#include "text/months.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

struct example {
    const char *text;
    struct date date;
    enum date_error error;
};

static const struct example dates[] = {
    {"๑๖ มิถุนายน ๒๕๖๘", {2025, 6, 16}, DATE_OK},
    {"16 มิถุนายน พ.ศ. 2568", {2025, 6, 16}, DATE_OK},
    {"16 มิถุนายน พ.ศ.2568", {2025, 6, 16}, DATE_OK},
    {"16 มิถุนายน พศ 2568", {2025, 6, 16}, DATE_OK},
    {"16 มิถุนายน ค.ศ. 2025", {2025, 6, 16}, DATE_OK},
    {"วันที่ 16 มิถุนายน 2568", {2025, 6, 16}, DATE_OK},
    {"วันที่๑๖ มิถุนายน ๒๕๖๘", {2025, 6, 16}, DATE_OK},
    {"วันจันทร์ที่ 16 มิถุนายน 2568", {2025, 6, 16}, DATE_OK},
    {"16/6/2568", {2025, 6, 16}, DATE_OK},
    {"16/06/2025", {2025, 6, 16}, DATE_OK},
    {"๑๖/๐๖/๒๕๖๘", {2025, 6, 16}, DATE_OK},
    {"16 / 6 / 2568", {2025, 6, 16}, DATE_OK},
    {"16/6/68", {2025, 6, 16}, DATE_OK},
    {"16 มิ.ย. 68", {2025, 6, 16}, DATE_OK},
    {"16 มิ.ย.68", {2025, 6, 16}, DATE_OK},
    {"16มิ.ย.68", {2025, 6, 16}, DATE_OK},
    {"16 มิย 2568", {2025, 6, 16}, DATE_OK},
    {"16 มิย. 2568", {2025, 6, 16}, DATE_OK},
    {"16 มิ.ย 2568", {2025, 6, 16}, DATE_OK},
    {"16-มิ.ย.-68", {2025, 6, 16}, DATE_OK},
    {"2025-06-16", {2025, 6, 16}, DATE_OK},
    {"2568-06-16", {2025, 6, 16}, DATE_OK},
    {"2568/6/16", {2025, 6, 16}, DATE_OK},
    {"16.6.2568", {2025, 6, 16}, DATE_OK},
    {"16-6-2568", {2025, 6, 16}, DATE_OK},
    {"16 June 2025", {2025, 6, 16}, DATE_OK},
    {"16 jun. 2025", {2025, 6, 16}, DATE_OK},
    {"16-Jun-2025", {2025, 6, 16}, DATE_OK},
    {"16 June BE 2568", {2025, 6, 16}, DATE_OK},
    {"  16   มิถุนายน  2568 ", {2025, 6, 16}, DATE_OK},
    {"16\xC2\xA0มิถุนายน\xC2\xA0"
     "2568",
     {2025, 6, 16},
     DATE_OK},
    {"1 มกราคม 2568", {2025, 1, 1}, DATE_OK},
    {"1 ม.ค. 68", {2025, 1, 1}, DATE_OK},
    {"1 มี.ค. 68", {2025, 3, 1}, DATE_OK},
    {"1 มีค 68", {2025, 3, 1}, DATE_OK},
    {"1 ก.พ. 68", {2025, 2, 1}, DATE_OK},
    {"1 กุมภาพันธ 2568", {2025, 2, 1}, DATE_OK},
    {"1 เม.ย. 68", {2025, 4, 1}, DATE_OK},
    {"1 เเม.ย. 68", {0}, DATE_FORM},
    {"1 พ.ค. 68", {2025, 5, 1}, DATE_OK},
    {"1 ก.ค. 68", {2025, 7, 1}, DATE_OK},
    {"1 กรกฏาคม 2568", {2025, 7, 1}, DATE_OK}, /* with the other to patak */
    {"1 ส.ค. 68", {2025, 8, 1}, DATE_OK},
    {"1 ก.ย. 68", {2025, 9, 1}, DATE_OK},
    {"1 ต.ค. 68", {2025, 10, 1}, DATE_OK},
    {"1 พ.ย. 68", {2025, 11, 1}, DATE_OK},
    {"1 พฤศจิกายน 2568", {2025, 11, 1}, DATE_OK},
    {"1 ธ.ค. 68", {2025, 12, 1}, DATE_OK},
    {"31 ธันวาคม 2568", {2025, 12, 31}, DATE_OK},
    {"29/2/2567", {2024, 2, 29}, DATE_OK},
    {"29 กุมภาพันธ์ 2543", {2000, 2, 29}, DATE_OK},
    {"1/1/2400", {1857, 1, 1}, DATE_OK},
    {"1/1/2700", {2157, 1, 1}, DATE_OK},
    {"1/1/1900", {1900, 1, 1}, DATE_OK},
    {"1/1/2100", {2100, 1, 1}, DATE_OK},
    {"1/1/43", {2000, 1, 1}, DATE_OK},
    {"1/1/99", {2056, 1, 1}, DATE_OK},
    {"", {0}, DATE_EMPTY},
    {"  ", {0}, DATE_EMPTY},
    {"29/2/2568", {0}, DATE_DAY},
    {"29/2/1900", {0}, DATE_DAY},
    {"31 กุมภาพันธ์ 2568", {0}, DATE_DAY},
    {"31/4/2568", {0}, DATE_DAY},
    {"0/4/2568", {0}, DATE_DAY},
    {"32/1/2568", {0}, DATE_DAY},
    {"6/16/2025", {0}, DATE_MONTH},
    {"2025-16-06", {0}, DATE_MONTH},
    {"1/0/2568", {0}, DATE_MONTH},
    {"16/6/42", {0}, DATE_YEAR},
    {"16/6/00", {0}, DATE_YEAR},
    {"16/6/25", {0}, DATE_YEAR},
    {"16/6/5", {0}, DATE_YEAR},
    {"16/6/256", {0}, DATE_YEAR},
    {"16/6/2399", {0}, DATE_YEAR},
    {"16/6/2701", {0}, DATE_YEAR},
    {"16/6/1899", {0}, DATE_YEAR},
    {"16/6/2101", {0}, DATE_YEAR},
    {"16 มิถุนายน พ.ศ. 2025", {0}, DATE_YEAR},
    {"16 มิถุนายน ค.ศ. 2568", {0}, DATE_YEAR},
    {"16 มิถุนายน ค.ศ. 68", {0}, DATE_YEAR},
    {"16/6/1482", {0}, DATE_CONVERTED},
    {"16/6/3111", {0}, DATE_CONVERTED},
    {"1482-06-16", {0}, DATE_CONVERTED},
    {"16/6/1357", {0}, DATE_CONVERTED},
    {"16/6/3243", {0}, DATE_CONVERTED},
    {"45123", {0}, DATE_FORM},
    {"2568", {0}, DATE_FORM},
    {"มิถุนายน 2568", {0}, DATE_FORM},
    {"16/6", {0}, DATE_FORM},
    {"16/6/", {0}, DATE_FORM},
    {"16/6-2568", {0}, DATE_FORM},
    {"16 6 2568", {0}, DATE_FORM},
    {"16/6/25688", {0}, DATE_FORM},
    {"016/6/2568", {0}, DATE_FORM},
    {"16/006/2568", {0}, DATE_FORM},
    {"-16/6/2568", {0}, DATE_FORM},
    {"16/+6/2568", {0}, DATE_FORM},
    {"16/6/2568 10:00", {0}, DATE_FORM},
    {"16 มิถุนายน", {0}, DATE_FORM},
    {"16 มกรา 2568", {0}, DATE_FORM},
    {"16 Junes 2025", {0}, DATE_FORM},
    {"16 มิถุนายน 2568 ก", {0}, DATE_FORM},
    {"99999999999999999999/1/2568", {0}, DATE_FORM},
    {"วันที่", {0}, DATE_FORM},
    {"ไม่มี", {0}, DATE_FORM},
    {"1-ม.ค.", {0}, DATE_FORM},
};

static const struct example month_texts[] = {
    {"2024-10", {2024, 10, 0}, DATE_OK},
    {"2567-10", {2024, 10, 0}, DATE_OK},
    {"2567/10", {2024, 10, 0}, DATE_OK},
    {"10/2567", {2024, 10, 0}, DATE_OK},
    {"10-2567", {2024, 10, 0}, DATE_OK},
    {"10/67", {2024, 10, 0}, DATE_OK},
    {"๑๐/๒๕๖๗", {2024, 10, 0}, DATE_OK},
    {"ต.ค. 2567", {2024, 10, 0}, DATE_OK},
    {"ต.ค.67", {2024, 10, 0}, DATE_OK},
    {"ต.ค.-67", {2024, 10, 0}, DATE_OK},
    {"ตุลาคม 67", {2024, 10, 0}, DATE_OK},
    {"เดือนตุลาคม พ.ศ. 2567", {2024, 10, 0}, DATE_OK},
    {"October 2024", {2024, 10, 0}, DATE_OK},
    {"Oct 2024", {2024, 10, 0}, DATE_OK},
    {"", {0}, DATE_EMPTY},
    {"13/2567", {0}, DATE_MONTH},
    {"0/2567", {0}, DATE_MONTH},
    {"67-10", {0}, DATE_YEAR},
    {"10/24", {0}, DATE_YEAR},
    {"Oct-24", {0}, DATE_YEAR},
    {"10/3110", {0}, DATE_CONVERTED},
    {"2024-10-01", {0}, DATE_FORM},
    {"1/10/2567", {0}, DATE_FORM},
    {"102567", {0}, DATE_FORM},
    {"2567", {0}, DATE_FORM},
    {"ตุลาคม", {0}, DATE_FORM},
    {"100/2567", {0}, DATE_FORM},
};

typedef struct date_read read_fn(struct str text, struct arena *scratch);

static void check_all(read_fn *read, const struct example *examples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct date_read got = read(str_from(examples[i].text), &arena);
        if (got.error != examples[i].error ||
            date_compare(got.date, examples[i].date) != 0)
            fail_msg("[%s]: %d-%d-%d, error %d, want %d", examples[i].text, got.date.year,
                     got.date.month, got.date.day, (int)got.error,
                     (int)examples[i].error);
    }
}

static void dates_are_read_or_refused(void **state)
{
    (void)state;
    check_all(date_parse, dates, COUNT(dates));
}

static void months_are_read_or_refused(void **state)
{
    (void)state;
    check_all(date_parse_month, month_texts, COUNT(month_texts));
}

static void what_excel_makes_of_fractions_is_known(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        size_t len;
    } shortened[] = {
        {"1-Jan", 5}, {"31-Dec", 6}, {"Jan-01", 6}, {"1-jan", 5}, {"1-Jan moo 2", 5},
        {"1-ม.ค.", sizeof("1-ม.ค.") - 1}, {"2-ก.พ.", sizeof("2-ก.พ.") - 1},
        {"ม.ค.-01", sizeof("ม.ค.-01") - 1}, {"1-ม.ค. หมู่ 2", sizeof("1-ม.ค.") - 1},
        {"", 0}, {"1/1", 0}, {"1-1", 0}, {"123-ม.ค.", 0}, {"1-ม.ค.-68", 0}, {"1 ม.ค.", 0},
        {"ม.ค.-2568", 0}, {"ม.ค.-มี.ค.", 0}, {"1-Jane", 0}, {"ม.ค.", 0}, {"12-มีด", 0},
    };
    for (size_t i = 0; i < COUNT(shortened); i++)
        if (date_shortened(str_from(shortened[i].text)) != shortened[i].len)
            fail_msg("[%s]: %zu", shortened[i].text, date_shortened(str_from(shortened[i].text)));
}

static void serial_numbers_are_days(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        struct date date;
    } serials[] = {
        {"25569", {1970, 1, 1}}, {"45810", {2025, 6, 2}}, {"45810.375", {2025, 6, 2}},
        {"73050", {2099, 12, 31}}, {"25568", {0}}, {"73051", {0}}, {"45810.", {0}},
        {"45810.x", {0}}, {"2568", {0}}, {"", {0}}, {"16/6/2568", {0}},
    };
    for (size_t i = 0; i < COUNT(serials); i++)
        if (date_compare(date_of_serial(str_from(serials[i].text)), serials[i].date) != 0)
            fail_msg("[%s]", serials[i].text);
}

static const struct stamp_example {
    const char *text, *format;
    struct date date;
    int second;
    enum date_error error;
} stamps[] = {
    {"16/6/2568, 14:30:05", "D/M/Y H:m:s", {2025, 6, 16}, 52205, DATE_OK},
    {"16/6/2025 14:30:05", "D/M/Y H:m:s", {2025, 6, 16}, 52205, DATE_OK},
    {"16/06/2025  0:06:16", "D/M/Y H:m:s", {2025, 6, 16}, 376, DATE_OK},
    {"16/06/2025 00:06:16", "DD/MM/YYYY HH:mm:ss", {2025, 6, 16}, 376, DATE_OK},
    {"9/6/2018 0:06:16", "M/D/Y H:m:s", {2018, 9, 6}, 376, DATE_OK},
    {"9/6/2018 0:06", "M/D/Y H:m", {2018, 9, 6}, 360, DATE_OK},
    {"๑๖/๖/๒๕๖๘", "D/M/Y", {2025, 6, 16}, 0, DATE_OK},
    {"2025-06-16T14:30", "Y-M-DTH:m", {0}, 0, DATE_FORM},
    {"20250616", "YMD", {2025, 6, 16}, 0, DATE_OK},
    {"14.30 น. 16/6/2568", "H.m น. D/M/Y", {2025, 6, 16}, 52200, DATE_OK},
    {"", "D/M/Y", {0}, 0, DATE_EMPTY},
    {"6/16/2025 1:00:00", "D/M/Y H:m:s", {0}, 0, DATE_MONTH},
    {"10/14/16 10:05", "M/D/Y H:m", {0}, 0, DATE_YEAR},
    {"31/6/2025 1:00:00", "D/M/Y H:m:s", {0}, 0, DATE_DAY},
    {"16/6/3111 1:00:00", "D/M/Y H:m:s", {0}, 0, DATE_CONVERTED},
    {"16/6/2025 24:00:00", "D/M/Y H:m:s", {0}, 0, DATE_FORM},
    {"16/6/2025 1:60:00", "D/M/Y H:m:s", {0}, 0, DATE_FORM},
    {"16/6/2025 1:5:00", "D/M/Y H:m:s", {0}, 0, DATE_FORM},
    {"16/6/2025", "D/M/Y H:m:s", {0}, 0, DATE_FORM},
    {"16/6/2025 1:00:00 x", "D/M/Y H:m:s", {0}, 0, DATE_FORM},
    {"16/6/2025", "D/M", {0}, 0, DATE_FORM},
    {"16/6/2025", "", {0}, 0, DATE_FORM},
};

static void stamps_follow_their_format(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(stamps); i++) {
        struct date_time_read got = date_parse_stamp(str_from(stamps[i].text),
                                                     str_from(stamps[i].format), &arena);
        struct date_time want = {stamps[i].date, stamps[i].second};
        if (got.error != stamps[i].error || date_time_compare(got.time, want) != 0)
            fail_msg("[%s] by [%s]: error %d", stamps[i].text, stamps[i].format,
                     (int)got.error);
    }
}

static void formats_are_checked(void **state)
{
    (void)state;
    static const char *const good[] = {"D/M/Y", "D/M/Y H:m:s", "M/D/Y H:m", "DD.MM.YYYY",
                                       "Y-M-D"};
    static const char *const bad[] = {"",          "D/M",      "D/M/Y M",  "D/M/Y m",
                                      "D/M/Y H:s", "d/m/Y",    "%d/%m/%Y", "D/M/Y h:m",
                                      "D1M2Y",     "Y-M-DTH:m"};
    for (size_t i = 0; i < COUNT(good); i++)
        if (!date_format_ok(str_from(good[i])))
            fail_msg("[%s] is good", good[i]);
    for (size_t i = 0; i < COUNT(bad); i++)
        if (date_format_ok(str_from(bad[i])))
            fail_msg("[%s] is bad", bad[i]);
}

static void months_between_are_whole(void **state)
{
    (void)state;
    static const struct {
        struct date from, to;
        int months;
    } spans[] = {
        {{2023, 5, 12}, {2025, 5, 12}, 24},  {{2023, 5, 12}, {2025, 5, 11}, 23},
        {{2025, 5, 11}, {2023, 5, 12}, -23}, {{2025, 1, 1}, {2025, 1, 1}, 0},
        {{2024, 10, 0}, {2025, 1, 0}, 3},    {{2024, 12, 31}, {2025, 1, 1}, 0},
        {{2024, 10, 0}, {2025, 1, 5}, 3},
    };
    for (size_t i = 0; i < COUNT(spans); i++)
        assert_int_equal(date_months_between(spans[i].from, spans[i].to),
                         spans[i].months);
}

static void assert_text(struct str got, const char *want)
{
    if (!str_eq(got, str_from(want)))
        fail_msg("got [%.*s], want [%s]", STR_ARG(got), want);
}

/* ---- months of the year ---- */

static const struct {
    const char *text, *want; /* "": none */
} months_of_year[] = {
    {"11", "11"},
    {"พ.ย.", "11"},
    {"พ.ย.-ม.ค.", "11, 12, 1"},
    {"พฤศจิกายน ถึง มกราคม", "11, 12, 1"},
    {"เดือนพฤศจิกายน - เดือนกุมภาพันธ์", "11, 12, 1, 2"},
    {"พ.ย., ธ.ค., ม.ค.", "11, 12, 1"},
    {"พ.ย. ธ.ค. และ ม.ค.", "11, 12, 1"},
    {"มี.ค. และ มิ.ย.", "3, 6"},
    {"11-1", "11, 12, 1"},
    {"Nov-Jan", "11, 12, 1"},
    {"ตลอดปี", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12"},
    {"13", ""},
    {"0", ""},
    {"1112", ""},
    {"11-ม.ค.", ""},
    {"พ.ย.-", ""},
    {"-ม.ค.", ""},
    {"ปลาย พ.ย.", ""},
    {"พ.ย. บางปี", ""},
    {"ฤดูหนาว", ""},
    {"", ""},
};

static void months_of_the_year_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(months_of_year) / sizeof(*months_of_year); i++) {
        unsigned months = months_parse(str_from(months_of_year[i].text));
        assert_text(months_listed(months, &arena), months_of_year[i].want);
    }
}

static void dates_are_written(void **state)
{
    (void)state;
    assert_text(date_iso((struct date){2025, 5, 2}, &arena), "2025-05-02");
    assert_text(date_iso((struct date){2025, 5, 0}, &arena), "2025-05");
    assert_text(date_iso((struct date){0}, &arena), "");
    assert_text(date_rfc3339((struct date_time){{2025, 6, 16}, 52205}, &arena),
                "2025-06-16T14:30:05+07:00");
    assert_int_equal(date_buddhist_year(2025), 2568);
    assert_true(date_is_none((struct date){0}));
    assert_false(date_is_none((struct date){2025, 5, 0}));
}

static void epochs_are_on_thai_clocks(void **state)
{
    (void)state;
    static const struct {
        int64_t seconds;
        const char *want;
    } epochs[] = {
        {0, "1970-01-01T07:00:00+07:00"},
        {951782400, "2000-02-29T07:00:00+07:00"}, /* 2000-02-29T00:00Z */
        {1704041999, "2023-12-31T23:59:59+07:00"},
        {1704042000, "2024-01-01T00:00:00+07:00"},
        {1750059005, "2025-06-16T14:30:05+07:00"},
        {4102419599, "2099-12-31T23:59:59+07:00"},
        {-5, "1970-01-01T07:00:00+07:00"},
    };
    for (size_t i = 0; i < COUNT(epochs); i++)
        assert_text(date_rfc3339(date_time_from_epoch(epochs[i].seconds), &arena),
                    epochs[i].want);
    date_time_from_epoch(INT64_MAX);
    date_time_from_epoch(INT64_MIN);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(dates_are_read_or_refused, release),
        cmocka_unit_test_teardown(months_are_read_or_refused, release),
        cmocka_unit_test(what_excel_makes_of_fractions_is_known),
        cmocka_unit_test(serial_numbers_are_days),
        cmocka_unit_test_teardown(stamps_follow_their_format, release),
        cmocka_unit_test_teardown(formats_are_checked, release),
        cmocka_unit_test_teardown(months_between_are_whole, release),
        cmocka_unit_test_teardown(months_of_the_year_are_read, release),
        cmocka_unit_test_teardown(dates_are_written, release),
        cmocka_unit_test_teardown(epochs_are_on_thai_clocks, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
