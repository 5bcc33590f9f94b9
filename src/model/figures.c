/* SPDX-License-Identifier: MIT */
/*
 * A table of sums, a row for each field, is filled report by report and then copied
 * without its empty cells. All that a sum counts is additive over LAOs, so that the total
 * is its fields' sum.
 *
 * An income is at most 10^12 baht (load_report.c) and the register has fewer than 10^6
 * keys: a fiscal year can pass 2^63 only when three quarters of them report the most
 * there is. Should it, there is no number, rather than a false one.
 */
#include "model/figures.h"

#include "base/pool.h"

enum { MONTHS_A_YEAR = 12, FISCAL_BEGINS = 10 };

int fiscal_year(struct date month)
{
    return month.year + (month.month >= FISCAL_BEGINS);
}

static int month_number(struct date month)
{
    return month.year * MONTHS_A_YEAR + month.month - 1;
}

static struct date month_of(int number)
{
    return (struct date){number / MONTHS_A_YEAR, number % MONTHS_A_YEAR + 1, 0};
}

const struct figure_period *figures_at(const struct figure_periods *periods,
                                       struct date period)
{
    for (size_t i = 0; i < periods->count; i++)
        if (!date_compare(periods->items[i].period, period))
            return &periods->items[i];
    return NULL;
}

/* ---- the table ---- */

/* Cells by row (field), period and kind: the months from `first`, and then the years from
 * `first_year`. */
struct table {
    struct figure_period *cells;
    bool *over; /* of each sum: it does not fit */
    size_t rows, months, years;
    int first, first_year;
};

/* From the first month to the last that any of them reports. */
static bool find_range(const struct laos *laos, struct date *first, struct date *last)
{
    bool any = false;
    for (size_t i = 0; i < laos->count; i++) {
        const struct lao *lao = laos->items[i];
        if (!lao->report_count)
            continue;
        struct date from = lao->reports[0]->month;
        struct date to = lao->reports[lao->report_count - 1]->month;
        *first = !any || date_compare(from, *first) < 0 ? from : *first;
        *last = !any || date_compare(to, *last) > 0 ? to : *last;
        any = true;
    }
    return any;
}

static struct table table_for(const struct laos *laos, size_t rows, struct arena *scratch)
{
    struct date first = {0}, last = {0};
    struct table table = {.rows = rows};
    if (!find_range(laos, &first, &last))
        return table;
    table.first = month_number(first);
    table.first_year = fiscal_year(first);
    table.months = (size_t)(month_number(last) - table.first + 1);
    table.years = (size_t)(fiscal_year(last) - table.first_year + 1);
    size_t count = rows * (table.months + table.years);
    table.cells = arena_many(scratch, count, struct figure_period);
    table.over = arena_many(scratch, count * FIGURE_KINDS, bool);
    return table;
}

static struct figure_period *row_at(const struct table *table, size_t row)
{
    return table->cells + row * (table->months + table->years);
}

/* ---- adding ---- */

static bool stated(const struct report *report, enum figure_kind kind, int64_t *figure)
{
    *figure = kind == VISITORS ? report->visitors : report->income;
    return kind == VISITORS ? report->has_visitors : report->has_income;
}

/* The same LAO's report of twelve months before; its reports are by month. */
static const struct report *year_before(const struct lao *lao, size_t at)
{
    int wanted = month_number(lao->reports[at]->month) - MONTHS_A_YEAR;
    while (at && month_number(lao->reports[at - 1]->month) >= wanted)
        at--;
    const struct report *found = lao->reports[at];
    return month_number(found->month) == wanted ? found : NULL;
}

/* What one LAO has added to a fiscal year so far: it counts once in it. */
struct counted {
    int year, pair_year;
};

static void add_sum(struct table *table, struct figure_period *cell,
                    enum figure_kind kind, const struct figure_sum *add)
{
    struct figure_sum *sum = &cell->of[kind];
    bool *over = &table->over[(size_t)(cell - table->cells) * FIGURE_KINDS + kind];
    *over = *over | __builtin_add_overflow(sum->sum, add->sum, &sum->sum) |
            __builtin_add_overflow(sum->now, add->now, &sum->now) |
            __builtin_add_overflow(sum->then, add->then, &sum->then);
    sum->laos += add->laos;
    sum->months += add->months;
    sum->pairs += add->pairs;
    sum->pair_months += add->pair_months;
}

