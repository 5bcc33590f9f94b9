/* SPDX-License-Identifier: MIT */
#include "view/veil.h"

#include "base/buf.h"
#include "base/utf8.h"

enum { PHONE_DIGITS = 9, CITIZEN_DIGITS = 13, DIGITS_SHOWN = 3 };

/* A stretch of digits, with the blanks and dashes that people put between them. */
struct run {
    size_t len, count;
    unsigned first, second;
};

/* 0–9 of either script, or 10. */
static unsigned digit_of(uint32_t c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 0x0E50 && c <= 0x0E59 ? c - 0x0E50 : 10;
}

static struct run run_at(struct str text)
{
    struct run run = {0};
    for (size_t at = 0; at < text.len;) {
        struct utf8_char c = utf8_next(str_skip(text, at));
        unsigned digit = digit_of(c.codepoint);
        at += c.len;
        if (digit < 10) {
            run.count++;
            run.len = at;
            if (run.count == 1)
                run.first = digit;
            if (run.count == 2)
                run.second = digit;
        } else if (c.codepoint != ' ' && c.codepoint != '-' && c.codepoint != '.')
            break;
    }
    return run;
}

static bool is_own(const struct run *run)
{
    bool dials = run->first == 0 || (run->first == 6 && run->second == 6);
    return run->count == CITIZEN_DIGITS || (dials && run->count >= PHONE_DIGITS);
}

static void put_run(struct buf *out, struct str run, bool hide)
{
    size_t seen = 0;
    while (run.len) {
        struct utf8_char c = utf8_next(run);
        if (digit_of(c.codepoint) < 10 && hide && ++seen > DIGITS_SHOWN)
            buf_put(out, STR("•"));
        else
            buf_put(out, str_first(run, c.len));
        run = str_skip(run, c.len);
    }
}

static bool is_address_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           c == '.' || c == '_' || c == '-' || c == '+' || c == '%';
}

/* The length of the name before an @, when an e-mail address begins here; else 0. */
static size_t mailbox_at(struct str text)
{
    size_t len = 0;
    while (len < text.len && is_address_char(text.ptr[len]))
        len++;
    bool host = len && len + 1 < text.len && text.ptr[len] == '@' &&
                is_address_char(text.ptr[len + 1]);
    return host ? len : 0;
}

struct str veil(struct str text, struct arena *arena)
{
    struct buf out = {0};
    bool inside = false; /* a word: a mailbox begins where one does */
    while (text.len) {
        size_t mailbox = inside ? 0 : mailbox_at(text);
        struct run run = mailbox ? (struct run){0} : run_at(text);
        size_t len = mailbox ? mailbox : run.len ? run.len : utf8_next(text).len;
        if (mailbox)
            buf_put(&out, STR("•••"));
        else
            put_run(&out, str_first(text, len), is_own(&run));
        inside = is_address_char(text.ptr[len - 1]);
        text = str_skip(text, len);
    }
    struct str made = buf_finish(&out, arena);
    buf_release(&out);
    return made;
}
