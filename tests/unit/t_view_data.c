/* SPDX-License-Identifier: MIT */
/* The data files, through the site's own templates: what is unknown stays empty, nothing
 * typed can break a format, and every form says the same. */
#include "model_lab.h"

#include "render/template.h"
#include "sources/table.h"
#include "view/access.h"
#include "view/data.h"
#include "view/sign.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static const char words[] =
    "lang: {name: ไทย}\nsite: {owner: สถ., demo: สาธิต, demo_text: ตัวอย่าง}\n"
    "data: {about: ข้อมูล, source: ที่มา, identities: อัตลักษณ์}\n"
    "place: {province: 'จังหวัด{name}', bangkok: '{name}'}\n"
    "lao_full: {sao: 'อบต.{name}', subdistrict: 'ทต.{name}', bangkok: '{name}'}\n"
    "format: {locale: th_TH, calendar: buddhist, date: '{day} {month} {year}'}\n";

static const char settings[] =
    "title: {th: ทดสอบ, en: Test}\nlanguages: [th, en]\n"
    "base_url: https://example.go.th/a/\n"
    "hashtags: [เที่ยวท้องถิ่น, '{lao_tag}']\nreports: {publish: yes}\n"
    "correction: {url: 'https://example.go.th/fix?code={code}',"
    " email: fix@example.go.th}\n";

static const char full[] =
    "lao: 360203\ncategory: food\n"
    "name: {th: '=1+1, \"แกง\"', en: '</script>&'}\nsummary: {th: '@แกง', en: Curry}\n"
    "story: {th: 'หนึ่ง **สอง**'}\ntags: [แกง]\n"
    "place: {lat: 15.75630, lon: 101.9, hours: 'Nov-Feb Mo-We,Fr 08:30-16:30; Su off',"
    " best_months: [1, 12]}\n"
    "contact: {phone: '044 891 101', line: '@silk'}\notop_stars: 4\n"
    "access: {checked: 2568-05-12, by: lao, method: measured, features:"
    " {enter.stepfree: limited, enter.door_cm: '>=90', enter.slope_1x: 0,"
    " enter.surface: sand, people.langs: [th, en],"
    " people.contact: {th: โทร}}, notes: {enter.stepfree: {th: มีขั้นเดียว, en: One step}}}\n"
    "facilities: [parking, food]\nsources: [{title: ก, url: 'https://example.com/'}]\n"
    "updated: 2568-06-10\n";

static const char least[] =
    "lao: 360202\ncategory: product\nname: {th: ผ้า}\nsummary: {th: ผ้าทอ}\n";

static const char reports[] =
    "lao,month,visitors,income,note\n360203,2025-03,0,,\n360203,2025-04,,1200,=cmd\n";

/* A site, and what makes its files. */
struct press {
    struct lab lab;
    struct plan plan;
    struct view *view;
    struct templates *templates;
};

static void starter(struct lab *lab)
{
    struct vocabulary *vocabulary = &lab->site->vocabulary;
    for (size_t i = 0; i < vocabulary->features.count; i++)
        vocabulary->features.items[i].starter = true;
}

static struct press press_open(const char *site_yaml)
{
    struct press press = {.lab = lab_open()};
    lab_put(&press.lab, "site.yaml", site_yaml);
    lab_put(&press.lab, "words/th.yaml", words);
    lab_put(&press.lab, "words/en.yaml", words);
    lab_put(&press.lab, "identities/360203.yaml", full);
    lab_put(&press.lab, "identities/360202.yaml", least);
    lab_put(&press.lab, "reports/a.csv", reports);
    return press;
}

static void press_start(struct press *press)
{
    static const struct view_asset assets[] = {
        {STR_CONST("icon.svg"), STR_CONST("assets/icon.1a2b3c4d.svg")},
        {STR_CONST("offline-store.js"), STR_CONST("assets/offline-store.1a2b3c4d.js")},
        {STR_CONST("offline-worker.js"), STR_CONST("assets/offline-worker.1a2b3c4d.js")}};
    struct lab *lab = &press->lab;
    lab_load(lab);
    starter(lab);
    press->plan = plan_site(lab->site, &lab->arena, &lab->diags);
    press->view = view_make(lab->site, &press->plan,
                            (struct view_options){URL_DIRECTORY, assets, COUNT(assets),
                                                  .findings = &lab->diags},
                            &lab->arena);
    int dir = file_open_root(STR("templates"), &lab->arena);
    press->templates = templates_load(dir, STR("templates"), &lab->arena, &lab->diags);
    assert_non_null(press->templates);
    close(dir);
}

