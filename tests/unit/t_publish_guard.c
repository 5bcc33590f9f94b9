/* SPDX-License-Identifier: MIT */
/* What the publisher refuses, and that it refuses before it writes. */
#include "publish_lab.h"

#include <signal.h>
#include <sys/wait.h>

#include "publish/beneath.h"
#include "publish/guard.h"
#include "publish/rules.h"
#include "publish/swap.h"

static const struct lab_file one_file[] = {{"index.html", "home"}, {0}};

/* The build is refused with this rule, and nothing in the lab has changed. */
static void expect_refusal(const char *rule)
{
    assert_int_equal(
        lab_shell("find . -printf '%%p %%y %%i %%s %%T@\\n' | sort > /tmp/before.$$;"
                  "mv /tmp/before.$$ ../before.%d",
                  getpid()),
        0);
    assert_int_equal(lab_build(one_file), PUBLISH_REFUSED);
    if (!lab_complains(rule))
        fail_msg("no finding %s", rule);
    assert_int_equal(lab_shell("find . -printf '%%p %%y %%i %%s %%T@\\n' | sort | "
                               "cmp - ../before.%d && rm ../before.%d",
                               getpid(), getpid()),
                     0);
}

static void set_dir(const char *name)
{
    lab.options.dir = str_format(&lab.arena, "%s/%s", lab.folder, name);
}

static void foreign_folder(void **state)
{
    (void)state;
    lab_shell("mkdir site && echo precious > site/thesis.doc");
    expect_refusal("publish.foreign-folder");
    lab_shell("mv site/thesis.doc site/.hidden");
    expect_refusal("publish.foreign-folder");
}

static void folders_as_good_as_empty(void **state)
{
    (void)state;
    lab_shell("mkdir site");
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
    lab_shell("rm -r site .site.spare; mkdir site; touch site/.gitignore");
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
    lab_shell("rm -r site");
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
}

static void repositories(void **state)
{
    (void)state;
    static const char *const names[] = {".git", ".hg", ".svn", "_darcs", ".jj"};
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        lab_shell("mkdir -p site/%s", names[i]);
        expect_refusal("publish.repository");
        lab_shell("rm -r site");
    }
    lab_build(one_file);
    lab_shell("echo gitdir: x > site/.git"); /* a worktree, in a folder that is ours */
    expect_refusal("publish.repository");
}

static void not_a_folder(void **state)
{
    (void)state;
    lab_shell("echo > site");
    expect_refusal("publish.not-a-folder");
    lab_shell("rm site; mkdir real; ln -s real site");
    expect_refusal("publish.not-a-folder");
    set_dir("site///");
    expect_refusal("publish.not-a-folder");
    lab_shell("rm site; ln -s nowhere site");
    expect_refusal("publish.not-a-folder");
}

static void parent_is_missing(void **state)
{
    (void)state;
    set_dir("no/site");
    expect_refusal("publish.no-parent");
    lab.options.dir = STR("");
    expect_refusal("publish.no-parent");
}

static void protected_folders(void **state)
{
    (void)state;
    char home[300];
    snprintf(home, sizeof(home), "%s", getenv("HOME") ? getenv("HOME") : "");
    lab_shell("mkdir -p homes/somchai");
    setenv("HOME", lab_path("homes/somchai"), 1);
    set_dir("homes/somchai");
    expect_refusal("publish.protected");
    set_dir("homes");
    expect_refusal("publish.protected");
    lab.options.dir = STR("/");
    expect_refusal("publish.protected");
    set_dir("homes/somchai/site");
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
    setenv("HOME", home, 1);
}

static void content_and_site_are_apart(void **state)
{
    (void)state;
    lab_shell("mkdir -p work/content/site work/site.d");
    lab.options.content_dir = str_from(lab_path("work/content"));
    static const char *const dirs[] = {"work/content", "work/content/site",
                                       "work/content/new", "work/content/../content/new",
                                       "work"};
    for (size_t i = 0; i < sizeof(dirs) / sizeof(*dirs); i++) {
        set_dir(dirs[i]);
        expect_refusal(i == 4 ? "publish.in-content" : "publish.in-content");
    }
    set_dir("work/content.d"); /* begins alike, lies beside */
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
}

