/* SPDX-License-Identifier: MIT */
/*
 * Written for an officer who opens the file in Excel or a text editor, not for a programmer: what
 * is wrong first, then one thing to do. Rule ids are stable; sentences may be bettered.
 */
#include "sources/rules.h"

#include <stdio.h>

#define EXPORT_TH "ใน Google ชีต เลือก ไฟล์ > ดาวน์โหลด > .csv " \
                  "หรือใน Excel เลือก บันทึกเป็น > “CSV UTF-8”"
#define EXPORT_EN "In Google Sheets choose File > Download > Comma Separated Values (.csv), in " \
                  "Excel save as “CSV UTF-8”."
#define UTF8_TH   "บันทึกใหม่: ใน Excel เลือก “CSV UTF-8” ใน Notepad เลือกการเข้ารหัส “UTF-8”"
#define UTF8_EN   "Save the file again as UTF-8 (Excel: “CSV UTF-8”, Notepad: Encoding UTF-8)."

/* One reason to refuse a URL: an error in a field, a warning in a text. */
#define URL_REASON(error, id, th, en, remedy_th, remedy_en)                               \
    [(int)RULE_URL_FIRST + (error) - 1] =                                                          \
        {"url." id, SEVERITY_ERROR, {th, en "."}, {remedy_th, remedy_en}},                \
    [(int)RULE_LINK_FIRST + (error) - 1] =                                                         \
        {"markdown.link-" id, SEVERITY_WARNING,                                           \
         {th " จึงแสดงเป็นข้อความที่ไม่มีลิงก์", en "; it is shown as text without a link."},       \
         {remedy_th, remedy_en}}

