/* SPDX-License-Identifier: MIT */
/* name.h: types, names, places, codes and hashtags. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "text/name.h"

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

static struct arena arena;

static int release(void **state)
{
    (void)state;
    arena_release(&arena);
    return 0;
}

static void assert_text(struct str got, const char *want, const char *label)
{
    if (!str_eq(got, str_from(want)))
        fail_msg("%s: got [%.*s], want [%s]", label, STR_ARG(got), want);
}

static const struct {
    const char *text;
    enum lao_type type;
} types[] = {
    {"pao", LAO_PAO},
    {"SAO", LAO_SAO},
    {" city ", LAO_CITY},
    {"town", LAO_TOWN},
    {"subdistrict", LAO_SUBDISTRICT},
    {"pattaya", LAO_PATTAYA},
    {"bangkok", LAO_BANGKOK},
    {"องค์การบริหารส่วนจังหวัด", LAO_PAO},
    {"อบจ.", LAO_PAO},
    {"อบจ", LAO_PAO},
    {"อ.บ.จ.", LAO_PAO},
    {"เทศบาลนคร", LAO_CITY},
    {"ทน.", LAO_CITY},
    {"ทน", LAO_CITY},
    {"เทศบาลเมือง", LAO_TOWN},
    {"ทม.", LAO_TOWN},
    {"ท.ม.", LAO_TOWN},
    {"เทศบาลตำบล", LAO_SUBDISTRICT},
    {"ทต.", LAO_SUBDISTRICT},
    {"เทศบาล ตำบล", LAO_SUBDISTRICT},
    {"องค์การบริหารส่วนตำบล", LAO_SAO},
    {"อบต.", LAO_SAO},
    {"อ.บ.ต.", LAO_SAO},
    {"เมืองพัทยา", LAO_PATTAYA},
    {"กรุงเทพมหานคร", LAO_BANGKOK},
    {"กทม.", LAO_BANGKOK},
    {"Subdistrict Administrative Organization", LAO_SAO},
    {"town municipality", LAO_TOWN},
    {"", LAO_UNKNOWN},
    {"เทศบาล", LAO_UNKNOWN},
    {"อบต.บ้านใหม่", LAO_UNKNOWN},
    {"ตำบล", LAO_UNKNOWN},
    {"5", LAO_UNKNOWN},
};

static void types_are_known(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(types); i++)
        if (lao_type_parse(str_from(types[i].text)) != types[i].type)
            fail_msg("[%s] should be of type %d", types[i].text, (int)types[i].type);
    assert_int_equal(lao_type_of_digit('2'), LAO_PAO);
    assert_int_equal(lao_type_of_digit('3'), LAO_CITY);
    assert_int_equal(lao_type_of_digit('6'), LAO_SAO);
    assert_int_equal(lao_type_of_digit('7'), LAO_UNKNOWN);
    assert_int_equal(lao_type_of_digit(0), LAO_UNKNOWN);
}

static void the_table_agrees_with_itself(void **state)
{
    (void)state;
    for (int type = LAO_PAO; type < LAO_TYPE_COUNT; type++) {
        const struct lao_type_info *info = &lao_types[type];
        assert_int_equal(lao_type_parse(str_from(info->key)), type);
        assert_int_equal(lao_type_parse(str_from(info->th)), type);
        if (info->short_th[0])
            assert_int_equal(lao_type_parse(str_from(info->short_th)), type);
        if (info->digit)
            assert_int_equal(lao_type_of_digit(info->digit), type);
    }
}

static const struct {
    const char *text;
    enum lao_type type;
    const char *bare, *subdistrict, *district, *province;
} names[] = {
    {"องค์การบริหารส่วนตำบลบ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"องค์กรบริหารส่วนตำบลบ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"องค์การบริหารส่วน ตำบล บ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"อบต.บ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"อบต. บ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"อบต บ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"อบตบ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"อ.บ.ต.บ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"อ.บ.ต. บ้านใหม่", LAO_SAO, "บ้านใหม่", "", "", ""},
    {"เทศบาล ต.บ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "", "", ""},
    {"เทศบาล ต. บ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "", "", ""},
    {"เทศบาล ม.ชัยภูมิ", LAO_TOWN, "ชัยภูมิ", "", "", ""},
    {"เทศบาลตำบลบ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "", "", ""},
    {"ทต.บ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "", "", ""},
    {"ทต บ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "", "", ""},
    {"ทม.ชัยภูมิ", LAO_TOWN, "ชัยภูมิ", "", "", ""},
    {"ทน.ขอนแก่น", LAO_CITY, "ขอนแก่น", "", "", ""},
    {"อบจ.ชัยภูมิ", LAO_PAO, "ชัยภูมิ", "", "", ""},
    {"องค์การบริหารส่วนจังหวัดชัยภูมิ", LAO_PAO, "ชัยภูมิ", "", "", ""},
    /* What is doubled is right. */
    {"เทศบาลเมืองเมืองพล", LAO_TOWN, "เมืองพล", "", "", ""},
    {"เทศบาลเมืองเมืองปัก", LAO_TOWN, "เมืองปัก", "", "", ""},
    {"เทศบาลนครนครราชสีมา", LAO_CITY, "นครราชสีมา", "", "", ""},
    {"เทศบาลนครนครสวรรค์", LAO_CITY, "นครสวรรค์", "", "", ""},
    {"เทศบาลนครนครศรีธรรมราช", LAO_CITY, "นครศรีธรรมราช", "", "", ""},
    {"เทศบาลนครนครปฐม", LAO_CITY, "นครปฐม", "", "", ""},
    {"เทศบาลเมืองนครปฐม", LAO_TOWN, "นครปฐม", "", "", ""},
    {"ทม.เมืองพล", LAO_TOWN, "เมืองพล", "", "", ""},
    {"เทศบาลตำบลตำบลใหม่", LAO_SUBDISTRICT, "ตำบลใหม่", "", "", ""},
    /* Names that look like a form. */
    {"ทมนางาม", LAO_UNKNOWN, "ทมนางาม", "", "", ""},
    {"อบต.ทมนางาม", LAO_SAO, "ทมนางาม", "", "", ""},
    {"อบต.ทมอ", LAO_SAO, "ทมอ", "", "", ""},
    {"อบทม", LAO_UNKNOWN, "อบทม", "", "", ""},
    {"อบต.อบทม", LAO_SAO, "อบทม", "", "", ""},
    {"เทศบาลตาคลี", LAO_UNKNOWN, "ตาคลี", "", "", ""},
    {"เทศบาลตำบลจ.ป.ร.", LAO_SUBDISTRICT, "จ.ป.ร.", "", "", ""},
    {"ทต.จ.ป.ร. อ.กระบุรี จ.ระนอง", LAO_SUBDISTRICT, "จ.ป.ร.", "", "กระบุรี", "ระนอง"},
    {"เทศบาลตำบลกม.5", LAO_SUBDISTRICT, "กม.5", "", "", ""},
    {"อบต.สามตำบล", LAO_SAO, "สามตำบล", "", "", ""},
    {"เทศบาลเมืองสนามชัยเขต", LAO_TOWN, "สนามชัยเขต", "", "", ""},
    {"เทศบาลตำบลเขตรอุดมศักดิ์", LAO_SUBDISTRICT, "เขตรอุดมศักดิ์", "", "", ""},
    {"เทศบาลตำบลโนนสูง-น้ำคำ", LAO_SUBDISTRICT, "โนนสูง-น้ำคำ", "", "", ""},
    /* Tails. */
    {"อบต.บ้านใหม่ อ.เมือง จ.ชัยภูมิ", LAO_SAO, "บ้านใหม่", "", "เมือง", "ชัยภูมิ"},
    {"อบต. บ้านใหม่ อ. เมือง จ. ชัยภูมิ", LAO_SAO, "บ้านใหม่", "", "เมือง", "ชัยภูมิ"},
    {"อบต.บ้านใหม่อ.เมืองจ.ชัยภูมิ", LAO_SAO, "บ้านใหม่", "", "เมือง", "ชัยภูมิ"},
    {"อบต.บ้านใหม่ อำเภอเมืองชัยภูมิ จังหวัดชัยภูมิ", LAO_SAO, "บ้านใหม่", "", "เมืองชัยภูมิ", "ชัยภูมิ"},
    {"อบต.บ้านใหม่ (อ.เมือง จ.ชัยภูมิ)", LAO_SAO, "บ้านใหม่", "", "เมือง", "ชัยภูมิ"},
    {"อบต.บ้านใหม่, อ.เมือง, จ.ชัยภูมิ", LAO_SAO, "บ้านใหม่", "", "เมือง", "ชัยภูมิ"},
    {"อบต.บ้านใหม่ ต.ในเมือง อ.เมือง จ.ชัยภูมิ", LAO_SAO, "บ้านใหม่", "ในเมือง", "เมือง", "ชัยภูมิ"},
    {"อบต.บ้านใหม่ จ.ชัยภูมิ", LAO_SAO, "บ้านใหม่", "", "", "ชัยภูมิ"},
    {"บ้านใหม่ อ เมือง จ ชัยภูมิ", LAO_UNKNOWN, "บ้านใหม่", "", "เมือง", "ชัยภูมิ"},
    {"อบต.บ้านใหม่ อ.", LAO_SAO, "บ้านใหม่ อ.", "", "", ""},
    {"เมืองพัทยา", LAO_PATTAYA, "เมืองพัทยา", "", "", ""},
    {"เมืองพัทยา อ.บางละมุง จ.ชลบุรี", LAO_PATTAYA, "เมืองพัทยา", "", "บางละมุง", "ชลบุรี"},
    {"กทม.", LAO_BANGKOK, "กรุงเทพมหานคร", "", "", ""},
    {"กรุงเทพมหานคร", LAO_BANGKOK, "กรุงเทพมหานคร", "", "", ""},
    /* Wrong writing is cleaned first. */
    {"อบต.บ้านคํานํ้าอ้อม อําเภอเมือง", LAO_SAO, "บ้านคำน้ำอ้อม", "", "เมือง", ""},
    {"เทศบาลตําบลเเม่เเจ่ม", LAO_SUBDISTRICT, "แม่แจ่ม", "", "", ""},
    {"", LAO_UNKNOWN, "", "", "", ""},
    {"อบต.", LAO_SAO, "", "", "", ""},
    {"()", LAO_UNKNOWN, "", "", "", ""},
};

