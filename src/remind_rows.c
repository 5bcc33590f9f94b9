/* SPDX-License-Identifier: MIT */
#include "remind_rows.h"

#include "model/coverage.h"
#include "render/escape.h"
#include "view/officer.h"
#include "view/ranked.h"

/* ---- what a row is made of ---- */

/* An LAO to remind, or a place to sum. */
struct row {
    const struct merge *merge;
    const struct lao *lao;
    const struct province *province;
    const struct district *district; /* NULL: of a place, the whole province */
    size_t errors;
    const struct finding *first; /* of the errors; NULL: none */
    struct arena *arena;
};

static struct str pick(const struct row *row, const struct text *name)
{
    struct str own = name->in[row->merge->site_lang];
    return own.len ? own : name->in[0];
}

/* Plain: spreadsheets add them up. */
static struct str number(const struct row *row, size_t count)
{
    return str_format(row->arena, "%zu", count);
}

static struct str lao_name(const struct row *row, const struct lao *lao)
{
    return pick(row, &row->merge->names.laos[lao->rank[0]]);
}

static struct str province_name(const struct row *row)
{
    return pick(row, &row->merge->names.provinces[row->province->rank[0]]);
}

static struct str district_name(const struct row *row)
{
    const struct district *district = row->district;
    return district ? pick(row, &row->merge->names.districts[district->rank[0]])
                    : STR("");
}

static struct str due(const struct row *row)
{
    return words_date(&row->merge->words, row->merge->round->due, row->arena);
}

static bool is_missing(const struct merge *merge, const struct lao *lao)
{
    return coverage_round(lao, merge->round_at) == ROUND_MISSING;
}

/* ---- cells of an LAO ---- */

/* Why somebody is reminded, and what the letter says. What is held back may have been
 * sent in another round: then both are needed. */
enum reason { REASON_MISSING, REASON_HELD, REASON_BOTH, REASONS };

static const struct {
    const char *state[DIAG_LANGS], *asks[DIAG_LANGS];
} reasons[REASONS] = {
    [REASON_MISSING] =
        {{"ยังไม่ส่งข้อมูล", "Missing"},
         {"ขอความร่วมมือ{name}จัดส่งข้อมูลอัตลักษณ์ท้องถิ่น รอบ {round}{due}{form}",
          "Please send the identity of {name} for round {round}{due}{form}."}},
    [REASON_HELD] = {{"ส่งแล้ว รอแก้ไข", "Held back"},
                     {"ขอความร่วมมือ{name}แก้ไขข้อมูลอัตลักษณ์ท้องถิ่นที่ส่งไว้ จำนวน {errors} จุด{page} "
                      "แล้วจัดส่งอีกครั้ง{form} เพื่อให้เผยแพร่ได้",
                      "Please correct what {name} has sent (errors: {errors}){page}, and "
                      "send it again"
                      "{form}, so that it can be published."}},
    [REASON_BOTH] = {{"ยังไม่ส่งข้อมูลในรอบนี้ และข้อมูลที่ส่งไว้รอแก้ไข",
                      "Missing; what was sent is held back"},
                     {"ขอความร่วมมือ{name}แก้ไขข้อมูลอัตลักษณ์ท้องถิ่นที่ส่งไว้ จำนวน {errors} จุด{page} "
                      "และจัดส่งข้อมูลรอบ {round}{due}{form}",
                      "Please correct what {name} has sent (errors: {errors}){page}, and "
                      "send the identity "
                      "for round {round}{due}{form}."}},
};

/* What a letter says only where there is such a thing. */
static const char *const due_phrase[DIAG_LANGS] = {" ซึ่งกำหนดให้ส่งภายในวันที่ {due}",
                                                   ", due {due}"};
static const char *const page_phrase[DIAG_LANGS] = {" ตามหน้าตรวจข้อมูลที่แนบลิงก์มาพร้อมนี้",
                                                    ", as the page linked here shows"};
static const char *const form_phrase[DIAG_LANGS] = {" ทางแบบรายงานที่แนบลิงก์มาพร้อมนี้",
                                                    ", with the form linked here"};

static enum reason reason(const struct row *row)
{
    if (row->lao->state != STATE_HELD)
        return REASON_MISSING;
    return is_missing(row->merge, row->lao) ? REASON_BOTH : REASON_HELD;
}

static struct str lao_code(const struct row *row)
{
    return lao_code_full(row->lao->type, row->lao->key, row->arena);
}

