/* SPDX-License-Identifier: MIT */
#include "view/open_list.h"

#include "text/hours_open.h"

static const struct slot open_list_slots[] = {
    SLOT(open_list_view, hours, VALUE_TEXT),
    SLOT(open_list_view, each, VALUE_TEXT),
};
const struct shape open_list_shape = SHAPE("open_list", open_list_view, open_list_slots);

/* The hours' number; what is new gets the next one. */
static size_t number_of(struct strs *all, struct str hours, struct arena *arena)
{
    for (size_t i = 0; i < all->count; i++)
        if (str_eq(all->items[i], hours))
            return i;
    *list_push(all, arena) = hours;
    return all->count - 1;
}

struct value open_choice(const struct laos *entries, struct arena *arena)
{
    for (size_t i = 0; i < entries->count; i++)
        if (hours_open(entries->items[i]->identity->place.hours, arena).len)
            return value_map(value_struct(open_list_view, arena), &open_list_shape);
    return (struct value){0};
}

struct value open_list(const struct laos *shown, struct arena *arena)
{
    struct strs all = {0}, each = {0};
    *list_push(&all, arena) = STR(""); /* not known */
    for (size_t i = 0; i < shown->count; i++) {
        struct str hours = hours_open(shown->items[i]->identity->place.hours, arena);
        *list_push(&each, arena) =
            str_format(arena, "%zu", number_of(&all, hours, arena));
    }
    if (all.count == 1)
        return (struct value){0};
    struct open_list_view *v = value_struct(open_list_view, arena);
    v->hours = value_text(str_join(all.items, all.count, STR("|"), arena));
    v->each = value_text(str_join(each.items, each.count, STR(","), arena));
    return value_map(v, &open_list_shape);
}
