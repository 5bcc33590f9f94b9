/* SPDX-License-Identifier: MIT */
/*
 * Fills a template by the letter of the specification, with data of any form: names are
 * looked up by their text while the template is walked. For one page by hand, not for a
 * country.
 */
#include "render/walk.h"

struct frame {
    const struct value *value;
    const struct frame *outer;
};

struct loose {
    struct walk walk;
    const struct frame *top;
    struct buf *out;
};

static const struct value none = {.kind = VALUE_NONE};

static struct loose *loose_of(struct walk *walk)
{
    return walk->context;
}

/* NULL when it is no map or has no such name; a name that holds nothing is found. */
static const struct value *get(const struct value *map, struct str name)
{
    if (map->kind != VALUE_MAP)
        return NULL;
    const struct shape *shape = map->map.shape;
    for (size_t i = 0; i < shape->slot_count; i++)
        if (str_eq(str_from(shape->slots[i].name), name))
            return &map->map.slots[shape->slots[i].index];
    return NULL;
}

static const struct value *get_in_stack(const struct frame *frame, struct str name)
{
    for (; frame; frame = frame->outer) {
        const struct value *value = get(frame->value, name);
        if (value)
            return value;
    }
    return NULL;
}

static const struct value *resolve(const struct loose *loose, struct str name)
{
    if (str_eq(name, STR(".")))
        return loose->top->value;
    struct cut cut = str_cut(name, '.');
    const struct value *value = get_in_stack(loose->top, cut.head);
    while (value && cut.ok) {
        cut = str_cut(cut.tail, '.');
        value = get(value, cut.head);
    }
    return value ? value : &none;
}

static struct str text_of(const struct value *value)
{
    if (value->kind == VALUE_TEXT || value->kind == VALUE_HTML)
        return value->text;
    if (value->kind == VALUE_BOOL)
        return value->truth ? STR("true") : STR("false");
    return STR("");
}

static void take_text(struct walk *walk, struct str text)
{
    buf_put(loose_of(walk)->out, text);
}

static void take_value(struct walk *walk, const struct op *op)
{
    struct loose *loose = loose_of(walk);
    struct str text = text_of(resolve(loose, op->text));
    if (op->kind == OP_RAW)
        buf_put(loose->out, text);
    else
        escape_put(walk->at.template->escape, text, loose->out);
}

static void take_section(struct walk *walk, const struct op *op)
{
    struct loose *loose = loose_of(walk);
    const struct value *value = resolve(loose, op->text);
    if (!value_is_true(value))
        return;
    bool list = value->kind == VALUE_LIST;
    const struct value *items = list ? value->list.items : value;
    size_t count = list ? value->list.count : 1;
    const struct frame *outer = loose->top;
    for (size_t i = 0; i < count; i++) {
        struct frame frame = {&items[i], outer};
        loose->top = &frame;
        walk_body(walk, op);
    }
    loose->top = outer;
}

static void take_inverted(struct walk *walk, const struct op *op)
{
    if (!value_is_true(resolve(loose_of(walk), op->text)))
        walk_body(walk, op);
}

/* What is wrong with the file was reported when it was read. */
static bool may_include(struct walk *walk, const struct op *op,
                        const struct template *target)
{
    (void)op;
    walk->stopped |= target->broken;
    return !target->broken;
}

static const struct taker filler = {
    .text = take_text,
    .value = take_value,
    .section = take_section,
    .inverted = take_inverted,
    .may_include = may_include,
};

bool template_render_loose(const struct template *template, const struct value *root,
                           struct buf *out)
{
    if (template->broken)
        return false;
    struct frame frame = {root, NULL};
    struct loose loose = {.top = &frame, .out = out};
    loose.walk = (struct walk){.taker = &filler,
                               .context = &loose,
                               .arena = template->set->arena,
                               .diags = template->set->diags};
    walk_template(&loose.walk, template);
    return !loose.walk.stopped;
}
