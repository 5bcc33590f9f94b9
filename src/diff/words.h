/* SPDX-License-Identifier: MIT */
/*
 * words.h: how a diff is told to people: words, names of fields, values as they are shown.
 *
 * The words are a table here, in the two languages that findings speak, because two built sites
 * bring no words/ along. {n}: a number, {code}: an LAO's.
 */
#ifndef ATTALAK_DIFF_WORDS_H
#define ATTALAK_DIFF_WORDS_H

#include "diff/diff.h"
#include "render/value.h"

/* clang-format off */
#define DIFF_WORDS(word) \
    word(title, "รายงานเปรียบเทียบเว็บไซต์ก่อนเผยแพร่", "Comparison of two sites before publishing") \
    word(before, "ฉบับเดิม", "Before") \
    word(after, "ฉบับใหม่", "After") \
    word(entries, "อัตลักษณ์ที่เผยแพร่", "Published entries") \
    word(held, "ระงับไว้เพราะมีข้อผิดพลาด", "Held back, in error") \
    word(summary, "สรุป", "Summary") \
    word(same, "ทั้งสองฉบับเหมือนกัน", "The two sites are the same") \
    word(same_entries, "อัตลักษณ์ทุกรายการเหมือนเดิม", "Every entry is as it was") \
    word(added, "เพิ่มใหม่", "Added") \
    word(changed, "เปลี่ยนแปลง", "Changed") \
    word(removed, "ถอดออก", "Removed") \
    word(hosts, "เว็บไซต์ภายนอก", "Outbound hosts") \
    word(hosts_added, "เว็บไซต์ภายนอกที่มีลิงก์ถึงเป็นครั้งแรก", "Hosts linked to for the first time") \
    word(hosts_removed, "เว็บไซต์ภายนอกที่ไม่มีลิงก์ถึงแล้ว", "Hosts no longer linked to") \
    word(hosts_look, "โปรดเปิดดูทุกแห่งก่อนลงนาม", "Please look at each before signing.") \
    word(host_entries, "{n} รายการ รายการแรกคือ {code}", "entries: {n}, the first is {code}") \
    word(host_pages, "อยู่ในหน้าอื่นของเว็บไซต์", "on another page of the site") \
    word(site, "ข้อมูลของทั้งเว็บไซต์", "The site as a whole") \
    word(places, "ชื่อจังหวัดและอำเภอ", "Names of provinces and districts") \
    word(province, "จังหวัด", "Province") \
    word(district, "อำเภอ", "District") \
    word(addresses, "หน้าที่มีที่อยู่เว็บต่างจากเดิม", "Pages with another address") \
    word(example, "เช่น", "for example") \
    word(fields, "หัวข้อที่เปลี่ยน", "Fields that changed") \
    word(field, "หัวข้อ", "Field") \
    word(count, "จำนวน", "Entries") \
    word(provinces, "จำนวนอัตลักษณ์ตามจังหวัด", "Entries by province") \
    word(difference, "ต่างจากเดิม", "Difference") \
    word(total, "รวม", "Total") \
    word(unchanged, "จังหวัดที่ไม่มีการเปลี่ยนแปลง", "Provinces without any change") \
    word(files, "ไฟล์ของเว็บไซต์", "Files of the site") \
    word(parts, "สคริปต์ รูปแบบ และไฟล์ประกอบ", "Scripts, styles and other parts") \
    word(more, "และอีก {n} รายการ", "and {n} more") \
    word(none, "(ไม่มี)", "(none)") \
    word(not_compared, "สิ่งที่ไม่ได้เปรียบเทียบ", "Not compared") \
    word(no_register, "มีฉบับที่ไม่มีไฟล์ data/coverage.csv จึงไม่ทราบว่ารายการที่หายไปถูกระงับไว้หรือไม่มีการส่งข้อมูล", \
         "One site has no data/coverage.csv: whether a missing entry is held back or was not sent is not known.") \
    word(no_files, "มีฉบับที่ไม่มีไฟล์ manifest.txt จึงไม่ได้เปรียบเทียบหน้าเว็บ สคริปต์ และรูปแบบ", \
         "One site has no manifest.txt: pages, scripts and styles were not compared.") \
    word(no_hosts, "มีฉบับที่ไม่มีไฟล์ .attalak จึงทราบเฉพาะเว็บไซต์ภายนอกที่ลิงก์จากอัตลักษณ์ ไม่รวมหน้าอื่น", \
         "One site has no .attalak: only hosts that entries link to are known, not those of other pages.") \
    word(left_out, "มีไฟล์ข้อมูลรายจังหวัดไม่ครบ จึงไม่ได้เปรียบเทียบหัวข้อต่อไปนี้ในบางรายการ:", \
         "Files of provinces are missing. In some entries these fields were not compared:") \
    word(languages, "ภาษาที่มีเพียงฉบับเดียว ไม่ได้เปรียบเทียบเป็นรายข้อความ", \
         "Texts in a language that only one site has were not compared one by one.") \
    word(sign, "การลงนาม", "Sign-off") \
    word(approve, "เห็นชอบให้เผยแพร่ฉบับใหม่", "The new site may be published") \
    word(refuse, "ยังไม่เห็นชอบ เนื่องจาก", "Not yet to be published, because") \
    word(prepared, "ผู้จัดทำ", "Prepared by") \
    word(checked, "ผู้ตรวจสอบ", "Checked by") \
    word(approved, "ผู้อนุมัติ", "Approved by") \
    word(signature, "ลงชื่อ", "Signature") \
    word(full_name, "ชื่อและนามสกุล", "Name") \
    word(position, "ตำแหน่ง", "Position") \
    word(date, "วันที่", "Date") \
    word(folder, "โฟลเดอร์", "Folder") \
    word(fingerprint, "รหัสยืนยันฉบับ (SHA-256 ของ manifest.txt)", "Fingerprint (SHA-256 of manifest.txt)")
/* clang-format on */

#define DIFF_WORD_NUMBER(name, th, en) DIFF_WORD_##name,
enum diff_word { DIFF_WORDS(DIFF_WORD_NUMBER) DIFF_WORD_COUNT };

struct str diff_word(enum diff_word word, enum diag_lang lang);
extern const enum diff_word diff_kind_words[DIFF_KINDS];
struct str diff_filled(enum diff_word word, enum diag_lang lang, size_t number,
                       struct str code, struct arena *arena);

/* The words as a template's {{t}}. */
struct value diff_words(enum diag_lang lang, struct arena *arena);
extern const struct shape diff_words_shape;

/* "คำอธิบายสั้น (ไทย)" of "summary.th"; a path that has no name is its own. */
struct str diff_field_name(struct str path, enum diag_lang lang, struct arena *arena);

/* Why an entry of one side is not on the other; empty when that is not known. */
struct str diff_state(const struct diff *diff, const struct diff_entry *entry,
                      enum diff_kind kind, enum diag_lang lang);

/* "อบต.โนนแดง", "Chaiyaphum", as the language has them. */
struct str diff_lao(const struct diff_entry *entry, enum diag_lang lang);
struct str diff_province_name(const struct diff_province *province, enum diag_lang lang);
struct str diff_place_name(const struct diff_place *place, enum diag_lang lang);

/* What is unknown, a sentence each. */
struct diff_notes LIST_OF(struct str);
struct diff_notes diff_notes(const struct diff *diff, enum diag_lang lang,
                             struct arena *arena);

#endif
