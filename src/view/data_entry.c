/* SPDX-License-Identifier: MIT */
/* An entry as JSON has it: everything, exactly, and nothing that is not stated. */
#include "base/pool.h"
#include "view/data.h"

struct place_view {
    struct value code, slug, name;
};
static const struct slot place_slots[] = {
    SLOT(place_view, code, VALUE_TEXT),
    SLOT(place_view, slug, VALUE_TEXT),
    SLOT_OF(place_view, name, VALUE_MAP, &data_texts_shape),
};
static const struct shape place_shape = SHAPE("place", place_view, place_slots);

struct point_view {
    struct value lat, lon;
};
static const struct slot point_slots[] = {
    SLOT(point_view, lat, VALUE_TEXT),
    SLOT(point_view, lon, VALUE_TEXT),
};
static const struct shape point_shape = SHAPE("point", point_view, point_slots);

struct named_view {
    struct value title, url, comma;
};
static const struct slot named_slots[] = {
    SLOT_OF(named_view, title, VALUE_MAP, &data_texts_shape),
    SLOT(named_view, url, VALUE_TEXT),
    SLOT(named_view, comma, VALUE_BOOL),
};
static const struct shape named_shape = SHAPE("named", named_view, named_slots);
static ALL_SHAPE(links_shape, "links", named_shape);

struct markup_view {
    struct value lang, html, comma;
};
static const struct slot markup_slots[] = {
    SLOT(markup_view, lang, VALUE_TEXT),
    SLOT(markup_view, html, VALUE_HTML),
    SLOT(markup_view, comma, VALUE_BOOL),
};
static const struct shape markup_shape = SHAPE("markup", markup_view, markup_slots);
static ALL_SHAPE(stories_shape, "stories", markup_shape);

struct picture_view {
    struct value path, width, height, alt, credit, comma;
};
static const struct slot picture_slots[] = {
    SLOT(picture_view, path, VALUE_TEXT),
    SLOT(picture_view, width, VALUE_TEXT),
    SLOT(picture_view, height, VALUE_TEXT),
    SLOT_OF(picture_view, alt, VALUE_MAP, &data_texts_shape),
    SLOT(picture_view, credit, VALUE_TEXT),
    SLOT(picture_view, comma, VALUE_BOOL),
};
static const struct shape picture_shape = SHAPE("picture", picture_view, picture_slots);
static ALL_SHAPE(pictures_shape, "pictures", picture_shape);

