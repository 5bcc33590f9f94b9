/* SPDX-License-Identifier: MIT */
/*
 * officer.h: one LAO as its officer sees it: is it published, what is there and what is
 * missing, what to mend and where, what a post about it looks like.
 *
 * Findings are found by the LAO's key, in an index that is made once (view_make); the
 * build has masked what is personal in them. What is held back is not shown at all: these
 * pages are public, though no search engine lists them.
 */
#ifndef ATTALAK_VIEW_OFFICER_H
#define ATTALAK_VIEW_OFFICER_H

#include "view/view.h"

struct findings LIST_OF(const struct finding *);

/* LAO's key → struct findings *, each in the order of `findings`. NULL gives none. What is
 * found in reports is left out where they are not to be published: it would say them. */
struct map officer_index(const struct site *site, const struct diags *findings,
                         struct arena *arena);

/* Errors hold an entry back; warnings are to be looked at; notes tell of a repair. */
struct officer_counts {
    size_t errors, mend, told; /* mend: errors and warnings; told: all */
};
struct officer_counts officer_counts(const struct view *view, const struct lao *lao);

/* What many LAOs have to mend in all. */
size_t officer_mend(const struct view *view, const struct laos *laos);

/* Of an LAO's findings at most so many are shown, and so many bytes of what they quote:
 * 334 LAOs share a page of at most 25 MiB. */
enum { OFFICER_TOLD_MAX = 30, OFFICER_TOLD_BYTES = 16 * 1024 };

/* A link of site.yaml, with the LAO's code for {code}. */
struct value officer_url(struct str pattern, const struct lao *lao, struct arena *arena);

extern const struct shape officer_shape;
/* asked: complete_asked's names */
struct value officer_value(const struct view *view, const struct page *page,
                           const struct lao *lao, const struct strs *asked,
                           struct arena *arena);

#endif
