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

static void add(struct columns *columns, struct column_made made, struct str part,
                struct arena *arena)
{
    made.name = str_replace(str_from(made.column->name), STR("{}"), part, arena);
    *list_push(columns, arena) = made;
}

static void add_languages(struct columns *columns, const struct site *site,
                          const struct column *column, struct arena *arena)
{
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        add(columns, (struct column_made){.column = column, .lang = lang},
            site->langs[lang], arena);
}

static void add_features(struct columns *columns, const struct site *site,
                         const struct column *column, struct arena *arena)
{
    const struct vocabulary *vocabulary = &site->vocabulary;
    for (size_t i = 0; i < vocabulary->features.count; i++) {
        const struct feature *feature = &vocabulary->features.items[i];
        if (feature->starter && (column->each == EACH_STARTER || is_measured(feature)))
            add(columns, (struct column_made){.column = column, .feature = feature},
                feature->key, arena);
    }
}

struct columns columns_of(const struct view *view, enum data_table table,
                          struct arena *arena)
{
    struct columns columns = {0};
    for (size_t i = 0; i < column_tables[table].count; i++) {
        const struct column *column = &column_tables[table].columns[i];
        if (column->each == EACH_ONCE)
            add(&columns, (struct column_made){.column = column}, STR(""), arena);
        else if (column->each == EACH_LANG)
            add_languages(&columns, view->site, column, arena);
        else
            add_features(&columns, view->site, column, arena);
    }
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
        cell.lang = made->lang;
        cell.feature = made->feature;
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

static struct value schema_field(const struct view *view, const struct column_made *made,
                                 bool comma, struct arena *arena)
{
    const struct column *column = made->column;
    const char *about = column->about ? column->about : column->name;
    struct column_view *v = value_struct(column_view, arena);
    v->name = value_text(made->name);
    v->type =
        value_text(str_from(column->type ? column->type : feature_type(made->feature)));
    if (made->feature)
        v->title = value_text(view_pick(view, 0, &made->feature->label, NULL));
    v->about = value_text(words_under(&view->words[0], "column", about, arena));
    v->required = value_bool(column->required);
    v->allowed = column->type ? column_words(column->allowed, arena)
                              : feature_values(made->feature, arena);
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
