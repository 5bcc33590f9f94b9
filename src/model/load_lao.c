/* SPDX-License-Identifier: MIT */
/*
 * The LAOs, from canonical tables and from DLA's own register, which has a row for each
 * of an LAO's subdistricts. Rows are read on all threads, and laid together one after the
 * other. Rows of one code collapse: what an earlier row left open is filled, what it said
 * differently is told. A broken value is left out and told, and holds nothing back.
 */
#include <stdlib.h>

#include "model/inspect.h"
#include "model/jobs.h"
#include "model/take.h"
#include "model/take_cell.h"
#include "text/clean.h"

static const struct field_spec lao_specs[] = {
    {FIELD("code", take_code), .flags = FIELD_REQUIRED},
    {FIELD("type", take_later)},
    {FIELD("name", take_text), .offset = offsetof(struct lao, name),
     .flags = FIELD_TEXT | FIELD_REQUIRED, .limit = 200},
    {FIELD("district", take_later)},
    {FIELD("lat", take_later)},
    {FIELD("lon", take_later)},
    {FIELD("website", take_url), .offset = offsetof(struct lao, website)},
};
const struct field_table lao_fields = FIELD_TABLE(lao_specs);

/* A field's clean text, or empty. */
static struct str stated(struct reader *r, const struct record *row, struct str path)
{
    const struct field *field = record_stated(row, path, r->scratch);
    return field ? take_clean(r, field) : STR("");
}

static struct pos pos_of(const struct record *row, struct str path)
{
    const struct field *field = record_find(row, path);
    return field ? field->pos : row->pos;
}

/* ---- type and name ---- */

/* The city of Pattaya has the digit of a city municipality. */
static bool agrees(enum lao_type stated, enum lao_type by_code)
{
    return stated == by_code || (stated == LAO_PATTAYA && by_code == LAO_CITY);
}

static enum lao_type read_type(struct reader *r, const struct record *row, char digit)
{
    struct str typed = stated(r, row, STR("type"));
    enum lao_type by_code = digit ? lao_type_of_digit(digit) : LAO_UNKNOWN;
    enum lao_type type = typed.len ? lao_type_parse(typed) : LAO_UNKNOWN;
    if (type == LAO_BANGKOK) /* which is one, with a key of its own */
        type = LAO_UNKNOWN;
    struct pos pos = pos_of(row, STR("type"));
    if (typed.len && type == LAO_UNKNOWN)
        complain(r, LAO_TYPE_UNKNOWN, pos, typed);
    else if (type != LAO_UNKNOWN && by_code != LAO_UNKNOWN && !agrees(type, by_code))
        complain(r, LAO_TYPE_DIFFERS, pos, typed, str_from(lao_types[by_code].th));
    return type != LAO_UNKNOWN ? type : by_code;
}

/* A full name gives its type when nothing else does, and is left bare. */
static void split_name(struct reader *r, struct lao *lao)
{
    struct lao_name name = lao_name_parse(lao->name.in[0], r->arena);
    bool fits = lao->type == LAO_UNKNOWN || name.type == lao->type;
    if (name.type == LAO_UNKNOWN || !fits || name.unclear)
        return;
    if (name.slip.len)
        complain(r, NAME_TYPE_SLIP, lao->pos, name.slip, str_from(lao_types[name.type].th));
    lao->type = name.type;
    lao->name.in[0] = name.bare;
}

/* ---- where it belongs ---- */

static struct district *district_named(const struct province *province, struct str name)
{
    for (size_t i = 0; i < province->districts.count; i++)
        if (str_eq(province->districts.items[i]->name.in[0], name))
            return province->districts.items[i];
    return NULL;
}

/* As stated by code or by name, else by the digits of the LAO's own code. */
static struct district *read_district(struct reader *r, const struct record *row,
                                      const struct lao *lao)
{
    if (lao->type == LAO_BANGKOK)
        return NULL;
    struct str typed = clean_digits(stated(r, row, STR("district")), r->scratch);
    const struct map *map = &r->site->district_by_code;
    struct district *by_code = map_get(map, str_first(lao->key, 4));
    struct district *district = typed.len ? map_get(map, typed) : by_code;
    if (typed.len && !district)
        district = district_named(lao->province, place_name_bare(typed));
    if (district && district->province != lao->province)
        district = NULL; /* another province's: its page would list a stranger */
    if (!district)
        complain(r, LAO_NO_DISTRICT, pos_of(row, STR("district")),
                 typed.len ? typed : str_first(lao->key, 4));
    return district ? district : by_code;
}

/* ---- rows of one code ---- */

static void merge_str(struct reader *r, struct str *into, struct str value,
                      struct pos pos, struct pos before)
{
    if (!into->len)
        *into = value;
    else if (value.len && !str_eq(*into, value))
        complain(r, LAO_ROWS_DIFFER, pos, value, *into, before.file,
                 str_format(r->scratch, "%u", before.row));
}

static void merge(struct reader *r, struct lao *into, const struct lao *row)
{
    for (size_t i = 0; i < r->site->lang_count; i++)
        merge_str(r, &into->name.in[i], row->name.in[i], row->pos, into->pos);
    merge_str(r, &into->website, row->website, row->pos, into->pos);
    if (into->type == LAO_UNKNOWN)
        into->type = row->type;
    else if (row->type != LAO_UNKNOWN && row->type != into->type)
        complain(r, LAO_ROWS_DIFFER, row->pos, str_from(lao_types[row->type].th),
                 str_from(lao_types[into->type].th),
                 into->pos.file, str_format(r->scratch, "%u", into->pos.row));
    if (into->located || !row->located)
        return;
    into->located = true;
    into->lat = row->lat;
    into->lon = row->lon;
}