/* The file at `path`, as it would be published. */
static struct str print(struct press *press, const char *path)
{
    struct arena *arena = &press->lab.arena;
    for (size_t i = 0; i < press->plan.pages.count; i++) {
        const struct page *page = &press->plan.pages.items[i];
        if (!str_eq(page->path, str_from(path)))
            continue;
        const struct template *template =
            template_get(press->templates, str_from(page_types[page->kind]->template));
        const struct shape *shape = view_shape(press->view, page->kind, arena);
        assert_true(template_check(template, shape, &press->lab.diags));
        struct value root = value_map_of(
            (const struct value *)view_fill(press->view, page, arena), shape);
        struct buf out = {0};
        template_render(template, &root, &out);
        struct str text = buf_finish(&out, arena);
        buf_release(&out);
        return text;
    }
    fail_msg("%s is not planned", path);
    return STR("");
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

/* ---- JSON, by its grammar ---- */

static struct str json_value(struct str text, unsigned depth);

static struct str blanks(struct str text)
{
    while (text.len && strchr(" \n\r\t", text.ptr[0]))
        text = str_skip(text, 1);
    return text;
}

static struct str expect(struct str text, char c)
{
    text = blanks(text);
    if (!text.len || text.ptr[0] != c)
        fail_msg("%c wanted before: %.*s", c, STR_ARG(str_first(text, 60)));
    return str_skip(text, 1);
}

static struct str json_string(struct str text)
{
    text = expect(text, '"');
    while (text.len && text.ptr[0] != '"') {
        assert_true((unsigned char)text.ptr[0] >= 0x20);
        text = str_skip(text, text.ptr[0] == '\\' ? 2 : 1);
    }
    return expect(text, '"');
}

static struct str json_members(struct str text, char close, unsigned depth)
{
    text = blanks(str_skip(text, 1));
    for (bool first = true; text.len && text.ptr[0] != close; first = false) {
        if (!first)
            text = expect(text, ',');
        if (close == '}')
            text = expect(json_string(blanks(text)), ':');
        text = blanks(json_value(text, depth + 1));
    }
    return expect(text, close);
}

static struct str json_value(struct str text, unsigned depth)
{
    static const struct str plain[] = {STR_CONST("true"), STR_CONST("false"),
                                       STR_CONST("null")};
    assert_true(depth < 20);
    text = blanks(text);
    assert_true(text.len > 0);
    if (text.ptr[0] == '{' || text.ptr[0] == '[')
        return json_members(text, text.ptr[0] == '{' ? '}' : ']', depth);
    if (text.ptr[0] == '"')
        return json_string(text);
    for (size_t i = 0; i < COUNT(plain); i++)
        if (str_starts(text, plain[i]))
            return str_skip(text, plain[i].len);
    size_t digits = strspn(text.ptr, "-0123456789.");
    assert_true(digits > 0);
    return str_skip(text, digits);
}

/* ---- CSV, by its own reader ---- */

static const struct table *read_csv(struct press *press, const char *path)
{
    struct diags diags = diags_on(&press->lab.arena);
    struct str bytes = print(press, path);
    assert_true(str_starts(bytes, STR("\xEF\xBB\xBF")));
    assert_true(str_ends(bytes, STR("\r\n")));
    const struct table *table =
        table_parse(str_from(path), bytes, NULL, &press->lab.arena, &diags);
    assert_non_null(table);
    assert_int_equal(diags.items.count, 0);
    return table;
}

static const char *cell(struct press *press, const struct table *table, size_t row,
                        const char *header)
{
    assert_true(row < table->rows.count);
    for (size_t i = 0; i < table->header_count; i++)
        if (str_eq(table->headers[i], str_from(header)))
            return str_c(table->rows.items[row].cells[i], &press->lab.arena);
    fail_msg("no column %s", header);
    return NULL;
}

/* ---- tests ---- */

static void identities_csv_is_exact_and_safe(void **state)
{
    (void)state;
    static const char *const cells[][2] = {
        {"code", "360203"},
        {"type", "sao"},
        {"name_th", "อบต.บ้านเขว้า"},
        {"province", "36"},
        {"province_en", "Chaiyaphum"},
        {"district", "3602"},
        {"category", "food"},
        {"identity_th", "'=1+1, \"แกง\""},
        {"identity_en", "</script>&"},
        {"summary_th", "'@แกง"},
        {"tags", "แกง"},
        {"lat", "15.7563"},
        {"lon", "101.9"},
        {"hours", "Nov-Feb Mo-We,Fr 08:30-16:30; Su off"},
        {"best_months", "1;12"},
        {"free", ""},
        {"fee_th", ""},
        {"line", "'@silk"},
        {"otop_stars", "4"},
        {"access_checked", "2025-05-12"},
        {"access_by", "lao"},
        {"access_method", "measured"},
        {"access.enter.stepfree", "limited"},
        {"access.enter.door_cm", "90"},
        {"access.enter.slope_1x", "0"},
        {"access.enter.surface", "sand"},
        {"access.people.langs", "th en"},
        {"access.people.contact", "โทร"},
        {"access.enter.door_cm.bound", "at_least"},
        {"access.enter.slope_1x.bound", ""},
        {"facilities", "parking;food"},
        {"updated", "2025-06-10"},
        {"url_en", "https://example.go.th/a/en/chaiyaphum/360203/"},
        {"demo", "false"},
    };
    static const char *const empty[] = {"identity_en",
                                        "lat",
                                        "hours",
                                        "otop_stars",
                                        "updated",
                                        "access_by",
                                        "access.enter.stepfree",
                                        "access.enter.door_cm",
                                        "facilities"};
    struct press press = press_open(settings);
    press_start(&press);
    const struct table *table = read_csv(&press, "data/identities.csv");
    assert_int_equal(table->rows.count, 2);
    for (size_t i = 0; i < COUNT(cells); i++)
        assert_string_equal(cell(&press, table, 1, cells[i][0]), cells[i][1]);
    for (size_t i = 0; i < COUNT(empty); i++)
        assert_string_equal(cell(&press, table, 0, empty[i]), "");
    assert_int_equal(read_csv(&press, "data/chaiyaphum.csv")->rows.count, 2);
    assert_true(str_ends(print(&press, "data/bangkok.csv"), STR("demo\r\n")));
    lab_close(&press.lab);
}

static void missing_figures_are_not_zero(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    press_start(&press);
    const struct table *table = read_csv(&press, "data/reports.csv");
    assert_int_equal(table->rows.count, 2);
    assert_string_equal(cell(&press, table, 0, "month"), "2025-03");
    assert_string_equal(cell(&press, table, 0, "visitors"), "0");
    assert_string_equal(cell(&press, table, 0, "income"), "");
    assert_string_equal(cell(&press, table, 1, "visitors"), "");
    assert_string_equal(cell(&press, table, 1, "income"), "1200");
    assert_string_equal(cell(&press, table, 1, "note"), "'=cmd");
    press.lab.site->settings.publish_reports = false;
    assert_int_equal(str_first(print(&press, "data/reports.csv"), 6).ptr[3], 'l');
    assert_lacks(print(&press, "data/reports.csv"), "2025");
    lab_close(&press.lab);
}

static void coverage_names_every_lao(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    lab_put(&press.lab, "identities/360301.yaml", "lao: 360301\ncategory: nothing\n");
    press_start(&press);
    const struct table *table = read_csv(&press, "data/coverage.csv");
    assert_int_equal(table->rows.count, press.lab.site->laos.count);
    static const char *const rows[][6] = {
        /* code, state, has_th, has_en, starter, reports */
        {"100000", "none", "", "", "", "0"},
        {"200408", "none", "", "", "", "0"},
        {"360101", "none", "", "", "", "0"},
        {"360202", "published", "true", "false", "0", "0"},
        {"360203", "published", "true", "true", "6", "2"},
        {"360301", "held", "false", "false", "0", "0"},
    };
    static const char *const headers[] = {"code", "state", "has_th", "has_en", "starter",
                                          "reports"};
    for (size_t i = 0; i < COUNT(rows); i++)
        for (size_t k = 0; k < COUNT(headers); k++)
            assert_string_equal(cell(&press, table, i, headers[k]), rows[i][k]);
    lab_close(&press.lab);
}

/* Two of six published, one held; by hand, so undated in every round. */
static void sums_are_of_every_place(void **state)
{
    (void)state;
    struct press press =
        press_open("title: {th: ทดสอบ}\nlanguages: [th, en]\nreports: {publish: no}\n"
                   "rounds: [{id: a, due: 2568-05-30}, {id: b, due: 2568-06-11}]\n");
    lab_put(&press.lab, "identities/360301.yaml", "lao: 360301\ncategory: nothing\n");
    press_start(&press);
    static const char *const cells[][2] = {
        {"level", "country"}, {"code", "TH"}, {"laos", "6"}, {"published", "2"},
        {"state_published", "2"}, {"state_held", "1"}, {"state_none", "3"},
        {"field_food", "1"}, {"field_product", "1"}, {"in_th", "2"}, {"in_en", "1"},
        {"access", "1"}};
    const struct table *sums = read_csv(&press, "data/progress.csv");
    for (size_t i = 0; i < COUNT(cells); i++)
        assert_string_equal(cell(&press, sums, 0, cells[i][0]), cells[i][1]);
    for (size_t i = 0; i < sums->header_count; i++)
        assert_string_not_equal(str_c(sums->headers[i], &press.lab.arena), "figures");
    const struct table *rounds = read_csv(&press, "data/rounds.csv");
    assert_int_equal(rounds->rows.count, 2 * sums->rows.count);
    assert_string_equal(cell(&press, rounds, 1, "round"), "b");
    assert_string_equal(cell(&press, rounds, 1, "due"), "2025-06-11");
    assert_string_equal(cell(&press, rounds, 1, "undated"), "3");
    assert_string_equal(cell(&press, rounds, 1, "missing"), "3");
    const struct table *laos = read_csv(&press, "data/coverage.csv");
    assert_string_equal(cell(&press, laos, 3, "round.b"), "undated");
    assert_string_equal(cell(&press, laos, 0, "round.a"), "missing");
    struct str counters = print(&press, "counters.json");
    assert_int_equal(blanks(json_value(counters, 0)).len, 0);
    assert_has(counters, "\"laos\": 6, \"published\": 2,");
    lab_close(&press.lab);
}

static void json_says_everything(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "\"count\": 2,",
        "\"demo\": false",
        "\"updated\": \"2025-06-10\"",
        "\"name\": { \"th\": \"=1+1, \\\"แกง\\\"\","
        " \"en\": \"\\u003c/script\\u003e\\u0026\" }",
        "\"story\": { \"th\": \"\\u003cp\\u003e",
        "\"position\": {\"lat\": 15.7563, \"lon\": 101.9}",
        "\"best_months\": [1, 12]",
        "\"otop_stars\": 4",
        "\"checked\": \"2025-05-12\"",
        "\"enter.stepfree\": \"limited\"",
        "\"enter.door_cm\": 90",
        "\"enter.slope_1x\": 0",
        "\"enter.surface\": \"sand\"",
        "\"people.langs\": [\"th\", \"en\"]",
        "\"people.contact\": { \"th\": \"โทร\" }",
        "\"bounds\": { \"enter.door_cm\": \"at_least\" }",
        "\"notes\": { \"enter.stepfree\": { \"th\": \"มีขั้นเดียว\", \"en\": "
        "\"One step\" } }",
        "\"facilities\": [\"parking\", \"food\"]",
        "\"sources\": [{ \"title\": { \"th\": \"ก\" }, \"url\": "
        "\"https://example.com/\" }]",
        "\"url\": { \"th\": \"https://example.go.th/a/th/chaiyaphum/360203/\"",
    };
    struct press press = press_open(settings);
    press_start(&press);
    struct str json = print(&press, "data/identities.json");
    assert_int_equal(blanks(json_value(json, 0)).len, 0);
    for (size_t i = 0; i < COUNT(parts); i++)
        assert_has(json, parts[i]);
    assert_lacks(json, "\"wheelchair\""); /* nobody told of the main areas */
    assert_lacks(json, "left_out");
    assert_has(print(&press, "data/chaiyaphum.json"), "\"province\": \"36\",");
    static const char *const others[] = {"data/bangkok.json", "data/identities.geojson",
                                         "data/datapackage.json", "manifest.webmanifest"};
    for (size_t i = 0; i < COUNT(others); i++)
        assert_int_equal(blanks(json_value(print(&press, others[i]), 0)).len, 0);
    lab_close(&press.lab);
}

