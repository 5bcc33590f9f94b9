/* SPDX-License-Identifier: MIT */
/*
 * A URL is cut once, from the left, into scheme, authority and the rest, as browsers do it
 * (WHATWG URL), after the bytes that make browsers and us disagree (controls, blanks, "\") have
 * been refused. Nothing is percent-decoded, ever.
 */
#include "sources/url.h"

#include <string.h>

#include "base/buf.h"
#include "base/utf8.h"

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_hex(char c)
{
    return char_is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

static bool is_one_of(char c, const char *set)
{
    return c && strchr(set, c);
}

/* Letters, digits or one of `set`, nothing else. */
static bool all_plain(struct str s, const char *set)
{
    for (size_t i = 0; i < s.len; i++)
        if (!is_letter(s.ptr[i]) && !char_is_digit(s.ptr[i]) && !is_one_of(s.ptr[i], set))
            return false;
    return true;
}

static bool is_thai(uint32_t c)
{
    return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E40 && c <= 0x0E4E);
}

/* Letters of paths and queries; no invisible, bidi, private or undefined ones. */
static bool is_visible(uint32_t c)
{
    return (c >= 0xC0 && c < 0x2000 && c != 0x61C && c != 0x180E)
           || (c >= 0x2030 && c < 0x2060 && c != 0x205F) || (c >= 0x2070 && c < 0xD800)
           || (c >= 0xF900 && c < 0xFE00) || (c >= 0xFE30 && c < 0xFEFF)
           || (c >= 0xFF01 && c < 0xFFE0) || (c >= 0x1F300 && c < 0x1FB00);
}

static bool is_reserved_or_mark(char c)
{
    return is_one_of(c, "-._~:/?#[]@!$&'()*+,;=%");
}

static bool all_characters_fit(struct str url)
{
    size_t fragments = 0;
    for (size_t i = 0; i < url.len;) {
        struct utf8_char c = utf8_next(str_skip(url, i));
        char byte = url.ptr[i];
        if (c.len > 1 ? !is_visible(c.codepoint)
                      : !is_letter(byte) && !char_is_digit(byte) && !is_reserved_or_mark(byte))
            return false;
        if (byte == '%' && (i + 2 >= url.len || !is_hex(url.ptr[i + 1])
                            || !is_hex(url.ptr[i + 2])))
            return false;
        fragments += byte == '#';
        i += c.len;
    }
    return fragments <= 1;
}

/* A last label that is a number makes browsers read the host as IPv4 (WHATWG). */
static bool is_number(struct str label)
{
    if (label.len > 1 && label.ptr[0] == '0' && (label.ptr[1] | 0x20) == 'x')
        return true;
    return str_is_digits(label);
}

static bool label_is_good(struct str label)
{
    if (!label.len || label.len > URL_LABEL_MAX || label.ptr[0] == '-'
        || label.ptr[label.len - 1] == '-')
        return false;
    while (label.len) {
        struct utf8_char c = utf8_next(label);
        struct str one = str_first(label, c.len);
        if (c.len == 1 ? !all_plain(one, "-_") : !is_thai(c.codepoint))
            return false;
        label = str_skip(label, c.len);
    }
    return true;
}

static enum url_error check_host(struct str host)
{
    struct cut last = str_cut_last(host, '.');
    if (is_number(last.ok ? last.tail : host) || str_starts(host, STR("[")))
        return URL_IP;
    if (!last.ok || host.len > URL_HOST_MAX)
        return URL_HOST;
    for (struct cut cut = str_cut(host, '.');; cut = str_cut(cut.tail, '.')) {
        if (!label_is_good(cut.head))
            return URL_HOST;
        if (!cut.ok)
            return URL_OK;
    }
}

/* Up to the first byte of `set`, or all of it. */
static struct str until(struct str s, const char *set)
{
    size_t len = 0;
    while (len < s.len && !is_one_of(s.ptr[len], set))
        len++;
    return str_first(s, len);
}

