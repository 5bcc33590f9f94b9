/* SPDX-License-Identifier: MIT */
/*
 * report_words.h: the words of the report, which must be readable when words/ is not: they
 * are a table here, in the two languages that findings speak.
 */
#ifndef ATTALAK_VIEW_REPORT_WORDS_H
#define ATTALAK_VIEW_REPORT_WORDS_H

#include "base/diag.h"
#include "render/value.h"

/* The map behind the report's {{t}}. */
struct value report_words(enum diag_lang lang, struct arena *arena);
extern const struct shape report_words_shape;

/* What a severity means for whoever reads it. */
extern const char *const report_severity_means[SEVERITY_COUNT][DIAG_LANGS];

#endif
