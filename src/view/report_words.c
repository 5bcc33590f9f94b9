/* SPDX-License-Identifier: MIT */
#include "view/report_words.h"

const char *const report_severity_means[SEVERITY_COUNT][DIAG_LANGS] = {
    [SEVERITY_NOTE] = {"แจ้งให้ทราบ", "for information"},
    [SEVERITY_WARNING] = {"น่าจะผิด ควรตรวจ", "most likely wrong: please look"},
    [SEVERITY_ERROR] = {"ต้องแก้ก่อนจึงจะเผยแพร่", "to be mended before it is published"},
};

/* clang-format off */
/* {shown}, {all}: numbers that report.js puts in. */
#define WORDS(word) \
    word(title, "รายงานการตรวจข้อมูล", "Check report") \
    word(skip, "ข้ามไปยังรายการ", "Skip to the findings") \
    word(clean, "ไม่มีอะไรต้องแก้", "Nothing has to be changed") \
    word(clean_notes, \
         "หมายเหตุด้านล่างมีไว้ให้ทราบ ไม่ต้องแก้ก็เผยแพร่ได้", \
         "The notes below are for information; the entries are published as they are.") \
    word(lead, \
         "แต่ละข้อบอกว่าอยู่ที่ใด มีปัญหาอะไร และต้องพิมพ์อย่างไร ลิงก์ของแถวจะเปิด Google ชีตที่ช่องนั้น", \
         "Each finding says where it is, what is wrong and what to type. A linked row opens the Google Sheet at that cell.") \
    word(filter, "กรองรายการ", "Filter") \
    word(severity, "ระดับ", "Severity") \
    word(rule, "กฎ", "Rule") \
    word(every_rule, "ทุกกฎ", "every rule") \
    word(search, "ค้นหา", "Search") \
    word(search_hint, "ชื่อ รหัส หรือไฟล์", "name, code or file") \
    word(reset, "ล้างตัวกรอง", "Clear the filter") \
    word(open_all, "เปิดทั้งหมด", "Open all") \
    word(close_all, "ปิดทั้งหมด", "Close all") \
    word(shown_all, "แสดงทั้งหมด {all} ข้อ", "All {all} findings are shown") \
    word(shown_some, \
         "แสดง {shown} จาก {all} ข้อ", \
         "{shown} of {all} findings are shown") \
    word(shown_none, "ไม่มีข้อที่ตรงกับตัวกรอง", "No finding matches the filter") \
    word(shown_here, "ตรงกัน {shown} ข้อ", "{shown} match") \
    word(no_lao, "ไม่ได้ระบุ อปท.", "About no LAO") \
    word(no_district, "ระดับจังหวัด", "Of the province") \
    word(typed, "พิมพ์ไว้ว่า", "Typed")

/* clang-format on */

#define WORD_NUMBER(name, th, en) WORD_##name,
#define WORD_SLOT(name, th, en) {#name, WORD_##name, VALUE_TEXT, NULL},
#define WORD_TEXTS(name, th, en) {STR_CONST(th), STR_CONST(en)},

enum { WORDS(WORD_NUMBER) WORD_COUNT };
static const struct slot slots[] = {WORDS(WORD_SLOT)};
static const struct str texts[WORD_COUNT][DIAG_LANGS] = {WORDS(WORD_TEXTS)};

const struct shape report_words_shape = {"t", slots, WORD_COUNT, WORD_COUNT};

struct value report_words(enum diag_lang lang, struct arena *arena)
{
    struct value *values = arena_many(arena, WORD_COUNT, struct value);
    for (size_t i = 0; i < WORD_COUNT; i++)
        values[i] = value_text(texts[i][lang]);
    return value_map_of(values, &report_words_shape);
}
