/* SPDX-License-Identifier: MIT */
/*
 * In units that divide both: a pixel read is `to` units wide and a pixel made `from`, so that
 * one of the first touches at most two of the second. All is whole numbers: the same bytes on
 * every machine.
 */
#include "photo/shrink.h"

#include <stdlib.h>
#include <string.h>

#include "photo/turn.h"

static unsigned part_of(unsigned length, uint64_t numerator, uint64_t denominator)
{
    uint64_t part = (length * numerator + denominator / 2) / denominator;
    return part ? (unsigned)part : 1;
}

void shrink_size(unsigned width, unsigned height, unsigned orientation,
                 unsigned *to_width, unsigned *to_height)
{
    bool lies = turn_lies(orientation);
    unsigned most_wide = lies ? PHOTO_HEIGHT_MAX : PHOTO_WIDTH_MAX;
    unsigned most_high = lies ? PHOTO_WIDTH_MAX : PHOTO_HEIGHT_MAX;
    *to_width = width;
    *to_height = height;
    if (width <= most_wide && height <= most_high)
        return;
    bool wide = (uint64_t)width * most_high >= (uint64_t)height * most_wide;
    *to_width = wide ? most_wide : part_of(width, most_high, height);
    *to_height = wide ? part_of(height, most_wide, width) : most_high;
}

bool shrink_begin(struct shrink *s, unsigned width, unsigned height, unsigned orientation)
{
    *s = (struct shrink){.from_width = width, .from_height = height};
    shrink_size(width, height, orientation, &s->to_width, &s->to_height);
    size_t samples = (size_t)s->to_width * 3;
    s->line = malloc((size_t)width * 3);
    s->across = calloc(samples, sizeof(*s->across));
    s->sums = calloc(samples, sizeof(*s->sums));
    s->rgb = malloc(samples * s->to_height);
    return s->line && s->across && s->sums && s->rgb;
}

static const unsigned char *on_white(struct shrink *s, const unsigned char *row)
{
    for (size_t x = 0; x < s->from_width; x++)
        for (size_t c = 0; c < 3; c++) {
            unsigned alpha = row[x * 4 + 3];
            unsigned mixed = row[x * 4 + c] * alpha + 255 * (255 - alpha);
            s->line[x * 3 + c] = (unsigned char)((mixed + 127) / 255);
        }
    return s->line;
}

static void narrow(struct shrink *s, const unsigned char *row)
{
    size_t from = s->from_width, to = s->to_width, made = 0;
    uint64_t left = from; /* units that the pixel being made still lacks */
    memset(s->across, 0, to * 3 * sizeof(*s->across));
    for (size_t x = 0; x < from; x++) {
        uint64_t first = left < to ? left : to, rest = to - first;
        for (size_t c = 0; c < 3; c++) {
            s->across[made * 3 + c] += row[x * 3 + c] * first;
            if (rest)
                s->across[(made + 1) * 3 + c] += row[x * 3 + c] * rest;
        }
        left -= first;
        if (left == 0) {
            made++;
            left = from - rest;
        }
    }
}

/* Adds the row, so many units of it, to the one being made. */
static void add(struct shrink *s, uint64_t units)
{
    for (size_t i = 0; i < (size_t)s->to_width * 3; i++)
        s->sums[i] += s->across[i] * units;
}

static void finish_row(struct shrink *s)
{
    size_t samples = (size_t)s->to_width * 3;
    uint64_t whole = (uint64_t)s->from_width * s->from_height;
    unsigned char *out = s->rgb + samples * s->to_row++;
    for (size_t i = 0; i < samples; i++) {
        out[i] = (unsigned char)((s->sums[i] + whole / 2) / whole);
        s->sums[i] = 0;
    }
}

void shrink_row(struct shrink *s, const unsigned char *row, unsigned channels)
{
    uint64_t from = s->from_height, to = s->to_height;
    if (s->from_row == from)
        return;
    narrow(s, channels == 4 ? on_white(s, row) : row);
    uint64_t begin = s->from_row++ * to, edge = (s->to_row + (uint64_t)1) * from;
    uint64_t first = edge - begin < to ? edge - begin : to;
    add(s, first);
    if (begin + first < edge)
        return;
    finish_row(s);
    if (first < to)
        add(s, to - first);
}

void shrink_end(struct shrink *s, struct picture *picture)
{
    free(s->line);
    free(s->across);
    free(s->sums);
    picture->width = s->to_width;
    picture->height = s->to_height;
    picture->rgb = s->rgb;
}
