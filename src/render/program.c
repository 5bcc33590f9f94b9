/* SPDX-License-Identifier: MIT */
#include "render/program.h"

#include "base/panic.h"

void path_panic(const struct value *map, const struct hop *hop)
{
    panic("a view gave a \"%s\" where a \"%s\" was declared", map->map.shape->name,
          hop->shape->name);
}

/* The texts since the last step, as one. */
static struct str text_before(struct program_writer *writer)
{
    static const char room[STEP_TEXT_ROOM];
    struct str text = {room, writer->text.len};
    if (text.len) {
        buf_put(&writer->text, str_of(room, sizeof(room)));
        text.ptr = buf_finish(&writer->text, writer->arena).ptr;
    }
    buf_clear(&writer->text);
    return text;
}

size_t program_step(struct program_writer *writer, struct step step)
{
    step.text = text_before(writer);
    step.end = (uint32_t)writer->program->steps.count + 1;
    *list_push(&writer->program->steps, writer->arena) = step;
    return writer->program->steps.count - 1;
}

static void flush_text(struct program_writer *writer)
{
    if (writer->text.len)
        program_step(writer, (struct step){.kind = STEP_TEXT});
}

void program_end(struct program_writer *writer, size_t index)
{
    flush_text(writer);
    writer->program->steps.items[index].end = (uint32_t)writer->program->steps.count;
}

void program_finish(struct program_writer *writer)
{
    flush_text(writer);
    buf_release(&writer->text);
}
