/* SPDX-License-Identifier: MIT */
/*
 * diag.h: findings, the one way to complain.
 *
 * What is wrong with content, templates or the world is data: a finding says which rule,
 * where, what was typed, and how to mend it, in Thai and in English. Findings are
 * collected, sorted by place and printed together; none is hidden.
 *
 * Each room has one table of rules (sources_rules, model_rules, …) indexed by an enum. A
 * rule's texts hold placeholders: {0} is the value as typed, {1} to {3} what the finder
 * adds.
 *
 *     return diag(diags, &model_rules[CODE_UNKNOWN], pos, value, nearest);
 *
 * diag() returns false, so that a loader can complain and give up in one line. Workers
 * collect into diags of their own, which are joined in index order after the work.
 */
#ifndef ATTALAK_BASE_DIAG_H
#define ATTALAK_BASE_DIAG_H

#include "base/buf.h"
#include "base/list.h"
#include "base/map.h"
#include "base/rule.h"

/* Where. Lines and columns count from 1, 0 means "the whole file"; a column counts code
 * points. In a sheet, row is the row as the sheet numbers it (not the line: cells hold
 * newlines), column the cell's number (27 is AA) and header its heading. */
struct pos {
    struct str file;
    unsigned line, column, row;
    struct str header;
};

struct finding {
    const struct rule *rule;
    struct pos pos;
    struct str args[DIAG_ARGS];
    const struct str *called[DIAG_ARGS]; /* the arg in each language; NULL: as it is */
    struct str subject; /* the LAO's key it holds back or concerns, or empty */
};

struct diags {
    struct arena *arena; /* where findings and copies of their texts live */
    struct LIST_OF(struct finding) items;
    size_t counts[SEVERITY_COUNT];
    struct str subject; /* given to each finding added from now on; the loader sets it */
    struct map long_texts; /* kept once, however many findings have them */
};

struct diags diags_on(struct arena *arena);

/* Adds a finding (texts are copied, equal long ones once). Always false. Call it through diag(). */
bool diag_add(struct diags *diags, const struct rule *rule, struct pos pos,
              const struct str args[DIAG_ARGS]);
#define diag(diags, rule, pos, ...)                                                      \
    diag_add((diags), (rule), (pos), (const struct str[DIAG_ARGS]){__VA_ARGS__})

/* Appends all of `from`, in its order, copying nothing: from's arena must live on. */
void diags_join(struct diags *into, const struct diags *from);

/* By file, line, column, rule, value; equal findings become one. */
void diags_sort(struct diags *diags);

bool diags_any_error(const struct diags *diags);
bool diags_has(const struct diags *diags, const struct rule *rule);
/* The subjects that errors hold back so far: key → struct finding *. */
struct map diags_held(const struct diags *diags, struct arena *arena);

/* A value as typed, for people: what cannot be seen is written out (‹U+200B›), blanks at
 * the ends and all but the first of a run are ␣, the end of a line is ↵; cut at `limit`
 * code points. */
enum { DIAG_VALUE_SHOWN = 120 };
struct str diag_visible(struct str value, size_t limit, struct arena *arena);

/* A rule's sentence with its placeholders filled: values made visible, {0} cut at
 * DIAG_VALUE_SHOWN, the others (lists of candidates …) whole. */
struct str diag_problem(const struct finding *finding, enum diag_lang lang,
                        struct arena *arena);
struct str diag_remedy(const struct finding *finding, enum diag_lang lang,
                       struct arena *arena);

/* The row that a sheet shows, or the line; empty: the whole file. */
struct str diag_row(const struct pos *pos, struct arena *arena);
/* The letters of a sheet's column, the number of a line's; empty: all of it. */
struct str diag_column(const struct pos *pos, struct arena *arena);
/* Both in words: "row 12, column F", "line 3, column 5". */
struct str diag_spot(const struct pos *pos, enum diag_lang lang, struct arena *arena);

/* "sheets/a.csv:12" or, for a sheet's cell, "sheets/a.csv: row 12, column F (รหัส อปท.)".
 */
struct str diag_place(const struct pos *pos, enum diag_lang lang, struct arena *arena);

/* One finding as text for a terminal: its head in one line, what the place holds (`shown`,
 * may be empty) in a second, its remedy in a third. */
void diag_print(const struct finding *finding, struct str shown, enum diag_lang lang,
                bool colour, struct buf *out);

/* All findings as text for a terminal; `colour` only when the caller knows it is one. */
void diags_print(const struct diags *diags, enum diag_lang lang, bool colour,
                 struct buf *out);

/* Spreadsheet letters of a column number: 1 is A, 27 is AA. */
struct str diag_column_letters(unsigned column, struct arena *arena);

#endif
