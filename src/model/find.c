/* SPDX-License-Identifier: MIT */
#include "model/find.h"

#include "model/take.h"
#include "text/clean.h"
#include "text/name.h"

enum { PROPOSALS = 40, NEAREST = 3, CANDIDATES_SHOWN = 8 };

void finder_fill(struct finder *finder, const struct site *site, struct arena *arena)
{
    finder->proposals_left = PROPOSALS;
    for (size_t i = 0; i < site->laos.count; i++) {
        struct lao *lao = site->laos.items[i];
        struct laos *same = map_get(&finder->by_name, lao->name.in[0]);
        if (!same) {
            same = arena_new(arena, struct laos);
            map_put(&finder->by_name, lao->name.in[0], same, arena);
        }
        *list_push(same, arena) = lao;
    }
}

/* ---- by code ---- */

static struct str nearest_key(const struct site *site, struct str key,
                              struct arena *scratch)
{
    char guess[6];
    for (size_t at = key.len; at-- > 0;)
        for (char digit = '0'; digit <= '9'; digit++) {
            for (size_t i = 0; i < sizeof(guess); i++)
                guess[i] = i == at ? digit : key.ptr[i];
            if (map_get(&site->lao_by_key, str_of(guess, sizeof(guess))))
                return str_copy(str_of(guess, sizeof(guess)), scratch);
        }
    return (struct str){0};
}

struct str lao_described(const struct lao *lao, struct arena *arena)
{
    return str_format(arena, "%.*s %.*s", STR_ARG(lao->key),
                      STR_ARG(lao_name_full(lao->type, lao->name.in[0], arena)));
}

static struct lao *complain_code(struct reader *r, struct pos pos, struct str typed,
                                 struct str key)
{
    struct str near = nearest_key(r->site, key, r->scratch);
    if (near.len)
        complain(r, LAO_UNKNOWN_CODE_NEAR, pos, typed,
                 lao_described(map_get(&r->site->lao_by_key, near), r->scratch));
    else
        complain(r, LAO_UNKNOWN_CODE, pos, typed);
    return NULL;
}

void complain_code_form(struct reader *r, struct pos pos, struct str typed,
                        enum lao_code_error error)
{
    static const enum model_rule rules[] = {
        [LAO_CODE_OK] = MODEL_RULE_COUNT,
        [LAO_CODE_EMPTY] = LAO_NOT_STATED,
        [LAO_CODE_LENGTH] = LAO_CODE_BAD_LENGTH,
        [LAO_CODE_LETTERS] = LAO_CODE_BAD_LETTERS,
        [LAO_CODE_EXPONENT] = LAO_CODE_BAD_EXPONENT,
        [LAO_CODE_TYPE] = LAO_CODE_BAD_LENGTH,
    };
    complain(r, rules[error], pos, typed);
}

struct lao *find_by_code(struct reader *r, const struct field *field)
{
    struct str typed = take_clean(r, field);
    struct lao_code code = lao_code_parse(typed, r->scratch);
    if (code.error != LAO_CODE_OK) {
        complain_code_form(r, field->pos, typed, code.error);
        return NULL;
    }
    struct lao *lao = map_get(&r->site->lao_by_key, code.key);
    return lao ? lao : complain_code(r, field->pos, typed, code.key);
}

/* ---- by name ---- */

/* What a row says of the LAO's name; empty parts match everything. */
struct wanted {
    struct lao_name name;
    struct str typed;
    struct pos pos;
};

/* "อ.เมือง" means the district เมือง<province>. */
static bool is_district(const struct lao *lao, struct str wanted)
{
    if (!wanted.len)
        return true;
    if (!lao->district)
        return lao->type == LAO_BANGKOK;
    struct str name = lao->district->name.in[0];
    return str_eq(name, wanted)
           || (str_eq(wanted, STR("เมือง")) && str_starts(name, wanted)
               && str_ends(name, lao->province->name.in[0]));
}

static bool is_wanted(const struct lao *lao, const struct wanted *wanted)
{
    bool type = wanted->name.type == LAO_UNKNOWN || wanted->name.type == lao->type;
    bool province = !wanted->name.province.len
                    || str_eq(wanted->name.province, lao->province->name.in[0]);
    return type && province && is_district(lao, wanted->name.district);
}

static struct laos matching(struct reader *r, const struct finder *finder,
                            const struct wanted *wanted)
{
    struct laos found = {0};
    const struct laos *same = map_get(&finder->by_name, wanted->name.bare);
    for (size_t i = 0; same && i < same->count; i++)
        if (is_wanted(same->items[i], wanted))
            *list_push(&found, r->scratch) = same->items[i];
    return found;
}

