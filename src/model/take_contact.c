/* SPDX-License-Identifier: MIT */
/* How to reach somebody: web addresses, telephones, e-mail, LINE. */
#include "model/take.h"

#include "base/utf8.h"
#include "model/phone.h"
#include "sources/url.h"
#include "text/clean.h"
#include "text/personal.h"

/* ---- web addresses ---- */

/* "www.example.go.th/a": an address but for its scheme. A page's name ("เพจ บ้านเขว้า") is none. */
static bool is_bare_address(struct reader *r, struct str url)
{
    struct str full = str_cat(r->scratch, STR("https://"), url);
    return url_check(full) == URL_OK && str_has(url_host(full), STR("."));
}

static bool has_scheme(struct str url)
{
    return str_has(url, STR(":")) || str_starts(url, STR("/"));
}

static bool is_web(struct str url)
{
    return str_starts(url, STR("https://")) || str_starts(url, STR("http://"));
}

/* A telephone begins every text with a capital: "Https://". Schemes mean the same in any case,
 * and are kept small. */
static struct str small_scheme(struct str url, struct arena *arena)
{
    static const struct str schemes[] = {STR_CONST("https://"), STR_CONST("http://")};
    for (size_t i = 0; !is_web(url) && i < sizeof(schemes) / sizeof(schemes[0]); i++)
        if (str_eq_nocase(str_first(url, schemes[i].len), schemes[i]))
            return str_format(arena, "%.*s%.*s", STR_ARG(schemes[i]),
                              STR_ARG(str_skip(url, schemes[i].len)));
    return url;
}

/* `shown` is what was typed, `url` the same with its {code} filled. */
static bool check_web(struct reader *r, const struct field *field, struct str shown,
                      struct str url)
{
    enum url_error error = is_web(url) || has_scheme(url) ? url_check(url) : URL_OK;
    if (error == URL_OK && is_web(url))
        return true;
    if (r->soft)
        return complain(r, WEBSITE_FORM, field->pos, shown);
    if (!has_scheme(url))
        return complain(r, is_bare_address(r, url) ? URL_NO_SCHEME : URL_NOT_ADDRESS, field->pos,
                        shown);
    return diag(r->diags, url_rule(error ? error : URL_SCHEME), field->pos, shown);
}

void take_url(struct reader *r, const struct field *field, void *into)
{
    struct str url = small_scheme(take_clean(r, field), r->arena);
    if (url.len && check_web(r, field, url, url))
        *(struct str *)into = url;
}

void take_url_pattern(struct reader *r, const struct field *field, void *into)
{
    struct str typed = small_scheme(take_clean(r, field), r->arena);
    struct str url = str_replace(typed, STR("{code}"), STR("100000"), r->scratch);
    if (url.len && check_web(r, field, typed, url))
        *(struct str *)into = typed;
}

/* ---- telephones ---- */

enum {
    PHONE_MIN = 9,
    PHONE_MAX = 10, /* with the leading 0: 044891101, 0812345678 */
    PHONE_TEXT_MAX = 60, /* code points, "ต่อ 12" included */
    SHORT_MIN = 3,
    SHORT_MAX = 4, /* 191, 1155 */
};

static bool is_phone(struct str number)
{
    bool abroad = str_starts(number, STR("+66"));
    int digits = phone_digits(abroad ? str_skip(number, 3) : number);
    if (abroad)
        return digits >= PHONE_MIN - 1 && digits <= PHONE_MAX - 1;
    if (digits >= SHORT_MIN && digits <= SHORT_MAX)
        return number.ptr[0] == '1';
    bool zero = number.len && (number.ptr[0] == '0' || str_starts(number, STR("(0")));
    return zero && digits >= PHONE_MIN && digits <= PHONE_MAX;
}

/* Excel took it for a number: "44891101", "812345678". */
static bool lost_its_zero(struct str number)
{
    int digits = phone_digits(number);
    return (digits == PHONE_MIN - 1 || digits == PHONE_MAX - 1) && number.ptr[0] != '0';
}

/* "044-891-101, 044-891-102": behind the first number stands what is long enough for another. */
static bool has_two(struct str phone, struct str number)
{
    size_t digits = 0;
    for (size_t i = number.len; i < phone.len; i++)
        digits += char_is_digit(phone.ptr[i]);
    return digits >= PHONE_MIN - 1;
}

static void complain_phone(struct reader *r, const struct field *field, struct str phone,
                           struct str number)
{
    if (figure_is_shortened(phone))
        complain(r, NUMBER_EXPONENT, field->pos, phone);
    else
        complain(r, lost_its_zero(number) ? PHONE_NO_ZERO : PHONE_FORM, field->pos, phone);
}

void take_phone(struct reader *r, const struct field *field, void *into)
{
    struct str phone = take_clean_digits(r, field);
    struct str number = phone_number(phone);
    if (phone.len && field->column && phone_lost_zero(number)) {
        struct str restored = str_cat(r->arena, STR("0"), phone);
        complain(r, PHONE_ZERO_RESTORED, field->pos,
                 str_skip(personal_mask(restored, r->scratch), 1), restored);
        number = str_first(restored, number.len + 1);
        phone = restored;
    }
    if (!phone.len)
        return;
    if (!is_phone(number) || utf8_count(phone) > PHONE_TEXT_MAX)
        complain_phone(r, field, phone, number);
    else if (has_two(phone, number))
        complain(r, PHONE_TWO, field->pos, phone, number);
    else
        *(struct str *)into = phone;
}

/* ---- e-mail, LINE ---- */

static bool is_word_char(char c)
{
    return char_is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool consists_of(struct str text, struct str marks)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_word_char(text.ptr[i]) && !str_has(marks, str_of(&text.ptr[i], 1)))
            return false;
    return text.len > 0;
}

static bool is_email(struct str email)
{
    struct cut at = str_cut(email, '@');
    struct cut dot = str_cut_last(at.tail, '.');
    return at.ok && consists_of(at.head, STR("._%+-")) && consists_of(at.tail, STR(".-"))
           && dot.ok && dot.head.len && dot.tail.len >= 2 && email.len <= 254
           && !str_has(at.tail, STR(".."));
}

void take_email(struct reader *r, const struct field *field, void *into)
{
    struct str email = take_clean(r, field);
    if (str_starts(email, STR("mailto:")))
        email = str_skip(email, 7);
    if (email.len && is_email(email))
        *(struct str *)into = email;
    else if (email.len)
        complain(r, EMAIL_FORM, field->pos, email);
}

enum { LINE_ID_MAX = 40 };

/* "@official", "personal.id", or LINE's own links. */
static bool is_line(struct str line)
{
    static const struct str hosts[] = {STR_CONST("line.me"), STR_CONST("lin.ee")};
    if (is_web(line)) {
        struct str host = url_check(line) == URL_OK ? url_host(line) : STR("");
        return str_eq(host, hosts[0]) || str_eq(host, hosts[1])
               || str_ends(host, STR(".line.me"));
    }
    struct str id = str_skip(line, str_starts(line, STR("@")) ? 1 : 0);
    return id.len >= 3 && id.len <= LINE_ID_MAX && consists_of(id, STR("._-"));
}

void take_line_id(struct reader *r, const struct field *field, void *into)
{
    struct str line = small_scheme(take_clean(r, field), r->arena);
    if (line.len && is_line(line))
        *(struct str *)into = line;
    else if (line.len)
        complain(r, LINE_FORM, field->pos, line);
}
