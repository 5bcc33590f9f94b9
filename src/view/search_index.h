/* SPDX-License-Identifier: MIT */
/*
 * search_index.h: what a search in the browser reads: flat text, no index (assets/find.js).
 *
 * Published entries are told in the order of their keys, one a line; the n-th line of every file
 * is of the same entry. The page's own names come first (stage 1), then the other languages' and
 * the tags (stage 2), then summaries (stage 3); stories only for who asks for them, points for
 * who has told where they are.
 *
 *     names-th.txt
 *       attalak 7850 1a2b3c4d th en    how many, the version, the site's languages
 *       !s⇥องค์การบริหารส่วนตำบล␚       how LAOs of a type are called; ␚ is the bare name
 *       @36chaiyaphum⇥34⇥จังหวัดชัยภูมิ   province: code and slug; which shard; name
 *       =02อำเภอบ้านเขว้า                district: the end of its code (or all four digits), name
 *       s103⇥หนองบัวแดง⇥ผ้าไหมลาย␚       type, field (0 … 9 : ; < …, one sign), the end of the key
 *                                     unless it is the next one;
 *                                     the LAO's bare name, the entry's name (␚: the same again)
 *     tags.txt                        1f⇥ผ้าไหม ทอมือ    facilities as bits in hex; own tags that
 *                                     are not in a name anyway
 *     points.txt                      1590⇥10187        hundredths of a degree: a kilometre
 *     summaries-th-34.txt             one summary a line, of entries in the provinces of 34
 *     stories-th-34.txt               and one story, as it is read
 *
 * ⇥ is a tab, ␚ U+001A; a text of another language begins with U+000E and that language's
 * place in the first line. Texts hold neither: clean.h has refused control characters.
 */
#ifndef ATTALAK_VIEW_SEARCH_INDEX_H
#define ATTALAK_VIEW_SEARCH_INDEX_H

#include "view/view.h"

/* Facilities beyond these cannot be searched by. */
enum { SEARCH_FACILITIES = 30 };

/* All these files of a site are at most 60: as many shards of summaries, and of stories. */
enum { SEARCH_SHARDS = 26 };
size_t search_step(const struct site *site); /* provinces of a shard */
/* Has the shard that begins with the n-th province any entry? */
bool search_has_shard(const struct site *site, size_t first);

/* Changes with the entries there are, so that no two files of different builds are laid side by
 * side. */
struct str search_version(const struct site *site, struct arena *arena);

struct str search_names(const struct view *view, unsigned lang, struct arena *arena);
struct str search_tags(const struct view *view, struct arena *arena);
struct str search_points(const struct view *view, struct arena *arena);
struct str search_summaries(const struct view *view, unsigned lang,
                            const struct province *first, struct arena *arena);
struct str search_stories(const struct view *view, unsigned lang, const struct province *first,
                          struct arena *arena);

/* What the stories of a language weigh at most, in bytes, before anybody has made them smaller. */
size_t search_stories_bytes(const struct site *site, unsigned lang);

#endif
