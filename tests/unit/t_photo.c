/* SPDX-License-Identifier: MIT */
/* photo/: orientation, sizes and averages, by hand; whole pictures are tests/cli/photos.t's. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "photo/exif.h"
#include "photo/shrink.h"
#include "photo/turn.h"

/* ---- EXIF ---- */

/* The block lies at the very end of what was allocated, so that one byte too far is seen. */
static unsigned oriented(const char *block, size_t len)
{
    unsigned char *copy = malloc(len ? len : 1);
    memcpy(copy, block, len);
    unsigned orientation = exif_orientation((struct bytes){copy, len});
    free(copy);
    return orientation;
}

#define LITTLE "II*\0\x08\0\0\0"
#define BIG "MM\0*\0\0\0\x08"
#define OF(literal) (literal), sizeof(literal) - 1

static void how_the_camera_was_held(void **state)
{
    (void)state;
    static const struct {
        const char *block;
        size_t len;
        unsigned orientation;
    } cases[] = {
        {OF(LITTLE "\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"), 6},
        {OF("Exif\0\0" LITTLE "\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"), 6},
        {OF(BIG "\0\1\1\x12\0\3\0\0\0\1\0\x8\0\0"), 8},
        {OF(LITTLE "\2\0\x0f\1\2\0\4\0\0\0abc\0\x12\1\3\0\1\0\0\0\3\0\0\0"), 3},
        {OF(LITTLE "\1\0\x12\1\3\0\1\0\0\0\0\0\0\0"), 1},           /* no such way */
        {OF(LITTLE "\1\0\x12\1\3\0\1\0\0\0\x09\0\0\0"), 1},
        {OF(LITTLE "\1\0\x12\1\4\0\1\0\0\0\6\0\0\0"), 1},           /* no short */
        {OF("II*\0\xff\xff\xff\xff\1\0"), 1},                       /* far away */
        {OF(LITTLE "\xff\xff"), 1},                                 /* more than there is */
        {OF(LITTLE "\1\0\x12\1\3\0\1\0\0\0"), 1},                   /* cut short */
        {OF(LITTLE), 1},
        {OF("II+\0\x08\0\0\0\1\0\x12\1\3\0\1\0\0\0\6\0\0\0"), 1},   /* no TIFF */
        {OF("Exif\0\0"), 1},
        {OF(""), 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
        assert_int_equal(oriented(cases[i].block, cases[i].len), cases[i].orientation);
}

/* Any prefix and any single wrong byte is read without a step beyond the block. */
static void no_byte_beyond(void **state)
{
    (void)state;
    static const char block[] = "Exif\0\0" LITTLE "\1\0\x12\1\3\0\1\0\0\0\6\0\0\0";
    char wrong[sizeof(block)];
    for (size_t len = 0; len < sizeof(block); len++)
        for (unsigned byte = 0; byte < 256; byte += 5) {
            memcpy(wrong, block, sizeof(block));
            wrong[len] = (char)byte;
            unsigned whole = oriented(wrong, sizeof(block) - 1), cut = oriented(block, len);
            assert_in_range(whole, 1, 8);
            assert_in_range(cut, 1, 8);
        }
}

/* ---- sizes ---- */

static void sizes(void **state)
{
    (void)state;
    static const unsigned cases[][5] = {
        {100, 50, 1, 100, 50},         {960, 1280, 1, 960, 1280},
        {961, 1280, 1, 960, 1279},     {4000, 3000, 1, 960, 720},
        {3000, 4000, 1, 960, 1280},    {3000, 4000, 6, 720, 960}, 
        {4000, 3000, 6, 1280, 960},    {2000, 2000, 8, 960, 960},
        {50000000, 1, 1, 960, 1},      {1, 50000000, 1, 1, 1280},
        {1, 1, 5, 1, 1},               {960, 5000, 1, 246, 1280},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        unsigned width, height;
        shrink_size(cases[i][0], cases[i][1], cases[i][2], &width, &height);
        assert_int_equal(width, cases[i][3]);
        assert_int_equal(height, cases[i][4]);
    }
}

/* ---- averages ---- */

/* Rows of grey, shrunk to what shrink_size says. */
static struct picture shrunk(const unsigned char *grey, unsigned width, unsigned height)
{
    struct shrink s;
    struct picture picture = {.orientation = 1};
    unsigned char *row = malloc((size_t)width * 3);
    assert_true(shrink_begin(&s, width, height, 1));
    for (size_t y = 0; y < height; y++) {
        for (size_t i = 0; i < (size_t)width * 3; i++)
            row[i] = grey[y * width + i / 3];
        shrink_row(&s, row, 3);
    }
    shrink_row(&s, row, 3); /* one too many changes nothing */
    shrink_end(&s, &picture);
    free(row);
    return picture;
}

static void nothing_is_lost_of_small_pictures(void **state)
{
    (void)state;
    static const unsigned char grey[] = {0, 1, 2, 127, 254, 255};
    struct picture picture = shrunk(grey, 3, 2);
    assert_int_equal(picture.width, 3);
    assert_int_equal(picture.height, 2);
    for (size_t i = 0; i < 18; i++)
        assert_int_equal(picture.rgb[i], grey[i / 3]);
    free(picture.rgb);
}

/* 1,440 pixels become 960: one and a half each. */
static void parts_of_pixels_count(void **state)
{
    (void)state;
    unsigned char grey[1440];
    for (size_t i = 0; i < sizeof(grey); i++)
        grey[i] = (unsigned char)(i % 3 * 60); /* 0 60 120 */
    struct picture picture = shrunk(grey, 1440, 1);
    assert_int_equal(picture.width, 960);
    assert_int_equal(picture.height, 1);
    for (size_t i = 0; i < 960; i++) /* (0 + 60/2) / 1.5, (60/2 + 120) / 1.5 */
        assert_int_equal(picture.rgb[i * 3], i % 2 ? 100 : 20);
    free(picture.rgb);
}

static void rows_as_columns(void **state)
{
    (void)state;
    unsigned char grey[1920];
    for (size_t i = 0; i < sizeof(grey); i++)
        grey[i] = (unsigned char)(i % 3 * 60);
    struct picture picture = shrunk(grey, 1, 1920);
    assert_int_equal(picture.width, 1);
    assert_int_equal(picture.height, 1280);
    for (size_t i = 0; i < 1280; i++)
        assert_int_equal(picture.rgb[i * 3], i % 2 ? 100 : 20);
    free(picture.rgb);
}

static void what_is_transparent_lies_on_white(void **state)
{
    (void)state;
    static const unsigned char row[] = {200, 100, 0, 255, 200, 100, 0, 0, 200, 100, 0, 51};
    struct shrink s;
    struct picture picture = {.orientation = 1};
    assert_true(shrink_begin(&s, 3, 1, 1));
    shrink_row(&s, row, 4);
    shrink_end(&s, &picture);
    static const unsigned char seen[] = {200, 100, 0, 255, 255, 255, 244, 224, 204};
    assert_memory_equal(picture.rgb, seen, sizeof(seen));
    free(picture.rgb);
}

/* ---- turning ---- */

/* As in the standard: "ab/cd/ef" of orientation n, upright. */
static void eight_ways(void **state)
{
    (void)state;
    static const char *const upright[] = {"",       "ab/cd/ef", "ba/dc/fe", "fe/dc/ba", "ef/cd/ab",
                                          "ace/bdf", "eca/fdb",  "fdb/eca",  "bdf/ace"};
    for (unsigned way = 1; way <= 8; way++) {
        struct picture picture = {2, 3, malloc(18), way, {0}};
        for (size_t i = 0; i < 18; i++)
            picture.rgb[i] = (unsigned char)("abcdef"[i / 3]);
        assert_true(turn_upright(&picture));
        char seen[16] = "", *at = seen;
        for (size_t y = 0; y < picture.height; y++) {
            if (y)
                *at++ = '/';
            for (size_t x = 0; x < picture.width; x++)
                *at++ = (char)picture.rgb[(y * picture.width + x) * 3];
        }
        assert_string_equal(seen, upright[way]);
        assert_int_equal(picture.orientation, 1);
        free(picture.rgb);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(how_the_camera_was_held),
        cmocka_unit_test(no_byte_beyond),
        cmocka_unit_test(sizes),
        cmocka_unit_test(nothing_is_lost_of_small_pictures),
        cmocka_unit_test(parts_of_pixels_count),
        cmocka_unit_test(rows_as_columns),
        cmocka_unit_test(what_is_transparent_lies_on_white),
        cmocka_unit_test(eight_ways),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
