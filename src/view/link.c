/* SPDX-License-Identifier: MIT */
#include "view/link.h"

struct str path_home(const struct site *site, unsigned lang, struct arena *arena)
{
    return str_cat(arena, site->langs[lang], STR("/"));
}

struct str path_fixed(const struct site *site, unsigned lang, struct str name,
                      struct arena *arena)
{
    return str_cat(arena, site->langs[lang], STR("/"), name, STR("/"));
}

struct str path_category(const struct site *site, unsigned lang,
                         const struct category *category, struct arena *arena)
{
    return path_fixed(site, lang, category->key, arena);
}

struct str path_cluster(const struct site *site, unsigned lang,
                        const struct cluster *cluster, struct arena *arena)
{
    return str_format(arena, "%.*s/regions/%u/", STR_ARG(site->langs[lang]),
                      cluster->number);
}

struct str path_province(const struct site *site, unsigned lang,
                         const struct province *province, struct arena *arena)
{
    return path_fixed(site, lang, province->slug, arena);
}

struct str path_province_part(const struct site *site, unsigned lang,
                              const struct province *province, struct str part,
                              struct arena *arena)
{
    return str_cat(arena, site->langs[lang], STR("/"), province->slug, STR("/"), part,
                   STR("/"));
}

struct str path_check_province(const struct site *site, unsigned lang,
                               const struct province *province, struct arena *arena)
{
    return str_cat(arena, site->langs[lang], STR("/check/"), province->slug, STR("/"));
}

struct str path_progress_province(const struct site *site, unsigned lang,
                                  const struct province *province, struct arena *arena)
{
    return str_cat(arena, site->langs[lang], STR("/progress/"), province->slug, STR("/"));
}

struct str path_embed(const struct province *province, struct arena *arena)
{
    return province ? str_cat(arena, STR("embed/"), province->slug, STR("/"))
                    : STR("embed/");
}

struct str path_district(const struct site *site, unsigned lang,
                         const struct district *district, struct arena *arena)
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
    return str_cat(arena, site->langs[lang], STR("/tag/"), tag->id, STR("/"));
}

struct str path_text(const struct site *site, unsigned lang, struct str name,
                     struct arena *arena)
{
    return str_cat(arena, site->langs[lang], STR("/pages/"), name, STR("/"));
}

struct str link_up(size_t folders)
{
    static const struct str ups =
        STR_CONST("../../../../../../../../"); /* R4: depth <= 4 */
    return str_first(ups, folders * 3);
}

struct str link_root(struct str path)
{
    size_t depth = 0;
    for (size_t i = 0; i < path.len; i++)
        depth += path.ptr[i] == '/';
    return link_up(depth);
}

static bool is_directory(struct str path)
{
    return !path.len || str_ends(path, STR("/"));
}

struct str link_to(enum url_style style, struct str root, struct str to,
                   struct arena *arena)
{
    if (style == URL_FILE && is_directory(to))
        return str_cat(arena, root, to, STR("index.html"));
    if (!root.len && !to.len)
        return STR("./");
    return str_cat(arena, root, to);
}

struct str link_absolute(const struct site *site, struct str path, struct arena *arena)
{
    struct str base = site->settings.base_url;
    return base.len ? str_cat(arena, base, path) : STR("");
}

struct str link_file(struct str path, struct arena *arena)
{
    return is_directory(path) ? str_cat(arena, path, STR("index.html")) : path;
}

static bool is_unreserved(unsigned char c)
{
    return c < 0x80 &&
           ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            c == '-' || c == '.' || c == '_' || c == '~');
}

struct str link_escape(struct str text, struct arena *arena)
{
    static const char hex[] = "0123456789ABCDEF";
    char *out = arena_alloc(arena, text.len * 3 + 1);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.ptr[i];
        if (is_unreserved(c)) {
            out[len++] = text.ptr[i];
            continue;
        }
        out[len++] = '%';
        out[len++] = hex[c >> 4];
        out[len++] = hex[c & 15];
    }
    return str_of(out, len);
}