static void relative_paths(void **state)
{
    (void)state;
    char back[4096];
    assert_non_null(getcwd(back, sizeof(back)));
    assert_int_equal(chdir(lab.folder), 0);
    lab.options.dir = STR("site");
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
    lab.options.dir = STR("./site/");
    assert_int_equal(lab_build(one_file), PUBLISH_UNCHANGED);
    assert_int_equal(chdir(lab_path("site")), 0);
    lab.options.dir = STR(".");
    assert_int_equal(lab_build(one_file), PUBLISH_UNCHANGED);
    assert_int_equal(chdir(back), 0);
    lab_expect("site/index.html", "home");
}

static void foreign_spare(void **state)
{
    (void)state;
    lab_shell("mkdir .site.spare && echo mine > .site.spare/mine");
    assert_int_equal(lab_build(one_file), PUBLISH_REFUSED);
    assert_true(lab_complains("publish.foreign-spare"));
    lab_expect(".site.spare/mine", "mine\n");
    lab_shell("rm -r .site.spare; ln -s . .site.spare");
    assert_int_equal(lab_build(one_file), PUBLISH_REFUSED);
}

static void mount_point(void **state)
{
    (void)state;
    lab_shell("mkdir site");
    if (lab_shell("mount -t tmpfs -o size=64k none site 2>/dev/null") != 0)
        skip(); /* needs root */
    enum publish_outcome outcome = lab_build(one_file);
    lab_shell("umount site");
    assert_int_equal(outcome, PUBLISH_REFUSED);
    assert_true(lab_complains("publish.mount-point"));
}

static void second_build_is_kept_out(void **state)
{
    (void)state;
    struct publish *first = lab_begin();
    assert_non_null(first);
    assert_int_equal(lab_build(one_file), PUBLISH_REFUSED);
    assert_true(lab_complains("publish.locked"));
    struct str pid = str_format(&lab.arena, "%ld", (long)getpid());
    assert_true(str_eq(lab.diags.items.items[0].args[1], pid));
    publish_abort(first);
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
}

static void lock_is_no_trap(void **state)
{
    (void)state;
    lab_shell("ln -s precious .site.lock; echo 1234 > precious");
    assert_int_equal(lab_build(one_file), PUBLISH_FAILED); /* a link is not followed */
    lab_expect("precious", "1234\n");
    lab_shell("rm .site.lock; mkfifo .site.lock");
    enum publish_outcome outcome = lab_build(one_file); /* must not wait for a writer */
    assert_true(outcome == PUBLISH_DONE || outcome == PUBLISH_FAILED);
}

static void folder_moved_away_during_the_build(void **state)
{
    (void)state;
    lab_build(one_file);
    struct publish *publish = lab_begin();
    publish_put(publish, STR("index.html"), STR("new"));
    lab_shell("mv site moved");
    assert_int_equal(lab_commit(publish), PUBLISH_REFUSED);
    assert_true(lab_complains("publish.moved"));
    lab_shell("mkdir site; touch site/.gitignore");
    publish = lab_begin();
    publish_put(publish, STR("index.html"), STR("new"));
    lab_shell("mv site other; cp -r other site");
    assert_int_equal(lab_commit(publish), PUBLISH_REFUSED);
    lab_expect("moved/index.html", "home");
}

/* ---- two plain renames ---- */

static struct target target_of_lab(void)
{
    struct target target;
    assert_true(target_find(&target, &lab.options, &lab.arena, &lab.diags));
    return target;
}

