/* SPDX-License-Identifier: MIT */
/*
 * A number is read as digits with the lengths of its groups: what tells a telephone from a
 * day and a clock is how its digits are grouped.
 */
#include "text/personal.h"

#include <string.h>

enum {
    DIGITS_MAX = 14,
    GAP_MAX = 3, /* signs between two groups: ") - " */
    MOBILE_DIGITS = 10,
    ID_DIGITS = 13,
};

/* ---- signs ---- */

static bool starts_at(struct str text, size_t at, const char *sign)
{
    size_t len = strlen(sign);
    return text.len - at >= len && memcmp(text.ptr + at, sign, len) == 0;
}

/* A digit's value, or -1; `len` is its bytes: 0–9 or ๐–๙. */
static int digit_at(struct str text, size_t at, size_t *len)
{
    *len = 1;
    if (at >= text.len)
        return -1;
    unsigned char c = (unsigned char)text.ptr[at];
    if (c >= '0' && c <= '9')
        return c - '0';
    *len = 3;
    if (c != 0xE0 || at + 2 >= text.len || (unsigned char)text.ptr[at + 1] != 0xB9)
        return -1;
    int value = (unsigned char)text.ptr[at + 2] - 0x90;
    return value >= 0 && value <= 9 ? value : -1;
}

static size_t sign_length(struct str text, size_t at, const char *const *signs)
{
    for (; *signs; signs++)
        if (at < text.len && starts_at(text, at, *signs))
            return strlen(*signs);
    return 0;
}

/* Blanks, hyphens, dots and brackets of every keyboard, and what Markdown and HTML make of
 * them. */
static size_t gap_length(struct str text, size_t at)
{
    static const char *const signs[] = {
        " ", "-", ".", "(", ")", "\t", "\n", "\r", "\\", "\u00A0", "\u2009", "\u2010",
        "\u2011", "\u2012", "\u2013", "\u2014", "\u2015", "\u202F", "&nbsp;", NULL};
    return sign_length(text, at, signs);
}

static size_t unseen_length(struct str text, size_t at)
{
    static const char *const signs[] = {"\u200B", "\u200C", "\u200D", "\u2060",
                                        "\uFEFF", "\u00AD", NULL};
    return sign_length(text, at, signs);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_letter_or_digit(char c)
{
    return is_letter(c) || (c >= '0' && c <= '9');
}

/* ---- numbers ---- */

/* The digits from a place on, as far as only gaps lie between them. */
struct number {
    char digits[DIGITS_MAX];
    size_t ends[DIGITS_MAX];     /* of each digit, in the text */
    unsigned group[DIGITS_MAX];  /* which group each digit is in */
    unsigned count;
};

/* The place of the next digit; `parted` says whether anything that is seen lies before it. */
static size_t next_digit(struct str text, size_t at, bool *parted)
{
    unsigned gaps = 0;
    for (size_t len = 0;; at += len) {
        len = unseen_length(text, at);
        if (len)
            continue;
        len = gaps < GAP_MAX ? gap_length(text, at) : 0;
        if (!len)
            break;
        gaps++;
    }
    *parted = gaps > 0;
    return at;
}

static struct number number_at(struct str text, size_t at)
{
    struct number number = {.count = 0};
    size_t len = 0;
    unsigned group = 0;
    for (int digit; number.count < DIGITS_MAX && (digit = digit_at(text, at, &len)) >= 0;) {
        bool parted = false;
        number.digits[number.count] = (char)('0' + digit);
        number.ends[number.count] = at + len;
        number.group[number.count++] = group;
        at = next_digit(text, at + len, &parted);
        group += parted;
    }
    return number;
}

/* Where the first `count` digits end, when nothing of the same word follows; else 0. */
static size_t end_of(struct str text, const struct number *number, unsigned count)
{
    if (number->count < count)
        return 0;
    size_t end = number->ends[count - 1], len = 0;
    bool goes_on = end < text.len
                   && (digit_at(text, end, &len) >= 0 || is_letter(text.ptr[end]));
    return goes_on ? 0 : end;
}

static unsigned group_length(const struct number *number, unsigned group, unsigned count)
{
    unsigned length = 0;
    for (unsigned i = 0; i < count; i++)
        length += number->group[i] == group;
    return length;
}

/* "1.0812345678" is the first of a list, "16.0812345678" a coordinate. */
static bool is_fraction(struct str text, size_t at)
{
    return at >= 3 && text.ptr[at - 1] == '.' && text.ptr[at - 2] >= '0'
           && text.ptr[at - 2] <= '9' && text.ptr[at - 3] >= '0' && text.ptr[at - 3] <= '9';
}

static bool begins_number(struct str text, size_t at)
{
    size_t len = 0;
    if (at >= 3 && digit_at(text, at - 3, &len) >= 0 && len == 3)
        return false;
    return !(at >= 1 && digit_at(text, at - 1, &len) >= 0 && len == 1)
           && !is_fraction(text, at);
}

/* ---- mobile numbers ---- */

/* How many digits stand before the 9 of a number within Thailand (8 1234 5678). */
static unsigned mobile_prefix(const struct number *number)
{
    static const char *const prefixes[] = {"00660", "0066", "660", "66", "0"};
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
        unsigned len = (unsigned)strlen(prefixes[i]);
        if (number->count > len && memcmp(number->digits, prefixes[i], len) == 0
            && strchr("689", number->digits[len]))
            return len;
    }
    return 0;
}