static void json_leaves_out_what_has_no_room(void **state)
{
    (void)state;
    static const struct {
        size_t limit;
        const char *without;
    } limits[] = {
        {100000, ""},
        {4000, "story"},
        {1, "story, directions, videos, photos, buy, address, safety, sources, tags, office,"
            " hashtags, url, access, summary"},
    };
    char story[4001] = {0};
    struct press press = press_open(settings);
    memset(story, 'a', sizeof(story) - 1);
    lab_put(&press.lab, "identities/360202.th.md", story);
    press_start(&press);
    const struct laos *entries = &press.lab.site->entries;
    for (size_t i = 0; i < COUNT(limits); i++) {
        struct str without;
        data_entries(press.view, entries, limits[i].limit, &without, &press.lab.arena);
        assert_string_equal(str_c(without, &press.lab.arena), limits[i].without);
    }
    lab_close(&press.lab);
}

/* A reader of the names counts on it: the type, the field, then the key. */
static void a_field_is_one_sign_for_the_search_however_many_there_are(void **state)
{
    (void)state;
    static const char *const at[] = {"0", "9", ":", "k"}; /* the first, 10th, 11th and 60th */
    static const unsigned fields[] = {0, 9, 10, 59};
    for (size_t i = 0; i < COUNT(at); i++) {
        struct press press = press_open(settings);
        struct buf yaml = {0};
        for (unsigned field = 0; field < 60; field++)
            buf_format(&yaml, "- {key: f%u, name: {th: ก, en: A}, define: {th: ก, en: A}}\n", field);
        buf_putc(&yaml, '\0');
        lab_put(&press.lab, "vocabulary/categories.yaml", yaml.ptr);
        struct str mine = str_format(&press.lab.arena,
                                     "lao: 360202\ncategory: f%u\nname: {th: ผ้า}\nsummary: {th: ก}\n",
                                     fields[i]);
        lab_put(&press.lab, "identities/360202.yaml", str_c(mine, &press.lab.arena));
        press_start(&press);
        struct str names = print(&press, "data/search/names-th.txt");
        struct str wanted = str_cat(&press.lab.arena, str_from(at[i]), STR("02\t"));
        if (!str_has(names, wanted))
            fail_msg("field %u: %.*s", fields[i], STR_ARG(names));
        buf_release(&yaml);
        lab_close(&press.lab);
    }
}

