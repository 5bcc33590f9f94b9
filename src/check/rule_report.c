/* SPDX-License-Identifier: MIT */
/*
 * Visitors and income by month: what a tired hand does. The site's reports are sorted by
 * LAO and month, so that each is looked at beside the one before it.
 */
#include "check/rules.h"

/* ---- one report ---- */

static void check_figures(struct checking *c, const struct report *report)
{
    struct str key = report->lao->key;
    const struct strs *refused = &report->refused;
    if (is_refused(refused, STR("visitors")) || is_refused(refused, STR("income")))
        return; /* told already */
    if (!report->has_visitors && !report->has_income)
        tell(c, REPORT_EMPTY, key, report->pos, date_iso(report->month, c->arena));
    else if (report->has_income && report->income > 0 && !report->has_visitors)
        tell(c, REPORT_INCOME_ALONE, key, report->pos, number_text(c, report->income),
             date_iso(report->month, c->arena));
}

/* Told at an LAO's first report, not at each of its months. */
void check_report_figures(struct checking *c)
{
    const struct lao *before = NULL;
    for (size_t i = 0; i < c->site->reports.count; i++) {
        const struct report *report = c->site->reports.items[i];
        check_figures(c, report);
        if (!report->lao->identity && report->lao != before)
            tell(c, REPORT_NO_ENTRY, report->lao->key, report->pos,
                 lao_shown(c, report->lao));
        before = report->lao;
    }
}

/* ---- reports in a row ---- */

enum { COPIED_MONTHS = 3, JUMP_TIMES = 10 };

/* One of the two figures of a report. */
struct figure {
    struct str field;
    int64_t jump_from; /* below it a tenfold rise is an ordinary festival */
    bool (*stated)(const struct report *);
    int64_t (*value)(const struct report *);
};

static bool has_visitors(const struct report *report)
{
    return report->has_visitors;
}

static bool has_income(const struct report *report)
{
    return report->has_income;
}

static int64_t visitors_of(const struct report *report)
{
    return report->visitors;
}

static int64_t income_of(const struct report *report)
{
    return report->income;
}

static const struct figure figures[] = {
    {STR_CONST("visitors"), 50, has_visitors, visitors_of},
    {STR_CONST("income"), 5000, has_income, income_of},
};

/* The months in a row that state one figure, so far. */
struct run {
    const struct report *last;
    unsigned equal;
};

static void follow(struct checking *c, const struct figure *figure, struct run *run,
                   const struct report *report)
{
    if (!figure->stated(report))
        return;
    const struct report *before = run->last;
    bool same_lao = before && before->lao == report->lao;
    int64_t value = figure->value(report), earlier = same_lao ? figure->value(before) : 0;
    run->equal = same_lao && value == earlier && value > 0 ? run->equal + 1 : 1;
    run->last = report;
    if (run->equal == COPIED_MONTHS)
        tell(c, REPORT_COPIED, report->lao->key, report->pos, number_text(c, value),
             figure->field, number_text(c, COPIED_MONTHS));
    bool explained = report->note.len > 0;
    if (!explained && earlier >= figure->jump_from && value / JUMP_TIMES >= earlier)
        tell(c, REPORT_JUMP, report->lao->key, report->pos, number_text(c, value),
             figure->field, number_text(c, earlier), number_text(c, JUMP_TIMES));
}

void check_report_runs(struct checking *c)
{
    for (size_t i = 0; i < sizeof(figures) / sizeof(*figures); i++) {
        struct run run = {0};
        for (size_t k = 0; k < c->site->reports.count; k++)
            follow(c, &figures[i], &run, c->site->reports.items[k]);
    }
}
