/* SPDX-License-Identifier: MIT */
/*
 * clean.h. The heart is a product: every wrong way of writing that people and programs
 * have, on real names with every trap in them, must come back as the name it was.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "text/clean.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

#define ZWSP "\xE2\x80\x8B"
#define BOM "\xEF\xBB\xBF"
#define NBSP "\xC2\xA0"
#define SHY "\xC2\xAD"
#define NIKHAHIT "\xE0\xB9\x8D"
#define AA "\xE0\xB8\xB2"
#define AM "\xE0\xB8\xB3"
#define THO "\xE0\xB9\x89" /* mai tho */

/* Real places and things, with every letter that is written wrongly in them. */
static const char *const right_names[] = {
    "บ้านเขว้า",     "เกษตรสมบูรณ์", "แก้งคร้อ",       "คอนสวรรค์",  "คอนสาร",     "จัตุรัส",
    "ซับใหญ่",       "เทพสถิต",     "เนินสง่า",       "เมืองชัยภูมิ",  "บำเหน็จณรงค์", "หนองบัวแดง",
    "หนองบัวระเหว", "ภักดีชุมพล",    "ภูเขียว",        "บ้านแท่น",    "น้ำพอง",      "บ้านคำน้ำอ้อม",
    "โนนสูง-น้ำคำ",  "น้ำหนาว",     "ถ้ำใหญ่",        "ค้ำบง",      "อำนาจเจริญ",  "อำเภอเมือง",
    "จังหวัดลำพูน",   "ตำบลคลองกิ่ว", "สิทธิ์",          "พันธุ์ไม้",     "ศักดิ์สิทธิ์",     "เบียร์",
    "แม่แจ่ม",       "แม่เปิน",      "แป-ระ",        "จ.ป.ร.",    "กม.5",       "ทมอ",
    "สุไหงโก-ลก",   "เก็งกำไร",    "ก๋วยเตี๋ยว",      "หม่ำ",       "ไส้กรอกอีสาน", "ปลาร้า",
    "โต๊ะจีน",       "แข็งแรง",     "นครศรีธรรมราช", "สุราษฎร์ธานี", "ฤๅษีดัดตน",    "ฦๅชา",
    "พฤศจิกายน",    "กุมภาพันธ์",    "น้ำใจ",         "กรุงเทพฯ",   "เร็วๆ",       "ฯลฯ",
    "๑๒๓",         "ปุ๋ย",         "รั้วใหญ่",        "ที่ดิน",       "เพื่อน",       "ดื้อ",
    "กี่",           "ยู่ยี่",         "ปู่ย่า",          "เขื่อน",
};

/* One way of writing a sign of a name wrongly: what stands for `right`. */
struct swap {
    const char *right, *wrong;
};

static const struct swap am_in_two[] = {{AM, NIKHAHIT AA}, {NULL, NULL}};
static const struct swap am_ring_first[] = {
    {"่ำ", NIKHAHIT "่" AA}, {"้ำ", NIKHAHIT "้" AA}, {NULL, NULL}};
static const struct swap am_tone_first[] = {
    {"่ำ", "่" NIKHAHIT AA}, {"้ำ", "้" NIKHAHIT AA}, {NULL, NULL}};
static const struct swap am_tone_last[] = {{"่ำ", AM "่"}, {"้ำ", AM "้"}, {NULL, NULL}};
static const struct swap am_two_tone_last[] = {
    {"่ำ", NIKHAHIT AA "่"}, {"้ำ", NIKHAHIT AA "้"}, {NULL, NULL}};
static const struct swap am_with_ring[] = {{AM, NIKHAHIT AM}, {NULL, NULL}};
static const struct swap tone_first[] = {{"ิ่", "่ิ"},
                                         {"ี่", "่ี"},
                                         {"ี้", "้ี"},
                                         {"ี๋", "๋ี"},
                                         {"ื่", "่ื"},
                                         {"ื้", "้ื"},
                                         {"ั้", "้"
                                              "ั"},
                                         {"ู่", "่"
                                              "ู"},
                                         {"ุ๋", "๋"
                                              "ุ"},
                                         {"ิ์", "์ิ"},
                                         {"ุ์", "์ุ"},
                                         {NULL, NULL}};
