/* SPDX-License-Identifier: MIT */
/*
 * vocabulary.h: the words that all entries share: content/vocabulary/. The four fields, what can
 * be said of access, the facilities. model.h, which includes this, is what to read first.
 */
#ifndef ATTALAK_MODEL_VOCABULARY_H
#define ATTALAK_MODEL_VOCABULARY_H

#include "base/list.h"
#include "base/str.h"

enum { LANG_MAX = 4 }; /* languages of one site: th, en and two more */

/* One text in the site's languages; an empty one falls back to language 0, visibly. */
struct text {
    struct str in[LANG_MAX];
};

struct category {
    struct str key; /* food | historic | arts | product; also its path */
    struct text label, short_label, define;
    unsigned index;
};

enum feature_type {
    FEATURE_STATE,  /* yes | limited | no | na */
    FEATURE_CM, FEATURE_M, FEATURE_NUMBER, FEATURE_1X, /* an integer in that unit */
    FEATURE_OPTION, /* one of `options` */
    FEATURE_LANGS,  /* BCP 47 tags */
    FEATURE_TEXT,   /* words or a phone number */
};

struct feature_option {
    struct str key;
    struct text label;
};

struct feature_group {
    struct str key; /* arrive, enter, move, toilet, sense, people, safety */
    struct text label;
};

struct feature {
    struct str key; /* "enter.stepfree" */
    const struct feature_group *group;
    enum feature_type type;
    struct text label, define;
    struct text no_word; /* what "no" means, where "none" would mislead: "there are steps" */
    struct str osm, a11yjson;
    bool starter; /* one of the twelve that are asked first */
    struct LIST_OF(struct feature_option) options;
    unsigned index;
};

struct facility {
    struct str key;
    struct text label;
    struct str osm;
    unsigned index;
};

struct vocabulary {
    struct LIST_OF(struct category) categories; /* as the file orders them, as all here */
    struct LIST_OF(struct feature_group) groups;
    struct LIST_OF(struct feature) features;
    struct LIST_OF(struct facility) facilities;
};

/* NULL: there is none of that key. */
const struct category *vocabulary_category(const struct vocabulary *vocabulary, struct str key);

#endif
