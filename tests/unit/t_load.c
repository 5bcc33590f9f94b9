/* SPDX-License-Identifier: MIT */
/* load.h: what is right enters whole, what is wrong is named with its place and holds back no
 * more than its own entry. */
#include "model_lab.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

#define GOOD                                                                              \
    "lao: 360203\ncategory: product\nname: {th: ผ้าไหม, en: Silk}\nsummary: {th: สั้น, en: Short}\n"

/* ---- one identity with one thing wrong ---- */

static const struct {
    const char *more;     /* after GOOD */
    const char *findings; /* without the file's name */
    bool published;
} identities[] = {
    {"", "", true},
    {"updated: ๑๐ มิ.ย. ๒๕๖๘\n", "", true},
    {"updated: 31/2/2568\n", "date.day! :5:10 “31/2/2568”\n", false},
    {"updated: 12/25/2568\n", "date.month! :5:10 “12/25/2568”\n", false},
    {"updated: 3111-01-01\n", "date.converted! :5:10 “3111-01-01”\n", false},
    {"updated: soon\n", "field.not-a-date! :5:10 “soon”\n", false},
    {"sumary: x\n", "field.unknown-key! :5:9 “sumary”\n", false},
    {"name.lo: x\n", "field.other-language :5:10 “name.lo”\n", true},
    {"place: here\n", "field.needs-parts! :5:8 “place”\n", false},
    {"place:\ncontact: {}\n", "", true},
    {"name.th: อีกชื่อ\n", "field.twice! :5:10 “อีกชื่อ”\n", false},
    {"otop_stars: 4\n", "", true},
    {"otop_stars: 6\n", "field.out-of-range! :5:13 “6”\n", false},
    {"otop_stars: four\n", "field.not-a-number! :5:13 “four”\n", false},
    {"otop_stars: [4]\n", "field.not-one-value! :5:13 “otop_stars”\n", false},
    {"place: {lat: 15.7, lon: 101.9}\n", "", true},
    {"place: {lat: ๑๕.๗, lon: ๑๐๑.๙}\n",
     "number.read-as :5:14 “๑๕.๗”\nnumber.read-as :5:25 “๑๐๑.๙”\n", true},
    {"place: {lat: 101.9, lon: 15.7}\n", "place.swapped! :5:14 “101.9”\n", false},
    {"place: {lat: 1.5, lon: 101.9}\n", "place.outside! :5:14 “1.5”\n", false},
    {"place: {lat: 15.7}\n", "place.half! :5:14 “15.7”\n", false},
    {"place: {lat: x, lon: 101}\n", "place.not-a-coordinate! :5:14 “x”\n", false},
    {"place: {hours: 'Mo-Su 08:30-16:30'}\n", "", true},
    {"place: {hours: always}\n", "field.not-hours! :5:16 “always”\n", false},
    {"place: {best_months: [11, 12, 1]}\n", "", true},
    {"place: {best_months: [13]}\n", "field.not-a-month! :5:22 “13”\n", false},
    {"contact: {phone: '0 4489 1101'}\n", "", true},
    {"contact: {phone: '044-891101 ต่อ 12'}\n", "", true},
    {"contact: {phone: '+66 4489 1101'}\n", "", true},
    {"contact: {phone: 44891101}\n", "phone.no-zero! :5:18 “44891101”\n", false},
    {"contact: {phone: call us}\n", "field.not-a-phone! :5:18 “call us”\n", false},
    {"contact: {email: a@b.go.th, line: '@ban', facebook: 'https://www.facebook.com/x'}\n", "",
     true},
    {"contact: {email: a@b}\n", "field.not-an-email! :5:18 “a@b”\n", false},
    {"contact: {line: 'บ้าน'}\n", "field.not-a-line-id! :5:17 “บ้าน”\n", false},
    {"contact: {website: 'Https://www.x.go.th/A', line: 'HTTPS://line.me/a'}\n", "", true},
    {"contact: {website: www.x.go.th}\n", "url.no-scheme! :5:20 “www.x.go.th”\n", false},
    {"contact: {website: 'javascript:alert(1)'}\n",
     "url.scheme! :5:20 “javascript:alert(1)”\n", false},
    {"contact: {website: 'mailto:a@b.th'}\n", "url.scheme! :5:20 “mailto:a@b.th”\n", false},
    {"tags: [ผ้าไหม, '#มัดหมี่']\n", "tag.hash :5:7 “#มัดหมี่”\n", true},
    {"tags: [อปท.บางรัก]\n", "tag.breaks! :5:7 “อปท.บางรัก”\n", false},
    {"tags: ['2567']\n", "tag.digits! :5:7 “2567”\n", false},
    {"tags: ['# # a']\n", "tag.breaks! :5:7 “# # a”\n", false},
    {"facilities: [parking, ที่จอดรถ]\n", "", true},
    {"facilities: [parkin]\n", "field.not-a-choice! :5:13 “parkin”\n", false},
    {"access: {features: {enter.stepfree: yes, enter.door_cm: '>= 90', enter.slope_1x: '1:12',"
     " enter.surface: ทราย, people.langs: [th, en], people.contact: 0 4489 1101}}\n", "", true},
    {"access: {features: {enter.stepfree: limited}}\n",
     "access.limited-note! :5:37 “enter.stepfree”\naccess.limited-note! :5:37 “enter.stepfree”\n",
     false},
    {"access: {features: {enter.stepfree: limited},"
     " notes: {enter.stepfree: {th: มีขั้น, en: One step}}}\n", "", true},
    {"access: {features: {enter.stepfree: maybe}}\n", "access.state! :5:37 “maybe”\n", false},
    {"access: {features: {enter.door_cm: 92 cm}}\n", "access.number! :5:36 “92 cm”\n", false},
    {"access: {features: {enter.surface: mud}}\n", "field.not-a-choice! :5:36 “mud”\n", false},
    {"access: {features: {enter.stepfre: yes}}\n",
     "access.unknown-feature! :5:36 “enter.stepfre”\n", false},
    {"access: {features: {people.langs: [Thai language]}}\n",
     "access.language! :5:35 “Thai language”\n", false},
    {"access: {by: me}\n", NULL, false},
    {"photos: [{file: ../x.jpg}]\n", "photo.name! :5:17 “../x.jpg”\n", false},
    {"photos: [{file: loom.jpg, alt: {th: กี่}}]\n", "photo.no-file :5:17 “loom.jpg”\n", true},
    {"buy: [{name: ร้าน, url: 'https://a.example'}, {name: {th: ก, en: b}}]\n", "", true},
    {"buy: [ร้าน]\n", "field.needs-parts! :5:6 “buy”\n", false},
    {"story: {th: \"ย่อหน้า\\n\\nสอง\"}\n", "", true},
    {"place: {fee: free}\n", "", true},
    {"safety: {note: \"ถนน\\u202Eลื่น\"}\n", NULL, false},
    {"safety: {note: \"อ\\u0E4D\\u0E32เภอ\"}\n", NULL, true},
};

