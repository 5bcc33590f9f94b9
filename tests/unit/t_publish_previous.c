/* SPDX-License-Identifier: MIT */
/* A build whose site is on another machine: publish_options.previous. */
#include "publish_lab.h"

#include "base/hash.h"

#define FILES(...) ((const struct lab_file[]){__VA_ARGS__, {0}})
#define PREVIOUS "previous"

static const struct lab_file first[] = {
    {"a/index.html", "a"}, {"b", "same"}, {"c", "same"}, {"d", "1"}, {"empty", ""}, {0}};

static bool lab_same_time(struct stat a, struct stat b)
{
    return a.st_mtim.tv_sec == b.st_mtim.tv_sec && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec;
}

/* Builds, and leaves nothing on this machine but the manifest. */
static void lab_go_elsewhere(const struct lab_file *files)
{
    lab.options.previous = (struct str){0};
    assert_int_equal(lab_build(files), PUBLISH_DONE);
    assert_int_equal(lab_shell("mv site elsewhere && cp elsewhere/.attalak " PREVIOUS), 0);
    lab.options.previous = str_from(lab_path(PREVIOUS));
}

static void what_is_the_same_gets_its_time_back(void **state)
{
    (void)state;
    lab_go_elsewhere(first);
    assert_int_equal(lab_shell("mkdir site && echo '*.bak' > site/.gitignore"), 0);
    assert_int_equal(lab_build(FILES({"a/index.html", "a"}, {"b", "same"}, {"c", "diff"},
                                     {"d", "22"}, {"empty", ""}, {"new", "n"})),
                     PUBLISH_DONE);
    static const char *const same[] = {"a/index.html", "b", "empty"};
    static const char *const changed[] = {"c", "d", "manifest.txt"};
    for (size_t i = 0; i < 3; i++) {
        const char *then = str_format(&lab.arena, "elsewhere/%s", same[i]).ptr;
        const char *now = str_format(&lab.arena, "site/%s", same[i]).ptr;
        assert_true(lab_same_time(lab_stat(then), lab_stat(now)));
        then = str_format(&lab.arena, "elsewhere/%s", changed[i]).ptr;
        now = str_format(&lab.arena, "site/%s", changed[i]).ptr;
        assert_true(lab_stat(now).st_mtim.tv_sec >= lab_stat(then).st_mtim.tv_sec + 2);
    }
    lab_expect("site/c", "diff");
    lab_expect("site/.gitignore", "*.bak\n");
    assert_int_equal(lab.result.written, 7);
    assert_int_equal(lab.result.removed, 0);
}

/* Down to manifest.txt; and the tree that was made is one that later builds know. */
static void all_the_same_is_all_as_it_was(void **state)
{
    (void)state;
    lab_go_elsewhere(first);
    assert_int_equal(lab_build(first), PUBLISH_DONE);
    assert_int_equal(lab_shell("for t in site elsewhere; do (cd $t && find . -type f ! -name .attalak "
                               "-printf '%%P %%s %%T@ %%m\\n' | sort) > $t.list; done; "
                               "cmp site.list elsewhere.list && diff -r -x .attalak site elsewhere"),
                     0);
    struct str before = lab_census();
    assert_int_equal(lab_build(first), PUBLISH_UNCHANGED);
    assert_true(str_eq(before, lab_census()));
}

/* However often: the time of a file does not depend on the machine that built. */
static void times_go_on_from_build_to_build(void **state)
{
    (void)state;
    lab_build(FILES({"a", "0"}, {"b", "same"}));
    struct stat a = lab_stat("site/a"), b = lab_stat("site/b");
    for (int i = 0; i < 4; i++) {
        assert_int_equal(lab_shell("cp site/.attalak " PREVIOUS " && rm -r site"), 0);
        lab.options.previous = str_from(lab_path(PREVIOUS));
        assert_int_equal(lab_build(FILES({"a", i % 2 ? "0" : "1"}, {"b", "same"})),
                         PUBLISH_DONE);
        struct stat now = lab_stat("site/a");
        assert_true(now.st_mtim.tv_sec >= a.st_mtim.tv_sec + 2);
        assert_true(lab_same_time(b, lab_stat("site/b")));
        a = now;
    }
}

static void a_tree_goes_before_the_previous_manifest(void **state)
{
    (void)state;
    lab_go_elsewhere(FILES({"a", "old"}, {"b", "same"}));
    lab.options.previous = (struct str){0};
    lab_build(FILES({"a", "new"}, {"b", "same"}));
    assert_int_equal(lab_shell("touch -d 2001-01-01 site/b"), 0);
    lab.options.previous = str_from(lab_path(PREVIOUS));
    struct str before = lab_read("site/manifest.txt");
    struct stat b = lab_stat("site/b");
    assert_int_equal(lab_build(FILES({"a", "new"}, {"b", "same"})), PUBLISH_UNCHANGED);
    assert_true(lab_same_file(b, lab_stat("site/b")));
    assert_true(str_eq(before, lab_read("site/manifest.txt")));
    struct stat a = lab_stat("site/a");
    assert_int_equal(lab_build(FILES({"a", "old"}, {"b", "same"})), PUBLISH_DONE);
    assert_true(lab_stat("site/a").st_mtim.tv_sec >= a.st_mtim.tv_sec + 2);
}