/* ---- one row ---- */

/* The key, or empty after complaining. */
static struct lao_code read_code(struct reader *r, const struct record *row)
{
    const struct field *field = record_find(row, STR("code"));
    struct lao_code code = {.error = LAO_CODE_EMPTY};
    if (field && cell_tell_failure(r, field))
        return code;
    if (field)
        code = lao_code_parse(take_clean(r, field), r->arena);
    if (code.error == LAO_CODE_EMPTY)
        complain(r, FIELD_MISSING, row->pos, STR("code"));
    else if (code.error != LAO_CODE_OK)
        complain_code_form(r, field->pos, field->text, code.error);
    return code;
}

static void read_row(struct reader *r, struct record *row, struct lao *lao, char digit)
{
    lao->pos = row->pos;
    fields_resolve(r, row, &lao_fields);
    inspect_record(r, row);
    fields_take(r, row, &lao_fields, lao);
    bool is_bangkok = str_eq(lao->key, STR("100000"));
    lao->type = is_bangkok ? LAO_BANGKOK : read_type(r, row, digit);
    split_name(r, lao);
    const struct field *type = record_find(row, STR("type"));
    bool typed = type && (type->failed || !field_is_blank(type, r->scratch));
    if (lao->type == LAO_UNKNOWN && !typed) /* else told already */
        complain(r, LAO_NO_TYPE, row->pos, lao->key);
    lao->located = take_coordinates(r, row, STR("lat"), STR("lon"), &lao->lat, &lao->lon);
}

/* What counts only of an LAO's first row: where it belongs. */
static void read_place(struct reader *r, const struct record *row, struct lao *lao)
{
    lao->province = map_get(&r->site->province_by_code, str_first(lao->key, 2));
    if (lao->province)
        lao->district = read_district(r, row, lao);
    else
        diag(r->diags, &model_rules[LAO_NO_PROVINCE], row->pos, lao->key,
             str_first(lao->key, 2));
}

/* ---- rows, all at once ---- */

struct lao_job {
    const struct sheet *sheet;
    const struct table_row *row;
    struct lao *lao;    /* as this row has it; NULL: it has no code */
    struct diags first; /* told when no row before it is of this LAO */
};

struct lao_jobs LIST_OF(struct lao_job);

static void read_lao(void *context, size_t index, struct reader *r)
{
    struct lao_job *job = &((struct lao_jobs *)context)->items[index];
    r->soft = true;
    struct record row = sheet_record(r, job->sheet, job->row);
    struct lao_code code = read_code(r, &row);
    if (code.error != LAO_CODE_OK)
        return;
    job->lao = arena_new(r->arena, struct lao);
    job->lao->key = r->diags->subject = code.key;
    read_row(r, &row, job->lao, code.digit);
    reader_claim(r, 0, code.key);
    job->first = diags_on(r->arena);
    job->first.subject = code.key;
    r->diags = &job->first;
    read_place(r, &row, job->lao);
}

static struct lao_jobs all_rows(struct loading *l)
{
    struct lao_jobs jobs = {0};
    for (size_t i = 0; i < l->sheets[KIND_LAO].count; i++) {
        const struct sheet *sheet = &l->sheets[KIND_LAO].items[i];
        for (size_t k = 0; k < sheet->table->rows.count; k++)
            *list_push(&jobs, &l->scratch) =
                (struct lao_job){.sheet = sheet, .row = &sheet->table->rows.items[k]};
    }
    return jobs;
}

/* ---- one after the other ---- */

static void add_lao(struct loading *l, const struct lao_job *job)
{
    struct lao *lao = job->lao;
    diags_join(l->diags, &job->first);
    if (!lao->province)
        return;
    map_put(&l->site->lao_by_key, lao->key, lao, l->arena);
    *list_push(&l->site->laos, l->arena) = lao;
}

static void lay_together(struct loading *l, const struct lao_job *job)
{
    struct reader r = loading_reader(l);
    r.soft = true;
    l->diags->subject = job->lao->key;
    struct lao *known = map_get(&l->site->lao_by_key, job->lao->key);
    if (known)
        merge(&r, known, job->lao);
    else if (job->lao->name.in[0].len)
        add_lao(l, job);
    l->diags->subject = STR("");
}

static int compare_laos(const void *a, const void *b)
{
    return str_compare((*(struct lao *const *)a)->key, (*(struct lao *const *)b)->key);
}

void load_laos(struct loading *l)
{
    struct laos *laos = &l->site->laos;
    struct lao_jobs jobs = all_rows(l);
    const struct diags *told = loading_each(l, jobs.count, read_lao, &jobs);
    for (size_t i = 0; i < jobs.count; i++) {
        diags_join(l->diags, &told[i]);
        if (jobs.items[i].lao)
            lay_together(l, &jobs.items[i]);
    }
    if (laos->count)
        qsort(laos->items, laos->count, sizeof(*laos->items), compare_laos);
    for (size_t i = 0; i < laos->count; i++) {
        struct lao *lao = laos->items[i];
        *list_push(&lao->province->laos, l->arena) = lao;
        if (lao->district)
            *list_push(&lao->district->laos, l->arena) = lao;
    }
}
