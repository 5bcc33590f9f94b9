/* SPDX-License-Identifier: MIT */
/* The officers' pages: who is published, what is missing, what to mend, in which order,
 * with the LAO's code in its links, and nothing of anybody's own. */
#include "model_lab.h"

#include "render/template.h"
#include "view/complete.h"
#include "view/kinds.h"
#include "view/officer.h"
#include "view/snippet.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const char settings[] =
    "title: {th: ทดสอบ, en: Test}\nlanguages: [th, en]\n"
    "base_url: https://example.go.th/a/\n"
    "hashtags: [เที่ยวท้องถิ่น, '{lao_tag}']\n"
    "form: {url: 'https://example.go.th/form?code={code}'}\n"
    "correction: {url: 'https://example.go.th/fix?code={code}'}\n";

static const char silk[] =
    "lao: 360202\ncategory: product\nname: {th: ผ้าไหม, en: Silk}\nsummary: {th: ผ้าทอ & ย้อม}\n"
    "contact: {line: '@silk'}\nplace: {lat: 15.76, lon: 101.91}\n"
    "access: {features: {enter.stepfree: no}}\n";

/* Its telephone holds it back, and is quoted in the finding. */
static const char held[] =
    "lao: 360203\ncategory: food\nname: {th: แกงลับ}\nsummary: {th: แกง}\n"
    "contact: {phone: '044 891 101 x'}\n";

struct office {
    struct lab lab;
    struct plan plan;
    struct view *view;
};

static struct office office;

static void put_words(const char *lang)
{
    struct lab *lab = &office.lab;
    int dir = file_open_root(STR("content/words"), &lab->arena);
    assert_true(dir >= 0);
    struct file_read words =
        file_read(dir, str_format(&lab->arena, "%s.yaml", lang), 1 << 20, &lab->arena);
    close(dir);
    lab_put(lab, str_c(str_format(&lab->arena, "words/%s.yaml", lang), &lab->arena),
            str_c(words.bytes, &lab->arena));
}

static void open_view(void)
{
    static const struct view_asset assets[] = {
        {STR_CONST("check.js"), STR_CONST("assets/check.1.js")},
        {STR_CONST("share.js"), STR_CONST("assets/share.1.js")},
        {STR_CONST("icon.svg"), STR_CONST("assets/icon.1.svg")},
        {STR_CONST("keep.js"), STR_CONST("assets/keep.1.js")},
        {STR_CONST("offline.js"), STR_CONST("assets/offline.1.js")},
        {STR_CONST("style.css"), STR_CONST("assets/style.1.css")},
        {STR_CONST("officer.css"), STR_CONST("assets/officer.1.css")},
        {STR_CONST("fonts/looped-regular.woff2"), STR_CONST("assets/a.1.woff2")},
        {STR_CONST("fonts/looped-bold.woff2"), STR_CONST("assets/b.1.woff2")},
    };
    struct lab *lab = &office.lab;
    office.plan = plan_site(lab->site, &lab->arena, &lab->diags);
    office.view = view_make(lab->site, &office.plan,
                            (struct view_options){.assets = assets,
                                                  .asset_count = COUNT(assets),
                                                  .findings = &lab->diags},
                            &lab->arena);
}

static int begin(void **state)
{
    (void)state;
    office = (struct office){.lab = lab_open()};
    struct lab *lab = &office.lab;
    lab_put(lab, "site.yaml", settings);
    put_words("th");
    put_words("en");
    lab_put(lab, "identities/360202.yaml", silk);
    lab_put(lab, "identities/360203.yaml", held);
    lab_load(lab);
    lab->site->vocabulary.features.items[0].starter = true;
    lab->site->vocabulary.features.items[1].starter = true;
    open_view();
    return 0;
}

static int end(void **state)
{
    (void)state;
    lab_close(&office.lab);
    return 0;
}

static const struct page *page_at(const char *path)
{
    for (size_t i = 0; i < office.plan.pages.count; i++)
        if (str_eq(office.plan.pages.items[i].path, str_from(path)))
            return &office.plan.pages.items[i];
    fail_msg("%s is not planned", path);
    return NULL;
}

