/* SPDX-License-Identifier: MIT */
/* order.h: readers' order against the order of bytes; and unicode.h, which shares its
 * file. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "text/order.h"
#include "text/unicode.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

/* Each list is in order already. */
static const char *const districts_of_chaiyaphum[] = {
    "เกษตรสมบูรณ์", "แก้งคร้อ",   "คอนสวรรค์",  "คอนสาร",      "จัตุรัส",       "ซับใหญ่",
    "เทพสถิต",     "เนินสง่า",   "บ้านเขว้า",   "บ้านแท่น",      "บำเหน็จณรงค์", "ภักดีชุมพล",
    "ภูเขียว",      "เมืองชัยภูมิ", "หนองบัวแดง", "หนองบัวระเหว", NULL,
};
static const char *const provinces[] = {
    "กระบี่",          "กรุงเทพมหานคร", "กาญจนบุรี",   "กาฬสินธุ์",
    "กำแพงเพชร",     "ขอนแก่น",       "จันทบุรี",     "ฉะเชิงเทรา",
    "ชลบุรี",          "ชัยนาท",        "ชัยภูมิ",      "ชุมพร",
    "เชียงราย",       "เชียงใหม่",      "ตรัง",       "ตราด",
    "ตาก",           "นครนายก",      "นครปฐม",    "นครพนม",
    "นครราชสีมา",     "นครศรีธรรมราช", "นครสวรรค์",  "นนทบุรี",
    "นราธิวาส",       "น่าน",          "บึงกาฬ",     "บุรีรัมย์",
    "ปทุมธานี",        "ประจวบคีรีขันธ์",  "ปราจีนบุรี",   "ปัตตานี",
    "พระนครศรีอยุธยา", "พะเยา",        "พังงา",      "พัทลุง",
    "พิจิตร",          "พิษณุโลก",       "เพชรบุรี",    "เพชรบูรณ์",
    "แพร่",           "ภูเก็ต",         "มหาสารคาม", "มุกดาหาร",
    "แม่ฮ่องสอน",      "ยโสธร",        "ยะลา",      "ร้อยเอ็ด",
    "ระนอง",         "ระยอง",        "ราชบุรี",     "ลพบุรี",
    "ลำปาง",         "ลำพูน",         "เลย",       "ศรีสะเกษ",
    "สกลนคร",        "สงขลา",        "สตูล",       "สมุทรปราการ",
    "สมุทรสงคราม",    "สมุทรสาคร",     "สระแก้ว",    "สระบุรี",
    "สิงห์บุรี",         "สุโขทัย",        "สุพรรณบุรี",   "สุราษฎร์ธานี",
    "สุรินทร์",         "หนองคาย",      "หนองบัวลำภู", "อ่างทอง",
    "อำนาจเจริญ",     "อุดรธานี",       "อุตรดิตถ์",    "อุทัยธานี",
    "อุบลราชธานี",     NULL,
};
static const char *const tricky[] = {
    "๑๐", "กก", "ก้ก", "ก๊ก", "กกก", "กะ", "กา", "กำ",    "เก",         "แก",
    "โก", "ไก่", "ขา", "ข่า", "ข้า",  "น้ำ", "นี่",  "Amnat", "Chaiyaphum", NULL,
};
static const char *const english[] = {
    "Amnat Charoen", "amnat charoen 2", "Ban Khwao", "Ban Thaen",
    "Chatturat",     "Kaeng Khro",      "ขอนแก่น",    NULL,
};

static void assert_order(const char *locale, const char *const *names)
{
    struct order *order = order_open(str_from(locale), &arena);
    struct str last = STR("");
    for (size_t i = 0; names[i]; i++) {
        struct str key = order_key(order, str_from(names[i]), &arena);
        if (str_compare(last, key) >= 0)
            fail_msg("%s: %s should come after %s", locale, names[i], names[i - 1]);
        last = key;
    }
    order_close(order);
}

static void names_stand_in_readers_order(void **state)
{
    (void)state;
    assert_order("th", districts_of_chaiyaphum);
    assert_order("th", provinces);
    assert_order("th", tricky);
    assert_order("en", english);
}

static struct str key_of(const struct order *order, const char *text)
{
    return order_key(order, str_from(text), &arena);
}

static void what_does_not_count_makes_equal_keys(void **state)
{
    (void)state;
    struct order *order = order_open(STR("th"), &arena);
    assert_true(str_eq(key_of(order, "เขา พระ"), key_of(order, "เขาพระ")));
    assert_true(str_eq(key_of(order, "เขา-พระ"), key_of(order, "เขาพระ")));
    assert_false(str_eq(key_of(order, "เขาพระ"), key_of(order, "เขาพลา")));
    order_close(order);
}

static void long_texts_have_keys_too(void **state)
{
    (void)state;
    char text[4096];
    memset(text, 'a', sizeof(text));
    struct order *order = order_open(STR("th"), &arena);
    struct str key = order_key(order, str_of(text, sizeof(text)), &arena);
    text[sizeof(text) - 1] = 'b';
    assert_true(str_compare(key, order_key(order, str_of(text, sizeof(text)), &arena)) <
                0);
    order_close(order);
}

static void any_locale_opens(void **state)
{
    (void)state;
    static const char *const locales[] = {
        "th",      "en",        "xx",   "",
        "zh-Hant", "../../etc", "%s%n", "th@collation=nothing;x=y;;;"};
    for (size_t i = 0; i < COUNT(locales); i++) {
        struct order *order = order_open(str_from(locales[i]), &arena);
        assert_true(str_compare(key_of(order, "a"), key_of(order, "b")) < 0);
        order_close(order);
    }
    assert_true(str_starts(order_version(&arena), STR("ICU ")));
}

static void nfc_composes_and_leaves_alone(void **state)
{
    (void)state;
    struct str right = STR("café น้ำ 班");
    assert_ptr_equal(unicode_nfc(right, &arena).ptr, right.ptr);
    assert_true(str_eq(unicode_nfc(STR("cafe\xCC\x81"), &arena), STR("caf\xC3\xA9")));
    char text[3000];
    for (size_t i = 0; i < sizeof(text); i += 3)
        memcpy(text + i, "\xE0\xA5\x98", 3); /* U+0958, which NFC takes apart */
    assert_int_equal(unicode_nfc(str_of(text, sizeof(text)), &arena).len, 6000);
}

static void letters_and_marks_are_known(void **state)
{
    (void)state;
    assert_true(unicode_is_mark(0x0301) && unicode_is_mark(0x0E34) &&
                unicode_is_mark(0x20E3));
    assert_false(unicode_is_mark('a') || unicode_is_mark(0x0E01));
    assert_true(unicode_is_word(0xE9) && unicode_is_word(0x73ED) &&
                unicode_is_word(0x0966));
    assert_false(unicode_is_word(0x1F338) || unicode_is_word(0x2013) ||
                 unicode_is_word(0x200D));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(names_stand_in_readers_order, release),
        cmocka_unit_test_teardown(what_does_not_count_makes_equal_keys, release),
        cmocka_unit_test_teardown(long_texts_have_keys_too, release),
        cmocka_unit_test_teardown(any_locale_opens, release),
        cmocka_unit_test_teardown(nfc_composes_and_leaves_alone, release),
        cmocka_unit_test_teardown(letters_and_marks_are_known, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
