/* SPDX-License-Identifier: MIT */
#include "view/words.h"

#include <stdlib.h>

#include "base/buf.h"
#include "base/panic.h"

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
        words->group = str_c(words_get(words, "format.group"), arena);
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

enum { FILL_PARTS_MAX = 24 }; /* a sentence has a handful of holes */

static struct str filling(const struct word_arg *args, struct str name, struct str hole)
{
    for (; args->name; args++)
        if (str_eq(name, str_from(args->name)))
            return args->value;
    return hole; /* left standing, so that it is seen */
}

struct str words_fill_args(const struct words *words, struct str pattern,
                           const struct word_arg *args, struct arena *arena)
{
    (void)words;
    struct str parts[FILL_PARTS_MAX];
    size_t count = 0;
    while (pattern.len && count + 2 < FILL_PARTS_MAX) {
        struct cut open = str_cut(pattern, '{');
        struct cut close = str_cut(open.tail, '}');
        parts[count++] = open.head;
        if (open.ok)
            parts[count++] =
                filling(args, close.head,
                        str_of(open.tail.ptr - 1, close.head.len + 1 + close.ok));
        pattern = open.ok ? close.tail : STR("");
    }
    parts[count++] = pattern;
    return str_join(parts, count, STR(""), arena);
}

/* ---- numbers ---- */

struct str words_number(const struct words *words, int64_t number, struct arena *arena)
{
    struct str digits = str_format(arena, "%lld", (long long)llabs(number));
    struct buf out = {0};
    if (number < 0)
        buf_put(&out, STR("−"));
    for (size_t i = 0; i < digits.len; i++) {
        if (i && (digits.len - i) % 3 == 0)
            buf_put(&out, str_from(words->group));
        buf_putc(&out, digits.ptr[i]);
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}

struct str words_count(const struct words *words, const char *key, int64_t count,
                       struct arena *arena)
{
    struct str singular = str_format(arena, "%s_one", key);
    struct str pattern = words_get(words, key);
    if (count == 1 && map_get(&words->site->words[words->lang], singular))
        pattern = words_get_str(words, singular);
    const struct word_arg args[] = {{"count", words_number(words, count, arena)},
                                    {NULL, {0}}};
    return words_fill_args(words, pattern, args, arena);
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

static struct str year_text(const struct words *words, int year, struct arena *arena)
{
    enum { BUDDHIST_OFFSET = 543 };
    return str_format(arena, "%d", words->buddhist ? year + BUDDHIST_OFFSET : year);
}

struct str words_date(const struct words *words, struct date date, struct arena *arena)
{
    if (date_is_none(date))
        return STR("");
    return words_fill(words, date.day ? "format.date" : "format.month", arena,
                      {"day", str_format(arena, "%d", date.day)},
                      {"month", words_month_name(words, date.month)},
                      {"year", year_text(words, date.year, arena)});
}

struct str words_time(const struct words *words, int minutes, struct arena *arena)
{
    return words_fill(words, "format.time", arena,
                      {"hour", str_format(arena, "%02d", minutes / 60)},
                      {"minute", str_format(arena, "%02d", minutes % 60)});
}

/* ---- lists ---- */

struct str words_and(const struct words *words, const struct str *items, size_t count,
                     struct arena *arena)
{
    if (!count)
        return STR("");
    struct buf out = {0};
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_put(&out,
                    words_get(words, i + 1 == count ? "format.and" : "format.comma"));
        buf_put(&out, items[i]);
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}
