/* SPDX-License-Identifier: MIT */
/*
 * Names of organizations and places, taken apart by tables of what may stand in front.
 * The longest form that fits wins, and it is taken off once: real names begin with นคร,
 * เมือง, เขตร, ทม, and one is called จ.ป.ร.
 */
#include "text/name_written.h"

#include "base/utf8.h"
#include "text/clean.h"

const struct lao_type_info lao_types[LAO_TYPE_COUNT] = {
    [LAO_UNKNOWN] = {"", "", "", "", 0},
    [LAO_PAO] = {"pao", "องค์การบริหารส่วนจังหวัด", "อบจ.", "อบจ", '2'},
    [LAO_CITY] = {"city", "เทศบาลนคร", "ทน.", "เทศบาลนคร", '3'},
    [LAO_TOWN] = {"town", "เทศบาลเมือง", "ทม.", "เทศบาลเมือง", '4'},
    [LAO_SUBDISTRICT] = {"subdistrict", "เทศบาลตำบล", "ทต.", "เทศบาลตำบล", '5'},
    [LAO_SAO] = {"sao", "องค์การบริหารส่วนตำบล", "อบต.", "อบต", '6'},
    [LAO_PATTAYA] = {"pattaya", "เมืองพัทยา", "", "", 0},
    [LAO_BANGKOK] = {"bangkok", "กรุงเทพมหานคร", "กทม.", "", 0},
};

/* ---- Forms of a type before a name ---- */

/* How the letters of a form may be written. */
enum spelling {
    SPELT_OUT,  /* blanks between words do no harm */
    SPELT_OPEN, /* an abbreviation; dots and blanks may be missing altogether: อบตบ้านใหม่
                 */
    SPELT_SHUT, /* an abbreviation; a dot or blank must follow, for ทมนางาม is a name */
    SPELT_DOT, /* a dot or blank must follow: เทศบาล ต.บ้านใหม่, but เทศบาลตาคลี is of no type */
};

static const struct form {
    enum lao_type type;
    enum spelling spelling;
    struct str text;
} forms[] = {
    {LAO_PAO, SPELT_OUT, STR_CONST("องค์การบริหารส่วนจังหวัด")},
    {LAO_PAO, SPELT_DOT, STR_CONST("องค์การบริหารส่วนจ")},
    {LAO_PAO, SPELT_OPEN, STR_CONST("อบจ")},
    {LAO_CITY, SPELT_OUT, STR_CONST("เทศบาลนคร")},
    {LAO_CITY, SPELT_SHUT, STR_CONST("ทน")},
    {LAO_CITY, SPELT_DOT, STR_CONST("เทศบาลน")},
    {LAO_TOWN, SPELT_OUT, STR_CONST("เทศบาลเมือง")},
    {LAO_TOWN, SPELT_SHUT, STR_CONST("ทม")},
    {LAO_TOWN, SPELT_DOT, STR_CONST("เทศบาลม")},
    {LAO_SUBDISTRICT, SPELT_OUT, STR_CONST("เทศบาลตำบล")},
    {LAO_SUBDISTRICT, SPELT_SHUT, STR_CONST("ทต")},
    {LAO_SUBDISTRICT, SPELT_DOT, STR_CONST("เทศบาลต")},
    {LAO_SAO, SPELT_OUT, STR_CONST("องค์การบริหารส่วนตำบล")},
    {LAO_SAO, SPELT_DOT, STR_CONST("องค์การบริหารส่วนต")},
    {LAO_SAO, SPELT_OPEN, STR_CONST("อบต")},
};

