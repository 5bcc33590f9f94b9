/* SPDX-License-Identifier: MIT */
#include "diff/parts.h"

/* ---- provinces ---- */

static struct diff_province *tally_of(struct map *tallies, const struct built *site,
                                      struct str code, struct arena *arena)
{
    struct diff_province *tally = map_get(tallies, code);
    if (tally)
        return tally;
    tally = arena_new(arena, struct diff_province);
    tally->code = code;
    tally->of = map_get(&site->provinces, code);
    map_put(tallies, code, tally, arena);
    return tally;
}

static int by_code(const void *a, const void *b)
{
    return str_compare(((const struct diff_province *)a)->code,
                       ((const struct diff_province *)b)->code);
}

static void count_provinces(struct diff *diff, struct arena *arena)
{
    const struct built *sites[] = {diff->after, diff->before};
    struct map tallies = {0};
    for (size_t s = 0; s < 2; s++) {
        const struct map *provinces = &sites[s]->provinces, *entries = &sites[s]->entries;
        for (size_t i = 0; i < provinces->entries.count; i++)
            tally_of(&tallies, sites[s], provinces->entries.items[i].key, arena);
        for (size_t i = 0; i < entries->entries.count; i++) {
            const struct built_entry *entry = entries->entries.items[i].value;
            struct diff_province *tally =
                tally_of(&tallies, sites[s], entry->province, arena);
            ++*(s ? &tally->before : &tally->after);
        }
    }
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        for (size_t i = 0; i < diff->entries[kind].count; i++)
            tally_of(&tallies, diff->after, diff->entries[kind].items[i].province, arena)
                ->kinds[kind]++;
    for (size_t i = 0; i < tallies.entries.count; i++)
        *list_push(&diff->provinces, arena) =
            *(struct diff_province *)tallies.entries.items[i].value;
    DIFF_SORT(diff->provinces, by_code);
}

/* ---- files ---- */

/* Pages and data are told above, by what stands in them. */
static bool is_part(struct str path)
{
    static const struct str content[] = {STR_CONST(".html"), STR_CONST(".xml"),
                                         STR_CONST(".txt"),  STR_CONST(".json"),
                                         STR_CONST(".csv"),  STR_CONST(".geojson")};
    for (size_t i = 0; i < sizeof(content) / sizeof(*content); i++)
        if (str_ends(path, content[i]))
            return false;
    return true;
}

static void note_file(struct diff *diff, struct str path, enum diff_kind is,
                      struct arena *arena)
{
    diff->files[is]++;
    if (is_part(path))
        *list_push(&diff->parts, arena) = (struct diff_file){path, is};
}

static int by_path(const void *a, const void *b)
{
    return str_compare(((const struct diff_file *)a)->path,
                       ((const struct diff_file *)b)->path);
}

static void compare_files(struct diff *diff, struct arena *arena)
{
    const struct map *before = &diff->before->files, *after = &diff->after->files;
    if (!diff->before->knows_files || !diff->after->knows_files) {
        diff->unknown |= DIFF_NO_FILES;
        return;
    }
    for (size_t i = 0; i < before->entries.count; i++) {
        const struct map_entry *file = &before->entries.items[i];
        const struct str *digest = file->value, *twin = map_get(after, file->key);
        if (!twin)
            note_file(diff, file->key, DIFF_REMOVED, arena);
        else if (!str_eq(*digest, *twin))
            note_file(diff, file->key, DIFF_CHANGED, arena);
    }
    for (size_t i = 0; i < after->entries.count; i++)
        if (!map_get(before, after->entries.items[i].key))
            note_file(diff, after->entries.items[i].key, DIFF_ADDED, arena);
    DIFF_SORT(diff->parts, by_path);
}

/* ---- the whole ---- */

static void compare_text(struct diff_changes *changes, const char *field,
                         struct str before, struct str after, struct arena *arena)
{
    if (!str_eq(before, after))
        *list_push(changes, arena) = (struct diff_change){str_from(field), before, after};
}

static void compare_heads(struct diff *diff, struct arena *arena)
{
    const struct built *old = diff->before, *new = diff->after;
    compare_text(&diff->site, "title", old->title, new->title, arena);
    compare_text(&diff->site, "site.address", old->address, new->address, arena);
    compare_text(&diff->site, "updated", old->updated, new->updated, arena);
    compare_text(&diff->site, "demo", old->demo, new->demo, arena);
    compare_text(&diff->site, "languages", old->languages, new->languages, arena);
}

static bool is_same(const struct diff *diff)
{
    size_t count =
        diff->site.count + diff->places.count + diff->hosts.count + diff->addresses;
    for (size_t kind = 0; kind < DIFF_KINDS; kind++)
        count += diff->entries[kind].count + diff->files[kind];
    return !count;
}

struct diff diff_sites(const struct built *before, const struct built *after,
                       struct arena *arena)
{
    struct diff diff = {.before = before, .after = after};
    diff.left_out =
        before->left_out.len > after->left_out.len ? before->left_out : after->left_out;
    if (!before->knows_laos || !after->knows_laos)
        diff.unknown |= DIFF_NO_REGISTER;
    compare_heads(&diff, arena);
    diff_entries(&diff, arena);
    count_provinces(&diff, arena);
    diff_hosts(&diff, arena);
    compare_files(&diff, arena);
    diff.same = is_same(&diff);
    return diff;
}
