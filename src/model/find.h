/* SPDX-License-Identifier: MIT */
/*
 * find.h: which LAO somebody means: by code, or by the name people write.
 *
 * 3,182 LAOs share a bare name with another; type, name and district together are unique.
 * Names in Thai and English are looked up by their key (name_key), so a thousand rows without
 * a code cost no more than a thousand look-ups; what is not there is searched for once. A name or place is never mended: what is not
 * in the registry is an error with the nearest. Only a misspelt type is, where it is clear.
 */
#ifndef ATTALAK_MODEL_FIND_H
#define ATTALAK_MODEL_FIND_H

#include "model/field.h"

/* What a name's letters are, for the search of the nearest. */
struct spelling {
    uint64_t letters; /* a bit per letter, by its code point modulo 64 */
    size_t count;
};

/* Why a text is no LAO or place, to be told with what was meant, if anything. */
struct reason {
    enum model_rule rule;
    struct str meant;
};

struct finder {
    struct map by_name;   /* key of a name, Thai or English → struct laos * */
    struct map provinces; /* key of a name, Thai, English or colloquial → struct province * */
    struct map districts; /* the same → struct districts *, for some share a name */
    struct spelling *spellings; /* of by_name's entries */
    struct map *reasons; /* what was asked → struct reason *: to find out is dear, and a mistake
                          * is made on many rows; one thread at a time */
};

void finder_fill(struct finder *finder, const struct site *site, struct arena *arena);

/* The LAO of a row or file by its fields lao, lao_name, lao_district, lao_province; NULL after
 * complaining. */
struct lao *find_lao(struct reader *r, const struct finder *finder, const struct record *record);

/* By one field that holds a code; NULL after complaining. */
struct lao *find_by_code(struct reader *r, const struct field *field);

/* What is wrong with a code that is none. */
void complain_code_form(struct reader *r, struct pos pos, struct str typed,
                        enum lao_code_error error);

/* "360203 องค์การบริหารส่วนตำบลบ้านเขว้า", for findings. */
struct str lao_described(const struct lao *lao, struct arena *arena);

#endif
