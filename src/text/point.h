/* SPDX-License-Identifier: MIT */
/*
 * point.h: coordinates as maps show them and people paste them: 15.7563, 15.7563° N,
 * 15°45'22.7"N, and two of these in one text: "15.7563, 101.9087".
 */
#ifndef ATTALAK_TEXT_POINT_H
#define ATTALAK_TEXT_POINT_H

#include "base/str.h"

struct point_read {
    double degrees[2]; /* south and west are negative */
    size_t count;      /* 0: neither one coordinate nor two */
    bool plain;        /* decimal degrees alone, without signs or letters */
};

struct point_read point_parse(struct str text);

/* The two of a link to Google Maps: …/@15.7563,101.9087,17z or ?q=15.7563,101.9087. */
struct point_read point_from_link(struct str url);

#endif
