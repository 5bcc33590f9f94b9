/* SPDX-License-Identifier: MIT */
/*
 * The point in a link to Google Maps: that of its place, else that which was searched for, else
 * the middle of the map. Directions have more than one; a short link tells none.
 */
#include "text/point.h"

static const struct link_form {
    struct str before, between; /* the latitude; it and the longitude */
} forms[] = {
    {STR_CONST("!3d"), STR_CONST("!4d")},
    {STR_CONST("?q="), STR_CONST(",")},      {STR_CONST("&q="), STR_CONST(",")},
    {STR_CONST("?query="), STR_CONST(",")},  {STR_CONST("&query="), STR_CONST(",")},
    {STR_CONST("?ll="), STR_CONST(",")},     {STR_CONST("&ll="), STR_CONST(",")},
    {STR_CONST("/search/"), STR_CONST(",")}, {STR_CONST("@"), STR_CONST(",")},
};

static bool is_map(struct str url)
{
    bool web = str_starts(url, STR("https://")) || str_starts(url, STR("http://"));
    bool maps = str_has(url, STR("google.")) && str_has(url, STR("maps"));
    return web && maps && !str_has(url, STR("/dir/"));
}

/* A decimal number off the front. */
static struct str_real take_real(struct str *s)
{
    size_t len = str_starts(*s, STR("-")) ? 1 : 0;
    while (len < s->len && ((s->ptr[len] >= '0' && s->ptr[len] <= '9') || s->ptr[len] == '.'))
        len++;
    struct str_real real = str_to_real(str_first(*s, len));
    *s = str_skip(*s, len);
    return real;
}

static bool skip(struct str *s, struct str sign)
{
    bool there = str_starts(*s, sign);
    *s = str_skip(*s, there ? sign.len : 0);
    return there;
}

static struct point_read read_form(struct str url, const struct link_form *form)
{
    struct cut cut = str_cut_str(url, form->before);
    struct str rest = cut.tail;
    struct str_real lat = take_real(&rest);
    bool parted = skip(&rest, form->between) || skip(&rest, STR("%2C"));
    skip(&rest, STR("+"));
    struct str_real lon = take_real(&rest);
    if (!cut.ok || !lat.ok || !parted || !lon.ok)
        return (struct point_read){.count = 0};
    return (struct point_read){.degrees = {lat.value, lon.value}, .count = 2};
}

struct point_read point_from_link(struct str url)
{
    struct point_read read = {.count = 0};
    for (size_t i = 0; is_map(url) && !read.count && i < sizeof(forms) / sizeof(*forms); i++)
        read = read_form(url, &forms[i]);
    return read;
}
