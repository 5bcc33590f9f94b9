/* SPDX-License-Identifier: MIT */
/*
 * hours_prose.h: opening hours as sentences, and as schema.org's
 * openingHoursSpecification.
 *
 * "จันทร์–ศุกร์ 08.30–16.30 น." / "Monday–Friday 08:30–16:30". Words come from hours.* and
 * day.*.
 */
#ifndef ATTALAK_VIEW_HOURS_PROSE_H
#define ATTALAK_VIEW_HOURS_PROSE_H

#include "view/view.h"

/* One line per rule, as a list of texts. */
struct value hours_lines(const struct words *words, const struct hours *hours,
                         struct arena *arena);

/* One per rule, span and block of days: days are schema.org's names. `first` tells the
 * first. */
struct spec_view {
    struct value days, opens, closes, first;
};
struct spec_day_view {
    struct value name, first;
};
extern const struct shape spec_shape;
struct value hours_specs(const struct hours *hours, struct arena *arena);

#endif
