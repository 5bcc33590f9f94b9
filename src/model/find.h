/* SPDX-License-Identifier: MIT */
/*
 * find.h: which LAO somebody means: by code, or by the name people write.
 *
 * 3,182 LAOs share a bare name with another; type, name and district together are unique. Names
 * are looked up by their bare name in one map, so a thousand rows without a code cost no more
 * than a thousand look-ups. Only the proposals of nearest names walk the list, and only for the
 * first few that need one.
 */
#ifndef ATTALAK_MODEL_FIND_H
#define ATTALAK_MODEL_FIND_H

#include "model/field.h"

struct finder {
    struct map by_name;       /* bare name in language 0 → struct laos * */
    unsigned proposals_left; /* nearest-name searches still to be spent */
};

void finder_fill(struct finder *finder, const struct site *site, struct arena *arena);

/* The LAO of a row or file by its fields lao, lao_name, lao_district, lao_province; NULL after
 * complaining. */
struct lao *find_lao(struct reader *r, struct finder *finder, const struct record *record);

/* By one field that holds a code; NULL after complaining. */
struct lao *find_by_code(struct reader *r, const struct field *field);

/* What is wrong with a code that is none. */
void complain_code_form(struct reader *r, struct pos pos, struct str typed,
                        enum lao_code_error error);

/* "360203 องค์การบริหารส่วนตำบลบ้านเขว้า", for findings. */
struct str lao_described(const struct lao *lao, struct arena *arena);

#endif
