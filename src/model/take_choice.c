/* SPDX-License-Identifier: MIT */
/* Choices in the words of the person who chose: the form's answers, or the site's labels. */
#include "model/take.h"

/* The answers that tables.yaml lists for the column: what the form offers. */
static struct str answers_offered(const struct column *column, struct arena *arena)
{
    struct strs answers = {0};
    for (size_t i = 0; i < column->values.entries.count; i++)
        *list_push(&answers, arena) = column->values.entries.items[i].key;
    return str_join(answers.items, answers.count, STR("; "), arena);
}

/* "อาหารของท้องถิ่น (food)", or the key alone. */
static struct str labelled(const struct choice *choice, unsigned lang, struct arena *arena)
{
    const struct text *label = choice->labels[0];
    if (!label || lang == LANG_MAX || !label->in[lang].len)
        return choice->key;
    return str_cat(arena, label->in[lang], STR(" ("), choice->key, STR(")"));
}

static struct str labels_listed(const struct choice *choices, size_t count, unsigned lang,
                                struct arena *arena)
{
    struct str *labels = arena_many(arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        labels[i] = labelled(&choices[i], lang, arena);
    return str_join(labels, count, STR("; "), arena);
}

static void call_choices(struct reader *r, const struct field *field,
                         const struct choice *choices, size_t count)
{
    static const struct str langs[DIAG_LANGS] = {STR_CONST("th"), STR_CONST("en")};
    struct arena *arena = r->diags->arena;
    struct str *called = arena_many(arena, DIAG_LANGS, struct str);
    bool offered = field->column && field->column->values.entries.count;
    for (int lang = 0; lang < DIAG_LANGS; lang++)
        called[lang] = offered ? answers_offered(field->column, arena)
                               : labels_listed(choices, count, site_lang(r->site, langs[lang]),
                                               arena);
    reader_call(r, 1, called);
}

int take_answer(struct reader *r, const struct field *field, struct str typed,
                const struct choice *choices, size_t count)
{
    int chosen = take_choice(r, field->pos, typed, choices, count);
    if (chosen == NO_CHOICE)
        call_choices(r, field, choices, count);
    return chosen;
}