/* The page as it would be published. */
static struct str print(const char *path)
{
    struct lab *lab = &office.lab;
    const struct page *page = page_at(path);
    int dir = file_open_root(STR("templates"), &lab->arena);
    struct templates *templates =
        templates_load(dir, STR("templates"), &lab->arena, &lab->diags);
    close(dir);
    const struct template *template =
        template_get(templates, str_from(page_types[page->kind]->template));
    const struct shape *shape = view_shape(office.view, page->kind, &lab->arena);
    assert_true(template_check(template, shape, &lab->diags));
    struct value root = value_map_of(
        (const struct value *)view_fill(office.view, page, &lab->arena), shape);
    struct buf out = {0};
    template_render(template, &root, &out);
    struct str text = buf_finish(&out, &lab->arena);
    buf_release(&out);
    return text;
}

static void assert_has(struct str text, const char *part)
{
    if (!str_has(text, str_from(part)))
        fail_msg("“%s” is not in:\n%.*s", part, STR_ARG(text));
}

static void assert_lacks(struct str text, const char *part)
{
    if (str_has(text, str_from(part)))
        fail_msg("“%s” is in:\n%.*s", part, STR_ARG(text));
}

/* The part of the page that is one LAO's. */
static struct str of_lao(struct str page, const char *key)
{
    struct str id = str_format(&office.lab.arena, "id=\"l%s\"", key);
    struct cut cut = str_cut_str(page, id);
    assert_true(cut.ok);
    struct cut next = str_cut_str(cut.tail, STR("class=\"lao\""));
    return next.head;
}

/* ---- findings ---- */

static void what_is_to_mend_is_counted(void **state)
{
    (void)state;
    const struct laos *laos = &lab_lao(&office.lab, "360203")->province->laos;
    assert_int_equal(laos->count, 4);
    assert_int_equal(officer_mend(office.view, laos), 1);
}

static void findings_are_found_by_their_lao(void **state)
{
    (void)state;
    struct arena *arena = &office.lab.arena;
    static const struct rule note = {.id = "a", .severity = SEVERITY_NOTE},
                             warning = {.id = "b", .severity = SEVERITY_WARNING};
    struct diags diags = diags_on(arena);
    diag(&diags, &warning, (struct pos){0}, STR("nobody's"));
    diags.subject = STR("360301");
    diag(&diags, &note, (struct pos){0}, STR("1"));
    diag(&diags, &warning, (struct pos){0}, STR("2"));
    struct map index = officer_index(office.lab.site, &diags, arena);
    assert_int_equal(index.entries.count, 1);
    const struct findings *own = map_get(&index, STR("360301"));
    assert_int_equal(own->count, 2);
    assert_ptr_equal(own->items[0], &diags.items.items[1]);
    assert_int_equal(officer_index(office.lab.site, NULL, arena).entries.count, 0);
}

/* ---- what is there ---- */

static const char *joined(const struct strs *strs)
{
    struct arena *arena = &office.lab.arena;
    return str_c(str_join(strs->items, strs->count, STR(", "), arena), arena);
}

static void missing_fields_are_named(void **state)
{
    (void)state;
    struct arena *arena = &office.lab.arena;
    const struct identity *identity = lab_lao(&office.lab, "360202")->identity;
    struct strs asked = complete_asked(office.view, 1, arena);
    struct complete fields = complete_fields(office.view, &asked, identity, arena);
    assert_string_equal(joined(&fields.have),
                        "Field, Name, Name (English), Summary, Coordinates, Contact");
    assert_string_equal(joined(&fields.missing),
                        "Summary (English), Story, Story (English), Hashtags of its own,"
                        " Getting there, Opening hours, Entrance fee, Photo, Sources");
}

static void a_no_is_an_answer(void **state)
{
    (void)state;
    struct arena *arena = &office.lab.arena;
    struct complete access = complete_access(
        office.view, 0, lab_lao(&office.lab, "360202")->identity, arena);
    assert_string_equal(joined(&access.have), "ไม่มีขั้น");
    assert_string_equal(joined(&access.missing), "ประตู");
    access = complete_access(office.view, 0, lab_lao(&office.lab, "360203")->identity, arena);
    assert_int_equal(access.have.count, 0);
    assert_int_equal(access.missing.count, 2);
}

