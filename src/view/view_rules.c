/* SPDX-License-Identifier: MIT */
/* The rules of the check, for officers: the same texts as in `attalak check --explain`. */
#include <string.h>

#include "view/finding.h"
#include "view/kinds.h"
#include "view/place.h"
#include "view/runs.h"
#include "view/told.h"

/* One sentence about what is wrong, one about what to type; a rule may have several. */
struct case_view {
    struct value problem, remedy, typed, better;
};
static const struct slot case_slots[] = {
    SLOT_OF(case_view, problem, VALUE_LIST, &phrase_shape),
    SLOT_OF(case_view, remedy, VALUE_LIST, &phrase_shape),
    SLOT_OF(case_view, typed, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(case_view, better, VALUE_MAP, &some_phrases_shape),
};
static const struct shape case_shape = SHAPE("case", case_view, case_slots);

struct rule_view {
    struct value id, anchor, severity, severity_text, cases;
};
static const struct slot rule_slots[] = {
    SLOT(rule_view, id, VALUE_TEXT),
    SLOT(rule_view, anchor, VALUE_TEXT),
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

static struct value case_of(const struct view *view, unsigned lang,
                            const struct rule_entry *entry, struct arena *arena)
{
    struct case_view *v = value_struct(case_view, arena);
    enum diag_lang said = finding_lang(view->site->langs[lang]);
    v->problem = view_runs(view, lang, rule_problem(entry, said, arena), arena);
    v->remedy = view_runs(view, lang, rule_remedy(entry, said, arena), arena);
    if (entry->example) {
        v->typed = told_runs(view, lang, str_from(entry->example->typed), arena);
        v->better = told_runs(view, lang, str_from(entry->example->better), arena);
    }
    return value_map(v, &case_shape);
}

/* The rule at *at, with all its variants; moves *at behind them. */
static struct value rule_at(const struct view *view, unsigned lang, size_t *at,
                            struct arena *arena)
{
    struct rule_view *v = value_struct(rule_view, arena);
    struct values cases = {0};
    const struct rulebook *book = view->rules;
    const struct rule *rule = book->items[*at].rule;
    struct str id = id_of(book, *at);
    for (; *at < book->count && str_eq(id_of(book, *at), id); ++*at)
        *list_push(&cases, arena) = case_of(view, lang, &book->items[*at], arena);
    v->id = value_text(id);
    v->anchor = value_text(told_anchor(rule, arena));
    v->severity = value_text(str_from(severity_names[rule->severity][DIAG_EN]));
    v->severity_text = value_text(
        str_from(severity_names[rule->severity][finding_lang(view->site->langs[lang])]));
    v->cases = value_list(cases.items, cases.count);
    return value_map(v, &rule_shape);
}

static struct value group_at(const struct view *view, const struct page *page, size_t *at,
                             struct arena *arena)
{
    struct rule_group_view *v = value_struct(rule_group_view, arena);
    const struct words *words = &view->words[page->lang];
    struct values rules = {0};
    struct str key = group_of(view->rules, *at);
    while (*at < view->rules->count && str_eq(group_of(view->rules, *at), key))
        *list_push(&rules, arena) = rule_at(view, page->lang, at, arena);
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
    root->texts_lang = told_lang(view->site->langs[page->lang]);
}

const struct page_type rules_type = {
    .name = "rules",
    .template = "rules.html",
    TYPE_SLOTS(rules_root, rules_slots),
    .fill = fill_rules,
};
