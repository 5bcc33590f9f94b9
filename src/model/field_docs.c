/* SPDX-License-Identifier: MIT */
#include "model/field_docs.h"

const struct doc_choice doc_states[DOC_STATES] = {
    {STR_CONST("yes"), {"ใช่ หรือมี", "yes, or there is one"}},
    {STR_CONST("limited"), {"บางส่วน (อธิบายด้วย)", "in part (say how)"}},
    {STR_CONST("no"), {"ไม่ใช่ หรือไม่มี", "no, or there is none"}},
    {STR_CONST("na"), {"ไม่เกี่ยวข้องกับที่นี่", "does not apply here"}},
};

static const struct doc_choice checkers[] = {
    {STR_CONST("lao"), {"อปท.", "the LAO"}},
    {STR_CONST("province"), {"จังหวัด", "the province"}},
    {STR_CONST("association"), {"องค์กรคนพิการ", "an association of disabled people"}},
    {STR_CONST("visitor"), {"ผู้มาเยือน", "a visitor"}},
};

static const struct doc_choice methods[] = {
    {STR_CONST("measured"), {"วัดจริง", "measured"}},
    {STR_CONST("seen"), {"เห็นด้วยตา", "seen"}},
    {STR_CONST("reported"), {"สอบถาม", "asked about"}},
    {STR_CONST("document"), {"จากเอกสาร", "from a document"}},
};

#define DOC(path_, group_, answer_)                                                       \
    .path = STR_CONST(path_), .group = GROUP_##group_, .answer = ANSWER_##answer_
#define CHOICES(array) .choices = (array), .choice_count = sizeof(array) / sizeof(*(array))

static const struct field_doc docs[] = {
#include "model/docs_identity.inc"
#include "model/docs_visit.inc"
};
const struct field_docs field_docs = {docs, sizeof(docs) / sizeof(*docs)};

const struct field_doc *field_doc_of(struct str path)
{
    for (size_t i = 0; i < field_docs.count; i++)
        if (str_eq(docs[i].path, path))
            return &docs[i];
    return NULL;
}

const char *const doc_group_names[GROUP_COUNT][DIAG_LANGS] = {
    [GROUP_WHO] = {"อปท. ที่ส่งข้อมูล", "Which LAO"},
    [GROUP_REPORT] = {"รายงานประจำเดือน", "The month's figures"},
    [GROUP_WHAT] = {"อัตลักษณ์", "The identity"},
    [GROUP_STORY] = {"เรื่องราวและแฮชแท็ก", "Story and hashtags"},
    [GROUP_PLACE] = {"ที่ตั้งและเวลาเปิด", "Where and when"},
    [GROUP_CONTACT] = {"การติดต่อ", "Contact"},
    [GROUP_BUY] = {"สินค้าและที่จำหน่าย", "Where to buy"},
    [GROUP_ACCESS] = {"การเข้าถึง: การตรวจสอบ", "Access: how it was checked"},
    [GROUP_ACCESS_FIRST] = {"การเข้าถึง: ข้อที่ควรถามก่อน", "Access: what to ask first"},
    [GROUP_ACCESS_MORE] = {"การเข้าถึง: ข้ออื่น ๆ", "Access: more questions"},
    [GROUP_FACILITIES] = {"สิ่งอำนวยความสะดวกและความปลอดภัย", "Facilities and safety"},
    [GROUP_SOURCES] = {"วิดีโอและแหล่งข้อมูล", "Videos and sources"},
};

const char *const answer_names[ANSWER_COUNT][DIAG_LANGS] = {
    [ANSWER_TEXT] = {"ข้อความ", "text"},
    [ANSWER_STORY] = {"ข้อความหลายย่อหน้า", "text in paragraphs"},
    [ANSWER_TAGS] = {"หลายคำ คั่นด้วย ,", "several words, commas between"},
    [ANSWER_CODE] = {"รหัสตัวเลข", "code of digits"},
    [ANSWER_CHOICE] = {"เลือกหนึ่งข้อ", "one of"},
    [ANSWER_CHOICES] = {"เลือกได้หลายข้อ", "any of"},
    [ANSWER_STATE] = {"เลือกหนึ่งข้อ", "one of"},
    [ANSWER_WHOLE] = {"จำนวนเต็ม", "whole number"},
    [ANSWER_CM] = {"จำนวนเต็ม (เซนติเมตร)", "whole number (centimetres)"},
    [ANSWER_M] = {"จำนวนเต็ม (เมตร)", "whole number (metres)"},
    [ANSWER_1X] = {"จำนวนเต็ม (ตัวเลขหลัง 1: เช่น 12)", "whole number (x of 1:x)"},
    [ANSWER_DEGREES] = {"เลขทศนิยม", "decimal degrees"},
    [ANSWER_DATE] = {"วันที่", "date"},
    [ANSWER_MONTH] = {"เดือนและปี", "month and year"},
    [ANSWER_MONTHS] = {"เลขเดือน 1-12 คั่นด้วย ,", "months 1-12, commas between"},
    [ANSWER_HOURS] = {"วันและเวลา", "days and hours"},
    [ANSWER_PHONE] = {"หมายเลขโทรศัพท์", "telephone number"},
    [ANSWER_EMAIL] = {"อีเมล", "e-mail address"},
    [ANSWER_LINE] = {"LINE ID หรือลิงก์", "LINE ID or link"},
    [ANSWER_URL] = {"ลิงก์", "web address"},
    [ANSWER_LANGS] = {"รหัสภาษา คั่นด้วย ,", "language codes, commas between"},
};