static void names_are_taken_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(names); i++) {
        struct lao_name got = lao_name_parse(str_from(names[i].text), &arena);
        if (got.type != names[i].type)
            fail_msg("[%s] has type %d", names[i].text, (int)got.type);
        assert_text(got.bare, names[i].bare, names[i].text);
        assert_text(got.subdistrict, names[i].subdistrict, names[i].text);
        assert_text(got.district, names[i].district, names[i].text);
        assert_text(got.province, names[i].province, names[i].text);
    }
}

/* Slips in the type alone; "unclear" where a letter could be the type's or the name's. */
static const struct {
    const char *text;
    enum lao_type type;
    const char *bare, *slip;
    bool unclear;
} slips[] = {
    {"องค์กรบริหารส่วนตำบลบ้านใหม่", LAO_SAO, "บ้านใหม่", "องค์กรบริหารส่วนตำบล", false},
    {"องค์การบริหารสวนตำบลบ้านใหม่", LAO_SAO, "บ้านใหม่", "องค์การบริหารสวนตำบล", false},
    {"องค์การบริหารส่วนตำบนบ้านใหม่", LAO_SAO, "บ้านใหม่", "องค์การบริหารส่วนตำบน", false},
    {"องค์การบริหารส่วนตำบนลมศักดิ์", LAO_SAO, "ลมศักดิ์", "องค์การบริหารส่วนตำบน", false},
    {"องค์กร บริหารสวน ตำบล บ้านใหม่", LAO_SAO, "บ้านใหม่", "องค์กร บริหารสวน ตำบล", false},
    {"องค์การบริหารส่วนจังหวดชัยภูมิ", LAO_PAO, "ชัยภูมิ", "องค์การบริหารส่วนจังหวด", false},
    {"เทสบาลตำบลบ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "เทสบาลตำบล", false},
    {"เทศบาลลตำบลบ้านเขว้า", LAO_SUBDISTRICT, "บ้านเขว้า", "เทศบาลลตำบล", false},
    {"เทศบาลนครนครปฐม", LAO_CITY, "นครปฐม", "", false},
    {"เทสบาลนครนครปฐม", LAO_CITY, "นครปฐม", "เทสบาลนคร", false},
    {"เทศบาลตำบ หนองบัว", LAO_SUBDISTRICT, "หนองบัว", "เทศบาลตำบ", false},
    {"เทศบาลตำบลาดใหญ่", LAO_SUBDISTRICT, "ลาดใหญ่", "เทศบาลตำบ", true},
    {"เทศบาลตำบหนองบัว", LAO_SUBDISTRICT, "หนองบัว", "เทศบาลตำบ", true},
    {"เทศบาลบ้านเขว้า", LAO_UNKNOWN, "บ้านเขว้า", "", false},
    {"องค์พระ", LAO_UNKNOWN, "องค์พระ", "", false},
    {"บ้านใหม่", LAO_UNKNOWN, "บ้านใหม่", "", false},
};

static void only_the_type_may_be_misspelt(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(slips); i++) {
        struct lao_name got = lao_name_parse(str_from(slips[i].text), &arena);
        if (got.type != slips[i].type || got.unclear != slips[i].unclear)
            fail_msg("[%s] has type %d, unclear %d", slips[i].text, (int)got.type,
                     got.unclear);
        if (!got.unclear)
            assert_text(got.bare, slips[i].bare, slips[i].text);
        if (!got.unclear)
            assert_text(got.slip, slips[i].slip, slips[i].text);
    }
}

