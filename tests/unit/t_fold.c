/* SPDX-License-Identifier: MIT */
/* fold.h and review.h: tricks come off, words are found, and honest texts are left alone. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "model/review.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static void folds(void **state)
{
    (void)state;
    static const struct {
        const char *text, *words, *joined;
    } cases[] = {
        {"", " ", ""},
        {"Time  Slot!", " time slot ", "timeslot"},
        {"ส ล็ อ ต", " ", "สล็อต"},
        {"ส\u200Bล็\u2060อต", " ", "สล็อต"},
        {"cas\u200Bino", " casino ", "casino"},
        {"เ เทงบอล", " ", "แทงบอล"},
        {"เล่นCasinoที่นี่", " casino ", "เล่นcasinoที่นี่"},
        {"**ส**ล็อต", " ", "สล็อต"},
        {"ก <b สล็อต>", " b ", "กbสล็อต"}, /* no tag in Markdown, and none in a name */
        {"ส<!-- x -->ล็อต", " x ", "สxล็อต"},
        {"ส&shy;ล็อต", " ", "สล็อต"},
        {"&#3626;&#x0E25;็อต", " ", "สล็อต"},
        {"%E0%B8%AA%e0%b8%a5็อต", " ", "สล็อต"},
        {"ＵＦＡ๘๘", " ufa88 ", "ufa88"},
        {"100%", " 100 ", "100"},
        {"%E0%B8", " ", ""},
        {"%FFa%00b", " a 00b ", "a00b"},
        {"a & b; c", " a b c ", "abc"},
        {"&#99999999;", " 99999999 ", "99999999"},
        {"&#xD800;", " ", ""},
        {"a < b > c", " a b c ", "abc"},
        {"<https://a.b>", " https a b ", "httpsab"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        size_t len = strlen(cases[i].text);
        char *exact = malloc(len ? len : 1); /* so that a byte too far is seen */
        memcpy(exact, cases[i].text, len);
        struct folded folded = fold_text(str_of(exact, len), &arena);
        if (!str_eq(folded.words.text, str_from(cases[i].words))
            || !str_eq(folded.joined.text, str_from(cases[i].joined)))
            fail_msg("\"%s\": \"%.*s\", \"%.*s\"", cases[i].text,
                     STR_ARG(folded.words.text), STR_ARG(folded.joined.text));
        free(exact);
        arena_release(&arena);
    }
}

