/* SPDX-License-Identifier: MIT */
/* inspect.h: what is hidden from the list of words, of hosts and from the search for personal data
 * by signs that are not shown; and what only looks like it. */
#include "model_lab.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

#define GOOD "lao: 360203\ncategory: product\nname: {th: ผ้าไหม, en: Silk}\n"
#define SUMMARY "summary: {th: สั้น, en: Short}\n"
#define STORY(text) SUMMARY "story:\n  en: a\n  th: |\n    ก\n    " text "\n" /* in line 9 */

static const char review[] = "words: [casino, สล็อต, บาคาร่า, คาสิโน, คาสิโนออนไลน์, หวยออนไลน์]\n"
                             "hosts: [bit.ly]\n";

static const struct {
    const char *more;     /* after GOOD */
    const char *findings; /* of rules "review." and "personal.", without the file's name */
} cases[] = {
    /* what a tag of HTML holds is shown where it is none */
    {"summary: {th: '<x สล็อต บาคาร่า> ก', en: a}\n",
     "review.word! :4:15 “บาคาร่า”\nreview.word! :4:15 “สล็อต”\n"},
    {"summary: {th: 'ส<b>ล็</b>อต', en: 'a <b> cas<!-- x -->ino'}\n",
     "review.word! :4:15 “สล็อต”\nreview.word! :4:35 “casino”\n"},
    {"summary: {th: '08<b>1</b>-234-5678', en: a}\n",
     "personal.mobile! :4:15 “081-234-5678”\n"},
    {STORY("ก <b สล็อต คาสิโน> ข"), "review.word! :9 “คาสิโน”\nreview.word! :9 “สล็อต”\n"},
    {STORY("ก <!-- สล็อต -->"), "review.word! :9 “สล็อต”\n"},
    /* Markdown as it reads, on the line where it stands */
    {STORY("cas<b></b>ino"), "review.word! :9 “casino”\n"},
    {STORY("cas<!-- x -->ino"), "review.word! :9 “casino”\n"},
    {STORY("cas**ino**"), "review.word! :9 “casino”\n"},
    {STORY("ก\n\n    - c&#97;s\\\n      x\n    - cas*i*no"), "review.word! :13 “casino”\n"},
    {STORY("[a](https:/&#47;www.bit.ly/x)"), "review.host! :9 “www.bit.ly”\n"},
    {STORY("[b](https:\\/\\/www.bit.ly/y)"), "review.host! :9 “www.bit.ly”\n"},
    {STORY("[c](https://www.bit&#46;ly/z)"), "review.host! :9 “www.bit.ly”\n"},
    {STORY("[c]\n\n    [c]: /z '&#67;as&#105;no'"), "review.word! :11 “casino”\n"},
    {STORY("08&#49;-234-5678"), "personal.mobile! :9 “081-234-5678”\n"},
    {STORY("08**1**-234-5678"), "personal.mobile! :9 “081-234-5678”\n"},
    {STORY("081 **234 5678**"), "personal.mobile! :9 “081 234 5678”\n"},
    {STORY("foo&#64;gmail.com"), "personal.email! :9 “foo@gmail.com”\n"},
    {STORY("[a](mailto:foo&#64;gmail.com)"), "personal.email! :9 “foo@gmail.com”\n"},
    /* once, whichever way it is read */
    {STORY("**casino** <b>casino</b> cas**ino**"), "review.word! :9 “casino”\n"},
    {STORY("<foo@gmail.com>"), "personal.email! :9 “foo@gmail.com”\n"},
    {STORY("so**mchai@gmail.com**"), "personal.email! :9 “mchai@gmail.com”\n"},
    {STORY("[bit.ly](https://bit.ly/x)"), "review.host! :9 “bit.ly”\n"},
    {STORY("`081-234-5678` & 081\\-234-5678"),
     "personal.mobile! :9 “081-234-5678”\npersonal.mobile! :9 “081\\-234-5678”\n"},
    /* what nobody reads as one */
    {STORY("*cas* ino, [cas](/x/) ino"), ""},
    {STORY("> 081\n    >\n    > 234 5678\n\n    `081`\n\n    `234 5678`"), ""},
    {STORY("*cas*\n\n    ino"), ""},
    {STORY("![a](https:/&#47;bit.ly/x.jpg) [b](https:/&#47;bit.ly.example.com/)"), ""},
    {STORY("[a](https:/&#47;www.go.th/) &amp; **0 4489 1101** 08.30\\-16.30"), ""},
    {"summary: {th: 'ก < ข > ค, 1<2', en: 'cas < b > ino'}\n", ""},
    /* allowed: itself, and what lies within it, but not what is longer or lies across its end */
    {STORY("คาสิโน") "allow: [คาสิโน]\n", ""},
    {STORY("cas**ino** 08&#49;-234-5678") "allow: [casino, '0812345678']\n", ""},
    {STORY("คาสิโนออนไลน์") "allow: [คาสิโน]\n", "review.word! :9 “คาสิโนออนไลน์”\n"},
    {STORY("คาสิโนออนไลน์") "allow: [คาสิโนออนไลน์]\n", ""},
};

