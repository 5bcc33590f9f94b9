/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "base/panic.h"
#include "base/utf8.h"

enum { BUF_FIRST = 256 };

void buf_grow(struct buf *buf, size_t more)
{
    size_t wanted, room = buf->room ? buf->room : BUF_FIRST;
    if (__builtin_add_overflow(buf->len, more, &wanted) || wanted > SIZE_MAX / 4)
        panic("out of memory (%zu bytes)", more);
    while (room < wanted)
        room *= 2;
    char *ptr = realloc(buf->ptr, room);
    if (!ptr)
        panic("out of memory (%zu bytes)", room);
    buf->ptr = ptr;
    buf->room = room;
}

void buf_putc(struct buf *buf, char c)
{
    buf_reserve(buf, 1);
    buf->ptr[buf->len++] = c;
}

void buf_format(struct buf *buf, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    size_t room = buf->room - buf->len;
    int len = vsnprintf(room ? buf->ptr + buf->len : NULL, room, format, args);
    va_end(args);
    if (len < 0)
        panic("bad format: %s", format);
    if ((size_t)len >= room) { /* it did not fit with its NUL */
        buf_reserve(buf, (size_t)len + 1);
        vsnprintf(buf->ptr + buf->len, (size_t)len + 1, format, again);
    }
    va_end(again);
    buf->len += (size_t)len;
}

void buf_number(struct buf *buf, uint64_t number)
{
    char room[NUMBER_DIGITS_MAX], *end = room + sizeof(room);
    const char *at = number_digits(end, number, 1);
    buf_put(buf, str_of(at, (size_t)(end - at)));
}

void buf_codepoint(struct buf *buf, uint32_t codepoint)
{
    char bytes[4];
    buf_put(buf, str_of(bytes, utf8_encode(codepoint, bytes)));
}

struct str buf_str(const struct buf *buf)
{
    return (struct str){buf->ptr, buf->len};
}

struct str buf_finish(const struct buf *buf, struct arena *arena)
{
    return str_copy(buf_str(buf), arena);
}

void buf_clear(struct buf *buf)
{
    buf->len = 0;
}

void buf_release(struct buf *buf)
{
    free(buf->ptr);
    *buf = (struct buf){0};
}
