/* SPDX-License-Identifier: MIT */
/*
 * buf.h: bytes being made.
 *
 * A growing buffer on the heap. Appending cannot fail (no memory is a panic), so
 * renderers are straight lines. One buffer is reused for many pages: buf_clear keeps the
 * space.
 *
 *     struct buf buf = {0};
 *     buf_put(&buf, STR("<p>"));
 *     struct str made = buf_str(&buf);      valid until the next put
 *     buf_release(&buf);
 */
#ifndef ATTALAK_BASE_BUF_H
#define ATTALAK_BASE_BUF_H

#include <stdint.h>
#include <string.h>

#include "base/str.h"

struct buf {
    char *ptr;
    size_t len, room;
};

void buf_grow(struct buf *buf, size_t more); /* what the next line calls seldom */

/* Room for `more` bytes beyond len. Inline, with buf_put: a build calls it 30 million times. */
static inline void buf_reserve(struct buf *buf, size_t more)
{
    if (more > buf->room - buf->len)
        buf_grow(buf, more);
}

static inline void buf_put(struct buf *buf, struct str s)
{
    buf_reserve(buf, s.len);
    if (s.len)
        memcpy(buf->ptr + buf->len, s.ptr, s.len);
    buf->len += s.len;
}

void buf_putc(struct buf *buf, char c);
void buf_format(struct buf *buf, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
void buf_number(struct buf *buf, uint64_t number);       /* in decimal */
void buf_codepoint(struct buf *buf, uint32_t codepoint); /* as UTF-8 */

struct str buf_str(const struct buf *buf);                         /* a view */
struct str buf_finish(const struct buf *buf, struct arena *arena); /* a copy that lasts */
void buf_clear(struct buf *buf);                                   /* empty, space kept */
void buf_release(struct buf *buf); /* empty, space given back */

#endif
