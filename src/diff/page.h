/* SPDX-License-Identifier: MIT */
/*
 * page.h: a diff as templates/diff.html sees it.
 *
 * Every text that may be in another language than the page has a `lang` beside it, which
 * is empty when it is not: Thai names in an English page, Latin letters in a Thai one.
 */
#ifndef ATTALAK_DIFF_PAGE_H
#define ATTALAK_DIFF_PAGE_H

#include "diff/diff.h"
#include "render/value.h"

struct diff_site_view {
    struct value label, path, entries, held, fingerprint;
};

/* A number of one kind: of entries, of files. */
struct diff_count_view {
    struct value kind, label, count;
};

struct diff_change_view {
    struct value field, field_lang, start, before, after, end, was, is, value_lang;
};

struct diff_addresses_view {
    struct value count, before, after;
};

struct diff_place_view {
    struct value label, code, name, name_lang, changes;
};

struct diff_host_view {
    struct value name, where;
};

struct diff_tally_view {
    struct value name, name_lang, before, after, difference, added, changed, removed,
        count;
};

struct diff_entry_view {
    struct value code, lao, lao_lang, name, name_lang, summary, summary_lang, state,
        changes, is_changed;
};

struct diff_group_view {
    struct value name, name_lang, entries;
};

struct diff_list_view {
    struct value kind, label, count, groups;
};

struct diff_root {
    struct value t; /* words.h */
    struct value lang;
    struct value style, style_hash, look, look_hash; /* report.css, diff.css */
    struct value site_title, site_title_lang;
    struct value same;         /* bool */
    struct value same_entries; /* bool: only files or the site's own texts differ */
    struct value sites;  /* before and after: {label, path, entries, held, fingerprint} */
    struct value totals; /* of each kind: {kind, label, count} */
    struct value notes;  /* what was not compared: texts */
    struct value site;   /* changes */
    struct value addresses;                  /* {count, before, after}, or none */
    struct value places;                     /* {label, code, changes} */
    struct value hosts_added, hosts_removed; /* {name, where} */
    struct value fields;                     /* {label, label_lang, count} */
    struct value provinces, total; /* changed ones: {name, name_lang, before, after, …} */
    struct value unchanged;        /* {name, name_lang, count} */
    struct value files;            /* {kind, label, count}; none when not compared */
    struct value parts;            /* {kind, path} */
    struct value parts_more;       /* "and 12 more" */
    struct value lists;   /* removed, added, changed: {kind, label, count, provinces} */
    struct value signers; /* their roles: texts */
    /* bools: is there any? For what stands around a list */
    struct value has_notes, has_hosts, has_new_hosts, has_gone_hosts, has_site,
        has_site_changes, has_unchanged, has_fields, has_files, has_parts, has_prints;
};

struct diff_root *diff_page(const struct diff *diff, enum diag_lang lang,
                            struct arena *arena);
extern const struct shape diff_page_shape;
extern const struct shape diff_site_shape, diff_count_shape, diff_change_shape,
    diff_addresses_shape, diff_place_shape, diff_host_shape, diff_tally_shape,
    diff_entry_shape, diff_group_shape, diff_list_shape;

#endif