const struct rule sources_rules[] = {
    [RULE_NOT_UTF8] =
        {"source.not-utf8", SEVERITY_ERROR,
         {"อ่านอักษรตรงนี้ไม่ได้ (ไบต์ {0}) เพราะไฟล์ไม่ได้บันทึกเป็น UTF-8",
          "This file is not UTF-8 text: byte {0} stands here."},
         {UTF8_TH, UTF8_EN}, .names = true},
    [RULE_WINDOWS_874] =
        {"source.windows-874", SEVERITY_ERROR,
         {"ไฟล์นี้บันทึกภาษาไทยแบบเก่า (windows-874 หรือ TIS-620) ไม่ใช่ UTF-8",
          "This file is in the old Thai encoding (windows-874 or TIS-620), not UTF-8."},
         {UTF8_TH, UTF8_EN}},
    [RULE_UTF16] =
        {"source.utf-16", SEVERITY_ERROR,
         {"ไฟล์นี้บันทึกเป็น “Unicode Text” ของ Excel (UTF-16) ไม่ใช่ UTF-8",
          "This file is UTF-16 (Excel's “Unicode Text”), not UTF-8."},
         {UTF8_TH, UTF8_EN}},
    [RULE_EXCEL] =
        {"source.excel", SEVERITY_ERROR,
         {"ไฟล์นี้ไม่ใช่ข้อความ แต่เป็นไฟล์ Excel (.xlsx) หรือไฟล์บีบอัด (.zip)",
          "This file is not text but an Excel workbook (.xlsx) or a .zip archive."},
         {EXPORT_TH, EXPORT_EN}},
    [RULE_EXCEL_OLD] =
        {"source.excel-old", SEVERITY_ERROR,
         {"ไฟล์นี้ไม่ใช่ข้อความ แต่เป็นไฟล์ Office รุ่นเก่า (.xls หรือ .doc)",
          "This file is not text but an old Office file (.xls or .doc)."},
         {EXPORT_TH, EXPORT_EN}},
    [RULE_HTML_PAGE] =
        {"source.html-page", SEVERITY_ERROR,
         {"ไฟล์นี้เป็นหน้าเว็บ (HTML) มักเกิดจากดาวน์โหลดก่อนเข้าสู่ระบบ หรือชีตยังไม่ได้แชร์",
          "This file is a web page (HTML): the download was probably a login page."},
         {"เข้าสู่ระบบหรือแชร์ชีตก่อน แล้วดาวน์โหลดอีกครั้ง",
          "Sign in or share the sheet, then download it again."}},
    [RULE_MOJIBAKE] =
        {"source.mojibake", SEVERITY_ERROR,
         {"ภาษาไทยในไฟล์นี้เพี้ยน เช่น “{0}” เพราะเคยเปิดผิดรหัสอักขระแล้วบันทึกทับ",
          "The Thai in this file is garbled, such as “{0}”: it was once opened in the wrong "
          "encoding and saved."},
         {"เปิดไฟล์ต้นฉบับที่ยังอ่านได้ แล้วบันทึกใหม่เป็น UTF-8 (Excel: “CSV UTF-8”)",
          "Go back to the original that can be read and export it again as UTF-8."}},
    [RULE_NUL] =
        {"source.nul-byte", SEVERITY_ERROR,
         {"ไฟล์นี้เสียหายหรือไม่ใช่ไฟล์ข้อความ (พบไบต์ NUL ตรงนี้)",
          "A NUL byte stands here: the file is not text, or it is damaged."},
         {"ดาวน์โหลดไฟล์อีกครั้ง หรือบันทึกใหม่เป็น UTF-8",
          "Download the file again, or save it as UTF-8 text."}},
    [RULE_TOO_LARGE] =
        {"source.too-large", SEVERITY_ERROR,
         {"ไฟล์นี้มีขนาด {0} ไบต์ เกิน {1} ไบต์ที่รับได้",
          "This file has {0} bytes; the limit is {1}."},
         {"แบ่งเป็นหลายไฟล์ หรือลบส่วนที่ไม่ใช้ออก", "Split it, or take out what is not needed."},
         .names = true},

    [RULE_YAML_ALIAS] =
        {"yaml.alias", SEVERITY_ERROR,
         {"ใช้ “*{0}” (alias) ไม่ได้", "The alias “*{0}” is not allowed."},
         {"พิมพ์ข้อความเต็ม หรือใส่เครื่องหมายคำพูดถ้าข้อความขึ้นต้นด้วย * เช่น \"*ดูหมายเหตุ\"",
          "Write the text in full, or put quotes around a text that begins with *."}},
    [RULE_YAML_ANCHOR] =
        {"yaml.anchor", SEVERITY_ERROR,
         {"ใช้ “&{0}” (anchor) ไม่ได้", "The anchor “&{0}” is not allowed."},
         {"ลบออก หรือใส่เครื่องหมายคำพูดถ้าข้อความขึ้นต้นด้วย &",
          "Remove it, or put quotes around a text that begins with &."}},
    [RULE_YAML_TAG] =
        {"yaml.tag", SEVERITY_ERROR,
         {"ใช้ “{0}” (tag) ไม่ได้", "The tag “{0}” is not allowed."},
         {"ลบออก หรือใส่เครื่องหมายคำพูดถ้าข้อความขึ้นต้นด้วย !",
          "Remove it, or put quotes around a text that begins with !."}},
    [RULE_YAML_MERGE_KEY] =
        {"yaml.merge-key", SEVERITY_ERROR,
         {"ใช้ “<<” (merge key) ไม่ได้", "The merge key “<<” is not allowed."},
         {"พิมพ์ชื่อช่องที่ต้องการให้ครบทีละช่อง", "Write each of the keys in full."}},
    [RULE_YAML_DUPLICATE_KEY] =
        {"yaml.duplicate-key", SEVERITY_ERROR,
         {"ชื่อช่อง “{0}” ซ้ำกับบรรทัดที่ {1}", "The key “{0}” stands already on line {1}."},
         {"เหลือไว้เพียงแห่งเดียว", "Keep only one of them."}},
    [RULE_YAML_SECOND_DOCUMENT] =
        {"yaml.second-document", SEVERITY_ERROR,
         {"ข้อมูลชุดที่สองเริ่มตรงนี้ (หลังบรรทัด --- หรือ ...)",
          "A second document begins here (after --- or ...)."},
         {"แยกเป็นสองไฟล์ หรือลบบรรทัด --- ออก", "Make two files of it, or remove the line ---."}},
    [RULE_YAML_TOO_DEEP] =
        {"yaml.too-deep", SEVERITY_ERROR,
         {"ข้อมูลซ้อนกันลึกเกิน {0} ชั้น", "The data is nested more than {0} levels deep."},
         {"ลบวงเล็บ [ หรือ { ที่เกินมา", "Look for stray [ or { signs."}, .names = true},
    [RULE_YAML_KEY_NOT_TEXT] =
        {"yaml.key-not-text", SEVERITY_ERROR,
         {"ชื่อช่องต้องเป็นข้อความ แต่ตรงนี้เป็นรายการหรือกลุ่มข้อมูล",
          "A key must be text; a list or a map stands here."},
         {"ใส่เครื่องหมายคำพูดรอบชื่อช่องที่ขึ้นต้นด้วย [ หรือ {",
          "Put quotes around a key that begins with [ or {."}},
    [RULE_YAML_DIRECTIVE] =
        {"yaml.directive", SEVERITY_ERROR,
         {"ใช้คำสั่ง %TAG ไม่ได้", "The directive %TAG is not allowed."},
         {"ลบบรรทัดนี้", "Remove this line."}},
    [RULE_YAML_CONTROL] =
        {"yaml.control-character", SEVERITY_ERROR,
         {"ตรงนี้มีอักขระที่มองไม่เห็นและใช้ไม่ได้ ({0})",
          "An invisible character that is not allowed ({0}) stands here."},
         {"ลบแล้วพิมพ์คำนั้นใหม่ (มักติดมาจากการคัดลอก)",
          "Delete it and type the word again (it often comes with copying)."}, .names = true},
    [RULE_YAML_TAB] =
        {"yaml.tab", SEVERITY_ERROR,
         {"หน้าบรรทัดนี้มี Tab ซึ่งใช้ไม่ได้", "A tab cannot be used to indent."},
         {"ลบ Tab แล้วเคาะเว้นวรรคแทน", "Use spaces instead of the tab."}},
    [RULE_YAML_INDENTATION] =
        {"yaml.indentation", SEVERITY_ERROR,
         {"เว้นวรรคหน้าบรรทัดหรือรูปแบบของบรรทัดนี้ไม่เข้ากับบรรทัดก่อนหน้า",
          "This line's indentation or form does not fit the lines before it."},
         {"เว้นวรรคหน้าช่องในกลุ่มเดียวกันให้เท่ากัน และปิดเครื่องหมายคำพูดให้ครบ",
          "Give the keys of one group the same indentation, and close quoted text."}},
    [RULE_YAML_COLON_IN_VALUE] =
        {"yaml.colon-in-value", SEVERITY_ERROR,
         {"มี “: ” ในข้อความที่ไม่ได้ใส่เครื่องหมายคำพูด หรือเว้นวรรคหน้าบรรทัดผิด",
          "“: ” stands in a text without quotes, or the indentation is wrong."},
         {"ใส่เครื่องหมายคำพูดรอบข้อความ เช่น title: \"เที่ยวชุมชน: บ้านเขว้า\"",
          "Put quotes around the text, such as title: \"Village walk: Ban Khwao\"."}},
    [RULE_YAML_COLON_MISSING] =
        {"yaml.colon-missing", SEVERITY_ERROR,
         {"บรรทัดนี้ไม่มีเครื่องหมาย : หลังชื่อช่อง", "The colon after the key is missing here."},
         {"พิมพ์ ชื่อช่อง: ค่า โดยเว้นวรรคหลัง : เช่น category: food",
          "Write key: value, with a blank after the colon, such as category: food."}},
    [RULE_YAML_QUOTE_OPEN] =
        {"yaml.quote-open", SEVERITY_ERROR,
         {"เครื่องหมายคำพูดที่เปิดตรงนี้ไม่มีตัวปิด", "The quote that opens here is never closed."},
         {"เติมเครื่องหมายคำพูดปิดท้ายข้อความ", "Add the closing quote at the end of the text."}},
    [RULE_YAML_BRACKET_OPEN] =
        {"yaml.bracket-open", SEVERITY_ERROR,
         {"วงเล็บ [ หรือ { ที่เปิดตรงนี้ไม่มีตัวปิด หรือขาดจุลภาคระหว่างรายการ",
          "The [ or { that opens here is not closed, or a comma is missing in it."},
         {"ปิดวงเล็บให้ครบ และคั่นรายการด้วยจุลภาค", "Close it, and put commas between the items."}},
    [RULE_YAML_ESCAPE] =
        {"yaml.escape", SEVERITY_ERROR,
         {"ใช้เครื่องหมาย \\ แบบนี้ในเครื่องหมายคำพูดคู่ไม่ได้",
          "This use of \\ is not known between double quotes."},
         {"ใช้เครื่องหมายคำพูดเดี่ยว ' แทน หรือพิมพ์ \\\\", "Use single quotes ', or write \\\\."}},
    [RULE_YAML_BAD_START] =
        {"yaml.bad-start", SEVERITY_ERROR,
         {"ค่าขึ้นต้นด้วย “{0}” ไม่ได้", "A value cannot begin with “{0}”."},
         {"ใส่เครื่องหมายคำพูดรอบค่า เช่น \"@lineid\"",
          "Put quotes around the value, such as \"@lineid\"."}},
    [RULE_YAML_SYNTAX] =
        {"yaml.syntax", SEVERITY_ERROR,
         {"อ่านรูปแบบ YAML ตรงนี้ไม่ได้ ({0})", "The YAML cannot be read here ({0})."},
         {"เทียบกับไฟล์ตัวอย่าง หรือเริ่มจากไฟล์เปล่าแล้วกรอกใหม่",
          "Compare it with an example file, or start again from the template."}, .names = true},

    [RULE_CSV_EMPTY] =
        {"csv.empty", SEVERITY_ERROR,
         {"ไฟล์ว่าง ไม่มีแม้แต่หัวตาราง", "The file is empty: there is not even a header."},
         {"ดาวน์โหลดใหม่: " EXPORT_TH, "The export may have failed. " EXPORT_EN},
         .names = true},
    [RULE_CSV_NO_ROWS] =
        {"csv.no-rows", SEVERITY_WARNING,
         {"ไฟล์นี้มีแต่หัวตาราง ยังไม่มีแถวข้อมูล", "There is a header but no row of data."},
         {"ถ้าชีตมีข้อมูล ให้ล้างตัวกรองแล้วดาวน์โหลดใหม่",
          "If the sheet has data, clear its filters and export it again."}, .names = true},
    [RULE_CSV_HEADER_EMPTY] =
        {"csv.header-empty", SEVERITY_NOTE,
         {"คอลัมน์ {0} มีข้อมูลแต่ไม่มีหัวตาราง จึงไม่ได้อ่านคอลัมน์นี้",
          "Column {0} has data but no header; it is not read."},
         {"ถ้าต้องการเผยแพร่ ให้พิมพ์หัวตาราง ถ้าไม่ใช้ ให้ลบคอลัมน์",
          "Name the column to publish it, or delete it."}, .names = true},
    [RULE_CSV_HEADER_REPEATED] =
        {"csv.header-repeated", SEVERITY_ERROR,
         {"หัวตาราง “{0}” ซ้ำกับคอลัมน์ {1}", "The header “{0}” stands already in column {1}."},
         {"พิมพ์หัวตารางให้ต่างกัน หรือลบคอลัมน์หนึ่ง", "Rename or delete one of the two columns."}},
    [RULE_CSV_HEADER_CONTROL] =
        {"csv.header-control", SEVERITY_ERROR,
         {"หัวตาราง “{0}” มีอักขระที่มองไม่เห็น",
          "The header “{0}” holds an invisible control character."},
         {"พิมพ์หัวตารางนั้นใหม่ทั้งช่อง", "Type the whole header again."}},
    [RULE_CSV_TOO_MANY_COLUMNS] =
        {"csv.too-many-columns", SEVERITY_ERROR,
         {"ตารางมี {0} คอลัมน์ เกิน {1} คอลัมน์ที่รับได้", "The table has {0} columns; the limit is {1}."},
         {"ลบคอลัมน์ที่ไม่ใช้ หรือตรวจว่าแถวแรกเป็นหัวตารางจริง",
          "Delete unused columns, or check that the first row is the header."}, .names = true},
    [RULE_CSV_TOO_MANY_ROWS] =
        {"csv.too-many-rows", SEVERITY_ERROR,
         {"ตารางมีมากกว่า {0} แถว หรือมากกว่า {1} ช่อง",
          "The table has more than {0} rows or more than {1} cells."},
         {"ลบแถวว่างและคอลัมน์ที่ไม่ใช้ หรือแบ่งเป็นหลายไฟล์",
          "Delete empty rows and unused columns, or split the file."}, .names = true},
    [RULE_CSV_FIELD_TOO_LONG] =
        {"csv.field-too-long", SEVERITY_ERROR,
         {"ช่องหนึ่งในแถวที่เริ่มตรงนี้ยาวเกิน {0} ไบต์",
          "A cell of the row that starts here is longer than {0} bytes."},
         {"ตัดข้อความให้สั้นลง และตรวจเครื่องหมายคำพูด \" ที่ไม่ได้ปิด",
          "Shorten the text, and look for a quote \" that is not closed."}, .names = true},
    [RULE_CSV_ROW_TOO_LONG] =
        {"csv.row-too-long", SEVERITY_ERROR,
         {"แถวที่เริ่มตรงนี้ยาวเกิน {0} ไบต์", "The row that starts here is longer than {0} bytes."},
         {"ตัดข้อความให้สั้นลง และตรวจเครื่องหมายคำพูด \" ที่ไม่ได้ปิด",
          "Shorten the text, and look for a quote \" that is not closed."}, .names = true},
    [RULE_CSV_ROW_TOO_WIDE] =
        {"csv.row-too-wide", SEVERITY_ERROR,
         {"แถวนี้มี {0} ช่อง แต่หัวตารางมี {1} ช่อง จึงไม่ได้ใช้แถวนี้",
          "This row has {0} cells but the header has {1}; the row is left out."},
         {"ใส่ \" ครอบข้อความที่มีจุลภาค เช่น \"ผ้าไหม, ผ้าฝ้าย\" หรือเพิ่มหัวตารางที่ขาด",
          "Put quotes \" around a text that holds the delimiter (comma), or add headers."},
         .names = true},
    [RULE_CSV_QUOTE_OPEN] =
        {"csv.quote-open", SEVERITY_ERROR,
         {"เครื่องหมาย \" ที่เปิดตรงนี้ไม่มีตัวปิดจนจบไฟล์",
          "The quote \" that opens here is not closed before the end of the file."},
         {"เติม \" ปิดท้ายข้อความ หรือดาวน์โหลดไฟล์ใหม่",
          "Add the closing \" at the end of the text, or export the file again."},
         .names = true},
    [RULE_CSV_QUOTE_TEXT_AFTER] =
        {"csv.text-after-quote", SEVERITY_ERROR,
         {"ช่องที่เริ่มตรงนี้มีข้อความต่อท้ายเครื่องหมาย \" ปิด (บรรทัด {0})",
          "Text follows the closing quote \" of the cell that opens here (on line {0})."},
         {"ถ้ามี \" ในข้อความ ให้พิมพ์ซ้อนเป็น \"\" แล้วปิดช่องด้วย \" ตัวเดียว",
          "Write a quote inside a text as \"\", and close the cell with one \"."},
         .names = true},
    [RULE_CSV_QUOTE_STRAY] =
        {"csv.stray-quote", SEVERITY_ERROR,
         {"มีเครื่องหมาย \" กลางช่องที่ไม่ได้ขึ้นต้นด้วย \"",
          "A quote \" stands inside a cell that does not begin with one."},
         {"ใส่ \" ครอบทั้งช่อง และพิมพ์ \" ข้างในเป็น \"\" เช่น \"ผ้า \"\"ขิด\"\" โบราณ\"",
          "Put the whole cell between quotes, and write the inner one as \"\"."},
         .names = true},
    [RULE_CSV_MIXED_LINE_ENDS] =
        {"csv.mixed-line-ends", SEVERITY_ERROR,
         {"แถวในไฟล์นี้ขึ้นบรรทัดใหม่หลายแบบปนกัน (CR, LF) เริ่มที่แถวนี้",
          "Rows of this file end in different ways (CR, LF); this row is the first to differ."},
         {"เปิดไฟล์แล้วบันทึกใหม่ทั้งไฟล์ แทนการต่อไฟล์ด้วยมือ",
          "Do not paste files together by hand: open the file and export it again."},
         .names = true},
    [RULE_CSV_DELIMITER] =
        {"csv.delimiter", SEVERITY_ERROR,
         {"หัวตารางไม่ได้คั่นด้วยจุลภาค อัฒภาค หรือแท็บ แต่คั่นด้วย “{0}”",
          "The header is delimited by “{0}”, not by comma, semicolon or tab."},
         {EXPORT_TH, EXPORT_EN}},
    [RULE_CSV_FORMULA_ERROR] =
        {"csv.formula-error", SEVERITY_ERROR,
         {"สูตรในช่องนี้คำนวณไม่ได้ จึงแสดงเป็น {0}", "This cell is a failed formula: {0}."},
         {"แก้สูตรในชีต หรือพิมพ์ค่าแทน แล้วดาวน์โหลดใหม่",
          "Mend the formula in the sheet, or type the value, and export again."}},
#include "sources/rules_table.inc"

    [RULE_MARKDOWN_TOO_LONG] =
        {"markdown.too-long", SEVERITY_ERROR,
         {"ข้อความยาวเกิน {0} ไบต์", "The text is longer than {0} bytes."},
         {"ย่อให้สั้นลง (ภาษาไทยไม่เกินประมาณ 10,000 ตัวอักษร)",
          "Shorten it (about 10,000 Thai letters)."}, .names = true},
    [RULE_MARKDOWN_TOO_DEEP] =
        {"markdown.too-deep", SEVERITY_ERROR,
         {"รายการ คำพูดอ้างอิง หรือตัวเน้นซ้อนกันลึกเกิน {0} ชั้น",
          "Lists, quotations or emphasis are nested more than {0} levels deep."},
         {"ลดชั้นของ - > * ที่ซ้อนกัน", "Use fewer levels of - > *."}, .names = true},
    [RULE_MARKDOWN_TOO_SLOW] =
        {"markdown.too-slow", SEVERITY_ERROR,
         {"ข้อความซับซ้อนจนใช้เวลาประมวลผลเกิน {0} มิลลิวินาที",
          "The text is so intricate that it takes more than {0} milliseconds."},
         {"ใช้ย่อหน้าและรายการแบบธรรมดา", "Use plain paragraphs and lists."}, .names = true},
    [RULE_MARKDOWN_SWELLS] =
        {"markdown.swells", SEVERITY_ERROR,
         {"ข้อความ {0} ไบต์นี้ขยายเกิน {1} ไบต์เมื่อแสดงผล มักเกิดจากลิงก์อ้างอิงที่ใช้ซ้ำ",
          "These {0} bytes swell to more than {1}, usually by link references used often."},
         {"ใช้ลิงก์แบบ [ข้อความ](ที่อยู่) และลดจำนวนลง", "Use fewer links, written [text](address)."},
         .names = true},
    [RULE_MARKDOWN_RAW_HTML] =
        {"markdown.raw-html", SEVERITY_WARNING,
         {"ใช้รหัส HTML “{0}” ในข้อความไม่ได้ จึงตัดออก", "The HTML code “{0}” is not used; it is left out."},
         {"ใช้ Markdown แทน เช่น **ตัวหนา** หรือพิมพ์ &lt; เมื่อต้องการเครื่องหมาย <",
          "Use Markdown, such as **bold**, or type &lt; for the sign <."}},
    [RULE_MARKDOWN_IMAGE] =
        {"markdown.image", SEVERITY_WARNING,
         {"ภาพ “{0}” ในข้อความไม่แสดง แสดงเฉพาะคำบรรยายภาพ",
          "The picture “{0}” is not shown in a text; only its description is."},
         {"ใส่ภาพไว้ในช่อง photos", "List the picture under photos."}},
    [RULE_MARKDOWN_HIDDEN] =
        {"markdown.hidden-character", SEVERITY_WARNING,
         {"ข้อความมีอักขระที่มองไม่เห็น ({0}) จึงตัดออก",
          "An invisible character ({0}) is left out of the text."},
         {"ลบรหัสเช่น &#x202E; ออกจากข้อความ", "Remove codes such as &#x202E; from the text."},
         .names = true},

    URL_REASON(URL_EMPTY, "empty", "ลิงก์นี้ไม่มีที่อยู่เว็บ", "The web address is empty",
               "พิมพ์ลิงก์เต็ม เช่น https://www.example.go.th/",
               "Write a full address, such as https://www.example.go.th/."),
    URL_REASON(URL_SCHEME, "scheme",
               "ลิงก์ “{0}” ไม่ได้ขึ้นต้นด้วย https:, http:, mailto: หรือ tel:",
               "“{0}” does not begin with https:, http:, mailto: or tel:",
               "พิมพ์ลิงก์เต็ม เช่น https://www.example.go.th/",
               "Write a full address, such as https://www.example.go.th/."),
    URL_REASON(URL_HOST, "host", "ชื่อเว็บใน “{0}” ไม่ถูกต้อง",
               "The host name in “{0}” is not right",
               "เปิดหน้านั้นในเบราว์เซอร์ แล้วคัดลอกลิงก์ทั้งหมดจากแถบที่อยู่",
               "Copy the whole address from the browser's address bar."),
    URL_REASON(URL_USERINFO, "user-info", "ลิงก์ “{0}” มี @ หน้าชื่อเว็บ",
               "“{0}” has an @ before the host name",
               "ลบ @ และข้อความข้างหน้า ให้เหลือเฉพาะชื่อเว็บ",
               "Remove the @ and what stands before it."),
    URL_REASON(URL_PORT, "port", "ลิงก์ “{0}” มีหมายเลขพอร์ตหลังชื่อเว็บ",
               "“{0}” has a port number",
               "ลบ : และตัวเลขหลังชื่อเว็บออก", "Remove the colon and number after the host."),
    URL_REASON(URL_IP, "ip-address", "ลิงก์ “{0}” เป็นเลข IP ไม่ใช่ชื่อเว็บ",
               "“{0}” is an IP address, not a host name",
               "ใช้ชื่อเว็บ เช่น https://www.example.go.th/",
               "Use a name, such as https://www.example.go.th/."),
    URL_REASON(URL_CHARACTER, "character",
               "ลิงก์ “{0}” มีเว้นวรรคหรืออักขระที่ใช้ในลิงก์ไม่ได้",
               "“{0}” holds a blank or a character that no address may have",
               "คัดลอกลิงก์จากแถบที่อยู่ของเบราว์เซอร์มาใหม่",
               "Copy the address again from the browser's address bar."),
    URL_REASON(URL_LONG, "too-long", "ลิงก์ “{0}” ยาวเกินไป", "“{0}” is too long",
               "ลบตั้งแต่เครื่องหมาย ? ไปจนท้าย แล้วลองเปิดว่ายังถึงหน้าเดิม",
               "Remove what stands after the ?, and see that it still opens the same page."),
};
const size_t sources_rule_count = sizeof(sources_rules) / sizeof(*sources_rules);

bool source_complain(struct diags *diags, enum source_rule rule, struct pos pos,
                     struct str value, struct str first)
{
    return diag(diags, &sources_rules[rule], pos, value, first);
}

static struct str decimal(size_t number, char *room, size_t size)
{
    return str_of(room, (size_t)snprintf(room, size, "%zu", number));
}

bool source_complain_number(struct diags *diags, enum source_rule rule, struct pos pos,
                            size_t value, size_t first)
{
    char left[24], right[24];
    return source_complain(diags, rule, pos, decimal(value, left, sizeof(left)),
                           decimal(first, right, sizeof(right)));
}

const struct rule *url_rule(enum url_error error)
{
    return &sources_rules[(int)RULE_URL_FIRST + (int)error - 1];
}

const struct rule *link_rule(enum url_error error)
{
    return &sources_rules[(int)RULE_LINK_FIRST + (int)error - 1];
}
