/* SPDX-License-Identifier: MIT */
/*
 * A number is read as digits with the lengths of its groups: what tells a telephone from a
 * day and a clock is how its digits are grouped, and what they could mean.
 */
#include "text/personal_number.h"

#include <string.h>

#include "text/personal_signs.h"

enum {
    DIGITS_MAX = 14,
    GROUPS_MAX = 5,
    GAP_MAX = 3, /* signs between two groups: ") - " */
    MOBILE_DIGITS = 10,
    SHORT_DIGITS = 9,
    ID_DIGITS = 13,
    CODE_DIGITS = 8,       /* of an LAO: 06360203 */
    CUT_MOBILE_MIN = 4,    /* digits behind the 0 */
    CUT_ID_MIN = 9,
};

struct group {
    unsigned len, value; /* of its first four digits */
    char sign;           /* before it; 0: the first */
};

/* The digits from a place on, as far as only gaps lie between them. */
struct number {
    char digits[DIGITS_MAX];
    size_t ends[DIGITS_MAX];    /* of each digit, in the text */
    unsigned group[DIGITS_MAX]; /* which group each digit is in */
    struct group groups[DIGITS_MAX];
    unsigned count, group_count;
};

/* The place of the next digit; `sign` is what is seen before it, the strongest of several. */
static size_t next_digit(struct str text, size_t at, char *sign)
{
    *sign = 0;
    unsigned gaps = 0;
    for (size_t len = 0;; at += len) {
        char one = 0;
        len = sign_unseen(text, at);
        if (len)
            continue;
        len = gaps < GAP_MAX ? sign_gap(text, at, &one) : 0;
        if (!len)
            return at;
        gaps++;
        *sign = !*sign || *sign == ' ' ? one : *sign;
    }
}

static void add_digit(struct number *number, unsigned digit, size_t end, char sign)
{
    if (sign || !number->count)
        number->groups[number->group_count++] = (struct group){.sign = sign};
    struct group *group = &number->groups[number->group_count - 1];
    group->len++;
    group->value = group->len <= 4 ? group->value * 10 + digit : group->value;
    number->digits[number->count] = (char)('0' + digit);
    number->ends[number->count] = end;
    number->group[number->count++] = number->group_count - 1;
}

static struct number number_at(struct str text, size_t at)
{
    struct number number = {.count = 0};
    size_t len = 0;
    char sign = 0;
    for (int digit; number.count < DIGITS_MAX && (digit = sign_digit(text, at, &len)) >= 0;) {
        add_digit(&number, (unsigned)digit, at + len, sign);
        at = next_digit(text, at + len, &sign);
    }
    return number;
}

/* ---- where a number begins and ends ---- */

static bool is_plain_digit(struct str text, size_t at)
{
    return at < text.len && text.ptr[at] >= '0' && text.ptr[at] <= '9';
}

static size_t skip_digits(struct str text, size_t at)
{
    while (is_plain_digit(text, at))
        at++;
    return at;
}

static size_t skip_between(struct str text, size_t at)
{
    while (at < text.len && strchr(" ,", text.ptr[at]))
        at++;
    return at;
}

/* "16.08…, 101.90…": behind the first, or before the second. */
static bool is_of_pair(struct str text, size_t whole, size_t fraction)
{
    size_t end = skip_digits(text, fraction), other = skip_between(text, end);
    size_t dot = skip_digits(text, other);
    if (other > end && dot > other && dot < text.len && text.ptr[dot] == '.'
        && is_plain_digit(text, dot + 1))
        return true;
    size_t at = whole;
    while (at > 0 && strchr(" ,", text.ptr[at - 1]))
        at--;
    return at > 0 && at < whole && is_plain_digit(text, at - 1);
}

/* No word stands before it: "16.0812345678", "lat: 16.0812345678", "@16.0812345678". */
static bool is_alone(struct str text, size_t at)
{
    while (at > 0 && text.ptr[at - 1] == ' ')
        at--;
    return at == 0 || ((unsigned char)text.ptr[at - 1] < 0x80 && !is_letter(text.ptr[at - 1]));
}

/* "1.0812345678" is the first of a list, "16.0812345678" a coordinate within Thailand. */
static bool is_fraction(struct str text, size_t at)
{
    size_t whole = at ? at - 1 : 0;
    if (!at || text.ptr[whole] != '.')
        return false;
    unsigned value = 0;
    while (whole > 0 && at - whole <= 3 && is_plain_digit(text, whole - 1))
        whole--;
    for (size_t i = whole; i + 1 < at; i++)
        value = value * 10 + (unsigned)(text.ptr[i] - '0');
    bool within = (value >= 5 && value <= 21) || (value >= 97 && value <= 106);
    return within
           && (is_of_pair(text, whole, at) || (at - whole > 2 && is_alone(text, whole)));
}

