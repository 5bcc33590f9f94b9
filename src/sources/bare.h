/* SPDX-License-Identifier: MIT */
/*
 * bare.h: a Markdown text that reads as it is written, as nearly all do: for those who look for
 * words, numbers and addresses in it, rendering would change nothing. For prose.c.
 *
 * There is no sign in it that begins a tag, an entity, a link, a quote, code or an escape; and
 * each run of * and _ parts what a blank parts already: it has a blank on one side and a letter or
 * a blank on the other ("a **b** c", "* a"; not "a**b**", "08 **1**"). Whoever is in doubt is not
 * bare.
 */
#ifndef ATTALAK_SOURCES_BARE_H
#define ATTALAK_SOURCES_BARE_H

#include "base/str.h"

bool bare_reads(struct str markdown);

#endif
