/* SPDX-License-Identifier: MIT */
/*
 * record.h: one thing as somebody stated it, whether in a YAML file or in a row of a sheet.
 *
 * A record is a flat list of fields. A field has its canonical path, its raw text and its place.
 * Maps are flattened with dots ("name.th", "access.features.enter.stepfree": the vocabulary's
 * own keys hold dots, which does no harm), lists of maps by number from 1 ("buy.1.name.th"); a
 * list of plain values stays one field. A row gives the same paths through its columns, so the
 * loaders never know which of the two they read.
 */
#ifndef ATTALAK_MODEL_RECORD_H
#define ATTALAK_MODEL_RECORD_H

#include "base/diag.h"
#include "base/map.h"
#include "sources/tree.h"
#include "text/date.h"

struct field_spec;
struct sheet;
struct table_row;

/* A column of a sheet that is read. */
struct column {
    size_t at;         /* index into the row's cells */
    struct str path;   /* of the field that it fills */
    struct map values; /* cleaned answer → struct str *: what tables.yaml makes of it */
};

struct field {
    struct str path;             /* as stated: "name", "name.th" or "buy.1.url" */
    struct str text;             /* raw; empty for a list */
    const struct tree *node;     /* in a YAML file */
    const struct column *column; /* in a sheet */
    struct pos pos;
    const struct finding *fault; /* what is wrong with the cell itself (sources/cell.c), to be
                                  * told when it is known whose it is */
    bool failed;                 /* by that fault nothing is left of it: text is empty */

    /* Filled by fields_resolve (field.h). */
    const struct field_spec *spec; /* NULL: a key that nobody knows */
    unsigned index;                /* of the item in a list, from 1; 0: none */
    unsigned lang;
    struct str rest; /* what a path's "*" stood for: "enter.stepfree" */
    bool refused;    /* stated, but not to be taken (inspect.h) */
};

struct record {
    struct LIST_OF(struct field) fields;
    struct pos pos;
    const struct sheet *sheet; /* and its row: where its empty cells are (sheet_cell) */
    const struct table_row *row;
    struct date_time sent; /* a sheet's time stamp */
    struct str round;
    bool key_failed; /* a failed formula, told, stands for what says whose row it is */
};

/* Of a map; views into the tree. */
struct record record_of_tree(const struct tree *tree, struct str file, struct arena *arena);

/* NULL when the path was not stated. */
const struct field *record_find(const struct record *record, struct str path);

#endif
