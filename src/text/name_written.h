/* SPDX-License-Identifier: MIT */
/*
 * name_written.h: the seam between the parts of name.h: name.c takes names apart that are
 * written as they should be, name_slip.c knows misspelt types, name_en.c English names.
 */
#ifndef ATTALAK_TEXT_NAME_WRITTEN_H
#define ATTALAK_TEXT_NAME_WRITTEN_H

#include "text/name.h"

/* s without any of these signs at its start. */
struct str name_skip_any(struct str s, const char *signs);

/* Whether s begins with a sign that belongs to the letter before it: not a word's start. */
bool name_begins_inside_letter(struct str s);

/* The type of a whole English word or abbreviation, or LAO_UNKNOWN. */
enum lao_type name_english_type(struct str text);

/* A misspelt type taken off the front of *text: what was typed goes to name->slip, and
 * name->unclear says that it could be read in another way. */
void name_take_slip(struct str *text, struct lao_name *name);

/* "Ban Khwao SAO, Ban Khwao, Chaiyaphum". */
struct lao_name name_parse_english(struct str text, struct arena *arena);

#endif
