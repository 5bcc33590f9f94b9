/* SPDX-License-Identifier: MIT */
#include "diff/words.h"

#include "base/number.h"

#define WORD_SLOT(name, th, en) {#name, DIFF_WORD_##name, VALUE_TEXT, NULL},
#define WORD_TEXTS(name, th, en) {STR_CONST(th), STR_CONST(en)},

static const struct slot slots[] = {DIFF_WORDS(WORD_SLOT)};
static const struct str texts[DIFF_WORD_COUNT][DIAG_LANGS] = {DIFF_WORDS(WORD_TEXTS)};

const struct shape diff_words_shape = {"t", slots, DIFF_WORD_COUNT, DIFF_WORD_COUNT};

const enum diff_word diff_kind_words[DIFF_KINDS] = {
    [DIFF_ADDED] = DIFF_WORD_added,
    [DIFF_CHANGED] = DIFF_WORD_changed,
    [DIFF_REMOVED] = DIFF_WORD_removed,
};

struct value diff_words(enum diag_lang lang, struct arena *arena)
{
    struct value *values = arena_many(arena, DIFF_WORD_COUNT, struct value);
    for (size_t i = 0; i < DIFF_WORD_COUNT; i++)
        values[i] = value_text(texts[i][lang]);
    return value_map_of(values, &diff_words_shape);
}

struct str diff_word(enum diff_word word, enum diag_lang lang)
{
    return texts[word][lang];
}

struct str diff_filled(enum diff_word word, enum diag_lang lang, size_t number,
                       struct str code, struct arena *arena)
{
    struct str text = str_replace(texts[word][lang], STR("{n}"),
                                  number_plain((int64_t)number, arena), arena);
    return str_replace(text, STR("{code}"), code, arena);
}

/* ---- fields ---- */

/* Of the whole path, or of its beginning; the rest is then added to it. */
static const struct {
    struct str path, name[DIAG_LANGS];
} fields[] = {
    {STR_CONST("type"), {STR_CONST("ประเภท อปท."), STR_CONST("Type of the LAO")}},
    {STR_CONST("lao"), {STR_CONST("ชื่อ อปท."), STR_CONST("Name of the LAO")}},
    {STR_CONST("province.code"), {STR_CONST("รหัสจังหวัด"), STR_CONST("Province code")}},
    {STR_CONST("district.code"), {STR_CONST("รหัสอำเภอ"), STR_CONST("District code")}},
    {STR_CONST("category"), {STR_CONST("ด้านอัตลักษณ์"), STR_CONST("Field of the identity")}},
    {STR_CONST("name"), {STR_CONST("ชื่อ"), STR_CONST("Name")}},
    {STR_CONST("slug"), {STR_CONST("ชื่อในที่อยู่เว็บ"), STR_CONST("Name in addresses")}},
    {STR_CONST("summary"), {STR_CONST("สรุปสั้น"), STR_CONST("Summary")}},
    {STR_CONST("story"), {STR_CONST("เรื่องราว"), STR_CONST("Story")}},
    {STR_CONST("tags"), {STR_CONST("คำสำคัญ"), STR_CONST("Tags")}},
    {STR_CONST("hashtags"), {STR_CONST("แฮชแท็ก"), STR_CONST("Hashtags")}},
    {STR_CONST("position"), {STR_CONST("พิกัด"), STR_CONST("Coordinates")}},
    {STR_CONST("office"),
     {STR_CONST("พิกัดสำนักงาน"), STR_CONST("Coordinates of the office")}},
    {STR_CONST("address"), {STR_CONST("ที่อยู่"), STR_CONST("Address")}},
    {STR_CONST("directions"), {STR_CONST("การเดินทาง"), STR_CONST("How to get there")}},
    {STR_CONST("hours"), {STR_CONST("วันและเวลาเปิด"), STR_CONST("Opening hours")}},
    {STR_CONST("best_months"),
     {STR_CONST("เดือนที่เหมาะแก่การมาเยือน"), STR_CONST("Best months")}},
    {STR_CONST("fee"), {STR_CONST("ค่าเข้าชม"), STR_CONST("Entrance fee")}},
    {STR_CONST("free"), {STR_CONST("ไม่เก็บค่าเข้าชม"), STR_CONST("Free of charge")}},
    {STR_CONST("phone"), {STR_CONST("โทรศัพท์"), STR_CONST("Telephone")}},
    {STR_CONST("email"), {STR_CONST("อีเมล"), STR_CONST("E-mail")}},
    {STR_CONST("line"), {STR_CONST("LINE"), STR_CONST("LINE")}},
    {STR_CONST("facebook"), {STR_CONST("เฟซบุ๊ก"), STR_CONST("Facebook")}},
    {STR_CONST("tiktok"), {STR_CONST("TikTok"), STR_CONST("TikTok")}},
    {STR_CONST("website"), {STR_CONST("เว็บไซต์"), STR_CONST("Web site")}},
    {STR_CONST("buy"), {STR_CONST("ที่จำหน่าย"), STR_CONST("Where to buy")}},
    {STR_CONST("otop_stars"), {STR_CONST("ระดับดาว OTOP"), STR_CONST("OTOP stars")}},
    {STR_CONST("access.checked"),
     {STR_CONST("วันที่ตรวจสอบการเข้าถึง"), STR_CONST("Date of the access check")}},
    {STR_CONST("access.by"),
     {STR_CONST("ผู้ตรวจสอบการเข้าถึง"), STR_CONST("Who checked access")}},
    {STR_CONST("access.method"),
     {STR_CONST("วิธีตรวจสอบการเข้าถึง"), STR_CONST("How access was checked")}},
    {STR_CONST("access.note"),
     {STR_CONST("หมายเหตุเรื่องการเข้าถึง"), STR_CONST("Note on access")}},
    {STR_CONST("access"), {STR_CONST("การเข้าถึง"), STR_CONST("Access")}},
    {STR_CONST("facilities"), {STR_CONST("สิ่งอำนวยความสะดวก"), STR_CONST("Facilities")}},
    {STR_CONST("safety"),
     {STR_CONST("ข้อควรระวังด้านความปลอดภัย"), STR_CONST("Safety note")}},
    {STR_CONST("photos"), {STR_CONST("ภาพ"), STR_CONST("Photos")}},
    {STR_CONST("videos"), {STR_CONST("วิดีโอ"), STR_CONST("Videos")}},
    {STR_CONST("sources"), {STR_CONST("แหล่งข้อมูล"), STR_CONST("Sources")}},
    {STR_CONST("updated"),
     {STR_CONST("วันที่ปรับปรุงข้อมูล"), STR_CONST("Date of this information")}},
    {STR_CONST("title"), {STR_CONST("ชื่อเว็บไซต์"), STR_CONST("Title of the site")}},
    {STR_CONST("site.address"), {STR_CONST("ที่อยู่เว็บ"), STR_CONST("Address of the site")}},
    {STR_CONST("demo"),
     {STR_CONST("เป็นข้อมูลสาธิต"), STR_CONST("Made-up data, for demonstration")}},
    {STR_CONST("languages"), {STR_CONST("ภาษา"), STR_CONST("Languages")}},
};

