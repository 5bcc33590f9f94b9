/* SPDX-License-Identifier: MIT */
/*
 * Each kind has a table of 256 classes, one per byte. Class 0 bytes are copied as they are;
 * any other class is the row of the replacement. Nearly all text (Thai: bytes above 0x7F)
 * has nothing to replace: blocks of 16 bytes are looked at with a few vector instructions
 * and copied at once; the rest costs one table look-up a byte.
 */
#include "render/escape.h"

#include <string.h>

struct ending {
    struct str text;
    enum escape escape;
};

static const struct ending endings[] = {
    {STR_CONST(".html"), ESCAPE_HTML},        {STR_CONST(".htm"), ESCAPE_HTML},
    {STR_CONST(".mustache"), ESCAPE_HTML},    {STR_CONST(".xml"), ESCAPE_XML},
    {STR_CONST(".svg"), ESCAPE_XML},          {STR_CONST(".xhtml"), ESCAPE_XML},
    {STR_CONST(".json"), ESCAPE_JSON},        {STR_CONST(".geojson"), ESCAPE_JSON},
    {STR_CONST(".webmanifest"), ESCAPE_JSON}, {STR_CONST(".jsonld"), ESCAPE_JSON},
    {STR_CONST(".csv"), ESCAPE_CSV},          {STR_CONST(".txt"), ESCAPE_PLAIN},
};

enum escape escape_for_file(struct str name)
{
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (str_ends(name, endings[i].text))
            return endings[i].escape;
    return ESCAPE_NONE;
}

enum escape escape_within(enum escape outer, enum escape inner)
{
    static const enum escape mixed[ESCAPE_COUNT][ESCAPE_COUNT] = {
        [ESCAPE_HTML] = {[ESCAPE_HTML] = ESCAPE_HTML,
                         [ESCAPE_XML] = ESCAPE_XML,
                         [ESCAPE_JSON] = ESCAPE_SCRIPT},
        [ESCAPE_XML] = {[ESCAPE_HTML] = ESCAPE_HTML, [ESCAPE_XML] = ESCAPE_XML},
        [ESCAPE_JSON] = {[ESCAPE_JSON] = ESCAPE_JSON},
        [ESCAPE_CSV] = {[ESCAPE_CSV] = ESCAPE_CSV},
        [ESCAPE_PLAIN] = {[ESCAPE_PLAIN] = ESCAPE_PLAIN},
    };
    return mixed[outer][inner];
}

enum markup escape_markup(enum escape escape)
{
    static const enum markup markups[ESCAPE_COUNT] = {
        [ESCAPE_HTML] = MARKUP_RAW,
        [ESCAPE_XML] = MARKUP_EITHER,
    };
    return markups[escape];
}

/* Classes beyond 0. CONTROL and SEPARATOR are not rows: their replacement depends on more
 * than the byte. */
enum { CLASS_COPY, CLASS_CONTROL = 100, CLASS_SEPARATOR };

#define CONTROLS(class_)                                                                 \
    [0x00 ... 0x08] = (class_), [0x0B ... 0x0C] = (class_), [0x0E ... 0x1F] = (class_)

static const unsigned char html_classes[256] = {
    CONTROLS(CLASS_CONTROL), ['&'] = 1, ['<'] = 2, ['>'] = 3, ['"'] = 4, ['\''] = 5,
};
static const struct str html_rows[] = {
    [1] = STR_CONST("&amp;"),  [2] = STR_CONST("&lt;"),  [3] = STR_CONST("&gt;"),
    [4] = STR_CONST("&quot;"), [5] = STR_CONST("&#39;"),
};

#define JSON_CLASSES                                                                     \
    CONTROLS(CLASS_CONTROL), ['\t'] = 1, ['\n'] = 2, ['\r'] = 3, ['\\'] = 4, ['&'] = 5,  \
                             ['<'] = 6, ['>'] = 7, [0xE2] = CLASS_SEPARATOR

