/* SPDX-License-Identifier: MIT */
#include "model/hashtags.h"

#include <stdlib.h>

#include "base/hash.h"
#include "model/settle.h"

enum { ID_DIGITS = 8 };

/* ---- the tags of a place ---- */

static struct str province_tag(const struct lao *lao, struct arena *arena)
{
    const struct province *province = lao->province;
    struct str full = province->is_bangkok
                          ? province->name.in[0]
                          : str_cat(arena, STR("จังหวัด"), province->name.in[0]);
    return tag_make(full, arena);
}

/* None for a PAO, which is all of its province, and for Bangkok, which has no อำเภอ. */
static struct str district_tag(const struct lao *lao, struct arena *arena)
{
    if (!lao->district || lao->type == LAO_PAO || lao->type == LAO_BANGKOK)
        return (struct str){0};
    struct str prefix = lao->province->is_bangkok ? STR("เขต") : STR("อำเภอ");
    return tag_make(str_cat(arena, prefix, lao->district->name.in[0]), arena);
}

static struct str lao_tag(const struct lao *lao, struct arena *arena)
{
    return tag_of_lao(lao->type, lao->name.in[0], arena);
}

static const struct {
    struct str pattern;
    enum tag_kind kind;
    struct str (*make)(const struct lao *, struct arena *);
} place_tags[] = {
    {STR_CONST("{province_tag}"), TAG_PROVINCE, province_tag},
    {STR_CONST("{district_tag}"), TAG_DISTRICT, district_tag},
    {STR_CONST("{lao_tag}"), TAG_LAO, lao_tag},
};

static struct entry_tag tag_of_pattern(const struct lao *lao, struct str pattern,
                                       struct arena *arena)
{
    for (size_t i = 0; i < sizeof(place_tags) / sizeof(place_tags[0]); i++)
        if (str_eq(place_tags[i].pattern, pattern))
            return (struct entry_tag){place_tags[i].make(lao, arena), place_tags[i].kind,
                                      NULL};
    return (struct entry_tag){tag_make(pattern, arena), TAG_SITE, NULL};
}

/* ---- the tags of an entry ---- */

static void add_tag(struct identity *identity, struct entry_tag tag, struct arena *arena)
{
    for (size_t i = 0; i < identity->hashtags.count; i++)
        if (str_eq(identity->hashtags.items[i].text, tag.text))
            return;
    if (tag.text.len)
        *list_push(&identity->hashtags, arena) = tag;
}

static void tag_identity(const struct site *site, struct identity *identity,
                         struct arena *arena)
{
    for (size_t i = 0; i < site->settings.hashtags.count; i++)
        add_tag(identity,
                tag_of_pattern(identity->lao, site->settings.hashtags.items[i], arena),
                arena);
    for (size_t i = 0; i < identity->tags.count; i++)
        add_tag(identity, (struct entry_tag){identity->tags.items[i], TAG_OWN, NULL},
                arena);
}

/* ---- the index ---- */

static struct tag *tag_named(struct site *site, struct map *index,
                             const struct entry_tag *from, struct arena *arena)
{
    struct tag *tag = map_get(index, from->text);
    if (!tag) {
        tag = arena_new(arena, struct tag);
        *tag = (struct tag){.text = from->text,
                            .kind = from->kind,
                            .id = hash_hex(hash_128(from->text), ID_DIGITS, arena)};
        map_put(index, from->text, tag, arena);
        *list_push(&site->tags, arena) = tag;
    }
    if (tag->kind == TAG_OWN)
        tag->kind = from->kind; /* an office's own tag may be a place's for another */
    return tag;
}

static void index_entry(struct site *site, struct map *index, struct lao *lao,
                        struct arena *arena)
{
    for (size_t i = 0; i < lao->identity->hashtags.count; i++) {
        struct entry_tag *entry_tag = &lao->identity->hashtags.items[i];
        entry_tag->tag = tag_named(site, index, entry_tag, arena);
        *list_push(&entry_tag->tag->entries, arena) = lao;
    }
}

static int most_used_first(const void *a, const void *b)
{
    const struct tag *x = *(struct tag *const *)a, *y = *(struct tag *const *)b;
    if (x->entries.count != y->entries.count)
        return x->entries.count < y->entries.count ? 1 : -1;
    return str_compare(x->text, y->text);
}

/* A place's tag has the place's page and the site's own, which every entry bears, the first page;
 * others need entries enough, and an id of their own. */
static void choose_pages(struct site *site, struct arena *arena)
{
    struct map ids = {0};
    size_t left = site->lang_count ? TAG_PAGES_MAX / site->lang_count : 0;
    for (size_t i = 0; left && i < site->tags.count; i++) {
        struct tag *tag = site->tags.items[i];
        if (tag->kind != TAG_OWN || tag->entries.count < TAG_PAGE_ENTRIES_MIN ||
            map_put(&ids, tag->id, tag, arena))
            continue;
        tag->has_page = true;
        left--;
    }
}

void hashtags_fill(struct site *site, struct arena *arena)
{
    struct map index = {0};
    for (size_t i = 0; i < site->identities.count; i++)
        tag_identity(site, site->identities.items[i], arena);
    for (size_t i = 0; i < site->entries.count; i++)
        index_entry(site, &index, site->entries.items[i], arena);
    if (site->tags.count)
        qsort(site->tags.items, site->tags.count, sizeof(*site->tags.items),
              most_used_first);
    choose_pages(site, arena);
}