static const struct swap e_for_ae[] = {{"แ", "เเ"}, {NULL, NULL}};
static const struct swap marks_twice[] = {{"่", "่่"},    {"้", "้้"}, {"ี", "ีี"},
                                          {"ั", "ััั"},    {"์", "์์"}, {"ุ", "ุุ"},
                                          {AM, AM AM}, {"็", "็็"}, {NULL, NULL}};
static const struct swap old_glyphs[] = {
    {"่", "\xEF\x9C\x8A"},  {"้", "\xEF\x9C\x8B"}, {"์", "\xEF\x9C\x8E"},
    {"ี", "\xEF\x9C\x82"},  {"ั", "\xEF\x9C\x90"}, {"ุ", "\xEF\x9C\x98"},
    {"ฐ", "\xEF\x9C\x80"}, {"็", "\xEF\x9C\x92"}, {NULL, NULL}};
static const struct swap old_glyphs_left[] = {
    {"่", "\xEF\x9C\x93"}, {"้", "\xEF\x9C\x94"}, {"ิ", "\xEF\x9C\x81"},
    {"ื", "\xEF\x9C\x84"}, {"ู", "\xEF\x9C\x99"}, {AM, "\xEF\x9C\x91" AA},
    {NULL, NULL}};
static const struct swap lakkhang[] = {{"้า", "้ๅ"},   {"่า", "่ๅ"},   {"บา", "บๅ"},
                                       {"นา", "นๅ"}, {"สา", "สๅ"}, {AM, NIKHAHIT "ๅ"},
                                       {NULL, NULL}};

static const struct way {
    const char *label;
    const struct swap *swaps; /* NULL: a sign before every letter */
    const char *strewn;       /* … this one */
    unsigned bits;            /* those that may be set, and one of which must be */
} ways[] = {
    {"am as two signs", am_in_two, NULL, CLEAN_SARA_AM},
    {"ring, tone, aa", am_ring_first, NULL, CLEAN_SARA_AM},
    {"tone, ring, aa", am_tone_first, NULL, CLEAN_SARA_AM},
    {"am, tone", am_tone_last, NULL, CLEAN_SARA_AM},
    {"ring, aa, tone", am_two_tone_last, NULL, CLEAN_SARA_AM},
    {"ring, am", am_with_ring, NULL, CLEAN_SARA_AM},
    {"tone before vowel", tone_first, NULL, CLEAN_TONE_ORDER},
    {"two e for ae", e_for_ae, NULL, CLEAN_DOUBLE_E},
    {"marks twice", marks_twice, NULL, CLEAN_DOUBLED},
    {"old glyphs", old_glyphs, NULL, CLEAN_PRIVATE},
    {"old glyphs to the left", old_glyphs_left, NULL, CLEAN_PRIVATE | CLEAN_SARA_AM},
    {"lakkhang", lakkhang, NULL, CLEAN_LAKKHANG | CLEAN_SARA_AM},
    {"zero-width spaces", NULL, ZWSP, CLEAN_INVISIBLE},
    {"byte order marks", NULL, BOM, CLEAN_INVISIBLE},
    {"soft hyphens", NULL, SHY, CLEAN_INVISIBLE},
    {"word joiners", NULL, "\xE2\x81\xA0", CLEAN_INVISIBLE},
    {"zero-width joiners", NULL, "\xE2\x80\x8D", CLEAN_INVISIBLE},
};

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static struct str strew(struct str text, struct str sign)
{
    struct buf made = {0};
    while (text.len) {
        unsigned len = utf8_next(text).len;
        buf_put(&made, sign);
        buf_put(&made, str_first(text, len));
        text = str_skip(text, len);
    }
    struct str strewn = buf_finish(&made, &arena);
    buf_release(&made);
    return strewn;
}

