/* SPDX-License-Identifier: MIT */
/* Templates against shapes: what a page becomes, and each finding with its place and
 * words. */
#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "base/panic.h"
#include "base/pool.h"
#include "render/template.h"

/* ---- the views of these tests ---- */

struct province_view {
    struct value name, code;
};
static const struct slot province_slots[] = {
    SLOT(province_view, name, VALUE_TEXT),
    SLOT(province_view, code, VALUE_TEXT),
};
static const struct shape province_shape =
    SHAPE("province", province_view, province_slots);

struct place_view {
    struct value name, href, open, province;
};
static const struct slot place_slots[] = {
    SLOT(place_view, name, VALUE_TEXT),
    SLOT(place_view, href, VALUE_TEXT),
    SLOT(place_view, open, VALUE_BOOL),
    SLOT_OF(place_view, province, VALUE_MAP, &province_shape),
};
static const struct shape place_shape = SHAPE("place", place_view, place_slots);

struct page_view {
    struct value title, body, note, draft, place, places, tags;
};
static const struct slot page_slots[] = {
    SLOT(page_view, title, VALUE_TEXT),
    SLOT(page_view, body, VALUE_HTML),
    SLOT(page_view, note, VALUE_TEXT),
    SLOT(page_view, draft, VALUE_BOOL),
    SLOT_OF(page_view, place, VALUE_MAP, &place_shape),
    SLOT_OF(page_view, places, VALUE_LIST, &place_shape),
    SLOT(page_view, tags, VALUE_LIST),
};
static const struct shape page_shape = SHAPE("page", page_view, page_slots);

static struct value make_place(const char *name, bool open, struct arena *arena)
{
    struct province_view *province = value_struct(province_view, arena);
    province->name = value_text(STR("ชัยภูมิ"));
    province->code = value_int(36, arena);
    struct place_view *place = value_struct(place_view, arena);
    place->name = value_text(str_from(name));
    place->open = value_bool(open);
    place->province = value_map(province, &province_shape);
    return value_map(place, &place_shape);
}

static struct value make_page(struct arena *arena)
{
    struct value *places = arena_many(arena, 2, struct value);
    places[0] = make_place("Kut Ngong", true, arena);
    places[1] = make_place("A & B", false, arena);
    struct value *tags = arena_many(arena, 2, struct value);
    tags[0] = value_text(STR("silk"));
    tags[1] = value_text(STR("<salt>"));
    struct page_view *page = value_struct(page_view, arena);
    page->title = value_text(STR("Silk & \"Salt\""));
    page->body = value_html(STR("<p>ผ้า & x</p>"));
    page->draft = value_bool(true);
    page->place = make_place("Ban Khwao", false, arena);
    page->places = value_list(places, 2);
    page->tags = value_list(tags, 2);
    return value_map(page, &page_shape);
}

/* ---- a folder of templates ---- */

struct file {
    const char *name, *text;
};

enum { FILES_MAX = 4 };

struct set {
    char dir[32];
    int fd;
    struct arena arena;
    struct diags diags;
    struct templates *templates;
};

static void write_text(const char *dir, const char *name, const char *text)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", dir, name);
    char *slash = strrchr(path, '/');
    *slash = '\0';
    mkdir(path, 0777);
    *slash = '/';
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void set_open(struct set *set, const struct file files[FILES_MAX])
{
    *set = (struct set){.dir = "/tmp/t_render.XXXXXX"};
    assert_non_null(mkdtemp(set->dir));
    for (size_t i = 0; i < FILES_MAX && files[i].name; i++)
        write_text(set->dir, files[i].name, files[i].text);
    set->fd = file_open_root(str_from(set->dir), &set->arena);
    assert_true(set->fd >= 0);
    set->diags = diags_on(&set->arena);
    set->templates = templates_load(set->fd, STR("templates"), &set->arena, &set->diags);
    assert_non_null(set->templates);
}

static void set_close(struct set *set)
{
    char command[64];
    close(set->fd);
    arena_release(&set->arena);
    snprintf(command, sizeof command, "rm -rf '%s'", set->dir);
    assert_int_equal(system(command), 0);
}

static bool check(struct set *set, const char *name)
{
    const struct template *template = template_get(set->templates, str_from(name));
    assert_non_null(template);
    return template_check(template, &page_shape, &set->diags);
}

/* ---- what pages become ---- */

struct page_case {
    const char *what;
    struct file files[FILES_MAX]; /* the first is rendered */
    const char *expected;
};

