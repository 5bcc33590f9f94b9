/* SPDX-License-Identifier: MIT */
/*
 * take.h: what a field can be. Each take_… reads one stated value into the member that its
 * name promises, or complains and leaves the member as it was (field.h has the tables).
 *
 * Text is cleaned here and nowhere else (text/clean.h): repairs are one note per value, what
 * cannot be repaired is an error and the value is left out.
 */
#ifndef ATTALAK_MODEL_TAKE_H
#define ATTALAK_MODEL_TAKE_H

#include "model/field.h"
#include "text/figure.h"

struct prose;

/* ---- for loaders that read a field of their own ---- */

/* One line of clean text with the sheet's answer translated, or empty (blank or refused). */
struct str take_clean(struct reader *r, const struct field *field);

/* The same with Thai digits as 0–9. */
struct str take_clean_digits(struct reader *r, const struct field *field);

/* What a whole number may be. */
struct whole {
    int64_t least, most;
    enum figure_unit unit;
};

/* A whole number within; false when it is none, complained of or blank. */
bool take_whole(struct reader *r, const struct field *field, struct whole whole, int64_t *into);

/* Tells (a note) that what was typed was read as something else, unless both are the same. */
void take_tell_read(struct reader *r, const struct field *field, struct str typed,
                    struct str read);

/* The parts of a list: a YAML list's items, or a sheet's answer split at commas, where known
 * answers (which may hold commas) are taken whole, the longest first. */
struct strs take_parts(struct reader *r, const struct field *field, const struct strs *known);

/* Remembers where a story links to. */
void story_add_links(struct story *story, const struct prose *prose, struct arena *arena);

/* Is the text no longer than its field's limit? Complains when it is. */
bool take_fits(struct reader *r, const struct field *field, struct str text);

/* Something to choose from: its key, and the words that mean it too. */
struct choice {
    struct str key;
    const struct text *labels[2]; /* may be NULL */
};

enum { NO_CHOICE = -1 };

/* The index of the choice that was typed, or NO_CHOICE after complaining. */
int take_choice(struct reader *r, struct pos pos, struct str typed, const struct choice *choices,
                size_t count);

/* The same of a field; a complaint lists the form's own answers, or labels in its language. */
int take_answer(struct reader *r, const struct field *field, struct str typed,
                const struct choice *choices, size_t count);

/* Two fields that only make sense together; false unless both are there and in Thailand. */
bool take_coordinates(struct reader *r, const struct record *record, struct str lat_path,
                      struct str lon_path, double *lat, double *lon);

/* ---- for tables ---- */

void take_later(struct reader *r, const struct field *field, void *into);  /* nothing: a loader
                                                                 * reads it by record_find */
void take_text(struct reader *r, const struct field *field, void *into);   /* struct text */
void take_line(struct reader *r, const struct field *field, void *into);   /* struct str */
void take_story(struct reader *r, const struct field *field, void *into);  /* struct story */
void take_strs(struct reader *r, const struct field *field, void *into);   /* struct strs */
void take_flag(struct reader *r, const struct field *field, void *into);   /* bool: yes, no */
void take_date(struct reader *r, const struct field *field, void *into);   /* struct date */
void take_month(struct reader *r, const struct field *field, void *into);  /* struct date */
void take_url(struct reader *r, const struct field *field, void *into);    /* struct str */
void take_url_pattern(struct reader *r, const struct field *field, void *into); /* with {code} */
void take_phone(struct reader *r, const struct field *field, void *into);  /* struct str */
void take_email(struct reader *r, const struct field *field, void *into);  /* struct str */
void take_line_id(struct reader *r, const struct field *field, void *into); /* struct str */
void take_hours(struct reader *r, const struct field *field, void *into);  /* const struct hours * */
void take_months(struct reader *r, const struct field *field, void *into); /* unsigned */
void take_fee(struct reader *r, const struct field *field, void *into);    /* struct place */
void take_tags(struct reader *r, const struct field *field, void *into);   /* struct strs */
void take_stars(struct reader *r, const struct field *field, void *into);  /* int64_t, 1–5 */
void take_code(struct reader *r, const struct field *field, void *into);   /* nothing: as take_later,
                                                     * but how a code was read is told */

#endif
