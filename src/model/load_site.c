/* SPDX-License-Identifier: MIT */
/* site.yaml and the words of the interface. */
#include "model/loaders.h"
#include "model/slug.h"
#include "model/take.h"
#include "sources/url.h"
#include "text/clean.h"

/* ---- site.yaml ---- */

#define SETTING(member) .offset = offsetof(struct settings, member)

static const struct field_spec settings_specs[] = {
    {FIELD("title", take_text), SETTING(title), .flags = FIELD_TEXT | FIELD_REQUIRED,
     .limit = 200},
    {FIELD("tagline", take_text), SETTING(tagline), .flags = FIELD_TEXT, .limit = 300},
    {FIELD("base_url", take_url), SETTING(base_url)},
    {FIELD("languages", take_later), .flags = FIELD_REQUIRED},
    {FIELD("hashtags", take_strs), SETTING(hashtags), .limit = 100},
    {FIELD("correction.url", take_url_pattern), SETTING(correction_url)},
    {FIELD("correction.email", take_email), SETTING(correction_email)},
    {FIELD("form.url", take_url_pattern), SETTING(form_url)},
    {FIELD("rounds.#.id", take_line), ITEM_OF(struct settings, rounds, struct round, id)},
    {FIELD("rounds.#.due", take_date),
     ITEM_OF(struct settings, rounds, struct round, due)},
    {FIELD("reports.publish", take_flag), SETTING(publish_reports)},
    {FIELD("demo", take_flag), SETTING(demo)},
    {FIELD("offline", take_flag), SETTING(offline)},
    {FIELD("allow", take_strs), SETTING(allow), .limit = 200},
    {STR_CONST("emergency.#.number"), take_phone,
     ITEM_OF(struct settings, emergency, struct emergency, number)},
    {STR_CONST("emergency.#.name"), take_text,
     ITEM_OF(struct settings, emergency, struct emergency, name), .flags = FIELD_TEXT},
    {STR_CONST("emergency.#.source"), take_url,
     ITEM_OF(struct settings, emergency, struct emergency, source)},
    {STR_CONST("emergency.#.checked"), take_date,
     ITEM_OF(struct settings, emergency, struct emergency, checked)},
};
static const struct field_table settings_fields = FIELD_TABLE(settings_specs);

/* "th", "zh-hans": BCP 47 in lower case, and a folder of the site beside data/ and assets/. */
static bool is_language(struct str tag)
{
    struct str first = str_cut(tag, '-').head;
    for (size_t i = 0; i < first.len; i++)
        if (first.ptr[i] < 'a' || first.ptr[i] > 'z')
            return false;
    return first.len >= 2 && first.len <= 3 && tag.len <= 16 && slug_is(tag)
           && !str_has(tag, STR("--"));
}

static bool read_languages(struct reader *r, struct site *site,
                           const struct record *record)
{
    const struct field *field = record_find(record, STR("languages"));
    struct strs tags = {0};
    if (field)
        tags = take_parts(r, field, NULL);
    for (size_t i = 0; i < tags.count; i++) {
        struct str tag = tags.items[i];
        if (!is_language(tag) || site_lang(site, tag) < LANG_MAX || i == LANG_MAX)
            return complain(r, SITE_LANGUAGES, field->pos, tag,
                            str_format(r->scratch, "%d", LANG_MAX));
        site->langs[site->lang_count++] = tag;
    }
    if (!tags.count)
        return complain(r, SITE_LANGUAGES, field ? field->pos : record->pos, STR(""),
                        str_format(r->scratch, "%d", LANG_MAX));
    if (!str_eq(site->langs[0], STR("th")))
        return complain(r, SITE_NOT_THAI, field->pos, site->langs[0]);
    return true;
}

static void settle_base_url(struct reader *r, struct settings *settings,
                            const struct field *field)
{
    struct str url = settings->base_url;
    if (url.len && !url_is_base(url)) {
        complain(r, SITE_BASE_URL, field->pos, url);
        settings->base_url = STR("");
    } else if (url.len && !str_ends(url, STR("/"))) {
        settings->base_url = str_format(r->arena, "%.*s/", STR_ARG(url));
    }
}

