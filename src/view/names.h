/* SPDX-License-Identifier: MIT */
/*
 * names.h: full names of all places, made once for the site.
 *
 * "เทศบาลตำบลบ้านเขว้า" / "Ban Khwao Subdistrict Municipality"; "จังหวัดชัยภูมิ" / "Chaiyaphum
 * Province"; "อำเภอบ้านเขว้า" / "Ban Khwao District"; in each language that has the bare
 * name. A card says two of them, and the pages of the country hold 200,000 cards. It is
 * some 220 bytes for each LAO: 1.8 MB.
 *
 * Two districts of a province that share a name have their codes in it, bare or full:
 * "Bang Sai (1404)", "Bang Sai (1404) District".
 */
#ifndef ATTALAK_VIEW_NAMES_H
#define ATTALAK_VIEW_NAMES_H

#include "view/words.h"

/* Each by rank[0] of what it names. */
struct names {
    const struct text *laos, *provinces, *districts;
    const struct text *districts_bare;
    const struct text *districts_in_province; /* "อำเภอบ้านเขว้า จังหวัดชัยภูมิ" */
};

struct names names_make(const struct site *site, const struct words words[LANG_MAX],
                        struct arena *arena);

#endif
