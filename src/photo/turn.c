/* SPDX-License-Identifier: MIT */
#include "photo/turn.h"

#include <stdlib.h>
#include <string.h>

/* Where the pixel at (x, y) of the upright picture lies in the one that was read: of eight ways
 * each is a mirror, or none, of both axes, and then perhaps their exchange. */
static const struct {
    bool lies, from_right, from_bottom;
} ways[] = {
    [1] = {false, false, false}, [2] = {false, true, false}, [3] = {false, true, true},
    [4] = {false, false, true},  [5] = {true, false, false}, [6] = {true, false, true},
    [7] = {true, true, true},    [8] = {true, true, false},
};

bool turn_lies(unsigned orientation)
{
    return ways[orientation].lies;
}

bool turn_upright(struct picture *picture)
{
    unsigned way = picture->orientation;
    size_t from_width = picture->width, from_height = picture->height;
    if (way == 1)
        return true;
    size_t width = ways[way].lies ? from_height : from_width;
    size_t height = ways[way].lies ? from_width : from_height;
    unsigned char *upright = malloc(width * height * 3), *out = upright;
    if (!upright)
        return false;
    for (size_t y = 0; y < height; y++)
        for (size_t x = 0; x < width; x++, out += 3) {
            size_t column = ways[way].lies ? y : x, row = ways[way].lies ? x : y;
            column = ways[way].from_right ? from_width - 1 - column : column;
            row = ways[way].from_bottom ? from_height - 1 - row : row;
            memcpy(out, picture->rgb + (row * from_width + column) * 3, 3);
        }
    free(picture->rgb);
    *picture = (struct picture){(unsigned)width, (unsigned)height, upright, 1,
                                picture->profile};
    return true;
}