/* What is a type all by itself. */
static const struct whole {
    enum lao_type type;
    struct str text;
} wholes[] = {
    {LAO_PAO, STR_CONST("องค์กรบริหารส่วนจังหวัด")}, /* a common slip */
    {LAO_SAO, STR_CONST("องค์กรบริหารส่วนตำบล")},
    {LAO_PATTAYA, STR_CONST("เมืองพัทยา")},
    {LAO_PATTAYA, STR_CONST("พัทยา")},
    {LAO_PATTAYA, STR_CONST("Pattaya City")},
    {LAO_PATTAYA, STR_CONST("Pattaya")},
    {LAO_BANGKOK, STR_CONST("กรุงเทพมหานคร")},
    {LAO_BANGKOK, STR_CONST("กรุงเทพฯ")},
    {LAO_BANGKOK, STR_CONST("กรุงเทพ")},
    {LAO_BANGKOK, STR_CONST("กทม.")},
    {LAO_BANGKOK, STR_CONST("กทม")},
    {LAO_BANGKOK, STR_CONST("Bangkok Metropolitan Administration")},
    {LAO_BANGKOK, STR_CONST("Bangkok")},
    {LAO_BANGKOK, STR_CONST("BMA")},
};

static const struct whole english_types[] = {
    {LAO_PAO, STR_CONST("Provincial Administrative Organization")},
    {LAO_CITY, STR_CONST("City Municipality")},
    {LAO_TOWN, STR_CONST("Town Municipality")},
    {LAO_SUBDISTRICT, STR_CONST("Subdistrict Municipality")},
    {LAO_SAO, STR_CONST("Subdistrict Administrative Organization")},
    {LAO_SAO, STR_CONST("Tambon Administrative Organization")},
    {LAO_SUBDISTRICT, STR_CONST("Tambon Municipality")},
    {LAO_PAO, STR_CONST("PAO")},
    {LAO_SAO, STR_CONST("SAO")},
    {LAO_SAO, STR_CONST("TAO")},
};

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

struct str name_skip_any(struct str s, const char *signs)
{
    struct str set = str_from(signs);
    while (s.len && str_has(set, str_first(s, 1)))
        s = str_skip(s, 1);
    return s;
}

/* Whether s begins with a sign that belongs to the letter before it: not a word's start.
 */
bool name_begins_inside_letter(struct str s)
{
    if (!s.len)
        return false;
    uint32_t c = utf8_next(s).codepoint;
    return (c >= 0x0E30 && c <= 0x0E3A) || (c >= 0x0E45 && c <= 0x0E4E);
}

static bool ends_well(struct str rest, enum spelling spelling)
{
    bool dot = str_starts(rest, STR(".")), blank = str_starts(rest, STR(" "));
    switch (spelling) {
    case SPELT_DOT: return dot || blank;
    case SPELT_SHUT: return dot || blank || !rest.len;
    default: return !name_begins_inside_letter(rest);
    }
}

/* Takes a form off the front of *text, letter by letter. */
static bool take_form(struct str *text, const struct form *form)
{
    struct str rest = *text, want = form->text;
    const char *between = form->spelling == SPELT_OUT ? " " : " .";
    for (unsigned len; want.len; want = str_skip(want, len)) {
        len = utf8_next(want).len;
        if (want.len < form->text.len)
            rest = name_skip_any(rest, between);
        if (!str_starts(rest, str_first(want, len)))
            return false;
        rest = str_skip(rest, len);
    }
    if (!ends_well(rest, form->spelling))
        return false;
    *text = name_skip_any(rest, " .");
    return true;
}

static enum lao_type take_type(struct str *text)
{
    enum lao_type type = LAO_UNKNOWN;
    struct str best = *text;
    for (size_t i = 0; i < COUNT(forms); i++) {
        struct str rest = *text, letter = str_first(forms[i].text, 3);
        if (!str_starts(rest, letter)) /* nearly all bare names: no form begins so */
            continue;
        if (take_form(&rest, &forms[i]) && rest.len < best.len) {
            best = rest;
            type = forms[i].type;
        }
    }
    *text = best;
    return type;
}

static enum lao_type find_whole(struct str text, const struct whole *table, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq_nocase(text, table[i].text))
            return table[i].type;
    return LAO_UNKNOWN;
}

