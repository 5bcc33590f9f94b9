/* SPDX-License-Identifier: MIT */
/*
 * Binds a template to a shape: walks it with a stack of what is known to be in view,
 * complains about what does not fit, and writes the program that exec.c runs.
 *
 * A partial is checked wherever it is used: what is wrong with it on every page gives
 * equal findings, which diags_sort makes one.
 */
#include <string.h>

#include "render/advice.h"
#include "render/program.h"
#include "render/rules.h"
#include "render/walk.h"

/* What a section put in view: the value itself is {{.}}, a map's slots are names. */
struct frame {
    enum value_kind kind;
    const struct shape *shape; /* of a map */
};

/* What a name stands for. */
struct target {
    struct path path;
    enum value_kind kind;
    const struct shape *item; /* of a map or of a list's items */
    bool known;
};

struct check {
    struct walk walk;
    struct program_writer out;
    struct frame frames[TEMPLATE_NESTING_MAX + 1];
    size_t depth;
    size_t text_len; /* of all texts so far */
    bool failed;
};

static struct check *check_of(struct walk *walk)
{
    return walk->context;
}

/* Findings */

static void complain(struct check *check, enum render_rule rule, const struct op *op,
                     struct str more)
{
    check->failed = true;
    diag(check->walk.diags, &render_rules[rule], op_pos(check->walk.at.template, op),
         op->text, more);
}

static void offer_slots(struct advice *advice, const struct shape *shape,
                        struct arena *arena)
{
    for (size_t i = 0; shape && i < shape->slot_count; i++)
        advice_offer(advice, str_from(shape->slots[i].name), arena);
}

static void complain_name(struct check *check, const struct op *op,
                          const struct advice *advice)
{
    complain(check, advice->close ? RENDER_NAME_UNKNOWN : RENDER_NAME_NONE, op,
             advice_text(advice));
}

static void complain_unknown(struct check *check, const struct op *op, struct str first)
{
    struct advice advice = advice_for(first);
    for (size_t i = check->depth; i-- > 0;)
        offer_slots(&advice, check->frames[i].shape, check->walk.arena);
    complain_name(check, op, &advice);
}

static void complain_part(struct check *check, const struct op *op,
                          const struct target *map, struct str before, struct str part)
{
    if (map->kind != VALUE_MAP) {
        complain(check, RENDER_NAME_PART, op, before);
        return;
    }
    struct advice advice = advice_for(part);
    offer_slots(&advice, map->item, check->walk.arena);
    complain_name(check, op, &advice);
}

/* Names */

static const struct slot *find_slot(const struct shape *shape, struct str name)
{
    for (size_t i = 0; shape && i < shape->slot_count; i++)
        if (str_eq(str_from(shape->slots[i].name), name))
            return &shape->slots[i];
    return NULL;
}

static size_t count_parts(struct str name)
{
    size_t count = 1;
    for (size_t i = 0; i < name.len; i++)
        count += name.ptr[i] == '.';
    return count;
}

static void add_hop(struct target *target, struct hop *hops, const struct shape *shape,
                    const struct slot *slot)
{
    hops[target->path.hop_count++] = (struct hop){shape, slot->index};
    target->kind = slot->kind;
    target->item = slot->item;
}

/* The first part of a name: the innermost frame that has it. */
static bool resolve_first(const struct check *check, struct str first,
                          struct target *target, struct hop *hops)
{
    for (size_t i = check->depth; i-- > 0;) {
        const struct shape *shape = check->frames[i].shape;
        const struct slot *slot = find_slot(shape, first);
        if (!slot)
            continue;
        target->path.frame = (uint32_t)i;
        add_hop(target, hops, shape, slot);
        return true;
    }
    return false;
}

static struct target resolve_dot(const struct check *check)
{
    const struct frame *top = &check->frames[check->depth - 1];
    return (struct target){.path = {.frame = (uint32_t)check->depth - 1},
                           .kind = top->kind,
                           .item = top->shape,
                           .known = true};
}

