/* SPDX-License-Identifier: MIT */
/* The columns of identities.csv, of each province's, of reports.csv and coverage.csv;
 * columns_place.c has those of progress.csv and rounds.csv. */
#include <stddef.h>

#include "base/number.h"
#include "view/column.h"
#include "view/progress.h"
#include "view/share.h"

static struct str truth(bool value)
{
    return value ? STR("true") : STR("false");
}

static struct str joined(struct strs strs, const char *between, struct arena *arena)
{
    return str_join(strs.items, strs.count, str_from(between), arena);
}

/* ---- the LAO and where it is ---- */

static struct str cell_code(const struct cell *cell)
{
    return cell->lao->key;
}

static struct str cell_type(const struct cell *cell)
{
    return str_from(lao_types[cell->lao->type].key);
}

static struct str cell_lao(const struct cell *cell)
{
    return view_lao_name(cell->view, cell->lao)->in[cell->nth];
}

static struct str cell_province(const struct cell *cell)
{
    return cell->lao->province->code;
}

static struct str cell_province_name(const struct cell *cell)
{
    return cell->lao->province->name.in[cell->nth];
}

static struct str cell_district(const struct cell *cell)
{
    return cell->lao->district ? cell->lao->district->code : STR("");
}

static struct str cell_district_name(const struct cell *cell)
{
    return cell->lao->district ? cell->lao->district->name.in[cell->nth] : STR("");
}

/* ---- members of its identity, by their offset ---- */

static const void *member(const struct cell *cell)
{
    return (const char *)cell->lao->identity + cell->column->at;
}

static struct str cell_text(const struct cell *cell)
{
    const struct text *text = member(cell);
    return text->in[cell->nth];
}

static struct str cell_line(const struct cell *cell)
{
    const struct str *line = member(cell);
    return *line;
}

static struct str cell_date(const struct cell *cell)
{
    const struct date *date = member(cell);
    return date_is_none(*date) ? STR("") : date_iso(*date, cell->arena);
}

/* ---- the rest of its identity ---- */

static struct str cell_category(const struct cell *cell)
{
    return cell->lao->identity->category->key;
}

static struct str cell_tags(const struct cell *cell)
{
    return joined(cell->lao->identity->tags, ";", cell->arena);
}

static struct str cell_hashtags(const struct cell *cell)
{
    const struct identity *identity = cell->lao->identity;
    struct str text =
        share_tags(identity, identity->hashtags.count, STR(" #"), cell->arena);
    return str_skip(text, 1); /* "#a #b" of " #a #b" */
}

static struct str cell_lat(const struct cell *cell)
{
    const struct place *place = &cell->lao->identity->place;
    return place->located ? data_degrees(place->lat, cell->arena) : STR("");
}

static struct str cell_lon(const struct cell *cell)
{
    const struct place *place = &cell->lao->identity->place;
    return place->located ? data_degrees(place->lon, cell->arena) : STR("");
}

static struct str cell_hours(const struct cell *cell)
{
    return data_hours(cell->lao->identity->place.hours, cell->arena);
}

static struct str cell_months(const struct cell *cell)
{
    struct str months[MONTHS];
    size_t count = data_months(cell->lao->identity->place.best_months, months);
    return str_join(months, count, STR(";"), cell->arena);
}

/* A fee that is not stated may still have to be paid: only "free" is known. */
static struct str cell_free(const struct cell *cell)
{
    return cell->lao->identity->place.is_free ? STR("true") : STR("");
}

static struct str cell_stars(const struct cell *cell)
{
    int64_t stars = cell->lao->identity->otop_stars;
    return stars ? number_plain(stars, cell->arena) : STR("");
}

static struct str cell_facilities(const struct cell *cell)
{
    return joined(data_facilities(cell->view->site, cell->lao->identity, cell->arena),
                  ";", cell->arena);
}

static struct str cell_address(const struct cell *cell)
{
    const struct site *site = cell->view->site;
    return link_absolute(
        site, path_entry(site, (unsigned)cell->nth, cell->lao, cell->arena), cell->arena);
}

static struct str cell_demo(const struct cell *cell)
{
    return truth(cell->view->site->settings.demo);
}

/* ---- access ---- */

static struct str cell_by(const struct cell *cell)
{
    return data_by(cell->lao->identity->access.by);
}

