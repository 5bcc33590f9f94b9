/* SPDX-License-Identifier: MIT */
#include "publish/css.h"

#include <string.h>

#include "base/buf.h"

static struct str rest_of(const struct css_scan *scan)
{
    return str_skip(scan->text, scan->at);
}

static bool is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || c == '-' || c == '_' || (unsigned char)c >= 0x80;
}

static void skip_space(struct css_scan *scan)
{
    while (scan->at < scan->text.len && is_space(scan->text.ptr[scan->at]))
        scan->at++;
}

static void skip_comment(struct css_scan *scan)
{
    struct cut cut = str_cut_str(str_skip(rest_of(scan), 2), STR("*/"));
    scan->at = cut.ok ? scan->text.len - cut.tail.len : scan->text.len;
}

/* What is between here and one of the `ends`, stepping over escapes. */
static struct str take_until(struct css_scan *scan, const char *ends)
{
    size_t start = scan->at;
    while (scan->at < scan->text.len && !strchr(ends, scan->text.ptr[scan->at]))
        scan->at += scan->text.ptr[scan->at] == '\\' ? 2 : 1;
    if (scan->at > scan->text.len)
        scan->at = scan->text.len;
    return str_of(scan->text.ptr + start, scan->at - start);
}

static struct str take_string(struct css_scan *scan)
{
    const char ends[] = {scan->text.ptr[scan->at++], '\0'};
    struct str string = take_until(scan, ends);
    if (scan->at < scan->text.len)
        scan->at++;
    return string;
}

static bool is_quote(const struct css_scan *scan)
{
    return scan->at < scan->text.len
           && (scan->text.ptr[scan->at] == '"' || scan->text.ptr[scan->at] == '\'');
}

/* Steps over `word`, in any case, when it stands here as a word of its own. */
static bool skip_word(struct css_scan *scan, struct str word)
{
    bool inside = scan->at > 0 && is_name(scan->text.ptr[scan->at - 1]);
    if (inside || !str_eq_nocase(str_first(rest_of(scan), word.len), word))
        return false;
    scan->at += word.len;
    return true;
}

static bool take_import(struct css_scan *scan, struct str *ref)
{
    skip_space(scan);
    if (!is_quote(scan)) /* @import url(...): found as a url */
        return false;
    *ref = take_string(scan);
    return true;
}

static struct str take_url(struct css_scan *scan)
{
    skip_space(scan);
    return is_quote(scan) ? take_string(scan) : str_trim(take_until(scan, ")"));
}

bool css_next(struct css_scan *scan, struct str *ref)
{
    while (scan->at < scan->text.len) {
        if (str_starts(rest_of(scan), STR("/*"))) {
            skip_comment(scan);
        } else if (is_quote(scan)) {
            take_string(scan);
        } else if (skip_word(scan, STR("url("))) {
            *ref = take_url(scan);
            return true;
        } else if (skip_word(scan, STR("@import"))) {
            if (take_import(scan, ref))
                return true;
        } else {
            scan->at++;
        }
    }
    return false;
}

/* ---- without what says nothing ---- */

/* Licences of others begin with an exclamation mark: they go where the code goes. */
static bool is_comment(struct str text)
{
    return str_starts(text, STR("/*")) && !str_starts(text, STR("/*!"));
}

enum css_gap { GAP_NONE, GAP_COMMENT, GAP_SPACE };

static enum css_gap skip_gap(struct css_scan *scan)
{
    enum css_gap gap = GAP_NONE;
    while (scan->at < scan->text.len) {
        if (is_space(scan->text.ptr[scan->at])) {
            skip_space(scan);
            gap = GAP_SPACE;
        } else if (is_comment(rest_of(scan))) {
            skip_comment(scan);
            gap = gap ? gap : GAP_COMMENT;
        } else {
            break;
        }
    }
    return gap;
}

/* Between these two a gap says nothing. (“a :hover” is not “a:hover”: only after a colon.) */
static bool is_loose(char before, char after)
{
    return strchr("{};,:", before) || strchr("{};,", after);
}

/* Steps over what has to stay as it is: a licence, a string, an address, an escape; or one byte. */
static void skip_piece(struct css_scan *scan)
{
    if (str_starts(rest_of(scan), STR("/*")))
        skip_comment(scan);
    else if (is_quote(scan))
        take_string(scan);
    else if (skip_word(scan, STR("url(")))
        take_url(scan);
    else if (scan->text.ptr[scan->at] == '\\' && scan->at + 1 < scan->text.len)
        scan->at += 2;
    else
        scan->at++;
}

struct str css_squeeze(struct str sheet, struct arena *arena)
{
    struct css_scan scan = {.text = sheet};
    struct buf out = {0};
    char last = ';';
    for (;;) {
        enum css_gap gap = skip_gap(&scan);
        if (scan.at == sheet.len)
            break;
        if (gap && !is_loose(last, sheet.ptr[scan.at]))
            buf_put(&out, gap == GAP_SPACE ? STR(" ") : STR("/**/"));
        size_t start = scan.at;
        skip_piece(&scan);
        buf_put(&out, str_of(sheet.ptr + start, scan.at - start));
        last = sheet.ptr[start] == '\\' ? '\\' : sheet.ptr[scan.at - 1];
    }
    struct str squeezed = buf_finish(&out, arena);
    buf_release(&out);
    return squeezed;
}

struct str css_body(struct str text)
{
    struct css_scan scan = {.text = text};
    skip_gap(&scan);
    return rest_of(&scan);
}
