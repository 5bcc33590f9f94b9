/* SPDX-License-Identifier: MIT */
#include "view/qr.h"

#include <qrencode.h>
#include <string.h>

#include "base/panic.h"
#include "base/pool.h"

/* Of a module as libqrencode gives it (qrencode.h). */
enum {
    MODULE_DARK = 1 << 0,
    MODULE_FIXED = 1 << 7 /* not of the data, hence not masked */
};

/* Of a byte that may be set: texts are ASCII. */
enum { BITS = 7, BYTES_MAX = 251, VERSION_MAX = (QR_WIDTH_MAX - 17) / 4 };
#define NO_BIT SIZE_MAX

struct qr {
    struct str prefix;
    size_t lengths;        /* of the prefix, and of more up to the longest */
    struct qr_code *zeros; /* the prefix and zeros, of each length */
    const struct qr_code
        *changes[VERSION_MAX + 1]; /* what each bit after it does to the data */
};

/* ---- masks ---- */

/* Table 10 of the standard: whether mask `mask` turns the module over. */
static bool is_turned(unsigned mask, unsigned y, unsigned x)
{
    switch (mask) {
    case 0: return (y + x) % 2 == 0;
    case 1: return y % 2 == 0;
    case 2: return x % 3 == 0;
    case 3: return (y + x) % 3 == 0;
    case 4: return (y / 2 + x / 3) % 2 == 0;
    case 5: return y * x % 2 + y * x % 3 == 0;
    case 6: return (y * x % 2 + y * x % 3) % 2 == 0;
    default: return (y * x % 3 + (y + x) % 2) % 2 == 0;
    }
}

/* The three bits of the format's information beside the upper left finder, which are
 * stored turned over by 101 (clause 7.9). */
static unsigned mask_of(const QRcode *made)
{
    const unsigned char *row = made->data + 8 * made->width;
    unsigned stored = (row[2] & 1U) << 2 | (row[3] & 1U) << 1 | (row[4] & 1U);
    return stored ^ 5;
}

/* ---- what the library makes ---- */

/* The prefix, and zeros up to `len` with one bit set; in the smallest version from
 * `version` on. A code without its memory is none that a site could be published with. */
static QRcode *encode(struct str prefix, size_t len, size_t bit, int version)
{
    unsigned char bytes[BYTES_MAX] = {0};
    memcpy(bytes, prefix.ptr, prefix.len);
    if (bit != NO_BIT)
        bytes[prefix.len + bit / BITS] = (unsigned char)(1 << bit % BITS);
    QRcode *made = QRcode_encodeData((int)len, bytes, version, QR_ECLEVEL_M);
    if (!made)
        panic("libqrencode: no code of %zu bytes", len);
    return made;
}

static struct qr_code dark_modules(const QRcode *made)
{
    struct qr_code code = {.width = (unsigned)made->width};
    for (unsigned y = 0; y < code.width; y++)
        for (unsigned x = 0; x < code.width; x++)
            code.rows[y] |= (uint64_t)(made->data[y * code.width + x] & MODULE_DARK) << x;
    return code;
}

/* Of the data alone, as they are before any mask. */
static struct qr_code data_modules(const QRcode *made)
{
    struct qr_code code = {.width = (unsigned)made->width};
    unsigned mask = mask_of(made);
    for (unsigned y = 0; y < code.width; y++)
        for (unsigned x = 0; x < code.width; x++) {
            unsigned module = made->data[y * code.width + x];
            bool dark = (module & MODULE_DARK) != is_turned(mask, y, x);
            if (!(module & MODULE_FIXED))
                code.rows[y] |= (uint64_t)dark << x;
        }
    return code;
}

static void turn(struct qr_code *code, const struct qr_code *by)
{
    for (unsigned y = 0; y < code->width; y++)
        code->rows[y] ^= by->rows[y];
}

static unsigned version_of(const struct qr_code *code)
{
    return (code->width - 17) / 4;
}

/* ---- the codes that span all others ---- */

static void make_zeros(void *context, size_t index, unsigned worker)
{
    struct qr *qr = context;
    (void)worker;
    QRcode *made = encode(qr->prefix, qr->prefix.len + index, NO_BIT, 1);
    qr->zeros[index] = dark_modules(made);
    QRcode_free(made);
}

