/* SPDX-License-Identifier: MIT */
/*
 * tile_map.h: the provinces as a map of equal squares, each a link, in its true
 * neighbourhood.
 *
 * A list for those who hear or tab through it, from north to south; a grid for those who
 * see. The layout is our own; a unit test holds against the provinces' points. What a
 * square counts is the page's affair: it gives a function, and what a step means.
 *
 *     root->map = tile_map(view, page, &tile_entries, arena);
 * {{#map}}{{>parts/tile-map}}{{/map}}
 */
#ifndef ATTALAK_VIEW_TILE_MAP_H
#define ATTALAK_VIEW_TILE_MAP_H

#include "view/view.h"

/* level: 0 (none) to TILE_LEVELS, none where there is nothing to count; column, row: from 1, none when it has no place on the
 * map */
struct tile_view {
    struct value href, abbr, name, count_text, level, column, row;
};
/* What a colour means: "1–10". */
struct tile_step_view {
    struct value level, text;
};
struct tile_map_view {
    struct value tiles, steps;
};
extern const struct shape tile_map_shape;

enum { TILE_LEVELS = 4, TILE_BLANK = -1 };

/* What a square shows: how many, in words, and the page behind it. */
struct tile {
    int64_t count; /* TILE_BLANK: of nothing */
    struct str text, path;
};
typedef struct tile (*tile_fn)(const struct view *view, const struct page *page,
                               const struct province *province, struct arena *arena);

/* step: what a level is wide, for what is never above TILE_LEVELS of them; 0: a round
 * number that suits the largest count. unit: behind each number of the legend, as "%". */
struct tile_scale {
    tile_fn fill;
    int64_t step;
    const char *unit;
};
/* How many entries; the province's page. */
extern const struct tile_scale tile_entries;

struct value tile_map(const struct view *view, const struct page *page,
                      const struct tile_scale *scale, struct arena *arena);

/* Where a province stands, from 1; false when the map does not know it. */
bool tile_place(struct str code, unsigned *column, unsigned *row);

#endif
