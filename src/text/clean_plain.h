/* SPDX-License-Identifier: MIT */
/*
 * clean_plain.h: the quick scan of clean.h; only clean.c uses it.
 */
#ifndef ATTALAK_TEXT_CLEAN_PLAIN_H
#define ATTALAK_TEXT_CLEAN_PLAIN_H

#include "base/str.h"

/* Has cleaning surely nothing to do? As a block a text may have lines and more than one blank. */
bool clean_is_plain(struct str raw, bool block);

#endif
