/* SPDX-License-Identifier: MIT */
#include "text/untag.h"

#include "base/buf.h"

struct entity {
    struct str name;
    char meant;
};

/* The one that the text begins with; of no name when it begins with none. */
static struct entity entity_at(struct str text)
{
    static const struct entity entities[] = {
        {STR_CONST("&amp;"), '&'},  {STR_CONST("&lt;"), '<'},  {STR_CONST("&gt;"), '>'},
        {STR_CONST("&quot;"), '"'}, {STR_CONST("&#39;"), '\''},
    };
    for (size_t i = 0; i < sizeof(entities) / sizeof(*entities); i++)
        if (str_starts(text, entities[i].name))
            return entities[i];
    return (struct entity){0};
}

static void put_meant(struct buf *out, struct str text)
{
    for (struct cut cut = str_cut(text, '&');; cut = str_cut(text, '&')) {
        buf_put(out, cut.head);
        if (!cut.ok)
            return;
        text = str_skip(text, cut.head.len);
        struct entity entity = entity_at(text);
        buf_putc(out, entity.name.len ? entity.meant : '&');
        text = str_skip(text, entity.name.len ? entity.name.len : 1);
    }
}

struct str untag(struct str html, struct arena *arena)
{
    struct buf out = {0};
    while (html.len) {
        struct cut tag = str_cut(html, '<');
        put_meant(&out, tag.head);
        html = str_cut(tag.tail, '>').tail;
    }
    struct str text = buf_finish(&out, arena);
    buf_release(&out);
    return text;
}