static enum lao_type find_key(struct str text)
{
    for (int type = LAO_PAO; type < LAO_TYPE_COUNT; type++)
        if (str_eq_nocase(text, str_from(lao_types[type].key)))
            return (enum lao_type)type;
    return LAO_UNKNOWN;
}

enum lao_type name_english_type(struct str text)
{
    enum lao_type type = find_whole(text, english_types, COUNT(english_types));
    return type ? type : find_whole(text, wholes, COUNT(wholes));
}

enum lao_type lao_type_parse(struct str text)
{
    text = str_trim(text);
    struct str rest = text;
    enum lao_type type = take_type(&rest);
    if (type && !rest.len)
        return type;
    type = find_key(text);
    if (!type)
        type = find_whole(text, wholes, COUNT(wholes));
    return type ? type : find_whole(text, english_types, COUNT(english_types));
}

enum lao_type lao_type_of_digit(char digit)
{
    for (int type = LAO_PAO; digit && type < LAO_TYPE_COUNT; type++)
        if (lao_types[type].digit == digit)
            return (enum lao_type)type;
    return LAO_UNKNOWN;
}

struct str lao_name_full(enum lao_type type, struct str bare, struct arena *arena)
{
    bool prefixed = lao_types[type].digit != 0;
    return prefixed ? str_cat(arena, str_from(lao_types[type].th), bare) : bare;
}

/* ---- Places ---- */

enum place_kind { PLACE_SUBDISTRICT, PLACE_DISTRICT, PLACE_PROVINCE, PLACE_KINDS };

static const struct place_prefix {
    enum place_kind kind;
    bool dotted;
    struct str text;
} place_prefixes[] = {
    {PLACE_PROVINCE, false, STR_CONST("จังหวัด")},
    {PLACE_PROVINCE, true, STR_CONST("จ.")},
    {PLACE_PROVINCE, false, STR_CONST("จ ")},
    {PLACE_DISTRICT, false, STR_CONST("กิ่งอำเภอ")},
    {PLACE_DISTRICT, false, STR_CONST("อำเภอ")},
    {PLACE_DISTRICT, true, STR_CONST("อ.")},
    {PLACE_DISTRICT, false, STR_CONST("อ ")},
    {PLACE_DISTRICT, false, STR_CONST("เขต")},
    {PLACE_SUBDISTRICT, false, STR_CONST("ตำบล")},
    {PLACE_SUBDISTRICT, true, STR_CONST("ต.")},
    {PLACE_SUBDISTRICT, false, STR_CONST("ต ")},
    {PLACE_SUBDISTRICT, false, STR_CONST("แขวง")},
};

/* Names that only look as if they had one. */
static const struct str unprefixed[] = {
    STR_CONST("จ.ป.ร."),     /* in Ranong, the initials of a king */
    STR_CONST("เขตรอุดมศักดิ์"), /* in Chonburi, an old spelling */
};

static bool is_unprefixed(struct str text)
{
    for (size_t i = 0; i < COUNT(unprefixed); i++)
        if (str_starts(text, unprefixed[i]))
            return true;
    return false;
}

/* The prefix at the start of text when a name follows it, or NULL. */
static const struct place_prefix *place_prefix_of(struct str text)
{
    for (size_t i = 0; i < COUNT(place_prefixes); i++) {
        struct str prefix = place_prefixes[i].text;
        if (!str_starts(text, prefix))
            continue;
        struct str rest = name_skip_any(str_skip(text, prefix.len), " ");
        if (rest.len && !name_begins_inside_letter(rest))
            return is_unprefixed(text) ? NULL : &place_prefixes[i];
    }
    return NULL;
}

struct str place_name_bare(struct str text)
{
    text = str_trim(text);
    const struct place_prefix *prefix = place_prefix_of(text);
    if (prefix)
        text = name_skip_any(str_skip(text, prefix->text.len), " ");
    bool bangkok = find_whole(text, wholes, COUNT(wholes)) == LAO_BANGKOK;
    return bangkok ? STR("กรุงเทพมหานคร") : text;
}