static const struct {
    struct str tag, name[DIAG_LANGS];
} languages[] = {
    {STR_CONST("th"), {STR_CONST("ไทย"), STR_CONST("Thai")}},
    {STR_CONST("en"), {STR_CONST("อังกฤษ"), STR_CONST("English")}},
};

static struct str rest_name(struct str rest, enum diag_lang lang)
{
    for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++)
        if (str_eq(rest, languages[i].tag))
            return languages[i].name[lang];
    return rest;
}

struct str diff_field_name(struct str path, enum diag_lang lang, struct arena *arena)
{
    for (size_t i = 0; i < sizeof(fields) / sizeof(*fields); i++) {
        struct str of = fields[i].path;
        if (str_eq(path, of))
            return fields[i].name[lang];
        if (str_starts(path, of) && path.ptr[of.len] == '.')
            return str_cat(arena, fields[i].name[lang], STR(" ("),
                           rest_name(str_skip(path, of.len + 1), lang), STR(")"));
    }
    return path;
}

/* ---- entries and places ---- */

struct str diff_state(const struct diff *diff, const struct diff_entry *entry,
                      enum diff_kind kind, enum diag_lang lang)
{
    static const struct {
        struct str state;
        const char *added[DIAG_LANGS], *removed[DIAG_LANGS];
    } states[] = {
        {STR_CONST("held"),
         {"เดิมระงับไว้เพราะมีข้อผิดพลาด", "was held back, in error"},
         {"ขณะนี้ระงับไว้เพราะมีข้อผิดพลาด", "now held back, in error"}},
        {STR_CONST("none"),
         {"เดิมยังไม่ได้ส่งข้อมูล", "not sent before"},
         {"ขณะนี้ไม่มีข้อมูลจาก อปท. นี้แล้ว", "no longer sent"}},
        {STR_CONST(""),
         {"เดิมไม่มี อปท. นี้ในทะเบียน", "the LAO is new in the register"},
         {"ไม่มี อปท. นี้ในทะเบียนแล้ว", "the LAO is no longer in the register"}},
    };
    if (kind == DIFF_CHANGED || diff->unknown & DIFF_NO_REGISTER)
        return STR("");
    for (size_t i = 0; i < sizeof(states) / sizeof(*states); i++)
        if (str_eq(entry->state, states[i].state))
            return str_from(kind == DIFF_ADDED ? states[i].added[lang]
                                               : states[i].removed[lang]);
    return STR("");
}

struct str diff_lao(const struct diff_entry *entry, enum diag_lang lang)
{
    return built_text(entry->after ? entry->after : entry->before, "lao", lang);
}

/* Of a site without this language the Thai name; of none the code. */
static struct str named(const struct str names[DIAG_LANGS], enum diag_lang lang,
                        struct str code)
{
    struct str name = names[lang].len ? names[lang] : names[DIAG_TH];
    return name.len ? name : code;
}

struct str diff_province_name(const struct diff_province *province, enum diag_lang lang)
{
    return province->of ? named(province->of->name, lang, province->code)
                        : province->code;
}

struct str diff_place_name(const struct diff_place *place, enum diag_lang lang)
{
    return named(place->name, lang, place->code);
}

/* ---- what is unknown ---- */

struct diff_notes diff_notes(const struct diff *diff, enum diag_lang lang,
                             struct arena *arena)
{
    static const struct {
        enum diff_unknown unknown;
        enum diff_word word;
    } notes[] = {
        {DIFF_NO_REGISTER, DIFF_WORD_no_register}, {DIFF_NO_FILES, DIFF_WORD_no_files},
        {DIFF_NO_HOSTS, DIFF_WORD_no_hosts},       {DIFF_LEFT_OUT, DIFF_WORD_left_out},
        {DIFF_LANGUAGES, DIFF_WORD_languages},
    };
    struct diff_notes list = {0};
    for (size_t i = 0; i < sizeof(notes) / sizeof(*notes); i++) {
        struct str text = diff_word(notes[i].word, lang);
        if (!(diff->unknown & notes[i].unknown))
            continue;
        if (notes[i].unknown == DIFF_LEFT_OUT)
            text = str_cat(arena, text, STR(" "), diff->left_out);
        *list_push(&list, arena) = text;
    }
    return list;
}
