/* SPDX-License-Identifier: MIT */
/*
 * Every system call of the publisher fails once. The functions below take the place of
 * libc's in this program, so that the n-th call of one of them can be made to fail.
 *
 * Whatever fails: a build that says it is done has published the new site, any other end
 * has a finding and leaves the old one, and the next build needs no help.
 */
#include "publish_lab.h"

#include <dirent.h>
#include <sys/file.h>
#include <sys/syscall.h>

/* ---- calls that can be made to fail ---- */

struct fault {
    const char *call; /* NULL: none fails */
    int nth;          /* 0: all of them */
    int error;
    int seen;
};
static struct fault fault, second;
static bool no_exchange; /* as on NFS and overlayfs */

static bool is_at(struct fault *at, const char *call)
{
    if (!at->call || strcmp(call, at->call) != 0)
        return false;
    at->seen++;
    if (at->nth && at->seen != at->nth)
        return false;
    errno = at->error;
    return true;
}

static bool fails(const char *call)
{
    return is_at(&fault, call) || is_at(&second, call);
}

int openat(int dir, const char *path, int flags, ...)
{
    va_list args;
    va_start(args, flags);
    unsigned mode = flags & O_CREAT ? va_arg(args, unsigned) : 0;
    va_end(args);
    return fails("openat") ? -1 : (int)syscall(SYS_openat, dir, path, flags, mode);
}

int close(int fd)
{
    int result = (int)syscall(SYS_close, fd);
    return fails("close") ? -1 : result;
}

int mkdirat(int dir, const char *path, mode_t mode)
{
    return fails("mkdirat") ? -1 : (int)syscall(SYS_mkdirat, dir, path, mode);
}

int linkat(int from, const char *path, int to, const char *name, int flags)
{
    return fails("linkat") ? -1 : (int)syscall(SYS_linkat, from, path, to, name, flags);
}

int unlinkat(int dir, const char *path, int flags)
{
    return fails("unlinkat") ? -1 : (int)syscall(SYS_unlinkat, dir, path, flags);
}

int renameat(int from, const char *path, int to, const char *name)
{
    return fails("renameat") ? -1 : (int)syscall(SYS_renameat2, from, path, to, name, 0);
}

int renameat2(int from, const char *path, int to, const char *name, unsigned flags)
{
    if (no_exchange && flags & RENAME_EXCHANGE) {
        errno = EINVAL;
        return -1;
    }
    return fails("renameat2") ? -1
                              : (int)syscall(SYS_renameat2, from, path, to, name, flags);
}

int fchmod(int fd, mode_t mode)
{
    return fails("fchmod") ? -1 : (int)syscall(SYS_fchmod, fd, mode);
}

int futimens(int fd, const struct timespec times[2])
{
    return fails("futimens") ? -1 : (int)syscall(SYS_utimensat, fd, NULL, times, 0);
}

int ftruncate(int fd, off_t size)
{
    return fails("ftruncate") ? -1 : (int)syscall(SYS_ftruncate, fd, size);
}

int fsync(int fd)
{
    return fails("fsync") ? -1 : (int)syscall(SYS_fsync, fd);
}

int syncfs(int fd)
{
    return fails("syncfs") ? -1 : (int)syscall(SYS_syncfs, fd);
}

int flock(int fd, int operation)
{
    return fails("flock") ? -1 : (int)syscall(SYS_flock, fd, operation);
}

int fstat(int fd, struct stat *st)
{
    return fails("fstat") ? -1 : (int)syscall(SYS_newfstatat, fd, "", st, AT_EMPTY_PATH);
}

int fstatat(int dir, const char *path, struct stat *st, int flags)
{
    return fails("fstatat") ? -1 : (int)syscall(SYS_newfstatat, dir, path, st, flags);
}

ssize_t getdents64(int fd, void *buffer, size_t size)
{
    return fails("getdents64") ? -1 : syscall(SYS_getdents64, fd, buffer, size);
}

ssize_t pwrite(int fd, const void *bytes, size_t len, off_t at)
{
    return fails("pwrite") ? -1 : syscall(SYS_pwrite64, fd, bytes, len, at);
}

/* ---- builds ---- */

static const struct lab_file old_site[] = {
    {"index.html", "old, and longer"}, {"same", "same"},    {"a/b/same", "same"},
    {"a/b/page", "old"},               {"gone/page", "old"}, {"c/was-folder/x", "old"},
    {"d", "was file"},                 {0}};
static const struct lab_file new_site[] = {
    {"index.html", "new"},       {"same", "same"},
    {"a/b/same", "same"},        {"a/b/page", "new"},
    {"e/f/fresh/page", "fresh"}, {"c/was-folder", "new"},
    {"d/is/folder", "new"},      {0}};

