/* SPDX-License-Identifier: MIT */
/* place.h: what the pages of regions, clusters, provinces and districts share. */
#ifndef ATTALAK_VIEW_PLACE_H
#define ATTALAK_VIEW_PLACE_H

#include "view/view.h"

/* One word of the interface in every language, as a text. */
struct text place_word(const struct view *view, const char *key);

struct value place_cluster_tally(const struct view *view, const struct page *page,
                                 const struct cluster *cluster, struct arena *arena);

/* The word `key` with {province} filled in: "ตรวจข้อมูล จังหวัดชัยภูมิ", in each language that
 * has the name. */
struct text place_heading(const struct view *view, const char *key,
                          const struct province *province, struct arena *arena);

/* "12 of 16 local authorities …" for the LAOs of one place. */
struct str place_totals(const struct view *view, const struct page *page,
                        const struct laos *laos, const struct laos *entries,
                        struct arena *arena);

/* Home, regions, the page's province and, when given, the page itself below it. */
void place_crumbs(const struct view *view, const struct page *page,
                  struct base_view *base, const struct view_step *last,
                  struct arena *arena);

/* A link back to the page's province. */
struct value place_province(const struct view *view, const struct page *page,
                            struct arena *arena);

/* How far the page's province is; the country, on a page of none. */
struct value place_progress_href(const struct view *view, const struct page *page,
                                 struct arena *arena);

/* The fields of the page's province as links with counts; `but` is left out. */
struct value place_fields(const struct view *view, const struct page *page,
                          const struct category *but, struct arena *arena);
struct value place_access_href(const struct view *view, const struct page *page,
                               struct arena *arena);

/* "อาหารของท้องถิ่น จังหวัดชัยภูมิ", in each language that has both names. */
struct text place_label_in(const struct view *view, const struct text *label,
                           const struct province *province, struct arena *arena);

#endif
