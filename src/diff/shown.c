/* SPDX-License-Identifier: MIT */
#include "diff/shown.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "text/date.h"
#include "text/name.h"
#include "text/untag.h"

enum { SHORT = 24 }; /* letters: a date, a telephone number is seen whole */

/* ---- values in words ---- */

/* Markup taken apart: its text, and its tags. */
struct markup {
    struct str text, tags;
};

static struct markup take_apart(struct str html, struct arena *arena)
{
    struct markup markup = {.text = str_trim(untag(html, arena))};
    struct buf tags = {0};
    while (html.len) {
        struct cut close = str_cut(str_cut(html, '<').tail, '>');
        buf_put(&tags, close.head);
        html = close.tail;
    }
    markup.tags = buf_finish(&tags, arena);
    buf_release(&tags);
    return markup;
}

/* Without tags where those are the same, or one side has none at all. */
static void show_story(struct diff_change *change, struct arena *arena)
{
    struct markup before = take_apart(change->before, arena);
    struct markup after = take_apart(change->after, arena);
    if (change->before.len && change->after.len &&
        (!str_eq(before.tags, after.tags) || str_eq(before.text, after.text)))
        return;
    change->before = before.text;
    change->after = after.text;
}

static struct str thai_date(struct str iso, struct arena *arena)
{
    struct date_read read = date_parse(iso, arena);
    if (read.error || !read.date.day)
        return iso;
    struct str month = date_month_thai(read.date, arena);
    return str_format(arena, "%d %.*s", read.date.day, STR_ARG(month));
}

static struct str truth_word(struct str truth, enum diag_lang lang)
{
    static const char *const words[2][DIAG_LANGS] = {{"ไม่ใช่", "no"}, {"ใช่", "yes"}};
    bool yes = str_eq(truth, STR("true"));
    return truth.len ? str_from(words[yes][lang]) : truth;
}

static struct str type_word(struct str type, enum diag_lang lang)
{
    enum lao_type of = lao_type_parse(type);
    return lang == DIAG_TH && of ? str_from(lao_types[of].th) : type;
}

static struct str worded(struct str field, struct str value, enum diag_lang lang,
                         struct arena *arena)
{
    bool is_date = str_eq(field, STR("updated")) || str_eq(field, STR("access.checked"));
    if (is_date && lang == DIAG_TH)
        return thai_date(value, arena);
    if (str_eq(field, STR("free")) || str_eq(field, STR("demo")))
        return truth_word(value, lang);
    return str_eq(field, STR("type")) ? type_word(value, lang) : value;
}

/* ---- what stayed and what changed ---- */

static bool is_mark(struct str text)
{
    static const struct {
        uint32_t from, to;
    } marks[] = {{0x0300, 0x036F}, {0x0E30, 0x0E3A}, {0x0E45, 0x0E4E}, {0x200B, 0x200D}};
    uint32_t c = text.len ? utf8_next(text).codepoint : 0;
    for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
        if (c >= marks[i].from && c <= marks[i].to)
            return true;
    return false;
}

/* เ แ โ ใ ไ: written before the letter that they belong to. */
static bool ends_in_lead(struct str text)
{
    if (text.len < 3)
        return false;
    struct utf8_char last = utf8_next(str_skip(text, text.len - 3));
    return last.len == 3 && last.codepoint >= 0x0E40 && last.codepoint <= 0x0E44;
}

static bool is_word_byte(char c)
{
    return char_is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* May a text be cut before this byte? */
static bool is_seam(struct str text, size_t at)
{
    if (!at || at >= text.len)
        return true;
    if (((unsigned char)text.ptr[at] & 0xC0) == 0x80 || is_mark(str_skip(text, at)) ||
        ends_in_lead(str_first(text, at)))
        return false;
    return !is_word_byte(text.ptr[at - 1]) || !is_word_byte(text.ptr[at]);
}

static size_t common_start(struct str a, struct str b)
{
    size_t len = 0;
    while (len < a.len && len < b.len && a.ptr[len] == b.ptr[len])
        len++;
    while (!is_seam(a, len) || !is_seam(b, len))
        len--;
    return len;
}

static size_t common_end(struct str a, struct str b)
{
    size_t len = 0;
    while (len < a.len && len < b.len && a.ptr[a.len - 1 - len] == b.ptr[b.len - 1 - len])
        len++;
    while (len && (!is_seam(a, a.len - len) || !is_seam(b, b.len - len) ||
                   is_mark(str_skip(a, a.len - len))))
        len--;
    return len;
}

static struct str keep_end(struct str text, size_t count, struct arena *arena)
{
    size_t all = utf8_count(text);
    if (all <= count)
        return text;
    struct str rest = str_skip(text, utf8_first(text, all - count).len);
    while (is_mark(rest))
        rest = str_skip(rest, utf8_next(rest).len);
    return str_cat(arena, STR("…"), rest);
}

static struct str keep_start(struct str text, size_t count, struct arena *arena)
{
    struct str first = utf8_first(text, count);
    return first.len < text.len ? str_cat(arena, first, STR("…")) : text;
}

struct diff_shown diff_shown(const struct diff_change *change, enum diag_lang lang,
                             size_t around, size_t within, struct arena *arena)
{
    struct diff_change of = *change;
    if (str_starts(of.field, STR("story.")))
        show_story(&of, arena);
    struct str before =
        diag_visible(worded(of.field, of.before, lang, arena), SIZE_MAX, arena);
    struct str after =
        diag_visible(worded(of.field, of.after, lang, arena), SIZE_MAX, arena);
    bool is_short = utf8_count(before) < SHORT || utf8_count(after) < SHORT;
    size_t start = is_short ? 0 : common_start(before, after);
    struct str old = str_skip(before, start), new = str_skip(after, start);
    size_t end = is_short ? 0 : common_end(old, new);
    struct str tail = str_skip(old, old.len - end);
    return (struct diff_shown){
        .start = keep_end(str_first(before, start), around, arena),
        .before = keep_start(str_first(old, old.len - end), within, arena),
        .after = keep_start(str_first(new, new.len - end), within, arena),
        .end = keep_start(tail, around, arena),
    };
}
