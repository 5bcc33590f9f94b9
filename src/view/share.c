/* SPDX-License-Identifier: MIT */
#include "view/share.h"

#include "base/utf8.h"

/* A piece of a sentence about a tag: words, or where the tag stands. */
struct label_view {
    struct value words, is_tag;
};
static const struct slot label_slots[] = {
    SLOT(label_view, words, VALUE_TEXT),
    SLOT(label_view, is_tag, VALUE_BOOL),
};
static const struct shape label_shape = SHAPE("label", label_view, label_slots);

static const struct slot platform_slots[] = {
    SLOT(platform_view, name, VALUE_TEXT),
    SLOT(platform_view, before, VALUE_TEXT),
    SLOT(platform_view, after, VALUE_TEXT),
    SLOT_OF(platform_view, label, VALUE_LIST, &label_shape),
};
const struct shape platform_shape = SHAPE("platform", platform_view, platform_slots);

static const struct slot hashtag_slots[] = {
    SLOT(hashtag_view, text, VALUE_TEXT),
    SLOT(hashtag_view, lang, VALUE_TEXT),
    SLOT(hashtag_view, href, VALUE_TEXT),
    SLOT(hashtag_view, escaped, VALUE_TEXT),
};
const struct shape hashtag_shape = SHAPE("hashtag", hashtag_view, hashtag_slots);

static const struct {
    struct str name, before, after;
} platforms[] = {
    {STR_CONST("Facebook"), STR_CONST("https://www.facebook.com/hashtag/"),
     STR_CONST("")},
    {STR_CONST("TikTok"), STR_CONST("https://www.tiktok.com/tag/"), STR_CONST("")},
    {STR_CONST("Instagram"), STR_CONST("https://www.instagram.com/explore/tags/"),
     STR_CONST("/")},
    {STR_CONST("X"), STR_CONST("https://x.com/hashtag/"), STR_CONST("")},
    {STR_CONST("YouTube"), STR_CONST("https://www.youtube.com/hashtag/"), STR_CONST("")},
};
enum { PLATFORMS = sizeof(platforms) / sizeof(*platforms) };

/* The word share.tag_on for one platform, cut at the holes for the tag. */
static struct value label_of(const struct words *words, struct str platform,
                             struct arena *arena)
{
    struct word_cut cut;
    words_cut(words_fill(words, "share.tag_on", arena, {"platform", platform}), &cut);
    struct value *parts = arena_many(arena, cut.count, struct value);
    for (size_t i = 0; i < cut.count; i++) {
        struct label_view *v = value_struct(label_view, arena);
        if (str_eq(cut.parts[i], STR("{tag}")))
            v->is_tag = value_bool(true);
        else
            v->words = value_text(cut.parts[i]);
        parts[i] = value_map(v, &label_shape);
    }
    return value_list(parts, cut.count);
}

struct value share_platforms(const struct words *words, struct arena *arena)
{
    struct value *values = arena_many(arena, PLATFORMS, struct value);
    struct platform_view *v = arena_many(arena, PLATFORMS, struct platform_view);
    for (size_t i = 0; i < PLATFORMS; i++, v++) {
        v->name = value_text(platforms[i].name);
        v->before = value_text(platforms[i].before);
        v->after = value_text(platforms[i].after);
        v->label = label_of(words, platforms[i].name, arena);
        values[i] = value_map(v, &platform_shape);
    }
    return value_list(values, PLATFORMS);
}

struct str share_title(const struct view *view, unsigned lang, const struct lao *lao,
                       struct arena *arena)
{
    const struct str between = STR(" · ");
    return str_cat(arena, view_pick(view, lang, &lao->identity->name, NULL), between,
                   view_pick(view, lang, view_lao_name(view, lao), NULL), between,
                   view_place(view, lang, lao, NULL));
}

/* #จังหวัดX is the province's page, #อำเภอX the district's, #อบตX the LAO's own; none: a tag of few. */
static struct str tag_path(const struct view *view, const struct page *page,
                           const struct entry_tag *tag, struct arena *arena)
{
    const struct site *site = view->site;
    const struct lao *lao = page->lao;
    switch (tag->kind) {
    case TAG_PROVINCE: return path_province(site, page->lang, lao->province, arena);
    case TAG_DISTRICT: return path_district(site, page->lang, lao->district, arena);
    case TAG_LAO: return path_entry(site, page->lang, lao, arena);
    case TAG_SITE: return path_home(site, page->lang, arena);
    case TAG_OWN: break;
    }
    return tag->tag && tag->tag->has_page ? path_tag(site, page->lang, tag->tag, arena)
                                          : STR("");
}

