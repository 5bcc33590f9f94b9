/* SPDX-License-Identifier: MIT */
/*
 * rules.h: what sources/ may complain of. Only sources/ includes this; others see the table
 * sources_rules (prose.h).
 *
 * From RULE_URL_FIRST and RULE_LINK_FIRST on, rules stand in the order of enum url_error: a
 * refused URL is an error in a field of its own and a warning in a text, where it becomes text
 * without a link.
 */
#ifndef ATTALAK_SOURCES_RULES_H
#define ATTALAK_SOURCES_RULES_H

#include "sources/prose.h"
#include "sources/url.h"

enum source_rule {
    RULE_NOT_UTF8,
    RULE_WINDOWS_874,
    RULE_UTF16,
    RULE_EXCEL,
    RULE_EXCEL_OLD,
    RULE_HTML_PAGE,
    RULE_MOJIBAKE,
    RULE_NUL,
    RULE_TOO_LARGE,
    RULE_WAS_874,
    RULE_WAS_UTF16,
    RULE_BAD_874,
    RULE_BAD_UTF16,

    RULE_YAML_ALIAS,
    RULE_YAML_ANCHOR,
    RULE_YAML_TAG,
    RULE_YAML_MERGE_KEY,
    RULE_YAML_DUPLICATE_KEY,
    RULE_YAML_SECOND_DOCUMENT,
    RULE_YAML_TOO_DEEP,
    RULE_YAML_KEY_NOT_TEXT,
    RULE_YAML_DIRECTIVE,
    RULE_YAML_CONTROL,
    RULE_YAML_TAB,
    RULE_YAML_INDENTATION,
    RULE_YAML_COLON_IN_VALUE,
    RULE_YAML_COLON_MISSING,
    RULE_YAML_QUOTE_OPEN,
    RULE_YAML_BRACKET_OPEN,
    RULE_YAML_ESCAPE,
    RULE_YAML_BAD_START,
    RULE_YAML_SYNTAX,

    RULE_CSV_EMPTY,
    RULE_CSV_NO_ROWS,
    RULE_CSV_HEADER_EMPTY,
    RULE_CSV_HEADER_REPEATED,
    RULE_CSV_HEADER_CONTROL,
    RULE_CSV_TOO_MANY_COLUMNS,
    RULE_CSV_TOO_MANY_ROWS,
    RULE_CSV_FIELD_TOO_LONG,
    RULE_CSV_ROW_TOO_LONG,
    RULE_CSV_ROW_TOO_WIDE,
    RULE_CSV_QUOTE_OPEN,
    RULE_CSV_QUOTE_TEXT_AFTER,
    RULE_CSV_QUOTE_STRAY,
    RULE_CSV_MIXED_LINE_ENDS,
    RULE_CSV_DELIMITER,
    RULE_CSV_FORMULA_ERROR,
    RULE_CSV_OTHER_DELIMITER,
    RULE_CSV_TITLE_ROWS,
    RULE_CSV_CUT_SHORT,
    RULE_CSV_LETTERS_LOST,
    RULE_CSV_ONLY_MARKS,
    RULE_CUT_SHORT,

    RULE_MARKDOWN_TOO_LONG,
    RULE_MARKDOWN_TOO_DEEP,
    RULE_MARKDOWN_TOO_SLOW,
    RULE_MARKDOWN_SWELLS,
    RULE_MARKDOWN_RAW_HTML,
    RULE_MARKDOWN_IMAGE,
    RULE_MARKDOWN_HIDDEN,

    RULE_URL_FIRST,
    RULE_LINK_FIRST = RULE_URL_FIRST + URL_ERROR_COUNT - 1, /* URL_OK has no rule */
    RULE_COUNT = RULE_LINK_FIRST + URL_ERROR_COUNT - 1,
};

/* Adds a finding with its values {0} and {1}. Always false. */
bool source_complain(struct diags *diags, enum source_rule rule, struct pos pos,
                     struct str value, struct str first);

/* The same with numbers. */
bool source_complain_number(struct diags *diags, enum source_rule rule, struct pos pos,
                            size_t value, size_t first);

/* Of a refused URL: the warning a text gets. */
const struct rule *link_rule(enum url_error error);

#endif