/* The findings without "identities/360203.yaml", which all of them name. */
static const char *short_findings(struct lab *lab)
{
    struct str text = str_from(lab_findings(lab));
    text = str_replace(text, STR("identities/360203.yaml"), STR(""), &lab->arena);
    return str_c(text, &lab->arena);
}

static void test_one_thing_wrong(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(identities); i++) {
        struct lab lab = lab_open();
        struct str text = str_format(&lab.arena, GOOD "%s", identities[i].more);
        lab_put(&lab, "identities/360203.yaml", text.ptr);
        lab_load(&lab);
        if (identities[i].findings)
            assert_string_equal(short_findings(&lab), identities[i].findings);
        else
            assert_true(lab.diags.items.count > 0);
        assert_int_equal(lab_lao(&lab, "360203")->published, identities[i].published);
        lab_close(&lab);
    }
}

/* ---- where a sheet is ---- */

static const struct {
    const char *address, *link, *findings;
} sheets[] = {
    {"https://docs.google.com/spreadsheets/d/1AbC_d-9/edit?gid=12#gid=12",
     "https://docs.google.com/spreadsheets/d/1AbC_d-9/edit?gid=12#gid=12", ""},
    {"http://sheets.example.go.th/1", "http://sheets.example.go.th/1", ""},
    {"javascript:alert(1)//", NULL, "tables.sheet-address! tables.yaml:3:10 “javascript:alert(1)//”\n"},
    {"mailto:a@b.go.th", NULL, "tables.sheet-address! tables.yaml:3:10 “mailto:a@b.go.th”\n"},
    {"/sheets/1", NULL, "tables.sheet-address! tables.yaml:3:10 “/sheets/1”\n"},
    {"docs.google.com/x", NULL, "tables.sheet-address! tables.yaml:3:10 “docs.google.com/x”\n"},
};