bool load_settings(struct loading *l)
{
    struct reader r = loading_reader(l);
    struct str path = STR("site.yaml");
    if (!l->files[CLASS_SITE].count)
        return complain(&r, SITE_MISSING, (struct pos){.file = path}, path);
    struct loaded_record file = load_record(l->root, path, l->arena, l->diags);
    if (!file.ok || !read_languages(&r, l->site, &file.record))
        return false;
    struct settings *settings = &l->site->settings;
    settings->offline = true;
    fields_resolve(&r, &file.record, &settings_fields);
    fields_take(&r, &file.record, &settings_fields, settings);
    settings->allow_used = arena_many(l->arena, settings->allow.count, bool);
    const struct field *allow = record_find(&file.record, STR("allow"));
    settings->allow_pos = allow ? allow->pos : file.record.pos;
    settle_base_url(&r, settings, record_find(&file.record, STR("base_url")));
    return true;
}

/* ---- words/<lang>.yaml ---- */

enum { WORD_PARTS_MAX = 6 }; /* "lao_full.sao" has two; templates nest as deep as keys do */

static bool is_word_key(struct str key)
{
    size_t parts = 1;
    for (size_t i = 0; i < key.len; i++)
        parts += key.ptr[i] == '.';
    return parts <= WORD_PARTS_MAX;
}

static void add_word(struct reader *r, struct map *words, const struct field *field,
                     struct str key, struct str text)
{
    if (!is_word_key(key)) {
        complain(r, FIELD_UNKNOWN, field->pos, key);
        return;
    }
    struct clean clean = clean_block(text, r->arena);
    if (clean.bits & CLEAN_REFUSED)
        complain(r, TEXT_CONTROL, field->pos, text, key);
    struct str *word = arena_new(r->arena, struct str);
    *word = clean.text;
    map_put(words, key, word, r->arena);
}

/* A list is a word per item: "months.1" … "months.12". */
static void add_words(struct reader *r, struct map *words, const struct field *field)
{
    if (field->node->kind == TREE_TEXT) {
        add_word(r, words, field, field->path, field->text);
        return;
    }
    unsigned number = 0;
    for (const struct tree *item = field->node->first; item; item = item->next) {
        struct str key = str_format(r->arena, "%.*s.%u", STR_ARG(field->path), ++number);
        add_word(r, words, field, key, item->text);
    }
}

static void read_words(struct loading *l, struct str path, unsigned lang)
{
    struct reader r = loading_reader(l);
    struct loaded_record file = load_record(l->root, path, l->arena, l->diags);
    for (size_t i = 0; i < file.record.fields.count; i++)
        add_words(&r, &l->site->words[lang], &file.record.fields.items[i]);
}

/* "count.entries_one": a language may have a form for one or few that another lacks. */
static bool is_plural_form(const struct map *first, struct str key)
{
    static const struct str forms[] = {STR_CONST("_zero"), STR_CONST("_one"),
                                       STR_CONST("_two"), STR_CONST("_few"),
                                       STR_CONST("_many")};
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++)
        if (str_ends(key, forms[i])
            && map_get(first, str_first(key, key.len - forms[i].len)))
            return true;
    return false;
}

/* Every language gets the keys of language 0, so that no page is left without a word. */
static void compare_words(struct loading *l, unsigned lang)
{
    struct reader r = loading_reader(l);
    struct map *first = &l->site->words[0], *words = &l->site->words[lang];
    struct pos pos = {
        .file = str_format(l->arena, "words/%.*s.yaml", STR_ARG(l->site->langs[lang]))};
    if (!words->entries.count)
        complain(&r, WORDS_NO_FILE, pos, l->site->langs[lang]);
    for (size_t i = 0; i < words->entries.count; i++)
        if (!map_get(first, words->entries.items[i].key)
            && !is_plural_form(first, words->entries.items[i].key))
            complain(&r, WORDS_EXTRA, pos, words->entries.items[i].key,
                     l->site->langs[0]);
    bool any = words->entries.count > 0;
    for (size_t i = 0; lang && i < first->entries.count; i++) {
        const struct map_entry *word = &first->entries.items[i];
        if (map_get(words, word->key))
            continue;
        if (any)
            complain(&r, WORDS_MISSING, pos, word->key, l->site->langs[0]);
        map_put(words, word->key, word->value, l->arena);
    }
}

void load_words(struct loading *l)
{
    for (size_t i = 0; i < l->files[CLASS_WORDS].count; i++) {
        struct str path = l->files[CLASS_WORDS].items[i].path;
        unsigned lang = site_lang(l->site, file_stem(path));
        if (lang < LANG_MAX)
            read_words(l, path, lang);
        else
            diag(l->diags, &model_rules[FILE_NOT_READ], (struct pos){.file = path}, path);
    }
    for (unsigned lang = 0; lang < l->site->lang_count; lang++)
        compare_words(l, lang);
}
