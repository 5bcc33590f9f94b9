/* SPDX-License-Identifier: MIT */
/* hours.h: what the grammar takes, and where it stops at what it does not; hours_open.h. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <time.h>

#include <cmocka.h>

#include "base/buf.h"
#include "text/hours.h"
#include "text/hours_open.h"
#include "text/hours_words.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* A rule in one line: "days months off spans comment". */
static void show_rule(struct buf *out, const struct hours_rule *rule)
{
    buf_format(out, "%02x", rule->days);
    if (rule->all_days)
        buf_putc(out, '*');
    if (rule->month_from)
        buf_format(out, " %d-%d", rule->month_from, rule->month_to);
    if (rule->off)
        buf_put(out, STR(" off"));
    for (size_t i = 0; i < rule->span_count; i++)
        buf_format(out, " %d~%d", rule->spans[i].opens, rule->spans[i].closes);
    if (rule->comment.len)
        buf_format(out, " (%.*s)", STR_ARG(rule->comment));
}

static struct str show(const struct hours *hours)
{
    struct buf out = {0};
    if (hours->always)
        buf_put(&out, STR("always"));
    for (size_t i = 0; i < hours->rule_count; i++) {
        if (i)
            buf_put(&out, STR("; "));
        show_rule(&out, &hours->rules[i]);
    }
    struct str shown = buf_finish(&out, &arena);
    buf_release(&out);
    return shown;
}

static const struct {
    const char *text, *want;
} taken[] = {
    {"24/7", "always"},
    {" 24/7 ", "always"},
    {"Mo-Su 08:30-16:30", "7f 510~990"},
    {"08:30-16:30", "7f* 510~990"},
    {"8:30-16:30", "7f* 510~990"},
    {"Mo-Fr 08:30-16:30; Sa,Su 09:00-17:00", "1f 510~990; 60 540~1020"},
    {"Mo-Fr 08:30-12:00,13:00-16:30", "1f 510~720 780~990"},
    {"Mo-Fr 08:30-12:00, 13:00-16:30", "1f 510~720 780~990"},
    {"Mo-We,Sa 08:00-17:00", "27 480~1020"},
    {"Sa-Mo 08:00-17:00", "61 480~1020"},
    {"We 08:00-17:00", "04 480~1020"},
    {"We-We 08:00-17:00", "04 480~1020"},
    {"Mo,Mo 08:00-17:00", "01 480~1020"},
    {"Fr 18:00-02:00", "10 1080~120"},
    {"00:00-24:00", "7f* 0~1440"},
    {"Mo off", "01 off"},
    {"off", "7f* off"},
    {"Nov-Feb 06:00-18:00", "7f* 11-2 360~1080"},
    {"Nov-Feb Sa,Su 06:00-18:00", "60 11-2 360~1080"},
    {"Jul off", "7f* 7-7 off"},
    {"Jun-Sep off \"ปิดฟื้นฟูธรรมชาติ\"", "7f* 6-9 off (ปิดฟื้นฟูธรรมชาติ)"},
    {"Mo-Fr 08:30-16:30 \"ต้องนัดล่วงหน้า\"", "1f 510~990 (ต้องนัดล่วงหน้า)"},
    {"\"ต้องนัดล่วงหน้า\"", "7f* (ต้องนัดล่วงหน้า)"},
    {"Mo-Fr 08:30-16:30; \" by appointment \"", "1f 510~990; 7f* (by appointment)"},
    {"Sa \"a;b,c\"", "20 (a;b,c)"},
    {"Mo - Fr  08:30 - 16:30 ;Sa off", "1f 510~990; 20 off"},
    {"Mo08:00-09:00", "01 480~540"},
    {"06:00-07:00,08:00-09:00,10:00-11:00,12:00-13:00",
     "7f* 360~420 480~540 600~660 720~780"},
};

static void the_grammar_is_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(taken); i++) {
        struct hours_read got = hours_parse(str_from(taken[i].text), &arena);
        if (!got.hours)
            fail_msg("[%s] stopped at %zu", taken[i].text, got.stopped_at);
        struct str shown = show(got.hours);
        if (!str_eq(shown, str_from(taken[i].want)))
            fail_msg("[%s] gave [%.*s]", taken[i].text, STR_ARG(shown));
    }
}

