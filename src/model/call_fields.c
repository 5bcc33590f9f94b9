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

/* "2024-10" as Thais write it; NULL: it is no month. */
static const struct str *month_called(struct str arg, struct arena *arena)
{
    struct cut cut = str_cut(arg, '-');
    bool month_like = cut.head.len == 4 && cut.tail.len == 2 && str_is_digits(cut.head) &&
                      str_is_digits(cut.tail);
    if (!month_like)
        return NULL;
    struct date_read month = date_parse_month(arg, arena);
    if (month.error != DATE_OK)
        return NULL;
    struct str *called = arena_many(arena, DIAG_LANGS, struct str);
    called[DIAG_TH] = date_month_thai(month.date, arena);
    called[DIAG_EN] = arg;
    return called;
}

/* What the finder has named stays. */
static void call_arg(struct finding *finding, size_t arg, const struct map *names,
                     struct arena *arena)
{
    if (finding->called[arg])
        return;
    const struct str *called = map_get(names, finding->args[arg]);
    finding->called[arg] = called ? called : month_called(finding->args[arg], arena);
}

void call_fields(struct diags *diags, const struct site *site, struct arena *arena)
{
    struct names names = {.arena = arena}, figures = {.arena = arena};
    add_names(&names, site, &report_fields);
    add_names(&names, site, &identity_fields);
    add_figures(&figures, &names);
    for (size_t i = 0; i < diags->items.count; i++) {
        struct finding *finding = &diags->items.items[i];
        unsigned fields = finding->rule->fields | (finding->rule->names ? 1 : 0);
        for (size_t k = 0; k < DIAG_ARGS; k++)
            if (fields >> k & 1)
                call_arg(finding, k, &names.by_path, arena);
            else if (k > 0)
                call_arg(finding, k, &figures.by_path, arena);
    }
}
