/* SPDX-License-Identifier: MIT */
/*
 * finding.h: a finding as templates see it, on the officers' pages and in the report of
 * `attalak check`.
 *
 * Findings speak Thai or English whatever languages the site has: Thai on Thai pages,
 * English on all others.
 */
#ifndef ATTALAK_VIEW_FINDING_H
#define ATTALAK_VIEW_FINDING_H

#include "base/diag.h"
#include "model/model.h"
#include "render/value.h"

struct finding_view {
    struct value severity;      /* "error", "warning", "note" */
    struct value severity_text; /* the same in the reader's language */
    struct value rule;          /* "lao.unknown-code" */
    struct value file;
    struct value place;   /* "row 12, column F", "line 3, column 5"; none: the whole file */
    struct value header;  /* of the column */
    struct value typed;   /* as typed, made visible; none when nothing was */
    struct value problem; /* one sentence */
    struct value remedy;  /* one sentence */
    struct value href;    /* of the cell in the Google Sheet, when it has an address */
    struct value excerpt; /* the line of a YAML or Markdown file, in the report only */
};
extern const struct shape finding_shape;

struct value finding_value(const struct site *site, const struct finding *finding,
                           enum diag_lang lang, struct arena *arena);

/* The same for a caller that has more to say of it. */
void finding_fill(struct finding_view *view, const struct site *site,
                  const struct finding *finding, enum diag_lang lang, struct arena *arena);

/* The language of findings on pages of that language. */
enum diag_lang finding_lang(struct str page_lang);

#endif