static const struct page_case pages[] = {
    {"text is escaped",
     {{"p.html", "<h1>{{title}}</h1>"}},
     "<h1>Silk &amp; &quot;Salt&quot;</h1>"},
    {"markup is written with three braces",
     {{"p.html", "{{{body}}}|{{&body}}"}},
     "<p>ผ้า & x</p>|<p>ผ้า & x</p>"},
    {"an empty slot is empty text and a false section",
     {{"p.html", "[{{note}}{{#note}}no{{/note}}]"}},
     "[]"},
    {"the root itself is a section",
     {{"p.html", "{{#.}}{{title}}{{^note}}-{{/note}}{{#place}}{{name}}{{/place}}{{/.}}"}},
     "Silk &amp; &quot;Salt&quot;-Ban Khwao"},
    {"an inverted section of an empty slot",
     {{"p.html", "{{^note}}none{{/note}}{{^title}}no{{/title}}"}},
     "none"},
    {"a text section shows the text",
     {{"p.html", "{{#title}}<{{.}}>{{/title}}"}},
     "<Silk &amp; &quot;Salt&quot;>"},
    {"a truth opens its section once",
     {{"p.html", "{{#draft}}{{title}}{{/draft}}{{#place.open}}no{{/place.open}}"}},
     "Silk &amp; &quot;Salt&quot;"},
    {"a map opens its names",
     {{"p.html", "{{#place}}{{name}}, {{province.name}} {{province.code}}{{/place}}"}},
     "Ban Khwao, ชัยภูมิ 36"},
    {"a dotted name", {{"p.html", "{{place.province.name}}"}}, "ชัยภูมิ"},
    {"a list repeats",
     {{"p.html", "{{#places}}({{name}}{{#open}}!{{/open}}){{/places}}"}},
     "(Kut Ngong!)(A &amp; B)"},
    {"names of outer maps are seen in lists",
     {{"p.html", "{{#places}}{{place.name}};{{/places}}"}},
     "Ban Khwao;Ban Khwao;"},
    {"the innermost name wins, even when it is empty",
     {{"p.html", "{{#place}}{{#province}}{{name}}{{/province}}[{{href}}]{{/place}}"}},
     "ชัยภูมิ[]"},
    {"a list of texts",
     {{"p.html", "{{#tags}}{{.}} {{/tags}}{{^tags}}no{{/tags}}"}},
     "silk &lt;salt&gt; "},
    {"a partial takes the ending of its file",
     {{"p.html", "{{>head}}{{>parts/foot}}"},
      {"head.html", "{{title}}"},
      {"head.txt", "no"},
      {"parts/foot.html", "."}},
     "Silk &amp; &quot;Salt&quot;."},
    {"JSON escapes JSON",
     {{"p.json", "{\"t\": \"{{title}}\", \"b\": \"{{body}}\"}"}},
     "{\"t\": \"Silk \\u0026 \\\"Salt\\\"\", \"b\": \"\\u003cp\\u003eผ้า \\u0026 "
     "x\\u003c/p\\u003e\"}"},
    {"JSON inside HTML",
     {{"p.html", "<script>{{>d.jsonld.json}}</script>"},
      {"d.jsonld.json", "\"{{title}}\""}},
     "<script>\"Silk \\u0026 \\u0022Salt\\u0022\"</script>"},
    {"HTML as text in a feed", {{"p.xml", "{{body}}"}}, "&lt;p&gt;ผ้า &amp; x&lt;/p&gt;"},
    {"CSV",
     {{"p.csv", "{{title}},{{#places}}{{name}},{{/places}}"}},
     "\"Silk & \"\"Salt\"\"\",Kut Ngong,A & B,"},
    {"plain text", {{"p.txt", "{{title}}"}}, "Silk & \"Salt\""},
    {"a base layout with blocks",
     {{"p.html", "{{<base}}\n  {{$title}}{{title}}{{/title}}\n  {{$main}}\n  <p>\n    "
                 "{{place.name}}\n  </p>\n  {{/main}}\n{{/base}}\n"},
      {"base.html", "<title>{{$title}}-{{/title}}</title>\n<main>\n  {{$main}}\n  "
                    "{{/main}}\n</main>\n"}},
     "<title>Silk &amp; &quot;Salt&quot;</title>\n<main>\n<p>\nBan Khwao\n</p>\n</main>\n"},
    {"what is indented for authors, but not in <pre>",
     {{"p.html", "  <p>\n\t{{title}} a  b\n  </p>\n\n  <pre>\n  x\n   {{title}}\n  </pre>\n  y\n"}},
     "<p>\nSilk &amp; &quot;Salt&quot; a  b\n</p>\n<pre>\n  x\n   Silk &amp; &quot;Salt&quot;\n"
     "  </pre>\ny\n"},
    {"plain text as it stands", {{"p.txt", "  a\n"}}, "  a\n"},
    {"a card inside a block does not see the page's blocks",
     {{"p.html",
       "{{<base}}{{$title}}page{{/title}}{{$main}}{{<card}}{{/card}}{{/main}}{{/base}}"},
      {"base.html", "{{$title}}{{/title}}:{{$main}}{{/main}}"},
      {"card.html", "{{$title}}card{{/title}}"}},
     "page:card"},
    {"a block that calls for itself shows the default",
     {{"p.html", "{{<base}}{{$a}}[{{$a}}inner{{/a}}]{{/a}}{{/base}}"},
      {"base.html", "{{$a}}outer{{/a}}"}},
     "[inner]"},
    {"a block's content reaches through a partial",
     {{"p.html", "{{<base}}{{$a}}page{{/a}}{{/base}}"},
      {"base.html", "<{{>head}}>"},
      {"head.html", "{{$a}}default{{/a}}"}},
     "<page>"},
    {"sections one after the other",
     {{"p.html",
       "{{#draft}}1{{/draft}}{{#place}}{{name}}{{/place}}{{#tags}}{{.}}{{/tags}}"}},
     "1Ban Khwaosilk&lt;salt&gt;"},
    {"a byte order mark is no text", {{"p.html", "\xEF\xBB\xBFx"}}, "x"},
    {"comments may stand between blocks",
     {{"p.html", "{{<base}} {{! why }} {{$a}}1{{/a}}{{/base}}"},
      {"base.html", "{{$a}}{{/a}}"}},
     "1"},
};

