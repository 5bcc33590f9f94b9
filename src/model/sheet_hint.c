/* SPDX-License-Identifier: MIT */
/* The headers that a table may have (tables.h): asked by threads, so it is made beforehand. */
#include "model/dictionary.h"
#include "model/loaders.h"
#include "model/stamp.h"
#include "text/clean.h"

struct known {
    const struct site *site;
    const struct field_table *fields;
    struct map names; /* cleaned headers that tables.yaml maps */
};

struct str sheet_header(struct str raw, struct arena *arena)
{
    return clean_line(str_trim(raw), arena).text;
}

static bool is_known(const void *context, struct str header, struct arena *scratch)
{
    const struct known *known = context;
    struct str name = sheet_header(header, scratch);
    return map_get(&known->names, name) || stamp_is_usual(name)
           || field_spec_of(known->site, known->fields, name)
           || field_spec_of(known->site, known->fields, dictionary_path_of(name));
}

struct table_hint sheet_hint(const struct site *site, const struct table_spec *spec,
                             enum table_kind kind, struct arena *arena)
{
    struct known *known = arena_new(arena, struct known);
    *known = (struct known){.site = site, .fields = sheet_fields(kind)};
    const struct tree *columns = spec ? spec->columns : NULL;
    for (const struct tree *item = columns ? columns->first : NULL; item; item = item->next)
        map_put(&known->names, sheet_header(item->key, arena), known, arena);
    if (spec && spec->stamp_column.len)
        map_put(&known->names, sheet_header(spec->stamp_column, arena), known, arena);
    return (struct table_hint){is_known, known};
}
