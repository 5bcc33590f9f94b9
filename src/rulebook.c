/* SPDX-License-Identifier: MIT */
#include "rulebook.h"

#include <stdio.h>
#include <string.h>

#include "base/panic.h"
#include "check/check.h"
#include "media/photos.h"
#include "model/load.h"
#include "pages.h"
#include "publish/publish.h"
#include "render/template.h"
#include "sources/rules.h"

static const struct {
    const struct rule *rules;
    const size_t *count;
} rooms[] = {
    {sources_rules, &sources_rule_count}, {model_rules, &model_rule_count},
    {check_rules, &check_rule_count},     {media_rules, &media_rule_count},
    {view_rules, &view_rule_count},       {render_rules, &render_rule_count},
    {publish_rules, &publish_rule_count}, {pages_rules, &pages_rule_count},
};

/* Rows of one id stand in the order of its variants. */
static const struct rule_example examples[] = {
#include "examples_content.inc"
#include "examples_site.inc"
};
enum { EXAMPLES = sizeof(examples) / sizeof(*examples) };

static const struct rule_example *example_of(const char *id, size_t variant)
{
    for (size_t i = 0; i < EXAMPLES; i++)
        if (strcmp(examples[i].id, id) == 0 && variant-- == 0)
            return &examples[i];
    return NULL;
}

/* By id; the variants of one stay in the order of their table. */
static void add(struct rulebook *book, const struct rule *rule, struct arena *arena)
{
    list_push(book, arena);
    size_t at = book->count - 1;
    for (; at && strcmp(book->items[at - 1].rule->id, rule->id) > 0; at--)
        book->items[at] = book->items[at - 1];
    book->items[at] = (struct rule_entry){.rule = rule};
}

struct rulebook rulebook_make(struct arena *arena)
{
    struct rulebook book = {0};
    for (size_t room = 0; room < sizeof(rooms) / sizeof(*rooms); room++)
        for (size_t i = 0; i < *rooms[room].count; i++)
            if (rooms[room].rules[i].id)
                add(&book, &rooms[room].rules[i], arena);
    for (size_t i = 0, first = 0; i < book.count; i++) {
        const char *id = book.items[i].rule->id;
        if (strcmp(book.items[first].rule->id, id) != 0)
            first = i;
        book.items[i].example = example_of(id, i - first);
    }
    return book;
}

/* ---- for a terminal ---- */

static bool is_first(const struct rulebook *book, size_t at)
{
    return at == 0 || strcmp(book->items[at - 1].rule->id, book->items[at].rule->id) != 0;
}

int rulebook_list(enum diag_lang lang)
{
    struct arena arena = {0};
    struct rulebook book = rulebook_make(&arena);
    for (size_t i = 0; i < book.count; i++) {
        const struct rule_entry *entry = &book.items[i];
        if (is_first(&book, i))
            printf("%s: %s: %.*s\n", entry->rule->id,
                   severity_names[entry->rule->severity][lang],
                   STR_ARG(rule_problem(entry, lang, &arena)));
    }
    arena_release(&arena);
    return fflush(stdout) == 0 ? EXIT_CLEAN : EXIT_SYSTEM;
}

/* "typed:" and the example, its further lines below its first. */
static void print_example(const char *label, const char *text)
{
    struct cut cut = {.tail = str_from(text), .ok = true};
    for (bool first = true; cut.ok; first = false) {
        cut = str_cut(cut.tail, '\n');
        printf("    %s%s%.*s\n", first ? label : "", first ? "\n      " : "  ",
               STR_ARG(cut.head));
    }
}

static void print_entry(const struct rule_entry *entry, enum diag_lang lang,
                        struct arena *arena)
{
    static const char *const typed[DIAG_LANGS] = {"พิมพ์ไว้ว่า", "Typed:"};
    static const char *const better[DIAG_LANGS] = {"ควรเป็น", "Better:"};
    printf("  %.*s\n  → %.*s\n", STR_ARG(rule_problem(entry, lang, arena)),
           STR_ARG(rule_remedy(entry, lang, arena)));
    if (!entry->example)
        return;
    print_example(typed[lang], entry->example->typed);
    print_example(better[lang], entry->example->better);
}

static int refuse_unknown(const struct rulebook *book, struct str id, enum diag_lang lang)
{
    static const char *const unknown[DIAG_LANGS] = {"attalak: ไม่มีกฎชื่อ “%.*s”%s%s\n",
                                                    "attalak: no rule “%.*s”%s%s\n"};
    static const char *const near[DIAG_LANGS] = {" หมายถึง ", "; did you mean "};
    const char *best = NULL;
    unsigned least = 5;
    for (size_t i = 0; i < book->count; i++) {
        unsigned distance = str_distance(id, str_from(book->items[i].rule->id), least);
        if (distance >= least)
            continue;
        least = distance;
        best = book->items[i].rule->id;
    }
    fprintf(stderr, unknown[lang], STR_ARG(id), best ? near[lang] : "", best ? best : "");
    return EXIT_USAGE_ERROR;
}

int rulebook_explain(struct str id, enum diag_lang lang)
{
    struct arena arena = {0};
    struct rulebook book = rulebook_make(&arena);
    size_t found = 0;
    for (size_t i = 0; i < book.count; i++) {
        const struct rule *rule = book.items[i].rule;
        if (!str_eq(str_from(rule->id), id))
            continue;
        if (!found++)
            printf("%s (%s)\n", rule->id, severity_names[rule->severity][lang]);
        print_entry(&book.items[i], lang, &arena);
    }
    int code = found ? EXIT_CLEAN : refuse_unknown(&book, id, lang);
    arena_release(&arena);
    return fflush(stdout) == 0 ? code : EXIT_SYSTEM;
}
