/* SPDX-License-Identifier: MIT */
/*
 * weave.h: the cloth that an entry wears where it has no photo.
 *
 * Mudmee (ikat) is tied before it is dyed, and each village has its own ties. Here the
 * code of six digits says how to tie: a lattice of stepped diamonds, mirrored four ways,
 * with two motifs in it. The same code gives the same bytes for ever, and no two codes
 * give the same cloth (weave.c says why).
 */
#ifndef ATTALAK_VIEW_WEAVE_H
#define ATTALAK_VIEW_WEAVE_H

#include "base/arena.h"
#include "base/str.h"

enum { WEAVE_MOST = 1024 }; /* bytes of one cloth; most have 650 */

/* An inline SVG that fills whatever box it is given, hidden from assistive technology.
 * Its threads are `stroke` and `color` of .weave in the style sheet. `code`: six digits,
 * or the two or four of a province or a district. A page has one cloth: it has ids. */
struct str weave_svg(struct str code, struct arena *arena);

#endif
