/* SPDX-License-Identifier: MIT */
#include "view/tile_map.h"

#include <string.h>

/* ---- shapes ---- */

static const struct slot tile_slots[] = {
    SLOT(tile_view, href, VALUE_TEXT),
    SLOT(tile_view, abbr, VALUE_TEXT),
    SLOT_OF(tile_view, name, VALUE_MAP, &phrase_shape),
    SLOT(tile_view, count_text, VALUE_TEXT),
    SLOT(tile_view, level, VALUE_TEXT),
    SLOT(tile_view, column, VALUE_TEXT),
    SLOT(tile_view, row, VALUE_TEXT),
};
static const struct shape tile_shape = SHAPE("tile", tile_view, tile_slots);

static const struct slot step_slots[] = {
    SLOT(tile_step_view, level, VALUE_TEXT),
    SLOT(tile_step_view, text, VALUE_TEXT),
};
static const struct shape step_shape = SHAPE("tile_step", tile_step_view, step_slots);

static const struct slot map_slots[] = {
    SLOT_OF(tile_map_view, tiles, VALUE_LIST, &tile_shape),
    SLOT_OF(tile_map_view, steps, VALUE_LIST, &step_shape),
};
const struct shape tile_map_shape = SHAPE("tile_map", tile_map_view, map_slots);

/* ---- the layout ---- */

/* Found by annealing: each province as near as may be to where its six nearest neighbours
 * leave it. */
static const char layout[][30] = {
    ".. 50 57 56 .. .. .. .. .. ..", "58 51 52 54 55 .. .. .. .. ..",
    ".. .. .. 53 .. .. 43 38 .. ..", ".. 63 64 65 42 39 41 47 48 ..",
    ".. .. 62 66 67 .. 40 46 49 ..", ".. .. 60 .. .. 36 44 45 35 37",
    ".. 61 18 16 .. 30 31 32 33 34", ".. .. 17 15 19 .. .. .. .. ..",
    ".. .. 72 14 13 26 25 .. .. ..", ".. 71 73 12 10 24 27 .. .. ..",
    ".. 70 75 74 11 20 22 .. .. ..", ".. .. 76 .. .. 21 23 .. .. ..",
    ".. .. 77 .. .. .. .. .. .. ..", "85 86 .. .. .. .. .. .. .. ..",
    "82 84 80 .. .. .. .. .. .. ..", "83 81 93 .. .. .. .. .. .. ..",
    ".. 92 90 94 .. .. .. .. .. ..", ".. .. 91 95 96 .. .. .. .. ..",
};
enum { ROWS = sizeof(layout) / sizeof(*layout), CELL = 3 /* two digits and a blank */ };

bool tile_place(struct str code, unsigned *column, unsigned *row)
{
    bool is_code =
        code.len == 2 && code.ptr[0] != *layout[0]; /* a blank square is none */
    for (unsigned y = 0; is_code && y < ROWS; y++)
        for (unsigned at = 0; at < sizeof(*layout); at += CELL)
            if (!memcmp(layout[y] + at, code.ptr, code.len)) {
                *column = at / CELL + 1;
                *row = y + 1;
                return true;
            }
    return false;
}

static const struct {
    const char *code, *th, *en;
} labels[] = {
#include "view/tile_labels.inc"
};

/* Its initials; its name when nobody knows any. */
static struct str abbreviation(const struct view *view, const struct page *page,
                               const struct province *province)
{
    bool thai = str_eq(view->site->langs[page->lang], STR("th"));
    for (size_t i = 0; i < sizeof(labels) / sizeof(*labels); i++)
        if (str_eq(province->code, str_from(labels[i].code)))
            return str_from(thai ? labels[i].th : labels[i].en);
    return view_pick(view, page->lang, &province->name, NULL);
}

/* ---- levels ---- */

/* The least round number of which TILE_LEVELS make `most`: 1, 2, 5, 10, 20 … */
static int64_t step_for(int64_t most)
{
    static const int64_t round[] = {1, 2, 5};
    for (int64_t ten = 1;; ten *= 10)
        for (size_t i = 0; i < sizeof(round) / sizeof(*round); i++)
            if (round[i] * ten * TILE_LEVELS >= most)
                return round[i] * ten;
}

