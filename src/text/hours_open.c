/* SPDX-License-Identifier: MIT */
#include "text/hours_open.h"

#include "base/buf.h"

enum { DAYS = 7, MONTHS = 12, DAY_MINUTES = 24 * 60 };

/* The months from 0 that a rule speaks of. */
static bool has_month(const struct hours_rule *rule, int month)
{
    int from = rule->month_from - 1, to = rule->month_to - 1;
    if (from < 0)
        return true;
    return from <= to ? from <= month && month <= to : month >= from || month <= to;
}

/* The days of each month on which rule `at` holds: those that no later rule takes. */
static void days_held(const struct hours *hours, size_t at, unsigned days[MONTHS])
{
    for (int month = 0; month < MONTHS; month++) {
        days[month] = has_month(&hours->rules[at], month) ? hours->rules[at].days : 0;
        for (size_t i = at + 1; i < hours->rule_count; i++)
            if (has_month(&hours->rules[i], month))
                days[month] &= ~hours->rules[i].days;
    }
}

static int closing(struct hours_span span)
{
    return span.closes + (span.closes < span.opens ? DAY_MINUTES : 0);
}

static void put_spans(struct buf *out, const struct hours_rule *rule)
{
    for (size_t i = 0; i < rule->span_count; i++) {
        struct hours_span span = rule->spans[i];
        buf_format(out, "%c%d-%d", i ? ',' : '=', span.opens, closing(span));
    }
}

/* A sign for each bit of a set; none for all of them. */
static void put_signs(struct buf *out, char first, unsigned set, int count)
{
    for (int i = 0; set != (1u << count) - 1 && i < count; i++)
        if (set >> i & 1)
            buf_putc(out, (char)(first + i));
}

/* One part for all months in which the rule holds on the same days. */
static void put_parts(struct buf *out, const struct hours_rule *rule, unsigned days[MONTHS])
{
    for (int first = 0; first < MONTHS; first++) {
        unsigned same = days[first], months = 0;
        if (!same)
            continue;
        for (int month = first; month < MONTHS; month++)
            if (days[month] == same) {
                months |= 1u << month;
                days[month] = 0;
            }
        if (out->len)
            buf_putc(out, ' ');
        put_signs(out, 'a', months, MONTHS);
        put_signs(out, '0', same, DAYS);
        put_spans(out, rule);
    }
}

static bool overlap(const struct hours_rule *a, const struct hours_rule *b)
{
    for (size_t i = 0; i < a->span_count; i++)
        for (size_t j = 0; j < b->span_count; j++)
            if (a->spans[i].opens < closing(b->spans[j])
                && b->spans[j].opens < closing(a->spans[i]))
                return true;
    return false;
}

/* Other hours on a day that an earlier rule has as well ("Mo-Fr 08:00-12:00; Mo 13:00-16:00"):
 * instead of those by the grammar, besides them for readers, who see both. */
static bool adds_to(const struct hours_rule *later, const struct hours_rule *earlier)
{
    bool meet = false;
    for (int month = 0; month < MONTHS; month++)
        meet |= has_month(later, month) && has_month(earlier, month);
    return meet && later->days & earlier->days && !later->off && !overlap(later, earlier);
}

static bool is_held(const struct hours *hours, size_t at)
{
    unsigned days[MONTHS], any = 0;
    days_held(hours, at, days);
    for (int month = 0; month < MONTHS; month++)
        any |= days[month];
    return any != 0;
}

/* Rules that are told by their spans alone, each on some day, where no other adds to it. */
static bool is_plain(const struct hours *hours)
{
    const struct hours_rule *rules = hours->rules;
    for (size_t i = 0; i < hours->rule_count; i++) {
        if (rules[i].off)
            continue;
        if (rules[i].comment.len || !is_held(hours, i))
            return false;
        for (size_t j = i + 1; j < hours->rule_count; j++)
            if (adds_to(&rules[j], &rules[i]))
                return false;
    }
    return true;
}

struct str hours_open(const struct hours *hours, struct arena *arena)
{
    if (!hours || !is_plain(hours))
        return STR("");
    if (hours->always)
        return STR("=0-1440");
    struct buf out = {0};
    for (size_t i = 0; i < hours->rule_count; i++) {
        unsigned days[MONTHS];
        days_held(hours, i, days);
        if (!hours->rules[i].off)
            put_parts(&out, &hours->rules[i], days);
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}
