/* SPDX-License-Identifier: MIT */
/* Version 1 of findings.schema.json: one finding a line; what is not there is null. */
#include "report_formats.h"

#include "model/sheet_link.h"
#include "render/escape.h"

static void put_string(struct str text, struct buf *out)
{
    buf_putc(out, '"');
    escape_put(ESCAPE_JSON, text, out);
    buf_putc(out, '"');
}

static void put_or_null(struct str text, struct buf *out)
{
    if (text.len)
        put_string(text, out);
    else
        buf_put(out, STR("null"));
}

static void put_text(const char *key, struct str text, struct buf *out)
{
    buf_format(out, ",\"%s\":", key);
    put_or_null(text, out);
}

static void put_number(const char *key, unsigned number, struct buf *out)
{
    if (number)
        buf_format(out, ",\"%s\":%u", key, number);
    else
        buf_format(out, ",\"%s\":null", key);
}

static void put_place(const char *key, struct str code, struct str name, struct buf *out)
{
    buf_format(out, ",\"%s\":{\"code\":", key);
    put_string(code, out);
    put_text("name", name, out);
    buf_putc(out, '}');
}

static void put_lao(const struct listing *listing, const struct lao *lao, struct buf *out,
                    struct arena *scratch)
{
    if (!lao) {
        buf_put(out, STR(",\"lao\":null,\"district\":null,\"province\":null"));
        return;
    }
    const struct district *district = lao->district;
    buf_put(out, STR(",\"lao\":{\"key\":"));
    put_string(lao->key, out);
    put_text("name", listing_lao_name(lao, scratch), out);
    put_text("type", str_from(lao_types[lao->type].key), out);
    buf_putc(out, '}');
    if (district)
        put_place("district", district->code, listing_name(listing, &district->name, NULL),
                  out);
    else
        buf_put(out, STR(",\"district\":null"));
    put_place("province", lao->province->code,
              listing_name(listing, &lao->province->name, NULL), out);
}

static void put_pos(const struct pos *pos, struct buf *out, struct arena *scratch)
{
    put_text("file", pos->file, out);
    put_number("line", pos->line, out);
    put_number("row", pos->row, out);
    put_number("column", pos->column, out);
    put_text("column_letter", pos->row ? diag_column(pos, scratch) : STR(""), out);
    put_text("header", pos->header, out);
}

static void put_finding(const struct listing *listing, const struct listed *listed,
                        struct buf *out, struct arena *scratch)
{
    const struct finding *finding = listed->finding;
    buf_put(out, STR("{\"rule\":"));
    put_string(str_from(finding->rule->id), out);
    put_text("severity", str_from(severity_names[finding->rule->severity][DIAG_EN]), out);
    put_pos(&finding->pos, out, scratch);
    put_text("value", listed->value, out);
    put_text("problem", diag_problem(finding, listing->lang, scratch), out);
    put_text("remedy", diag_remedy(finding, listing->lang, scratch), out);
    put_text("link", sheet_cell_link(listing->site, &finding->pos, scratch), out);
    put_text("excerpt", listed->excerpt, out);
    put_lao(listing, listed->lao, out, scratch);
    buf_putc(out, '}');
}

void report_json(const struct listing *listing, struct buf *out)
{
    const size_t *counts = listing->diags->counts;
    struct arena scratch = {0};
    buf_format(out, "{\"version\":%d,\"lang\":\"%s\",", FINDINGS_VERSION,
               diag_lang_tags[listing->lang]);
    buf_format(out, "\"counts\":{\"error\":%zu,\"warning\":%zu,\"note\":%zu},",
               counts[SEVERITY_ERROR], counts[SEVERITY_WARNING], counts[SEVERITY_NOTE]);
    buf_put(out, STR("\"findings\":["));
    for (size_t i = 0; i < listing->items.count; i++) {
        struct arena_mark mark = arena_mark(&scratch);
        buf_put(out, i ? STR(",\n") : STR("\n"));
        put_finding(listing, &listing->items.items[i], out, &scratch);
        arena_rewind(&scratch, mark);
    }
    buf_put(out, STR("\n]}\n"));
    arena_release(&scratch);
}
