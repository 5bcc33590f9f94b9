/* SPDX-License-Identifier: MIT */
/*
 * keep.h: what a visitor takes along: of one entry, and of a whole province.
 *
 * Of an entry a browser keeps what is the same in every language, from the attributes of the
 * button on its page (templates/entry/keep.html); the trip page reads the rest in
 * data/trip/<province>.json, which also lists the pages that make up the province.
 */
#ifndef ATTALAK_VIEW_KEEP_H
#define ATTALAK_VIEW_KEEP_H

#include "view/view.h"

struct keep_view {
    struct value code, names, path, lat, lon, office, months, updated;
}; /* office: the position is the LAO's office, for the entry states none */
extern const struct shape keep_shape;

struct value view_keep(const struct view *view, const struct lao *lao,
                       struct arena *arena);

/* What a province takes on a phone in one language, its pages and their photos: an estimate,
 * for it is said before. What is said afterwards, assets/offline-store.js has counted. */
size_t keep_bytes(const struct site *site, const struct province *province);
/* "ประมาณ 4.2 เมกะไบต์" */
struct str keep_size(const struct view *view, unsigned lang,
                     const struct province *province, struct arena *arena);

#endif
