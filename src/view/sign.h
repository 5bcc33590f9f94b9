/* SPDX-License-Identifier: MIT */
/*
 * sign.h: an entry printed is a sign to hang up, one A4 page: what the page says, for
 * those who stand before it in either language, and a QR code of the page's own address.
 */
#ifndef ATTALAK_VIEW_SIGN_H
#define ATTALAK_VIEW_SIGN_H

#include "view/qr.h"
#include "view/view.h"

/* size: modules from edge to edge, light margin included; path: the dark ones (qr.h) */
struct qr_view {
    struct value size, path;
};
extern const struct shape qr_shape;

/* What the codes of all entries are put together from. Lasts on the arena. */
const struct qr *sign_codes(const struct site *site, const struct plan *plan,
                            unsigned threads, struct arena *arena);

/* None without a base_url: a relative address cannot be scanned. */
struct value sign_qr(const struct view *view, const struct page *page,
                     struct arena *arena);

/* others: its name in the other languages, phrases; facts: what is known of the twelve
 * questions about access that are asked first; phone: whom to call; is_long: the name
 * wants a smaller hand */
struct sign_view {
    struct value others, facts, phone, is_long;
};
extern const struct shape sign_shape;
struct value view_sign(const struct view *view, const struct page *page,
                       struct arena *arena);

#endif