/* "08x-xxx-xx66 81…": the end of a masked number begins no other one. */
static bool ends_mask(struct str text, size_t at)
{
    return at >= 3 && memcmp(text.ptr + at - 3, "-xx", 3) == 0
           && skip_digits(text, at) == at + 2;
}

static size_t before_unseen(struct str text, size_t at)
{
    for (;;) {
        size_t two = at >= 2 && sign_unseen(text, at - 2) == 2 ? 2 : 0;
        size_t len = at >= 3 && sign_unseen(text, at - 3) == 3 ? 3 : two;
        if (!len)
            return at;
        at -= len;
    }
}

static bool begins_number(struct str text, size_t at)
{
    size_t before = before_unseen(text, at), len = 0;
    if (before >= 3 && sign_digit(text, before - 3, &len) >= 0 && len == 3)
        return false;
    return !(before >= 1 && is_plain_digit(text, before - 1)) && !is_fraction(text, at)
           && !ends_mask(text, at);
}

static bool has_slash(const struct number *number, unsigned count)
{
    for (unsigned i = 1; i <= number->group[count - 1]; i++)
        if (number->groups[i].sign == '/')
            return true;
    return false;
}

/* Where the first `count` digits end, when neither a digit nor a mask's rest follows; else 0. */
static size_t end_of(struct str text, const struct number *number, unsigned count, bool in_url)
{
    if (number->count < count || (in_url && has_slash(number, count)))
        return 0;
    size_t end = number->ends[count - 1], len = 0;
    bool of_name = in_url && end < text.len && is_letter(text.ptr[end]);
    bool goes_on = sign_digit(text, skip_unseen(text, end), &len) >= 0
                   || str_starts(str_skip(text, end), STR("x-xxx"));
    return goes_on || of_name ? 0 : end;
}

/* ---- days, clocks, codes ---- */

static bool is_clock(const struct group *hour)
{
    const struct group *minute = hour + 1;
    return hour->len >= 1 && hour->len <= 2 && hour->value <= 24 && minute->sign == '.'
           && minute->len == 2 && minute->value <= 59;
}

static bool is_day_and_month(const struct group *day)
{
    const struct group *month = day + 1;
    return day->len >= 1 && day->len <= 2 && day->value >= 1 && day->value <= 31
           && month->len >= 1 && month->len <= 2 && month->value >= 1 && month->value <= 12;
}

static bool is_year(const struct group *year)
{
    return year->len == 4
           && ((year->value >= 1900 && year->value <= 2100)
               || (year->value >= 2400 && year->value <= 2700));
}

/* "06-12-2568 10.30", "06/12/68 10.30", "06/12/68-07/12/68". */
static bool is_day(const struct group *day)
{
    if (!is_day_and_month(day) || day[2].sign != day[1].sign)
        return false;
    bool again = is_day_and_month(day + 3) && day[4].sign == day[1].sign;
    return is_year(day + 2)
           || (day[2].len == 2 && day[1].sign != ' ' && (is_clock(day + 3) || again));
}

/* "08/2568 10.30": a month and its year. */
static bool is_month(const struct group *month)
{
    return month->value <= 12 && month->len == 2 && month[1].sign == '/' && is_year(month + 1)
           && month[2].sign != '/';
}

/* "06360203 36" is an LAO's code, "มท 0808.3/12345" a letter's number. */
static bool is_code(const struct group *first)
{
    bool letter = first->len == 4 && first[1].sign == '.' && first[1].len <= 2
                  && first[2].sign == '/';
    return letter
           || (first->len == CODE_DIGITS && first->value / 100 == 6 && first[1].sign == ' ');
}

/* "2017-08-16-02-58-08": behind a year; in an address behind any digits. */
static bool is_within_moment(struct str text, size_t at, const struct group *month, bool in_url)
{
    if (at < 2 || !strchr("-/.", text.ptr[at - 1]) || month[0].len != 2 || month[1].len != 2)
        return false;
    size_t year = at - 1;
    while (year > 0 && at - year <= 5 && is_plain_digit(text, year - 1))
        year--;
    bool day = month[0].value <= 12 && month[1].value <= 31;
    return in_url ? year < at - 1 : day && at - 1 - year == 4;
}

static bool is_other(const struct number *number)
{
    const struct group *first = number->groups;
    return (is_clock(first) && is_clock(first + 2)) || is_day(first) || is_month(first)
           || is_code(first);
}

/* ---- mobile numbers ---- */

static bool begins_mobile(char digit)
{
    return digit == '6' || digit == '8' || digit == '9';
}

/* How many digits stand before the 8 of a number within Thailand (8 1234 5678). */
static unsigned mobile_prefix(const struct number *number)
{
    static const char *const prefixes[] = {"00660", "0066", "660", "66", "0"};
    for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
        unsigned len = (unsigned)strlen(prefixes[i]);
        if (number->count > len && memcmp(number->digits, prefixes[i], len) == 0
            && begins_mobile(number->digits[len]))
            return len;
    }
    return 0;
}

