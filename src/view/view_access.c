/* SPDX-License-Identifier: MIT */
/* The pages of Tourism for all: the vocabulary explained, and a province's entries ×
 * facilities. */
#include "view/access.h"
#include "view/facets.h"
#include "view/kinds.h"
#include "view/place.h"

/* ---- the vocabulary, and which provinces know what ---- */

struct term_view {
    struct value key, label, define;
};
static const struct slot term_slots[] = {
    SLOT(term_view, key, VALUE_TEXT),
    SLOT_OF(term_view, label, VALUE_MAP, &phrase_shape),
    SLOT_OF(term_view, define, VALUE_MAP, &phrase_shape),
};
static const struct shape term_shape = SHAPE("term", term_view, term_slots);

struct term_group_view {
    struct value label, key, terms;
};
static const struct slot term_group_slots[] = {
    SLOT_OF(term_group_view, label, VALUE_MAP, &phrase_shape),
    SLOT(term_group_view, key, VALUE_TEXT),
    SLOT_OF(term_group_view, terms, VALUE_LIST, &term_shape),
};
static const struct shape term_group_shape =
    SHAPE("term_group", term_group_view, term_group_slots);

/* A row of a table: a link and one cell per column. */
struct cell_view {
    struct value state, text, column;
};
static const struct slot cell_slots[] = {
    SLOT_OF(cell_view, state, VALUE_MAP, &state_shape),
    SLOT(cell_view, text, VALUE_TEXT),
    SLOT(cell_view, column, VALUE_TEXT),
};
static const struct shape cell_shape = SHAPE("cell", cell_view, cell_slots);

struct row_view {
    struct value name, href, detail, cells, facets, is_old;
};
static const struct slot row_slots[] = {
    SLOT_OF(row_view, name, VALUE_MAP, &phrase_shape),
    SLOT(row_view, href, VALUE_TEXT),
    SLOT_OF(row_view, detail, VALUE_MAP, &phrase_shape),
    SLOT_OF(row_view, cells, VALUE_LIST, &cell_shape),
    SLOT_OF(row_view, facets, VALUE_MAP, &facets_shape),
    SLOT(row_view, is_old, VALUE_BOOL),
};
static const struct shape row_shape = SHAPE("row", row_view, row_slots);

struct access_root {
    struct base_view base;
    struct value totals, states, terms, columns, rows, width, filter;
};
static const struct slot access_root_slots[] = {
    SLOT(access_root, totals, VALUE_TEXT),
    SLOT_OF(access_root, states, VALUE_LIST, &state_shape),
    SLOT_OF(access_root, terms, VALUE_LIST, &term_group_shape),
    SLOT_OF(access_root, columns, VALUE_LIST, &phrase_shape),
    SLOT_OF(access_root, rows, VALUE_LIST, &row_shape),
    SLOT(access_root, width, VALUE_TEXT),
    SLOT_OF(access_root, filter, VALUE_MAP, &filter_shape),
};

static struct value term_group(const struct view *view, unsigned lang,
                               const struct feature_group *group, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    LIST(struct value) terms = {0};
    for (size_t i = 0; i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        if (feature->group != group)
            continue;
        struct term_view *term = value_struct(term_view, arena);
        term->key = value_text(feature->key);
        term->label = view_phrase(view, lang, &feature->label, arena);
        term->define = view_phrase(view, lang, &feature->define, arena);
        *list_push(&terms, arena) = value_map(term, &term_shape);
    }
    struct term_group_view *v = value_struct(term_group_view, arena);
    v->label = view_phrase(view, lang, &group->label, arena);
    v->key = value_text(group->key);
    v->terms = value_list(terms.items, terms.count);
    return value_map(v, &term_group_shape);
}

static struct value all_terms(const struct view *view, unsigned lang, struct arena *arena)
{
    const struct vocabulary *vocabulary = &view->site->vocabulary;
    struct value *groups = arena_many(arena, vocabulary->groups.count, struct value);
    for (size_t i = 0; i < vocabulary->groups.count; i++)
        groups[i] = term_group(view, lang, &vocabulary->groups.items[i], arena);
    return value_list(groups, vocabulary->groups.count);
}

static struct value all_states(const struct words *words, struct arena *arena)
{
    enum { STATES = ACCESS_NA + 1 };
    static const enum access_state order[STATES] = {ACCESS_YES, ACCESS_LIMITED, ACCESS_NO,
                                                    ACCESS_NA, ACCESS_UNKNOWN};
    struct value *values = arena_many(arena, STATES, struct value);
    for (size_t i = 0; i < STATES; i++)
        values[i] = view_state(words, order[i], arena);
    return value_list(values, STATES);
}

