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
        struct personal p = personal_next(text, 0);
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
        {"0812345678abc", NONE, NULL}, /* of a longer code */
        {"081/234/5678", NONE, NULL},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(mobiles),    cmocka_unit_test(no_mobiles),
        cmocka_unit_test(citizen_ids), cmocka_unit_test(emails),
        cmocka_unit_test(whose_mail), cmocka_unit_test(what_is_the_same),
        cmocka_unit_test(masks),      cmocka_unit_test(cutting),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
