/* SPDX-License-Identifier: MIT */
/* file.h: reading beneath one directory, regular files only, whatever lies there. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"

static struct arena arena;
static char folder[] = "/tmp/attalak-file-XXXXXX";
static int root;

static const char *in_folder(const char *name)
{
    return str_c(str_format(&arena, "%s/%s", folder, name), &arena);
}

static void put(const char *name, const char *bytes)
{
    assert_int_equal(file_write(str_from(in_folder(name)), str_from(bytes), &arena), 0);
}

static int begin(void **state)
{
    (void)state;
    assert_non_null(mkdtemp(folder));
    assert_int_equal(mkdir(in_folder("b"), 0755), 0);
    assert_int_equal(mkdir(in_folder("b/deep"), 0755), 0);
    put("a.txt", "hello");
    put("b/c.txt", "");
    put("b/deep/d.txt", "deep");
    put(".hidden", "x");
    assert_int_equal(symlink("a.txt", in_folder("link.txt")), 0);
    assert_int_equal(symlink("b", in_folder("way")), 0);
    assert_int_equal(mkfifo(in_folder("pipe"), 0644), 0);
    root = file_open_root(str_from(folder), &arena);
    return root < 0;
}

static int end(void **state)
{
    (void)state;
    close(root);
    int status = system(str_c(str_format(&arena, "rm -rf %s", folder), &arena));
    arena_release(&arena);
    return status;
}

static const struct {
    const char *path;
    size_t limit;
    int error;
    const char *bytes;
} reads[] = {
    {"a.txt", 100, 0, "hello"},       {"a.txt", 5, 0, "hello"},
    {"a.txt", 4, EFBIG, NULL},        {"b/c.txt", 100, 0, ""},
    {"b/deep/d.txt", 100, 0, "deep"}, {"none.txt", 100, ENOENT, NULL},
    {"link.txt", 100, ELOOP, NULL},   {"way/c.txt", 100, ELOOP, NULL},
    {"pipe", 100, ENOTSUP, NULL},     {"b", 100, ENOTSUP, NULL},
    {"../a.txt", 100, EXDEV, NULL},   {"/etc/passwd", 100, EXDEV, NULL},
    {"b/../../x", 100, EXDEV, NULL},
};

static void reads_regular_files_beneath_the_root(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(reads) / sizeof(*reads); i++) {
        struct file_read read = file_read(root, str_from(reads[i].path), reads[i].limit, &arena);
        assert_int_equal(read.error, reads[i].error);
        if (!read.error)
            assert_string_equal(read.bytes.ptr, reads[i].bytes);
    }
}

static void walks_in_order_and_says_what_is_not_a_file(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        enum file_kind kind;
    } want[] = {
        {"a.txt", FILE_REGULAR},        {"b/c.txt", FILE_REGULAR}, {"b/deep/d.txt", FILE_REGULAR},
        {"link.txt", FILE_LINK},        {"pipe", FILE_SPECIAL},    {"way", FILE_LINK},
    };
    struct file_list list = {0};
    assert_int_equal(file_walk(root, STR(""), 4, &list, &arena), 0);
    assert_int_equal(list.count, sizeof(want) / sizeof(*want));
    for (size_t i = 0; i < list.count; i++) {
        assert_string_equal(str_c(list.items[i].path, &arena), want[i].path);
        assert_int_equal(list.items[i].kind, want[i].kind);
    }
}

static void walks_no_deeper_than_told_and_takes_a_missing_folder_as_empty(void **state)
{
    (void)state;
    struct file_list list = {0};
    assert_int_equal(file_walk(root, STR(""), 1, &list, &arena), ELOOP);
    struct file_list none = {0};
    assert_int_equal(file_walk(root, STR("nowhere"), 4, &none, &arena), 0);
    assert_int_equal(none.count, 0);
    struct file_list part = {0};
    assert_int_equal(file_walk(root, STR("b"), 4, &part, &arena), 0);
    assert_string_equal(str_c(part.items[0].path, &arena), "b/c.txt");
}

static void writes_results_and_says_why_not(void **state)
{
    (void)state;
    assert_int_equal(file_write(str_from(in_folder("no/such")), STR("x"), &arena), ENOENT);
    assert_int_equal(file_write(STR("/dev/full"), STR("x"), &arena), ENOSPC);
    const char *name = in_folder("result");
    assert_int_equal(file_write(str_from(name), STR("old and long"), &arena), 0);
    struct stat before, after;
    assert_int_equal(stat(name, &before), 0);
    assert_int_equal(file_write(str_from(name), STR("new"), &arena), 0);
    assert_int_equal(stat(name, &after), 0);
    assert_int_equal(after.st_size, 3);
    assert_int_not_equal(before.st_ino, after.st_ino); /* never half of one and half of the other */
    assert_int_equal(after.st_mode & 0600, 0600);
    assert_int_equal(chmod(name, 0600), 0);
    assert_int_equal(file_write(str_from(name), STR("for me"), &arena), 0);
    assert_int_equal(stat(name, &after), 0);
    assert_int_equal(after.st_mode & 0777, 0600); /* it stays as closed as it was */
    assert_true(file_open_root(str_from(in_folder("none")), &arena) < 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_regular_files_beneath_the_root),
        cmocka_unit_test(walks_in_order_and_says_what_is_not_a_file),
        cmocka_unit_test(walks_no_deeper_than_told_and_takes_a_missing_folder_as_empty),
        cmocka_unit_test(writes_results_and_says_why_not),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