static struct target resolve(struct check *check, const struct op *op)
{
    if (str_eq(op->text, STR(".")))
        return resolve_dot(check);
    struct target target = {0};
    struct hop *hops = arena_many(check->walk.arena, count_parts(op->text), struct hop);
    target.path.hops = hops;
    struct cut cut = str_cut(op->text, '.');
    if (!resolve_first(check, cut.head, &target, hops)) {
        complain_unknown(check, op, cut.head);
        return target;
    }
    while (cut.ok) {
        struct str before =
            str_first(op->text, (size_t)(cut.tail.ptr - op->text.ptr) - 1);
        cut = str_cut(cut.tail, '.');
        const struct slot *slot =
            target.kind == VALUE_MAP ? find_slot(target.item, cut.head) : NULL;
        if (!slot) {
            complain_part(check, op, &target, before, cut.head);
            return target;
        }
        add_hop(&target, hops, target.item, slot);
    }
    target.known = true;
    return target;
}

/* The taker */

static void take_text(struct walk *walk, struct str text)
{
    struct check *check = check_of(walk);
    check->text_len += text.len;
    if (check->text_len <= TEMPLATE_TEXT_MAX) {
        buf_put(&check->out.text, text);
        return;
    }
    struct pos pos = {.file = walk->root->file};
    diag(walk->diags, &render_rules[RENDER_TEXT_TOO_LARGE], pos, walk->root->name,
         str_format(walk->arena, "%d", TEMPLATE_TEXT_MAX));
    walk->stopped = true;
}

static enum escape escape_here(const struct check *check)
{
    return escape_within(check->walk.root->escape,
                         check->walk.at.template->escape);
}

enum { FITS = -1 };

/* The rule that a value of this kind breaks when it is written this way, or FITS. */
static int misfit(enum value_kind kind, bool raw, enum markup markup)
{
    switch (kind) {
    case VALUE_NONE: return FITS;
    case VALUE_BOOL: return RENDER_TEXT_OF_BOOL;
    case VALUE_STREAM:
    case VALUE_LIST: return RENDER_TEXT_OF_LIST;
    case VALUE_MAP: return RENDER_TEXT_OF_MAP;
    case VALUE_TEXT: return raw ? RENDER_RAW_TEXT : FITS;
    case VALUE_HTML:
        if (raw)
            return markup == MARKUP_NEVER ? RENDER_MARKUP_HERE : FITS;
        return markup == MARKUP_RAW ? RENDER_MARKUP_ESCAPED : FITS;
    }
    return FITS;
}

static bool check_kind(struct check *check, const struct op *op,
                       const struct target *target)
{
    enum markup markup = escape_markup(check->walk.at.template->escape);
    int rule = misfit(target->kind, op->kind == OP_RAW, markup);
    if (rule == FITS)
        return true;
    struct advice advice = advice_for(op->text);
    if (target->kind == VALUE_MAP)
        offer_slots(&advice, target->item, check->walk.arena);
    complain(check, (enum render_rule)rule, op, advice.list);
    return false;
}

static void take_value(struct walk *walk, const struct op *op)
{
    struct check *check = check_of(walk);
    struct target target = resolve(check, op);
    if (!target.known || !check_kind(check, op, &target))
        return;
    program_step(&check->out,
                 (struct step){.kind = op->kind == OP_RAW ? STEP_MARKUP : STEP_VALUE,
                               .escape = (uint8_t)escape_here(check),
                               .path = target.path});
}

/* A list's items are maps of its shape or, without a shape, texts. */
static struct frame frame_of(const struct target *target)
{
    if (target->kind == VALUE_LIST)
        return (struct frame){target->item ? VALUE_MAP : VALUE_TEXT, target->item};
    return (struct frame){target->kind, target->kind == VALUE_MAP ? target->item : NULL};
}