static void fail_with_findings(struct set *set, const char *what)
{
    struct buf text = {0};
    diags_print(&set->diags, DIAG_EN, false, &text);
    fail_msg("%s:\n%.*s", what, STR_ARG(buf_str(&text)));
}

/* A set of the case's files, and the page among them, checked. */
static const struct template *open_case(struct set *set, const struct page_case *page)
{
    set_open(set, page->files);
    if (!check(set, page->files[0].name))
        fail_with_findings(set, page->what);
    return template_get(set->templates, str_from(page->files[0].name));
}

static void pages_are_rendered(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct set set;
        const struct template *page = open_case(&set, &pages[i]);
        struct value root = make_page(&set.arena);
        struct buf out = {0};
        template_render(page, &root, &out);
        if (!str_eq(buf_str(&out), str_from(pages[i].expected)))
            fail_msg("%s: \"%.*s\"", pages[i].what, STR_ARG(buf_str(&out)));
        buf_release(&out);
        set_close(&set);
    }
}

/* Bit i of `mask`: the root's i-th slot. */
static struct value some_of(const struct value *root, unsigned mask, struct arena *arena)
{
    struct value *slots = arena_many(arena, page_shape.size, struct value);
    for (unsigned i = 0; i < page_shape.size; i++)
        if (mask >> i & 1)
            slots[i] = root->map.slots[i];
    return value_map(slots, &page_shape);
}

enum { MASKS = 1 << (sizeof(page_slots) / sizeof(*page_slots)) };

/* Whatever of a page is known beforehand, its bytes are the same. */
static void folded_pages_are_the_same(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct set set;
        const struct template *page = open_case(&set, &pages[i]);
        struct value root = make_page(&set.arena);
        struct buf out = {0};
        for (unsigned mask = 0; mask < MASKS; mask++) {
            struct value known = some_of(&root, mask, &set.arena);
            buf_clear(&out);
            template_render(template_fold(page, &known, &set.arena), &root, &out);
            if (!str_eq(buf_str(&out), str_from(pages[i].expected)))
                fail_msg("%s, %#x known: \"%.*s\"", pages[i].what, mask,
                         STR_ARG(buf_str(&out)));
        }
        buf_release(&out);
        set_close(&set);
    }
}

/* What is known is done: the page's own root is not asked for it again. */
static void what_is_known_is_not_read_again(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){
                       {"p.html",
                        "{{title}}{{{body}}}{{^note}}-{{/note}}{{#draft}}{{title}}{{/draft}}"
                        "{{#places}}{{name}}{{#place}}{{name}}{{#tags}}{{.}}{{name}}{{/tags}}"
                        "{{/place}}{{province.name}}{{/places}}{{^draft}}{{{body}}}{{/draft}}"
                        "{{place.province.code}}{{#tags}}{{.}}{{title}}{{/tags}}"}});
    assert_true(check(&set, "p.html"));
    const struct template *page = template_get(set.templates, STR("p.html"));
    struct value root = make_page(&set.arena);
    struct buf whole = {0}, out = {0};
    template_render(page, &root, &whole);
    for (unsigned mask = 0; mask < MASKS; mask++) {
        struct value known = some_of(&root, mask, &set.arena);
        struct value rest = some_of(&root, ~mask, &set.arena);
        buf_clear(&out);
        template_render(template_fold(page, &known, &set.arena), &rest, &out);
        if (!str_eq(buf_str(&out), buf_str(&whole)))
            fail_msg("%#x known: \"%.*s\", not \"%.*s\"", mask, STR_ARG(buf_str(&out)),
                     STR_ARG(buf_str(&whole)));
    }
    buf_release(&whole);
    buf_release(&out);
    set_close(&set);
}

/* The places of make_page, each made when its turn comes and gone with the next. */
static struct value stream_place(const struct stream *stream, size_t index,
                                 struct arena *scratch)
{
    (void)stream;
    return index ? make_place("A & B", false, scratch)
                 : make_place("Kut Ngong", true, scratch);
}

static void a_stream_is_written_as_a_list(void **state)
{
    (void)state;
    static const struct stream two = {2, stream_place}, none = {0, stream_place};
    assert_int_equal(value_stream(&none).kind, VALUE_NONE);
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct set set;
        const struct template *page = open_case(&set, &pages[i]);
        struct value root = make_page(&set.arena);
        ((struct page_view *)root.map.slots)->places = value_stream(&two);
        struct buf out = {0};
        template_render(page, &root, &out);
        template_render(template_fold(page, &root, &set.arena), &root, &out);
        struct str twice = str_cat(&set.arena, str_from(pages[i].expected),
                                   str_from(pages[i].expected));
        if (!str_eq(buf_str(&out), twice))
            fail_msg("%s, streamed: \"%.*s\"", pages[i].what, STR_ARG(buf_str(&out)));
        buf_release(&out);
        set_close(&set);
    }
}

struct group_view {
    struct value places;
};
static const struct slot group_slots[] = {
    SLOT_OF(group_view, places, VALUE_LIST, &place_shape),
};
static const struct shape group_shape = SHAPE("group", group_view, group_slots);

