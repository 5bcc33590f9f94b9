/* SPDX-License-Identifier: MIT */
/* Version 1 of diff.schema.json: an entry a line; what is not there is null. */
#include "diff/formats.h"
#include "diff/words.h"
#include "render/escape.h"

static const char *const kind_keys[DIFF_KINDS] = {
    [DIFF_ADDED] = "added", [DIFF_CHANGED] = "changed", [DIFF_REMOVED] = "removed"};

/* ---- values ---- */

static void put_string(struct str text, struct buf *out)
{
    buf_putc(out, '"');
    escape_put(ESCAPE_JSON, text, out);
    buf_putc(out, '"');
}

static void put_text(const char *key, struct str text, struct buf *out)
{
    buf_format(out, "\"%s\":", key);
    if (text.len)
        put_string(text, out);
    else
        buf_put(out, STR("null"));
}

static void put_changes(const char *key, const struct diff_changes *changes,
                        struct buf *out)
{
    buf_format(out, "\"%s\":[", key);
    for (size_t i = 0; i < changes->count; i++) {
        const struct diff_change *change = &changes->items[i];
        buf_put(out, i ? STR(",{") : STR("{"));
        put_text("field", change->field, out);
        buf_putc(out, ',');
        put_text("before", change->before, out);
        buf_putc(out, ',');
        put_text("after", change->after, out);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
}

static void begin(size_t index, struct buf *out)
{
    buf_put(out, index ? STR(",\n{") : STR("\n{"));
}

/* ---- parts ---- */

static void put_site(const char *key, const struct built *site, struct buf *out)
{
    buf_format(out, "\"%s\":{", key);
    put_text("path", site->path, out);
    buf_putc(out, ',');
    put_text("title", site->title, out);
    buf_putc(out, ',');
    put_text("fingerprint", site->fingerprint, out);
    buf_format(out, ",\"entries\":%zu},\n", site->entries.entries.count);
}

static void put_entry(const struct diff_entry *entry, enum diff_kind kind,
                      enum diag_lang lang, struct buf *out)
{
    const struct built_entry *of = entry->after ? entry->after : entry->before;
    put_text("code", entry->code, out);
    buf_putc(out, ',');
    put_text("province", entry->province, out);
    buf_putc(out, ',');
    put_text("lao", diff_lao(entry, lang), out);
    buf_putc(out, ',');
    put_text("name", built_text(of, "name", lang), out);
    buf_putc(out, ',');
    if (kind == DIFF_CHANGED)
        put_changes("fields", &entry->changes, out);
    else
        put_text("state", entry->state, out);
    buf_putc(out, '}');
}

static void put_entries(const struct diff *diff, enum diff_kind kind, enum diag_lang lang,
                        struct buf *out)
{
    const struct diff_entries *entries = &diff->entries[kind];
    buf_format(out, "\"%s\":[", kind_keys[kind]);
    for (size_t i = 0; i < entries->count; i++) {
        begin(i, out);
        put_entry(&entries->items[i], kind, lang, out);
    }
    buf_put(out, STR("],\n"));
}

static void put_fields(const struct diff *diff, struct buf *out)
{
    buf_put(out, STR("\"fields\":["));
    for (size_t i = 0; i < diff->fields.count; i++) {
        begin(i, out);
        put_text("field", diff->fields.items[i].name, out);
        buf_format(out, ",\"entries\":%zu}", diff->fields.items[i].count);
    }
    buf_put(out, STR("],\n"));
}

static void put_places(const struct diff *diff, struct buf *out)
{
    buf_put(out, STR("\"places\":["));
    for (size_t i = 0; i < diff->places.count; i++) {
        const struct diff_place *place = &diff->places.items[i];
        begin(i, out);
        put_text("kind", place->is_district ? STR("district") : STR("province"), out);
        buf_putc(out, ',');
        put_text("code", place->code, out);
        buf_putc(out, ',');
        put_changes("fields", &place->changes, out);
        buf_putc(out, '}');
    }
    buf_put(out, STR("],\n"));
}

static void put_addresses(const struct diff *diff, struct buf *out)
{
    buf_format(out, "\"addresses\":{\"entries\":%zu,", diff->addresses);
    put_text("before", diff->address.before, out);
    buf_putc(out, ',');
    put_text("after", diff->address.after, out);
    buf_put(out, STR("},\n"));
}

static void put_hosts(const struct diff *diff, enum diff_kind kind, struct buf *out)
{
    size_t count = 0;
    buf_format(out, "\"%s\":[", kind_keys[kind]);
    for (size_t i = 0; i < diff->hosts.count; i++) {
        const struct diff_host *host = &diff->hosts.items[i];
        if (host->is != kind)
            continue;
        begin(count++, out);
        put_text("host", host->name, out);
        buf_format(out, ",\"entries\":%zu,", host->entries);
        put_text("first", host->first, out);
        buf_putc(out, '}');
    }
    buf_putc(out, ']');
}

static void put_province(const struct diff_province *province, enum diag_lang lang,
                         struct buf *out)
{
    put_text("code", province->code, out);
    buf_putc(out, ',');
    put_text("name", diff_province_name(province, lang), out);
    buf_format(out, ",\"before\":%zu,\"after\":%zu,\"difference\":%lld", province->before,
               province->after, (long long)province->after - (long long)province->before);
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        buf_format(out, ",\"%s\":%zu", kind_keys[kind], province->kinds[kind]);
    buf_putc(out, '}');
}

static void put_provinces(const struct diff *diff, enum diag_lang lang, struct buf *out)
{
    buf_put(out, STR("\"provinces\":["));
    for (size_t i = 0; i < diff->provinces.count; i++) {
        begin(i, out);
        put_province(&diff->provinces.items[i], lang, out);
    }
    buf_put(out, STR("],\n"));
}

/* null when they were not compared. */
static void put_files(const struct diff *diff, struct buf *out)
{
    if (diff->unknown & DIFF_NO_FILES) {
        buf_put(out, STR("\"files\":null,\n"));
        return;
    }
    buf_put(out, STR("\"files\":{"));
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        buf_format(out, "\"%s\":%zu,", kind_keys[kind], diff->files[kind]);
    buf_put(out, STR("\"parts\":["));
    for (size_t i = 0; i < diff->parts.count; i++) {
        begin(i, out);
        put_text("path", diff->parts.items[i].path, out);
        buf_format(out, ",\"is\":\"%s\"}", kind_keys[diff->parts.items[i].is]);
    }
    buf_put(out, STR("]},\n"));
}

static void put_notes(const struct diff *diff, enum diag_lang lang, struct buf *out,
                      struct arena *arena)
{
    struct diff_notes notes = diff_notes(diff, lang, arena);
    buf_put(out, STR("\"not_compared\":["));
    for (size_t i = 0; i < notes.count; i++) {
        buf_put(out, i ? STR(",") : STR(""));
        put_string(notes.items[i], out);
    }
    buf_put(out, STR("]\n"));
}

void diff_json(const struct diff *diff, enum diag_lang lang, struct buf *out)
{
    struct arena arena = {0};
    buf_format(out, "{\"version\":%d,\"lang\":\"%s\",\"same\":%s,\n", DIFF_VERSION,
               diag_lang_tags[lang], diff->same ? "true" : "false");
    put_site("before", diff->before, out);
    put_site("after", diff->after, out);
    put_changes("site", &diff->site, out);
    buf_put(out, STR(",\n"));
    put_places(diff, out);
    put_addresses(diff, out);
    buf_put(out, STR("\"hosts\":{"));
    put_hosts(diff, DIFF_ADDED, out);
    buf_putc(out, ',');
    put_hosts(diff, DIFF_REMOVED, out);
    buf_put(out, STR("},\n"));
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        put_entries(diff, (enum diff_kind)kind, lang, out);
    put_fields(diff, out);
    put_provinces(diff, lang, out);
    put_files(diff, out);
    put_notes(diff, lang, out, &arena);
    buf_put(out, STR("}\n"));
    arena_release(&arena);
}
