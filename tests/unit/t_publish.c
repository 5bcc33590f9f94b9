/* SPDX-License-Identifier: MIT */
/* What a build does to the published tree: each promise of publish.h. */
#include "publish_lab.h"

#include <dirent.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <signal.h>

#include "base/hash.h"
#include "base/pool.h"
#include "publish/ledger.h"

#define FILES(...) ((const struct lab_file[]){__VA_ARGS__, {0}})

static const struct lab_file small[] = {{"index.html", "home"},
                                        {"th/index.html", "ไทย"},
                                        {"th/a/index.html", "a"},
                                        {"empty", ""},
                                        {0}};

static void first_build_makes_the_tree(void **state)
{
    (void)state;
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    lab_expect("site/index.html", "home");
    lab_expect("site/th/a/index.html", "a");
    lab_expect("site/empty", "");
    assert_int_equal(lab.result.files, 5);
    assert_int_equal(lab.result.written, 5);
    assert_int_equal(lab.result.linked, 0);
    assert_int_equal(lab.result.bytes, 4 + 9 + 1 + lab_stat("site/manifest.txt").st_size);
    assert_false(lab_has(".site.spare"));
}

static void second_build_touches_nothing(void **state)
{
    (void)state;
    lab_build(small);
    for (int i = 0; i < 2; i++) {
        struct str before = lab_census();
        struct stat folder = lab_stat("site/th");
        assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
        assert_true(str_eq(before, lab_census()));
        assert_true(lab_same_file(folder, lab_stat("site/th")));
        assert_int_equal(lab.result.written, 0);
        assert_int_equal(lab.result.files, 5);
        assert_int_equal(lab.result.linked, 5);
        lab_build(FILES({"x", "1"}));
        lab_build(small); /* and again with a spare tree beside */
    }
}

static void unchanged_files_keep_inode_and_time(void **state)
{
    (void)state;
    lab_build(FILES({"a", "1"}, {"d/b", "2"}));
    for (int i = 0; i < 4; i++) {
        struct stat before = lab_stat("site/d/b");
        assert_int_equal(lab_build(FILES({"a", i % 2 ? "3" : "4"}, {"d/b", "2"})),
                         PUBLISH_DONE);
        assert_true(lab_same_file(before, lab_stat("site/d/b")));
        assert_int_equal(lab.result.written, 2); /* and manifest.txt */
        assert_int_equal(lab.result.linked, 1);
    }
}

static void changed_files_become_later(void **state)
{
    (void)state;
    lab_build(FILES({"a", "1"}));
    for (int i = 0; i < 5; i++) {
        struct stat before = lab_stat("site/a");
        lab_build(FILES({"a", i % 2 ? "x" : "y"}));
        struct stat after = lab_stat("site/a");
        assert_true(after.st_mtim.tv_sec > before.st_mtim.tv_sec + 2
                    || (after.st_mtim.tv_sec == before.st_mtim.tv_sec + 2
                        && after.st_mtim.tv_nsec >= before.st_mtim.tv_nsec));
    }
}

static void spare_file_with_one_link_is_overwritten_in_place(void **state)
{
    (void)state;
    lab_build(FILES({"a", "one, and long"}));
    lab_build(FILES({"a", "two"}));
    struct stat spare = lab_stat(".site.spare/a");
    assert_int_equal(spare.st_nlink, 1);
    lab_build(FILES({"a", "three"}));
    assert_int_equal(lab_stat("site/a").st_ino, spare.st_ino);
    lab_expect("site/a", "three");
    lab_expect(".site.spare/a", "two");
}

static void shared_file_is_never_overwritten(void **state)
{
    (void)state;
    lab_build(FILES({"a", "same"}, {"b", "1"}));
    lab_build(FILES({"a", "same"}, {"b", "2"}));
    assert_int_equal(lab_stat("site/a").st_nlink, 2);
    int old = open(lab_path("site/a"), O_RDONLY);
    lab_build(FILES({"a", "else"}, {"b", "2"}));
    char bytes[5] = {0};
    assert_int_equal(pread(old, bytes, 4, 0), 4);
    assert_string_equal(bytes, "same");
    close(old);
    lab_expect("site/a", "else");
    lab_expect(".site.spare/a", "same");
}

static void hand_edit_is_mended(void **state)
{
    (void)state;
    lab_build(small);
    lab_write("site/index.html", "gamb");
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    lab_expect("site/index.html", "home");
    assert_int_equal(lab.result.written, 1);
    assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
}

static void hand_edit_with_the_old_time_is_mended(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(lab_shell("printf gamb > x && touch -r site/index.html x && "
                               "mv x site/index.html"), 0);
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    lab_expect("site/index.html", "home");
}

static void deletion_is_mended(void **state)
{
    (void)state;
    lab_build(small);
    struct stat before = lab_stat("site/th/a/index.html");
    assert_int_equal(lab_shell("rm -r site/th"), 0);
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    lab_expect("site/th/a/index.html", "a");
    assert_true(lab_stat("site/th/a/index.html").st_mtim.tv_sec
                >= before.st_mtim.tv_sec + 2);
    assert_int_equal(lab_shell("rm site/manifest.txt"), 0);
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    assert_true(lab_has("site/manifest.txt"));
}

