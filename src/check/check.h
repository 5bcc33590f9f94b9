/* SPDX-License-Identifier: MIT */
/*
 * check.h: the law: rules over a loaded model.
 *
 * A rule that needs more than the field in hand (a coordinate against its province, an
 * access note against its measurement, a hotline's age against the site's date) lives
 * here; what one field alone can tell is found when it is read (model/field.h). Nothing
 * is changed in the model.
 *
 *     site_load(…, &diags);  check_site(site, threads, &arena, &diags);
 *     site_settle(site, …, &diags);
 *
 * A finding about an identity names its LAO as its subject: an error holds that entry
 * back. To add a rule: a line in rules.h, its sentences in rules.c, a function in the
 * rule_ file of what it is about, and that function in check.c's table.
 */
#ifndef ATTALAK_CHECK_CHECK_H
#define ATTALAK_CHECK_CHECK_H

#include "model/model.h"

void check_site(const struct site *site, unsigned threads, struct arena *arena,
                struct diags *diags);

extern const struct rule check_rules[];
extern const size_t check_rule_count;

#endif
