/* SPDX-License-Identifier: MIT */
/*
 * model.h: the nouns. READ THIS FIRST.
 *
 * A struct site is everything that content/ says, typed and checked, with names turned into
 * pointers. Nothing here knows files, templates or pages. All of it lives on one arena and is
 * const once settled, so that any number of threads may render from it.
 *
 *     content/ → site_load (load.h) → check_site (check.h) → site_settle (settle.h) → views
 *
 * Conventions. An empty str, a NULL pointer, a none date and a false `has_…` mean "not stated";
 * that is never the same as no or as zero. Keys are digits: an LAO is the last six digits of its
 * code ("360203"), a district four ("3602"), a province two ("36"). `pos` is where a thing was
 * stated, for findings. `rank` is the place in the reader's order, one per language.
 */
#ifndef ATTALAK_MODEL_MODEL_H
#define ATTALAK_MODEL_MODEL_H

#include "base/diag.h"
#include "base/list.h"
#include "base/map.h"
#include "base/str.h"
#include "model/vocabulary.h"
#include "text/date.h"
#include "text/hours.h"
#include "text/name.h"

struct strs LIST_OF(struct str);

/* Markdown that became safe HTML, per language. */
struct story {
    struct str html[LANG_MAX];
    struct str lead[LANG_MAX]; /* first paragraph, plain */
    struct strs urls;          /* its outbound links, of all languages */
};

/* ---- lists of pointers, in the order that the comment at the member says ---- */

struct provinces LIST_OF(struct province *);
struct districts LIST_OF(struct district *);
struct clusters LIST_OF(struct cluster *);
struct regions LIST_OF(struct region *);
struct laos LIST_OF(struct lao *);
struct texts LIST_OF(struct text);

/* Is the path among those of refused values, or a part of it? Then it has been told. */
bool is_refused(const struct strs *refused, struct str path);

/* ---- who has reported (coverage.h) ---- */

/* Every LAO is in exactly one: the first that applies, from the top. What is published is the
 * sum of the last three. */
enum lao_state {
    STATE_NONE,      /* nothing was sent */
    STATE_HELD,      /* sent, held back by errors */
    STATE_WARNED,    /* published, with warnings */
    STATE_LATE,      /* published; nothing came by a round's due day, something after it */
    STATE_PUBLISHED,
    LAO_STATES,
};

/* What came of an LAO in one round. Undated: no time stamp tells, or it was written by hand. */
enum round_state { ROUND_MISSING, ROUND_UNDATED, ROUND_LATE, ROUND_ON_TIME, ROUND_STATES };

/* One row that an LAO sent, whether or not a newer one took its place. */
struct submission {
    struct str round;      /* its table's; empty: it names none */
    struct date_time sent; /* none without a time stamp */
};

/* ---- places ---- */

/* Somebody's link or source, with a title that may be in several languages. */
struct link {
    struct text title;
    struct str url;
};
struct links LIST_OF(struct link);

/* What a province or a cluster says of itself: the form of the ministry's letter, 2567. */
struct intro {
    struct text slogan, identity;
    struct story story;
    struct texts goals, approach, indicators;
    struct links projects, sources;
    struct str website, phone;
    struct pos pos;
};

struct region {
    struct text name;
    struct str slug; /* from its English name; an anchor on the regions page */
    struct provinces provinces;
    size_t entry_count;
    const struct coverage *coverage;
    const struct place_figures *figures; /* figures.h; as of all places below */
    unsigned rank[LANG_MAX];
};

struct cluster {
    unsigned number; /* 1–18; also its path */
    struct text name;
    const struct intro *intro; /* may be NULL */
    struct provinces provinces;
    size_t entry_count;
    const struct coverage *coverage;
    const struct place_figures *figures;
    struct pos pos;
};

