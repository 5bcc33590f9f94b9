/* SPDX-License-Identifier: MIT */
/* view/: links, words, opening hours as sentences, wheelchair rule, neighbours, the plan. */
#include <inttypes.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#include "base/number.h"
#include "model/nearest.h"
#include "view/access.h"
#include "view/hours_prose.h"
#include "view/kinds.h"
#include "view/link.h"
#include "view/plan.h"
#include "view/words.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void assert_str(struct str got, const char *want)
{
    assert_string_equal(str_c(got, &arena), want);
}

/* ---- links ---- */

static const struct {
    enum url_style style;
    const char *from, *to, *href;
} hrefs[] = {
    {URL_DIRECTORY, "th/chaiyaphum/360203/", "th/food/", "../../../th/food/"},
    {URL_DIRECTORY, "", "th/", "th/"},
    {URL_DIRECTORY, "", "", "./"},
    {URL_DIRECTORY, "th/", "", "../"},
    {URL_DIRECTORY, "404.html", "th/", "th/"},
    {URL_DIRECTORY, "th/", "data/identities.csv", "../data/identities.csv"},
    {URL_FILE, "th/food/", "th/", "../../th/index.html"},
    {URL_FILE, "th/food/", "", "../../index.html"},
    {URL_FILE, "th/", "data/identities.csv", "../data/identities.csv"},
};

static void links_are_relative_and_exact(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hrefs); i++)
        assert_str(link_to(hrefs[i].style, link_root(str_from(hrefs[i].from)),
                           str_from(hrefs[i].to), &arena), hrefs[i].href);
    assert_str(link_file(STR("th/"), &arena), "th/index.html");
    assert_str(link_file(STR(""), &arena), "index.html");
    assert_str(link_file(STR("robots.txt"), &arena), "robots.txt");
    assert_str(link_escape(STR("ก b~/"), &arena), "%E0%B8%81%20b~%2F");
    struct site site = {0};
    assert_str(link_absolute(&site, STR("th/"), &arena), "");
    site.settings.base_url = STR("https://a.th/x/");
    assert_str(link_absolute(&site, STR("th/"), &arena), "https://a.th/x/th/");
}

/* ---- words ---- */

static const char *const th_words[][2] = {
    {"format.calendar", "buddhist"}, {"format.group", ","},
    {"format.date", "{day} {month} {year}"}, {"format.month", "{month} {year}"},
    {"format.time", "{hour}.{minute}"}, {"format.and", " และ"}, {"format.comma", " "},
    {"month.5", "พฤษภาคม"}, {"month.11", "พฤศจิกายน"}, {"month.1", "มกราคม"},
    {"count.entries", "{count} รายการ"}, {"only.thai", "ไทย"},
    {"day.1", "จันทร์"}, {"day.5", "ศุกร์"}, {"day.6", "เสาร์"}, {"hours.range", "{from}–{to}"},
    {"hours.span", "{opens}–{closes} น."}, {"hours.every_day", "ทุกวัน"}, {"hours.closed", "ปิด"},
    {"hours.always", "ตลอด 24 ชั่วโมง"},
};
static const char *const en_words[][2] = {
    {"format.calendar", "gregorian"}, {"format.group", ","},
    {"format.date", "{day} {month} {year}"}, {"month.5", "May"},
    {"count.entries", "{count} entries"}, {"count.entries_one", "{count} entry"},
};

static void put_words(struct map *map, const char *const (*words)[2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct str *word = arena_new(&arena, struct str);
        *word = str_from(words[i][1]);
        map_put(map, str_from(words[i][0]), word, &arena);
    }
}

static struct site site;
static struct words words[LANG_MAX];

static int begin_words(void **state)
{
    (void)state;
    site = (struct site){.langs = {STR("th"), STR("en")}, .lang_count = 2};
    put_words(&site.words[0], th_words, COUNT(th_words));
    put_words(&site.words[1], en_words, COUNT(en_words));
    words_make(&site, words, &arena);
    return 0;
}

