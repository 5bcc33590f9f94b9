/* SPDX-License-Identifier: MIT */
/*
 * personal.h: what in a text belongs to one person and not to the public: a Thai mobile
 * number, a citizen's identity number, an e-mail address.
 *
 *     for (struct personal p = {0}; (p = personal_next(text, p)).kind;)
 *
 * Digits may be Thai ones or wide ones, parted by blanks, hyphens, dots, slashes, brackets and
 * what nobody sees. No datum: a landline (0 4489 1101), an identity number whose check digit is
 * wrong, a company's (it begins with 0), a clock or a day (08.30-16.30, 06-12-2568 10.30), the
 * fraction of a coordinate, a letter's number (0808.3/12345), thirteen digits in a web address.
 */
#ifndef ATTALAK_TEXT_PERSONAL_H
#define ATTALAK_TEXT_PERSONAL_H

#include "base/str.h"

enum personal_kind {
    PERSONAL_NONE,
    PERSONAL_MOBILE,     /* 081-234-5678, +66 81 234 5678 */
    PERSONAL_CITIZEN_ID, /* 1-2345-67890-12-1 or its 13 digits alone */
    PERSONAL_EMAIL,
};

struct personal {
    enum personal_kind kind;
    size_t at, len; /* bytes of the text */
    bool in_url;    /* within a web address: so that the next need not look back */
};

/* The first datum behind the last one ({0}: the first of all); of kind PERSONAL_NONE: no more. */
struct personal personal_next(struct str text, struct personal last);

/* The same, and mobile numbers that a sheet took the 0 off (812345678): to be masked only. */
struct personal personal_next_shortened(struct str text, struct personal last);

/* Are both the same datum? Numbers are compared by their digits (0…, +66… and a mobile one
 * without its 0 are one), all else without regard to case. */
bool personal_same(struct str a, struct str b);

/* Of an address: does a mail provider's customer read it, or an office of the state (.go.th,
 * .ac.th, .mi.th, .or.th)? A company's is neither. */
bool personal_is_free_mail(struct str email);
bool personal_is_office_mail(struct str email);

/* What stands behind the @. */
struct str personal_host(struct str email);

/* "@host" of two addresses is the same. */
bool personal_same_host(struct str email, struct str other);

/* The text for a log, a finding, an excerpt: the middle of each datum is taken out
 * ("08x-xxx-xx78", "1-xxxx-xxxxx-xx-x", "o…@gmail.com"), also of what "…" or the end of a long
 * text cuts off. Nothing is left that personal_next finds; masked again it is the same. The same
 * str when there is none. */
struct str personal_mask(struct str text, struct arena *arena);

/* The same, but these data may be seen. */
struct str personal_mask_but(struct str text, const struct str *seen, size_t count,
                             struct arena *arena);

/* `at`, or the beginning of the datum that lies across it: where a text may be cut in two
 * without leaving half a number. */
size_t personal_whole(struct str text, size_t at);

#endif
