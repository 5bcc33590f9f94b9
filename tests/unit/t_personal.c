/* SPDX-License-Identifier: MIT */
/* personal.h: what is somebody's own, what only looks like it, and that none is readable. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "text/personal.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

#define NONE   PERSONAL_NONE
#define MOBILE PERSONAL_MOBILE
#define ID     PERSONAL_CITIZEN_ID
#define EMAIL  PERSONAL_EMAIL

struct one {
    const char *text;
    enum personal_kind kind;
    const char *datum; /* NULL: the whole text */
};

static void expect(const struct one *cases, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        size_t len = strlen(cases[i].text);
        char *exact = malloc(len ? len : 1); /* so that a byte too far is seen */
        memcpy(exact, cases[i].text, len);
        struct str text = str_of(exact, len);
        struct personal p = personal_next(text, (struct personal){0});
        struct str wanted = str_from(cases[i].datum ? cases[i].datum : cases[i].text);
        if (p.kind != cases[i].kind
            || (p.kind && !str_eq(wanted, str_of(text.ptr + p.at, p.len))))
            fail_msg("\"%s\": kind %d, \"%.*s\"", cases[i].text, (int)p.kind, (int)p.len,
                     exact + p.at);
        free(exact);
    }
}

static void mobiles(void **state)
{
    (void)state;
    static const struct one cases[] = {
        {"0812345678", MOBILE, NULL},
        {"081-234-5678", MOBILE, NULL},
        {"081 2345678", MOBILE, NULL},
        {"08-1234-5678", MOBILE, NULL},
        {"0-8123-4567-8", MOBILE, NULL},
        {"081.234.5678", MOBILE, NULL},
        {"(081) 234-5678", MOBILE, "081) 234-5678"},
        {"081\\-234\\-5678", MOBILE, NULL},
        {"081\u2013234\u20135678", MOBILE, NULL},
        {"081\u200B2345678", MOBILE, NULL},
        {"081\u00A0234\u00A05678", MOBILE, NULL},
        {"081&nbsp;234&nbsp;5678", MOBILE, NULL},
        {"๐๘๑-๒๓๔-๕๖๗๘", MOBILE, NULL},
        {"061-234-5678", MOBILE, NULL},
        {"0987654321", MOBILE, NULL},
        {"+66 81 234 5678", MOBILE, NULL},
        {"+66812345678", MOBILE, NULL},
        {"+66 (0)81-234-5678", MOBILE, NULL},
        {"66812345678", MOBILE, NULL},
        {"0066812345678", MOBILE, NULL},
        {"โทร0812345678ครับ", MOBILE, "0812345678"},
        {"tel:0812345678", MOBILE, "0812345678"},
        {"_0812345678_", MOBILE, "0812345678"},
        {"1.0812345678", MOBILE, "0812345678"},
        {"081-234-5678 ต่อ 12", MOBILE, "081-234-5678"},
        {"081-234-5678, 089-876-5432", MOBILE, "081-234-5678"},
        {"0812345678 0898765432", MOBILE, "0812345678"},
        {"0812345678.", MOBILE, "0812345678"},
        {"https://line.me/ti/p/~0812345678", MOBILE, "0812345678"},
        {"ปี 2568 081-234-5678", MOBILE, "081-234-5678"},
        {"08-12-345678", MOBILE, NULL},
        {"08 12 34 56 78", MOBILE, NULL},
        {"08.12.34.56.78", MOBILE, NULL},
        {"081/234/5678", MOBILE, NULL},
        {"๐๘๑/๒๓๔/๕๖๗๘", MOBILE, NULL},
        {"０８１２３４５６７８", MOBILE, NULL},
        {"０８１－２３４－５６７８", MOBILE, NULL},
        {"0812345678x", MOBILE, "0812345678"},
        {"0812345678abc", MOBILE, "0812345678"},
        {"เลขที่ 12.0812345678", MOBILE, "0812345678"},
        {"0\u200B8\u200C1\u200D2\u2060345\u200E678", MOBILE, NULL},
        {"99/0812345678", MOBILE, "0812345678"},
        {"06-13-2568 10", MOBILE, NULL}, /* no month */
        {"2568-081-234-5678", MOBILE, "081-234-5678"},
    };
    expect(cases, COUNT(cases));
}

