/* SPDX-License-Identifier: MIT */
/*
 * coverage.h: who has reported, in which round, and what the entries hold, counted over
 * any set of LAOs.
 *
 * model.h says what the states mean. In a round it is the first row that decides: who
 * sends again to mend something stays on time. A row whose table names no round (or one
 * that site.yaml does not know) counts for the first round that was not yet due, else for
 * the last; an identity by hand has no day, and counts as undated in every round.
 */
#ifndef ATTALAK_MODEL_COVERAGE_H
#define ATTALAK_MODEL_COVERAGE_H

#include "model/model.h"

/* Sums over LAOs. What is counted of entries is counted of published ones alone. */
struct coverage {
    size_t laos; /* all that are expected */
    size_t states[LAO_STATES];
    size_t (*rounds)[ROUND_STATES]; /* one each of settings.rounds */
    size_t *fields;                 /* entries, one each of the vocabulary's categories */
    size_t translated[LANG_MAX];    /* entries with name and summary in that language */
    size_t access;                  /* … with anything about access */
    size_t starter; /* answers to the first questions about access, in all */
    size_t photos;  /* … with a photo */
    size_t figures; /* LAOs, published or not, with a figure of any month */
};

size_t coverage_published(const struct coverage *coverage);

/* How many questions about access are asked first: each entry can answer so many. */
size_t coverage_starters(const struct vocabulary *vocabulary);
/* How many of them an identity answers. */
size_t coverage_answered(const struct vocabulary *vocabulary,
                         const struct identity *identity);

/* Of one LAO, also when it sent nothing. `round`: index into settings.rounds. */
enum round_state coverage_round(const struct lao *lao, size_t round);

/* Settles what every LAO is (its state and rounds), and then every place's sums. `diags`
 * has all findings of the content. */
void coverage_states(struct site *site, struct arena *arena, const struct diags *diags);
void coverage_fill(struct site *site, struct arena *arena);

#endif
