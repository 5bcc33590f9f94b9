/* SPDX-License-Identifier: MIT */
#include "model/vocabulary.h"

const struct category *vocabulary_category(const struct vocabulary *vocabulary, struct str key)
{
    for (size_t i = 0; i < vocabulary->categories.count; i++)
        if (str_eq(vocabulary->categories.items[i].key, key))
            return &vocabulary->categories.items[i];
    return NULL;
}
