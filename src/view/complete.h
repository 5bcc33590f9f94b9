/* SPDX-License-Identifier: MIT */
/*
 * complete.h: which of the asked fields an identity has, and which it lacks, by name.
 *
 * "Asked" is the table in complete.c; texts are asked in each language of the site. The
 * first questions about access (features with `starter`) are counted beside it: one that
 * was answered with "no" is answered, and one that nobody answered is not a no.
 */
#ifndef ATTALAK_VIEW_COMPLETE_H
#define ATTALAK_VIEW_COMPLETE_H

#include "view/view.h"

struct complete {
    struct strs have, missing; /* names, in the order of the questions */
};

/* Names of all that is asked, made once for a page of many LAOs. */
struct strs complete_asked(const struct view *view, unsigned lang, struct arena *arena);
struct complete complete_fields(const struct view *view, const struct strs *names,
                                const struct identity *identity, struct arena *arena);
struct complete complete_access(const struct view *view, unsigned lang,
                                const struct identity *identity, struct arena *arena);

#endif