static struct str spoil(struct str name, const struct way *way)
{
    if (!way->swaps)
        return strew(name, str_from(way->strewn));
    for (const struct swap *swap = way->swaps; swap->right; swap++)
        name = str_replace(name, str_from(swap->right), str_from(swap->wrong), &arena);
    return name;
}

static void assert_text(struct str got, struct str want, const char *label)
{
    if (!str_eq(got, want))
        fail_msg("%s: got [%.*s], want [%.*s]", label, STR_ARG(got), STR_ARG(want));
}

static void right_names_pass_untouched(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(right_names); i++) {
        struct str name = str_from(right_names[i]);
        struct clean line = clean_line(name, &arena), block = clean_block(name, &arena);
        assert_int_equal(line.bits, 0);
        assert_int_equal(block.bits, 0);
        assert_ptr_equal(line.text.ptr, name.ptr);
        assert_ptr_equal(block.text.ptr, name.ptr);
    }
}

static void check_way(const struct way *way, struct str name)
{
    struct str wrong = spoil(name, way);
    struct clean got = clean_line(wrong, &arena);
    assert_text(got.text, name, way->label);
    assert_text(clean_block(wrong, &arena).text, name, way->label);
    if (str_eq(wrong, name))
        assert_int_equal(got.bits, 0);
    else if (!(got.bits & way->bits) || (got.bits & ~way->bits))
        fail_msg("%s: [%.*s] has bits %#x", way->label, STR_ARG(wrong), got.bits);
}

static void every_wrong_way_comes_right(void **state)
{
    (void)state;
    for (size_t w = 0; w < COUNT(ways); w++)
        for (size_t i = 0; i < COUNT(right_names); i++)
            check_way(&ways[w], str_from(right_names[i]));
}

/* A way that changes none of the names tests nothing. */
static void every_way_is_used(void **state)
{
    (void)state;
    for (size_t w = 0; w < COUNT(ways); w++) {
        size_t changed = 0;
        for (size_t i = 0; i < COUNT(right_names); i++) {
            struct str name = str_from(right_names[i]);
            changed += !str_eq(name, spoil(name, &ways[w]));
        }
        assert_true(changed >= 2);
    }
}

struct example {
    const char *raw, *want;
    unsigned bits;
};

