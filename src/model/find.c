/* SPDX-License-Identifier: MIT */
#include "model/find_wanted.h"
#include "model/take.h"
#include "text/clean.h"
#include "text/name.h"

static void add_name(struct finder *finder, struct str name, struct lao *lao,
                     struct arena *arena)
{
    struct str key = name_key(name, arena);
    struct laos *same = map_get(&finder->by_name, key);
    if (!same) {
        same = arena_new(arena, struct laos);
        map_put(&finder->by_name, key, same, arena);
    }
    *list_push(same, arena) = lao;
}

void finder_fill(struct finder *finder, const struct site *site, struct arena *arena)
{
    for (size_t i = 0; i < site->laos.count; i++) {
        struct lao *lao = site->laos.items[i];
        for (size_t lang = 0; lang < LANG_MAX; lang++)
            if (lao->name.in[lang].len)
                add_name(finder, lao->name.in[lang], lao, arena);
    }
    finder_fill_places(finder, site, arena);
    finder_fill_spellings(finder, arena);
    finder->reasons = arena_new(arena, struct map);
}

const struct reason *finder_remember(struct reader *r, const struct finder *finder,
                                     struct str asked, struct reason reason)
{
    struct reason *kept = arena_new(r->arena, struct reason);
    *kept = (struct reason){reason.rule, str_copy(reason.meant, r->arena)};
    map_put(finder->reasons, str_copy(asked, r->arena), kept, r->arena);
    return kept;
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
    return str_cat(arena, lao->key, STR(" "),
                   lao_name_full(lao->type, lao->name.in[0], arena));
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

/* ---- what a row says ---- */

/* What was typed there, or empty. */
static struct str read_place(struct reader *r, const struct finder *finder,
                             const struct record *record, struct str path,
                             struct wanted *wanted)
{
    const struct field *field = record_find(record, path);
    if (!field || field_is_blank(field, r->scratch))
        return STR("");
    struct str typed = take_clean(r, field);
    if (str_eq(path, STR("lao_province")))
        wanted_province(r, finder, wanted, typed, field->pos);
    else
        wanted_district(r, finder, wanted, typed, field->pos);
    return typed;
}

static struct wanted read_wanted(struct reader *r, const struct finder *finder,
                                 const struct record *record, const struct field *field)
{
    struct wanted wanted = {.typed = take_clean(r, field),
                            .pos = field->pos,
                            .key_failed = record->key_failed};
    wanted.name = lao_name_parse(wanted.typed, r->scratch);
    wanted.key = name_key(wanted.name.bare, r->scratch);
    struct str province = read_place(r, finder, record, STR("lao_province"), &wanted);
    struct str district = read_place(r, finder, record, STR("lao_district"), &wanted);
    wanted.asked = str_cat(r->scratch, wanted.typed, STR("\n"), province, STR("\n"), district);
    if (wanted.name.province.len)
        wanted_province(r, finder, &wanted, wanted.name.province, field->pos);
    if (wanted.name.district.len)
        wanted_district(r, finder, &wanted, wanted.name.district, field->pos);
    return wanted;
}

/* The LAOs of that name and type, in the stated place or anywhere. */
static struct laos matching(struct reader *r, const struct finder *finder,
                            const struct wanted *wanted, bool anywhere)
{
    struct laos found = {0};
    const struct laos *same = map_get(&finder->by_name, wanted->key);
    for (size_t i = 0; same && i < same->count; i++)
        if (wanted_type(wanted, same->items[i])
            && (anywhere || wanted_lies_in(wanted, same->items[i])))
            *list_push(&found, r->scratch) = same->items[i];
    return found;
}

/* ---- by name ---- */

/* "360203 องค์การบริหารส่วนตำบลบ้านเขว้า (บ้านเขว้า, ชัยภูมิ)" */
static struct str placed(const struct lao *lao, struct arena *arena)
{
    struct str district = lao->district ? lao->district->name.in[0] : STR("–");
    return str_cat(arena, lao_described(lao, arena), STR(" ("), district, STR(", "),
                   lao->province->name.in[0], STR(")"));
}

static struct str all_placed(const struct laos *laos, struct arena *arena)
{
    struct str *names = arena_many(arena, laos->count, struct str);
    for (size_t i = 0; i < laos->count; i++)
        names[i] = placed(laos->items[i], arena);
    return str_join(names, laos->count, STR("; "), arena);
}

static struct reason why_no_name(struct reader *r, const struct finder *finder,
                                 const struct wanted *wanted)
{
    struct laos elsewhere = {0};
    if (!wanted->name.unclear)
        elsewhere = matching(r, finder, wanted, true);
    if (elsewhere.count)
        return (struct reason){NAME_ELSEWHERE, all_placed(&elsewhere, r->scratch)};
    struct laos near = find_nearest(r, finder, wanted);
    if (near.count)
        return (struct reason){NAME_UNKNOWN_NEAR, all_placed(&near, r->scratch)};
    return (struct reason){NAME_UNKNOWN, STR("")};
}

/* None, or several. */
static void complain_name(struct reader *r, const struct finder *finder,
                          const struct wanted *wanted, const struct laos *found)
{
    const struct reason *reason = map_get(finder->reasons, wanted->asked);
    if (!reason)
        reason = finder_remember(
            r, finder, wanted->asked,
            found->count ? (struct reason){NAME_AMBIGUOUS, all_placed(found, r->scratch)}
                         : why_no_name(r, finder, wanted));
    complain(r, reason->rule, wanted->pos, wanted->typed, reason->meant);
}

/* What was found, and what was made of the typed words on the way. */
static struct lao *tell_found(struct reader *r, const struct wanted *wanted,
                              struct lao *lao, bool in_code)
{
    struct str slip = wanted->name.slip;
    complain(r, in_code ? NAME_IN_CODE : NAME_FOUND, wanted->pos, wanted->typed,
             placed(lao, r->scratch));
    if (slip.len)
        complain(r, NAME_TYPE_SLIP, wanted->pos, slip,
                 str_from(lao_types[wanted->name.type].th));
    return lao;
}

static struct lao *find_by_name(struct reader *r, const struct finder *finder,
                                const struct wanted *wanted, bool in_code)
{
    for (size_t i = 0; i < wanted->unknown.count; i++)
        complain_unknown_place(r, finder, wanted, &wanted->unknown.items[i]);
    if (wanted->unknown.count)
        return NULL;
    struct laos found = {0};
    if (!wanted->name.unclear)
        found = matching(r, finder, wanted, false);
    if (found.count == 1)
        return tell_found(r, wanted, found.items[0], in_code);
    if (found.count > 1 && wanted->key_failed)
        return NULL; /* mending the formula is enough */
    complain_name(r, finder, wanted, &found);
    return NULL;
}

/* Could the LAO be meant by this name and these places? */
static bool is_meant(struct reader *r, const struct finder *finder,
                     const struct wanted *wanted, const struct lao *lao)
{
    struct laos found = matching(r, finder, wanted, false);
    for (size_t i = 0; !wanted->unknown.count && i < found.count; i++)
        if (found.items[i] == lao)
            return true;
    return false;
}

/* ---- by what the row has ---- */

/* A row with a code and the name of another LAO: the code counts, somebody should look. */
static struct lao *find_by_both(struct reader *r, const struct finder *finder,
                                const struct record *record, const struct field *code,
                                const struct field *name)
{
    struct lao *lao = find_by_code(r, code);
    if (!lao || !name)
        return lao;
    struct wanted wanted = read_wanted(r, finder, record, name);
    if (!is_meant(r, finder, &wanted, lao))
        complain(r, NAME_DIFFERS, wanted.pos, wanted.typed,
                 lao_described(lao, r->scratch));
    return lao;
}

/* One with a type, or one that is in the registry. */
static bool is_name(struct reader *r, const struct finder *finder, struct str typed)
{
    for (size_t i = 0; i < typed.len; i++)
        if (typed.ptr[i] >= '0' && typed.ptr[i] <= '9')
            return false;
    struct lao_name name = lao_name_parse(typed, r->scratch);
    return (name.bare.len && (name.type || name.municipal))
           || map_get(&finder->by_name, name_key(name.bare, r->scratch));
}

/* A name in the place of a code. */
static bool holds_name(struct reader *r, const struct finder *finder,
                       const struct field *code)
{
    return is_name(r, finder, clean_digits(take_clean(r, code), r->scratch));
}

/* A code, right or wrong, in the place of a name. */
static bool holds_code(struct reader *r, const struct field *name)
{
    enum lao_code_error error = lao_code_parse(take_clean(r, name), r->scratch).error;
    return error != LAO_CODE_EMPTY && error != LAO_CODE_LETTERS;
}

static struct lao *find_by_misplaced_code(struct reader *r, const struct field *name)
{
    struct lao *lao = find_by_code(r, name);
    if (lao)
        complain(r, NAME_CODE_IN_NAME, name->pos, take_clean(r, name),
                 placed(lao, r->scratch));
    return lao;
}

/* A field whose text is a part of what was typed there. */
static struct field part_of(const struct field *field, struct str part)
{
    struct field copy = *field;
    copy.text = part;
    return copy;
}

/* "6360304 อบต.หนองขาม": both in one box have to agree. */
static struct lao *find_in_one_box(struct reader *r, const struct finder *finder,
                                   const struct record *record, const struct field *box,
                                   struct lao_code_split split)
{
    struct field code = part_of(box, split.code), name = part_of(box, split.rest);
    struct lao *lao = find_by_code(r, &code);
    if (!lao)
        return NULL;
    struct wanted wanted = read_wanted(r, finder, record, &name);
    struct str typed = take_clean(r, box);
    if (is_meant(r, finder, &wanted, lao)) {
        complain(r, NAME_WITH_CODE, box->pos, typed, placed(lao, r->scratch));
        return lao;
    }
    struct laos meant = matching(r, finder, &wanted, false);
    *list_push(&meant, r->scratch) = lao;
    complain(r, NAME_CODE_UNLIKE, box->pos, typed, lao_described(lao, r->scratch),
             all_placed(&meant, r->scratch));
    return NULL;
}

/* Two cells with a name have to mean one LAO. */
static struct lao *find_by_names(struct reader *r, const struct finder *finder,
                                 const struct record *record, const struct field *code,
                                 const struct field *name)
{
    struct wanted wanted = read_wanted(r, finder, record, code);
    if (!name)
        return find_by_name(r, finder, &wanted, true);
    struct wanted named = read_wanted(r, finder, record, name);
    struct lao *lao = find_by_name(r, finder, &named, false);
    if (lao && !is_meant(r, finder, &wanted, lao)) {
        complain_code_form(r, code->pos, wanted.typed, LAO_CODE_LETTERS);
        return NULL;
    }
    return lao;
}

struct lao *find_lao(struct reader *r, const struct finder *finder,
                     const struct record *record)
{
    const struct field *code = record_stated(record, STR("lao"), r->scratch);
    const struct field *name = record_stated(record, STR("lao_name"), r->scratch);
    const struct field *box = code && name ? NULL : code ? code : name;
    struct lao_code_split split = {0};
    if (box)
        split = lao_code_split(take_clean(r, box), r->scratch);
    if (split.rest.len && is_name(r, finder, split.rest))
        return find_in_one_box(r, finder, record, box, split);
    if (code && holds_name(r, finder, code))
        return find_by_names(r, finder, record, code, name);
    if (code)
        return find_by_both(r, finder, record, code, name);
    if (name && holds_code(r, name))
        return find_by_misplaced_code(r, name);
    if (name) {
        struct wanted wanted = read_wanted(r, finder, record, name);
        return find_by_name(r, finder, &wanted, false);
    }
    if (!record->key_failed)
        complain(r, LAO_NOT_STATED, record->pos, STR(""));
    return NULL;
}
