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

#endif