static size_t mobile_end(struct str text, size_t at, const struct number *number, bool in_url)
{
    unsigned prefix = mobile_prefix(number);
    unsigned count = prefix + MOBILE_DIGITS - 1;
    bool other = is_other(number) || is_within_moment(text, at, number->groups, in_url);
    if (!prefix || count > DIGITS_MAX || (prefix == 1 && other))
        return 0;
    return end_of(text, number, count, in_url);
}

/* In one piece, or 81-234-5678, 8-1234-5678, 81-2345678: not as thousands are grouped. */
static bool is_grouped_as_short(const struct number *number)
{
    const struct group *first = number->groups;
    bool parted = (first->len == 1 && first[1].len == 4)
                  || (first->len == 2 && first[1].len >= 3);
    return first->len == SHORT_DIGITS || (number->count == SHORT_DIGITS && parted);
}

/* "812345678": a sheet took the 0 off. */
static size_t short_end(struct str text, size_t at, const struct number *number, bool in_url)
{
    bool goes_on = at > 0 && strchr("-.,/+", text.ptr[at - 1]);
    bool could = number->count >= SHORT_DIGITS && begins_mobile(number->digits[0])
                 && is_grouped_as_short(number) && !goes_on;
    return could ? end_of(text, number, SHORT_DIGITS, in_url) : 0;
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
    static const unsigned lengths[GROUPS_MAX] = {1, 4, 5, 2};
    if (number->group[ID_DIGITS - 1] == 0)
        return true;
    for (unsigned i = 0; i + 1 < GROUPS_MAX; i++)
        if (number->groups[i].len != lengths[i])
            return false;
    return number->group[ID_DIGITS - 1] == GROUPS_MAX - 1;
}

/* One that begins with 0 is a company's or an office's; 9 is not given out. In one piece within
 * an address it is a page's, or a moment. */
static size_t id_end(struct str text, const struct number *number, bool in_url)
{
    bool could = number->count >= ID_DIGITS && number->digits[0] >= '1'
                 && number->digits[0] <= '8' && is_grouped_as_id(number)
                 && !(in_url && number->group[ID_DIGITS - 1] == 0)
                 && check_digit_is_right(number->digits);
    return could ? end_of(text, number, ID_DIGITS, in_url) : 0;
}

/* ---- found, or cut off ---- */

struct personal number_found(struct str text, size_t at, bool in_url, bool shortened)
{
    size_t len = 0;
    if (sign_digit(text, at, &len) < 0 || !begins_number(text, at))
        return (struct personal){.kind = PERSONAL_NONE};
    struct number number = number_at(text, at);
    size_t end = id_end(text, &number, in_url);
    enum personal_kind kind = end ? PERSONAL_CITIZEN_ID : PERSONAL_MOBILE;
    if (!end)
        end = mobile_end(text, at, &number, in_url);
    if (!end && shortened)
        end = short_end(text, at, &number, in_url);
    return (struct personal){.kind = end ? kind : PERSONAL_NONE, .at = at, .len = end - at};
}

static bool is_beginning(const struct number *number)
{
    unsigned prefix = mobile_prefix(number), rest = number->count - prefix;
    if (prefix)
        return rest >= CUT_MOBILE_MIN && rest < MOBILE_DIGITS - 1;
    bool grouped = number->group_count == 1
                   || (number->groups[0].len == 1 && number->groups[1].len == 4);
    return number->count >= CUT_ID_MIN && number->count < ID_DIGITS && grouped
           && number->digits[0] >= '1' && number->digits[0] <= '8';
}

/* The sign that ends here, of those that a number is written with; its length. */
static size_t sign_before(struct str text, size_t end)
{
    char sign = 0;
    for (size_t len = 1; len <= 3 && len <= end; len++) {
        size_t digit = 0, at = end - len;
        bool fits = (sign_digit(text, at, &digit) >= 0 && digit == len)
                    || sign_gap(text, at, &sign) == len || sign_unseen(text, at) == len;
        if (fits)
            return len;
    }
    return 0;
}

size_t number_cut_off(struct str text)
{
    size_t at = text.len, digit = 0, len = 0, digits = 0;
    while (digits < DIGITS_MAX && (len = sign_before(text, at)) > 0) {
        at -= len;
        digits += sign_digit(text, at, &digit) >= 0;
    }
    for (char sign; at < text.len; at++) {
        if (sign_digit(text, at, &digit) < 0 || !begins_number(text, at))
            continue;
        struct number number = number_at(text, at);
        bool to_end =
            next_digit(text, number.ends[number.count - 1], &sign) == text.len;
        if (to_end && is_beginning(&number))
            return at - (at > 0 && text.ptr[at - 1] == '+');
    }
    return text.len;
}