/* Its address becomes a link on officers' pages. */
static void test_sheet_addresses(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(sheets); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml",
                str_format(&lab.arena, "- files: sheets/a.csv\n  kind: identity\n  sheet: \"%s\"\n",
                           sheets[i].address).ptr);
        lab_put(&lab, "sheets/a.csv", "lao,category,name,summary\n360203,food,ก,ข\n");
        lab_load(&lab);
        assert_string_equal(lab_findings(&lab), sheets[i].findings);
        const struct str *link = map_get(&lab.site->sheet_links, STR("sheets/a.csv"));
        if (sheets[i].link)
            assert_str(*link, sheets[i].link);
        else
            assert_null(link);
        lab_close(&lab);
    }
}

/* ---- a table that is another one ---- */

static const struct {
    const char *sheet, *findings;
} unknown[] = {
    {"x,y\n1,2\n", "tables.no-header! sheets/a.csv “”\n"},
    /* One is known, and the others are missed. */
    {"รหัส,y\n360203,2\n",
     "tables.unknown-column sheets/a.csv: row 1, column B (y) “y”\n"
     "tables.missing-column! tables.yaml:3:24 “ด้าน”\n"
     "tables.missing-column! tables.yaml:3:40 “ชื่อ”\n"
     "tables.missing-column! tables.yaml:3:52 “สรุป”\n"},
};

static void test_no_header(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(unknown); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml",
                "- files: sheets/a.csv\n  kind: identity\n"
                "  columns: {รหัส: lao, ด้าน: category, ชื่อ: name, สรุป: summary}\n");
        lab_put(&lab, "sheets/a.csv", unknown[i].sheet);
        lab_load(&lab);
        assert_string_equal(lab_findings(&lab), unknown[i].findings);
        lab_close(&lab);
    }
}

/* ---- files as a whole ---- */

static const struct {
    const char *path, *text, *findings;
    bool usable;
} files[] = {
    {"identities/360299.yaml", GOOD,
     "lao.unknown-code! identities/360299.yaml “360299”\n", true},
    {"identities/360202.yaml", GOOD, "lao.code-differs! identities/360202.yaml:1:6 “360203”\n",
     true},
    {"identities/x.yaml", GOOD, "lao.bad-code! identities/x.yaml “x”\n", true},
    {"identities/360203.yaml", "category: food\n",
     "field.missing! identities/360203.yaml:1:1 “lao”\n"
     "field.missing! identities/360203.yaml:1:1 “name.th”\n"
     "field.missing! identities/360203.yaml:1:1 “summary.th”\n", true},
    {"identities/360203.th.md", "เรื่อง\n",
     "file.orphan identities/360203.th.md “360203”\n", true},
    {"identities/360203.lo.md", "x\n",
     "file.not-read identities/360203.lo.md “identities/360203.lo.md”\n", true},
    {"identity/360203.yaml", GOOD, "file.not-read identity/360203.yaml “identity/360203.yaml”\n",
     true},
    {"identities/360203.yml", GOOD,
     "file.not-read identities/360203.yml “identities/360203.yml”\n", true},
    {"pages/About.th.md", "# เกี่ยวกับ\n",
     "file.name pages/About.th.md “pages/About.th.md”\n"
     "file.not-read pages/About.th.md “pages/About.th.md”\n", true},
    {"media/999999/loom.jpg", "x", "file.orphan media/999999/loom.jpg “999999”\n", true},
    {"pages/about.th.md", "ไม่มีหัว\n",
     "page.missing-language pages/about.th.md “about”\npage.no-title pages/about.th.md:1:1 “about”\n",
     true},
    {"sheets/x.csv", "a,b\n1,2\n", "tables.no-mapping! sheets/x.csv “sheets/x.csv”\n", true},
    {"words/en.yaml", "nav: {home: Home, search: Search, home_one: x}\n",
     "words.extra words/en.yaml “nav.search”\nwords.missing words/en.yaml “months.1”\n"
     "words.missing words/en.yaml “months.2”\n", true},
    {"words/lo.yaml", "a: b\n", "file.not-read words/lo.yaml “words/lo.yaml”\n", true},
    {"site.yaml", "title: {th: ก}\n", "site.languages! site.yaml:1:1 “”\n", false},
    {"site.yaml", "title: {th: ก}\nlanguages: [TH]\n", "site.languages! site.yaml:2:12 “TH”\n",
     false},
    {"registry/provinces.csv", "code,slug,name_th,name_en,region_th\n", NULL, false},
    {"registry/laos.csv", "name_th\nก\n", "tables.missing-column! registry/laos.csv “code”\n",
     true},
    {"provinces/nowhere.yaml", "slogan: ก\n", "file.orphan provinces/nowhere.yaml “nowhere”\n",
     true},
    {"clusters/13.yaml", "slogan: ก\ngoals: [ก, ข]\nidentity: {th: ค}\n",
     "field.unknown-key! clusters/13.yaml:1:9 “slogan”\n", true},
    {"tables.yaml", "files: a\n", NULL, true},
    {"tables.yaml", "- {files: sheets/*.csv, kind: identty}\n",
     "field.not-a-choice! tables.yaml:1:31 “identty”\n", true},
    {"tables.yaml", "- {files: sheets/*.csv, kind: identity}\n",
     "tables.no-file tables.yaml:1:3 “sheets/*.csv”\n", true},
    {"media/360203/loom.jpg", "x", "", true},
    {"vocabulary/access.yaml", "groups: []\nfeature: []\n",
     "vocabulary.missing! vocabulary/access.yaml “vocabulary/access.yaml”\n"
     "field.unknown-key! vocabulary/access.yaml:2:1 “feature”\n", true},
};

