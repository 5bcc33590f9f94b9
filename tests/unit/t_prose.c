/* SPDX-License-Identifier: MIT */
/* prose.h: CommonMark's basics, every trick we know of, and what makes cmark slow. */
#include "source_lab.h"

#include "html_oracle.h"
#include "sources/bare.h"

#define REL "rel=\"nofollow ugc noopener noreferrer\""

static struct prose render(struct lab *lab, const char *markdown, struct prose_options options)
{
    lab_begin(lab, markdown, strlen(markdown));
    return prose_render(lab->input, options, (struct pos){.file = STR("f"), .line = 1},
                        &lab->arena, &lab->diags);
}

struct rendering {
    const char *markdown, *html;
    const char *findings; /* NULL: none */
};

static const struct rendering renderings[] = {
    {"", "", NULL},
    {" \n\n", "", NULL},
    {"ผ้าไหม", "<p>ผ้าไหม</p>\n", NULL},
    {"a\nb\r\nc\rd", "<p>a\nb\nc\nd</p>\n", NULL},
    {"a\n\nb", "<p>a</p>\n<p>b</p>\n", NULL},
    {"a  \nb\\\nc", "<p>a<br>\nb<br>\nc</p>\n", NULL},
    {"*a* __b__ `c<d`", "<p><em>a</em> <strong>b</strong> <code>c&lt;d</code></p>\n", NULL},
    {"***x***", "<p><em><strong>x</strong></em></p>\n", NULL},
    {"<&>\"'", "<p>&lt;&amp;&gt;&quot;'</p>\n", NULL},
    {"\\*a\\* &copy; &amp;lt;", "<p>*a* © &amp;lt;</p>\n", NULL},
    {"- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n", NULL},
    {"- a\n\n- b",
     "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n", NULL},
    {"1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n", NULL},
    {"7) a", "<ol start=\"7\">\n<li>a</li>\n</ol>\n", NULL},
    {"0. a", "<ol start=\"0\">\n<li>a</li>\n</ol>\n", NULL},
    {"- a\n  - b\n    1. c",
     "<ul>\n<li>a\n<ul>\n<li>b\n<ol>\n<li>c</li>\n</ol>\n</li>\n</ul>\n</li>\n</ul>\n", NULL},
    {"-\n- a", "<ul>\n<li></li>\n<li>a</li>\n</ul>\n", NULL},
    {"> a\n> > b\n\nc",
     "<blockquote>\n<p>a</p>\n<blockquote>\n<p>b</p>\n</blockquote>\n</blockquote>\n<p>c</p>\n",
     NULL},
    {">", "", NULL},
    {"    a\n\tb", "<pre><code>a\nb\n</code></pre>\n", NULL},
    {"``` js onload=\"x\"\n<a>\n```\nb", "<pre><code>&lt;a&gt;\n</code></pre>\n<p>b</p>\n", NULL},
    {"a\n\n***\n\nb\n\n* * *\n", "<p>a</p>\n<hr>\n<p>b</p>\n<hr>\n", NULL},
    /* headings: beneath the page's h1, no level skipped, none empty */
    {"# a", "<h2>a</h2>\n", NULL},
    {"a\n=\nb\n-", "<h2>a</h2>\n<h3>b</h3>\n", NULL},
    {"### a\n## b\n### c", "<h2>a</h2>\n<h2>b</h2>\n<h3>c</h3>\n", NULL},
    {"# a\n#### b\n## c", "<h2>a</h2>\n<h3>b</h3>\n<h3>c</h3>\n", NULL},
    {"# 1\n## 2\n### 3\n#### 4\n##### 5\n###### 6",
     "<h2>1</h2>\n<h3>2</h3>\n<h4>3</h4>\n<h5>4</h5>\n<h6>5</h6>\n<h6>6</h6>\n", NULL},
    {"# a\n## \n### b", "<h2>a</h2>\n<h3>b</h3>\n", NULL},
    {"# &nbsp;\n\n&nbsp;", "", NULL},
    /* links */
    {"[a](https://x.go.th/?q=1&b=2)",
     "<p><a href=\"https://x.go.th/?q=1&amp;b=2\" " REL ">a</a></p>\n", NULL},
    {"[a](https://x.go.th/ \"t\\\"><script>\")",
     "<p><a href=\"https://x.go.th/\" " REL " title=\"t&quot;&gt;&lt;script&gt;\">a</a></p>\n",
     NULL},
    {"[a](https://x.go.th/ \"\")", "<p><a href=\"https://x.go.th/\" " REL ">a</a></p>\n", NULL},
    {"<https://x.go.th/ก[1]>",
     "<p><a href=\"https://x.go.th/%E0%B8%81%5B1%5D\" " REL ">https://x.go.th/ก[1]</a></p>\n",
     NULL},
    {"<a@x.go.th>", "<p><a href=\"mailto:a@x.go.th\">a@x.go.th</a></p>\n", NULL},
    {"[a](tel:+6644891101)", "<p><a href=\"tel:+6644891101\">a</a></p>\n", NULL},
    {"[a](../about/)", "<p><a href=\"../about/\">a</a></p>\n", NULL},
    {"[](/x/)", "<p><a href=\"/x/\">/x/</a></p>\n", NULL},
    {"[*](/x/)", "<p><a href=\"/x/\">*</a></p>\n", NULL},
    {"[x]\n\n[x]: https://x.go.th/ 't'",
     "<p><a href=\"https://x.go.th/\" " REL " title=\"t\">x</a></p>\n", NULL},
    {"https://x.go.th/", "<p>https://x.go.th/</p>\n", NULL},
    {"[a *b*](ftp://x.go.th/)", "<p>a <em>b</em></p>\n", "markdown.link-scheme 1:0"},
    /* pictures become their words */
    {"x ![a *b* `c`](p.jpg \"t\")", "<p>x a b c</p>\n", "markdown.image 1:0"},
    {"![](p.jpg)", "", "markdown.image 1:0"},
    {"# ![](p.jpg)\n\nx", "<p>x</p>\n", "markdown.image 1:0"},
    {"[![a](p.jpg)](/x/)", "<p><a href=\"/x/\">a</a></p>\n", "markdown.image 1:0"},
    {"[![](p.jpg)](/x/)", "<p><a href=\"/x/\">/x/</a></p>\n", "markdown.image 1:0"},
    {"![a [b](/x/) c\nd](p)", "<p>a b c d</p>\n", "markdown.image 2:0"},
    {"![](p)  \n&nbsp;  \n![](p)", "", "markdown.image 1:0, markdown.image 3:0"},
    {"[a](https)", "<p><a href=\"https\">a</a></p>\n", NULL},
    {"*![](p)*", "", "markdown.image 1:0"},
    /* raw HTML is dropped, once a line */
    {"a <b>b</b>\n<i>c</i>", "<p>a b\nc</p>\n", "markdown.raw-html 1:0, markdown.raw-html 2:0"},
    {"a\n\n<div>\nx\n</div>\n\nb", "<p>a</p>\n<p>b</p>\n", "markdown.raw-html 3:0"},
    {"<!-- x -->\n\n<br>", "", "markdown.raw-html 1:0, markdown.raw-html 3:0"},
    {"- <script>x</script>\n", "<ul>\n<li></li>\n</ul>\n", "markdown.raw-html 1:0"},
    {"> <hr>\n", "", "markdown.raw-html 1:0"},
    /* what an entity can bring in */
    {"a&#x202E;b&#1;c", "<p>abc</p>\n", "markdown.hidden-character 1:0"},
    {"x\n\n`\x7F` &#xFFFE;&#0;", "<p>x</p>\n<p><code></code> </p>\n",
     "markdown.hidden-character 3:0"},
    {"[a](/x/ \"&#x2066;t\")", "<p><a href=\"/x/\" title=\"t\">a</a></p>\n",
     "markdown.hidden-character 1:0"},
};