static const struct {
    const char *text;
    enum lao_type type;
    const char *bare, *district, *province;
} english[] = {
    {"Ban Khwao", LAO_UNKNOWN, "Ban Khwao", "", ""},
    {"Ban Khwao SAO", LAO_SAO, "Ban Khwao", "", ""},
    {"SAO Ban Khwao", LAO_SAO, "Ban Khwao", "", ""},
    {"ban khwao subdistrict administrative organization", LAO_SAO, "ban khwao", "", ""},
    {"Ban Khwao Subdistrict Administrative Organization (SAO)", LAO_SAO, "Ban Khwao", "", ""},
    {"Subdistrict Municipality of Ban Khwao", LAO_SUBDISTRICT, "Ban Khwao", "", ""},
    {"Chaiyaphum PAO", LAO_PAO, "Chaiyaphum", "", ""},
    {"Ban Khwao SAO, Ban Khwao District, Chaiyaphum Province", LAO_SAO, "Ban Khwao",
     "Ban Khwao", "Chaiyaphum"},
    {"Ban Khwao SAO, Chaiyaphum", LAO_SAO, "Ban Khwao", "", "Chaiyaphum"},
    {"Ban Khwao SAO, Amphoe Ban Khwao, Changwat Chaiyaphum", LAO_SAO, "Ban Khwao",
     "Ban Khwao", "Chaiyaphum"},
    {"Pattaya City", LAO_PATTAYA, "เมืองพัทยา", "", ""},
    {"SAO", LAO_UNKNOWN, "SAO", "", ""},
    {"1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", LAO_UNKNOWN,
     "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17", "", ""},
};

