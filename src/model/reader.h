/* SPDX-License-Identifier: MIT */
/*
 * reader.h: who reads a file or a sheet, and how it complains.
 */
#ifndef ATTALAK_MODEL_READER_H
#define ATTALAK_MODEL_READER_H

#include "model/model.h"
#include "model/rules.h"

/* Who reads: what it may look up, where results live, and how strictly it complains. */
struct reader {
    const struct site *site;
    struct arena *arena;   /* lasts as long as the site */
    struct arena *scratch; /* lasts as long as the record */
    struct diags *diags;
    bool soft; /* what would hold an LAO's entry back is a warning (rules.h) */
};

/* Adds a finding; always false. Its arguments are those of diag(), with a rule's number. */
bool reader_complain(struct reader *r, enum model_rule rule, struct pos pos,
                     const struct str args[DIAG_ARGS]);
#define complain(r, rule, pos, ...)                                                       \
    reader_complain((r), (rule), (pos), (const struct str[DIAG_ARGS]){__VA_ARGS__})

/* The same with a rule of another room. */
bool reader_tell(struct reader *r, const struct rule *rule, struct pos pos,
                 const struct str args[DIAG_ARGS]);

/* Gives the last finding's argument in each language (diag.h); `called` lasts like findings. */
void reader_call(struct reader *r, size_t arg, const struct str called[DIAG_LANGS]);

/* A rule that only warns, of a value without which there is no entry. */
bool reader_tell_error(struct reader *r, const struct rule *rule, struct pos pos,
                       const struct str args[DIAG_ARGS]);

/* Gives a row's LAO, known at last, to the findings without one from number `from` on; the key is
 * kept, not copied. An error among them (a failed cell beside a good code) is a warning from then
 * on: the LAO was found in spite of it, and nothing is held back. */
void reader_claim(struct reader *r, size_t from, struct str key);

#endif