static void test_renderings(void **state)
{
    (void)state;
    size_t failed = 0;
    for (size_t i = 0; i < COUNT(renderings); i++) {
        struct lab lab;
        const struct rendering *want = &renderings[i];
        struct prose got = render(&lab, want->markdown, (struct prose_options){1, false});
        const char *findings = lab_findings(&lab), *wrong = oracle_check(got.html);
        bool good = str_eq(got.html, str_from(want->html)) && !wrong
                    && !strcmp(findings, want->findings ? want->findings : "");
        if (!good)
            print_error("%s\n  gives [%.*s] [%s] %s\n", want->markdown, STR_ARG(got.html),
                        findings, wrong ? wrong : "");
        failed += !good;
        lab_end(&lab);
    }
    assert_int_equal(failed, 0);
}

static void test_title_and_lead(void **state)
{
    (void)state;
    struct lab lab;
    struct prose_options take = {0, true};
    struct prose got = render(&lab, "# On *us*\n\n> ![](x)\n\n## Why\n\n"
                                    "Be `so`\nkind &amp; [go](/x/).\n", take);
    assert_true(str_eq(got.title, STR("On us")));
    assert_true(str_eq(got.lead, STR("Be so kind & go.")));
    assert_true(str_eq(got.html, STR("<h2>Why</h2>\n<p>Be <code>so</code>\nkind &amp; "
                                     "<a href=\"/x/\">go</a>.</p>\n")));
    lab_end(&lab);
    got = render(&lab, "## Not a title\n\n# b", take);
    assert_int_equal(got.title.len, 0);
    assert_true(str_starts(got.html, STR("<h2>Not a title</h2>")));
    lab_end(&lab);
    got = render(&lab, "## a", (struct prose_options){2, false});
    assert_true(str_eq(got.html, STR("<h3>a</h3>\n")));
    lab_end(&lab);
}