static struct value column_heads(const struct view *view, unsigned lang,
                                 const struct columns *columns, struct arena *arena)
{
    struct value *heads = arena_many(arena, columns->count, struct value);
    for (size_t i = 0; i < columns->count; i++)
        heads[i] = view_phrase(view, lang, &columns->items[i]->label, arena);
    return value_list(heads, columns->count);
}

static bool has_feature(const struct lao *lao, const struct feature *feature)
{
    const struct access *access = &lao->identity->access;
    enum access_state state = access_at(access, feature)->state;
    return state == ACCESS_YES || state == ACCESS_LIMITED;
}

/* How many entries of a province have each feature, fully or in part. */
static struct value province_row(const struct view *view, const struct page *page,
                                 const struct province *province,
                                 const struct columns *columns, struct arena *arena)
{
    struct row_view *v = value_struct(row_view, arena);
    struct value *cells = arena_many(arena, columns->count, struct value);
    for (size_t c = 0; c < columns->count; c++) {
        struct cell_view *cell = value_struct(cell_view, arena);
        int64_t count = 0;
        for (size_t i = 0; i < province->entries.count; i++)
            count += has_feature(province->entries.items[i], columns->items[c]);
        cell->text = value_text(words_number(&view->words[page->lang], count, arena));
        cells[c] = value_map(cell, &cell_shape);
    }
    v->name = view_phrase(view, page->lang, &province->name, arena);
    v->href = view_href(
        view, page,
        path_province_part(view->site, page->lang, province, STR("access"), arena),
        arena);
    v->cells = value_list(cells, columns->count);
    return value_map(v, &row_shape);
}

static bool knows_access(const struct province *province)
{
    for (size_t i = 0; i < province->entries.count; i++)
        if (province->entries.items[i]->identity->access.stated)
            return true;
    return false;
}

/* Provinces where anything is known, in the reader's order. */
static struct value province_rows(const struct view *view, const struct page *page,
                                  const struct columns *columns, struct arena *arena)
{
    const struct provinces *provinces = &view->site->provinces;
    const struct province **sorted =
        arena_many(arena, provinces->count, const struct province *);
    for (size_t i = 0; i < provinces->count; i++)
        sorted[provinces->items[i]->rank[page->lang]] = provinces->items[i];
    LIST(struct value) rows = {0};
    for (size_t i = 0; i < provinces->count; i++)
        if (knows_access(sorted[i]))
            *list_push(&rows, arena) =
                province_row(view, page, sorted[i], columns, arena);
    return value_list(rows.items, rows.count);
}

static int64_t count_stated(const struct laos *entries)
{
    int64_t count = 0;
    for (size_t i = 0; i < entries->count; i++)
        count += entries->items[i]->identity->access.stated;
    return count;
}

static struct str access_totals(const struct view *view, const struct page *page,
                                const struct laos *entries, struct arena *arena)
{
    const struct words *words = &view->words[page->lang];
    return words_fill(words, "access.totals", arena,
                      {"known", words_number(words, count_stated(entries), arena)},
                      {"entries", words_number(words, (int64_t)entries->count, arena)});
}

static void fill_access(const struct view *view, const struct page *page, void *data,
                        struct arena *arena)
{
    struct access_root *root = data;
    const struct words *words = &view->words[page->lang];
    struct text heading = place_word(view, "access.heading");
    struct columns columns = facets_columns(view->site, arena);
    view_title(view, page, &root->base, &heading, words_get(words, "access.description"),
               arena);
    struct view_step here = {heading, page->path};
    view_crumbs(view, page, &root->base, &here, 1, arena);
    root->totals = value_text(access_totals(view, page, &view->site->entries, arena));
    root->states = all_states(words, arena);
    root->terms = all_terms(view, page->lang, arena);
    root->columns = column_heads(view, page->lang, &columns, arena);
    root->rows = province_rows(view, page, &columns, arena);
    if (view->site->entries.count)
        root->filter = view->facets->filter[page->lang];
    root->width = value_int((int64_t)columns.count + 1, arena);
}

const struct page_type access_type = {
    .name = "access",
    .template = "access.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(access_root, access_root_slots),
    .fill = fill_access,
};

/* ---- a province: entries × facilities ---- */