static void hours_are_written_as_they_were_read(void **state)
{
    (void)state;
    static const char *const hours[] = {
        "24/7",
        "08:30-16:30",
        "Mo-Su 08:30-16:30",
        "Mo 09:00-12:00,13:00-24:00; Tu-Th,Sa off",
        "Nov-Feb 18:00-02:00 \"ถามก่อน\"; Apr off",
        "Dec-Jan Sa-Su \"by appointment\"",
    };
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT(hours); i++) {
        struct hours_read read = hours_parse(str_from(hours[i]), &arena);
        assert_non_null(read.hours);
        assert_string_equal(str_c(data_hours(read.hours, &arena), &arena), hours[i]);
    }
    assert_int_equal(data_hours(NULL, &arena).len, 0);
    arena_release(&arena);
}

static void points_say_whose_they_are(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    press_start(&press);
    struct str json = print(&press, "data/identities.geojson");
    assert_has(json, "\"coordinates\":[101.9,15.7563]}");
    assert_has(json, "\"coordinates\":[101.91,15.76]}"); /* longitude first */
    assert_has(json, "\"position\":\"entry\"");
    assert_has(json, "\"position\":\"office\"");
    lab_close(&press.lab);
}

static void sitemaps_and_feeds_tell_the_truth(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    press_start(&press);
    struct str sitemap = print(&press, "sitemap-en.xml"),
               feed = print(&press, "th/feed.xml");
    assert_has(
        sitemap,
        "<loc>https://example.go.th/a/en/chaiyaphum/360203/</loc>\n"
        "<lastmod>2025-06-10</lastmod>\n<xhtml:link rel=\"alternate\" "
        "hreflang=\"th\" href=\"https://example.go.th/a/th/chaiyaphum/360203/\"/>");
    assert_has(sitemap,
               "<loc>https://example.go.th/a/en/chaiyaphum/360202/</loc>\n<xhtml");
    assert_has(sitemap, "hreflang=\"x-default\" href=\"https://example.go.th/a/\"/>");
    assert_lacks(sitemap, "404");
    assert_lacks(sitemap, "<loc>https://example.go.th/a/</loc>"); /* Thai lists it */
    assert_has(print(&press, "sitemap-th.xml"), "<loc>https://example.go.th/a/</loc>");
    assert_has(feed, "<updated>2025-06-10T00:00:00+07:00</updated>");
    assert_has(feed, "<id>https://example.go.th/a/th/chaiyaphum/360203/</id>");
    assert_lacks(feed, "360202"); /* nobody knows when */
    assert_has(print(&press, "en/feed.xml"), "<title>&lt;/script&gt;&amp;</title>");
    assert_has(print(&press, "robots.txt"),
               "Sitemap: https://example.go.th/a/sitemap.xml\n");
    lab_close(&press.lab);
}

