/* SPDX-License-Identifier: MIT */
/*
 * Sorts the files of content/ by what they are for, then calls the loaders in the order
 * in which they need one another.
 */
#include "model/load.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "model/inspect.h"
#include "model/loaders.h"
#include "sources/encoding.h"

enum { FOLDERS_DEEP = 8 };

/* ---- what the loaders share ---- */

struct reader loading_reader(struct loading *l)
{
    return (struct reader){
        .site = l->site, .arena = l->arena, .scratch = &l->scratch, .diags = l->diags};
}

const struct finder *loading_finder(struct loading *l)
{
    if (!l->finder.reasons)
        finder_fill(&l->finder, l->site, l->arena);
    return &l->finder;
}

void loading_rows(struct loading *l, enum table_kind kind, row_fn each)
{
    struct reader r = loading_reader(l);
    r.soft = kind == KIND_REPORT;
    for (size_t i = 0; i < l->sheets[kind].count; i++) {
        const struct sheet *sheet = &l->sheets[kind].items[i];
        for (size_t k = 0; k < sheet->table->rows.count; k++) {
            struct arena_mark mark = arena_mark(&l->scratch);
            size_t before = l->diags->items.count;
            struct record row = sheet_record(&r, sheet, &sheet->table->rows.items[k]);
            each(l, &r, &row);
            if (l->diags->subject.len)
                reader_claim(&r, before, l->diags->subject);
            l->diags->subject = STR("");
            arena_rewind(&l->scratch, mark);
        }
    }
}

static bool unreadable(struct str path, int error, struct diags *diags)
{
    enum model_rule rule = file_is_to_blame(error) ? FILE_UNREADABLE : FILE_SYSTEM;
    return diag(diags, &model_rules[rule],
                (struct pos){.file = path}, str_from(strerror(error)));
}

struct loaded load_bytes(int root, struct str path, size_t limit, struct arena *arena,
                         struct diags *diags)
{
    struct file_read read = file_read(root, path, limit, arena);
    if (!read.error)
        return (struct loaded){read.bytes, true};
    unreadable(path, read.error, diags);
    return (struct loaded){{0}, false};
}

bool load_text(int root, struct str path, struct arena *arena, struct diags *diags,
               struct str *text)
{
    struct loaded file = load_bytes(root, path, TREE_FILE_MAX, arena, diags);
    if (!file.ok)
        return false;
    struct encoded encoded = encoding_open(path, file.bytes, diags);
    *text = encoded.bytes;
    return encoded.ok;
}

struct loaded_record load_record(int root, struct str path, struct arena *arena,
                                 struct diags *diags)
{
    struct loaded_record result = {.record = {.pos = {.file = path}}};
    struct loaded file = load_bytes(root, path, TREE_FILE_MAX, arena, diags);
    result.tree = file.ok ? tree_parse(path, file.bytes, arena, diags) : NULL;
    if (!result.tree)
        return result;
    if (result.tree->kind == TREE_TEXT) /* no map, no list: nothing of it would be read */
        diag(diags, &model_rules[FIELD_UNKNOWN], tree_pos(result.tree, path),
             result.tree->text);
    result.record = record_of_tree(result.tree, path, arena);
    result.ok = true;
    return result;
}

static struct str file_name(struct str path)
{
    struct cut cut = str_cut_last(path, '/');
    return cut.ok ? cut.tail : path;
}

struct str file_stem(struct str path)
{
    return str_cut(file_name(path), '.').head;
}

struct str file_lang(struct str path)
{
    struct cut ending = str_cut_last(str_cut(file_name(path), '.').tail, '.');
    return ending.ok ? ending.head : STR("");
}

/* ---- what is what ---- */

static const struct home {
    struct str folder, ending; /* a folder without '/' at its end is one file */
    enum file_class class;
    bool deep;
} homes[] = {
    {STR_CONST("site.yaml"), STR_CONST(""), CLASS_SITE, false},
    {STR_CONST("tables.yaml"), STR_CONST(""), CLASS_TABLES, false},
    {STR_CONST("words/"), STR_CONST(".yaml"), CLASS_WORDS, false},
    {STR_CONST("vocabulary/categories.yaml"), STR_CONST(""), CLASS_CATEGORIES, false},
    {STR_CONST("vocabulary/access.yaml"), STR_CONST(""), CLASS_ACCESS, false},
    {STR_CONST("vocabulary/review.yaml"), STR_CONST(""), CLASS_REVIEW, false},
    {STR_CONST("registry/"), STR_CONST(".csv"), CLASS_TABLE, false},
    {STR_CONST("reports/"), STR_CONST(".csv"), CLASS_TABLE, false},
    {STR_CONST("snapshots/"), STR_CONST(".csv"), CLASS_TABLE, false},
    {STR_CONST("sheets/"), STR_CONST(".csv"), CLASS_TABLE, true},
    {STR_CONST("provinces/"), STR_CONST(".yaml"), CLASS_PROVINCE, false},
    {STR_CONST("clusters/"), STR_CONST(".yaml"), CLASS_CLUSTER, false},
    {STR_CONST("identities/"), STR_CONST(".yaml"), CLASS_IDENTITY, true},
    {STR_CONST("identities/"), STR_CONST(".md"), CLASS_STORY, true},
    {STR_CONST("pages/"), STR_CONST(".md"), CLASS_PAGE, false},
    {STR_CONST("media/"), STR_CONST(""), CLASS_MEDIA, true},
};

