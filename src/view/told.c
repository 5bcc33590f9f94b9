/* SPDX-License-Identifier: MIT */
#include "view/told.h"

#include "view/finding.h"
#include "view/runs.h"

/* As finding_view. lang: of the sentences, when it is not the page's. */
struct told_view {
    struct value severity, severity_text, lang, problem, remedy, place, header, typed,
        href, rule, rule_href;
};
static const struct slot told_slots[] = {
    SLOT(told_view, severity, VALUE_TEXT),
    SLOT(told_view, severity_text, VALUE_TEXT),
    SLOT(told_view, lang, VALUE_TEXT),
    SLOT_OF(told_view, problem, VALUE_LIST, &phrase_shape),
    SLOT_OF(told_view, remedy, VALUE_LIST, &phrase_shape),
    SLOT(told_view, place, VALUE_TEXT),
    SLOT_OF(told_view, header, VALUE_MAP, &some_phrases_shape),
    SLOT_OF(told_view, typed, VALUE_MAP, &some_phrases_shape),
    SLOT(told_view, href, VALUE_TEXT),
    SLOT(told_view, rule, VALUE_TEXT),
    SLOT(told_view, rule_href, VALUE_TEXT),
};
const struct shape told_shape = SHAPE("told", told_view, told_slots);

struct value told_lang(struct str page_lang)
{
    struct str own = str_from(diag_lang_tags[finding_lang(page_lang)]);
    return value_text(str_eq(own, page_lang) ? STR("") : own);
}

struct str told_anchor(const struct rule *rule, struct arena *arena)
{
    return str_replace(str_from(rule->id), STR("."), STR("-"), arena);
}

static struct value rule_href(const struct view *view, const struct page *page,
                              const struct rule *rule, struct arena *arena)
{
    if (!view->rules)
        return (struct value){0};
    struct str path =
        path_fixed(view->site, page->lang, STR("check/rules"), arena);
    return value_text(str_cat(arena, view_href(view, page, path, arena).text, STR("#"),
                              told_anchor(rule, arena)));
}

struct value told_runs(const struct view *view, unsigned lang, struct str text,
                       struct arena *arena)
{
    return view_some(view_runs(view, lang, text, arena), &some_phrases_shape, arena);
}

/* "sheets/a.csv แถว 12 คอลัมน์ F" */
static struct str where(const struct finding_view *it, struct arena *arena)
{
    if (!it->place.text.len)
        return it->file.text;
    return str_cat(arena, it->file.text, STR(" "), it->place.text);
}

struct value told_value(const struct view *view, const struct page *page,
                        const struct finding *finding, struct arena *arena)
{
    struct str lang = view->site->langs[page->lang];
    struct value value = finding_value(view->site, finding, finding_lang(lang), arena);
    const struct finding_view *it = (const struct finding_view *)value.map.slots;
    struct told_view *v = value_struct(told_view, arena);
    v->severity = it->severity;
    v->severity_text = it->severity_text;
    v->lang = told_lang(lang);
    v->problem = view_runs(view, page->lang, it->problem.text, arena);
    v->remedy = view_runs(view, page->lang, it->remedy.text, arena);
    v->place = value_text(where(it, arena));
    v->header = told_runs(view, page->lang, it->header.text, arena);
    if (!str_has(it->problem.text, it->typed.text)) /* else it is quoted already */
        v->typed = told_runs(view, page->lang, it->typed.text, arena);
    v->href = it->href;
    v->rule = it->rule;
    v->rule_href = rule_href(view, page, finding->rule, arena);
    return value_map(v, &told_shape);
}
