/* SPDX-License-Identifier: MIT */
#include "model/slug.h"

static bool is_slug_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Names that Windows keeps for itself: a site is also unpacked and copied there. */
static bool is_device(struct str slug)
{
    static const struct str devices[] = {
        STR_CONST("con"), STR_CONST("nul"), STR_CONST("aux"), STR_CONST("prn"),
    };
    for (size_t i = 0; i < sizeof(devices) / sizeof(devices[0]); i++)
        if (str_eq(slug, devices[i]))
            return true;
    bool port = str_starts(slug, STR("com")) || str_starts(slug, STR("lpt"));
    return port && slug.len == 4 && slug.ptr[3] >= '0' && slug.ptr[3] <= '9';
}

bool slug_is(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_slug_char(text.ptr[i]) && (i == 0 || text.ptr[i] != '-'))
            return false;
    return text.len > 0 && text.len <= SLUG_MAX && text.ptr[text.len - 1] != '-'
           && !is_device(text);
}

static char lower(char c)
{
    return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

struct str slug_of(struct str name, struct arena *arena)
{
    char *out = arena_alloc(arena, name.len + 1);
    size_t len = 0;
    for (size_t i = 0; i < name.len && len < SLUG_MAX; i++) {
        char c = lower(name.ptr[i]);
        if (is_slug_char(c))
            out[len++] = c;
        else if (len && out[len - 1] != '-' && c != '\'')
            out[len++] = '-';
    }
    while (len && out[len - 1] == '-')
        len--;
    return str_of(out, len);
}
