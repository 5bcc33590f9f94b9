/* SPDX-License-Identifier: MIT */
/* Digits are written from the last to the first, at the end of a small buffer. */
#include "base/number.h"

#include <math.h>

enum { ROOM = 32 }; /* a sign, 20 digits and a point */

char *number_digits(char *end, uint64_t number, size_t width)
{
    for (size_t digits = 0; number || digits < width; digits++, number /= 10)
        *--end = (char)('0' + number % 10);
    return end;
}

static struct str taken(const char *from, const char *end, struct arena *arena)
{
    return str_copy(str_of(from, (size_t)(end - from)), arena);
}

struct str number_plain(int64_t number, struct arena *arena)
{
    char room[ROOM], *end = room + ROOM;
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    char *at = number_digits(end, size, 1);
    if (number < 0)
        *--at = '-';
    return taken(at, end, arena);
}

struct str number_padded(unsigned number, size_t width, struct arena *arena)
{
    char room[ROOM], *end = room + ROOM;
    return taken(number_digits(end, number, width), end, arena);
}

struct str number_grouped(uint64_t number, struct arena *arena)
{
    if (number < 1000)
        return number_plain((int64_t)number, arena);
    struct str thousands = number_grouped(number / 1000, arena);
    return str_cat(arena, thousands, STR(","),
                   number_padded((unsigned)(number % 1000), 3, arena));
}

/* printf rounds what the double exactly is. Scaled to an integer it is known to a ten-thousandth,
 * which decides unless it lies about half-way between two: then printf does. */
struct str number_decimal(double number, unsigned decimals, struct arena *arena)
{
    static const double scales[NUMBER_DECIMALS_MAX + 1] = {1, 1e1, 1e2, 1e3,
                                                           1e4, 1e5, 1e6, 1e7};
    double scaled = fabs(number) * scales[decimals], whole = floor(scaled);
    double rest = scaled - whole;
    if (!(scaled < 1e12) || fabs(rest - 0.5) < 1e-3)
        return str_format(arena, "%.*f", (int)decimals, number);
    char room[ROOM], *end = room + ROOM, *at = end;
    uint64_t digits = (uint64_t)whole + (rest > 0.5), scale = (uint64_t)scales[decimals];
    if (decimals) {
        at = number_digits(at, digits % scale, decimals);
        *--at = '.';
    }
    at = number_digits(at, digits / scale, 1);
    if (signbit(number))
        *--at = '-';
    return taken(at, end, arena);
}
