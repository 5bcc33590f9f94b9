/* SPDX-License-Identifier: MIT */
/*
 * A parser by recursive descent, one function per line of the grammar in hours.h. A
 * function that fails leaves the cursor at the sign that it could not read; one that
 * finds that its part is not there at all leaves the cursor where it was and the rule
 * untouched.
 */
#include "text/hours.h"

#include <string.h>

enum { DAYS = 7, MONTHS = 12, DAY_MINUTES = 24 * 60, ALL_DAYS = 0x7f };

struct cursor {
    struct str text;
    size_t at;
    struct arena *arena;
};

static const struct str day_names[DAYS] = {
    STR_CONST("Mo"), STR_CONST("Tu"), STR_CONST("We"), STR_CONST("Th"),
    STR_CONST("Fr"), STR_CONST("Sa"), STR_CONST("Su"),
};

static const struct str month_names[MONTHS] = {
    STR_CONST("Jan"), STR_CONST("Feb"), STR_CONST("Mar"), STR_CONST("Apr"),
    STR_CONST("May"), STR_CONST("Jun"), STR_CONST("Jul"), STR_CONST("Aug"),
    STR_CONST("Sep"), STR_CONST("Oct"), STR_CONST("Nov"), STR_CONST("Dec"),
};

static const struct str closed_name = STR_CONST("off");

static struct str rest_of(const struct cursor *cursor)
{
    return str_skip(cursor->text, cursor->at);
}

static void skip_blanks(struct cursor *cursor)
{
    while (cursor->at < cursor->text.len && cursor->text.ptr[cursor->at] == ' ')
        cursor->at++;
}

static bool at_end(const struct cursor *cursor)
{
    return cursor->at == cursor->text.len;
}