struct data_entry_view {
    struct value code, type, lao, province, district, category, name, summary, story,
        tags, hashtags, position, office, address, directions, hours, best_months, fee,
        is_free, phone, email, line, facebook, tiktok, website, buy, otop_stars, access,
        facilities, safety, photos, videos, sources, updated, url, comma;
};
static const struct slot entry_slots[] = {
    SLOT(data_entry_view, code, VALUE_TEXT),
    SLOT(data_entry_view, type, VALUE_TEXT),
    SLOT_OF(data_entry_view, lao, VALUE_MAP, &data_texts_shape),
    SLOT_OF(data_entry_view, province, VALUE_MAP, &place_shape),
    SLOT_OF(data_entry_view, district, VALUE_MAP, &place_shape),
    SLOT(data_entry_view, category, VALUE_TEXT),
    SLOT_OF(data_entry_view, name, VALUE_MAP, &data_texts_shape),
    SLOT_OF(data_entry_view, summary, VALUE_MAP, &data_texts_shape),
    SLOT_OF(data_entry_view, story, VALUE_MAP, &stories_shape),
    SLOT_OF(data_entry_view, tags, VALUE_MAP, &data_list_shape),
    SLOT_OF(data_entry_view, hashtags, VALUE_MAP, &data_list_shape),
    SLOT_OF(data_entry_view, position, VALUE_MAP, &point_shape),
    SLOT_OF(data_entry_view, office, VALUE_MAP, &point_shape),
    SLOT_OF(data_entry_view, address, VALUE_MAP, &data_texts_shape),
    SLOT_OF(data_entry_view, directions, VALUE_MAP, &data_texts_shape),
    SLOT(data_entry_view, hours, VALUE_TEXT),
    SLOT_OF(data_entry_view, best_months, VALUE_MAP, &data_list_shape),
    SLOT_OF(data_entry_view, fee, VALUE_MAP, &data_texts_shape),
    SLOT(data_entry_view, is_free, VALUE_BOOL),
    SLOT(data_entry_view, phone, VALUE_TEXT),
    SLOT(data_entry_view, email, VALUE_TEXT),
    SLOT(data_entry_view, line, VALUE_TEXT),
    SLOT(data_entry_view, facebook, VALUE_TEXT),
    SLOT(data_entry_view, tiktok, VALUE_TEXT),
    SLOT(data_entry_view, website, VALUE_TEXT),
    SLOT_OF(data_entry_view, buy, VALUE_MAP, &links_shape),
    SLOT(data_entry_view, otop_stars, VALUE_TEXT),
    SLOT_OF(data_entry_view, access, VALUE_MAP, &data_access_shape),
    SLOT_OF(data_entry_view, facilities, VALUE_MAP, &data_list_shape),
    SLOT_OF(data_entry_view, safety, VALUE_MAP, &data_texts_shape),
    SLOT_OF(data_entry_view, photos, VALUE_MAP, &pictures_shape),
    SLOT_OF(data_entry_view, videos, VALUE_MAP, &links_shape),
    SLOT_OF(data_entry_view, sources, VALUE_MAP, &links_shape),
    SLOT(data_entry_view, updated, VALUE_TEXT),
    SLOT_OF(data_entry_view, url, VALUE_MAP, &data_texts_shape),
    SLOT(data_entry_view, comma, VALUE_BOOL),
};
const struct shape data_entry_shape = SHAPE("data_entry", data_entry_view, entry_slots);

/* ---- parts ---- */

static struct value place(const struct site *site, struct str code, struct str slug,
                          const struct text *name, struct arena *arena)
{
    struct place_view *v = value_struct(place_view, arena);
    v->code = value_text(code);
    v->slug = value_text(slug);
    v->name = data_texts(site, name, arena);
    return value_map(v, &place_shape);
}

static struct value point(bool located, double lat, double lon, struct arena *arena)
{
    if (!located)
        return (struct value){0};
    struct point_view *v = value_struct(point_view, arena);
    v->lat = value_text(data_degrees(lat, arena));
    v->lon = value_text(data_degrees(lon, arena));
    return value_map(v, &point_shape);
}

static struct value named(const struct site *site, const struct links *links,
                          struct arena *arena)
{
    struct value *items = arena_many(arena, links->count, struct value);
    for (size_t i = 0; i < links->count; i++) {
        struct named_view *v = value_struct(named_view, arena);
        v->title = data_texts(site, &links->items[i].title, arena);
        v->url = value_text(links->items[i].url);
        v->comma = value_bool(i > 0);
        items[i] = value_map(v, &named_shape);
    }
    return data_all(items, links->count, &links_shape, arena);
}

static struct value pictures(const struct site *site, const struct identity *identity,
                             struct arena *arena)
{
    struct value *items = arena_many(arena, identity->photos.count, struct value);
    size_t count = 0;
    for (size_t i = 0; i < identity->photos.count; i++) {
        const struct photo *photo = &identity->photos.items[i];
        if (!photo->path.len)
            continue;
        struct picture_view *v = value_struct(picture_view, arena);
        v->path = value_text(photo->path);
        v->width = value_int(photo->width, arena);
        v->height = value_int(photo->height, arena);
        v->alt = data_texts(site, &photo->alt, arena);
        v->credit = value_text(photo->credit);
        v->comma = value_bool(count > 0);
        items[count++] = value_map(v, &picture_shape);
    }
    return data_all(items, count, &pictures_shape, arena);
}

