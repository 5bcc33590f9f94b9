/* SPDX-License-Identifier: MIT */
#include "base/diag.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

const char *const severity_names[SEVERITY_COUNT][DIAG_LANGS] = {
    [SEVERITY_NOTE] = {"หมายเหตุ", "note"},
    [SEVERITY_WARNING] = {"คำเตือน", "warning"},
    [SEVERITY_ERROR] = {"ผิดพลาด", "error"},
};
const char *const diag_lang_tags[DIAG_LANGS] = {[DIAG_TH] = "th", [DIAG_EN] = "en"};

struct diags diags_on(struct arena *arena)
{
    return (struct diags){.arena = arena};
}

/* A list of twenty candidates may stand in a hundred thousand findings. */
static struct str keep(struct diags *diags, struct str text)
{
    enum { LONG = 64 };
    if (text.len < LONG)
        return str_copy(text, diags->arena);
    void *kept = map_get(&diags->long_texts, text);
    if (kept)
        return str_of(kept, text.len);
    struct str copy = str_copy(text, diags->arena);
    map_put(&diags->long_texts, copy, (void *)copy.ptr, diags->arena);
    return copy;
}

bool diag_add(struct diags *diags, const struct rule *rule, struct pos pos,
              const struct str args[DIAG_ARGS])
{
    struct finding *finding = list_push(&diags->items, diags->arena);
    *finding = (struct finding){.rule = rule, .pos = pos};
    finding->pos.file = str_copy(pos.file, diags->arena);
    finding->pos.header = str_copy(pos.header, diags->arena);
    finding->subject = str_copy(diags->subject, diags->arena);
    for (size_t i = 0; i < DIAG_ARGS; i++)
        finding->args[i] = keep(diags, args[i]);
    diags->counts[rule->severity]++;
    return false;
}

void diags_join(struct diags *into, const struct diags *from)
{
    for (size_t i = 0; i < from->items.count; i++)
        *list_push(&into->items, into->arena) = from->items.items[i];
    for (size_t i = 0; i < SEVERITY_COUNT; i++)
        into->counts[i] += from->counts[i];
}

static int compare_unsigned(unsigned a, unsigned b)
{
    return (a > b) - (a < b);
}

static int compare_findings(const void *left, const void *right)
{
    const struct finding *a = left, *b = right;
    int order = str_compare(a->pos.file, b->pos.file);
    if (!order)
        order = compare_unsigned(a->pos.line, b->pos.line);
    if (!order)
        order = compare_unsigned(a->pos.column, b->pos.column);
    if (!order)
        order = strcmp(a->rule->id, b->rule->id);
    for (size_t i = 0; !order && i < DIAG_ARGS; i++)
        order = str_compare(a->args[i], b->args[i]);
    return order ? order : str_compare(a->subject, b->subject);
}

void diags_sort(struct diags *diags)
{
    size_t count = diags->items.count, kept = 0;
    if (!count)
        return;
    struct finding *items = diags->items.items;
    qsort(items, count, sizeof(*items), compare_findings);
    for (size_t i = 0; i < count; i++) {
        if (kept && compare_findings(&items[kept - 1], &items[i]) == 0)
            diags->counts[items[i].rule->severity]--;
        else
            items[kept++] = items[i];
    }
    diags->items.count = kept;
}

bool diags_any_error(const struct diags *diags)
{
    return diags->counts[SEVERITY_ERROR] > 0;
}

bool diags_has(const struct diags *diags, const struct rule *rule)
{
    for (size_t i = 0; i < diags->items.count; i++)
        if (diags->items.items[i].rule == rule)
            return true;
    return false;
}

struct map diags_held(const struct diags *diags, struct arena *arena)
{
    struct map held = {0};
    for (size_t i = 0; i < diags->items.count; i++) {
        struct finding *finding = &diags->items.items[i];
        if (finding->rule->severity == SEVERITY_ERROR && finding->subject.len)
            map_put(&held, finding->subject, finding, arena);
    }
    return held;
}

