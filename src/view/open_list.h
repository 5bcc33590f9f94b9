/* SPDX-License-Identifier: MIT */
/*
 * open_list.h: when the entries of a list are open, for choosing those that are open now.
 *
 * Hours that many share are written once, as hours_open.h has them, and for each entry of the
 * page its number among them: on the cards themselves they would weigh twice as much.
 *
 * open_choice() writes neither.
 *
 *     <fieldset data-hours="|=510-990|01234=510-990" data-each="1,2,0,1">      0: not known
 */
#ifndef ATTALAK_VIEW_OPEN_LIST_H
#define ATTALAK_VIEW_OPEN_LIST_H

#include "view/view.h"

struct open_list_view {
    struct value hours, each;
};
extern const struct shape open_list_shape;

/* Of entries in the order of their cards; none when no hours are known. */
struct value open_list(const struct laos *shown, struct arena *arena);

/* The choice alone, where entries come with their hours later (near.h). */
struct value open_choice(const struct laos *entries, struct arena *arena);

#endif
