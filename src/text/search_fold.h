/* SPDX-License-Identifier: MIT */
/*
 * search_fold.h: what a search compares: a text without what people type differently.
 *
 *     น้ำตก, นํ้าตก, น้ําตก    →  นำตก       tones and karan go, ํ and า are ำ, เเ is แ, ใ is ไ
 *     อบต.หนองบัว              →  องคการบริหารสวนตำบลหนองบัว
 *     Phu Kradueng, PU KRADUNG →  pu kradung  capitals, accents, ph th kh, ue oe ae, doubled letters
 *     ๖๓๖๐๒๐๓                  →  6360203    and nothing that cannot be seen, no signs; one blank
 *                                             for many
 *
 * For looking up, never for display. assets/fold.js is the same for what is typed in a browser;
 * tests/web/fold-vectors.tsv holds both to one table. (fold.h is another one: for lists of words
 * that hide.)
 */
#ifndef ATTALAK_TEXT_SEARCH_FOLD_H
#define ATTALAK_TEXT_SEARCH_FOLD_H

#include "base/str.h"

/* Lines stay lines; linear. */
struct str search_fold(struct str text, struct arena *arena);

#endif
