/* SPDX-License-Identifier: MIT */
/*
 * share.h: hashtags, the caption to copy, and links that share a page.
 *
 * Plain links only: nothing of a third party is loaded. Platforms' addresses are
 * access.md's table (b), "Hashtag pages and share URLs".
 */
#ifndef ATTALAK_VIEW_SHARE_H
#define ATTALAK_VIEW_SHARE_H

#include "view/view.h"

/* Where a hashtag is found elsewhere: `before`, the tag percent-encoded, `after`; and what
 * the link is called, in pieces with the tag between them. An entry has seven tags, so a
 * country 500,000 such links: they are put together by the templates. */
struct platform_view {
    struct value name, before, after, label;
};
extern const struct shape platform_shape;
struct value share_platforms(const struct words *words, struct arena *arena);

/* href: its page here, or none; lang: as a phrase's; escaped: percent-encoded */
struct hashtag_view {
    struct value text, lang, href, escaped;
};
extern const struct shape hashtag_shape;
/* The language that a hashtag is read in: the page's when it is ASCII, else language 0.
 */
unsigned share_tag_lang(struct str tag, unsigned page_lang);

/* "ผ้าไหม… · เทศบาลตำบลบ้านเขว้า · อำเภอบ้านเขว้า จังหวัดชัยภูมิ": 3,182 LAOs share a name.
 * It is og:title, which LINE and Facebook show. */
struct str share_title(const struct view *view, unsigned lang, const struct lao *lao,
                       struct arena *arena);

/* The first `count` of them, each behind `before`: " #a #b"; empty when there is none. */
struct str share_tags(const struct identity *identity, size_t count, struct str before,
                      struct arena *arena);
struct value share_hashtags(const struct view *view, const struct page *page,
                            const struct identity *identity, struct arena *arena);
/* An entry's page: LINE first, which four of five people in Thailand use. */
struct value share_links(const struct view *view, const struct page *page,
                         struct str name, struct arena *arena);

#endif