static void other_mode_is_mended(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(chmod(lab_path("site/index.html"), 0600), 0);
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    assert_int_equal(lab_stat("site/index.html").st_mode & 07777, 0644);
}

/* Nobody could read what is in it; nor when its tree is published again, two builds later. */
static void closed_folder_is_opened(void **state)
{
    (void)state;
    static const char *const folders[] = {"site/th", "site/th/a"};
    for (size_t i = 0; i < 2; i++) {
        lab_build(small);
        assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
        assert_int_equal(chmod(lab_path(folders[i]), 0700), 0);
        assert_int_equal(lab_build(small), PUBLISH_DONE);
        assert_int_equal(lab_stat(folders[i]).st_mode & 0777, 0755);
        lab_build(FILES({"index.html", "other"}, {"th/a/index.html", "b"}));
        assert_int_equal(lab_stat(folders[i]).st_mode & 0777, 0755);
    }
}

static void restored_copy_is_taken_as_it_is(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(lab_shell("cp -r site copy && rm -r site && mv copy site"), 0);
    struct stat before = lab_stat("site/index.html");
    assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
    assert_true(lab_same_file(before, lab_stat("site/index.html")));
    lab_build(FILES({"index.html", "home"}, {"th/index.html", "new"}));
    assert_true(lab_same_file(before, lab_stat("site/index.html")));
}

static void stale_files_and_folders_go(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(lab_build(FILES({"index.html", "home"})), PUBLISH_DONE);
    assert_int_equal(lab.result.removed, 3);
    assert_false(lab_has("site/th"));
    assert_false(lab_has("site/empty"));
    assert_true(lab_has(".site.spare/th"));
    lab_build(FILES({"index.html", "home 2"}));
    assert_false(lab_has(".site.spare/th"));
    assert_int_equal(lab_build(FILES({"index.html", "home 2"})), PUBLISH_UNCHANGED);
}

static void file_becomes_folder_and_back(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        assert_int_equal(lab_build(FILES({"a", "file"}, {"b/c", "x"})), PUBLISH_DONE);
        lab_expect("site/a", "file");
        assert_int_equal(lab_build(FILES({"a/b/c", "deep"}, {"b", "file"})),
                         PUBLISH_DONE);
        lab_expect("site/a/b/c", "deep");
        lab_expect("site/b", "file");
    }
}

static void stray_files_go_with_a_warning(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(
        lab_shell("mkdir -p site/slot site/th/deep/er && echo x > site/slot/win.html &&"
                  "echo y > site/th/odd.html && ln -s /etc site/th/etc && "
                  "touch 'site/\xff'"),
        0);
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    assert_true(lab_complains("publish.stray"));
    assert_int_equal(lab.diags.items.count, 5);
    assert_false(diags_any_error(&lab.diags));
    assert_false(lab_has("site/slot"));
    assert_false(lab_has("site/th/odd.html"));
    assert_false(lab_has("site/th/deep"));
    assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
    lab_build(FILES({"x", "y"}));
    assert_false(lab_has(".site.spare/slot"));
}

/* The file system's clock goes on until it shows in a stamp; and the manifest is as if written
 * then, for nothing that one of the same tick says of folders is believed. */
static void lab_settle(void)
{
    lab_write("tick", "");
    struct timespec now = lab_stat("tick").st_mtim;
    do {
        lab_write("tick", "");
    } while (!time_is_earlier(now, lab_stat("tick").st_mtim));
    assert_int_equal(lab_shell("touch site/.attalak && rm tick"), 0);
}

/* What may happen to a folder that holds files alone, whose names the build would not read
 * again but for its stamp; and whether something was there that is none of ours. */
static const struct {
    const char *command;
    bool is_stray;
} leaf_mischief[] = {
    {"echo x > site/th/a/odd.html", true},
    {"mkdir site/th/a/deep && echo x > site/th/a/deep/x", true},
    {"ln -s /etc site/th/a/etc", true},
    {"rm site/th/a/index.html", false},
    {"rm site/th/a/index.html && mkdir site/th/a/index.html", true},
    {"printf b > site/th/a/index.html", false},
    {"printf b > x && touch -r site/th/a/index.html x && mv x site/th/a/index.html", false},
    {"touch -r site/th/a x && echo x > site/th/a/odd.html && touch -r x site/th/a", true},
    {"mv site/th/a x && ln -s ../../x site/th/a", true},
    {"mv site/th/a x && mkdir site/th/a && echo x > site/th/a/odd.html", true},
    {"cp -a site/th/a x && touch x/odd.html && touch -r site/th/a x && rm -r site/th/a &&"
     "mv x site/th/a", true},
    {"rm -r site/th/a && printf a > site/th/a", true},
};

static void changed_leaf_is_mended(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(leaf_mischief) / sizeof(*leaf_mischief); i++) {
        lab_build(small);
        lab_settle();
        assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
        assert_int_equal(lab_shell("%s", leaf_mischief[i].command), 0);
        assert_int_equal(lab_build(small), PUBLISH_DONE);
        lab_expect("site/th/a/index.html", "a");
        assert_int_equal(lab_shell("test $(find site/th/a | wc -l) = 2"), 0);
        if (lab_complains("publish.stray") != leaf_mischief[i].is_stray)
            fail_msg("%s", leaf_mischief[i].command);
        assert_int_equal(lab_shell("rm -rf x"), 0);
    }
}

