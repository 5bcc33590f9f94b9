/* SPDX-License-Identifier: MIT */
#include "view/words.h"

#include "base/number.h"

#include <stdlib.h>


/* ---- the map behind {{t}} ---- */

/* A nested map that grows from dotted keys: either a word or more keys. */
struct knot {
    struct str name;
    const struct str *key; /* the whole dotted key, when it is a word */
    struct map children;
};

static struct knot *child(struct knot *parent, struct str name, struct arena *arena)
{
    struct knot *found = map_get(&parent->children, name);
    if (!found) {
        found = arena_new(arena, struct knot);
        found->name = name;
        map_put(&parent->children, name, found, arena);
    }
    return found;
}

static struct knot *plant(const struct map *words, struct arena *arena)
{
    struct knot *root = arena_new(arena, struct knot);
    for (size_t i = 0; i < words->entries.count; i++) {
        struct str *key = &words->entries.items[i].key;
        struct knot *at = root;
        struct cut cut = {.tail = *key, .ok = true};
        while (cut.ok) {
            cut = str_cut(cut.tail, '.');
            at = child(at, cut.head, arena);
        }
        at->key = key;
    }
    return root;
}

static const struct shape *shape_of(const struct knot *knot, struct arena *arena)
{
    size_t count = knot->children.entries.count;
    struct shape *shape = arena_new(arena, struct shape);
    struct slot *slots = arena_many(arena, count, struct slot);
    for (size_t i = 0; i < count; i++) {
        const struct knot *part = knot->children.entries.items[i].value;
        bool is_word = part->children.entries.count == 0;
        slots[i] = (struct slot){
            .name = str_c(part->name, arena),
            .index = i,
            .kind = is_word ? VALUE_TEXT : VALUE_MAP,
            .item = is_word ? NULL : shape_of(part, arena),
        };
    }
    *shape = (struct shape){"t", slots, count, count};
    return shape;
}

static struct value value_of(const struct words *words, const struct knot *knot,
                             const struct shape *shape, struct arena *arena)
{
    struct value *values = arena_many(arena, shape->size, struct value);
    for (size_t i = 0; i < shape->size; i++) {
        const struct knot *part = knot->children.entries.items[i].value;
        values[i] = shape->slots[i].item
                        ? value_of(words, part, shape->slots[i].item, arena)
                        : value_text(words_get_str(words, *part->key));
    }
    return value_map_of(values, shape);
}

void words_make(const struct site *site, struct words out[LANG_MAX], struct arena *arena)
{
    const struct knot *root = plant(&site->words[0], arena);
    const struct shape *shape = shape_of(root, arena);
    for (unsigned lang = 0; lang < site->lang_count; lang++) {
        struct words *words = &out[lang];
        *words = (struct words){.site = site, .lang = lang};
        words->value = value_of(words, root, shape, arena);
        words->buddhist = str_eq(words_get(words, "format.calendar"), STR("buddhist"));
        words->group = words_get(words, "format.group");
    }
}

const struct shape *words_shape(const struct words *words)
{
    return words->value.map.shape;
}

/* ---- single words ---- */

struct str words_get_str(const struct words *words, struct str key)
{
    const struct str *own = map_get(&words->site->words[words->lang], key);
    const struct str *word = own && own->len ? own : map_get(&words->site->words[0], key);
    return word ? *word : key;
}

struct str words_get(const struct words *words, const char *key)
{
    return words_get_str(words, str_from(key));
}

struct str words_under(const struct words *words, const char *prefix, const char *key,
                       struct arena *arena)
{
    return words_get_str(words,
                         str_cat(arena, str_from(prefix), STR("."), str_from(key)));
}

/* ---- words with holes ---- */

void words_cut(struct str pattern, struct word_cut *cut)
{
    cut->count = 0;
    while (pattern.len && cut->count + 2 < WORD_PARTS_MAX) {
        struct cut open = str_cut(pattern, '{'), close = str_cut(open.tail, '}');
        cut->parts[cut->count++] = open.head;
        if (!open.ok)
            return;
        cut->parts[cut->count++] =
            str_of(open.head.ptr + open.head.len, close.head.len + 1 + close.ok);
        pattern = close.tail;
    }
    cut->parts[cut->count++] = pattern;
}

