/* SPDX-License-Identifier: MIT */
#include "view/data.h"

#include "base/buf.h"
#include "base/number.h"

struct said_view {
    struct value lang, text, comma;
};
static const struct slot said_slots[] = {
    SLOT(said_view, lang, VALUE_TEXT),
    SLOT(said_view, text, VALUE_TEXT),
    SLOT(said_view, comma, VALUE_BOOL),
};
static const struct shape said_shape = SHAPE("said", said_view, said_slots);
ALL_SHAPE(data_texts_shape, "texts", said_shape);

struct item_view {
    struct value text, comma;
};
static const struct slot item_slots[] = {
    SLOT(item_view, text, VALUE_TEXT),
    SLOT(item_view, comma, VALUE_BOOL),
};
static const struct shape item_shape = SHAPE("item", item_view, item_slots);
ALL_SHAPE(data_list_shape, "list", item_shape);

struct value data_all(const struct value *items, size_t count, const struct shape *shape,
                      struct arena *arena)
{
    if (!count)
        return (struct value){0};
    struct all_view *v = value_struct(all_view, arena);
    v->all = value_list(items, count);
    return value_map(v, shape);
}

struct value data_texts(const struct site *site, const struct text *text,
                        struct arena *arena)
{
    size_t said = 0, count = 0;
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        said += text->in[lang].len > 0;
    struct value *items = arena_many(arena, said, struct value);
    struct said_view *all = arena_many(arena, said, struct said_view);
    for (unsigned lang = 0; lang < site->lang_count; lang++) {
        if (!text->in[lang].len)
            continue;
        struct said_view *v = &all[count];
        v->lang = value_text(site->langs[lang]);
        v->text = value_text(text->in[lang]);
        v->comma = value_bool(count > 0);
        items[count++] = value_map(v, &said_shape);
    }
    return data_all(items, count, &data_texts_shape, arena);
}

struct value data_list(const struct str *texts, size_t count, struct arena *arena)
{
    struct value *items = arena_many(arena, count, struct value);
    struct item_view *v = arena_many(arena, count, struct item_view);
    for (size_t i = 0; i < count; i++, v++) {
        v->text = value_text(texts[i]);
        v->comma = value_bool(i > 0);
        items[i] = value_map(v, &item_shape);
    }
    return data_all(items, count, &data_list_shape, arena);
}

struct value data_addresses(const struct site *site, const struct lao *lao,
                            struct arena *arena)
{
    struct text addresses = {0};
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        addresses.in[lang] =
            link_absolute(site, path_entry(site, lang, lao, arena), arena);
    return data_texts(site, &addresses, arena);
}

struct str data_degrees(double degrees, struct arena *arena)
{
    struct str text = number_decimal(degrees, NUMBER_DECIMALS_MAX, arena);
    while (str_ends(text, STR("0")))
        text.len--;
    if (str_ends(text, STR(".")))
        text.len--;
    return text;
}

/* ---- opening hours ---- */

/* "Jan" or "Jan-Mar", from a table of names. */
static void put_range(struct buf *out, const char *const names[], unsigned from,
                      unsigned to)
{
    buf_put(out, str_from(names[from]));
    if (to == from)
        return;
    buf_putc(out, '-');
    buf_put(out, str_from(names[to]));
}

