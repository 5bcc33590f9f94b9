/* SPDX-License-Identifier: MIT */
/* A letter to each office: one row a finding, sorted by the office's place. */
#include "report_formats.h"

#include "model/sheet_link.h"
#include "render/escape.h"

/* What one cell is made of. */
struct row {
    const struct listing *listing;
    const struct listed *listed;
    struct arena *arena;
};

static struct str province(const struct row *row)
{
    const struct lao *lao = row->listed->lao;
    return lao ? listing_name(row->listing, &lao->province->name, NULL) : STR("");
}

static struct str district(const struct row *row)
{
    const struct lao *lao = row->listed->lao;
    return lao && lao->district ? listing_name(row->listing, &lao->district->name, NULL)
                                : STR("");
}

static struct str code(const struct row *row)
{
    const struct lao *lao = row->listed->lao;
    return lao ? lao_code_full(lao->type, lao->key, row->arena) : STR("");
}

static struct str name(const struct row *row)
{
    return row->listed->lao ? listing_lao_name(row->listed->lao, row->arena) : STR("");
}

static struct str severity(const struct row *row)
{
    enum severity severity = row->listed->finding->rule->severity;
    return str_from(severity_names[severity][row->listing->lang]);
}

static struct str rule(const struct row *row)
{
    return str_from(row->listed->finding->rule->id);
}

static struct str file(const struct row *row)
{
    return row->listed->finding->pos.file;
}

static struct str line(const struct row *row)
{
    return diag_row(&row->listed->finding->pos, row->arena);
}

static struct str column(const struct row *row)
{
    return diag_column(&row->listed->finding->pos, row->arena);
}

static struct str header(const struct row *row)
{
    return diag_visible(row->listed->finding->pos.header, SIZE_MAX, row->arena);
}

static struct str value(const struct row *row)
{
    return diag_visible(row->listed->value, DIAG_VALUE_SHOWN, row->arena);
}

static struct str problem(const struct row *row)
{
    return diag_problem(row->listed->finding, row->listing->lang, row->arena);
}

static struct str remedy(const struct row *row)
{
    return diag_remedy(row->listed->finding, row->listing->lang, row->arena);
}

static struct str link(const struct row *row)
{
    return sheet_cell_link(row->listing->site, &row->listed->finding->pos, row->arena);
}

static const struct column {
    const char *heading[DIAG_LANGS];
    struct str (*cell)(const struct row *row);
} columns[] = {
    {{"จังหวัด", "Province"}, province},
    {{"อำเภอ", "District"}, district},
    {{"รหัส อปท.", "LAO code"}, code},
    {{"ชื่อ อปท.", "LAO name"}, name},
    {{"ระดับ", "Severity"}, severity},
    {{"กฎ", "Rule"}, rule},
    {{"ไฟล์", "File"}, file},
    {{"แถวหรือบรรทัด", "Row or line"}, line},
    {{"คอลัมน์", "Column"}, column},
    {{"หัวตาราง", "Heading"}, header},
    {{"ค่าที่พิมพ์ไว้", "Value as typed"}, value},
    {{"ปัญหา", "Problem"}, problem},
    {{"วิธีแก้", "What to do"}, remedy},
    {{"ลิงก์", "Link"}, link},
};
enum { COLUMNS = sizeof(columns) / sizeof(*columns) };

static void put_cell(size_t column, struct str text, struct buf *out)
{
    escape_put(ESCAPE_CSV, text, out);
    buf_put(out, column + 1 < COLUMNS ? STR(",") : STR("\r\n"));
}

void report_csv(const struct listing *listing, struct buf *out)
{
    struct arena arena = {0};
    struct listing sorted = listing_by_place(listing, &arena);
    buf_put(out, STR("\xEF\xBB\xBF"));
    for (size_t c = 0; c < COLUMNS; c++)
        put_cell(c, str_from(columns[c].heading[listing->lang]), out);
    for (size_t i = 0; i < sorted.items.count; i++) {
        struct arena_mark mark = arena_mark(&arena);
        const struct row row = {listing, &sorted.items.items[i], &arena};
        for (size_t c = 0; c < COLUMNS; c++)
            put_cell(c, columns[c].cell(&row), out);
        arena_rewind(&arena, mark);
    }
    arena_release(&arena);
}
