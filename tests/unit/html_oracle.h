/* SPDX-License-Identifier: MIT */
/*
 * html_oracle.h: what prose.h promises of its HTML, checked by other means than it is made:
 * only these elements and attributes, properly nested, none empty that must not be, every
 * character legal, every href of an allowed scheme. For the unit tests and the fuzzer.
 */
#ifndef ATTALAK_TESTS_HTML_ORACLE_H
#define ATTALAK_TESTS_HTML_ORACLE_H

#include <string.h>

#include "base/utf8.h"

enum { ORACLE_DEPTH = 256 };

struct oracle {
    struct str rest;
    struct str open[ORACLE_DEPTH]; /* names of elements not yet closed */
    size_t content[ORACLE_DEPTH];  /* bytes of text or void elements in each */
    size_t depth;
    const char *wrong; /* NULL: all is well */
};

static inline bool oracle_fail(struct oracle *oracle, const char *wrong)
{
    oracle->wrong = wrong;
    return false;
}

static inline bool oracle_is_in(struct str name, const char *const *set)
{
    for (; *set; set++)
        if (str_eq(name, str_from(*set)))
            return true;
    return false;
}

static inline bool oracle_entity(struct str at)
{
    return str_starts(at, STR("&amp;")) || str_starts(at, STR("&lt;"))
           || str_starts(at, STR("&gt;")) || str_starts(at, STR("&quot;"));
}

static inline bool oracle_href(struct str url)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:"};
    for (size_t i = 0; i < 4; i++)
        if (str_eq_nocase(str_first(url, strlen(schemes[i])), str_from(schemes[i])))
            return true;
    return url.len && !str_has(url, STR(":")) && !str_starts(url, STR("//"))
           && !str_has(url, STR("\\"));
}

static inline bool oracle_text(struct oracle *oracle, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (c == '<' || c == '>' || c == '"' || c == 0x7F || (c < 0x20 && c != '\n' && c != '\t'))
            return oracle_fail(oracle, "a character that should be escaped");
        if (c == '&' && !oracle_entity(str_skip(text, i)))
            return oracle_fail(oracle, "a bare &");
    }
    return true;
}

/* " name=\"value\"…" up to the ">". */
static inline bool oracle_attributes(struct oracle *oracle, struct str element, struct str text)
{
    while (text.len) {
        struct cut name = str_cut_str(text, STR("=\""));
        struct cut value = str_cut(name.tail, '"');
        if (!name.ok || !value.ok || !oracle_text(oracle, value.head))
            return oracle_fail(oracle, "a broken attribute");
        bool link = str_eq(element, STR("a"));
        if (link && str_eq(name.head, STR(" href"))) {
            if (!oracle_href(value.head))
                return oracle_fail(oracle, "an href of another scheme");
        } else if (!(link && str_eq(name.head, STR(" title")))
                   && !(link && str_eq(name.head, STR(" rel"))
                        && str_eq(value.head, STR("nofollow ugc noopener noreferrer")))
                   && !(str_eq(element, STR("ol")) && str_eq(name.head, STR(" start")))) {
            return oracle_fail(oracle, "an attribute that is not allowed");
        }
        text = value.tail;
    }
    return true;
}

static inline bool oracle_close(struct oracle *oracle, struct str name)
{
    static const char *const never_empty[] = {"p", "h2", "h3", "h4", "h5", "h6", "em", "strong",
                                              "a", "ul", "ol", "blockquote", NULL};
    if (!oracle->depth || !str_eq(oracle->open[oracle->depth - 1], name))
        return oracle_fail(oracle, "a tag closed that is not open");
    oracle->depth--;
    if (!oracle->content[oracle->depth] && oracle_is_in(name, never_empty))
        return oracle_fail(oracle, "an empty element");
    if (oracle->depth)
        oracle->content[oracle->depth - 1]++;
    return true;
}

static inline bool oracle_open(struct oracle *oracle, struct str name)
{
    static const char *const allowed[] = {
        "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote",
        "pre", "code", "em", "strong", "a", NULL};
    static const char *const empty[] = {"br", "hr", NULL};
    if (oracle_is_in(name, empty)) {
        if (oracle->depth)
            oracle->content[oracle->depth - 1] += str_eq(name, STR("hr"));
        return true;
    }
    if (!oracle_is_in(name, allowed))
        return oracle_fail(oracle, "an element that is not allowed");
    if (oracle->depth == ORACLE_DEPTH)
        return oracle_fail(oracle, "too deep");
    oracle->content[oracle->depth] = 0;
    oracle->open[oracle->depth++] = name;
    return true;
}

static inline bool oracle_tag(struct oracle *oracle)
{
    struct cut tag = str_cut(str_skip(oracle->rest, 1), '>');
    if (!tag.ok)
        return oracle_fail(oracle, "a tag without an end");
    oracle->rest = tag.tail;
    if (str_starts(tag.head, STR("/")))
        return oracle_close(oracle, str_skip(tag.head, 1));
    size_t len = 0;
    while (len < tag.head.len && tag.head.ptr[len] != ' ')
        len++;
    struct str name = str_first(tag.head, len);
    return oracle_open(oracle, name)
           && oracle_attributes(oracle, name, str_skip(tag.head, len));
}

/* NULL, or what is wrong. */
static inline const char *oracle_check(struct str html)
{
    static struct oracle oracle;
    oracle = (struct oracle){.rest = html};
    if (utf8_first_bad(html) < html.len)
        return "not UTF-8";
    while (oracle.rest.len) {
        struct str text = str_cut(oracle.rest, '<').head;
        if (!oracle_text(&oracle, text))
            return oracle.wrong;
        if (oracle.depth)
            oracle.content[oracle.depth - 1] += str_trim(text).len;
        oracle.rest = str_skip(oracle.rest, text.len);
        if (oracle.rest.len && !oracle_tag(&oracle))
            return oracle.wrong;
    }
    return oracle.depth ? "an element left open" : NULL;
}

#endif