static void test_places_in_files(void **state)
{
    (void)state;
    struct lab lab;
    struct prose_options options = {1, false};
    lab_begin(&lab, "a\n\n<b>", 6);
    prose_render(lab.input, options, (struct pos){.file = STR("f"), .line = 40, .column = 5},
                 &lab.arena, &lab.diags);
    assert_string_equal(lab_findings(&lab), "markdown.raw-html 42:0");
    lab_end(&lab);
    lab_begin(&lab, "a\n\n<b>", 6);
    prose_render(lab.input, options, (struct pos){STR("f"), 40, 5, 12, STR("h")}, &lab.arena,
                 &lab.diags);
    assert_string_equal(lab_findings(&lab), "markdown.raw-html r12c5");
    lab_end(&lab);
}

/* ---- what is read ---- */

static void test_reads(void **state)
{
    (void)state;
    static const struct {
        const char *markdown, *text, *links;
    } cases[] = {
        {"cas<b></b>ino", "casino|", ""},
        {"cas<!-- x -->i**n**o `cas``i", "casino `cas``i|", ""},
        {"ก <b สล็อต> ข", "ก <b สล็อต> ข|", ""},
        {"<div>\nx\n</div>\n\na&#49;b", "\n\n\n\na1b|", ""},
        {"a*b*\n\n\n> c\n> d\n\n- e\n- f", "ab|\n\n\nc\nd|\n\ne|\nf|", ""},
        {"# a*b*\n- c\\\n  d", "ab|\nc\nd|", ""},
        {"a&#10;b&#x202E;c\nd", "a bc\nd|", ""},
        {"`a\nb`", "a b|", ""},
        {"```x\na\nb\n```\nc", "a\nb|\n\n\nc|", ""},
        {"    a&", "a&|", ""},
        {"```", "|", ""},
        {"a\n[b*c*](https:/&#47;bit.ly/x \"t\")d", "a\nbcd|", "\nhttps://bit.ly/x t|"},
        {"<a@x.go.th>", "a@x.go.th|", "mailto:a@x.go.th |"},
        {"[x]\n\n[x]: /a\\_b", "x|", "/a_b |"},
        {"![a [b](/x/)](https://c.th)", "a b|", ""},
        {"[a](javascript:1)", "a|", ""},
        {"*", "*", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        lab_begin(&lab, cases[i].markdown, strlen(cases[i].markdown));
        struct prose_read read = prose_read(lab.input, &lab.arena);
        if (!str_eq(read.text, str_from(cases[i].text))
            || !str_eq(read.links, str_from(cases[i].links)))
            fail_msg("%s\n  reads [%.*s] [%.*s]", cases[i].markdown, STR_ARG(read.text),
                     STR_ARG(read.links));
        lab_end(&lab);
    }
}

static void test_bare(void **state)
{
    (void)state;
    static const struct {
        const char *markdown;
        bool bare;
    } cases[] = {
        {"", true},
        {"ผ้าไหม 081-234-5678\n\n# a\n- b\n1. c", true},
        {"**ผ้าไหม** a *b* _c\nd_\n* e\n***\n5 * 3", true},
        {"*", true},
        {"cas**ino**", false},
        {"ผ้า_ไหม_ก", false},
        {"08 **1**", false},
        {"08** 1", false},
        {"๘** ๑", false},
        {"**๘", false},
        {"**a**.", false},
        {"a<b", false},
        {"a&b", false},
        {"[a]", false},
        {"a\\b", false},
        {"`a", false},
        {"> a", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct lab lab;
        lab_begin(&lab, cases[i].markdown, strlen(cases[i].markdown));
        if (bare_reads(lab.input) != cases[i].bare)
            fail_msg("%s", cases[i].markdown);
        lab_end(&lab);
    }
}

/* 10,000 links of one definition of 1,000 bytes. */
static void test_reads_no_end(void **state)
{
    (void)state;
    struct lab lab;
    struct buf text = {0};
    buf_put(&text, STR("[x]: /"));
    for (size_t i = 0; i < 1000; i++)
        buf_putc(&text, 'y');
    buf_put(&text, STR("\n\n"));
    while (text.len + 3 < PROSE_BYTES_MAX)
        buf_put(&text, STR("[x]"));
    lab_begin(&lab, text.ptr, text.len);
    struct prose_read read = prose_read(lab.input, &lab.arena);
    assert_in_range(read.links.len, 1000, 110 * 1000);
    lab_end(&lab);
    buf_release(&text);
}

/* ---- tricks ---- */

/* Hugo's advisories (title, other attributes, URLs, info strings, HTML files), the probes that
 * cmark's safe mode lets through, entity and control tricks, OWASP's classics. */
static const char *const tricks[] = {
    "[a](https://x.go.th/ \"\" onmouseover=\"alert(1)\")",
    "[a](https://x.go.th/ '\"onmouseover=alert(1) x=\"')",
    "[a](<https://x.go.th/\"onmouseover=\"alert(1)>)",
    "![a\" onerror=\"alert(1)](x.png)",
    "![a](x.png\"onerror=\"alert(1))",
    "![a](x \"\\\" onerror=alert(1)\")",
    "```\"><script>alert(1)</script>\nx\n```",
    "``` {onclick=alert(1)}\nx\n```",
    "~~~ js' autofocus onfocus=alert(1)\nx",
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<math><mi xlink:href=\"javascript:alert(1)\">",
    "a <img src=\"x\" onerror=\"alert(1)\"",
    "<<script>alert(1)//<</script>",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<iframe src=javascript:alert(1)>",
    "<a href='x' onclick=alert(1)>x</a>",
    "<style>@import'//evil.example/x.css'</style>",
    "<base href=//evil.example/>",
    "<meta http-equiv=refresh content=0;url=//evil.example>",
    "<form action=//evil.example><input autofocus onfocus=alert(1)>",
    "[a](javascript:alert(1))",
    "[a](JaVaScRiPt:alert(1))",
    "[a](&#x6A;avascript:alert(1))",
    "[a](javascript&colon;alert(1))",
    "[a](javascript&#58;alert(1))",
    "[a](&#1;javascript:alert(1))",
    "[a](java&#10;script:alert(1))",
    "[a](java&Tab;script:alert(1))",
    "[a](<java\tscript:alert(1)>)",
    "[a](< javascript:alert(1)>)",
    "[a](\\javascript:alert(1))",
    "[a](vbscript:x)",
    "[a](file:///etc/passwd)",
    "[a](data:text/html;base64,PHNjcmlwdD4=)",
    "[a](data:image/png;base64,AAAA)",
    "![a](data:image/svg+xml;base64,AAAA)",
    "[a](data&colon;text/html,x)",
    "[a](blob:https://x/1)",
    "[a](intent://x#Intent;end)",
    "[a](ftp://x.go.th/)",
    "[a](//evil.example/)",
    "[a](/\\evil.example/)",
    "[a](\\\\evil.example/)",
    "[a](https:\\\\evil.example/)",
    "[a](https:/evil.example/)",
    "[a](https:evil.example/)",
    "[a](///evil.example/)",
    "[a](%6aavascript:alert(1))",
    "[a](x:y)",
    "[a](?x=javascript:1)",
    "[a](#x)",
    "[a](https://dla.go.th@evil.example/)",
    "[a](https://evil.example:8080/)",
    "[a](https://127.0.0.1/)",
    "[a](https://2130706433/)",
    "[a](https://0x7f.1/)",
    "[a](https://[::1]/)",
    "[a](https://localhost/)",
    "[a](https://ev%69l.example/)",
    "[a](https://еvil.example/)",
    "[a](https://evil。example/)",
    "[a](https://x.go.th/&#x202E;gnp.exe)",
    "[a](mailto:a@x.go.th?subject=x&bcc=y)",
    "[a](mailto:a@x.go.th,b@x.go.th)",
    "[a](tel:*21*123#)",
    "<javascript:alert(1)>",
    "<JAVASCRIPT:alert(1)>",
    "<data:text/html,x>",
    "<view-source:https://x.go.th>",
    "[a][x]\n\n[x]: javascript:alert(1)",
    "[a][x]\n\n[x]: <javascript:alert(1)> \"t\"",
    "[x]\n\n[x]: &#106;avascript:alert(1)",
    "[![a](javascript:1)](javascript:2)",
    "![[a](javascript:1)](javascript:2)",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "# <script>alert(1)</script>",
    "- <img src=x onerror=alert(1)>",
    "{{constructor.constructor('alert(1)')()}} ${x} <%= x %> {{{raw}}}",
    "]]> --> </script> </style> </textarea>",
    "&#0;&#1;&#127;&#128;&#x202E;&#xFEFF;&#xFFFF;&#x10FFFF;",
    "[a](https://x.go.th/ \"&#x202E;&quot;&gt;&#10;x\")",
};

static void test_tricks(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tricks); i++) {
        struct lab lab;
        struct prose got = render(&lab, tricks[i], (struct prose_options){1, true});
        const char *wrong = oracle_check(got.html);
        bool linked = str_has(got.html, STR("evil.example/\""))
                      || str_has(got.html, STR("href=\"javascript"));
        if (wrong || linked)
            print_error("%s\n  gives [%.*s] %s\n", tricks[i], STR_ARG(got.html),
                        wrong ? wrong : "");
        assert_null(wrong);
        assert_false(linked);
        lab_end(&lab);
    }
}