/* ---- the page ---- */

static void the_page_shows_every_lao_in_order(void **state)
{
    (void)state;
    static const char *const order[] = {"l360101", "l360301", "l360202", "l360203"};
    struct str page = print("th/check/chaiyaphum/");
    struct str rest = page;
    for (size_t i = 0; i < COUNT(order); i++) {
        struct cut cut = str_cut_str(
            rest, str_format(&office.lab.arena, "id=\"%s\"", order[i]));
        assert_true(cut.ok);
        rest = cut.tail;
    }
    assert_has(page, "<meta name=\"robots\" content=\"noindex\">");
    assert_has(page, "<h2 id=\"d0\">ระดับจังหวัด");
    assert_has(page, "อำเภอคอนสวรรค์ <span class=\"count\">เผยแพร่แล้ว 0 จาก 1 แห่ง</span>");
}

/* However much is found, the page stays of a size that hosts take; the count does not lie. */
static void a_flood_is_cut_and_counted(void **state)
{
    (void)state;
    static const struct rule note = {"b.note", SEVERITY_NOTE, {"โน้ต", "n"}, {"", ""}, false},
                             error = {"a.error", SEVERITY_ERROR, {"ผิด", "e"}, {"", ""}, false};
    static const struct {
        size_t notes, bytes;
        const char *more;
    } floods[] = {
        {OFFICER_TOLD_MAX - 1, 1, NULL},
        {OFFICER_TOLD_MAX, 1, "ยังมีอีก 1 เรื่องในรายงาน"},
        {2000, 1, "ยังมีอีก 1,971 เรื่องในรายงาน"},
        {3, OFFICER_TOLD_BYTES, "ยังมีอีก 3 เรื่องในรายงาน"},
    };
    struct arena *arena = &office.lab.arena;
    struct view *before = office.view, view = *before;
    office.view = &view;
    for (size_t i = 0; i < COUNT(floods); i++) {
        struct diags diags = diags_on(arena);
        struct str value = {memset(arena_alloc(arena, floods[i].bytes), 'x', floods[i].bytes),
                            floods[i].bytes};
        diags.subject = STR("360301");
        for (size_t k = 0; k < floods[i].notes; k++)
            diag(&diags, &note, (struct pos){0}, value);
        diag(&diags, &error, (struct pos){0}, value);
        view.findings_of = officer_index(office.lab.site, &diags, arena);
        struct str card = of_lao(print("th/check/chaiyaphum/"), "360301");
        assert_has(card, "ผิด"); /* the error is not what was left off */
        if (floods[i].more)
            assert_has(card, floods[i].more);
        else
            assert_lacks(card, "ยังมีอีก");
    }
    office.view = before;
}

static void who_sent_nothing_is_told_how(void **state)
{
    (void)state;
    struct str lao = of_lao(print("th/check/chaiyaphum/"), "360301");
    assert_has(lao, "data-lao=\"none\"");
    assert_has(lao, "6360301 · 360301");
    assert_has(lao, "ยังไม่มีข้อมูล");
    assert_has(lao, "href=\"https://example.go.th/form?code=360301\"");
    assert_lacks(lao, "<dl>");
}

static void who_is_published_sees_the_post(void **state)
{
    (void)state;
    struct str lao = of_lao(print("th/check/chaiyaphum/"), "360202");
    assert_has(lao, "data-lao=\"published\"");
    assert_lacks(lao, " open");
    assert_has(lao, "href=\"../../../th/chaiyaphum/360202/\"");
    assert_has(lao, "<b>ผ้าไหม · เทศบาลตำบลบ้านเขว้า · อำเภอบ้านเขว้า จังหวัดชัยภูมิ</b>");
    assert_has(lao, "<span>ผ้าทอ &amp; ย้อม</span>");
    assert_has(lao, "#เที่ยวท้องถิ่น\n#เทศบาลตำบลบ้านเขว้า\n");
    assert_has(lao, "https://example.go.th/a/th/chaiyaphum/360202/");
    assert_has(lao, "href=\"https://example.go.th/fix?code=360202\"");
}