static void without_an_address_nothing_is_absolute(void **state)
{
    (void)state;
    struct press press = press_open("title: {th: ทดสอบ}\nlanguages: [th, en]\n");
    lab_put(&press.lab, "identities/360203.yaml", least); /* nothing is dated either */
    press_start(&press);
    assert_lacks(print(&press, "sitemap.xml"), "<loc>");
    assert_lacks(print(&press, "sitemap-th.xml"), "<url>");
    assert_lacks(print(&press, "robots.txt"), "Sitemap");
    assert_lacks(print(&press, "security.txt"), "Canonical");
    assert_lacks(print(&press, "security.txt"), "Expires");
    assert_has(print(&press, "th/feed.xml"), "<id>tag:localhost,2025:th/</id>");
    assert_has(print(&press, "th/feed.xml"), "<updated>1970-01-01T00:00:00Z</updated>");
    struct str json = print(&press, "data/identities.json");
    assert_lacks(json, "https:");
    assert_int_equal(blanks(json_value(json, 0)).len, 0);
    lab_close(&press.lab);
}

static void security_expires_a_day_before_a_year(void **state)
{
    (void)state;
    static const struct {
        struct date updated;
        const char *want;
    } dates[] = {
        {{2025, 6, 10}, "2026-06-09"}, {{2025, 3, 1}, "2026-02-28"},
        {{2024, 2, 29}, "2025-02-28"}, {{2023, 3, 1}, "2024-02-29"},
        {{2025, 1, 1}, "2025-12-31"},
    };
    struct press press = press_open(settings);
    press_start(&press);
    for (size_t i = 0; i < COUNT(dates); i++) {
        press.lab.site->updated = dates[i].updated;
        struct str want =
            str_format(&press.lab.arena,
                       "Contact: mailto:fix@example.go.th\n"
                       "Contact: https://example.go.th/fix?code=\n"
                       "Expires: %sT00:00:00Z\nPreferred-Languages: th, en\n",
                       dates[i].want);
        assert_has(print(&press, "security.txt"), str_c(want, &press.lab.arena));
    }
    assert_int_equal(print(&press, ".nojekyll").len, 0);
    lab_close(&press.lab);
}

/* The schema is the header: name by name. */
static void every_table_has_its_schema(void **state)
{
    (void)state;
    static const char *const tables[] = {"data/identities.csv", "data/reports.csv",
                                         "data/coverage.csv", "data/progress.csv",
                                         "data/chaiyaphum.csv"};
    struct press press = press_open(settings);
    press_start(&press);
    struct str package = print(&press, "data/datapackage.json");
    for (size_t i = 0; i < COUNT(tables); i++) {
        const struct table *table = read_csv(&press, tables[i]);
        struct str path = str_format(&press.lab.arena, "\"path\": \"%s\"", tables[i] + 5);
        struct cut cut = str_cut_str(package, path);
        assert_true(cut.ok);
        cut = str_cut_str(cut.tail, STR("\"fields\": ["));
        for (size_t k = 0; k < table->header_count; k++) {
            cut = str_cut_str(cut.tail, STR("{\"name\": \""));
            assert_true(str_starts(cut.tail, table->headers[k]));
        }
    }
    assert_has(package, "\"primaryKey\": [\"lao\", \"month\"]");
    assert_has(package, "\"enum\": [\"sand\", \"grass\"]");
    lab_close(&press.lab);
}

/* ---- what visitors take along ---- */

static void a_trip_knows_what_its_list_needs(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "\"code\":\"360203\",\"path\":\"chaiyaphum/360203/\"",
        "\"en\": \"\\u003c/script\\u003e\\u0026\"", "\"lat\":15.75630,\"lon\":101.90000",
        "\"months\":[1,12]", "\"updated\":\"2025-06-10\"", "\"phone\":\"",
        "\"chaiyaphum/\", \"chaiyaphum/access/\""};
    struct press press = press_open(settings);
    press_start(&press);
    struct str json = print(&press, "data/trip/36.json");
    assert_int_equal(blanks(json_value(json, 0)).len, 0);
    for (size_t i = 0; i < COUNT(parts); i++)
        assert_has(json, parts[i]);
    assert_lacks(json, "null");
    assert_int_equal(blanks(json_value(print(&press, "data/trip/10.json"), 0)).len, 0);
    lab_close(&press.lab);
}

