/* SPDX-License-Identifier: MIT */
/*
 * str.h: a view of bytes, passed by value, never owning.
 *
 * Past sources/ every str is valid UTF-8. Nothing relies on a NUL behind it; str_c()
 * makes a C string at the edge (paths). A str with ptr NULL is empty and equal to "".
 */
#ifndef ATTALAK_BASE_STR_H
#define ATTALAK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct str {
    const char *ptr;
    size_t len;
};

/* The two halves around a separator; ok says whether it was found (head is all if not).
 */
struct cut {
    struct str head, tail;
    bool ok;
};

/* A number and whether all of the text was one. */
struct str_int {
    int64_t value;
    bool ok;
};
struct str_real {
    double value;
    bool ok;
};

#define STR(literal) ((struct str){"" literal, sizeof(literal) - 1})
#define STR_CONST(literal)                                                               \
    {                                                                                    \
        "" literal, sizeof(literal) - 1                                                  \
    }                                                       /* in static tables */
#define STR_ARG(s) ((int)(s).len), ((s).ptr ? (s).ptr : "") /* for "%.*s" */

struct str str_from(const char *c_string); /* NULL gives an empty str */
struct str str_of(const char *ptr, size_t len);
struct str str_copy(struct str s, struct arena *arena);
const char *str_c(struct str s, struct arena *arena); /* NUL-terminated copy */
struct str str_format(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
struct str str_join(const struct str *parts, size_t count, struct str between,
                    struct arena *arena);
/* str_cat(arena, a, b, c): the parts one after another. */
#define str_cat(arena, ...)                                                              \
    str_join((const struct str[]){__VA_ARGS__},                                          \
             sizeof((const struct str[]){__VA_ARGS__}) / sizeof(struct str),             \
             (struct str){0}, (arena))
struct str str_replace(struct str s, struct str from, struct str to, struct arena *arena);

bool str_eq(struct str a, struct str b);
bool str_eq_nocase(struct str a, struct str b); /* ASCII letters only */
int str_compare(struct str a, struct str b);    /* byte order */
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
bool str_has(struct str s, struct str needle);
bool str_is_empty(struct str s);
bool str_is_digits(struct str s); /* 0–9, at least one */
bool char_is_digit(char c);

struct str str_first(struct str s, size_t len); /* at most len bytes from the start */
struct str str_skip(struct str s, size_t len);  /* without the first len bytes */
struct str str_trim(struct str s);              /* ASCII white space off both ends */
struct str str_trim_start(struct str s);
struct str str_lower(struct str s, struct arena *arena); /* ASCII letters, in a copy */
struct cut str_cut(struct str s, char separator);
struct cut str_cut_str(struct str s, struct str separator);
struct cut str_cut_last(struct str s, char separator);

struct str_int str_to_int(struct str s); /* decimal, optional sign, nothing else */
struct str_real
str_to_real(struct str s); /* decimal with optional fraction, no exponent */

/* Edits (insert, delete, replace, swap of code points) that turn a into b, at most
 * `limit`; limit + 1 means more. For "did you mean". */
unsigned str_distance(struct str a, struct str b, unsigned limit);

#endif
