/* SPDX-License-Identifier: MIT */
/* media/: what is taken for a WebP, and a cache that believes nothing it holds. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "media/cache.h"
#include "media/webp.h"

static struct arena arena;

/* ---- a WebP ---- */

/* One of 5 × 3 pixels: the frame's head and nothing behind it. */
static const unsigned char plain[] = {'R', 'I', 'F', 'F', 22, 0, 0, 0, 'W', 'E', 'B', 'P',
                                      'V', 'P', '8', ' ', 10, 0, 0, 0, 0x30, 1, 0,
                                      0x9d, 1, 0x2a, 5, 0, 3, 0x40};

static bool looks_good(const unsigned char *bytes, size_t len)
{
    char *copy = malloc(len ? len : 1);
    memcpy(copy, bytes, len);
    struct webp webp = webp_look(str_of(copy, len));
    free(copy);
    assert_true(!webp.ok || (webp.width && webp.height));
    return webp.ok;
}

static void a_plain_webp_and_its_size(void **state)
{
    (void)state;
    struct webp webp = webp_look(str_of((const char *)plain, sizeof(plain)));
    assert_true(webp.ok);
    assert_int_equal(webp.width, 5);
    assert_int_equal(webp.height, 3); /* the two highest bits are of its scale */
}

static void nothing_else(void **state)
{
    (void)state;
    for (size_t len = 0; len < sizeof(plain); len++)
        assert_false(looks_good(plain, len));
    unsigned char longer[sizeof(plain) + 2] = {0};
    memcpy(longer, plain, sizeof(plain));
    assert_false(looks_good(longer, sizeof(longer))); /* something behind it */
    longer[4] += 2;
    assert_false(looks_good(longer, sizeof(longer))); /* and within the file's size */
    static const unsigned at[] = {0, 4, 8, 12, 15, 16, 19, 23, 25};
    for (size_t i = 0; i < sizeof(at) / sizeof(*at); i++) {
        memcpy(longer, plain, sizeof(plain));
        longer[at[i]] ^= 0x80;
        assert_false(looks_good(longer, sizeof(plain)));
    }
    memcpy(longer, plain, sizeof(plain));
    longer[26] = 0;
    assert_false(looks_good(longer, sizeof(plain))); /* no width */
    memcpy(longer, plain, sizeof(plain));
    memcpy(longer + 12, "VP8X", 4);
    assert_false(looks_good(longer, sizeof(plain))); /* which may hold EXIF */
}

/* ---- the cache ---- */

static struct str lab; /* a folder of its own */

static int make_lab(void **state)
{
    (void)state;
    char name[] = "/tmp/attalak-t-media-XXXXXX";
    if (!mkdtemp(name))
        return -1;
    lab = str_copy(str_from(name), &arena);
    return 0;
}

static int drop_lab(void **state)
{
    (void)state;
    return rmdir(lab.ptr);
}

static struct str folder(void)
{
    return str_cat(&arena, lab, STR("/" CACHE_FOLDER));
}

static bool is_there(struct str path)
{
    return access(path.ptr, F_OK) == 0;
}

static void spill(struct str path, struct str bytes)
{
    FILE *file = fopen(path.ptr, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, file), bytes.len);
    assert_int_equal(fclose(file), 0);
}

static struct str in_folder(struct str name)
{
    return str_cat(&arena, folder(), STR("/"), name);
}

static void what_was_put_is_there_for_the_next(void **state)
{
    (void)state;
    struct str key = cache_key(STR("source"), &arena), made = STR("made of it");
    struct cache cache = cache_at(folder(), &arena);
    assert_int_equal(cache_get(&cache, key, &arena).len, 0);
    assert_false(is_there(folder())); /* asking makes nothing */
    cache_begin(&cache, &arena);
    assert_int_equal(cache_put(&cache, key, made, &arena), 0);
    cache_close(&cache);
    cache = cache_at(folder(), &arena);
    assert_true(str_eq(cache_get(&cache, key, &arena), made));
    assert_int_equal(cache_get(&cache, cache_key(STR("other"), &arena), &arena).len, 0);
    cache_sweep(&cache, &(struct map){0}, &arena);
    cache_close(&cache);
    assert_false(is_there(folder()));
}

static void what_was_cut_or_changed_is_not_there(void **state)
{
    (void)state;
    struct str key = cache_key(STR("source"), &arena);
    struct cache cache = cache_at(folder(), &arena);
    cache_begin(&cache, &arena);
    assert_int_equal(cache_put(&cache, key, STR("made of it"), &arena), 0);
    assert_int_equal(truncate(in_folder(key).ptr, 40), 0);
    assert_int_equal(cache_get(&cache, key, &arena).len, 0);
    assert_int_equal(truncate(in_folder(key).ptr, 0), 0);
    assert_int_equal(cache_get(&cache, key, &arena).len, 0);
    spill(in_folder(key), STR("0123456789abcdef0123456789abcdef\nmade of it"));
    assert_int_equal(cache_get(&cache, key, &arena).len, 0);
    assert_int_equal(cache_put(&cache, key, STR("made anew"), &arena), 0);
    assert_true(str_eq(cache_get(&cache, key, &arena), STR("made anew")));
    cache_sweep(&cache, &(struct map){0}, &arena);
    cache_close(&cache);
}

/* What is not used goes, what was left by a killed build too; what is not ours stays. */
static void a_sweep(void **state)
{
    (void)state;
    struct str used = cache_key(STR("a"), &arena), unused = cache_key(STR("b"), &arena);
    struct str part = str_cat(&arena, unused, STR(".4711-0.part"));
    struct cache cache = cache_at(folder(), &arena);
    cache_begin(&cache, &arena);
    assert_int_equal(cache_put(&cache, used, STR("A"), &arena), 0);
    assert_int_equal(cache_put(&cache, unused, STR("B"), &arena), 0);
    spill(in_folder(part), STR("half"));
    spill(in_folder(STR("holiday.jpg")), STR("mine"));
    struct map keys = {0};
    map_put(&keys, used, &cache, &arena);
    cache_sweep(&cache, &keys, &arena);
    assert_true(is_there(in_folder(used)));
    assert_false(is_there(in_folder(unused)));
    assert_false(is_there(in_folder(part)));
    cache_sweep(&cache, &(struct map){0}, &arena);
    assert_true(is_there(in_folder(STR("holiday.jpg"))));
    assert_int_equal(unlink(in_folder(STR("holiday.jpg")).ptr), 0);
    cache_sweep(&cache, &(struct map){0}, &arena);
    cache_close(&cache);
    assert_false(is_there(folder()));
}

static void a_folder_that_cannot_be(void **state)
{
    (void)state;
    spill(folder(), STR("a file"));
    struct cache cache = cache_at(folder(), &arena);
    cache_begin(&cache, &arena);
    assert_int_not_equal(cache_put(&cache, cache_key(STR("a"), &arena), STR("A"), &arena), 0);
    cache_sweep(&cache, &(struct map){0}, &arena);
    cache_close(&cache);
    assert_true(is_there(folder()));
    assert_int_equal(unlink(folder().ptr), 0);
}

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_plain_webp_and_its_size),
        cmocka_unit_test(nothing_else),
        cmocka_unit_test_setup_teardown(what_was_put_is_there_for_the_next, make_lab, drop_lab),
        cmocka_unit_test_setup_teardown(what_was_cut_or_changed_is_not_there, make_lab, drop_lab),
        cmocka_unit_test_setup_teardown(a_sweep, make_lab, drop_lab),
        cmocka_unit_test_setup_teardown(a_folder_that_cannot_be, make_lab, drop_lab),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
