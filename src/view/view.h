/* SPDX-License-Identifier: MIT */
/*
 * view.h: model → values: the only room that names what templates see.
 *
 * Each kind of page has one row in page_types (kinds.c): its template, the slots of its
 * root, and the function that fills them. A root begins with struct base_view, which
 * every page has; its own slots follow:
 *
 *     struct home_root { struct base_view base; struct value home; };
 *
 * Everything a template prints is made here, in the page's language: links (relative),
 * dates, numbers, sentences. Templates only lay out. Texts that may fall back to another
 * language are *phrases*: {text, lang}, where lang is set only when it differs from the
 * page's, so that
 * `<span lang="th">` is right on every run.
 *
 * A row's function (static fill_<x> in view_<x>.c, reached by view_fill alone) gets a root with
 * the base in it and all else zeroed, on the page's scratch arena; it reads the const model only,
 * so any number of threads may run it.
 */
#ifndef ATTALAK_VIEW_VIEW_H
#define ATTALAK_VIEW_VIEW_H

#include "model/model.h"
#include "render/value.h"
#include "view/link.h"
#include "view/names.h"
#include "view/plan.h"
#include "view/words.h"

/* Where an asset went: "style.css" → "assets/style.1a2b3c4d.css". */
struct view_asset {
    struct str name, path;
};

struct view {
    const struct site *site;
    const struct plan *plan;
    struct words words[LANG_MAX];
    struct names names;
    const struct value *silent_groups[LANG_MAX];     /* access.h */
    const struct facet_book *facets; /* facets.h */
    const struct extent *extents;    /* of the provinces: dot_map.h */
    const struct entry_size *entry_sizes; /* data.h */
    /* What is the same on all pages of one language, with links from one depth. */
    const struct base_view *common[LANG_MAX][LINK_DEPTH_MAX + 1];
    struct value assets; /* the map behind {{assets}}: names with . and - as _ */
    enum url_style style;
    const struct diags *findings; /* sorted; for the officers' pages */
    struct map findings_of;       /* the same by LAO: officer.h */
    const struct rulebook *rules; /* for the page that explains them */
    const struct qr *qr;          /* of the entries' addresses: sign.h */
    struct str card; /* assets/card.png, absolute; empty without it or base_url */
};

/* What every page has. */
struct base_view {
    struct value t;      /* words */
    struct value assets; /* {{root}}{{assets.style_css}} */
    struct value kind;   /* "entry": for <body data-kind> */
    struct value lang;   /* "th" */
    struct value root;   /* "../../": the site's root, relative */
    struct value title; /* of the window: "ผ้าไหม… · ๑ อปท. ๑ อัตลักษณ์" */
    struct value heading;     /* phrase: the page's h1 */
    struct value description; /* one plain sentence */
    struct value canonical;   /* absolute; none without base_url */
    struct value x_default;   /* absolute */
    struct value alternates;  /* list of alternate: all languages, this one included */
    struct value others;      /* list of alternate: the other languages */
    struct value og_locale;   /* "th_TH" */
    struct value og_type;     /* "website" or "article" */
    struct value card;        /* absolute: the picture beside a shared page; may be none */
    struct value own_card;    /* photo: the page's own, in place of that */
    struct value site_title, brand; /* brand: for the eye, numbers kept with their words */
    struct value site_url; /* absolute home of the language */
    struct value home_href, search_href;
    struct value demo;       /* bool: show the demonstration banner */
    struct value nav;        /* list of nav_item */
    struct value footer_nav; /* list of nav_item: pages of prose */
    struct value platforms;  /* list of platform: share.h */
    struct value crumbs;     /* list of crumb; the last has no href */
    struct value emergency;  /* list of emergency */
    struct value updated;    /* {text, iso} or none */
    struct value feed_href;
    struct value trip_href;
    struct value offline_href; /* none where nothing is kept for use without a network */
    struct value preload; /* bool: there is a server; the Thai font is wanted on every page */
    struct value preload_bold; /* bool: and here its bold cut, for the headings */
    struct value correction_email; /* whom to tell of a mistake */
    struct value embed;      /* HTML: the page's JSON-LD, rendered before (pages.c) */
    struct value embed_hash; /* "sha256-…" of it, for the CSP */
};