/* Changes lines of the manifest, which is whole afterwards. */
static void lab_forge(const char *sed)
{
    assert_int_equal(lab_shell("sed -i '%s; $d' site/.attalak", sed), 0);
    struct str body = lab_read("site/.attalak");
    struct str hash = hash_hex(hash_128(body), 32, &lab.arena);
    lab_write("site/.attalak",
              str_format(&lab.arena, "%.*send %.*s\n", STR_ARG(body), STR_ARG(hash)).ptr);
}

/* As where a folder's stamp does not tell of a change: the manifest's line is made right. */
static void lab_forge_leaf(const char *folder)
{
    struct stat st = lab_stat(str_format(&lab.arena, "site/%s", folder).ptr);
    lab_forge(str_format(&lab.arena, "s|^leaf .* %s$|leaf %llu %u %lld %ld %s|", folder,
                         (unsigned long long)st.st_ino, (unsigned)st.st_mode & 07777,
                         (long long)st.st_ctim.tv_sec, st.st_ctim.tv_nsec, folder).ptr);
    lab_settle();
}

static const char edit_in_place[] =
    "touch -r site/index.html x && printf gamb 1<> site/index.html && "
    "touch -r x site/index.html && rm x";

/* Of all that a stamp has, the edit changes the ctime alone. */
static void edit_in_place_with_the_old_time_is_mended(void **state)
{
    (void)state;
    for (int settle = 0; settle < 2; settle++) {
        lab_build(small);
        if (settle)
            lab_settle();
        struct stat before = lab_stat("site/index.html");
        assert_int_equal(lab_shell(edit_in_place), 0);
        assert_true(lab_same_file(before, lab_stat("site/index.html")));
        assert_int_equal(lab_build(small), PUBLISH_DONE);
        lab_expect("site/index.html", "home");
        assert_int_equal(lab.result.written, 1);
    }
    lab_build(FILES({"index.html", "home"}, {"x", "1"})); /* with a name in both trees */
    lab_build(FILES({"index.html", "home"}, {"x", "2"}));
    lab_settle();
    assert_int_equal(lab_shell(edit_in_place), 0);
    lab_settle(); /* nor does it matter that the manifest is younger than the edit */
    lab_build(FILES({"index.html", "home"}, {"x", "2"}));
    lab_expect("site/index.html", "home");
}

/* An edit of the tick in which the manifest was written leaves no other ctime: so the line is made
 * to say. What the manifest says of that tick and of later ones is not believed; of an earlier one
 * it is, else all would be read. */
static void edit_in_the_manifests_tick_is_mended(void **state)
{
    (void)state;
    for (int later = 0; later < 2; later++) {
        lab_build(small);
        assert_int_equal(lab_shell(edit_in_place), 0);
        struct timespec changed = lab_stat("site/index.html").st_ctim;
        lab_forge(str_format(&lab.arena,
                             "s|^\\(file [0-9]* 420 4 [0-9]* [0-9]*\\) [0-9]* [0-9]* "
                             "\\(.* index.html\\)$|\\1 %lld %ld \\2|",
                             (long long)changed.tv_sec, changed.tv_nsec).ptr);
        assert_int_equal(lab_shell("touch -d @%lld.%09ld site/.attalak", (long long)changed.tv_sec,
                                   changed.tv_nsec + later), 0);
        assert_int_equal(lab_build(small), later ? PUBLISH_UNCHANGED : PUBLISH_DONE);
        lab_expect("site/index.html", later ? "gamb" : "home");
    }
}

/* Stamps that are all new cost one reading: the build writes down what it has read, and touches
 * nothing else. */
static void copied_tree_is_learnt_once(void **state)
{
    (void)state;
    static const char *const commands[] = {
        "cp -a site copy && rm -r site && mv copy site",
        "cp -r site copy && rm -r site && mv copy site",
        "cp -al site copy", /* a backup, which gives each file a name more */
        "chmod -R go-w site",
        "rm -r .site.spare", /* and this takes one from it */
    };
    for (size_t i = 0; i < sizeof(commands) / sizeof(*commands); i++) {
        lab_build(FILES({"index.html", "1"}, {"assets/a.js", "1"}, {"th/a/index.html", "a"}));
        lab_build(FILES({"index.html", "home"}, {"th/a/index.html", "a"}));
        assert_true(lab_has("site/assets/a.js")); /* which is kept, and never put */
        lab_settle();
        assert_int_equal(lab_shell("rm -rf copy && %s", commands[i]), 0);
        lab_settle();
        lab_write(".site.memory", "of a build that was killed");
        struct stat page = lab_stat("site/th/a/index.html"), marker = lab_stat("site/.attalak");
        for (int again = 0; again < 2; again++) {
            assert_int_equal(lab_build(FILES({"index.html", "home"}, {"th/a/index.html", "a"})),
                             PUBLISH_UNCHANGED);
            struct stat now = lab_stat("site/th/a/index.html");
            assert_true(lab_same_file(page, now));
            assert_int_equal(page.st_ctim.tv_nsec, now.st_ctim.tv_nsec);
            assert_true(lab_has("site/assets/a.js"));
            if ((marker.st_ino == lab_stat("site/.attalak").st_ino) != again)
                fail_msg("%s: %d", commands[i], again);
            marker = lab_stat("site/.attalak");
        }
        assert_int_equal(marker.st_mode & 07777, 0644);
        assert_false(lab_has(".site.memory"));
        assert_int_equal(lab_shell(edit_in_place), 0);
        lab_build(FILES({"index.html", "home"}, {"th/a/index.html", "a"}));
        lab_expect("site/index.html", "home");
    }
}