/* ---- Names with a tail ---- */

/* Whether a place's prefix stands at `at`, after some name: "… อ.เมือง", "…(อ.เมือง",
 * and, with a dot only, "บ้านใหม่อ.เมือง". */
static const struct place_prefix *tail_at(struct str text, size_t at)
{
    char before = text.ptr[at - 1];
    bool apart = before == ' ' || before == '(' || before == ',';
    if (!apart && (before == '.' || (unsigned char)before < 0x80))
        return NULL;
    struct str rest = str_skip(text, at);
    const struct place_prefix *prefix = place_prefix_of(rest);
    if (apart || !prefix)
        return prefix;
    bool close =
        prefix->dotted && !str_starts(str_skip(rest, prefix->text.len), STR(" "));
    return close ? prefix : NULL;
}

static bool is_inside_codepoint(char byte)
{
    return ((unsigned char)byte & 0xC0) == 0x80;
}

/* Where the first tail after `from` begins, or the text's end. */
static size_t find_tail(struct str text, size_t from)
{
    for (size_t at = from + 1; at < text.len; at++)
        if (!is_inside_codepoint(text.ptr[at]) && tail_at(text, at))
            return at;
    return text.len;
}

static struct str without_brackets(struct str s)
{
    s = name_skip_any(s, " ,()");
    while (s.len && str_has(STR(" ,()"), str_skip(s, s.len - 1)))
        s = str_first(s, s.len - 1);
    return s;
}

static void read_tail(struct str text, size_t at, struct str places[PLACE_KINDS])
{
    while (at < text.len) {
        const struct place_prefix *prefix = tail_at(text, at);
        size_t end = find_tail(text, at + prefix->text.len);
        struct str place = str_skip(str_first(text, end), at + prefix->text.len);
        if (!places[prefix->kind].len)
            places[prefix->kind] = without_brackets(place);
        at = end;
    }
}

/* The front of the text: its type, misspelt or only half of it, if need be. */
static void read_type(struct str *text, struct lao_name *name)
{
    name->type = take_type(text);
    if (!name->type)
        name_take_slip(text, name);
    struct str rest = name_skip_any(str_skip(*text, STR("เทศบาล").len), " .");
    bool municipal = !name->type && str_starts(*text, STR("เทศบาล")) && rest.len;
    if (!municipal || name_begins_inside_letter(rest))
        return;
    name->municipal = true;
    *text = rest;
}

struct lao_name lao_name_parse(struct str text, struct arena *arena)
{
    struct str places[PLACE_KINDS] = {{0}};
    struct lao_name name = {0};
    struct str rest = clean_line(text, arena).text;
    if (!clean_has_thai(rest))
        return name_parse_english(rest, arena);
    read_type(&rest, &name);
    size_t tail = find_tail(rest, 0);
    name.bare = without_brackets(str_first(rest, tail));
    read_tail(rest, tail, places);
    name.subdistrict = places[PLACE_SUBDISTRICT];
    name.district = places[PLACE_DISTRICT];
    name.province = places[PLACE_PROVINCE];
    if (!name.type && !name.municipal)
        name.type = find_whole(name.bare, wholes, COUNT(wholes));
    if (name.type == LAO_PATTAYA || name.type == LAO_BANGKOK)
        name.bare = str_from(lao_types[name.type].th);
    return name;
}

struct str name_key(struct str name, struct arena *arena)
{
    struct str text = str_replace(clean_digits(name, arena), STR("ฤๅ"), STR("ฤา"), arena);
    char *key = arena_copy(arena, text.ptr, text.len);
    size_t len = 0;
    for (size_t i = 0; i < text.len; i++) {
        char c = text.ptr[i];
        if (c == ' ' || c == '.' || c == '-' || c == '\'')
            continue;
        key[len++] = c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
    }
    return str_of(key, len);
}
