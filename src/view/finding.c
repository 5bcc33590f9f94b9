/* SPDX-License-Identifier: MIT */
#include "view/finding.h"

#include "model/sheet_link.h"

static const struct slot finding_slots[] = {
    SLOT(finding_view, severity, VALUE_TEXT), SLOT(finding_view, severity_text, VALUE_TEXT),
    SLOT(finding_view, rule, VALUE_TEXT),     SLOT(finding_view, file, VALUE_TEXT),
    SLOT(finding_view, place, VALUE_TEXT),    SLOT(finding_view, header, VALUE_TEXT),
    SLOT(finding_view, typed, VALUE_TEXT),    SLOT(finding_view, problem, VALUE_TEXT),
    SLOT(finding_view, remedy, VALUE_TEXT),   SLOT(finding_view, href, VALUE_TEXT),
    SLOT(finding_view, excerpt, VALUE_TEXT),
};
const struct shape finding_shape = SHAPE("finding", finding_view, finding_slots);

enum diag_lang finding_lang(struct str page_lang)
{
    return str_eq(page_lang, STR("th")) ? DIAG_TH : DIAG_EN;
}

void finding_fill(struct finding_view *v, const struct site *site,
                  const struct finding *finding, enum diag_lang lang, struct arena *arena)
{
    const struct rule *rule = finding->rule;
    struct str typed = rule->names ? STR("") : finding->args[0];
    v->severity = value_text(str_from(severity_names[rule->severity][DIAG_EN]));
    v->severity_text = value_text(str_from(severity_names[rule->severity][lang]));
    v->rule = value_text(str_from(rule->id));
    v->file = value_text(diag_visible(finding->pos.file, SIZE_MAX, arena));
    v->place = value_text(diag_spot(&finding->pos, lang, arena));
    v->header = value_text(diag_visible(finding->pos.header, SIZE_MAX, arena));
    v->typed = value_text(diag_visible(typed, DIAG_VALUE_SHOWN, arena));
    v->problem = value_text(diag_problem(finding, lang, arena));
    v->remedy = value_text(diag_remedy(finding, lang, arena));
    v->href = value_text(sheet_cell_link(site, &finding->pos, arena));
}

struct value finding_value(const struct site *site, const struct finding *finding,
                           enum diag_lang lang, struct arena *arena)
{
    struct finding_view *v = value_struct(finding_view, arena);
    finding_fill(v, site, finding, lang, arena);
    return value_map(v, &finding_shape);
}
