/* SPDX-License-Identifier: MIT */
#include "photo/exif.h"

#include <stdbool.h>
#include <string.h>

enum { TAG_ORIENTATION = 0x0112, TYPE_SHORT = 3, ENTRY_BYTES = 12 };

struct tiff {
    struct bytes block;
    bool big_end_first;
};

/* Beyond the block all is 0. */
static unsigned long number_at(const struct tiff *tiff, size_t at, size_t bytes)
{
    unsigned long number = 0;
    if (at > tiff->block.len || tiff->block.len - at < bytes)
        return 0;
    for (size_t i = 0; i < bytes; i++)
        number = number << 8 |
                 tiff->block.ptr[at + (tiff->big_end_first ? i : bytes - 1 - i)];
    return number;
}

static unsigned orientation_in(const struct tiff *tiff, size_t directory)
{
    unsigned long count = number_at(tiff, directory, 2);
    for (unsigned long i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY_BYTES;
        if (number_at(tiff, entry, 2) != TAG_ORIENTATION)
            continue;
        unsigned long value = number_at(tiff, entry + 8, 2);
        bool good = number_at(tiff, entry + 2, 2) == TYPE_SHORT && value >= 1 && value <= 8;
        return good ? (unsigned)value : 1;
    }
    return 1;
}

unsigned exif_orientation(struct bytes block)
{
    if (block.len >= 6 && memcmp(block.ptr, "Exif\0\0", 6) == 0)
        block = (struct bytes){block.ptr + 6, block.len - 6};
    if (block.len < 8)
        return 1;
    bool big = memcmp(block.ptr, "MM\0*", 4) == 0;
    if (!big && memcmp(block.ptr, "II*\0", 4) != 0)
        return 1;
    struct tiff tiff = {block, big};
    return orientation_in(&tiff, number_at(&tiff, 4, 4));
}
