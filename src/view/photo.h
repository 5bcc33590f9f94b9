/* SPDX-License-Identifier: MIT */
/*
 * photo.h: an entry's pictures, those that media/ could make.
 *
 * A description that is missing is not invented: it says only which entry the picture was sent
 * with. One in another language than the page's is marked with it.
 */
#ifndef ATTALAK_VIEW_PHOTO_H
#define ATTALAK_VIEW_PHOTO_H

#include "view/view.h"

struct photo_view {
    struct value path;     /* within the site */
    struct value absolute; /* none without base_url */
    struct value width, height;
    struct value alt;    /* phrase */
    struct value credit; /* phrase; none when nobody is named */
};
extern const struct shape photo_shape, some_photos_shape;

/* The first: beside the entry's name, and beside links to the page. */
struct value view_photo(const struct view *view, const struct page *page,
                        struct arena *arena);
struct value view_more_photos(const struct view *view, const struct page *page,
                              struct arena *arena);

#endif
