/* SPDX-License-Identifier: MIT */
/* diff.h, built.h and shown.h: two sites from bytes, and what is said of them. */
#include "source_lab.h"

#include "diff/diff.h"
#include "diff/shown.h"
#include "diff/words.h"

/* ---- sites from a few bytes ---- */

#define HEAD                                                                             \
    "{\"generated_from\": {\"title\": \"T\", \"site\": \"https://a.example/\", "         \
    "\"demo\": false}, \"languages\": {\"th\": \"ไทย\", \"en\": \"English\"}, "          \
    "\"count\": 1, \"identities\": ["
#define TAIL "]}"
#define PLACE                                                                            \
    "\"province\": {\"code\": \"36\", \"slug\": \"chaiyaphum\", \"name\": "              \
    "{\"th\": \"ชัยภูมิ\", \"en\": \"Chaiyaphum\"}}"
#define ENTRY(code, fields)                                                              \
    "{\"code\": \"" code "\", \"type\": \"sao\", " PLACE fields                          \
    ", \"url\": {\"th\": \"https://a.example/th/" code "/\"}}"

struct pair {
    struct built before, after;
    struct arena arena;
};

static void take(struct built *site, enum built_part part, const char *bytes)
{
    assert_true(built_take(site, part, STR("file"), str_from(bytes)));
}

static struct diff compare(struct pair *pair, const char *before, const char *after)
{
    *pair = (struct pair){.before.path = STR("a"), .after.path = STR("b")};
    take(&pair->before, BUILT_IDENTITIES, before);
    take(&pair->after, BUILT_IDENTITIES, after);
    return diff_sites(&pair->before, &pair->after, &pair->arena);
}

static void release(struct pair *pair)
{
    built_release(&pair->before);
    built_release(&pair->after);
    arena_release(&pair->arena);
}

/* "field: before > after; …" of the only entry that changed. */
static const char *only_changes(const struct diff *diff, struct arena *arena)
{
    struct str text = STR("");
    assert_int_equal(diff->entries[DIFF_CHANGED].count, 1);
    const struct diff_changes *changes = &diff->entries[DIFF_CHANGED].items[0].changes;
    for (size_t i = 0; i < changes->count; i++)
        text = str_cat(arena, text, i ? STR("; ") : STR(""), changes->items[i].field,
                       STR(": "), changes->items[i].before, STR(" > "),
                       changes->items[i].after);
    return str_c(text, arena);
}

/* ---- entries ---- */

static void equal_sites(void **state)
{
    struct pair pair;
    (void)state;
    struct diff diff = compare(&pair, HEAD ENTRY("360101", "") TAIL, HEAD ENTRY("360101", "") TAIL);
    assert_true(diff.same);
    assert_int_equal(diff.unknown, DIFF_NO_REGISTER | DIFF_NO_FILES | DIFF_NO_HOSTS);
    release(&pair);
}

