/* SPDX-License-Identifier: MIT */
/* Visitors and income by month. What is broken in a report never holds an identity back.
 */
#include <stdlib.h>

#include "model/inspect.h"
#include "model/loaders.h"
#include "model/take.h"
#include "model/twice.h"

/* More than a billion people, a trillion baht: a slip of the finger. */
static const struct whole counts = {0, 1000000000, FIGURE_PEOPLE},
                          amounts = {0, 1000000000000, FIGURE_BAHT};

static void take_visitors(struct reader *r, const struct field *field, void *into)
{
    struct report *report = into;
    report->has_visitors = take_whole(r, field, counts, &report->visitors);
}

static void take_income(struct reader *r, const struct field *field, void *into)
{
    struct report *report = into;
    report->has_income = take_whole(r, field, amounts, &report->income);
}

static const struct field_spec report_specs[] = {
    {FIELD("lao", take_code)},
    {FIELD("lao_name", take_later)},
    {FIELD("lao_district", take_later)},
    {FIELD("lao_province", take_later)},
    {FIELD("month", take_month), .offset = offsetof(struct report, month),
     .flags = FIELD_REQUIRED},
    {FIELD("visitors", take_visitors), .flags = FIELD_FIGURE},
    {FIELD("income", take_income), .flags = FIELD_FIGURE},
    {FIELD("note", take_line), .offset = offsetof(struct report, note)},
};
const struct field_table report_fields = 
    FIELD_TABLE_KEEPING(report_specs, offsetof(struct report, refused));

/* What was sent for this LAO and month so far. */
static struct sendings *sent_for(struct loading *l, const struct report *report)
{
    struct str key = str_format(l->arena, "%.*s %d-%d", STR_ARG(report->lao->key),
                                report->month.year, report->month.month);
    struct sendings *sent = map_get(&l->reports, key);
    if (sent)
        return sent;
    sent = arena_new(l->arena, struct sendings);
    map_put(&l->reports, key, sent, l->arena);
    return sent;
}

static void read_report(struct loading *l, struct reader *r, struct record *row)
{
    struct report read = {.pos = row->pos, .sent = row->sent};
    read.lao = find_lao(r, loading_finder(l), row);
    if (!read.lao)
        return;
    l->diags->subject = read.lao->key;
    fields_resolve(r, row, &report_fields);
    inspect_record(r, row);
    fields_take(r, row, &report_fields, &read);
    if (date_is_none(read.month))
        return;
    struct report *report = arena_new(l->arena, struct report);
    *report = read;
    sendings_add(sent_for(l, report),
                 (struct sending){.sent = read.sent, .pos = read.pos, .what = report},
                 l->arena);
}

/* ---- sent twice ---- */

static struct str number_shown(bool stated, int64_t number, struct arena *scratch)
{
    return stated ? str_format(scratch, "%lld", (long long)number) : STR("–");
}

static struct str report_differences(struct reader *r, const void *dropped,
                                     const void *used)
{
    const struct report *a = dropped, *b = used;
    struct arena *scratch = r->scratch;
    struct str list = {0};
    if (a->has_visitors != b->has_visitors || a->visitors != b->visitors)
        list = difference_add(list, STR("visitors"),
                              number_shown(a->has_visitors, a->visitors, scratch),
                              number_shown(b->has_visitors, b->visitors, scratch), scratch);
    if (a->has_income != b->has_income || a->income != b->income)
        list = difference_add(list, STR("income"),
                              number_shown(a->has_income, a->income, scratch),
                              number_shown(b->has_income, b->income, scratch), scratch);
    if (!str_eq(a->note, b->note))
        list = difference_add(list, STR("note"), difference_value(a->note, scratch),
                              difference_value(b->note, scratch), scratch);
    return list;
}

/* A report is one of many of its LAO: its month is said too. */
static const struct str *whose(const struct report *report, struct arena *arena)
{
    struct str *called = arena_many(arena, DIAG_LANGS, struct str);
    struct str lao = lao_described(report->lao, arena);
    called[DIAG_TH] =
        str_cat(arena, lao, STR(" เดือน "), date_month_thai(report->month, arena));
    called[DIAG_EN] = str_cat(arena, lao, STR(" for "), date_iso(report->month, arena));
    return called;
}

static void choose_reports(struct loading *l)
{
    struct reader r = loading_reader(l);
    for (size_t i = 0; i < l->reports.entries.count; i++) {
        struct sendings *sent = l->reports.entries.items[i].value;
        struct sending *winner = sendings_winner(sent);
        struct report *report = winner->what;
        l->diags->subject = report->lao->key;
        if (sent->first != sent->last)
            sent->whose = whose(report, l->arena);
        sendings_tell(&r, sent, winner, report_differences);
        *list_push(&l->site->reports, l->arena) = report;
    }
    l->diags->subject = STR("");
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
    for (size_t i = 0; i < l->sheets[KIND_REPORT].count; i++)
        map_put(&site->report_files, l->sheets[KIND_REPORT].items[i].table->file, site,
                l->arena);
    loading_rows(l, KIND_REPORT, read_report);
    choose_reports(l);
    if (site->reports.count)
        qsort(site->reports.items, site->reports.count, sizeof(*site->reports.items),
              compare_reports);
    drop_future_reports(l);
}
