/* SPDX-License-Identifier: MIT */
#include "base/str.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/panic.h"
#include "base/utf8.h"

struct str str_from(const char *c_string)
{
    return c_string ? (struct str){c_string, strlen(c_string)} : (struct str){0};
}

struct str str_of(const char *ptr, size_t len)
{
    return (struct str){ptr, len};
}

struct str str_copy(struct str s, struct arena *arena)
{
    return s.len ? (struct str){arena_copy(arena, s.ptr, s.len), s.len} : STR("");
}

const char *str_c(struct str s, struct arena *arena)
{
    return arena_copy(arena, s.ptr, s.len);
}

struct str str_format(struct arena *arena, const char *format, ...)
{
    va_list args, again;
    va_start(args, format);
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len < 0)
        panic("bad format: %s", format);
    char *ptr = arena_alloc(arena, (size_t)len + 1);
    vsnprintf(ptr, (size_t)len + 1, format, again);
    va_end(again);
    return (struct str){ptr, (size_t)len};
}

static char *append(char *out, struct str s)
{
    if (s.len)
        memcpy(out, s.ptr, s.len);
    return out + s.len;
}

struct str str_join(const struct str *parts, size_t count, struct str between,
                    struct arena *arena)
{
    size_t len = count ? (count - 1) * between.len : 0;
    for (size_t i = 0; i < count; i++)
        len += parts[i].len;
    char *ptr = arena_alloc(arena, len + 1), *out = ptr;
    for (size_t i = 0; i < count; i++) {
        if (i && between.len)
            out = append(out, between);
        out = append(out, parts[i]);
    }
    return (struct str){ptr, len};
}

struct str str_replace(struct str s, struct str from, struct str to, struct arena *arena)
{
    size_t hits = 0;
    for (struct cut cut = str_cut_str(s, from); cut.ok; cut = str_cut_str(cut.tail, from))
        hits++;
    if (!hits)
        return s;
    size_t len = s.len + hits * to.len - hits * from.len;
    char *ptr = arena_alloc(arena, len + 1), *out = ptr;
    for (struct cut cut = {.tail = s, .ok = true}; cut.ok;) {
        cut = str_cut_str(cut.tail, from);
        out = append(out, cut.head);
        if (cut.ok)
            out = append(out, to);
    }
    return (struct str){ptr, len};
}

bool str_eq(struct str a, struct str b)
{
    return a.len == b.len && (!a.len || memcmp(a.ptr, b.ptr, a.len) == 0);
}

