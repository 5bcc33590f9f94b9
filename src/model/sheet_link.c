/* SPDX-License-Identifier: MIT */
#include "model/sheet_link.h"

/* The tab's number: "…#gid=12", "…?gid=12#gid=12"; a sheet without one opens its first. */
static struct str tab_of(struct str address)
{
    struct str rest = str_cut_str(address, STR("gid=")).tail;
    size_t len = 0;
    while (len < rest.len && char_is_digit(rest.ptr[len]))
        len++;
    return len ? str_first(rest, len) : STR("0");
}

struct str sheet_cell_link(const struct site *site, const struct pos *pos, struct arena *arena)
{
    const struct str *address = map_get(&site->sheet_links, pos->file);
    if (!address || !address->len || !pos->row)
        return STR("");
    struct str page = str_cut(*address, '#').head, tab = tab_of(*address);
    if (!pos->column)
        return str_format(arena, "%.*s#gid=%.*s&range=%u:%u", STR_ARG(page), STR_ARG(tab),
                          pos->row, pos->row);
    struct str letters = diag_column_letters(pos->column, arena);
    return str_format(arena, "%.*s#gid=%.*s&range=%.*s%u", STR_ARG(page), STR_ARG(tab),
                      STR_ARG(letters), pos->row);
}
