/* SPDX-License-Identifier: MIT */
#include "view/column.h"

static const struct slot line_slots[] = {
    SLOT(line_view, first, VALUE_TEXT),
    SLOT(line_view, rest, VALUE_LIST),
};
const struct shape line_shape = SHAPE("line", line_view, line_slots);

static const struct slot column_slots[] = {
    SLOT(column_view, name, VALUE_TEXT),
    SLOT(column_view, type, VALUE_TEXT),
    SLOT(column_view, format, VALUE_TEXT),
    SLOT(column_view, title, VALUE_TEXT),
    SLOT(column_view, about, VALUE_TEXT),
    SLOT(column_view, required, VALUE_BOOL),
    SLOT_OF(column_view, allowed, VALUE_MAP, &data_list_shape),
    SLOT(column_view, comma, VALUE_BOOL),
};
const struct shape column_shape = SHAPE("column", column_view, column_slots);

/* ---- which tables and columns there are ---- */

bool table_is_there(const struct site *site, enum data_table table)
{
    return table != TABLE_FIGURES || site->settings.publish_reports;
}

static bool is_measured(const struct feature *feature)
{
    return feature->type == FEATURE_CM || feature->type == FEATURE_M ||
           feature->type == FEATURE_NUMBER || feature->type == FEATURE_1X;
}

/* What there is a column for each of. */
struct each {
    size_t (*count)(const struct site *site);
    struct str (*key)(const struct site *site, size_t nth);
    bool (*has)(const struct feature *feature); /* NULL: all have one */
};

static size_t count_one(const struct site *site)
{
    (void)site;
    return 1;
}

static struct str key_none(const struct site *site, size_t nth)
{
    (void)site, (void)nth;
    return STR("");
}

static size_t count_langs(const struct site *site)
{
    return site->lang_count;
}

static struct str key_lang(const struct site *site, size_t nth)
{
    return site->langs[nth];
}

static size_t count_fields(const struct site *site)
{
    return site->vocabulary.categories.count;
}

static struct str key_field(const struct site *site, size_t nth)
{
    return site->vocabulary.categories.items[nth].key;
}

static size_t count_rounds(const struct site *site)
{
    return site->settings.rounds.count;
}

static struct str key_round(const struct site *site, size_t nth)
{
    return site->settings.rounds.items[nth].id;
}

static size_t count_features(const struct site *site)
{
    return site->vocabulary.features.count;
}

static struct str key_feature(const struct site *site, size_t nth)
{
    return site->vocabulary.features.items[nth].key;
}

static bool is_starter(const struct feature *feature)
{
    return feature->starter;
}

static bool is_measured_starter(const struct feature *feature)
{
    return feature->starter && is_measured(feature);
}

static const struct each eaches[COLUMN_EACHES] = {
    [EACH_ONCE] = {count_one, key_none, NULL},
    [EACH_LANG] = {count_langs, key_lang, NULL},
    [EACH_FIELD] = {count_fields, key_field, NULL},
    [EACH_ROUND] = {count_rounds, key_round, NULL},
    [EACH_STARTER] = {count_features, key_feature, is_starter},
    [EACH_MEASURE] = {count_features, key_feature, is_measured_starter},
};

static void add(struct columns *columns, const struct site *site,
                const struct column *column, struct arena *arena)
{
    const struct each *each = &eaches[column->each];
    for (size_t i = 0; i < each->count(site); i++) {
        if (each->has && !each->has(&site->vocabulary.features.items[i]))
            continue;
        struct str name =
            str_replace(str_from(column->name), STR("{}"), each->key(site, i), arena);
        *list_push(columns, arena) = (struct column_made){column, name, i};
    }
}

struct columns columns_of(const struct view *view, enum data_table table,
                          struct arena *arena)
{
    const struct column_table *of = column_tables[table];
    struct columns columns = {0};
    for (size_t i = 0; i < of->count; i++)
        if (!of->columns[i].figures || view->site->settings.publish_reports)
            add(&columns, view->site, &of->columns[i], arena);
    return columns;
}

/* ---- lines ---- */

struct value columns_header(const struct columns *columns, struct arena *arena)
{
    struct line_view *v = value_struct(line_view, arena);
    struct value *rest = arena_many(arena, columns->count, struct value);
    v->first = value_text(columns->items[0].name);
    for (size_t i = 1; i < columns->count; i++)
        rest[i - 1] = value_text(columns->items[i].name);
    v->rest = value_list(rest, columns->count - 1);
    return value_map(v, &line_shape);
}

struct value columns_row(const struct columns *columns, const struct cell *about)
{
    struct line_view *v = value_struct(line_view, about->arena);
    struct value *rest = arena_many(about->arena, columns->count, struct value);
    struct cell cell = *about;
    for (size_t i = 0; i < columns->count; i++) {
        const struct column_made *made = &columns->items[i];
        cell.column = made->column;
        cell.nth = made->nth;
        *(i ? &rest[i - 1] : &v->first) = value_text(made->column->cell(&cell));
    }
    v->rest = value_list(rest, columns->count - 1);
    return value_map(v, &line_shape);
}

/* ---- Table Schema ---- */

struct value column_words(const char *words, struct arena *arena)
{
    struct strs list = {0};
    struct cut cut = {.tail = str_from(words), .ok = words != NULL};
    while (cut.ok) {
        cut = str_cut(cut.tail, ' ');
        *list_push(&list, arena) = cut.head;
    }
    return data_list(list.items, list.count, arena);
}

static const char *feature_type(const struct feature *feature)
{
    return is_measured(feature) ? "integer" : "string";
}

static struct value feature_values(const struct feature *feature, struct arena *arena)
{
    struct strs keys = {0};
    if (feature->type == FEATURE_STATE)
        return column_words("yes limited no na", arena);
    for (size_t i = 0; i < feature->options.count; i++)
        *list_push(&keys, arena) = feature->options.items[i].key;
    return data_list(keys.items, keys.count, arena);
}

/* NULL: the column is of no feature. */
static const struct feature *feature_of(const struct site *site,
                                        const struct column_made *made)
{
    return eaches[made->column->each].has ? &site->vocabulary.features.items[made->nth]
                                          : NULL;
}

static struct value schema_field(const struct view *view, const struct column_made *made,
                                 bool comma, struct arena *arena)
{
    const struct column *column = made->column;
    const struct feature *feature = feature_of(view->site, made);
    const char *about = column->about ? column->about : column->name;
    struct column_view *v = value_struct(column_view, arena);
    v->name = value_text(made->name);
    v->type = value_text(str_from(column->type ? column->type : feature_type(feature)));
    v->format = value_text(str_from(column->format));
    if (feature)
        v->title = value_text(view_pick(view, 0, &feature->label, NULL));
    v->about = value_text(words_under(&view->words[0], "column", about, arena));
    v->required = value_bool(column->required);
    v->allowed = column->type ? column_words(column->allowed, arena)
                              : feature_values(feature, arena);
    v->comma = value_bool(comma);
    return value_map(v, &column_shape);
}

struct value columns_schema(const struct view *view, const struct columns *columns,
                            struct arena *arena)
{
    struct value *fields = arena_many(arena, columns->count, struct value);
    for (size_t i = 0; i < columns->count; i++)
        fields[i] = schema_field(view, &columns->items[i], i > 0, arena);
    return value_list(fields, columns->count);
}
