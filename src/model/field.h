/* SPDX-License-Identifier: MIT */
/*
 * field.h: from the fields of a record to the members of a struct, by a table.
 *
 * Each kind of thing (an identity, a province, the settings) has one table that says which path
 * fills which member, and how. Adding a field to attalak is a line in such a table:
 *
 *     {FIELD("updated", take_date), .offset = offsetof(struct identity, updated)}
 *     {FIELD("buy.#.url", take_url), ITEM_OF(struct identity, buy, struct link, url)}
 *
 * In a path "#" stands for an item's number and a final "*" for all that follows. A FIELD_TEXT
 * takes a language behind it ("name.th", in a CSV also "name_th"); without one it is language 0.
 *
 *     fields_resolve(r, &record, table);           unknown keys are complained of here
 *     record_overlay(r, &row, &yaml);              optional: the second wins, field by field
 *     fields_take(r, &record, table, &identity);   values are taken, missing ones complained of
 */
#ifndef ATTALAK_MODEL_FIELD_H
#define ATTALAK_MODEL_FIELD_H

#include "model/reader.h"
#include "model/record.h"

/* Is it one of those that have to be there? */
bool field_is_needed(const struct field *field);

/* Takes one value that was stated into the member `into`, or complains. */
typedef void (*take_fn)(struct reader *r, const struct field *field, void *into);

enum {
    FIELD_TEXT = 1 << 0,     /* may be followed by a language */
    FIELD_REQUIRED = 1 << 1, /* in language 0 when it is a text */
    FIELD_FIGURE = 1 << 2,   /* a number that may be 0: "-" is asked about */
    FIELD_ANSWERS = 1 << 3,  /* "ไม่มี" may be an answer: only the taker knows */
};

struct field_spec {
    struct str path;
    take_fn take;
    size_t offset; /* of the member, or of the list whose item it is in */
    unsigned flags;
    size_t limit;          /* code points of a text; 0: TEXT_LIMIT */
    size_t item, inner;    /* of a list: the size of an item, the offset within it */
};

#define FIELD(name, taker) .path = STR_CONST(name), .take = (taker)
#define ITEM_OF(type, list, item_type, member)                                            \
    .offset = offsetof(type, list), .item = sizeof(item_type),                            \
    .inner = offsetof(item_type, member)

struct field_table {
    const struct field_spec *specs;
    size_t count;
    size_t refused; /* offset of a struct strs for the paths of refused values; 0: not kept */
};
#define FIELD_TABLE(array) {.specs = (array), .count = sizeof(array) / sizeof((array)[0])}
#define FIELD_TABLE_KEEPING(array, offset)                                                    {.specs = (array), .count = sizeof(array) / sizeof((array)[0]), .refused = (offset)}

enum { TEXT_LIMIT = 2000, LIST_LIMIT = 60, SPECS_MAX = 64 };

void fields_resolve(struct reader *r, struct record *record, const struct field_table *table);

/* Which spec a canonical path means, or NULL: for the columns of a sheet. */
const struct field_spec *field_spec_of(const struct site *site, const struct field_table *table,
                                       struct str path);

/* "name.lo" on a site without Lao: not known, but no mistake. */
bool field_is_other_language(const struct field_table *table, struct str path);

/* The path that people most likely meant, or an empty str. */
struct str field_nearest(const struct field_table *table, struct str path);

/* Lays `over` on `base`: its fields win, and differing ones are reported with both places. A list
 * of items is one field: who states any of it states all of it. */
void record_overlay(struct reader *r, struct record *base, const struct record *over);

void fields_take(struct reader *r, const struct record *record, const struct field_table *table,
                 void *object);

/* Nothing was answered: empty, "-", "ไม่มี" … and tables.yaml gives that answer no meaning. */
bool field_is_blank(const struct field *field, struct arena *scratch);

/* The field when something was answered there, resolved or not; or NULL. */
const struct field *record_stated(const struct record *record, struct str path,
                                  struct arena *scratch);

/* "name", "name.th" and "name_th" are one field, in another sheet. */
bool field_is_same(const struct field *a, const struct field *b);

/* What it says once cleaned, a sheet's answer translated (tables.yaml). */
struct str field_meaning(const struct field *field, struct arena *scratch);

/* The number of a language of the site, or LANG_MAX. */
unsigned site_lang(const struct site *site, struct str tag);

#endif