static struct str lao_full_name(const struct row *row)
{
    return lao_name(row, row->lao);
}

static struct str state(const struct row *row)
{
    return str_from(reasons[reason(row)].state[row->merge->lang]);
}

static struct str errors(const struct row *row)
{
    return number(row, row->errors);
}

static struct str problem(const struct row *row)
{
    return row->first ? diag_problem(row->first, row->merge->lang, row->arena) : STR("");
}

static struct str remedy(const struct row *row)
{
    return row->first ? diag_remedy(row->first, row->merge->lang, row->arena) : STR("");
}

static struct str check_page(const struct row *row)
{
    const struct merge *merge = row->merge;
    struct str path =
        path_check_province(merge->site, merge->site_lang, row->province, row->arena);
    struct str page = link_absolute(merge->site, path, row->arena);
    return page.len ? str_cat(row->arena, page, STR("#l"), row->lao->key) : page;
}

static struct str form(const struct row *row)
{
    return officer_url(row->merge->site->settings.form_url, row->lao, row->arena).text;
}

static struct str website(const struct row *row)
{
    return row->lao->website;
}

static struct str phrase(const struct row *row, const char *const words[DIAG_LANGS],
                         struct str of)
{
    const struct word_arg args[] = {{"due", of}, {NULL, {NULL, 0}}};
    struct str pattern = str_from(words[row->merge->lang]);
    return of.len ? words_fill_args(pattern, args, row->arena) : STR("");
}

static struct str asks(const struct row *row)
{
    const struct word_arg args[] = {
        {"name", lao_full_name(row)},
        {"round", row->merge->round->id},
        {"errors", errors(row)},
        {"due", phrase(row, due_phrase, due(row))},
        {"page", phrase(row, page_phrase, check_page(row))},
        {"form", phrase(row, form_phrase, form(row))},
        {NULL, {NULL, 0}},
    };
    return words_fill_args(str_from(reasons[reason(row)].asks[row->merge->lang]), args,
                           row->arena);
}

/* ---- cells of a place ---- */

static const struct coverage *coverage(const struct row *row)
{
    return row->district ? row->district->coverage : row->province->coverage;
}

static struct str in_round(const struct row *row, enum round_state state)
{
    return number(row, coverage(row)->rounds[row->merge->round_at][state]);
}

static struct str level(const struct row *row)
{
    static const char *const levels[][DIAG_LANGS] = {{"จังหวัด", "Province"},
                                                     {"อำเภอ", "District"}};
    return str_from(levels[row->district != NULL][row->merge->lang]);
}

static struct str place_code(const struct row *row)
{
    return row->district ? row->district->code : row->province->code;
}

static struct str expected(const struct row *row)
{
    return number(row, coverage(row)->laos);
}

static struct str on_time(const struct row *row)
{
    return in_round(row, ROUND_ON_TIME);
}

static struct str late(const struct row *row)
{
    return in_round(row, ROUND_LATE);
}

static struct str undated(const struct row *row)
{
    return in_round(row, ROUND_UNDATED);
}

static struct str missing(const struct row *row)
{
    return in_round(row, ROUND_MISSING);
}

/* By district, then by name; those in no district first. */
static struct ranked *laos_ranked(const struct merge *merge, const struct laos *laos,
                                  struct arena *arena)
{
    struct ranked *ranked = arena_many(arena, laos->count, struct ranked);
    for (size_t i = 0; i < laos->count; i++) {
        struct lao *lao = laos->items[i];
        const struct district *district = lao->district;
        unsigned group = district ? district->rank[merge->site_lang] + 1 : 0;
        ranked[i] = (struct ranked){lao, lao->rank[merge->site_lang], group};
    }
    ranked_sort(ranked, laos->count);
    return ranked;
}

static struct str missing_names(const struct row *row)
{
    const struct laos *laos = row->district ? &row->district->laos : &row->province->laos;
    const struct ranked *ranked = laos_ranked(row->merge, laos, row->arena);
    struct str *names = arena_many(row->arena, laos->count, struct str);
    size_t count = 0;
    for (size_t i = 0; i < laos->count; i++)
        if (is_missing(row->merge, ranked[i].what))
            names[count++] = lao_name(row, ranked[i].what);
    return str_join(names, count, STR(", "), row->arena);
}

/* ---- rows ---- */

struct column {
    const char *heading[DIAG_LANGS];
    struct str (*cell)(const struct row *row);
};