static struct str cell_method(const struct cell *cell)
{
    return data_method(cell->lao->identity->access.method);
}

static const struct feature *feature(const struct cell *cell)
{
    return &cell->view->site->vocabulary.features.items[cell->nth];
}

static const struct access_value *known(const struct cell *cell)
{
    const struct access_value *value =
        access_at(&cell->lao->identity->access, feature(cell));
    return value->known ? value : NULL;
}

static struct str cell_feature(const struct cell *cell)
{
    const struct access_value *value = known(cell);
    if (!value)
        return STR("");
    switch (feature(cell)->type) {
    case FEATURE_STATE: return data_state(value->state);
    case FEATURE_OPTION: return value->option ? value->option->key : STR("");
    case FEATURE_LANGS:
    case FEATURE_TEXT: return view_pick(cell->view, 0, &value->words, NULL);
    default: return number_plain(value->number, cell->arena);
    }
}

static struct str cell_bound(const struct cell *cell)
{
    const struct access_value *value = known(cell);
    return value ? data_bound(value->bound) : STR("");
}

/* ---- reports ---- */

static struct str cell_month(const struct cell *cell)
{
    return date_iso(cell->report->month, cell->arena);
}

static struct str cell_visitors(const struct cell *cell)
{
    const struct report *report = cell->report;
    return report->has_visitors ? number_plain(report->visitors, cell->arena) : STR("");
}

static struct str cell_income(const struct cell *cell)
{
    const struct report *report = cell->report;
    return report->has_income ? number_plain(report->income, cell->arena) : STR("");
}

static struct str cell_note(const struct cell *cell)
{
    return cell->report->note;
}

/* ---- coverage: rows whose LAO may have no identity ---- */

static struct str cell_website(const struct cell *cell)
{
    return cell->lao->website;
}

static struct str cell_state(const struct cell *cell)
{
    return progress_state_key(cell->lao->state);
}

static struct str cell_in_round(const struct cell *cell)
{
    return progress_round_key(coverage_round(cell->lao, cell->nth));
}

static struct str cell_round(const struct cell *cell)
{
    return cell->lao->identity ? cell->lao->identity->round : STR("");
}

static struct str cell_sent(const struct cell *cell)
{
    const struct identity *identity = cell->lao->identity;
    return identity && !date_is_none(identity->sent.date)
               ? date_rfc3339(identity->sent, cell->arena)
               : STR("");
}

static struct str cell_has(const struct cell *cell)
{
    const struct identity *identity = cell->lao->identity;
    return identity ? truth(identity->name.in[cell->nth].len &&
                            identity->summary.in[cell->nth].len)
                    : STR("");
}

static struct str cell_stated(const struct cell *cell)
{
    return cell->lao->identity ? truth(cell->lao->identity->access.stated) : STR("");
}

static struct str cell_starter(const struct cell *cell)
{
    const struct identity *identity = cell->lao->identity;
    const struct vocabulary *vocabulary = &cell->view->site->vocabulary;
    return identity ? number_plain((int64_t)coverage_answered(vocabulary, identity),
                                   cell->arena)
                    : STR("");
}

static struct str cell_reports(const struct cell *cell)
{
    return number_plain((int64_t)cell->lao->report_count, cell->arena);
}

/* ---- the tables ---- */

#define MEMBER(member_) .at = offsetof(struct identity, member_)

#define LAO_COLUMNS                                                                      \
    {COLUMN("code", "string", cell_code), .required = true},                             \
        {COLUMN("type", "string", cell_type),                                            \
         .allowed = "pao city town subdistrict sao pattaya bangkok"},                    \
        {COLUMN("name_{}", "string", cell_lao), .about = "name", .each = EACH_LANG},     \
        {COLUMN("province", "string", cell_province), .required = true},                 \
        {COLUMN("province_{}", "string", cell_province_name), .about = "province_name",  \
         .each = EACH_LANG},                                                             \
        {COLUMN("district", "string", cell_district)},                                   \
    {                                                                                    \
        COLUMN("district_{}", "string", cell_district_name), .about = "district_name",   \
                                                             .each = EACH_LANG           \
    }

