/* SPDX-License-Identifier: MIT */
/*
 * personal_signs.h: the signs that numbers and addresses are written with, on every keyboard.
 * Inside text/personal*.c only. A length is that of the sign at a place, 0: it is none.
 */
#ifndef ATTALAK_TEXT_PERSONAL_SIGNS_H
#define ATTALAK_TEXT_PERSONAL_SIGNS_H

#include "base/str.h"

/* A digit's value, or -1; `len` is its bytes: 0–9, ๐–๙ or ０–９. */
int sign_digit(struct str text, size_t at, size_t *len);

/* Blanks, hyphens, dots, slashes and brackets, and what Markdown and HTML make of them; `sign`
 * tells what it stands for: ' ', '-', '.', '/', '('. */
size_t sign_gap(struct str text, size_t at, char *sign);

/* What nobody sees: U+200B, a soft hyphen … */
size_t sign_unseen(struct str text, size_t at);
size_t skip_unseen(struct str text, size_t at);

/* "@" or "＠". */
size_t sign_at(struct str text, size_t at);

bool is_letter(char c);
bool is_letter_or_digit(char c);
bool is_local(char c); /* may stand before the @ */

#endif
