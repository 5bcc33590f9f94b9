/* SPDX-License-Identifier: MIT */
/* encoding.h: garbled values and what must not be taken for them. */
#include "source_lab.h"

#include <stdio.h>

#include "base/utf8.h"
#include "sources/encoding.h"

/* ---- a value that is garbled, each way ---- */

static const char *const good_thai[] = {
    "มี", "ใช่", "ไม่มี", "บ้านเขว้า", "องค์การบริหารส่วนตำบลกุดตุ้ม", "หม่ำเนื้อ 100 กรัม", "น้ำตกตาดโตน",
    "ผ้าไหมมัดหมี่ (Mudmee)", "ประเพณีแห่เทียน “เข้าพรรษา” – ปี ๒๕๖๘", "ราคา ฿50… ต่อชิ้น", "ฤๅษี",
    "เปิดทุกวัน 8.00-17.00 น.", "ฎีกา ฐาน ฌาน ญาณ", "ที่ทำการ\nชั้น 2", "เกมเก่า",
};

/* Programs let bytes without a character through as U+0080 to U+009F. */
static const char *garble(struct str bytes, bool as_874, struct arena *arena)
{
    static const uint16_t signs[32] = {
        0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160,
        0x2039, 0x152, 0x8D, 0x17D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
        0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
    };
    struct buf out = {0};
    for (size_t i = 0; i < bytes.len; i++) {
        uint32_t c = (unsigned char)bytes.ptr[i];
        bool shared = c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97);
        if (c >= 0x80 && c < 0xA0 && (!as_874 || shared))
            c = signs[c - 0x80];
        else if (as_874 && c > 0xA0)
            c = c - 0xA0 + 0x0E00;
        char room[4];
        buf_put(&out, str_of(room, utf8_encode(c, room)));
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return str_c(text, arena);
}

/* Thai text as windows-874. */
static struct str to_874(struct str text, struct arena *arena)
{
    char *out = arena_alloc(arena, text.len + 1);
    size_t len = 0;
    while (text.len) {
        struct utf8_char c = utf8_next(text);
        out[len++] = (char)(c.codepoint >= 0x0E00 && c.codepoint < 0x0E60
                                ? c.codepoint - 0x0E00 + 0xA0
                            : c.codepoint == 0x201C ? 0x93
                            : c.codepoint == 0x201D ? 0x94
                            : c.codepoint == 0x2013 ? 0x96
                            : c.codepoint == 0x2026 ? 0x85
                                                    : c.codepoint);
        text = str_skip(text, c.len);
    }
    return str_of(out, len);
}

static void expect_undone(const char *garbled, const char *wanted, struct arena *arena)
{
    struct str text = encoding_unscramble(str_from(garbled), arena);
    if (!str_eq(text, str_from(wanted)))
        fail_msg("%s gives “%.*s”, not “%s”", garbled, STR_ARG(text), wanted);
}

static void test_garbled_values_are_undone(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(good_thai); i++) {
        struct str good = str_from(good_thai[i]);
        expect_undone(garble(good, true, &arena), good_thai[i], &arena);
        expect_undone(garble(good, false, &arena), good_thai[i], &arena);
        struct str old = to_874(good, &arena);
        if (old.len > 2) /* "ÁÕ" alone is too little */
            expect_undone(garble(old, false, &arena), good_thai[i], &arena);
    }
    expect_undone("เธเน\xC2\x89เธฒเธ\xC2\x99", "", &arena); /* a byte was lost */
    expect_undone("ºéÒ¹à¢ÇéÒ", "บ้านเขว้า", &arena);
    arena_release(&arena);
}

/* ---- values that are as they should be ---- */

