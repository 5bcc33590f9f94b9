/* SPDX-License-Identifier: MIT */
/*
 * value.h: all that a template can see.
 *
 * A value is nothing, a truth, a text, safe HTML, a list, or a map. A map is an array of
 * values, one per slot of its *shape*; the shape names the slots, so that a template's
 * names are bound and checked once, when it is compiled, and a page costs no hashing.
 *
 * A view declares a struct of values and its shape, side by side:
 *
 *     struct link_view { struct value text, href; };
 *     static const struct slot link_slots[] = {
 *         SLOT(link_view, text, VALUE_TEXT),
 *         SLOT(link_view, href, VALUE_TEXT),
 *     };
 *     const struct shape link_shape = SHAPE("link", link_view, link_slots);
 *
 *     struct link_view *v = value_struct(link_view, arena);
 *     v->text = value_text(name);
 *     root->link = value_map(v, &link_shape);
 *
 * A slot left zero is VALUE_NONE: false in a section, empty as text. A list's items all
 * have the shape that its slot declares, or are plain texts (shape NULL, `{{.}}`).
 *
 * Text is escaped by the template for its output (HTML, JSON, CSV). VALUE_HTML is trusted
 * to be safe markup already and is only made by prose.c, by rendering a template, from a
 * file of templates/, or from bytes that the program itself wrote (an SVG of numbers):
 * there is no filter that turns text into it.
 */
#ifndef ATTALAK_RENDER_VALUE_H
#define ATTALAK_RENDER_VALUE_H

#include "base/arena.h"
#include "base/str.h"

enum value_kind {
    VALUE_NONE,
    VALUE_BOOL,
    VALUE_TEXT, /* true in a section when not empty */
    VALUE_HTML,
    VALUE_LIST,
    VALUE_STREAM, /* where a slot declares a list */
    VALUE_MAP,
};

struct shape;
struct stream;

struct value {
    enum value_kind kind;
    union {
        bool truth;
        struct str text; /* VALUE_TEXT, VALUE_HTML */
        struct {
            const struct value *items;
            size_t count;
        } list;
        const struct stream *stream;
        struct {
            const struct value *slots; /* shape->slot_count of them */
            const struct shape *shape;
        } map;
    };
};

/* A list whose items are made when their turn comes, each where the one before it was: a file of
 * all entries holds one of them at a time. The first member of a struct that knows more:
 *
 *     struct rows { struct stream stream; const struct laos *laos; };
 *     static struct value row(const struct stream *stream, size_t index, struct arena *scratch)
 *     { const struct rows *rows = (const struct rows *)stream; … }
 */
struct stream {
    size_t count;
    struct value (*item)(const struct stream *stream, size_t index, struct arena *scratch);
};

struct slot {
    const char *name;
    size_t index;             /* into the map's slots */
    enum value_kind kind;     /* what it holds when it holds something */
    const struct shape *item; /* the shape of the map or of the list's items, else NULL */
};

struct shape {
    const char *name;
    const struct slot *slots;
    size_t slot_count; /* named slots */
    size_t size;       /* values in the array behind a map */
};

/* clang-format off */
#define SLOT(type, field, kind_) SLOT_OF(type, field, kind_, NULL)
#define SLOT_OF(type, field, kind_, item_) \
    {#field, offsetof(struct type, field) / sizeof(struct value), (kind_), (item_)}
#define SHAPE(name_, type, slots_) \
    {(name_), (slots_), sizeof(slots_) / sizeof(*(slots_)), \
     sizeof(struct type) / sizeof(struct value)}
/* clang-format on */

/* A zeroed struct of values. */
#define value_struct(type, arena) arena_new(arena, struct type)

struct value value_bool(bool truth);
struct value value_text(struct str text); /* empty text gives VALUE_NONE */
struct value value_html(struct str html); /* see above: never from content's text */
/* No items give VALUE_NONE. */
struct value value_list(const struct value *items, size_t count);
struct value value_stream(const struct stream *stream); /* which must last */
struct value value_map_of(const struct value *slots, const struct shape *shape);
#define value_map(view, shape) value_map_of((const struct value *)(view), (shape))

bool value_is_true(const struct value *value); /* does {{#x}} show its content? */

struct value value_int(int64_t number, struct arena *arena); /* plain digits, as text */

/* About the bytes that a value takes in JSON, with quotes, name and comma; 0 of a stream. */
size_t value_json_size(const struct value *value);

#endif
