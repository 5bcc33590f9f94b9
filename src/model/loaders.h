/* SPDX-License-Identifier: MIT */
/*
 * loaders.h: the stages of one load, in the order that load.c calls them. Each fills its part
 * of the site from the files that load.c sorted out, and needs what the stages before it made.
 */
#ifndef ATTALAK_MODEL_LOADERS_H
#define ATTALAK_MODEL_LOADERS_H

#include "base/file.h"
#include "model/field.h"
#include "model/find.h"
#include "model/load.h" /* model_rules */
#include "model/tables.h"

/* What a file is for, by its place. */
enum file_class {
    CLASS_SITE, CLASS_TABLES, CLASS_WORDS, CLASS_CATEGORIES, CLASS_ACCESS, CLASS_TABLE,
    CLASS_PROVINCE, CLASS_CLUSTER, CLASS_IDENTITY, CLASS_STORY, CLASS_PAGE, CLASS_MEDIA,
    CLASS_REVIEW,
    CLASS_COUNT,
};

struct loading {
    struct site *site;
    int root;
    unsigned threads;
    struct file_list files[CLASS_COUNT];
    struct map media; /* path → anything: the photos that are there */
    struct sheets sheets[KIND_COUNT];
    struct finder finder; /* LAOs by code and by name: loading_finder() */
    struct map reports;   /* "360203 2024-10" → struct sendings * */
    struct arena scratch; /* emptied after each stage */
    struct arena *arena;
    struct diags *diags;
};

/* A reader on the load's own arena (for the stages that are not parallel). */
struct reader loading_reader(struct loading *l);

/* Filled when the first row asks: in a folder of files that are named by codes none does. */
const struct finder *loading_finder(struct loading *l);

/* Calls `each` for every row of the tables of one kind; the record lives until it returns. */
typedef void (*row_fn)(struct loading *l, struct reader *r, struct record *row);
void loading_rows(struct loading *l, enum table_kind kind, row_fn each);

/* A file's bytes, or the finding why not: then ok is false. */
struct loaded {
    struct str bytes;
    bool ok;
};
struct loaded load_bytes(int root, struct str path, size_t limit, struct arena *arena,
                         struct diags *diags);

/* A Markdown file's text; false after complaining. */
bool load_text(int root, struct str path, struct arena *arena, struct diags *diags,
               struct str *text);

/* A YAML file as a record that lasts as long as `arena`; ok is false when there is none. */
struct loaded_record {
    struct record record;
    const struct tree *tree;
    bool ok;
};
struct loaded_record load_record(int root, struct str path, struct arena *arena,
                                 struct diags *diags);

/* Dates of identities that lie in the future, judged by all the others: there is no clock. */
void check_future(struct loading *l);
void drop_future_reports(struct loading *l);

/* "360203" of "identities/a/360203.th.md": the file's name up to its first dot. */
struct str file_stem(struct str path);
/* "th" of "…/360203.th.md", or empty. */
struct str file_lang(struct str path);

bool load_settings(struct loading *l); /* false: no languages, nothing can be read */
void load_words(struct loading *l);
void load_vocabulary(struct loading *l);
void load_review(struct loading *l);
void load_tables(struct loading *l);
void load_places(struct loading *l);
void load_laos(struct loading *l);
void load_intros(struct loading *l);
void load_identities(struct loading *l);
void load_reports(struct loading *l);
void load_snapshots(struct loading *l);
void load_pages(struct loading *l);

/* The fields of each kind of thing, for tables.yaml to map columns to. */
extern const struct field_table cluster_fields, province_fields, district_fields, lao_fields,
    identity_fields, report_fields, snapshot_fields;

#endif