static void complain_ambiguous(struct reader *r, const struct wanted *wanted,
                               const struct laos *found)
{
    struct strs names = {0};
    for (size_t i = 0; i < found->count && i < CANDIDATES_SHOWN; i++) {
        const struct lao *lao = found->items[i];
        struct str district = lao->district ? lao->district->name.in[0] : STR("–");
        *list_push(&names, r->scratch) = str_format(
            r->scratch, "%.*s (%.*s, %.*s)", STR_ARG(lao_described(lao, r->scratch)),
            STR_ARG(district), STR_ARG(lao->province->name.in[0]));
    }
    complain(r, NAME_AMBIGUOUS, wanted->pos, wanted->typed,
             str_join(names.items, names.count, STR("; "), r->scratch));
}

/* The nearest few by edits of the bare name, kept in order while walking. */
struct near {
    const struct lao *lao[NEAREST];
    unsigned distance[NEAREST];
    size_t count;
};

static void keep_near(struct near *near, const struct lao *lao, unsigned distance)
{
    size_t at = near->count < NEAREST ? near->count++ : NEAREST - 1;
    for (; at > 0 && near->distance[at - 1] > distance; at--) {
        near->lao[at] = near->lao[at - 1];
        near->distance[at] = near->distance[at - 1];
    }
    near->lao[at] = lao;
    near->distance[at] = distance;
}

static struct str nearest_names(struct reader *r, const struct wanted *wanted)
{
    struct near near = {.count = 0};
    struct lao_name name = wanted->name;
    for (size_t i = 0; i < r->site->laos.count; i++) {
        const struct lao *lao = r->site->laos.items[i];
        if (name.province.len && !str_eq(name.province, lao->province->name.in[0]))
            continue;
        unsigned limit = near.count < NEAREST ? 2 : near.distance[NEAREST - 1];
        unsigned distance = str_distance(name.bare, lao->name.in[0], limit);
        if (distance < limit || (distance == limit && near.count < NEAREST))
            keep_near(&near, lao, distance);
    }
    struct str names[NEAREST];
    for (size_t i = 0; i < near.count; i++)
        names[i] = lao_described(near.lao[i], r->scratch);
    return str_join(names, near.count, STR("; "), r->scratch);
}

static void complain_no_name(struct reader *r, struct finder *finder,
                             const struct wanted *wanted)
{
    struct str near = {0};
    if (finder->proposals_left) {
        finder->proposals_left--;
        near = nearest_names(r, wanted);
    }
    if (near.len)
        complain(r, NAME_UNKNOWN_NEAR, wanted->pos, wanted->typed, near);
    else
        complain(r, NAME_UNKNOWN, wanted->pos, wanted->typed);
}

static struct str stated_place(struct reader *r, const struct record *record,
                               struct str path)
{
    const struct field *field = record_find(record, path);
    if (!field || field_is_blank(field, r->scratch))
        return (struct str){0};
    return place_name_bare(take_clean(r, field));
}

static struct wanted read_wanted(struct reader *r, const struct record *record,
                                 const struct field *field)
{
    struct wanted wanted = {.typed = take_clean(r, field), .pos = field->pos};
    wanted.name = lao_name_parse(wanted.typed, r->scratch);
    struct str district = stated_place(r, record, STR("lao_district"));
    struct str province = stated_place(r, record, STR("lao_province"));
    if (district.len)
        wanted.name.district = district;
    if (province.len)
        wanted.name.province = province;
    return wanted;
}

static struct lao *find_by_name(struct reader *r, struct finder *finder,
                                const struct record *record, const struct field *field)
{
    struct wanted wanted = read_wanted(r, record, field);
    struct laos found = matching(r, finder, &wanted);
    if (found.count == 0)
        complain_no_name(r, finder, &wanted);
    if (found.count > 1)
        complain_ambiguous(r, &wanted, &found);
    if (found.count != 1)
        return NULL;
    complain(r, NAME_FOUND, wanted.pos, wanted.typed,
             lao_described(found.items[0], r->scratch));
    return found.items[0];
}

/* A row with a code and the name of another LAO: the code counts, somebody should look. */
static void compare_name(struct reader *r, const struct record *record,
                         const struct field *name, const struct lao *lao)
{
    struct wanted wanted = read_wanted(r, record, name);
    if (!str_eq(wanted.name.bare, lao->name.in[0]) || !is_wanted(lao, &wanted))
        complain(r, NAME_DIFFERS, wanted.pos, wanted.typed,
                 lao_described(lao, r->scratch));
}

struct lao *find_lao(struct reader *r, struct finder *finder, const struct record *record)
{
    const struct field *code = record_find(record, STR("lao"));
    const struct field *name = record_find(record, STR("lao_name"));
    bool named = name && !field_is_blank(name, r->scratch);
    if (!code || field_is_blank(code, r->scratch)) {
        if (named)
            return find_by_name(r, finder, record, name);
        complain(r, LAO_NOT_STATED, record->pos, STR(""));
        return NULL;
    }
    struct lao *lao = find_by_code(r, code);
    if (lao && named)
        compare_name(r, record, name, lao);
    return lao;
}
