/* SPDX-License-Identifier: MIT */
/*
 * DESIGN. A tile is one quarter of SIDE × SIDE cells and its mirror images. The diagonal
 * x + y = SIDE - 1 is the lattice and is always there. On each side of it lie the rings
 * of one diamond, ring r having r + 1 cells: the small ones are the diamond's eye, alike
 * in all cloths, and the large ones take one of eight ties each, three bits of the code.
 * Four large rings on either side have 24 bits, and a code below 1,000,000 has 20: the
 * outermost ring of the second diamond is left free, which sets it off from the lattice.
 *
 * The bits are the code, shuffled so that neighbours do not look alike. A shuffle can be
 * undone, and the eight ties of a ring differ, so two codes never make the same cloth.
 *
 * A run of cells is one horizontal stroke: weft threads lie over the warp with a gap
 * between them, and every other one is longer at both ends: the feathered edge of ikat.
 */
#include "view/weave.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { SIDE = 8, EYE = 3, TIES = 8, CELL = 4, CODE_BITS = 20 };

/* By a ring's cells, from 4 to 7: the eight ways to tie it, one bit a cell. */
static const uint8_t ties[SIDE - EYE - 1][TIES] = {
    {0x0, 0xf, 0x5, 0xa, 0x9, 0x6, 0x3, 0xc},
    {0x00, 0x1f, 0x15, 0x0a, 0x11, 0x0e, 0x1b, 0x04},
    {0x00, 0x3f, 0x15, 0x2a, 0x21, 0x1e, 0x33, 0x0c},
    {0x00, 0x7f, 0x55, 0x2a, 0x41, 0x3e, 0x63, 0x1c},
};
/* The eye of each diamond: rings 0 to 2 of the one, then of the other. */
static const uint8_t eyes[2][EYE] = {{0x1, 0x3, 0x0}, {0x1, 0x0, 0x7}};

/* Styles reach what <use> repeats by inheritance alone, so the second path names its
 * colour. The inner svg puts a diamond in the middle of the box. */
static const struct str head =
    STR_CONST("<svg class=\"weave\" aria-hidden=\"true\" focusable=\"false\">"
              "<pattern id=\"weave\" y=\"32\" width=\"64\" height=\"64\""
              " patternUnits=\"userSpaceOnUse\">"
              "<g id=\"weave-2\"><g id=\"weave-1\"><path d=\"");
static const struct str tail = STR_CONST(
    "\"/></g><use href=\"#weave-1\" transform=\"matrix(-1 0 0 1 64 0)\"/></g>"
    "<use href=\"#weave-2\" transform=\"matrix(1 0 0 -1 0 64)\"/></pattern>"
    "<svg x=\"50%\" y=\"50%\" overflow=\"visible\"><rect x=\"-50%\" y=\"-50%\""
    " width=\"100%\" height=\"100%\" stroke=\"none\" fill=\"url(#weave)\"/></svg></svg>");

/* Undone by itself backwards: each step keeps CODE_BITS bits and loses none. */
static uint32_t shuffle(uint32_t code)
{
    const uint32_t mask = (1u << CODE_BITS) - 1;
    code = code * 0x9e375u & mask;
    code ^= code >> 11;
    code = code * 0xc2b2du & mask;
    return code ^ code >> 9;
}

static uint32_t number_of(struct str code)
{
    uint32_t number = 0;
    for (size_t i = 0; i < code.len && i < 6; i++)
        number = number * 10 + ((uint32_t)(unsigned char)code.ptr[i] - '0') % 10;
    return number;
}

/* The rings of one diamond, into rows of cells, a bit each. Ties are taken from the low
 * end of *bits. `far`: the diamond's middle is the far corner of the quarter. */
static void tie(uint8_t rows[SIDE], bool far, uint32_t *bits)
{
    for (unsigned ring = 0; ring < SIDE - 1; ring++) {
        unsigned cells = eyes[far][ring < EYE ? ring : 0];
        if (ring >= EYE) {
            cells = ties[ring - EYE][*bits % TIES];
            *bits /= TIES;
        }
        for (unsigned x = 0; x <= ring; x++)
            if (cells & 1u << x)
                rows[far ? SIDE - 1 - (ring - x) : ring - x] |=
                    (uint8_t)(1u << (far ? SIDE - 1 - x : x));
    }
}

static char *put(char *at, struct str text)
{
    memcpy(at, text.ptr, text.len);
    return at + text.len;
}

/* Below 100: all measures of a tile are. */
static char *put_number(char *at, unsigned number)
{
    if (number >= 10)
        *at++ = (char)('0' + number / 10);
    *at++ = (char)('0' + number % 10);
    return at;
}

/* A run of cells: "M7 14h10". It may begin left of the tile, which is cut off. */
static char *put_run(char *at, unsigned y, unsigned from, unsigned end)
{
    unsigned feather = y % 2, x = from * CELL;
    at = put(at, x || !feather ? STR("M") : STR("M-"));
    at = put_number(at, x ? x - feather : feather);
    *at++ = ' ';
    at = put_number(at, y * CELL + CELL / 2);
    *at++ = 'h';
    return put_number(at, (end - from) * CELL + 2 * feather);
}

static char *put_runs(char *at, const uint8_t rows[SIDE])
{
    for (unsigned y = 0; y < SIDE; y++)
        for (unsigned x = 0, end; x < SIDE; x = end + 1) {
            for (end = x; end < SIDE && (rows[y] & 1u << end);)
                end++;
            if (end > x)
                at = put_run(at, y, x, end);
        }
    return at;
}

struct str weave_svg(struct str code, struct arena *arena)
{
    char svg[WEAVE_MOST], *at = put(svg, head);
    uint8_t near[SIDE] = {0}, far[SIDE] = {0};
    uint32_t bits = shuffle(number_of(code));
    for (unsigned y = 0; y < SIDE; y++)
        near[y] = (uint8_t)(1u << (SIDE - 1 - y)); /* the lattice */
    tie(near, false, &bits);
    tie(far, true, &bits);
    at = put_runs(at, near);
    at = put(at, STR("\"/><path stroke=\"currentColor\" d=\""));
    at = put_runs(at, far);
    at = put(at, tail);
    size_t len = (size_t)(at - svg);
    return (struct str){arena_copy(arena, svg, len), len};
}
