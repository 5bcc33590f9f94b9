/* SPDX-License-Identifier: MIT */
/*
 * The names nearest to one that is not there. Most of the country is passed over by two
 * numbers that never err: an edit changes a name's length by one at most, and brings in or
 * takes out one letter at most.
 */
#include "base/utf8.h"
#include "model/find_wanted.h"
#include "text/name.h"

enum { NEAREST = 3 };

static struct spelling spelling_of(struct str key)
{
    struct spelling spelling = {.count = 0};
    for (unsigned len; key.len; key = str_skip(key, len)) {
        struct utf8_char c = utf8_next(key);
        len = c.len;
        spelling.letters |= UINT64_C(1) << (c.codepoint & 63);
        spelling.count++;
    }
    return spelling;
}

void finder_fill_spellings(struct finder *finder, struct arena *arena)
{
    const struct map *names = &finder->by_name;
    finder->spellings = arena_many(arena, names->entries.count, struct spelling);
    for (size_t i = 0; i < names->entries.count; i++)
        finder->spellings[i] = spelling_of(names->entries.items[i].key);
}

/* How many edits still make two names of this length alike. */
static unsigned sensible(size_t letters)
{
    return letters < 4 ? 1 : letters < 8 ? 2 : 3;
}

static bool may_be_near(struct spelling a, struct spelling b, unsigned limit)
{
    size_t apart = a.count > b.count ? a.count - b.count : b.count - a.count;
    return apart <= limit
           && (unsigned)__builtin_popcountll(a.letters & ~b.letters) <= limit
           && (unsigned)__builtin_popcountll(b.letters & ~a.letters) <= limit;
}

/* In the order in which they are proposed. */
struct near {
    struct lao *lao;
    unsigned tier, distance;
};

/* First of the stated place and type, or of that very name there; then of the place; then all. */
static unsigned tier_of(const struct wanted *wanted, const struct lao *lao,
                        unsigned distance)
{
    if (!wanted_lies_in(wanted, lao))
        return 2;
    return distance == 0 || wanted_type(wanted, lao) ? 0 : 1;
}

static bool is_before(const struct near *a, const struct near *b)
{
    if (a->tier != b->tier)
        return a->tier < b->tier;
    if (a->distance != b->distance)
        return a->distance < b->distance;
    return str_compare(a->lao->key, b->lao->key) < 0;
}

struct nearest {
    struct near items[NEAREST + 1];
    size_t count;
};

static bool is_there(const struct nearest *nearest, const struct lao *lao)
{
    for (size_t i = 0; i < nearest->count; i++)
        if (nearest->items[i].lao == lao)
            return true;
    return false;
}

static void keep_near(struct nearest *nearest, struct near found)
{
    if (is_there(nearest, found.lao)) /* by its other language's name */
        return;
    size_t at = nearest->count;
    for (; at > 0 && is_before(&found, &nearest->items[at - 1]); at--)
        nearest->items[at] = nearest->items[at - 1];
    nearest->items[at] = found;
    if (nearest->count < NEAREST)
        nearest->count++;
}

struct laos find_nearest(struct reader *r, const struct finder *finder,
                         const struct wanted *wanted)
{
    struct nearest nearest = {.count = 0};
    struct spelling own = spelling_of(wanted->key);
    unsigned limit = sensible(own.count);
    for (size_t i = 0; i < finder->by_name.entries.count; i++) {
        if (!may_be_near(own, finder->spellings[i], limit))
            continue;
        const struct map_entry *entry = &finder->by_name.entries.items[i];
        unsigned distance = str_distance(wanted->key, entry->key, limit);
        const struct laos *laos = entry->value;
        for (size_t k = 0; distance <= limit && k < laos->count; k++) {
            struct lao *lao = laos->items[k];
            unsigned tier = tier_of(wanted, lao, distance);
            keep_near(&nearest, (struct near){lao, tier, distance});
        }
    }
    struct laos found = {0};
    for (size_t i = 0; i < nearest.count; i++)
        *list_push(&found, r->scratch) = nearest.items[i].lao;
    return found;
}
