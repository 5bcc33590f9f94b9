/* SPDX-License-Identifier: MIT */
#include "report.h"

#include <stdlib.h>
#include <unistd.h>

#include "media/photos.h"

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

/* What is for whoever builds, not for offices. */
static bool is_of_publishing(const struct rule *rule)
{
    if (photos_is_of_machine(rule))
        return true;
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

/* "1 error", "2 errors": Thai has one form for both. */
static const char *form(size_t count, const char *one, const char *many)
{
    return count == 1 ? one : many;
}

static void print_counts(const size_t *counts, enum diag_lang lang)
{
    size_t errors = counts[SEVERITY_ERROR], warnings = counts[SEVERITY_WARNING],
           notes = counts[SEVERITY_NOTE];
    if (lang == DIAG_TH)
        fprintf(stderr, "ผิดพลาด %zu คำเตือน %zu หมายเหตุ %zu", errors, warnings, notes);
    else
        fprintf(stderr, "%zu %s, %zu %s, %zu %s", errors, form(errors, "error", "errors"),
                warnings, form(warnings, "warning", "warnings"), notes,
                form(notes, "note", "notes"));
}

static const char *const counts_hint[DIAG_LANGS] = {" (ดูทั้งหมดด้วย attalak check)",
                                                    " (attalak check lists them)"};

void report_counts(const struct diags *diags, const struct options *options)
{
    const size_t *counts = diags->counts;
    if (options->quiet)
        return;
    print_counts(counts, options->lang);
    if (counts[SEVERITY_WARNING] + counts[SEVERITY_NOTE] > 0)
        fputs(counts_hint[options->lang], stderr);
    fputc('\n', stderr);
}

static void print_entries(const struct report_entries *entries, enum diag_lang lang)
{
    static const char *const left_out[DIAG_LANGS] = {
        " ส่วนอื่นไม่ได้เผยแพร่เพราะผิดพลาด %zu เรื่อง", ", %zu %s left something else out"};
    size_t others = entries->other_errors;
    if (lang == DIAG_TH)
        fprintf(stderr, "เผยแพร่ %zu รายการ พักไว้ %zu รายการ", entries->published,
                entries->held);
    else
        fprintf(stderr, "%zu %s published, %zu held back", entries->published,
                form(entries->published, "entry", "entries"), entries->held);
    if (others)
        fprintf(stderr, left_out[lang], others, form(others, "error", "errors"));
    fputc('\n', stderr);
}

static const char *const same_format[DIAG_LANGS] = {
    "ไม่มีอะไรเปลี่ยน ไฟล์ทั้ง %zu ไฟล์คงเดิม\n",
    "nothing changed: %zu files stand as they were\n"};
static const char *const files_format[DIAG_LANGS] = {
    "%zu ไฟล์: เขียน %zu คงเดิม %zu ลบ %zu (%.1f MB)\n",
    "%zu files: %zu written, %zu unchanged, %zu removed (%.1f MB)\n"};

void report_result(const struct publish_result *result,
                   const struct report_entries *entries, const struct options *options)
{
    if (options->quiet)
        return;
    print_entries(entries, options->lang);
    if (result->outcome == PUBLISH_UNCHANGED)
        fprintf(stderr, same_format[options->lang], result->files);
    else
        fprintf(stderr, files_format[options->lang], result->files, result->written,
                result->linked, result->removed, (double)result->bytes / 1e6);
}
