/* SPDX-License-Identifier: MIT */
/* A sheet's rows as records (tables.h). */
#include "model/loaders.h"
#include "text/clean.h"

static struct date_time stamp_of(struct reader *r, const struct sheet *sheet,
                                 const struct table_row *row)
{
    struct str cell = clean_line(row->cells[sheet->stamp_at], r->scratch).text;
    struct date_time_read read =
        date_parse_stamp(cell, sheet->stamp_format, r->scratch);
    if (read.error != DATE_OK && read.error != DATE_EMPTY)
        complain(r, ROW_BAD_STAMP, table_pos(sheet->table, row, sheet->stamp_at), cell,
                 sheet->stamp_format);
    return read.error == DATE_OK ? read.time : (struct date_time){{0}, 0};
}

static struct field field_of(const struct sheet *sheet, const struct table_row *row,
                             const struct column *column, struct arena *scratch)
{
    struct diags told = diags_on(scratch);
    bool sound = table_check_cell(sheet->table, row, column->at, &told);
    return (struct field){.path = column->path,
                          .text = sound ? row->cells[column->at] : STR(""),
                          .fault = told.items.items,
                          .failed = !sound,
                          .column = column,
                          .pos = table_pos(sheet->table, row, column->at)};
}

/* Of these LAOs are found (find.h). */
static bool is_key(const struct column *column)
{
    return str_starts(column->path, STR("lao"));
}

/* Of a cell that says whose row it is: when it fails, nobody may be found to tell of it. */
static bool tell_key_fault(struct reader *r, struct field *field)
{
    if (!is_key(field->column))
        return false;
    if (field->fault)
        diag_add(r->diags, field->fault->rule, field->pos, field->fault->args);
    field->fault = NULL;
    return field->failed;
}

static struct record read_row(struct reader *r, const struct sheet *sheet,
                              const struct table_row *row, bool only_key)
{
    struct record record = {
        .pos = {.file = sheet->table->file, .line = row->line, .row = row->row},
        .sheet = sheet,
        .row = row,
        .round = sheet->spec ? sheet->spec->round : STR(""),
    };
    if (sheet->has_stamp)
        record.sent = stamp_of(r, sheet, row);
    for (size_t i = 0; i < sheet->columns.count; i++) {
        const struct column *column = &sheet->columns.items[i];
        if (!row->cells[column->at].len || (only_key && !is_key(column)))
            continue;
        struct field *field = list_push(&record.fields, r->scratch);
        *field = field_of(sheet, row, column, r->scratch);
        record.key_failed |= tell_key_fault(r, field);
    }
    return record;
}

struct record sheet_record(struct reader *r, const struct sheet *sheet,
                           const struct table_row *row)
{
    return read_row(r, sheet, row, false);
}

struct record sheet_key(struct reader *r, const struct sheet *sheet,
                        const struct table_row *row)
{
    return read_row(r, sheet, row, true);
}

void sheet_fill(struct reader *r, struct record *record)
{
    struct diags told = diags_on(r->scratch); /* what sheet_key has told */
    struct reader again = *r;
    again.diags = &told;
    record->fields = read_row(&again, record->sheet, record->row, false).fields;
}

struct pos sheet_cell(const struct record *record, struct str path)
{
    const struct sheet *sheet = record->sheet;
    for (size_t i = 0; sheet && i < sheet->columns.count; i++)
        if (str_eq(sheet->columns.items[i].path, path))
            return table_pos(sheet->table, record->row, sheet->columns.items[i].at);
    return record->pos;
}