static bool is_home(const struct home *home, struct str path)
{
    if (!str_ends(home->folder, STR("/")))
        return str_eq(path, home->folder);
    struct str name = str_skip(path, home->folder.len);
    return str_starts(path, home->folder) && str_ends(name, home->ending)
           && (home->deep || !str_has(name, STR("/")));
}

static const struct home *home_of(struct str path)
{
    for (size_t i = 0; i < sizeof(homes) / sizeof(homes[0]); i++)
        if (is_home(&homes[i], path))
            return &homes[i];
    return NULL;
}

/* Lower-case ASCII without blanks: the same name on every computer and in every address.
 */
static bool is_plain_name(struct str path)
{
    for (size_t i = 0; i < path.len; i++) {
        char c = path.ptr[i];
        bool plain =
            (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || strchr("./_-", c);
        if (!plain || c == '\0')
            return false;
    }
    return true;
}

/* A name that is not UTF-8, made printable. */
static struct str printable(struct str path, struct arena *arena)
{
    char *copy = arena_copy(arena, path.ptr, path.len);
    for (size_t i = 0; i < path.len; i++)
        if ((unsigned char)copy[i] >= 0x80)
            copy[i] = '?';
    return str_of(copy, path.len);
}

/* Puts one file where it belongs; false when it should not be there at all. */
static bool sort_file(struct loading *l, const struct file_entry *entry)
{
    struct pos pos = {.file = entry->path};
    if (utf8_first_bad(entry->path) < entry->path.len) {
        pos.file = printable(entry->path, l->arena);
        diag(l->diags, &model_rules[FILE_NOT_READ], pos, pos.file);
        return true;
    }
    if (entry->kind != FILE_REGULAR)
        return diag(l->diags, &model_rules[FILE_SPECIAL_KIND], pos, entry->path);
    if (!is_plain_name(entry->path))
        diag(l->diags, &model_rules[FILE_BAD_NAME], pos, entry->path);
    const struct home *home = home_of(entry->path);
    if (!home)
        diag(l->diags, &model_rules[FILE_NOT_READ], pos, entry->path);
    else
        *list_push(&l->files[home->class], l->arena) = *entry;
    return true;
}

static bool sort_files(struct loading *l)
{
    struct file_list all = {0};
    int error = file_walk(l->root, STR(""), FOLDERS_DEEP, &all, l->arena);
    if (error == ELOOP)
        return diag(l->diags, &model_rules[FILE_UNREADABLE], (struct pos){.file = STR("content")},
                    STR("เกิน 8 ชั้น / more than 8 folders deep"));
    if (error)
        return unreadable(STR("content"), error, l->diags);
    bool usable = true;
    for (size_t i = 0; i < all.count; i++)
        usable = sort_file(l, &all.items[i]) && usable;
    for (size_t i = 0; i < l->files[CLASS_MEDIA].count; i++)
        map_put(&l->media, l->files[CLASS_MEDIA].items[i].path, l, l->arena);
    return usable;
}

/* ---- the order ---- */

static bool load_all(struct loading *l)
{
    static void (*const stages[])(struct loading *) = {
        load_words,   load_vocabulary, load_review,     load_tables,  load_places,
        load_laos,    load_intros,     load_identities, load_reports, load_snapshots,
        load_pages,
    };
    bool usable = sort_files(l);
    bool hidden = !usable && !l->files[CLASS_SITE].count; /* it is there, but not to be read */
    if (hidden || !load_settings(l))
        return false;
    for (size_t i = 0; i < sizeof(stages) / sizeof(stages[0]); i++) {
        stages[i](l);
        arena_release(&l->scratch);
    }
    struct reader r = loading_reader(l);
    inspect_site_allow(&r);
    if (!l->site->provinces.count)
        return diag(l->diags, &model_rules[SITE_NO_PROVINCES],
                    (struct pos){.file = STR("registry/provinces.csv")}, STR(""));
    return usable;
}

struct site_loaded site_load(int root, unsigned threads, struct arena *arena,
                             struct diags *diags)
{
    struct loading l = {.site = arena_new(arena, struct site),
                        .root = root,
                        .threads = threads ? threads : 1,
                        .arena = arena,
                        .diags = diags};
    bool usable = load_all(&l);
    arena_release(&l.scratch);
    return (struct site_loaded){l.site, usable, diags_has(diags, &model_rules[FILE_SYSTEM])};
}
