/* SPDX-License-Identifier: MIT */
#include "view/dictionary.h"

#include "text/clean.h"

/* clang-format off */
static const struct slot choice_slots[] = {
    SLOT(dictionary_choice_view, key, VALUE_TEXT),
    SLOT(dictionary_choice_view, label, VALUE_TEXT),
};
static const struct shape choice_shape =
    SHAPE("choice", dictionary_choice_view, choice_slots);

static const struct slot column_slots[] = {
    SLOT(dictionary_column_view, rest, VALUE_BOOL),
    SLOT(dictionary_column_view, header, VALUE_TEXT),
    SLOT(dictionary_column_view, path, VALUE_TEXT),
    SLOT(dictionary_column_view, label, VALUE_TEXT),
    SLOT(dictionary_column_view, label_th, VALUE_TEXT),
    SLOT(dictionary_column_view, label_en, VALUE_TEXT),
    SLOT(dictionary_column_view, required, VALUE_BOOL),
    SLOT(dictionary_column_view, kind, VALUE_TEXT),
    SLOT_OF(dictionary_column_view, choices, VALUE_LIST, &choice_shape),
    SLOT(dictionary_column_view, allowed, VALUE_TEXT),
    SLOT(dictionary_column_view, allowed_th, VALUE_TEXT),
    SLOT(dictionary_column_view, allowed_en, VALUE_TEXT),
    SLOT(dictionary_column_view, limit, VALUE_TEXT),
    SLOT(dictionary_column_view, example, VALUE_TEXT),
    SLOT(dictionary_column_view, example_lang, VALUE_TEXT),
    SLOT(dictionary_column_view, write, VALUE_TEXT),
    SLOT(dictionary_column_view, write_th, VALUE_TEXT),
    SLOT(dictionary_column_view, write_en, VALUE_TEXT),
};
static const struct shape column_shape =
    SHAPE("column", dictionary_column_view, column_slots);

static const struct slot group_slots[] = {
    SLOT(dictionary_group_view, name, VALUE_TEXT),
    SLOT(dictionary_group_view, anchor, VALUE_TEXT),
    SLOT(dictionary_group_view, more, VALUE_BOOL),
    SLOT_OF(dictionary_group_view, columns, VALUE_LIST, &column_shape),
};
static const struct shape group_shape = SHAPE("group", dictionary_group_view, group_slots);

static const struct slot root_slots[] = {
    SLOT(dictionary_root, lang, VALUE_TEXT),
    SLOT(dictionary_root, thai, VALUE_BOOL),
    SLOT(dictionary_root, report, VALUE_BOOL),
    SLOT(dictionary_root, bom, VALUE_TEXT),
    SLOT_OF(dictionary_root, columns, VALUE_LIST, &column_shape),
    SLOT_OF(dictionary_root, groups, VALUE_LIST, &group_shape),
};
const struct shape dictionary_root_shape = SHAPE("dictionary", dictionary_root, root_slots);
/* clang-format on */

static struct value choices_value(const struct dictionary_column *column, enum diag_lang lang,
                                  struct arena *arena)
{
    size_t count = column->choices.count;
    struct value *items = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        struct dictionary_choice_view *v = value_struct(dictionary_choice_view, arena);
        v->key = value_text(column->choices.items[i].key);
        v->label = value_text(column->choices.items[i].label[lang]);
        items[i] = value_map(v, &choice_shape);
    }
    return value_list(items, count);
}

/* One a line, to be pasted as the options of a question; DIAG_LANGS: the keys. */
static struct value choice_lines(const struct dictionary_column *column, int lang,
                                 struct arena *arena)
{
    size_t count = column->choices.count;
    struct str *lines = arena_many(arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        lines[i] = lang == DIAG_LANGS ? column->choices.items[i].key
                                      : column->choices.items[i].label[lang];
    return value_text(str_join(lines, count, STR("\n"), arena));
}

static struct value foreign(struct str example, enum diag_lang lang)
{
    bool thai = clean_has_thai(example);
    if (thai == (lang == DIAG_TH))
        return (struct value){0};
    return value_text(thai ? STR("th") : STR("en"));
}

static struct value column_value(const struct dictionary_column *column, bool rest,
                                 enum diag_lang lang, struct arena *arena)
{
    struct dictionary_column_view *v = value_struct(dictionary_column_view, arena);
    v->rest = value_bool(rest);
    v->header = value_text(dictionary_header(column, lang, arena));
    v->path = value_text(column->path);
    v->label = value_text(column->label[lang]);
    v->label_th = value_text(column->label[DIAG_TH]);
    v->label_en = value_text(column->label[DIAG_EN]);
    v->required = value_bool(column->required);
    v->kind = value_text(str_from(answer_names[column->answer][lang]));
    v->choices = choices_value(column, lang, arena);
    v->allowed = choice_lines(column, DIAG_LANGS, arena);
    v->allowed_th = choice_lines(column, DIAG_TH, arena);
    v->allowed_en = choice_lines(column, DIAG_EN, arena);
    v->limit = column->limit ? value_int((int64_t)column->limit, arena) : (struct value){0};
    v->example = value_text(column->example);
    v->example_lang = foreign(column->example, lang);
    v->write = value_text(column->write[lang]);
    v->write_th = value_text(column->write[DIAG_TH]);
    v->write_en = value_text(column->write[DIAG_EN]);
    return value_map(v, &column_shape);
}

/* Columns lie in the order of their groups, so a group is a stretch of them. */
static struct value group_value(enum doc_group group, const struct value *columns,
                                size_t count, enum diag_lang lang, struct arena *arena)
{
    struct dictionary_group_view *v = value_struct(dictionary_group_view, arena);
    v->name = value_text(str_from(doc_group_names[group][lang]));
    v->anchor = value_text(str_format(arena, "g%d", (int)group));
    v->columns = value_list(columns, count);
    v->more = value_bool(group == GROUP_ACCESS_MORE);
    return value_map(v, &group_shape);
}

static struct value groups_value(const struct dictionary *dictionary,
                                 const struct value *columns, enum diag_lang lang,
                                 struct arena *arena)
{
    struct value *groups = arena_many(arena, GROUP_COUNT, struct value);
    size_t count = 0;
    for (size_t from = 0, to; from < dictionary->count; from = to) {
        enum doc_group group = dictionary->items[from].group;
        for (to = from; to < dictionary->count && dictionary->items[to].group == group;)
            to++;
        groups[count++] = group_value(group, columns + from, to - from, lang, arena);
    }
    return value_list(groups, count);
}

struct value dictionary_value(const struct dictionary *dictionary, bool report,
                              enum diag_lang lang, struct arena *arena)
{
    struct dictionary_root *v = value_struct(dictionary_root, arena);
    struct value *columns = arena_many(arena, dictionary->count, struct value);
    for (size_t i = 0; i < dictionary->count; i++)
        columns[i] = column_value(&dictionary->items[i], i > 0, lang, arena);
    v->lang = value_text(str_from(diag_lang_tags[lang]));
    v->thai = value_bool(lang == DIAG_TH);
    v->report = value_bool(report);
    v->bom = value_text(STR("\xEF\xBB\xBF"));
    v->columns = value_list(columns, dictionary->count);
    v->groups = groups_value(dictionary, columns, lang, arena);
    return value_map(v, &dictionary_root_shape);
}
