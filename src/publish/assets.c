/* SPDX-License-Identifier: MIT */
#include "publish/assets.h"

#include "base/file.h"
#include "base/hash.h"
#include "publish/beneath.h"
#include "publish/css.h"
#include "publish/rules.h"

/* ---- loading ---- */

bool assets_add(struct assets *assets, struct str path, struct str bytes,
                struct arena *arena, struct diags *diags)
{
    if (!beneath_path_is_good(path))
        return publish_complain(diags, RULE_ASSET_NAME, path, STR(""), STR(""));
    if (map_get(&assets->by_path, path))
        return publish_complain(diags, RULE_ASSET_TWICE, path, STR(""), STR(""));
    struct asset *asset = arena_new(arena, struct asset);
    *asset = (struct asset){.path = path, .bytes = bytes};
    map_put(&assets->by_path, path, asset, arena);
    return true;
}

static bool complain_unread(struct diags *diags, struct str path, int error)
{
    enum publish_rule rule =
        file_is_to_blame(error) ? RULE_ASSET_UNREADABLE : RULE_ASSET_SYSTEM;
    return publish_complain_errno(diags, rule, path, error);
}

static bool load_file(struct assets *assets, int root, struct str folder,
                      const struct file_entry *entry, struct arena *arena,
                      struct diags *diags)
{
    if (entry->kind != FILE_REGULAR)
        return publish_complain(diags, RULE_ASSET_NOT_FILE, entry->path, STR(""),
                                STR(""));
    struct file_read read = file_read(root, entry->path, PUBLISH_FILE_BYTES_MAX, arena);
    if (read.error)
        return complain_unread(diags, entry->path, read.error);
    struct str path = str_skip(entry->path, folder.len ? folder.len + 1 : 0);
    return assets_add(assets, path, read.bytes, arena, diags);
}

bool assets_load(struct assets *assets, int root, struct str folder, struct arena *arena,
                 struct diags *diags)
{
    struct file_list files = {0};
    int error = file_walk(root, folder, ASSETS_DEPTH_MAX, &files, arena);
    struct str name = folder.len ? folder : STR("assets");
    bool ok = !error || complain_unread(diags, name, error);
    for (size_t i = 0; i < files.count; i++)
        ok = load_file(assets, root, folder, &files.items[i], arena, diags) && ok;
    return ok;
}

/* ---- references of a style sheet ---- */

static bool is_elsewhere(struct str ref)
{
    struct str head = str_cut(str_cut(ref, '/').head, '?').head;
    return !ref.len || ref.ptr[0] == '#' || ref.ptr[0] == '/' || str_has(head, STR(":"));
}

/* "a/b" and "../c.png" give "a/c.png"; empty when the way leads out of the assets. */
static struct str resolve(struct str folder, struct str way, struct arena *arena)
{
    for (;;) {
        struct cut cut = str_cut(way, '/');
        if (!cut.ok)
            break;
        if (str_eq(cut.head, STR(".."))) {
            if (!folder.len)
                return STR("");
            struct cut up = str_cut_last(folder, '/');
            folder = up.ok ? up.head : STR("");
        } else if (!str_eq(cut.head, STR("."))) {
            folder = str_format(arena, "%.*s%s%.*s", STR_ARG(folder),
                                folder.len ? "/" : "", STR_ARG(cut.head));
        }
        way = cut.tail;
    }
    return str_format(arena, "%.*s%s%.*s", STR_ARG(folder), folder.len ? "/" : "",
                      STR_ARG(way));
}

static struct str name_of(struct str path)
{
    struct cut cut = str_cut_last(path, '/');
    return cut.ok ? cut.tail : path;
}

/* A reference without its ?query and #fragment. */
static struct str way_of(struct str ref)
{
    return str_cut(str_cut(ref, '?').head, '#').head;
}

static unsigned line_of(struct str text, const char *at)
{
    unsigned line = 1;
    for (const char *c = text.ptr; c < at; c++)
        line += *c == '\n';
    return line;
}

/* Complains of a reference at its line, which is counted only now. Always false. */
static bool refuse(enum publish_rule rule, const struct asset *sheet, struct str ref,
                   struct diags *diags)
{
    struct pos pos = {.file = sheet->path, .line = line_of(sheet->bytes, ref.ptr)};
    return diag(diags, &publish_rules[rule], pos, sheet->path, ref);
}