static void test_not_utf8(void **state)
{
    (void)state;
    struct lab lab;
    struct pos start = {.file = STR("f"), .line = 3};
    lab_begin(&lab, "a\0b", 3);
    prose_render(lab.input, (struct prose_options){1, false}, start, &lab.arena, &lab.diags);
    assert_string_equal(lab_findings(&lab), "source.nul-byte 3:0");
    lab_end(&lab);
    lab_begin(&lab, "a\xFF", 2);
    prose_render(lab.input, (struct prose_options){1, false}, start, &lab.arena, &lab.diags);
    assert_string_equal(lab_findings(&lab), "source.not-utf8 3:0");
    lab_end(&lab);
}

/* ---- what makes cmark slow ---- */

struct burden {
    const char *head, *unit;
    const char *findings; /* NULL: it may be rendered, or not; only that it ends counts */
};

static const struct burden burdens[] = {
    {"", "- + ", "markdown.too-deep 1:0"},
    {"x\n", ">", "markdown.too-deep 2:0"},
    {"", "> - ", "markdown.too-deep 1:0"},
    {"", "1. ", "markdown.too-deep 1:0"},
    {"- a\n", "> \t", "markdown.too-deep 2:0"},
    {"", "- \r", ""},
    {"", "- - - - - - - -\n", ""},
    {"", "* ", ""}, /* one thematic break */
    {"", "- ", ""},
    {"", "- - - - - x\n\n", ""},
    {"", "![[]()", NULL},
    {"", "*a **a ", NULL},
    {"", "_*", NULL},
    {"", "[", ""},
    {"", "[a](<b", NULL},
    {"", "`a``b", NULL},
    {"", "<!--", NULL},
    {"", "<![CDATA[", NULL},
    {"", "<?", NULL},
    {"", "&quot;", ""},
    {"", ">a\n\n", ""},
    {"[x]: https://x.go.th/", "[x]", NULL},
    {"[x]: /x '12345678901234567890123456789012345678901234567890123456789012345678901234567890"
     "12345678901234567890123456789012345678901234567890123456789012345678901234567890'\n\n",
     "[x]", NULL},
};

