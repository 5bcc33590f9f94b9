/* SPDX-License-Identifier: MIT */
#include "sources/html.h"

#include <string.h>

#include "base/utf8.h"
#include "sources/url.h"

static struct str entity(char c)
{
    switch (c) {
    case '&': return STR("&amp;");
    case '<': return STR("&lt;");
    case '>': return STR("&gt;");
    case '"': return STR("&quot;");
    default: return (struct str){0};
    }
}

/* A loop without a branch, for many bytes at once. */
static bool has_special(struct str text)
{
    unsigned char found = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        found |= (c == '&') | (c == '<') | (c == '>') | (c == '"');
    }
    return found;
}

/* Quotes are escaped in text too: one escaper cannot be taken for the other. */
void html_text(struct buf *out, struct str text)
{
    size_t run = 0;
    for (size_t i = has_special(text) ? 0 : text.len; i < text.len; i++) {
        struct str escaped = (unsigned char)text.ptr[i] > '>' ? (struct str){0}
                                                              : entity(text.ptr[i]);
        if (!escaped.len)
            continue;
        buf_put(out, str_of(text.ptr + run, i - run));
        buf_put(out, escaped);
        run = i + 1;
    }
    buf_put(out, str_skip(text, run));
}

/* A newline in an attribute is legal, but nobody means it. */
void html_attribute(struct buf *out, struct str value)
{
    for (struct cut cut = str_cut(value, '\n');; cut = str_cut(cut.tail, '\n')) {
        html_text(out, cut.head);
        if (!cut.ok)
            return;
        buf_putc(out, ' ');
    }
}

void html_link(struct buf *out, struct str url, struct str title)
{
    buf_put(out, STR("<a href=\""));
    html_attribute(out, url);
    if (url_is_outbound(url))
        buf_put(out, STR("\" rel=\"nofollow ugc noopener noreferrer"));
    if (!html_is_blank(title)) {
        buf_put(out, STR("\" title=\""));
        html_attribute(out, title);
    }
    buf_put(out, STR("\">"));
}

static bool is_hidden(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0) || c == 0x61C
           || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E)
           || (c >= 0x2066 && c <= 0x2069) || (c >= 0xFDD0 && c <= 0xFDEF) || c == 0xFEFF
           || c == 0xFFFD || (c & 0xFFFE) == 0xFFFE;
}

/* Thai (E0) and Latin letters never are; only these leads are worth decoding. */
static bool may_be_hidden(unsigned char lead)
{
    return (lead < 0x20 && lead != '\n' && lead != '\t') || lead == 0x7F || lead == 0xC2
           || lead == 0xD8 || lead == 0xE2 || lead >= 0xEF;
}

/* What must go at `at`: a character, or one byte that is no UTF-8 (cmark 0.30 makes FE and FF of
 * &#xFFFE; and &#xFFFF;). `codepoint` is 0 when nothing must. */
static struct utf8_char hidden_at(struct str text, size_t at, size_t bad)
{
    if (at == bad)
        return (struct utf8_char){0xFFFD, 1};
    if (!may_be_hidden((unsigned char)text.ptr[at]))
        return (struct utf8_char){0, 1};
    struct utf8_char c = utf8_next(str_skip(text, at));
    return is_hidden(c.codepoint) ? c : (struct utf8_char){0, c.len};
}

/* Nothing but ASCII and Thai, whose bytes are E0 and those of 80 to BF: nearly all text. A loop
 * without a branch, for many bytes at once. */
static bool is_plain(struct str text)
{
    unsigned char odd = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        unsigned char control = (c < 0x20) & (c != '\n') & (c != '\t');
        odd |= control | (c == 0x7F) | ((c >= 0xC0) & (c != 0xE0));
    }
    return !odd;
}

struct html_shown html_show(struct str text, struct arena *arena)
{
    struct html_shown shown = {text, 0};
    struct buf out = {0};
    if (is_plain(text))
        return shown;
    size_t run = 0, bad = utf8_first_bad(text);
    for (size_t i = 0; i < text.len;) {
        struct utf8_char c = hidden_at(text, i, bad);
        if (c.codepoint) {
            shown.hidden = shown.hidden ? shown.hidden : c.codepoint;
            buf_put(&out, str_of(text.ptr + run, i - run));
            run = i + c.len;
        }
        if (i == bad)
            bad = run + utf8_first_bad(str_skip(text, run));
        i += c.len;
    }
    if (shown.hidden) {
        buf_put(&out, str_skip(text, run));
        shown.text = buf_finish(&out, arena);
    }
    buf_release(&out);
    return shown;
}

bool html_is_blank(struct str html)
{
    static const struct str blanks[] = {STR_CONST("\xC2\xA0"), STR_CONST("<br>")};
    for (html = str_trim(html);; html = str_trim(html)) {
        size_t len = html.len;
        for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++)
            if (str_starts(html, blanks[i]))
                html = str_skip(html, blanks[i].len);
        if (html.len == len)
            return !len;
    }
}
