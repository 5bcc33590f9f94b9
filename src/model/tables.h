/* SPDX-License-Identifier: MIT */
/*
 * tables.h: which CSV is what. tables.yaml says it for files of others (Google's, DLA's); the
 * canonical ones of registry/ and reports/ need no word.
 *
 * A column is read when tables.yaml maps its header to a field, when its header is a field's own
 * path, or when it ends in one, "ชื่ออัตลักษณ์ (ไทย) [name.th]" (dictionary.h). Every other column is never looked at: what people answered there does not enter.
 */
#ifndef ATTALAK_MODEL_TABLES_H
#define ATTALAK_MODEL_TABLES_H

#include "model/field.h"
#include "sources/table.h"

enum table_kind {
    KIND_CLUSTER, KIND_PROVINCE, KIND_DISTRICT, KIND_LAO, KIND_IDENTITY, KIND_REPORT,
    KIND_SNAPSHOT, KIND_COUNT,
};

/* One entry of tables.yaml. */
struct table_spec {
    struct strs files; /* patterns with * and ? */
    enum table_kind kind;
    struct str sheet, round, stamp_column, stamp_format;
    const struct tree *columns, *values, *ignore; /* maps and a list; may be NULL */
    struct pos pos;
    struct str file;
    bool used;
};
struct table_specs LIST_OF(struct table_spec);

/* A table with its columns bound to fields. */
struct sheet {
    const struct table *table;
    const struct table_spec *spec; /* NULL: canonical */
    struct LIST_OF(struct column) columns;
    bool has_stamp;  /* its time stamps can be read */
    size_t stamp_at; /* their cell */
    struct str stamp_format;
};
struct sheets LIST_OF(struct sheet);

struct table_specs tables_read(struct reader *r, const struct tree *tree, struct str file);

/* The entry for a file, or NULL. */
struct table_spec *tables_spec_of(struct table_specs *specs, struct str path);

/* Is the text what the pattern means? "*" stands for anything but "/". */
bool tables_match(struct str pattern, struct str path);

/* Binds headers to fields and tells of those that are unknown, missing or twice there; false
 * when the table cannot be used without. */
bool sheet_bind(struct reader *r, const struct table *table, const struct table_spec *spec,
                enum table_kind kind, struct sheet *sheet);

/* The headers that such a table may have, for table_parse; lasts as long as `arena`. */
struct table_hint sheet_hint(const struct site *site, const struct table_spec *spec,
                             enum table_kind kind, struct arena *arena);

/* A header as it is compared: one line, trimmed. */
struct str sheet_header(struct str raw, struct arena *arena);

/* The fields of a kind. */
const struct field_table *sheet_fields(enum table_kind kind);

/* The cell of a record's row that fills the path, empty as it may be; the record's own place when
 * it is no row or has no such column. */
struct pos sheet_cell(const struct record *record, struct str path);

/* One row as a record on the reader's scratch. */
struct record sheet_record(struct reader *r, const struct sheet *sheet,
                           const struct table_row *row);

/* The same in two steps: first what says whose row it is, then, on any thread and the scratch of
 * its reader, all fields. */
struct record sheet_key(struct reader *r, const struct sheet *sheet,
                        const struct table_row *row);
void sheet_fill(struct reader *r, struct record *record);

#endif