static void tags(void **state)
{
    (void)state;
    static const struct {
        const char *text, *tagless;
    } cases[] = {
        {"", ""},
        {"ส<b>ล็</b>อ<!-- x -->ต", "สล็อต"},
        {"cas<b class=\"a\">ino", "casino"},
        {"a<b\nc>\nd", "a\n\nd"},
        {"<b>a", "a"},
        {"a < b > c", "a < b > c"},
        {"1<2>3", "1<2>3"},
        {"a> <b", "a> <b"},
        {"<b<b<b", "<b<b<b"},
        {">a<", ">a<"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct arena arena = {0};
        size_t len = strlen(cases[i].text);
        char *exact = malloc(len ? len : 1);
        memcpy(exact, cases[i].text, len);
        struct str tagless = fold_drop_tags(str_of(exact, len), &arena);
        if (!str_eq(tagless, str_from(cases[i].tagless)))
            fail_msg("\"%s\": \"%.*s\"", cases[i].text, STR_ARG(tagless));
        assert_int_equal(tagless.ptr == exact, tagless.len == len);
        free(exact);
        arena_release(&arena);
    }
}

static void lines(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct folded folded = fold_text(STR("ก\n\nข ค\nd"), &arena);
    assert_int_equal(fold_line(&folded.joined, 0), 0);
    assert_int_equal(fold_line(&folded.joined, 3), 2);
    assert_int_equal(fold_line(&folded.joined, 6), 2);
    assert_int_equal(fold_line(&folded.joined, 9), 3);
    assert_int_equal(fold_line(&folded.words, 1), 3);
    arena_release(&arena);
}

/* How often a list of words hits a text. */
static size_t hits(const char *word, const char *but, const char *text)
{
    struct arena arena = {0};
    struct review *review = arena_new(&arena, struct review);
    review_add_word(review, str_from(word), &arena);
    review_add_word(review, STR("zz"), &arena);
    review_add_but(review, str_from(but), &arena);
    struct folded folded = fold_text(str_from(text), &arena);
    size_t count = 0;
    struct review_hit hit;
    for (size_t from = 0;
         (hit = review_next(&review->thai, folded.joined.text, from)).word; from = hit.at + 3)
        count++;
    for (size_t from = 0;
         (hit = review_next(&review->latin, folded.words.text, from)).word; from = hit.at + 1)
        count++;
    arena_release(&arena);
    return count;
}

static void words(void **state)
{
    (void)state;
    static const struct {
        const char *word, *but, *text;
        size_t hits;
    } cases[] = {
        {"สล็อต", "", "เล่นสล็อตสล็อต", 2},
        {"สล็อต", "", "สลอต", 0},
        {"แทงบอล", "แทงบอลลูน", "แทงบอลลูน", 0},
        {"แทงบอล", "แทงบอลลูน", "แทงบอลลูน แล้วแทงบอล", 1},
        {"คาสิโน", "ปลอดคาสิโน", "ปลอด คาสิโน", 0},
        {"คาสิโน", "ปลอดคาสิโน", "คาสิโน", 1},
        {"casino", "", "The CASINO.", 1},
        {"casino", "", "casinova casinos", 0},
        {"casino*", "", "casinos casino99 oldcasino", 2},
        {"*casino", "", "oldcasino casinos", 1},
        {"*ufabet*", "", "www.ufabet888.com", 1},
        {"*ufabet*", "", "tufa between", 0},
        {"online slot", "", "online-slot ONLINE  slot onlineslot", 2},
        {"", "", "anything", 0},
        {"*", "", "anything", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        if (hits(cases[i].word, cases[i].but, cases[i].text) != cases[i].hits)
            fail_msg("\"%s\" in \"%s\"", cases[i].word, cases[i].text);
}

/* Of words that begin alike the longest, whichever stands first in the list. */
static void longest(void **state)
{
    (void)state;
    static const char *const orders[][2] = {{"คาสิโน", "คาสิโนออนไลน์"},
                                            {"คาสิโนออนไลน์", "คาสิโน"}};
    for (size_t i = 0; i < COUNT(orders); i++) {
        struct arena arena = {0};
        struct review *review = arena_new(&arena, struct review);
        review_add_word(review, str_from(orders[i][0]), &arena);
        review_add_word(review, str_from(orders[i][1]), &arena);
        struct str text = STR("กคาสิโนออนไลน์คาสิโน");
        struct review_hit hit = review_next(&review->thai, text, 0);
        assert_true(str_eq(hit.word->typed, STR("คาสิโนออนไลน์")));
        hit = review_next(&review->thai, text, hit.at + 1); /* within a letter */
        assert_true(str_eq(hit.word->typed, STR("คาสิโน")));
        assert_null(review_next(&review->thai, text, hit.at + 1).word);
        arena_release(&arena);
    }
}

static void hosts(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct review *review = arena_new(&arena, struct review);
    review_add_host(review, STR("bit.ly"), &arena);
    assert_true(review_host(review, STR("bit.ly")).len);
    assert_true(review_host(review, STR("www.BIT.ly")).len);
    assert_false(review_host(review, STR("notbit.ly")).len);
    assert_false(review_host(review, STR("bit.ly.example.com")).len);
    assert_false(review_host(review, STR("ly")).len);
    assert_false(review_host(review, STR("")).len);
    arena_release(&arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(folds),
        cmocka_unit_test(tags),
        cmocka_unit_test(lines),
        cmocka_unit_test(words),
        cmocka_unit_test(longest),
        cmocka_unit_test(hosts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
