/* SPDX-License-Identifier: MIT */
/* Which field of an identity is which member, and what it can be (field.h). */
#include "model/loaders.h"
#include "model/take_access.h"

#define IDENTITY(member) .offset = offsetof(struct identity, member)
#define LINK_OF(list, member) ITEM_OF(struct identity, list, struct link, member)
#define PHOTO_OF(member) ITEM_OF(struct identity, photos, struct photo, member)

static void take_category(struct reader *r, const struct field *field, void *into)
{
    const struct vocabulary *v = &r->site->vocabulary;
    struct choice *choices = arena_many(r->scratch, v->categories.count, struct choice);
    for (size_t i = 0; i < v->categories.count; i++)
        choices[i] = (struct choice){
            v->categories.items[i].key,
            {&v->categories.items[i].label, &v->categories.items[i].short_label}};
    int chosen =
        take_answer(r, field, take_clean(r, field), choices, v->categories.count);
    if (chosen != NO_CHOICE)
        *(const struct category **)into = &v->categories.items[chosen];
}

/* A file of media/<code>/: one plain name. */
static void take_photo_file(struct reader *r, const struct field *field, void *into)
{
    struct str name = take_clean(r, field);
    for (size_t i = 0; i < name.len; i++) {
        char c = name.ptr[i];
        bool plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'
                     || (i > 0 && (c == '-' || c == '.'));
        if (plain)
            continue;
        complain(r, PHOTO_NAME, field->pos, name);
        return;
    }
    *(struct str *)into = name;
}

static const struct field_spec identity_specs[] = {
    {FIELD("lao", take_code)},
    {FIELD("lao_name", take_later)},
    {FIELD("lao_district", take_later)},
    {FIELD("lao_province", take_later)},
    {FIELD("category", take_category), IDENTITY(category), .flags = FIELD_REQUIRED},
    {FIELD("name", take_text), IDENTITY(name), .flags = FIELD_TEXT | FIELD_REQUIRED,
     .limit = 200},
    {FIELD("summary", take_text), IDENTITY(summary), .flags = FIELD_TEXT | FIELD_REQUIRED,
     .limit = 300},
    {FIELD("story", take_story), IDENTITY(story), .flags = FIELD_TEXT},
    {FIELD("tags", take_tags), IDENTITY(tags), .limit = 100},
    {FIELD("place.lat", take_later)},
    {FIELD("place.lon", take_later)},
    {FIELD("place.address", take_text), IDENTITY(place.address), .flags = FIELD_TEXT},
    {FIELD("place.directions", take_text), IDENTITY(place.directions),
     .flags = FIELD_TEXT},
    {FIELD("place.hours", take_hours), IDENTITY(place.hours), .limit = 300},
    {FIELD("place.best_months", take_months), IDENTITY(place.best_months)},
    {FIELD("place.fee", take_fee), IDENTITY(place), .flags = FIELD_TEXT},
    {FIELD("contact.phone", take_phone), IDENTITY(contact.phone)},
    {FIELD("contact.email", take_email), IDENTITY(contact.email)},
    {FIELD("contact.line", take_line_id), IDENTITY(contact.line)},
    {FIELD("contact.facebook", take_url), IDENTITY(contact.facebook)},
    {FIELD("contact.tiktok", take_url), IDENTITY(contact.tiktok)},
    {FIELD("contact.website", take_url), IDENTITY(contact.website)},
    {FIELD("buy.#.name", take_text), LINK_OF(buy, title), .flags = FIELD_TEXT},
    {FIELD("buy.#.url", take_url), LINK_OF(buy, url)},
    {FIELD("otop_stars", take_stars), IDENTITY(otop_stars)},
    {FIELD("access.checked", take_date), IDENTITY(access.checked)},
    {FIELD("access.by", take_by)},
    {FIELD("access.method", take_method)},
    {FIELD("access.features.*", take_feature), .flags = FIELD_ANSWERS},
    {FIELD("access.notes.*", take_feature_note), .flags = FIELD_TEXT},
    {FIELD("access.note", take_text), IDENTITY(access.note), .flags = FIELD_TEXT},
    {FIELD("facilities", take_facilities)},
    {FIELD("safety.note", take_text), IDENTITY(safety), .flags = FIELD_TEXT},
    {FIELD("photos.#.file", take_photo_file), PHOTO_OF(file)},
    {FIELD("photos.#.alt", take_text), PHOTO_OF(alt), .flags = FIELD_TEXT},
    {FIELD("photos.#.credit", take_line), PHOTO_OF(credit)},
    {FIELD("videos.#.title", take_text), LINK_OF(videos, title), .flags = FIELD_TEXT},
    {FIELD("videos.#.url", take_url), LINK_OF(videos, url)},
    {FIELD("sources.#.title", take_text), LINK_OF(sources, title), .flags = FIELD_TEXT},
    {FIELD("sources.#.url", take_url), LINK_OF(sources, url)},
    {FIELD("updated", take_date), IDENTITY(updated)},
    {FIELD("allow", take_strs), IDENTITY(allow), .limit = 200},
};
const struct field_table identity_fields = 
    FIELD_TABLE_KEEPING(identity_specs, offsetof(struct identity, refused));