static bool site_is(const struct lab_file *files)
{
    size_t count = 0;
    for (; files[count].path; count++) {
        const char *path = str_format(&lab.arena, "site/%s", files[count].path).ptr;
        if (!lab_has(path) || !S_ISREG(lab_stat(path).st_mode)
            || !str_eq(lab_read(path), str_from(files[count].bytes)))
            return false;
    }
    return lab_shell("test $(find site -type f | wc -l) = %zu", count + 2) == 0;
}

static enum publish_outcome build_with_fault(const char *call, int nth, int error)
{
    fault.call = call;
    fault.nth = nth;
    fault.error = error;
    fault.seen = 0;
    enum publish_outcome outcome = lab_build(new_site);
    fault.call = NULL;
    return outcome;
}

/* Returns whether the call was made that often. */
static bool fail_once(const char *call, int nth, int error)
{
    assert_int_equal(lab_build(old_site), PUBLISH_DONE);
    /* in the spare tree one unchanged file is missing, one is another inode, one is stale */
    lab_shell("cd .site.spare && rm -rf a/b && rm same && echo > same && echo > stale");
    enum publish_outcome outcome = build_with_fault(call, nth, error);
    bool happened = fault.seen >= nth;
    bool done = outcome == PUBLISH_DONE;
    if (!site_is(done ? new_site : old_site))
        fail_msg("%s, call %d, %s: outcome %d, wrong site", call, nth, strerror(error),
                 outcome);
    if (!done && !diags_any_error(&lab.diags))
        fail_msg("%s, call %d, %s: no finding", call, nth, strerror(error));
    assert_int_equal(lab_build(new_site), done ? PUBLISH_UNCHANGED : PUBLISH_DONE);
    return happened;
}

static void every_call_may_fail_once(void **state)
{
    (void)state;
    static const char *const calls[] = {
        "openat",    "close",   "mkdirat",    "linkat",    "unlinkat", "renameat",
        "renameat2", "fchmod",  "fsync",      "ftruncate", "syncfs",   "flock",
        "fstat",     "fstatat", "getdents64", "pwrite",    "futimens"};
    static const int errors[] = {EIO, EACCES};
    lab_build(new_site);
    for (size_t i = 0; i < sizeof(calls) / sizeof(*calls); i++)
        for (size_t e = 0; e < sizeof(errors) / sizeof(*errors); e++) {
            int nth = 1;
            while (fail_once(calls[i], nth, errors[e]))
                nth++;
            if (nth == 1)
                fail_msg("%s is never called", calls[i]);
        }
}

static void without_hard_links_files_are_copied(void **state)
{
    (void)state;
    lab_build(old_site);
    struct stat before = lab_stat("site/same");
    assert_int_equal(build_with_fault("linkat", 0, EPERM), PUBLISH_DONE);
    assert_true(fault.seen > 0);
    assert_true(site_is(new_site));
    struct stat after = lab_stat("site/same");
    assert_int_not_equal(before.st_ino, after.st_ino);
    assert_int_equal(before.st_mtim.tv_sec, after.st_mtim.tv_sec);
    assert_int_equal(before.st_mtim.tv_nsec, after.st_mtim.tv_nsec);
    assert_int_equal(lab_build(new_site), PUBLISH_UNCHANGED);
}

static void without_exchange_the_build_asks(void **state)
{
    (void)state;
    lab_build(old_site);
    assert_int_equal(build_with_fault("renameat2", 0, EINVAL), PUBLISH_REFUSED);
    assert_true(lab_complains("publish.not-atomic"));
    assert_true(site_is(old_site));
    lab.options.allow_nonatomic = true;
    assert_int_equal(build_with_fault("renameat2", 0, EINVAL), PUBLISH_DONE);
    assert_true(site_is(new_site));
    assert_false(lab_has(".site.old"));
    /* overlayfs: the probe succeeds, the folder from below cannot be renamed */
    lab_build(old_site);
    assert_int_equal(build_with_fault("renameat2", 2, EXDEV), PUBLISH_DONE);
    lab.options.allow_nonatomic = false;
    lab_build(old_site);
    assert_int_equal(build_with_fault("renameat2", 2, EXDEV), PUBLISH_REFUSED);
    assert_true(lab_complains("publish.not-atomic"));
    assert_true(site_is(old_site));
}