unsigned share_tag_lang(struct str tag, unsigned page_lang)
{
    for (size_t i = 0; i < tag.len; i++)
        if ((unsigned char)tag.ptr[i] >= 0x80)
            return 0;
    return page_lang;
}

struct value share_hashtags(const struct view *view, const struct page *page,
                            const struct identity *identity, struct arena *arena)
{
    struct value *values = arena_many(arena, identity->hashtags.count, struct value);
    for (size_t i = 0; i < identity->hashtags.count; i++) {
        const struct entry_tag *tag = &identity->hashtags.items[i];
        struct hashtag_view *v = value_struct(hashtag_view, arena);
        struct str path = tag_path(view, page, tag, arena);
        v->text = value_text(tag->text);
        v->escaped = value_text(link_escape(tag->text, arena));
        unsigned lang = share_tag_lang(tag->text, page->lang);
        if (lang != page->lang)
            v->lang = value_text(view->site->langs[lang]);
        if (path.len)
            v->href = view_href(view, page, path, arena);
        values[i] = value_map(v, &hashtag_shape);
    }
    return value_list(values, identity->hashtags.count);
}

/* ---- the page itself, shared ---- */

static struct value share_link(const struct words *words, const char *word,
                               struct str href, struct arena *arena)
{
    struct nav_view *v = value_struct(nav_view, arena);
    v->text = value_text(words_get(words, word));
    v->href = value_text(href);
    return value_map(v, &nav_shape);
}

struct str share_tags(const struct identity *identity, size_t count, struct str before,
                      struct arena *arena)
{
    struct str *tags = arena_many(arena, count + 1, struct str); /* the first is empty */
    for (size_t i = 0; i < count; i++)
        tags[i + 1] = identity->hashtags.items[i].text;
    return str_join(tags, count + 1, before, arena);
}

/* How many of them a post on X holds beside its name. X counts Thai as Latin, and every
 * address as 23. */
static size_t tags_of_post(struct str name, const struct identity *identity)
{
    enum { POST_MAX = 280, ADDRESS = 23 };
    size_t used = utf8_count(name) + 1 + ADDRESS, count = 0;
    for (; count < identity->hashtags.count; count++) {
        used += utf8_count(identity->hashtags.items[count].text) + 2; /* a blank and # */
        if (used > POST_MAX)
            break;
    }
    return count;
}

/* None without a base_url: there is no address to share. */
struct value share_links(const struct view *view, const struct page *page,
                         struct str name, struct arena *arena)
{
    enum { LINKS = 4 };
    const struct identity *identity = page->lao->identity;
    const struct words *words = &view->words[page->lang];
    struct str address = link_absolute(view->site, page->path, arena);
    if (!address.len)
        return (struct value){0};
    struct str url = link_escape(address, arena), title = link_escape(name, arena);
    struct str all = share_tags(identity, identity->hashtags.count, STR(" #"), arena);
    struct str some = share_tags(identity, tags_of_post(name, identity), STR(","), arena);
    struct str hashtags = link_escape(str_skip(some, 1), arena);
    struct value *links = arena_many(arena, LINKS, struct value);
    links[0] = share_link(
        words, "share.line",
        str_cat(arena, STR("https://social-plugins.line.me/lineit/share?url="), url,
                STR("&text="), title, link_escape(all, arena)),
        arena);
    links[1] = share_link(
        words, "share.facebook",
        str_cat(arena, STR("https://www.facebook.com/sharer/sharer.php?u="), url), arena);
    links[2] = share_link(words, "share.x",
                          str_cat(arena, STR("https://x.com/intent/tweet?text="), title,
                                  STR("&url="), url,
                                  some.len ? STR("&hashtags=") : STR(""), hashtags),
                          arena);
    links[3] = share_link(
        words, "share.email",
        str_cat(arena, STR("mailto:?subject="), title, STR("&body="), url), arena);
    return value_list(links, LINKS);
}