static void add_figure(struct table *table, size_t row, const struct lao *lao, size_t at,
                       enum figure_kind kind, struct counted *counted)
{
    const struct report *report = lao->reports[at], *before = year_before(lao, at);
    struct figure_sum add = {.laos = 1, .months = 1};
    if (!stated(report, kind, &add.sum))
        return;
    if (before && stated(before, kind, &add.then)) {
        add.now = add.sum;
        add.pairs = add.pair_months = 1;
    } else {
        add.then = 0;
    }
    struct figure_period *cells = row_at(table, row);
    int year = fiscal_year(report->month);
    add_sum(table, &cells[month_number(report->month) - table->first], kind, &add);
    add.laos = counted->year != year;
    counted->year = year;
    if (add.pairs) {
        add.pairs = counted->pair_year != year;
        counted->pair_year = year;
    }
    add_sum(table, &cells[table->months + (size_t)(year - table->first_year)], kind,
            &add);
}

static void add_lao(struct table *table, size_t row, const struct lao *lao)
{
    struct counted counted[FIGURE_KINDS] = {0};
    for (size_t i = 0; i < lao->report_count; i++)
        for (enum figure_kind kind = 0; kind < FIGURE_KINDS; kind++)
            add_figure(table, row, lao, i, kind, &counted[kind]);
}

/* The first row is the sum of those behind it. */
static void add_rows(struct table *table)
{
    size_t cells = table->months + table->years;
    for (size_t i = cells; i < table->rows * cells; i++)
        for (enum figure_kind kind = 0; kind < FIGURE_KINDS; kind++) {
            add_sum(table, &table->cells[i % cells], kind, &table->cells[i].of[kind]);
            table->over[i % cells * FIGURE_KINDS + kind] |=
                table->over[i * FIGURE_KINDS + kind];
        }
}

/* ---- what is left of it ---- */

static void forget_overflows(struct table *table)
{
    size_t count = table->rows * (table->months + table->years) * FIGURE_KINDS;
    for (size_t i = 0; i < count; i++)
        if (table->over[i])
            table->cells[i / FIGURE_KINDS].of[i % FIGURE_KINDS] = (struct figure_sum){0};
}

static bool is_stated(const struct figure_period *cell)
{
    return cell->of[VISITORS].laos || cell->of[INCOME].laos;
}

static struct figure_periods stated_only(const struct figure_period *cells, size_t count,
                                         struct arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        kept += is_stated(&cells[i]);
    struct figure_period *items = arena_many(arena, kept, struct figure_period);
    struct figure_periods periods = {items, kept};
    for (size_t i = 0; i < count; i++)
        if (is_stated(&cells[i]))
            *items++ = cells[i];
    return periods;
}

static struct figures figures_of_row(const struct table *table, size_t row, size_t laos,
                                     struct arena *arena)
{
    struct figure_period *cells = row_at(table, row);
    for (size_t i = 0; i < table->months; i++)
        cells[i].period = month_of(table->first + (int)i);
    for (size_t i = 0; i < table->years; i++)
        cells[table->months + i].period.year = table->first_year + (int)i;
    return (struct figures){
        .laos = laos,
        .months = stated_only(cells, table->months, arena),
        .years = stated_only(cells + table->months, table->years, arena),
    };
}

/* ---- any set of LAOs ---- */

struct figures figures_over(const struct laos *laos, struct arena *arena)
{
    struct arena scratch = {0};
    struct table table = table_for(laos, 1, &scratch);
    for (size_t i = 0; i < laos->count; i++)
        add_lao(&table, 0, laos->items[i]);
    forget_overflows(&table);
    struct figures figures = figures_of_row(&table, 0, laos->count, arena);
    arena_release(&scratch);
    return figures;
}