/* Somebody edits the tree after the build has looked through it and before it writes down what it
 * has seen: a file with its old time, and a folder. */
static void what_comes_while_a_build_learns_is_found(void **state)
{
    (void)state;
    const char *const edits[] = {edit_in_place, "touch site/th/a/odd.html"};
    for (size_t e = 0; e < 2; e++) {
        lab_build(small);
        assert_int_equal(lab_shell("cp -a site copy && rm -r site && mv copy site"), 0);
        lab_settle();
        struct publish *publish = lab_begin();
        for (size_t i = 0; small[i].path; i++)
            publish_put(publish, str_from(small[i].path), str_from(small[i].bytes));
        struct stat marker = lab_stat("site/.attalak");
        assert_int_equal(lab_shell("%s", edits[e]), 0);
        assert_int_equal(lab_commit(publish), PUBLISH_UNCHANGED);
        assert_true(marker.st_ino != lab_stat("site/.attalak").st_ino);
        lab_settle();
        assert_int_equal(lab_build(small), PUBLISH_DONE);
        lab_expect("site/index.html", "home");
        assert_false(lab_has("site/th/a/odd.html"));
    }
}

/* Programs that look for equal files make them one. */
static void each_path_has_a_file_of_its_own(void **state)
{
    (void)state;
    const struct lab_file *files =
        FILES({"a/index.html", "same"}, {"b/index.html", "same"}, {"c", "same"}, {"d", "no"});
    const struct lab_file *more = FILES({"a/index.html", "same"}, {"b/index.html", "same"},
                                        {"c", "same"}, {"d", "yes"});
    for (int settle = 0; settle < 2; settle++) {
        lab_build(files);
        if (settle)
            lab_settle();
        assert_int_equal(lab_shell("ln -f site/a/index.html site/b/index.html && "
                                   "ln -f site/a/index.html site/c"), 0);
        struct stat other = lab_stat("site/d");
        assert_int_equal(lab_build(files), PUBLISH_DONE);
        assert_int_equal(lab.result.written, 3);
        ino_t inodes[] = {lab_stat("site/a/index.html").st_ino,
                          lab_stat("site/b/index.html").st_ino, lab_stat("site/c").st_ino};
        assert_true(inodes[0] != inodes[1] && inodes[0] != inodes[2] && inodes[1] != inodes[2]);
        assert_true(lab_same_file(other, lab_stat("site/d")));
        assert_int_equal(lab_build(files), PUBLISH_UNCHANGED);
        /* The old file's last names go with the tree that had them: nothing to be written down. */
        assert_int_equal(lab_build(more), PUBLISH_DONE);
        struct stat memory = lab_stat("site/.attalak");
        assert_int_equal(lab_build(more), PUBLISH_UNCHANGED);
        assert_true(lab_same_file(memory, lab_stat("site/.attalak")));
    }
}

static void file_is_mended_though_its_leaf_tells_nothing(void **state)
{
    (void)state;
    static const char *const commands[] = {"rm site/th/a/index.html",
                                           "rm site/th/a/index.html && "
                                           "mkdir site/th/a/index.html"};
    for (size_t i = 0; i < 2; i++) {
        lab_build(small);
        assert_int_equal(lab_shell("%s", commands[i]), 0);
        lab_forge_leaf("th/a");
        assert_int_equal(lab_build(small), PUBLISH_DONE);
        lab_expect("site/th/a/index.html", "a");
        assert_false(lab_complains("publish.no-memory"));
        assert_int_equal(lab_complains("publish.stray"), i == 1);
    }
}

static void damaged_manifest_is_mended_by_hash(void **state)
{
    (void)state;
    lab_build(small);
    struct stat before = lab_stat("site/index.html");
    assert_int_equal(lab_shell("sed -i 's/ 420 / 421 /' site/.attalak"), 0);
    assert_false(lab_complains("publish.no-memory"));
    assert_int_equal(lab_build(small), PUBLISH_REFUSED); /* there may have been more entries */
    assert_true(lab_complains("publish.no-memory"));
    lab.options.allow_shrink = true;
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    assert_int_equal(lab.result.written, 0);
    lab.options.allow_shrink = false;
    assert_true(lab_same_file(before, lab_stat("site/index.html")));
    assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
}

