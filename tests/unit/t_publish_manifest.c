/* SPDX-License-Identifier: MIT */
/* The private manifest: what is written is read, what is damaged is none. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdlib.h>
#include <string.h>

#include "publish/manifest.h"

static struct str sample(struct arena *arena)
{
    struct ledger ledger;
    ledger_init(&ledger);
    static const char *const paths[] = {"a", "b/c.html", "d/e/f.css"};
    struct leaves leaves = {0};
    for (size_t i = 0; i < 3; i++) {
        struct item *item = ledger_take(&ledger, str_from(paths[i]));
        item->stamp = (struct stamp){.inode = UINT64_MAX - i,
                                     .size = i,
                                     .seconds = -(int64_t)i,
                                     .nanoseconds = 999999999,
                                     .mode = 0644,
                                     .changed = {10 + (time_t)i, (long)i}};
        item->hash = hash_128(item->path);
        item->digest = sha256(item->path);
        item->kept = i == 2;
    }
    struct ledger_list wanted = ledger_wanted(&ledger);
    leaves_find(&wanted, &leaves, arena);
    assert_int_equal(leaves.count, 2);
    leaves.items[1].stamp = (struct stamp){
        .inode = 7, .mode = 0755, .changed = {8, 9}};
    struct tally figures[] = {{STR(""), 7850}, {STR("36"), 0}};
    struct memory memory = {.tallies = {figures, 2, 2}};
    map_put(&memory.hosts, STR("example.go.th"), &memory, arena);
    map_put(&memory.hosts, STR("ไปเที่ยว.ไทย"), &memory, arena);
    struct buf out = {0};
    manifest_write(&wanted, &leaves, &memory, &out);
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    ledger_release(&ledger);
    return text;
}

static bool is_read(struct str bytes)
{
    struct ledger ledger;
    struct memory memory = {0};
    ledger_init(&ledger);
    bool ok = manifest_read(bytes, &ledger, &memory);
    if (!ok) {
        assert_int_equal(ledger.before.entries.count, 0);
        assert_int_equal(memory.tallies.count, 0);
        assert_int_equal(memory.hosts.entries.count, 0);
        assert_false(memory.knows_hosts);
    }
    ledger_release(&ledger);
    return ok;
}

/* Bytes in a block of their own, so that a byte too far is seen by AddressSanitizer. */
static bool is_read_exactly(struct str bytes)
{
    char *copy = malloc(bytes.len ? bytes.len : 1);
    memcpy(copy, bytes.ptr, bytes.len);
    bool ok = is_read(str_of(copy, bytes.len));
    free(copy);
    return ok;
}

static void what_is_written_is_read(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct ledger ledger;
    struct memory memory = {0};
    ledger_init(&ledger);
    assert_true(manifest_read(sample(&arena), &ledger, &memory));
    const struct item *item = ledger_find(&ledger, STR("d/e/f.css"));
    assert_non_null(item);
    assert_true(item->was_kept && item->listed && !item->kept && !item->known);
    assert_int_equal(item->stamp.inode, UINT64_MAX - 2);
    assert_int_equal(item->stamp.seconds, -2);
    assert_int_equal(item->stamp.nanoseconds, 999999999);
    assert_int_equal(item->stamp.mode, 0644);
    assert_int_equal(item->stamp.changed.tv_sec, 12);
    assert_int_equal(item->stamp.changed.tv_nsec, 2);
    assert_true(hash_eq(item->hash, hash_128(STR("d/e/f.css"))));
    struct sha256 digest = sha256(STR("d/e/f.css"));
    assert_memory_equal(item->digest.bytes, digest.bytes, sizeof(digest.bytes));
    const struct leaf *leaf = item->leaf;
    assert_non_null(leaf);
    assert_true(str_eq(leaf->path, STR("d/e")));
    assert_int_equal(leaf->stamp.inode, 7);
    assert_int_equal(leaf->stamp.mode, 0755);
    assert_int_equal(leaf->stamp.changed.tv_sec, 8);
    assert_int_equal(leaf->stamp.changed.tv_nsec, 9);
    assert_int_equal(leaf->count, 1);
    assert_ptr_equal(ledger.before.entries.items[leaf->first].value, item);
    assert_null(ledger_find(&ledger, STR("b/c.html"))->leaf); /* it was not measured */
    assert_int_equal(memory.tallies.count, 2);
    assert_int_equal(memory.tallies.items[0].count, 7850);
    assert_true(str_eq(memory.tallies.items[1].key, STR("36")));
    assert_true(memory.knows_hosts);
    assert_int_equal(memory.hosts.entries.count, 2);
    assert_non_null(map_get(&memory.hosts, STR("ไปเที่ยว.ไทย")));
    ledger_release(&ledger);
    arena_release(&arena);
}

