/* SPDX-License-Identifier: MIT */
/*
 * link.h: where every page lives, and how one page links to another.
 *
 * A *path* is a page's place below the site's root, always a directory with a trailing
 * slash
 * ("th/chaiyaphum/360203/"; the root itself is ""), or a file ("data/identities.csv"). It
 * is made of codes, slugs and fixed words only, never of names. Links are relative and
 * exact, so that the site works at /, at /any/base/ and from a USB stick.
 */
#ifndef ATTALAK_VIEW_LINK_H
#define ATTALAK_VIEW_LINK_H

#include "model/model.h"

enum url_style { URL_DIRECTORY, URL_FILE }; /* URL_FILE: links end in index.html */

struct str path_home(const struct site *site, unsigned lang, struct arena *arena);
/* A fixed page of a language: "access", "regions", "search", "near", "progress". */
struct str path_fixed(const struct site *site, unsigned lang, struct str name,
                      struct arena *arena);
struct str path_category(const struct site *site, unsigned lang,
                         const struct category *category, struct arena *arena);
struct str path_cluster(const struct site *site, unsigned lang,
                        const struct cluster *cluster, struct arena *arena);
struct str path_province(const struct site *site, unsigned lang,
                         const struct province *province, struct arena *arena);
/* A page below a province: a category's key, "access". */
struct str path_province_part(const struct site *site, unsigned lang,
                              const struct province *province, struct str part,
                              struct arena *arena);
/* The officers' page of a province. */
struct str path_check_province(const struct site *site, unsigned lang,
                               const struct province *province, struct arena *arena);
/* How far a province is. */
struct str path_progress_province(const struct site *site, unsigned lang,
                                  const struct province *province, struct arena *arena);
/* The same in a few lines, for frames on other sites; NULL: of the country. */
struct str path_embed(const struct province *province, struct arena *arena);
struct str path_district(const struct site *site, unsigned lang,
                         const struct district *district, struct arena *arena);
struct str path_entry(const struct site *site, unsigned lang, const struct lao *lao,
                      struct arena *arena);
struct str path_tag(const struct site *site, unsigned lang, const struct tag *tag,
                    struct arena *arena);
struct str path_text(const struct site *site, unsigned lang, struct str name,
                     struct arena *arena);

/* "../../": the way up from a page in as many folders, and from the page at `path`. */
enum { LINK_DEPTH_MAX = 8 };
struct str link_up(size_t folders);
struct str link_root(struct str path);

/* The href of `to` on a page whose link_root is `root`. */
struct str link_to(enum url_style style, struct str root, struct str to,
                   struct arena *arena);

/* base_url + path; empty without a base_url. */
struct str link_absolute(const struct site *site, struct str path, struct arena *arena);

/* The file that holds a path: "th/index.html" for "th/". */
struct str link_file(struct str path, struct arena *arena);

/* Everything but RFC 3986's unreserved characters as %XX, for query strings and hashtags.
 */
struct str link_escape(struct str text, struct arena *arena);

#endif
