/* SPDX-License-Identifier: MIT */
/* data/facets.json: of each province, how many entries of each field have and lack what;
 * for the pages of the whole country. An entry is two numbers, a bit for each facility in
 * the order of `facilities`; those that are alike are counted together. */
#include <stdlib.h>

#include "view/data.h"
#include "view/facets.h"
#include "view/kinds.h"

struct facet_field_view {
    struct value key, counts, comma;
}; /* counts: "there,lacks,count" of all that are not alike, one after the other */
static const struct slot facet_field_slots[] = {
    SLOT(facet_field_view, key, VALUE_TEXT),
    SLOT(facet_field_view, counts, VALUE_TEXT),
    SLOT(facet_field_view, comma, VALUE_BOOL),
};
static const struct shape facet_field_shape =
    SHAPE("facet_field", facet_field_view, facet_field_slots);

struct facet_province_view {
    struct value slug, fields, comma;
};
static const struct slot facet_province_slots[] = {
    SLOT(facet_province_view, slug, VALUE_TEXT),
    SLOT_OF(facet_province_view, fields, VALUE_LIST, &facet_field_shape),
    SLOT(facet_province_view, comma, VALUE_BOOL),
};
static const struct shape facet_province_shape =
    SHAPE("facet_province", facet_province_view, facet_province_slots);

struct facets_root {
    struct base_view base;
    struct value facilities, provinces;
};
static const struct slot facets_root_slots[] = {
    SLOT_OF(facets_root, facilities, VALUE_MAP, &data_list_shape),
    SLOT_OF(facets_root, provinces, VALUE_LIST, &facet_province_shape),
};

/* What is known of one entry, as bits. */
struct known {
    uint32_t there, lacks;
};

static struct known known_of(const struct view *view, const struct columns *columns,
                             const struct lao *lao, struct arena *arena)
{
    struct facets facets =
        facets_of(view->site, columns, &lao->identity->access, arena);
    return (struct known){facets_bits(facets.has) | facets_bits(facets.part),
                          facets_bits(facets.lacks)};
}

static int compare_known(const void *a, const void *b)
{
    const struct known *x = a, *y = b;
    if (x->there != y->there)
        return x->there < y->there ? -1 : 1;
    return (x->lacks > y->lacks) - (x->lacks < y->lacks);
}

static struct str counts_of(struct known *known, size_t count, struct arena *arena)
{
    struct str *parts = arena_many(arena, count, struct str);
    size_t unlike = 0;
    qsort(known, count, sizeof(*known), compare_known);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && !compare_known(&known[i], &known[next]);)
            next++;
        parts[unlike++] = str_format(arena, "%u,%u,%zu", known[i].there, known[i].lacks,
                                     next - i);
    }
    return str_join(parts, unlike, STR(","), arena);
}

static struct value field(const struct view *view, const struct columns *columns,
                          const struct province *province,
                          const struct category *category, struct arena *arena)
{
    const struct laos *entries = &province->entries;
    struct known *known = arena_many(arena, entries->count, struct known);
    size_t count = 0;
    for (size_t i = 0; i < entries->count; i++)
        if (entries->items[i]->identity->category == category)
            known[count++] = known_of(view, columns, entries->items[i], arena);
    struct facet_field_view *v = value_struct(facet_field_view, arena);
    v->key = value_text(category->key);
    v->counts = value_text(counts_of(known, count, arena));
    v->comma = value_bool(category != view->site->vocabulary.categories.items);
    return value_map(v, &facet_field_shape);
}

static struct value province(const struct view *view, const struct columns *columns,
                             const struct province *province, bool comma,
                             struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    size_t count = vocabulary->categories.count;
    struct value *fields = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        fields[i] =
            field(view, columns, province, &vocabulary->categories.items[i], arena);
    struct facet_province_view *v = value_struct(facet_province_view, arena);
    v->slug = value_text(province->slug);
    v->fields = value_list(fields, count);
    v->comma = value_bool(comma);
    return value_map(v, &facet_province_shape);
}

static void fill_facets(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    struct facets_root *root = data;
    const struct provinces *provinces = &view->site->provinces;
    struct columns columns = facets_columns(view->site, arena);
    struct value *values = arena_many(arena, provinces->count, struct value);
    (void)page;
    for (size_t i = 0; i < provinces->count; i++)
        values[i] = province(view, &columns, provinces->items[i], i > 0, arena);
    struct strs keys = facets_keys(&columns, arena);
    root->facilities = data_list(keys.items, keys.count, arena);
    root->provinces = value_list(values, provinces->count);
}

const struct page_type facets_type = {
    .name = "facets",
    .template = "facets.json",
    TYPE_SLOTS(facets_root, facets_root_slots),
    .fill = fill_facets,
};
