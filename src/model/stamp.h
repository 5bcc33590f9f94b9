/* SPDX-License-Identifier: MIT */
/*
 * stamp.h: the column of time stamps that Google Forms writes, when tables.yaml does not tell of it.
 */
#ifndef ATTALAK_MODEL_STAMP_H
#define ATTALAK_MODEL_STAMP_H

#include "sources/table.h"

/* ประทับเวลา, Timestamp; in the first column also what Google's tables make of them. */
bool stamp_is_usual(struct str header);
bool stamp_is_usual_first(struct str header);

struct stamp_format {
    struct str format; /* as in tables.yaml; empty: it cannot be told */
    bool any;          /* there are stamps at all */
};

/* The format that all stamps of a column have and that nothing else explains: a Buddhist year or
 * a day above 12 tells the day from the month. */
struct stamp_format stamp_format_of(const struct table *table, size_t column,
                                    struct arena *scratch);

/* A column that has not the format which tables.yaml names: a stamp fails and all have another
 * form, or several fail and none has it. One that fails among others is a matter of its row. */
struct stamp_misfit {
    bool found;
    struct str sample; /* the first that fails */
    struct str other;  /* the form that all have; empty: none that we know */
};

struct stamp_misfit stamp_misfit_of(const struct table *table, size_t column, struct str format,
                                    struct arena *scratch);

#endif
