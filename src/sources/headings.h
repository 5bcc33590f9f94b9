/* SPDX-License-Identifier: MIT */
/*
 * headings.h: the author's heading levels → levels that fit the page and skip none.
 *
 * The levels that are open, as typed, stand on a stack; how many they are is the level shown.
 * "###" first and "##" next are both outermost, so both get the same level.
 */
#ifndef ATTALAK_SOURCES_HEADINGS_H
#define ATTALAK_SOURCES_HEADINGS_H

enum { HEADINGS_LEVELS = 6 };

struct headings {
    int base; /* level of the heading they all stand beneath, at least 1 */
    int open[HEADINGS_LEVELS + 1];
    int count;
};

struct headings headings_beneath(int base);
void headings_enter(struct headings *headings, int typed);
int headings_level(const struct headings *headings); /* of the one entered last */

#endif