static void english_names_are_taken_apart(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(english); i++) {
        struct lao_name got = lao_name_parse(str_from(english[i].text), &arena);
        if (got.type != english[i].type)
            fail_msg("[%s] has type %d", english[i].text, (int)got.type);
        assert_text(got.bare, english[i].bare, english[i].text);
        assert_text(got.district, english[i].district, english[i].text);
        assert_text(got.province, english[i].province, english[i].text);
    }
}

static void keys_hold_what_writings_have_in_common(void **state)
{
    (void)state;
    static const char *const pairs[][2] = {
        {"โนนสูง - น้ำคำ", "โนนสูงน้ำคำ"}, {"จ.ป.ร.", "จปร"}, {"กม.๕", "กม5"},
        {"บุฤๅษี", "บุฤาษี"}, {"Khok Sa-at", "khoksaat"}, {"", ""},
    };
    for (size_t i = 0; i < COUNT(pairs); i++)
        assert_text(name_key(str_from(pairs[i][0]), &arena), pairs[i][1], pairs[i][0]);
}

static void full_names_come_apart_again(void **state)
{
    (void)state;
    static const char *const bare[] = {"นครปฐม",     "เมืองพล", "จ.ป.ร.", "ทมอ",
                                       "เขตรอุดมศักดิ์", "แป-ระ",  "กม.5"};
    for (int type = LAO_PAO; type < LAO_PATTAYA; type++)
        for (size_t i = 0; i < COUNT(bare); i++) {
            struct str full =
                lao_name_full((enum lao_type)type, str_from(bare[i]), &arena);
            struct lao_name got = lao_name_parse(full, &arena);
            assert_int_equal(got.type, type);
            assert_text(got.bare, bare[i], "bare");
        }
    assert_text(lao_name_full(LAO_PATTAYA, STR("เมืองพัทยา"), &arena), "เมืองพัทยา",
                "Pattaya");
}

