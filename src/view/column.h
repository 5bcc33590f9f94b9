/* SPDX-License-Identifier: MIT */
/*
 * column.h: the tables under data/ by their columns.
 *
 * A column is one row here: its name, its type in the Table Schema, and the function that
 * gives a cell. Header, cells and schema are all made from it, so that they cannot
 * differ. One row may stand for several columns: one per language ("name_{}": name_th,
 * name_en), field, round, or feature of the accessibility vocabulary that is asked first
 * ("access.{}").
 *
 *     struct columns columns = columns_of(view, TABLE_REPORTS, arena);
 *     root->header = columns_header(&columns, arena);
 *     rows[i] = columns_row(&columns, &(struct cell){.view = view, …});
 */
#ifndef ATTALAK_VIEW_COLUMN_H
#define ATTALAK_VIEW_COLUMN_H

#include "view/data.h"

enum data_table {
    TABLE_IDENTITIES,
    TABLE_REPORTS,
    TABLE_COVERAGE, /* a row an LAO */
    TABLE_PROGRESS, /* … a place: places.h */
    TABLE_ROUNDS,   /* … a place and round */
    TABLE_FIGURES,  /* … a place, a field and a period */
    TABLE_COUNT
};

enum column_each {
    EACH_ONCE,
    EACH_LANG,
    EACH_FIELD,
    EACH_ROUND,
    EACH_STARTER, /* feature of the vocabulary that is asked first */
    EACH_MEASURE, /* the same, but only those that are measured */
    COLUMN_EACHES,
};

struct column;

/* What one cell is made of. */
struct cell {
    const struct view *view;
    const struct lao *lao;
    const struct report *report;   /* in reports.csv */
    const struct place_row *place; /* in progress.csv and rounds.csv */
    size_t round;                  /* in rounds.csv */
    const struct figure_line *figure; /* in figures.csv */
    const struct column *column;
    size_t nth; /* of what the column is for each: a language, a field, … */
    struct arena *arena;
};

struct column {
    const char *name; /* "{}" stands for the language or the feature */
    const char *type; /* of the Table Schema; NULL: the feature's */
    struct str (*cell)(const struct cell *cell);
    const char *about; /* the word column.<about> describes it; NULL: column.<name> */
    size_t at; /* offset of what `cell` writes: in struct identity, struct coverage, … */
    enum column_each each;
    const char *format;  /* of the Table Schema, where it is not the default */
    const char *allowed; /* all values there are, with blanks between */
    bool required;       /* in every row */
    bool figures;        /* left out where figures are not published */
};

/* A table's columns, each for its language, field, round or feature. */
struct column_made {
    const struct column *column;
    struct str name;
    size_t nth;
};
struct columns LIST_OF(struct column_made);

struct column_table {
    const char *name; /* the file's without its ending */
    const struct column *columns;
    size_t count;
    const char *keys; /* the primary key, with blanks between */
};
extern const struct column_table *const column_tables[TABLE_COUNT]; /* columns.c */
extern const struct column_table progress_csv_table,
    rounds_csv_table; /* columns_place.c */
extern const struct column_table figures_csv_table; /* columns_figures.c */
#define COLUMN_TABLE(name_, columns_, keys_)                                             \
    {                                                                                    \
        (name_), (columns_), sizeof(columns_) / sizeof(*(columns_)), (keys_)             \
    }

#define COLUMN(name_, type_, cell_) .name = (name_), .type = (type_), .cell = (cell_)

/* Is there anything of it to publish? */
bool table_is_there(const struct site *site, enum data_table table);

struct columns columns_of(const struct view *view, enum data_table table,
                          struct arena *arena);

/* One line of the file: a text, and a list of texts. */
struct line_view {
    struct value first, rest;
};
extern const struct shape line_shape;
struct value columns_header(const struct columns *columns, struct arena *arena);
struct value columns_row(const struct columns *columns, const struct cell *cell);

/* The fields of the Table Schema. */
struct column_view {
    struct value name, type, format, title, about, required, allowed, comma;
};
extern const struct shape column_shape;
struct value columns_schema(const struct view *view, const struct columns *columns,
                            struct arena *arena);

/* Words with blanks between, as items. */
struct value column_words(const char *words, struct arena *arena);

#endif