static void test_files(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(files); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, files[i].path, files[i].text);
        lab_load(&lab);
        if (files[i].findings)
            assert_string_equal(lab_findings(&lab), files[i].findings);
        else
            assert_true(lab.diags.items.count > 0);
        assert_int_equal(lab.usable, files[i].usable);
        lab_close(&lab);
    }
}

static void test_links_and_fifos_stop(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    struct str link = str_format(&lab.arena, "%.*s/identities", STR_ARG(lab.dir));
    assert_int_equal(symlink("/etc", link.ptr), 0);
    lab_load(&lab);
    assert_false(lab.usable);
    assert_string_equal(lab_findings(&lab), "file.special! identities “identities”\n");
    assert_int_equal(unlink(link.ptr), 0);
    assert_int_equal(mkfifo(link.ptr, 0644), 0);
    lab_load(&lab);
    assert_false(lab.usable);
    lab_close(&lab);
}

/* ---- every field at once ---- */

static const char full[] =
    GOOD
    "tags: [มัดหมี่, เที่ยวท้องถิ่น]\n"
    "place: {lat: 15.7563, lon: 101.9087, address: {th: ก}, hours: '24/7', best_months: [12, 1],"
    " fee: {th: ๒๐ บาท}}\n"
    "contact: {phone: ๐ ๔๔๘๙ ๑๑๐๑, tiktok: 'https://www.tiktok.com/@x'}\n"
    "buy: [{name: {th: ร้าน}, url: https://a.example}, {name: {en: B}}]\n"
    "access: {checked: 2568-05-12, by: lao, method: measured,"
    " features: {enter.stepfree: no, enter.door_cm: ~ 92, people.langs: [th, en]}}\n"
    "facilities: [food]\nsafety: {note: ลื่น}\n"
    "videos: [{url: https://www.youtube.com/x, title: {th: วีดิทัศน์}}]\n"
    "sources: [{title: ที่มา, url: https://b.example}]\nupdated: 2568-06-10\n";

static void check_place(const struct identity *identity)
{
    assert_true(identity->place.located);
    assert_true(identity->place.lat > 15.75 && identity->place.lon > 101.90);
    assert_true(identity->place.hours && identity->place.hours->always);
    assert_int_equal(identity->place.best_months, 1u << 11 | 1u << 0);
    assert_false(identity->place.is_free);
}