static void manifest_never_hides_another_content(void **state)
{
    (void)state;
    lab_build(FILES({"a", "1"}, {"b", "2"}));
    lab_build(FILES({"a", "1"}, {"b", "3"}));
    /* someone puts the last build's manifest into this one's tree */
    assert_int_equal(lab_shell("cp .site.spare/.attalak site/.attalak"), 0);
    assert_int_equal(lab_build(FILES({"a", "1"}, {"b", "2"})), PUBLISH_DONE);
    lab_expect("site/b", "2");
}

static void wrecked_spare_does_not_matter(void **state)
{
    (void)state;
    static const char *const wrecks[] = {
        "rm -r .site.spare/th",
        "rm .site.spare/.attalak; rm -r .site.spare/*",
        "echo wrong > .site.spare/index.html",
        "mv .site.spare/th .site.spare/moved; ln -s moved .site.spare/th",
        "rm -r .site.spare/th; ln -s ../outside .site.spare/th",
        "rm .site.spare/index.html; mkdir -p .site.spare/index.html/x/y/z",
        "mkfifo .site.spare/fifo; rm .site.spare/empty; mkfifo .site.spare/empty",
        "printf junk > .site.spare/.attalak",
        "cp -r site/. .site.spare/",
        "chmod 0 .site.spare/index.html",
        "ln .site.spare/index.html elsewhere",
        "rm -r .site.spare",
        "rm -r .site.spare; cp -al site .site.spare",
        "for i in 1 2 3; do mkdir -p .site.spare/new$i/a; done; touch "
        ".site.spare/th/x.tmp",
    };
    lab_shell("mkdir -p outside/a"); /* as deep as th/a, so that a link there would do */
    for (size_t i = 0; i < sizeof(wrecks) / sizeof(*wrecks); i++) {
        lab_build(FILES({"index.html", "old"}, {"th/index.html", "old"},
                        {"th/a/index.html", "b"}, {"empty", "not"}));
        lab_build(small);
        assert_int_equal(lab_shell("%s", wrecks[i]), 0);
        struct stat kept = lab_stat("site/th/a/index.html");
        assert_int_equal(
            lab_build(FILES({"index.html", "new"}, {"th/index.html", "new too"},
                            {"th/a/index.html", "a"}, {"empty", ""})),
            PUBLISH_DONE);
        lab_expect("site/index.html", "new");
        lab_expect("site/th/index.html", "new too");
        assert_true(lab_same_file(kept, lab_stat("site/th/a/index.html")));
        assert_int_equal(lab_shell("test $(find site -mindepth 1 | wc -l) = 8"), 0);
        assert_int_equal(lab_shell("test -z \"$(find outside -type f)\""), 0);
        lab_shell("rm -f elsewhere");
    }
}

static void inodes_are_kept_to_be_overwritten(void **state)
{
    (void)state;
    lab_build(FILES({"a", "1"}, {"b", "1"}));
    lab_build(FILES({"a", "2"}, {"b", "2"}));
    ino_t spare = lab_stat(".site.spare/a").st_ino;
    lab_build(
        FILES({"a", "2"}, {"b", "3"})); /* the spare's own a gives way to the published */
    assert_int_equal(lab_shell("test $(ls .site.reserve | wc -l) = 1"), 0);
    assert_int_equal(lab_stat(".site.reserve/0").st_ino, spare);
    lab_build(FILES({"a", "2"}, {"b", "3"}, {"new", "and longer than it was"}));
    assert_int_equal(lab_stat("site/new").st_ino, spare);
    lab_expect("site/new", "and longer than it was");
    assert_int_equal(lab_stat("site/new").st_mode & 07777, 0644);
    assert_false(lab_has(".site.reserve/0"));
}

static void hostile_reserve_does_no_harm(void **state)
{
    (void)state;
    static const char *const tricks[] = {
        "rm -rf .site.reserve; ln -s out .site.reserve",
        "rm -rf .site.reserve; echo > .site.reserve",
        "ln out/0 .site.reserve/0",
        "ln -s ../out/0 .site.reserve/0",
        "mkdir .site.reserve/0; mkfifo .site.reserve/1; cp out/0 .site.reserve/mine",
        "cp out/0 .site.reserve/99999999999999999999999",
        "touch .site.reserve/7 .site.reserve/07; chmod 0 .site.reserve/7",
    };
    assert_int_equal(lab_shell("mkdir out; echo precious > out/0"), 0);
    for (size_t i = 0; i < sizeof(tricks) / sizeof(*tricks); i++) {
        lab_build(FILES({"a", "1"}, {"b", "1"}));
        lab_build(FILES({"a", "2"}, {"b", "2"}));
        assert_int_equal(lab_shell("%s", tricks[i]), 0);
        assert_int_equal(
            lab_build(FILES({"a", "2"}, {"b", "3"}, {"c/d", "4"}, {"c/e", "5"})),
            PUBLISH_DONE);
        lab_expect("site/a", "2");
        lab_expect("site/c/d", "4");
        lab_expect("site/c/e", "5");
        lab_expect("out/0", "precious\n");
        assert_int_equal(lab_shell("test \"$(ls out)\" = 0"), 0);
        lab_shell("rm -rf .site.reserve");
    }
}

