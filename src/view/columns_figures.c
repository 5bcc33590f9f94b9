/* SPDX-License-Identifier: MIT */
/* The columns of figures.csv: sums with what they cover. A sum that nobody stated is
 * empty. */
#include "base/number.h"
#include "model/figures.h"
#include "view/column.h"
#include "view/places.h"

static const struct figure_sum *sum_of(const struct cell *cell)
{
    return &cell->figure->period->of[cell->column->at];
}

static struct str cell_level(const struct cell *cell)
{
    return place_level_names[cell->figure->place->level];
}

static struct str cell_place(const struct cell *cell)
{
    return cell->figure->place->code;
}

static struct str cell_name(const struct cell *cell)
{
    return cell->figure->place->name.in[cell->nth];
}

static struct str cell_period(const struct cell *cell)
{
    struct date period = cell->figure->period->period;
    if (period.month)
        return date_iso(period, cell->arena);
    return str_format(cell->arena, "FY%d", date_buddhist_year(period.year));
}

static struct str cell_field(const struct cell *cell)
{
    return cell->figure->field;
}

static struct str cell_laos(const struct cell *cell)
{
    return number_plain((int64_t)cell->figure->figures->laos, cell->arena);
}

static struct str number_if(bool stated, int64_t number, const struct cell *cell)
{
    return stated ? number_plain(number, cell->arena) : STR("");
}

static struct str cell_sum(const struct cell *cell)
{
    return number_if(sum_of(cell)->laos > 0, sum_of(cell)->sum, cell);
}

static struct str cell_covered(const struct cell *cell)
{
    return number_plain(sum_of(cell)->laos, cell->arena);
}

static struct str cell_now(const struct cell *cell)
{
    return number_if(sum_of(cell)->pairs > 0, sum_of(cell)->now, cell);
}

static struct str cell_then(const struct cell *cell)
{
    return number_if(sum_of(cell)->pairs > 0, sum_of(cell)->then, cell);
}

static struct str cell_pairs(const struct cell *cell)
{
    return number_plain(sum_of(cell)->pairs, cell->arena);
}

#define KIND(kind_, name_)                                                               \
    {name_, "integer", cell_sum, .about = "sum_" name_, .at = (kind_)},                  \
        {name_ "_laos",      "integer",     cell_covered,                                \
         .about = "covered", .at = (kind_), .required = true},                           \
        {name_ "_both_before", "integer", cell_then, .about = "both_before",             \
         .at = (kind_)},                                                                 \
        {name_ "_both", "integer", cell_now, .about = "both", .at = (kind_)},            \
    {                                                                                    \
        name_ "_both_laos", "integer", cell_pairs, .about = "both_laos", .at = (kind_),  \
                                                   .required = true                      \
    }

static const struct column columns[] = {
    {"level", "string", cell_level, .required = true,
     .allowed = "country region cluster province district"},
    {"code", "string", cell_place, .about = "place_code", .required = true},
    {"name_{}", "string", cell_name, .about = "place_name", .each = EACH_LANG},
    {"period", "string", cell_period, .required = true},
    {"field", "string", cell_field, .about = "figure_field"},
    KIND(VISITORS, "visitors"),
    KIND(INCOME, "income"),
    {"laos", "integer", cell_laos, .about = "figure_laos", .required = true},
};

/* No key: `field` is empty for all fields together. */
const struct column_table figures_csv_table = COLUMN_TABLE("figures", columns, NULL);
