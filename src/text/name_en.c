/* SPDX-License-Identifier: MIT */
/* English names: the type stands behind the name or before it, places behind commas. */
#include "text/clean.h"
#include "text/name_written.h"

enum { WORDS_MAX = 16 };

/* The words of a text; more than there is room for give none. */
struct words {
    struct str word[WORDS_MAX];
    size_t count;
};

static struct words split(struct str text)
{
    struct words words = {.count = 0};
    for (struct cut cut = {.tail = text, .ok = true}; cut.ok;) {
        cut = str_cut(cut.tail, ' ');
        struct str word = name_skip_any(cut.head, "(");
        if (str_ends(word, STR(")")))
            word.len--;
        if (word.len && words.count == WORDS_MAX)
            return (struct words){.count = 0};
        if (word.len)
            words.word[words.count++] = word;
    }
    return words;
}

static struct str join(const struct words *words, size_t from, size_t to,
                       struct arena *arena)
{
    return str_join(words->word + from, to - from, STR(" "), arena);
}

/* Takes the longest type off the end, then off the start, of the words from..to. */
static enum lao_type take_type(const struct words *words, size_t *from, size_t *to,
                               struct arena *arena)
{
    for (size_t at = *from + 1; at < *to; at++) {
        enum lao_type type = name_english_type(join(words, at, *to, arena));
        if (type) {
            *to = at;
            return type;
        }
    }
    for (size_t at = *to - 1; at > *from; at--) {
        enum lao_type type = name_english_type(join(words, *from, at, arena));
        if (type) {
            *from = at;
            return type;
        }
    }
    return LAO_UNKNOWN;
}

/* "Ban Khwao Subdistrict Administrative Organization (SAO)", "SAO of Ban Khwao". */
static void read_head(struct str head, struct lao_name *name, struct arena *arena)
{
    struct words words = split(head);
    size_t from = 0, to = words.count;
    for (enum lao_type type = name->type; to > from + 1;) {
        type = take_type(&words, &from, &to, arena);
        if (!type || (name->type && type != name->type))
            break;
        name->type = type;
    }
    if (name->type && to > from + 1 && str_eq_nocase(words.word[from], STR("of")))
        from++;
    name->bare = words.count ? join(&words, from, to, arena) : name_skip_any(head, " ()");
}

static struct str without(struct str text, struct str word, bool before)
{
    size_t len = word.len;
    if (text.len <= len)
        return text;
    struct str part = before ? str_first(text, len) : str_skip(text, text.len - len);
    if (!str_eq_nocase(part, word))
        return text;
    return str_trim(before ? str_skip(text, len) : str_first(text, text.len - len));
}

struct str place_name_english(struct str text)
{
    static const struct str before[] = {STR_CONST("Changwat "), STR_CONST("Amphoe "),
                                        STR_CONST("Amphur ")};
    static const struct str behind[] = {STR_CONST(" Province"), STR_CONST(" District")};
    text = str_trim(text);
    for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
        text = without(text, before[i], true);
    for (size_t i = 0; i < sizeof(behind) / sizeof(behind[0]); i++)
        text = without(text, behind[i], false);
    return text;
}

/* "…, Ban Khwao District, Chaiyaphum": the last is the province, the one before a district. */
static void read_places(struct str tail, struct lao_name *name)
{
    struct cut last = str_cut_last(tail, ',');
    struct str province = last.ok ? last.tail : tail;
    struct str district = last.ok ? str_cut_last(last.head, ',').ok
                                        ? str_cut_last(last.head, ',').tail
                                        : last.head
                                  : STR("");
    if (!last.ok && str_ends(str_trim(tail), STR("District"))) {
        district = tail;
        province = STR("");
    }
    name->province = place_name_english(province);
    name->district = place_name_english(district);
}

struct lao_name name_parse_english(struct str text, struct arena *arena)
{
    struct lao_name name = {.type = name_english_type(text)};
    if (name.type == LAO_PATTAYA || name.type == LAO_BANGKOK) {
        name.bare = str_from(lao_types[name.type].th);
        return name;
    }
    name.type = LAO_UNKNOWN;
    struct cut cut = str_cut(text, ',');
    read_head(str_trim(cut.head), &name, arena);
    if (cut.ok)
        read_places(cut.tail, &name);
    return name;
}