static void test_burdens(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(burdens); i++) {
        struct lab lab;
        struct arena arena = {0};
        struct buf text = {0};
        buf_put(&text, str_from(burdens[i].head));
        buf_put(&text, lab_repeat(burdens[i].unit, PROSE_BYTES_MAX - text.len, &arena));
        struct prose got = render(&lab, str_c(buf_str(&text), &arena),
                                  (struct prose_options){1, false});
        if (burdens[i].findings)
            assert_string_equal(lab_findings(&lab), burdens[i].findings);
        assert_null(oracle_check(got.html));
        prose_read(lab.input, &lab.arena);
        lab_end(&lab);
        buf_release(&text);
        arena_release(&arena);
    }
}

static const char *with_lines(struct lab *lab, unsigned depth, const char *pattern)
{
    struct buf text = {0};
    for (unsigned i = 0; i < depth; i++)
        buf_format(&text, pattern, (int)(2 * i), "");
    lab_begin(lab, text.ptr, text.len);
    buf_release(&text);
    prose_render(lab->input, (struct prose_options){1, false},
                 (struct pos){.file = STR("f"), .line = 1}, &lab->arena, &lab->diags);
    return lab_findings(lab);
}

/* Nesting by indentation, line by line; deep indentation of code is not nesting. */
static void test_depth(void **state)
{
    (void)state;
    struct lab lab;
    assert_string_equal(with_lines(&lab, PROSE_DEPTH_MAX, "%*s- a\n"), "");
    lab_end(&lab);
    assert_string_equal(with_lines(&lab, PROSE_DEPTH_MAX + 1, "%*s- a\n"),
                        "markdown.too-deep 33:0");
    lab_end(&lab);
    assert_string_equal(with_lines(&lab, 100, "a\n\n    %*scode\n\n"), "");
    lab_end(&lab);
}

static void test_length(void **state)
{
    (void)state;
    for (size_t over = 0; over <= 2; over++) {
        struct lab lab;
        struct arena arena = {0};
        struct str text = lab_repeat("word ", PROSE_BYTES_MAX - 1 + over, &arena);
        struct prose got = render(&lab, str_c(text, &arena), (struct prose_options){1, false});
        assert_string_equal(lab_findings(&lab), over == 2 ? "markdown.too-long 1:0" : "");
        assert_int_equal(got.html.len > 0, over != 2);
        lab_end(&lab);
        arena_release(&arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_renderings),
        cmocka_unit_test(test_title_and_lead),
        cmocka_unit_test(test_places_in_files),
        cmocka_unit_test(test_reads),
        cmocka_unit_test(test_bare),
        cmocka_unit_test(test_reads_no_end),
        cmocka_unit_test(test_tricks),
        cmocka_unit_test(test_not_utf8),
        cmocka_unit_test(test_burdens),
        cmocka_unit_test(test_depth),
        cmocka_unit_test(test_length),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
