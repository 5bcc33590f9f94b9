/* SPDX-License-Identifier: MIT */
/* base/: arenas, views of bytes, buffers, lists, maps, UTF-8, hashes, threads. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/hash.h"
#include "base/list.h"
#include "base/map.h"
#include "base/panic.h"
#include "base/pool.h"
#include "base/utf8.h"

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
    struct arena copy = {0};
    assert_string_equal(str_c(got, &copy), want);
    arena_release(&copy);
}

/* ---- arena ---- */

static void gives_zeroed_aligned_memory(void **state)
{
    (void)state;
    for (size_t size = 0; size < 5000; size = size * 2 + 1) {
        unsigned char *bytes = arena_alloc(&arena, size);
        assert_int_equal((uintptr_t)bytes % _Alignof(max_align_t), 0);
        for (size_t i = 0; i < size; i++) {
            assert_int_equal(bytes[i], 0);
            bytes[i] = 0xff;
        }
    }
}

static void rewinds_to_a_mark_and_gives_zeros_again(void **state)
{
    (void)state;
    arena_alloc(&arena, 100);
    struct arena_mark mark = arena_mark(&arena);
    unsigned char *first = arena_alloc(&arena, 64);
    first[0] = 7;
    arena_alloc(&arena, 10 * 1024 * 1024);
    arena_rewind(&arena, mark);
    unsigned char *again = arena_alloc(&arena, 64);
    assert_int_equal(again[0], 0);
    assert_true(arena.total < 1024 * 1024);
}

/* A page's scratch: after a small page a large one, whose memory is not given back. */
static void keeps_its_largest_chunk_for_the_next_page(void **state)
{
    (void)state;
    struct arena scratch = {0};
    for (size_t size = 1000; size < 200 * 1000; size += 198 * 1000) {
        struct arena_mark mark = arena_mark(&scratch);
        for (size_t i = 0; i < size / 100; i++)
            memset(arena_alloc(&scratch, 100), 7, 100);
        arena_rewind(&scratch, mark);
    }
    assert_true(scratch.total >= 100 * 1000);
    for (size_t i = 0; i < 100; i++)
        assert_int_equal(((unsigned char *)arena_alloc(&scratch, 100))[i], 0);
    arena_release(&scratch);
}

static void joins_what_a_worker_made(void **state)
{
    (void)state;
    struct arena worker = {0};
    char *kept = arena_copy(&worker, "kept", 4);
    arena_join(&arena, &worker);
    assert_null(worker.head);
    assert_string_equal(kept, "kept");
}

/* Runs `fn` in a child; its exit status. */
static int status_of(void (*fn)(void))
{
    pid_t child = fork();
    if (child == 0) {
        close(STDERR_FILENO);
        fn();
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

static void overflow_a_product(void)
{
    arena_array(&arena, SIZE_MAX / 2, 4);
}

static void ask_for_too_much(void)
{
    arena_alloc(&arena, SIZE_MAX / 2);
}

static void ask_a_buffer_for_too_much(void)
{
    struct buf buf = {0};
    buf_reserve(&buf, SIZE_MAX / 2);
}

static void panics_when_memory_cannot_be_had(void **state)
{
    (void)state;
    assert_int_equal(status_of(overflow_a_product), EXIT_SYSTEM);
    assert_int_equal(status_of(ask_for_too_much), EXIT_SYSTEM);
    assert_int_equal(status_of(ask_a_buffer_for_too_much), EXIT_SYSTEM);
}

/* ---- str ---- */

static void cuts_and_trims(void **state)
{
    (void)state;
    struct cut cut = str_cut(STR("a=b=c"), '=');
    assert_true(cut.ok);
    assert_str(cut.head, "a");
    assert_str(cut.tail, "b=c");
    cut = str_cut_last(STR("a/b/c"), '/');
    assert_str(cut.head, "a/b");
    assert_str(cut.tail, "c");
    cut = str_cut_str(STR("a::b"), STR("::"));
    assert_str(cut.tail, "b");
    cut = str_cut(STR("abc"), ';');
    assert_false(cut.ok);
    assert_str(cut.head, "abc");
    assert_str(str_trim(STR(" \t\r\n a b \n")), "a b");
    assert_str(str_trim(STR("  ")), "");
    assert_str(str_skip(STR("abc"), 9), "");
    assert_str(str_first(STR("abc"), 9), "abc");
}

static void compares_and_searches(void **state)
{
    (void)state;
    assert_true(str_eq(STR(""), (struct str){0}));
    assert_true(str_eq_nocase(STR("HtMl"), STR("html")));
    assert_false(str_eq_nocase(STR("a"), STR("ab")));
    assert_true(str_compare(STR("a"), STR("b")) < 0);
    assert_true(str_compare(STR("ab"), STR("a")) > 0);
    assert_int_equal(str_compare(STR("a"), STR("a")), 0);
    assert_true(str_starts(STR("abc"), STR("ab")));
    assert_true(str_ends(STR("abc"), STR("bc")));
    assert_false(str_ends(STR("c"), STR("bc")));
    assert_true(str_has(STR("abc"), STR("b")));
    assert_false(str_has(STR("abc"), STR("")));
    assert_true(str_is_empty(str_from(NULL)));
    assert_true(str_is_digits(STR("0919")));
    assert_false(str_is_digits(STR("09:19")) || str_is_digits(STR("๙")) || str_is_digits(STR("")));
}

static void makes_new_texts(void **state)
{
    (void)state;
    const struct str parts[] = {STR_CONST("a"), STR_CONST(""), STR_CONST("c")};
    assert_str(str_join(parts, 3, STR(", "), &arena), "a, , c");
    assert_str(str_replace(STR("{x} and {x}"), STR("{x}"), STR("y"), &arena), "y and y");
    assert_str(str_replace(STR("nothing"), STR("{x}"), STR("y"), &arena), "nothing");
    assert_str(str_format(&arena, "%d-%s", 7, "z"), "7-z");
    assert_str(str_copy(STR("copy"), &arena), "copy");
}

static const struct {
    const char *text;
    int64_t value;
    bool ok;
} integers[] = {
    {"0", 0, true},        {"-12", -12, true}, {"+7", 7, true},
    {"", 0, false},        {"-", 0, false},    {"1.5", 0, false},
    {"12a", 0, false},     {" 1", 0, false},   {"9223372036854775807", INT64_MAX, true},
    {"9223372036854775808", 0, false},
};

static void reads_integers_whole_or_not_at_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(integers); i++) {
        struct str_int got = str_to_int(str_from(integers[i].text));
        assert_int_equal(got.ok, integers[i].ok);
        if (got.ok)
            assert_int_equal(got.value, integers[i].value);
    }
}

