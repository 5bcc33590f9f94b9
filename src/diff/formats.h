/* SPDX-License-Identifier: MIT */
/*
 * formats.h: a diff for a terminal and for programs; page.h is for those who sign.
 *
 *     diff_text    everything, a change in two lines: - what was, + what is
 *     diff_json    version 1 of diff.schema.json: whole values, all provinces
 */
#ifndef ATTALAK_DIFF_FORMATS_H
#define ATTALAK_DIFF_FORMATS_H

#include "base/buf.h"
#include "diff/diff.h"

enum { DIFF_VERSION = 1 };

void diff_text(const struct diff *diff, enum diag_lang lang, bool colour, struct buf *out);
void diff_json(const struct diff *diff, enum diag_lang lang, struct buf *out);

#endif