static void no_mobiles(void **state)
{
    (void)state;
    static const struct one cases[] = {
        {"", NONE, NULL},
        {"0 4489 1101", NONE, NULL},
        {"02 123 4567", NONE, NULL},
        {"044-891101-3", NONE, NULL},
        {"+66 44 891 101", NONE, NULL},
        {"081234567", NONE, NULL},   /* one too few */
        {"08123456789", NONE, NULL}, /* one too many */
        {"10812345678", NONE, NULL},
        {"๑0812345678", NONE, NULL},
        {"0712345678", NONE, NULL}, /* no mobile begins so */
        {"06-12-2568 10.30 น.", NONE, NULL},
        {"08.30-16.30 20 บาท", NONE, NULL},
        {"เปิด 08.30 - 16.30 น.", NONE, NULL},
        {"15.7805912, 101.9074712", NONE, NULL},
        {"16.0812345678", NONE, NULL},
        {"06360203", NONE, NULL},
        {"360203", NONE, NULL},
        {"https://example.go.th/f/0812345678abc", NONE, NULL}, /* of a longer code */
        {"https://example.go.th/08/12/345678", NONE, NULL},
        {"http://example.go.th/2017-08-16-02-58-08/2017-08-16-03-34-15", NONE, NULL},
        {"2025-08-16 02.58.08", NONE, NULL},
        {"06/12/2568 10.30", NONE, NULL},
        {"06/12/68 10.30 น.", NONE, NULL},
        {"09/6/2568-09/7/2568", NONE, NULL},
        {"06/12/68-07/12/68", NONE, NULL},
        {"08/2568 10.30", NONE, NULL},
        {"08.30-16.30-20.00", NONE, NULL},
        {"12.0812345678, 99.9612345678", NONE, NULL},
        {"พิกัด 12.0612345678,99.9612345678", NONE, NULL},
        {"ที่ มท 0808.3/12345", NONE, NULL},
        {"รหัส 06360203 36 แห่ง", NONE, NULL},
        {"ราคา 890 1200 350 บาท", NONE, NULL},
        {"812345678", NONE, NULL}, /* only a sheet's */
        {"0812 ---- 345678", NONE, NULL}, /* not one number */
        {"1155", NONE, NULL},
        {"๐", NONE, NULL},
        {"\xE0\xB9", NONE, NULL},
    };
    expect(cases, COUNT(cases));
}

static void citizen_ids(void **state)
{
    (void)state;
    static const struct one cases[] = {
        {"1101700230708", ID, NULL},
        {"1-1017-00230-70-8", ID, NULL},
        {"1 1017 00230 70 8", ID, NULL},
        {"๑๑๐๑๗๐๐๒๓๐๗๐๘", ID, NULL},
        {"เลข1101700230708 ", ID, "1101700230708"},
        {"1101700230707", NONE, NULL}, /* the check digit is wrong */
        {"1-1017-00230-70-7", NONE, NULL},
        {"0105536000315", NONE, NULL}, /* a company's */
        {"11017002307080", NONE, NULL},
        {"110170023070", NONE, NULL},
        {"110170 0230708", NONE, NULL}, /* two numbers */
        {"11.01700230708", NONE, NULL}, /* a coordinate */
        {"https://example.go.th/n/1101700230708", NONE, NULL}, /* a page's number */
        {"9780306406157", NONE, NULL}, /* a book's */
        {"1101700230708x", ID, "1101700230708"},
        {"１１０１７００２３０７０８", ID, NULL},
        {"1/1017/00230/70/8", ID, NULL},
        {"https://example.go.th/n?a=1&b=1101700230708", NONE, NULL},
        {"https://example.go.th/ 1101700230708", ID, "1101700230708"},
        {"[a](https://example.go.th/)1101700230708", ID, "1101700230708"},
        {"https://example.go.th/1-1017-00230-70-8", ID, "1-1017-00230-70-8"},
    };
    expect(cases, COUNT(cases));
}

static void emails(void **state)
{
    (void)state;
    static const struct one cases[] = {
        {"somchai@gmail.com", EMAIL, NULL},
        {"Som.Chai+1@Mail.Example.CO.TH", EMAIL, NULL},
        {"mailto:somchai@gmail.com", EMAIL, "somchai@gmail.com"},
        {"อีเมลsomchai@gmail.com.", EMAIL, "somchai@gmail.com"},
        {"somchai@gmail.com-0812345678", EMAIL, "somchai@gmail.com"},
        {"0812345678@gmail.com", EMAIL, NULL},
        {"<somchai@a-b.or.th>", EMAIL, "somchai@a-b.or.th"},
        {"somchai＠gmail.com", EMAIL, NULL},
        {"som\u200Bchai\u200B@g\u2060mail.com", EMAIL, NULL},
        {"@bankhwao", NONE, NULL},
        {"https://www.tiktok.com/@ban.khwao", NONE, NULL},
        {"https://www.google.com/maps/place/Wat@15.78,101.9,17z", NONE, NULL},
        {"a@b", NONE, NULL},
        {"a@b.c", NONE, NULL},
        {"a @ b.com", NONE, NULL},
        {"@", NONE, NULL},
        {"a@", NONE, NULL},
        {"a@.com", NONE, NULL},
    };
    expect(cases, COUNT(cases));
}

