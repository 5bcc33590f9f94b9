/* SPDX-License-Identifier: MIT */
/*
 * inspect.h: what must not be published by oversight: personal data, planted words and links.
 *
 * A record is looked through as it was typed, before its values are taken: each public text and
 * address, whatever the thing is that it belongs to. Markdown is looked through as it will read,
 * too (prose.h), other text as it reads without tags: what is found so and not as it was typed
 * is told once. What is found is an error, which holds an
 * LAO's entry back; where an error holds nothing back (a province's introduction, a page, a
 * report, the register), the field is left out instead. `allow:` of the record or of site.yaml
 * names what may stand.
 *
 *     struct inspection in = inspect_begin(&r, &record);
 *     inspect_fields(&in, &record);      fields_take(…) leaves out what was refused
 *     inspect_story(&in, path, markdown, pos);   from a file of its own
 *     inspect_end(&in);                  allowed, but found nowhere: a note
 */
#ifndef ATTALAK_MODEL_INSPECT_H
#define ATTALAK_MODEL_INSPECT_H

#include "model/field.h"

/* A value that was allowed, and whether it was met. */
struct allowed {
    struct str value;
    struct pos pos;
    bool used;
};

struct inspection {
    struct reader *r;
    struct LIST_OF(struct allowed) allowed; /* by the record */
};

struct inspection inspect_begin(struct reader *r, const struct record *record);
void inspect_fields(struct inspection *in, struct record *record);
bool inspect_story(struct inspection *in, struct str path, struct str markdown, struct pos pos);
void inspect_end(struct inspection *in);

/* All three, for a record whose `allow` is only that of site.yaml. */
void inspect_record(struct reader *r, struct record *record);

/* What site.yaml allows and nothing needed; when all is loaded. */
void inspect_site_allow(struct reader *r);

#endif