struct province {
    struct str code, slug;
    struct text name; /* bare: ชัยภูมิ */
    struct region *region;
    struct cluster *cluster;   /* NULL for Bangkok */
    const struct intro *intro; /* may be NULL */
    struct districts districts;
    struct laos laos;    /* all that are expected to publish */
    struct laos entries; /* those with a published identity, by district and name (language 0) */
    const struct coverage *coverage, *coverage_apart; /* apart: of LAOs in no district */
    bool is_bangkok;     /* its districts are เขต, and no จังหวัด stands before its name */
    const struct place_figures *figures, *figures_apart; /* apart: of LAOs in no district */
    unsigned rank[LANG_MAX];
    struct pos pos;
};

struct district {
    struct str code, slug;
    struct text name; /* bare: บ้านเขว้า */
    struct province *province;
    struct laos laos, entries;
    const struct coverage *coverage;
    const struct place_figures *figures;
    unsigned rank[LANG_MAX];
    struct pos pos;
};

struct lao {
    struct str key; /* six digits: the key, the file name, the URL */
    enum lao_type type;
    struct text name; /* bare */
    struct province *province;
    struct district *district; /* NULL for Bangkok, and for a PAO where it is not known */
    bool located;
    double lat, lon; /* WGS 84, of its office */
    struct str website;
    struct identity *identity; /* what it sent; NULL: nothing yet */
    bool published;            /* it sent one, and no error holds it back */
    enum lao_state state;
    const enum round_state *rounds; /* one each of settings.rounds; NULL: missing in all */
    const struct report **reports; /* by month */
    size_t report_count;
    unsigned rank[LANG_MAX]; /* among all LAOs, by bare name */
    struct pos pos;
};

/* ---- an identity: what one LAO is proud of ---- */

enum access_state { ACCESS_UNKNOWN, ACCESS_YES, ACCESS_LIMITED, ACCESS_NO, ACCESS_NA };
enum access_by { BY_UNKNOWN, BY_LAO, BY_PROVINCE, BY_ASSOCIATION, BY_VISITOR };
enum access_method { METHOD_UNKNOWN, METHOD_MEASURED, METHOD_SEEN, METHOD_REPORTED,
                     METHOD_DOCUMENT };

/* What is known of one feature of the vocabulary. */
struct access_value {
    bool known;
    enum access_state state;     /* FEATURE_STATE */
    int64_t number;              /* FEATURE_CM … FEATURE_1X */
    char bound;                  /* '=', '>' (at least), '<' (at most), '~' (about) */
    const struct feature_option *option; /* FEATURE_OPTION */
    struct text words;           /* FEATURE_TEXT, FEATURE_LANGS */
    struct text note;
};

struct access {
    bool stated; /* anything at all was said */
    struct date checked;
    enum access_by by;
    enum access_method method;
    struct access_value **values; /* by feature.index, NULL where nothing was said: access_at */
    struct text note;
};

/* What is known of a feature; never NULL. */
const struct access_value *access_at(const struct access *access,
                                     const struct feature *feature);

struct place {
    bool located;
    double lat, lon;
    struct pos pos; /* of its latitude */
    struct text address, directions;
    const struct hours *hours; /* NULL: not stated */
    unsigned best_months;      /* bit 0 January … bit 11 December */
    struct text fee;
    bool is_free;
};

struct contact {
    struct str phone, email, line, facebook, tiktok, website;
};

struct photo {
    struct str file; /* in media/<code>/ */
    struct text alt;
    struct str credit;
    struct pos pos;
    bool found; /* the file is there */
    /* Set by media/ when a page can show it: where its WebP is published, and its size. */
    struct str path;
    unsigned width, height;
    size_t size;
};

/* A hashtag of an entry, without '#'. */
enum tag_kind { TAG_SITE, TAG_PROVINCE, TAG_DISTRICT, TAG_LAO, TAG_OWN };
struct entry_tag {
    struct str text;
    enum tag_kind kind;
    struct tag *tag; /* its page's subject */
};

/* A published entry near another one. */
struct neighbour {
    const struct lao *lao;
    double km; /* as the crow flies */
};
enum { NEIGHBOURS_MAX = 6 };

