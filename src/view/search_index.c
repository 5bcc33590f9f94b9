/* SPDX-License-Identifier: MIT */
#include "view/search_index.h"

#include <math.h>

#include "base/buf.h"
#include "base/hash.h"
#include "text/search_fold.h"
#include "text/untag.h"

enum { BARE = 0x1A, OTHER_LANGUAGE = 0x0E, KEY = 6, DISTRICT = 4 };

static const char type_signs[LAO_TYPE_COUNT] = {
    [LAO_UNKNOWN] = '?', [LAO_PAO] = 'p', [LAO_CITY] = 'c',    [LAO_TOWN] = 't',
    [LAO_SUBDISTRICT] = 'm', [LAO_SAO] = 's', [LAO_PATTAYA] = 'y', [LAO_BANGKOK] = 'b',
};

static struct str finish(struct buf *out, struct arena *arena)
{
    struct str made = buf_finish(out, arena);
    buf_release(out);
    return made;
}

/* ---- which files ---- */

size_t search_step(const struct site *site)
{
    size_t of_lang = SEARCH_SHARDS / site->lang_count;
    return (site->provinces.count + of_lang - 1) / of_lang;
}

static size_t shard_end(const struct site *site, size_t first)
{
    size_t end = first + search_step(site), count = site->provinces.count;
    return end < count ? end : count;
}

bool search_has_shard(const struct site *site, size_t first)
{
    for (size_t i = first; i < shard_end(site, first); i++)
        if (site->provinces.items[i]->entries.count)
            return true;
    return false;
}

static size_t index_of(const struct site *site, const struct province *province)
{
    size_t i = 0;
    while (site->provinces.items[i] != province)
        i++;
    return i;
}

struct str search_version(const struct site *site, struct arena *arena)
{
    struct buf keys = {0};
    for (size_t i = 0; i < site->entries.count; i++)
        buf_put(&keys, site->entries.items[i]->key);
    buf_put(&keys, date_is_none(site->updated) ? STR("") : date_iso(site->updated, arena));
    struct str version = hash_hex(hash_128(buf_str(&keys)), 8, arena);
    buf_release(&keys);
    return version;
}

/* ---- names ---- */

struct names_file {
    struct buf out;
    const struct view *view;
    unsigned lang;
    const struct province *province;
    const struct district *district;
    int64_t key; /* of the line before */
};

/* The text in the file's language, or in another, and then it says in which. */
static struct str put_text(struct names_file *file, const struct text *text)
{
    unsigned used;
    struct str picked = view_pick(file->view, file->lang, text, &used);
    if (used != file->lang && picked.len) {
        buf_putc(&file->out, OTHER_LANGUAGE);
        buf_putc(&file->out, (char)('0' + used));
    }
    buf_put(&file->out, picked);
    return picked;
}

static void put_head(struct names_file *file, struct arena *arena)
{
    static const char bare[] = {BARE};
    const struct site *site = file->view->site;
    const struct words *words = &file->view->words[file->lang];
    buf_format(&file->out, "attalak %zu %.*s", site->entries.count,
               STR_ARG(search_version(site, arena)));
    for (unsigned lang = 0; lang < site->lang_count; lang++)
        buf_format(&file->out, " %.*s", STR_ARG(site->langs[lang]));
    buf_putc(&file->out, '\n');
    for (enum lao_type type = LAO_PAO; type < LAO_TYPE_COUNT; type++) {
        struct str pattern = words_under(words, "lao_full", lao_types[type].key, arena);
        buf_format(&file->out, "!%c\t", type_signs[type]);
        buf_put(&file->out, str_replace(pattern, STR("{name}"), str_of(bare, 1), arena));
        buf_putc(&file->out, '\n');
    }
}

static void put_province(struct names_file *file, const struct province *province)
{
    const struct site *site = file->view->site;
    size_t step = search_step(site), first = index_of(site, province) / step * step;
    if (file->province == province)
        return;
    file->province = province;
    file->district = NULL;
    file->key = -1;
    buf_format(&file->out, "@%.*s%.*s\t%.*s\t", STR_ARG(province->code),
               STR_ARG(province->slug), STR_ARG(site->provinces.items[first]->code));
    put_text(file, view_province_name(file->view, province));
    buf_putc(&file->out, '\n');
}

static void put_district(struct names_file *file, const struct district *district)
{
    if (file->district == district)
        return;
    file->district = district;
    file->key = -1;
    buf_putc(&file->out, '=');
    if (district) {
        bool beneath = str_starts(district->code, file->province->code);
        buf_put(&file->out, beneath ? str_skip(district->code, 2) : district->code);
        put_text(file, view_district_name(file->view, district));
    }
    buf_putc(&file->out, '\n');
}

static void put_key(struct names_file *file, const struct lao *lao)
{
    int64_t key = str_to_int(lao->key).value;
    bool beneath = lao->district && str_starts(lao->key, lao->district->code);
    if (key != file->key + 1 || file->key < 0)
        buf_put(&file->out, beneath ? str_skip(lao->key, DISTRICT) : lao->key);
    file->key = key;
}