static void take_section(struct walk *walk, const struct op *op)
{
    struct check *check = check_of(walk);
    struct target target = resolve(check, op);
    if (!target.known)
        return; /* names inside would all be reported for this one */
    if (check->depth > TEMPLATE_NESTING_MAX) {
        complain(check, RENDER_NESTING, op,
                 str_format(walk->arena, "%d", TEMPLATE_NESTING_MAX));
        walk->stopped = true;
        return;
    }
    size_t index = program_step(&check->out, (struct step){.kind = STEP_SECTION,
                                                           .inner = (uint8_t)check->depth,
                                                           .path = target.path});
    check->frames[check->depth++] = frame_of(&target);
    walk_body(walk, op);
    check->depth--;
    program_end(&check->out, index);
}

static void take_inverted(struct walk *walk, const struct op *op)
{
    struct check *check = check_of(walk);
    struct target target = resolve(check, op);
    if (!target.known)
        return;
    size_t index = program_step(
        &check->out, (struct step){.kind = STEP_INVERTED, .path = target.path});
    walk_body(walk, op);
    program_end(&check->out, index);
}

static bool may_include(struct walk *walk, const struct op *op,
                        const struct template *target)
{
    struct check *check = check_of(walk);
    check->failed |= target->broken; /* which is reported already */
    if (escape_within(walk->at.template->escape, target->escape) != ESCAPE_NONE)
        return !target->broken;
    check->failed = true;
    return diag(walk->diags, &render_rules[RENDER_PARTIAL_KIND],
                op_pos(walk->at.template, op), target->name, walk->at.template->name);
}

/* How a partial is named inside `from`: without the ending that they share. */
static struct str name_inside(const struct template *from, struct str name)
{
    struct cut cut = str_cut_last(from->name, '.');
    struct str ending = str_skip(from->name, cut.head.len);
    return str_ends(name, ending) ? str_first(name, name.len - ending.len) : name;
}

static void take_missing(struct walk *walk, const struct op *op)
{
    struct check *check = check_of(walk);
    struct advice advice = advice_for(op->text);
    const struct map *names = &walk->at.template->set->by_name;
    for (size_t i = 0; i < names->entries.count; i++)
        advice_offer(&advice, name_inside(walk->at.template, names->entries.items[i].key),
                     walk->arena);
    complain(check, RENDER_PARTIAL_UNKNOWN, op, advice_text(&advice));
}

static void take_stray(struct walk *walk, const struct op *op)
{
    complain(check_of(walk), RENDER_OUTSIDE_BLOCK, op, (struct str){0});
}

static void take_unused(struct walk *walk, const struct op *block,
                        const struct op *parent)
{
    struct advice advice = advice_for(block->text);
    const struct template *target = template_find(walk->at.template, parent->text);
    for (size_t i = 0; i < target->ops.count; i++)
        if (target->ops.items[i].kind == OP_BLOCK)
            advice_offer(&advice, target->ops.items[i].text, walk->arena);
    check_of(walk)->failed = true;
    diag(walk->diags, &render_rules[RENDER_BLOCK_UNKNOWN],
         op_pos(walk->at.template, block), block->text, parent->text,
         advice_text(&advice));
}

static const struct taker checker = {
    .text = take_text,
    .value = take_value,
    .section = take_section,
    .inverted = take_inverted,
    .may_include = may_include,
    .missing = take_missing,
    .stray = take_stray,
    .unused = take_unused,
};

bool template_check(const struct template *template, const struct shape *root,
                    struct diags *diags)
{
    if (template->broken)
        return false;
    struct arena *arena = template->set->arena;
    struct program *program = arena_new(arena, struct program);
    program->shape = root;
    struct check check = {
        .walk = {.taker = &checker,
                 .arena = arena,
                 .diags = diags,
                 .limit = TEMPLATE_STEPS_MAX},
        .out = {.program = program, .arena = arena},
        .frames = {{VALUE_MAP, root}},
        .depth = 1,
    };
    check.walk.context = &check;
    walk_template(&check.walk, template);
    program_finish(&check.out);
    if (check.failed || check.walk.stopped)
        return false;
    struct template *mutable = (struct template *)template;
    program->next = template->programs;
    mutable->programs = program;
    return true;
}
