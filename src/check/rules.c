/* SPDX-License-Identifier: MIT */
/*
 * Written for an officer, as sources/rules.c: what is wrong first, then one thing to do. A
 * warning is most likely a mistake; a note is something that would make the entry better.
 */
#include "check/rules.h"

const struct rule check_rules[] = {
    [PROVINCE_NO_LAO] =
        {"province.no-lao", SEVERITY_NOTE,
         {"จังหวัด “{0}” (รหัส {1}) ยังไม่มี อปท. ในทะเบียน",
          "The province “{0}” (code {1}) has no LAO in the registry."},
         {"เพิ่ม อปท. ของจังหวัดนี้ใน registry/laos.csv",
          "Add the province's LAOs to registry/laos.csv."}},
    [DISTRICT_NO_LAO] =
        {"district.no-lao", SEVERITY_NOTE,
         {"อำเภอ “{0}” (รหัส {1}) ยังไม่มี อปท. ในทะเบียน",
          "The district “{0}” (code {1}) has no LAO in the registry."},
         {"เพิ่ม อปท. ของอำเภอนี้ใน registry/laos.csv หรือตรวจรหัสอำเภอ",
          "Add the district's LAOs to registry/laos.csv, or check its code."}},
    [CLUSTER_NO_PROVINCE] =
        {"cluster.no-province", SEVERITY_NOTE,
         {"กลุ่มจังหวัดที่ {1} “{0}” ยังไม่มีจังหวัด",
          "The province cluster {1}, “{0}”, has no province."},
         {"ใส่เลขกลุ่มจังหวัดในคอลัมน์ cluster ของ registry/provinces.csv",
          "Put its number into the column cluster of registry/provinces.csv."}},
    [SLUG_RESERVED] =
        {"slug.reserved", SEVERITY_ERROR,
         {"ชื่อในที่อยู่เว็บ “{0}” ของ “{1}” ซ้ำกับหน้าของเว็บไซต์เอง",
          "The address “{0}” of “{1}” belongs to a page of the site itself."},
         {"เปลี่ยนคอลัมน์ slug เช่น เติม -province หรือ -district ต่อท้าย",
          "Change the column slug: put -province or -district behind it, for example."}},
    [PLACE_NO_TRANSLATION] =
        {"place.no-translation", SEVERITY_NOTE,
         {"“{0}” ยังไม่มีชื่อในภาษา {1} หน้าภาษานี้จะแสดงชื่อไทย",
          "“{0}” has no name in the language {1}; its pages show the Thai one."},
         {"เติมคอลัมน์ name_{1}", "Fill the column name_{1}."}},
    [WEBSITE_REPEATED] =
        {"website.repeated", SEVERITY_NOTE,
         {"เว็บไซต์ {0} เป็นของ {1} อยู่แล้ว", "The website {0} is also that of {1}."},
         {"ตรวจว่า อปท. ใดเป็นเจ้าของเว็บไซต์นี้ แล้วแก้อีกแห่งหนึ่ง",
          "Find out whose it is and correct the other."}},

    [COORDINATE_OTHER_PROVINCE] =
        {"coordinate.other-province", SEVERITY_ERROR,
         {"พิกัด {0} ไม่ได้อยู่ในจังหวัด{1} แต่อยู่ใกล้จังหวัด{2}",
          "The coordinates {0} are not in the province of {1} but near {2}."},
         {"เปิดแผนที่ กดค้างที่ตำแหน่งจริง แล้วคัดลอกละติจูดและลองจิจูดใหม่",
          "Open a map, press on the real place and copy its latitude and longitude again."}},
    [COORDINATE_FAR_PROVINCE] =
        {"coordinate.far-from-province", SEVERITY_NOTE,
         {"พิกัด {0} อยู่ห่างจากกลางจังหวัด{1} ถึง {2} กิโลเมตร",
          "The coordinates {0} lie {2} km from the middle of the province of {1}."},
         {"ตรวจตำแหน่งบนแผนที่อีกครั้ง ถ้าถูกต้องแล้วไม่ต้องแก้",
          "Look at the place on a map again; leave it if it is right."}},
    [COORDINATE_FAR_OFFICE] =
        {"coordinate.far-from-office", SEVERITY_NOTE,
         {"พิกัด {0} อยู่ห่างจากสำนักงานของ {1} ถึง {2} กิโลเมตร",
          "The coordinates {0} lie {2} km from the office of {1}."},
         {"ตรวจตำแหน่งบนแผนที่อีกครั้ง ถ้าถูกต้องแล้วไม่ต้องแก้",
          "Look at the place on a map again; leave it if it is right."}},
    [ENTRY_NAME_TWICE] =
        {"entry.name-twice", SEVERITY_WARNING,
         {"ชื่ออัตลักษณ์ “{0}” ซ้ำกับของ {1} ในอำเภอเดียวกัน",
          "The name “{0}” is also that of {1} in the same district."},
         {"ตกลงกันว่าเป็นของ อปท. ใด หรือเติมชื่อหมู่บ้านให้ต่างกัน",
          "Agree whose identity it is, or add the village to tell them apart."}},
    [ENTRY_NO_TRANSLATION] =
        {"entry.no-translation", SEVERITY_NOTE,
         {"ยังไม่ได้กรอก {0} หน้าภาษานี้จะแสดงข้อความภาษาไทย",
          "{0} is not filled in: the pages of that language show the Thai text."},
         {"เติม {0}", "Fill in {0}."}},
    [ENTRY_NO_SOURCE] =
        {"entry.no-source", SEVERITY_NOTE,
         {"“{0}” ยังไม่บอกแหล่งที่มาของข้อมูล", "“{0}” does not say where its facts come from."},
         {"เติม sources: ชื่อเอกสาร หนังสือ หรือเว็บไซต์ที่ใช้อ้างอิง",
          "Fill in sources: the documents, books or web pages they were taken from."}},
    [ENTRY_LONG_HASHTAG] =
        {"entry.long-hashtag", SEVERITY_NOTE,
         {"แฮชแท็ก #{0} ยาว {1} ตัวอักษร บางแพลตฟอร์มตัดที่ {2} ตัว",
          "The hashtag #{0} has {1} characters; some networks cut it at {2}."},
         {"ไม่ต้องแก้ชื่อ อปท. แต่ควรลองเปิดแฮชแท็กนี้ในแพลตฟอร์มที่ใช้",
          "Leave the name as it is, but try the hashtag on the networks that are used."}},

    [ACCESS_CONTRADICTION] =
        {"access.contradiction", SEVERITY_WARNING,
         {"ข้อมูลการเข้าถึงขัดกันเอง: {0} ({2}) แต่ {1} ({3})",
          "The access notes contradict each other: {0}, but {1}."},
         {"วัดหรือดูสถานที่อีกครั้ง แล้วแก้ค่าหนึ่ง หรือใช้ limited พร้อมคำอธิบาย",
          "Measure or look again and correct one of them, or use limited with a note."}},
    [ACCESS_OLD] =
        {"access.old", SEVERITY_NOTE,
         {"ตรวจการเข้าถึงครั้งสุดท้ายเมื่อ {0} นานกว่า {1} เดือนแล้ว",
          "Access was last checked on {0}, more than {1} months ago."},
         {"ตรวจสถานที่อีกครั้ง แล้วแก้ access.checked เป็นวันที่ตรวจ",
          "Check the place again and write the day into access.checked."}},
    [ACCESS_AFTER_UPDATED] =
        {"access.after-updated", SEVERITY_WARNING,
         {"ตรวจการเข้าถึงเมื่อ {0} หลังวันที่ปรับปรุงข้อมูล {1}",
          "Access was checked on {0}, after the entry was updated on {1}."},
         {"แก้ updated เป็นวันที่ปรับปรุงครั้งล่าสุด หรือแก้ access.checked",
          "Correct updated to the day of the last change, or correct access.checked."}},
    [ACCESS_NO_EVIDENCE] =
        {"access.no-evidence", SEVERITY_NOTE,
         {"ข้อมูลการเข้าถึงยังไม่มี {0} ผู้อ่านจึงไม่รู้ว่าเชื่อได้เพียงใด",
          "The access notes lack {0}, so that a reader cannot tell how far to trust them."},
         {"เติมวันที่ตรวจ (checked) ผู้ตรวจ (by) และวิธีตรวจ (method)",
          "Fill in when (checked), by whom (by) and how (method)."}},

    [REPORT_INCOME_ALONE] =
        {"report.income-alone", SEVERITY_WARNING,
         {"เดือน {1} มีรายได้ {0} บาท แต่ไม่ได้รายงานจำนวนนักท่องเที่ยว",
          "{1} has an income of {0} baht but no number of visitors."},
         {"เติมจำนวนนักท่องเที่ยวของเดือนนั้น", "Fill in the visitors of that month."}},
    [REPORT_COPIED] =
        {"report.copied", SEVERITY_WARNING,
         {"{1} เป็น {0} เท่ากันติดต่อกัน {2} เดือน อาจคัดลอกจากเดือนก่อน",
          "“{1}” is {0} in {2} months in a row: was it copied from the month before?"},
         {"ตรวจตัวเลขจริงของแต่ละเดือน", "Look up the real figure of each month."}},
    [REPORT_JUMP] =
        {"report.jump", SEVERITY_WARNING,
         {"{1} เพิ่มจาก {2} เป็น {0} ตั้งแต่ {3} เท่าขึ้นไป อาจพิมพ์เลขศูนย์เกิน",
          "“{1}” rises from {2} to {0}, {3} times or more: is there a zero too many?"},
         {"ตรวจตัวเลข ถ้าถูกต้องให้บอกเหตุผลในช่องหมายเหตุ (note)",
          "Check the figure; if it is right, say why in note."}},
    [REPORT_EMPTY] =
        {"report.empty", SEVERITY_NOTE,
         {"รายงานเดือน {0} ไม่มีทั้งจำนวนนักท่องเที่ยวและรายได้",
          "The report of {0} has neither visitors nor income."},
         {"กรอกตัวเลข ถ้าไม่มีเลยให้กรอก 0", "Fill in the figures; write 0 when there were none."}},
    [REPORT_NO_ENTRY] =
        {"report.no-entry", SEVERITY_NOTE,
         {"{0} รายงานตัวเลขแล้วแต่ยังไม่ได้ส่งอัตลักษณ์",
          "{0} reports figures but has not sent its identity."},
         {"ส่งอัตลักษณ์ของ อปท. นี้", "Send the identity of this LAO."}},

    [SITE_NO_BASE_URL] =
        {"site.no-base-url", SEVERITY_WARNING,
         {"site.yaml ไม่มี {0} จึงไม่มีแผนผังเว็บ ลิงก์แชร์ และลิงก์ข้ามภาษาแบบเต็ม",
          "site.yaml has no {0}: links for sharing, sitemaps and search engines cannot be made."},
         {"เติม base_url: https://… ที่จะเผยแพร่", "Add base_url: https://…, where it is published."}},
    [SITE_HTTP_BASE_URL] =
        {"site.http-base-url", SEVERITY_NOTE,
         {"base_url {0} ใช้ http ที่ไม่เข้ารหัส", "base_url {0} is plain http."},
         {"ใช้ https:// เพื่อความปลอดภัยและให้แชร์ตำแหน่งได้",
          "Use https://: it is safe, and phones give their position only there."}},
    [SITE_URL_NO_CODE] =
        {"site.url-no-code", SEVERITY_NOTE,
         {"{1} {0} ไม่มี {code} ผู้กรอกจึงต้องพิมพ์รหัส อปท. เอง",
          "{1} {0} has no {code}: people must type the LAO's code themselves."},
         {"สร้างลิงก์ที่กรอกไว้ล่วงหน้าใน Google ฟอร์ม แล้วใส่ {code} แทนรหัส",
          "Make a pre-filled link in Google Forms and put {code} in the place of the code."}},
    [SITE_HASHTAG_UNKNOWN] =
        {"site.hashtag-unknown", SEVERITY_WARNING,
         {"ไม่รู้จัก {0} ใน hashtags", "{0} is not known in hashtags."},
         {"ใช้ {province_tag} {district_tag} หรือ {lao_tag}",
          "Use {province_tag}, {district_tag} or {lao_tag}."}},
    [SITE_HASHTAG_BREAKS] =
        {"site.hashtag-breaks", SEVERITY_WARNING,
         {"แฮชแท็ก “{0}” ใช้ไม่ได้ทุกแพลตฟอร์ม จึงใช้ #{1} แทน",
          "The hashtag “{0}” does not work everywhere; #{1} is used instead."},
         {"พิมพ์โดยไม่มี # จุด ช่องว่าง หรือขีด และมีตัวอักษรอย่างน้อยหนึ่งตัว",
          "Type it without #, dots, blanks or hyphens, with at least one letter."}},
    [SITE_HASHTAG_LONG] =
        {"site.hashtag-long", SEVERITY_WARNING,
         {"แฮชแท็ก “{0}” ยาวกว่า 30 ตัวอักษร", "The hashtag “{0}” is longer than 30 characters."},
         {"ใช้คำที่สั้นกว่านี้", "Choose a shorter one."}},
    [SITE_NO_TRANSLATION] =
        {"site.no-translation", SEVERITY_NOTE,
         {"{0} “{2}” ยังไม่มีในภาษา {1}", "{0} “{2}” is missing in the language {1}."},
         {"เติม {0} ในภาษา {1}", "Add {0} in the language {1}."}},
    [VOCABULARY_NO_TRANSLATION] =
        {"vocabulary.no-translation", SEVERITY_NOTE,
         {"{0} “{2}” ยังไม่มี label ในภาษา {1}", "{0} “{2}” has no label in the language {1}."},
         {"เติม label.{1}", "Add label.{1}."}},
    [EMERGENCY_OLD] =
        {"emergency.old", SEVERITY_WARNING,
         {"ตรวจหมายเลขฉุกเฉิน {0} ครั้งสุดท้ายเมื่อ {1} เกิน {2} วันแล้ว",
          "The emergency number {0} was last checked on {1}, more than {2} days ago."},
         {"ตรวจกับหน่วยงานเจ้าของหมายเลข แล้วแก้ checked",
          "Check it with its owner and correct checked."}},
    [EMERGENCY_NO_DATE] =
        {"emergency.no-date", SEVERITY_WARNING,
         {"หมายเลขฉุกเฉิน {0} ไม่บอกวันที่ตรวจ",
          "The emergency number {0} does not say when it was checked."},
         {"ตรวจกับหน่วยงานเจ้าของหมายเลข แล้วเติม checked",
          "Check it with its owner and add checked."}},
    [EMERGENCY_NO_SOURCE] =
        {"emergency.no-source", SEVERITY_WARNING,
         {"หมายเลขฉุกเฉิน {0} ไม่บอกแหล่งที่มา", "The emergency number {0} has no source."},
         {"เติม source: หน้าเว็บทางการที่ระบุหมายเลขนี้",
          "Add source: an official page that states it."}},
    [EMERGENCY_INCOMPLETE] =
        {"emergency.incomplete", SEVERITY_WARNING,
         {"หมายเลขฉุกเฉิน “{0}” ไม่มีหมายเลขหรือไม่มีชื่อ",
          "The emergency number “{0}” lacks its number or its name."},
         {"เติม number และ name", "Add number and name."}},
    [ROUND_TWICE] =
        {"round.twice", SEVERITY_WARNING,
         {"รอบ “{0}” มีสองครั้งใน site.yaml", "The round “{0}” stands twice in site.yaml."},
         {"เหลือไว้เพียงครั้งเดียว", "Keep one of them."}},
    [ROUND_INCOMPLETE] =
        {"round.incomplete", SEVERITY_WARNING,
         {"รอบ “{0}” ไม่มี id หรือไม่มีกำหนดส่ง", "The round “{0}” lacks its id or its due date."},
         {"เติม id และ due", "Add id and due."}},
    [ROUND_UNKNOWN] =
        {"round.unknown", SEVERITY_WARNING,
         {"รอบ “{0}” ใน tables.yaml ไม่มีใน site.yaml",
          "The round “{0}” of tables.yaml is not in site.yaml."},
         {"เติมรอบนี้ใน rounds ของ site.yaml หรือแก้ round ใน tables.yaml",
          "Add it to rounds in site.yaml, or correct round in tables.yaml."}},
};
const size_t check_rule_count = sizeof(check_rules) / sizeof(*check_rules);

_Static_assert(sizeof(check_rules) / sizeof(*check_rules) == CHECK_RULE_COUNT,
               "each rule has its sentences");
