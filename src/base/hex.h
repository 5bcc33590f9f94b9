/* SPDX-License-Identifier: MIT */
/*
 * hex.h: bytes as lower-case hexadecimal digits, two each.
 */
#ifndef ATTALAK_BASE_HEX_H
#define ATTALAK_BASE_HEX_H

#include "base/str.h"

/* 2 * count characters, without a NUL. */
void hex_write(char *out, const unsigned char *bytes, size_t count);

/* False when the text is not 2 * count such digits. */
bool hex_read(struct str text, unsigned char *bytes, size_t count);

#endif
