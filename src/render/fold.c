/* SPDX-License-Identifier: MIT */
/*
 * Runs a program as far as its values are known, and writes a program of the rest: a value
 * that is known becomes text, a section that is known its body, once for each item.
 *
 * The root's slots that are not empty are known, with all beneath them; so a path is
 * known by its first hop. What a section that is not known puts in view is not known, and
 * no stream is: its items do not last. It is left to the page's root, and so cannot stand in
 * a section that is known, for of that no frame is left to find it in.
 */
#include "base/panic.h"
#include "render/program.h"
#include "render/template.h"

struct fold {
    const struct step *steps;
    struct program_writer out;
    const struct value *frames[TEMPLATE_NESTING_MAX + 1]; /* NULL: not known */
};

static void fold_steps(struct fold *fold, size_t index, size_t end);

/* The value at the path; NULL when it is not known. */
static const struct value *find_known(const struct fold *fold, const struct path *path)
{
    const struct value *frame = fold->frames[path->frame];
    bool is_root = path->frame == 0;
    if (!frame || (is_root && !path->hop_count))
        return NULL;
    if (is_root && frame->map.slots[path->hops->slot].kind == VALUE_NONE)
        return NULL;
    const struct value *value = path_value(path, fold->frames);
    if (value->kind != VALUE_STREAM)
        return value;
    if (!is_root)
        panic("a stream beneath a \"%s\" that is known beforehand", frame->map.shape->name);
    return NULL;
}

static void fold_value(struct fold *fold, const struct step *step)
{
    const struct value *value = find_known(fold, &step->path);
    if (value)
        step_put(step, value, &fold->out.text);
    else
        program_step(&fold->out, *step);
}

static void fold_body(struct fold *fold, size_t index, const struct value *value)
{
    const struct step *step = &fold->steps[index];
    fold->frames[step->inner] = value;
    fold_steps(fold, index + 1, step->end);
}

static void fold_section(struct fold *fold, size_t index)
{
    const struct step *step = &fold->steps[index];
    const struct value *value = find_known(fold, &step->path);
    if (!value) {
        size_t written = program_step(&fold->out, *step);
        fold_body(fold, index, NULL);
        program_end(&fold->out, written);
    } else if (value->kind == VALUE_LIST) {
        for (size_t i = 0; i < value->list.count; i++)
            fold_body(fold, index, &value->list.items[i]);
    } else if (value_is_true(value)) {
        fold_body(fold, index, value);
    }
}

static void fold_inverted(struct fold *fold, size_t index)
{
    const struct step *step = &fold->steps[index];
    const struct value *value = find_known(fold, &step->path);
    if (!value) {
        size_t written = program_step(&fold->out, *step);
        fold_steps(fold, index + 1, step->end);
        program_end(&fold->out, written);
    } else if (!value_is_true(value)) {
        fold_steps(fold, index + 1, step->end);
    }
}

static void fold_steps(struct fold *fold, size_t index, size_t end)
{
    while (index < end) {
        const struct step *step = &fold->steps[index];
        buf_put(&fold->out.text, step->text);
        switch ((enum step_kind)step->kind) {
        case STEP_TEXT: break;
        case STEP_VALUE:
        case STEP_MARKUP: fold_value(fold, step); break;
        case STEP_SECTION: fold_section(fold, index); break;
        case STEP_INVERTED: fold_inverted(fold, index); break;
        }
        index = step->end;
    }
}

const struct template *template_fold(const struct template *template,
                                     const struct value *known, struct arena *arena)
{
    const struct program *whole = template_program(template, known);
    struct program *rest = arena_new(arena, struct program);
    rest->shape = whole->shape;
    struct fold fold = {.steps = whole->steps.items,
                        .out = {.program = rest, .arena = arena},
                        .frames = {known}};
    fold_steps(&fold, 0, whole->steps.count);
    program_finish(&fold.out);
    struct template *folded = arena_new(arena, struct template);
    *folded = *template;
    folded->programs = rest;
    return folded;
}