static const unsigned char json_classes[256] = {JSON_CLASSES, ['"'] = 8};
static const unsigned char script_classes[256] = {JSON_CLASSES, ['"'] = 9, ['\''] = 10};
static const struct str json_rows[] = {
    [1] = STR_CONST("\\t"),      [2] = STR_CONST("\\n"),     [3] = STR_CONST("\\r"),
    [4] = STR_CONST("\\\\"),     [5] = STR_CONST("\\u0026"), [6] = STR_CONST("\\u003c"),
    [7] = STR_CONST("\\u003e"),  [8] = STR_CONST("\\\""),    [9] = STR_CONST("\\u0022"),
    [10] = STR_CONST("\\u0027"),
};

/* GCC's vectors: any machine has them, as instructions or spelt out by the compiler. */
typedef unsigned char block __attribute__((vector_size(16)));
typedef uint64_t halves __attribute__((vector_size(16)));

/* Whether HTML or JSON replaces a byte of the block, or might: all their bytes in one. */
static inline bool has_special(block bytes)
{
    halves found = (halves)(((bytes & 0xE0) == 0) | ((bytes | 4) == '&') /* and '"' */
                            | (bytes == '\'') | ((bytes | 2) == '>')     /* and '<' */
                            | (bytes == '\\') | (bytes == 0xE2));
    return found[0] | found[1];
}

/* Copies a block when it stays as it is. */
static inline bool copy_block(char *to, const char *from)
{
    block bytes;
    memcpy(&bytes, from, sizeof(bytes));
    if (has_special(bytes))
        return false;
    memcpy(to, &bytes, sizeof(bytes));
    return true;
}

/* The same of 8 to 15 bytes, as two halves that overlap. */
static inline bool copy_halves(char *to, const char *from, size_t len)
{
    uint64_t head, tail;
    memcpy(&head, from, sizeof(head));
    memcpy(&tail, from + len - sizeof(tail), sizeof(tail));
    if (has_special((block)(halves){head, tail}))
        return false;
    memcpy(to, &head, sizeof(head));
    memcpy(to + len - sizeof(tail), &tail, sizeof(tail));
    return true;
}

/* Copies the bytes in front that stay as they are: in blocks, the last of which may overlap
 * the one before; near a byte that is replaced, and in the shortest texts, one by one. */
static inline size_t copy_run(struct str text, const unsigned char classes[256],
                              struct buf *out)
{
    enum { BLOCK = sizeof(block), HALF = BLOCK / 2 };
    buf_reserve(out, text.len);
    char *to = out->ptr + out->len;
    size_t len = 0;
    while (text.len - len >= BLOCK && copy_block(to + len, text.ptr + len))
        len += BLOCK;
    if (len && text.len - len < BLOCK
        && copy_block(to + text.len - BLOCK, text.ptr + text.len - BLOCK))
        len = text.len;
    else if (!len && text.len >= HALF && text.len < BLOCK
             && copy_halves(to, text.ptr, text.len))
        len = text.len;
    for (; len < text.len && !classes[(unsigned char)text.ptr[len]]; len++)
        to[len] = text.ptr[len];
    out->len += len;
    return len;
}

static void put_html(struct str text, struct buf *out)
{
    for (;;) {
        size_t run = copy_run(text, html_classes, out);
        if (run == text.len)
            return;
        unsigned char class = html_classes[(unsigned char)text.ptr[run]];
        buf_put(out, class == CLASS_CONTROL ? STR("\xEF\xBF\xBD") : html_rows[class]);
        text = str_skip(text, run + 1);
    }
}

/* U+2028 and U+2029 end a line in old JavaScript; every other E2 sequence is copied. */
static size_t put_separator(struct str text, struct buf *out)
{
    bool separator = text.len >= 3 && text.ptr[1] == '\x80' &&
                     (text.ptr[2] == '\xA8' || text.ptr[2] == '\xA9');
    if (!separator) {
        buf_putc(out, text.ptr[0]);
        return 1;
    }
    buf_put(out, text.ptr[2] == '\xA8' ? STR("\\u2028") : STR("\\u2029"));
    return 3;
}

static size_t put_json_class(struct str text, unsigned char class, struct buf *out)
{
    if (class == CLASS_SEPARATOR)
        return put_separator(text, out);
    if (class == CLASS_CONTROL)
        buf_format(out, "\\u%04x", (unsigned)(unsigned char)text.ptr[0]);
    else
        buf_put(out, json_rows[class]);
    return 1;
}

