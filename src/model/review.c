/* SPDX-License-Identifier: MIT */
#include "model/review.h"

#include <string.h>

/* ---- words ---- */

static bool is_thai(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.ptr[i] >= 0x80)
            return true;
    return false;
}

enum { LETTER_MAX = 3 }; /* bytes */

/* Bytes of the letter there. */
static size_t step_at(struct str text, size_t at)
{
    return (unsigned char)text.ptr[at] == 0xE0 ? 3 : 1;
}

/* By its first two letters; of Thai ones only the last byte tells. 0: there are no two. */
static unsigned head_of(struct str text, size_t at, size_t step)
{
    if (at + 2 * step > text.len)
        return 0;
    unsigned first = (unsigned char)text.ptr[at + step - 1];
    unsigned second = (unsigned char)text.ptr[at + 2 * step - 1];
    return (first * 31 + second) % REVIEW_HEADS;
}

static struct str core_of(struct str typed, bool thai, struct arena *arena)
{
    struct folded folded = fold_text(typed, arena);
    return thai ? folded.joined.text : str_trim(folded.words.text);
}

void review_add_word(struct review *review, struct str typed, struct arena *arena)
{
    bool thai = is_thai(typed);
    struct review_list *list = thai ? &review->thai : &review->latin;
    struct review_word word = {.open_left = thai || str_starts(typed, STR("*")),
                               .open_right = thai || str_ends(typed, STR("*"))};
    word.typed = str_trim(str_replace(typed, STR("*"), STR(""), arena));
    word.core = core_of(word.typed, thai, arena);
    if (!word.core.len)
        return;
    unsigned head = head_of(word.core, 0, step_at(word.core, 0));
    word.next = list->heads[head];
    *list_push(&list->words, arena) = word;
    list->heads[head] = list->words.count;
}

void review_add_but(struct review *review, struct str typed, struct arena *arena)
{
    bool thai = is_thai(typed);
    struct str core = core_of(typed, thai, arena);
    if (core.len)
        *list_push(thai ? &review->thai.but : &review->latin.but, arena) = core;
}

/* ---- hits ---- */

static bool is_blank_at(struct str view, size_t at)
{
    return at >= view.len || view.ptr[at] == ' ';
}

static bool stands_at(const struct review_word *word, struct str view, size_t at)
{
    return (word->open_left || at == 0 || is_blank_at(view, at - 1))
           && str_starts(str_skip(view, at), word->core)
           && (word->open_right || is_blank_at(view, at + word->core.len));
}

/* Is there a phrase around the word, at this place, in which it is harmless? */
static bool is_excused(const struct review_list *list, const struct review_word *word,
                       struct str view, size_t at)
{
    for (size_t i = 0; i < list->but.count; i++) {
        struct str but = list->but.items[i];
        for (size_t before = 0; before + word->core.len <= but.len && before <= at; before++)
            if (str_starts(str_skip(but, before), word->core)
                && str_starts(str_skip(view, at - before), but))
                return true;
    }
    return false;
}

/* The next place where a word may begin: at hardly any letter one does. A loop for Thai and one for
 * Latin letters, up to where two of them may no more stand; heads as in head_of(). */
static size_t skip_others(const struct review_list *list, struct str view, size_t from)
{
    const unsigned char *begin = (const unsigned char *)view.ptr, *p = begin + from;
    const unsigned char *last = begin + view.len - 2 * LETTER_MAX;
    if (view.len < from + 2 * LETTER_MAX)
        return from;
    while (p <= last) {
        for (; p <= last && *p == 0xE0; p += 3)
            if (list->heads[(p[2] * 31u + p[5]) % REVIEW_HEADS])
                return (size_t)(p - begin);
        for (; p <= last && *p != 0xE0; p++)
            if (list->heads[(p[0] * 31u + p[1]) % REVIEW_HEADS])
                return (size_t)(p - begin);
    }
    return (size_t)(p - begin);
}

/* The longest word there, or NULL. */
static const struct review_word *word_at(const struct review_list *list, struct str view,
                                         size_t at, size_t step)
{
    const struct review_word *longest = NULL;
    for (size_t n = list->heads[head_of(view, at, step)]; n; n = list->words.items[n - 1].next) {
        const struct review_word *word = &list->words.items[n - 1];
        bool longer = !longest || word->core.len > longest->core.len;
        if (longer && stands_at(word, view, at) && !is_excused(list, word, view, at))
            longest = word;
    }
    return longest;
}

struct review_hit review_next(const struct review_list *list, struct str view, size_t from)
{
    for (size_t at = from, step; (at = skip_others(list, view, at)) < view.len; at += step) {
        step = step_at(view, at);
        const struct review_word *word = word_at(list, view, at, step);
        if (word)
            return (struct review_hit){word, at};
    }
    return (struct review_hit){.word = NULL};
}

/* ---- hosts ---- */

void review_add_host(struct review *review, struct str typed, struct arena *arena)
{
    struct str host = str_copy(typed, arena);
    if (host.len)
        *list_push(&review->hosts, arena) = host;
}

struct str review_host(const struct review *review, struct str host)
{
    for (size_t i = 0; i < review->hosts.count; i++) {
        struct str suffix = review->hosts.items[i];
        size_t before = host.len - suffix.len;
        if (host.len >= suffix.len && str_eq_nocase(str_skip(host, before), suffix)
            && (before == 0 || host.ptr[before - 1] == '.'))
            return suffix;
    }
    return (struct str){0};
}