/* What stands before a ":" that comes before any "/"; ptr is NULL when there is none. */
static struct str scheme_of(struct str url)
{
    struct str scheme = until(url, ":/?#");
    bool colon = scheme.len < url.len && url.ptr[scheme.len] == ':';
    return colon ? scheme : (struct str){0};
}

static enum url_error check_web(struct str rest)
{
    if (!str_starts(rest, STR("//")))
        return URL_HOST;
    struct str authority = until(str_skip(rest, 2), "/?#");
    if (str_has(authority, STR("@")))
        return URL_USERINFO;
    if (str_starts(authority, STR("[")))
        return URL_IP;
    if (str_has(authority, STR(":")))
        return URL_PORT;
    return check_host(authority);
}

/* One address; no "?subject=…", which could fill in a letter for the visitor. */
static enum url_error check_mailto(struct str rest)
{
    struct cut cut = str_cut(rest, '@');
    if (!cut.ok || !cut.head.len || !all_plain(cut.head, "._+-") || str_has(rest, STR("?")))
        return URL_CHARACTER;
    return check_host(cut.tail);
}

static enum url_error check_tel(struct str rest)
{
    size_t digits = 0;
    for (size_t i = 0; i < rest.len; i++) {
        bool sign = is_one_of(rest.ptr[i], "-.()") || (i == 0 && rest.ptr[i] == '+');
        if (!char_is_digit(rest.ptr[i]) && !sign)
            return URL_CHARACTER;
        digits += char_is_digit(rest.ptr[i]);
    }
    return digits >= 3 && digits <= 15 ? URL_OK : URL_CHARACTER;
}

static enum url_error check_relative(struct str url)
{
    if (str_starts(url, STR("//")))
        return URL_HOST;
    return all_plain(url, "._~/-") ? URL_OK : URL_CHARACTER;
}

static const struct scheme {
    struct str name;
    enum url_error (*check)(struct str rest);
} schemes[] = {
    {STR_CONST("https"), check_web},
    {STR_CONST("http"), check_web},
    {STR_CONST("mailto"), check_mailto},
    {STR_CONST("tel"), check_tel},
};

enum url_error url_check(struct str url)
{
    if (!url.len)
        return URL_EMPTY;
    if (url.len > URL_BYTES_MAX)
        return URL_LONG;
    if (utf8_first_bad(url) < url.len || !all_characters_fit(url))
        return URL_CHARACTER;
    struct str scheme = scheme_of(url);
    if (!scheme.ptr)
        return check_relative(url);
    for (size_t i = 0; i < sizeof(schemes) / sizeof(*schemes); i++)
        if (str_eq_nocase(scheme, schemes[i].name))
            return schemes[i].check(str_skip(url, scheme.len + 1));
    return URL_SCHEME;
}

bool url_is_base(struct str url)
{
    bool web = str_starts(url, STR("https://")) || str_starts(url, STR("http://"));
    return web && url_check(url) == URL_OK && until(url, "?#").len == url.len;
}

bool url_is_outbound(struct str url)
{
    struct str scheme = scheme_of(url);
    return str_eq_nocase(scheme, STR("https")) || str_eq_nocase(scheme, STR("http"));
}

struct str url_host(struct str url)
{
    if (!url_is_outbound(url))
        return (struct str){0};
    return until(str_skip(str_cut(url, ':').tail, 2), "/?#");
}

struct str url_encode(struct str url, struct arena *arena)
{
    struct str host = url_host(url);
    if (!host.len) /* the others are ASCII but for a mail's host, which stays */
        return url;
    size_t path = (size_t)(host.ptr - url.ptr) + host.len;
    struct buf out = {0};
    buf_put(&out, str_first(url, path));
    for (size_t i = path; i < url.len; i++) {
        if ((unsigned char)url.ptr[i] >= 0x80 || is_one_of(url.ptr[i], "[]"))
            buf_format(&out, "%%%02X", (unsigned)(unsigned char)url.ptr[i]);
        else
            buf_putc(&out, url.ptr[i]);
    }
    struct str encoded = buf_finish(&out, arena);
    buf_release(&out);
    return encoded;
}
