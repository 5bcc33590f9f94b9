/* SPDX-License-Identifier: MIT */
/*
 * dot_map.h: the LAOs of a province or a district as dots where their offices stand:
 * filled in the colour and shape of a field when there is an entry, hollow when there is
 * none yet.
 *
 * A picture beside the lists, which have the links. Its names are of the largest
 * districts, or of the district's LAOs, and of what lies around, as far as they do not
 * stand on anything.
 *
 *     root->map = dot_map(view, page, arena);
 * {{#map}}{{>parts/dot-map}}{{/map}}
 */
#ifndef ATTALAK_VIEW_DOT_MAP_H
#define ATTALAK_VIEW_DOT_MAP_H

#include "view/view.h"

/* Entries of one field: path is drawn with a marker that has the shape. */
struct dot_field_view {
    struct value key, label, count, shape, path;
};
/* anchor: "start" or "end"; none: the name's middle is at x */
struct dot_name_view {
    struct value x, y, anchor, name;
};
/* hollow, hollow_path: LAOs without an entry; within, beyond: names; missing: a sentence
 * about those without coordinates, astray: about those whose coordinates are far from
 * here */
struct dot_map_view {
    struct value box, title, fields, hollow, hollow_path, within, beyond, missing, astray;
    struct value scale_path, scale_x, scale_y, scale_text;
};
extern const struct shape dot_map_shape;

/* Where each province's dots lie, in the site's order: a map names those that reach onto its
 * sheet, and has no time to look at the dots of the others. */
const struct extent *dot_extents(const struct site *site, struct arena *arena);

/* Of page->district, or else of page->province; none when fewer than two offices are
 * known. */
struct value dot_map(const struct view *view, const struct page *page,
                     struct arena *arena);

#endif