static void words_speak_each_language(void **state)
{
    (void)state;
    const struct date date = {2025, 5, 12}, month = {2025, 5, 0};
    assert_str(words_date(&words[0], date, &arena), "12 พฤษภาคม 2568");
    assert_str(words_date(&words[0], month, &arena), "พฤษภาคม 2568");
    assert_str(words_date(&words[1], date, &arena), "12 May 2025");
    assert_str(words_date(&words[1], (struct date){0}, &arena), "");
    assert_str(words_number(&words[0], 1234567, &arena), "1,234,567");
    assert_str(words_number(&words[0], -1000, &arena), "−1,000");
    assert_str(words_number(&words[0], 7, &arena), "7");
    assert_str(words_count(&words[1], "count.entries", 1, &arena), "1 entry");
    assert_str(words_count(&words[1], "count.entries", 2000, &arena), "2,000 entries");
    assert_str(words_count(&words[0], "count.entries", 1, &arena), "1 รายการ");
    assert_str(words_get(&words[1], "only.thai"), "ไทย");
    assert_str(words_get(&words[1], "no.such.word"), "no.such.word");
}

static void words_fill_their_holes(void **state)
{
    (void)state;
    const struct word_arg args[] = {{"a", STR("1")}, {NULL, {0}}};
    assert_str(words_fill_args(STR("{a}{b}{a"), args, &arena), "1{b}1");
    assert_str(words_fill_args(STR("no holes"), args, &arena), "no holes");
    assert_str(words_fill_args(STR("{a} and {"), args, &arena), "1 and {");
    assert_str(words_fill_args(STR(""), args, &arena), "");
    const struct str items[] = {STR_CONST("ก"), STR_CONST("ข"), STR_CONST("ค")};
    assert_str(words_and(&words[0], items, 3, &arena), "ก ข และค");
    assert_str(words_and(&words[0], items, 1, &arena), "ก");
    assert_str(words_and(&words[0], items, 0, &arena), "");
}

static void words_are_nested_for_templates(void **state)
{
    (void)state;
    const struct shape *shape = words_shape(&words[0]);
    assert_string_equal(shape->slots[0].name, "format");
    assert_int_equal(shape->slots[0].kind, VALUE_MAP);
    assert_string_equal(shape->slots[0].item->slots[0].name, "calendar");
}

/* ---- numbers: the bytes of printf ---- */

static void integers_are_those_of_printf(void **state)
{
    (void)state;
    const int64_t numbers[] = {0, 7, -7, 10, 1234567, INT64_MAX, INT64_MIN};
    for (size_t i = 0; i < COUNT(numbers); i++)
        assert_str(number_plain(numbers[i], &arena),
                   str_c(str_format(&arena, "%" PRId64, numbers[i]), &arena));
    assert_str(number_padded(0, 2, &arena), "00");
    assert_str(number_padded(5, 2, &arena), "05");
    assert_str(number_padded(123, 2, &arena), "123");
}

/* Halves go to the even digit, and a decimal fraction is seldom what it looks like. */
static void decimals_are_those_of_printf(void **state)
{
    (void)state;
    const double numbers[] = {0,       -0.0,     0.5,      1.5,        2.5,       0.05,
                              0.25,    0.35,     -0.04,    9.95,       0.00000005, 1e-9,
                              99.9999999999, 1.005, 101.9087123, 15.2343750, 4e15, -1e300};
    for (size_t i = 0; i < COUNT(numbers); i++)
        for (unsigned decimals = 0; decimals <= NUMBER_DECIMALS_MAX; decimals++)
            assert_str(number_decimal(numbers[i], decimals, &arena),
                       str_c(str_format(&arena, "%.*f", (int)decimals, numbers[i]),
                             &arena));
    for (int i = -20000; i < 20000; i++)
        assert_str(number_decimal(i / 1600.0, 5, &arena),
                   str_c(str_format(&arena, "%.5f", i / 1600.0), &arena));
}

/* ---- hours ---- */

static const struct {
    const char *osm, *line;
} hours[] = {
    {"24/7", "ตลอด 24 ชั่วโมง"},
    {"Mo-Fr 08:30-16:30", "จันทร์–ศุกร์ 08.30–16.30 น."},
    {"08:00-17:00", "ทุกวัน 08.00–17.00 น."},
    {"Mo-Su 08:00-12:00,13:00-17:00", "ทุกวัน 08.00–12.00 น. และ13.00–17.00 น."},
    {"Mo,Fr,Sa off", "จันทร์ และศุกร์–เสาร์ ปิด"},
    {"Nov-Jan Mo 08:00-09:00 \"โทรก่อน\"", "พฤศจิกายน–มกราคม จันทร์ 08.00–09.00 น. โทรก่อน"},
};