static void two_steps_and_their_recovery(void **state)
{
    (void)state;
    lab_build(one_file);
    lab_build((struct lab_file[]){{"index.html", "second"}, {0}});
    struct target target = target_of_lab();
    bool is_open = false;
    assert_int_equal(swap_in_two_steps(&target, &is_open), 0);
    lab_expect("site/index.html", "home");
    lab_expect(".site.spare/index.html", "second");
    lab_shell("mv site .site.old"); /* killed after the first rename */
    assert_int_equal(lab_build(one_file), PUBLISH_UNCHANGED);
    lab_shell("mv site .site.old && mv .site.spare site"); /* after the second */
    assert_int_equal(lab_build((struct lab_file[]){{"index.html", "second"}, {0}}),
                     PUBLISH_UNCHANGED);
    lab_expect(".site.spare/index.html", "home");
    lab_shell(
        "mv .site.spare .site.old && mkdir .site.spare"); /* nobody's doing: refuse */
    assert_int_equal(lab_build(one_file), PUBLISH_FAILED);
    lab_expect("site/index.html", "second");
    target_leave(&target);
}

static void probe_leaves_nothing(void **state)
{
    (void)state;
    lab_shell("mkdir .site.probe-a .site.probe-b");
    assert_int_equal(lab_build(one_file), PUBLISH_DONE);
    assert_int_equal(
        lab_shell(
            "test \"$(ls -A | sort | tr '\\n' ' ')\" = '.site.lock .site.reserve site '"),
        0);
}

/* overlayfs refuses to rename folders that lie in its lower layer */
static void overlay(void **state)
{
    (void)state;
    lab_build(one_file);
    lab_shell("mkdir up work low merged; mv site low/");
    if (lab_shell("mount -t overlay -o lowerdir=low,upperdir=up,workdir=work none merged "
                  "2>/dev/null") != 0)
        skip(); /* needs root, and an upper layer that can */
    set_dir("merged/site");
    enum publish_outcome same = lab_build(one_file);
    enum publish_outcome changed =
        lab_build((struct lab_file[]){{"index.html", "2"}, {0}});
    struct str now = lab_read("merged/site/index.html");
    lab_shell("umount merged");
    assert_true(same == PUBLISH_UNCHANGED || same == PUBLISH_REFUSED);
    assert_true(changed != PUBLISH_DONE ? str_eq(now, STR("home"))
                                        : str_eq(now, STR("2")));
}

/* ---- paths ---- */