static void whose_mail(void **state)
{
    (void)state;
    assert_true(personal_is_free_mail(STR("a@GMail.com")));
    assert_true(personal_is_free_mail(STR("a@yahoo.co.th")));
    assert_true(personal_is_free_mail(STR("a＠gmail.com")));
    assert_false(personal_is_free_mail(STR("a@live.go.th")));
    assert_false(personal_is_free_mail(STR("a@gmails.com")));
    assert_false(personal_is_free_mail(STR("a@me.co.th")));
    assert_true(personal_is_office_mail(STR("a@bankhwao.GO.TH")));
    assert_true(personal_is_office_mail(STR("a@x.cpru.ac.th")));
    assert_false(personal_is_office_mail(STR("a@go.th.example.com")));
    assert_false(personal_is_office_mail(STR("a@company.co.th")));
    assert_true(personal_same_host(STR("a@b.org"), STR("c@B.org")));
    assert_false(personal_same_host(STR("a@b.org"), STR("")));
}

static void what_is_the_same(void **state)
{
    (void)state;
    assert_true(personal_same(STR("081-234-5678"), STR("0812345678")));
    assert_true(personal_same(STR("+66 81 234 5678"), STR("๐๘๑ ๒๓๔ ๕๖๗๘")));
    assert_true(personal_same(STR("+66 (0)81 234 5678"), STR("0812345678")));
    assert_true(personal_same(STR("A@B.com"), STR("a@b.COM")));
    assert_true(personal_same(STR("1-1017-00230-70-8"), STR("1101700230708")));
    assert_true(personal_same(STR("812345678"), STR("081-234-5678")));
    assert_true(personal_same(STR("０８１２３４５６７８"), STR("081-234-5678")));
    assert_false(personal_same(STR("0812345678"), STR("0812345679")));
    assert_false(personal_same(STR("0812345678@b.com"), STR("0812345678")));
    assert_false(personal_same(STR("คาสิโน"), STR("บาคาร่า")));
}

static void masks(void **state)
{
    (void)state;
    static const struct {
        const char *text, *masked;
    } cases[] = {
        {"โทร 081-234-5678 หรือ +66898765432", "โทร 08x-xxx-xx78 หรือ 08x-xxx-xx32"},
        {"1101700230708", "1-xxxx-xxxxx-xx-x"},
        {"officer@gmail.com!", "o…@gmail.com!"},
        {"officer@bankhwao.go.th", "o…@bankhwao.go.th"},
        {"0 4489 1101", "0 4489 1101"},
        {"", ""},
        {"081-234", "081-234"},
        {"the text is long and was cut within its number 081-234", /* 55 bytes */
         "the text is long and was cut within its number 0…"},
        {"the text is long and was cut within its number 110170023",
         "the text is long and was cut within its number 1…"},
        {"the text is long and was cut within its number 1-1017-0023",
         "the text is long and was cut within its number 1…"},
        {"the text is long and was cut within its number ๐๘๑๒๓",
         "the text is long and was cut within its number ๐…"},
        {"the text is long and was cut within: somchai@gm",
         "the text is long and was cut within: s…"},
        {"“081-23…” → “110170023…”; “somchai@…”", "“0…” → “1…”; “s…”"},
        {"แถว 12… 360203… เพจ @bankhwao…", "แถว 12… 360203… เพจ @bankhwao…"},
        {"812345678 81-234-5678", "8x-xxx-xx78 8x-xxx-xx78"},
        {"650,000,000 812 345 678 101.907471234 044891101",
         "650,000,000 812 345 678 101.907471234 044891101"},
        {"0812345666 812345666", "08x-xxx-xx66 8x-xxx-xx66"},
        {"a@b.com@d.com", "a…@b…@d.com"},
        {"０８１２３４５６７８ som\u200Bchai＠gmail.com", "08x-xxx-xx78 s…@gmail.com"},
        {"the text is long and it ends with an older code 360203",
         "the text is long and it ends with an older code 360203"},
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str masked = personal_mask(str_from(cases[i].text), &arena);
        if (!str_eq(masked, str_from(cases[i].masked)))
            fail_msg("\"%s\": \"%.*s\"", cases[i].text, STR_ARG(masked));
    }
    struct str text = STR("081-234-5678 089-876-5432"), seen[] = {STR("0812345678")};
    assert_true(str_eq(personal_mask_but(text, seen, 1, &arena),
                       STR("081-234-5678 08x-xxx-xx32")));
    struct str allowed = STR("the text is long and ends with what is allowed 0812345678");
    assert_ptr_equal(personal_mask_but(allowed, seen, 1, &arena).ptr, allowed.ptr);
    struct str plain = STR("ไม่มีอะไร");
    assert_ptr_equal(personal_mask(plain, &arena).ptr, plain.ptr);
    arena_release(&arena);
}

