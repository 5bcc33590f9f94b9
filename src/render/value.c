/* SPDX-License-Identifier: MIT */
#include "render/value.h"

#include "base/number.h"
#include "render/escape.h"

struct value value_bool(bool truth)
{
    return (struct value){.kind = VALUE_BOOL, .truth = truth};
}

struct value value_text(struct str text)
{
    if (!text.len)
        return (struct value){.kind = VALUE_NONE};
    return (struct value){.kind = VALUE_TEXT, .text = text};
}

struct value value_html(struct str html)
{
    if (!html.len)
        return (struct value){.kind = VALUE_NONE};
    return (struct value){.kind = VALUE_HTML, .text = html};
}

struct value value_list(const struct value *items, size_t count)
{
    if (!count)
        return (struct value){.kind = VALUE_NONE};
    return (struct value){.kind = VALUE_LIST, .list = {items, count}};
}

struct value value_stream(const struct stream *stream)
{
    if (!stream->count)
        return (struct value){.kind = VALUE_NONE};
    return (struct value){.kind = VALUE_STREAM, .stream = stream};
}

struct value value_map_of(const struct value *slots, const struct shape *shape)
{
    return (struct value){.kind = VALUE_MAP, .map = {slots, shape}};
}

bool value_is_true(const struct value *value)
{
    switch (value->kind) {
    case VALUE_NONE: return false;
    case VALUE_BOOL: return value->truth;
    case VALUE_TEXT:
    case VALUE_HTML: return value->text.len > 0;
    case VALUE_LIST: return value->list.count > 0;
    case VALUE_STREAM: return value->stream->count > 0;
    case VALUE_MAP: return true;
    }
    return false;
}

struct value value_int(int64_t number, struct arena *arena)
{
    return value_text(number_plain(number, arena));
}

static size_t json_size_of_all(const struct value *values, size_t count)
{
    size_t size = 0;
    for (size_t i = 0; i < count; i++)
        size += value_json_size(&values[i]);
    return size;
}

size_t value_json_size(const struct value *value)
{
    enum { AROUND = 6 };
    switch (value->kind) {
    case VALUE_TEXT:
    case VALUE_HTML: return AROUND + escape_json_size(value->text);
    case VALUE_LIST:
        return AROUND + json_size_of_all(value->list.items, value->list.count);
    case VALUE_MAP:
        return AROUND + json_size_of_all(value->map.slots, value->map.shape->size);
    case VALUE_NONE:
    case VALUE_BOOL:
    case VALUE_STREAM: break;
    }
    return 0;
}