static void every_truncation_is_none(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str text = sample(&arena);
    for (size_t len = 0; len < text.len; len++)
        assert_false(is_read_exactly(str_first(text, len)));
    assert_true(is_read_exactly(text));
    arena_release(&arena);
}

static void every_changed_byte_is_none(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct str text = sample(&arena);
    char *bytes = arena_copy(&arena, text.ptr, text.len);
    for (size_t i = 0; i < text.len; i++)
        for (int bit = 0; bit < 8; bit++) {
            bytes[i] = (char)(bytes[i] ^ 1 << bit);
            assert_false(is_read(str_of(bytes, text.len)));
            bytes[i] = (char)(bytes[i] ^ 1 << bit);
        }
    arena_release(&arena);
}

static struct str whole(const char *body, struct arena *arena)
{
    struct str hash = hash_hex(hash_128(str_from(body)), 32, arena);
    return str_format(arena, "%send %.*s\n", body, STR_ARG(hash));
}

/* The hash at the end is right, the lines are not. */
static void malformed_lines_are_none(void **state)
{
    (void)state;
#define HASH "00112233445566778899aabbccddeeff"
#define DIGEST HASH HASH
    static const struct {
        const char *body;
        bool good;
    } cases[] = {
        {"", true},
        {"file 1 420 0 5 6 7 8 0 " HASH " " DIGEST " a\n", true},
        {"file 1 420 0 -5 6 -7 8 0 " HASH " " DIGEST " a/b.c\n", true},
        {"file 1 420 0 5 999999999 7 999999999 0 " HASH " " DIGEST " a\n", true},
        {"file 1 420 0 5 1000000000 7 8 0 " HASH " " DIGEST " a\n", false},
        {"file 1 420 0 5 6 7 1000000000 0 " HASH " " DIGEST " a\n", false},
        {"file 1 420 0 5 6 0 " HASH " " DIGEST " a\n", false},
        {"tally 5 \n", true},
        {"tally 5 a b c\n", true},
        {"tally 18446744073709551615 x\n", true},
        {"tally 18446744073709551616 x\n", false},
        {"tally x y\n", false},
        {"tally 5\n", false},
        {"tally  5 x\n", false},
        {"tally -5 x\n", false},
        {"file 1 420 0 5 6 7 8 0 " HASH " " DIGEST " ../a\n", false},
        {"file 1 420 0 5 6 7 8 0 " HASH " " DIGEST " /etc/passwd\n", false},
        {"file 1 420 0 5 6 7 8 0 " HASH " " DIGEST " \n", false},
        {"file 1 420 0 5 6 7 8 0 " HASH " " DIGEST "\n", false},
        {"file 1 420 0 5 6 7 8 0 " HASH " " HASH " a\n", false},
        {"file 1 420 0 5 6 7 8 0 0" HASH " " DIGEST " a\n", false},
        {"file 1 420 0 5 6 7 8 0 X0112233445566778899aabbccddeeff " DIGEST " a\n", false},
        {"file 1 420 0 99999999999999999999 6 7 8 0 " HASH " " DIGEST " a\n", false},
        {"file 1 420 0 18446744073709551615 6 7 8 0 " HASH " " DIGEST " a\n", false},
        {"file 1 420 0 5 6 7 8\n", false},
        {"file 1 420 0 5 6\n", false},
        {"file\n", false},
        {"\n", false},
        {"end\n", false},
        {"tally 5 x", false},
        {"leaf 1 493 5 6 a/b\n", true},
        {"leaf 1 493 5 6 ../b\n", false},
        {"leaf 1 493 5 6 \n", false},
        {"leaf 1 493 5 a\n", false},
        {"leaf\n", false},
        {"host \n", false},
        {"host\n", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = {0};
        struct str body = str_format(&arena, "attalak 4\n%s", cases[i].body);
        if (is_read_exactly(whole(str_c(body, &arena), &arena)) != cases[i].good)
            fail_msg("case %zu: %s", i, cases[i].body);
        arena_release(&arena);
    }
}

/* Sites of older programs: the shrink guard holds, and what the format had is known. */
static void the_formats_before(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct ledger ledger;
    struct memory memory = {0};
    ledger_init(&ledger);
    assert_true(manifest_read(whole("attalak 1\ntally 5 x\n", &arena), &ledger, &memory));
    assert_int_equal(memory.tallies.count, 1);
    assert_false(memory.knows_hosts);
    assert_true(manifest_read(whole("attalak 2\nhost a.go.th\n", &arena), &ledger, &memory));
    assert_true(memory.knows_hosts);
    ledger_release(&ledger);
    assert_false(is_read(whole("attalak 1\nhost a.go.th\n", &arena)));
    assert_true(is_read(whole("attalak 3\nhost a.go.th\n", &arena)));
    assert_true(is_read(whole("attalak 3\nfile 1 420 0 5 6 0 " HASH " " DIGEST " a\n", &arena)));
    assert_false(is_read(whole("attalak 0\n", &arena)));
    assert_false(is_read(whole("attalak 5\n", &arena)));
    assert_false(is_read(whole("attalak 4 ", &arena)));
    arena_release(&arena);
}

/* Only files that stand in a row behind the folder's line, each once, are taken for its own. */
static void files_of_a_leaf(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct ledger ledger;
    struct memory memory = {0};
    ledger_init(&ledger);
#define FILE_LINE(path) "file 1 420 0 5 6 0 " HASH " " DIGEST " " path "\n"
    assert_true(manifest_read(
        whole("attalak 3\n" FILE_LINE("d/old") "leaf 1 493 5 6 d\n" FILE_LINE("d/a")
                  FILE_LINE("d/b") FILE_LINE("d/old") FILE_LINE("d/c")
                      "leaf 2 493 5 6 e\n" FILE_LINE("f/a") FILE_LINE("e/a"),
              &arena),
        &ledger, &memory));
    const struct leaf *leaf = ledger_find(&ledger, STR("d/a"))->leaf;
    assert_int_equal(leaf->first, 1);
    assert_int_equal(leaf->count, 2);
    static const char *const outside[] = {"d/old", "d/c", "f/a", "e/a"};
    for (size_t i = 0; i < 4; i++)
        assert_null(ledger_find(&ledger, str_from(outside[i]))->leaf);
    ledger_release(&ledger);
    arena_release(&arena);
}

static void leaves_are_folders_of_files_alone(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct ledger ledger;
    struct leaves leaves = {0};
    ledger_init(&ledger);
    static const char *const paths[] = {"a", "b/c/d", "b/c-e/f", "b/c-e/g", "b/c/h/i",
                                        "b/c/k", "m/n", "m/z"};
    for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
        ledger_take(&ledger, str_from(paths[i]));
    struct ledger_list wanted = ledger_wanted(&ledger);
    leaves_find(&wanted, &leaves, &arena);
    static const char *const folders[] = {"b/c-e", "b/c/h", "m"};
    static const size_t counts[] = {2, 1, 2};
    assert_int_equal(leaves.count, 3);
    for (size_t i = 0; i < 3; i++) {
        assert_true(str_eq(leaves.items[i].path, str_from(folders[i])));
        assert_int_equal(leaves.items[i].count, counts[i]);
        assert_true(leaf_holds(&leaves.items[i], wanted.items[leaves.items[i].first]->path));
    }
    ledger_release(&ledger);
    arena_release(&arena);
}

/* A stray, or an edit, of the manifest's own tick leaves no other stamp. */
static void what_changed_in_the_manifests_tick_is_not_settled(void **state)
{
    (void)state;
    struct stamp leaf = {.changed = {5, 6}};
    struct stamp manifest = {.seconds = 5, .nanoseconds = 6};
    assert_false(stamp_is_settled(&leaf, &manifest));
    manifest.nanoseconds = 7;
    assert_true(stamp_is_settled(&leaf, &manifest));
    manifest = (struct stamp){.seconds = 6};
    assert_true(stamp_is_settled(&leaf, &manifest));
    manifest = (struct stamp){.seconds = 4, .nanoseconds = 7};
    assert_false(stamp_is_settled(&leaf, &manifest));
}

static void other_markers_are_no_manifest(void **state)
{
    (void)state;
    assert_false(is_read(manifest_unfinished()));
    assert_false(is_read(STR("")));
    assert_false(is_read(STR("attalak 3\nend 00000000000000000000000000000000\n")));
    assert_false(is_read(str_of("\0\0\0\0", 4)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_written_is_read),
        cmocka_unit_test(every_truncation_is_none),
        cmocka_unit_test(every_changed_byte_is_none),
        cmocka_unit_test(malformed_lines_are_none),
        cmocka_unit_test(the_formats_before),
        cmocka_unit_test(files_of_a_leaf),
        cmocka_unit_test(leaves_are_folders_of_files_alone),
        cmocka_unit_test(what_changed_in_the_manifests_tick_is_not_settled),
        cmocka_unit_test(other_markers_are_no_manifest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