/* What a reader cannot see, or what would move the terminal's cursor. */
static bool is_invisible(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0xA0) || c == 0xAD || c == 0x61C ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || (c >= 0xE000 && c <= 0xF8FF) ||
           c == 0xFFFD;
}

/* A blank is seen only between two words. */
static bool is_hidden_blank(struct str value, size_t at)
{
    bool inside = at > 0 && at + 1 < value.len;
    return value.ptr[at] == ' ' && !(inside && value.ptr[at - 1] != ' ');
}

static void put_char(struct buf *out, struct str value, size_t at, struct utf8_char c)
{
    if (c.codepoint == '\n')
        buf_put(out, STR("↵"));
    else if (is_hidden_blank(value, at))
        buf_put(out, STR("␣"));
    else if (is_invisible(c.codepoint))
        buf_format(out, "‹U+%04X›", (unsigned)c.codepoint);
    else
        buf_put(out, str_first(str_skip(value, at), c.len));
}

/* Bytes of one letter that is seen for sure, nearly all of a text: ASCII, Thai; else 0. */
static size_t plain_letter(struct str value, size_t at)
{
    unsigned char c = (unsigned char)value.ptr[at];
    if (c > ' ' && c < 0x7F)
        return 1;
    bool thai = c == 0xE0 && value.len - at >= 3 &&
                (value.ptr[at + 1] == '\xB8' || value.ptr[at + 1] == '\xB9');
    return thai ? 3 : 0;
}

/* Puts letters from `at` on until another sign or the limit; gives where they end. */
static size_t put_letters(struct buf *out, struct str value, size_t at, size_t limit,
                          size_t *shown)
{
    size_t end = at;
    for (size_t len; end < value.len && *shown < limit && (len = plain_letter(value, end));
         ++*shown)
        end += len;
    buf_put(out, str_of(value.ptr + at, end - at));
    return end;
}

static void put_visible(struct buf *out, struct str value, size_t limit)
{
    size_t shown = 0;
    for (size_t at = 0; at < value.len; shown++) {
        at = put_letters(out, value, at, limit, &shown);
        if (at == value.len)
            return;
        struct utf8_char c = utf8_next(str_skip(value, at));
        if (shown == limit) {
            buf_put(out, STR("…"));
            return;
        }
        put_char(out, value, at, c);
        at += c.len;
    }
}

struct str diag_visible(struct str value, size_t limit, struct arena *arena)
{
    struct buf out = {0};
    put_visible(&out, value, limit);
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}

static struct str arg_said(const struct finding *finding, size_t arg, enum diag_lang lang)
{
    const struct str *called = finding->called[arg];
    return called ? called[lang] : finding->args[arg];
}

