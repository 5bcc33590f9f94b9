/* SPDX-License-Identifier: MIT */
/*
 * A build must not depend on the day it runs, so the content is its own clock: the newest
 * date that another one supports (at most a year before it) is "now", and what lies more
 * than a year behind that is a slip.
 */
#include <stdlib.h>

#include "model/loaders.h"

enum { MONTHS_APART = 12 };

struct dates LIST_OF(struct date);

static void add_date(struct dates *dates, struct date date, struct arena *scratch)
{
    if (!date_is_none(date))
        *list_push(dates, scratch) = date;
}

static int newest_first(const void *a, const void *b)
{
    return date_compare(*(const struct date *)b, *(const struct date *)a);
}

static void sort_dates(struct dates *dates)
{
    if (dates->count)
        qsort(dates->items, dates->count, sizeof(*dates->items), newest_first);
}

static struct date supported_newest(struct dates *dates)
{
    sort_dates(dates);
    for (size_t i = 0; i + 1 < dates->count; i++)
        if (date_months_between(dates->items[i + 1], dates->items[i]) < MONTHS_APART)
            return dates->items[i];
    return (struct date){0, 0, 0};
}

static struct dates stated_dates(const struct site *site, struct arena *scratch)
{
    struct dates dates = {0};
    for (size_t i = 0; i < site->identities.count; i++)
        add_date(&dates, site->identities.items[i]->updated, scratch);
    for (size_t i = 0; i < site->settings.rounds.count; i++)
        add_date(&dates, site->settings.rounds.items[i].due, scratch);
    return dates;
}

/* ---- identities ---- */

static void check_date(struct loading *l, const struct identity *identity,
                       struct date date, struct date now)
{
    if (date_is_none(date) || date_compare(date, now) <= 0
        || date_months_between(now, date) < MONTHS_APART)
        return;
    l->diags->subject = identity->lao->key;
    diag(l->diags, &model_rules[DATE_IN_FUTURE], identity->pos,
         date_iso(date, &l->scratch), date_iso(now, &l->scratch));
    l->diags->subject = STR("");
}

void check_future(struct loading *l)
{
    struct dates dates = stated_dates(l->site, &l->scratch);
    struct date now = supported_newest(&dates);
    for (size_t i = 0; !date_is_none(now) && i < l->site->identities.count; i++) {
        const struct identity *identity = l->site->identities.items[i];
        check_date(l, identity, identity->updated, now);
        check_date(l, identity, identity->access.checked, now);
    }
}

/* ---- reports ---- */

/* A month that had not begun when its row was sent is a slip. A row without a time stamp may be this
 * much ahead of all else: nobody else need have reported yet. */
enum { MONTHS_AHEAD = 3, ONE_IN = 20, SEVERAL = 3 };

static int month_number(struct date date)
{
    return date.year * 12 + date.month;
}

static struct date month_reached(const struct report *report)
{
    struct date sent = report->sent.date;
    bool early = !date_is_none(sent) && date_compare(sent, report->month) < 0;
    return early ? sent : report->month;
}

/* The month that one reporting LAO in twenty, and no fewer than three, have reached. */
static int reached_by_several(const struct site *site, struct arena *scratch)
{
    struct dates newest = {0};
    for (size_t i = 0; i < site->reports.count; i++)
        if (i + 1 == site->reports.count
            || site->reports.items[i + 1]->lao != site->reports.items[i]->lao)
            add_date(&newest, month_reached(site->reports.items[i]), scratch);
    size_t several = newest.count / ONE_IN > SEVERAL ? newest.count / ONE_IN : SEVERAL;
    sort_dates(&newest);
    return newest.count < several ? 0 : month_number(newest.items[several - 1]);
}

/* 0 where nothing is dated: then there is no clock. */
static int month_of_now(const struct site *site, struct arena *scratch)
{
    struct dates dates = stated_dates(site, scratch);
    for (size_t i = 0; i < site->identities.count; i++)
        add_date(&dates, site->identities.items[i]->sent.date, scratch);
    for (size_t i = 0; i < site->reports.count; i++)
        add_date(&dates, site->reports.items[i]->sent.date, scratch);
    int dated = month_number(supported_newest(&dates));
    int reached = reached_by_several(site, scratch);
    return dated && dated < reached ? reached : dated;
}

/* Tells of one that cannot have been yet. `known`: the newest month before which all is well. */
static bool is_ahead(struct loading *l, const struct report *report, int known)
{
    bool dated = !date_is_none(report->sent.date);
    int newest = dated ? month_number(report->sent.date) : known + MONTHS_AHEAD;
    if ((!dated && !known) || month_number(report->month) <= newest)
        return false;
    struct date last = {(known - 1) / 12, (known - 1) % 12 + 1, 0};
    l->diags->subject = report->lao->key;
    diag(l->diags, &model_rules[dated ? REPORT_BEFORE_MONTH : REPORT_IN_FUTURE], report->pos,
         date_iso(report->month, l->arena),
         date_iso(dated ? report->sent.date : last, l->arena));
    l->diags->subject = STR("");
    return true;
}

/* Leaves them out, so that no sum, page or file has them. An LAO that reports on, month after month,
 * is its own witness. */
void drop_future_reports(struct loading *l)
{
    struct site *site = l->site;
    int now = month_of_now(site, &l->scratch), known = now;
    size_t kept = 0;
    for (size_t i = 0; i < site->reports.count; i++) {
        struct report *report = site->reports.items[i];
        if (!kept || site->reports.items[kept - 1]->lao != report->lao)
            known = now;
        if (is_ahead(l, report, known))
            continue;
        int month = month_number(report->month);
        known = month > known ? month : known;
        site->reports.items[kept++] = report;
    }
    site->reports.count = kept;
}
