/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <stdlib.h>
#include <string.h>

enum diag_lang options_lang(void)
{
    const char *lang = getenv("LANG");
    return lang && strncmp(lang, "th", 2) == 0 ? DIAG_TH : DIAG_EN;
}