/* Of the renames that take its place the second publishes, whatever becomes of the third. */
static void each_of_the_plain_renames_may_fail(void **state)
{
    (void)state;
    lab.options.allow_nonatomic = true;
    no_exchange = true;
    lab_build(new_site);
    int nth = 1;
    while (fail_once("renameat", nth, EACCES))
        nth++;
    assert_true(nth > 3);
    for (nth = 1; fail_once("fsync", nth, EIO);)
        nth++;
    assert_int_equal(lab_build(old_site), PUBLISH_DONE);
    assert_int_equal(build_with_fault("renameat", 3, EACCES), PUBLISH_DONE);
    assert_true(lab_has(".site.old"));
    lab_build(old_site); /* puts it away */
    assert_false(lab_has(".site.old"));
    no_exchange = false;
}

/* The third fails, and then the swap cannot be made to last either. */
static void renames_that_may_not_last_are_taken_back(void **state)
{
    (void)state;
    lab.options.allow_nonatomic = true;
    no_exchange = true;
    lab_build(new_site);
    lab_build(old_site);
    second = (struct fault){.call = "renameat", .nth = 3, .error = EACCES};
    assert_int_equal(build_with_fault("fsync", 3, EIO), PUBLISH_FAILED);
    assert_true(second.seen > 3);
    second = (struct fault){0};
    assert_true(site_is(old_site));
    assert_int_equal(lab_build(new_site), PUBLISH_DONE);
    assert_true(site_is(new_site));
    no_exchange = false;
}

static void what_cannot_be_looked_at_is_left(void **state)
{
    (void)state;
    lab_build(old_site);
    assert_int_equal(build_with_fault("getdents64", 1, EIO), PUBLISH_FAILED);
    assert_true(lab_complains("publish.cannot-read"));
    assert_true(site_is(old_site));
    lab_shell("rm site/.attalak"); /* not there is not unreadable */
    lab_build(new_site);
    assert_false(lab_complains("publish.cannot-read"));
}

/* The exchange is done but cannot be made to last: it is taken back. */
static void a_swap_that_may_not_last_is_taken_back(void **state)
{
    (void)state;
    assert_int_equal(build_with_fault("fsync", 3, EIO), PUBLISH_FAILED);
    assert_false(lab_has("site"));
    lab_build(old_site);
    lab_build(new_site);
    lab_build(old_site);
    assert_int_equal(build_with_fault("fsync", 3, EIO), PUBLISH_FAILED);
    assert_true(site_is(old_site));
    lab.options.allow_nonatomic = true; /* is no second try, whatever a network's disk calls it */
    static const int errors[] = {EIO, EINVAL};
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(build_with_fault("fsync", 3, errors[i]), PUBLISH_FAILED);
        assert_true(lab_complains("publish.cannot-swap"));
        assert_true(site_is(old_site));
    }
    assert_int_equal(lab_build(new_site), PUBLISH_DONE);
}

/* Nor can it be taken back: nobody is told that the old site is there. */
static void a_swap_that_stays_open_is_told(void **state)
{
    (void)state;
    lab_build(old_site);
    lab_build(new_site);
    lab_build(old_site);
    second = (struct fault){.call = "renameat2", .nth = 3, .error = EROFS};
    assert_int_equal(build_with_fault("fsync", 3, EIO), PUBLISH_FAILED);
    second = (struct fault){0};
    assert_true(lab_complains("publish.swap-open"));
    assert_false(lab_complains("publish.cannot-swap"));
    assert_true(site_is(new_site));
    assert_int_equal(lab_build(new_site), PUBLISH_UNCHANGED);
}

static void renames_that_stay_open_are_told(void **state)
{
    (void)state;
    lab.options.allow_nonatomic = true;
    no_exchange = true;
    lab_build(new_site);
    lab_build(old_site);
    second = (struct fault){.call = "renameat", .nth = 2, .error = EROFS}; /* of those that `fault` lets by */
    assert_int_equal(build_with_fault("renameat", 2, EROFS), PUBLISH_FAILED);
    second = (struct fault){0};
    assert_true(lab_complains("publish.swap-open"));
    assert_false(lab_has("site"));
    assert_int_equal(lab_build(new_site), PUBLISH_DONE);
    assert_true(site_is(new_site));
    no_exchange = false;
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, lab_setup, lab_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_call_may_fail_once),
        TEST(without_hard_links_files_are_copied),
        TEST(without_exchange_the_build_asks),
        TEST(each_of_the_plain_renames_may_fail),
        TEST(renames_that_may_not_last_are_taken_back),
        TEST(what_cannot_be_looked_at_is_left),
        TEST(a_swap_that_may_not_last_is_taken_back),
        TEST(a_swap_that_stays_open_is_told),
        TEST(renames_that_stay_open_are_told),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
