/* SPDX-License-Identifier: MIT */
#include "base/hash.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

uint64_t hash_64(struct str bytes)
{
    return XXH3_64bits(bytes.len ? bytes.ptr : "", bytes.len);
}

struct hash128 hash_128(struct str bytes)
{
    XXH128_hash_t hash = XXH3_128bits(bytes.len ? bytes.ptr : "", bytes.len);
    return (struct hash128){hash.high64, hash.low64};
}

bool hash_eq(struct hash128 a, struct hash128 b)
{
    return a.high == b.high && a.low == b.low;
}

struct str hash_hex(struct hash128 hash, size_t digits, struct arena *arena)
{
    struct str hex = str_format(arena, "%016llx%016llx", (unsigned long long)hash.high,
                                (unsigned long long)hash.low);
    return str_first(hex, digits);
}