static bool name_asset(struct assets *assets, struct asset *asset, struct arena *arena,
                       struct diags *diags);

/* Puts the reference with its file's published name; the folder stays as it was written. */
static bool put_reference(struct assets *assets, const struct asset *sheet,
                          struct str ref, struct buf *out, struct arena *arena,
                          struct diags *diags)
{
    struct str way = way_of(ref);
    struct asset *asset =
        map_get(&assets->by_path, resolve(beneath_folder_of(sheet->path), way, arena));
    if (!asset)
        return refuse(RULE_ASSET_MISSING, sheet, ref, diags);
    if (asset->state == ASSET_BEING_NAMED)
        return refuse(RULE_ASSET_CIRCLE, sheet, ref, diags);
    if (assets->depth == ASSETS_IMPORTS_MAX)
        return refuse(RULE_ASSET_DEEP, sheet, ref, diags);
    if (!name_asset(assets, asset, arena, diags))
        return false;
    buf_put(out, str_first(way, way.len - name_of(way).len));
    buf_put(out, name_of(asset->published));
    buf_put(out, str_skip(ref, way.len));
    return true;
}

static bool rewrite_sheet(struct assets *assets, struct asset *sheet, struct arena *arena,
                          struct diags *diags)
{
    struct css_scan scan = {.text = sheet->bytes};
    struct buf out = {0};
    bool ok = true;
    size_t done = 0;
    for (struct str ref; css_next(&scan, &ref);) {
        if (is_elsewhere(ref))
            continue;
        size_t start = (size_t)(ref.ptr - sheet->bytes.ptr);
        buf_put(&out, str_first(str_skip(sheet->bytes, done), start - done));
        ok = put_reference(assets, sheet, ref, &out, arena, diags) && ok;
        done = start + ref.len;
    }
    buf_put(&out, str_skip(sheet->bytes, done));
    sheet->bytes = css_squeeze(buf_finish(&out, arena), arena);
    buf_release(&out);
    return ok;
}

/* ---- names ---- */

static struct str hashed_name(const struct asset *asset, struct arena *arena)
{
    struct str name = name_of(asset->path);
    struct str folder = str_first(asset->path, asset->path.len - name.len);
    struct str hash = hash_hex(hash_128(asset->bytes), ASSETS_HASH_DIGITS, arena);
    struct cut cut = str_cut_last(name, '.');
    return str_format(arena, ASSETS_FOLDER "%.*s%.*s.%.*s%s%.*s", STR_ARG(folder),
                      STR_ARG(cut.head), STR_ARG(hash), cut.ok ? "." : "",
                      STR_ARG(cut.tail));
}

/* What a sheet refers to is named first: its bytes, and so its name, depend on theirs. */
static bool name_asset(struct assets *assets, struct asset *asset, struct arena *arena,
                       struct diags *diags)
{
    if (asset->state == ASSET_NAMED)
        return true;
    asset->state = ASSET_BEING_NAMED;
    assets->depth++;
    bool ok =
        !str_ends(asset->path, STR(".css")) || rewrite_sheet(assets, asset, arena, diags);
    if (str_ends(asset->path, STR(".js")))
        asset->bytes = css_body(asset->bytes);
    assets->depth--;
    asset->published = hashed_name(asset, arena);
    asset->state = ASSET_NAMED;
    return ok;
}

bool assets_name(struct assets *assets, struct arena *arena, struct diags *diags)
{
    bool ok = true;
    for (size_t i = 0; i < assets->by_path.entries.count; i++)
        ok = name_asset(assets, assets->by_path.entries.items[i].value, arena, diags)
             && ok;
    return ok;
}

struct str assets_published(const struct assets *assets, struct str path)
{
    const struct asset *asset = map_get(&assets->by_path, path);
    return asset ? asset->published : STR("");
}

void assets_put(const struct assets *assets, struct publish *publish)
{
    for (size_t i = 0; i < assets->by_path.entries.count; i++) {
        const struct asset *asset = assets->by_path.entries.items[i].value;
        publish_put(publish, asset->published, asset->bytes);
    }
    publish_keep_previous(publish, STR(ASSETS_FOLDER));
}
