/* SPDX-License-Identifier: MIT */
/*
 * amenities.h: what is known of an entry's access, for machines: schema.org's
 * amenityFeature.
 *
 * Only what the page shows; what is unknown or does not apply is left out. Of a
 * demonstration nothing is told: its page says that such notes are examples, and schema.org
 * has no word for that.
 */
#ifndef ATTALAK_VIEW_AMENITIES_H
#define ATTALAK_VIEW_AMENITIES_H

#include "view/view.h"

/* A known facility for JSON-LD: its value is true, false, "limited" or a number with a unit; id
 * is where the page of terms says what is meant, since when it was looked at. */
struct amenity_view {
    struct value name, id, since, yes, no, text, number, unit, first;
};
extern const struct shape amenity_shape;
struct value view_amenities(const struct view *view, const struct page *page,
                            struct arena *arena);

#endif
