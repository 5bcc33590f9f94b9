/* SPDX-License-Identifier: MIT */
#include "view/link.h"

#include "base/buf.h"

struct str path_home(const struct site *site, unsigned lang, struct arena *arena)
{
    return str_format(arena, "%.*s/", STR_ARG(site->langs[lang]));
}

struct str path_fixed(const struct site *site, unsigned lang, struct str name,
                      struct arena *arena)
{
    return str_format(arena, "%.*s/%.*s/", STR_ARG(site->langs[lang]), STR_ARG(name));
}

struct str path_category(const struct site *site, unsigned lang, const struct category *category,
                         struct arena *arena)
{
    return path_fixed(site, lang, category->key, arena);
}

struct str path_cluster(const struct site *site, unsigned lang, const struct cluster *cluster,
                        struct arena *arena)
{
    return str_format(arena, "%.*s/regions/%u/", STR_ARG(site->langs[lang]), cluster->number);
}

struct str path_province(const struct site *site, unsigned lang, const struct province *province,
                         struct arena *arena)
{
    return path_fixed(site, lang, province->slug, arena);
}

struct str path_province_part(const struct site *site, unsigned lang,
                              const struct province *province, struct str part,
                              struct arena *arena)
{
    return str_format(arena, "%.*s/%.*s/%.*s/", STR_ARG(site->langs[lang]),
                      STR_ARG(province->slug), STR_ARG(part));
}

struct str path_district(const struct site *site, unsigned lang, const struct district *district,
                         struct arena *arena)
{
    return path_province_part(site, lang, district->province, district->slug, arena);
}

struct str path_entry(const struct site *site, unsigned lang, const struct lao *lao,
                      struct arena *arena)
{
    return path_province_part(site, lang, lao->province, lao->key, arena);
}

struct str path_tag(const struct site *site, unsigned lang, const struct tag *tag,
                    struct arena *arena)
{
    return str_format(arena, "%.*s/tag/%.*s/", STR_ARG(site->langs[lang]), STR_ARG(tag->id));
}

struct str path_text(const struct site *site, unsigned lang, struct str name,
                     struct arena *arena)
{
    return str_format(arena, "%.*s/pages/%.*s/", STR_ARG(site->langs[lang]), STR_ARG(name));
}

struct str link_root(struct str path, struct arena *arena)
{
    struct buf out = {0};
    for (struct cut cut = str_cut(path, '/'); cut.ok; cut = str_cut(cut.tail, '/'))
        buf_put(&out, STR("../"));
    struct str root = buf_finish(&out, arena);
    buf_release(&out);
    return root;
}

static bool is_directory(struct str path)
{
    return !path.len || str_ends(path, STR("/"));
}

struct str link_to(enum url_style style, struct str from, struct str to, struct arena *arena)
{
    struct str root = link_root(from, arena);
    if (style == URL_FILE && is_directory(to))
        return str_format(arena, "%.*s%.*sindex.html", STR_ARG(root), STR_ARG(to));
    if (!root.len && !to.len)
        return STR("./");
    return str_format(arena, "%.*s%.*s", STR_ARG(root), STR_ARG(to));
}

struct str link_absolute(const struct site *site, struct str path, struct arena *arena)
{
    struct str base = site->settings.base_url;
    return base.len ? str_format(arena, "%.*s%.*s", STR_ARG(base), STR_ARG(path)) : STR("");
}

struct str link_file(struct str path, struct arena *arena)
{
    return is_directory(path) ? str_format(arena, "%.*sindex.html", STR_ARG(path)) : path;
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || c == '-' || c == '.' || c == '_' || c == '~';
}

struct str link_escape(struct str text, struct arena *arena)
{
    struct buf out = {0};
    for (size_t i = 0; i < text.len; i++) {
        if (is_unreserved(text.ptr[i]))
            buf_putc(&out, text.ptr[i]);
        else
            buf_format(&out, "%%%02X", (unsigned char)text.ptr[i]);
    }
    struct str escaped = buf_finish(&out, arena);
    buf_release(&out);
    return escaped;
}