struct phrase_view {
    struct value text, lang;
};
struct alternate_view {
    struct value lang, name, href, absolute, og_locale, current;
};
struct nav_view {
    struct value text, href, current;
};
struct crumb_view {
    struct value name, href, absolute, position;
}; /* name: phrase */
struct stamp_view {
    struct value text, iso;
}; /* a date for people, for machines */
struct emergency_view {
    struct value number, href, name;
}; /* href: tel:, of the number alone; name: phrase */
/* One entry in a list. */
struct card_view {
    struct value href, name, summary; /* name and summary: phrases */
    struct value category, category_key;
    struct value lao, place; /* phrases: the LAO's full name; district and province */
    struct value code, has_access; /* has_access: bool, anything is known about access */
    struct value is_old;           /* bool: it was checked long ago (access_is_stale) */
    struct value facets;           /* for the filter: facets.h */
};
/* A link with a count: a province, a category … */
struct tally_view {
    struct value href, name, count, count_text, key,
        none; /* name: phrase; none: count is 0 */
};

/* Prose as safe HTML in the language `lang` names, when it is not the page's. */
struct prose_view {
    struct value html, lang;
};
/* A region's (or any group's) members, each with its count. */
struct group_view {
    struct value name, key, count_text, members;
}; /* members: tallies */

/* A source or project: its title and, when it has one, its link. */
struct source_view {
    struct value title, href;
}; /* title: phrase */
/* What a province or cluster says of itself. */
struct intro_view {
    struct value identity, story, goals, approach, indicators, projects, website,
        website_text, phone, phone_href, sources;
};

/* A list that has a heading of its own:
 * {{#sources}}<h2>…</h2>{{#items}}…{{/items}}{{/sources}}. */