static void fields(void **state)
{
    static const struct {
        const char *before, *after, *changes;
    } cases[] = {
        {", \"hours\": \"24/7\"", "", "hours: 24/7 > "},
        {"", ", \"fee\": {\"th\": \"20 บาท\", \"en\": \"20 baht\"}",
         "fee.th:  > 20 บาท; fee.en:  > 20 baht"},
        {", \"tags\": [\"a\", \"b\"]", ", \"tags\": [\"b\", \"a\"]", "tags: a, b > b, a"},
        {", \"tags\": [\"a, b\"]", ", \"tags\": [\"a\", \"b\"]", "tags: a, b > a, b"},
        {", \"position\": {\"lat\": 13.7, \"lon\": 100.5}",
         ", \"position\": {\"lat\": 13.70, \"lon\": 100.5}",
         "position: 13.7, 100.5 > 13.70, 100.5"},
        {", \"access\": {\"by\": \"lao\", \"features\": {\"a.b\": \"yes\", \"c\": 5}}",
         ", \"access\": {\"by\": \"lao\", \"features\": {\"a.b\": \"no\"}}",
         "access.features.a.b: yes > no; access.features.c: 5 > "},
        {", \"sources\": [{\"title\": {\"th\": \"ก\"}, \"url\": \"https://x.example/\"}]",
         ", \"sources\": []", "sources: ก https://x.example/ > "},
        {", \"name\": {\"th\": \"ก\"}, \"phone\": \"1\"",
         ", \"phone\": \"1\", \"name\": {\"th\": \"ก\"}, \"new\": \"x\"", "new:  > x"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct pair pair;
        struct lab lab;
        lab_begin(&lab, "-", 1);
        struct str entry = STR(HEAD "{\"code\": \"360101\", " PLACE);
        struct str before = str_cat(&lab.arena, entry, str_from(cases[i].before), STR("}" TAIL));
        struct str after = str_cat(&lab.arena, entry, str_from(cases[i].after), STR("}" TAIL));
        struct diff diff = compare(&pair, str_c(before, &lab.arena), str_c(after, &lab.arena));
        assert_false(diff.same);
        assert_string_equal(only_changes(&diff, &lab.arena), cases[i].changes);
        release(&pair);
        lab_end(&lab);
    }
}

/* The register says what became of an entry; the type is a field like any other. */
static void added_removed_and_another_type(void **state)
{
    static const char coverage[] = "code,province,state\n360101,36,held\n360102,36,published\n"
                                   "360103,36,published\n";
    static const char before_coverage[] = "code,province,state\n360101,36,published\n"
                                          "360102,36,published\n360103,36,none\n";
    struct pair pair;
    (void)state;
    pair = (struct pair){0};
    take(&pair.before, BUILT_IDENTITIES,
         HEAD ENTRY("360101", "") "," ENTRY("360102", ", \"a\": \"b\"") TAIL);
    take(&pair.after, BUILT_IDENTITIES,
         HEAD "{\"code\": \"360102\", \"type\": \"subdistrict\", " PLACE ", \"a\": \"b\"},"
         ENTRY("360103", "") TAIL);
    take(&pair.before, BUILT_COVERAGE, before_coverage);
    take(&pair.after, BUILT_COVERAGE, coverage);
    struct diff diff = diff_sites(&pair.before, &pair.after, &pair.arena);
    assert_string_equal(only_changes(&diff, &pair.arena), "type: sao > subdistrict");
    assert_int_equal(diff.entries[DIFF_ADDED].count, 1);
    assert_true(str_eq(diff.entries[DIFF_ADDED].items[0].code, STR("360103")));
    assert_true(str_eq(diff.entries[DIFF_ADDED].items[0].state, STR("none")));
    assert_int_equal(diff.entries[DIFF_REMOVED].count, 1);
    assert_true(str_eq(diff.entries[DIFF_REMOVED].items[0].state, STR("held")));
    assert_int_equal(diff.provinces.count, 1);
    assert_int_equal(diff.provinces.items[0].before, 2);
    assert_int_equal(diff.provinces.items[0].after, 2);
    assert_int_equal(diff.unknown & DIFF_NO_REGISTER, 0);
    release(&pair);
}

/* Told once, not at every entry. */
static void renamed_province(void **state)
{
    static const char after[] =
        HEAD "{\"code\": \"360101\", \"type\": \"sao\", \"province\": {\"code\": \"36\", "
             "\"slug\": \"chaiya\", \"name\": {\"th\": \"ชัยภูมิ\", \"en\": \"Chaiya\"}}, "
             "\"url\": {\"th\": \"https://a.example/th/chaiya/360101/\"}}" TAIL;
    struct pair pair;
    (void)state;
    struct diff diff = compare(&pair, HEAD ENTRY("360101", "") TAIL, after);
    assert_int_equal(diff.entries[DIFF_CHANGED].count, 0);
    assert_int_equal(diff.places.count, 1);
    assert_int_equal(diff.places.items[0].changes.count, 2);
    assert_true(str_eq(diff.places.items[0].changes.items[0].field, STR("slug")));
    assert_true(str_eq(diff.places.items[0].changes.items[1].field, STR("name.en")));
    assert_int_equal(diff.addresses, 1);
    assert_false(diff.same);
    release(&pair);
}

static void other_languages(void **state)
{
    static const char before[] =
        "{\"languages\": {\"th\": \"ไทย\"}, \"identities\": ["
        "{\"code\": \"360101\", \"name\": {\"th\": \"ก\"}}" TAIL;
    static const char after[] =
        "{\"languages\": {\"th\": \"ไทย\", \"en\": \"English\"}, \"identities\": ["
        "{\"code\": \"360101\", \"name\": {\"th\": \"ข\", \"en\": \"B\"}}" TAIL;
    struct pair pair;
    (void)state;
    struct diff diff = compare(&pair, before, after);
    assert_string_equal(only_changes(&diff, &pair.arena), "name.th: ก > ข");
    assert_int_equal(diff.site.count, 1);
    assert_true(str_eq(diff.site.items[0].after, STR("th, en")));
    assert_true(diff.unknown & DIFF_LANGUAGES);
    release(&pair);
}

/* What the whole country's file had no room for is not "removed". */
static void left_out(void **state)
{
    static const char short_of[] =
        "{\"left_out\": \"story, buy\", \"identities\": [{\"code\": \"360101\", "
        "\"hours\": \"24/7\"}" TAIL;
    static const char whole[] = "{\"identities\": [{\"code\": \"360101\", \"hours\": \"off\", "
                                "\"story\": {\"th\": \"<p>ก</p>\"}}" TAIL;
    struct pair pair;
    (void)state;
    struct diff diff = compare(&pair, whole, short_of);
    assert_string_equal(only_changes(&diff, &pair.arena), "hours: off > 24/7");
    assert_true(diff.unknown & DIFF_LEFT_OUT);
    take(&pair.after, BUILT_PROVINCE, whole);
    diff = diff_sites(&pair.before, &pair.after, &pair.arena);
    assert_true(diff.same);
    assert_int_equal(diff.unknown & DIFF_LEFT_OUT, 0);
    release(&pair);
}

/* ---- hosts and files ---- */

static void hosts(void **state)
{
    static const char before[] = HEAD ENTRY("360101", ", \"website\": \"https://Old.example/x\"") TAIL;
    static const char after[] =
        HEAD ENTRY("360101", ", \"story\": {\"th\": \"<a href=\\\"https://new.example/\\\">ก</a>"
                             "<a href=\\\"https://new.example/2\\\">ข</a>\"}") ","
             ENTRY("360102", ", \"buy\": [{\"url\": \"http://new.example/\"}], "
                             "\"email\": \"a@mail.example\"") TAIL;
    struct pair pair;
    (void)state;
    struct diff diff = compare(&pair, before, after);
    assert_int_equal(diff.hosts.count, 2);
    assert_true(str_eq(diff.hosts.items[0].name, STR("new.example")));
    assert_int_equal(diff.hosts.items[0].is, DIFF_ADDED);
    assert_int_equal(diff.hosts.items[0].entries, 2);
    assert_true(str_eq(diff.hosts.items[0].first, STR("360101")));
    assert_true(str_eq(diff.hosts.items[1].name, STR("old.example")));
    assert_int_equal(diff.hosts.items[1].is, DIFF_REMOVED);
    release(&pair);
}

#define DIGEST(c) c c c c c c c c c c c c c c c c
static void files(void **state)
{
    static const char before[] = "assets/a.css\t1\t" DIGEST("aaaa") "\nth/index.html\t2\t"
                                 DIGEST("bbbb") "\nth/old.html\t2\t" DIGEST("bbbb") "\n";
    static const char after[] = "assets/b.js\t1\t" DIGEST("aaaa") "\nth/index.html\t2\t"
                                DIGEST("cccc") "\n";
    struct pair pair = {0};
    (void)state;
    take(&pair.before, BUILT_IDENTITIES, HEAD TAIL);
    take(&pair.after, BUILT_IDENTITIES, HEAD TAIL);
    take(&pair.before, BUILT_MANIFEST, before);
    take(&pair.after, BUILT_MANIFEST, after);
    struct diff diff = diff_sites(&pair.before, &pair.after, &pair.arena);
    assert_int_equal(diff.files[DIFF_ADDED], 1);
    assert_int_equal(diff.files[DIFF_CHANGED], 1);
    assert_int_equal(diff.files[DIFF_REMOVED], 2);
    assert_int_equal(diff.parts.count, 2);
    assert_true(str_eq(diff.parts.items[1].path, STR("assets/b.js")));
    assert_false(diff.same);
    release(&pair);
}

/* ---- what is no site ---- */

static void refuses(void **state)
{
    static const struct {
        enum built_part part;
        const char *bytes;
        enum built_problem problem;
    } cases[] = {
        {BUILT_IDENTITIES, "", BUILT_CUT_SHORT},
        {BUILT_IDENTITIES, HEAD, BUILT_CUT_SHORT},
        {BUILT_IDENTITIES, "<html>", BUILT_BROKEN},
        {BUILT_IDENTITIES, "[]", BUILT_OTHER_FORM},
        {BUILT_IDENTITIES, "{\"identities\": {}}", BUILT_OTHER_FORM},
        {BUILT_IDENTITIES, "{\"identities\": [1]}", BUILT_OTHER_FORM},
        {BUILT_IDENTITIES, "{\"identities\": [{\"code\": [1]}]}", BUILT_OTHER_FORM},
        {BUILT_IDENTITIES, "{\"identities\": [{\"code\": \"1\"}, {\"code\": \"1\"}]}",
         BUILT_OTHER_FORM},
        {BUILT_COVERAGE, "code,\"state\n", BUILT_BAD_TABLE},
        {BUILT_COVERAGE, "a,b\n1,2\n", BUILT_BAD_TABLE},
        {BUILT_MANIFEST, "a.html\t1\n", BUILT_BAD_LINE},
        {BUILT_MANIFEST, "../a\t1\t" DIGEST("aaaa") "\n", BUILT_BAD_LINE},
        {BUILT_MANIFEST, "a.html\t1\t" DIGEST("aaaa"), BUILT_CUT_SHORT},
        {BUILT_PRIVATE, "attalak: this folder is being worked on\n", BUILT_UNFINISHED},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        struct built site = {.path = STR("x")};
        lab_begin(&lab, cases[i].bytes, strlen(cases[i].bytes));
        assert_false(built_take(&site, cases[i].part, STR("file"), lab.input));
        assert_int_equal(site.problem.is, cases[i].problem);
        for (size_t lang = 0; lang < DIAG_LANGS; lang++)
            assert_false(str_has(built_tell(&site, (enum diag_lang)lang, &lab.arena), STR("{")));
        built_release(&site);
        lab_end(&lab);
    }
}

/* ---- for people ---- */

static void shown(void **state)
{
    static const struct {
        const char *field, *before, *after, *start, *was, *is, *end;
    } cases[] = {
        {"hours", "Mo-Su 08:30-16:30", "Mo-Fr 08:30-16:30", "", "Mo-Su 08:30-16:30",
         "Mo-Fr 08:30-16:30", ""},
        {"updated", "2025-09-19", "", "", "19 ก.ย. 2568", "", ""},
        {"free", "", "true", "", "", "ใช่", ""},
        {"type", "sao", "town", "", "องค์การบริหารส่วนตำบล", "เทศบาลเมือง", ""},
        {"summary.en", "A long walk of 120 metres to the old temple",
         "A long walk of 125 metres to the old temple", "A long walk of ", "120", "125",
         " metres to the …"},
        /* not between a letter and its mark */
        {"summary.th", "ผ้าไหมมัดหมี่ลายเก่าแก่ของชุมชน", "ผ้าไหมมัดหมี่ลายเก้าแก่ของชุมชน",
         "…ไหมมัดหมี่ลาย", "เก่า", "เก้า", "แก่ของชุมชน"},
        {"story.th", "<p>ผ้าไหม &amp; ผ้าฝ้ายของชุมชนเก่า</p>",
         "<p>ผ้าไหม &amp; ผ้าขาวของชุมชนเก่า</p>", "ผ้าไหม & ผ้า", "ฝ้าย", "ขาว",
         "ของชุมชนเก่า"},
        /* the markup itself */
        {"story.th", "<p><a href=\"https://a.example/\">ผ้าไหมของชุมชน</a></p>",
         "<p><a href=\"https://b.example/\">ผ้าไหมของชุมชน</a></p>", "… href=\"https://", "a", "b",
         ".example/\">ผ้าไ…"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        const struct diff_change change = {str_from(cases[i].field), str_from(cases[i].before),
                                           str_from(cases[i].after)};
        struct diff_shown got = diff_shown(&change, DIAG_TH, 15, 40, &arena);
        assert_string_equal(str_c(got.start, &arena), cases[i].start);
        assert_string_equal(str_c(got.before, &arena), cases[i].was);
        assert_string_equal(str_c(got.after, &arena), cases[i].is);
        assert_string_equal(str_c(got.end, &arena), cases[i].end);
        arena_release(&arena);
    }
}

static void names(void **state)
{
    struct arena arena = {0};
    (void)state;
    assert_string_equal(str_c(diff_field_name(STR("summary.th"), DIAG_TH, &arena), &arena),
                        "สรุปสั้น (ไทย)");
    assert_string_equal(str_c(diff_field_name(STR("access.features.x.y"), DIAG_EN, &arena),
                              &arena), "Access (features.x.y)");
    assert_string_equal(str_c(diff_field_name(STR("unheard"), DIAG_TH, &arena), &arena),
                        "unheard");
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equal_sites),
        cmocka_unit_test(fields),
        cmocka_unit_test(added_removed_and_another_type),
        cmocka_unit_test(renamed_province),
        cmocka_unit_test(other_languages),
        cmocka_unit_test(left_out),
        cmocka_unit_test(hosts),
        cmocka_unit_test(files),
        cmocka_unit_test(refuses),
        cmocka_unit_test(shown),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