static struct value story(const struct site *site, const struct story *story,
                          struct arena *arena)
{
    struct value *items = arena_many(arena, site->lang_count, struct value);
    size_t count = 0;
    for (unsigned lang = 0; lang < site->lang_count; lang++) {
        if (!story->html[lang].len)
            continue;
        struct markup_view *v = value_struct(markup_view, arena);
        v->lang = value_text(site->langs[lang]);
        v->html = value_html(story->html[lang]);
        v->comma = value_bool(count > 0);
        items[count++] = value_map(v, &markup_shape);
    }
    return data_all(items, count, &stories_shape, arena);
}

static struct value hashtags(const struct identity *identity, struct arena *arena)
{
    struct str *texts = arena_many(arena, identity->hashtags.count, struct str);
    for (size_t i = 0; i < identity->hashtags.count; i++)
        texts[i] = identity->hashtags.items[i].text;
    return data_list(texts, identity->hashtags.count, arena);
}

/* ---- an entry ---- */

static void fill_lao(const struct view *view, const struct lao *lao,
                     struct data_entry_view *v, struct arena *arena)
{
    const struct site *site = view->site;
    const struct province *province = lao->province;
    const struct district *district = lao->district;
    v->code = value_text(lao->key);
    v->type = value_text(str_from(lao_types[lao->type].key));
    v->lao = data_texts(site, view_lao_name(view, lao), arena);
    v->province = place(site, province->code, province->slug, &province->name, arena);
    if (district)
        v->district = place(site, district->code, district->slug, &district->name, arena);
    v->office = point(lao->located, lao->lat, lao->lon, arena);
    v->url = data_addresses(site, lao, arena);
}

static void fill_place(const struct site *site, const struct place *place,
                       struct data_entry_view *v, struct arena *arena)
{
    struct str months[MONTHS];
    size_t month_count = data_months(place->best_months, months);
    v->position = point(place->located, place->lat, place->lon, arena);
    v->address = data_texts(site, &place->address, arena);
    v->directions = data_texts(site, &place->directions, arena);
    v->hours = value_text(data_hours(place->hours, arena));
    v->best_months = data_list(months, month_count, arena);
    v->fee = data_texts(site, &place->fee, arena);
    v->is_free = value_bool(place->is_free);
}

static void fill_contact(const struct contact *contact, struct data_entry_view *v)
{
    v->phone = value_text(contact->phone);
    v->email = value_text(contact->email);
    v->line = value_text(contact->line);
    v->facebook = value_text(contact->facebook);
    v->tiktok = value_text(contact->tiktok);
    v->website = value_text(contact->website);
}

static void fill_identity(const struct site *site, const struct identity *identity,
                          struct data_entry_view *v, struct arena *arena)
{
    struct strs facilities = data_facilities(site, identity, arena);
    v->category = value_text(identity->category->key);
    v->name = data_texts(site, &identity->name, arena);
    v->summary = data_texts(site, &identity->summary, arena);
    v->story = story(site, &identity->story, arena);
    v->tags = data_list(identity->tags.items, identity->tags.count, arena);
    v->hashtags = hashtags(identity, arena);
    v->buy = named(site, &identity->buy, arena);
    if (identity->otop_stars)
        v->otop_stars = value_int(identity->otop_stars, arena);
    v->access = data_access(site, &identity->access, arena);
    v->facilities = data_list(facilities.items, facilities.count, arena);
    v->safety = data_texts(site, &identity->safety, arena);
    v->photos = pictures(site, identity, arena);
    v->videos = named(site, &identity->videos, arena);
    v->sources = named(site, &identity->sources, arena);
    if (!date_is_none(identity->updated))
        v->updated = value_text(date_iso(identity->updated, arena));
}

static struct data_entry_view *fill(const struct view *view, const struct lao *lao,
                                    struct arena *arena)
{
    struct data_entry_view *v = value_struct(data_entry_view, arena);
    const struct identity *identity = lao->identity;
    fill_lao(view, lao, v, arena);
    fill_identity(view->site, identity, v, arena);
    fill_place(view->site, &identity->place, v, arena);
    fill_contact(&identity->contact, v);
    return v;
}