static const struct {
    const char *text;
    double value;
    bool ok;
} reals[] = {
    {"15.8066", 15.8066, true}, {"-0.5", -0.5, true}, {"7", 7, true},  {"1.", 0, false},
    {".5", 0, false},           {"1e3", 0, false},    {"1,5", 0, false}, {"", 0, false},
};

static void reads_decimals_without_exponents(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(reals); i++) {
        struct str_real got = str_to_real(str_from(reals[i].text));
        assert_int_equal(got.ok, reals[i].ok);
        if (got.ok)
            assert_true(got.value - reals[i].value < 1e-9 && reals[i].value - got.value < 1e-9);
    }
}

static const struct {
    const char *a, *b;
    unsigned distance; /* 3 means more than the limit of 2 */
} distances[] = {
    {"food", "food", 0},     {"food", "fod", 1},   {"food", "ofod", 1}, {"food", "xood", 1},
    {"food", "fxxd", 2},     {"food", "arts", 3},  {"", "ab", 2},       {"", "abc", 3},
    {"บ้านเขว้า", "บ้านเขวา", 1},
};

static void counts_the_edits_between_two_words(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(distances); i++)
        assert_int_equal(str_distance(str_from(distances[i].a), str_from(distances[i].b), 2),
                         distances[i].distance);
    char longer[200] = {0};
    for (size_t i = 0; i + 1 < sizeof(longer); i++)
        longer[i] = 'a';
    assert_int_equal(str_distance(str_from(longer), str_from(longer), 2), 3);
}

/* ---- buf, list, map ---- */

static void grows_a_buffer(void **state)
{
    (void)state;
    struct buf buf = {0};
    for (int i = 0; i < 1000; i++)
        buf_format(&buf, "%d,", i % 10);
    assert_int_equal(buf.len, 2000);
    buf_clear(&buf);
    buf_putc(&buf, 'x');
    buf_codepoint(&buf, 0xE01);
    buf_codepoint(&buf, 0xE9);
    buf_codepoint(&buf, 0x1F600);
    buf_put(&buf, STR(""));
    assert_str(buf_finish(&buf, &arena), "xกé😀");
    buf_release(&buf);
    assert_null(buf.ptr);
}

static void grows_a_list(void **state)
{
    (void)state;
    LIST(int) list = {0};
    for (int i = 0; i < 1000; i++)
        *list_push(&list, &arena) = i;
    assert_int_equal(list.count, 1000);
    assert_int_equal(list.items[999], 999);
}

