/* SPDX-License-Identifier: MIT */
/*
 * field_docs.h: what an office is told of each field that a sheet can hold: what it is called,
 * what to write, one good example; in Thai and in English, as findings are.
 *
 * Beside the tables of fields (field.h): every spec of identity_fields and report_fields has one
 * doc of the same path (but `allow`, which no office is asked for), and every doc a spec; a unit
 * test holds it. Limits are the spec's own.
 * In a label or a sentence stand {n} for the number of a list's item, {limit} for the spec's
 * limit, {feature} and {define} for a feature of the vocabulary.
 */
#ifndef ATTALAK_MODEL_FIELD_DOCS_H
#define ATTALAK_MODEL_FIELD_DOCS_H

#include "base/diag.h"

/* Columns that belong together, in the order in which a form asks. */
enum doc_group {
    GROUP_WHO, GROUP_REPORT, GROUP_WHAT, GROUP_STORY, GROUP_PLACE, GROUP_CONTACT, GROUP_BUY,
    GROUP_ACCESS, GROUP_ACCESS_FIRST, GROUP_ACCESS_MORE, GROUP_FACILITIES, GROUP_SOURCES,
    GROUP_COUNT,
};

/* What an answer can be. */
enum answer {
    ANSWER_TEXT, ANSWER_STORY, ANSWER_TAGS, ANSWER_CODE, ANSWER_CHOICE, ANSWER_CHOICES,
    ANSWER_STATE, ANSWER_WHOLE, ANSWER_CM, ANSWER_M, ANSWER_1X, ANSWER_DEGREES, ANSWER_DATE,
    ANSWER_MONTH, ANSWER_MONTHS, ANSWER_HOURS, ANSWER_PHONE, ANSWER_EMAIL, ANSWER_LINE,
    ANSWER_URL, ANSWER_LANGS,
    ANSWER_COUNT,
};

/* One of a few answers that no vocabulary lists. */
struct doc_choice {
    struct str key;
    const char *label[DIAG_LANGS];
};

struct field_doc {
    struct str path; /* of its spec */
    enum doc_group group;
    enum answer answer;
    bool required;      /* asked for although the spec can do without: the LAO's code */
    unsigned items;     /* of a list: how many a sheet is given; 0: not for sheets */
    const struct doc_choice *choices;
    size_t choice_count;
    const char *label[DIAG_LANGS], *write[DIAG_LANGS];
    const char *example[DIAG_LANGS]; /* English: of columns in other languages than Thai */
};

struct field_docs {
    const struct field_doc *items;
    size_t count;
};
extern const struct field_docs field_docs;

/* NULL: a field that no sheet of an office has. */
const struct field_doc *field_doc_of(struct str path);

extern const char *const doc_group_names[GROUP_COUNT][DIAG_LANGS];
extern const char *const answer_names[ANSWER_COUNT][DIAG_LANGS];

/* yes, limited, no, na: the choices of an ANSWER_STATE. */
enum { DOC_STATES = 4 };
extern const struct doc_choice doc_states[DOC_STATES];

#endif