static void put_months(struct buf *out, const struct hours_rule *rule)
{
    static const char *const names[] = {"",    "Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (!rule->month_from)
        return;
    put_range(out, names, (unsigned)rule->month_from, (unsigned)rule->month_to);
    buf_putc(out, ' ');
}

/* Neighbouring days as a range: "Mo-Fr,Su". */
static void put_days(struct buf *out, const struct hours_rule *rule)
{
    static const char *const names[] = {"Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"};
    if (rule->all_days)
        return;
    const char *comma = "";
    for (unsigned day = 0; day < 7; day++) {
        unsigned from = day;
        if (!(rule->days >> day & 1))
            continue;
        while (day < 6 && rule->days >> (day + 1) & 1)
            day++;
        buf_put(out, str_from(comma));
        put_range(out, names, from, day);
        comma = ",";
    }
    buf_putc(out, ' ');
}

static void put_time(struct buf *out, int minutes, struct arena *arena)
{
    buf_put(out, number_padded((unsigned)minutes / 60, 2, arena));
    buf_putc(out, ':');
    buf_put(out, number_padded((unsigned)minutes % 60, 2, arena));
}

static void put_spans(struct buf *out, const struct hours_rule *rule, struct arena *arena)
{
    for (size_t i = 0; i < rule->span_count; i++) {
        if (i)
            buf_putc(out, ',');
        put_time(out, rule->spans[i].opens, arena);
        buf_putc(out, '-');
        put_time(out, rule->spans[i].closes, arena);
    }
    if (rule->off)
        buf_put(out, STR("off"));
    if (rule->comment.len)
        buf_format(out, "%s\"%.*s\"", rule->off || rule->span_count ? " " : "",
                   STR_ARG(rule->comment));
}

struct str data_hours(const struct hours *hours, struct arena *arena)
{
    if (!hours)
        return STR("");
    if (hours->always)
        return STR("24/7");
    struct buf out = {0};
    for (size_t i = 0; i < hours->rule_count; i++) {
        if (i)
            buf_put(&out, STR("; "));
        put_months(&out, &hours->rules[i]);
        put_days(&out, &hours->rules[i]);
        put_spans(&out, &hours->rules[i], arena);
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}

/* ---- sets ---- */

size_t data_months(unsigned months, struct str out[MONTHS])
{
    static const struct str names[MONTHS] = {
        STR_CONST("1"), STR_CONST("2"), STR_CONST("3"), STR_CONST("4"),
        STR_CONST("5"), STR_CONST("6"), STR_CONST("7"), STR_CONST("8"),
        STR_CONST("9"), STR_CONST("10"), STR_CONST("11"), STR_CONST("12")};
    size_t count = 0;
    for (unsigned month = 0; month < MONTHS; month++)
        if (months >> month & 1)
            out[count++] = names[month];
    return count;
}

struct strs data_facilities(const struct site *site, const struct identity *identity,
                            struct arena *arena)
{
    struct strs list = {0};
    for (size_t i = 0; identity->facilities && i < site->vocabulary.facilities.count; i++)
        if (identity->facilities[i])
            *list_push(&list, arena) = site->vocabulary.facilities.items[i].key;
    return list;
}

/* ---- keys ---- */

struct str data_state(enum access_state state)
{
    static const char *const keys[] = {[ACCESS_UNKNOWN] = "",
                                       [ACCESS_YES] = "yes",
                                       [ACCESS_LIMITED] = "limited",
                                       [ACCESS_NO] = "no",
                                       [ACCESS_NA] = "na"};
    return str_from(keys[state]);
}

struct str data_by(enum access_by by)
{
    static const char *const keys[] = {[BY_UNKNOWN] = "",
                                       [BY_LAO] = "lao",
                                       [BY_PROVINCE] = "province",
                                       [BY_ASSOCIATION] = "association",
                                       [BY_VISITOR] = "visitor"};
    return str_from(keys[by]);
}

struct str data_method(enum access_method method)
{
    static const char *const keys[] = {[METHOD_UNKNOWN] = "",
                                       [METHOD_MEASURED] = "measured",
                                       [METHOD_SEEN] = "seen",
                                       [METHOD_REPORTED] = "reported",
                                       [METHOD_DOCUMENT] = "document"};
    return str_from(keys[method]);
}

struct str data_bound(char bound)
{
    static const struct {
        char bound;
        const char *key;
    } bounds[] = {{'>', "at_least"}, {'<', "at_most"}, {'~', "about"}};
    for (size_t i = 0; i < sizeof(bounds) / sizeof(*bounds); i++)
        if (bounds[i].bound == bound)
            return str_from(bounds[i].key);
    return STR("");
}