struct deep_view {
    struct value group;
};
static const struct slot deep_slots[] = {
    SLOT_OF(deep_view, group, VALUE_MAP, &group_shape),
};
static const struct shape deep_shape = SHAPE("deep", deep_view, deep_slots);

/* How folding ends, in a child. */
static int fold_status(const struct template *template, const struct value *known)
{
    pid_t child = fork();
    if (child == 0) {
        struct arena arena = {0};
        close(STDERR_FILENO);
        template_fold(template, known, &arena);
        _exit(0);
    }
    int status = 0;
    waitpid(child, &status, 0);
    return WEXITSTATUS(status);
}

/* Rather than a program that reads a frame which nothing fills. */
static void a_stream_within_what_is_known_is_a_panic(void **state)
{
    (void)state;
    static const struct stream two = {2, stream_place};
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){
                       {"within.html", "{{#group}}{{#places}}{{name}}{{/places}}{{/group}}"},
                       {"path.html", "{{#group.places}}{{name}} {{/group.places}}"}});
    struct group_view group = {value_stream(&two)};
    struct deep_view deep = {value_map(&group, &group_shape)};
    const struct value root = value_map(&deep, &deep_shape);
    const struct template *within = template_get(set.templates, STR("within.html"));
    const struct template *path = template_get(set.templates, STR("path.html"));
    assert_true(template_check(within, &deep_shape, &set.diags));
    assert_true(template_check(path, &deep_shape, &set.diags));
    assert_int_equal(fold_status(within, &root), EXIT_SYSTEM);
    struct buf out = {0};
    template_render(template_fold(path, &root, &set.arena), &root, &out);
    assert_true(str_eq(buf_str(&out), STR("Kut Ngong A &amp; B ")));
    buf_release(&out);
    set_close(&set);
}

/* ---- what is reported ---- */

struct bad_case {
    struct file files[FILES_MAX];
    const char *id;
    const char *file;
    unsigned line, column;
    const char *problem, *remedy; /* in English; NULL: not looked at */
};

#define TEN(x) x x x x x x x x x x
#define OPEN_65                                                                          \
    TEN("{{#draft}}")                                                                    \
    TEN("{{#draft}}") TEN("{{#draft}}") TEN("{{#draft}}") TEN("{{#draft}}")              \
        TEN("{{#draft}}") "{{#draft}}{{#draft}}{{#draft}}{{#draft}}\n{{#draft}}"
#define OPEN_33                                                                          \
    TEN("{{#draft}}") TEN("{{#draft}}") TEN("{{#draft}}") "{{#draft}}{{#draft}}{{#"      \
                                                          "draft}}"
#define CLOSE_33                                                                         \
    TEN("{{/draft}}") TEN("{{/draft}}") TEN("{{/draft}}") "{{/draft}}{{/draft}}{{/"      \
                                                          "draft}}"

