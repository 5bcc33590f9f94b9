/* SPDX-License-Identifier: MIT */
/* A diff on a terminal. One function a part, in the order in which a reader needs them.
 */
#include "diff/formats.h"
#include "diff/shown.h"
#include "diff/words.h"

enum { AROUND = 24, WITHIN = 160, PARTS_SHOWN = 20 };

struct telling {
    const struct diff *diff;
    enum diag_lang lang;
    bool colour;
    struct buf *out;
    struct arena *arena;
};

static const struct {
    char sign;
    const char *colour;
} kinds[DIFF_KINDS] = {
    [DIFF_ADDED] = {'+', "\033[32m"},
    [DIFF_CHANGED] = {'~', "\033[33m"},
    [DIFF_REMOVED] = {'-', "\033[31m"},
};

/* ---- lines ---- */

static void head(const struct telling *t, enum diff_word word)
{
    buf_format(t->out, "\n%s%.*s%s\n", t->colour ? "\033[1m" : "",
               STR_ARG(diff_word(word, t->lang)), t->colour ? "\033[0m" : "");
}

/* "  + text": a line of this kind. */
static void line(const struct telling *t, const char *indent, enum diff_kind kind,
                 struct str text)
{
    buf_format(t->out, "%s%s%c %.*s%s\n", indent, t->colour ? kinds[kind].colour : "",
               kinds[kind].sign, STR_ARG(text), t->colour ? "\033[0m" : "");
}

static struct str visible(const struct telling *t, struct str text)
{
    return diag_visible(text, DIAG_VALUE_SHOWN, t->arena);
}

static void change(const struct telling *t, const struct diff_change *change)
{
    struct diff_shown shown = diff_shown(change, t->lang, AROUND, WITHIN, t->arena);
    struct str name = diff_field_name(change->field, t->lang, t->arena);
    buf_format(t->out, "    %.*s\n", STR_ARG(visible(t, name)));
    struct str none = diff_word(DIFF_WORD_none, t->lang);
    line(t, "      ", DIFF_REMOVED,
         change->before.len ? str_cat(t->arena, shown.start, shown.before, shown.end)
                            : none);
    line(t, "      ", DIFF_ADDED,
         change->after.len ? str_cat(t->arena, shown.start, shown.after, shown.end)
                           : none);
}

static void changes(const struct telling *t, const struct diff_changes *list)
{
    for (size_t i = 0; i < list->count; i++)
        change(t, &list->items[i]);
}

/* ---- parts ---- */

static void tell_summary(const struct telling *t)
{
    const struct diff *diff = t->diff;
    buf_format(t->out, "%.*s: %.*s (%zu)\n",
               STR_ARG(diff_word(DIFF_WORD_before, t->lang)), STR_ARG(diff->before->path),
               diff->before->entries.entries.count);
    buf_format(t->out, "%.*s: %.*s (%zu)\n", STR_ARG(diff_word(DIFF_WORD_after, t->lang)),
               STR_ARG(diff->after->path), diff->after->entries.entries.count);
    if (diff->same) {
        buf_format(t->out, "%.*s\n", STR_ARG(diff_word(DIFF_WORD_same, t->lang)));
        return;
    }
    const char *comma = "";
    for (size_t kind = 0; kind < DIFF_KINDS; kind++, comma = ", ")
        buf_format(t->out, "%s%.*s %zu", comma,
                   STR_ARG(diff_word(diff_kind_words[kind], t->lang)),
                   diff->entries[kind].count);
    buf_putc(t->out, '\n');
}

static void tell_site(const struct telling *t)
{
    const struct diff *diff = t->diff;
    if (diff->site.count || diff->addresses)
        head(t, DIFF_WORD_site);
    changes(t, &diff->site);
    if (!diff->addresses)
        return;
    buf_format(t->out, "    %.*s: %zu, %.*s\n",
               STR_ARG(diff_word(DIFF_WORD_addresses, t->lang)), diff->addresses,
               STR_ARG(diff_word(DIFF_WORD_example, t->lang)));
    line(t, "      ", DIFF_REMOVED, visible(t, diff->address.before));
    line(t, "      ", DIFF_ADDED, visible(t, diff->address.after));
}

static void tell_places(const struct telling *t)
{
    if (t->diff->places.count)
        head(t, DIFF_WORD_places);
    for (size_t i = 0; i < t->diff->places.count; i++) {
        const struct diff_place *place = &t->diff->places.items[i];
        enum diff_word word =
            place->is_district ? DIFF_WORD_district : DIFF_WORD_province;
        line(t, "  ", DIFF_CHANGED,
             str_cat(t->arena, diff_word(word, t->lang), STR(" "),
                     visible(t, place->code), STR(" "),
                     visible(t, diff_place_name(place, t->lang))));
        changes(t, &place->changes);
    }
}

static void tell_hosts(const struct telling *t, enum diff_kind kind, enum diff_word word)
{
    size_t told = 0;
    for (size_t i = 0; i < t->diff->hosts.count; i++) {
        const struct diff_host *host = &t->diff->hosts.items[i];
        if (host->is != kind)
            continue;
        if (!told++)
            head(t, word);
        struct str where =
            host->entries ? diff_filled(DIFF_WORD_host_entries, t->lang, host->entries,
                                        visible(t, host->first), t->arena)
                          : diff_word(DIFF_WORD_host_pages, t->lang);
        line(t, "  ", kind,
             str_cat(t->arena, visible(t, host->name), STR(" ("), where, STR(")")));
    }
}

