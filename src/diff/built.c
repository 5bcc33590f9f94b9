/* SPDX-License-Identifier: MIT */
/*
 * identities.json is the list of entries. For the whole country it leaves parts out, so
 * that no file is too large for a host; each province's file has them whole, and takes
 * their place.
 */
#include "diff/built.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/utf8.h"
#include "publish/beneath.h"
#include "publish/manifest.h"
#include "sources/table.h"

enum { PART_BYTES_MAX = 64 * 1024 * 1024 };

static bool fail(struct built *site, enum built_problem is, struct str file,
                 unsigned line, struct str detail)
{
    site->problem.is = is;
    site->problem.file = str_copy(file, &site->arena);
    site->problem.line = line;
    site->problem.detail = str_copy(detail, &site->arena);
    return false;
}

static struct str text_of(const struct tree *map, const char *key)
{
    const struct tree *node = tree_get(map, str_from(key));
    return node && node->kind == TREE_TEXT ? node->text : STR("");
}

/* ---- entries ---- */

struct taking {
    struct built *site;
    struct str file;
    bool whole;
};

static void meet_province(struct built *site, const struct tree *province)
{
    static const char *const langs[DIAG_LANGS] = {[DIAG_TH] = "th", [DIAG_EN] = "en"};
    struct str code = text_of(province, "code");
    const struct tree *name = tree_get(province, STR("name"));
    if (!code.len || map_get(&site->provinces, code))
        return;
    struct built_province *met = arena_new(&site->arena, struct built_province);
    met->code = code;
    for (size_t lang = 0; lang < DIAG_LANGS; lang++)
        met->name[lang] = text_of(name, langs[lang]);
    map_put(&site->provinces, code, met, &site->arena);
}

static bool take_entry(const struct taking *taking, const struct tree *json)
{
    struct built *site = taking->site;
    struct str code = text_of(json, "code");
    const struct tree *province = tree_get(json, STR("province"));
    struct built_entry *entry = map_get(&site->entries, code);
    if (!code.len || (entry && (entry->whole || !taking->whole)))
        return fail(site, BUILT_OTHER_FORM, taking->file, 0, code);
    if (!entry) {
        entry = arena_new(&site->arena, struct built_entry);
        map_put(&site->entries, code, entry, &site->arena);
    }
    *entry = (struct built_entry){.code = code,
                                  .province = text_of(province, "code"),
                                  .json = json,
                                  .whole = taking->whole};
    meet_province(site, province);
    return true;
}

static bool take_entries(const struct taking *taking, const struct tree *root)
{
    const struct tree *list = tree_get(root, STR("identities"));
    if (!list || list->kind != TREE_LIST)
        return fail(taking->site, BUILT_OTHER_FORM, taking->file, 0, STR(""));
    for (const struct tree *entry = list->first; entry; entry = entry->next)
        if (!take_entry(taking, entry))
            return false;
    return true;
}

static void take_head(struct built *site, const struct tree *root)
{
    const struct tree *from = tree_get(root, STR("generated_from"));
    const struct tree *langs = tree_get(root, STR("languages"));
    site->title = text_of(from, "title");
    site->address = text_of(from, "site");
    site->updated = text_of(from, "updated");
    site->demo = text_of(from, "demo");
    site->left_out = text_of(root, "left_out");
    if (!langs || langs->kind != TREE_MAP)
        return;
    for (const struct tree *lang = langs->first; lang; lang = lang->next) {
        map_put(&site->langs, lang->key, site, &site->arena);
        site->languages = site->languages.len ? str_cat(&site->arena, site->languages,
                                                        STR(", "), lang->key)
                                              : lang->key;
    }
}

/* NULL after a problem. */
static const struct tree *open_json(struct built *site, struct str file, struct str bytes)
{
    struct json json = json_parse(bytes, &site->arena);
    if (json.problem)
        fail(site, json.problem == JSON_CUT_SHORT ? BUILT_CUT_SHORT : BUILT_BROKEN, file,
             json.line, STR(""));
    return json.root;
}

