/* SPDX-License-Identifier: MIT */
/*
 * hours.h: opening hours, a small subset of OpenStreetMap's opening_hours.
 *
 *     24/7 | rule (";" rule)*
 *     rule = [month[-month]] [days] what
 *     what = (time-time ("," time-time)* | "off") [comment in quotes] | comment in quotes
 *
 * with days such as Mo-Fr, Sa,Su or Mo-We,Sa. A rule that is only a comment ("by
 * appointment") is neither off nor has it spans. Blanks may stand between any two signs.
 * Everything else is refused with the place where reading stopped. Prose is made by the
 * view from this struct and the words files.
 */
#ifndef ATTALAK_TEXT_HOURS_H
#define ATTALAK_TEXT_HOURS_H

#include "base/str.h"

enum { HOURS_RULES_MAX = 16, HOURS_SPANS_MAX = 4 };

/* Minutes of the day; closes < opens spans midnight; 24:00 is 1440. */
struct hours_span {
    int opens, closes;
};

struct hours_rule {
    unsigned days; /* bit 0 Monday … bit 6 Sunday; 0x7f when none were given */
    bool all_days; /* no days were given */
    int month_from, month_to; /* 1–12, may wrap (11–2); 0: all year */
    bool off;
    struct hours_span spans[HOURS_SPANS_MAX];
    size_t span_count;
    struct str comment; /* without its quotes */
};

struct hours {
    bool always; /* 24/7: no rules */
    const struct hours_rule *rules;
    size_t rule_count; /* 1 to HOURS_RULES_MAX unless always */
};

struct hours_read {
    const struct hours *hours; /* NULL when refused */
    size_t stopped_at;         /* byte offset of what could not be read */
};
struct hours_read hours_parse(struct str text, struct arena *arena);

#endif