static void tell_entry(const struct telling *t, const struct diff_entry *entry,
                       enum diff_kind kind)
{
    const struct built_entry *of = entry->after ? entry->after : entry->before;
    struct str state = diff_state(t->diff, entry, kind, t->lang);
    struct str text = str_cat(t->arena, visible(t, entry->code), STR(" "),
                              visible(t, diff_lao(entry, t->lang)), STR(": "),
                              visible(t, built_text(of, "name", t->lang)));
    if (state.len)
        text = str_cat(t->arena, text, STR(" ("), state, STR(")"));
    line(t, "  ", kind, text);
    changes(t, &entry->changes);
}

static void tell_entries(const struct telling *t, enum diff_kind kind)
{
    const struct diff_entries *entries = &t->diff->entries[kind];
    if (entries->count)
        head(t, diff_kind_words[kind]);
    for (size_t i = 0; i < entries->count; i++)
        tell_entry(t, &entries->items[i], kind);
}

static void tell_fields(const struct telling *t)
{
    if (t->diff->fields.count)
        head(t, DIFF_WORD_fields);
    for (size_t i = 0; i < t->diff->fields.count; i++) {
        const struct diff_field *field = &t->diff->fields.items[i];
        struct str name = diff_field_name(field->name, t->lang, t->arena);
        buf_format(t->out, "%7zu  %.*s\n", field->count, STR_ARG(visible(t, name)));
    }
}

static bool has_changed(const struct diff_province *province)
{
    return province->kinds[DIFF_ADDED] || province->kinds[DIFF_CHANGED] ||
           province->kinds[DIFF_REMOVED];
}

/* "   108 →    107     -1  Chaiyaphum (+0 ~3 -1)": numbers first, for Thai has no
 * columns. */
static void put_province(const struct telling *t, const struct diff_province *province,
                         struct str name)
{
    buf_format(t->out, "%7zu → %6zu %+6lld  %.*s", province->before, province->after,
               (long long)province->after - (long long)province->before, STR_ARG(name));
    buf_format(t->out, " (+%zu ~%zu -%zu)\n", province->kinds[DIFF_ADDED],
               province->kinds[DIFF_CHANGED], province->kinds[DIFF_REMOVED]);
}

static void tell_provinces(const struct telling *t)
{
    struct diff_province total = {0};
    head(t, DIFF_WORD_provinces);
    for (size_t i = 0; i < t->diff->provinces.count; i++) {
        const struct diff_province *province = &t->diff->provinces.items[i];
        total.before += province->before;
        total.after += province->after;
        for (size_t kind = 0; kind < DIFF_KINDS; kind++)
            total.kinds[kind] += province->kinds[kind];
        if (has_changed(province))
            put_province(t, province, visible(t, diff_province_name(province, t->lang)));
    }
    put_province(t, &total, diff_word(DIFF_WORD_total, t->lang));
}

static void tell_files(const struct telling *t)
{
    const struct diff *diff = t->diff;
    if (diff->unknown & DIFF_NO_FILES)
        return;
    head(t, DIFF_WORD_files);
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        buf_format(t->out, "  %c %zu\n", kinds[kind].sign, diff->files[kind]);
    if (diff->parts.count)
        head(t, DIFF_WORD_parts);
    for (size_t i = 0; i < diff->parts.count && i < PARTS_SHOWN; i++)
        line(t, "  ", diff->parts.items[i].is, diff->parts.items[i].path);
    if (diff->parts.count > PARTS_SHOWN)
        buf_format(
            t->out, "  %.*s\n",
            STR_ARG(diff_filled(DIFF_WORD_more, t->lang, diff->parts.count - PARTS_SHOWN,
                                STR(""), t->arena)));
}

static void tell_notes(const struct telling *t)
{
    struct diff_notes notes = diff_notes(t->diff, t->lang, t->arena);
    if (notes.count)
        head(t, DIFF_WORD_not_compared);
    for (size_t i = 0; i < notes.count; i++)
        buf_format(t->out, "  %.*s\n", STR_ARG(notes.items[i]));
}

void diff_text(const struct diff *diff, enum diag_lang lang, bool colour, struct buf *out)
{
    struct arena arena = {0};
    const struct telling t = {diff, lang, colour, out, &arena};
    tell_summary(&t);
    if (!diff->same) {
        tell_site(&t);
        tell_places(&t);
        tell_hosts(&t, DIFF_ADDED, DIFF_WORD_hosts_added);
        tell_hosts(&t, DIFF_REMOVED, DIFF_WORD_hosts_removed);
        tell_entries(&t, DIFF_REMOVED);
        tell_entries(&t, DIFF_ADDED);
        tell_entries(&t, DIFF_CHANGED);
        tell_fields(&t);
        tell_provinces(&t);
        tell_files(&t);
    }
    tell_notes(&t);
    arena_release(&arena);
}
