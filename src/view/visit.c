/* SPDX-License-Identifier: MIT */
#include "view/visit.h"

#include "base/number.h"
#include "text/hours_open.h"
#include "view/hours_prose.h"

static const struct slot contact_slots[] = {
    SLOT(contact_view, label, VALUE_TEXT),
    SLOT(contact_view, text, VALUE_TEXT),
    SLOT(contact_view, href, VALUE_TEXT),
};
static const struct shape contact_shape = SHAPE("contact", contact_view, contact_slots);

extern const struct shape some_specs_shape;
SHAPE_OF_SOME(some_specs_shape, some_specs_slots, &spec_shape);

static const struct slot visit_slots[] = {
    SLOT_OF(visit_view, maps, VALUE_LIST, &nav_shape),
    SLOT(visit_view, lat, VALUE_TEXT),
    SLOT(visit_view, lon, VALUE_TEXT),
    SLOT(visit_view, coordinates, VALUE_TEXT),
    SLOT_OF(visit_view, address, VALUE_MAP, &phrase_shape),
    SLOT_OF(visit_view, directions, VALUE_MAP, &phrase_shape),
    SLOT(visit_view, hours, VALUE_LIST),
    SLOT(visit_view, open, VALUE_TEXT), /* the hours as assets/open.js reads them */
    SLOT_OF(visit_view, specs, VALUE_MAP, &some_specs_shape),
    SLOT(visit_view, best_months, VALUE_TEXT),
    SLOT_OF(visit_view, fee, VALUE_MAP, &phrase_shape),
    SLOT(visit_view, is_free, VALUE_BOOL),
    SLOT_OF(visit_view, contacts, VALUE_LIST, &contact_shape),
    SLOT(visit_view, phone, VALUE_TEXT),
    SLOT(visit_view, phone_href, VALUE_TEXT),
    SLOT(visit_view, any, VALUE_BOOL),
};
const struct shape visit_shape = SHAPE("visit", visit_view, visit_slots);

/* ---- maps: links out, never tiles ---- */

static struct value map_link(struct str name, struct str href, struct arena *arena)
{
    struct nav_view *v = value_struct(nav_view, arena);
    v->text = value_text(name);
    v->href = value_text(href);
    return value_map(v, &nav_shape);
}

/* geo: first, which phones open in the app that their owner likes; iOS ignores it. */
static void fill_maps(const struct view *view, const struct page *page,
                      const struct place *place, struct visit_view *v,
                      struct arena *arena)
{
    enum { MAPS = 4 };
    struct str lat = number_decimal(place->lat, 5, arena);
    struct str lon = number_decimal(place->lon, 5, arena);
    struct str at = str_cat(arena, lat, STR(","), lon);
    struct value *maps = arena_many(arena, MAPS, struct value);
    maps[0] = map_link(words_get(&view->words[page->lang], "visit.map_app"),
                       str_cat(arena, STR("geo:"), at), arena);
    maps[1] =
        map_link(STR("Google Maps"),
                 str_cat(arena, STR("https://www.google.com/maps/search/?api=1&query="), at),
                 arena);
    maps[2] = map_link(STR("Apple Maps"),
                       str_cat(arena, STR("https://maps.apple.com/?ll="), at, STR("&q="), at),
                       arena);
    maps[3] = map_link(STR("OpenStreetMap"),
                       str_cat(arena, STR("https://www.openstreetmap.org/?mlat="), lat,
                               STR("&mlon="), lon, STR("#map=15/"), lat, STR("/"), lon),
                       arena);
    v->maps = value_list(maps, MAPS);
    v->lat = value_text(lat);
    v->lon = value_text(lon);
    v->coordinates =
        value_text(str_cat(arena, lat, STR(", "), lon));
}

/* ---- seasons ---- */

/* "พฤศจิกายน ธันวาคม และมกราคม": from the month after the longest gap, so that a season
 * that crosses the new year reads in its own order. */
static struct str months_text(const struct words *words, unsigned months,
                              struct arena *arena)
{
    enum { YEAR = 12, ALL = 0xfff };
    if (months == ALL)
        return words_get(words, "visit.all_year");
    struct str names[YEAR];
    size_t count = 0;
    unsigned start = 0;
    while (start < YEAR && (months & 1u << start) &&
           (months & 1u << (start + YEAR - 1) % YEAR))
        start = (start + YEAR - 1) % YEAR;
    for (unsigned i = 0; i < YEAR; i++)
        if (months & 1u << (start + i) % YEAR)
            names[count++] = words_month_name(words, (int)((start + i) % YEAR) + 1);
    return words_and(words, names, count, arena);
}

/* ---- contacts ---- */

static struct str line_href(struct str line, struct arena *arena)
{
    return str_cat(arena, STR("https://line.me/R/ti/p/"), link_escape(line, arena));
}

/* A way to reach somebody: the word it is called by, what is shown and what is opened. */
struct way {
    const char *word;
    struct str text, href;
};

static struct value contact_of(const struct words *words, const struct way *way,
                               struct arena *arena)
{
    struct contact_view *v = value_struct(contact_view, arena);
    v->label = value_text(words_under(words, "contact", way->word, arena));
    v->text = value_text(way->text);
    v->href = value_text(way->href);
    return value_map(v, &contact_shape);
}

static struct value view_contacts(const struct words *words, const struct contact *contact,
                                  struct arena *arena)
{
    enum { CONTACTS = 6 };
    const struct way ways[CONTACTS] = {
        {"phone", contact->phone, view_phone_href(contact->phone, arena)},
        {"email", contact->email,
         str_cat(arena, STR("mailto:"), contact->email)},
        {"line", contact->line, line_href(contact->line, arena)},
        {"facebook", contact->facebook, contact->facebook},
        {"tiktok", contact->tiktok, contact->tiktok},
        {"website", view_host(contact->website), contact->website},
    };
    struct value *contacts = arena_many(arena, CONTACTS, struct value);
    size_t count = 0;
    for (size_t i = 0; i < CONTACTS; i++)
        if (ways[i].text.len)
            contacts[count++] = contact_of(words, &ways[i], arena);
    return value_list(contacts, count);
}

struct value view_visit(const struct view *view, const struct page *page,
                        const struct lao *lao, struct arena *arena)
{
    const struct place *place = &lao->identity->place;
    const struct words *words = &view->words[page->lang];
    struct visit_view *v = value_struct(visit_view, arena);
    if (place->located)
        fill_maps(view, page, place, v, arena);
    v->address = view_phrase(view, page->lang, &place->address, arena);
    v->directions = view_phrase(view, page->lang, &place->directions, arena);
    v->hours = hours_lines(words, place->hours, arena);
    v->open = value_text(hours_open(place->hours, arena));
    v->specs = view_some(hours_specs(place->hours, arena), &some_specs_shape, arena);
    if (place->best_months)
        v->best_months = value_text(months_text(words, place->best_months, arena));
    v->fee = place->is_free ? (struct value){0}
                            : view_phrase(view, page->lang, &place->fee, arena);
    v->is_free = value_bool(place->is_free);
    v->contacts = view_contacts(words, &lao->identity->contact, arena);
    struct str phone = lao->identity->contact.phone;
    v->phone = value_text(phone);
    v->phone_href = phone.len ? value_text(view_phone_href(phone, arena)) : (struct value){0};
    v->any = value_bool(place->located || v->address.kind || v->directions.kind ||
                        v->hours.kind || v->best_months.kind || v->fee.kind ||
                        place->is_free || v->contacts.kind);
    return value_map(v, &visit_shape);
}
