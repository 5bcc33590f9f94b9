/* SPDX-License-Identifier: MIT */
/*
 * rule.h: what can be complained of, in words for people; diag.h finds where.
 *
 * Each room has a table of rules. A rule's sentences hold placeholders: {0} is the value as
 * typed, {1} to {3} are what the finder adds. Several rules may share an id: they are variants
 * of one, each with words of its own.
 */
#ifndef ATTALAK_BASE_RULE_H
#define ATTALAK_BASE_RULE_H

#include "base/list.h"
#include "base/str.h"

enum severity { SEVERITY_NOTE, SEVERITY_WARNING, SEVERITY_ERROR, SEVERITY_COUNT };
enum diag_lang { DIAG_TH, DIAG_EN, DIAG_LANGS };
enum { DIAG_ARGS = 4 }; /* the value and three more */

struct rule {
    const char *id; /* stable, lower case with dots and hyphens: "lao.unknown-code" */
    enum severity severity;
    const char *problem[DIAG_LANGS]; /* one sentence: what is wrong */
    const char *remedy[DIAG_LANGS];  /* one sentence: what to type instead */
    bool names; /* {0} names a thing (a field, an LAO, a count); nobody typed it there */
    unsigned fields; /* bit n: {n} is the path of a field */
};

/* What a rule looks like in a sheet or file: typed wrongly, and as it should be. */
struct rule_example {
    const char *id, *typed, *better;
};

/* A rule and its example (NULL: it has none). */
struct rule_entry {
    const struct rule *rule;
    const struct rule_example *example;
};
struct rulebook LIST_OF(struct rule_entry); /* by id; the variants of one id together */

extern const char *const severity_names[SEVERITY_COUNT][DIAG_LANGS];
extern const char *const diag_lang_tags[DIAG_LANGS]; /* "th", "en" */

/* A rule's sentences as such: its example stands in them, "…" for what a finder adds. */
struct str rule_problem(const struct rule_entry *entry, enum diag_lang lang,
                        struct arena *arena);
struct str rule_remedy(const struct rule_entry *entry, enum diag_lang lang,
                       struct arena *arena);

#endif
