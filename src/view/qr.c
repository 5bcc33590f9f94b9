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

/* Of the texts of one length, the first and its code. */
struct model_code {
    struct str end; /* what follows the prefix */
    struct qr_code code;
};

/* What the texts of one version have in common: how a bit changes the data. */
struct version {
    size_t longest;                   /* end */
    unsigned char varying[BYTES_MAX]; /* of an end's bytes, the bits that are not the model's */
    struct qr_code *changes;          /* by byte and bit; of those that vary */
};

struct qr {
    struct str prefix;
    struct model_code models[BYTES_MAX + 1]; /* by the end's length */
    struct version versions[VERSION_MAX + 1];
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

/* The smallest version that holds them. A code without its memory is none that a site could be
 * published with. */
static QRcode *encode(const unsigned char *bytes, size_t len)
{
    QRcode *made = QRcode_encodeData((int)len, bytes, 0, QR_ECLEVEL_M);
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

static struct qr_code code_of(struct str prefix, struct str end)
{
    unsigned char bytes[BYTES_MAX];
    memcpy(bytes, prefix.ptr, prefix.len);
    if (end.len)
        memcpy(bytes + prefix.len, end.ptr, end.len);
    QRcode *made = encode(bytes, prefix.len + end.len);
    struct qr_code code = dark_modules(made);
    QRcode_free(made);
    return code;
}

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >> BITS)
            return false;
    return true;
}

/* The first text of each length is the model of the others. */
static void compare(struct qr *qr, struct str end)
{
    struct model_code *model = &qr->models[end.len];
    if (!model->code.width)
        *model = (struct model_code){end, code_of(qr->prefix, end)};
    struct version *version = &qr->versions[version_of(&model->code)];
    if (end.len > version->longest)
        version->longest = end.len;
    for (size_t i = 0; i < end.len; i++)
        version->varying[i] |= (unsigned char)(end.ptr[i] ^ model->end.ptr[i]);
}

struct bits {
    const struct qr *qr;
    struct version *version;
    struct qr_code nothing; /* the data of that many zeros */
};

static bool varies(const struct version *version, size_t bit)
{
    return version->varying[bit / BITS] >> bit % BITS & 1;
}

/* Zeros as far as the longest text of the version, and one bit set. */
static struct qr_code data_with(const struct bits *bits, size_t bit)
{
    unsigned char bytes[BYTES_MAX] = {0};
    size_t begin = bits->qr->prefix.len;
    if (bit != NO_BIT)
        bytes[begin + bit / BITS] = (unsigned char)(1 << bit % BITS);
    QRcode *made = encode(bytes, begin + bits->version->longest);
    struct qr_code data = data_modules(made);
    QRcode_free(made);
    return data;
}

static void make_change(void *context, size_t bit, unsigned worker)
{
    struct bits *bits = context;
    (void)worker;
    if (!varies(bits->version, bit))
        return;
    struct qr_code *change = &bits->version->changes[bit];
    *change = data_with(bits, bit);
    turn(change, &bits->nothing);
}

static void make_changes(const struct qr *qr, struct version *version, unsigned threads,
                         struct arena *arena)
{
    struct bits bits = {.qr = qr, .version = version};
    size_t count = version->longest * BITS;
    bits.nothing = data_with(&bits, NO_BIT);
    version->changes = arena_many(arena, count, struct qr_code);
    pool_each(threads, count, make_change, &bits);
}

const struct qr *qr_make(struct str prefix, const struct str *ends, size_t count,
                         unsigned threads, struct arena *arena)
{
    struct qr *qr = arena_new(arena, struct qr);
    if (!prefix.len)
        return qr;
    qr->prefix = prefix;
    for (size_t i = 0; i < count; i++)
        if (prefix.len + ends[i].len <= BYTES_MAX && is_ascii(ends[i]))
            compare(qr, ends[i]);
    for (size_t i = 0; i <= VERSION_MAX; i++)
        if (qr->versions[i].longest)
            make_changes(qr, &qr->versions[i], threads, arena);
    return qr;
}

/* ---- one code ---- */

struct qr_code qr_code(const struct qr *qr, struct str text)
{
    struct str end = str_skip(text, qr->prefix.len);
    if (!qr->prefix.len || !str_starts(text, qr->prefix) || end.len > BYTES_MAX)
        return (struct qr_code){0};
    const struct model_code *model = &qr->models[end.len];
    struct qr_code code = model->code;
    if (!code.width)
        return code;
    const struct version *version = &qr->versions[version_of(&code)];
    const struct qr_code *change = version->changes;
    for (size_t i = 0; i < end.len; i++, change += BITS) {
        unsigned differ = (unsigned char)(end.ptr[i] ^ model->end.ptr[i]);
        if (differ & ~(unsigned)version->varying[i])
            return (struct qr_code){0};
        for (; differ; differ &= differ - 1)
            turn(&code, &change[__builtin_ctz(differ)]);
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
