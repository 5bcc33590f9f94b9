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
