/* SPDX-License-Identifier: MIT */
/*
 * hash.h: two hashes of bytes, and their spelling in hex.
 *
 * hash_128 (XXH3) tells whether bytes changed: fast, not for enemies. sha256 (OpenSSL,
 * which uses the processor's own instructions) is what we publish: manifest.txt, CSP.
 */
#ifndef ATTALAK_BASE_HASH_H
#define ATTALAK_BASE_HASH_H

#include "base/str.h"

struct hash128 {
    uint64_t high, low;
};

struct sha256 {
    unsigned char bytes[32];
};

uint64_t hash_64(struct str bytes);
struct hash128 hash_128(struct str bytes);
bool hash_eq(struct hash128 a, struct hash128 b);

struct sha256 sha256(struct str bytes); /* in digest.c */

/* The first `digits` lower-case hex digits of the hash. */
struct str hash_hex(struct hash128 hash, size_t digits, struct arena *arena);
struct str sha256_hex(struct sha256 digest, struct arena *arena);
struct str sha256_base64(struct sha256 digest, struct arena *arena);

#endif
