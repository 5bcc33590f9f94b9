/* SPDX-License-Identifier: MIT */
/* datapackage.json: what there is to take away, and the Table Schema of every CSV. */
#include "view/column.h"
#include "view/kinds.h"

/* A file beside datapackage.json. */
struct resource_view {
    struct value name, path, title, format, mediatype, fields, keys, described, comma;
};
static const struct slot resource_slots[] = {
    SLOT(resource_view, name, VALUE_TEXT),
    SLOT(resource_view, path, VALUE_TEXT),
    SLOT(resource_view, title, VALUE_TEXT),
    SLOT(resource_view, format, VALUE_TEXT),
    SLOT(resource_view, mediatype, VALUE_TEXT),
    SLOT_OF(resource_view, fields, VALUE_LIST, &column_shape),
    SLOT_OF(resource_view, keys, VALUE_MAP, &data_list_shape),
    SLOT(resource_view, described, VALUE_BOOL), /* with a sentence on each field */
    SLOT(resource_view, comma, VALUE_BOOL),
};
static const struct shape resource_shape =
    SHAPE("resource", resource_view, resource_slots);

struct package_root {
    struct base_view base;
    struct value tables, files;
};
static const struct slot package_slots[] = {
    SLOT_OF(package_root, tables, VALUE_LIST, &resource_shape),
    SLOT_OF(package_root, files, VALUE_LIST, &resource_shape),
};

static struct resource_view *table(const struct view *view, enum data_table table,
                                   struct arena *arena)
{
    const struct column_table *of = column_tables[table];
    struct columns columns = columns_of(view, table, arena);
    struct resource_view *v = value_struct(resource_view, arena);
    v->name = value_text(str_from(of->name));
    v->path = value_text(str_format(arena, "%s.csv", of->name));
    v->title = value_text(words_under(&view->words[0], "data", of->name, arena));
    v->fields = columns_schema(view, &columns, arena);
    v->keys = column_words(of->keys, arena);
    v->described = value_bool(true);
    return v;
}

/* The same columns as identities.csv, which describes them. */
static struct value province_table(const struct view *view,
                                   const struct resource_view *whole,
                                   const struct province *province, struct arena *arena)
{
    struct resource_view *v = value_struct(resource_view, arena);
    struct str slug = province->slug;
    const struct text *name = view_province_name(view, province);
    *v = *whole;
    v->name = value_text(str_format(arena, "identities-%.*s", STR_ARG(slug)));
    v->path = value_text(str_format(arena, "%.*s.csv", STR_ARG(slug)));
    v->title = value_text(
        words_fill(&view->words[0], "data.of_province", arena, {"province", name->in[0]}));
    v->described = value_bool(false);
    v->comma = value_bool(true);
    return value_map(v, &resource_shape);
}

static struct value tables(const struct view *view, struct arena *arena)
{
    const struct provinces *provinces = &view->site->provinces;
    struct value *items = arena_many(arena, TABLE_COUNT + provinces->count, struct value);
    const struct resource_view *whole = NULL;
    size_t count = 0;
    for (enum data_table i = 0; i < TABLE_COUNT; i++) {
        if (!table_is_there(view->site, i))
            continue;
        struct resource_view *v = table(view, i, arena);
        v->comma = value_bool(i > 0);
        whole = i == TABLE_IDENTITIES ? v : whole;
        items[count++] = value_map(v, &resource_shape);
    }
    for (size_t i = 0; i < provinces->count; i++)
        items[count++] = province_table(view, whole, provinces->items[i], arena);
    return value_list(items, count);
}

/* What is no table. */
static struct value files(const struct view *view, struct arena *arena)
{
    static const struct {
        const char *name, *path, *format, *mediatype;
    } rows[] = {
        {"identities-json", "identities.json", "json", "application/json"},
        {"identities-geojson", "identities.geojson", "geojson", "application/geo+json"},
    };
    enum { COUNT = sizeof(rows) / sizeof(*rows) };
    struct value *items = arena_many(arena, COUNT, struct value);
    for (size_t i = 0; i < COUNT; i++) {
        struct resource_view *v = value_struct(resource_view, arena);
        v->name = value_text(str_from(rows[i].name));
        v->path = value_text(str_from(rows[i].path));
        v->format = value_text(str_from(rows[i].format));
        v->mediatype = value_text(str_from(rows[i].mediatype));
        v->title = value_text(words_get(&view->words[0], "data.identities"));
        items[i] = value_map(v, &resource_shape);
    }
    return value_list(items, COUNT);
}

static void fill_package(const struct view *view, const struct page *page, void *data,
                         struct arena *arena)
{
    (void)page;
    struct package_root *root = data;
    root->tables = tables(view, arena);
    root->files = files(view, arena);
}

const struct page_type datapackage_type = {
    .name = "datapackage",
    .template = "datapackage.json",
    TYPE_SLOTS(package_root, package_slots),
    .fill = fill_package,
};
