/* SPDX-License-Identifier: MIT */
#include "model/take_cell.h"

#include "model/take.h"
#include "text/clean.h"

/* ---- not stated ---- */

bool cell_tell_failure(struct reader *r, const struct field *field)
{
    const struct finding *fault = field->fault;
    if (fault && field->failed && field_is_needed(field))
        reader_tell_error(r, fault->rule, field->pos, fault->args);
    else if (fault)
        reader_tell(r, fault->rule, field->pos, fault->args);
    return field->failed;
}

void cell_tell_blank(struct reader *r, const struct field *field)
{
    struct str text = str_trim(field->text);
    bool figure = field->spec->flags & FIELD_FIGURE;
    bool said = text.len && (figure || !clean_is_stroke(text));
    if (field->column && said)
        complain(r, figure ? FIELD_BLANK_FIGURE : FIELD_BLANK_WORD, field->pos, text);
}

/* ---- digits kept as text ---- */

static bool is_digits_and_marks(struct str text)
{
    static const struct str marks = STR_CONST("0123456789 -.,+()/");
    for (size_t i = 0; i < text.len; i++)
        if (!str_has(marks, str_of(&text.ptr[i], 1)))
            return false;
    return text.len > 0;
}

struct str cell_without_mark(struct reader *r, const struct field *field, struct str raw)
{
    struct str rest = str_trim(str_skip(raw, 1));
    bool marked = field->column && str_starts(raw, STR("'"));
    if (!marked || !is_digits_and_marks(clean_digits(rest, r->scratch)))
        return raw;
    take_tell_read(r, field, raw, rest);
    return rest;
}

/* ---- text that is none ---- */

bool cell_is_checkbox(const struct field *field, struct str text)
{
    return field->column && (str_eq(text, STR("TRUE")) || str_eq(text, STR("FALSE")));
}

static bool became_date(const struct field *field, struct str text)
{
    size_t date = date_shortened(text);
    return date && (date == text.len || str_eq(field->spec->path, STR("place.address")));
}

bool cell_is_text(struct reader *r, const struct field *field, struct str text)
{
    if (cell_is_checkbox(field, text))
        return complain(r, TEXT_BOOLEAN, field->pos, text);
    if (!became_date(field, text))
        return true;
    bool needed = field_is_needed(field);
    return complain(r, needed ? TEXT_BECAME_DATE_NEEDED : TEXT_BECAME_DATE, field->pos, text);
}
