/* SPDX-License-Identifier: MIT */
/*
 * Written for an officer who opens the sheet or the file, not for a programmer: what is
 * wrong first, then one thing to do. Rule ids are stable; sentences may be bettered. {0}
 * is the value as typed; what {1} to {3} are, the sentence shows.
 */
#include "model/rules.h"

#include "model/load.h"

const struct rule model_rules[] = {
#include "model/rules_field.inc"
#include "model/rules_place.inc"
#include "model/rules_value.inc"
#include "model/rules_source.inc"
#include "model/rules_guard.inc"
#include "model/rules_snapshot.inc"
};

const size_t model_rule_count = sizeof(model_rules) / sizeof(model_rules[0]);

_Static_assert(sizeof(model_rules) / sizeof(model_rules[0]) == MODEL_RULE_COUNT,
               "a rule without its sentences, or the other way round");