static void finds_what_was_put_and_keeps_its_order(void **state)
{
    (void)state;
    struct map map = {0};
    int values[500];
    assert_null(map_get(&map, STR("nothing")));
    for (int i = 0; i < 500; i++)
        assert_null(map_put(&map, str_format(&arena, "key-%d", i), &values[i], &arena));
    for (int i = 0; i < 500; i++)
        assert_ptr_equal(map_get(&map, str_format(&arena, "key-%d", i)), &values[i]);
    assert_null(map_get(&map, STR("key-500")));
    assert_ptr_equal(map_put(&map, STR("key-3"), &values[4], &arena), &values[3]);
    assert_int_equal(map.entries.count, 500);
    assert_str(map.entries.items[3].key, "key-3");
}

/* ---- utf8 ---- */

static const struct {
    const char *bytes;
    size_t bad; /* offset, or the length when all is well */
} utf8[] = {
    {"plain ASCII text, long", 22}, {"ก่อน", 12},           {"a\xC0\xAF", 1},
    {"\xE0\x80\xAF", 0},            {"\xED\xA0\x80", 0},    {"\xF4\x90\x80\x80", 0},
    {"ab\xE0\xB8", 2},              {"12345678\x80", 8},    {"\xF0\x9F\x98\x80", 4},
    {"\xF8\x88\x80\x80\x80", 0},    {"\xC2\x41", 0},        {"\xE0\xB8\x41", 0},
    {"\xF0\x80\x80\x80", 0},        {"\xFF", 0},
};

static void finds_the_first_byte_that_is_not_utf8(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(utf8); i++)
        assert_int_equal(utf8_first_bad(str_from(utf8[i].bytes)), utf8[i].bad);
}

static void decodes_what_it_encodes(void **state)
{
    (void)state;
    static const uint32_t points[] = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xE01, 0xFFFD, 0x10000, 0x10FFFF};
    for (size_t i = 0; i < COUNT(points); i++) {
        char bytes[4];
        unsigned len = utf8_encode(points[i], bytes);
        struct utf8_char c = utf8_next(str_of(bytes, len));
        assert_int_equal(c.codepoint, points[i]);
        assert_int_equal(c.len, len);
    }
    assert_int_equal(utf8_count(STR("น้ำ")), 3);
    assert_true(str_eq(utf8_first(STR("น้ำ"), 2), STR("น้")));
    assert_true(str_eq(utf8_first(STR("น้ำ"), 9), STR("น้ำ")));
}

/* ---- hashes: against values that other programs print ---- */

static void hashes_as_the_standards_say(void **state)
{
    (void)state;
    assert_str(sha256_hex(sha256(STR("")), &arena),
               "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_str(sha256_base64(sha256(STR("abc")), &arena),
               "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
    assert_str(hash_hex(hash_128(STR("")), 32, &arena), "99aa06d3014798d86001c324468d497f");
    assert_true(hash_eq(hash_128(STR("a")), hash_128(STR("a"))));
    assert_false(hash_eq(hash_128(STR("a")), hash_128(STR("b"))));
    assert_true(hash_64(STR("a")) != hash_64(STR("b")));
}

/* ---- pool ---- */

enum { JOBS = 10000 };

static void count_one(void *context, size_t index, unsigned worker)
{
    unsigned char *done = context;
    done[index]++;
    assert_true(worker < 8);
}

static void does_each_job_once(void **state)
{
    (void)state;
    for (unsigned threads = 1; threads <= 8; threads *= 2) {
        unsigned char done[JOBS] = {0};
        pool_each(threads, JOBS, count_one, done);
        for (size_t i = 0; i < JOBS; i++)
            assert_int_equal(done[i], 1);
    }
    pool_each(4, 0, count_one, NULL);
    assert_true(pool_default_threads() >= 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(gives_zeroed_aligned_memory),
        cmocka_unit_test(rewinds_to_a_mark_and_gives_zeros_again),
        cmocka_unit_test(keeps_its_largest_chunk_for_the_next_page),
        cmocka_unit_test(joins_what_a_worker_made),
        cmocka_unit_test(panics_when_memory_cannot_be_had),
        cmocka_unit_test(cuts_and_trims),
        cmocka_unit_test(compares_and_searches),
        cmocka_unit_test(makes_new_texts),
        cmocka_unit_test(reads_integers_whole_or_not_at_all),
        cmocka_unit_test(reads_decimals_without_exponents),
        cmocka_unit_test(counts_the_edits_between_two_words),
        cmocka_unit_test(grows_a_buffer),
        cmocka_unit_test(grows_a_list),
        cmocka_unit_test(finds_what_was_put_and_keeps_its_order),
        cmocka_unit_test(finds_the_first_byte_that_is_not_utf8),
        cmocka_unit_test(decodes_what_it_encodes),
        cmocka_unit_test(hashes_as_the_standards_say),
        cmocka_unit_test(does_each_job_once),
    };
    return cmocka_run_group_tests(tests, NULL, release);
}