static bool take_identities(struct built *site, struct str file, struct str bytes)
{
    const struct tree *root = open_json(site, file, bytes);
    if (!root)
        return false;
    take_head(site, root);
    return take_entries(&(struct taking){site, file, !site->left_out.len}, root);
}

static bool take_province(struct built *site, struct str file, struct str bytes)
{
    const struct tree *root = open_json(site, file, bytes);
    return root && take_entries(&(struct taking){site, file, true}, root);
}

/* ---- the register ---- */

/* The number of a column, or the number of columns. */
static size_t column_of(const struct table *table, const char *name)
{
    size_t column = 0;
    while (column < table->header_count &&
           !str_eq(table->headers[column], str_from(name)))
        column++;
    return column;
}

struct coverage_columns {
    size_t code, state, province, name[DIAG_LANGS];
};

static struct str cell_of(const struct table *table, const struct table_row *row,
                          size_t column)
{
    return column < table->header_count ? row->cells[column] : STR("");
}

static void take_lao(struct built *site, const struct table *table,
                     const struct coverage_columns *at, const struct table_row *row)
{
    struct arena *arena = &site->arena;
    struct str code = cell_of(table, row, at->province);
    struct built_lao *lao = arena_new(arena, struct built_lao);
    struct built_province *province = map_get(&site->provinces, code);
    lao->state = row->cells[at->state];
    map_put(&site->laos, row->cells[at->code], lao, arena);
    if (!province) {
        province = arena_new(arena, struct built_province);
        province->code = code;
        map_put(&site->provinces, code, province, arena);
    }
    for (size_t lang = 0; lang < DIAG_LANGS; lang++)
        if (!province->name[lang].len)
            province->name[lang] = cell_of(table, row, at->name[lang]);
    province->held += str_eq(lao->state, STR("held"));
}

static bool take_coverage(struct built *site, struct str file, struct str bytes)
{
    struct diags diags = diags_on(&site->arena);
    const struct table *table = table_parse(file, bytes, NULL, &site->arena, &diags);
    if (!table)
        return fail(site, BUILT_BAD_TABLE, file, 0, STR(""));
    struct coverage_columns at = {
        .code = column_of(table, "code"),
        .state = column_of(table, "state"),
        .province = column_of(table, "province"),
        .name = {[DIAG_TH] = column_of(table, "province_th"),
                 [DIAG_EN] = column_of(table, "province_en")},
    };
    if (at.code == table->header_count || at.state == table->header_count)
        return fail(site, BUILT_BAD_TABLE, file, table->header_line, STR(""));
    for (size_t i = 0; i < table->rows.count; i++)
        take_lao(site, table, &at, &table->rows.items[i]);
    return site->knows_laos = true;
}

/* An entry that did not arrive must not be taken for one that was withdrawn. */
static bool check_whole(struct built *site)
{
    for (size_t i = 0; i < site->laos.entries.count; i++) {
        const struct map_entry *lao = &site->laos.entries.items[i];
        const struct built_lao *of = lao->value;
        if (str_eq(of->state, STR("published")) && !map_get(&site->entries, lao->key))
            return fail(site, BUILT_NOT_WHOLE, STR("data/identities.json"), 0, lao->key);
    }
    return true;
}

/* ---- files and hosts ---- */

static bool take_manifest(struct built *site, struct str file, struct str bytes)
{
    enum { DIGEST_DIGITS = 64 };
    site->fingerprint = sha256_hex(sha256(bytes), &site->arena);
    for (unsigned line = 1; bytes.len; line++) {
        struct cut whole = str_cut(bytes, '\n');
        struct cut path = str_cut(whole.head, '\t'), size = str_cut(path.tail, '\t');
        if (!whole.ok || !beneath_path_is_good(path.head) || !size.ok ||
            !str_is_digits(size.head) || size.tail.len != DIGEST_DIGITS)
            return fail(site, whole.ok ? BUILT_BAD_LINE : BUILT_CUT_SHORT, file, line,
                        STR(""));
        struct str *digest = arena_new(&site->arena, struct str);
        *digest = size.tail;
        map_put(&site->files, path.head, digest, &site->arena);
        bytes = whole.tail;
    }
    return site->knows_files = true;
}

