/* SPDX-License-Identifier: MIT */
/* The columns of progress.csv and rounds.csv: sums, as the pages of progress show them.
 */
#include <stddef.h>

#include "base/number.h"
#include "view/column.h"
#include "view/places.h"

/* ---- the place ---- */

static struct str cell_level(const struct cell *cell)
{
    return place_level_names[cell->place->level];
}

static struct str cell_code(const struct cell *cell)
{
    return cell->place->code;
}

static struct str cell_name(const struct cell *cell)
{
    return cell->place->name.in[cell->nth];
}

static struct str cell_demo(const struct cell *cell)
{
    return cell->view->site->settings.demo ? STR("true") : STR("false");
}

/* ---- sums: members of its coverage, by their offset ---- */

static struct str sum(size_t count, const struct cell *cell)
{
    return number_plain((int64_t)count, cell->arena);
}

/* The nth of those that begin there; a column that is there once has the first. */
static struct str cell_sum(const struct cell *cell)
{
    const char *coverage = (const char *)cell->place->coverage;
    return sum(((const size_t *)(coverage + cell->column->at))[cell->nth], cell);
}

static struct str cell_published(const struct cell *cell)
{
    return sum(coverage_published(cell->place->coverage), cell);
}

static struct str cell_field(const struct cell *cell)
{
    return sum(cell->place->coverage->fields[cell->nth], cell);
}

static struct str cell_starter_of(const struct cell *cell)
{
    return sum(coverage_published(cell->place->coverage) *
                   coverage_starters(&cell->view->site->vocabulary),
               cell);
}

/* ---- rounds: `at` is the state's place among those of the round ---- */

static struct str cell_in_round(const struct cell *cell)
{
    return sum(cell->place->coverage->rounds[cell->round][cell->column->at], cell);
}

static struct str cell_round(const struct cell *cell)
{
    return cell->view->site->settings.rounds.items[cell->round].id;
}

static struct str cell_due(const struct cell *cell)
{
    struct date due = cell->view->site->settings.rounds.items[cell->round].due;
    return date_is_none(due) ? STR("") : date_iso(due, cell->arena);
}

/* ---- the tables ---- */

#define COUNT(name_, cell_) COLUMN(name_, "integer", cell_), .required = true
#define SUM(name_, member_)                                                              \
    COUNT(name_, cell_sum), .at = offsetof(struct coverage, member_)
#define IN_ROUND(name_, state_) COUNT(name_, cell_in_round), .at = (state_)

#define PLACE_COLUMNS                                                                    \
    {COLUMN("level", "string", cell_level), .required = true,                            \
     .allowed = "country region cluster province district apart"},                       \
    {                                                                                    \
        COLUMN("code", "string", cell_code), .required = true, .about = "place_code"     \
    }

static const struct column progress_columns[] = {
    PLACE_COLUMNS,
    {COLUMN("name_{}", "string", cell_name), .about = "place_name", .each = EACH_LANG},
    {SUM("laos", laos)},
    {COUNT("published", cell_published)},
    {SUM("state_published", states[STATE_PUBLISHED])},
    {SUM("state_late", states[STATE_LATE])},
    {SUM("state_warned", states[STATE_WARNED])},
    {SUM("state_held", states[STATE_HELD])},
    {SUM("state_none", states[STATE_NONE])},
    {COUNT("field_{}", cell_field), .about = "field", .each = EACH_FIELD},
    {SUM("in_{}", translated), .about = "in", .each = EACH_LANG},
    {SUM("access", access), .about = "access_sum"},
    {SUM("starter", starter), .about = "starter_sum"},
    {COUNT("starter_of", cell_starter_of)},
    {SUM("photos", photos)},
    {SUM("figures", figures), .figures = true},
    {COLUMN("demo", "boolean", cell_demo), .required = true},
};

static const struct column round_columns[] = {
    PLACE_COLUMNS,
    {COLUMN("round", "string", cell_round), .required = true, .about = "round_id"},
    {COLUMN("due", "date", cell_due)},
    {SUM("laos", laos)},
    {IN_ROUND("on_time", ROUND_ON_TIME)},
    {IN_ROUND("late", ROUND_LATE)},
    {IN_ROUND("undated", ROUND_UNDATED)},
    {IN_ROUND("missing", ROUND_MISSING)},
    {COLUMN("demo", "boolean", cell_demo), .required = true},
};

const struct column_table progress_csv_table =
                              COLUMN_TABLE("progress", progress_columns, "level code"),
                          rounds_csv_table =
                              COLUMN_TABLE("rounds", round_columns, "level code round");
