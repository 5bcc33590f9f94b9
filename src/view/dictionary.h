/* SPDX-License-Identifier: MIT */
/*
 * dictionary.h: the columns of a sheet (model/dictionary.h) as templates see them: sheet.csv,
 * dictionary.csv and dictionary.html share one root. It belongs to no page of the site and
 * speaks Thai or English, as findings do.
 */
#ifndef ATTALAK_VIEW_DICTIONARY_H
#define ATTALAK_VIEW_DICTIONARY_H

#include "model/dictionary.h"
#include "render/value.h"

struct dictionary_choice_view {
    struct value key, label;
};

struct dictionary_column_view {
    struct value rest;   /* it is not the first */
    struct value header; /* "ชื่ออัตลักษณ์ (ไทย) [name.th]" */
    struct value path, label, label_th, label_en;
    struct value required;
    struct value kind; /* "text", "one of" */
    struct value choices;                        /* of dictionary_choice_view */
    struct value allowed, allowed_th, allowed_en; /* the same, one a line */
    struct value limit;
    struct value example, example_lang; /* the language when it is not the reader's */
    struct value write, write_th, write_en;
};

struct dictionary_group_view {
    struct value name, anchor, columns;
    struct value more; /* the questions on access that are not asked first */
};

struct dictionary_root {
    struct value lang; /* "th", "en" */
    struct value thai; /* is it Thai? */
    struct value report;
    struct value bom, columns, groups;
};
extern const struct shape dictionary_root_shape;

/* `report`: of the sheet of monthly figures, not of identities. */
struct value dictionary_value(const struct dictionary *dictionary, bool report,
                              enum diag_lang lang, struct arena *arena);

#endif