static unsigned char lower(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool str_eq_nocase(struct str a, struct str b)
{
    if (a.len != b.len)
        return false;
    for (size_t i = 0; i < a.len; i++)
        if (lower(a.ptr[i]) != lower(b.ptr[i]))
            return false;
    return true;
}

int str_compare(struct str a, struct str b)
{
    size_t shared = a.len < b.len ? a.len : b.len;
    int order = shared ? memcmp(a.ptr, b.ptr, shared) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

bool str_starts(struct str s, struct str prefix)
{
    return s.len >= prefix.len && str_eq(str_first(s, prefix.len), prefix);
}

bool str_ends(struct str s, struct str suffix)
{
    return s.len >= suffix.len && str_eq(str_skip(s, s.len - suffix.len), suffix);
}

bool str_has(struct str s, struct str needle)
{
    return str_cut_str(s, needle).ok;
}

bool char_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool str_is_digits(struct str s)
{
    for (size_t i = 0; i < s.len; i++)
        if (!char_is_digit(s.ptr[i]))
            return false;
    return s.len > 0;
}

bool str_is_empty(struct str s)
{
    return s.len == 0;
}

struct str str_first(struct str s, size_t len)
{
    return (struct str){s.ptr, len < s.len ? len : s.len};
}

struct str str_skip(struct str s, size_t len)
{
    return len < s.len ? (struct str){s.ptr + len, s.len - len} : (struct str){0};
}

static bool is_blank(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct str str_trim_start(struct str s)
{
    while (s.len && is_blank(s.ptr[0]))
        s = str_skip(s, 1);
    return s;
}

struct str str_lower(struct str s, struct arena *arena)
{
    char *copy = arena_copy(arena, s.ptr, s.len);
    for (size_t i = 0; i < s.len; i++)
        if (copy[i] >= 'A' && copy[i] <= 'Z')
            copy[i] = (char)(copy[i] + ('a' - 'A'));
    return str_of(copy, s.len);
}

struct str str_trim(struct str s)
{
    s = str_trim_start(s);
    while (s.len && is_blank(s.ptr[s.len - 1]))
        s.len--;
    return s;
}

static struct cut cut_at(struct str s, size_t at, size_t width)
{
    return (struct cut){str_first(s, at), str_skip(s, at + width), true};
}

struct cut str_cut(struct str s, char separator)
{
    const char *hit = s.len ? memchr(s.ptr, separator, s.len) : NULL;
    return hit ? cut_at(s, (size_t)(hit - s.ptr), 1) : (struct cut){.head = s};
}

/* A few ASCII signs ("//", "-->") are found by the first of them: three instructions a byte less
 * than memmem, which is linear for any needle. */
enum { FEW = 4 };

static const char *find_few(struct str s, struct str needle)
{
    const char *at = s.ptr, *last = s.ptr + s.len - needle.len;
    while (at <= last && (at = memchr(at, needle.ptr[0], (size_t)(last - at) + 1))) {
        if (memcmp(at, needle.ptr, needle.len) == 0)
            return at;
        at++;
    }
    return NULL;
}

struct cut str_cut_str(struct str s, struct str separator)
{
    if (!separator.len || separator.len > s.len)
        return (struct cut){.head = s};
    bool few = separator.len <= FEW && (unsigned char)separator.ptr[0] < 0x80;
    const char *hit = few ? find_few(s, separator)
                          : memmem(s.ptr, s.len, separator.ptr, separator.len);
    return hit ? cut_at(s, (size_t)(hit - s.ptr), separator.len)
               : (struct cut){.head = s};
}

struct cut str_cut_last(struct str s, char separator)
{
    const char *hit = s.len ? memrchr(s.ptr, separator, s.len) : NULL;
    return hit ? cut_at(s, (size_t)(hit - s.ptr), 1) : (struct cut){.head = s};
}

struct str_int str_to_int(struct str s)
{
    bool negative = s.len && s.ptr[0] == '-';
    struct str digits = str_skip(s, s.len && (negative || s.ptr[0] == '+') ? 1 : 0);
    struct str_int result = {0, digits.len > 0};
    for (size_t i = 0; i < digits.len; i++) {
        unsigned digit = (unsigned char)digits.ptr[i] - (unsigned)'0';
        if (digit > 9 || __builtin_mul_overflow(result.value, 10, &result.value) ||
            __builtin_add_overflow(result.value, (int64_t)digit, &result.value))
            return (struct str_int){0, false};
    }
    if (negative)
        result.value = -result.value;
    return result;
}

struct str_real str_to_real(struct str s)
{
    struct cut cut = str_cut(s, '.');
    bool negative = s.len && s.ptr[0] == '-';
    struct str_int whole = str_to_int(cut.head);
    if (!whole.ok || (cut.ok && !cut.tail.len))
        return (struct str_real){0, false};
    double fraction = 0, unit = 1;
    for (size_t i = 0; i < cut.tail.len; i++) {
        unsigned digit = (unsigned char)cut.tail.ptr[i] - (unsigned)'0';
        if (digit > 9)
            return (struct str_real){0, false};
        fraction = fraction * 10 + digit;
        unit *= 10;
    }
    fraction /= unit;
    return (struct str_real){(double)whole.value + (negative ? -fraction : fraction),
                             true};
}

/* Optimal string alignment (Levenshtein with swaps) over three rolling rows. Long texts
 * are not worth a suggestion. */
enum { DISTANCE_MAX_CHARS = 64 };

static size_t decode(struct str s, uint32_t out[DISTANCE_MAX_CHARS])
{
    size_t count = 0;
    while (s.len && count < DISTANCE_MAX_CHARS) {
        struct utf8_char c = utf8_next(s);
        out[count++] = c.codepoint;
        s = str_skip(s, c.len);
    }
    return s.len ? SIZE_MAX : count;
}

static unsigned min3(unsigned a, unsigned b, unsigned c)
{
    unsigned ab = a < b ? a : b;
    return ab < c ? ab : c;
}

unsigned str_distance(struct str a, struct str b, unsigned limit)
{
    uint32_t x[DISTANCE_MAX_CHARS], y[DISTANCE_MAX_CHARS];
    size_t n = decode(a, x), m = decode(b, y);
    if (n == SIZE_MAX || m == SIZE_MAX || (n > m ? n - m : m - n) > limit)
        return limit + 1;
    unsigned rows[3][DISTANCE_MAX_CHARS + 1];
    for (unsigned j = 0; j <= m; j++)
        rows[0][j] = j;
    for (unsigned i = 1; i <= n; i++) {
        unsigned *row = rows[i % 3], *above = rows[(i + 2) % 3],
                 *above2 = rows[(i + 1) % 3];
        row[0] = i;
        for (unsigned j = 1; j <= m; j++) {
            row[j] =
                min3(above[j] + 1, row[j - 1] + 1, above[j - 1] + (x[i - 1] != y[j - 1]));
            bool swapped = i > 1 && j > 1 && x[i - 1] == y[j - 2] && x[i - 2] == y[j - 1];
            if (swapped && above2[j - 2] + 1 < row[j])
                row[j] = above2[j - 2] + 1;
        }
    }
    unsigned distance = rows[n % 3][m];
    return distance > limit ? limit + 1 : distance;
}