static bool is_planned(const struct press *press, enum page_kind kind)
{
    for (size_t i = 0; i < press->plan.pages.count; i++)
        if (press->plan.pages.items[i].kind == kind)
            return true;
    return false;
}

static void the_worker_can_be_switched_off(void **state)
{
    (void)state;
    static const char *const says[] = {"", "offline: yes\n", "offline: no\n"};
    for (size_t i = 0; i < COUNT(says); i++) {
        struct arena own = {0};
        struct press press = press_open(str_c(
            str_cat(&own, str_from(settings), str_from(says[i])), &own));
        press_start(&press);
        struct str worker = print(&press, "sw.js");
        bool on = i < 2;
        assert_int_equal(str_has(worker, STR("importScripts")), on);
        assert_int_equal(str_has(worker, STR("'th/offline/', 'th/trip/', 'en/offline/'")), on);
        assert_int_equal(str_has(worker, STR("registration.unregister()")), !on);
        assert_int_equal(is_planned(&press, PAGE_OFFLINE), on);
        assert_true(is_planned(&press, PAGE_TRIP));
        lab_close(&press.lab);
        arena_release(&own);
    }
}

/* ---- pages that cannot be printed here: their templates want every asset ---- */

static const struct page *page_at(const struct press *press, const char *path)
{
    for (size_t i = 0; i < press->plan.pages.count; i++)
        if (str_eq(press->plan.pages.items[i].path, str_from(path)))
            return &press->plan.pages.items[i];
    fail_msg("%s is not planned", path);
    return NULL;
}

/* What a template finds under a name. */
static struct value slot_at(struct press *press, const char *path, const char *name)
{
    struct arena *arena = &press->lab.arena;
    const struct page *page = page_at(press, path);
    const struct value *root = (const struct value *)view_fill(press->view, page, arena);
    const struct shape *shape = view_shape(press->view, page->kind, arena);
    for (size_t i = 0; i < shape->slot_count; i++)
        if (strcmp(shape->slots[i].name, name) == 0)
            return root[shape->slots[i].index];
    fail_msg("%s has no %s", path, name);
    return (struct value){0};
}

static void assert_cards(struct press *press, const char *path, const char *slot,
                         const char *codes)
{
    struct buf got = {0};
    struct value cards = slot_at(press, path, slot);
    for (size_t i = 0; i < (cards.kind == VALUE_LIST ? cards.list.count : 0); i++) {
        const struct card_view *card =
            (const struct card_view *)cards.list.items[i].map.slots;
        buf_format(&got, "%.*s ", STR_ARG(card->code.text));
    }
    assert_string_equal(str_c(buf_str(&got), &press->lab.arena), codes);
    buf_release(&got);
}

/* As many more in the register, 360400 and on. */
static void put_laos(struct lab *lab, unsigned count)
{
    struct buf csv = {0};
    buf_put(&csv, STR("code,type,name_th,name_en,district,lat,lon,website\n"
                      "2360101,,ชัยภูมิ,Chaiyaphum,,15.8,102.0,\n"
                      "5360202,,บ้านเขว้า,Ban Khwao,,15.76,101.91,\n"
                      "6360203,sao,บ้านเขว้า,Ban Khwao,3602,,,\n"
                      "6360301,อบต.,อบต.โคกมั่งงอย,Khok Mang Ngoi,คอนสวรรค์,,,\n"));
    for (unsigned i = 0; i < count; i++)
        buf_format(&csv, "63604%02u,sao,ตำบลที่%u,Place %u,3602,,,\n", i, i, i);
    lab_put(lab, "registry/laos.csv", str_c(buf_str(&csv), &lab->arena));
    buf_release(&csv);
}

/* A field's page has the newest of its own entries, however new those of others are. */
static void a_field_lists_its_own_newest(void **state)
{
    (void)state;
    static const char cloth[] = "category: product\nname: {th: ผ้า}\nsummary: {th: ทอ}\n";
    struct press press = press_open(settings);
    struct arena *arena = &press.lab.arena;
    for (unsigned i = 0; i < LATEST_MAX; i++) { /* newer ones of another field */
        struct str code = str_format(arena, "3604%02u", i);
        lab_put(&press.lab, str_c(str_format(arena, "identities/%.*s.yaml", STR_ARG(code)), arena),
                str_c(str_format(arena, "lao: %.*s\ncategory: food\nname: {th: แกง%u}\n"
                                        "summary: {th: แกง}\nupdated: 2568-07-01\n",
                                 STR_ARG(code), i), arena));
    }
    lab_put(&press.lab, "identities/360301.yaml",
            str_c(str_cat(arena, STR("lao: 360301\nupdated: 2567-01-01\n"), str_from(cloth)),
                  arena));
    lab_put(&press.lab, "identities/360101.yaml",
            str_c(str_cat(arena, STR("lao: 360101\n"), str_from(cloth)), arena));
    put_laos(&press.lab, LATEST_MAX);
    press_start(&press);
    assert_int_equal(press.lab.site->latest.count, LATEST_MAX);
    assert_cards(&press, "th/product/", "latest", "360301 360101 360202 ");
    assert_false(slot_at(&press, "th/product/", "none").truth);
    assert_int_equal(slot_at(&press, "th/food/", "latest").list.count, 12);
    lab_close(&press.lab);
}

