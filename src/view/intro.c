/* SPDX-License-Identifier: MIT */
/* What a province or a cluster says of itself, and links with titles. */
#include "model/phone.h"
#include "view/view.h"

static const struct slot source_slots[] = {
    SLOT_OF(source_view, title, VALUE_MAP, &phrase_shape),
    SLOT(source_view, href, VALUE_TEXT),
};
const struct shape source_shape = SHAPE("source", source_view, source_slots);

SHAPE_OF_SOME(some_phrases_shape, some_phrases_slots, &phrase_shape);
SHAPE_OF_SOME(some_sources_shape, some_sources_slots, &source_shape);

struct value view_some(struct value list, const struct shape *shape, struct arena *arena)
{
    if (list.kind == VALUE_NONE)
        return list;
    struct some_view *v = value_struct(some_view, arena);
    v->items = list;
    return value_map(v, shape);
}

static const struct slot intro_slots[] = {
    SLOT_OF(intro_view, identity, VALUE_MAP, &phrase_shape),
    SLOT_OF(intro_view, story, VALUE_MAP, &prose_shape),
    SLOT_OF(intro_view, goals, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(intro_view, approach, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(intro_view, indicators, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(intro_view, projects, VALUE_MAP, &some_sources_shape),
    SLOT(intro_view, website, VALUE_TEXT),
    SLOT(intro_view, website_text, VALUE_TEXT),
    SLOT(intro_view, phone, VALUE_TEXT),
    SLOT(intro_view, phone_href, VALUE_TEXT),
    SLOT_OF(intro_view, sources, VALUE_MAP, &some_sources_shape),
};
const struct shape intro_shape = SHAPE("intro", intro_view, intro_slots);

struct value view_phrases(const struct view *view, unsigned lang,
                          const struct texts *texts, struct arena *arena)
{
    struct value *phrases = arena_many(arena, texts->count, struct value);
    for (size_t i = 0; i < texts->count; i++)
        phrases[i] = view_phrase(view, lang, &texts->items[i], arena);
    return view_some(value_list(phrases, texts->count), &some_phrases_shape, arena);
}

struct value view_links(const struct view *view, unsigned lang, const struct links *links,
                        struct arena *arena)
{
    struct value *sources = arena_many(arena, links->count, struct value);
    for (size_t i = 0; i < links->count; i++) {
        const struct link *link = &links->items[i];
        struct source_view *v = value_struct(source_view, arena);
        v->title = view_phrase(view, lang, &link->title, arena);
        if (v->title.kind == VALUE_NONE)
            v->title = view_phrase_in(view, lang, view_host(link->url), lang, arena);
        v->href = value_text(link->url);
        sources[i] = value_map(v, &source_shape);
    }
    return view_some(value_list(sources, links->count), &some_sources_shape, arena);
}

struct str view_phone_href(struct str phone, struct arena *arena)
{
    struct str number = phone_number(phone);
    char *room = arena_alloc(arena, number.len);
    struct str digits = str_of(room, 0);
    for (size_t i = 0; i < number.len; i++)
        if (char_is_digit(number.ptr[i]))
            room[digits.len++] = number.ptr[i];
    bool national = digits.len >= 9 && digits.ptr[0] == '0';
    bool abroad = str_starts(number, STR("+"));
    struct str before = national ? STR("tel:+66") : abroad ? STR("tel:+") : STR("tel:");
    return str_cat(arena, before, str_skip(digits, national ? 1 : 0));
}

struct str view_host(struct str url)
{
    struct cut scheme = str_cut_str(url, STR("://"));
    return scheme.ok ? str_cut(scheme.tail, '/').head : url;
}

struct value view_intro(const struct view *view, unsigned lang, const struct intro *intro,
                        struct arena *arena)
{
    if (!intro)
        return (struct value){0};
    struct intro_view *v = value_struct(intro_view, arena);
    v->identity = view_phrase(view, lang, &intro->identity, arena);
    v->story = view_prose(view, lang, &intro->story, arena);
    v->goals = view_phrases(view, lang, &intro->goals, arena);
    v->approach = view_phrases(view, lang, &intro->approach, arena);
    v->indicators = view_phrases(view, lang, &intro->indicators, arena);
    v->projects = view_links(view, lang, &intro->projects, arena);
    v->website = value_text(intro->website);
    v->website_text = value_text(view_host(intro->website));
    v->phone = value_text(intro->phone);
    if (intro->phone.len)
        v->phone_href = value_text(view_phone_href(intro->phone, arena));
    v->sources = view_links(view, lang, &intro->sources, arena);
    return value_map(v, &intro_shape);
}
