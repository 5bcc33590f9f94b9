/* SPDX-License-Identifier: MIT */
/* The month that a report is of. */
#include "model/take.h"

/* A day that Excel numbers is proposed, not read, as of a date. */
static bool complain_month(struct reader *r, const struct field *field, struct str typed,
                           enum date_error error)
{
    static const enum model_rule rules[] = {
        [DATE_FORM] = MONTH_FORM,
        [DATE_YEAR] = DATE_BAD_YEAR,
        [DATE_CONVERTED] = DATE_TWICE_CONVERTED,
        [DATE_MONTH] = MONTH_TOO_HIGH,
        [DATE_DAY] = MONTH_FORM,
    };
    struct date month = date_of_serial(typed);
    month.day = 0;
    if (date_is_none(month))
        return complain(r, rules[error], field->pos, typed);
    return complain(r, DATE_SERIAL, field->pos, typed, date_iso(month, r->scratch));
}

/* "1/10/2567": the first of a month is the month to a spreadsheet; another day may be a slip. */
static void take_month_of_day(struct reader *r, const struct field *field, struct str typed,
                              struct date day, struct date *into)
{
    struct date month = {day.year, day.month, 0};
    struct str read = date_iso(month, r->scratch);
    if (day.day != 1) {
        complain(r, MONTH_HAS_DAY, field->pos, typed, read);
        return;
    }
    complain(r, MONTH_READ_AS, field->pos, typed, read);
    *into = month;
}

void take_month(struct reader *r, const struct field *field, void *into)
{
    struct str typed = take_clean(r, field);
    struct date_read month = date_parse_month(typed, r->scratch);
    struct date_read day = date_parse(typed, r->scratch);
    if (month.error == DATE_OK)
        *(struct date *)into = month.date;
    else if (day.error == DATE_OK)
        take_month_of_day(r, field, typed, day.date, into);
    else if (month.error != DATE_EMPTY)
        complain_month(r, field, typed, month.error);
}
