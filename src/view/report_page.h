/* SPDX-License-Identifier: MIT */
/*
 * report_page.h: the report of `attalak check` as templates/report.html sees it: province,
 * district, LAO, finding, with counts at every level.
 *
 * Names of places are in the report's language where the site has them; what stays Thai in an
 * English report says so (`thai`), so that it can be marked as Thai.
 */
#ifndef ATTALAK_VIEW_REPORT_PAGE_H
#define ATTALAK_VIEW_REPORT_PAGE_H

#include "render/value.h"
#include "view/listing.h"

struct report_root {
    struct value t;           /* report_words.h */
    struct value lang;        /* "th" or "en" */
    struct value site_title;
    struct value site_thai;   /* bool: the title is Thai in an English report */
    struct value style, script;           /* HTML: the bytes of report.css and report.js */
    struct value style_hash, script_hash; /* "sha256-…" of them, for the CSP */
    struct value clean;       /* bool: no error, no warning */
    struct value any;         /* bool: there are findings */
    struct value foreign;     /* bool: the report is English, values are marked as Thai */
    struct value totals;      /* of each severity, zeros too */
    struct value rules;       /* list of {id, count} */
    struct value loose;       /* about no LAO: {counts, groups: a group a file}, or none */
    struct value provinces;
};

/* A severity's number; `means` says what becomes of an entry that has one. */
struct report_count_view {
    struct value severity, severity_text, count, means;
};
struct report_rule_view {
    struct value id, count;
};
/* What one LAO, or one file, has: name, number (code) and English name may be none. */
struct report_group_view {
    struct value name, thai, code, english, counts, findings;
};
struct report_district_view {
    struct value name, thai, counts, groups;
};
struct report_province_view {
    struct value name, thai, count, counts, districts;
};
struct report_loose_view {
    struct value count, counts, groups;
};

/* The root but for style and script. */
struct report_root *report_page(const struct listing *listing, struct arena *arena);
extern const struct shape report_page_shape;

#endif
