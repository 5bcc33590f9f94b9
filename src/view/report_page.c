/* SPDX-License-Identifier: MIT */
#include "view/report_page.h"

#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "view/finding.h"
#include "view/report_words.h"

/* ---- shapes ---- */

static const struct slot count_slots[] = {
    SLOT(report_count_view, severity, VALUE_TEXT),
    SLOT(report_count_view, severity_text, VALUE_TEXT),
    SLOT(report_count_view, count, VALUE_TEXT),
    SLOT(report_count_view, means, VALUE_TEXT),
};
static const struct shape count_shape = SHAPE("count", report_count_view, count_slots);

static const struct slot rule_slots[] = {
    SLOT(report_rule_view, id, VALUE_TEXT),
    SLOT(report_rule_view, count, VALUE_TEXT),
};
static const struct shape rule_shape = SHAPE("rule", report_rule_view, rule_slots);

static const struct slot group_slots[] = {
    SLOT(report_group_view, name, VALUE_TEXT),
    SLOT(report_group_view, thai, VALUE_BOOL),
    SLOT(report_group_view, code, VALUE_TEXT),
    SLOT(report_group_view, english, VALUE_TEXT),
    SLOT_OF(report_group_view, counts, VALUE_LIST, &count_shape),
    SLOT_OF(report_group_view, findings, VALUE_LIST, &finding_shape),
};
static const struct shape group_of_shape = SHAPE("group", report_group_view, group_slots);

static const struct slot district_slots[] = {
    SLOT(report_district_view, name, VALUE_TEXT),
    SLOT(report_district_view, thai, VALUE_BOOL),
    SLOT_OF(report_district_view, counts, VALUE_LIST, &count_shape),
    SLOT_OF(report_district_view, groups, VALUE_LIST, &group_of_shape),
};
static const struct shape district_shape =
    SHAPE("district", report_district_view, district_slots);

static const struct slot province_slots[] = {
    SLOT(report_province_view, name, VALUE_TEXT),
    SLOT(report_province_view, thai, VALUE_BOOL),
    SLOT(report_province_view, count, VALUE_TEXT),
    SLOT_OF(report_province_view, counts, VALUE_LIST, &count_shape),
    SLOT_OF(report_province_view, districts, VALUE_LIST, &district_shape),
};
static const struct shape province_shape =
    SHAPE("province", report_province_view, province_slots);

static const struct slot loose_slots[] = {
    SLOT(report_loose_view, count, VALUE_TEXT),
    SLOT_OF(report_loose_view, counts, VALUE_LIST, &count_shape),
    SLOT_OF(report_loose_view, groups, VALUE_LIST, &group_of_shape),
};
static const struct shape loose_shape = SHAPE("loose", report_loose_view, loose_slots);

static const struct slot root_slots[] = {
    SLOT_OF(report_root, t, VALUE_MAP, &report_words_shape),
    SLOT(report_root, lang, VALUE_TEXT),
    SLOT(report_root, site_title, VALUE_TEXT),
    SLOT(report_root, site_thai, VALUE_BOOL),
    SLOT(report_root, style, VALUE_HTML),
    SLOT(report_root, script, VALUE_HTML),
    SLOT(report_root, style_hash, VALUE_TEXT),
    SLOT(report_root, script_hash, VALUE_TEXT),
    SLOT(report_root, clean, VALUE_BOOL),
    SLOT(report_root, any, VALUE_BOOL),
    SLOT(report_root, foreign, VALUE_BOOL),
    SLOT_OF(report_root, totals, VALUE_LIST, &count_shape),
    SLOT_OF(report_root, rules, VALUE_LIST, &rule_shape),
    SLOT_OF(report_root, loose, VALUE_MAP, &loose_shape),
    SLOT_OF(report_root, provinces, VALUE_LIST, &province_shape),
};
const struct shape report_page_shape = SHAPE("report", report_root, root_slots);

/* ---- a stretch of the sorted listing ---- */

struct span {
    const struct listing *listing;
    size_t from, to;
};

static const struct listed *at(struct span span, size_t index)
{
    return &span.listing->items.items[index];
}

