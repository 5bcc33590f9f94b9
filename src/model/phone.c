/* SPDX-License-Identifier: MIT */
#include "model/phone.h"

enum { RANGE_DIGITS_MAX = 2 }; /* behind the hyphen of "0 4489 1101-3" */

struct str phone_number(struct str phone)
{
    static const struct str tails[] = {
        STR_CONST("ต่อ"), STR_CONST("ext"), STR_CONST("#"), STR_CONST(","), STR_CONST("/"),
    };
    for (size_t i = 0; i < sizeof(tails) / sizeof(tails[0]); i++)
        phone = str_cut_str(phone, tails[i]).head;
    phone = str_trim(phone);
    struct cut range = str_cut_last(phone, '-');
    return range.ok && range.tail.len <= RANGE_DIGITS_MAX ? range.head : phone;
}

int phone_digits(struct str number)
{
    int count = 0;
    for (size_t i = 0; i < number.len; i++) {
        char c = number.ptr[i];
        if (c >= '0' && c <= '9')
            count++;
        else if (c != ' ' && c != '-' && c != '(' && c != ')' && c != '.')
            return -1;
    }
    return count;
}

/* Without its 0 a landline begins with 2 to 7 and has eight digits, a mobile with 6, 8 or 9 and
 * has nine. */
bool phone_lost_zero(struct str number)
{
    char first = number.len ? number.ptr[0] : '0';
    int digits = phone_digits(number);
    return (digits == 8 && first >= '2' && first <= '7')
           || (digits == 9 && (first == '6' || first == '8' || first == '9'));
}
