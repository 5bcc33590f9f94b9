/* SPDX-License-Identifier: MIT */
#include "view/dot_map.h"

#include "base/utf8.h"
#include "view/place.h"
#include "view/plot.h"

/* ---- shapes ---- */

static const struct slot field_slots[] = {
    SLOT(dot_field_view, key, VALUE_TEXT),
    SLOT_OF(dot_field_view, label, VALUE_MAP, &phrase_shape),
    SLOT(dot_field_view, count, VALUE_TEXT),
    SLOT(dot_field_view, shape, VALUE_TEXT),
    SLOT(dot_field_view, path, VALUE_TEXT),
};
static const struct shape field_shape = SHAPE("dot_field", dot_field_view, field_slots);

static const struct slot name_slots[] = {
    SLOT(dot_name_view, x, VALUE_TEXT),
    SLOT(dot_name_view, y, VALUE_TEXT),
    SLOT(dot_name_view, anchor, VALUE_TEXT),
    SLOT_OF(dot_name_view, name, VALUE_MAP, &phrase_shape),
};
static const struct shape name_shape = SHAPE("dot_name", dot_name_view, name_slots);

static const struct slot map_slots[] = {
    SLOT(dot_map_view, box, VALUE_TEXT),
    SLOT(dot_map_view, title, VALUE_TEXT),
    SLOT_OF(dot_map_view, fields, VALUE_LIST, &field_shape),
    SLOT(dot_map_view, hollow, VALUE_TEXT),
    SLOT(dot_map_view, hollow_path, VALUE_TEXT),
    SLOT_OF(dot_map_view, within, VALUE_LIST, &name_shape),
    SLOT_OF(dot_map_view, beyond, VALUE_LIST, &name_shape),
    SLOT(dot_map_view, missing, VALUE_TEXT),
    SLOT(dot_map_view, astray, VALUE_TEXT),
    SLOT(dot_map_view, scale_path, VALUE_TEXT),
    SLOT(dot_map_view, scale_x, VALUE_TEXT),
    SLOT(dot_map_view, scale_y, VALUE_TEXT),
    SLOT(dot_map_view, scale_text, VALUE_TEXT),
};
const struct shape dot_map_shape = SHAPE("dot_map", dot_map_view, map_slots);

/* ---- what is drawn ---- */

struct drawing {
    const struct view *view;
    const struct page *page;
    const struct laos *laos;
    struct plot plot;
    struct room room;
    struct arena *arena;
};

/* An LAO stands at its office; at what it is proud of when that alone is known. */
static struct spot stand_of(const struct lao *lao)
{
    return lao->located ? (struct spot){lao->lat, lao->lon, true} : spot_of(lao);
}

const struct extent *dot_extents(const struct site *site, struct arena *arena)
{
    struct extent *extents = arena_many(arena, site->provinces.count, struct extent);
    for (size_t i = 0; i < site->provinces.count; i++) {
        const struct laos *laos = &site->provinces.items[i]->laos;
        extents[i] = extent_of_none();
        for (size_t k = 0; k < laos->count; k++) {
            struct spot spot = stand_of(laos->items[k]);
            if (spot.ok)
                extent_add(&extents[i], spot);
        }
    }
    return extents;
}

/* Those on the sheet, of an LAO list. */
struct dots LIST_OF(struct dot);

static struct dots dots_of(struct drawing *d, const struct laos *laos)
{
    struct dots dots = {0};
    for (size_t i = 0; i < laos->count; i++) {
        struct spot spot = stand_of(laos->items[i]);
        struct dot dot;
        if (spot.ok && plot_dot(&d->plot, spot, &dot))
            *list_push(&dots, d->arena) = dot;
    }
    return dots;
}

static struct value path_of(const struct dots *dots, struct arena *arena)
{
    return value_text(plot_path(dots->items, dots->count, arena));
}

/* ---- fields ---- */

/* Each about eight units wide, around 0,0; a field beyond the last begins again. */
static const char *const shapes[] = {
    "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", /* a circle */
    "M0-5 4.8 3.6h-9.6z",                 /* a triangle */
    "M0-5 5 0 0 5-5 0z",                  /* a diamond */
    "M-3.6-3.6h7.2v7.2h-7.2z",            /* a square */
};

static struct laos only_of(const struct laos *laos, const struct category *category,
                           struct arena *arena)
{
    struct laos some = {0};
    for (size_t i = 0; i < laos->count; i++) {
        struct lao *lao = laos->items[i];
        if ((lao->published ? lao->identity->category : NULL) == category)
            *list_push(&some, arena) = lao;
    }
    return some;
}

static struct value view_field(struct drawing *d, size_t index, const struct dots *dots)
{
    const struct category *category = &d->view->site->vocabulary.categories.items[index];
    const struct words *words = &d->view->words[d->page->lang];
    struct dot_field_view *v = value_struct(dot_field_view, d->arena);
    v->key = value_text(category->key);
    v->label = view_phrase(d->view, d->page->lang, &category->label, d->arena);
    v->count = value_text(words_number(words, (int64_t)dots->count, d->arena));
    v->shape = value_text(str_from(shapes[index % (sizeof(shapes) / sizeof(*shapes))]));
    v->path = path_of(dots, d->arena);
    return value_map(v, &field_shape);
}