static struct str fill(const struct finding *finding, const char *const sentences[DIAG_LANGS],
                       enum diag_lang lang, struct arena *arena)
{
    struct buf out = {0};
    struct str rest = str_from(sentences[lang]);
    while (rest.len) {
        bool hole = rest.len >= 3 && rest.ptr[0] == '{' && rest.ptr[2] == '}' &&
                    rest.ptr[1] >= '0' && rest.ptr[1] < '0' + DIAG_ARGS;
        if (hole)
            put_visible(&out, arg_said(finding, (size_t)(rest.ptr[1] - '0'), lang),
                        rest.ptr[1] == '0' ? DIAG_VALUE_SHOWN : SIZE_MAX);
        else
            buf_putc(&out, rest.ptr[0]);
        rest = str_skip(rest, hole ? 3 : 1);
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}

struct str diag_problem(const struct finding *finding, enum diag_lang lang,
                        struct arena *arena)
{
    return fill(finding, finding->rule->problem, lang, arena);
}

struct str diag_remedy(const struct finding *finding, enum diag_lang lang,
                       struct arena *arena)
{
    return fill(finding, finding->rule->remedy, lang, arena);
}

/* An example of several lines shows more than the value that {0} stands for. */
static struct finding sample(const struct rule_entry *entry)
{
    const char *typed = entry->example ? entry->example->typed : "\n";
    bool value = !entry->rule->names && !strchr(typed, '\n');
    return (struct finding){
        .rule = entry->rule,
        .args = {value ? str_from(typed) : STR("…"), STR("…"), STR("…"), STR("…")},
    };
}

struct str rule_problem(const struct rule_entry *entry, enum diag_lang lang,
                        struct arena *arena)
{
    struct finding finding = sample(entry);
    return diag_problem(&finding, lang, arena);
}

struct str rule_remedy(const struct rule_entry *entry, enum diag_lang lang,
                       struct arena *arena)
{
    struct finding finding = sample(entry);
    return diag_remedy(&finding, lang, arena);
}

struct str diag_column_letters(unsigned column, struct arena *arena)
{
    char letters[8];
    size_t at = sizeof(letters);
    for (; column && at; column = (column - 1) / 26)
        letters[--at] = (char)('A' + (column - 1) % 26);
    return str_copy(str_of(letters + at, sizeof(letters) - at), arena);
}

struct str diag_row(const struct pos *pos, struct arena *arena)
{
    unsigned row = pos->row ? pos->row : pos->line;
    return row ? str_format(arena, "%u", row) : STR("");
}

struct str diag_column(const struct pos *pos, struct arena *arena)
{
    if (!pos->column)
        return STR("");
    return pos->row ? diag_column_letters(pos->column, arena)
                    : str_format(arena, "%u", pos->column);
}

struct str diag_spot(const struct pos *pos, enum diag_lang lang, struct arena *arena)
{
    static const struct {
        const char *row[DIAG_LANGS], *column[DIAG_LANGS];
    } words[] = {{{"บรรทัด ", "line "}, {" ตัวที่ ", ", column "}},
                 {{"แถว ", "row "}, {" คอลัมน์ ", ", column "}}};
    bool sheet = pos->row > 0;
    struct str row = diag_row(pos, arena), column = diag_column(pos, arena);
    if (!row.len)
        return row;
    const char *between = column.len ? words[sheet].column[lang] : "";
    return str_cat(arena, str_from(words[sheet].row[lang]), row, str_from(between), column);
}

static struct str sheet_place(const struct pos *pos, enum diag_lang lang,
                              struct arena *arena)
{
    struct str place = str_cat(arena, pos->file, STR(": "), diag_spot(pos, lang, arena));
    bool named = pos->column && pos->header.len;
    return named ? str_cat(arena, place, STR(" ("), pos->header, STR(")")) : place;
}

struct str diag_place(const struct pos *pos, enum diag_lang lang, struct arena *arena)
{
    if (pos->row)
        return sheet_place(pos, lang, arena);
    if (!pos->line)
        return pos->file;
    if (!pos->column)
        return str_format(arena, "%.*s:%u", STR_ARG(pos->file), pos->line);
    return str_format(arena, "%.*s:%u:%u", STR_ARG(pos->file), pos->line, pos->column);
}

void diag_print(const struct finding *finding, struct str shown, enum diag_lang lang,
                bool colour, struct buf *out)
{
    static const char *const colours[SEVERITY_COUNT] = {"\033[36m", "\033[33m",
                                                        "\033[31m"};
    struct arena scratch = {0};
    enum severity severity = finding->rule->severity;
    struct str place = diag_place(&finding->pos, lang, &scratch);
    struct str problem = diag_problem(finding, lang, &scratch);
    struct str remedy = diag_remedy(finding, lang, &scratch);
    put_visible(out, place, SIZE_MAX);
    buf_format(out, ": %s%s%s: %.*s [%s]\n", colour ? colours[severity] : "",
               severity_names[severity][lang], colour ? "\033[0m" : "", STR_ARG(problem),
               finding->rule->id);
    if (shown.len)
        buf_format(out, "    %.*s\n", STR_ARG(shown));
    if (remedy.len)
        buf_format(out, "    → %.*s\n", STR_ARG(remedy));
    arena_release(&scratch);
}

void diags_print(const struct diags *diags, enum diag_lang lang, bool colour,
                 struct buf *out)
{
    for (size_t i = 0; i < diags->items.count; i++)
        diag_print(&diags->items.items[i], STR(""), lang, colour, out);
}