/* What is pasted is escaped once by us for the page that gets it, once more to be shown here. */
static void a_link_to_paste_is_text_whatever_the_name(void **state)
{
    (void)state;
    const struct lao *lao = lab_lao(&office.lab, "360202");
    struct str lines = of_lao(print("en/check/chaiyaphum/"), "360202");
    assert_has(lines, "<code>&lt;a lang=&quot;th&quot; href=&quot;https://example.go.th/a/th/chaiyaphum/360202/"
                      "&quot;&gt;ผ้าไหม · ทดสอบ&lt;/a&gt;</code>");
    struct identity hostile = *lao->identity;
    struct lao other = *lao;
    other.identity = &hostile;
    hostile.name.in[0] = STR("</a><script src=\"//x\">&lt;'");
    struct str link = snippet_link(office.view, &other, &office.lab.arena);
    assert_has(link, ">&lt;/a&gt;&lt;script src=&quot;//x&quot;&gt;&amp;lt;' · ทดสอบ</a>");
    assert_lacks(link, "<script");
}

static void who_is_held_back_sees_why(void **state)
{
    (void)state;
    struct str lao = of_lao(print("th/check/chaiyaphum/"), "360203");
    assert_has(lao, "data-lao=\"held\" data-mend=\"\" open");
    assert_has(lao, "data-severity=\"error\"");
    assert_has(lao, "identities/360203.yaml บรรทัด 5");
    assert_has(lao, "044 891 101 x");
    assert_lacks(lao, "5678");
    assert_lacks(lao, "แกงลับ"); /* what is held back is not shown */
    assert_lacks(lao, "class=\"caption\"");
    assert_lacks(lao, "check/rules/");
}

static void rules_are_linked_when_they_have_a_page(void **state)
{
    (void)state;
    static const struct rulebook rules = {0};
    office.view->rules = &rules;
    assert_has(of_lao(print("en/check/chaiyaphum/"), "360203"),
               "href=\"../../../en/check/rules/#field-not-a-phone\"");
}

static void thai_on_an_english_page_says_so(void **state)
{
    (void)state;
    struct str lao = of_lao(print("en/check/chaiyaphum/"), "360203");
    assert_has(lao, "<span lang=\"th\">องค์การบริหารส่วนตำบลบ้านเขว้า</span>");
    assert_has(lao, "4489 1101 <span lang=\"th\">ต่อ ");
}

static void the_index_counts_provinces(void **state)
{
    (void)state;
    struct str page = print("en/check/");
    assert_has(page, "href=\"../../en/check/chaiyaphum/\">Chaiyaphum</a></th>"
                     "<td class=\"number\">4</td><td class=\"number\">1</td>"
                     "<td class=\"number told-error\">1</td><td class=\"number\">2</td>"
                     "<td class=\"number told-error\">1</td>");
    assert_has(page, "<meta name=\"robots\" content=\"noindex\">");
}

static void sitemaps_leave_them_out(void **state)
{
    (void)state;
    struct str sitemap = print("sitemap-th.xml");
    assert_has(sitemap, "https://example.go.th/a/th/chaiyaphum/");
    assert_lacks(sitemap, "/check/");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)
    const struct CMUnitTest tests[] = {
        TEST(what_is_to_mend_is_counted),
        TEST(findings_are_found_by_their_lao),
        TEST(missing_fields_are_named),
        TEST(a_no_is_an_answer),
        TEST(the_page_shows_every_lao_in_order),
        TEST(a_flood_is_cut_and_counted),
        TEST(who_sent_nothing_is_told_how),
        TEST(who_is_published_sees_the_post),
        TEST(a_link_to_paste_is_text_whatever_the_name),
        TEST(who_is_held_back_sees_why),
        TEST(rules_are_linked_when_they_have_a_page),
        TEST(thai_on_an_english_page_says_so),
        TEST(the_index_counts_provinces),
        TEST(sitemaps_leave_them_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
