/* SPDX-License-Identifier: MIT */
/* Numbers, and codes that are made of digits. */
#include "model/take.h"
#include "text/clean.h"
#include "text/name.h"

void take_tell_read(struct reader *r, const struct field *field, struct str typed,
                    struct str read)
{
    if (!str_eq(typed, read))
        complain(r, NUMBER_READ_AS, field->pos, typed, read);
}

/* ---- whole numbers ---- */

static struct str number_text(struct reader *r, int64_t number)
{
    return str_format(r->scratch, "%lld", (long long)number);
}

static bool complain_range(struct reader *r, const struct field *field, struct str typed,
                           struct whole whole)
{
    return complain(r, NUMBER_RANGE, field->pos, typed, number_text(r, whole.least),
                    number_text(r, whole.most));
}

static bool complain_figure(struct reader *r, const struct field *field, struct str typed,
                            struct figure figure)
{
    static const enum model_rule rules[] = {
        [FIGURE_FORM] = NOT_A_NUMBER,         [FIGURE_DOTTED] = NUMBER_DOTTED,
        [FIGURE_FRACTION] = NUMBER_FRACTION,  [FIGURE_INEXACT] = NUMBER_NOT_EXACT,
        [FIGURE_SHORTENED] = NUMBER_EXPONENT,
    };
    return complain(r, rules[figure.error], field->pos, typed,
                    figure.error == FIGURE_DOTTED ? number_text(r, figure.value)
                                                  : field->path);
}

bool take_whole(struct reader *r, const struct field *field, struct whole whole, int64_t *into)
{
    struct str typed = take_clean(r, field);
    if (!typed.len)
        return false;
    struct figure figure = figure_parse(typed, whole.unit, r->scratch);
    bool read = figure.error == FIGURE_OK;
    if (!read && figure.error != FIGURE_LARGE)
        return complain_figure(r, field, typed, figure);
    if (!read || figure.value < whole.least || figure.value > whole.most)
        return complain_range(r, field, typed, whole);
    take_tell_read(r, field, typed, number_text(r, figure.value));
    *into = figure.value;
    return true;
}

void take_stars(struct reader *r, const struct field *field, void *into)
{
    int64_t stars = 0;
    if (take_whole(r, field, (struct whole){1, 5, FIGURE_STARS}, &stars))
        *(int64_t *)into = stars;
}

/* ---- codes ---- */

/* The loader has read the code to know whose row it is; a bad one it has told. */
void take_code(struct reader *r, const struct field *field, void *into)
{
    (void)into;
    struct str typed = clean_line(str_trim(field->text), r->scratch).text;
    if (lao_code_parse(typed, r->scratch).error == LAO_CODE_OK)
        take_tell_read(r, field, typed, lao_code_digits(typed, r->scratch));
}