static struct value view_fields(struct drawing *d)
{
    size_t all = d->view->site->vocabulary.categories.count, count = 0;
    struct value *fields = arena_many(d->arena, all, struct value);
    for (size_t i = 0; i < all; i++) {
        struct laos some =
            only_of(d->laos, &d->view->site->vocabulary.categories.items[i], d->arena);
        struct dots dots = dots_of(d, &some);
        if (dots.count)
            fields[count++] = view_field(d, i, &dots);
    }
    return value_list(fields, count);
}

/* ---- names ---- */

enum { NAMES_MAX = 12 }; /* more would be a list, and there is one */
struct named {
    const struct text *name;
    struct dot dot;
    size_t weight; /* the heaviest is named first */
};
struct names_wanted LIST_OF(struct named);

/* About how wide a name is, at 12 units a letter's height: marks above and below have no
 * width. Rather too wide than too narrow: a test measures them all in a browser. */
static int width_of(struct str name)
{
    enum { LETTER = 15 /* halves */, MARGIN = 4 };
    int letters = 0;
    while (name.len) {
        struct utf8_char c = utf8_next(name);
        bool mark = c.codepoint == 0xe31 ||
                    (c.codepoint >= 0xe34 && c.codepoint <= 0xe3a) ||
                    (c.codepoint >= 0xe47 && c.codepoint <= 0xe4e);
        letters += !mark;
        name = str_skip(name, c.len);
    }
    return letters * LETTER / 2 + MARGIN;
}

/* Of a place's dots the one nearest to their mean, for that may lie in a lake. */
static struct dot middle_of(const struct dots *dots)
{
    struct dot sum = {0}, best = dots->items[0];
    int count = (int)dots->count, least = INT32_MAX;
    for (int i = 0; i < count; i++) {
        sum.x += dots->items[i].x;
        sum.y += dots->items[i].y;
    }
    for (int i = 0; i < count; i++) {
        int dx = dots->items[i].x - sum.x / count, dy = dots->items[i].y - sum.y / count;
        if (dx * dx + dy * dy >= least)
            continue;
        least = dx * dx + dy * dy;
        best = dots->items[i];
    }
    return best;
}

/* Kept sorted: the heaviest first, and of equals the first. */
static void want(struct names_wanted *wanted, struct named name, struct arena *arena)
{
    size_t at = wanted->count;
    list_push(wanted, arena);
    for (; at && wanted->items[at - 1].weight < name.weight; at--)
        wanted->items[at] = wanted->items[at - 1];
    wanted->items[at] = name;
}

/* A place by its dots. One dot alone in a strange land is a slip, unless it has no other.
 */
static void want_place(struct drawing *d, struct names_wanted *wanted,
                       const struct text *name, const struct laos *laos)
{
    struct dots dots = dots_of(d, laos);
    if (dots.count > 1 || (dots.count && laos->count == 1))
        want(wanted, (struct named){name, middle_of(&dots), dots.count}, d->arena);
}

/* Beside a dot the name begins or ends at it, so that a width guessed too large is no
 * gap. */
static struct value view_name(struct drawing *d, const struct named *name, struct box box,
                              enum room_reach reach)
{
    enum { BASELINE = 12 };
    struct dot_name_view *v = value_struct(dot_name_view, d->arena);
    int x = box.x + box.width / 2;
    if (reach == ROOM_BESIDE && box.x > name->dot.x) {
        v->anchor = value_text(STR("start"));
        x = box.x;
    } else if (reach == ROOM_BESIDE && box.x + box.width < name->dot.x) {
        v->anchor = value_text(STR("end"));
        x = box.x + box.width;
    }
    v->x = value_int(x, d->arena);
    v->y = value_int(box.y + BASELINE, d->arena);
    v->name = view_phrase(d->view, d->page->lang, name->name, d->arena);
    return value_map(v, &name_shape);
}

static struct value view_names(struct drawing *d, const struct names_wanted *wanted,
                               enum room_reach reach)
{
    struct value *names = arena_many(d->arena, wanted->count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < wanted->count && count < NAMES_MAX; i++) {
        const struct named *name = &wanted->items[i];
        int width = width_of(view_pick(d->view, d->page->lang, name->name, NULL));
        struct box box;
        if (room_find(&d->room, name->dot, width, reach, &box))
            names[count++] = view_name(d, name, box, reach);
    }
    return value_list(names, count);
}

static struct value names_of_districts(struct drawing *d, const struct district *but,
                                       enum room_reach reach)
{
    const struct districts *districts = &d->page->province->districts;
    struct names_wanted wanted = {0};
    for (size_t i = 0; i < districts->count; i++)
        if (districts->items[i] != but)
            want_place(d, &wanted, &districts->items[i]->name,
                       &districts->items[i]->laos);
    return view_names(d, &wanted, reach);
}

