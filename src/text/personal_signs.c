/* SPDX-License-Identifier: MIT */
#include "text/personal_signs.h"

#include <string.h>

struct sign {
    struct str text;
    char sign;
};

#define SIGN(text, sign) {STR_CONST(text), sign}
#define UNSEEN(text) SIGN(text, 0)

static const struct sign *sign_find(struct str text, size_t at, const struct sign *signs)
{
    struct str rest = str_skip(text, at);
    for (; rest.len && signs->text.len; signs++)
        if (signs->text.ptr[0] == rest.ptr[0] && str_starts(rest, signs->text))
            return signs;
    return NULL;
}

/* Three bytes, the last of which is `zero` for 0. */
static int wide_digit(struct str rest, const char *first_two, unsigned char zero)
{
    if (rest.len < 3 || memcmp(rest.ptr, first_two, 2) != 0)
        return -1;
    int value = (unsigned char)rest.ptr[2] - zero;
    return value >= 0 && value <= 9 ? value : -1;
}

int sign_digit(struct str text, size_t at, size_t *len)
{
    struct str rest = str_skip(text, at);
    *len = 1;
    if (!rest.len)
        return -1;
    if (rest.ptr[0] >= '0' && rest.ptr[0] <= '9')
        return rest.ptr[0] - '0';
    *len = 3;
    int value = wide_digit(rest, "\xE0\xB9", 0x90);
    return value >= 0 ? value : wide_digit(rest, "\xEF\xBC", 0x90);
}

size_t sign_gap(struct str text, size_t at, char *sign)
{
    static const struct sign gaps[] = {
        SIGN(" ", ' '), SIGN("-", '-'), SIGN(".", '.'), SIGN("(", '('), SIGN(")", '('),
        SIGN("/", '/'), SIGN("\t", ' '), SIGN("\n", ' '), SIGN("\r", ' '),
        SIGN("\\", ' '), SIGN("\u00A0", ' '), SIGN("\u2009", ' '), SIGN("\u2010", '-'),
        SIGN("\u2011", '-'), SIGN("\u2012", '-'), SIGN("\u2013", '-'),
        SIGN("\u2014", '-'), SIGN("\u2015", '-'), SIGN("\u2212", '-'),
        SIGN("\u202F", ' '), SIGN("\u3000", ' '), SIGN("\uFF08", '('),
        SIGN("\uFF09", '('), SIGN("\uFF0D", '-'), SIGN("\uFF0E", '.'),
        SIGN("\uFF0F", '/'), SIGN("&nbsp;", ' '), {{0}, 0},
    };
    const struct sign *found = sign_find(text, at, gaps);
    *sign = found ? found->sign : 0;
    return found ? found->text.len : 0;
}

size_t sign_unseen(struct str text, size_t at)
{
    static const struct sign unseen[] = {
        UNSEEN("\u00AD"), UNSEEN("\u034F"), UNSEEN("\u061C"), UNSEEN("\u180E"),
        UNSEEN("\u200B"), UNSEEN("\u200C"), UNSEEN("\u200D"), UNSEEN("\u200E"),
        UNSEEN("\u200F"), UNSEEN("\u2060"), UNSEEN("\u2061"), UNSEEN("\u2062"),
        UNSEEN("\u2063"), UNSEEN("\u2064"), UNSEEN("\uFE0E"), UNSEEN("\uFE0F"),
        UNSEEN("\uFEFF"), {{0}, 0},
    };
    const struct sign *found =
        at < text.len && (unsigned char)text.ptr[at] >= 0x80 ? sign_find(text, at, unseen) : NULL;
    return found ? found->text.len : 0;
}

size_t skip_unseen(struct str text, size_t at)
{
    for (size_t len; (len = sign_unseen(text, at)) > 0;)
        at += len;
    return at;
}

size_t sign_at(struct str text, size_t at)
{
    static const struct sign ats[] = {SIGN("@", 0), SIGN("\uFF20", 0), {{0}, 0}};
    const struct sign *found = sign_find(text, at, ats);
    return found ? found->text.len : 0;
}

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_letter_or_digit(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

bool is_local(char c)
{
    return is_letter_or_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}
