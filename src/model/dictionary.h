/* SPDX-License-Identifier: MIT */
/*
 * dictionary.h: every column that a sheet of an office can have, told from the fields that the
 * loader reads (field.h), what is said of them (field_docs.h) and the site's own languages and
 * vocabularies. Nothing else knows a list of columns.
 *
 *     struct dictionary d = dictionary_of(site, &identity_fields, arena);
 *     dictionary_header(&d.items[4], DIAG_TH, arena)    "ชื่ออัตลักษณ์ (ไทย) [name.th]"
 *     dictionary_path_of(header)                         "name.th" again: a column so headed
 *                                                        needs no line in tables.yaml
 */
#ifndef ATTALAK_MODEL_DICTIONARY_H
#define ATTALAK_MODEL_DICTIONARY_H

#include "model/model.h"
#include "model/field_docs.h"

struct field_table;

struct dictionary_choice {
    struct str key, label[DIAG_LANGS];
};

struct dictionary_column {
    struct str path; /* canonical, with numbers and language: "buy.1.name.th" */
    enum doc_group group;
    enum answer answer;
    bool required;
    size_t limit; /* code points; 0: none that matters */
    struct str label[DIAG_LANGS], write[DIAG_LANGS], example;
    struct LIST_OF(struct dictionary_choice) choices;
};
struct dictionary LIST_OF(struct dictionary_column);

/* In the order of the groups; empty for a table that no office fills in. */
struct dictionary dictionary_of(const struct site *site, const struct field_table *table,
                                struct arena *arena);

struct str dictionary_header(const struct dictionary_column *column, enum diag_lang lang,
                             struct arena *arena);

/* What stands in the brackets at a header's end, or an empty str. */
struct str dictionary_path_of(struct str header);

/* The path that was most likely meant, or an empty str. */
struct str dictionary_nearest(const struct site *site, const struct field_table *table,
                              struct str path, struct arena *arena);

#endif
