/* SPDX-License-Identifier: MIT */
/* The rules of the check, for officers: the same texts as in `attalak check --explain`. */
#include <string.h>

#include "view/finding.h"
#include "view/kinds.h"
#include "view/place.h"

/* One sentence about what is wrong, one about what to type; a rule may have several. */
struct case_view {
    struct value problem, remedy, typed, better;
};
static const struct slot case_slots[] = {
    SLOT(case_view, problem, VALUE_TEXT),
    SLOT(case_view, remedy, VALUE_TEXT),
    SLOT(case_view, typed, VALUE_TEXT),
    SLOT(case_view, better, VALUE_TEXT),
};
static const struct shape case_shape = SHAPE("case", case_view, case_slots);

struct rule_view {
    struct value id, severity, severity_text, cases;
};
static const struct slot rule_slots[] = {
    SLOT(rule_view, id, VALUE_TEXT),
    SLOT(rule_view, severity, VALUE_TEXT),
    SLOT(rule_view, severity_text, VALUE_TEXT),
    SLOT_OF(rule_view, cases, VALUE_LIST, &case_shape),
};
static const struct shape rule_shape = SHAPE("rule", rule_view, rule_slots);

/* All whose id begins with one word: "lao", "csv". */
struct rule_group_view {
    struct value key, name, rules;
};
static const struct slot rule_group_slots[] = {
    SLOT(rule_group_view, key, VALUE_TEXT),
    SLOT(rule_group_view, name, VALUE_TEXT),
    SLOT_OF(rule_group_view, rules, VALUE_LIST, &rule_shape),
};
static const struct shape rule_group_shape =
    SHAPE("rule_group", rule_group_view, rule_group_slots);

struct rules_root {
    struct base_view base;
    struct value groups, texts_lang;
};
static const struct slot rules_slots[] = {
    SLOT_OF(rules_root, groups, VALUE_LIST, &rule_group_shape),
    SLOT(rules_root, texts_lang, VALUE_TEXT),
};

struct values LIST_OF(struct value);

static struct str id_of(const struct rulebook *book, size_t at)
{
    return str_from(book->items[at].rule->id);
}

static struct str group_of(const struct rulebook *book, size_t at)
{
    return str_cut(id_of(book, at), '.').head;
}

static struct value case_of(const struct rule_entry *entry, enum diag_lang lang,
                            struct arena *arena)
{
    struct case_view *v = value_struct(case_view, arena);
    v->problem = value_text(rule_problem(entry, lang, arena));
    v->remedy = value_text(rule_remedy(entry, lang, arena));
    if (entry->example) {
        v->typed = value_text(str_from(entry->example->typed));
        v->better = value_text(str_from(entry->example->better));
    }
    return value_map(v, &case_shape);
}

/* The rule at *at, with all its variants; moves *at behind them. */
static struct value rule_at(const struct rulebook *book, size_t *at, enum diag_lang lang,
                            struct arena *arena)
{
    struct rule_view *v = value_struct(rule_view, arena);
    struct values cases = {0};
    enum severity severity = book->items[*at].rule->severity;
    struct str id = id_of(book, *at);
    for (; *at < book->count && str_eq(id_of(book, *at), id); ++*at)
        *list_push(&cases, arena) = case_of(&book->items[*at], lang, arena);
    v->id = value_text(id);
    v->severity = value_text(str_from(severity_names[severity][DIAG_EN]));
    v->severity_text = value_text(str_from(severity_names[severity][lang]));
    v->cases = value_list(cases.items, cases.count);
    return value_map(v, &rule_shape);
}

static struct value group_at(const struct view *view, const struct page *page, size_t *at,
                             struct arena *arena)
{
    struct rule_group_view *v = value_struct(rule_group_view, arena);
    const struct words *words = &view->words[page->lang];
    enum diag_lang lang = finding_lang(view->site->langs[page->lang]);
    struct values rules = {0};
    struct str key = group_of(view->rules, *at);
    while (*at < view->rules->count && str_eq(group_of(view->rules, *at), key))
        *list_push(&rules, arena) = rule_at(view->rules, at, lang, arena);
    v->key = value_text(key);
    v->name = value_text(words_under(words, "rules_about", str_c(key, arena), arena));
    v->rules = value_list(rules.items, rules.count);
    return value_map(v, &rule_group_shape);
}

static void fill_rules(const struct view *view, const struct page *page, void *data,
                       struct arena *arena)
{
    struct rules_root *root = data;
    struct text heading = place_word(view, "rules.heading");
    view_title(view, page, &root->base, &heading,
               words_get(&view->words[page->lang], "rules.description"), arena);
    struct view_step trail[] = {
        {place_word(view, "check.heading"),
         path_fixed(view->site, page->lang, STR("check"), arena)},
        {heading, page->path},
    };
    view_crumbs(view, page, &root->base, trail, 2, arena);
    struct values groups = {0};
    for (size_t at = 0; view->rules && at < view->rules->count;)
        *list_push(&groups, arena) = group_at(view, page, &at, arena);
    root->groups = value_list(groups.items, groups.count);
    struct str said = finding_lang(view->site->langs[page->lang]) == DIAG_TH ? STR("th") : STR("en");
    if (!str_eq(said, view->site->langs[page->lang]))
        root->texts_lang = value_text(said); /* findings speak two languages only */
}

const struct page_type rules_type = {
    .name = "rules",
    .template = "rules.html",
    TYPE_SLOTS(rules_root, rules_slots),
    .fill = fill_rules,
};
