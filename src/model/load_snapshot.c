/* SPDX-License-Identifier: MIT */
/* Counts of earlier months: snapshots/2025-10.csv, in the order of their names. */
#include "model/loaders.h"
#include "model/snapshot.h"
#include "model/take.h"

/* ---- the fields ---- */

static const struct whole counts = {0, 1000000, FIGURE_BARE};

/* One row. `published`: as it says; `chosen`: the sum of its fields, known or not. */
struct counted {
    struct str code;
    struct coverage coverage;
    size_t published, chosen;
};

static void take_place_code(struct reader *r, const struct field *field, void *into)
{
    *(struct str *)into = take_clean_digits(r, field);
}

static void take_count(struct reader *r, const struct field *field, void *into)
{
    int64_t count = 0;
    if (take_whole(r, field, counts, &count))
        *(size_t *)into = (size_t)count;
}

/* What a field that is no more had is part of the sum. */
static void take_chosen(struct reader *r, const struct field *field, void *into)
{
    struct counted *row = into;
    const struct category *category =
        vocabulary_category(&r->site->vocabulary, field->rest);
    size_t count = 0;
    take_count(r, field, &count);
    row->chosen += count;
    if (category)
        row->coverage.fields[category->index] = count;
}

#define COUNT(name, member)                                                              \
    {                                                                                    \
        FIELD(name, take_count), .offset = offsetof(struct counted, member),             \
                                 .flags = FIELD_REQUIRED | FIELD_FIGURE                  \
    }
static const struct field_spec snapshot_specs[] = {
    {FIELD("code", take_place_code), .offset = offsetof(struct counted, code),
     .flags = FIELD_REQUIRED},
    COUNT("laos", coverage.laos),
    COUNT("published", published),
    COUNT("state_published", coverage.states[STATE_PUBLISHED]),
    COUNT("state_late", coverage.states[STATE_LATE]),
    COUNT("state_warned", coverage.states[STATE_WARNED]),
    COUNT("state_held", coverage.states[STATE_HELD]),
    COUNT("state_none", coverage.states[STATE_NONE]),
    {FIELD("field_*", take_chosen), .flags = FIELD_FIGURE},
};
const struct field_table snapshot_fields = FIELD_TABLE(snapshot_specs);

/* ---- one file ---- */

struct file {
    struct reader *r;
    struct snapshot *snapshot;
    struct map
        parts; /* province → struct coverage *: the sum of its rows of four digits */
};

static bool is_place_code(struct str code)
{
    size_t digits = 0;
    while (digits < code.len && code.ptr[digits] >= '0' && code.ptr[digits] <= '9')
        digits++;
    return digits == code.len && (digits == 2 || digits == 4);
}

/* What is apart has its province's. */
static bool is_known(const struct site *site, struct str code)
{
    struct str province = str_first(code, 2);
    bool apart = str_ends(code, STR("00"));
    return map_get(&site->province_by_code, apart ? province : code) ||
           map_get(&site->district_by_code, code);
}

static size_t sum_of_states(const struct coverage *coverage)
{
    size_t sum = 0;
    for (size_t i = 0; i < LAO_STATES; i++)
        sum += coverage->states[i];
    return sum;
}

static bool check_sum(struct reader *r, struct pos pos, struct str what, size_t stated,
                      size_t sum, struct str code)
{
    return stated == sum ||
           complain(r, SNAPSHOT_SUM, pos, str_format(r->scratch, "%zu", stated), what,
                    str_format(r->scratch, "%zu", sum), code);
}

static bool check_row(struct reader *r, const struct record *record,
                      const struct counted *row)
{
    const struct coverage *coverage = &row->coverage;
    size_t published = coverage_published(coverage);
    return check_sum(r, sheet_cell(record, STR("laos")), STR("laos"), coverage->laos,
                     sum_of_states(coverage), row->code) &
           check_sum(r, sheet_cell(record, STR("published")), STR("published"),
                     row->published, published, row->code) &
           check_sum(r, sheet_cell(record, STR("published")), STR("field_…"),
                     row->published, row->chosen, row->code);
}

/* A province is summed up in the country, a part in its province. */
static void add_to_whole(struct file *file, const struct counted *row)
{
    struct str province = str_first(row->code, 2);
    struct coverage *whole = &file->snapshot->country;
    if (row->code.len > 2)
        whole = map_get(&file->parts, province);
    if (!whole) {
        whole = arena_new(file->r->arena, struct coverage);
        map_put(&file->parts, province, whole, file->r->arena);
    }
    snapshot_add(whole, &row->coverage);
}