static void hours_become_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(hours); i++) {
        struct hours_read read = hours_parse(str_from(hours[i].osm), &arena);
        assert_non_null(read.hours);
        struct value lines = hours_lines(&words[0], read.hours, &arena);
        assert_str(lines.list.items[0].text, hours[i].line);
    }
    assert_int_equal(hours_lines(&words[0], NULL, &arena).kind, VALUE_NONE);
    assert_int_equal(hours_specs(NULL, &arena).kind, VALUE_NONE);
}

static void hours_become_schema_org(void **state)
{
    (void)state;
    struct hours_read read = hours_parse(STR("Mo-We 08:00-24:00; Sa off; Nov-Jan 09:00-10:00"),
                                         &arena);
    struct value specs = hours_specs(read.hours, &arena);
    assert_int_equal(specs.list.count, 1);
    const struct spec_view *spec = (const struct spec_view *)specs.list.items[0].map.slots;
    assert_str(spec->opens.text, "08:00");
    assert_str(spec->closes.text, "23:59");
    assert_true(spec->first.truth);
    assert_int_equal(spec->days.list.count, 3);
}

static void a_later_rule_takes_its_days(void **state)
{
    (void)state;
    static const struct {
        const char *hours;
        size_t specs, first_days;
    } cases[] = {
        {"Mo-Su 08:00-17:00; Tu off", 1, 6},
        {"08:00-17:00; Sa,Su off", 1, 5},
        {"Mo-Fr 08:00-12:00; Fr 13:00-15:00", 2, 4},
        {"Mo-Fr 08:00-12:00; 09:00-10:00", 1, 7},
        {"Mo-Fr 08:00-12:00; Nov-Jan 09:00-10:00", 1, 5},
        {"Mo 08:00-12:00; Mo off", 0, 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct hours_read read = hours_parse(str_from(cases[i].hours), &arena);
        struct value specs = hours_specs(read.hours, &arena);
        assert_int_equal(specs.list.count, cases[i].specs);
        if (!specs.list.count)
            continue;
        const struct spec_view *spec = (const struct spec_view *)specs.list.items[0].map.slots;
        assert_int_equal(spec->days.list.count, cases[i].first_days);
    }
}

/* ---- the wheelchair rule, as access.md publishes it ---- */

static struct feature features[] = {
    {.key = STR_CONST("enter.stepfree"), .index = 0}, {.key = STR_CONST("move.stepfree"), .index = 1},
    {.key = STR_CONST("enter.ramp"), .index = 2},     {.key = STR_CONST("enter.step_cm"), .index = 3,
                                                       .type = FEATURE_CM},
    {.key = STR_CONST("people.help"), .index = 4},
    {.key = STR_CONST("enter.steps_n"), .index = 5, .type = FEATURE_NUMBER},
};

static const struct {
    enum access_state enter, move, ramp, help;
    int step_cm; /* 0: not known */
    enum access_state verdict;
    char bound;
    int steps; /* 0: not known */
    char steps_bound;
} verdicts[] = {
    {ACCESS_YES, ACCESS_YES, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_YES},
    {ACCESS_UNKNOWN, ACCESS_YES, ACCESS_YES, ACCESS_UNKNOWN, 0, ACCESS_UNKNOWN},
    {ACCESS_YES, ACCESS_UNKNOWN, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_UNKNOWN},
    {ACCESS_NO, ACCESS_YES, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 7, ACCESS_LIMITED},
    {ACCESS_NO, ACCESS_YES, ACCESS_YES, ACCESS_NO, 30, ACCESS_LIMITED},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_YES, 30, ACCESS_LIMITED},
    {ACCESS_LIMITED, ACCESS_LIMITED, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_LIMITED},
    /* one low step, not several; and a step is what it is, whatever it is called */
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 7, ACCESS_LIMITED, 0, 1},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 7, ACCESS_NO, 0, 12},
    {ACCESS_NO, ACCESS_YES, ACCESS_UNKNOWN, ACCESS_NO, 7, ACCESS_UNKNOWN, 0, 12},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 7, ACCESS_UNKNOWN, 0, 1, '>'},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 0, ACCESS_UNKNOWN, 0, 2, '<'},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 0, ACCESS_NO, 0, 2},
    {ACCESS_LIMITED, ACCESS_YES, ACCESS_NO, ACCESS_UNKNOWN, 18, ACCESS_UNKNOWN, 0, 2},
    {ACCESS_LIMITED, ACCESS_YES, ACCESS_YES, ACCESS_UNKNOWN, 18, ACCESS_LIMITED, 0, 2},
    {ACCESS_LIMITED, ACCESS_YES, ACCESS_NO, ACCESS_NO, 18, ACCESS_NO},
    /* no: known of all that could help */
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 8, ACCESS_NO},
    {ACCESS_NO, ACCESS_UNKNOWN, ACCESS_NO, ACCESS_NO, 8, ACCESS_NO},
    {ACCESS_NO, ACCESS_YES, ACCESS_UNKNOWN, ACCESS_NO, 8, ACCESS_UNKNOWN},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_UNKNOWN, 8, ACCESS_UNKNOWN},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 0, ACCESS_UNKNOWN},
    {ACCESS_NO, ACCESS_YES, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_UNKNOWN},
    {ACCESS_NO, ACCESS_YES, ACCESS_NA, ACCESS_NO, 8, ACCESS_NO, '>'},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 5, ACCESS_UNKNOWN, '>'},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_NO, 15, ACCESS_UNKNOWN, '<'},
    {ACCESS_NO, ACCESS_YES, ACCESS_LIMITED, ACCESS_NO, 30, ACCESS_UNKNOWN},
    {ACCESS_NO, ACCESS_YES, ACCESS_NO, ACCESS_LIMITED, 30, ACCESS_UNKNOWN},
    /* or inside: no way in mends that */
    {ACCESS_YES, ACCESS_NO, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_NO},
    {ACCESS_UNKNOWN, ACCESS_NO, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_NO},
    /* what does not apply: a street, a stall */
    {ACCESS_NA, ACCESS_YES, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_YES},
    {ACCESS_YES, ACCESS_NA, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_YES},
    {ACCESS_NA, ACCESS_LIMITED, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_LIMITED},
    {ACCESS_NA, ACCESS_UNKNOWN, ACCESS_UNKNOWN, ACCESS_UNKNOWN, 0, ACCESS_UNKNOWN},
};

