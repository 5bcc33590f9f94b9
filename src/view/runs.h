/* SPDX-License-Identifier: MIT */
/*
 * runs.h: a text in stretches of one script.
 *
 * What an officer typed is quoted inside a sentence: on a page of another language its
 * Thai must say that it is Thai (WCAG 3.1.2), or it is read out as noise.
 */
#ifndef ATTALAK_VIEW_RUNS_H
#define ATTALAK_VIEW_RUNS_H

#include "view/view.h"

/* A list of phrases: one on a Thai page, else one for each stretch. */
struct value view_runs(const struct view *view, unsigned lang, struct str text,
                       struct arena *arena);

#endif
