/* SPDX-License-Identifier: MIT */
/* Assets: hashed names, references of style sheets, hostile folders. */
#include "publish_lab.h"

#include "base/file.h"
#include "base/hash.h"
#include "publish/assets.h"
#include "publish/css.h"

/* ---- references in a style sheet ---- */

static void references_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *sheet, *refs; /* each reference with a bar behind it */
    } cases[] = {
        {"", ""},
        {"a{color:red}", ""},
        {"a{b:url(x.png)}", "x.png|"},
        {"a{b:url( 'x y.png' )}", "x y.png|"},
        {"a{b:url(\n\"x.png\"\n)}", "x.png|"},
        {"a{b:URL(  x.png  )}", "x.png|"},
        {"@font-face{src:url(a.woff2) format(\"woff2\"),url(b.woff)}", "a.woff2|b.woff|"},
        {"@import \"a.css\";@IMPORT 'b.css' print;@import url(c.css);",
         "a.css|b.css|c.css|"},
        {"/* url(no) */url(yes)", "yes|"},
        {"/* open url(no)", ""},
        {"/*/ url(no) */url(yes)", "yes|"},
        {"a{content:\"url(no)\"}", ""},
        {"a{content:'it\\'s url(no)'}url(yes)", "yes|"},
        {"a{content:\"open url(no)", ""},
        {"curl(no) my-url(no) \xe0\xb8\x81url(no)", ""},
        {"url(", "|"},
        {"url()", "|"},
        {"url(open", "open|"},
        {"url('open", "open|"},
        {"url(\\", "\\|"},
        {"url(a\\)b)", "a\\)b|"},
        {"@import", ""},
        {"@importx \"no\"", ""},
        {"a'", ""},
        {"\\", ""},
        {"/", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = {0};
        char *sheet =
            malloc(strlen(cases[i].sheet) + 1); /* exact, for AddressSanitizer */
        memcpy(sheet, cases[i].sheet, strlen(cases[i].sheet));
        struct css_scan scan = {.text = str_of(sheet, strlen(cases[i].sheet))};
        struct str refs = STR("");
        for (struct str ref; css_next(&scan, &ref);)
            refs = str_format(&arena, "%.*s%.*s|", STR_ARG(refs), STR_ARG(ref));
        if (!str_eq(refs, str_from(cases[i].refs)))
            fail_msg("%s: %.*s", cases[i].sheet, STR_ARG(refs));
        free(sheet);
        arena_release(&arena);
    }
}

static void sheets_say_the_same_in_less(void **state)
{
    (void)state;
    static const struct {
        const char *sheet, *less;
    } cases[] = {
        {"", ""},
        {" \n/* all */ ", ""},
        {"/* SPDX */\na,\n.b > c {\n  d: e  f;\n}\n\n@media (g: 1px) and (h) {\n}\n",
         "a,.b > c{d:e f;}@media (g:1px) and (h){}"},
        {"a :hover{}", "a :hover{}"},
        {"a{b:calc(1px + 2px)}", "a{b:calc(1px + 2px)}"},
        {"a/* b */c", "a/**/c"},
        {"/* ours */ /*! it's theirs */ a  {}", "/*! it's theirs */ a{}"},
        {"a /* b */ c /* open", "a c"},
        {"a{b:\"x  ;  /* no */\"  }", "a{b:\"x  ;  /* no */\"}"},
        {"a{b:url( x  /*y*/ )}", "a{b:url( x  /*y*/ )}"},
        {"\\: a\\  b\\,  c", "\\: a\\  b\\, c"},
        {"a\\", "a\\"},
        {"'open ", "'open "},
        {"url(open ", "url(open "},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct arena arena = {0};
        struct str less = css_squeeze(str_from(cases[i].sheet), &arena);
        if (!str_eq(less, str_from(cases[i].less)))
            fail_msg("%s: %.*s", cases[i].sheet, STR_ARG(less));
        arena_release(&arena);
    }
}

