/* SPDX-License-Identifier: MIT */
/* Visitors and income by month. What is broken in a report never holds an identity back.
 */
#include <stdlib.h>

#include "model/inspect.h"
#include "model/loaders.h"
#include "model/take.h"

enum { COUNT_MAX = 1000000000 };
static const int64_t income_max =
    1000000000000; /* a trillion baht: a slip of the finger */

static void take_visitors(struct reader *r, const struct field *field, void *into)
{
    struct report *report = into;
    report->has_visitors = take_whole(r, field, 0, COUNT_MAX, &report->visitors);
}

static void take_income(struct reader *r, const struct field *field, void *into)
{
    struct report *report = into;
    report->has_income = take_whole(r, field, 0, income_max, &report->income);
}

static const struct field_spec report_specs[] = {
    {FIELD("lao", take_later)},
    {FIELD("lao_name", take_later)},
    {FIELD("lao_district", take_later)},
    {FIELD("lao_province", take_later)},
    {FIELD("month", take_month), .offset = offsetof(struct report, month),
     .flags = FIELD_REQUIRED},
    {FIELD("visitors", take_visitors)},
    {FIELD("income", take_income)},
    {FIELD("note", take_line), .offset = offsetof(struct report, note)},
};
const struct field_table report_fields = FIELD_TABLE(report_specs);

/* The report of this LAO and month so far, or a new one in its place. */
static struct report *report_at(struct loading *l, const struct report *from)
{
    struct str key = str_format(l->arena, "%.*s %d-%d", STR_ARG(from->lao->key),
                                from->month.year, from->month.month);
    struct report *report = map_get(&l->reports, key);
    if (report)
        return report;
    report = arena_new(l->arena, struct report);
    map_put(&l->reports, key, report, l->arena);
    *list_push(&l->site->reports, l->arena) = report;
    return report;
}

static void read_report(struct loading *l, struct reader *r, struct record *row)
{
    struct report read = {.pos = row->pos, .sent = row->sent};
    read.lao = find_lao(r, &l->finder, row);
    if (!read.lao)
        return;
    l->diags->subject = read.lao->key;
    fields_resolve(r, row, &report_fields);
    inspect_record(r, row);
    fields_take(r, row, &report_fields, &read);
    if (date_is_none(read.month))
        return;
    struct report *report = report_at(l, &read);
    struct record before = {.pos = report->pos, .sent = report->sent};
    if (!report->lao || row_wins(r, row, &before))
        *report = read;
}

static int compare_reports(const void *a, const void *b)
{
    const struct report *x = *(struct report *const *)a, *y = *(struct report *const *)b;
    int order = str_compare(x->lao->key, y->lao->key);
    return order ? order : date_compare(x->month, y->month);
}

void load_reports(struct loading *l)
{
    struct site *site = l->site;
    loading_rows(l, KIND_REPORT, read_report);
    if (site->reports.count)
        qsort(site->reports.items, site->reports.count, sizeof(*site->reports.items),
              compare_reports);
}
