/* SPDX-License-Identifier: MIT */
#include "text/personal.h"

#include <string.h>

#include "text/personal_number.h"
#include "text/personal_signs.h"

/* ---- addresses ---- */

/* The end of a host whose last word begins with letters, or 0: "@15.75,101.9z" is a map's. */
static size_t host_end(struct str text, size_t at)
{
    size_t end = 0, letters = 0, signs = 0; /* of this word */
    bool dotted = false;
    for (at = skip_unseen(text, at); at < text.len; at = skip_unseen(text, at)) {
        char c = text.ptr[at++];
        if (c == '.' && signs) {
            dotted = true;
            letters = signs = 0;
            continue;
        }
        if (!is_letter_or_digit(c) && c != '-')
            return end;
        letters += is_letter(c) && letters == signs;
        signs++;
        if (dotted && letters == signs && letters >= 2)
            end = at;
    }
    return end;
}

/* The end of an address whose first sign is here, or 0. */
static size_t email_end(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && is_local(text.ptr[end]))
        end = skip_unseen(text, end + 1);
    size_t sign = sign_at(text, end);
    return end > at && sign ? host_end(text, end + sign) : 0;
}

struct str personal_host(struct str email)
{
    for (size_t at = email.len; at-- > 0;)
        if (sign_at(email, at))
            return str_skip(email, at + sign_at(email, at));
    return STR("");
}

static bool ends_nocase(struct str text, struct str end)
{
    return text.len >= end.len && str_eq_nocase(str_skip(text, text.len - end.len), end);
}

/* Providers that exist under several endings are named by their first word. */
bool personal_is_free_mail(struct str email)
{
    static const struct str hosts[] = {
        STR_CONST("gmail"),  STR_CONST("googlemail"), STR_CONST("hotmail"),
        STR_CONST("outlook"), STR_CONST("live"),      STR_CONST("msn"),
        STR_CONST("windowslive"), STR_CONST("yahoo"), STR_CONST("ymail"),
        STR_CONST("rocketmail"), STR_CONST("icloud"), STR_CONST("me.com"),
        STR_CONST("mac.com"), STR_CONST("aol"),       STR_CONST("proton"),
        STR_CONST("protonmail"), STR_CONST("gmx"),    STR_CONST("zoho"),
        STR_CONST("mail.com"), STR_CONST("qq.com"),   STR_CONST("163.com"),
    };
    struct str host = personal_host(email), first = str_cut(host, '.').head;
    for (size_t i = 0; i < sizeof(hosts) / sizeof(*hosts); i++)
        if (str_eq_nocase(str_has(hosts[i], STR(".")) ? host : first, hosts[i]))
            return !personal_is_office_mail(email);
    return false;
}

bool personal_is_office_mail(struct str email)
{
    static const struct str ends[] = {STR_CONST(".go.th"), STR_CONST(".ac.th"),
                                      STR_CONST(".mi.th"), STR_CONST(".or.th")};
    for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
        if (ends_nocase(personal_host(email), ends[i]))
            return true;
    return false;
}

bool personal_same_host(struct str email, struct str other)
{
    return email.len && other.len && str_eq_nocase(personal_host(email), personal_host(other));
}

/* ---- the next one ---- */

/* Signs that no web address has in it, Thai ones among them: a browser writes them in code. */
static bool ends_word(char c)
{
    return (unsigned char)c <= ' ' || (unsigned char)c >= 0x80 || strchr("\"<>()[]", c);
}

/* Is what stands behind this sign within an address? */
static bool is_in_url(struct str text, size_t at, bool before)
{
    if (ends_word(text.ptr[at]))
        return false;
    return before || (at > 0 && text.ptr[at] == '/' && text.ptr[at - 1] == '/');
}

static struct personal with_plus(struct str text, size_t from, struct personal number)
{
    bool plus = number.kind && number.at > from && text.ptr[number.at - 1] == '+';
    number.at -= plus;
    number.len += plus;
    return number;
}

/* Behind a number in one word: that it is not an e-mail's is known. */
static bool is_inside(struct str text, struct personal last)
{
    bool one = last.kind && last.kind != PERSONAL_EMAIL;
    for (size_t i = last.at; one && i < last.at + last.len; i++)
        one = is_local(text.ptr[i]);
    return one;
}

/* A word is looked at where it begins, so that a number within an address is the address. */
static struct personal next(struct str text, struct personal last, bool shortened)
{
    size_t from = last.at + last.len;
    bool in_url = last.in_url, inside = is_inside(text, last); /* of a word that is no e-mail */
    for (size_t i = last.at; i < text.len; in_url = is_in_url(text, i, in_url), i++) {
        size_t unseen = inside ? sign_unseen(text, i) : 0;
        i += unseen ? unseen - 1 : 0;
        if (i < from || unseen)
            continue;
        bool local = is_local(text.ptr[i]);
        size_t end = local && !inside ? email_end(text, i) : 0;
        inside = local;
        struct personal found =
            end ? (struct personal){.kind = PERSONAL_EMAIL, .at = i, .len = end - i}
                : with_plus(text, from, number_found(text, i, in_url, shortened));
        found.in_url = in_url;
        if (found.kind)
            return found;
    }
    return (struct personal){.kind = PERSONAL_NONE};
}

enum { DIGITS_LEAST = 9 }; /* of a mobile number that lost its 0 */

static unsigned char within_ten(unsigned char c, unsigned char first)
{
    return (unsigned char)(c - first) < 10;
}

/* At least as many digits as the text has, Thai ones (E0 B9 90–99) among them. No branch within,
 * so that the compiler looks at many bytes at once; a piece is as long as a byte can count. */
static size_t count_digits(struct str text)
{
    enum { PIECE = 240 };
    const unsigned char *bytes = (const unsigned char *)text.ptr;
    size_t last = text.len - 1, digits = within_ten(bytes[last], '0');
    for (size_t from = 0; from < last; from += PIECE) {
        size_t end = last - from < PIECE ? last : from + PIECE;
        unsigned char found = 0;
        for (size_t i = from; i < end; i++) {
            unsigned char thai = (bytes[i] == 0xB9) & within_ten(bytes[i + 1], 0x90);
            found = (unsigned char)(found + (within_ten(bytes[i], '0') | thai));
        }
        digits += found;
    }
    return digits;
}

/* Most texts hold neither an @ nor so many digits: one look spares the search. Either may also
 * be wide (EF BC …). */
static bool may_hold(struct str text)
{
    return text.len
           && (memchr(text.ptr, '@', text.len) || memchr(text.ptr, 0xEF, text.len)
               || count_digits(text) >= DIGITS_LEAST);
}

struct personal personal_next(struct str text, struct personal last)
{
    return last.kind || may_hold(text) ? next(text, last, false) : last;
}

struct personal personal_next_shortened(struct str text, struct personal last)
{
    return last.kind || may_hold(text) ? next(text, last, true) : last;
}