static enum publish_outcome build_with(size_t total, const char *host)
{
    struct publish *publish = lab_begin();
    assert_non_null(publish);
    publish_put(publish, STR("a"), STR("1"));
    publish_tally(publish, STR(""), total);
    publish_host(publish, str_from(host), STR("a"), (struct pos){0});
    return lab_commit(publish);
}

static void guards_compare_with_it(void **state)
{
    (void)state;
    assert_int_equal(build_with(100, "one.go.th"), PUBLISH_DONE);
    assert_false(lab_complains("publish.new-host"));
    assert_int_equal(lab_shell("mv site/.attalak " PREVIOUS " && rm -r site"), 0);
    lab.options.previous = str_from(lab_path(PREVIOUS));
    assert_int_equal(build_with(50, "one.go.th"), PUBLISH_REFUSED);
    assert_true(lab_complains("publish.shrunk"));
    assert_false(lab_has("site"));
    assert_int_equal(build_with(100, "two.go.th"), PUBLISH_DONE);
    assert_true(lab_complains("publish.new-host"));
}

/* ---- what is none ---- */

static void lab_forge(const char *sed)
{
    assert_int_equal(lab_shell("sed -i '%s; $d' " PREVIOUS, sed), 0);
    struct str body = lab_read(PREVIOUS);
    struct str hash = hash_hex(hash_128(body), 32, &lab.arena);
    lab_write(PREVIOUS,
              str_format(&lab.arena, "%.*send %.*s\n", STR_ARG(body), STR_ARG(hash)).ptr);
}

static void lab_expect_refusal(const char *rule)
{
    for (int is_there = 0; is_there < 2; is_there++) { /* and nothing is touched */
        struct str before = {0};
        if (is_there) {
            lab_shell("rm -rf site .site.spare; cp -a elsewhere site");
            before = lab_census();
        }
        assert_int_equal(lab_build(first), PUBLISH_REFUSED);
        if (!lab_complains(rule))
            fail_msg("no %s", rule);
        if (is_there)
            assert_true(str_eq(before, lab_census()));
        else
            assert_false(lab_has("site") || lab_has(".site.spare"));
    }
    assert_int_equal(lab_shell("rm -rf site"), 0);
}

static void what_is_no_manifest_is_refused(void **state)
{
    (void)state;
    static const struct {
        const char *command, *rule;
    } cases[] = {
        {"rm " PREVIOUS, "publish.no-previous"},
        {"rm " PREVIOUS " && mkdir " PREVIOUS, "publish.no-previous"},
        {"rm " PREVIOUS " && mkfifo " PREVIOUS, "publish.no-previous"},
        {"rm " PREVIOUS " && ln -s elsewhere/.attalak " PREVIOUS, "publish.no-previous"},
        {"truncate -s 200M " PREVIOUS, "publish.no-previous"},
        {": > " PREVIOUS, "publish.previous-damaged"},
        {"cp elsewhere/manifest.txt " PREVIOUS, "publish.previous-damaged"},
        {"truncate -s -1 " PREVIOUS, "publish.previous-damaged"},
        {"truncate -s 60 " PREVIOUS, "publish.previous-damaged"},
        {"echo >> " PREVIOUS, "publish.previous-damaged"},
        {"sed -i 's/ 420 / 421 /' " PREVIOUS, "publish.previous-damaged"},
        {"head -c 100000 /dev/urandom > " PREVIOUS, "publish.previous-damaged"},
    };
    lab_go_elsewhere(first);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_int_equal(lab_shell("rm -rf " PREVIOUS " && cp elsewhere/.attalak " PREVIOUS
                                   " && %s", cases[i].command), 0);
        lab_expect_refusal(cases[i].rule);
    }
}

/* A day ahead is a clock that is wrong, but not by much; and the file itself is whole. */
static void times_that_cannot_be_are_refused(void **state)
{
    (void)state;
    static const struct {
        int64_t day; /* from now */
        bool good;
    } cases[] = {{0, true}, {-3650, true}, {2, false}, {400, false}, {-36500, false}};
    lab_go_elsewhere(first);
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assert_int_equal(lab_shell("cp elsewhere/.attalak " PREVIOUS), 0);
        int64_t seconds = lab_stat("elsewhere").st_mtim.tv_sec + cases[i].day * 24 * 60 * 60;
        lab_forge(str_format(&lab.arena,
                             "s|^\\(file [0-9]* 420 4\\) [0-9]* \\(.* b\\)$|\\1 %lld \\2|",
                             (long long)seconds).ptr);
        if (!cases[i].good) {
            lab_expect_refusal("publish.previous-time");
            continue;
        }
        assert_int_equal(lab_build(first), PUBLISH_DONE);
        assert_int_equal(lab_stat("site/b").st_mtim.tv_sec, seconds);
        assert_int_equal(lab_shell("rm -r site"), 0);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, lab_setup, lab_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(what_is_the_same_gets_its_time_back),
        TEST(all_the_same_is_all_as_it_was),
        TEST(times_go_on_from_build_to_build),
        TEST(a_tree_goes_before_the_previous_manifest),
        TEST(guards_compare_with_it),
        TEST(what_is_no_manifest_is_refused),
        TEST(times_that_cannot_be_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
