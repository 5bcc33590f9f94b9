/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <stdlib.h>
#include <unistd.h>

bool report_wants_colour(FILE *file)
{
    const char *none = getenv("NO_COLOR");
    return isatty(fileno(file)) == 1 && !(none && *none);
}

void report_all(const struct diags *diags, enum diag_lang lang, FILE *file)
{
    struct buf out = {0};
    diags_print(diags, lang, report_wants_colour(file), &out);
    if (out.len)
        fwrite(out.ptr, 1, out.len, file);
    buf_release(&out);
}

static bool is_of_publishing(const struct rule *rule)
{
    for (size_t i = 0; i < publish_rule_count; i++)
        if (rule == &publish_rules[i])
            return true;
    return false;
}

void report_publishing(const struct diags *diags, enum diag_lang lang, struct arena *scratch)
{
    struct diags told = diags_on(scratch);
    for (size_t i = 0; i < diags->items.count; i++)
        if (diags->items.items[i].rule->severity < SEVERITY_ERROR
            && is_of_publishing(diags->items.items[i].rule))
            *list_push(&told.items, scratch) = diags->items.items[i];
    report_all(&told, lang, stderr);
}

void report_errors(const struct diags *diags, enum diag_lang lang, struct arena *scratch)
{
    struct diags errors = diags_on(scratch);
    for (size_t i = 0; i < diags->items.count; i++)
        if (diags->items.items[i].rule->severity == SEVERITY_ERROR)
            *list_push(&errors.items, scratch) = diags->items.items[i];
    report_all(&errors, lang, stderr);
}

static const char *const counts_format[DIAG_LANGS] = {
    "ผิดพลาด %zu คำเตือน %zu หมายเหตุ %zu%s\n", "%zu errors, %zu warnings, %zu notes%s\n"};
static const char *const counts_hint[DIAG_LANGS] = {" (ดูทั้งหมดด้วย attalak check)",
                                                    " (attalak check lists them)"};

void report_counts(const struct diags *diags, const struct options *options)
{
    const size_t *counts = diags->counts;
    bool more = counts[SEVERITY_WARNING] + counts[SEVERITY_NOTE] > 0;
    if (!options->quiet)
        fprintf(stderr, counts_format[options->lang], counts[SEVERITY_ERROR],
                counts[SEVERITY_WARNING], counts[SEVERITY_NOTE],
                more ? counts_hint[options->lang] : "");
}

static const char *const entries_format[DIAG_LANGS] = {
    "เผยแพร่ %zu รายการ พักไว้ %zu รายการ\n", "%zu entries published, %zu held back\n"};
static const char *const same_format[DIAG_LANGS] = {
    "ไม่มีอะไรเปลี่ยน ไฟล์ทั้ง %zu ไฟล์คงเดิม\n",
    "nothing changed: %zu files stand as they were\n"};
static const char *const files_format[DIAG_LANGS] = {
    "%zu ไฟล์: เขียน %zu คงเดิม %zu ลบ %zu (%.1f MB)\n",
    "%zu files: %zu written, %zu unchanged, %zu removed (%.1f MB)\n"};

void report_result(const struct publish_result *result, size_t published, size_t held,
                   const struct options *options)
{
    if (options->quiet)
        return;
    fprintf(stderr, entries_format[options->lang], published, held);
    if (result->outcome == PUBLISH_UNCHANGED)
        fprintf(stderr, same_format[options->lang], result->files);
    else
        fprintf(stderr, files_format[options->lang], result->files, result->written,
                result->linked, result->removed, (double)result->bytes / 1e6);
}
