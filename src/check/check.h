/* SPDX-License-Identifier: MIT */
/*
 * check.h: the law: rules over a loaded model.
 *
 * A rule that needs more than the field in hand (a coordinate against its province, an access
 * note against its measurement, a hotline's age against the site's date) lives here; what one
 * field alone can tell is found when it is read (model/field.h). One table of rules, one function
 * each; nothing is changed in the model.
 */
#ifndef ATTALAK_CHECK_CHECK_H
#define ATTALAK_CHECK_CHECK_H

#include "model/model.h"

void check_site(const struct site *site, struct arena *arena, struct diags *diags);

extern const struct rule check_rules[];
extern const size_t check_rule_count;

#endif
