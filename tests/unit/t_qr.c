/* SPDX-License-Identifier: MIT */
/* Codes put together from others, against those that the library makes of the same text.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>
#include <qrencode.h>

#include "view/qr.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* With a mask of one's choice: in the library, though not in its header. */
QRcode *QRcode_encodeMask(QRinput *input, int mask);

static struct arena arena;
static const struct qr *qr;

static const char *const texts[] = {
    "https://example.go.th/identity/th/loei/420101/",
    "https://example.go.th/identity/en/chaiyaphum/360203/",
    "https://example.go.th/identity/th/phra-nakhon-si-ayutthaya/140101/",
    "https://example.go.th/identity/en/loei/420777/",
    "https://example.go.th/identity/~!/|}{",
    "https://example.go.th/identity/",
};

static QRcode *made_by_library(const char *text, int mask)
{
    QRcode *smallest = QRcode_encodeString8bit(text, 1, QR_ECLEVEL_M);
    QRinput *input = QRinput_new2(smallest->version, QR_ECLEVEL_M);
    QRinput_append(input, QR_MODE_8, (int)strlen(text), (const unsigned char *)text);
    QRcode *made = QRcode_encodeMask(input, mask);
    QRinput_free(input);
    QRcode_free(smallest);
    return made;
}

static bool is_dark(const struct qr_code *code, unsigned y, unsigned x)
{
    return code->rows[y] >> x & 1;
}

static unsigned differing(const struct qr_code *code, const QRcode *made)
{
    unsigned count = 0;
    for (unsigned y = 0; y < code->width; y++)
        for (unsigned x = 0; x < code->width; x++)
            count += is_dark(code, y, x) != (made->data[y * code->width + x] & 1);
    return count;
}

static void test_as_the_library(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(texts); i++) {
        struct qr_code code = qr_code(qr, str_from(texts[i]));
        unsigned same = 0;
        for (int mask = 0; mask < 8; mask++) {
            QRcode *made = made_by_library(texts[i], mask);
            assert_int_equal(code.width, made->width);
            same += !differing(&code, made);
            QRcode_free(made);
        }
        assert_int_equal(same, 1);
    }
}

static void test_no_code(void **state)
{
    (void)state;
    static const char *const none[] = {
        "https://example.org/",
        "https://example.go.th/identit",
        "",
        "https://example.go.th/identity/ชัยภูมิ/",
        "https://example.go.th/identity/th/phra-nakhon-si-ayutthaya/140101/#",
        "https://example.go.th/identity/th/phra-nakhon-si-ayutthaya/140102/",
    };
    for (size_t i = 0; i < COUNT(none); i++)
        assert_int_equal(qr_code(qr, str_from(none[i])).width, 0);
    const struct qr *empty = qr_make(STR(""), NULL, 0, 1, &arena);
    assert_int_equal(qr_code(empty, STR("")).width, 0);
    char letters[300];
    memset(letters, 'a', sizeof(letters));
    const struct str ends[] = {STR("ชัยภูมิ/"), str_of(letters, sizeof(letters))};
    const struct qr *unfit = qr_make(STR("https://"), ends, COUNT(ends), 1, &arena);
    for (size_t i = 0; i < COUNT(ends); i++) {
        struct str text = str_cat(&arena, STR("https://"), ends[i]);
        assert_int_equal(qr_code(unfit, text).width, 0);
    }
}

/* The path is drawn again, module by module. */
static void test_path(void **state)
{
    (void)state;
    struct qr_code code = qr_code(qr, str_from(texts[0])), drawn = {.width = code.width};
    char *at = (char *)str_format(&arena, "%.*s", STR_ARG(qr_path(&code, &arena))).ptr;
    unsigned x = 0, y = 0, skip, run;
    int used = 0, back = 0;
    assert_int_equal(sscanf(at, "M%u %u.5%n", &x, &y, &used), 2);
    assert_int_equal(x, QR_QUIET);
    assert_int_equal(y, QR_QUIET);
    for (at += used; *at; at += used) {
        if (sscanf(at, "m-%d 1%n", &back, &used) == 1) {
            x -= (unsigned)back;
            y++;
        } else if (sscanf(at, "m%u 0%n", &skip, &used) == 1) {
            x += skip;
        } else {
            assert_int_equal(sscanf(at, "h%u%n", &run, &used), 1);
            for (; run; run--, x++)
                drawn.rows[y - QR_QUIET] |= (uint64_t)1 << (x - QR_QUIET);
        }
    }
    assert_memory_equal(&drawn, &code, sizeof(code));
}

int main(void)
{
    const struct str prefix = STR("https://example.go.th/identity/");
    struct str ends[COUNT(texts)];
    for (size_t i = 0; i < COUNT(texts); i++)
        ends[i] = str_skip(str_from(texts[i]), prefix.len);
    qr = qr_make(prefix, ends, COUNT(ends), 2, &arena);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_as_the_library),
        cmocka_unit_test(test_no_code),
        cmocka_unit_test(test_path),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    arena_release(&arena);
    return failed;
}
