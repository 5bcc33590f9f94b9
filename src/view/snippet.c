/* SPDX-License-Identifier: MIT */
#include "view/snippet.h"

/* As text or between double quotes. */
static struct str escaped(struct str text, struct arena *arena)
{
    static const struct {
        struct str plain, entity;
    } entities[] = {
        {STR_CONST("&"), STR_CONST("&amp;")}, /* first: the others bring in more of it */
        {STR_CONST("<"), STR_CONST("&lt;")},
        {STR_CONST(">"), STR_CONST("&gt;")},
        {STR_CONST("\""), STR_CONST("&quot;")},
    };
    for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
        text = str_replace(text, entities[i].plain, entities[i].entity, arena);
    return text;
}

struct str snippet_link(const struct view *view, const struct lao *lao,
                        struct arena *arena)
{
    const struct site *site = view->site;
    struct str address = link_absolute(site, path_entry(site, 0, lao, arena), arena);
    if (!address.len)
        return address;
    return str_cat(arena, STR("<a lang=\""), site->langs[0], STR("\" href=\""),
                   escaped(address, arena), STR("\">"),
                   escaped(view_pick(view, 0, &lao->identity->name, NULL), arena),
                   STR(" · "), escaped(site->settings.title.in[0], arena), STR("</a>"));
}