static const struct {
    const char *text;
    size_t at;
} refused[] = {
    {"", 0},
    {"  ", 2},
    {"every day", 0},
    {"ทุกวัน 08.30-16.30", 0},
    {"Mo-Fr", 5},
    {"Mo-Fr 08.30-16.30", 6},
    {"Mo-Fr 08:30", 11},
    {"Mo-Fr 08:30-", 12},
    {"Mo-Fr 08:30–16:30", 11},
    {"Mo-Fr 08:30-16:30;", 18},
    {"Mo-Fr 08:30-16:30; PH off", 19},
    {"Mo-Fr 08:30-16:30 Sa off", 18},
    {"Mo- 08:30-16:30", 4},
    {"Mo, 08:30-16:30", 4},
    {"Monday 08:30-16:30", 0},
    {"mo-fr 08:30-16:30", 0},
    {"Mo-Xx 08:30-16:30", 3},
    {"Mo 25:00-26:00", 3},
    {"Mo 08:60-09:00", 3},
    {"Mo 08:00-24:01", 9},
    {"Mo 24:00-08:00", 3},
    {"Mo 08:00-08:00", 9},
    {"Mo 8:0-9:00", 3},
    {"Mo 008:00-09:00", 3},
    {"Mo 08:000-09:00", 3},
    {"Mo 08:00-09:00,", 15},
    {"Mo 08:00-09:00+", 14},
    {"Mo office", 3},
    {"Mo off \"", 7},
    {"Mo off \"\"", 7},
    {"Mo off \"abc", 7},
    {"Mo off \"abc\" x", 13},
    {"24/7 off", 5},
    {"24/7; Mo off", 4},
    {"Nov- off", 5},
    {"November off", 0},
    {"sunrise-sunset", 0},
    {"06:00-07:00,08:00-09:00,10:00-11:00,12:00-13:00,14:00-15:00", 48},
};

static void the_rest_is_refused_at_its_place(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(refused); i++) {
        struct hours_read got = hours_parse(str_from(refused[i].text), &arena);
        if (got.hours || got.stopped_at != refused[i].at)
            fail_msg("[%s] stopped at %zu, want %zu", refused[i].text, got.stopped_at,
                     refused[i].at);
    }
}

static void there_are_at_most_sixteen_rules(void **state)
{
    (void)state;
    for (size_t rules = HOURS_RULES_MAX - 1; rules <= HOURS_RULES_MAX + 1; rules++) {
        struct buf text = {0};
        for (size_t i = 0; i < rules; i++)
            buf_put(&text, i ? STR(";Mo off") : STR("Mo off"));
        struct hours_read got = hours_parse(buf_str(&text), &arena);
        assert_int_equal(got.hours != NULL, rules <= HOURS_RULES_MAX);
        if (!got.hours)
            assert_int_equal(got.stopped_at, HOURS_RULES_MAX * 7);
        buf_release(&text);
    }
}

static const struct {
    const char *text, *want; /* "": it cannot be read in one way */
} worded[] = {
    {"จันทร์-ศุกร์ 08.30-16.30 น.", "Mo-Fr 08:30-16:30"},
    {"วันจันทร์ - วันศุกร์ เวลา 08.30 น. - 16.30 น.", "Mo-Fr 08:30-16:30"},
    {"ทุกวัน 08:00-17:00 น.", "Mo-Su 08:00-17:00"},
    {"เปิดทุกวัน เวลา 8.00 - 17.00 น.", "Mo-Su 08:00-17:00"},
    {"จ.-ศ. 08.30-16.30 น.", "Mo-Fr 08:30-16:30"},
    {"อ.-อา. 9.00–17.00น", "Tu-Su 09:00-17:00"},
    {"พ.,พฤ. 9.00-17.00", "We,Th 09:00-17:00"},
    {"เสาร์-อาทิตย์ 09.00-18.00", "Sa-Su 09:00-18:00"},
    {"ทุกวันเสาร์และอาทิตย์ 9.00-17.00", "Sa,Su 09:00-17:00"},
    {"จันทร์ถึงศุกร์ 8.30-16.30, เสาร์ 9.00-12.00", "Mo-Fr 08:30-16:30; Sa 09:00-12:00"},
    {"จันทร์-ศุกร์ 8.30-12.00, 13.00-16.30 น.", "Mo-Fr 08:30-12:00,13:00-16:30"},
    {"ตลอด 24 ชั่วโมง", "24/7"},
    {"เปิดทุกวันตลอด 24 ชั่วโมง", "24/7"},
    {"เสาร์ ตลอด 24 ชั่วโมง", "Sa 00:00-24:00"},
    {"ทุกวัน 9-17 น. ปิดวันจันทร์", "Mo-Su 09:00-17:00; Mo off"},
    {"ทุกวัน 18.00-02.00 น.", "Mo-Su 18:00-02:00"},
    {"Mon-Fri 8.30-16.30", "Mo-Fr 08:30-16:30"},
    {"08.30-16.30 น.", "08:30-16:30"},
    {"ทุกวัน", ""},
    {"ทุกวัน 8 โมงเช้า-4 โมงเย็น", ""},
    {"ทุกวัน ประมาณ 8.00-17.00 น.", ""},
    {"ทุกวัน 8.00-17.00 น. โดยประมาณ", ""},
    {"ทุกวัน 8.30-4.30 น.", ""},
    {"ทุกวัน 9-5 น.", ""},
    {"Mo-Fr 8-16", ""},
    {"จันทร์-ศุกร์ 08.30-16.30 น. เว้นวันหยุดราชการ", ""},
    {"ปิดวันจันทร์", ""},
    {"จันทร์ ศุกร์ 8.30-16.30", ""},
    {"จันทร์- 8.30-16.30", ""},
    {"ทุกวัน 8.5-16.30", ""},
    {"ทุกวัน 8.60-16.30", ""},
    {"ทุกวัน 8.30", ""},
    {"พ.ย.-ก.พ. 8.30-16.30", ""},
    {"จันทร์-ศุกร์ 8.30-16.30,", ""},
};