static void scripts_lose_their_head(void **state)
{
    (void)state;
    static const char *const cases[][2] = {
        {"", ""},
        {"/* SPDX */\n/*\n * Manual\n */\n(() => {\n  /* why */\n})();\n",
         "(() => {\n  /* why */\n})();\n"},
        {"/*! theirs */ f()", "/*! theirs */ f()"},
        {"// f\ng()", "// f\ng()"},
        {"/* open", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str body = css_body(str_from(cases[i][0]));
        if (!str_eq(body, str_from(cases[i][1])))
            fail_msg("%s: %.*s", cases[i][0], STR_ARG(body));
    }
}

/* ---- names ---- */

static struct assets assets;

static int setup(void **state)
{
    assets = (struct assets){0};
    int error = lab_setup(state);
    lab.diags = diags_on(&lab.arena);
    return error;
}

static void add(const char *path, const char *bytes)
{
    assert_true(
        assets_add(&assets, str_from(path), str_from(bytes), &lab.arena, &lab.diags));
}

static bool name_all(void)
{
    return assets_name(&assets, &lab.arena, &lab.diags);
}

static struct str hashed(const char *before, struct str bytes, const char *after)
{
    struct str hash = hash_hex(hash_128(bytes), ASSETS_HASH_DIGITS, &lab.arena);
    return str_format(&lab.arena, "%s.%.*s%s", before, STR_ARG(hash), after);
}

static void expect_published(const char *path, struct str published)
{
    struct str is = assets_published(&assets, str_from(path));
    if (!str_eq(is, published))
        fail_msg("%s: %.*s, not %.*s", path, STR_ARG(is), STR_ARG(published));
}

static void names_tell_the_content(void **state)
{
    (void)state;
    add("a.js", "1");
    add("b/c.min.js", "2");
    add("licence", "3");
    assert_true(name_all());
    expect_published("a.js", hashed("assets/a", STR("1"), ".js"));
    expect_published("b/c.min.js", hashed("assets/b/c.min", STR("2"), ".js"));
    expect_published("licence", hashed("assets/licence", STR("3"), ""));
    expect_published("missing", STR(""));
}

static struct str sheet_bytes(const char *path)
{
    const struct asset *asset = map_get(&assets.by_path, str_from(path));
    return asset->bytes;
}

static void sheets_name_what_they_use(void **state)
{
    (void)state;
    add("css/main.css", "@import 'base.css';a{b:url(../img/x.png?v=1#top);c:url(./y.svg)}"
                        "d{e:url(data:image/png;base64,AA==);f:url(#id);g:url(/abs.png);"
                        "h:url(https://example.org/z.png);i:url(//example.org/z)}");
    add("css/base.css", "f{src:url(\"../img/x.png\")}");
    add("css/y.svg", "svg");
    add("img/x.png", "png");
    assert_true(name_all());
    struct str x = hashed("../img/x", STR("png"), ".png");
    struct str y = hashed("./y", STR("svg"), ".svg");
    struct str base = str_format(&lab.arena, "f{src:url(\"%.*s\")}", STR_ARG(x));
    struct str base_name = hashed("base", base, ".css");
    struct str main = str_format(
        &lab.arena,
        "@import '%.*s';a{b:url(%.*s?v=1#top);c:url(%.*s)}"
        "d{e:url(data:image/png;base64,AA==);f:url(#id);g:url(/abs.png);"
        "h:url(https://example.org/z.png);i:url(//example.org/z)}",
        STR_ARG(base_name), STR_ARG(x), STR_ARG(y));
    assert_true(str_eq(sheet_bytes("css/base.css"), base));
    assert_true(str_eq(sheet_bytes("css/main.css"), main));
    expect_published("css/main.css", hashed("assets/css/main", main, ".css"));
}

static void missing_references_are_found(void **state)
{
    (void)state;
    add("a.css", "x{}\ny{b:url(no.png)}z{c:url(../../etc/passwd)}url()url(?x)url(b/)");
    assert_false(name_all());
    assert_int_equal(lab.diags.items.count, 4);
    assert_true(lab_complains("assets.missing"));
    assert_int_equal(lab.diags.items.items[0].pos.line, 2);
}

/* Each is named by a call within the one before it. */
static bool names_a_row(int sheets)
{
    for (int i = 0; i < sheets; i++)
        add(str_c(str_format(&lab.arena, "s%d.css", i), &lab.arena),
            str_c(str_format(&lab.arena, "@import \"s%d.css\";", i + 1), &lab.arena));
    add(str_c(str_format(&lab.arena, "s%d.css", sheets), &lab.arena), "a{}");
    return name_all();
}

static void long_rows_of_imports_are_found(void **state)
{
    (void)state;
    assert_false(names_a_row(ASSETS_IMPORTS_MAX));
    assert_true(lab_complains("assets.deep"));
}

static void the_longest_row_of_imports_is_named(void **state)
{
    (void)state;
    assert_true(names_a_row(ASSETS_IMPORTS_MAX - 1));
}

/* Two ways to one sheet are no circle. */
static void a_diamond_is_named(void **state)
{
    (void)state;
    add("a.css", "@import 'b.css';@import 'c.css'");
    add("b.css", "@import 'd.css'");
    add("c.css", "@import 'd.css'");
    add("d.css", "a{}");
    assert_true(name_all());
}

static void circles_are_found(void **state)
{
    (void)state;
    add("a.css", "@import 'b.css'");
    add("b.css", "@import 'a.css'");
    add("c.css", "@import 'c.css'");
    assert_false(name_all());
    assert_true(lab_complains("assets.circle"));
}

static void two_of_one_path(void **state)
{
    (void)state;
    add("a", "1");
    assert_false(assets_add(&assets, STR("a"), STR("2"), &lab.arena, &lab.diags));
    assert_false(assets_add(&assets, STR("../a"), STR("2"), &lab.arena, &lab.diags));
    assert_false(assets_add(&assets, STR("A"), STR("2"), &lab.arena, &lab.diags));
    assert_true(lab_complains("assets.twice"));
    assert_true(lab_complains("assets.bad-name"));
}

/* ---- from folder to site ---- */

static bool load(void)
{
    int root = file_open_root(str_from(lab.folder), &lab.arena);
    bool ok = assets_load(&assets, root, STR("assets"), &lab.arena, &lab.diags);
    close(root);
    return ok;
}

static void a_folder_is_published(void **state)
{
    (void)state;
    lab_shell("mkdir -p assets/css && printf 'a{b:url(../x.png)}' > assets/css/a.css && "
              "printf png > assets/x.png && touch assets/.hidden");
    assert_true(load() && name_all());
    struct publish *publish = lab_begin();
    assets_put(&assets, publish);
    assert_int_equal(lab_commit(publish), PUBLISH_DONE);
    assert_int_equal(lab.result.files, 3);
    struct str x = hashed("x", STR("png"), ".png");
    lab_expect(str_format(&lab.arena, "site/assets/%.*s", STR_ARG(x)).ptr, "png");
    assert_int_equal(lab_shell("grep -q '%.*s' site/assets/css/a.*.css", STR_ARG(x)), 0);
}

static void no_folder_is_no_assets(void **state)
{
    (void)state;
    assert_true(load() && name_all());
    assert_int_equal(assets.by_path.entries.count, 0);
}

static void hostile_folders_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *shell, *rule;
    } cases[] = {
        {"ln -s /etc/passwd assets/x", "assets.not-a-file"},
        {"ln -s /etc assets/x", "assets.not-a-file"},
        {"mkfifo assets/x", "assets.not-a-file"},
        {"touch assets/X.png", "assets.bad-name"},
        {"touch 'assets/a b'", "assets.bad-name"},
        {"touch assets/$(printf '\\377')", "assets.bad-name"},
        {"truncate -s 21M assets/x", "assets.cannot-read"},
        {"mkdir -p assets/1/2/3/4/5/6/7/8/9/10", "assets.cannot-read"},
        {"rm -r assets; touch assets", "assets.cannot-read"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        assets = (struct assets){0};
        lab.diags = diags_on(&lab.arena);
        lab_shell("rm -rf assets; mkdir assets; touch assets/good; %s", cases[i].shell);
        if (load() || !lab_complains(cases[i].rule))
            fail_msg("%s", cases[i].shell);
    }
}

