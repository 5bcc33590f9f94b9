/* SPDX-License-Identifier: MIT */
/*
 * A wrong picture is a warning, as one that is not there is (photo.no-file): an error would hold
 * back the whole entry for it. A machine that cannot make pictures is an error and a stop: a
 * site that has pictures must not lose them all because a program is not installed.
 */
#include "media/rules.h"

const struct rule media_rules[] = {
    [MEDIA_FORMAT] =
        {"photo.format", SEVERITY_WARNING,
         {"“{0}” ไม่ใช่ภาพ JPEG, PNG หรือ WebP หน้าเว็บจึงไม่มีภาพนี้",
          "“{0}” is no JPEG, PNG or WebP; the page goes without it."},
         {"เปิดภาพแล้วบันทึกใหม่เป็น JPEG ถ้าถ่ายด้วย iPhone (HEIC) "
          "ให้เลือก การตั้งค่า › กล้อง › รูปแบบ › เข้ากันได้มากที่สุด",
          "Open it and save it as JPEG; on an iPhone (HEIC) choose Settings › Camera › "
          "Formats › Most Compatible."}},
    [MEDIA_BYTES] =
        {"photo.big", SEVERITY_WARNING,
         {"ไฟล์ภาพ “{0}” ใหญ่เกิน {1} MB หน้าเว็บจึงไม่มีภาพนี้",
          "The file “{0}” is larger than {1} MB; the page goes without it."},
         {"ย่อภาพให้กว้างราว 2,000 พิกเซล แล้วบันทึกเป็น JPEG",
          "Make it about 2,000 pixels wide and save it as JPEG."}},
    [MEDIA_PIXELS] =
        {"photo.big", SEVERITY_WARNING,
         {"ภาพ “{0}” มีมากกว่า {1} ล้านพิกเซล หน้าเว็บจึงไม่มีภาพนี้",
          "The picture “{0}” has more than {1} million pixels; the page goes without it."},
         {"ย่อภาพให้กว้างราว 2,000 พิกเซล แล้วบันทึกเป็น JPEG",
          "Make it about 2,000 pixels wide and save it as JPEG."}},
    [MEDIA_MOVES] =
        {"photo.moves", SEVERITY_WARNING,
         {"“{0}” เป็นภาพเคลื่อนไหว หน้าเว็บจึงไม่มีภาพนี้",
          "“{0}” is an animation; the page goes without it."},
         {"ส่งภาพนิ่ง ถ้าเป็นวิดีโอให้ใส่ลิงก์ในช่อง videos",
          "Send a still picture; link a film under videos."}},
    [MEDIA_BROKEN] =
        {"photo.broken", SEVERITY_WARNING,
         {"ไฟล์ภาพ “{0}” เสียหรือไม่ครบ หน้าเว็บจึงไม่มีภาพนี้",
          "The picture “{0}” is damaged or cut short; the page goes without it."},
         {"คัดลอกไฟล์จากต้นฉบับอีกครั้ง หรือเปิดแล้วบันทึกใหม่เป็น JPEG",
          "Copy it again from where it came from, or open it and save it as JPEG."}},
    [MEDIA_HEAVY] =
        {"photo.heavy", SEVERITY_WARNING,
         {"ภาพ “{0}” ใช้เวลาหรือหน่วยความจำมากเกินไป หน้าเว็บจึงไม่มีภาพนี้",
          "The picture “{0}” takes too much time or memory; the page goes without it."},
         {"เปิดภาพ ย่อให้กว้างราว 2,000 พิกเซล แล้วบันทึกใหม่เป็น JPEG",
          "Open it, make it about 2,000 pixels wide and save it as JPEG."}},
    [MEDIA_CRASHED] =
        {"photo.crash", SEVERITY_WARNING,
         {"โปรแกรม attalak-photo ล้ม ({2}) ที่ภาพ “{0}” ภาพที่ไม่ได้เผยแพร่เพราะเหตุนี้: {1}",
          "attalak-photo broke down ({2}) at the picture “{0}”; pictures left out for this: {1}."},
         {"เปิดภาพแล้วบันทึกใหม่เป็น JPEG ถ้าเป็นทุกภาพ ให้ติดตั้ง attalak ใหม่",
          "Open the picture and save it as JPEG; if it is every picture, install attalak anew."}},
    [MEDIA_NOT_KEPT] =
        {"photo.not-kept", SEVERITY_WARNING,
         {"เก็บภาพที่ทำแล้วไว้ใน {0} ไม่ได้: {1} ครั้งหน้าจะต้องทำใหม่ทุกภาพ",
          "Pictures that were made cannot be kept in {0}: {1}; next time all are made again."},
         {"ทำให้โฟลเดอร์นี้เขียนได้", "Let it be written to."}, .names = true},
    [MEDIA_NO_PROGRAM] =
        {"photo.no-program", SEVERITY_ERROR,
         {"ไม่พบโปรแกรม {0} ซึ่งทำภาพของหน้าเว็บ",
          "The program {0}, which makes the pages' pictures, is not there."},
         {"ติดตั้ง attalak ใหม่ทั้งชุด (make install) หรือวาง {0} ไว้ข้างโปรแกรม attalak",
          "Install attalak as a whole (make install), or put {0} beside attalak."},
         .names = true},
    [MEDIA_UNLOCKED] =
        {"photo.unlocked", SEVERITY_ERROR,
         {"เครื่องนี้ไม่ยอมให้ {0} จำกัดสิทธิ์ของตนเอง (seccomp) จึงไม่อ่านภาพใด",
          "This machine does not let {0} lock itself in (seccomp), so it reads no picture."},
         {"ใช้ Linux 5.9 ขึ้นไป และคอนเทนเนอร์ที่ยอมให้ใช้ seccomp",
          "Use Linux 5.9 or newer, and a container that permits seccomp."}, .names = true},
    [MEDIA_SYSTEM] =
        {"photo.system-error", SEVERITY_ERROR,
         {"อ่านหรือทำภาพ {0} ไม่ได้: {1}", "The picture {0} cannot be read or made: {1}."},
         {"แก้ปัญหาของเครื่อง แล้วลองใหม่", "Mend the machine and try again."},
         .names = true},
};
const size_t media_rule_count = sizeof(media_rules) / sizeof(*media_rules);
