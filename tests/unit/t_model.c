/* SPDX-License-Identifier: MIT */
/* settle.h and the parts of model/ that need no files: what is derived, in which order. */
#include "model_lab.h"

#include "base/hash.h"
#include "model/field.h"
#include "model/loaders.h"
#include "model/nearest.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* ---- records ---- */

static void test_flattening(void **state)
{
    (void)state;
    struct arena arena = {0};
    struct diags diags = diags_on(&arena);
    const struct tree *tree = tree_parse(
        STR("a.yaml"),
        STR("name: {th: ก}\naccess: {features: {enter.stepfree: yes}}\n"
            "buy:\n- {name: {th: ข}}\n- {url: u}\ntags: [ค, ง]\nempty: {}\n"), &arena, &diags);
    static const char *const paths[] = {
        "name.th", "access.features.enter.stepfree", "buy.1.name.th", "buy.2.url", "tags",
        "empty",
    };
    struct record record = record_of_tree(tree, STR("a.yaml"), &arena);
    assert_int_equal(record.fields.count, COUNT(paths));
    for (size_t i = 0; i < COUNT(paths); i++)
        assert_true(str_eq(record.fields.items[i].path, str_from(paths[i])));
    assert_ptr_equal(record_find(&record, STR("tags")), &record.fields.items[4]);
    assert_null(record_find(&record, STR("name")));
    arena_release(&arena);
}

/* ---- patterns of tables.yaml ---- */

static const struct {
    const char *pattern, *path;
    bool match;
} patterns[] = {
    {"sheets/a.csv", "sheets/a.csv", true},       {"sheets/*.csv", "sheets/a.csv", true},
    {"sheets/*.csv", "sheets/b/a.csv", false},    {"sheets/a*", "sheets/a", true},
    {"sheets/?.csv", "sheets/a.csv", true},       {"sheets/?.csv", "sheets/ab.csv", false},
    {"*a*b*c", "xxaxxbxxc", true},                {"*a*b*c", "xxaxxcxxb", false},
    {"", "", true},                               {"", "a", false},
    {"*", "", true},                              {"**", "abc", true},
};

static void test_patterns(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(patterns); i++)
        assert_int_equal(tables_match(str_from(patterns[i].pattern), str_from(patterns[i].path)),
                         patterns[i].match);
}

/* Every field of every kind has a path of its own, and its table fits the checks. */
static void test_tables_of_fields(void **state)
{
    (void)state;
    const struct field_table *const tables[] = {&cluster_fields,  &province_fields,
                                                &district_fields, &lao_fields,
                                                &identity_fields, &report_fields};
    for (size_t i = 0; i < COUNT(tables); i++) {
        assert_true(tables[i]->count <= SPECS_MAX);
        for (size_t k = 0; k < tables[i]->count; k++) {
            assert_non_null(tables[i]->specs[k].take);
            for (size_t j = 0; j < k; j++)
                assert_false(str_eq(tables[i]->specs[k].path, tables[i]->specs[j].path));
        }
    }
}

static void test_rules_have_sentences(void **state)
{
    (void)state;
    for (size_t i = 0; i < model_rule_count; i++) {
        assert_non_null(model_rules[i].id);
        for (int lang = 0; lang < DIAG_LANGS; lang++) {
            assert_non_null(model_rules[i].problem[lang]);
            assert_non_null(model_rules[i].remedy[lang]);
        }
    }
}

/* ---- hashtags ---- */

static void put_identity(struct lab *lab, const char *key, const char *name, const char *more)
{
    struct str path = str_format(&lab->arena, "identities/%s.yaml", key);
    struct str text = str_format(&lab->arena,
                                 "lao: %s\ncategory: food\nname: %s\nsummary: {th: ส, en: S}\n%s",
                                 key, name, more);
    lab_put(lab, path.ptr, text.ptr);
}

static const char *hashtags_of(struct lab *lab, const char *key)
{
    const struct identity *identity = lab_lao(lab, key)->identity;
    struct strs texts = {0};
    for (size_t i = 0; i < identity->hashtags.count; i++)
        *list_push(&texts, &lab->arena) = identity->hashtags.items[i].text;
    return str_c(str_join(texts.items, texts.count, STR(" "), &lab->arena), &lab->arena);
}

