/* SPDX-License-Identifier: MIT */
/* The rulebook: each rule once, in words for both languages, with an example that is honest. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "rulebook.h"

/* What nobody types: limits of a whole file, failures of the machine, states between builds. */
static const char *const without_example[] = {
    "assets.cannot-read", "assets.deep",    "assets.not-a-file",
    "assets.system-error", "assets.twice",   "cluster.",           "csv.empty",       "csv.field-too-long",
    "csv.header-control", "csv.no-rows",    "csv.row-too-long", "csv.too-many",
    "district.",      "entry.long-hashtag", "field.too-long",  "file.system-error",
    "file.unreadable", "markdown.link-too-long", "markdown.too-long", "markdown.too-slow",
    "photo.no-program", "photo.not-kept",   "photo.system-error", "photo.unlocked",
    "plan.",          "province.",          "publish.",        "site.missing",
    "site.no-provinces", "source.",         "template.file",   "template.folder",
    "template.system-error",
    "template.missing-file", "template.mixed-kinds", "template.nesting",
    "template.partial-depth", "template.too-large", "template.utf8",
    "template.markup-here", "url.empty",    "url.too-long",    "vocabulary.missing",
    "yaml.control-character", "yaml.syntax",
};

static bool needs_none(const char *id)
{
    for (size_t i = 0; i < sizeof(without_example) / sizeof(*without_example); i++)
        if (strncmp(id, without_example[i], strlen(without_example[i])) == 0)
            return true;
    return false;
}

static void sentences_are_there(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct rulebook book = rulebook_make(&arena);
    assert_true(book.count > 250);
    for (size_t i = 0; i < book.count; i++) {
        const struct rule *rule = book.items[i].rule;
        assert_non_null(strchr(rule->id, '.'));
        for (enum diag_lang lang = 0; lang < DIAG_LANGS; lang++) {
            assert_true(rule_problem(&book.items[i], lang, &arena).len > 0);
            assert_true(rule_remedy(&book.items[i], lang, &arena).len > 0);
        }
        if (i) /* sorted, so that variants of one id stand together */
            assert_true(strcmp(book.items[i - 1].rule->id, rule->id) <= 0);
    }
    arena_release(&arena);
}

static void each_first_variant_has_an_example(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct rulebook book = rulebook_make(&arena);
    for (size_t i = 0; i < book.count; i++) {
        const char *id = book.items[i].rule->id;
        bool first = i == 0 || strcmp(book.items[i - 1].rule->id, id) != 0;
        if (first && !book.items[i].example && !needs_none(id))
            fail_msg("no example of %s", id);
        if (book.items[i].example)
            assert_string_not_equal(book.items[i].example->typed,
                                    book.items[i].example->better);
    }
    arena_release(&arena);
}

/* A rule that was renamed leaves its example behind. */
static void each_example_has_a_rule(void **state)
{
    (void)state;
    static const struct rule_example examples[] = {
#include "examples_content.inc"
#include "examples_site.inc"
    };
    struct arena arena = {0};
    struct rulebook book = rulebook_make(&arena);
    size_t used = 0;
    for (size_t i = 0; i < book.count; i++)
        used += book.items[i].example != NULL;
    for (size_t i = 0; i < sizeof(examples) / sizeof(*examples); i++) {
        bool known = false;
        for (size_t k = 0; k < book.count; k++)
            known |= strcmp(book.items[k].rule->id, examples[i].id) == 0;
        if (!known)
            fail_msg("an example of %s, which is no rule", examples[i].id);
    }
    assert_int_equal(used, sizeof(examples) / sizeof(*examples));
    arena_release(&arena);
}

/* {0} of a rule is filled with what its example shows typed, unless it only names a thing. */
static void an_example_stands_in_the_sentence(void **state)
{
    (void)state;
    struct arena arena = {0};
    const struct rule rule = {.id = "a.b", .problem = {"ก", "“{0}” and {1}"},
                              .remedy = {"ข", "{2}"}};
    const struct rule_example example = {"a.b", "typed", "better"}, lines = {"a.b", "x\ny", "z"};
    struct rule_entry entry = {&rule, &example};
    assert_true(str_eq(rule_problem(&entry, DIAG_EN, &arena), STR("“typed” and …")));
    entry.example = &lines;
    assert_true(str_eq(rule_problem(&entry, DIAG_EN, &arena), STR("“…” and …")));
    struct rule naming = rule;
    naming.names = true;
    entry = (struct rule_entry){&naming, &example};
    assert_true(str_eq(rule_problem(&entry, DIAG_EN, &arena), STR("“…” and …")));
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_are_there),
        cmocka_unit_test(each_first_variant_has_an_example),
        cmocka_unit_test(each_example_has_a_rule),
        cmocka_unit_test(an_example_stands_in_the_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
