/* SPDX-License-Identifier: MIT */
#include "render/scan.h"

#include <string.h>

#include "render/rules.h"

static const char sigils[] = "!=#^/><$&{";

struct scan scan_of(struct str source)
{
    return (struct scan){
        .source = source, .open = STR("{{"), .close = STR("}}"), .line = 1, .column = 1};
}

bool scan_is_blank(char c)
{
    return c == ' ' || c == '\t';
}

/* Offset of needle at or after `from`, or source.len. */
static size_t find(const struct scan *scan, size_t from, struct str needle)
{
    struct str rest = str_skip(scan->source, from);
    if (!rest.len)
        return scan->source.len;
    const char *hit = memmem(rest.ptr, rest.len, needle.ptr, needle.len);
    return hit ? (size_t)(hit - scan->source.ptr) : scan->source.len;
}

void scan_to(struct scan *scan, size_t offset)
{
    for (; scan->counted < offset; scan->counted++) {
        unsigned char byte = (unsigned char)scan->source.ptr[scan->counted];
        if (byte == '\n') {
            scan->line++;
            scan->column = 1;
        } else if ((byte & 0xC0) != 0x80) {
            scan->column++;
        }
    }
}

static void look_before(const struct scan *scan, struct tag *tag)
{
    size_t at = tag->start;
    while (at > 0 && scan_is_blank(scan->source.ptr[at - 1]))
        at--;
    tag->blank_from = at;
    tag->leads = at == 0 || scan->source.ptr[at - 1] == '\n';
}

static void look_after(const struct scan *scan, struct tag *tag)
{
    struct str source = scan->source;
    size_t at = tag->end;
    while (at < source.len && scan_is_blank(source.ptr[at]))
        at++;
    if (at + 1 < source.len && source.ptr[at] == '\r' && source.ptr[at + 1] == '\n')
        at++;
    tag->trails = at == source.len || source.ptr[at] == '\n';
    tag->next_line = at < source.len && tag->trails ? at + 1 : at;
}

/* `{{{x}}}` and `{{=a b=}}` have a sign of their own before the closing delimiter. */
static char closing_sign(char sigil)
{
    return sigil == '{' ? '}' : sigil == '=' ? '=' : '\0';
}

/* Offset behind the content, or source.len. */
static size_t find_end(const struct scan *scan, size_t from, char sign)
{
    for (size_t at = from;; at++) {
        at = find(scan, at, scan->close);
        if (!sign || at == scan->source.len)
            return at;
        if (at > from && scan->source.ptr[at - 1] == sign)
            return at - 1;
    }
}

static void read_content(struct scan *scan, struct tag *tag)
{
    struct str source = scan->source;
    size_t at = tag->start + scan->open.len;
    while (at < source.len && scan_is_blank(source.ptr[at]))
        at++;
    bool has_sigil = at < source.len && source.ptr[at] && strchr(sigils, source.ptr[at]);
    tag->sigil = has_sigil ? source.ptr[at] : '\0';
    at += has_sigil;
    char sign = closing_sign(tag->sigil);
    size_t content_end = find_end(scan, at, sign);
    tag->closed = content_end < source.len;
    tag->content = str_trim(str_of(source.ptr + at, content_end - at));
    tag->end = tag->closed ? content_end + (sign ? 1 : 0) + scan->close.len : source.len;
}

bool scan_tag(struct scan *scan, size_t from, struct tag *tag)
{
    size_t start = find(scan, from, scan->open);
    if (start == scan->source.len)
        return false;
    *tag = (struct tag){.start = start};
    scan_to(scan, start);
    tag->line = scan->line;
    tag->column = scan->column;
    read_content(scan, tag);
    look_before(scan, tag);
    look_after(scan, tag);
    tag->alone = tag->leads && tag->trails;
    return true;
}

/* Length of the first run without white space or control characters. */
size_t scan_word(struct str s)
{
    size_t len = 0;
    while (len < s.len && (unsigned char)s.ptr[len] > ' ')
        len++;
    return len;
}

static bool has_bad_character(struct str name)
{
    return scan_word(name) < name.len || str_has(name, STR("{")) ||
           str_has(name, STR("}"));
}

static bool has_empty_part(struct str name)
{
    for (struct cut cut = str_cut(name, '.');; cut = str_cut(cut.tail, '.')) {
        if (!cut.head.len)
            return true;
        if (!cut.ok)
            return false;
    }
}

static bool is_file_name(struct str name)
{
    return !has_bad_character(name);
}

static bool is_value_name(struct str name)
{
    return is_file_name(name) && (str_eq(name, STR(".")) || !has_empty_part(name));
}

int scan_misnamed(const struct tag *tag)
{
    if (!tag->content.len)
        return RENDER_TAG_EMPTY;
    if ((tag->sigil == '>' || tag->sigil == '<') && tag->content.ptr[0] == '*')
        return RENDER_DYNAMIC;
    bool names_value = memchr("\0&{#^", tag->sigil, 5);
    bool right = names_value ? is_value_name(tag->content) : is_file_name(tag->content);
    return right ? TAG_NAMED : RENDER_NAME_BAD;
}
