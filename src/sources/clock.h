/* SPDX-License-Identifier: MIT */
/*
 * clock.h: how long a text may take, in processor time of this thread alone, so that a busy
 * machine refuses nobody's text. Looked at rarely: short texts, which are nearly all, never ask
 * the kernel. For prose.c.
 *
 *     struct clock clock = {.left = text.len, .most = 250};
 *     if (clock_is_late(&clock, rest.len)) …       again and again, as the rest grows shorter
 */
#ifndef ATTALAK_SOURCES_CLOCK_H
#define ATTALAK_SOURCES_CLOCK_H

#include <stdbool.h>
#include <stddef.h>

struct clock {
    size_t left; /* bytes not yet read when it was looked at last */
    long most;   /* ms from the first look on */
    long began;  /* ms; 0 before it */
};

bool clock_is_late(struct clock *clock, size_t left);

#endif