static void check_access(const struct access *access)
{
    assert_true(access->stated);
    assert_int_equal(access->checked.year, 2025);
    assert_int_equal(access->by, BY_LAO);
    assert_int_equal(access->method, METHOD_MEASURED);
    assert_int_equal(lab_said(access, 0)->state, ACCESS_NO);
    assert_int_equal(lab_said(access, 1)->number, 92);
    assert_int_equal(lab_said(access, 1)->bound, '~');
    assert_false(lab_said(access, 2)->known);
}

static void test_full_identity(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "identities/a/360203.yaml", full);
    lab_put(&lab, "identities/a/360203.th.md", "## หัว\n\nย่อหน้า **หนา**\n");
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab), "");
    const struct identity *identity = lab_lao(&lab, "360203")->identity;
    check_place(identity);
    check_access(&identity->access);
    assert_str(lab_said(&identity->access, 4)->words.in[0], "th en");
    assert_str(identity->contact.phone, "0 4489 1101");
    assert_str(identity->place.fee.in[0], "๒๐ บาท");
    assert_int_equal(identity->buy.count, 2);
    assert_str(identity->buy.items[1].title.in[1], "B");
    assert_true(identity->facilities[1] && !identity->facilities[0]);
    assert_str(identity->sources.items[0].title.in[0], "ที่มา");
    assert_true(str_starts(identity->story.html[0], STR("<h3>")));
    assert_str(identity->story.lead[0], "ย่อหน้า หนา");
    lab_close(&lab);
}

/* ---- the registry ---- */

static void test_registry(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab), "");
    assert_int_equal(lab.site->laos.count, 6);
    assert_int_equal(lab_lao(&lab, "360101")->type, LAO_PAO);
    assert_int_equal(lab_lao(&lab, "200408")->type, LAO_PATTAYA);
    assert_null(lab_lao(&lab, "100000")->district);
    const struct lao *lao = lab_lao(&lab, "360301");
    assert_str(lao->name.in[0], "โคกมั่งงอย");
    assert_int_equal(lao->type, LAO_SAO);
    assert_str(lao->district->slug, "khon-sawan");
    assert_int_equal(lao->province->cluster->number, 13);
    assert_str(lab.site->regions.items[0]->slug, "northeast");
    lab_close(&lab);
}

static const char dla_tables[] =
    "- files: registry/dla.csv\n  kind: lao\n"
    "  columns: {\"รหัส อปท.\": code, \"ประเภท อปท.\": type, \"อปท.\": name_th, LAT: lat, LONG: lon,"
    " \"เว็ปไซต์ของอปท.\": website}\n  ignore: [จังหวัด, ตำบล]\n";

static const char dla_rows[] =
    "\xEF\xBB\xBF" "จังหวัด,ตำบล,รหัส อปท.,ประเภท อปท.,อปท.,LAT,LONG,เว็ปไซต์ของอปท.\r\n"
    "ชัยภูมิ,ตำบลที่ 1,6360302,องค์การบริหารส่วนตำบล,ยางหวาย,,,\r\n"
    "ชัยภูมิ,ตำบลที่ 2,6360302,องค์การบริหารส่วนตำบล,ยางหวาย,15.9,102.3,\r\n"
    "ชัยภูมิ,ตำบลที่ 1,6360304,เทศบาลตำบล,บ้านโสก,102.4,16.0,www.x.go.th\r\n"
    "ชัยภูมิ,ตำบลที่ 1,6360304,เทศบาลตำบล,บ้านโศก,,,\r\n"
    "ชัยภูมิ,ตำบลที่ 1,6369901,องค์การบริหารส่วนตำบล,ไกล,5,,\r\n"
    "ที่อื่น,ตำบลที่ 1,6990101,องค์การบริหารส่วนตำบล,ที่นั่น,,,\r\n";