static void cutting(void **state)
{
    (void)state;
    struct str text = STR("ab 0812345678 cd");
    assert_int_equal(personal_whole(text, 2), 2);
    assert_int_equal(personal_whole(text, 3), 3);
    assert_int_equal(personal_whole(text, 4), 3);
    assert_int_equal(personal_whole(text, 12), 3);
    assert_int_equal(personal_whole(text, 13), 13);
}

/* ---- any text ---- */

static unsigned random_number(uint64_t *seed, unsigned below)
{
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(*seed >> 33) % below;
}

/* A text of pieces that data are made of. */
static struct str random_text(uint64_t *seed, struct arena *arena)
{
    static const char *const pieces[] = {
        "0", "8", "66", "1", "9", "081", "2345678", "0812345678", "1101700230708", "812345678",
        "๐", "๘", "๑๒๓", "０", "８１", "+", "-", " ", ".", "/", "(", ")", "\\", "&nbsp;", "\u2013",
        "\u200B", "\u00A0", "@", "＠", "a", "som", "chai.", "gmail", ".com", ".go.th", "x", "xx",
        "-xx", "…", "“", "โทร", "ที่", "//", "https://", ",", "\n", "08.30", "2568", "@gmail.com",
        "1-1017-00230-70-8"};
    struct str text = STR("");
    for (unsigned i = 0, count = 1 + random_number(seed, 24); i < count; i++)
        text = str_cat(arena, text, str_from(pieces[random_number(seed, COUNT(pieces))]));
    return text;
}

static void whatever_is_masked_is_unreadable(void **state)
{
    (void)state;
    uint64_t seed = 2568;
    unsigned masked_ones = 0;
    for (unsigned i = 0; i < 5000; i++) {
        struct arena arena = {0};
        struct str text = random_text(&seed, &arena), masked = personal_mask(text, &arena);
        struct personal left = personal_next(masked, (struct personal){0});
        if (left.kind || personal_mask(masked, &arena).ptr != masked.ptr)
            fail_msg("\"%.*s\": \"%.*s\"", STR_ARG(text), STR_ARG(masked));
        for (size_t at = 0; at <= text.len; at++)
            assert_true(personal_whole(text, at) <= at);
        masked_ones += masked.ptr != text.ptr;
        arena_release(&arena);
    }
    assert_true(masked_ones > 1500);
}

/* As long as a cell may be: each sign is looked at a few times, whatever stands before it. */
static void long_texts(void **state)
{
    (void)state;
    static const char *const pieces[] = {
        "1234567890121-", "1101700230708-", "a@b.com\n", "a@b.com/", "a@", "a\u200B", "0812345666 ",
        "0812345678.com@", "1.08 ", "081", "\u200B8", "//", "+66", "a.b-", "0812…"};
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(pieces); i++) {
        struct str piece = str_from(pieces[i]);
        size_t count = 256 * 1024 / piece.len;
        char *bytes = arena_alloc(&arena, count * piece.len);
        for (size_t k = 0; k < count; k++)
            memcpy(bytes + k * piece.len, piece.ptr, piece.len);
        struct str masked = personal_mask(str_of(bytes, count * piece.len), &arena);
        assert_int_equal(personal_next(masked, (struct personal){0}).kind, NONE);
    }
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mobiles),    cmocka_unit_test(no_mobiles),
        cmocka_unit_test(citizen_ids), cmocka_unit_test(emails),
        cmocka_unit_test(whose_mail), cmocka_unit_test(what_is_the_same),
        cmocka_unit_test(masks),      cmocka_unit_test(cutting),
        cmocka_unit_test(whatever_is_masked_is_unreadable), cmocka_unit_test(long_texts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