static const struct example lines[] = {
    {"", "", 0},
    {"plain ASCII, 100%", "plain ASCII, 100%", 0},
    {"Ban Khwao’s “silk” – 3 × 4 m, 35 °C, ฿120, café…", NULL, 0},
    {"l'été, naïve, Łódź, €5, ½", NULL, 0},
    {"ผ้าไหม 🌸 สวย", NULL, 0},
    {"❤️ 👨‍👩‍👧 🏳️‍🌈", NULL, 0}, /* joiners that emoji need */
    {"班考丝绸", NULL, 0},
    {"လျှို့ဝှက်", NULL, 0}, /* five marks on a letter, rightly */
    {"ភាសាខ្មែរ", NULL, 0},
    {"می‌خواهم", NULL, 0}, /* a joiner that Persian needs */
    {"Tiếng Việt", NULL, 0},
    {"Москва и Moscow", NULL, 0},
    {"พุทธํ สรณํ คจฺฉามิ", NULL, 0}, /* Pali: ring and dot below stay */
    {"ๆๆ", NULL, 0},
    {"ๅ", NULL, 0}, /* by itself: spoken of */
    {"บ้าน  เขว้า", "บ้าน เขว้า", CLEAN_SPACE},
    {" บ้านเขว้า", "บ้านเขว้า", CLEAN_SPACE},
    {"บ้านเขว้า ", "บ้านเขว้า", CLEAN_SPACE},
    {"บ้าน" NBSP "เขว้า", "บ้าน เขว้า", CLEAN_SPACE},
    {"บ้าน\tเขว้า", "บ้าน เขว้า", CLEAN_SPACE},
    {"บ้าน\n \nเขว้า", "บ้าน เขว้า", CLEAN_SPACE},
    {"a\r\nb", "a b", CLEAN_SPACE | CLEAN_NEWLINE},
    {" \t\n" NBSP, "", CLEAN_SPACE},
    {ZWSP, "", CLEAN_INVISIBLE},
    {"เ" ZWSP "เม่", "แม่", CLEAN_INVISIBLE | CLEAN_DOUBLE_E},
    {"เเเ", "แเ", CLEAN_DOUBLE_E},
    {"น" NIKHAHIT THO ZWSP AA, "น้ำ", CLEAN_INVISIBLE | CLEAN_SARA_AM},
    {"cafe\xCC\x81", "café", CLEAN_NFC},
    {"ฤๅษี", NULL, 0},
    {"มๅ", "มา", CLEAN_LAKKHANG},
    {"a\x01"
     "b",
     "ab", CLEAN_CONTROL},
    {"a\x7F"
     "b",
     "ab", CLEAN_CONTROL},
    {"a\xC2\x85"
     "b",
     "ab", CLEAN_CONTROL},
    {"a\xEF\xBF\xBD"
     "b",
     "ab", CLEAN_CONTROL}, /* U+FFFD */
    {"a\xEE\x80\x80"
     "b",
     "ab", CLEAN_CONTROL}, /* U+E000 */
    {"a\xEF\x9C\x9B"
     "b",
     "ab", CLEAN_CONTROL}, /* U+F71B */
    {"a\xF0\x9F\xBF\xBE"
     "b",
     "ab", CLEAN_CONTROL}, /* U+1FFFE */
    {"a\xEF\xB7\x90"
     "b",
     "ab", CLEAN_CONTROL}, /* U+FDD0 */
    {"a\xF3\xA0\x81\xA1"
     "b",
     "ab", CLEAN_INVISIBLE}, /* U+E0061: a tag */
    {"abc\xE2\x80\xAE"
     "def",
     "abcdef", CLEAN_BIDI},
    {"abc\xE2\x81\xA6"
     "def",
     "abcdef", CLEAN_BIDI},
    {"abc\xD8\x9C"
     "def",
     "abcdef", CLEAN_BIDI},
    {"ก่้๊๋", "ก่้๊", CLEAN_ZALGO},
    {"a\xCC\x95\xCC\x95\xCC\x95\xCC\x95", "a\xCC\x95\xCC\x95\xCC\x95", CLEAN_ZALGO},
    {"a\xCC\x95\xCC\x95\xCC\x95", NULL, 0},
    {"p\xD0\xB0ypal", NULL, CLEAN_MIXED}, /* a Cyrillic а */
    {"Α1bc", NULL, CLEAN_MIXED},          /* a Greek Α */
    {"5 μm", NULL, CLEAN_MIXED},          /* U+03BC; the micro sign is U+00B5 */
    {"5 µm", NULL, 0},
};

static void lines_come_as_they_should(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct clean got = clean_line(str_from(lines[i].raw), &arena);
        const char *want = lines[i].want ? lines[i].want : lines[i].raw;
        assert_text(got.text, str_from(want), lines[i].raw);
        if (got.bits != lines[i].bits)
            fail_msg("[%s]: bits %#x, want %#x", lines[i].raw, got.bits, lines[i].bits);
    }
}

static const struct example blocks[] = {
    {"# Title\n\n* one\n    * two\n\n\tcode  here\nbreak  \nend\n", NULL, 0},
    {"| a  | b |\n|----|---|\n", NULL, 0},
    {"", "", 0},
    {"\n", "\n", 0},
    {"a\r\nb\rc\n", "a\nb\nc\n", CLEAN_NEWLINE},
    {"a\xE2\x80\xA8"
     "b",
     "a\nb", CLEAN_SPACE},
    {NBSP NBSP NBSP NBSP "ย่อหน้า", " ย่อหน้า", CLEAN_SPACE}, /* not a code block */
    {"a " NBSP " b", "a b", CLEAN_SPACE},
    {"a" NBSP " \nb", "a \nb", CLEAN_SPACE},
    {"น" AM THO "\n    code", "น้ำ\n    code", CLEAN_SARA_AM},
    {"a\xE2\x80\xAE\nb", "a\nb", CLEAN_BIDI},
    {BOM "# Title", "# Title", CLEAN_INVISIBLE},
};