/* "06-12-2568 10", "08.30-16.30 20": no telephone begins with two pairs. */
static bool is_day_or_clock(const struct number *number, unsigned count)
{
    unsigned second = group_length(number, 1, count);
    return group_length(number, 0, count) == 2 && second >= 1 && second <= 2;
}

static size_t mobile_end(struct str text, const struct number *number)
{
    unsigned prefix = mobile_prefix(number);
    unsigned count = prefix + MOBILE_DIGITS - 1;
    if (!prefix || count > DIGITS_MAX)
        return 0;
    bool within = prefix == 1;
    return within && number->count >= count && is_day_or_clock(number, count)
               ? 0
               : end_of(text, number, count);
}

/* ---- identity numbers ---- */

/* The sum of 13·d1 + 12·d2 + … + 2·d12 and the check digit is a multiple of 11, but for the
 * tens. */
static bool check_digit_is_right(const char *digits)
{
    int sum = 0;
    for (int i = 0; i < ID_DIGITS - 1; i++)
        sum += (ID_DIGITS - i) * (digits[i] - '0');
    return (11 - sum % 11) % 10 == digits[ID_DIGITS - 1] - '0';
}

/* In one piece, or as on the card: 1-2345-67890-12-1. */
static bool is_grouped_as_id(const struct number *number)
{
    static const unsigned groups[] = {1, 4, 5, 2, 1};
    if (number->group[ID_DIGITS - 1] == 0)
        return true;
    for (unsigned i = 0; i < 5; i++)
        if (group_length(number, i, ID_DIGITS) != groups[i])
            return false;
    return true;
}

/* Is the place within an address? A number in one piece is there a page's, or a moment's. */
static bool is_in_url(struct str text, size_t at)
{
    while (at > 1 && text.ptr[at] > ' ' && !strchr("\"<>()[]", text.ptr[at]))
        if (text.ptr[--at] == '/' && text.ptr[at - 1] == '/')
            return true;
    return false;
}

/* One that begins with 0 is a company's or an office's; 9 is not given out. */
static size_t id_end(struct str text, size_t at, const struct number *number)
{
    bool in_one = number->count >= ID_DIGITS && number->group[ID_DIGITS - 1] == 0;
    if (in_one && is_in_url(text, at))
        return 0;
    bool could = number->count >= ID_DIGITS && number->digits[0] >= '1'
                 && number->digits[0] <= '8' && is_grouped_as_id(number)
                 && check_digit_is_right(number->digits);
    return could ? end_of(text, number, ID_DIGITS) : 0;
}

/* ---- addresses ---- */

static bool is_local(char c)
{
    return is_letter_or_digit(c) || c == '.' || c == '_' || c == '%' || c == '+' || c == '-';
}

/* The end of a host whose last word begins with letters, or 0: "@15.75,101.9z" is a map's. */
static size_t host_end(struct str text, size_t at)
{
    size_t end = 0;
    for (bool dotted = false;; dotted = true) {
        size_t letters = at, i = at;
        while (letters < text.len && is_letter(text.ptr[letters]))
            letters++;
        while (i < text.len && (is_letter_or_digit(text.ptr[i]) || text.ptr[i] == '-'))
            i++;
        if (dotted && letters - at >= 2)
            end = letters;
        if (i == at || i == text.len || text.ptr[i] != '.')
            return end;
        at = i + 1;
    }
}

/* The end of an address whose first sign is here, or 0. */
static size_t email_end(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && is_local(text.ptr[end]))
        end++;
    bool at_sign = end > at && end < text.len && text.ptr[end] == '@';
    return at_sign ? host_end(text, end + 1) : 0;
}

static struct str host_of(struct str email)
{
    return str_cut_last(email, '@').tail;
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
    struct str host = host_of(email), first = str_cut(host, '.').head;
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
        if (ends_nocase(host_of(email), ends[i]))
            return true;
    return false;
}

bool personal_same_host(struct str email, struct str other)
{
    return email.len && other.len && str_eq_nocase(host_of(email), host_of(other));
}

/* ---- the next one ---- */

static struct personal found(enum personal_kind kind, size_t at, size_t end)
{
    return (struct personal){kind, at, end - at};
}

static struct personal number_found(struct str text, size_t at)
{
    struct number number = number_at(text, at);
    size_t end = id_end(text, at, &number);
    if (end)
        return found(PERSONAL_CITIZEN_ID, at, end);
    end = mobile_end(text, &number);
    return found(end ? PERSONAL_MOBILE : PERSONAL_NONE, at, end ? end : at);
}

static struct personal with_plus(struct str text, size_t from, struct personal number)
{
    bool plus = number.at > from && text.ptr[number.at - 1] == '+';
    return found(number.kind, number.at - plus, number.at + number.len);
}

/* A word is looked at where it begins, so that a number within an address is the address. */
struct personal personal_next(struct str text, size_t from)
{
    bool inside = false; /* of a word that is no address */
    size_t len = 0;
    for (size_t i = from; i < text.len; i++) {
        bool local = is_local(text.ptr[i]);
        size_t end = local && !inside ? email_end(text, i) : 0;
        inside = local;
        if (end)
            return found(PERSONAL_EMAIL, i, end);
        if (digit_at(text, i, &len) < 0 || !begins_number(text, i))
            continue;
        struct personal number = number_found(text, i);
        if (number.kind)
            return with_plus(text, from, number);
    }
    return (struct personal){.kind = PERSONAL_NONE};
}