static void hours_in_words_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(worded); i++) {
        struct str got = hours_from_words(str_from(worded[i].text), &arena);
        if (!str_eq(got, str_from(worded[i].want)))
            fail_msg("[%s] gave [%.*s]", worded[i].text, STR_ARG(got));
        assert_true(!got.len || hours_parse(got, &arena).hours);
    }
}

/* ---- open now: the table that assets/open.js is held against, too (open.mjs) ---- */

enum { DAY = 24 * 60, YEAR = 366 * DAY };

static bool speaks_of(const struct hours_rule *rule, const struct tm *date)
{
    int month = date->tm_mon + 1, from = rule->month_from, to = rule->month_to;
    bool in = from <= to ? from <= month && month <= to : month >= from || month <= to;
    return (!from || in) && rule->days >> (date->tm_wday + 6) % 7 & 1;
}

/* Straight from the rules, without what hours_open() makes of them: spans that begin on the
 * minute's own day, `back` days before. */
static bool is_open_since(const struct hours *hours, int64_t minute, int back)
{
    time_t then = (time_t)(minute - back * DAY) * 60;
    struct tm date;
    gmtime_r(&then, &date);
    const struct hours_rule *rule = NULL;
    for (size_t i = 0; i < hours->rule_count; i++)
        if (speaks_of(&hours->rules[i], &date))
            rule = &hours->rules[i];
    int at = (int)(minute % DAY) + back * DAY;
    for (size_t i = 0; rule && i < rule->span_count; i++) {
        struct hours_span span = rule->spans[i];
        int closes = span.closes < span.opens ? span.closes + DAY : span.closes;
        if (span.opens <= at && at < closes)
            return true;
    }
    return hours->always;
}

static bool is_open(const struct hours *hours, int64_t minute)
{
    return is_open_since(hours, minute, 0) || is_open_since(hours, minute, 1);
}

/* "2026-11-23T08:29" in minutes of its own place. */
static int64_t minute_of(struct str text)
{
    struct tm date = {0};
    int read = sscanf(str_c(text, &arena), "%d-%d-%dT%d:%d", &date.tm_year, &date.tm_mon,
                      &date.tm_mday, &date.tm_hour, &date.tm_min);
    assert_int_equal(read, 5);
    date.tm_year -= 1900;
    date.tm_mon -= 1;
    return timegm(&date) / 60;
}

static void check_moment(const struct hours *hours, const char *line, struct str at,
                         struct str state, struct str change)
{
    int64_t minute = minute_of(at), next = minute;
    bool open = is_open(hours, minute);
    while (next < minute + YEAR && is_open(hours, next) == open)
        next++;
    bool never = next == minute + YEAR;
    if (!str_eq(state, open ? STR("open") : STR("closed")) ||
        (never ? !str_eq(change, STR("-")) : minute_of(change) != next))
        fail_msg("%s: %d until %lld minutes later", line, open, (long long)(next - minute));
}

static void what_is_open_when(void **state)
{
    (void)state;
    FILE *file = fopen("tests/web/open-vectors.tsv", "r");
    assert_non_null(file);
    char line[512];
    size_t moments = 0;
    const struct hours *hours = NULL;
    while (fgets(line, sizeof(line), file)) {
        struct str rest = str_copy(str_cut(str_from(line), '\n').head, &arena);
        if (!rest.len || *rest.ptr == '#')
            continue;
        struct str cells[5];
        for (size_t i = 0; i < COUNT(cells); i++) {
            struct cut cut = str_cut(rest, '\t');
            cells[i] = cut.head;
            rest = cut.tail;
        }
        if (cells[0].len) {
            hours = hours_parse(cells[0], &arena).hours;
            assert_non_null(hours);
            struct str got = hours_open(hours, &arena);
            if (!str_eq(got, cells[1]))
                fail_msg("%s: written [%.*s]", line, STR_ARG(got));
        }
        if (str_eq(cells[2], STR("-")))
            continue;
        check_moment(hours, line, cells[2], cells[3], cells[4]);
        moments++;
    }
    fclose(file);
    assert_true(moments > 40);
    assert_int_equal(hours_open(NULL, &arena).len, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(the_grammar_is_taken, release),
        cmocka_unit_test_teardown(the_rest_is_refused_at_its_place, release),
        cmocka_unit_test_teardown(there_are_at_most_sixteen_rules, release),
        cmocka_unit_test_teardown(hours_in_words_are_read, release),
        cmocka_unit_test_teardown(what_is_open_when, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
