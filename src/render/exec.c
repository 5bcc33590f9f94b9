/* SPDX-License-Identifier: MIT */
/*
 * Runs programs. Nothing is written but the output and this thread's stack.
 *
 * A value of another kind than its slot declares is a mistake of a view, not of content.
 * It must not become unescaped text or a wild read: markup is written only from
 * VALUE_HTML, and a map of another shape than the checked one is a panic.
 */
#include "base/panic.h"
#include "render/program.h"
#include "render/template.h"

struct run {
    const struct step *steps;
    struct buf *out;
    const struct value *frames[TEMPLATE_NESTING_MAX + 1];
};

static void run_steps(struct run *run, const struct step *step, const struct step *end);

void step_put(const struct step *step, const struct value *value, struct buf *out)
{
    if (value->kind == VALUE_HTML && step->kind == STEP_MARKUP)
        buf_put(out, value->text);
    else if (value->kind == VALUE_TEXT || value->kind == VALUE_HTML)
        escape_put((enum escape)step->escape, value->text, out);
}

static inline const struct value *resolve(const struct run *run, const struct step *step)
{
    return path_value(&step->path, run->frames);
}

static void run_stream(struct run *run, const struct step *step,
                       const struct stream *stream)
{
    struct arena scratch = {0};
    for (size_t i = 0; i < stream->count; i++) {
        const struct value item = stream->item(stream, i, &scratch);
        run->frames[step->inner] = &item;
        run_steps(run, step + 1, run->steps + step->end);
        arena_rewind(&scratch, (struct arena_mark){0});
    }
    arena_release(&scratch);
}

/* Gives the step to go on with: the body's first, or the one behind the body. A list's last
 * item, like a value that is no list, is gone through by the caller. */
static const struct step *enter(struct run *run, const struct step *step)
{
    const struct value *value = resolve(run, step);
    const struct step *body = step + 1, *end = run->steps + step->end;
    if (!value_is_true(value))
        return end;
    if (value->kind == VALUE_STREAM) {
        run_stream(run, step, value->stream);
        return end;
    }
    if (value->kind == VALUE_LIST) {
        const struct value *last = value->list.items + value->list.count - 1;
        for (value = value->list.items; value < last; value++) {
            run->frames[step->inner] = value;
            run_steps(run, body, end);
        }
    }
    run->frames[step->inner] = value;
    return body;
}

/* A block is copied whole, for most texts are shorter: no call, and no loop. */
static inline void put_text(struct buf *out, struct str text)
{
    buf_reserve(out, text.len + STEP_TEXT_ROOM);
    char *to = out->ptr + out->len;
    memcpy(to, text.ptr, STEP_TEXT_ROOM);
    if (text.len > STEP_TEXT_ROOM)
        memcpy(to + STEP_TEXT_ROOM, text.ptr + STEP_TEXT_ROOM, text.len - STEP_TEXT_ROOM);
    out->len += text.len;
}

static void run_steps(struct run *run, const struct step *step, const struct step *end)
{
    while (step < end) {
        put_text(run->out, step->text);
        switch ((enum step_kind)step->kind) {
        case STEP_TEXT: step++; break;
        case STEP_VALUE:
        case STEP_MARKUP:
            step_put(step, resolve(run, step), run->out);
            step++;
            break;
        case STEP_SECTION: step = enter(run, step); break;
        case STEP_INVERTED:
            step = value_is_true(resolve(run, step)) ? run->steps + step->end : step + 1;
            break;
        }
    }
}

const struct program *template_program(const struct template *template,
                                       const struct value *root)
{
    if (root->kind != VALUE_MAP)
        panic("%.*s: the root of a page must be a map", STR_ARG(template->name));
    const struct program *program = template->programs;
    while (program && program->shape != root->map.shape)
        program = program->next;
    if (!program)
        panic("%.*s: not checked with \"%s\"", STR_ARG(template->name),
              root->map.shape->name);
    return program;
}

void template_render(const struct template *template, const struct value *root,
                     struct buf *out)
{
    const struct program *program = template_program(template, root);
    struct run run = {.steps = program->steps.items, .out = out, .frames = {root}};
    run_steps(&run, run.steps, run.steps + program->steps.count);
}
