/* SPDX-License-Identifier: MIT */
/*
 * veil.h: what was typed, without what could be somebody's own.
 *
 * A finding quotes the cell, and the officers' pages are public: a telephone number, a
 * citizen's ID or the name before the @ of an e-mail address is quoted with dots. Its
 * first digits stay, so that an officer knows it again; the cell is one link away.
 */
#ifndef ATTALAK_VIEW_VEIL_H
#define ATTALAK_VIEW_VEIL_H

#include "base/str.h"

struct str veil(struct str text, struct arena *arena);

#endif
