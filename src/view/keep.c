/* SPDX-License-Identifier: MIT */
#include "view/keep.h"

#include "base/number.h"
#include "view/data.h"

static const struct slot keep_slots[] = {
    SLOT(keep_view, code, VALUE_TEXT),
    SLOT_OF(keep_view, names, VALUE_MAP, &data_texts_shape),
    SLOT(keep_view, path, VALUE_TEXT),
    SLOT(keep_view, lat, VALUE_TEXT),
    SLOT(keep_view, lon, VALUE_TEXT),
    SLOT(keep_view, office, VALUE_BOOL),
    SLOT(keep_view, months, VALUE_TEXT),
    SLOT(keep_view, updated, VALUE_TEXT),
};
const struct shape keep_shape = SHAPE("keep", keep_view, keep_slots);

/* ---- one entry ---- */

static void fill_position(const struct lao *lao, struct keep_view *v, struct arena *arena)
{
    const struct place *place = &lao->identity->place;
    if (!place->located && !lao->located)
        return;
    v->lat = value_text(number_decimal(place->located ? place->lat : lao->lat, 5, arena));
    v->lon = value_text(number_decimal(place->located ? place->lon : lao->lon, 5, arena));
    v->office = value_bool(!place->located);
}

struct value view_keep(const struct view *view, const struct lao *lao, struct arena *arena)
{
    const struct identity *identity = lao->identity;
    struct keep_view *v = value_struct(keep_view, arena);
    struct str months[MONTHS];
    size_t count = data_months(identity->place.best_months, months);
    v->code = value_text(lao->key);
    v->names = data_texts(view->site, &identity->name, arena);
    v->path = value_text(str_cat(arena, lao->province->slug, STR("/"), lao->key, STR("/")));
    v->months = value_text(str_join(months, count, STR(","), arena));
    if (!date_is_none(identity->updated))
        v->updated = value_text(date_iso(identity->updated, arena));
    fill_position(lao, v, arena);
    return value_map(v, &keep_shape);
}

/* ---- a province ---- */

/* What a page weighs as a browser stores it, of both languages together; a card is what
 * one entry adds to each list that shows it. tests/web/offline.mjs holds the sum against the
 * pages and photos. */
enum { ENTRY_BYTES = 47500, LIST_BYTES = 10000, CARD_BYTES = 1100, LISTS_OF_ENTRY = 4 };

static size_t photo_bytes(const struct identity *identity)
{
    size_t bytes = 0;
    for (size_t i = 0; i < identity->photos.count; i++)
        bytes += identity->photos.items[i].size;
    return bytes;
}

size_t keep_bytes(const struct site *site, const struct province *province)
{
    size_t entries = province->entries.count;
    size_t pictures = 0;
    for (size_t i = 0; i < entries; i++)
        pictures += photo_bytes(province->entries.items[i]->identity);
    size_t lists = 2 + site->vocabulary.categories.count + province->districts.count;
    return entries * (ENTRY_BYTES + LISTS_OF_ENTRY * CARD_BYTES) + lists * LIST_BYTES +
           pictures;
}

struct str keep_size(const struct view *view, unsigned lang,
                     const struct province *province, struct arena *arena)
{
    double megabytes = (double)keep_bytes(view->site, province) / 1e6;
    struct str number = number_decimal(megabytes < .1 ? .1 : megabytes, 1, arena);
    return words_fill(&view->words[lang], "offline.size", arena, {"mb", number});
}
