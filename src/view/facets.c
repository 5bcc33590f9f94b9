/* SPDX-License-Identifier: MIT */
#include "view/facets.h"

#include "view/access.h"

static const struct slot facets_slots[] = {
    SLOT(facets_view, field, VALUE_TEXT),
    SLOT(facets_view, has, VALUE_TEXT),
    SLOT(facets_view, part, VALUE_TEXT),
    SLOT(facets_view, lacks, VALUE_TEXT),
};
const struct shape facets_shape = SHAPE("facets", facets_view, facets_slots);

static const struct slot option_slots[] = {
    SLOT(option_view, id, VALUE_TEXT),
    SLOT(option_view, key, VALUE_TEXT),
    SLOT_OF(option_view, label, VALUE_MAP, &phrase_shape),
};
static const struct shape option_shape = SHAPE("option", option_view, option_slots);

static const struct slot filter_slots[] = {
    SLOT(filter_view, by_field, VALUE_BOOL),
    SLOT_OF(filter_view, fields, VALUE_LIST, &option_shape),
    SLOT_OF(filter_view, facilities, VALUE_LIST, &option_shape),
};
const struct shape filter_shape = SHAPE("filter", filter_view, filter_slots);

static const char ids[FACETS_MAX + 1] = "0123456789abcdefghijklmnopqrst";

/* ---- what is known of one entry ---- */

struct columns facets_columns(const struct site *site, struct arena *arena)
{
    struct columns columns = {0};
    for (size_t i = 0; i < site->vocabulary.features.count; i++) {
        const struct feature *feature = &site->vocabulary.features.items[i];
        if (feature->starter && feature->type == FEATURE_STATE &&
            columns.count + 1 < FACETS_MAX)
            *list_push(&columns, arena) = feature;
    }
    return columns;
}

struct facets facets_of(const struct site *site, const struct columns *columns,
                        const struct access *access, struct arena *arena)
{
    enum { UNKNOWN, HAS, PART, LACKS, SHELVES };
    static const unsigned char shelf_of[] = {[ACCESS_UNKNOWN] = UNKNOWN,
                                             [ACCESS_YES] = HAS,
                                             [ACCESS_LIMITED] = PART,
                                             [ACCESS_NO] = LACKS,
                                             [ACCESS_NA] = LACKS};
    char shelves[SHELVES][FACETS_MAX];
    size_t count[SHELVES] = {0};
    for (size_t i = 0; access->stated && i <= columns->count; i++) {
        enum access_state state = ACCESS_UNKNOWN;
        if (!i)
            state = access_wheelchair(site, access);
        else if (access_at(access, columns->items[i - 1])->known)
            state = access_at(access, columns->items[i - 1])->state;
        unsigned shelf = shelf_of[state];
        shelves[shelf][count[shelf]++] = ids[i];
    }
    return (struct facets){str_copy(str_of(shelves[HAS], count[HAS]), arena),
                           str_copy(str_of(shelves[PART], count[PART]), arena),
                           str_copy(str_of(shelves[LACKS], count[LACKS]), arena)};
}

struct strs facets_keys(const struct columns *columns, struct arena *arena)
{
    struct strs keys = {0};
    *list_push(&keys, arena) = STR("wheelchair");
    for (size_t i = 0; i < columns->count; i++)
        *list_push(&keys, arena) = columns->items[i]->key;
    return keys;
}

uint32_t facets_bits(struct str chosen)
{
    uint32_t bits = 0;
    for (unsigned i = 0; i < FACETS_MAX; i++)
        if (str_has(chosen, str_of(ids + i, 1)))
            bits |= (uint32_t)1 << i;
    return bits;
}

/* ---- what is the same on every page ---- */

static struct value entry_facets(const struct view *view, const struct columns *columns,
                                 const struct identity *identity, struct arena *arena)
{
    struct facets facets = facets_of(view->site, columns, &identity->access, arena);
    struct facets_view *v = value_struct(facets_view, arena);
    *v = (struct facets_view){
        value_text(identity->category->key),
        value_text(facets.has),
        value_text(facets.part),
        value_text(facets.lacks),
    };
    return value_map(v, &facets_shape);
}

static struct value option(struct str id, struct str key, struct value label,
                           struct arena *arena)
{
    struct option_view *v = value_struct(option_view, arena);
    *v = (struct option_view){value_text(id), value_text(key), label};
    return value_map(v, &option_shape);
}

static struct value field_options(const struct view *view, unsigned lang,
                                  struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    size_t count = vocabulary->categories.count;
    struct value *options = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct category *category = &vocabulary->categories.items[i];
        options[i] = option(category->key, category->key,
                            view_phrase(view, lang, &category->short_label, arena), arena);
    }
    return value_list(options, count);
}

static struct value facility_options(const struct view *view, unsigned lang,
                                     const struct columns *columns, struct arena *arena)
{
    struct strs keys = facets_keys(columns, arena);
    struct value *options = arena_many(arena, keys.count, struct value);
    struct str wheelchair = words_get(&view->words[lang], "filter.wheelchair");
    for (size_t i = 0; i < keys.count; i++)
        options[i] = option(
            str_of(ids + i, 1), keys.items[i],
            i ? view_phrase(view, lang, &columns->items[i - 1]->label, arena)
              : view_phrase_in(view, lang, wheelchair, lang, arena),
            arena);
    return value_list(options, keys.count);
}

static struct value filter(struct value fields, struct value facilities,
                           struct arena *arena)
{
    struct filter_view *v = value_struct(filter_view, arena);
    *v = (struct filter_view){value_bool(fields.kind != VALUE_NONE), fields, facilities};
    return value_map(v, &filter_shape);
}

const struct facet_book *facet_book_make(const struct view *view, struct arena *arena)
{
    const struct site *site = view->site;
    struct columns columns = facets_columns(site, arena);
    struct facet_book *book = arena_new(arena, struct facet_book);
    book->of = arena_many(arena, site->laos.count, struct value);
    for (size_t i = 0; i < site->entries.count; i++) {
        const struct lao *lao = site->entries.items[i];
        book->of[lao->rank[0]] = entry_facets(view, &columns, lao->identity, arena);
    }
    for (unsigned lang = 0; lang < site->lang_count; lang++) {
        struct value facilities = facility_options(view, lang, &columns, arena);
        book->filter[lang] = filter(field_options(view, lang, arena), facilities, arena);
        book->facilities[lang] = filter((struct value){0}, facilities, arena);
    }
    return book;
}

struct value view_facets(const struct view *view, const struct lao *lao)
{
    return view->facets->of[lao->rank[0]];
}