static void blocks_keep_their_markdown(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(blocks); i++) {
        struct clean got = clean_block(str_from(blocks[i].raw), &arena);
        const char *want = blocks[i].want ? blocks[i].want : blocks[i].raw;
        assert_text(got.text, str_from(want), blocks[i].raw);
        assert_int_equal(got.bits, blocks[i].bits);
    }
}

static void cleaning_again_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(lines); i++) {
        struct clean once = clean_line(str_from(lines[i].raw), &arena);
        struct clean twice = clean_line(once.text, &arena);
        assert_text(twice.text, once.text, lines[i].raw);
        assert_int_equal(twice.bits & ~(unsigned)CLEAN_MIXED, 0);
    }
}

static void a_million_marks_take_no_time(void **state)
{
    (void)state;
    struct buf marks = {0};
    buf_put(&marks, STR("ก"));
    for (int i = 0; i < 500000; i++)
        buf_put(&marks, STR("่ี"));
    struct clean got = clean_line(buf_str(&marks), &arena);
    assert_text(got.text, STR("กี่"), "marks");
    buf_release(&marks);
}

static void thai_digits_become_arabic(void **state)
{
    (void)state;
    struct str same = STR("ปี 2568");
    assert_ptr_equal(clean_digits(same, &arena).ptr, same.ptr);
    assert_text(clean_digits(STR("๐๑๒๓๔๕๖๗๘๙ ฯ"), &arena), STR("0123456789 ฯ"), "digits");
    assert_text(clean_digits(STR("๑๒/๕/๒๕๖๘"), &arena), STR("12/5/2568"), "digits");
}

static void thai_is_known_by_its_block(void **state)
{
    (void)state;
    assert_true(clean_has_thai(STR("Ban ก")));
    assert_true(clean_has_thai(STR("๛")));
    assert_false(clean_has_thai(STR("José ກ"))); /* a Lao letter stands in the next block */
    assert_false(clean_has_thai(STR("")));
}

static void some_answers_say_nothing(void **state)
{
    (void)state;
    static const char *const blank[] = {
        "",    " ",     "-",     "–",   "—",   "--",        "- -", "...",  "…",
        "ไม่มี", "ไม่ระบุ", "ไม่แน่ใจ", "-ไม่มี-", "N/A", "n/a", "ยังไม่มีข้อมูล", "__",  "None", "null"};
    static const char *const said[] = {"0",  "na",   "no",   "ไม่",    "ไม่มีค่าเข้าชม",
                                       "-1", "#N/A", "free", "ไม่มีขั้น", "- ก"};
    for (size_t i = 0; i < COUNT(blank); i++)
        if (!clean_is_blank(str_from(blank[i])))
            fail_msg("[%s] should be blank", blank[i]);
    for (size_t i = 0; i < COUNT(said); i++)
        if (clean_is_blank(str_from(said[i])))
            fail_msg("[%s] should not be blank", said[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(right_names_pass_untouched, release),
        cmocka_unit_test_teardown(every_wrong_way_comes_right, release),
        cmocka_unit_test_teardown(every_way_is_used, release),
        cmocka_unit_test_teardown(lines_come_as_they_should, release),
        cmocka_unit_test_teardown(blocks_keep_their_markdown, release),
        cmocka_unit_test_teardown(cleaning_again_changes_nothing, release),
        cmocka_unit_test_teardown(a_million_marks_take_no_time, release),
        cmocka_unit_test_teardown(thai_digits_become_arabic, release),
        cmocka_unit_test_teardown(thai_is_known_by_its_block, release),
        cmocka_unit_test_teardown(some_answers_say_nothing, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