static void reserve_never_outgrows_the_site(void **state)
{
    (void)state;
    for (int i = 0; i < 6; i++) {
        lab_build(FILES({"a", "1"}, {"b", "1"}, {"c", "1"}, {"d", "1"}, {"e", "1"}));
        lab_build(FILES({"a", "2"}, {"b", "2"}, {"c", "2"}, {"d", "2"}, {"e", "2"}));
        lab_build(FILES({"a", "2"}));
        lab_build(FILES({"a", "3"}));
        assert_int_equal(lab_shell("test $(ls .site.reserve | wc -l) -le 2"), 0);
    }
}

static void links_in_the_published_tree_are_not_followed(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(
        lab_shell("mkdir out && mv site/th out/ && ln -s ../out/th site/th && "
                  "mv site/index.html out/ && ln -s ../out/index.html site/"),
        0);
    struct str before = lab_read("out/index.html");
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    assert_true(S_ISDIR(lab_stat("site/th").st_mode));
    assert_true(S_ISREG(lab_stat("site/index.html").st_mode));
    assert_int_equal(lab_stat("out/index.html").st_nlink, 1);
    assert_true(str_eq(before, lab_read("out/index.html")));
    lab_build(FILES({"index.html", "other"}, {"th/index.html", "other"}));
    lab_build(FILES({"index.html", "more"}, {"th/index.html", "more"}));
    assert_true(str_eq(before, lab_read("out/index.html")));
    lab_expect("out/th/index.html", "ไทย");
}

static void links_in_the_spare_tree_are_not_followed(void **state)
{
    (void)state;
    lab_build(FILES({"a/b/c", "1"}, {"x", "1"}));
    lab_build(FILES({"a/b/c", "2"}, {"x", "2"}));
    assert_int_equal(lab_shell("mv .site.spare/a out && ln -s ../out .site.spare/a"), 0);
    assert_int_equal(lab_build(FILES({"a/b/c", "3"}, {"x", "3"})), PUBLISH_DONE);
    lab_expect("out/b/c", "1");
    lab_expect("site/a/b/c", "3");
    assert_true(S_ISDIR(lab_stat("site/a").st_mode));
}

static void assets_stay_for_one_build_more(void **state)
{
    (void)state;
    lab_build(FILES({"index.html", "1"}, {"assets/style.1.css", "1"}));
    lab_build(FILES({"index.html", "2"}, {"assets/style.2.css", "2"}));
    lab_expect("site/assets/style.1.css", "1");
    struct str before = lab_census();
    assert_int_equal(lab_build(FILES({"index.html", "2"}, {"assets/style.2.css", "2"})),
                     PUBLISH_UNCHANGED); /* a build that changes nothing does not count */
    assert_true(str_eq(before, lab_census()));
    lab_build(FILES({"index.html", "3"}, {"assets/style.3.css", "3"}));
    assert_false(lab_has("site/assets/style.1.css"));
    lab_expect("site/assets/style.2.css", "2");
    lab_build(FILES({"index.html", "4"}, {"assets/style.3.css", "3"}));
    assert_false(lab_has("site/assets/style.2.css"));
    assert_int_equal(lab_build(FILES({"index.html", "4"}, {"assets/style.3.css", "3"})),
                     PUBLISH_UNCHANGED);
    lab_build(
        FILES({"index.html", "4"})); /* dropped and nothing else: still one build more */
    lab_expect("site/assets/style.3.css", "3");
    lab_build(FILES({"index.html", "5"}));
    assert_false(lab_has("site/assets"));
}

static void edited_asset_is_not_kept(void **state)
{
    (void)state;
    lab_build(FILES({"index.html", "1"}, {"assets/a.js", "1"}));
    lab_write("site/assets/a.js", "evil");
    lab_build(FILES({"index.html", "2"}));
    assert_false(lab_has("site/assets/a.js"));
}

static void gitignore_is_carried_over(void **state)
{
    (void)state;
    lab_shell("mkdir site && echo '*' > site/.gitignore");
    struct stat before = lab_stat("site/.gitignore");
    for (int i = 0; i < 4; i++) {
        assert_int_equal(lab_build(FILES({"a", i % 2 ? "1" : "2"})), PUBLISH_DONE);
        assert_int_equal(lab_stat("site/.gitignore").st_ino, before.st_ino);
    }
    assert_int_equal(lab_build(FILES({"a", "1"})), PUBLISH_UNCHANGED);
    assert_int_equal(lab_shell("! grep -q gitignore site/manifest.txt site/.attalak"), 0);
    lab_shell("rm site/.gitignore");
    lab_build(FILES({"a", "2"}));
    assert_false(lab_has("site/.gitignore"));
}

static void public_manifest_is_true(void **state)
{
    (void)state;
    lab_build(small);
    lab_build(FILES({"index.html", "new"}, {"th/a/index.html", "a"}, {"empty", ""}));
    assert_int_equal(
        lab_shell(
            "cd site && find . -type f ! -name manifest.txt ! -name .attalak -printf "
            "'%%P\\n' | "
            "LC_ALL=C sort | while read -r f; do printf '%%s\\t%%s\\t%%s\\n' \"$f\" "
            "$(stat -c %%s \"$f\") $(sha256sum \"$f\" | cut -d' ' -f1); done | cmp - "
            "manifest.txt"),
        0);
}