static void wheelchair_follows_the_published_rule(void **state)
{
    (void)state;
    struct site place = {.vocabulary.features = {.items = features, .count = COUNT(features)}};
    for (size_t i = 0; i < COUNT(verdicts); i++) {
        struct access_value values[COUNT(features)] = {
            {.known = verdicts[i].enter != ACCESS_UNKNOWN, .state = verdicts[i].enter},
            {.known = verdicts[i].move != ACCESS_UNKNOWN, .state = verdicts[i].move},
            {.known = verdicts[i].ramp != ACCESS_UNKNOWN, .state = verdicts[i].ramp},
            {.known = verdicts[i].step_cm > 0, .number = verdicts[i].step_cm,
             .bound = verdicts[i].bound},
            {.known = verdicts[i].help != ACCESS_UNKNOWN, .state = verdicts[i].help},
            {.known = verdicts[i].steps > 0, .number = verdicts[i].steps,
             .bound = verdicts[i].steps_bound},
        };
        struct access_value *stated[COUNT(features)];
        for (size_t f = 0; f < COUNT(features); f++)
            stated[f] = &values[f];
        struct access access = {.stated = true, .values = stated};
        assert_int_equal(access_wheelchair(&place, &access), verdicts[i].verdict);
    }
    assert_int_equal(access_wheelchair(&place, &(struct access){0}), ACCESS_UNKNOWN);
}

static void access_grows_stale(void **state)
{
    (void)state;
    struct site place = {.updated = {2025, 6, 11}};
    assert_false(access_is_stale(&place, &(struct access){.checked = {2023, 6, 11}}));
    assert_true(access_is_stale(&place, &(struct access){.checked = {2023, 5, 11}}));
    assert_false(access_is_stale(&place, &(struct access){0}));
}

