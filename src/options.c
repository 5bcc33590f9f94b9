/* SPDX-License-Identifier: MIT */
#include "options.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum diag_lang options_lang(void)
{
    const char *lang = getenv("LANG");
    return lang && strncmp(lang, "th", 2) == 0 ? DIAG_TH : DIAG_EN;
}

bool options_take_lang(const char *value, enum diag_lang *lang)
{
    *lang = strcmp(value, "th") == 0 ? DIAG_TH : DIAG_EN;
    return *lang == DIAG_TH || strcmp(value, "en") == 0;
}

bool options_take_folder(int argc, char **argv, struct str *dir)
{
    if (optind < argc)
        *dir = str_from(argv[optind]);
    return argc - optind <= 1;
}