static const struct {
    const char *text, *want;
} pairs_of_places[] = {
    {"จังหวัดชัยภูมิ", "ชัยภูมิ"},
    {"จ.ชัยภูมิ", "ชัยภูมิ"},
    {"จ. ชัยภูมิ", "ชัยภูมิ"},
    {"จ ชัยภูมิ", "ชัยภูมิ"},
    {"ชัยภูมิ", "ชัยภูมิ"},
    {"อำเภอเมืองชัยภูมิ", "เมืองชัยภูมิ"},
    {"อ.เมือง", "เมือง"},
    {"กิ่งอำเภอซับใหญ่", "ซับใหญ่"},
    {"เมืองชัยภูมิ", "เมืองชัยภูมิ"},
    {"เขตพระนคร", "พระนคร"},
    {"แขวงบางรัก", "บางรัก"},
    {"ตำบลในเมือง", "ในเมือง"},
    {"ต.ในเมือง", "ในเมือง"},
    {"จ.ป.ร.", "จ.ป.ร."},
    {"เขตรอุดมศักดิ์", "เขตรอุดมศักดิ์"},
    {"ตำบลเขตรอุดมศักดิ์", "เขตรอุดมศักดิ์"},
    {"จัตุรัส", "จัตุรัส"},
    {"อุดรธานี", "อุดรธานี"},
    {"ตรัง", "ตรัง"},
    {"จังหวัด", "จังหวัด"},
    {"เขต", "เขต"},
    {"", ""},
    {"กทม.", "กรุงเทพมหานคร"},
    {"จ.กรุงเทพฯ", "กรุงเทพมหานคร"},
    {" ชัยภูมิ ", "ชัยภูมิ"},
};

static void places_lose_their_prefix_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(pairs_of_places); i++)
        assert_text(place_name_bare(str_from(pairs_of_places[i].text)),
                    pairs_of_places[i].want, pairs_of_places[i].text);
}