static struct str filling(const struct word_arg *args, struct str hole)
{
    struct str name = str_skip(hole, 1);
    name.len -= str_ends(name, STR("}"));
    for (; args->name; args++)
        if (str_eq(name, str_from(args->name)))
            return args->value;
    return hole; /* left standing, so that it is seen */
}

struct str words_cut_fill(const struct word_cut *cut, const struct word_arg *args,
                          struct arena *arena)
{
    struct str parts[WORD_PARTS_MAX];
    for (size_t i = 0; i < cut->count; i++)
        parts[i] = i % 2 ? filling(args, cut->parts[i]) : cut->parts[i];
    return str_join(parts, cut->count, STR(""), arena);
}

struct str words_fill_args(struct str pattern, const struct word_arg *args,
                           struct arena *arena)
{
    struct word_cut cut;
    words_cut(pattern, &cut);
    return words_cut_fill(&cut, args, arena);
}

/* ---- numbers ---- */

struct str words_number(const struct words *words, int64_t number, struct arena *arena)
{
    enum { GROUPS = 7 }; /* of three digits in 64 bits */
    struct str digits = number_plain(llabs(number), arena), parts[GROUPS];
    size_t count = 0, first = (digits.len - 1) % 3 + 1;
    parts[count++] = str_first(digits, first);
    for (size_t at = first; at < digits.len; at += 3)
        parts[count++] = str_of(digits.ptr + at, 3);
    struct str text = count > 1 ? str_join(parts, count, words->group, arena) : digits;
    return number < 0 ? str_cat(arena, STR("−"), text) : text;
}

struct str words_count(const struct words *words, const char *key, int64_t count,
                       struct arena *arena)
{
    struct str pattern = words_get(words, key);
    struct str singular = count == 1 ? str_cat(arena, str_from(key), STR("_one")) : STR("");
    if (count == 1 && map_get(&words->site->words[words->lang], singular))
        pattern = words_get_str(words, singular);
    const struct word_arg args[] = {{"count", words_number(words, count, arena)},
                                    {NULL, {0}}};
    return words_fill_args(pattern, args, arena);
}

/* ---- dates and times ---- */

struct str words_month_name(const struct words *words, int month)
{
    static const char *const keys[] = {
        "month.1", "month.2", "month.3", "month.4",  "month.5",  "month.6",
        "month.7", "month.8", "month.9", "month.10", "month.11", "month.12",
    };
    return words_get(words, keys[month - 1]);
}

struct str words_year(const struct words *words, int year, struct arena *arena)
{
    enum { BUDDHIST_OFFSET = 543 };
    return number_plain(words->buddhist ? year + BUDDHIST_OFFSET : year, arena);
}

struct str words_date(const struct words *words, struct date date, struct arena *arena)
{
    if (date_is_none(date))
        return STR("");
    return words_fill(words, date.day ? "format.date" : "format.month", arena,
                      {"day", number_plain(date.day, arena)},
                      {"month", words_month_name(words, date.month)},
                      {"year", words_year(words, date.year, arena)});
}

struct str words_month_short(const struct words *words, int month, struct arena *arena)
{
    return words_get_str(words,
                         str_cat(arena, STR("month_short."), number_plain(month, arena)));
}

struct str words_time(const struct words *words, int minutes, struct arena *arena)
{
    return words_fill(words, "format.time", arena,
                      {"hour", number_padded((unsigned)minutes / 60, 2, arena)},
                      {"minute", number_padded((unsigned)minutes % 60, 2, arena)});
}

/* ---- lists ---- */

struct str words_and(const struct words *words, const struct str *items, size_t count,
                     struct arena *arena)
{
    if (count < 2)
        return count ? items[0] : STR("");
    struct str most = str_join(items, count - 1, words_get(words, "format.comma"), arena);
    return str_cat(arena, most, words_get(words, "format.and"), items[count - 1]);
}
