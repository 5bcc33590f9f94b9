/* SPDX-License-Identifier: MIT */
/*
 * take_cell.h: what a spreadsheet, not a person, has put into a cell. In a YAML file these are
 * what somebody typed, and mean what they say.
 */
#ifndef ATTALAK_MODEL_TAKE_CELL_H
#define ATTALAK_MODEL_TAKE_CELL_H

#include "model/field.h"

/* Tells of a failed formula (record.h); false when there is none. */
bool cell_tell_failure(struct reader *r, const struct field *field);

/* Tells that a cell which was not empty is taken as not stated: "ไม่มี", "n/a", of a figure
 * also "-". */
void cell_tell_blank(struct reader *r, const struct field *field);

/* '0812345678 → 0812345678: the sign that makes Excel keep digits as text, told. */
struct str cell_without_mark(struct reader *r, const struct field *field, struct str raw);

/* "TRUE", "FALSE": a check box. */
bool cell_is_checkbox(const struct field *field, struct str text);

/* False after complaining that the text is a check box, or a date that was a house number (where
 * an address begins with one, too). */
bool cell_is_text(struct reader *r, const struct field *field, struct str text);

#endif
