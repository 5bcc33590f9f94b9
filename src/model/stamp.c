/* SPDX-License-Identifier: MIT */
#include "model/stamp.h"

#include "text/clean.h"
#include "text/date.h"

/* The first two in any column; all of them in the first. */
static const struct str usual[] = {
    STR_CONST("ประทับเวลา"), STR_CONST("Timestamp"), STR_CONST("คอลัมน์ 1"),
    STR_CONST("คอลัมน์1"),    STR_CONST("Column 1"),  STR_CONST("Column1"),
};

static bool is_one_of(struct str header, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(usual[i], header))
            return true;
    return false;
}

bool stamp_is_usual(struct str header)
{
    return is_one_of(header, 2);
}

bool stamp_is_usual_first(struct str header)
{
    return is_one_of(header, sizeof(usual) / sizeof(*usual));
}

static const struct form {
    struct str format;
    bool clear; /* no other order of day and month is written so */
} forms[] = {
    {STR_CONST("Y-M-D H:m:s"), true},
    {STR_CONST("D/M/Y H:m:s"), false},
    {STR_CONST("D/M/Y H:m"), false},
};

/* Day before month, and surely: Americans write no Buddhist years, and there are twelve months. */
static bool tells_order(struct str cell, struct date date, struct arena *scratch)
{
    struct str year = str_format(scratch, "%d", date_buddhist_year(date.year));
    return date.day > 12 || str_has(cell, year);
}

/* Do all stamps have this form, and does one of them tell the day from the month? */
static bool fits(const struct table *table, size_t column, const struct form *form,
                 struct arena *scratch)
{
    bool clear = form->clear, any = false;
    for (size_t i = 0; i < table->rows.count; i++) {
        struct str cell = clean_line(table->rows.items[i].cells[column], scratch).text;
        struct date_time_read read = date_parse_stamp(cell, form->format, scratch);
        if (read.error == DATE_EMPTY)
            continue;
        if (read.error != DATE_OK)
            return false;
        any = true;
        clear = clear || tells_order(cell, read.time.date, scratch);
    }
    return clear && any;
}

static bool any_stamp(const struct table *table, size_t column)
{
    for (size_t i = 0; i < table->rows.count; i++)
        if (str_trim(table->rows.items[i].cells[column]).len)
            return true;
    return false;
}

struct stamp_format stamp_format_of(const struct table *table, size_t column,
                                    struct arena *scratch)
{
    struct stamp_format told = {.any = any_stamp(table, column)};
    for (size_t i = 0; i < sizeof(forms) / sizeof(*forms) && !told.format.len; i++) {
        struct arena_mark mark = arena_mark(scratch);
        if (fits(table, column, &forms[i], scratch))
            told.format = forms[i].format;
        arena_rewind(scratch, mark);
    }
    return told;
}

/* ---- the format that tables.yaml names ---- */

struct tally {
    size_t read, failed;
    struct str sample;
};

static struct tally tally_of(const struct table *table, size_t column, struct str format,
                             struct arena *scratch)
{
    struct tally tally = {0};
    for (size_t i = 0; i < table->rows.count; i++) {
        struct str cell = clean_line(table->rows.items[i].cells[column], scratch).text;
        enum date_error error = date_parse_stamp(cell, format, scratch).error;
        tally.read += error == DATE_OK;
        tally.failed += error != DATE_OK && error != DATE_EMPTY;
        if (tally.failed == 1 && !tally.sample.len)
            tally.sample = cell;
    }
    return tally;
}

/* The form that all stamps have, or empty. */
static struct str common_form(const struct table *table, size_t column, struct arena *scratch)
{
    static const struct str known[] = {
        STR_CONST("Y-M-D H:m:s"), STR_CONST("D/M/Y H:m:s"), STR_CONST("D/M/Y H:m"),
        STR_CONST("M/D/Y H:m:s"), STR_CONST("M/D/Y H:m"),
    };
    struct str form = {0};
    for (size_t i = 0; i < sizeof(known) / sizeof(*known) && !form.len; i++) {
        struct arena_mark mark = arena_mark(scratch);
        if (!tally_of(table, column, known[i], scratch).failed)
            form = known[i];
        arena_rewind(scratch, mark);
    }
    return form;
}

struct stamp_misfit stamp_misfit_of(const struct table *table, size_t column, struct str format,
                                    struct arena *scratch)
{
    struct tally tally = tally_of(table, column, format, scratch);
    if (!tally.failed)
        return (struct stamp_misfit){.found = false};
    struct str other = common_form(table, column, scratch);
    bool found = other.len || (!tally.read && tally.failed > 1);
    return (struct stamp_misfit){found, tally.sample, other};
}
