/* SPDX-License-Identifier: MIT */
#include "view/runs.h"

#include "base/utf8.h"

static bool is_thai(uint32_t c)
{
    return c >= 0x0E01 && c <= 0x0E5B;
}

/* Length of the stretch at the start of text, Thai or not, blanks after it included. */
static size_t stretch(struct str text, bool thai)
{
    size_t at = 0;
    while (at < text.len) {
        struct utf8_char c = utf8_next(str_skip(text, at));
        bool letter = c.codepoint >= 0x80 || (c.codepoint | 0x20) >= 'a';
        if (letter && is_thai(c.codepoint) != thai)
            break;
        at += c.len;
    }
    return at;
}

struct value view_runs(const struct view *view, unsigned lang, struct str text,
                          struct arena *arena)
{
    LIST(struct value) runs = {0};
    struct str page_lang = view->site->langs[lang];
    if (str_eq(page_lang, STR("th")) && text.len)
        *list_push(&runs, arena) = view_phrase_in(view, lang, text, lang, arena);
    else
        while (text.len) {
            bool thai = is_thai(utf8_next(text).codepoint);
            size_t len = stretch(text, thai);
            struct phrase_view *v = value_struct(phrase_view, arena);
            v->text = value_text(str_first(text, len));
            v->lang = value_text(thai ? STR("th") : STR(""));
            *list_push(&runs, arena) = value_map(v, &phrase_shape);
            text = str_skip(text, len);
        }
    return value_list(runs.items, runs.count);
}
