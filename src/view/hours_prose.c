/* SPDX-License-Identifier: MIT */
#include "view/hours_prose.h"

#include "base/number.h"


enum { DAYS = 7, ALL_DAYS = 0x7f };

static const struct slot spec_day_slots[] = {
    SLOT(spec_day_view, name, VALUE_TEXT),
    SLOT(spec_day_view, first, VALUE_BOOL),
};
static const struct shape spec_day_shape = SHAPE("day", spec_day_view, spec_day_slots);

static const struct slot spec_slots[] = {
    SLOT_OF(spec_view, days, VALUE_LIST, &spec_day_shape),
    SLOT(spec_view, opens, VALUE_TEXT),
    SLOT(spec_view, closes, VALUE_TEXT),
    SLOT(spec_view, first, VALUE_BOOL),
};
const struct shape spec_shape = SHAPE("hours", spec_view, spec_slots);

/* ---- sentences ---- */

static struct str day_name(const struct words *words, size_t day)
{
    static const char *const keys[DAYS] = {"day.1", "day.2", "day.3", "day.4",
                                           "day.5", "day.6", "day.7"};
    return words_get(words, keys[day]);
}

/* The last day of the run that starts at `from`. */
static size_t run_end(unsigned days, size_t from)
{
    size_t to = from;
    while (to + 1 < DAYS && days & 1u << (to + 1))
        to++;
    return to;
}

/* "จันทร์–ศุกร์ และอาทิตย์" */
static struct str days_text(const struct words *words, const struct hours_rule *rule,
                            struct arena *arena)
{
    if (rule->all_days || rule->days == ALL_DAYS)
        return words_get(words, "hours.every_day");
    struct str runs[DAYS];
    size_t count = 0;
    for (size_t day = 0; day < DAYS; day++) {
        if (!(rule->days & 1u << day))
            continue;
        size_t to = run_end(rule->days, day);
        runs[count++] = to == day ? day_name(words, day)
                                  : words_fill(words, "hours.range", arena,
                                               {"from", day_name(words, day)},
                                               {"to", day_name(words, to)});
        day = to;
    }
    return words_and(words, runs, count, arena);
}

static struct str span_text(const struct words *words, struct hours_span span,
                            struct arena *arena)
{
    return words_fill(words, "hours.span", arena,
                      {"opens", words_time(words, span.opens, arena)},
                      {"closes", words_time(words, span.closes, arena)});
}

static struct str times_text(const struct words *words, const struct hours_rule *rule,
                             struct arena *arena)
{
    if (rule->off)
        return words_get(words, "hours.closed");
    struct str spans[HOURS_SPANS_MAX];
    for (size_t i = 0; i < rule->span_count; i++)
        spans[i] = span_text(words, rule->spans[i], arena);
    return words_and(words, spans, rule->span_count, arena);
}

static struct str months_text(const struct words *words, const struct hours_rule *rule,
                              struct arena *arena)
{
    if (!rule->month_from)
        return STR("");
    struct str from = words_month_name(words, rule->month_from);
    if (rule->month_from == rule->month_to)
        return from;
    return words_fill(words, "hours.range", arena, {"from", from},
                      {"to", words_month_name(words, rule->month_to)});
}

static struct str rule_text(const struct words *words, const struct hours_rule *rule,
                            struct arena *arena)
{
    struct str parts[4];
    size_t count = 0;
    const struct str all[] = {months_text(words, rule, arena),
                              days_text(words, rule, arena),
                              times_text(words, rule, arena), rule->comment};
    for (size_t i = 0; i < sizeof(all) / sizeof(*all); i++)
        if (all[i].len)
            parts[count++] = all[i];
    return str_join(parts, count, STR(" "), arena);
}

struct value hours_lines(const struct words *words, const struct hours *hours,
                         struct arena *arena)
{
    if (!hours)
        return (struct value){0};
    size_t count = hours->always ? 1 : hours->rule_count;
    struct value *lines = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++)
        lines[i] = value_text(hours->always ? words_get(words, "hours.always")
                                            : rule_text(words, &hours->rules[i], arena));
    return value_list(lines, count);
}

/* ---- schema.org ---- */

static struct value spec_days(unsigned days, struct arena *arena)
{
    static const char *const names[DAYS] = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                            "Friday", "Saturday", "Sunday"};
    struct value *values = arena_many(arena, DAYS, struct value);
    size_t count = 0;
    for (size_t day = 0; day < DAYS; day++) {
        if (!(days & 1u << day))
            continue;
        struct spec_day_view *v = value_struct(spec_day_view, arena);
        v->name = value_text(str_from(names[day]));
        v->first = value_bool(count == 0);
        values[count++] = value_map(v, &spec_day_shape);
    }
    return value_list(values, count);
}

static struct value clock_text(int minutes, struct arena *arena)
{
    enum { DAY_MINUTES = 24 * 60 };
    if (minutes == DAY_MINUTES)
        return value_text(STR("23:59"));
    return value_text(str_cat(arena, number_padded((unsigned)minutes / 60, 2, arena), STR(":"),
                              number_padded((unsigned)minutes % 60, 2, arena)));
}

static struct value spec(unsigned days, struct hours_span span, bool first,
                         struct arena *arena)
{
    struct spec_view *v = value_struct(spec_view, arena);
    v->days = spec_days(days, arena);
    v->opens = clock_text(span.opens, arena);
    v->closes = clock_text(span.closes, arena);
    v->first = value_bool(first);
    return value_map(v, &spec_shape);
}

/* A later rule takes the days that it names, to close them too. */
static unsigned days_of(const struct hours *hours, size_t at)
{
    unsigned days = hours->rules[at].days;
    for (size_t i = at + 1; i < hours->rule_count; i++)
        if (!hours->rules[i].month_from)
            days &= ~hours->rules[i].days;
    return days;
}

/* Seasons have no date of a year, so a rule with months is left to the prose. */
struct value hours_specs(const struct hours *hours, struct arena *arena)
{
    if (!hours)
        return (struct value){0};
    LIST(struct value) specs = {0};
    if (hours->always)
        *list_push(&specs, arena) =
            spec(ALL_DAYS, (struct hours_span){0, 24 * 60 - 1}, true, arena);
    for (size_t i = 0; i < hours->rule_count; i++) {
        const struct hours_rule *rule = &hours->rules[i];
        unsigned days = days_of(hours, i);
        if (rule->off || rule->month_from || !days)
            continue;
        for (size_t s = 0; s < rule->span_count; s++) {
            bool first = specs.count == 0;
            *list_push(&specs, arena) = spec(days, rule->spans[s], first, arena);
        }
    }
    return value_list(specs.items, specs.count);
}
