/* SPDX-License-Identifier: MIT */
#include "excerpt.h"

#include "base/file.h"
#include "base/utf8.h"
#include "sources/tree.h"
#include "text/personal.h"
#include "text/unicode.h"

/* Code points of a line that are shown, and how many of them stand before the column. */
enum { SHOWN = 100, SHOWN_BEFORE = 40 };

/* ---- cutting ---- */

/* It stands on, under or beside the letter before it. */
static bool joins(struct str text)
{
    if (!text.len)
        return false;
    uint32_t c = utf8_next(text).codepoint;
    bool am = c == 0x0E33 || c == 0x0EB3; /* sara am: a mark and a letter in one */
    return am || c == 0x200D || unicode_is_mark(c);
}

/* The bytes of the first `count` code points, and of what joins the last of them. */
static size_t bytes_of(struct str text, size_t count)
{
    size_t at = utf8_first(text, count).len;
    while (joins(str_skip(text, at)))
        at += utf8_next(str_skip(text, at)).len;
    return at;
}

static size_t indentation(struct str line)
{
    size_t at = 0;
    while (at < line.len && line.ptr[at] == ' ')
        at++;
    return at;
}

/* How many code points are left out before what is shown. */
static size_t skipped_of(size_t count, unsigned column)
{
    if (count <= SHOWN || column <= SHOWN_BEFORE)
        return 0;
    size_t before = column - SHOWN_BEFORE;
    return before < count - SHOWN ? before : count - SHOWN;
}

/* Masked before it is cut: half a number would not be known for one. */
struct str excerpt_of(struct str line, unsigned column, struct arena *arena)
{
    line = personal_mask(line, arena);
    size_t skipped = skipped_of(utf8_count(line), column);
    struct str rest = skipped ? str_skip(line, bytes_of(line, skipped)) : line;
    struct str shown = str_first(rest, bytes_of(rest, SHOWN));
    size_t blanks = skipped ? 0 : indentation(shown); /* seen by where the text begins */
    return str_cat(arena, skipped ? STR("…") : STR(""), str_first(shown, blanks),
                   diag_visible(str_skip(shown, blanks), SIZE_MAX, arena),
                   shown.len < rest.len ? STR("…") : STR(""));
}

/* ---- reading ---- */

/* One file, walked down line by line: findings are sorted by line. */
struct lines {
    struct str file, rest, line;
    unsigned number; /* of `line`, from 1 */
};

static bool has_lines(struct str file)
{
    static const struct str endings[] = {STR_CONST(".yaml"), STR_CONST(".yml"),
                                         STR_CONST(".md")};
    for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
        if (str_ends(file, endings[i]))
            return true;
    return false;
}

static void take_line(struct lines *lines)
{
    struct str rest = lines->rest;
    size_t len = 0;
    while (len < rest.len && rest.ptr[len] != '\n' && rest.ptr[len] != '\r')
        len++;
    lines->line = str_first(rest, len);
    bool pair = str_starts(str_skip(rest, len), STR("\r\n"));
    lines->rest = str_skip(rest, len + (pair ? 2 : 1));
    lines->number++;
}

static struct lines lines_open(int content, struct str file, struct arena *scratch)
{
    arena_release(scratch);
    struct lines lines = {.file = file};
    struct file_read read = file_read(content, file, TREE_FILE_MAX, scratch);
    if (!read.error && utf8_first_bad(read.bytes) == read.bytes.len)
        lines.rest = read.bytes;
    if (str_starts(lines.rest, STR("\xEF\xBB\xBF")))
        lines.rest = str_skip(lines.rest, 3);
    return lines;
}

static struct str line_at(struct lines *lines, unsigned number)
{
    while (lines->number < number && lines->rest.len)
        take_line(lines);
    return lines->number == number ? lines->line : STR("");
}

const struct str *excerpts_read(int content, const struct diags *diags, struct arena *arena)
{
    struct str *excerpts = arena_many(arena, diags->items.count, struct str);
    struct arena scratch = {0};
    struct lines lines = {0};
    for (size_t i = 0; content >= 0 && i < diags->items.count; i++) {
        const struct pos *pos = &diags->items.items[i].pos;
        if (!pos->line || pos->row || !has_lines(pos->file))
            continue;
        if (!str_eq(pos->file, lines.file))
            lines = lines_open(content, pos->file, &scratch);
        excerpts[i] = excerpt_of(line_at(&lines, pos->line), pos->column, arena);
    }
    arena_release(&scratch);
    return excerpts;
}