static void put_entry(struct names_file *file, const struct lao *lao, struct arena *arena)
{
    static const char substitute[] = {BARE};
    struct str bare = lao->name.in[file->lang];
    put_province(file, lao->province);
    put_district(file, lao->district);
    buf_putc(&file->out, type_signs[lao->type]);
    buf_putc(&file->out, (char)('0' + lao->identity->category->index)); /* one sign: ≤ LIST_LIMIT */
    put_key(file, lao);
    buf_putc(&file->out, '\t');
    if (bare.len)
        buf_put(&file->out, bare);
    else
        bare = put_text(file, view_lao_name(file->view, lao));
    buf_putc(&file->out, '\t');
    size_t from = file->out.len;
    put_text(file, &lao->identity->name);
    struct str name = str_of(file->out.ptr + from, file->out.len - from);
    if (bare.len && str_has(name, bare)) {
        name = str_replace(name, bare, str_of(substitute, 1), arena);
        file->out.len = from;
        buf_put(&file->out, name);
    }
    buf_putc(&file->out, '\n');
}

struct str search_names(const struct view *view, unsigned lang, struct arena *arena)
{
    struct names_file file = {.view = view, .lang = lang, .key = -1};
    const struct laos *entries = &view->site->entries;
    put_head(&file, arena);
    for (size_t i = 0; i < entries->count; i++)
        put_entry(&file, entries->items[i], arena);
    return finish(&file.out, arena);
}

/* ---- tags and facilities ---- */

static unsigned facilities(const struct site *site, const struct identity *identity)
{
    unsigned bits = 0;
    size_t count = site->vocabulary.facilities.count;
    for (size_t i = 0; identity->facilities && i < count && i < SEARCH_FACILITIES; i++)
        bits |= identity->facilities[i] ? 1U << i : 0;
    return bits;
}

/* All names of an entry, folded: a tag that is in them need not be told. */
static struct str names_of(const struct view *view, const struct lao *lao,
                           struct arena *arena)
{
    struct buf names = {0};
    for (unsigned lang = 0; lang < view->site->lang_count; lang++) {
        buf_put(&names, view_lao_name(view, lao)->in[lang]);
        buf_putc(&names, '\n');
        buf_put(&names, lao->identity->name.in[lang]);
        buf_putc(&names, '\n');
    }
    struct str folded = search_fold(buf_str(&names), arena);
    buf_release(&names);
    return folded;
}

static void put_tags(struct buf *out, const struct view *view, const struct lao *lao,
                     struct arena *arena)
{
    const struct identity *identity = lao->identity;
    struct str names = identity->tags.count ? names_of(view, lao, arena) : STR("");
    const char *between = "";
    for (size_t i = 0; i < identity->tags.count; i++) {
        struct str tag = identity->tags.items[i];
        if (str_has(names, search_fold(tag, arena)))
            continue;
        buf_put(out, str_from(between));
        buf_put(out, tag);
        between = " ";
    }
}

struct str search_tags(const struct view *view, struct arena *arena)
{
    struct buf out = {0};
    const struct laos *entries = &view->site->entries;
    for (size_t i = 0; i < entries->count; i++) {
        unsigned bits = facilities(view->site, entries->items[i]->identity);
        if (bits)
            buf_format(&out, "%x", bits);
        buf_putc(&out, '\t');
        put_tags(&out, view, entries->items[i], arena);
        buf_putc(&out, '\n');
    }
    return finish(&out, arena);
}

/* ---- points ---- */

struct str search_points(const struct view *view, struct arena *arena)
{
    struct buf out = {0};
    const struct laos *entries = &view->site->entries;
    for (size_t i = 0; i < entries->count; i++) {
        const struct lao *lao = entries->items[i];
        bool own = lao->identity->place.located;
        double lat = own ? lao->identity->place.lat : lao->lat;
        double lon = own ? lao->identity->place.lon : lao->lon;
        if (own || lao->located)
            buf_format(&out, "%ld\t%ld", lround(lat * 100), lround(lon * 100));
        buf_putc(&out, '\n');
    }
    return finish(&out, arena);
}

/* ---- summaries and stories ---- */

typedef struct str prose_of(const struct identity *, unsigned lang, struct arena *);

static struct str summary_of(const struct identity *identity, unsigned lang,
                             struct arena *arena)
{
    (void)arena;
    return identity->summary.in[lang];
}

static struct str story_of(const struct identity *identity, unsigned lang,
                           struct arena *arena)
{
    struct str plain = str_trim(untag(identity->story.html[lang], arena));
    return str_replace(plain, STR("\n"), STR(" "), arena);
}

static bool is_in_shard(const struct site *site, const struct lao *lao, size_t first)
{
    for (size_t i = first; i < shard_end(site, first); i++)
        if (lao->province == site->provinces.items[i])
            return true;
    return false;
}

static struct str put_shard(const struct site *site, unsigned lang,
                            const struct province *first, prose_of *prose,
                            struct arena *arena)
{
    struct buf out = {0};
    size_t from = index_of(site, first);
    for (size_t i = 0; i < site->entries.count; i++) {
        const struct lao *lao = site->entries.items[i];
        if (!is_in_shard(site, lao, from))
            continue;
        buf_put(&out, prose(lao->identity, lang, arena));
        buf_putc(&out, '\n');
    }
    return finish(&out, arena);
}

struct str search_summaries(const struct view *view, unsigned lang,
                            const struct province *first, struct arena *arena)
{
    return put_shard(view->site, lang, first, summary_of, arena);
}

struct str search_stories(const struct view *view, unsigned lang, const struct province *first,
                          struct arena *arena)
{
    return put_shard(view->site, lang, first, story_of, arena);
}

size_t search_stories_bytes(const struct site *site, unsigned lang)
{
    size_t bytes = 0;
    for (size_t i = 0; i < site->entries.count; i++)
        bytes += site->entries.items[i]->identity->story.html[lang].len;
    return bytes;
}
