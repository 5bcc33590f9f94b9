/* SPDX-License-Identifier: MIT */
#include "view/sign.h"

static const struct slot qr_slots[] = {
    SLOT(qr_view, size, VALUE_TEXT),
    SLOT(qr_view, path, VALUE_TEXT),
};
const struct shape qr_shape = SHAPE("qr", qr_view, qr_slots);

const struct qr *sign_codes(const struct site *site, const struct plan *plan,
                            unsigned threads, struct arena *arena)
{
    struct str root = link_absolute(site, STR(""), arena);
    size_t longest = 0;
    for (size_t i = 0; i < plan->pages.count; i++) {
        const struct page *page = &plan->pages.items[i];
        if (page->kind == PAGE_ENTRY && page->path.len > longest)
            longest = page->path.len;
    }
    return qr_make(root, root.len + longest, threads, arena);
}

struct value sign_qr(const struct view *view, const struct page *page,
                     struct arena *arena)
{
    struct qr_code code = qr_code(view->qr, link_absolute(view->site, page->path, arena));
    if (!code.width)
        return (struct value){0};
    struct qr_view *v = value_struct(qr_view, arena);
    v->size = value_int(code.width + 2 * QR_QUIET, arena);
    v->path = value_text(qr_path(&code, arena));
    return value_map(v, &qr_shape);
}