/* ---- neighbours ---- */

enum { CROWD = 60 };

static void neighbours_are_the_nearest_of_all(void **state)
{
    (void)state;
    static struct lao laos[CROWD];
    static struct identity identities[CROWD];
    struct laos entries = {0};
    uint32_t seed = 7;
    for (int i = 0; i < CROWD; i++) {
        seed = seed * 1664525 + 1013904223;
        double lat = 6 + (seed >> 8 & 0xffff) / 65536.0 * 14;
        seed = seed * 1664525 + 1013904223;
        laos[i] = (struct lao){.key = str_format(&arena, "%06d", i), .located = i % 10 != 0,
                               .lat = lat, .lon = 98 + (seed >> 8 & 0xffff) / 65536.0 * 7,
                               .identity = &identities[i]};
        *list_push(&entries, &arena) = &laos[i];
    }
    nearest_fill(&entries, &arena);
    assert_int_equal(identities[0].nearest_count, 0);
    for (int i = 1; i < 10; i++) {
        const struct identity *own = &identities[i];
        assert_int_equal(own->nearest_count, NEIGHBOURS_MAX);
        size_t nearer = 0;
        for (int k = 0; k < CROWD; k++)
            nearer += k != i && laos[k].located
                      && spot_km(spot_of(&laos[i]), spot_of(&laos[k]))
                             < own->nearest[NEIGHBOURS_MAX - 1].km;
        assert_int_equal(nearer, NEIGHBOURS_MAX - 1);
    }
}

/* ---- the plan ---- */

static void one_address_twice_is_found(void **state)
{
    (void)state;
    struct province twins[2] = {{.code = STR("36"), .slug = STR("same")},
                                {.code = STR("37"), .slug = STR("same")}};
    struct site place = {.langs = {STR("th")}, .lang_count = 1};
    for (size_t i = 0; i < 2; i++)
        *list_push(&place.provinces, &arena) = &twins[i];
    struct diags diags = diags_on(&arena);
    struct plan plan = plan_site(&place, &arena, &diags);
    assert_true(plan.pages.count > 20);
    assert_int_equal(diags.counts[SEVERITY_ERROR], 7);
    assert_string_equal(diags.items.items[0].rule->id, "plan.path-twice");
}

static void every_kind_has_a_row(void **state)
{
    (void)state;
    for (enum page_kind kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        assert_non_null(page_types[kind]);
        assert_non_null(page_types[kind]->name);
        assert_non_null(page_types[kind]->template);
    }
}

/* ---- telephones ---- */

static void the_link_dials_the_number_alone(void **state)
{
    (void)state;
    static const char *const phones[][2] = {
        {"0 4489 1101", "tel:+6644891101"},
        {"0 4489 1101 ต่อ 12", "tel:+6644891101"},
        {"0 4489 1101-3", "tel:+6644891101"},
        {"0 4489 1101, 0 4489 1102", "tel:+6644891101"},
        {"081-234-5678", "tel:+66812345678"},
        {"+66 4489 1101 ext. 4", "tel:+6644891101"},
        {"1155", "tel:1155"},
    };
    for (size_t i = 0; i < COUNT(phones); i++)
        assert_str(view_phone_href(str_from(phones[i][0]), &arena), phones[i][1]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(links_are_relative_and_exact),
        cmocka_unit_test_setup(words_speak_each_language, begin_words),
        cmocka_unit_test_setup(words_fill_their_holes, begin_words),
        cmocka_unit_test_setup(words_are_nested_for_templates, begin_words),
        cmocka_unit_test(integers_are_those_of_printf),
        cmocka_unit_test(decimals_are_those_of_printf),
        cmocka_unit_test_setup(hours_become_sentences, begin_words),
        cmocka_unit_test_setup(hours_become_schema_org, begin_words),
        cmocka_unit_test(a_later_rule_takes_its_days),
        cmocka_unit_test(wheelchair_follows_the_published_rule),
        cmocka_unit_test(access_grows_stale),
        cmocka_unit_test(neighbours_are_the_nearest_of_all),
        cmocka_unit_test(one_address_twice_is_found),
        cmocka_unit_test(every_kind_has_a_row),
        cmocka_unit_test(the_link_dials_the_number_alone),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
