/* SPDX-License-Identifier: MIT */
#include "model/call_fields.h"

#include "model/dictionary.h"
#include "model/loaders.h"

/* Path → struct str[DIAG_LANGS]: what it is called. */
struct names {
    struct map by_path;
    struct arena *arena;
};

/* A feature is also named by its key alone: "enter.ramp". */
static void add_names(struct names *names, const struct site *site,
                      const struct field_table *table)
{
    static const struct str features = STR_CONST("access.features.");
    struct dictionary all = dictionary_of(site, table, names->arena);
    for (size_t i = 0; i < all.count; i++) {
        const struct dictionary_column *column = &all.items[i];
        struct str *called = arena_many(names->arena, DIAG_LANGS, struct str);
        for (int lang = 0; lang < DIAG_LANGS; lang++)
            called[lang] = dictionary_header(column, (enum diag_lang)lang, names->arena);
        map_put(&names->by_path, column->path, called, names->arena);
        if (str_starts(column->path, features))
            map_put(&names->by_path, str_skip(column->path, features.len), called,
                    names->arena);
    }
}

/* "visitors" is a field in any place of a sentence; elsewhere such words may be choices. */
static void add_figures(struct names *figures, const struct names *names)
{
    for (size_t i = 0; i < report_fields.count; i++) {
        const struct field_spec *spec = &report_fields.specs[i];
        void *called = map_get(&names->by_path, spec->path);
        if (called && spec->flags & FIELD_FIGURE)
            map_put(&figures->by_path, spec->path, called, figures->arena);
    }
}

void call_fields(struct diags *diags, const struct site *site, struct arena *arena)
{
    struct names names = {.arena = arena}, figures = {.arena = arena};
    add_names(&names, site, &report_fields);
    add_names(&names, site, &identity_fields);
    add_figures(&figures, &names);
    for (size_t i = 0; i < diags->items.count; i++) {
        struct finding *finding = &diags->items.items[i];
        if (finding->rule->names)
            finding->called[0] = map_get(&names.by_path, finding->args[0]);
        for (size_t k = 1; k < DIAG_ARGS; k++)
            if (!finding->called[k])
                finding->called[k] = map_get(&figures.by_path, finding->args[k]);
    }
}
