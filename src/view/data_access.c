/* SPDX-License-Identifier: MIT */
/* What is known of an entry's access, by feature: unknown is a key that is not there. */
#include "view/access.h"
#include "view/data.h"

/* One feature's value: one of number, word, codes and said is filled. */
struct fact_view {
    struct value key, number, word, codes, said, comma;
};
static const struct slot fact_slots[] = {
    SLOT(fact_view, key, VALUE_TEXT),
    SLOT(fact_view, number, VALUE_TEXT),
    SLOT(fact_view, word, VALUE_TEXT),
    SLOT_OF(fact_view, codes, VALUE_MAP, &data_list_shape),
    SLOT_OF(fact_view, said, VALUE_MAP, &data_texts_shape),
    SLOT(fact_view, comma, VALUE_BOOL),
};
static const struct shape fact_shape = SHAPE("fact", fact_view, fact_slots);
static ALL_SHAPE(facts_shape, "facts", fact_shape);

struct known_view {
    struct value checked, by, method, wheelchair, features, bounds, notes, note;
};
static const struct slot known_slots[] = {
    SLOT(known_view, checked, VALUE_TEXT),
    SLOT(known_view, by, VALUE_TEXT),
    SLOT(known_view, method, VALUE_TEXT),
    SLOT(known_view, wheelchair, VALUE_TEXT),
    SLOT_OF(known_view, features, VALUE_MAP, &facts_shape),
    SLOT_OF(known_view, bounds, VALUE_MAP, &facts_shape),
    SLOT_OF(known_view, notes, VALUE_MAP, &facts_shape),
    SLOT_OF(known_view, note, VALUE_MAP, &data_texts_shape),
};
const struct shape data_access_shape = SHAPE("known", known_view, known_slots);

/* "th en" */
static struct value codes(struct str text, struct arena *arena)
{
    struct strs list = {0};
    struct cut cut = {.tail = text, .ok = true};
    while (cut.ok) {
        cut = str_cut(cut.tail, ' ');
        *list_push(&list, arena) = cut.head;
    }
    return data_list(list.items, list.count, arena);
}

typedef void (*fact_fn)(const struct site *site, const struct feature *feature,
                        const struct access_value *value, struct fact_view *v,
                        struct arena *arena);

static void fill_value(const struct site *site, const struct feature *feature,
                       const struct access_value *value, struct fact_view *v,
                       struct arena *arena)
{
    switch (feature->type) {
    case FEATURE_STATE: v->word = value_text(data_state(value->state)); break;
    case FEATURE_OPTION:
        v->word = value_text(value->option ? value->option->key : STR(""));
        break;
    case FEATURE_LANGS: v->codes = codes(value->words.in[0], arena); break;
    case FEATURE_TEXT: v->said = data_texts(site, &value->words, arena); break;
    default: v->number = value_int(value->number, arena); break;
    }
}

static void fill_bound(const struct site *site, const struct feature *feature,
                       const struct access_value *value, struct fact_view *v,
                       struct arena *arena)
{
    (void)site;
    (void)feature;
    (void)arena;
    v->word = value_text(data_bound(value->bound));
}

static void fill_note(const struct site *site, const struct feature *feature,
                      const struct access_value *value, struct fact_view *v,
                      struct arena *arena)
{
    (void)feature;
    v->said = data_texts(site, &value->note, arena);
}

static bool is_filled(const struct fact_view *v)
{
    return v->number.kind || v->word.kind || v->codes.kind || v->said.kind;
}

/* Those known features for which `fill` has something to say. */
static struct value facts(const struct site *site, const struct access *access,
                          fact_fn fill, struct arena *arena)
{
    struct LIST_OF(struct value) list = {0};
    for (size_t i = 0; i < site->vocabulary.features.count; i++) {
        const struct feature *feature = &site->vocabulary.features.items[i];
        const struct access_value *value = access_at(access, feature);
        struct fact_view fact = {0};
        if (value->known)
            fill(site, feature, value, &fact, arena);
        if (!is_filled(&fact))
            continue;
        struct fact_view *v = value_struct(fact_view, arena);
        *v = fact;
        v->key = value_text(feature->key);
        v->comma = value_bool(list.count > 0);
        *list_push(&list, arena) = value_map(v, &fact_shape);
    }
    return data_all(list.items, list.count, &facts_shape, arena);
}

struct value data_access(const struct site *site, const struct access *access,
                         struct arena *arena)
{
    if (!access->stated)
        return (struct value){0};
    struct known_view *v = value_struct(known_view, arena);
    if (!date_is_none(access->checked))
        v->checked = value_text(date_iso(access->checked, arena));
    v->by = value_text(data_by(access->by));
    v->method = value_text(data_method(access->method));
    v->wheelchair = value_text(data_state(access_wheelchair(site, access)));
    v->features = facts(site, access, fill_value, arena);
    v->bounds = facts(site, access, fill_bound, arena);
    v->notes = facts(site, access, fill_note, arena);
    v->note = data_texts(site, &access->note, arena);
    return value_map(v, &data_access_shape);
}