static struct value names_of_provinces(struct drawing *d)
{
    const struct provinces *provinces = &d->view->site->provinces;
    struct names_wanted wanted = {0};
    for (size_t i = 0; i < provinces->count; i++)
        if (provinces->items[i] != d->page->province &&
            plot_meets(&d->plot, &d->view->extents[i]))
            want_place(d, &wanted, &provinces->items[i]->name,
                       &provinces->items[i]->laos);
    return view_names(d, &wanted, ROOM_NEAR);
}

static struct value names_of_laos(struct drawing *d)
{
    struct names_wanted wanted = {0};
    for (size_t i = 0; i < d->laos->count; i++) {
        const struct lao *lao = d->laos->items[i];
        struct spot spot = stand_of(lao);
        struct dot dot;
        if (spot.ok && plot_dot(&d->plot, spot, &dot))
            want(&wanted, (struct named){&lao->name, dot, lao->published}, d->arena);
    }
    return view_names(d, &wanted, ROOM_BESIDE);
}

/* ---- the map ---- */

/* A bar with its ends up, in the lower left corner; its number stands beside it. */
static void fill_scale(const struct drawing *d, struct dot_map_view *v)
{
    enum { BAR = 5, BESIDE = 6, BASELINE = 4 };
    const struct words *words = &d->view->words[d->page->lang];
    int km = plot_scale_km(&d->plot), length = (int)(km * d->plot.per_km + .5);
    int y = d->plot.height + PLOT_FOOT / 2;
    v->scale_path = value_text(
        str_format(d->arena, "M%d %dv%dh%dv-%d", BAR, y - BAR, BAR, length, BAR));
    v->scale_x = value_int(BAR + length + BESIDE, d->arena);
    v->scale_y = value_int(y + BASELINE, d->arena);
    v->scale_text = value_text(words_fill(words, "map.scale", d->arena,
                                          {"km", words_number(words, km, d->arena)}));
}

/* Names go by rank: the place's own first, then those around. */
static void fill_names(struct drawing *d, struct dot_map_view *v)
{
    enum { DOT = 5 /* the squares of the room make it larger */ };
    struct dots dots = dots_of(d, d->laos);
    for (size_t i = 0; i < dots.count; i++)
        room_take(&d->room, room_around(dots.items[i], DOT, DOT));
    /* The scale's, and below it is nothing. */
    struct box foot = {0, d->plot.height, PLOT_WIDTH,
                       ROOM_ROWS * ROOM_CELL - d->plot.height};
    room_take(&d->room, foot);
    const struct district *district = d->page->district;
    v->within = district ? names_of_laos(d) : names_of_districts(d, NULL, ROOM_NEAR);
    v->beyond =
        district ? names_of_districts(d, district, ROOM_NEAR) : names_of_provinces(d);
}

/* Nothing is left out silently. */
static void fill_numbers(struct drawing *d, struct dot_map_view *v, size_t known)
{
    const struct page *page = d->page;
    const struct words *words = &d->view->words[page->lang];
    const struct province *province = page->province;
    const struct text *name = page->district ? view_district_name(d->view, page->district)
                                             : view_province_name(d->view, province);
    const struct laos *entries =
        page->district ? &page->district->entries : &province->entries;
    struct laos empty = only_of(d->laos, NULL, d->arena);
    struct dots hollow = dots_of(d, &empty);
    size_t drawn = dots_of(d, d->laos).count, missing = d->laos->count - known;
    v->title = value_text(
        words_fill(words, "map.title", d->arena,
                   {"name", view_pick(d->view, page->lang, name, NULL)},
                   {"totals", place_totals(d->view, page, d->laos, entries, d->arena)}));
    v->hollow_path = path_of(&hollow, d->arena);
    if (hollow.count)
        v->hollow = value_text(words_number(words, (int64_t)hollow.count, d->arena));
    if (missing)
        v->missing =
            value_text(words_count(words, "map.missing", (int64_t)missing, d->arena));
    if (known > drawn)
        v->astray = value_text(
            words_count(words, "map.astray", (int64_t)(known - drawn), d->arena));
}

struct value dot_map(const struct view *view, const struct page *page,
                     struct arena *arena)
{
    struct drawing d = {.view = view, .page = page, .arena = arena};
    d.laos = page->district ? &page->district->laos : &page->province->laos;
    struct spot *spots = arena_many(arena, d.laos->count, struct spot);
    size_t known = 0;
    for (size_t i = 0; i < d.laos->count; i++) {
        struct spot spot = stand_of(d.laos->items[i]);
        if (spot.ok)
            spots[known++] = spot;
    }
    d.plot = plot_of(spots, known, arena);
    if (!d.plot.ok)
        return (struct value){0};
    struct dot_map_view *v = value_struct(dot_map_view, arena);
    v->box =
        value_text(str_format(arena, "0 0 %d %d", PLOT_WIDTH, d.plot.height + PLOT_FOOT));
    v->fields = view_fields(&d);
    fill_numbers(&d, v, known);
    fill_names(&d, v);
    fill_scale(&d, v);
    return value_map(v, &dot_map_shape);
}
