/* SPDX-License-Identifier: MIT */
/*
 * snippet.h: a link to an LAO's entry as HTML that its officers paste into their own
 * site: one element, no script, nothing loaded.
 *
 *     <a lang="th" href="https://…/th/chaiyaphum/360203/">ผ้าไหม · ๑ อปท. ๑ อัตลักษณ์</a>
 *
 * It is source text: a name in it is escaped already, and the page that shows it escapes
 * all of it once more.
 */
#ifndef ATTALAK_VIEW_SNIPPET_H
#define ATTALAK_VIEW_SNIPPET_H

#include "view/view.h"

/* In the site's first language. Empty without a base_url: there is no address to link to.
 */
struct str snippet_link(const struct view *view, const struct lao *lao,
                        struct arena *arena);

#endif
