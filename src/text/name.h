/* SPDX-License-Identifier: MIT */
/*
 * name.h: the types of Local Administrative Organizations, their names, and hashtags.
 *
 * A full name is taken apart by its longest prefix and never otherwise: เทศบาลนครนครปฐม
 * and เทศบาลเมืองนครปฐม both exist, so no repeated word is ever stripped.
 */
#ifndef ATTALAK_TEXT_NAME_H
#define ATTALAK_TEXT_NAME_H

#include "base/str.h"

enum lao_type {
    LAO_UNKNOWN,
    LAO_PAO,         /* อบจ. */
    LAO_CITY,        /* เทศบาลนคร */
    LAO_TOWN,        /* เทศบาลเมือง */
    LAO_SUBDISTRICT, /* เทศบาลตำบล */
    LAO_SAO,         /* อบต. */
    LAO_PATTAYA,     /* เมืองพัทยา */
    LAO_BANGKOK,     /* กรุงเทพมหานคร */
    LAO_TYPE_COUNT,
};

/* One type of LAO, as in องค์การบริหารส่วนตำบล. */
struct lao_type_info {
    const char *key;      /* "sao", as in laos.csv */
    const char *th;       /* the whole word */
    const char *short_th; /* อบต. or "" when there is none */
    const char *tag_th; /* before the name in a hashtag: อบต; "" for the two cities */
    char digit;         /* first digit of the DLA code, 0 when none */
};
extern const struct lao_type_info lao_types[LAO_TYPE_COUNT];

/* "pao", "องค์การบริหารส่วนจังหวัด", "อบจ." …; LAO_UNKNOWN when it is none of them. */
enum lao_type lao_type_parse(struct str text);

/* '2' to '6'; '3' gives LAO_CITY, though Pattaya has it too. */
enum lao_type lao_type_of_digit(char digit);

/* A name as written: type (unknown when not in it), bare name, and a "ต.… อ.… จ.…" tail,
 * whose places come without their prefix. Pattaya's and Bangkok's bare names are their
 * full ones. A text without Thai letters is read as an English name. */
struct lao_name {
    enum lao_type type;
    bool municipal; /* "เทศบาล" and no more: a city, town or subdistrict municipality */
    struct str bare, subdistrict, district, province;
    struct str slip; /* the type as typed, when it is misspelt */
    bool unclear;    /* and where the name begins may be read in more than one way */
};
struct lao_name lao_name_parse(struct str text, struct arena *arena);

/* Type and name as one word; the name alone for Pattaya, Bangkok and unknown types. */
struct str lao_name_full(enum lao_type type, struct str bare, struct arena *arena);

/* A place without its จังหวัด, จ., อำเภอ, อ., เขต, ตำบล or ต.; "เมือง" stays, กทม. becomes
 * the whole name. */
struct str place_name_bare(struct str text);

/* The same of an English one: "Amphoe …", "… District", "Changwat …", "… Province". */
struct str place_name_english(struct str text);

/* What two writings of one name have in common: no blanks, dots, hyphens or apostrophes, small
 * letters, digits 0–9, one spelling of ฤๅ. For look-ups, not for display. */
struct str name_key(struct str name, struct arena *arena);

enum lao_code_error {
    LAO_CODE_OK,
    LAO_CODE_EMPTY,
    LAO_CODE_LENGTH,
    LAO_CODE_LETTERS,
    LAO_CODE_EXPONENT, /* 6.36E+06 */
    LAO_CODE_TYPE,     /* of seven digits the first is not 2…6, or of eight not 0 */
};

/* A code as typed (7 or 8 digits, Thai digits, blanks, hyphens, 6360203.00 and 6,360,203 of Excel)
 * → its key and type digit. */
struct lao_code {
    struct str key; /* six digits, or empty */
    char digit;     /* '2'…'6', or 0 when only six were given, as for Bangkok */
    enum lao_code_error error;
};
struct lao_code lao_code_parse(struct str text, struct arena *arena);

/* The other way: "6360203", or the key alone for a type without a digit. */
struct str lao_code_full(enum lao_type type, struct str key, struct arena *arena);

/* The text with Thai digits as 0–9, without what may stand between and behind them. */
struct str lao_code_digits(struct str text, struct arena *arena);

/* "6360304 อบต.หนองขาม", "ทต.บ้านเป้า (5360402)": the code and the rest; both empty when the text
 * does not begin or end with a code, or is nothing else. */
struct lao_code_split {
    struct str code, rest;
};
struct lao_code_split lao_code_split(struct str text, struct arena *arena);

/* A hashtag's text without '#': blanks, dots, hyphens and all that cuts a hashtag leave
 * it. tag_check says what is wrong with a tag that an office typed. */
struct str tag_make(struct str text, struct arena *arena);

/* The hashtag of one LAO: เทศบาลตำบลบ้านเขว้า, อบตบ้านเขว้า, อบจชัยภูมิ, เมืองพัทยา. */
struct str tag_of_lao(enum lao_type type, struct str bare, struct arena *arena);

enum tag_error {
    TAG_OK,
    TAG_EMPTY,
    TAG_BREAKS, /* a character that cuts it */
    TAG_START,  /* begins with a mark */
    TAG_DIGITS, /* digits only */
    TAG_LONG,   /* more than 30 code points */
    TAG_HASH,   /* typed with '#' and else all right: harmless, taken off */
};
enum tag_error tag_check(struct str tag);

#endif