static const char *const good_others[] = {
    "", "plain", "Café", "déjà vu", "L'été à la créée « À »", "«À»", "«ÀÉ»", "AÇÃO", "AÇÕES", "opções",
    "ÁÉÍ", "ÍÑIGO", "CAÑÓN", "Ægir", "jäääär", "ÅÄÖ åäö", "Übergröße", "naïve œuvre", "£££", "±5°",
    "20 °C – 30 °C", "½ × ¼", "© ® ™", "Đà Nẵng", "Ünï", "Šiauliai", "ÀÉÔ", "©±°", "Ñandú", "ßßß",
    "¿Qué?", "ລາວ", "中文", "เธอ", "เนื้อ", "เนต", "เธอเน้น", "เกมเก่า", "น", "ฯ", "ๆ", "฿", "เดช", "เขต",
    "เพชรบุรี", "๑๒๓", "อ.เมือง", "เธ", "เน", "เธกี่", "เนย เนื้อ เนิน เธอ", "Crème brûlée à ฿50", "€5…",
};

static void expect_left(struct str text, struct arena *arena)
{
    struct str got = encoding_unscramble(text, arena);
    if (got.len)
        fail_msg("“%.*s” is taken for “%.*s”", STR_ARG(text), STR_ARG(got));
}

static void test_good_values_are_left(void **state)
{
    (void)state;
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(good_others); i++)
        expect_left(str_from(good_others[i]), &arena);
    for (size_t i = 0; i < COUNT(good_thai); i++)
        expect_left(str_from(good_thai[i]), &arena);
    arena_release(&arena);
}

/* All names of a register, as they stand and garbled: of the country's when REGISTER names it. */
static void test_register_names(void **state)
{
    (void)state;
    const char *path = getenv("REGISTER");
    FILE *file = fopen(path ? path : "content/registry/laos.csv", "r");
    if (!file)
        skip();
    char line[1024];
    size_t count = 0, undone = 0;
    while (fgets(line, sizeof(line), file)) {
        struct arena arena = {0};
        struct str rest = str_from(line);
        for (struct cut cut = str_cut(rest, ','); cut.head.len; cut = str_cut(rest, ',')) {
            expect_left(cut.head, &arena);
            rest = cut.tail;
            if (utf8_count(cut.head) == cut.head.len)
                continue;
            count++;
            const char *good = str_c(cut.head, &arena);
            expect_undone(garble(cut.head, true, &arena), good, &arena);
            expect_undone(garble(cut.head, false, &arena), good, &arena);
            struct str old = encoding_unscramble(
                str_from(garble(to_874(cut.head, &arena), false, &arena)), &arena);
            assert_true(!old.len || str_eq(old, cut.head));
            undone += old.len > 0;
        }
        arena_release(&arena);
    }
    fclose(file);
    print_message("%zu names, %zu known again from one byte a letter\n", count, undone);
    assert_true(undone * 100 >= count * 97);
}

/* ---- files ---- */

static enum encoding kind_of(const char *text)
{
    return encoding_detect(str_from(text)).encoding;
}

static void test_garbled_files(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str thai = STR("รหัส,ชื่อ,เดือน\n360201,บ้านเขว้า,ต.ค. 2567\n360202,กุดตุ้ม,พ.ย. 2567\n");
    assert_int_equal(encoding_detect(thai).encoding, ENCODING_UTF8);
    assert_int_equal(kind_of(garble(thai, true, &arena)), ENCODING_MOJIBAKE);
    assert_int_equal(kind_of(garble(thai, false, &arena)), ENCODING_MOJIBAKE);
    assert_int_equal(kind_of(garble(to_874(thai, &arena), false, &arena)), ENCODING_MOJIBAKE);
    assert_int_equal(kind_of("lao,note\n1,Café à la crème – « Été » créée déjà\n2,ÅÄÖ åäö Çà\n"),
                     ENCODING_UTF8);
    assert_int_equal(kind_of("lao,note\n1,ÉCOLE DÉCORÉE\n2,FÊTE À L'ÉGLISE ÎLE ÉTÉ CÉRÉMONIE\n"),
                     ENCODING_UTF8);
    assert_int_equal(kind_of("lao,note\n1,ºéÒ¹\n"), ENCODING_UTF8); /* one cell: its own matter */
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_garbled_values_are_undone),
        cmocka_unit_test(test_good_values_are_left),
        cmocka_unit_test(test_register_names),
        cmocka_unit_test(test_garbled_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
