/* SPDX-License-Identifier: MIT */
#include "view/photo.h"

#include "text/clean.h"

static const struct slot photo_slots[] = {
    SLOT(photo_view, path, VALUE_TEXT),
    SLOT(photo_view, absolute, VALUE_TEXT),
    SLOT(photo_view, width, VALUE_TEXT),
    SLOT(photo_view, height, VALUE_TEXT),
    SLOT_OF(photo_view, alt, VALUE_MAP, &phrase_shape),
    SLOT_OF(photo_view, credit, VALUE_MAP, &phrase_shape),
};
const struct shape photo_shape = SHAPE("photo", photo_view, photo_slots);
SHAPE_OF_SOME(some_photos_shape, some_photos_slots, &photo_shape);

static struct value alt_of(const struct view *view, const struct page *page,
                           const struct photo *photo, struct arena *arena)
{
    unsigned lang = page->lang;
    if (view_pick(view, lang, &photo->alt, NULL).len)
        return view_phrase(view, lang, &photo->alt, arena);
    struct str name = view_pick(view, lang, &page->lao->identity->name, NULL);
    struct str sent = words_fill(&view->words[lang], "entry.photo_with", arena, {"name", name});
    return view_phrase_in(view, lang, sent, lang, arena);
}

/* A name has no language of its own; one in Thai letters is read by a Thai voice. */
static struct value credit_of(const struct view *view, const struct page *page,
                              struct str credit, struct arena *arena)
{
    unsigned lang = clean_has_thai(credit) ? 0 : page->lang;
    return credit.len ? view_phrase_in(view, page->lang, credit, lang, arena)
                      : (struct value){0};
}

static struct value one(const struct view *view, const struct page *page,
                        const struct photo *photo, struct arena *arena)
{
    struct photo_view *v = value_struct(photo_view, arena);
    v->path = value_text(photo->path);
    v->absolute = value_text(link_absolute(view->site, photo->path, arena));
    v->width = value_int(photo->width, arena);
    v->height = value_int(photo->height, arena);
    v->alt = alt_of(view, page, photo, arena);
    v->credit = credit_of(view, page, photo->credit, arena);
    return value_map(v, &photo_shape);
}

/* Of those that are shown, so many from `first` on. */
static struct value list(const struct view *view, const struct page *page, size_t first,
                         size_t most, struct arena *arena)
{
    const struct identity *identity = page->lao->identity;
    struct value *values = arena_many(arena, identity->photos.count, struct value);
    size_t shown = 0, count = 0;
    for (size_t i = 0; i < identity->photos.count && count < most; i++)
        if (identity->photos.items[i].path.len && shown++ >= first)
            values[count++] = one(view, page, &identity->photos.items[i], arena);
    return value_list(values, count);
}

struct value view_photo(const struct view *view, const struct page *page,
                        struct arena *arena)
{
    struct value first = list(view, page, 0, 1, arena);
    return first.list.count ? first.list.items[0] : (struct value){0};
}

struct value view_more_photos(const struct view *view, const struct page *page,
                              struct arena *arena)
{
    return view_some(list(view, page, 1, SIZE_MAX, arena), &some_photos_shape, arena);
}