static const struct column identity_columns[] = {
    LAO_COLUMNS,
    {COLUMN("category", "string", cell_category), .required = true},
    {COLUMN("identity_{}", "string", cell_text), MEMBER(name), .about = "identity",
     .each = EACH_LANG},
    {COLUMN("summary_{}", "string", cell_text), MEMBER(summary), .about = "summary",
     .each = EACH_LANG},
    {COLUMN("tags", "string", cell_tags)},
    {COLUMN("hashtags", "string", cell_hashtags)},
    {COLUMN("lat", "number", cell_lat)},
    {COLUMN("lon", "number", cell_lon)},
    {COLUMN("hours", "string", cell_hours)},
    {COLUMN("best_months", "string", cell_months)},
    {COLUMN("fee_{}", "string", cell_text), MEMBER(place.fee), .about = "fee",
     .each = EACH_LANG},
    {COLUMN("free", "boolean", cell_free)},
    {COLUMN("phone", "string", cell_line), MEMBER(contact.phone)},
    {COLUMN("email", "string", cell_line), MEMBER(contact.email)},
    {COLUMN("line", "string", cell_line), MEMBER(contact.line)},
    {COLUMN("facebook", "string", cell_line), MEMBER(contact.facebook)},
    {COLUMN("tiktok", "string", cell_line), MEMBER(contact.tiktok)},
    {COLUMN("website", "string", cell_line), MEMBER(contact.website)},
    {COLUMN("otop_stars", "integer", cell_stars)},
    {COLUMN("access_checked", "date", cell_date), MEMBER(access.checked)},
    {COLUMN("access_by", "string", cell_by),
     .allowed = "lao province association visitor"},
    {COLUMN("access_method", "string", cell_method),
     .allowed = "measured seen reported document"},
    {COLUMN("access.{}", NULL, cell_feature), .about = "access", .each = EACH_STARTER},
    {COLUMN("access.{}.bound", "string", cell_bound), .about = "bound",
     .each = EACH_MEASURE, .allowed = "at_least at_most about"},
    {COLUMN("facilities", "string", cell_facilities)},
    {COLUMN("updated", "date", cell_date), MEMBER(updated)},
    {COLUMN("url_{}", "string", cell_address), .about = "url", .each = EACH_LANG},
    {COLUMN("demo", "boolean", cell_demo), .required = true},
};

static const struct column report_columns[] = {
    {COLUMN("lao", "string", cell_code), .about = "code", .required = true},
    {COLUMN("month", "yearmonth", cell_month), .required = true},
    {COLUMN("visitors", "integer", cell_visitors)},
    {COLUMN("income", "integer", cell_income)},
    {COLUMN("note", "string", cell_note)},
    {COLUMN("demo", "boolean", cell_demo), .required = true},
};

static const struct column coverage_columns[] = {
    LAO_COLUMNS,
    {COLUMN("website", "string", cell_website)},
    {COLUMN("state", "string", cell_state), .allowed = "published late warned held none",
     .required = true},
    {COLUMN("round.{}", "string", cell_in_round), .about = "in_round", .each = EACH_ROUND,
     .allowed = "on_time late undated missing", .required = true},
    {COLUMN("round", "string", cell_round)},
    {COLUMN("sent", "datetime", cell_sent),
     .format = "any"}, /* the default is UTC alone */
    {COLUMN("has_{}", "boolean", cell_has), .about = "has", .each = EACH_LANG},
    {COLUMN("access", "boolean", cell_stated), .about = "access_stated"},
    {COLUMN("starter", "integer", cell_starter)},
    {COLUMN("reports", "integer", cell_reports), .required = true},
    {COLUMN("demo", "boolean", cell_demo), .required = true},
};

static const struct column_table identities_table =
                                     COLUMN_TABLE("identities", identity_columns, "code"),
                                 reports_table =
                                     COLUMN_TABLE("reports", report_columns, "lao month"),
                                 coverage_table =
                                     COLUMN_TABLE("coverage", coverage_columns, "code");

const struct column_table *const column_tables[TABLE_COUNT] = {
    [TABLE_IDENTITIES] = &identities_table, [TABLE_REPORTS] = &reports_table,
    [TABLE_COVERAGE] = &coverage_table,     [TABLE_PROGRESS] = &progress_csv_table,
    [TABLE_ROUNDS] = &rounds_csv_table,     [TABLE_FIGURES] = &figures_csv_table,
};
