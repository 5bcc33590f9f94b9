/* SPDX-License-Identifier: MIT */
#include "view/share.h"

#include "base/utf8.h"

static const struct slot platform_slots[] = {
    SLOT(platform_view, text, VALUE_TEXT),
    SLOT(platform_view, href, VALUE_TEXT),
    SLOT(platform_view, label, VALUE_TEXT),
};
const struct shape platform_shape = SHAPE("platform", platform_view, platform_slots);

static const struct slot hashtag_slots[] = {
    SLOT(hashtag_view, text, VALUE_TEXT),
    SLOT(hashtag_view, lang, VALUE_TEXT),
    SLOT(hashtag_view, href, VALUE_TEXT),
    SLOT_OF(hashtag_view, platforms, VALUE_LIST, &platform_shape),
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

/* The word share.tag_on with each platform's name in it, cut at the hole for the tag
 * (other holes stay as they are): an entry has seven tags, a country 500,000 such links.
 */
struct share_labels {
    struct word_cut of[PLATFORMS];
    bool is_tag[PLATFORMS][WORD_PARTS_MAX];
};

static struct str label_of(const struct share_labels *labels, size_t platform,
                           struct str tag, struct arena *arena)
{
    const struct word_cut *cut = &labels->of[platform];
    struct str parts[WORD_PARTS_MAX];
    for (size_t i = 0; i < cut->count; i++)
        parts[i] = labels->is_tag[platform][i] ? tag : cut->parts[i];
    return str_join(parts, cut->count, (struct str){0}, arena);
}

const struct share_labels *share_labels_make(const struct words *words,
                                             struct arena *arena)
{
    struct share_labels *labels = arena_new(arena, struct share_labels);
    for (size_t i = 0; i < PLATFORMS; i++) {
        struct word_cut *cut = &labels->of[i];
        words_cut(
            words_fill(words, "share.tag_on", arena, {"platform", platforms[i].name}),
            cut);
        for (size_t part = 1; part < cut->count;
             part += 2) /* holes are every second one */
            labels->is_tag[i][part] = str_eq(cut->parts[part], STR("{tag}"));
    }
    return labels;
}

struct value share_platforms(const struct view *view, unsigned lang, struct str tag,
                             struct arena *arena)
{
    struct value *links = arena_many(arena, PLATFORMS, struct value);
    struct platform_view *v = arena_many(arena, PLATFORMS, struct platform_view);
    struct str escaped = link_escape(tag, arena);
    for (size_t i = 0; i < PLATFORMS; i++, v++) {
        v->text = value_text(platforms[i].name);
        v->href =
            value_text(str_cat(arena, platforms[i].before, escaped, platforms[i].after));
        v->label = value_text(label_of(view->share_labels[lang], i, tag, arena));
        links[i] = value_map(v, &platform_shape);
    }
    return value_list(links, PLATFORMS);
}

struct str share_title(const struct view *view, unsigned lang, const struct lao *lao,
                       struct arena *arena)
{
    const struct str between = STR(" · ");
    return str_cat(arena, view_pick(view, lang, &lao->identity->name, NULL), between,
                   view_pick(view, lang, view_lao_name(view, lao), NULL), between,
                   view_place(view, lang, lao, NULL));
}

/* #จังหวัดX is the province's page, #อำเภอX the district's, #อบตX the LAO's own. */
static struct str tag_path(const struct view *view, const struct page *page,
                           const struct entry_tag *tag, struct arena *arena)
{
    const struct site *site = view->site;
    const struct lao *lao = page->lao;
    switch (tag->kind) {
    case TAG_PROVINCE: return path_province(site, page->lang, lao->province, arena);
    case TAG_DISTRICT: return path_district(site, page->lang, lao->district, arena);
    case TAG_LAO: return path_entry(site, page->lang, lao, arena);
    case TAG_SITE:
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
        unsigned lang = share_tag_lang(tag->text, page->lang);
        if (lang != page->lang)
            v->lang = value_text(view->site->langs[lang]);
        if (path.len)
            v->href = view_href(view, page, path, arena);
        v->platforms = share_platforms(view, page->lang, tag->text, arena);
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

/* A page's hashtags as they are shared: "#a #b #c" and "a,b,c". */
static struct str join_tags(const struct identity *identity, size_t count,
                            const char *between, struct arena *arena)
{
    struct str *tags = arena_many(arena, count, struct str);
    for (size_t i = 0; i < count; i++)
        tags[i] = identity->hashtags.items[i].text;
    return str_join(tags, count, str_from(between), arena);
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
    struct str all = join_tags(identity, identity->hashtags.count, " #", arena);
    struct str some = join_tags(identity, tags_of_post(name, identity), ",", arena);
    struct value *links = arena_many(arena, LINKS, struct value);
    links[0] = share_link(
        words, "share.line",
        str_cat(arena, STR("https://social-plugins.line.me/lineit/share?url="), url,
                STR("&text="), title, link_escape(str_cat(arena, STR(" #"), all), arena)),
        arena);
    links[1] = share_link(
        words, "share.facebook",
        str_cat(arena, STR("https://www.facebook.com/sharer/sharer.php?u="), url), arena);
    links[2] = share_link(words, "share.x",
                          str_cat(arena, STR("https://x.com/intent/tweet?text="), title,
                                  STR("&url="), url, STR("&hashtags="),
                                  link_escape(some, arena)),
                          arena);
    links[3] = share_link(
        words, "share.email",
        str_cat(arena, STR("mailto:?subject="), title, STR("&body="), url), arena);
    return value_list(links, LINKS);
}
