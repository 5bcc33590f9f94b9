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

static struct date supported_newest(const struct site *site, struct arena *scratch)
{
    struct dates dates = {0};
    for (size_t i = 0; i < site->identities.count; i++)
        add_date(&dates, site->identities.items[i]->updated, scratch);
    for (size_t i = 0; i < site->settings.rounds.count; i++)
        add_date(&dates, site->settings.rounds.items[i].due, scratch);
    if (dates.count)
        qsort(dates.items, dates.count, sizeof(*dates.items), newest_first);
    for (size_t i = 0; i + 1 < dates.count; i++)
        if (date_months_between(dates.items[i + 1], dates.items[i]) < MONTHS_APART)
            return dates.items[i];
    return (struct date){0, 0, 0};
}

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
    struct date now = supported_newest(l->site, &l->scratch);
    for (size_t i = 0; !date_is_none(now) && i < l->site->identities.count; i++) {
        const struct identity *identity = l->site->identities.items[i];
        check_date(l, identity, identity->updated, now);
        check_date(l, identity, identity->access.checked, now);
    }
}
