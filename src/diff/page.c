/* SPDX-License-Identifier: MIT */
#include "diff/page.h"

#include "base/number.h"
#include "base/utf8.h"
#include "diff/shown.h"
#include "diff/words.h"

enum { AROUND = 60, WITHIN = 4000, PARTS_SHOWN = 40 };

/* ---- small values ---- */

struct paging {
    const struct diff *diff;
    enum diag_lang lang;
    struct arena *arena;
};

struct values LIST_OF(struct value);

static const char *const kind_keys[DIFF_KINDS] = {
    [DIFF_ADDED] = "added", [DIFF_CHANGED] = "changed", [DIFF_REMOVED] = "removed"};

static struct value number(const struct paging *p, size_t count)
{
    return value_text(number_grouped(count, p->arena));
}

static struct value word(const struct paging *p, enum diff_word of)
{
    return value_text(diff_word(of, p->lang));
}

static struct value shown(const struct paging *p, struct str text)
{
    return value_text(diag_visible(text, SIZE_MAX, p->arena));
}

/* The language of a text that is not in the page's. */
static struct value lang_of(const struct paging *p, struct str text)
{
    bool thai = false, latin = false;
    for (; text.len; text = str_skip(text, utf8_next(text).len)) {
        uint32_t c = utf8_next(text).codepoint;
        thai |= c >= 0x0E00 && c <= 0x0E7F;
        latin |= (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }
    if (p->lang == DIAG_EN)
        return value_text(thai ? STR("th") : STR(""));
    return value_text(latin && !thai ? STR("en") : STR(""));
}

static struct value count_value(const struct paging *p, enum diff_kind kind, size_t count)
{
    struct diff_count_view *v = value_struct(diff_count_view, p->arena);
    v->kind = value_text(str_from(kind_keys[kind]));
    v->label = word(p, diff_kind_words[kind]);
    v->count = number(p, count);
    return value_map(v, &diff_count_shape);
}

/* ---- changes ---- */

static struct value change_value(const struct paging *p, const struct diff_change *change)
{
    struct diff_shown of = diff_shown(change, p->lang, AROUND, WITHIN, p->arena);
    struct str field = diff_field_name(change->field, p->lang, p->arena);
    struct diff_change_view *v = value_struct(diff_change_view, p->arena);
    v->field = shown(p, field);
    v->field_lang = lang_of(p, field);
    v->start = value_text(of.start);
    v->before = value_text(of.before);
    v->after = value_text(of.after);
    v->end = value_text(of.end);
    v->was = value_bool(change->before.len > 0);
    v->is = value_bool(change->after.len > 0);
    v->value_lang = lang_of(p, str_cat(p->arena, of.start, of.before, of.after, of.end));
    return value_map(v, &diff_change_shape);
}

static struct value change_values(const struct paging *p, const struct diff_changes *list)
{
    struct value *items = arena_many(p->arena, list->count, struct value);
    for (size_t i = 0; i < list->count; i++)
        items[i] = change_value(p, &list->items[i]);
    return value_list(items, list->count);
}

static struct value place_values(const struct paging *p)
{
    size_t count = p->diff->places.count;
    struct value *items = arena_many(p->arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct diff_place *place = &p->diff->places.items[i];
        struct diff_place_view *v = value_struct(diff_place_view, p->arena);
        v->label = word(p, place->is_district ? DIFF_WORD_district : DIFF_WORD_province);
        v->code = shown(p, place->code);
        v->name = shown(p, diff_place_name(place, p->lang));
        v->name_lang = lang_of(p, diff_place_name(place, p->lang));
        v->changes = change_values(p, &place->changes);
        items[i] = value_map(v, &diff_place_shape);
    }
    return value_list(items, count);
}

static struct value addresses(const struct paging *p)
{
    if (!p->diff->addresses)
        return (struct value){0};
    struct diff_addresses_view *v = value_struct(diff_addresses_view, p->arena);
    v->count = number(p, p->diff->addresses);
    v->before = shown(p, p->diff->address.before);
    v->after = shown(p, p->diff->address.after);
    return value_map(v, &diff_addresses_shape);
}

static struct value host_values(const struct paging *p, enum diff_kind kind)
{
    struct values list = {0};
    for (size_t i = 0; i < p->diff->hosts.count; i++) {
        const struct diff_host *host = &p->diff->hosts.items[i];
        struct str code = diag_visible(host->first, SIZE_MAX, p->arena);
        if (host->is != kind)
            continue;
        struct diff_host_view *v = value_struct(diff_host_view, p->arena);
        v->name = shown(p, host->name);
        v->where = host->entries ? value_text(diff_filled(DIFF_WORD_host_entries, p->lang,
                                                          host->entries, code, p->arena))
                                 : word(p, DIFF_WORD_host_pages);
        *list_push(&list, p->arena) = value_map(v, &diff_host_shape);
    }
    return value_list(list.items, list.count);
}

/* ---- numbers ---- */

static struct value field_values(const struct paging *p)
{
    size_t count = p->diff->fields.count;
    struct value *items = arena_many(p->arena, count, struct value);
    for (size_t i = 0; i < count; i++) {
        const struct diff_field *field = &p->diff->fields.items[i];
        struct str name = diff_field_name(field->name, p->lang, p->arena);
        struct diff_tally_view *v = value_struct(diff_tally_view, p->arena);
        v->name = shown(p, name);
        v->name_lang = lang_of(p, name);
        v->count = number(p, field->count);
        items[i] = value_map(v, &diff_tally_shape);
    }
    return value_list(items, count);
}

static struct value province_value(const struct paging *p,
                                   const struct diff_province *province, struct str name)
{
    struct diff_tally_view *v = value_struct(diff_tally_view, p->arena);
    size_t before = province->before, after = province->after;
    struct str more =
        number_grouped(after > before ? after - before : before - after, p->arena);
    const char *sign = after > before ? "+" : after < before ? "−" : "";
    v->name = shown(p, name);
    v->name_lang = lang_of(p, name);
    v->before = number(p, before);
    v->after = number(p, after);
    v->difference = value_text(str_cat(p->arena, str_from(sign), more));
    v->added = number(p, province->kinds[DIFF_ADDED]);
    v->changed = number(p, province->kinds[DIFF_CHANGED]);
    v->removed = number(p, province->kinds[DIFF_REMOVED]);
    v->count = number(p, after);
    return value_map(v, &diff_tally_shape);
}

static void fill_provinces(const struct paging *p, struct diff_root *root)
{
    struct diff_province total = {0};
    struct values changed = {0}, unchanged = {0};
    for (size_t i = 0; i < p->diff->provinces.count; i++) {
        const struct diff_province *province = &p->diff->provinces.items[i];
        size_t kinds = 0;
        for (size_t kind = 0; kind < DIFF_KINDS; kind++) {
            kinds += province->kinds[kind];
            total.kinds[kind] += province->kinds[kind];
        }
        total.before += province->before;
        total.after += province->after;
        *(kinds ? list_push(&changed, p->arena) : list_push(&unchanged, p->arena)) =
            province_value(p, province, diff_province_name(province, p->lang));
    }
    root->provinces = value_list(changed.items, changed.count);
    root->unchanged = value_list(unchanged.items, unchanged.count);
    root->total = province_value(p, &total, diff_word(DIFF_WORD_total, p->lang));
}

/* ---- entries, by province ---- */

static struct value entry_value(const struct paging *p, const struct diff_entry *entry,
                                enum diff_kind kind)
{
    const struct built_entry *of = entry->after ? entry->after : entry->before;
    struct str lao = diff_lao(entry, p->lang), name = built_text(of, "name", p->lang);
    struct str summary = built_text(of, "summary", p->lang);
    struct diff_entry_view *v = value_struct(diff_entry_view, p->arena);
    v->code = shown(p, entry->code);
    v->lao = shown(p, lao);
    v->lao_lang = lang_of(p, lao);
    v->name = shown(p, name);
    v->name_lang = lang_of(p, name);
    if (kind != DIFF_CHANGED) {
        v->summary = shown(p, summary);
        v->summary_lang = lang_of(p, summary);
    }
    v->state = value_text(diff_state(p->diff, entry, kind, p->lang));
    v->changes = change_values(p, &entry->changes);
    v->is_changed = value_bool(entry->changes.count > 0);
    return value_map(v, &diff_entry_shape);
}

static struct str province_name(const struct paging *p, struct str code)
{
    for (size_t i = 0; i < p->diff->provinces.count; i++)
        if (str_eq(p->diff->provinces.items[i].code, code))
            return diff_province_name(&p->diff->provinces.items[i], p->lang);
    return code;
}

static struct value group_values(const struct paging *p, enum diff_kind kind)
{
    const struct diff_entries *entries = &p->diff->entries[kind];
    struct values groups = {0};
    for (size_t from = 0, to; from < entries->count; from = to) {
        struct str code = entries->items[from].province, name = province_name(p, code);
        struct values list = {0};
        for (to = from; to < entries->count && str_eq(entries->items[to].province, code);
             to++)
            *list_push(&list, p->arena) = entry_value(p, &entries->items[to], kind);
        struct diff_group_view *v = value_struct(diff_group_view, p->arena);
        v->name = shown(p, name);
        v->name_lang = lang_of(p, name);
        v->entries = value_list(list.items, list.count);
        *list_push(&groups, p->arena) = value_map(v, &diff_group_shape);
    }
    return value_list(groups.items, groups.count);
}

/* What is lost first. */
static struct value list_values(const struct paging *p)
{
    static const enum diff_kind order[] = {DIFF_REMOVED, DIFF_ADDED, DIFF_CHANGED};
    struct values lists = {0};
    for (size_t i = 0; i < DIFF_KINDS; i++) {
        enum diff_kind kind = order[i];
        if (!p->diff->entries[kind].count)
            continue;
        struct diff_list_view *v = value_struct(diff_list_view, p->arena);
        v->kind = value_text(str_from(kind_keys[kind]));
        v->label = word(p, diff_kind_words[kind]);
        v->count = number(p, p->diff->entries[kind].count);
        v->groups = group_values(p, kind);
        *list_push(&lists, p->arena) = value_map(v, &diff_list_shape);
    }
    return value_list(lists.items, lists.count);
}

/* ---- the whole ---- */

static struct value site_values(const struct paging *p)
{
    const struct built *sites[] = {p->diff->before, p->diff->after};
    static const enum diff_word labels[] = {DIFF_WORD_before, DIFF_WORD_after};
    struct value *items = arena_many(p->arena, 2, struct value);
    for (size_t i = 0; i < 2; i++) {
        struct diff_site_view *v = value_struct(diff_site_view, p->arena);
        size_t held = 0;
        for (size_t k = 0; k < sites[i]->provinces.entries.count; k++)
            held += ((struct built_province *)sites[i]->provinces.entries.items[k].value)
                        ->held;
        v->label = word(p, labels[i]);
        v->path = shown(p, sites[i]->path);
        v->entries = number(p, sites[i]->entries.entries.count);
        if (sites[i]->knows_laos)
            v->held = number(p, held);
        v->fingerprint = value_text(sites[i]->fingerprint);
        items[i] = value_map(v, &diff_site_shape);
    }
    return value_list(items, 2);
}

static void fill_files(const struct paging *p, struct diff_root *root)
{
    const struct diff *diff = p->diff;
    struct values files = {0}, parts = {0};
    for (size_t kind = 0; kind < DIFF_KINDS && !(diff->unknown & DIFF_NO_FILES); kind++)
        *list_push(&files, p->arena) =
            count_value(p, (enum diff_kind)kind, diff->files[kind]);
    for (size_t i = 0; i < diff->parts.count && i < PARTS_SHOWN; i++) {
        struct diff_count_view *v = value_struct(diff_count_view, p->arena);
        enum diff_kind is = diff->parts.items[i].is;
        v->kind = value_text(str_from(kind_keys[is]));
        v->label = word(p, diff_kind_words[is]);
        v->count = value_text(diff->parts.items[i].path);
        *list_push(&parts, p->arena) = value_map(v, &diff_count_shape);
    }
    root->files = value_list(files.items, files.count);
    root->parts = value_list(parts.items, parts.count);
    if (diff->parts.count > PARTS_SHOWN)
        root->parts_more = value_text(diff_filled(
            DIFF_WORD_more, p->lang, diff->parts.count - PARTS_SHOWN, STR(""), p->arena));
}

static struct value note_values(const struct paging *p)
{
    struct diff_notes notes = diff_notes(p->diff, p->lang, p->arena);
    struct value *items = arena_many(p->arena, notes.count, struct value);
    for (size_t i = 0; i < notes.count; i++)
        items[i] = value_text(notes.items[i]);
    return value_list(items, notes.count);
}

static void fill_totals(const struct paging *p, struct diff_root *root)
{
    static const enum diff_word roles[] = {DIFF_WORD_prepared, DIFF_WORD_checked,
                                           DIFF_WORD_approved};
    enum { ROLES = sizeof(roles) / sizeof(*roles) };
    struct value *signers = arena_many(p->arena, ROLES, struct value);
    struct value *totals = arena_many(p->arena, DIFF_KINDS, struct value);
    size_t entries = 0;
    for (size_t i = 0; i < ROLES; i++)
        signers[i] = word(p, roles[i]);
    for (size_t kind = 0; kind < DIFF_KINDS; kind++) {
        entries += p->diff->entries[kind].count;
        totals[kind] = count_value(p, (enum diff_kind)kind, p->diff->entries[kind].count);
    }
    root->signers = value_list(signers, ROLES);
    root->totals = value_list(totals, DIFF_KINDS);
    root->same_entries = value_bool(!p->diff->same && !entries);
}

static struct value any(const struct value *a, const struct value *b)
{
    return value_bool(value_is_true(a) || value_is_true(b));
}

static void fill_truths(struct diff_root *root)
{
    const struct {
        struct value *has;
        const struct value *one, *other;
    } truths[] = {
        {&root->has_notes, &root->notes, &root->notes},
        {&root->has_hosts, &root->hosts_added, &root->hosts_removed},
        {&root->has_new_hosts, &root->hosts_added, &root->hosts_added},
        {&root->has_gone_hosts, &root->hosts_removed, &root->hosts_removed},
        {&root->has_site_changes, &root->site, &root->site},
        {&root->has_site, &root->site, &root->places},
        {&root->has_site, &root->has_site, &root->addresses},
        {&root->has_unchanged, &root->unchanged, &root->unchanged},
        {&root->has_fields, &root->fields, &root->fields},
        {&root->has_files, &root->files, &root->files},
        {&root->has_parts, &root->parts, &root->parts},
    };
    for (size_t i = 0; i < sizeof(truths) / sizeof(*truths); i++)
        *truths[i].has = any(truths[i].one, truths[i].other);
}

struct diff_root *diff_page(const struct diff *diff, enum diag_lang lang,
                            struct arena *arena)
{
    const struct paging p = {diff, lang, arena};
    struct diff_root *root = value_struct(diff_root, arena);
    root->t = diff_words(lang, arena);
    root->lang = value_text(str_from(diag_lang_tags[lang]));
    root->site_title = shown(&p, diff->after->title);
    root->site_title_lang = lang_of(&p, diff->after->title);
    root->same = value_bool(diff->same);
    root->sites = site_values(&p);
    root->notes = note_values(&p);
    root->site = change_values(&p, &diff->site);
    root->addresses = addresses(&p);
    root->places = place_values(&p);
    root->hosts_added = host_values(&p, DIFF_ADDED);
    root->hosts_removed = host_values(&p, DIFF_REMOVED);
    root->fields = field_values(&p);
    root->lists = list_values(&p);
    fill_totals(&p, root);
    fill_provinces(&p, root);
    fill_files(&p, root);
    fill_truths(root);
    root->has_prints =
        value_bool(diff->before->fingerprint.len || diff->after->fingerprint.len);
    return root;
}