static void test_dla_register(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", dla_tables);
    lab_put(&lab, "registry/dla.csv", dla_rows);
    lab_put(&lab, "identities/360304.yaml",
            "lao: 6360304\ncategory: food\nname: ก\nsummary: ข\n");
    lab_load(&lab);
    assert_string_equal(
        lab_findings(&lab),
        "lao.type-differs registry/dla.csv: row 4, column D (ประเภท อปท.) “เทศบาลตำบล”\n"
        "place.swapped registry/dla.csv: row 4, column F (LAT) “102.4”\n"
        "url.registry registry/dla.csv: row 4, column H (เว็ปไซต์ของอปท.) “www.x.go.th”\n"
        "lao.rows-differ registry/dla.csv: row 5 “บ้านโศก”\n"
        "lao.type-differs registry/dla.csv: row 5, column D (ประเภท อปท.) “เทศบาลตำบล”\n"
        "lao.no-district registry/dla.csv: row 6 “3699”\n"
        "place.half registry/dla.csv: row 6, column F (LAT) “5”\n"
        "lao.no-province! registry/dla.csv: row 7 “990101”\n");
    assert_true(lab_lao(&lab, "360302")->located);
    assert_true(lab_lao(&lab, "360304")->published);
    lab_close(&lab);
}

/* ---- sheets ---- */

static const char form_tables[] =
    "- files: sheets/a*.csv\n  kind: identity\n  round: '2568-1'\n"
    "  timestamp: {column: ประทับเวลา, format: D/M/Y H:m:s}\n"
    "  columns: {\"รหัส อปท.\": lao, ชื่อ: lao_name, อำเภอ: lao_district, ด้าน: category,\n"
    "    ชื่ออัตลักษณ์: name.th, สรุป: summary.th, แท็ก: tags, ทางเข้า: access.features.enter.stepfree,\n"
    "    สิ่งอำนวยความสะดวก: facilities}\n  ignore: [อีเมล]\n"
    "  values: {category: {ด้านอาหาร: food}, access.features: {ไม่มี: no, มี: yes}}\n";
#define FORM_HEADER                                                                       \
    "ประทับเวลา,อีเมล,รหัส อปท. ,ชื่อ,อำเภอ,ด้าน,ชื่ออัตลักษณ์,สรุป,แท็ก,ทางเข้า,สิ่งอำนวยความสะดวก,อื่น\n"

static const struct {
    const char *rows, *findings;
} forms[] = {
    {"1/5/2568 10:00:00,a@b,6360203,,,ด้านอาหาร,ก,ข,#แท็กหนึ่ง #แท็กสอง,ไม่มี,"
     "\"อาหาร, เครื่องดื่ม, parking\",x\n", ""},
    {"1/5/2568 10:00:00,,๖๓๖๐๒๐๓,,,อาหาร,ก,ข,,,,\n2/5/2568 10:00:00,,6360203,,,food,ค,ง,,,,\n",
     "row.superseded sheets/a.csv: row 2 “360203”\n"},
    {",,6360203,,,food,ก,ข,,,,\n,,6360203,,,food,ค,ง,,,,\n",
     "row.no-timestamp sheets/a.csv: row 2 “360203”\n"},
    {"13/13/2568,,6360203,,,food,ก,ข,,,,\n",
     "row.bad-timestamp sheets/a.csv: row 2, column A (ประทับเวลา) “13/13/2568”\n"},
    {",,,อบต.บ้านเขว้า อ.บ้านเขว้า จ.ชัยภูมิ,,food,ก,ข,,,,\n",
     "name.found sheets/a.csv: row 2, column D (ชื่อ) “อบต.บ้านเขว้า อ.บ้านเขว้า จ.ชัยภูมิ”\n"},
    {",,,บ้านเขว้า,บ้านเขว้า,food,ก,ข,,,,\n",
     "name.ambiguous! sheets/a.csv: row 2, column D (ชื่อ) “บ้านเขว้า”\n"},
    {",,,อบต.บ้านเขวา,,food,ก,ข,,,,\n",
     "name.unknown! sheets/a.csv: row 2, column D (ชื่อ) “อบต.บ้านเขวา”\n"},
    {",,,,,food,ก,ข,,,,\n", "lao.not-stated! sheets/a.csv: row 2 “”\n"},
    {",,6360203,อบต.โคกมั่งงอย,,food,ก,ข,,,,\n",
     "name.differs sheets/a.csv: row 2, column D (ชื่อ) “อบต.โคกมั่งงอย”\n"},
    {",,6.36E+06,,,food,ก,ข,,,,\n",
     "lao.bad-code! sheets/a.csv: row 2, column C (รหัส อปท.) “6.36E+06”\n"},
    {",,6360203,,,foood,ก,ข,,,,\n",
     "field.not-a-choice! sheets/a.csv: row 2, column F (ด้าน) “foood”\n"},
};