static const struct {
    const char *text, *key;
    char digit;
    enum lao_code_error error;
} codes[] = {
    {"6360203", "360203", '6', LAO_CODE_OK},
    {"06360203", "360203", '6', LAO_CODE_OK},
    {"360203", "360203", 0, LAO_CODE_OK},
    {"๖๓๖๐๒๐๓", "360203", '6', LAO_CODE_OK},
    {" 6 36 02 03 ", "360203", '6', LAO_CODE_OK},
    {"6\xC2\xA0"
     "360203",
     "360203", '6', LAO_CODE_OK},
    {"2360101", "360101", '2', LAO_CODE_OK},
    {"3200408", "200408", '3', LAO_CODE_OK},
    {"100000", "100000", 0, LAO_CODE_OK},
    {"", "", 0, LAO_CODE_EMPTY},
    {"  ", "", 0, LAO_CODE_EMPTY},
    {"36020", "", 0, LAO_CODE_LENGTH},
    {"063602031", "", 0, LAO_CODE_LENGTH},
    {"16360203", "", 0, LAO_CODE_TYPE},
    {"00360203", "", 0, LAO_CODE_TYPE},
    {"1360203", "", 0, LAO_CODE_TYPE},
    {"7360203", "", 0, LAO_CODE_TYPE},
    {"0360203", "", 0, LAO_CODE_TYPE},
    {"6-36-02-03", "360203", '6', LAO_CODE_OK},
    {"636O203", "", 0, LAO_CODE_LETTERS},
    {"-6360203", "", 0, LAO_CODE_LETTERS},
    {"6360203.0", "360203", '6', LAO_CODE_OK},
    {"6360203.00", "360203", '6', LAO_CODE_OK},
    {"6,360,203", "360203", '6', LAO_CODE_OK},
    {"6,360,203.00", "360203", '6', LAO_CODE_OK},
    {"6360203.5", "", 0, LAO_CODE_LETTERS},
    {"6360203.", "", 0, LAO_CODE_LETTERS},
    {"63,60203", "", 0, LAO_CODE_LETTERS},
    {"6360203,", "", 0, LAO_CODE_LETTERS},
    {"6,36,02,03", "", 0, LAO_CODE_LETTERS},
    {"0x636020", "", 0, LAO_CODE_LETTERS},
    {"E6", "", 0, LAO_CODE_LETTERS},
    {"6.36E+06", "", 0, LAO_CODE_EXPONENT},
    {"6E6", "", 0, LAO_CODE_EXPONENT},
    {"6,36e+06", "", 0, LAO_CODE_EXPONENT},
};

static void codes_become_keys(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(codes); i++) {
        struct lao_code got = lao_code_parse(str_from(codes[i].text), &arena);
        assert_text(got.key, codes[i].key, codes[i].text);
        if (got.error != codes[i].error || got.digit != codes[i].digit)
            fail_msg("[%s]: error %d, digit %d", codes[i].text, (int)got.error,
                     got.digit);
    }
    assert_text(lao_code_full(LAO_SAO, STR("360203"), &arena), "6360203", "a type's digit");
    assert_text(lao_code_full(LAO_BANGKOK, STR("100000"), &arena), "100000", "none");
}

static const struct {
    const char *text, *tag;
} tags_made[] = {
    {"ผ้าไหม", "ผ้าไหม"},
    {"#ผ้าไหม", "ผ้าไหม"},
    {"อบต.บ้านเขว้า", "อบตบ้านเขว้า"},
    {"อ.บ.ต. บ้านเขว้า", "อบตบ้านเขว้า"},
    {"โนนสูง-น้ำคำ", "โนนสูงน้ำคำ"},
    {"จ.ป.ร.", "จปร"},
    {"อำเภอบ้านเขว้า", "อำเภอบ้านเขว้า"},
    {"อํำเภอบ้านเขว้า", "อำเภอบ้านเขว้า"},
    {"\xE0\xB8\xAD\xE0\xB9\x8D\xE0\xB8\xB2เภอบ้านเขว้า", "อำเภอบ้านเขว้า"},
    {"๑ อปท. ๑ อัตลักษณ์", "๑อปท๑อัตลักษณ์"},
    {"ราคา ฿ ดี", "ราคาดี"},
    {"กาแฟ☕", "กาแฟ"},
    {"Ban Khwao silk", "BanKhwaoSilk"},
    {"Ko's café", "KosCafé"},
    {"Pha-Mai_2", "PhaMai_2"},
    {"班考 丝绸", "班考丝绸"},
    {"ิก", "ก"},
    {"...", ""},
    {"", ""},
};

static void tags_have_nothing_that_cuts_them(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tags_made); i++)
        assert_text(tag_make(str_from(tags_made[i].text), &arena), tags_made[i].tag,
                    tags_made[i].text);
}

