/* SPDX-License-Identifier: MIT */
/*
 * report_parts.h: what a page for officers that stands alone is put together of: a template,
 * and style and script that go into it, with their hashes for its policy.
 */
#ifndef ATTALAK_REPORT_PARTS_H
#define ATTALAK_REPORT_PARTS_H

#include "base/diag.h"
#include "render/template.h"

/* NULL after a finding. */
const struct template *report_template(int templates, const char *name,
                                       const struct shape *root, struct diags *diags);

/* A style sheet or script, made the text of its element; false after a finding. */
bool report_part(int templates, const char *name, struct value *part, struct value *hash,
                 struct diags *diags);

#endif
