/* SPDX-License-Identifier: MIT */
/*
 * qr.h: the QR codes (ISO/IEC 18004, level M) of addresses that begin alike, as SVG
 * paths.
 *
 * A library makes a code in 124 µs, most of it to try eight masks: two seconds for the
 * pages of a country. But with the version, the length and the mask fixed, a code is
 * linear over its bits: error correction is, and laying out moves bits about. So the
 * library makes the code of one text of each length, and one for each bit in which another
 * text differs from it (some 250); every other code is an exclusive-or of these, in a
 * microsecond.
 *
 *     const struct qr *qr = qr_make(STR("https://example.go.th/"), ends, count, threads, arena);
 *     struct qr_code code = qr_code(qr, address);
 *     if (code.width)
 *         path = qr_path(&code, arena);
 *
 * The mask is that of the length's first text, hence maybe not the one of the fewest
 * penalties, which helps a bad camera and which no reader needs. A const struct qr serves
 * any number of threads.
 */
#ifndef ATTALAK_VIEW_QR_H
#define ATTALAK_VIEW_QR_H

#include <stdint.h>

#include "base/arena.h"
#include "base/str.h"

/* Up to version 11 a row fits a word: 251 bytes at level M. */
enum { QR_WIDTH_MAX = 61, QR_QUIET = 4 /* modules around a code that stay light */ };

/* Bit x of rows[y] is the module in column x, dark when it is set. */
struct qr_code {
    unsigned width; /* modules; 0: no code */
    uint64_t rows[QR_WIDTH_MAX];
};

struct qr;

/* For texts that begin with `prefix` and go on as `ends` say, which it borrows. */
const struct qr *qr_make(struct str prefix, const struct str *ends, size_t count,
                         unsigned threads, struct arena *arena);

/* No code (width 0) for a text that is none of these, is not ASCII or fits no version. */
struct qr_code qr_code(const struct qr *qr, struct str text);

/* The dark modules as lines one wide, for <path d="…" stroke="#000"/> in a viewBox of
 * width + 2 × QR_QUIET. */
struct str qr_path(const struct qr_code *code, struct arena *arena);

#endif