static void take_host(struct built *site, struct str name)
{
    if (utf8_first_bad(name) == name.len)
        map_put(&site->hosts, str_copy(name, &site->arena), site, &site->arena);
}

/* One that is damaged is none: it is attalak's own memory, and nobody uploads it. */
static bool take_private(struct built *site, struct str file, struct str bytes)
{
    struct ledger ledger;
    struct memory memory = {0};
    if (str_eq(bytes, manifest_unfinished()))
        return fail(site, BUILT_UNFINISHED, file, 0, STR(""));
    ledger_init(&ledger);
    if (manifest_read(bytes, &ledger, &memory)) {
        site->knows_hosts = memory.knows_hosts;
        for (size_t i = 0; i < memory.hosts.entries.count; i++)
            take_host(site, memory.hosts.entries.items[i].key);
    }
    ledger_release(&ledger);
    return true;
}

bool built_take(struct built *site, enum built_part part, struct str file,
                struct str bytes)
{
    static bool (*const takers[])(struct built *, struct str, struct str) = {
        [BUILT_IDENTITIES] = take_identities, [BUILT_PROVINCE] = take_province,
        [BUILT_COVERAGE] = take_coverage,     [BUILT_MANIFEST] = take_manifest,
        [BUILT_PRIVATE] = take_private,
    };
    return takers[part](site, file, bytes);
}

/* ---- from the disk ---- */

/* `absent`: what it means when there is no such file; BUILT_FINE: nothing. */
static bool read_part(struct built *site, int root, enum built_part part, struct str file,
                      enum built_problem absent)
{
    struct file_read read = file_read(root, file, PART_BYTES_MAX, &site->arena);
    if (read.error == ENOENT)
        return absent == BUILT_FINE || fail(site, absent, STR(""), 0, STR(""));
    if (read.error) {
        site->problem.system = !file_is_to_blame(read.error);
        return fail(site, BUILT_CANNOT_READ, file, 0,
                    str_from(strerrordesc_np(read.error)));
    }
    return built_take(site, part, file, read.bytes);
}

/* Of each province that has an entry; a slug that is none is passed over. */
static bool read_provinces(struct built *site, int root)
{
    struct map seen = {0};
    for (size_t i = 0; i < site->entries.entries.count; i++) {
        const struct built_entry *entry = site->entries.entries.items[i].value;
        struct str slug = text_of(tree_get(entry->json, STR("province")), "slug");
        if (!slug.len || map_put(&seen, slug, site, &site->arena))
            continue;
        struct str file = str_cat(&site->arena, STR("data/"), slug, STR(".json"));
        if (!read_part(site, root, BUILT_PROVINCE, file, BUILT_FINE))
            return false;
    }
    return true;
}

static bool read_parts(struct built *site, int root)
{
    return read_part(site, root, BUILT_PRIVATE, STR(MANIFEST_PRIVATE), BUILT_FINE) &&
           read_part(site, root, BUILT_IDENTITIES, STR("data/identities.json"),
                     BUILT_NO_SITE) &&
           (!site->left_out.len || read_provinces(site, root)) &&
           read_part(site, root, BUILT_COVERAGE, STR("data/coverage.csv"), BUILT_FINE) &&
           read_part(site, root, BUILT_MANIFEST, STR(MANIFEST_PUBLIC), BUILT_FINE) &&
           check_whole(site);
}

bool built_read(struct built *site)
{
    int root = file_open_root(site->path, &site->arena);
    if (root < 0)
        return fail(site, BUILT_NO_FOLDER, STR(""), 0, str_from(strerrordesc_np(errno)));
    bool ok = read_parts(site, root);
    close(root);
    return ok;
}