static void modes_do_not_depend_on_the_umask(void **state)
{
    (void)state;
    mode_t old = umask(077);
    lab_build(small);
    lab_build(FILES({"index.html", "2"}, {"new/deep/x", "1"}));
    umask(0);
    lab_build(FILES({"index.html", "3"}, {"newer/deep/x", "1"}));
    umask(old);
    assert_int_equal(lab_shell("test -z \"$(find site -type f ! -perm 0644)\""), 0);
    assert_int_equal(lab_shell("test -z \"$(find site -type d ! -perm 0755)\""), 0);
}

static void mode_of_the_site_folder_is_kept(void **state)
{
    (void)state;
    lab_build(small);
    assert_int_equal(chmod(lab_path("site"), 0750), 0);
    lab_build(FILES({"a", "1"}));
    assert_int_equal(lab_stat("site").st_mode & 07777, 0750);
}

/* ---- failure ---- */

static void abort_leaves_the_tree(void **state)
{
    (void)state;
    lab_build(small);
    lab_build(FILES({"index.html", "2"}, {"th/index.html", "2"}));
    struct stat before = lab_stat("site/index.html");
    struct publish *publish = lab_begin();
    publish_put(publish, STR("index.html"), STR("3"));
    publish_abort(publish);
    assert_true(lab_same_file(before, lab_stat("site/index.html")));
    lab_expect("site/index.html", "2");
    assert_int_equal(lab_build(small), PUBLISH_DONE);
    lab_expect("site/index.html", "home");
}

/* A child, for the limit would hold for the test's own log as well. */
static int build_with_file_limit(rlim_t limit)
{
    pid_t child = fork();
    if (child == 0) {
        signal(SIGXFSZ, SIG_IGN);
        setrlimit(RLIMIT_FSIZE, &(struct rlimit){limit, limit});
        char large[5000];
        memset(large, 'x', sizeof(large) - 1);
        large[sizeof(large) - 1] = '\0';
        enum publish_outcome outcome =
            lab_build(FILES({"index.html", large}, {"b", "2"}));
        _exit(outcome == PUBLISH_FAILED && lab_complains("publish.cannot-write") ? 0 : 1);
    }
    int status = -1;
    waitpid(child, &status, 0);
    return status;
}

static void write_error_leaves_the_tree(void **state)
{
    (void)state;
    lab_build(small);
    lab_build(FILES({"index.html", "2"}));
    lab_build(small);
    static const rlim_t limits[] = {0, 1, 100, 4096, 4998};
    for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++) {
        assert_int_equal(build_with_file_limit(limits[i]), 0);
        lab_expect("site/index.html", "home");
        assert_int_equal(lab_shell("test $(find site -type f | wc -l) = 6"), 0);
        assert_int_equal(lab_build(small), PUBLISH_UNCHANGED);
    }
    assert_int_equal(lab_build(FILES({"index.html", "3"})), PUBLISH_DONE);
}

static void full_disk_leaves_the_tree(void **state)
{
    (void)state;
    lab_shell("mkdir disk");
    if (lab_shell("mount -t tmpfs -o size=64k,nr_inodes=40 none disk 2>/dev/null") != 0)
        skip(); /* needs root */
    lab.options.dir = str_format(&lab.arena, "%s/disk/site", lab.folder);
    char large[20000];
    memset(large, 'x', sizeof(large) - 1);
    large[sizeof(large) - 1] = '\0';
    int ok = lab_build(FILES({"a", large}, {"b", "1"})) == PUBLISH_DONE
             && lab_build(FILES({"a", "1"}, {"b", large}, {"c", large}, {"d", large}))
                    == PUBLISH_FAILED
             && lab_read("disk/site/a").len == sizeof(large) - 1
             && lab_build(FILES({"a", large}, {"b", "1"})) == PUBLISH_UNCHANGED
             && lab_build(FILES({"a", large}, {"b", "2"})) == PUBLISH_DONE;
    lab_shell("umount disk");
    assert_true(ok);
}

/* ---- many threads ---- */

enum { MANY = 2000 };

struct crowd {
    struct publish *publish;
    int generation;
};

static void put_one(void *context, size_t index, unsigned worker)
{
    (void)worker;
    struct crowd *crowd = context;
    char path[64], bytes[64];
    int path_len =
        snprintf(path, sizeof(path), "d%zu/e%zu/%zu.html", index % 7, index % 101, index);
    int len = snprintf(bytes, sizeof(bytes), "page %zu of %d", index,
                       index % 3 ? 0 : crowd->generation);
    publish_put(crowd->publish, str_of(path, (size_t)path_len),
                str_of(bytes, (size_t)len));
}

