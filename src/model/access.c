/* SPDX-License-Identifier: MIT */
/* A country says a tenth of what could be said of access: what nobody said takes a pointer,
 * not 128 bytes (30 MB of 7,850 LAOs). */
#include "model/model.h"

const struct access_value *access_at(const struct access *access,
                                     const struct feature *feature)
{
    static const struct access_value nothing;
    const struct access_value *value =
        access->values ? access->values[feature->index] : NULL;
    return value ? value : &nothing;
}