static void test_forms(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct lab lab = lab_open();
        lab_put(&lab, "tables.yaml", form_tables);
        lab_put(&lab, "sheets/a.csv", str_format(&lab.arena, FORM_HEADER "%s", forms[i].rows).ptr);
        lab_load(&lab);
        struct str note = STR("tables.unknown-column sheets/a.csv: row 1, column L (อื่น) “อื่น”\n");
        struct str found = str_replace(str_from(lab_findings(&lab)), note, STR(""), &lab.arena);
        assert_str(found, forms[i].findings);
        lab_close(&lab);
    }
}

static void test_form_values(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", form_tables);
    lab_put(&lab, "sheets/a.csv", str_format(&lab.arena, FORM_HEADER "%s", forms[0].rows).ptr);
    lab_load(&lab);
    const struct identity *identity = lab_lao(&lab, "360203")->identity;
    assert_str(identity->round, "2568-1");
    assert_int_equal(identity->sent.date.year, 2025);
    assert_int_equal(identity->updated.month, 5);
    assert_int_equal(identity->tags.count, 2);
    assert_int_equal(lab_said(&identity->access, 0)->state, ACCESS_NO);
    assert_true(identity->facilities[0] && identity->facilities[1]);
    lab_close(&lab);
}

static void test_overlay(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", form_tables);
    lab_put(&lab, "sheets/a.csv", FORM_HEADER ",,6360203,,,ด้านอาหาร,ก,ข,แท็ก,มี,,\n");
    lab_put(&lab, "identities/360203.yaml", "lao: 360203\nname: ชื่อใหม่\nsummary: {th: ข, en: b}\n"
            "category: food\naccess: {features: {enter.stepfree: yes}}\n");
    lab_load(&lab);
    const struct lao *lao = lab_lao(&lab, "360203");
    assert_true(lao->published);
    assert_str(lao->identity->name.in[0], "ชื่อใหม่");
    assert_str(lao->identity->summary.in[1], "b");
    assert_int_equal(lab_said(&lao->identity->access, 0)->state, ACCESS_YES);
    const char *differs = strstr(lab_findings(&lab), "overlay.differs ");
    assert_ptr_equal(strstr(differs, "overlay.differs identities/360203.yaml:2:7 “ชื่อใหม่”\n"), differs);
    assert_null(strstr(differs + 1, "overlay.differs ")); /* code and answers mean the same */
    lab_close(&lab);
}

/* A list is one field: no item gets its title here and its address there. */
static void test_overlay_list(void **state)
{
    (void)state;
    static const char tables[] =
        "- {files: sheets/a.csv, kind: identity, columns: {รหัส: lao, แหล่ง: sources.1.title,"
        " ลิงก์: sources.1.url, แหล่ง 2: sources.2.title, ลิงก์ 2: sources.2.url,"
        " ซื้อ: buy.1.url, วิดีโอ: videos.1.url, ภาพ: photos.1.credit}}\n";
    static const char row[] =
        "รหัส,แหล่ง,ลิงก์,แหล่ง 2,ลิงก์ 2,ซื้อ,วิดีโอ,ภาพ\n"
        "6360203,หนึ่ง,https://one.go.th/,สอง,https://two.go.th/,https://buy.go.th/,"
        "https://video.go.th/,ผู้ถ่าย\n";
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml", tables);
    lab_put(&lab, "sheets/a.csv", row);
    lab_put(&lab, "identities/360203.yaml",
            "lao: 360203\nsources: [{title: หนังสือ}]\nbuy: [{name: ร้าน}]\n"
            "photos: [{file: a.jpg}]\nvideos: [{title: , url: https://video.go.th/}]\n");
    lab_load(&lab);
    const struct identity *identity = lab_lao(&lab, "360203")->identity;
    assert_int_equal(identity->sources.count, 1);
    assert_str(identity->sources.items[0].title.in[0], "หนังสือ");
    assert_str(identity->sources.items[0].url, "");
    assert_int_equal(identity->buy.count, 1);
    assert_str(identity->buy.items[0].url, "");
    assert_str(identity->photos.items[0].credit, "");
    assert_str(identity->videos.items[0].url, "https://video.go.th/");
    const char *found = lab_findings(&lab);
    assert_non_null(strstr(found, "overlay.differs identities/360203.yaml:2:19 “หนังสือ”\n"));
    assert_non_null(strstr(found, "overlay.differs identities/360203.yaml:3:14 “ร้าน”\n"));
    assert_non_null(strstr(found, "overlay.differs identities/360203.yaml:4:17 “a.jpg”\n"));
    size_t told = 0;
    for (; (found = strstr(found, "overlay.differs ")); found++)
        told++;
    assert_int_equal(told, 3); /* a list once, and the video is the same */
    lab_close(&lab);
}

