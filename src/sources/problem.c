/* SPDX-License-Identifier: MIT */
#include "sources/problem.h"

#include <string.h>

static const struct problem problems[] = {
    {"mapping values are not allowed", RULE_YAML_COLON_IN_VALUE, false},
    {"could not find expected ':'", RULE_YAML_COLON_MISSING, true},
    {"did not find expected key", RULE_YAML_INDENTATION, false},
    {"did not find expected '-' indicator", RULE_YAML_INDENTATION, false},
    {"did not find expected <document start>", RULE_YAML_INDENTATION, false},
    {"block sequence entries are not allowed", RULE_YAML_INDENTATION, false},
    {"mapping keys are not allowed", RULE_YAML_INDENTATION, false},
    {"found unexpected end of stream", RULE_YAML_QUOTE_OPEN, true},
    {"found unexpected document indicator", RULE_YAML_QUOTE_OPEN, true},
    {"did not find expected ',' or ']'", RULE_YAML_BRACKET_OPEN, true},
    {"did not find expected ',' or '}'", RULE_YAML_BRACKET_OPEN, true},
    {"found unknown escape character", RULE_YAML_ESCAPE, false},
    {"did not find expected hexdecimal number", RULE_YAML_ESCAPE, false},
    {"found invalid Unicode character escape code", RULE_YAML_ESCAPE, false},
    {"found a tab character", RULE_YAML_TAB, false},
    {"found character that cannot start any token", RULE_YAML_BAD_START, false},
    {"did not find expected alphabetic or numeric", RULE_YAML_BAD_START, true},
    {"found undefined tag handle", RULE_YAML_TAG, false},
};

const struct problem *problem_find(const char *words)
{
    for (size_t i = 0; i < sizeof(problems) / sizeof(*problems); i++)
        if (!strncmp(words, problems[i].begins, strlen(problems[i].begins)))
            return &problems[i];
    return NULL;
}
