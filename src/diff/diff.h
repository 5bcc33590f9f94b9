/* SPDX-License-Identifier: MIT */
/*
 * diff.h: what changes for readers when one built site takes another's place.
 *
 *     struct diff diff = diff_sites(&before, &after, &arena);
 *     if (!diff.same) ...
 *
 * An entry is its LAO's six digits: one whose LAO becomes a municipality has changed, it was
 * not removed and added. A field is a path of identities.json ("summary.th"); lists are one
 * field. What a place is called belongs to the place, and an entry's address to the site: each
 * is told once, not at every entry. What only one side can know is not compared, and that is
 * said: `unknown`.
 *
 * Pure: the sites are not touched, and all that is made lives on the arena. Texts are views of
 * the sites' own.
 */
#ifndef ATTALAK_DIFF_DIFF_H
#define ATTALAK_DIFF_DIFF_H

#include "base/list.h"
#include "diff/built.h"

enum diff_kind { DIFF_ADDED, DIFF_CHANGED, DIFF_REMOVED, DIFF_KINDS };

struct diff_change {
    struct str field, before, after; /* empty: it is not there */
};
struct diff_changes LIST_OF(struct diff_change);

struct diff_entry {
    struct str code, province;
    const struct built_entry *before, *after; /* one of them NULL: added or removed */
    struct diff_changes changes;              /* of a changed one: at least one */
    struct str state; /* on the side that lacks it: "held", "none"; empty: not known, or no
                         such LAO */
};
struct diff_entries LIST_OF(struct diff_entry);

/* A province or district that has another name or address. */
struct diff_place {
    bool is_district;
    struct str code, name[DIAG_LANGS]; /* of after */
    struct diff_changes changes;
};

/* A host that pages link to on one side only. */
struct diff_host {
    struct str name;
    size_t entries;    /* that link to it; 0: another page does */
    struct str first;  /* code of the first of them */
    enum diff_kind is; /* added or removed */
};

struct diff_province {
    struct str code;
    const struct built_province *of;
    size_t before, after, kinds[DIFF_KINDS];
};

struct diff_field {
    struct str name;
    size_t count; /* entries in which it changed */
};

/* A file that is neither a page nor data nor a text of the search: what runs and how it looks. */
struct diff_file {
    struct str path;
    enum diff_kind is;
};

enum diff_unknown {
    DIFF_NO_REGISTER = 1 << 0, /* a side has no coverage.csv */
    DIFF_NO_FILES = 1 << 1,    /* no manifest.txt */
    DIFF_NO_HOSTS = 1 << 2,    /* no .attalak: only entries' hosts are known */
    DIFF_LEFT_OUT = 1 << 3,    /* entries without all their fields */
    DIFF_LANGUAGES = 1 << 4,   /* texts in a language that one side lacks */
};

struct diff {
    const struct built *before, *after;
    bool same; /* nothing below; what is unknown does not count */
    struct diff_changes site; /* "title", "site.address", "updated", "demo", "languages" */
    struct diff_entries entries[DIFF_KINDS]; /* by province and code */
    struct LIST_OF(struct diff_field) fields; /* the most frequent first */
    struct LIST_OF(struct diff_place) places;
    struct LIST_OF(struct diff_host) hosts; /* added ones first, by name */
    struct LIST_OF(struct diff_province) provinces; /* all, by code */
    size_t addresses;            /* entries whose page has another address */
    struct diff_change address;  /* the first of them */
    size_t files[DIFF_KINDS];
    struct LIST_OF(struct diff_file) parts;
    unsigned unknown; /* of enum diff_unknown */
    struct str left_out;
};

struct diff diff_sites(const struct built *before, const struct built *after,
                       struct arena *arena);

#endif