struct place_figures figures_by_field(const struct laos *laos, size_t categories,
                                      struct arena *arena)
{
    struct arena scratch = {0};
    size_t fields = categories + 1, *counts = arena_many(&scratch, fields, size_t);
    struct table table = table_for(laos, 1 + fields, &scratch);
    for (size_t i = 0; i < laos->count; i++) {
        const struct lao *lao = laos->items[i];
        size_t field = lao->published ? lao->identity->category->index : categories;
        counts[field]++;
        add_lao(&table, 1 + field, lao);
    }
    add_rows(&table);
    forget_overflows(&table);
    struct figures *by_field = arena_many(arena, fields, struct figures);
    for (size_t i = 0; i < fields; i++)
        by_field[i] = figures_of_row(&table, 1 + i, counts[i], arena);
    struct place_figures figures = {figures_of_row(&table, 0, laos->count, arena),
                                    by_field, fields};
    arena_release(&scratch);
    return figures;
}

/* ---- every place ---- */

/* A place to fill: its LAOs, and where its figures go. */
struct job {
    struct laos laos;
    const struct place_figures **into;
    bool by_field;
};
struct jobs LIST_OF(struct job);

struct filling {
    struct jobs jobs;
    size_t categories;
    struct arena *arenas; /* one per worker */
};

static void fill_place(void *context, size_t index, unsigned worker)
{
    struct filling *filling = context;
    struct job *job = &filling->jobs.items[index];
    struct arena *arena = &filling->arenas[worker];
    struct place_figures *figures = arena_new(arena, struct place_figures);
    if (job->by_field)
        *figures = figures_by_field(&job->laos, filling->categories, arena);
    else
        figures->all = figures_over(&job->laos, arena);
    *job->into = figures;
}

static struct laos laos_of(const struct provinces *provinces, struct arena *scratch)
{
    struct laos laos = {0};
    for (size_t i = 0; i < provinces->count; i++)
        for (size_t k = 0; k < provinces->items[i]->laos.count; k++)
            *list_push(&laos, scratch) = provinces->items[i]->laos.items[k];
    return laos;
}

static struct laos laos_apart(const struct province *province, struct arena *scratch)
{
    struct laos laos = {0};
    for (size_t i = 0; i < province->laos.count; i++)
        if (!province->laos.items[i]->district)
            *list_push(&laos, scratch) = province->laos.items[i];
    return laos;
}

/* The largest first, so that no thread begins it last. */
static struct jobs list_places(struct site *site, struct arena *scratch)
{
    struct jobs jobs = {0};
    *list_push(&jobs, scratch) = (struct job){site->laos, &site->figures, true};
    for (size_t i = 0; i < site->regions.count; i++)
        *list_push(&jobs, scratch) =
            (struct job){laos_of(&site->regions.items[i]->provinces, scratch),
                         &site->regions.items[i]->figures, true};
    for (size_t i = 0; i < site->clusters.count; i++)
        *list_push(&jobs, scratch) =
            (struct job){laos_of(&site->clusters.items[i]->provinces, scratch),
                         &site->clusters.items[i]->figures, true};
    for (size_t i = 0; i < site->provinces.count; i++) {
        struct province *province = site->provinces.items[i];
        *list_push(&jobs, scratch) =
            (struct job){province->laos, &province->figures, true};
        *list_push(&jobs, scratch) =
            (struct job){laos_apart(province, scratch), &province->figures_apart, false};
    }
    for (size_t i = 0; i < site->districts.count; i++)
        *list_push(&jobs, scratch) = (struct job){
            site->districts.items[i]->laos, &site->districts.items[i]->figures, false};
    return jobs;
}

void figures_fill(struct site *site, unsigned threads, struct arena *arena)
{

    struct arena scratch = {0}, arenas[POOL_THREADS_MAX] = {0};
    unsigned workers = threads < POOL_THREADS_MAX ? threads : POOL_THREADS_MAX;
    struct filling filling = {list_places(site, &scratch),
                              site->vocabulary.categories.count, arenas};
    pool_each(workers, filling.jobs.count, fill_place, &filling);
    for (size_t i = 0; i < POOL_THREADS_MAX; i++)
        arena_join(arena, &arenas[i]);
    arena_release(&scratch);
}
