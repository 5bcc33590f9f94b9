/* SPDX-License-Identifier: MIT */
/* field_docs.h, dictionary.h: every field of an office's sheet is told, once, and every column
 * that is offered is one that the loader reads. */
#include "model_lab.h"

#include "base/utf8.h"
#include "model/dictionary.h"
#include "model/loaders.h"

static const struct field_table *const tables[] = {&identity_fields, &report_fields};
enum { TABLES = 2, HEADER_MAX = 200 };

static size_t docs_of(struct str path)
{
    size_t count = 0;
    for (size_t i = 0; i < field_docs.count; i++)
        count += str_eq(field_docs.items[i].path, path);
    return count;
}

static bool is_spec(struct str path)
{
    for (size_t t = 0; t < TABLES; t++)
        for (size_t i = 0; i < tables[t]->count; i++)
            if (str_eq(tables[t]->specs[i].path, path))
                return true;
    return false;
}

/* Who may allow what is not for the office itself to say: no sheet asks for it. */
static bool is_not_asked(struct str path)
{
    return str_eq(path, STR("allow"));
}

static void test_each_spec_has_a_doc(void **state)
{
    (void)state;
    for (size_t t = 0; t < TABLES; t++)
        for (size_t i = 0; i < tables[t]->count; i++)
            if (docs_of(tables[t]->specs[i].path) != (is_not_asked(tables[t]->specs[i].path) ? 0 : 1))
                fail_msg("%.*s has no doc, or two", STR_ARG(tables[t]->specs[i].path));
}

static void test_each_doc_is_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < field_docs.count; i++) {
        const struct field_doc *doc = &field_docs.items[i];
        if (!is_spec(doc->path))
            fail_msg("%.*s is no field", STR_ARG(doc->path));
        for (int lang = 0; lang < DIAG_LANGS; lang++)
            if (!doc->label[lang] || !doc->write[lang])
                fail_msg("%.*s lacks a language", STR_ARG(doc->path));
    }
    for (int lang = 0; lang < DIAG_LANGS; lang++) {
        for (size_t i = 0; i < GROUP_COUNT; i++)
            assert_non_null(doc_group_names[i][lang]);
        for (size_t i = 0; i < ANSWER_COUNT; i++)
            assert_non_null(answer_names[i][lang]);
    }
}

static void check_header(struct lab *lab, const struct field_table *table,
                         const struct dictionary_column *column, struct map *seen)
{
    for (int lang = 0; lang < DIAG_LANGS; lang++) {
        struct str header = dictionary_header(column, (enum diag_lang)lang, &lab->arena);
        assert_true(utf8_count(header) <= HEADER_MAX);
        assert_false(str_has(header, STR("{")));
        assert_false(str_has(column->write[lang], STR("{")));
        assert_true(str_eq(dictionary_path_of(header), column->path));
        assert_null(map_get(&seen[lang], column->label[lang]));
        map_put(&seen[lang], column->label[lang], lab, &lab->arena);
    }
    assert_non_null(field_spec_of(lab->site, table, column->path));
}

static void test_columns(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_load(&lab);
    for (size_t t = 0; t < TABLES; t++) {
        struct map seen[DIAG_LANGS] = {0};
        struct dictionary d = dictionary_of(lab.site, tables[t], &lab.arena);
        assert_true(d.count > 0);
        for (size_t i = 0; i < d.count; i++) {
            check_header(&lab, tables[t], &d.items[i], seen);
            assert_true(i == 0 || d.items[i - 1].group <= d.items[i].group);
        }
    }
    lab_close(&lab);
}

static const struct dictionary_column *column_of(const struct dictionary *d, const char *path)
{
    for (size_t i = 0; i < d->count; i++)
        if (str_eq(d->items[i].path, str_from(path)))
            return &d->items[i];
    return NULL;
}