struct identity {
    struct lao *lao;
    const struct category *category;
    struct text name, summary;
    struct story story;
    struct strs tags;                         /* as typed, cleaned; the office's own */
    struct LIST_OF(struct entry_tag) hashtags; /* the five, then its own, none twice */
    struct place place;
    struct contact contact;
    struct links buy;
    int64_t otop_stars; /* 1–5; 0: not stated */
    struct access access;
    bool *facilities; /* one per facility of the vocabulary: true or not stated */
    struct text safety;
    struct LIST_OF(struct photo) photos;
    struct links videos, sources;
    struct date updated;
    struct date_time sent; /* of the row that counts: the sheet's time stamp; none by hand */
    struct str round;
    struct LIST_OF(struct submission) submissions; /* that row and all others it sent */
    struct strs allow;     /* what the guards let stand in it */
    struct pos pos;        /* its row, or its file */
    unsigned rank[LANG_MAX]; /* by its name */
    struct neighbour nearest[NEIGHBOURS_MAX]; /* nearest first */
    size_t nearest_count;
    struct strs refused; /* paths of fields that were stated and could not be read */
};

/* All entries that carry one hashtag. */
struct tag {
    struct str text, id; /* id: 8 hex digits of its hash */
    enum tag_kind kind;
    struct laos entries;
    bool has_page;
};

/* ---- reports ---- */

struct report {
    struct lao *lao;
    struct date month; /* day 0 */
    bool has_visitors, has_income;
    int64_t visitors;
    int64_t income; /* baht */
    struct str note;
    struct date_time sent;
    struct pos pos;
    struct strs refused; /* as an identity's */
};

/* ---- the site ---- */

struct round {
    struct str id;
    struct date due;
};

struct emergency {
    struct str number;
    struct text name;
    struct str source;
    struct date checked;
};

/* A page of prose: content/pages/<name>.<lang>.md */
struct page_text {
    struct str name;
    struct text title;
    struct story story;
    struct pos pos;
};

struct settings {
    struct text title, tagline;
    struct str base_url; /* with a trailing slash; empty: no absolute URLs */
    struct strs hashtags; /* with {province_tag} … in them */
    struct str correction_url, correction_email, form_url; /* with {code} in them */
    struct LIST_OF(struct round) rounds;
    bool publish_reports, demo;
    bool offline; /* browsers keep pages for use without a network: yes unless said */
    struct LIST_OF(struct emergency) emergency;
    struct strs allow;    /* personal data, words, hosts that may stand anywhere */
    bool *allow_used;     /* one each: it was met while loading */
    struct pos allow_pos;
};

struct site {
    struct str langs[LANG_MAX]; /* "th", "en": BCP 47; the first is the fallback */
    size_t lang_count;
    struct map words[LANG_MAX]; /* "nav.home" → struct str *: words/<lang>.yaml, flattened */
    struct settings settings;
    struct vocabulary vocabulary;

    struct regions regions;
    struct clusters clusters;   /* by number */
    struct provinces provinces; /* by code, as all below */
    struct districts districts;
    struct laos laos;
    struct map province_by_code, district_by_code, lao_by_key; /* also slugs: see load.h */
    struct LIST_OF(struct identity *) identities; /* sent ones, held back or not; by key */
    struct LIST_OF(struct report *) reports;      /* by LAO and month */
    struct LIST_OF(struct tag *) tags;            /* most used first */
    struct LIST_OF(struct page_text) pages;       /* by name */
    struct LIST_OF(struct snapshot *) snapshots;  /* by month: snapshot.h */

    const struct review *review; /* words and hosts that hold a text back: review.h */
    struct map report_files; /* whose rows are reports; → the site */
    struct map sheet_links; /* a sheet's file → struct str *: where it can be opened online */

    struct laos entries;     /* published, by key */
    const struct place_figures *figures; /* of the country */
    struct laos latest;      /* published, newest `updated` first, at most 100 */
    struct date updated;     /* the newest date that any entry states: the site's own date */
    const struct coverage *coverage; /* of all LAOs */
};

#endif