static const struct bad_case bad[] = {
    {{{"p.html", "a\xFF"}},
     "template.utf8",
     "templates/p.html",
     1,
     2,
     "The template is not UTF-8.",
     "Save the file as UTF-8."},
    {{{"p.html", "ก\n ก่\xE0\xB8"}},
     "template.utf8",
     "templates/p.html",
     2,
     4,
     NULL,
     NULL},
    {{{"p.html", "ผ้า {{title}} {{note\nx"}},
     "template.unclosed-tag",
     "templates/p.html",
     1,
     15,
     "The tag {{note has no closing }}.",
     "Add }} behind the name."},
    {{{"p.html", "{{{title}}"}},
     "template.unclosed-tag",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "x\n{{}}"}},
     "template.empty-tag",
     "templates/p.html",
     2,
     1,
     "The tag {{}} holds no name.",
     NULL},
    {{{"p.html", "{{# }}{{/ }}"}},
     "template.empty-tag",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", " {{the title}}"}},
     "template.bad-name",
     "templates/p.html",
     1,
     2,
     "“the title” cannot be a name.",
     NULL},
    {{{"p.html", "{{a..b}}"}}, "template.bad-name", "templates/p.html", 1, 1, NULL, NULL},
    {{{"p.html", "{{title.}}"}},
     "template.bad-name",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{>a b}}"}}, "template.bad-name", "templates/p.html", 1, 1, NULL, NULL},
    {{{"p.html", "{{>*kind}}"}},
     "template.dynamic-name",
     "templates/p.html",
     1,
     1,
     "Dynamic names such as “*kind” are not supported.",
     NULL},
    {{{"p.html", "{{=<%=}}"}},
     "template.bad-delimiters",
     "templates/p.html",
     1,
     1,
     "“<%” is not a pair of delimiters.",
     NULL},
    {{{"p.html", "{{=a b c=}}"}},
     "template.bad-delimiters",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{=a= b=}}"}},
     "template.bad-delimiters",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "a\n  {{#draft}}\nb"}},
     "template.unclosed-section",
     "templates/p.html",
     2,
     3,
     "The section “draft” is never closed.",
     "Add {{/draft}} where the section ends."},
    {{{"p.html", "{{#draft}}\n{{^note}}\n{{/draft}}{{/note}}"}},
     "template.mismatched-close",
     "templates/p.html",
     3,
     1,
     "This closes “draft”, but “note” from line 2 is the section that is open.",
     "Write {{/note}}, or move the closing tag."},
    {{{"p.html", "x{{/draft}}"}},
     "template.stray-close",
     "templates/p.html",
     1,
     2,
     "This closes “draft”, but no section is open.",
     NULL},
    {{{"p.html", OPEN_65}},
     "template.nesting",
     "templates/p.html",
     2,
     1,
     "Sections nest more than 64 deep at “draft”.",
     NULL},
    {{{"p.html", OPEN_33 "{{>q}}" CLOSE_33}, {"q.html", "\n" OPEN_33 CLOSE_33}},
     "template.nesting",
     "templates/q.html",
     2,
     311,
     NULL,
     NULL},

    {{{"p.html", "{{>haed}}"}, {"head.html", ""}},
     "template.unknown-partial",
     "templates/p.html",
     1,
     1,
     "There is no template named “haed”.",
     "The nearest names are: head."},
    {{{"p.html", "{{>zzzzzz}}"}, {"head.html", ""}},
     "template.unknown-partial",
     "templates/p.html",
     1,
     1,
     NULL,
     "The nearest names are: head, p."},
    {{{"p.html", "{{<haed}}{{/haed}}"}, {"head.html", ""}},
     "template.unknown-partial",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{>q}}"}, {"q.html", " {{>p}}"}},
     "template.partial-depth",
     NULL,
     1,
     0,
     NULL,
     "Templates probably include one another in a ring: cut it."},
    {{{"p.html", "{{>q}}"}, {"q.html", " {{>p}}"}},
     "template.partial-depth",
     "templates/p.html",
     1,
     1,
     "“q” is included more than 32 deep.",
     NULL},
    {{{"p.html", "x {{>q.txt}}"}, {"q.txt", "{{title}}"}},
     "template.mixed-kinds",
     "templates/p.html",
     1,
     3,
     "p.html includes q.txt, a file of another kind, whose text is not made safe for it.",
     NULL},
    {{{"p.json", "{{>q.html}}"}, {"q.html", "{{title}}"}},
     "template.mixed-kinds",
     "templates/p.json",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{<b}}\n <p>{{$a}}{{/a}}{{/b}}"}, {"b.html", "{{$a}}{{/a}}"}},
     "template.outside-block",
     "templates/p.html",
     2,
     2,
     "“<p>” stands outside every block and is lost.",
     NULL},
    {{{"p.html", "{{<b}}{{$a}}{{/a}}\n{{title}}{{/b}}"}, {"b.html", "{{$a}}{{/a}}"}},
     "template.outside-block",
     "templates/p.html",
     2,
     1,
     "“{{title}}” stands outside every block and is lost.",
     NULL},
    {{{"p.html", "{{<b}} {{#draft}}x{{/draft}}{{/b}}"}, {"b.html", "{{$a}}{{/a}}"}},
     "template.outside-block",
     "templates/p.html",
     1,
     8,
     NULL,
     NULL},
    {{{"p.html", "{{<b}} {{$titel}}x{{/titel}}{{/b}}"},
      {"b.html", "{{$title}}{{/title}}"}},
     "template.unknown-block",
     "templates/p.html",
     1,
     8,
     "“b” has no block named “titel”, so this content is lost.",
     "Its blocks are: title."},

    {{{"p.html", "<b>\n  ผ้า {{titel}}"}},
     "template.unknown-name",
     "templates/p.html",
     2,
     7,
     "There is no value named “titel” here.",
     "Did you mean title?"},
    {{{"p.html", "{{#places}}{{nmae}}{{/places}}"}},
     "template.unknown-name",
     "templates/p.html",
     1,
     12,
     NULL,
     "Did you mean name?"},
    {{{"p.html", "{{#titel}}{{nothing}}{{/titel}}"}},
     "template.unknown-name",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{^titel}}{{/titel}}"}},
     "template.unknown-name",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{place.nane}}"}},
     "template.unknown-name",
     "templates/p.html",
     1,
     1,
     "There is no value named “place.nane” here.",
     "Did you mean name?"},
    {{{"p.html", "{{elephant}}"}},
     "template.no-such-name",
     "templates/p.html",
     1,
     1,
     "There is no value named “elephant” here.",
     "Names known here: title, body, note, draft, place, places, tags."},
    {{{"p.html", "{{>q}}"}, {"q.html", "\n\n{{elephant}}"}},
     "template.no-such-name",
     "templates/q.html",
     3,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{title.length}}"}},
     "template.not-a-map",
     "templates/p.html",
     1,
     1,
     "In “title.length”, “title” holds no named values.",
     NULL},
    {{{"p.html", "{{places.name}}"}},
     "template.not-a-map",
     "templates/p.html",
     1,
     1,
     NULL,
     "Use “places” alone or, if it is a list, open it with {{#places}}."},
    {{{"p.html", "{{places}}"}},
     "template.list-as-text",
     "templates/p.html",
     1,
     1,
     "“places” is a list and cannot be written as text.",
     "Repeat over it with {{#places}} … {{/places}}."},
    {{{"p.html", "{{place}}"}},
     "template.map-as-text",
     "templates/p.html",
     1,
     1,
     "“place” is a group of values and cannot be written as text.",
     "Take one of its values: name, href, open, province."},
    {{{"p.html", "{{#places}}{{.}}{{/places}}"}},
     "template.map-as-text",
     "templates/p.html",
     1,
     12,
     NULL,
     NULL},
    {{{"p.html", "{{draft}}"}},
     "template.truth-as-text",
     "templates/p.html",
     1,
     1,
     "“draft” is a truth and cannot be written as text.",
     NULL},
    {{{"p.html", "{{{title}}}"}},
     "template.raw-text",
     "templates/p.html",
     1,
     1,
     "“title” is text, and text never enters a page unescaped.",
     "Write {{title}} with two braces."},
    {{{"p.html", "{{&title}}"}},
     "template.raw-text",
     "templates/p.html",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{#tags}}{{{.}}}{{/tags}}"}},
     "template.raw-text",
     "templates/p.html",
     1,
     10,
     NULL,
     NULL},
    {{{"p.txt", "{{{title}}}"}},
     "template.raw-text",
     "templates/p.txt",
     1,
     1,
     NULL,
     NULL},
    {{{"p.html", "{{body}}"}},
     "template.markup-escaped",
     "templates/p.html",
     1,
     1,
     "“body” is HTML; escaped, its tags would show on the page.",
     "Write {{{body}}} with three braces."},
    {{{"p.json", "{{{body}}}"}},
     "template.markup-here",
     "templates/p.json",
     1,
     1,
     "“body” is HTML and cannot be written as it is into this kind of file.",
     "Write {{body}} with two braces."},
    {{{"p.html", "{{>q.json}}"}, {"q.json", "{{{body}}}"}},
     "template.markup-here",
     "templates/q.json",
     1,
     1,
     NULL,
     NULL},
};