static bool same_file(const struct listed *a, const struct listed *b)
{
    return str_eq(a->finding->pos.file, b->finding->pos.file);
}

static bool same_lao(const struct listed *a, const struct listed *b)
{
    return a->lao == b->lao;
}

static bool same_district(const struct listed *a, const struct listed *b)
{
    return a->lao->district == b->lao->district;
}

static bool same_province(const struct listed *a, const struct listed *b)
{
    return a->lao->province == b->lao->province;
}

/* The beginning of the span that is one thing. */
static struct span first_run(struct span span,
                             bool (*same)(const struct listed *, const struct listed *))
{
    size_t to = span.from;
    while (to < span.to && same(at(span, span.from), at(span, to)))
        to++;
    return (struct span){span.listing, span.from, to};
}

/* A value for each thing of the span, in their order. */
static struct value each_run(struct span span,
                             bool (*same)(const struct listed *, const struct listed *),
                             struct value (*make)(struct span, struct arena *),
                             struct arena *arena)
{
    LIST(struct value) values = {0};
    while (span.from < span.to) {
        struct span run = first_run(span, same);
        *list_push(&values, arena) = make(run, arena);
        span.from = run.to;
    }
    return value_list(values.items, values.count);
}

/* ---- counts ---- */

static struct value number(size_t count, struct arena *arena)
{
    return value_text(number_grouped(count, arena));
}

static struct value count_value(size_t count, enum severity severity, enum diag_lang lang,
                                struct arena *arena)
{
    struct report_count_view *v = value_struct(report_count_view, arena);
    v->severity = value_text(str_from(severity_names[severity][DIAG_EN]));
    v->severity_text = value_text(str_from(severity_names[severity][lang]));
    v->count = number(count, arena);
    v->means = value_text(str_from(report_severity_means[severity][lang]));
    return value_map(v, &count_shape);
}

/* The worst first; those that there are none of are left out. */
static struct value counts_of(struct span span, struct arena *arena)
{
    size_t counts[SEVERITY_COUNT] = {0};
    struct value *values = arena_many(arena, SEVERITY_COUNT, struct value);
    size_t count = 0;
    for (size_t i = span.from; i < span.to; i++)
        counts[at(span, i)->finding->rule->severity]++;
    for (size_t s = SEVERITY_COUNT; s-- > 0;)
        if (counts[s])
            values[count++] =
                count_value(counts[s], (enum severity)s, span.listing->lang, arena);
    return value_list(values, count);
}

/* ---- from a finding to a province ---- */

static struct value findings_of(struct span span, struct arena *arena)
{
    const struct listing *listing = span.listing;
    size_t count = span.to - span.from;
    struct value *values = arena_many(arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct listed *listed = at(span, span.from + i);
        struct finding_view *v = value_struct(finding_view, arena);
        finding_fill(v, listing->site, listed->finding, listing->lang, arena);
        v->excerpt = value_text(listed->excerpt);
        values[i] = value_map(v, &finding_shape);
    }
    return value_list(values, count);
}

static struct value file_group(struct span span, struct arena *arena)
{
    struct report_group_view *v = value_struct(report_group_view, arena);
    v->name = value_text(
        diag_visible(at(span, span.from)->finding->pos.file, SIZE_MAX, arena));
    v->counts = counts_of(span, arena);
    v->findings = findings_of(span, arena);
    return value_map(v, &group_of_shape);
}

static struct value lao_group(struct span span, struct arena *arena)
{
    const struct listing *listing = span.listing;
    const struct lao *lao = at(span, span.from)->lao;
    struct report_group_view *v = value_struct(report_group_view, arena);
    bool foreign = listing->lang == DIAG_EN;
    v->name = value_text(listing_lao_name(lao, arena));
    v->thai = value_bool(foreign);
    if (foreign && listing->site_lang)
        v->english = value_text(lao->name.in[listing->site_lang]);
    v->code = value_text(lao_code_full(lao->type, lao->key, arena));
    v->counts = counts_of(span, arena);
    v->findings = findings_of(span, arena);
    return value_map(v, &group_of_shape);
}

static bool is_foreign(const struct listing *listing, bool thai)
{
    return thai && listing->lang == DIAG_EN;
}

