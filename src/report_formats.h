/* SPDX-License-Identifier: MIT */
/*
 * report_formats.h: what `attalak check` found, for a terminal, for programs, for mail merge
 * and for a browser. Each writes every finding; the bytes depend on content alone.
 *
 *     report_text     a head line, what stands there, what to type; at the end of a check that
 *                     found nothing to change, a sentence that says so
 *     report_json     version 1 of findings.schema.json
 *     report_csv      a row a finding, by place: UTF-8 with BOM, CRLF, formulas disarmed
 *     report_html     one file that asks for nothing: templates/report.html, .css and .js
 */
#ifndef ATTALAK_REPORT_FORMATS_H
#define ATTALAK_REPORT_FORMATS_H

#include "base/buf.h"
#include "view/listing.h"

enum { FINDINGS_VERSION = 1 };

void report_text(const struct listing *listing, bool colour, struct buf *out);
void report_json(const struct listing *listing, struct buf *out);
void report_csv(const struct listing *listing, struct buf *out);

/* `dir` is the folder that holds templates/. False when a template is wrong: see diags. */
bool report_html(const struct listing *listing, struct str dir, struct buf *out,
                 struct diags *diags);

#endif