struct bits {
    struct str prefix;
    size_t len;             /* the greatest of the version */
    struct qr_code nothing; /* the data of that many zeros */
    struct qr_code *changes;
};

static struct qr_code data_with(const struct bits *bits, size_t bit)
{
    QRcode *made = encode(bits->prefix, bits->len, bit, 1);
    struct qr_code data = data_modules(made);
    QRcode_free(made);
    return data;
}

static void make_change(void *context, size_t bit, unsigned worker)
{
    struct bits *bits = context;
    (void)worker;
    bits->changes[bit] = data_with(bits, bit);
    turn(&bits->changes[bit], &bits->nothing);
}

static const struct qr_code *make_changes(struct str prefix, size_t len, unsigned threads,
                                          struct arena *arena)
{
    struct bits bits = {.prefix = prefix, .len = len};
    size_t count = (len - prefix.len) * BITS;
    bits.nothing = data_with(&bits, NO_BIT);
    bits.changes = arena_many(arena, count, struct qr_code);
    pool_each(threads, count, make_change, &bits);
    return bits.changes;
}

const struct qr *qr_make(struct str prefix, size_t longest, unsigned threads,
                         struct arena *arena)
{
    struct qr *qr = arena_new(arena, struct qr);
    longest = longest < BYTES_MAX ? longest : BYTES_MAX;
    if (!prefix.len || prefix.len > longest)
        return qr;
    qr->prefix = prefix;
    qr->lengths = longest - prefix.len + 1;
    qr->zeros = arena_many(arena, qr->lengths, struct qr_code);
    pool_each(threads, qr->lengths, make_zeros, qr);
    for (size_t i = qr->lengths; i-- > 0;) {
        unsigned version = version_of(&qr->zeros[i]);
        if (!qr->changes[version])
            qr->changes[version] = make_changes(prefix, prefix.len + i, threads, arena);
    }
    return qr;
}

/* ---- one code ---- */

struct qr_code qr_code(const struct qr *qr, struct str text)
{
    struct str prefix = qr->prefix;
    size_t index = text.len - prefix.len;
    if (!str_starts(text, prefix) || index >= qr->lengths)
        return (struct qr_code){0};
    struct qr_code code = qr->zeros[index];
    const struct qr_code *change = qr->changes[version_of(&code)];
    for (size_t i = prefix.len; i < text.len; i++) {
        unsigned byte = (unsigned char)text.ptr[i];
        if (byte >> BITS)
            return (struct qr_code){0};
        for (unsigned bit = 0; bit < BITS; bit++, change++)
            if (byte >> bit & 1)
                turn(&code, change);
    }
    return code;
}

/* ---- its path ---- */

/* A row at its worst: every second module dark, "m1 0h1" each; and the step to the next
 * row. */
enum { ROW_MAX = QR_WIDTH_MAX / 2 * 6 + 24 };

static char *put_number(char *out, unsigned number)
{
    if (number >= 10)
        *out++ = (char)('0' + number / 10);
    *out++ = (char)('0' + number % 10);
    return out;
}

/* "m2 0h3" goes two modules on and draws three; "m-7 1" goes back to the next row's
 * begin. */
static char *put_row(char *out, uint64_t row, bool is_last)
{
    unsigned x = 0;
    while (row >> x) {
        unsigned skip = (unsigned)__builtin_ctzll(row >> x);
        unsigned run = (unsigned)__builtin_ctzll(~(row >> x >> skip));
        if (skip) {
            *out++ = 'm';
            out = put_number(out, skip);
            *out++ = ' ';
            *out++ = '0';
        }
        *out++ = 'h';
        out = put_number(out, run);
        x += skip + run;
    }
    if (is_last)
        return out;
    *out++ = 'm';
    *out++ = '-';
    out = put_number(out, x);
    *out++ = ' ';
    *out++ = '1';
    return out;
}

struct str qr_path(const struct qr_code *code, struct arena *arena)
{
    static const struct str start =
        STR_CONST("M4 4.5"); /* QR_QUIET, and half a line's width */
    char text[ROW_MAX * QR_WIDTH_MAX], *end = text + start.len;
    memcpy(text, start.ptr, start.len);
    for (unsigned y = 0; y < code->width; y++)
        end = put_row(end, code->rows[y], y + 1 == code->width);
    return str_copy(str_of(text, (size_t)(end - text)), arena);
}
