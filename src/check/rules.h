/* SPDX-License-Identifier: MIT */
/*
 * rules.h: the rules of check/, and what each of them is given. Only check/ includes
 * this; others see the table check_rules (check.h).
 */
#ifndef ATTALAK_CHECK_RULES_H
#define ATTALAK_CHECK_RULES_H

#include "check/check.h"

enum check_rule {
    /* places */
    PROVINCE_NO_LAO,
    DISTRICT_NO_LAO,
    CLUSTER_NO_PROVINCE,
    SLUG_RESERVED,
    PLACE_NO_TRANSLATION,
    WEBSITE_REPEATED,

    /* entries */
    COORDINATE_OTHER_PROVINCE,
    COORDINATE_FAR_PROVINCE,
    COORDINATE_FAR_OFFICE,
    ENTRY_NAME_TWICE,
    ENTRY_NO_TRANSLATION,
    ENTRY_NO_SOURCE,
    ENTRY_LONG_HASHTAG,

    /* Tourism for all */
    ACCESS_CONTRADICTION,
    ACCESS_OLD,
    ACCESS_AFTER_UPDATED,
    ACCESS_NO_EVIDENCE,

    /* reports */
    REPORT_INCOME_ALONE,
    REPORT_COPIED,
    REPORT_JUMP,
    REPORT_EMPTY,
    REPORT_NO_ENTRY,

    /* the site */
    SITE_NO_BASE_URL,
    SITE_HTTP_BASE_URL,
    SITE_URL_NO_CODE,
    SITE_HASHTAG_UNKNOWN,
    SITE_HASHTAG_BREAKS,
    SITE_HASHTAG_LONG,
    SITE_NO_TRANSLATION,
    VOCABULARY_NO_TRANSLATION,
    EMERGENCY_OLD,
    EMERGENCY_NO_DATE,
    EMERGENCY_NO_SOURCE,
    EMERGENCY_INCOMPLETE,
    ROUND_TWICE,
    ROUND_INCOMPLETE,
    ROUND_UNKNOWN,

    CHECK_RULE_COUNT,
};

struct checking {
    const struct site *site;
    struct date
        now; /* the newest date of an entry that nothing holds back; there is no clock */
    struct arena *arena;
    struct diags *diags;
};

/* Adds a finding about the LAO of that key; an empty key is nobody's. */
#define tell(checking, rule, key, pos, ...)                                              \
    tell_about((checking), (rule), (key), (pos),                                         \
               (const struct str[DIAG_ARGS]){__VA_ARGS__})
void tell_about(struct checking *c, enum check_rule rule, struct str key, struct pos pos,
                const struct str args[DIAG_ARGS]);

/* A number for a sentence. */
struct str number_text(const struct checking *c, int64_t number);

/* Days from one date to another. */
int days_between(struct date from, struct date to);

/* The LAO's full name and, in brackets, its key. */
struct str lao_shown(const struct checking *c, const struct lao *lao);

/* rule_place.c */
void check_empty_places(struct checking *c);
void check_reserved_slugs(struct checking *c);
void check_place_translations(struct checking *c);
void check_websites(struct checking *c);

/* rule_entry.c */
void check_coordinates(struct checking *c);
void check_names_twice(struct checking *c);
void check_entry_translations(struct checking *c);
void check_sources(struct checking *c);
void check_long_hashtags(struct checking *c);

/* rule_access.c */
void check_contradictions(struct checking *c);
void check_evidence(struct checking *c);

/* rule_report.c */
void check_report_figures(struct checking *c);
void check_report_runs(struct checking *c);

/* rule_site.c */
void check_addresses(struct checking *c);
void check_site_hashtags(struct checking *c);
void check_site_translations(struct checking *c);
void check_emergency(struct checking *c);
void check_rounds(struct checking *c);

#endif