static const struct column letter[] = {
    {{"รหัส อปท.", "LAO code"}, lao_code},
    {{"ชื่อ อปท.", "LAO name"}, lao_full_name},
    {{"อำเภอ", "District"}, district_name},
    {{"จังหวัด", "Province"}, province_name},
    {{"สถานะ", "State"}, state},
    {{"จำนวนที่ต้องแก้ไข", "Errors"}, errors},
    {{"ที่ต้องแก้ไขจุดแรก", "First error"}, problem},
    {{"วิธีแก้", "Remedy"}, remedy},
    {{"ขอความร่วมมือ", "What to do"}, asks},
    {{"กำหนดส่ง", "Due"}, due},
    {{"หน้าตรวจข้อมูล", "Check page"}, check_page},
    {{"แบบรายงาน", "Form"}, form},
    {{"เว็บไซต์", "Website"}, website},
    {{NULL}, NULL},
};

static const struct column sums[] = {
    {{"ระดับ", "Level"}, level},
    {{"รหัส", "Code"}, place_code},
    {{"จังหวัด", "Province"}, province_name},
    {{"อำเภอ", "District"}, district_name},
    {{"อปท. ทั้งหมด", "Expected"}, expected},
    {{"ส่งทันกำหนด", "On time"}, on_time},
    {{"ส่งหลังกำหนด", "Late"}, late},
    {{"ส่งแล้ว ไม่ทราบวัน", "Undated"}, undated},
    {{"ยังไม่ส่ง", "Missing"}, missing},
    {{"รายชื่อที่ยังไม่ส่ง", "Names of the missing"}, missing_names},
    {{NULL}, NULL},
};

static void put_cell(const struct column *column, struct str text, struct buf *out)
{
    escape_put(ESCAPE_CSV, text, out);
    buf_put(out, column[1].cell ? STR(",") : STR("\r\n"));
}

static void put_head(const struct column *columns, enum diag_lang lang, struct buf *out)
{
    buf_put(out, STR("\xEF\xBB\xBF"));
    for (const struct column *column = columns; column->cell; column++)
        put_cell(column, str_from(column->heading[lang]), out);
}

static void put_row(const struct column *columns, struct row row, struct buf *out)
{
    struct arena_mark mark = arena_mark(row.arena);
    for (const struct column *column = columns; column->cell; column++)
        put_cell(column, column->cell(&row), out);
    arena_rewind(row.arena, mark);
}

static void count_errors(struct row *row)
{
    const struct findings *findings = map_get(&row->merge->findings, row->lao->key);
    for (size_t i = 0; findings && i < findings->count; i++) {
        if (findings->items[i]->rule->severity != SEVERITY_ERROR)
            continue;
        if (!row->errors++)
            row->first = findings->items[i];
    }
}

static void put_letters(const struct merge *merge, const struct province *province,
                        struct arena *arena, struct buf *out)
{
    const struct ranked *ranked = laos_ranked(merge, &province->laos, arena);
    for (size_t i = 0; i < province->laos.count; i++) {
        const struct lao *lao = ranked[i].what;
        struct row row = {.merge = merge,
                          .lao = lao,
                          .province = province,
                          .district = lao->district,
                          .arena = arena};
        count_errors(&row);
        if (lao->state == STATE_HELD || is_missing(merge, lao))
            put_row(letter, row, out);
    }
}

static void put_sums(const struct merge *merge, const struct province *province,
                     struct arena *arena, struct buf *out)
{
    const struct districts *districts = &province->districts;
    const struct ranked *ranked = ranked_districts(districts, merge->site_lang, arena);
    struct row row = {.merge = merge, .province = province, .arena = arena};
    if (province->coverage->laos)
        put_row(sums, row, out);
    for (size_t i = 0; i < districts->count; i++) {
        row.district = ranked[i].what;
        if (row.district->coverage->laos)
            put_row(sums, row, out);
    }
}

void remind_rows(const struct merge *merge, const struct provinces *provinces,
                 bool summary, struct buf *out)
{
    struct arena arena = {0};
    const struct ranked *ranked = ranked_provinces(provinces, merge->site_lang, &arena);
    put_head(summary ? sums : letter, merge->lang, out);
    for (size_t i = 0; i < provinces->count; i++)
        (summary ? put_sums : put_letters)(merge, ranked[i].what, &arena, out);
    arena_release(&arena);
}
