/* SPDX-License-Identifier: MIT */
/*
 * take_access.h: the "Tourism for all" part of an identity, and the facilities.
 *
 * The vocabulary says what each feature can be; nothing that was not stated ever becomes no.
 */
#ifndef ATTALAK_MODEL_TAKE_ACCESS_H
#define ATTALAK_MODEL_TAKE_ACCESS_H

#include "model/take.h"

/* Into struct identity: access.features.*, access.notes.*, access.by, access.method and
 * facilities. identity_open must have been called on it. */
void take_feature(struct reader *r, const struct field *field, void *identity);
void take_feature_note(struct reader *r, const struct field *field, void *identity);
void take_by(struct reader *r, const struct field *field, void *identity);
void take_method(struct reader *r, const struct field *field, void *identity);
void take_facilities(struct reader *r, const struct field *field, void *identity);

/* Whether anything was said at all; then what hangs together: "limited" needs its note. */
void access_finish(struct reader *r, const struct record *record, struct identity *identity);

#endif