static struct value district_value(struct span span, struct arena *arena)
{
    const struct district *district = at(span, span.from)->lao->district;
    struct report_district_view *v = value_struct(report_district_view, arena);
    bool thai = false;
    if (district)
        v->name = value_text(listing_name(span.listing, &district->name, &thai));
    v->thai = value_bool(is_foreign(span.listing, thai));
    v->counts = counts_of(span, arena);
    v->groups = each_run(span, same_lao, lao_group, arena);
    return value_map(v, &district_shape);
}

static struct value province_value(struct span span, struct arena *arena)
{
    const struct province *province = at(span, span.from)->lao->province;
    struct report_province_view *v = value_struct(report_province_view, arena);
    bool thai = false;
    v->name = value_text(listing_name(span.listing, &province->name, &thai));
    v->thai = value_bool(is_foreign(span.listing, thai));
    v->count = value_int((int64_t)(span.to - span.from), arena);
    v->counts = counts_of(span, arena);
    v->districts = each_run(span, same_district, district_value, arena);
    return value_map(v, &province_shape);
}

/* ---- the whole ---- */

static struct value loose_value(struct span span, struct arena *arena)
{
    if (span.from == span.to)
        return (struct value){.kind = VALUE_NONE};
    struct report_loose_view *v = value_struct(report_loose_view, arena);
    v->count = value_int((int64_t)(span.to - span.from), arena);
    v->counts = counts_of(span, arena);
    v->groups = each_run(span, same_file, file_group, arena);
    return value_map(v, &loose_shape);
}

static struct value totals(const struct listing *listing, struct arena *arena)
{
    struct value *values = arena_many(arena, SEVERITY_COUNT, struct value);
    for (size_t i = 0; i < SEVERITY_COUNT; i++) {
        enum severity severity = (enum severity)(SEVERITY_COUNT - 1 - i);
        values[i] =
            count_value(listing->diags->counts[severity], severity, listing->lang, arena);
    }
    return value_list(values, SEVERITY_COUNT);
}

static int compare_ids(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The rules that were broken, by id, each with its number. */
static struct value rules_of(const struct listing *listing, struct arena *arena)
{
    size_t count = listing->items.count;
    const char **ids = arena_many(arena, count, const char *);
    for (size_t i = 0; i < count; i++)
        ids[i] = listing->items.items[i].finding->rule->id;
    if (count)
        qsort(ids, count, sizeof(*ids), compare_ids);
    LIST(struct value) values = {0};
    for (size_t from = 0, to; from < count; from = to) {
        for (to = from; to < count && strcmp(ids[from], ids[to]) == 0;)
            to++;
        struct report_rule_view *v = value_struct(report_rule_view, arena);
        v->id = value_text(str_from(ids[from]));
        v->count = number(to - from, arena);
        *list_push(&values, arena) = value_map(v, &rule_shape);
    }
    return value_list(values.items, values.count);
}

static void fill_lists(struct report_root *root, const struct listing *sorted,
                       struct arena *arena)
{
    struct span loose = {sorted, 0, 0}, placed = {sorted, 0, sorted->items.count};
    while (loose.to < placed.to && !at(placed, loose.to)->lao)
        loose.to++;
    placed.from = loose.to;
    root->loose = loose_value(loose, arena);
    root->provinces = each_run(placed, same_province, province_value, arena);
}

struct report_root *report_page(const struct listing *listing, struct arena *arena)
{
    struct report_root *root = value_struct(report_root, arena);
    struct listing *sorted = arena_new(arena, struct listing);
    *sorted = listing_by_place(listing, arena);
    bool thai = false;
    root->t = report_words(listing->lang, arena);
    root->lang = value_text(str_from(diag_lang_tags[listing->lang]));
    root->site_title =
        value_text(listing_name(listing, &listing->site->settings.title, &thai));
    root->site_thai = value_bool(is_foreign(listing, thai));
    root->foreign = value_bool(listing->lang == DIAG_EN);
    root->clean = value_bool(listing_is_clean(listing));
    root->any = value_bool(listing->items.count > 0);
    root->totals = totals(listing, arena);
    root->rules = rules_of(listing, arena);
    fill_lists(root, sorted, arena);
    return root;
}
