/* SPDX-License-Identifier: MIT */
/*
 * publish_lab.h: a temporary folder to publish into, and questions about what is in it.
 *
 * Every function stops the test when the system refuses. One lab at a time: lab_setup and
 * lab_teardown are cmocka's fixtures. LAB_DIR says where (default /tmp).
 */
#ifndef ATTALAK_TESTS_PUBLISH_LAB_H
#define ATTALAK_TESTS_PUBLISH_LAB_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "publish/publish.h"

struct lab_file {
    const char *path, *bytes;
};

struct lab {
    char folder[256]; /* absolute */
    struct arena arena;
    struct diags diags; /* of the last build */
    struct publish_options options;
    struct publish_result result;
};

static struct lab lab;

static inline int lab_setup(void **state)
{
    (void)state;
    const char *where = getenv("LAB_DIR");
    snprintf(lab.folder, sizeof(lab.folder), "%s/attalak.XXXXXX", where ? where : "/tmp");
    assert_non_null(mkdtemp(lab.folder));
    lab.arena = (struct arena){0};
    lab.options = (struct publish_options){
        .dir = str_format(&lab.arena, "%s/site", lab.folder),
        .threads = 4,
    };
    return 0;
}

static inline int lab_shell(const char *format, ...)
{
    char command[2000];
    int len = snprintf(command, sizeof(command), "cd '%s' && ", lab.folder);
    va_list args;
    va_start(args, format);
    vsnprintf(command + len, sizeof(command) - (size_t)len, format, args);
    va_end(args);
    return system(command);
}

static inline int lab_teardown(void **state)
{
    (void)state;
    char command[400];
    snprintf(command, sizeof(command), "rm -rf '%s'", lab.folder);
    arena_release(&lab.arena);
    return system(command);
}

static inline const char *lab_path(const char *path)
{
    return str_format(&lab.arena, "%s/%s", lab.folder, path).ptr;
}

static inline struct publish *lab_begin(void)
{
    lab.diags = diags_on(&lab.arena);
    return publish_begin(&lab.options, &lab.arena, &lab.diags);
}

static inline enum publish_outcome lab_commit(struct publish *publish)
{
    lab.result = publish_commit(publish, &lab.diags);
    return lab.result.outcome;
}

/* Builds a site of these files; a path NULL ends the list. */
static inline enum publish_outcome lab_build(const struct lab_file *files)
{
    struct publish *publish = lab_begin();
    if (!publish)
        return publish_refusal(&lab.diags);
    for (; files->path; files++)
        publish_put(publish, str_from(files->path), str_from(files->bytes));
    publish_keep_previous(publish, STR("assets/"));
    return lab_commit(publish);
}

static inline bool lab_complains(const char *rule_id)
{
    for (size_t i = 0; i < lab.diags.items.count; i++)
        if (strcmp(lab.diags.items.items[i].rule->id, rule_id) == 0)
            return true;
    return false;
}

static inline struct stat lab_stat(const char *path)
{
    struct stat st = {0};
    if (lstat(lab_path(path), &st) != 0)
        fail_msg("%s: %s", path, strerror(errno));
    return st;
}

static inline bool lab_has(const char *path)
{
    struct stat st;
    return lstat(lab_path(path), &st) == 0;
}

static inline struct str lab_read(const char *path)
{
    struct buf buf = {0};
    FILE *file = fopen(lab_path(path), "rb");
    if (!file)
        fail_msg("%s: %s", path, strerror(errno));
    for (int c; (c = getc(file)) != EOF;)
        buf_putc(&buf, (char)c);
    fclose(file);
    struct str bytes = buf_finish(&buf, &lab.arena);
    buf_release(&buf);
    return bytes;
}

static inline void lab_write(const char *path, const char *bytes)
{
    FILE *file = fopen(lab_path(path), "wb");
    if (!file)
        fail_msg("%s: %s", path, strerror(errno));
    fputs(bytes, file);
    assert_int_equal(fclose(file), 0);
}

static inline void lab_expect(const char *path, const char *bytes)
{
    struct str is = lab_read(path);
    if (!str_eq(is, str_from(bytes)))
        fail_msg("%s holds \"%.*s\", not \"%s\"", path, STR_ARG(is), bytes);
}

static inline bool lab_same_file(struct stat a, struct stat b)
{
    return a.st_ino == b.st_ino && a.st_mtim.tv_sec == b.st_mtim.tv_sec
           && a.st_mtim.tv_nsec == b.st_mtim.tv_nsec && a.st_size == b.st_size;
}

/* One line per file and folder of site/ with all that may change; to show nothing did. */
static inline struct str lab_census(void)
{
    assert_int_equal(
        lab_shell("find site .site.spare -printf '%%p %%y %%i %%s %%T@ %%m %%n\\n' "
                  "2>&1 | sort > census; find site -type f | sort | "
                  "xargs -r sha256sum >> census"),
        0);
    struct str census = lab_read("census");
    assert_int_equal(unlink(lab_path("census")), 0);
    return census;
}

#endif
