/* SPDX-License-Identifier: MIT */
/* kinds.h: the rows of page_types, each defined in the view_*.c that fills it. */
#ifndef ATTALAK_VIEW_KINDS_H
#define ATTALAK_VIEW_KINDS_H

#include "view/view.h"

extern const struct page_type gate_type, not_found_type, home_type, category_type,
    tag_type, text_type; /* view_home.c, view_list.c */
extern const struct page_type regions_type, cluster_type, province_type,
    province_category_type, district_type; /* view_place.c, view_province.c */
extern const struct page_type access_type, province_access_type; /* view_access.c */
extern const struct page_type facets_type;                       /* view_facets.c */
extern const struct page_type entry_type;                        /* view_entry.c */
extern const struct page_type trip_type, offline_type, trip_data_type,
    worker_type;                                                     /* view_trip.c */
extern const struct page_type near_type, near_cell_type;             /* view_near.c */
extern const struct page_type rules_type;                            /* view_rules.c */
extern const struct page_type check_type, check_province_type;       /* view_check.c */
extern const struct page_type progress_type, progress_province_type; /* view_progress.c */
extern const struct page_type search_type, search_names_type, search_tags_type,
    search_points_type, search_summaries_type, search_stories_type; /* view_search.c */
extern const struct page_type identities_csv_type, identities_json_type,
    identities_geojson_type, province_csv_type, province_json_type, reports_csv_type,
    coverage_csv_type, progress_csv_type, rounds_csv_type, figures_csv_type,
    datapackage_type; /* view_data.c, view_package.c */
extern const struct page_type counters_type, embed_type; /* view_counters.c, view_embed.c */
extern const struct page_type sitemap_index_type, sitemap_type, feed_type, robots_type,
    webmanifest_type, security_type, nojekyll_type; /* view_feed.c, view_host.c */

/* A row's own slots and the size of its root. */
#define TYPE_SLOTS(root, slots_)                                                         \
    .slots = (slots_), .slot_count = sizeof(slots_) / sizeof(*(slots_)),                 \
    .root_size = sizeof(struct root)

#endif