static void test_changed_headers(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "tables.yaml",
            "- {files: sheets/a.csv, kind: identity, columns: {รหัส: lao, ชื่ออัตลักษณ์: name.th,"
            " x: nam.th}}\n");
    lab_put(&lab, "sheets/a.csv", "รหัส,ชื่ออัตลักษณ,x,category,summary_th,name\n");
    lab_load(&lab);
    assert_non_null(strstr(lab_findings(&lab), "tables.absent-column tables.yaml"));
    assert_non_null(strstr(lab_findings(&lab), "tables.unknown-field! tables.yaml"));
    assert_non_null(strstr(lab_findings(&lab), "tables.unknown-column sheets/a.csv: row 1, column B"));
    lab_close(&lab);
}

/* ---- reports ---- */

static void test_reports(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "reports/2568.csv",
            "lao,month,visitors,income,note\n"
            "6360203,2567-11,\"1,250\",0,\n360203,ต.ค. 2567,๙๐,,\n6360203,10/2567,91,1.2E+06,\n"
            "6360203,,1,,\n6360299,2567-10,1,,\n");
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab),
                        "number.read-as reports/2568.csv: row 2, column C (visitors) “1,250”\n"
                        "row.no-timestamp reports/2568.csv: row 3 “360203”\n"
                        "number.read-as reports/2568.csv: row 3, column C (visitors) “๙๐”\n"
                        "field.exponent reports/2568.csv: row 4, column D (income) “1.2E+06”\n"
                        "field.missing reports/2568.csv: row 5, column B (month) “month”\n"
                        "lao.unknown-code! reports/2568.csv: row 6, column A (lao) “6360299”\n");
    const struct lao *lao = lab_lao(&lab, "360203");
    assert_int_equal(lao->report_count, 2);
    assert_int_equal(lao->reports[0]->visitors, 91);
    assert_false(lao->reports[0]->has_income);
    assert_int_equal(lao->reports[1]->visitors, 1250);
    assert_true(lao->reports[1]->has_income && lao->reports[1]->income == 0);
    lab_close(&lab);
}

/* ---- the outcome never depends on threads ---- */

static void test_threads(void **state)
{
    (void)state;
    const char *first = NULL;
    struct lab lab = lab_open();
    lab_put(&lab, "identities/360203.yaml", GOOD "otop_stars: 9\n");
    lab_put(&lab, "identities/360202.yaml", "lao: 360202\nx: y\n");
    lab_put(&lab, "identities/360301.yaml", "lao: 360301\nname: [\n");
    for (unsigned threads = 1; threads <= 8; threads *= 2) {
        lab.threads = threads;
        lab_load(&lab);
        const char *text = lab_findings(&lab);
        first = first ? first : text;
        assert_string_equal(text, first);
    }
    assert_non_null(lab_lao(&lab, "360301")->identity); /* held back, not missing */
    assert_false(lab_lao(&lab, "360301")->published);
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_one_thing_wrong),
        cmocka_unit_test(test_sheet_addresses), cmocka_unit_test(test_no_header), cmocka_unit_test(test_files),
        cmocka_unit_test(test_links_and_fifos_stop), cmocka_unit_test(test_full_identity),
        cmocka_unit_test(test_registry), cmocka_unit_test(test_dla_register),
        cmocka_unit_test(test_forms), cmocka_unit_test(test_form_values),
        cmocka_unit_test(test_overlay), cmocka_unit_test(test_overlay_list),
        cmocka_unit_test(test_changed_headers),
        cmocka_unit_test(test_reports), cmocka_unit_test(test_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