static const struct {
    const char *key, *tags;
} hashtags[] = {
    {"360101", "เที่ยวท้องถิ่น ของดีบ้านเรา จังหวัดชัยภูมิ อบจชัยภูมิ มัดหมี่"},
    {"360202", "เที่ยวท้องถิ่น ของดีบ้านเรา จังหวัดชัยภูมิ อำเภอบ้านเขว้า เทศบาลตำบลบ้านเขว้า มัดหมี่"},
    {"360203", "เที่ยวท้องถิ่น ของดีบ้านเรา จังหวัดชัยภูมิ อำเภอบ้านเขว้า อบตบ้านเขว้า มัดหมี่"},
    {"100000", "เที่ยวท้องถิ่น ของดีบ้านเรา กรุงเทพมหานคร มัดหมี่"},
    {"200408", "เที่ยวท้องถิ่น ของดีบ้านเรา จังหวัดชลบุรี อำเภอบางละมุง เมืองพัทยา มัดหมี่"},
};

static void test_hashtags(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    for (size_t i = 0; i < COUNT(hashtags); i++)
        put_identity(&lab, hashtags[i].key, "ก", "tags: [มัดหมี่, ของดีบ้านเรา]\n");
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab), "");
    for (size_t i = 0; i < COUNT(hashtags); i++)
        assert_string_equal(hashtags_of(&lab, hashtags[i].key), hashtags[i].tags);
    const struct tag *most = lab.site->tags.items[0];
    size_t pages = 0;
    assert_int_equal(most->entries.count, COUNT(hashtags));
    assert_true(str_eq(most->id, hash_hex(hash_128(most->text), 8, &lab.arena)));
    for (size_t i = 0; i < lab.site->tags.count; i++) {
        const struct tag *tag = lab.site->tags.items[i];
        assert_int_equal(tag->has_page, tag->kind == TAG_OWN &&
                                            tag->entries.count >= TAG_PAGE_ENTRIES_MIN);
        pages += tag->has_page;
    }
    assert_int_equal(pages, 1); /* มัดหมี่: the site's own tags, used as often, lead home */
    lab_close(&lab);
}

/* ---- what is derived ---- */

static void test_settled(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    put_identity(&lab, "360202", "{th: แก้ง, en: Zebra}", "updated: 2568-06-01\n");
    put_identity(&lab, "360203", "{th: เกษตร, en: Apple}", "updated: 2568-06-10\n");
    put_identity(&lab, "360301", "{th: คอน, en: Mango}", "updated: 2568-05-01\n");
    put_identity(&lab, "360101", "ข", "updated: 2568-06-11\nwrong: x\n");
    lab_load(&lab);
    const struct site *site = lab.site;
    assert_int_equal(site->identities.count, 4);
    assert_int_equal(site->entries.count, 3);
    assert_false(lab_lao(&lab, "360101")->published);
    assert_int_equal(site->updated.day, 10);
    assert_str(site->latest.items[0]->key, "360203");
    assert_str(site->latest.items[2]->key, "360301");
    const struct province *province = lab_lao(&lab, "360203")->province;
    assert_int_equal(province->entries.count, 3);
    assert_str(province->entries.items[0]->key, "360301"); /* คอนสวรรค์ before บ้านเขว้า */
    assert_str(province->entries.items[1]->key, "360203"); /* เกษตร before แก้ง */
    assert_int_equal(province->region->entry_count, 3);
    assert_int_equal(province->cluster->entry_count, 3);
    assert_true(lab_lao(&lab, "360203")->identity->rank[1]
                < lab_lao(&lab, "360202")->identity->rank[1]);
    lab_close(&lab);
}

static void test_future(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    put_identity(&lab, "360202", "ก", "updated: 2568-06-01\n");
    put_identity(&lab, "360203", "ข", "updated: 2568-07-01\n");
    put_identity(&lab, "360301", "ค", "updated: 2599-05-01\n");
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab), "date.future! identities/360301.yaml:1:1 “2056-05-01”\n");
    assert_false(lab_lao(&lab, "360301")->published);
    assert_int_equal(lab.site->updated.year, 2025);
    lab_close(&lab);
}

