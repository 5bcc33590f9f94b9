/* SPDX-License-Identifier: MIT */
#include "publish/rules.h"

#include <string.h>

#include "base/utf8.h"
#include "publish/publish.h"

#define AS_IT_WAS_TH " เว็บไซต์ที่เผยแพร่อยู่ยังเหมือนเดิม"
#define AS_IT_WAS_EN " The published site is as it was."

const struct rule publish_rules[] = {
    [RULE_PROTECTED] =
        {"publish.protected", SEVERITY_ERROR,
         {"“{0}” เป็นโฟลเดอร์ของระบบหรือมีโฟลเดอร์ home อยู่ข้างใน จึงใช้เป็นที่เผยแพร่ไม่ได้",
          "“{0}” is the root of the system or holds your home folder; it cannot be the site."},
         {"ระบุโฟลเดอร์ที่ใช้กับเว็บไซต์เท่านั้น เช่น -o site",
          "Name a folder that is only for the site, such as -o site."}, .names = true},
    [RULE_IN_CONTENT] =
        {"publish.in-content", SEVERITY_ERROR,
         {"โฟลเดอร์ที่เผยแพร่ “{0}” กับโฟลเดอร์เนื้อหา “{1}” ซ้อนกัน",
          "The output “{0}” and the content folder “{1}” lie one in the other."},
         {"ระบุโฟลเดอร์ข้างโฟลเดอร์เนื้อหา ไม่ใช่ข้างใน เช่น -o site",
          "Put the output beside the content, not inside it, such as -o site."}, .names = true},
    [RULE_NOT_DIRECTORY] =
        {"publish.not-a-folder", SEVERITY_ERROR,
         {"“{0}” เป็นไฟล์หรือลิงก์ (symbolic link) ไม่ใช่โฟลเดอร์ จึงสลับชื่อไม่ได้",
          "“{0}” is a file or a symbolic link, not a folder; it cannot be exchanged."},
         {"ระบุโฟลเดอร์จริง (ปลายทางของลิงก์) หรือย้ายสิ่งนี้ออกไปก่อน",
          "Name the folder itself (what the link points to), or move this away."},
         .names = true},
    [RULE_NO_PARENT] =
        {"publish.no-parent", SEVERITY_ERROR,
         {"โฟลเดอร์ที่จะวาง “{0}” ใช้ไม่ได้: {1}", "The folder that would hold “{0}”: {1}."},
         {"สร้างโฟลเดอร์นั้นก่อน หรือแก้ตัวสะกดหลัง -o",
          "Create that folder first, or mend the spelling after -o."}, .names = true},
    [RULE_FOREIGN] =
        {"publish.foreign-folder", SEVERITY_ERROR,
         {"“{0}” มีสิ่งที่ attalak ไม่ได้สร้าง เช่น “{1}”",
          "“{0}” holds things attalak did not make, such as “{1}”."},
         {"ระบุโฟลเดอร์ที่ว่างหรือยังไม่มี หรือย้ายของในนั้นออกก่อน เพราะ attalak จะไม่ลบให้",
          "Name a folder that is empty or does not exist, or move its content away; "
          "attalak deletes nothing that is not its own."}, .names = true},
    [RULE_VCS] =
        {"publish.repository", SEVERITY_ERROR,
         {"“{0}” เป็นที่เก็บซอร์สโค้ด (repository) เพราะมี “{1}”", "“{0}” is a repository (it holds “{1}”)."},
         {"เผยแพร่ไปโฟลเดอร์อื่น แล้วคัดลอกเข้ามาด้วย rsync --checksum",
          "Publish to another folder and copy it into the repository with rsync --checksum."},
         .names = true},
    [RULE_SPARE_FOREIGN] =
        {"publish.foreign-spare", SEVERITY_ERROR,
         {"“{0}” ควรเป็นโฟลเดอร์สำรองของ attalak แต่มี “{1}” ที่ attalak ไม่ได้สร้าง",
          "“{0}” should be attalak's spare folder but holds “{1}”, which attalak did not make."},
         {"ย้ายหรือเปลี่ยนชื่อ “{0}” แล้วสร้างเว็บไซต์ใหม่",
          "Move or rename “{0}” and build again."}, .names = true},
    [RULE_MOUNT] =
        {"publish.mount-point", SEVERITY_ERROR,
         {"“{0}” เป็นจุดต่อดิสก์ (mount point) จึงสลับชื่อไม่ได้",
          "“{0}” is a mount point; its name cannot be exchanged."},
         {"เผยแพร่ไปโฟลเดอร์ย่อยข้างใน เช่น -o {0}/site",
          "Publish to a folder inside it, such as -o {0}/site."}, .names = true},
    [RULE_NOT_ATOMIC] =
        {"publish.not-atomic", SEVERITY_ERROR,
         {"ดิสก์ของ “{0}” สลับสองโฟลเดอร์ในขั้นเดียวไม่ได้ ({1}) "
          "ผู้อ่านจะไม่พบเว็บไซต์ชั่วขณะ",
          "The file system of “{0}” cannot exchange two folders in one step ({1}); for a moment "
          "readers would find no site."},
         {"เผยแพร่ไปดิสก์ในเครื่อง (ext4, xfs, btrfs) หรือยอมรับด้วย --allow-nonatomic",
          "Publish to a local disk (ext4, xfs, btrfs), or accept it with --allow-nonatomic."},
         .names = true},
    [RULE_LOCKED] =
        {"publish.locked", SEVERITY_ERROR,
         {"attalak อีกตัวหนึ่ง (กระบวนการ {1}) กำลังสร้าง “{0}” อยู่",
          "Another attalak (process {1}) is building “{0}”."},
         {"รอให้เสร็จ แล้วสร้างใหม่", "Wait until it is done and build again."}, .names = true},
    [RULE_MOVED] =
        {"publish.moved", SEVERITY_ERROR,
         {"มีผู้ย้ายหรือแทนที่ “{0}” ระหว่างการสร้าง",
          "Someone moved or replaced “{0}” during the build."},
         {"ตรวจว่าไม่มีโปรแกรมอื่นเขียนโฟลเดอร์นี้ แล้วสร้างใหม่",
          "See that no other program writes this folder, and build again."}, .names = true},
    [RULE_BAD_PATH] =
        {"publish.bad-path", SEVERITY_ERROR,
         {"เส้นทาง “{0}” เผยแพร่ไม่ได้", "The path “{0}” cannot be published."},
         {"ใช้เฉพาะ a-z 0-9 . _ - คั่นด้วย / แต่ละส่วนขึ้นต้นด้วยตัวอักษรหรือตัวเลข",
          "Use only a-z 0-9 . _ - with / between, each part beginning with a letter or digit."},
         .names = true},
    [RULE_PATH_TWICE] =
        {"publish.path-twice", SEVERITY_ERROR,
         {"มีสองหน้าที่จะเขียนลง “{0}”", "Two pages want to be “{0}”."},
         {"ให้แต่ละหน้าใช้เส้นทางที่ไม่ซ้ำกัน", "Give each page a path of its own."}, .names = true},
    [RULE_PATH_CONFLICT] =
        {"publish.path-conflict", SEVERITY_ERROR,
         {"“{0}” เป็นทั้งไฟล์และโฟลเดอร์ (ของ “{1}”)",
          "“{0}” would be both a file and a folder (of “{1}”)."},
         {"เปลี่ยนเส้นทางหนึ่งในสองนี้", "Change one of the two paths."}, .names = true},
    [RULE_FILE_TOO_LARGE] =
        {"publish.file-too-large", SEVERITY_ERROR,
         {"“{0}” มีขนาด {1} ไบต์ เกิน {2} ไบต์ที่กำหนด",
          "“{0}” has {1} bytes; the limit is {2} bytes."},
         {"แบ่งหรือย่อไฟล์นี้ เพราะผู้ให้บริการเว็บหลายแห่งไม่รับไฟล์ใหญ่กว่านี้ "
          "ถ้าแห่งที่ใช้รับได้ ให้สร้างใหม่ด้วย --allow-large",
          "Split or shrink it: many hosts take no larger file. If yours does, build with "
          "--allow-large."}, .names = true},
    [RULE_TOO_MANY_FILES] =
        {"publish.too-many-files", SEVERITY_ERROR,
         {"เว็บไซต์มี {1} ไฟล์ เกิน {2} ไฟล์ที่กำหนด",
          "The site has {1} files; the limit is {2}."},
         {"ผู้ให้บริการเว็บหลายแห่งไม่รับไฟล์มากกว่านี้ ถ้าแห่งที่ใช้รับได้ ให้สร้างใหม่ด้วย --allow-large",
          "Many hosts take no more files. If yours does, build with --allow-large."},
         .names = true},
    [RULE_SITE_TOO_LARGE] =
        {"publish.site-too-large", SEVERITY_ERROR,
         {"เว็บไซต์มีขนาดรวม {1} ไบต์ เกิน {2} ไบต์ที่กำหนด",
          "The site has {1} bytes in all; the limit is {2}."},
         {"ลดจำนวนหรือย่อขนาดรูปภาพ เพราะผู้ให้บริการเว็บหลายแห่งไม่รับเว็บไซต์ที่ใหญ่กว่านี้ "
          "ถ้าแห่งที่ใช้รับได้ ให้สร้างใหม่ด้วย --allow-large",
          "Publish fewer or smaller pictures: many hosts take no larger site. If yours does, "
          "build with --allow-large."}, .names = true},
    [RULE_SHRUNK] =
        {"publish.shrunk", SEVERITY_ERROR,
         {"จำนวนรายการลดลงเกินร้อยละ 2 จาก {1} เหลือ {2}",
          "The number of entries falls from {1} to {2}, more than 2 %."},
         {"ตรวจว่าไฟล์ข้อมูลครบ ถ้าตั้งใจให้ลด ให้สร้างใหม่ด้วย --allow-shrink",
          "See that the data are complete; if this is meant, build with --allow-shrink."},
         .names = true},
    [RULE_SHRUNK_PART] =
        {"publish.shrunk-part", SEVERITY_ERROR,
         {"จำนวนรายการของ “{0}” ลดลงเกินร้อยละ 20 จาก {1} เหลือ {2}",
          "The number of entries of “{0}” falls from {1} to {2}, more than 20 %."},
         {"ตรวจว่าข้อมูลของส่วนนี้ครบ ถ้าตั้งใจให้ลด ให้สร้างใหม่ด้วย --allow-shrink",
          "See that its data are complete; if this is meant, build with --allow-shrink."},
         .names = true},
    [RULE_STRAY] =
        {"publish.stray", SEVERITY_WARNING,
         {"“{0}” อยู่ในเว็บไซต์ที่เผยแพร่ แต่ attalak ไม่ได้สร้าง จึงเอาออก",
          "“{0}” lay in the published site but attalak did not make it; it was taken out."},
         {"ถ้าต้องการเก็บ ให้วางไว้ใน assets/ ถ้าไม่ทราบที่มา ให้ตรวจว่าใครเข้าถึงเครื่องได้",
          "Put it into assets/ to keep it; if you do not know it, find out who can write "
          "there."}, .names = true},
    [RULE_ASSET_NAME] =
        {"assets.bad-name", SEVERITY_ERROR,
         {"ชื่อไฟล์ “{0}” ใช้ในเว็บไซต์ไม่ได้", "The name “{0}” cannot be used on the site."},
         {"ตั้งชื่อใหม่ด้วย a-z 0-9 . _ - เท่านั้น เช่น logo.svg",
          "Rename it with only a-z 0-9 . _ - in it, such as logo.svg."},
         .names = true},
    [RULE_ASSET_NOT_FILE] =
        {"assets.not-a-file", SEVERITY_ERROR,
         {"“{0}” เป็นลิงก์หรืออุปกรณ์ ไม่ใช่ไฟล์ธรรมดา",
          "“{0}” is a link or a device, not an ordinary file."},
         {"วางไฟล์จริงแทน", "Put the file itself there."}, .names = true},
    [RULE_ASSET_TWICE] =
        {"assets.twice", SEVERITY_ERROR,
         {"“{0}” มีมากกว่าหนึ่งแห่ง", "“{0}” is there more than once."},
         {"เหลือไว้เพียงแห่งเดียว", "Keep one of them."}, .names = true},
    [RULE_ASSET_MISSING] =
        {"assets.missing", SEVERITY_ERROR,
         {"“{0}” อ้างถึง “{1}” ซึ่งไม่มีใน assets/",
          "“{0}” refers to “{1}”, which is not in assets/."},
         {"แก้ตัวสะกด หรือเพิ่มไฟล์นั้น", "Mend the spelling or add the file."}, .names = true},
    [RULE_ASSET_CIRCLE] =
        {"assets.circle", SEVERITY_ERROR,
         {"“{0}” อ้างถึงตัวเองผ่าน “{1}”", "“{0}” refers to itself through “{1}”."},
         {"ลบ @import ที่วนกลับมา", "Take out the @import that comes back."}, .names = true},
    [RULE_ASSET_DEEP] =
        {"assets.deep", SEVERITY_ERROR,
         {"“{0}” อ้างถึง “{1}” ผ่านไฟล์ CSS ต่อกันหลายชั้นเกินไป",
          "“{0}” refers to “{1}” at the end of too long a row of style sheets."},
         {"รวมไฟล์ CSS เข้าด้วยกัน", "Put the style sheets into fewer files."}, .names = true},
    [RULE_ASSET_UNREADABLE] =
        {"assets.cannot-read", SEVERITY_ERROR,
         {"อ่าน “{0}” ไม่ได้: {1}", "Cannot read “{0}”: {1}."},
         {"วางไฟล์ธรรมดาที่ไม่ใหญ่เกินไปและไม่อยู่ลึกเกินไป แล้วสร้างใหม่" AS_IT_WAS_TH,
          "Put an ordinary file there, not too large and not too deep, and build again." AS_IT_WAS_EN}, .names = true},
    [RULE_NEW_HOST] =
        {"publish.new-host", SEVERITY_WARNING,
         {"มีลิงก์ไป {0} เป็นครั้งแรก ที่ {1}", "{0} is linked for the first time, by {1}."},
         {"เปิดดูว่าควรลิงก์ไปหรือไม่ ถ้าไม่ควร ให้ลบลิงก์นั้น",
          "Look whether it should be linked; if not, delete the link."},
         .names = true},
    [RULE_MANY_NEW_HOSTS] =
        {"publish.too-many-new-hosts", SEVERITY_ERROR,
         {"มีลิงก์ไปเว็บไซต์ใหม่ {1} แห่งในครั้งเดียว เกิน {2} แห่งที่กำหนด",
          "{1} hosts are linked for the first time at once; the limit is {2}."},
         {"เปิดดูรายชื่อข้างบนทีละแห่ง ถ้าถูกต้องทั้งหมด ให้สร้างใหม่ด้วย --allow-new-hosts",
          "Look at each of those listed; if all are right, build with --allow-new-hosts."}, .names = true},
    [RULE_NO_MEMORY] =
        {"publish.no-memory", SEVERITY_ERROR,
         {"บันทึกการสร้างครั้งก่อนใน “{0}” เสียหาย จึงเทียบไม่ได้ว่ารายการลดลงหรือมีลิงก์ใหม่",
          "The record of the last build in “{0}” is damaged; whether entries went or links came "
          "cannot be compared."},
         {"ดูจำนวนรายการและลิงก์ใหม่เอง แล้วสร้างใหม่ด้วย --allow-shrink ครั้งต่อไปจะเทียบได้อีก",
          "Look at the number of entries and at new links yourself, then build with --allow-shrink; "
          "the build after that compares again."}, .names = true},
    [RULE_NO_PREVIOUS] =
        {"publish.no-previous", SEVERITY_ERROR,
         {"อ่านบันทึกการสร้างครั้งก่อน “{0}” ไม่ได้: {1}",
          "Cannot read “{0}”, the record of an earlier build: {1}."},
         {"ตรวจชื่อไฟล์หลัง --previous-manifest ต้องเป็นไฟล์ธรรมดา ไม่เกิน 64 MiB "
          "ถ้าเป็นการสร้างครั้งแรก ไม่ต้องใส่ตัวเลือกนี้",
          "Look at the name after --previous-manifest: it must be a plain file of at most 64 MiB; "
          "leave it out for a first build."},
         .names = true},
    [RULE_PREVIOUS_DAMAGED] =
        {"publish.previous-damaged", SEVERITY_ERROR,
         {"“{0}” ไม่ใช่บันทึกการสร้างของ attalak หรือเสียหาย",
          "“{0}” is no record of a build by attalak, or is damaged."},
         {"ระบุสำเนาครบทั้งไฟล์ของ site/.attalak จากการสร้างครั้งก่อน (ไม่ใช่ manifest.txt)",
          "Name a whole copy of site/.attalak from the build before (not of manifest.txt)."},
         .names = true},
    [RULE_PREVIOUS_TIME] =
        {"publish.previous-time", SEVERITY_ERROR,
         {"“{0}” บอกเวลาของ “{1}” ที่ยังมาไม่ถึง หรือก่อนปี 2513",
          "“{0}” says of “{1}” a time that has not come yet, or before 1970."},
         {"ตรวจนาฬิกาของเครื่องนี้และของเครื่องที่สร้างครั้งก่อน "
          "ถ้าแก้ไม่ได้ ให้สร้างโดยไม่ใส่ --previous-manifest",
          "Check the clocks of this machine and of the one that built before; else build without "
          "--previous-manifest."}, .names = true},
    [RULE_CANNOT_READ] =
        {"publish.cannot-read", SEVERITY_ERROR,
         {"อ่าน “{0}” ไม่ได้: {1}", "Cannot read “{0}”: {1}."},
         {"ตรวจสิทธิ์การอ่านและดิสก์ แล้วสร้างใหม่" AS_IT_WAS_TH,
          "Check permissions and the disk, and build again." AS_IT_WAS_EN}, .names = true},
    [RULE_CANNOT_WRITE] =
        {"publish.cannot-write", SEVERITY_ERROR,
         {"เขียน “{0}” ไม่ได้: {1}", "Cannot write “{0}”: {1}."},
         {"ตรวจที่ว่างของดิสก์และสิทธิ์การเขียน แล้วสร้างใหม่" AS_IT_WAS_TH,
          "Check the disk's free space and permissions, and build again." AS_IT_WAS_EN},
         .names = true},
    [RULE_CANNOT_SWAP] =
        {"publish.cannot-swap", SEVERITY_ERROR,
         {"สลับโฟลเดอร์ใหม่เข้าที่ “{0}” ไม่ได้: {1}",
          "Cannot put the new folder in the place of “{0}”: {1}."},
         {"เผยแพร่ไปโฟลเดอร์อื่นบนดิสก์ในเครื่อง" AS_IT_WAS_TH,
          "Publish to another folder on a local disk." AS_IT_WAS_EN}, .names = true},
    [RULE_SWAP_OPEN] =
        {"publish.swap-open", SEVERITY_ERROR,
         {"สลับโฟลเดอร์ที่ “{0}” ค้างอยู่กลางทาง และสลับกลับไม่ได้: {1}",
          "The folder “{0}” was being replaced when the system refused, and that cannot be taken "
          "back: {1}."},
         {"ตรวจดิสก์ แล้วสร้างใหม่ ที่นั่นอาจเป็นเว็บไซต์ใหม่ หรือไม่มีเว็บไซต์",
          "Check the disk and build again. The new site may be there, or none."}, .names = true},
    [RULE_ASSET_SYSTEM] =
        {"assets.system-error", SEVERITY_ERROR,
         {"อ่าน “{0}” ไม่ได้: {1}", "Cannot read “{0}”: {1}."},
         {"ตรวจสิทธิ์การอ่านและดิสก์ แล้วสร้างใหม่" AS_IT_WAS_TH,
          "Check its permissions and the disk, and build again." AS_IT_WAS_EN}, .names = true},
};

const size_t publish_rule_count = RULE_COUNT;

_Static_assert(sizeof(publish_rules) / sizeof(*publish_rules) == RULE_COUNT,
               "a rule is missing");

/* Names found on disk may be any bytes, findings hold only UTF-8. */
static struct str readable(struct str s, struct arena *arena)
{
    if (utf8_first_bad(s) == s.len)
        return s;
    char *copy = arena_copy(arena, s.ptr, s.len);
    for (size_t i = 0; i < s.len; i++)
        if ((unsigned char)copy[i] >= 0x80)
            copy[i] = '?';
    return str_of(copy, s.len);
}

bool publish_complain(struct diags *diags, enum publish_rule rule, struct str path,
                      struct str first, struct str second)
{
    struct str shown = readable(path, diags->arena);
    return diag(diags, &publish_rules[rule], (struct pos){.file = shown}, shown,
                readable(first, diags->arena), second);
}

bool publish_complain_errno(struct diags *diags, enum publish_rule rule, struct str path,
                            int error)
{
    const char *words = strerrordesc_np(error);
    return publish_complain(diags, rule, path, str_from(words ? words : "unknown error"),
                            (struct str){0});
}
