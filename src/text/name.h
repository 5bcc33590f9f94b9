/* SPDX-License-Identifier: MIT */
/*
 * name.h: the types of Local Administrative Organizations, their names, and hashtags.
 *
 * A full name is taken apart by its longest prefix and never otherwise: เทศบาลนครนครปฐม and
 * เทศบาลเมืองนครปฐม both exist, so no repeated word is ever stripped.
 */
#ifndef ATTALAK_TEXT_NAME_H
#define ATTALAK_TEXT_NAME_H

#include "base/str.h"

enum lao_type {
    LAO_UNKNOWN,
    LAO_PAO,         /* องค์การบริหารส่วนจังหวัด, อบจ. */
    LAO_CITY,        /* เทศบาลนคร, ทน. */
    LAO_TOWN,        /* เทศบาลเมือง, ทม. */
    LAO_SUBDISTRICT, /* เทศบาลตำบล, ทต. */
    LAO_SAO,         /* องค์การบริหารส่วนตำบล, อบต. */
    LAO_PATTAYA,     /* เมืองพัทยา */
    LAO_BANGKOK,     /* กรุงเทพมหานคร */
    LAO_TYPE_COUNT,
};

struct lao_type_info {
    const char *key;      /* "pao", "city", … as in laos.csv */
    const char *th;       /* องค์การบริหารส่วนจังหวัด */
    const char *short_th; /* อบจ. ; "" when there is none */
    const char *tag_th;   /* prefix of the hashtag: อบจ, เทศบาลนคร, …; "" for the two cities */
    char digit;           /* first digit of the DLA code, 0 when none */
};
extern const struct lao_type_info lao_types[LAO_TYPE_COUNT];

/* "pao", "องค์การบริหารส่วนจังหวัด", "อบจ." …; LAO_UNKNOWN when it is none of them. */
enum lao_type lao_type_parse(struct str text);
enum lao_type lao_type_of_digit(char digit); /* '3' gives LAO_CITY: Pattaya needs its type */

/* A name as written: type (unknown when not in it), bare name, and a "ต.… อ.… จ.…" tail, whose
 * places come without their prefix. Pattaya's and Bangkok's bare names are their full ones. */
struct lao_name {
    enum lao_type type;
    struct str bare, subdistrict, district, province;
};
struct lao_name lao_name_parse(struct str text, struct arena *arena);

/* องค์การบริหารส่วนตำบลบ้านเขว้า; the bare name alone for Pattaya, Bangkok and unknown types. */
struct str lao_name_full(enum lao_type type, struct str bare, struct arena *arena);

/* A place without จังหวัด, จ., อำเภอ, อ., เขต, ตำบล, ต. before it; "เมือง" stays as it is. */
struct str place_name_bare(struct str text);

/* A LAO code as typed (7 or 8 digits, Thai digits, blanks) → its six-digit key and type digit. */
struct lao_code {
    struct str key; /* six digits, or empty */
    char digit;     /* '2'…'6', or 0 when only six were given or the code is Bangkok's */
    enum lao_code_error {
        LAO_CODE_OK, LAO_CODE_EMPTY, LAO_CODE_LENGTH, LAO_CODE_LETTERS, LAO_CODE_EXPONENT,
        LAO_CODE_TYPE, /* seven digits of which the first is not 2…6, eight without a 0 first */
    } error;
};
struct lao_code lao_code_parse(struct str text, struct arena *arena);

/* A hashtag's text without '#': blanks, dots, hyphens and all that cuts a hashtag leave it.
 * tag_check says what is wrong with a tag that an office typed. */
struct str tag_make(struct str text, struct arena *arena);

/* The hashtag of one LAO: เทศบาลตำบลบ้านเขว้า, อบตบ้านเขว้า, อบจชัยภูมิ, เมืองพัทยา. */
struct str tag_of_lao(enum lao_type type, struct str bare, struct arena *arena);

enum tag_error {
    TAG_OK, TAG_EMPTY, TAG_BREAKS, /* a character that cuts it */
    TAG_START, /* begins with a mark */ TAG_DIGITS, /* digits only */ TAG_LONG, /* > 30 */
    TAG_HASH,  /* typed with '#': harmless, taken off */
};
enum tag_error tag_check(struct str tag);

#endif
