/* SPDX-License-Identifier: MIT */
/* What a visitor needs: when, for how much, and by which hashtags. */
#include "model/take.h"
#include "model/take_cell.h"

#include "text/clean.h"
#include "text/hours_words.h"
#include "text/months.h"
#include "text/personal.h"

/* ---- when ---- */

/* Hours in words, told when they can be read. */
static struct hours_read parse_words(struct reader *r, const struct field *field,
                                     struct str typed)
{
    struct str words = hours_from_words(typed, r->scratch);
    struct hours_read read = {0};
    if (words.len)
        read = hours_parse(words, r->arena);
    if (read.hours)
        complain(r, HOURS_READ_AS, field->pos, typed, words);
    return read;
}

void take_hours(struct reader *r, const struct field *field, void *into)
{
    struct str typed = take_clean_digits(r, field);
    if (!typed.len || !take_fits(r, field, typed))
        return;
    struct hours_read read = hours_parse(typed, r->arena);
    const struct hours *hours =
        read.hours ? read.hours : parse_words(r, field, typed).hours;
    if (hours)
        *(const struct hours **)into = hours;
    else
        complain(r, HOURS_FORM, field->pos, typed,
                 str_skip(typed, personal_whole(typed, read.stopped_at)));
}

/* The months of one part; what is more than one number is to be told. */
static unsigned read_months(struct reader *r, const struct field *field, struct str part,
                            bool *worded)
{
    unsigned months = months_parse(clean_digits(part, r->scratch));
    if (!months)
        complain(r, NOT_MONTHS, field->pos, part);
    *worded |= !str_to_int(clean_digits(part, r->scratch)).ok;
    return months;
}

void take_months(struct reader *r, const struct field *field, void *into)
{
    struct strs parts = take_parts(r, field, NULL);
    unsigned all = 0;
    bool worded = false, failed = false;
    for (size_t i = 0; i < parts.count; i++) {
        unsigned months = read_months(r, field, parts.items[i], &worded);
        failed |= !months;
        all |= months;
    }
    if (worded && !failed)
        complain(r, MONTHS_READ_AS, field->pos,
                 str_join(parts.items, parts.count, STR(", "), r->scratch),
                 months_listed(all, r->scratch));
    *(unsigned *)into |= all;
}

/* ---- for how much ---- */

void take_fee(struct reader *r, const struct field *field, void *into)
{
    struct place *place = into;
    struct text fee = {0};
    take_text(r, field, &fee);
    struct str typed = fee.in[field->lang];
    if (str_eq_nocase(typed, STR("free")) || str_eq(typed, STR("ฟรี")))
        place->is_free = true;
    else
        place->fee.in[field->lang] = typed;
}

/* ---- hashtags ---- */

static bool tell_tag(struct reader *r, const struct field *field, struct str tag,
                     enum tag_error error)
{
    switch (error) {
    case TAG_OK:
    case TAG_EMPTY: return error == TAG_OK;
    case TAG_HASH: return !complain(r, HASHTAG_SIGN, field->pos, tag);
    case TAG_LONG: return !complain(r, HASHTAG_LONG, field->pos, tag);
    case TAG_BREAKS:
        return complain(r, HASHTAG_BREAKS, field->pos, tag,
                        tag_make(personal_mask(tag, r->scratch), r->scratch));
    case TAG_START: return complain(r, HASHTAG_START, field->pos, tag);
    case TAG_DIGITS: return complain(r, HASHTAG_DIGITS, field->pos, tag);
    }
    return false;
}

static struct str without_sign(struct str tag)
{
    static const struct str signs[] = {STR_CONST("#"), STR_CONST("＃")};
    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++)
        if (str_starts(tag, signs[i]))
            return str_skip(tag, signs[i].len);
    return tag;
}

/* One tag; "#a" is told and then checked again as "a". */
static bool check_tag(struct reader *r, const struct field *field, struct str *tag)
{
    enum tag_error error = tag_check(*tag);
    if (!tell_tag(r, field, *tag, error))
        return false;
    if (error != TAG_HASH)
        return true;
    *tag = without_sign(*tag);
    error = tag_check(*tag);
    return error != TAG_HASH && tell_tag(r, field, *tag, error);
}

/* In a sheet people write "#a #b": there the sign parts the tags, and is no fault. */
static struct field parted(struct reader *r, const struct field *field)
{
    struct field copy = *field;
    if (field->column)
        copy.text = str_replace(field->text, STR("#"), STR(","), r->scratch);
    return copy;
}

void take_tags(struct reader *r, const struct field *field, void *into)
{
    struct field copy = parted(r, field);
    struct strs parts = take_parts(r, &copy, NULL);
    for (size_t i = 0; i < parts.count; i++) {
        struct str tag = parts.items[i];
        if (cell_is_text(r, field, tag) && take_fits(r, field, tag) && check_tag(r, field, &tag))
            *list_push((struct strs *)into, r->arena) = tag;
    }
}
