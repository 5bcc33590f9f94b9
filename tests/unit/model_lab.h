/* SPDX-License-Identifier: MIT */
/*
 * model_lab.h: a small content/ in a temporary folder, loaded and settled.
 *
 *     struct lab lab = lab_open();                       the least content that loads cleanly
 *     lab_put(&lab, "identities/360203.yaml", "…");      add or replace a file
 *     lab_load(&lab);
 *     assert_string_equal(lab_findings(&lab), "…");      "rule-id place value" a line, sorted
 *     lab_close(&lab);
 */
#ifndef ATTALAK_TESTS_MODEL_LAB_H
#define ATTALAK_TESTS_MODEL_LAB_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/file.h"
#include "model/load.h"
#include "model/settle.h"

struct lab {
    struct arena arena;
    struct diags diags;
    struct str dir;
    struct site *site;
    bool usable;
    unsigned threads;
};

static const char *const lab_base[][2] = {
    {"site.yaml",
     "title: {th: ทดสอบ, en: Test}\nlanguages: [th, en]\n"
     "hashtags: [เที่ยวท้องถิ่น, ของดีบ้านเรา, '{province_tag}', '{district_tag}', '{lao_tag}']\n"},
    {"words/th.yaml", "nav: {home: หน้าแรก}\nmonths: [มกราคม, กุมภาพันธ์]\n"},
    {"words/en.yaml", "nav: {home: Home}\nmonths: [January, February]\n"},
    {"vocabulary/categories.yaml",
     "- {key: food, label: {th: อาหารของท้องถิ่น, en: Local food}, short: {th: อาหาร, en: Food}}\n"
     "- {key: product, label: {th: สินค้า, en: Products}}\n"},
    {"vocabulary/access.yaml",
     "groups:\n- {key: enter, label: {th: เข้า}}\n- {key: people, label: {th: ผู้คน}}\n"
     "features:\n"
     "- {key: enter.stepfree, type: state, label: {th: ไม่มีขั้น}}\n"
     "- {key: enter.door_cm, type: cm, label: {th: ประตู}}\n"
     "- {key: enter.slope_1x, type: 1x, label: {th: ลาด}}\n"
     "- {key: enter.surface, type: enum, label: {th: พื้น}, options: [{key: sand, label: {th: ทราย}},"
     " {key: grass, label: {th: หญ้า}}]}\n"
     "- {key: people.langs, type: langs, label: {th: ภาษา}}\n"
     "- {key: people.contact, type: text, label: {th: ติดต่อ}}\n"
     "facilities:\n- {key: parking, label: {th: ที่จอดรถ}}\n"
     "- {key: food, label: {th: \"อาหาร, เครื่องดื่ม\"}}\n"},
    {"registry/clusters.csv", "number,name_th,name_en\n13,อีสานล่าง 1,Lower Northeast 1\n"},
    {"registry/provinces.csv",
     "code,slug,name_th,name_en,region_th,region_en,cluster\n"
     "36,chaiyaphum,ชัยภูมิ,Chaiyaphum,ภาคอีสาน,Northeast,13\n"
     "10,bangkok,กรุงเทพมหานคร,Bangkok,ภาคกลาง,Central,\n"
     "20,chon-buri,ชลบุรี,Chon Buri,ภาคตะวันออก,East,\n"},
    {"registry/districts.csv",
     "code,slug,name_th,name_en\n3601,mueang,เมืองชัยภูมิ,Mueang Chaiyaphum\n"
     "3602,ban-khwao,บ้านเขว้า,Ban Khwao\n3603,,คอนสวรรค์,Khon Sawan\n2004,,บางละมุง,Bang Lamung\n"},
    {"registry/laos.csv",
     "code,type,name_th,name_en,district,lat,lon,website\n"
     "2360101,,ชัยภูมิ,Chaiyaphum,,15.8,102.0,\n"
     "5360202,,บ้านเขว้า,Ban Khwao,,15.76,101.91,https://www.bankhwao.go.th\n"
     "6360203,sao,บ้านเขว้า,Ban Khwao,3602,,,\n"
     "6360301,อบต.,อบต.โคกมั่งงอย,Khok Mang Ngoi,คอนสวรรค์,,,\n"
     "100000,bangkok,กรุงเทพมหานคร,Bangkok,,13.7535,100.5017,\n"
     "3200408,pattaya,เมืองพัทยา,Pattaya City,2004,,,\n"},
};

static inline void lab_put(struct lab *lab, const char *path, const char *text)
{
    char full[512];
    snprintf(full, sizeof(full), "%.*s/%s", STR_ARG(lab->dir), path);
    for (char *slash = full + lab->dir.len + 1; (slash = strchr(slash, '/')); slash++) {
        *slash = '\0';
        mkdir(full, 0755);
        *slash = '/';
    }
    assert_int_equal(file_write(str_from(full), str_from(text), &lab->arena), 0);
}

static inline struct lab lab_open(void)
{
    struct lab lab = {.threads = 2};
    char dir[] = "/tmp/attalak-model-XXXXXX";
    assert_non_null(mkdtemp(dir));
    lab.dir = str_copy(str_from(dir), &lab.arena);
    for (size_t i = 0; i < sizeof(lab_base) / sizeof(lab_base[0]); i++)
        lab_put(&lab, lab_base[i][0], lab_base[i][1]);
    return lab;
}

static inline void lab_load(struct lab *lab)
{
    lab->diags = diags_on(&lab->arena);
    int root = file_open_root(lab->dir, &lab->arena);
    assert_true(root >= 0);
    struct site_loaded loaded = site_load(root, lab->threads, &lab->arena, &lab->diags);
    close(root);
    lab->site = loaded.site;
    lab->usable = loaded.usable;
    if (lab->usable)
        site_settle(lab->site, 2, &lab->arena, &lab->diags);
    diags_sort(&lab->diags);
}

static inline void lab_close(struct lab *lab)
{
    char command[600];
    snprintf(command, sizeof(command), "rm -r %.*s", STR_ARG(lab->dir));
    assert_int_equal(system(command), 0);
    arena_release(&lab->arena);
}

/* A line per finding: rule, place and the value as typed; "!" marks an error. */
static inline const char *lab_findings(struct lab *lab)
{
    struct buf out = {0};
    for (size_t i = 0; i < lab->diags.items.count; i++) {
        const struct finding *finding = &lab->diags.items.items[i];
        struct str place = diag_place(&finding->pos, DIAG_EN, &lab->arena);
        buf_format(&out, "%s%s %.*s “%.*s”\n", finding->rule->id,
                   finding->rule->severity == SEVERITY_ERROR ? "!" : "", STR_ARG(place),
                   STR_ARG(finding->args[0]));
        assert_true(diag_problem(finding, DIAG_TH, &lab->arena).len > 0);
        assert_true(diag_remedy(finding, DIAG_EN, &lab->arena).len > 0);
    }
    const char *text = str_c(buf_str(&out), &lab->arena);
    buf_release(&out);
    return text;
}

static inline struct lao *lab_lao(const struct lab *lab, const char *key)
{
    struct lao *lao = map_get(&lab->site->lao_by_key, str_from(key));
    assert_non_null(lao);
    return lao;
}

/* What is known of the vocabulary's feature of this number. */
static inline const struct access_value *lab_said(const struct access *access, unsigned index)
{
    const struct feature feature = {.index = index};
    return access_at(access, &feature);
}

#define assert_str(actual, expected)                                                      \
    assert_string_equal(str_c((actual), &lab.arena), (expected))

#endif