/* An extension is told, but a telephone cannot dial it. */
static void an_emergency_is_called_by_its_number_alone(void **state)
{
    (void)state;
    struct arena own = {0};
    struct press press = press_open(str_c(
        str_cat(&own, str_from(settings),
                STR("emergency:\n- {number: '1155', name: {th: ตำรวจ}}\n"
                    "- {number: '0 2141 0000 ต่อ 12', name: {th: กรม}}\n"
                    "- {name: {th: ไม่มีเบอร์}}\n")), &own));
    press_start(&press);
    struct value list = slot_at(&press, "th/", "emergency");
    const struct emergency_view *views[3];
    assert_int_equal(list.list.count, COUNT(views));
    for (size_t i = 0; i < COUNT(views); i++)
        views[i] = (const struct emergency_view *)list.list.items[i].map.slots;
    struct lab lab = press.lab;
    assert_str(views[0]->href.text, "tel:1155");
    assert_str(views[1]->number.text, "0 2141 0000 ต่อ 12");
    assert_str(views[1]->href.text, "tel:+6621410000");
    assert_int_equal(views[2]->href.kind, VALUE_NONE);
    lab_close(&lab);
    arena_release(&own);
}

static void assert_link(struct press *press, struct value links, size_t at, const char *href)
{
    struct lab lab = press->lab;
    const struct nav_view *view = (const struct nav_view *)links.list.items[at].map.slots;
    assert_str(view->href.text, href);
}

#define AT "https%3A%2F%2Fexample.go.th%2Fth%2Fchaiyaphum%2F"
#define CLOTH "%E0%B8%9C%E0%B9%89%E0%B8%B2"

static void hashtags_are_shared_where_there_are_any(void **state)
{
    (void)state;
    static const char *const with[][2] = {
        {"hashtags: [a, bc]\n", "%20%23a%20%23bc"}, {"", ""}};
    for (size_t i = 0; i < COUNT(with); i++) {
        struct arena own = {0};
        struct press press = press_open(str_c(
            str_cat(&own, STR("title: {th: ทดสอบ}\nlanguages: [th, en]\n"
                              "base_url: https://example.go.th/\n"), str_from(with[i][0])), &own));
        press_start(&press);
        struct value links = slot_at(&press, "th/chaiyaphum/360202/", "share");
        assert_link(&press, links, 0,
                    str_c(str_cat(&own, STR("https://social-plugins.line.me/lineit/share?url=" AT
                                            "360202%2F&text=" CLOTH), str_from(with[i][1])), &own));
        assert_link(&press, links, 2,
                    str_c(str_cat(&own, STR("https://x.com/intent/tweet?text=" CLOTH "&url=" AT
                                            "360202%2F"),
                                  i ? STR("") : STR("&hashtags=a%2Cbc")), &own));
        assert_int_equal(slot_at(&press, "th/chaiyaphum/360202/", "has_hashtags").truth, i == 0);
        lab_close(&press.lab);
        arena_release(&own);
    }
}

/* ---- the sign ---- */

static const struct sign_view *sign_at(struct press *press, const char *path)
{
    return (const struct sign_view *)slot_at(press, path, "sign").map.slots;
}

static void a_sign_says_each_name_once(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    press_start(&press);
    assert_int_equal(sign_at(&press, "th/chaiyaphum/360203/")->others.list.count, 1);
    assert_int_equal(sign_at(&press, "en/chaiyaphum/360203/")->others.list.count, 1);
    assert_int_equal(sign_at(&press, "en/chaiyaphum/360202/")->others.list.count, 0);
    lab_close(&press.lab);
}

/* The notes to features that a sign prints, one a line. */
static const char *notes_of(struct press *press, const struct sign_view *sign)
{
    struct strs notes = {0};
    for (size_t i = 0; i < sign->facts.list.count; i++) {
        const struct access_fact_view *fact =
            (const struct access_fact_view *)sign->facts.list.items[i].map.slots;
        if (fact->note.kind == VALUE_MAP)
            *list_push(&notes, &press->lab.arena) =
                ((const struct phrase_view *)fact->note.map.slots)->text.text;
    }
    return str_c(str_join(notes.items, notes.count, STR("\n"), &press->lab.arena),
                 &press->lab.arena);
}

static void a_sign_says_why_something_is_so_in_part(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    lab_put(&press.lab, "identities/360202.yaml",
            "lao: 360202\ncategory: product\nname: {th: ผ้า}\nsummary: {th: ผ้าทอ}\n"
            "access: {features: {enter.stepfree: no}, notes: {enter.stepfree: {th: ขั้น, en: Step}}}\n");
    press_start(&press);
    assert_string_equal(notes_of(&press, sign_at(&press, "en/chaiyaphum/360203/")), "One step");
    const struct sign_view *other = sign_at(&press, "en/chaiyaphum/360202/");
    assert_int_equal(other->facts.list.count, 1);
    assert_string_equal(notes_of(&press, other), "");
    lab_close(&press.lab);
}

/* ---- for machines ---- */