static void paths(void **state)
{
    (void)state;
    static const struct {
        const char *path;
        bool good;
    } cases[] = {
        {"index.html", true},
        {"th/chaiyaphum/360203/index.html", true},
        {".nojekyll", true},
        {".well-known/security.txt", true},
        {"a..b", true},
        {"0", true},
        {"", false},
        {"/", false},
        {"/etc/passwd", false},
        {"a/", false},
        {"a//b", false},
        {".", false},
        {"..", false},
        {"../a", false},
        {"a/../b", false},
        {"a/./b", false},
        {".git/config", false},
        {".attalak", false},
        {".gitignore", false},
        {"a/.htaccess", false},
        {"A", false},
        {"ก", false},
        {"a b", false},
        {"a\\b", false},
        {"a\nb", false},
        {"-rf", false},
        {"_x", false},
        {"a%2fb", false},
        {"con:", false},
        {"\xff", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct publish *publish = lab_begin();
        publish_put(publish, str_from(cases[i].path), STR("x"));
        assert_int_equal(lab_commit(publish),
                         cases[i].good ? PUBLISH_DONE : PUBLISH_REFUSED);
        assert_int_equal(lab_complains("publish.bad-path"), !cases[i].good);
    }
    assert_false(beneath_path_is_good(str_of("a\0b", 3)));
}

static void path_lengths(void **state)
{
    (void)state;
    char path[BENEATH_PATH_MAX + 2];
    memset(path, 'a', sizeof(path));
    assert_true(beneath_path_is_good(str_of(path, BENEATH_NAME_MAX)));
    assert_false(beneath_path_is_good(str_of(path, BENEATH_NAME_MAX + 1)));
    for (size_t i = 100; i < sizeof(path); i += 100)
        path[i] = '/';
    assert_false(beneath_path_is_good(str_of(path, BENEATH_PATH_MAX + 1)));
    assert_true(beneath_path_is_good(str_of(path, BENEATH_PATH_MAX)));
    struct publish *publish = lab_begin();
    publish_put(publish, str_of(path, BENEATH_PATH_MAX), STR("deep"));
    assert_int_equal(lab_commit(publish), PUBLISH_DONE);
}

static void one_path_twice(void **state)
{
    (void)state;
    for (int round = 0; round < 2; round++) { /* a new path, then one that is published */
        struct publish *publish = lab_begin();
        publish_put(publish, STR("a"), STR("1"));
        publish_put(publish, STR("a"), STR("1"));
        assert_int_equal(lab_commit(publish), PUBLISH_REFUSED);
        assert_true(lab_complains("publish.path-twice"));
        lab_build((struct lab_file[]){{"a", "1"}, {0}});
    }
    struct publish *publish = lab_begin();
    publish_put(publish, STR("manifest.txt"), STR("mine"));
    assert_int_equal(lab_commit(publish), PUBLISH_REFUSED);
    lab_expect("site/a", "1");
}

static void file_and_folder_of_one_name(void **state)
{
    (void)state;
    static const struct lab_file orders[][4] = {
        {{"a", "file"}, {"a-b", ""}, {"a/b/c", "x"}, {0}},
        {{"a/b/c", "x"}, {"a/b", "file"}, {"z", ""}, {0}},
    };
    for (size_t i = 0; i < 2; i++) {
        assert_int_equal(lab_build(orders[i]), PUBLISH_REFUSED);
        assert_true(lab_complains("publish.path-conflict"));
        assert_false(lab_has("site"));
    }
}

/* ---- limits ---- */

static void largest_file(void **state)
{
    (void)state;
    char *bytes = calloc(1, PUBLISH_FILE_BYTES_MAX + 1);
    for (size_t i = 0; i < 3; i++) {
        struct publish *publish = lab_begin();
        publish_put(publish, STR("a"), str_of(bytes, PUBLISH_FILE_BYTES_MAX - 1 + i));
        assert_int_equal(lab_commit(publish), i < 2 ? PUBLISH_DONE : PUBLISH_REFUSED);
        assert_int_equal(lab_complains("publish.file-too-large"), i == 2);
    }
    lab.options.allow_large = true;
    struct publish *publish = lab_begin();
    publish_put(publish, STR("b"), str_of(bytes, PUBLISH_FILE_BYTES_MAX + 1));
    assert_int_equal(lab_commit(publish), PUBLISH_DONE);
    assert_int_equal(lab_stat("site/b").st_size, PUBLISH_FILE_BYTES_MAX + 1);
    lab.options.allow_large = false;
    publish = lab_begin();
    publish_put(publish, STR("a"), str_of(bytes, PUBLISH_FILE_BYTES_MAX));
    assert_int_equal(lab_commit(publish), PUBLISH_DONE);
    assert_int_equal(lab_stat("site/a").st_size, PUBLISH_FILE_BYTES_MAX);
    free(bytes);
}

static void number_of_files(void **state)
{
    (void)state;
    for (int more = -1; more <= 2; more++) {
        lab.options.allow_large = more == 2;
        struct publish *publish = lab_begin();
        int own = 2; /* manifest.txt and .attalak */
        for (int i = 0; i < PUBLISH_FILES_MAX + more - own; i++) {
            char path[32];
            int len = snprintf(path, sizeof(path), "%d/%d", i % 50, i);
            publish_put(publish, str_of(path, (size_t)len), STR("x"));
        }
        assert_int_equal(lab_commit(publish), more == 1 ? PUBLISH_REFUSED : PUBLISH_DONE);
        assert_int_equal(lab_complains("publish.too-many-files"), more == 1);
    }
    lab.options.allow_large = false;
    assert_int_equal(
        lab_shell("test $(find site -type f | wc -l) = %d", PUBLISH_FILES_MAX + 2), 0);
}

/* Files of that size in words only: to write 900 MiB takes too long. That a build asks this guard,
 * and not with allow_large, is what number_of_files shows. */
static void bytes_of_all_files(void **state)
{
    (void)state;
    enum { FILES = 50 };
    for (int more = -1; more <= 1; more++) {
        struct ledger ledger;
        ledger_init(&ledger);
        for (int i = 0; i < FILES; i++) {
            struct str path = str_format(&lab.arena, "%d", i);
            ledger_take(&ledger, path)->stamp.size =
                PUBLISH_BYTES_MAX / FILES + (i ? 0 : (uint64_t)more);
        }
        struct ledger_list wanted = ledger_wanted(&ledger);
        for (int allow = 0; allow < 2; allow++) {
            lab.diags = diags_on(&lab.arena);
            bool is_refused = more == 1 && !allow;
            assert_int_equal(guard_paths(&ledger, &wanted, allow, STR("site"), &lab.diags),
                             !is_refused);
            assert_int_equal(lab_complains("publish.site-too-large"), is_refused);
        }
        ledger_release(&ledger);
    }
}

static enum publish_outcome build_with(size_t total, size_t part, const char *text)
{
    struct publish *publish = lab_begin();
    publish_put(publish, STR("a"), str_from(text));
    publish_tally(publish, STR(""), total);
    if (part)
        publish_tally(publish, STR("36"), part);
    return lab_commit(publish);
}

static void shrinking(void **state)
{
    (void)state;
    static const struct {
        size_t total, part;
        const char *rule; /* NULL: published */
    } cases[] = {
        {981, 81, NULL},
        {980, 80, NULL},
        {979, 80, "publish.shrunk"},
        {980, 79, "publish.shrunk-part"},
        {1000, 0, "publish.shrunk-part"}, /* not there at all */
        {2000, 100, NULL},
        {0, 100, "publish.shrunk"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        lab.options.allow_shrink = true;
        build_with(1000, 100, "many");
        lab.options.allow_shrink = false;
        enum publish_outcome outcome = build_with(cases[i].total, cases[i].part, "fewer");
        assert_int_equal(outcome, cases[i].rule ? PUBLISH_REFUSED : PUBLISH_DONE);
        lab_expect("site/a", cases[i].rule ? "many" : "fewer");
        if (!cases[i].rule)
            continue;
        assert_true(lab_complains(cases[i].rule));
        lab.options.allow_shrink = true;
        assert_int_equal(build_with(cases[i].total, cases[i].part, "fewer"),
                         PUBLISH_DONE);
    }
}

static void tallies_are_remembered_without_a_change_of_files(void **state)
{
    (void)state;
    build_with(1000, 100, "same");
    assert_int_equal(build_with(1500, 100, "same"), PUBLISH_DONE);
    assert_int_equal(lab.result.written, 0);
    assert_int_equal(build_with(1500, 100, "same"), PUBLISH_UNCHANGED);
    assert_int_equal(build_with(1000, 100, "same"), PUBLISH_REFUSED);
}

static void hostile_tally_keys(void **state)
{
    (void)state;
    static const char *const keys[] = {"a\nend 00\n", " ", "a b c", "\xff", "ชัยภูมิ"};
    for (int round = 0; round < 2; round++) {
        struct publish *publish = lab_begin();
        for (size_t i = 0; i < sizeof(keys) / sizeof(*keys); i++)
            publish_tally(publish, str_from(keys[i]), 7 + i);
        assert_int_equal(lab_commit(publish), round ? PUBLISH_UNCHANGED : PUBLISH_DONE);
    }
}

/* ---- hosts ---- */

/* A site that links to the hosts from..to. */
static enum publish_outcome build_linking(unsigned from, unsigned to)
{
    struct publish *publish = lab_begin();
    publish_put(publish, STR("a"), STR("same"));
    for (unsigned i = from; i < to; i++)
        publish_host(publish, str_format(&lab.arena, "h%u.example", i), STR("360203"),
                     (struct pos){.file = STR("identities/360203.yaml"), .line = 1});
    return lab_commit(publish);
}

static size_t count_new_hosts(void)
{
    size_t count = 0;
    for (size_t i = 0; i < lab.diags.items.count; i++)
        count += strcmp(lab.diags.items.items[i].rule->id, "publish.new-host") == 0;
    return count;
}

static void new_hosts(void **state)
{
    (void)state;
    assert_int_equal(build_linking(0, 60), PUBLISH_DONE); /* the first: nothing is new */
    assert_int_equal(count_new_hosts(), 0);
    assert_int_equal(build_linking(0, 60), PUBLISH_UNCHANGED);
    assert_int_equal(build_linking(0, 61), PUBLISH_DONE);
    assert_int_equal(count_new_hosts(), 1);
    assert_int_equal(lab.result.written, 0);
    assert_int_equal(build_linking(0, 61), PUBLISH_UNCHANGED); /* remembered */
    assert_int_equal(build_linking(11, 61 + PUBLISH_NEW_HOSTS_MAX), PUBLISH_DONE);
    assert_int_equal(count_new_hosts(), PUBLISH_NEW_HOSTS_MAX);
    assert_false(lab_complains("publish.too-many-new-hosts"));
    assert_int_equal(build_linking(200, 200 + PUBLISH_NEW_HOSTS_MAX + 1), PUBLISH_REFUSED);
    assert_int_equal(count_new_hosts(), PUBLISH_NEW_HOSTS_MAX + 1); /* all are listed */
    assert_true(lab_complains("publish.too-many-new-hosts"));
    assert_int_equal(build_linking(11, 61 + PUBLISH_NEW_HOSTS_MAX), PUBLISH_UNCHANGED);
    lab.options.allow_new_hosts = true;
    assert_int_equal(build_linking(200, 200 + PUBLISH_NEW_HOSTS_MAX + 1), PUBLISH_DONE);
    lab.options.allow_new_hosts = false;
    assert_int_equal(build_linking(0, 10), PUBLISH_DONE); /* what was forgotten is new */
    assert_int_equal(count_new_hosts(), 10);
}

/* ---- the rules themselves ---- */

static void every_rule_speaks_both_languages(void **state)
{
    (void)state;
    for (size_t i = 0; i < publish_rule_count; i++) {
        const struct rule *rule = &publish_rules[i];
        assert_non_null(rule->id);
        for (int lang = 0; lang < DIAG_LANGS; lang++) {
            assert_non_null(rule->problem[lang]);
            assert_non_null(rule->remedy[lang]);
        }
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(rule->id, publish_rules[j].id);
    }
}

static void system_findings_are_told_from_refusals(void **state)
{
    (void)state;
    lab.diags = diags_on(&lab.arena);
    publish_complain(&lab.diags, RULE_LOCKED, STR("a"), STR("1"), STR(""));
    assert_int_equal(publish_refusal(&lab.diags), PUBLISH_REFUSED);
    publish_complain_errno(&lab.diags, RULE_CANNOT_READ, STR("\xff\x80"), 99999);
    assert_int_equal(publish_refusal(&lab.diags), PUBLISH_FAILED);
    struct buf out = {0};
    diags_print(&lab.diags, DIAG_TH, false, &out);
    assert_true(str_has(buf_str(&out), STR("??")));
    buf_release(&out);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, lab_setup, lab_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(foreign_folder),
        TEST(folders_as_good_as_empty),
        TEST(repositories),
        TEST(not_a_folder),
        TEST(parent_is_missing),
        TEST(protected_folders),
        TEST(content_and_site_are_apart),
        TEST(relative_paths),
        TEST(foreign_spare),
        TEST(mount_point),
        TEST(second_build_is_kept_out),
        TEST(lock_is_no_trap),
        TEST(folder_moved_away_during_the_build),
        TEST(two_steps_and_their_recovery),
        TEST(probe_leaves_nothing),
        TEST(overlay),
        TEST(paths),
        TEST(path_lengths),
        TEST(one_path_twice),
        TEST(file_and_folder_of_one_name),
        TEST(largest_file),
        TEST(number_of_files),
        TEST(bytes_of_all_files),
        TEST(shrinking),
        TEST(tallies_are_remembered_without_a_change_of_files),
        TEST(hostile_tally_keys),
        TEST(new_hosts),
        TEST(every_rule_speaks_both_languages),
        TEST(system_findings_are_told_from_refusals),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