static bool is_of_inspection(const struct finding *finding)
{
    struct str id = str_from(finding->rule->id);
    return str_starts(id, STR("review.")) || str_starts(id, STR("personal."));
}

/* Others are looked through in t_load.c: keeps those of inspection, without the file's name. */
static const char *found(struct lab *lab)
{
    size_t kept = 0;
    for (size_t i = 0; i < lab->diags.items.count; i++)
        if (is_of_inspection(&lab->diags.items.items[i]))
            lab->diags.items.items[kept++] = lab->diags.items.items[i];
    lab->diags.items.count = kept;
    struct str text = str_from(lab_findings(lab));
    return str_c(str_replace(text, STR("identities/360203.yaml"), STR(""), &lab->arena),
                 &lab->arena);
}

static void test_cases(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "vocabulary/review.yaml", review);
        lab_put(&lab, "identities/360203.yaml",
                str_c(str_cat(&lab.arena, STR(GOOD), str_from(cases[i].more)), &lab.arena));
        lab_load(&lab);
        const char *got = found(&lab);
        if (strcmp(got, cases[i].findings)) {
            print_error("%s\n  gives\n%s", cases[i].more, got);
            failed++;
        }
        lab_close(&lab);
    }
    assert_int_equal(failed, 0);
}

/* Words that lie across the end of an allowed one, or within it. */
static void test_overlap(void **state)
{
    (void)state;
    static const char *const words[][2] = {
        {"เล่นหวยออนไลน์", "review.word! :5:13 “หวยออนไลน์”\n"}, {"เล่นหวย", ""}};
    for (size_t i = 0; i < COUNT(words); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "vocabulary/review.yaml", "words: [เล่นหวย, หวยออนไลน์, หวย]\n");
        lab_put(&lab, "identities/360203.yaml",
                str_c(str_format(&lab.arena, GOOD SUMMARY
                                 "story: {th: %s, en: a}\nallow: [เล่นหวย]\n", words[i][0]),
                      &lab.arena));
        lab_load(&lab);
        assert_string_equal(found(&lab), words[i][1]);
        lab_close(&lab);
    }
}

/* Files of their own: a story and a page; a province's introduction. */
static void test_files(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "vocabulary/review.yaml", review);
    lab_put(&lab, "identities/360203.yaml", GOOD SUMMARY);
    lab_put(&lab, "identities/360203.th.md", "a\n\ncas**ino**\n");
    lab_put(&lab, "pages/about.th.md", "# a\n\nb\n[a](https:/&#47;bit.ly/x)\n");
    lab_put(&lab, "provinces/chaiyaphum.yaml", "intro: {th: 08&#49;-234-5678, en: a}\n");
    lab_load(&lab);
    assert_string_equal(found(&lab), "review.word! identities/360203.th.md:3 “casino”\n"
                                     "review.host! pages/about.th.md:4 “bit.ly”\n"
                                     "personal.mobile! provinces/chaiyaphum.yaml:1:13 “081-234-5678”\n");
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cases),
        cmocka_unit_test(test_overlap),
        cmocka_unit_test(test_files),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