static void every_type_has_its_tag(void **state)
{
    (void)state;
    static const struct {
        enum lao_type type;
        const char *bare, *tag;
    } laos[] = {
        {LAO_PAO, "ชัยภูมิ", "อบจชัยภูมิ"},
        {LAO_CITY, "นครปฐม", "เทศบาลนครนครปฐม"},
        {LAO_TOWN, "เมืองพล", "เทศบาลเมืองเมืองพล"},
        {LAO_SUBDISTRICT, "บ้านเขว้า", "เทศบาลตำบลบ้านเขว้า"},
        {LAO_SUBDISTRICT, "จ.ป.ร.", "เทศบาลตำบลจปร"},
        {LAO_SAO, "บ้านเขว้า", "อบตบ้านเขว้า"},
        {LAO_PATTAYA, "เมืองพัทยา", "เมืองพัทยา"},
        {LAO_BANGKOK, "กรุงเทพมหานคร", "กรุงเทพมหานคร"},
    };
    for (size_t i = 0; i < COUNT(laos); i++) {
        struct str tag = tag_of_lao(laos[i].type, str_from(laos[i].bare), &arena);
        assert_text(tag, laos[i].tag, laos[i].bare);
        assert_int_equal(tag_check(tag), TAG_OK);
    }
}

static const struct {
    const char *tag;
    enum tag_error error;
} tags_checked[] = {
    {"ผ้าไหม", TAG_OK},
    {"ปี2567", TAG_OK},
    {"1อปท1อัตลักษณ์", TAG_OK},
    {"ก๊วยเตี๋ยวเรือ_รังสิต", TAG_OK},
    {"ฯลฯ", TAG_OK},
    {"ๆๆ", TAG_OK},
    {"BanChiang", TAG_OK},
    {"", TAG_EMPTY},
    {"#", TAG_EMPTY},
    {"อปท.บางรัก", TAG_BREAKS},
    {"เที่ยว/ไทย", TAG_BREAKS},
    {"อบต-บางเสร่", TAG_BREAKS},
    {"กาแฟ☕", TAG_BREAKS},
    {"ราคา฿", TAG_BREAKS},
    {"ผ้า ไหม", TAG_BREAKS},
    {"ผ้า#ไหม", TAG_BREAKS},
    {"##ผ้า", TAG_BREAKS},
    {"ผ้า\xE2\x80\x8Bไหม", TAG_BREAKS},
    {"2567", TAG_DIGITS},
    {"๒๕๖๗", TAG_DIGITS},
    {"___", TAG_DIGITS},
    {"ิก", TAG_START},
    {"ำก", TAG_START},
    {"#ผ้าไหม", TAG_HASH},
    {"＃ผ้าไหม", TAG_HASH},
    {"กกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", TAG_OK},
    {"กกกกกกกกกกกกกกกกกกกกกกกกกกกกกกก", TAG_LONG},
};

static void typed_tags_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(tags_checked); i++)
        if (tag_check(str_from(tags_checked[i].tag)) != tags_checked[i].error)
            fail_msg("[%s] gave %d", tags_checked[i].tag,
                     (int)tag_check(str_from(tags_checked[i].tag)));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(types_are_known, release),
        cmocka_unit_test_teardown(the_table_agrees_with_itself, release),
        cmocka_unit_test_teardown(names_are_taken_apart, release),
        cmocka_unit_test_teardown(only_the_type_may_be_misspelt, release),
        cmocka_unit_test_teardown(english_names_are_taken_apart, release),
        cmocka_unit_test_teardown(keys_hold_what_writings_have_in_common, release),
        cmocka_unit_test_teardown(full_names_come_apart_again, release),
        cmocka_unit_test_teardown(places_lose_their_prefix_once, release),
        cmocka_unit_test_teardown(codes_become_keys, release),
        cmocka_unit_test_teardown(tags_have_nothing_that_cuts_them, release),
        cmocka_unit_test_teardown(every_type_has_its_tag, release),
        cmocka_unit_test_teardown(typed_tags_are_checked, release),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
