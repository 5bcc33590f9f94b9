/* SPDX-License-Identifier: MIT */
#include "render/walk.h"

#include "render/rules.h"
#include "render/scan.h"

static void walk_range(struct walk *walk, size_t from, size_t to);

static size_t index_of(const struct template *template, const struct op *op)
{
    return (size_t)(op - template->ops.items);
}

void walk_body(struct walk *walk, const struct op *op)
{
    walk_range(walk, index_of(walk->at.template, op) + 1, op->end);
}

/* Walks a body or a whole file at another place, and comes back. */
static void walk_at(struct walk *walk, struct place place, const struct op *op)
{
    struct place saved = walk->at;
    walk->at = place;
    walk->depth++;
    if (op)
        walk_body(walk, op);
    else
        walk_range(walk, 0, place.template->ops.count);
    walk->depth--;
    walk->at = saved;
}

void walk_template(struct walk *walk, const struct template *template)
{
    walk->root = template;
    walk_at(walk, (struct place){.template = template}, NULL);
}

/* Indentation */

static size_t blanks_at_start(struct str text)
{
    size_t len = 0;
    while (len < text.len && scan_is_blank(text.ptr[len]))
        len++;
    return len;
}

static struct str without_removed(const struct walk *walk, struct str line)
{
    size_t blanks = blanks_at_start(line);
    return str_skip(line, blanks < walk->at.remove ? blanks : walk->at.remove);
}

/* What stands before a line that is written here with `blanks` before it. */
static struct str indent_here(struct walk *walk, struct str blanks)
{
    struct str kept = without_removed(walk, blanks);
    if (!walk->at.add.len)
        return kept;
    return str_format(walk->arena, "%.*s%.*s", STR_ARG(walk->at.add), STR_ARG(kept));
}

/* The indentation of a body's first line that is not blank. */
static struct str own_indent(const struct template *template, const struct op *op)
{
    for (size_t i = index_of(template, op) + 1; i < op->end; i++) {
        const struct op *first = &template->ops.items[i];
        if (first->kind != OP_TEXT)
            return first->indent;
        if (first->line_start)
            return str_first(first->text, blanks_at_start(first->text));
    }
    return STR("");
}

static void walk_text(struct walk *walk, const struct op *op)
{
    if (!op->line_start) {
        walk->taker->text(walk, op->text);
        return;
    }
    if (!walk->indented)
        walk->taker->text(walk, walk->at.add);
    walk->indented = false;
    walk->taker->text(walk, without_removed(walk, op->text));
}

/* Partials */

static bool too_deep(struct walk *walk, const struct op *op)
{
    if (walk->depth <= TEMPLATE_DEPTH_MAX)
        return false;
    walk->stopped = true;
    diag(walk->diags, &render_rules[RENDER_PARTIAL_DEPTH], op_pos(walk->at.template, op),
         op->text, str_format(walk->arena, "%d", TEMPLATE_DEPTH_MAX));
    return true;
}

/* The file that a partial or parent names, if it may be put in here. */
static const struct template *target_of(struct walk *walk, const struct op *op)
{
    const struct template *target = template_find(walk->at.template, op->text);
    const struct taker *taker = walk->taker;
    if (!target && taker->missing)
        taker->missing(walk, op);
    if (!target || too_deep(walk, op))
        return NULL;
    if (taker->may_include && !taker->may_include(walk, op, target))
        return NULL;
    return target;
}

static struct place place_of_file(struct walk *walk, const struct op *op,
                                  const struct template *target)
{
    return (struct place){
        .template = target,
        .scope = walk->at.scope,
        .add = op->alone ? indent_here(walk, op->indent) : STR(""),
    };
}

static void walk_partial(struct walk *walk, const struct op *op)
{
    const struct template *target = target_of(walk, op);
    if (target)
        walk_at(walk, place_of_file(walk, op, target), NULL);
}

/* Inheritance */

static const struct op *next_block(const struct scope *scope, const struct op *op)
{
    const struct op *items = scope->template->ops.items;
    size_t i = op ? op->end : index_of(scope->template, scope->parent) + 1;
    while (i < scope->parent->end && items[i].kind != OP_BLOCK)
        i = items[i].end;
    return i < scope->parent->end ? &items[i] : NULL;
}

/* The scope's block of that name, marked as used. */
static const struct op *use_block(struct scope *scope, struct str name)
{
    unsigned bit = 0;
    for (const struct op *op = next_block(scope, NULL); op;
         op = next_block(scope, op), bit++)
        if (str_eq(op->text, name)) {
            scope->used |= bit < 64 ? UINT64_C(1) << bit : 0;
            return op;
        }
    return NULL;
}

