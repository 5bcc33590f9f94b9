/* SPDX-License-Identifier: MIT */
#include "report_formats.h"

static const char *const nothing[DIAG_LANGS] = {"ไม่มีอะไรต้องแก้\n",
                                                "Nothing has to be changed.\n"};

static struct str cell_shown(const struct listed *listed, struct arena *arena)
{
    const struct pos *pos = &listed->finding->pos;
    struct str value = diag_visible(listed->value, DIAG_VALUE_SHOWN, arena);
    if (!value.len)
        return STR("");
    struct str header = diag_visible(pos->header, SIZE_MAX, arena);
    return str_format(arena, "%.*s%.*s%s%.*s%s: %.*s", STR_ARG(diag_column(pos, arena)),
                      STR_ARG(diag_row(pos, arena)), header.len ? " (" : "",
                      STR_ARG(header), header.len ? ")" : "", STR_ARG(value));
}

static struct str shown_of(const struct listed *listed, struct arena *arena)
{
    if (listed->finding->pos.row)
        return cell_shown(listed, arena);
    return listed->excerpt;
}

void report_text(const struct listing *listing, bool colour, struct buf *out)
{
    struct arena scratch = {0};
    for (size_t i = 0; i < listing->items.count; i++) {
        const struct listed *listed = &listing->items.items[i];
        struct arena_mark mark = arena_mark(&scratch);
        diag_print(listed->finding, shown_of(listed, &scratch), listing->lang, colour, out);
        arena_rewind(&scratch, mark);
    }
    if (listing_is_clean(listing))
        buf_put(out, str_from(nothing[listing->lang]));
    arena_release(&scratch);
}