static bool text_is(const char *expected, struct str text)
{
    return !expected || str_eq(str_from(expected), text);
}

/* The first finding is the expected one. */
static bool reports(struct set *set, const struct bad_case *expected)
{
    if (!set->diags.items.count)
        return false;
    const struct finding *finding = &set->diags.items.items[0];
    return text_is(expected->id, str_from(finding->rule->id)) &&
           text_is(expected->file, finding->pos.file) &&
           finding->pos.line == expected->line &&
           (!expected->column || finding->pos.column == expected->column) &&
           text_is(expected->problem, diag_problem(finding, DIAG_EN, &set->arena)) &&
           text_is(expected->remedy, diag_remedy(finding, DIAG_EN, &set->arena));
}

static void mistakes_are_reported(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        struct set set;
        set_open(&set, bad[i].files);
        assert_false(check(&set, bad[i].files[0].name));
        if (!reports(&set, &bad[i]))
            fail_with_findings(&set, bad[i].id);
        set_close(&set);
    }
}

static bool is_tested(const struct rule *rule)
{
    static const char *const elsewhere[] = {"template.folder", "template.file",
                                            "template.system-error",
                                            "template.too-large"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        if (strcmp(rule->id, elsewhere[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        if (strcmp(rule->id, bad[i].id) == 0)
            return true;
    return false;
}

static void every_rule_is_tested_and_worded(void **state)
{
    (void)state;
    for (size_t i = 0; i < render_rule_count; i++) {
        if (!is_tested(&render_rules[i]))
            fail_msg("no case for %s", render_rules[i].id);
        for (enum diag_lang lang = DIAG_TH; lang < DIAG_LANGS; lang++) {
            assert_non_null(render_rules[i].problem[lang]);
            assert_non_null(render_rules[i].remedy[lang]);
        }
    }
}

/* ---- what is nearly a mistake ---- */

#define OPEN_64 OPEN_33 TEN("{{#draft}}") TEN("{{#draft}}") TEN("{{#draft}}") "{{#draft}}"
#define CLOSE_64 CLOSE_33 TEN("{{/draft}}") TEN("{{/draft}}") TEN("{{/draft}}") "{{/draft}}"

/* Of each rule the template that it must let pass. */
static const struct near_case {
    struct file files[FILES_MAX];
    const char *id;
} near_misses[] = {
    {{{"p.html", "a\xC3\xBFก่"}}, "template.utf8"},
    {{{"p.html", "ผ้า {{title}} { {note }} x"}}, "template.unclosed-tag"},
    {{{"p.html", "x\n{{!}}"}}, "template.empty-tag"},
    {{{"p.html", " {{ title\n}}{{place.name}}{{#tags}}{{.}}{{/tags}}"}}, "template.bad-name"},
    {{{"p.html", "{{> q }}"}, {"q.html", "*kind"}}, "template.dynamic-name"},
    {{{"p.html", "{{=<% %>=}}<%title%>{{title}}"}}, "template.bad-delimiters"},
    {{{"p.html", "a\n  {{#draft}}\nb{{/draft}}"}}, "template.unclosed-section"},
    {{{"p.html", "{{#draft}}\n{{^note}}\n{{/note}}{{/draft}}"}}, "template.mismatched-close"},
    {{{"p.html", "x{{#draft}}{{/ draft }}"}}, "template.stray-close"},
    {{{"p.html", OPEN_64 CLOSE_64}}, "template.nesting"},
    {{{"p.html", "{{>head}}{{<head}}{{/head}}"}, {"head.html", ""}}, "template.unknown-partial"},
    {{{"p.html", "{{>q.html}}"}, {"q.html", "{{title}}"}}, "template.mixed-kinds"},
    {{{"p.html", "{{<b}}\n {{! not lost }} {{$a}}<p>{{title}}{{/a}}\n{{/b}}"},
      {"b.html", "{{$a}}{{/a}}"}},
     "template.outside-block"},
    {{{"p.html", "{{<b}} {{$title}}x{{/title}}{{/b}}"}, {"b.html", "{{$title}}{{/title}}"}},
     "template.unknown-block"},
    {{{"p.html", "{{#places}}{{name}}{{/places}}{{^title}}{{/title}}"}}, "template.unknown-name"},
    {{{"p.html", "{{#places}}{{title}}{{/places}}"}}, "template.no-such-name"},
    {{{"p.html", "{{place.name}}"}}, "template.not-a-map"},
    {{{"p.html", "{{#places}}{{name}}{{/places}}"}}, "template.list-as-text"},
    {{{"p.html", "{{#place}}{{name}}{{/place}}"}}, "template.map-as-text"},
    {{{"p.html", "{{#draft}}x{{/draft}}{{^draft}}y{{/draft}}"}}, "template.truth-as-text"},
    {{{"p.html", "{{{body}}}"}}, "template.raw-text"},
    {{{"p.txt", "{{body}}"}}, "template.markup-escaped"},
    {{{"p.html", "{{>q.html}}"}, {"q.html", "{{&body}}"}}, "template.markup-here"},
};

static void near_misses_are_let_pass(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof near_misses / sizeof *near_misses; i++) {
        struct set set;
        set_open(&set, near_misses[i].files);
        if (!check(&set, near_misses[i].files[0].name) || set.diags.items.count)
            fail_with_findings(&set, near_misses[i].id);
        set_close(&set);
    }
}

/* p includes f0, that f1 …: `files` in a row. */
static bool a_row_is_good(int files)
{
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){{"p.html", "{{>f0}}"}});
    for (int i = 0; i < files; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "f%d.html", i);
        snprintf(text, sizeof text, i + 1 < files ? "{{>f%d}}" : "x", i + 1);
        write_text(set.dir, name, text);
    }
    set.templates = templates_load(set.fd, STR("t"), &set.arena, &set.diags);
    bool good = check(&set, "p.html");
    set_close(&set);
    return good;
}