static void put_json_with(struct str text, const unsigned char classes[256],
                          struct buf *out)
{
    for (;;) {
        text = str_skip(text, copy_run(text, classes, out));
        if (!text.len)
            return;
        unsigned char class = classes[(unsigned char)text.ptr[0]];
        text = str_skip(text, put_json_class(text, class, out));
    }
}

/* What the replacements add to a block, or to what is left of one. */
static size_t json_growth(const char *ptr, size_t len)
{
    enum { CONTROL_GROWTH = sizeof("\\u0000") - 2 };
    size_t more = 0;
    for (size_t i = 0; i < len; i++) {
        unsigned char class = json_classes[(unsigned char)ptr[i]];
        if (class == CLASS_CONTROL)
            more += CONTROL_GROWTH;
        else if (class != CLASS_COPY && class != CLASS_SEPARATOR)
            more += json_rows[class].len - 1;
    }
    return more;
}

size_t escape_json_size(struct str text)
{
    enum { BLOCK = sizeof(block) };
    size_t size = text.len;
    for (; text.len >= BLOCK; text = str_skip(text, BLOCK)) {
        block bytes;
        memcpy(&bytes, text.ptr, sizeof(bytes));
        if (has_special(bytes))
            size += json_growth(text.ptr, BLOCK);
    }
    return size + json_growth(text.ptr, text.len);
}

static void put_json(struct str text, struct buf *out)
{
    put_json_with(text, json_classes, out);
}

static void put_script(struct str text, struct buf *out)
{
    put_json_with(text, script_classes, out);
}

/* Spreadsheets read these as the start of a formula, full-width forms included. */
static bool looks_like_formula(struct str text)
{
    static const struct str wide[] = {STR_CONST("＝"), STR_CONST("＋"), STR_CONST("－"),
                                      STR_CONST("＠")};
    enum { FIRST_OF_WIDE = 0xEF };
    unsigned char first = (unsigned char)text.ptr[0];
    if (first > '@' && first != FIRST_OF_WIDE)
        return false; /* nearly all: Thai, and letters */
    if (memchr("=+-@\t\r\n", first, sizeof "=+-@\t\r\n")) /* the NUL counts */
        return true;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (str_starts(text, wide[i]))
            return true;
    return false;
}

/* RFC 4180 asks for quotes around , " CR LF. A ; or a tab is a separator to some
 * spreadsheets, and blanks at either end are lost by many readers. */
static bool needs_quotes(struct str text)
{
    static const unsigned char special[256] = {
        [','] = 1, ['"'] = 1, ['\r'] = 1, ['\n'] = 1, [';'] = 1, ['\t'] = 1,
    };
    for (size_t i = 0; i < text.len; i++)
        if (special[(unsigned char)text.ptr[i]])
            return true;
    return text.ptr[0] == ' ' || text.ptr[text.len - 1] == ' ';
}

static void put_quoted(struct str text, struct buf *out)
{
    for (struct cut cut = str_cut(text, '"');; cut = str_cut(cut.tail, '"')) {
        buf_put(out, cut.head);
        if (!cut.ok)
            return;
        buf_put(out, STR("\"\""));
    }
}

static void put_csv(struct str text, struct buf *out)
{
    if (!text.len)
        return;
    struct str disarm = looks_like_formula(text) ? STR("'") : STR("");
    if (!needs_quotes(text)) {
        buf_put(out, disarm);
        buf_put(out, text);
        return;
    }
    buf_putc(out, '"');
    buf_put(out, disarm);
    put_quoted(text, out);
    buf_putc(out, '"');
}

static void put_plain(struct str text, struct buf *out)
{
    buf_put(out, text);
}

void escape_put(enum escape escape, struct str text, struct buf *out)
{
    static void (*const writers[ESCAPE_COUNT])(struct str, struct buf *) = {
        [ESCAPE_NONE] = put_html, /* never chosen by a checked template; the strictest */
        [ESCAPE_HTML] = put_html,     [ESCAPE_XML] = put_html, [ESCAPE_JSON] = put_json,
        [ESCAPE_SCRIPT] = put_script, [ESCAPE_CSV] = put_csv,  [ESCAPE_PLAIN] = put_plain,
    };
    writers[escape](text, out);
}