static void test_languages_lists_and_features(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_put(&lab, "site.yaml", "title: {th: ท}\nlanguages: [th, lo]\nhashtags: [ก]\n");
    lab_put(&lab, "words/lo.yaml", "nav: {home: ໜ້າຫຼັກ}\nmonths: [ມັງກອນ, ກຸມພາ]\n");
    lab_put(&lab, "vocabulary/access.yaml",
            "groups:\n- {key: enter, label: {th: เข้า}}\nfeatures:\n"
            "- {key: enter.bell, type: state, label: {th: กริ่ง, en: Bell}}\n"
            "- {key: enter.stepfree, type: state, starter: yes, label: {th: ไม่มีขั้น}}\n"
            "facilities:\n- {key: parking, label: {th: ที่จอดรถ}}\n");
    lab_load(&lab);
    struct dictionary d = dictionary_of(lab.site, &identity_fields, &lab.arena);
    static const char *const there[] = {
        "lao", "name.th", "name.lo", "buy.1.name.lo", "buy.2.url", "videos.1.url",
        "access.features.enter.bell", "access.notes.enter.stepfree.lo"};
    static const char *const not_there[] = {
        "name", "name.en", "buy.3.url", "videos.2.url", "photos.1.file",
        "access.notes.enter.bell.th", "access.features.*"};
    for (size_t i = 0; i < sizeof(there) / sizeof(*there); i++)
        assert_non_null(column_of(&d, there[i]));
    for (size_t i = 0; i < sizeof(not_there) / sizeof(*not_there); i++)
        assert_null(column_of(&d, not_there[i]));
    assert_true(column_of(&d, "name.th")->required);
    assert_false(column_of(&d, "name.lo")->required);
    assert_int_equal(column_of(&d, "summary.th")->limit, 300);
    assert_int_equal(column_of(&d, "lao_name")->limit, 0);
    assert_str(column_of(&d, "name.lo")->label[DIAG_TH], "ชื่ออัตลักษณ์ (lo)");
    /* A site without English keeps no English words of its vocabulary. */
    assert_str(column_of(&d, "access.features.enter.bell")->label[DIAG_EN], "กริ่ง");
    assert_int_equal(column_of(&d, "access.features.enter.bell")->choices.count, DOC_STATES);
    assert_str(column_of(&d, "facilities")->choices.items[0].key, "parking");
    assert_true(column_of(&d, "access.features.enter.stepfree")
                < column_of(&d, "access.features.enter.bell"));
    lab_close(&lab);
}

static void test_brackets(void **state)
{
    (void)state;
    static const char *const headers[][2] = {
        {"ชื่อ [name.th]", "name.th"}, {"[lao]", "lao"},       {"a [b] [ lao ]", "lao"},
        {"ชื่อ [name.th] (บังคับ)", ""}, {"ชื่อ name.th]", ""}, {"ชื่อ [", ""},
        {"ชื่อ []", ""},               {"name.th", ""},        {"", ""},
    };
    for (size_t i = 0; i < sizeof(headers) / sizeof(*headers); i++)
        assert_true(str_eq(dictionary_path_of(str_from(headers[i][0])),
                           str_from(headers[i][1])));
}

static void test_nearest(void **state)
{
    (void)state;
    struct lab lab = lab_open();
    lab_load(&lab);
    static const char *const paths[][2] = {
        {"nmae.th", "name.th"}, {"buy.1.ulr", "buy.1.url"}, {"ไทย", ""}, {"hello", ""}};
    for (size_t i = 0; i < sizeof(paths) / sizeof(*paths); i++)
        assert_str(dictionary_nearest(lab.site, &identity_fields, str_from(paths[i][0]),
                                      &lab.arena),
                   paths[i][1]);
    assert_str(dictionary_nearest(lab.site, &lao_fields, STR("webiste"), &lab.arena), "website");
    lab_close(&lab);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_each_spec_has_a_doc), cmocka_unit_test(test_each_doc_is_whole),
        cmocka_unit_test(test_columns),
        cmocka_unit_test(test_languages_lists_and_features),
        cmocka_unit_test(test_brackets),            cmocka_unit_test(test_nearest),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
