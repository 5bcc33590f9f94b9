/* SPDX-License-Identifier: MIT */
/* What a cell holds in the place of a value: a formula's failure, or the question marks that Excel
 * writes for letters that the encoding of the computer lacks: all of Thai on a Western Windows. */
#include <string.h>

#include "sources/rules.h"
#include "sources/table.h"

enum { RUN_LEAST = 3 };

static bool is_between(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

static bool is_only_marks(struct str cell)
{
    bool any = false;
    for (size_t i = 0; i < cell.len; i++) {
        if (cell.ptr[i] != '?' && !is_between(cell.ptr[i]))
            return false;
        any |= cell.ptr[i] == '?';
    }
    return any;
}

/* A run that begins a word or stands within one. "จริงหรือ???" ends one, as people write. */
static bool has_lost_letters(struct str cell)
{
    for (size_t at = 0, end; at < cell.len; at = end + 1) {
        for (end = at; end < cell.len && cell.ptr[end] == '?';)
            end++;
        bool begins = at == 0 || is_between(cell.ptr[at - 1]);
        bool within = end < cell.len && !is_between(cell.ptr[end]);
        if (end - at >= RUN_LEAST && (begins || within))
            return true;
    }
    return false;
}

/* False when nothing but marks is left. */
static bool check_marks(struct str cell, struct pos pos, struct diags *diags)
{
    if (is_only_marks(cell))
        return source_complain(diags, RULE_CSV_ONLY_MARKS, pos, cell, (struct str){0});
    if (has_lost_letters(cell))
        source_complain(diags, RULE_CSV_LETTERS_LOST, pos, cell, (struct str){0});
    return true;
}

static bool is_failure(struct str cell)
{
    static const struct str failures[] = {
        STR_CONST("#REF!"), STR_CONST("#N/A"), STR_CONST("#VALUE!"), STR_CONST("#NAME?"),
        STR_CONST("#DIV/0!"), STR_CONST("#NULL!"), STR_CONST("#NUM!"), STR_CONST("#ERROR!"),
        STR_CONST("#SPILL!"), STR_CONST("#CALC!"), STR_CONST("#FIELD!"), STR_CONST("#BUSY!"),
        STR_CONST("#GETTING_DATA"), STR_CONST("Loading..."), STR_CONST("กำลังโหลด..."),
    };
    if (cell.ptr[0] != '#' && cell.ptr[cell.len - 1] != '.')
        return false;
    for (size_t i = 0; i < sizeof(failures) / sizeof(*failures); i++)
        if (str_eq(cell, failures[i]))
            return true;
    return false;
}

bool table_check_cell(const struct table *table, const struct table_row *row, size_t column,
                      struct diags *diags)
{
    struct str cell = str_trim(row->cells[column]);
    if (!cell.len)
        return true;
    if (is_failure(cell))
        return source_complain(diags, RULE_CSV_FORMULA_ERROR, table_pos(table, row, column),
                               cell, (struct str){0});
    return !memchr(cell.ptr, '?', cell.len)
           || check_marks(cell, table_pos(table, row, column), diags);
}
