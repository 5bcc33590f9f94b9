/* SPDX-License-Identifier: MIT */
/*
 * sheet_link.h: from a finding to the cell in the Google Sheet that it speaks of.
 *
 * tables.yaml says with `sheet:` where a file's sheet can be opened. Google opens a sheet at a
 * range by the address's fragment: …/edit#gid=0&range=F123.
 */
#ifndef ATTALAK_MODEL_SHEET_LINK_H
#define ATTALAK_MODEL_SHEET_LINK_H

#include "model/model.h"

/* The address of the cell, or of the row when the place names no column; empty when the file is
 * no sheet with an address, or the place is the whole file. */
struct str sheet_cell_link(const struct site *site, const struct pos *pos, struct arena *arena);

#endif