static void a_demonstration_tells_machines_no_access(void **state)
{
    (void)state;
    static const char *const demo[] = {"", "demo: yes\n"};
    for (size_t i = 0; i < COUNT(demo); i++) {
        struct arena own = {0};
        struct press press =
            press_open(str_c(str_cat(&own, str_from(settings), str_from(demo[i])), &own));
        press_start(&press);
        assert_int_equal(slot_at(&press, "en/chaiyaphum/360203/", "amenities").kind,
                         i == 0 ? VALUE_MAP : VALUE_NONE);
        lab_close(&press.lab);
        arena_release(&own);
    }
}

static void a_field_without_entries_says_so(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    lab_put(&press.lab, "identities/360202.yaml", full);
    press_start(&press);
    assert_cards(&press, "th/product/", "latest", "");
    assert_true(slot_at(&press, "th/product/", "none").truth);
    lab_close(&press.lab);
}

/* ---- what pages have in common ---- */

static bool same_values(const struct value *a, const struct value *b, size_t count);

/* Deep: a filled page may have been given another value that says the same. */
static bool same_value(const struct value *a, const struct value *b)
{
    if (a->kind != b->kind)
        return false;
    switch (a->kind) {
    case VALUE_NONE: return true;
    case VALUE_BOOL: return a->truth == b->truth;
    case VALUE_TEXT:
    case VALUE_HTML: return str_eq(a->text, b->text);
    case VALUE_LIST:
        return a->list.count == b->list.count
               && same_values(a->list.items, b->list.items, a->list.count);
    case VALUE_STREAM: return a->stream == b->stream;
    case VALUE_MAP:
        return a->map.shape == b->map.shape
               && same_values(a->map.slots, b->map.slots, a->map.shape->size);
    }
    return false;
}

static bool same_values(const struct value *a, const struct value *b, size_t count)
{
    for (size_t i = 0; a != b && i < count; i++)
        if (!same_value(&a[i], &b[i]))
            return false;
    return true;
}

/* What is known beforehand of a page, and is rendered once for all of its kind, is what the page
 * says itself. False when nothing is. */
static bool keeps_what_is_known(struct press *press, const struct page *page)
{
    struct arena *arena = &press->lab.arena;
    const struct value *known =
        (const struct value *)view_known(press->view, page, arena);
    if (!known)
        return false;
    const struct shape *shape = view_shape(press->view, page->kind, arena);
    const struct value *root = (const struct value *)view_fill(press->view, page, arena);
    for (size_t i = 0; i < shape->slot_count; i++) {
        size_t at = shape->slots[i].index;
        if (known[at].kind != VALUE_NONE && !same_value(&known[at], &root[at]))
            fail_msg("%.*s: its own {{%s}} is not that of all its kind", STR_ARG(page->path),
                     shape->slots[i].name);
    }
    return true;
}

static void pages_say_what_is_known_beforehand(void **state)
{
    (void)state;
    struct press press = press_open(settings);
    bool seen[PAGE_KIND_COUNT] = {false};
    static const char *const keys[] = {"360202", "360301"}; /* three share a tag: it has a page */
    for (size_t i = 0; i < COUNT(keys); i++)
        lab_put(&press.lab, str_format(&press.lab.arena, "identities/%s.yaml", keys[i]).ptr,
                str_format(&press.lab.arena, "lao: %s\ncategory: food\nname: {th: แกง}\n"
                           "summary: {th: แกง}\ntags: [แกง]\n", keys[i]).ptr);
    press_start(&press);
    for (size_t i = 0; i < press.plan.pages.count; i++) {
        const struct page *page = &press.plan.pages.items[i];
        seen[page->kind] |= keeps_what_is_known(&press, page);
    }
    for (enum page_kind kind = 0; kind < PAGE_KIND_COUNT; kind++) {
        const struct page any = {.kind = kind};
        if (view_known(press.view, &any, &press.lab.arena) && !seen[kind])
            fail_msg("no page of kind %s", page_types[kind]->name);
    }
    lab_close(&press.lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(identities_csv_is_exact_and_safe),
        cmocka_unit_test(missing_figures_are_not_zero),
        cmocka_unit_test(coverage_names_every_lao),
        cmocka_unit_test(sums_are_of_every_place),
        cmocka_unit_test(json_says_everything),
        cmocka_unit_test(json_leaves_out_what_has_no_room),
        cmocka_unit_test(a_field_is_one_sign_for_the_search_however_many_there_are),
        cmocka_unit_test(hours_are_written_as_they_were_read),
        cmocka_unit_test(points_say_whose_they_are),
        cmocka_unit_test(sitemaps_and_feeds_tell_the_truth),
        cmocka_unit_test(without_an_address_nothing_is_absolute),
        cmocka_unit_test(security_expires_a_day_before_a_year),
        cmocka_unit_test(every_table_has_its_schema),
        cmocka_unit_test(a_trip_knows_what_its_list_needs),
        cmocka_unit_test(the_worker_can_be_switched_off),
        cmocka_unit_test(a_field_lists_its_own_newest),
        cmocka_unit_test(a_field_without_entries_says_so),
        cmocka_unit_test(pages_say_what_is_known_beforehand),
        cmocka_unit_test(hashtags_are_shared_where_there_are_any),
        cmocka_unit_test(a_sign_says_each_name_once),
        cmocka_unit_test(a_sign_says_why_something_is_so_in_part),
        cmocka_unit_test(a_demonstration_tells_machines_no_access),
        cmocka_unit_test(an_emergency_is_called_by_its_number_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
