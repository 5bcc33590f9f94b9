/* SPDX-License-Identifier: MIT */
/* counters.json: how far the country and each province are, for other sites' counters. */
#include "model/coverage.h"
#include "view/data.h"
#include "view/kinds.h"
#include "view/progress.h"

struct count_view {
    struct value key, count, comma;
};
static const struct slot count_slots[] = {
    SLOT(count_view, key, VALUE_TEXT),
    SLOT(count_view, count, VALUE_TEXT),
    SLOT(count_view, comma, VALUE_BOOL),
};
static const struct shape count_shape = SHAPE("count", count_view, count_slots);

struct counter_view {
    struct value code, slug, name, laos, published, states, fields, comma;
};
static const struct slot counter_slots[] = {
    SLOT(counter_view, code, VALUE_TEXT),
    SLOT(counter_view, slug, VALUE_TEXT),
    SLOT_OF(counter_view, name, VALUE_MAP, &data_texts_shape),
    SLOT(counter_view, laos, VALUE_TEXT),
    SLOT(counter_view, published, VALUE_TEXT),
    SLOT_OF(counter_view, states, VALUE_LIST, &count_shape),
    SLOT_OF(counter_view, fields, VALUE_LIST, &count_shape),
    SLOT(counter_view, comma, VALUE_BOOL),
};
static const struct shape counter_shape = SHAPE("counter", counter_view, counter_slots);

struct counters_root {
    struct base_view base;
    struct value country, provinces;
};
static const struct slot counters_slots[] = {
    SLOT_OF(counters_root, country, VALUE_MAP, &counter_shape),
    SLOT_OF(counters_root, provinces, VALUE_LIST, &counter_shape),
};

static struct value count(struct str key, size_t number, bool comma, struct arena *arena)
{
    struct count_view *v = value_struct(count_view, arena);
    v->key = value_text(key);
    v->count = value_int((int64_t)number, arena);
    v->comma = value_bool(comma);
    return value_map(v, &count_shape);
}

/* Best first, as everywhere. */
static struct value states(const struct coverage *coverage, struct arena *arena)
{
    struct value *values = arena_many(arena, LAO_STATES, struct value);
    for (enum lao_state i = 0; i < LAO_STATES; i++) {
        enum lao_state state = LAO_STATES - 1 - i;
        values[i] =
            count(progress_state_key(state), coverage->states[state], i > 0, arena);
    }
    return value_list(values, LAO_STATES);
}

static struct value fields(const struct site *site, const struct coverage *coverage,
                           struct arena *arena)
{
    size_t all = site->vocabulary.categories.count;
    struct value *values = arena_many(arena, all, struct value);
    for (size_t i = 0; i < all; i++)
        values[i] = count(site->vocabulary.categories.items[i].key, coverage->fields[i],
                          i > 0, arena);
    return value_list(values, all);
}

static struct counter_view *counter(const struct site *site,
                                    const struct coverage *coverage, struct arena *arena)
{
    struct counter_view *v = value_struct(counter_view, arena);
    v->laos = value_int((int64_t)coverage->laos, arena);
    v->published = value_int((int64_t)coverage_published(coverage), arena);
    v->states = states(coverage, arena);
    v->fields = fields(site, coverage, arena);
    return v;
}

static struct value province(const struct site *site, size_t at, struct arena *arena)
{
    const struct province *of = site->provinces.items[at];
    struct counter_view *v = counter(site, of->coverage, arena);
    v->code = value_text(of->code);
    v->slug = value_text(of->slug);
    v->name = data_texts(site, &of->name, arena);
    v->comma = value_bool(at > 0);
    return value_map(v, &counter_shape);
}

static void fill_counters(const struct view *view, const struct page *page, void *data,
                          struct arena *arena)
{
    (void)page;
    struct counters_root *root = data;
    const struct site *site = view->site;
    struct value *values = arena_many(arena, site->provinces.count, struct value);
    for (size_t i = 0; i < site->provinces.count; i++)
        values[i] = province(site, i, arena);
    root->country = value_map(counter(site, site->coverage, arena), &counter_shape);
    root->provinces = value_list(values, site->provinces.count);
}

const struct page_type counters_type = {
    .name = "counters",
    .template = "counters.json",
    TYPE_SLOTS(counters_root, counters_slots),
    .fill = fill_counters,
};