static void folders_at_the_limits_are_taken(void **state)
{
    (void)state;
    static const char *const shells[] = {
        "ln assets/good assets/x", /* a second name is no link */
        "touch assets/x-1_2.png",
        "truncate -s 20M assets/x",
        "mkdir -p assets/1/2/3/4/5/6/7; touch assets/1/2/3/4/5/6/7/x",
    };
    for (size_t i = 0; i < sizeof(shells) / sizeof(*shells); i++) {
        assets = (struct assets){0};
        lab.diags = diags_on(&lab.arena);
        lab_shell("rm -rf assets; mkdir assets; touch assets/good; %s", shells[i]);
        if (!load() || assets.by_path.entries.count != 2)
            fail_msg("%s", shells[i]);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, lab_teardown)

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(references_are_found),
        cmocka_unit_test(sheets_say_the_same_in_less),
        cmocka_unit_test(scripts_lose_their_head),
        TEST(names_tell_the_content),
        TEST(sheets_name_what_they_use),
        TEST(missing_references_are_found),
        TEST(circles_are_found),
        TEST(long_rows_of_imports_are_found),
        TEST(the_longest_row_of_imports_is_named),
        TEST(a_diamond_is_named),
        TEST(two_of_one_path),
        TEST(a_folder_is_published),
        TEST(no_folder_is_no_assets),
        TEST(hostile_folders_are_refused),
        TEST(folders_at_the_limits_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