static void keep_row(struct file *file, const struct record *record,
                     const struct counted *row)
{
    struct reader *r = file->r;
    struct pos pos = sheet_cell(record, STR("code"));
    if (!is_place_code(row->code)) {
        complain(r, SNAPSHOT_CODE, pos, row->code);
        return;
    }
    if (map_get(&file->snapshot->places, row->code)) {
        complain(r, SNAPSHOT_TWICE, pos, row->code);
        return;
    }
    if (!is_known(r->site, row->code))
        complain(r, SNAPSHOT_PLACE, pos, row->code);
    if (!check_row(r, record, row))
        return;
    struct coverage *kept = arena_new(r->arena, struct coverage);
    *kept = row->coverage;
    map_put(&file->snapshot->places, row->code, kept, r->arena);
    add_to_whole(file, row);
}

static void read_row(struct file *file, struct record *record)
{
    struct reader *r = file->r;
    size_t errors = r->diags->counts[SEVERITY_ERROR];
    struct counted row = {.coverage.fields = arena_many(
                              r->arena, r->site->vocabulary.categories.count, size_t)};
    fields_resolve(r, record, &snapshot_fields);
    fields_take(r, record, &snapshot_fields, &row);
    if (r->diags->counts[SEVERITY_ERROR] == errors)
        keep_row(file, record, &row);
}

static void read_rows(struct loading *l, struct file *file, const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->table->rows.count; i++) {
        struct arena_mark mark = arena_mark(&l->scratch);
        struct record record = sheet_record(file->r, sheet, &sheet->table->rows.items[i]);
        read_row(file, &record);
        arena_rewind(&l->scratch, mark);
    }
}

/* A province is its districts and what lies in none; without either it is taken at its
 * word. */
static void check_province(struct file *file, struct pos pos, struct str code,
                           const struct coverage *parts)
{
    const struct coverage none = {0}, *whole = snapshot_place(file->snapshot, code);
    whole = whole ? whole : &none;
    bool sums = check_sum(file->r, pos, STR("laos"), whole->laos, parts->laos, code);
    for (size_t state = 0; sums && state < LAO_STATES; state++)
        sums = check_sum(file->r, pos, snapshot_states[state], whole->states[state],
                         parts->states[state], code);
}

static void check_provinces(struct file *file, struct str path)
{
    for (size_t i = 0; i < file->parts.entries.count; i++)
        check_province(file, (struct pos){.file = path}, file->parts.entries.items[i].key,
                       file->parts.entries.items[i].value);
}

/* ---- what the file is ---- */

/* "snapshots/2025-10.csv", in the Christian year; none after telling. */
static struct date month_of(struct reader *r, struct str path)
{
    struct date month = snapshot_month(file_stem(path), r->scratch);
    if (date_is_none(month))
        complain(r, SNAPSHOT_NAME, (struct pos){.file = path}, path);
    return month;
}

static bool has_column(const struct sheet *sheet, struct str path)
{
    for (size_t i = 0; i < sheet->columns.count; i++)
        if (str_eq(sheet->columns.items[i].path, path))
            return true;
    return false;
}

/* One finding for a column that is not there, not one a row. */
static bool has_columns(struct reader *r, const struct sheet *sheet)
{
    bool all = true;
    for (size_t i = 0; i < snapshot_fields.count; i++) {
        const struct field_spec *spec = &snapshot_fields.specs[i];
        if (spec->flags & FIELD_REQUIRED && !has_column(sheet, spec->path))
            all = complain(r, TABLES_MISSING_COLUMN,
                           (struct pos){.file = sheet->table->file}, spec->path);
    }
    return all;
}

/* A field that the vocabulary no longer has, once for the file. */
static void tell_unknown_fields(struct reader *r, const struct sheet *sheet)
{
    for (size_t i = 0; i < sheet->columns.count; i++) {
        struct str path = sheet->columns.items[i].path;
        struct cut cut = str_cut(path, '_');
        bool is_field = cut.ok && str_eq(cut.head, STR("field"));
        if (is_field && !vocabulary_category(&r->site->vocabulary, cut.tail))
            complain(r, SNAPSHOT_FIELD, (struct pos){.file = sheet->table->file}, path);
    }
}

static void read_snapshot(struct loading *l, const struct sheet *sheet)
{
    struct reader r = loading_reader(l);
    struct file file = {.r = &r, .snapshot = arena_new(l->arena, struct snapshot)};
    size_t errors = l->diags->counts[SEVERITY_ERROR];
    file.snapshot->month = month_of(&r, sheet->table->file);
    if (!has_columns(&r, sheet))
        return;
    tell_unknown_fields(&r, sheet);
    read_rows(l, &file, sheet);
    if (l->diags->counts[SEVERITY_ERROR] ==
        errors) /* else a row may be missing in a sum */
        check_provinces(&file, sheet->table->file);
    if (l->diags->counts[SEVERITY_ERROR] == errors)
        *list_push(&l->site->snapshots, l->arena) = file.snapshot;
}

void load_snapshots(struct loading *l)
{
    for (size_t i = 0; i < l->sheets[KIND_SNAPSHOT].count; i++)
        read_snapshot(l, &l->sheets[KIND_SNAPSHOT].items[i]);
}
