/* SPDX-License-Identifier: MIT */
/*
 * report.h: what a command says of its findings: on a terminal in colours, never with
 * NO_COLOR.
 */
#ifndef ATTALAK_REPORT_H
#define ATTALAK_REPORT_H

#include <stdio.h>

#include "options.h"
#include "publish/publish.h"

/* A terminal, and nobody asked for none. */
bool report_wants_colour(FILE *file);

/* Every finding, in the order of diags_sort. */
void report_all(const struct diags *diags, enum diag_lang lang, FILE *file);

/* The errors alone: what a reader of a build's log needs. */
void report_errors(const struct diags *diags, enum diag_lang lang, struct arena *scratch);

/* Warnings of publishing, which `check` cannot know: new hosts, strangers' files. */
void report_publishing(const struct diags *diags, enum diag_lang lang, struct arena *scratch);

/* "2 errors, 0 warnings, 7 notes". */
void report_counts(const struct diags *diags, const struct options *options);

/* What went out, and what did not: entries, and errors that left out anything else (a row, a
 * province's introduction, a page). */
struct report_entries {
    size_t published, held, other_errors;
};
void report_result(const struct publish_result *result,
                   const struct report_entries *entries, const struct options *options);

#endif