struct province_access_root {
    struct base_view base;
    struct value totals, known, states, columns, rows, width, silent, silent_text,
        province, access_href, fields, filter;
};
static const struct slot province_access_slots[] = {
    SLOT(province_access_root, totals, VALUE_TEXT),
    SLOT(province_access_root, known, VALUE_BOOL),
    SLOT_OF(province_access_root, states, VALUE_LIST, &state_shape),
    SLOT_OF(province_access_root, columns, VALUE_LIST, &phrase_shape),
    SLOT_OF(province_access_root, rows, VALUE_LIST, &row_shape),
    SLOT(province_access_root, width, VALUE_TEXT),
    SLOT_OF(province_access_root, silent, VALUE_LIST, &card_shape),
    SLOT(province_access_root, silent_text, VALUE_TEXT),
    SLOT_OF(province_access_root, province, VALUE_MAP, &tally_shape),
    SLOT(province_access_root, access_href, VALUE_TEXT),
    SLOT_OF(province_access_root, fields, VALUE_LIST, &tally_shape),
    SLOT_OF(province_access_root, filter, VALUE_MAP, &filter_shape),
};

static struct value entry_row(const struct view *view, const struct page *page,
                              const struct lao *lao, const struct columns *columns,
                              struct arena *arena)
{
    const struct access *access = &lao->identity->access;
    struct row_view *v = value_struct(row_view, arena);
    struct value *cells = arena_many(arena, columns->count, struct value);
    for (size_t c = 0; c < columns->count; c++) {
        const struct access_value *value = access_at(access, columns->items[c]);
        struct cell_view *cell = value_struct(cell_view, arena);
        cell->state =
            view_feature_state(view, page->lang, columns->items[c],
                               value->known ? value->state : ACCESS_UNKNOWN, arena);
        cells[c] = value_map(cell, &cell_shape);
    }
    v->name = view_phrase(view, page->lang, &lao->identity->name, arena);
    v->detail = view_phrase(view, page->lang, view_lao_name(view, lao), arena);
    v->href =
        view_href(view, page, path_entry(view->site, page->lang, lao, arena), arena);
    v->cells = value_list(cells, columns->count);
    v->facets = view_facets(view, lao);
    v->is_old = value_bool(access_is_stale(view->site, access));
    return value_map(v, &row_shape);
}

static void fill_rows(const struct view *view, const struct page *page,
                      struct province_access_root *root, const struct columns *columns,
                      struct arena *arena)
{
    struct laos entries = view_by_name(&page->province->entries, page->lang, arena);
    LIST(struct value) rows = {0};
    struct laos silent = {0};
    for (size_t i = 0; i < entries.count; i++) {
        if (entries.items[i]->identity->access.stated)
            *list_push(&rows, arena) =
                entry_row(view, page, entries.items[i], columns, arena);
        else
            *list_push(&silent, arena) = entries.items[i];
    }
    root->known = value_bool(rows.count > 0);
    root->rows = value_list(rows.items, rows.count);
    root->silent = view_cards(view, page, &silent, arena);
    if (silent.count)
        root->silent_text =
            value_text(words_count(&view->words[page->lang], "count.without_access",
                                   (int64_t)silent.count, arena));
}

static void fill_province_access(const struct view *view, const struct page *page,
                                 void *data, struct arena *arena)
{
    struct province_access_root *root = data;
    struct text label = place_word(view, "access.heading");
    struct text heading = place_label_in(view, &label, page->province, arena);
    struct columns columns = facets_columns(view->site, arena);
    root->totals = value_text(access_totals(view, page, &page->province->entries, arena));
    view_title(view, page, &root->base, &heading, root->totals.text, arena);
    struct view_step here = {label, page->path};
    place_crumbs(view, page, &root->base, &here, arena);
    root->states = all_states(&view->words[page->lang], arena);
    root->columns = column_heads(view, page->lang, &columns, arena);
    root->province = place_province(view, page, arena);
    root->access_href = view_href(
        view, page, path_fixed(view->site, page->lang, STR("access"), arena), arena);
    root->width = value_int((int64_t)columns.count + 1, arena);
    root->fields = place_fields(view, page, NULL, arena);
    if (page->province->entries.count)
        root->filter = view->facets->filter[page->lang];
    fill_rows(view, page, root, &columns, arena);
}

const struct page_type province_access_type = {
    .name = "province-access",
    .template = "province-access.html",
    .embed = "page.jsonld.json",
    TYPE_SLOTS(province_access_root, province_access_slots),
    .fill = fill_province_access,
};