/* ---- what is told ---- */

/* {0}: the file, {1}: the line, {2}: the detail. */
static const char *const sentences[BUILT_PROBLEMS][DIAG_LANGS] = {
    [BUILT_FINE] = {"", ""},
    [BUILT_NO_FOLDER] = {"เปิดโฟลเดอร์ไม่ได้ ({2})", "cannot be opened ({2})"},
    [BUILT_NO_SITE] = {"ไม่ใช่เว็บไซต์ที่ attalak สร้าง เพราะไม่มีไฟล์ data/identities.json",
                       "not a site that attalak built: it has no data/identities.json"},
    [BUILT_UNFINISHED] =
        {"เว็บไซต์นี้ยังสร้างไม่เสร็จ โปรดรอให้ attalak build ทำงานจบก่อน",
         "this site is being worked on: wait until attalak build has ended"},
    [BUILT_CANNOT_READ] = {"อ่าน {0} ไม่ได้ ({2})", "{0} cannot be read ({2})"},
    [BUILT_CUT_SHORT] =
        {"{0} ขาดตอนท้ายที่บรรทัด {1} อาจคัดลอกมาไม่ครบ โปรดคัดลอกหรือสร้างเว็บไซต์ใหม่",
         "{0} ends too early, at line {1}: it was not copied whole; copy or build the "
         "site again"},
    [BUILT_BROKEN] = {"{0} เสียหายที่บรรทัด {1} โปรดคัดลอกหรือสร้างเว็บไซต์ใหม่",
                      "{0} is damaged at line {1}; copy or build the site again"},
    [BUILT_OTHER_FORM] =
        {"{0} ไม่อยู่ในรูปแบบที่ attalak เขียน โปรดสร้างเว็บไซต์ใหม่",
         "{0} is not of the form that attalak writes; build the site again"},
    [BUILT_BAD_TABLE] = {"{0} อ่านเป็นตารางไม่ได้ โปรดคัดลอกหรือสร้างเว็บไซต์ใหม่",
                         "{0} cannot be read as a table; copy or build the site again"},
    [BUILT_BAD_LINE] =
        {"{0} บรรทัด {1} ไม่อยู่ในรูปแบบที่ attalak เขียน โปรดคัดลอกหรือสร้างเว็บไซต์ใหม่",
         "line {1} of {0} is not of the form that attalak writes; copy or build the site "
         "again"},
    [BUILT_NOT_WHOLE] =
        {"{0} ไม่มีอัตลักษณ์ของ อปท. {2} ซึ่ง data/coverage.csv ระบุว่าเผยแพร่แล้ว อาจคัดลอกมาไม่ครบ",
         "{0} lacks the entry of {2}, which data/coverage.csv calls published: the site "
         "was not copied whole"},
};

struct str built_tell(const struct built *site, enum diag_lang lang, struct arena *arena)
{
    struct str text = str_from(sentences[site->problem.is][lang]);
    struct str line = str_format(arena, "%u", site->problem.line);
    text = str_replace(text, STR("{0}"), site->problem.file, arena);
    text = str_replace(text, STR("{1}"), line, arena);
    text =
        str_replace(text, STR("{2}"),
                    diag_visible(site->problem.detail, DIAG_VALUE_SHOWN, arena), arena);
    return str_cat(arena, site->path, STR(": "), text);
}

struct str built_text(const struct built_entry *entry, const char *key,
                      enum diag_lang lang)
{
    const struct tree *texts = tree_get(entry->json, str_from(key));
    struct str text = text_of(texts, lang == DIAG_TH ? "th" : "en");
    if (text.len || !texts || texts->kind != TREE_MAP || !texts->first)
        return text;
    return texts->first->kind == TREE_TEXT ? texts->first->text : text;
}

void built_release(struct built *site)
{
    arena_release(&site->arena);
}