/* ---- all, within a limit ---- */

/* What goes when a file would be too large, in this order. */
#define SPARE(field_)                                                                    \
    {                                                                                    \
#field_, offsetof(struct data_entry_view, field_) / sizeof(struct value)         \
    }
static const struct {
    const char *name;
    size_t slot;
} spare[] = {
    SPARE(story),    SPARE(directions), SPARE(videos),  SPARE(photos), SPARE(buy),
    SPARE(address),  SPARE(safety),     SPARE(sources), SPARE(tags),   SPARE(office),
    SPARE(hashtags), SPARE(url),        SPARE(access),  SPARE(summary),
};
enum { SPARE_COUNT = sizeof(spare) / sizeof(*spare) };

struct entry_size {
    uint32_t all;
    uint32_t spare[SPARE_COUNT];
};

struct sizing {
    const struct view *view;
    struct entry_size *sizes; /* by the LAO's rank */
    struct arena scratch[POOL_THREADS_MAX];
};

static void size_entry(void *context, size_t index, unsigned worker)
{
    struct sizing *sizing = context;
    struct arena *scratch = &sizing->scratch[worker];
    const struct lao *lao = sizing->view->site->entries.items[index];
    const struct value *slots = (const struct value *)fill(sizing->view, lao, scratch);
    const struct value entry = value_map(slots, &data_entry_shape);
    struct entry_size *size = &sizing->sizes[lao->rank[0]];
    size->all = (uint32_t)value_json_size(&entry);
    for (size_t i = 0; i < SPARE_COUNT; i++)
        size->spare[i] = (uint32_t)value_json_size(&slots[spare[i].slot]);
    arena_rewind(scratch, (struct arena_mark){0});
}

const struct entry_size *data_sizes(const struct view *view, unsigned threads,
                                    struct arena *arena)
{
    const struct site *site = view->site;
    struct sizing sizing = {.view = view};
    sizing.sizes = arena_many(arena, site->laos.count, struct entry_size);
    pool_each(threads, site->entries.count, size_entry, &sizing);
    for (size_t i = 0; i < POOL_THREADS_MAX; i++)
        arena_release(&sizing.scratch[i]);
    return sizing.sizes;
}

/* Of all of them: one part, or (SPARE_COUNT) everything. */
static size_t size_together(const struct view *view, const struct laos *laos, size_t part)
{
    size_t size = 0;
    for (size_t i = 0; i < laos->count; i++) {
        const struct entry_size *of = &view->entry_sizes[laos->items[i]->rank[0]];
        size += part == SPARE_COUNT ? of->all : of->spare[part];
    }
    return size;
}

/* The first `left_out` of the spare parts stand in no entry. */
struct entries {
    struct stream stream;
    const struct view *view;
    const struct laos *laos;
    size_t left_out;
};

static struct value make_entry(const struct stream *stream, size_t index, struct arena *scratch)
{
    const struct entries *entries = (const struct entries *)stream;
    struct data_entry_view *v = fill(entries->view, entries->laos->items[index], scratch);
    for (size_t i = 0; i < entries->left_out; i++)
        ((struct value *)v)[spare[i].slot] = (struct value){0};
    v->comma = value_bool(index > 0);
    return value_map(v, &data_entry_shape);
}

struct value data_entries(const struct view *view, const struct laos *laos, size_t limit,
                          struct str *without, struct arena *arena)
{
    struct entries *entries = arena_new(arena, struct entries);
    struct str names[SPARE_COUNT];
    size_t size = size_together(view, laos, SPARE_COUNT), count = 0;
    for (; size > limit && count < SPARE_COUNT; count++) {
        size -= size_together(view, laos, count);
        names[count] = str_from(spare[count].name);
    }
    *without = str_join(names, count, STR(", "), arena);
    *entries = (struct entries){{laos->count, make_entry}, view, laos, count};
    return value_stream(&entries->stream);
}