/* Figures of a month that has not come are told, and are nowhere afterwards. */
static void test_future_reports(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    put_identity(&lab, "360202", "ก", "updated: 2568-06-01\n");
    put_identity(&lab, "360203", "ข", "updated: 2568-06-20\n");
    lab_put(&lab, "tables.yaml",
            "- {files: sheets/sent.csv, kind: report, timestamp: {column: t, format: D/M/Y}}\n");
    lab_put(&lab, "sheets/sent.csv",
            "t,lao,month,visitors\n9/6/2568,360202,2568-06,1\n9/6/2568,360202,2568-07,2\n");
    lab_put(&lab, "reports/2568.csv",
            "lao,month,visitors\n360203,2568-05,4\n360203,2568-10,8\n360203,2568-11,16\n"
            "360301,2568-09,32\n360301,2568-12,64\n360301,2599-01,128\n");
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab), "report.future reports/2568.csv: row 3 “2025-10”\n"
                                            "report.future reports/2568.csv: row 4 “2025-11”\n"
                                            "report.future reports/2568.csv: row 7 “2056-01”\n"
                                            "report.future sheets/sent.csv: row 3 “2025-07”\n");
    assert_int_equal(lab.site->reports.count, 4);
    assert_int_equal(lab_lao(&lab, "360202")->report_count, 1);
    assert_int_equal(lab_lao(&lab, "360203")->report_count, 1);
    assert_int_equal(lab_lao(&lab, "360301")->report_count, 2); /* it reports on: its own witness */
    lab_close(&lab);
}

/* One more word in `languages` and one more words file: a language that nobody knew before. */
static void test_third_language(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "site.yaml", "title: {th: ก, xx: X}\nlanguages: [th, en, xx]\n");
    lab_put(&lab, "words/xx.yaml", "nav: {home: Xome}\nmonths: [Xan, Xeb]\n");
    lab_put(&lab, "registry/clusters.csv", "number,name_th,name_en,name_xx\n13,ก,A,Xluster\n");
    put_identity(&lab, "360203", "{th: ก, xx: Xilk}", "");
    lab_put(&lab, "identities/360203.xx.md", "Xtory\n");
    lab_load(&lab);
    assert_string_equal(lab_findings(&lab), "");
    assert_int_equal(lab.site->lang_count, 3);
    assert_str(lab.site->clusters.items[0]->name.in[2], "Xluster");
    assert_str(lab_lao(&lab, "360203")->identity->name.in[2], "Xilk");
    assert_str(lab_lao(&lab, "360203")->identity->story.html[2], "<p>Xtory</p>\n");
    assert_str(*(struct str *)map_get(&lab.site->words[2], STR("months.2")), "Xeb");
    lab_close(&lab);
}

/* Two districts of one English name, as in Ayutthaya. */
static void test_slug_twice(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "registry/districts.csv",
            "code,slug,name_th,name_en\n3602,bang-sai,บ้านเขว้า,Bang Sai\n"
            "3603,bang-sai,คอนสวรรค์,Bang Sai\n3604,Bang Sai,ก,\n99,x,ข,\n9902,x,ค,\n3602,y,ง,\n");
    lab_load(&lab);
    assert_non_null(strstr(lab_findings(&lab), "place.slug-twice registry/districts.csv: row 3"));
    assert_non_null(strstr(lab_findings(&lab), "place.slug! registry/districts.csv: row 4"));
    assert_non_null(strstr(lab_findings(&lab), "place.code! registry/districts.csv: row 5"));
    assert_non_null(strstr(lab_findings(&lab), "place.no-province! registry/districts.csv: row 6"));
    assert_non_null(strstr(lab_findings(&lab), "place.twice! registry/districts.csv: row 7"));
    const struct district *second = map_get(&lab.site->district_by_code, STR("3603"));
    assert_str(second->slug, "bang-sai-3603");
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_flattening),       cmocka_unit_test(test_patterns),
        cmocka_unit_test(test_tables_of_fields), cmocka_unit_test(test_rules_have_sentences),
        cmocka_unit_test(test_hashtags),         cmocka_unit_test(test_settled),
        cmocka_unit_test(test_future),           cmocka_unit_test(test_future_reports),
        cmocka_unit_test(test_third_language),
        cmocka_unit_test(test_slug_twice),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