static void any_number_of_threads_gives_one_tree(void **state)
{
    (void)state;
    static const unsigned threads[] = {1, 8, 2, 64, 3};
    struct str digest = {0};
    for (size_t i = 0; i < sizeof(threads) / sizeof(*threads); i++) {
        struct crowd crowd = {lab_begin(), i == 4 ? 3 : (int)i % 2};
        assert_non_null(crowd.publish);
        pool_each(threads[i], MANY, put_one, &crowd);
        assert_int_equal(lab_commit(crowd.publish), PUBLISH_DONE);
        assert_int_equal(lab.result.files, MANY + 1);
        if (i)
            assert_int_equal(lab.result.written, (MANY + 2) / 3 + 1);
        if (i == 1)
            digest = lab_read("site/manifest.txt");
        if (i == 3)
            assert_true(str_eq(digest, lab_read("site/manifest.txt")));
    }
}

/* ---- random builds equal clean ones ---- */

enum { NAMES = 12, STEPS = 300 };

static unsigned dice(unsigned sides)
{
    static uint64_t seed = 20261120;
    seed = seed * 6364136223846793005u + 1442695040888963407u;
    return (unsigned)(seed >> 33) % sides;
}

static void random_builds_equal_clean_builds(void **state)
{
    (void)state;
    static const char *const names[NAMES] = {"a", "b", "c/a", "c/b", "d/e/f", "d/e/g",
                                             "h", "i/j", "k", "l/m/n/o", "p", "q"};
    static const char *const texts[] = {"", "one", "two!", "three, longer"};
    static const char *const mischief[] = {
        "true",
        "true",
        "true",
        "true",
        "rm -rf .site.spare",
        "rm -rf site/c",
        "rm -f site/a",
        "test ! -e site/b || echo x >> site/b",
        "rm -f site/.attalak .site.spare/.attalak; true",
        "test ! -d .site.spare || echo y > .site.spare/a",
        "rm -rf .site.spare/d",
        "rm -f site/d/e/f",
        "test ! -d site/c || echo z > site/c/stray",
        "test ! -d site/l/m/n || ln -s /etc site/l/m/n/link"};
    for (int step = 0; step < STEPS; step++) {
        struct lab_file files[NAMES + 1] = {0};
        size_t count = 0;
        for (size_t i = 0; i < NAMES; i++)
            if (dice(5))
                files[count++] = (struct lab_file){names[i], texts[dice(4)]};
        if (dice(2) && lab_has("site/.attalak"))
            lab_settle();
        lab_shell("%s", mischief[dice(sizeof(mischief) / sizeof(*mischief))]);
        if (!lab_has("site/.attalak") && lab_has("site"))
            lab_shell("rm -rf site .site.spare");
        if (!lab_has(".site.spare/.attalak"))
            lab_shell("rm -rf .site.spare");
        enum publish_outcome outcome = lab_build(files);
        assert_true(outcome == PUBLISH_DONE || outcome == PUBLISH_UNCHANGED);
        for (size_t i = 0; i < count; i++)
            lab_expect(str_format(&lab.arena, "site/%s", files[i].path).ptr,
                       files[i].bytes);
        assert_int_equal(lab_shell("test $(find site -type f | wc -l) = %zu", count + 2),
                         0);
        assert_int_equal(lab_shell("test -z \"$(find site -mindepth 1 -type d -empty)\""),
                         0);
        assert_int_equal(lab_build(files), PUBLISH_UNCHANGED);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, lab_setup, lab_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(first_build_makes_the_tree),
        TEST(second_build_touches_nothing),
        TEST(unchanged_files_keep_inode_and_time),
        TEST(changed_files_become_later),
        TEST(spare_file_with_one_link_is_overwritten_in_place),
        TEST(shared_file_is_never_overwritten),
        TEST(hand_edit_is_mended),
        TEST(hand_edit_with_the_old_time_is_mended),
        TEST(deletion_is_mended),
        TEST(other_mode_is_mended),
        TEST(closed_folder_is_opened),
        TEST(restored_copy_is_taken_as_it_is),
        TEST(stale_files_and_folders_go),
        TEST(file_becomes_folder_and_back),
        TEST(stray_files_go_with_a_warning),
        TEST(changed_leaf_is_mended),
        TEST(file_is_mended_though_its_leaf_tells_nothing),
        TEST(edit_in_place_with_the_old_time_is_mended),
        TEST(edit_in_the_manifests_tick_is_mended),
        TEST(copied_tree_is_learnt_once),
        TEST(what_comes_while_a_build_learns_is_found),
        TEST(each_path_has_a_file_of_its_own),
        TEST(damaged_manifest_is_mended_by_hash),
        TEST(manifest_never_hides_another_content),
        TEST(wrecked_spare_does_not_matter),
        TEST(inodes_are_kept_to_be_overwritten),
        TEST(hostile_reserve_does_no_harm),
        TEST(reserve_never_outgrows_the_site),
        TEST(links_in_the_published_tree_are_not_followed),
        TEST(links_in_the_spare_tree_are_not_followed),
        TEST(assets_stay_for_one_build_more),
        TEST(edited_asset_is_not_kept),
        TEST(gitignore_is_carried_over),
        TEST(public_manifest_is_true),
        TEST(modes_do_not_depend_on_the_umask),
        TEST(mode_of_the_site_folder_is_kept),
        TEST(abort_leaves_the_tree),
        TEST(write_error_leaves_the_tree),
        TEST(full_disk_leaves_the_tree),
        TEST(any_number_of_threads_gives_one_tree),
        TEST(random_builds_equal_clean_builds),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