struct some_view {
    struct value items;
};
#define SHAPE_OF_SOME(name, slots, item)                                                 \
    static const struct slot slots[] = {SLOT_OF(some_view, items, VALUE_LIST, (item))};  \
    const struct shape name = SHAPE(#name, some_view, slots)
extern const struct shape some_phrases_shape, some_sources_shape;
struct value view_some(struct value list, const struct shape *shape, struct arena *arena);

extern const struct shape prose_shape, group_shape, source_shape, intro_shape;
extern const struct shape phrase_shape, alternate_shape, nav_shape, crumb_shape,
    stamp_shape, emergency_shape, card_shape, tally_shape;

/* ---- values that every view makes ---- */

struct value view_phrase(const struct view *view, unsigned lang, const struct text *text,
                         struct arena *arena);
/* A phrase of one given text in language `text_lang`. */
struct value view_phrase_in(const struct view *view, unsigned lang, struct str text,
                            unsigned text_lang, struct arena *arena);
/* The text in `lang`, or the fallback; which language it was goes to *used (may be NULL).
 */
struct str view_pick(const struct view *view, unsigned lang, const struct text *text,
                     unsigned *used);
struct value view_stamp(const struct view *view, unsigned lang, struct date date,
                        struct arena *arena);
struct value view_card(const struct view *view, const struct page *page,
                       const struct lao *lao, struct arena *arena);
/* "อำเภอบ้านเขว้า จังหวัดชัยภูมิ", the province alone when there is no district; the language
 * that it is in goes to *used (may be NULL). */
struct str view_place(const struct view *view, unsigned lang, const struct lao *lao,
                      unsigned *used);
/* Published LAOs in the reader's order of their entries' names. */
struct laos view_by_name(const struct laos *laos, unsigned lang, struct arena *arena);
/* Cards of many, in the order given, or in that of their names. */
struct value view_cards(const struct view *view, const struct page *page,
                        const struct laos *laos, struct arena *arena);
struct value view_cards_by_name(const struct view *view, const struct page *page,
                                const struct laos *laos, struct arena *arena);
struct value view_tally(const struct view *view, const struct page *page,
                        struct value name, struct str path, size_t count, struct str key,
                        struct arena *arena);
struct value view_href(const struct view *view, const struct page *page, struct str path,
                       struct arena *arena);

struct value view_prose(const struct view *view, unsigned lang, const struct story *story,
                        struct arena *arena);
struct value view_intro(const struct view *view, unsigned lang, const struct intro *intro,
                        struct arena *arena);
struct value view_links(const struct view *view, unsigned lang, const struct links *links,
                        struct arena *arena);
struct value view_phrases(const struct view *view, unsigned lang,
                          const struct texts *texts, struct arena *arena);
struct str view_phone_href(struct str phone, struct arena *arena); /* tel:+66… */
struct str view_host(struct str url); /* "www.chaiyaphum.go.th" */
/* The site's regions in the reader's order, each with its provinces; a province links to
 * its page, or to its page of `category`, and counts the entries of that category alone.
 */
struct value view_regions(const struct view *view, const struct page *page,
                          const struct category *category, struct arena *arena);
/* Provinces or districts as tallies in the reader's order. */
struct value view_province_tallies(const struct view *view, const struct page *page,
                                   const struct provinces *provinces,
                                   const struct category *category, struct arena *arena);
/* Published entries of a place; of one field, or (NULL) of all. */
size_t view_count(const struct coverage *coverage, const struct category *category);

/* Full names (names.h). */
const struct text *view_lao_name(const struct view *view, const struct lao *lao);
const struct text *view_province_name(const struct view *view,
                                      const struct province *province);
const struct text *view_district_name(const struct view *view,
                                      const struct district *district);
const struct text *view_district_bare(const struct view *view,
                                      const struct district *district);

/* Adds to base: crumbs from home to here. `trail` ends with the page itself. */
struct view_step {
    struct text name;
    struct str path;
};
void view_crumbs(const struct view *view, const struct page *page, struct base_view *base,
                 const struct view_step *trail, size_t count, struct arena *arena);
/* Sets heading, title and description. */
void view_title(const struct view *view, const struct page *page, struct base_view *base,
                const struct text *heading, struct str description, struct arena *arena);

/* ---- kinds of page ---- */

typedef void (*view_fn)(const struct view *view, const struct page *page, void *root,
                        struct arena *arena);

struct page_type {
    const char *name;         /* {{kind}} */
    const char *template;     /* file in templates/ */
    const char *embed;        /* template rendered first into {{{embed}}}, or NULL */
    const struct slot *slots; /* the root's own, behind base's */
    size_t slot_count;
    size_t root_size; /* sizeof the root struct */
    view_fn fill;     /* NULL: base is all there is */
};

/* One row per kind; each is defined in the file that fills it. */
extern const struct page_type *const page_types[PAGE_KIND_COUNT];

/* What view_make needs beside the model. */
struct view_options {
    enum url_style style;
    const struct view_asset *assets;
    size_t asset_count;
    const struct diags *findings; /* may be NULL: nothing was checked */
    const struct rulebook *rules; /* may be NULL */
    unsigned threads;
};
struct view *view_make(const struct site *site, const struct plan *plan,
                       struct view_options options, struct arena *arena);

/* The root's shape of a kind, made once. */
const struct shape *view_shape(const struct view *view, enum page_kind kind,
                               struct arena *arena);

/* A page's root, filled. */
struct base_view *view_fill(const struct view *view, const struct page *page,
                            struct arena *arena);

/* What is the same on all pages of one language, with links from one depth. */
struct base_view *view_common(const struct view *view, unsigned lang, size_t depth,
                              struct arena *arena);

/* A root with what is the same on this page and all of its kind, language and depth; NULL
 * of a kind that has few pages. */
const struct base_view *view_known(const struct view *view, const struct page *page,
                                   struct arena *arena);
size_t view_depth(const struct page *page); /* folders that it lies in: ≤ LINK_DEPTH_MAX */

#endif
