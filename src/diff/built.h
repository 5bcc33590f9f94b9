/* SPDX-License-Identifier: MIT */
/*
 * built.h: a site that `attalak build` made, read back from the files that it publishes.
 *
 *     data/identities.json    every entry, and who says so; a folder without it is no
 * site data/<province>.json    the entries again, whole, where identities.json had no
 * room data/coverage.csv       every LAO of the register and what became of its entry
 *     manifest.txt            every file and its digest
 *     .attalak                the hosts that pages link to (not there on a web server)
 *
 * The last three may be missing: then less is known, and `knows_…` says so. What is there
 * must be whole. Anyone may have written these files, so each is read as content/ is:
 * within limits, beneath its folder, and what does not fit is a problem, never a crash.
 *
 *     struct built site = {.path = STR("site")};
 *     if (built_read(&site)) ...                    or: built_tell(&site, lang)
 *     built_release(&site);
 *
 * built_take() is the same without a disk: a test gives it bytes, which must live as
 * long.
 */
#ifndef ATTALAK_DIFF_BUILT_H
#define ATTALAK_DIFF_BUILT_H

#include "base/diag.h"
#include "base/map.h"
#include "sources/json.h"

struct built_entry {
    struct str code, province; /* six digits; two */
    const struct tree *json;   /* as data_entry.c writes it */
    bool whole;                /* has all that is known of it */
};

struct built_lao {
    struct str state; /* "published", "held", "none" … */
};

struct built_province {
    struct str code, name[DIAG_LANGS];
    size_t held; /* entries that are in error */
};

enum built_problem {
    BUILT_FINE,
    BUILT_NO_FOLDER,
    BUILT_NO_SITE,
    BUILT_UNFINISHED,
    BUILT_CANNOT_READ,
    BUILT_CUT_SHORT,
    BUILT_BROKEN,
    BUILT_OTHER_FORM, /* JSON, but not ours */
    BUILT_BAD_TABLE,
    BUILT_BAD_LINE,
    BUILT_NOT_WHOLE, /* an entry that coverage.csv says is published is not there */
    BUILT_PROBLEMS,
};

struct built {
    struct str path; /* as typed */
    struct str title, address, updated, demo, languages, left_out;
    struct str fingerprint; /* SHA-256 of manifest.txt */
    struct map langs;       /* tag → not NULL */
    struct map entries;     /* code → struct built_entry */
    struct map laos;        /* code → struct built_lao */
    struct map provinces;   /* code → struct built_province */
    struct map files;       /* path → struct str: its digest */
    struct map hosts;       /* name → not NULL */
    bool knows_laos, knows_files, knows_hosts;

    struct {
        enum built_problem is;
        struct str file, detail; /* detail: of an errno, or an entry's code */
        unsigned line;           /* 0: the whole file */
        bool system;             /* the machine's fault */
    } problem;
    struct arena arena;
};

enum built_part {
    BUILT_IDENTITIES,
    BUILT_PROVINCE,
    BUILT_COVERAGE,
    BUILT_MANIFEST,
    BUILT_PRIVATE
};

/* Everything; false after a problem. */
bool built_read(struct built *site);

/* One file's bytes; IDENTITIES comes first. */
bool built_take(struct built *site, enum built_part part, struct str file,
                struct str bytes);

/* One sentence about the problem. */
struct str built_tell(const struct built *site, enum diag_lang lang, struct arena *arena);

/* A text of an entry in this language, else in another that it has: "name", "lao",
 * "summary". */
struct str built_text(const struct built_entry *entry, const char *key,
                      enum diag_lang lang);

void built_release(struct built *site);

#endif