static bool take(struct cursor *cursor, struct str sign)
{
    if (!str_starts(rest_of(cursor), sign))
        return false;
    cursor->at += sign.len;
    skip_blanks(cursor);
    return true;
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The index of the name at the cursor, or -1. A longer word is not a name: "Monday". */
static int take_name(struct cursor *cursor, const struct str *names, int count)
{
    struct str rest = rest_of(cursor);
    for (int i = 0; i < count; i++) {
        size_t len = names[i].len;
        if (str_starts(rest, names[i]) && !(rest.len > len && is_letter(rest.ptr[len]))) {
            take(cursor, names[i]);
            return i;
        }
    }
    return -1;
}

/* name ["-" name]; *to is *from when there is one only. False: a "-" with no name behind.
 */
static bool take_range(struct cursor *cursor, const struct str *names, int count,
                       int *from, int *to)
{
    *from = *to = take_name(cursor, names, count);
    if (*from < 0 || !take(cursor, STR("-")))
        return true;
    *to = take_name(cursor, names, count);
    return *to >= 0;
}

static bool take_months(struct cursor *cursor, struct hours_rule *rule)
{
    int from, to;
    if (!take_range(cursor, month_names, MONTHS, &from, &to))
        return false;
    rule->month_from = from + 1;
    rule->month_to = to + 1;
    return true;
}

static unsigned days_between(int from, int to)
{
    unsigned days = 1u << to;
    for (int day = from; day != to; day = (day + 1) % DAYS)
        days |= 1u << day;
    return days;
}

/* range ("," range)*, or nothing. */
static bool take_days(struct cursor *cursor, struct hours_rule *rule)
{
    do {
        int from, to;
        if (!take_range(cursor, day_names, DAYS, &from, &to))
            return false;
        if (from < 0)
            return rule->days == 0; /* none at all, or none after a comma */
        rule->days |= days_between(from, to);
    } while (take(cursor, STR(",")));
    return true;
}

static bool is_digit_at(const struct cursor *cursor, size_t at)
{
    return at < cursor->text.len && char_is_digit(cursor->text.ptr[at]);
}

static int digit_at(const struct cursor *cursor, size_t at)
{
    return cursor->text.ptr[at] - '0';
}

/* H:MM or HH:MM up to 24:00, in minutes; -1 with the cursor where it was. */
static int take_time(struct cursor *cursor)
{
    size_t at = cursor->at;
    if (!is_digit_at(cursor, at))
        return -1;
    int hour = digit_at(cursor, at++);
    if (is_digit_at(cursor, at))
        hour = hour * 10 + digit_at(cursor, at++);
    bool whole = at < cursor->text.len && cursor->text.ptr[at] == ':' &&
                 is_digit_at(cursor, at + 1) && is_digit_at(cursor, at + 2) &&
                 !is_digit_at(cursor, at + 3);
    if (!whole)
        return -1;
    int minute = digit_at(cursor, at + 1) * 10 + digit_at(cursor, at + 2);
    int time = hour * 60 + minute;
    if (minute > 59 || time > DAY_MINUTES)
        return -1;
    cursor->at = at + 3;
    skip_blanks(cursor);
    return time;
}

static bool take_span(struct cursor *cursor, struct hours_rule *rule)
{
    size_t start = cursor->at;
    struct hours_span span = {0};
    span.opens = rule->span_count < HOURS_SPANS_MAX ? take_time(cursor) : -1;
    if (span.opens < 0 || !take(cursor, STR("-")))
        return false;
    size_t closing = cursor->at;
    span.closes = take_time(cursor);
    bool closes = span.closes >= 0 && span.closes != span.opens;
    if (!closes || span.opens == DAY_MINUTES) {
        cursor->at = closes ? start : closing;
        return false;
    }
    rule->spans[rule->span_count++] = span;
    return true;
}

static bool take_spans(struct cursor *cursor, struct hours_rule *rule)
{
    do
        if (!take_span(cursor, rule))
            return false;
    while (take(cursor, STR(",")));
    return true;
}

/* A quoted text that is not empty. */
static bool take_comment(struct cursor *cursor, struct hours_rule *rule)
{
    struct str rest = str_skip(rest_of(cursor), 1);
    struct cut cut = str_cut(rest, '"');
    struct str comment = str_trim(cut.head);
    if (!cut.ok || !comment.len)
        return false;
    rule->comment = str_copy(comment, cursor->arena);
    cursor->at += cut.head.len + 2;
    skip_blanks(cursor);
    return true;
}

static bool at_quote(const struct cursor *cursor)
{
    return !at_end(cursor) && cursor->text.ptr[cursor->at] == '"';
}

static bool take_rule(struct cursor *cursor, struct hours_rule *rule)
{
    if (!take_months(cursor, rule) || !take_days(cursor, rule))
        return false;
    rule->all_days = rule->days == 0;
    if (rule->all_days)
        rule->days = ALL_DAYS;
    rule->off = take_name(cursor, &closed_name, 1) == 0;
    if (!rule->off && !at_quote(cursor) && !take_spans(cursor, rule))
        return false;
    return !at_quote(cursor) || take_comment(cursor, rule);
}

static bool take_rules(struct cursor *cursor, struct hours_rule *rules, size_t *count)
{
    do {
        if (*count == HOURS_RULES_MAX || !take_rule(cursor, &rules[(*count)++]))
            return false;
    } while (take(cursor, STR(";")));
    return at_end(cursor);
}

static struct hours *make_hours(const struct hours_rule *rules, size_t count,
                                struct arena *arena)
{
    struct hours *hours = arena_new(arena, struct hours);
    struct hours_rule *copy = arena_many(arena, count, struct hours_rule);
    if (count)
        memcpy(copy, rules, count * sizeof(*rules));
    *hours = (struct hours){.always = count == 0, .rules = copy, .rule_count = count};
    return hours;
}

struct hours_read hours_parse(struct str text, struct arena *arena)
{
    struct cursor cursor = {text, 0, arena};
    struct hours_rule rules[HOURS_RULES_MAX] = {0};
    size_t count = 0;
    skip_blanks(&cursor);
    bool always = take(&cursor, STR("24/7"));
    if (always ? at_end(&cursor) : take_rules(&cursor, rules, &count))
        return (struct hours_read){make_hours(rules, count, arena), text.len};
    return (struct hours_read){NULL, cursor.at};
}