static int64_t level_of(int64_t count, int64_t step)
{
    return (count + step - 1) / step;
}

static struct value view_step(const struct words *words, int64_t level,
                              const struct tile_scale *scale, struct arena *arena)
{
    struct tile_step_view *v = value_struct(tile_step_view, arena);
    int64_t first = level ? (level - 1) * scale->step + 1 : 0, last = level * scale->step;
    struct str from = words_number(words, first, arena);
    struct str range = first == last
                           ? from
                           : words_fill(words, "map.range", arena, {"from", from},
                                        {"to", words_number(words, last, arena)});
    v->level = value_int(level, arena);
    v->text = value_text(str_cat(arena, range, str_from(scale->unit)));
    return value_map(v, &step_shape);
}

static struct value view_steps(const struct words *words, const struct tile_scale *scale,
                               struct arena *arena)
{
    struct value *steps = arena_many(arena, TILE_LEVELS + 1, struct value);
    for (int64_t level = 0; level <= TILE_LEVELS; level++)
        steps[level] = view_step(words, level, scale, arena);
    return value_list(steps, TILE_LEVELS + 1);
}

/* ---- the map ---- */

/* From north to south and west to east; those without a place come last. */
static size_t place_rank(struct str code)
{
    unsigned column = 0, row = 0;
    return tile_place(code, &column, &row) ? row * sizeof(*layout) + column : SIZE_MAX;
}

static struct value view_tile(const struct view *view, const struct page *page,
                              const struct province *province, const struct tile *tile,
                              int64_t step, struct arena *arena)
{
    struct tile_view *v = value_struct(tile_view, arena);
    unsigned column, row;
    v->href = view_href(view, page, tile->path, arena);
    v->abbr = value_text(abbreviation(view, page, province));
    v->name = view_phrase(view, page->lang, &province->name, arena);
    v->count_text = value_text(tile->text);
    if (tile->count != TILE_BLANK)
        v->level = value_int(level_of(tile->count, step), arena);
    if (tile_place(province->code, &column, &row)) {
        v->column = value_int(column, arena);
        v->row = value_int(row, arena);
    }
    return value_map(v, &tile_shape);
}

struct value tile_map(const struct view *view, const struct page *page,
                      const struct tile_scale *scale, struct arena *arena)
{
    size_t count = view->site->provinces.count;
    const struct province **sorted = arena_many(arena, count, const struct province *);
    struct tile *tiles = arena_many(arena, count, struct tile);
    struct value *values = arena_many(arena, count, struct value);
    int64_t most = 1;
    for (size_t i = 0; i < count; i++) { /* insertion: a country has 77 */
        size_t at = i;
        const struct province *province = view->site->provinces.items[i];
        for (; at && place_rank(sorted[at - 1]->code) > place_rank(province->code); at--)
            sorted[at] = sorted[at - 1];
        sorted[at] = province;
    }
    for (size_t i = 0; i < count; i++) {
        tiles[i] = scale->fill(view, page, sorted[i], arena);
        most = tiles[i].count > most ? tiles[i].count : most;
    }
    struct tile_scale used = *scale;
    if (!used.step)
        used.step = step_for(most);
    for (size_t i = 0; i < count; i++)
        values[i] = view_tile(view, page, sorted[i], &tiles[i], used.step, arena);
    struct tile_map_view *v = value_struct(tile_map_view, arena);
    v->tiles = value_list(values, count);
    v->steps = view_steps(&view->words[page->lang], &used, arena);
    return value_map(v, &tile_map_shape);
}

static struct tile count_entries(const struct view *view, const struct page *page,
                                 const struct province *province, struct arena *arena)
{
    int64_t count = (int64_t)province->entries.count;
    return (struct tile){
        .count = count,
        .text = words_count(&view->words[page->lang], "count.entries", count, arena),
        .path = path_province(view->site, page->lang, province, arena),
    };
}

const struct tile_scale tile_entries = {.fill = count_entries, .unit = ""};
