/* SPDX-License-Identifier: MIT */
/*
 * access.h: Tourism for all in words: what is known of an entry's access, and by whom.
 *
 * A value is shown as shape + word + definition, never as colour alone; what nobody has
 * said is printed as unknown; there is no score. Only wheelchair access has a summary, by
 * a published rule (access.md): yes = step-free entrance and main areas; limited = one step
 * of at most 7 cm, a ramp or staff help, with main areas step-free at least in part; no =
 * otherwise known. An entrance that is stated to be limited is so unless its steps are known.
 */
#ifndef ATTALAK_VIEW_ACCESS_H
#define ATTALAK_VIEW_ACCESS_H

#include "view/view.h"

enum { ACCESS_STALE_MONTHS = 24, ACCESS_STEP_CM_MAX = 7 };

/* A state for people: key "yes", symbol "✓", word "มี". */
struct state_view {
    struct value key, symbol, word;
};
extern const struct shape state_shape;
struct value view_state(const struct words *words, enum access_state state,
                        struct arena *arena);
/* The same in the feature's own word for "no", where it has one. */
struct value view_feature_state(const struct view *view, unsigned lang,
                                const struct feature *feature, enum access_state state,
                                struct arena *arena);

/* The published rule for wheelchairs. */
enum access_state access_wheelchair(const struct site *site, const struct access *access);

/* Checked so long before the site's own date that it may have changed. */
bool access_is_stale(const struct site *site, const struct access *access);

const struct access_value *access_value_of(const struct site *site,
                                           const struct access *access,
                                           const char *feature); /* NULL: unknown */

/* One known feature: its state, or what was measured or said as text. */
struct access_fact_view {
    struct value label, define, state, text, note;
};
extern const struct shape access_fact_shape;
struct value view_access_fact(const struct view *view, unsigned lang,
                       const struct feature *feature, const struct access_value *value,
                       struct arena *arena);

struct access_view {
    struct value stated, wheelchair, groups, silent, checked, stale, note;
    struct value is_old; /* bool: what is said of a wheelchair was checked long ago */
};
extern const struct shape access_shape;
struct value view_access(const struct view *view, const struct page *page,
                         const struct lao *lao, struct arena *arena);

/* Each group as it is when nothing is known of it, by group: most are, and all the same. */
const struct value *access_silent_groups(const struct view *view, unsigned lang,
                                         struct arena *arena);

/* Value as a short text: "92 ซม.", "คอนกรีต", "มี". */
struct str access_text(const struct view *view, unsigned lang,
                       const struct feature *feature, const struct access_value *value,
                       struct arena *arena);

#endif