static void report_unused(struct walk *walk, const struct scope *scope)
{
    unsigned bit = 0;
    for (const struct op *op = next_block(scope, NULL); op && bit < 64; bit++) {
        if (!(scope->used >> bit & 1))
            walk->taker->unused(walk, op, scope->parent);
        op = next_block(scope, op);
    }
}

static void report_strays(struct walk *walk, const struct op *parent)
{
    const struct op *items = walk->at.template->ops.items;
    for (size_t i = index_of(walk->at.template, parent) + 1; i < parent->end;
         i = items[i].end)
        if (items[i].kind == OP_STRAY)
            walk->taker->stray(walk, &items[i]);
}

static void walk_parent(struct walk *walk, const struct op *op)
{
    if (walk->taker->stray)
        report_strays(walk, op);
    const struct template *target = target_of(walk, op);
    if (!target)
        return;
    struct scope scope = {walk->at.template, op, 0, walk->at.scope};
    struct place place = place_of_file(walk, op, target);
    place.scope = &scope;
    walk_at(walk, place, NULL);
    if (walk->taker->unused && !walk->stopped)
        report_unused(walk, &scope);
}

struct override {
    struct scope *scope;
    const struct op *block;
};

static struct override find_override(const struct walk *walk, struct str name)
{
    struct override found = {0};
    for (struct scope *scope = walk->at.scope; scope; scope = scope->outer) {
        const struct op *block = use_block(scope, name);
        if (block)
            found = (struct override){scope, block};
    }
    return found;
}

/* A block that is alone on its line is indented as its default content is; one that
 * stands in a line has its first line indented already. */
static struct str indent_of_block(struct walk *walk, const struct op *op)
{
    if (!op->leads)
        return STR("");
    bool has_content = index_of(walk->at.template, op) + 1 < op->end;
    bool by_content = op->alone && has_content;
    return indent_here(walk, by_content ? own_indent(walk->at.template, op) : op->indent);
}

static void walk_override(struct walk *walk, const struct op *op,
                          struct override override)
{
    struct place place = {
        .template = override.scope->template,
        .scope = override.scope->outer,
        .add = indent_of_block(walk, op),
    };
    if (override.block->alone)
        place.remove = own_indent(place.template, override.block).len;
    if (op->alone && !override.block->alone)
        walk->taker->text(walk, place.add);
    walk->indented = !op->alone && override.block->alone;
    walk_at(walk, place, override.block);
    walk->indented = false;
}

static void walk_block(struct walk *walk, const struct op *op)
{
    struct override override = find_override(walk, op->text);
    if (!override.block)
        walk_body(walk, op);
    else if (!too_deep(walk, op))
        walk_override(walk, op, override);
}

static void walk_section(struct walk *walk, const struct op *op)
{
    walk->taker->section(walk, op);
}

static void walk_inverted(struct walk *walk, const struct op *op)
{
    walk->taker->inverted(walk, op);
}

static void walk_value(struct walk *walk, const struct op *op)
{
    walk->taker->value(walk, op);
}

static void walk_nothing(struct walk *walk, const struct op *op)
{
    (void)walk, (void)op;
}

static bool too_large(struct walk *walk)
{
    if (!walk->limit || walk->visited < walk->limit)
        return false;
    walk->stopped = true;
    struct pos pos = {.file = walk->root->file};
    diag(walk->diags, &render_rules[RENDER_TOO_LARGE], pos, walk->root->name,
         str_format(walk->arena, "%zu", walk->limit));
    return true;
}

static void walk_range(struct walk *walk, size_t from, size_t to)
{
    static void (*const steps[])(struct walk *, const struct op *) = {
        [OP_TEXT] = walk_text,         [OP_VALUE] = walk_value,
        [OP_RAW] = walk_value,         [OP_SECTION] = walk_section,
        [OP_INVERTED] = walk_inverted, [OP_PARTIAL] = walk_partial,
        [OP_PARENT] = walk_parent,     [OP_BLOCK] = walk_block,
        [OP_STRAY] = walk_nothing,
    };
    const struct op *items = walk->at.template->ops.items;
    for (size_t i = from; i < to && !walk->stopped && !too_large(walk);
         i = items[i].end) {
        walk->visited++;
        steps[items[i].kind](walk, &items[i]);
    }
}