static void the_deepest_row_is_let_pass(void **state)
{
    (void)state;
    assert_true(a_row_is_good(32));
    assert_false(a_row_is_good(33));
}

static bool is_missed(const char *id)
{
    static const char *const elsewhere[] = {"template.folder", "template.file",
                                            "template.system-error",
                                            "template.too-large", "template.partial-depth"};
    for (size_t i = 0; i < sizeof elsewhere / sizeof *elsewhere; i++)
        if (strcmp(id, elsewhere[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof near_misses / sizeof *near_misses; i++)
        if (strcmp(id, near_misses[i].id) == 0)
            return true;
    return false;
}

static void every_rule_has_a_near_miss(void **state)
{
    (void)state;
    for (size_t i = 0; i < render_rule_count; i++)
        if (!is_missed(render_rules[i].id))
            fail_msg("no near miss of %s", render_rules[i].id);
}

static bool has_rule(const struct diags *diags, const char *id)
{
    for (size_t i = 0; i < diags->items.count; i++)
        if (strcmp(diags->items.items[i].rule->id, id) == 0)
            return true;
    return false;
}

static void all_names_of_a_page_are_reported(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){
                       {"p.html", "{{a1}}{{#draft}}{{a2}}{{/draft}}{{>q}}"},
                       {"q.html", "{{a3}}"}});
    assert_false(check(&set, "p.html"));
    assert_int_equal(set.diags.items.count, 3);
    set_close(&set);
}

static void a_broken_partial_breaks_its_pages(void **state)
{
    (void)state;
    struct set set;
    set_open(&set,
             (const struct file[FILES_MAX]){{"p.html", "{{>q}}"}, {"q.html", "{{"}});
    assert_int_equal(set.diags.items.count, 1);
    assert_false(check(&set, "p.html"));
    assert_int_equal(set.diags.items.count, 1);
    set_close(&set);
}

/* Each of 20 files includes the next one twice: a million lines from a kilobyte. */
static void growth_without_end_is_stopped(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){{"p.html", "{{>f0}}"}});
    for (int i = 0; i < 20; i++) {
        char name[32], text[64];
        snprintf(name, sizeof name, "f%d.html", i);
        snprintf(text, sizeof text, i < 19 ? "{{>f%d}}{{>f%d}}" : "x", i + 1, i + 1);
        write_text(set.dir, name, text);
    }
    set.templates = templates_load(set.fd, STR("t"), &set.arena, &set.diags);
    assert_false(check(&set, "p.html"));
    assert_true(has_rule(&set.diags, "template.too-large"));
    set_close(&set);
}

/* A partial of 400 kB that is included many times: few steps, many bytes. */
static bool is_too_large(int times)
{
    enum { PARTIAL = 400 * 1000 };
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){{"p.html", "x"}});
    struct buf text = {0};
    for (int i = 0; i < PARTIAL; i++)
        buf_putc(&text, 'x');
    buf_putc(&text, '\0');
    write_text(set.dir, "q.html", text.ptr);
    buf_clear(&text);
    for (int i = 0; i < times; i++)
        buf_put(&text, STR("{{>q}}"));
    buf_putc(&text, '\0');
    write_text(set.dir, "p.html", text.ptr);
    set.templates = templates_load(set.fd, STR("t"), &set.arena, &set.diags);
    bool good = check(&set, "p.html"), told = has_rule(&set.diags, "template.too-large");
    assert_int_equal(good, !told);
    buf_release(&text);
    set_close(&set);
    return told;
}

