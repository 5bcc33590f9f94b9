/* SPDX-License-Identifier: MIT */
/* visit.h: how to get to an entry, when, for how much, and whom to ask. */
#ifndef ATTALAK_VIEW_VISIT_H
#define ATTALAK_VIEW_VISIT_H

#include "view/view.h"

/* A way to get in touch: "โทร" "0 4489 1101" "tel:+6644891101". */
struct contact_view {
    struct value label, text, href;
};

struct visit_view {
    struct value maps, lat, lon, coordinates, address, directions, hours, open, specs,
        best_months, fee, is_free, contacts,
        phone, phone_href, /* the contact to call at once */
        any;               /* bool: there is something to show */
};
extern const struct shape visit_shape;

struct value view_visit(const struct view *view, const struct page *page,
                        const struct lao *lao, struct arena *arena);

#endif
