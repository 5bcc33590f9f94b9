/* SPDX-License-Identifier: MIT */
/*
 * told.h: a finding on the officers' pages: finding.h's, Thai
 * marked on pages of another language, and a link to the rule where it is explained.
 */
#ifndef ATTALAK_VIEW_TOLD_H
#define ATTALAK_VIEW_TOLD_H

#include "view/view.h"

extern const struct shape told_shape;
struct value told_value(const struct view *view, const struct page *page,
                        const struct finding *finding, struct arena *arena);

/* What the officers' pages tell in findings' own languages, Thai and English: which of the two,
 * when it is not the page's; a text as some phrases; where the page of rules has a rule. */
struct value told_lang(struct str page_lang);
struct value told_runs(const struct view *view, unsigned lang, struct str text,
                       struct arena *arena);
struct str told_anchor(const struct rule *rule, struct arena *arena);

#endif