static void growth_in_bytes_is_stopped(void **state)
{
    (void)state;
    assert_false(is_too_large(41)); /* 16.4 MB; the limit is 16 MiB */
    assert_true(is_too_large(42));
}

static void what_cannot_be_read_is_reported(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){{"p.html", ""},
                                                  {"README.md", "{{#no template}}"}});
    assert_null(template_get(set.templates, STR("README.md")));
    assert_null(template_get(set.templates, STR("q.html")));
    assert_int_equal(set.diags.items.count, 0);
    char path[64];
    snprintf(path, sizeof path, "%s/link.html", set.dir);
    assert_int_equal(symlink("/etc/passwd", path), 0);
    templates_load(set.fd, STR("t"), &set.arena, &set.diags);
    assert_true(has_rule(&set.diags, "template.file"));
    int file = openat(set.fd, "p.html", O_RDONLY | O_CLOEXEC);
    assert_null(templates_load(file, STR("t"), &set.arena, &set.diags));
    assert_true(has_rule(&set.diags, "template.folder"));
    assert_false(templates_system_failed(&set.diags));
    close(file);
    assert_null(templates_load(-1, STR("t"), &set.arena, &set.diags));
    assert_true(templates_system_failed(&set.diags));
    set_close(&set);
}

/* One template serves pages of two shapes. */
static void a_template_is_bound_to_each_shape(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){{"p.html", "{{name}}"}});
    const struct template *page = template_get(set.templates, STR("p.html"));
    assert_true(template_check(page, &place_shape, &set.diags));
    assert_true(template_check(page, &province_shape, &set.diags));
    struct value place = make_place("Ban Khwao", true, &set.arena);
    struct buf out = {0};
    template_render(page, &place, &out);
    template_render(page, &((const struct place_view *)place.map.slots)->province, &out);
    assert_true(str_eq(buf_str(&out), STR("Ban Khwaoชัยภูมิ")));
    buf_release(&out);
    set_close(&set);
}

/* A view that puts text where it declared markup must not open a hole. */
static void text_in_a_markup_slot_is_escaped(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){{"p.html", "{{{body}}}"}});
    const struct template *page = template_get(set.templates, STR("p.html"));
    assert_true(template_check(page, &page_shape, &set.diags));
    struct page_view view = {.body = value_text(STR("<script>"))};
    struct value root = value_map(&view, &page_shape);
    struct buf out = {0};
    template_render(page, &root, &out);
    assert_true(str_eq(buf_str(&out), STR("&lt;script&gt;")));
    buf_release(&out);
    set_close(&set);
}

enum { MANY = 64 };

struct many {
    const struct template *page;
    struct value root;
    struct buf out[MANY];
};

static void render_one(void *context, size_t index, unsigned worker)
{
    struct many *many = context;
    (void)worker;
    for (int i = 0; i < 50; i++)
        template_render(many->page, &many->root, &many->out[index]);
}

static void threads_share_a_template(void **state)
{
    (void)state;
    struct set set;
    set_open(&set, (const struct file[FILES_MAX]){
                       {"p.html", "{{#places}}{{name}}{{>q}}{{/places}}"},
                       {"q.html", "{{#province}}{{name}}{{title}}{{/province}}"}});
    struct many many = {.page = template_get(set.templates, STR("p.html")),
                        .root = make_page(&set.arena)};
    assert_true(template_check(many.page, &page_shape, &set.diags));
    pool_each(8, MANY, render_one, &many);
    for (size_t i = 1; i < MANY; i++)
        assert_true(str_eq(buf_str(&many.out[0]), buf_str(&many.out[i])));
    for (size_t i = 0; i < MANY; i++)
        buf_release(&many.out[i]);
    set_close(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_are_rendered),
        cmocka_unit_test(folded_pages_are_the_same),
        cmocka_unit_test(what_is_known_is_not_read_again),
        cmocka_unit_test(a_stream_is_written_as_a_list),
        cmocka_unit_test(a_stream_within_what_is_known_is_a_panic),
        cmocka_unit_test(mistakes_are_reported),
        cmocka_unit_test(every_rule_is_tested_and_worded),
        cmocka_unit_test(near_misses_are_let_pass),
        cmocka_unit_test(the_deepest_row_is_let_pass),
        cmocka_unit_test(every_rule_has_a_near_miss),
        cmocka_unit_test(all_names_of_a_page_are_reported),
        cmocka_unit_test(a_broken_partial_breaks_its_pages),
        cmocka_unit_test(growth_without_end_is_stopped),
        cmocka_unit_test(growth_in_bytes_is_stopped),
        cmocka_unit_test(what_cannot_be_read_is_reported),
        cmocka_unit_test(a_template_is_bound_to_each_shape),
        cmocka_unit_test(text_in_a_markup_slot_is_escaped),
        cmocka_unit_test(threads_share_a_template),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
