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

#endif
