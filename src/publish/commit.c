/* SPDX-License-Identifier: MIT */
#include "publish/state.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "publish/swap.h"

/* ---- what differs ---- */

/* Kept for open pages by the last build, and still what it was. */
static bool may_stay(const struct item *item)
{
    return item->was_kept && item->known;
}

static bool item_changes(const struct item *item)
{
    bool leaves = item->published && !item->put && !item->carried && !may_stay(item);
    return item->written || leaves;
}

static bool tallies_differ(const struct tallies *a, const struct tallies *b)
{
    if (a->count != b->count)
        return true;
    for (size_t i = 0; i < a->count; i++)
        if (a->items[i].count != b->items[i].count
            || !str_eq(a->items[i].key, b->items[i].key))
            return true;
    return false;
}

static bool hosts_differ(const struct memory *a, const struct memory *b)
{
    if (!a->knows_hosts || a->hosts.entries.count != b->hosts.entries.count)
        return true;
    for (size_t i = 0; i < b->hosts.entries.count; i++)
        if (!map_get(&a->hosts, b->hosts.entries.items[i].key))
            return true;
    return false;
}

static bool anything_changes(const struct publish *publish)
{
    const struct ledger *ledger = &publish->ledger;
    if (!publish->manifest_is_whole || publish->strays.count
        || atomic_load(&publish->a_folder_is_closed)
        || ledger->fresh.entries.count || tallies_differ(&publish->before.tallies, &publish->now.tallies)
        || hosts_differ(&publish->before, &publish->now))
        return true;
    for (size_t i = 0; i < ledger->before.entries.count; i++)
        if (item_changes(ledger->before.entries.items[i].value))
            return true;
    return false;
}

static bool has_kept_prefix(const struct publish *publish, struct str path)
{
    for (size_t i = 0; i < publish->dropped_prefixes.count; i++)
        if (str_starts(path, publish->dropped_prefixes.items[i]))
            return false;
    for (size_t i = 0; i < publish->kept_prefixes.count; i++)
        if (str_starts(path, publish->kept_prefixes.items[i]))
            return true;
    return false;
}

/* In a build that changes something, what the last one published stays and what the last
 * one only kept goes. A build that changes nothing is none: all stays. */
static void keep_previous(struct publish *publish, bool changes)
{
    const struct map *before = &publish->ledger.before;
    for (size_t i = 0; i < before->entries.count; i++) {
        struct item *item = before->entries.items[i].value;
        bool could = item->published && item->listed && item->known && !item->put;
        item->kept = could
                     && (changes ? !item->was_kept && has_kept_prefix(publish, item->path)
                                 : item->was_kept);
    }
}

/* The public manifest is a page like any other, put last; tells whether it differs. */
static bool put_public_manifest(struct publish *publish, struct item *item,
                                const struct ledger_list *wanted)
{
    struct buf text = {0};
    manifest_write_public(wanted, &text);
    publish_item(publish, item, buf_str(&text));
    buf_release(&text);
    return item->written;
}

/* What was not put may be kept for open pages; what the manifest does not know of it is read. */
static void look_into_kept(struct publish *publish)
{
    const struct map *before = &publish->ledger.before;
    for (size_t i = 0; i < before->entries.count; i++) {
        struct item *item = before->entries.items[i].value;
        if (item->listed && !item->known && !item->put
            && (item->was_kept || has_kept_prefix(publish, item->path)))
            item->known = publish_holds(publish, item, item->hash);
    }
}

/* Decides what is kept and puts the public manifest; tells all that the tree is to hold, and
 * whether anything differs. */
static bool complete_tree(struct publish *publish, struct ledger_list *wanted,
                          struct diags *diags)
{
    struct item *manifest = ledger_take(&publish->ledger, STR(MANIFEST_PUBLIC));
    if (!manifest)
        return publish_complain(diags, RULE_PATH_TWICE, STR(MANIFEST_PUBLIC), STR(""),
                                STR(""));
    look_into_kept(publish);
    bool differs = anything_changes(publish);
    keep_previous(publish, differs);
    *wanted = ledger_wanted(&publish->ledger);
    return put_public_manifest(publish, manifest, wanted) || differs;
}

/* ---- the swap ---- */

/* Whether the name is still that of the folder we began with; or an errno value. */
static int look_again(const struct publish *publish, bool *is_still_there)
{
    struct stat now, then;
    int begun_with = publish->spare.published;
    if (fstatat(publish->target.parent, publish->target.name, &now, AT_SYMLINK_NOFOLLOW)) {
        *is_still_there = begun_with < 0;
        return errno == ENOENT ? 0 : errno;
    }
    if (begun_with >= 0 && fstat(begun_with, &then) != 0)
        return errno;
    *is_still_there =
        begun_with >= 0 && now.st_ino == then.st_ino && now.st_dev == then.st_dev;
    return 0;
}

static int swap(const struct publish *publish, bool *is_open)
{
    const struct target *target = &publish->target;
    if (publish->published_is == GUARD_MISSING)
        return swap_first(target, is_open);
    int error = publish->no_exchange;
    if (!error)
        error = swap_exchange(target, is_open);
    if (swap_is_impossible(error) && publish->options.allow_nonatomic)
        error = swap_in_two_steps(target, is_open);
    return error;
}

/* No name comes or goes from here on but the manifest's own, which lies in no leaf. */
static int finish_spare(struct publish *publish, const struct ledger_list *wanted)
{
    struct buf manifest = {0};
    struct leaves leaves = {0};
    leaves_find(wanted, &leaves, &publish->arena);
    leaves_measure(&leaves, publish->spare.tree.root, publish->options.threads);
    manifest_write(wanted, &leaves, &publish->now, &manifest);
    int error = spare_finish(&publish->spare, buf_str(&manifest));
    buf_release(&manifest);
    return error;
}

static bool bring_spare_to_new_state(struct publish *publish,
                                     const struct ledger_list *wanted,
                                     struct diags *diags)
{
    struct spare *spare = &publish->spare;
    struct str at = publish->target.spare_path;
    int error = spare_begin(spare);
    if (!error)
        error = spare_settle(spare, &publish->ledger, wanted,
                             publish->options.threads, &at);
    if (!error) {
        at = STR(MANIFEST_PRIVATE);
        error = finish_spare(publish, wanted);
    }
    if (!error)
        return true;
    spare_discard(spare);
    return publish_complain_errno(diags, RULE_CANNOT_WRITE, at, error);
}

static enum publish_outcome swap_in(const struct publish *publish, struct diags *diags)
{
    bool is_open = false;
    int error = swap(publish, &is_open);
    if (!error)
        return PUBLISH_DONE;
    bool impossible = swap_is_impossible(error) && !is_open
                      && publish->published_is != GUARD_MISSING
                      && !publish->options.allow_nonatomic;
    enum publish_rule rule = is_open      ? RULE_SWAP_OPEN
                             : impossible ? RULE_NOT_ATOMIC
                                          : RULE_CANNOT_SWAP;
    publish_complain_errno(diags, rule, publish->target.path, error);
    return impossible ? PUBLISH_REFUSED : PUBLISH_FAILED;
}

static enum publish_outcome put_in_place(struct publish *publish,
                                         const struct ledger_list *wanted,
                                         struct diags *diags)
{
    if (!bring_spare_to_new_state(publish, wanted, diags))
        return PUBLISH_FAILED;
    bool is_still_there = false;
    int error = look_again(publish, &is_still_there);
    if (error) {
        publish_complain_errno(diags, RULE_CANNOT_READ, publish->target.path, error);
        return PUBLISH_FAILED;
    }
    if (!is_still_there) {
        publish_complain(diags, RULE_MOVED, publish->target.path, STR(""), STR(""));
        return PUBLISH_REFUSED;
    }
    return swap_in(publish, diags);
}

/* ---- commit ---- */

static bool guards_agree(struct publish *publish, const struct ledger_list *wanted,
                         struct diags *diags)
{
    bool ok = guard_paths(&publish->ledger, wanted, publish->options.allow_large,
                          publish->target.path, diags);
    ok = guard_hosts(&publish->before, &publish->now, publish->options.allow_new_hosts,
                     publish->target.path, diags) && ok;
    return (publish->options.allow_shrink
            || guard_shrink(&publish->before.tallies, &publish->now.tallies,
                            publish->target.path, diags))
           && ok;
}

static void count_tree(const struct publish *publish, const struct ledger_list *wanted,
                       struct publish_result *result)
{
    for (size_t i = 0; i < wanted->count; i++) {
        result->written += wanted->items[i]->written;
        result->bytes += wanted->items[i]->stamp.size;
    }
    result->files = wanted->count;
    result->linked = result->files - result->written;
    const struct map *before = &publish->ledger.before;
    result->removed = publish->strays.count;
    for (size_t i = 0; i < before->entries.count; i++) {
        const struct item *item = before->entries.items[i].value;
        result->removed += item->published && !item_is_wanted(item);
    }
}

static void report_strays(const struct publish *publish, struct diags *diags)
{
    for (size_t i = 0; i < publish->strays.count; i++)
        publish_complain(diags, RULE_STRAY, publish->strays.items[i], STR(""), STR(""));
    const struct map *before = &publish->ledger.before;
    for (size_t i = 0; publish->manifest_is_whole && i < before->entries.count; i++) {
        const struct item *item = before->entries.items[i].value;
        if (item->published && !item->listed && !item_is_wanted(item))
            publish_complain(diags, RULE_STRAY, item->path, STR(""), STR(""));
    }
}

static void report_problems(const struct publish *publish, struct diags *diags)
{
    for (size_t i = 0; i < publish->problems.items.count; i++) {
        const struct finding *finding = &publish->problems.items.items[i];
        diag_add(diags, finding->rule, finding->pos, finding->args);
    }
}

enum publish_outcome commit_build(struct publish *publish, struct publish_result *result,
                                  struct diags *diags)
{
    struct ledger_list wanted = {0};
    bool differs = complete_tree(publish, &wanted, &publish->problems);
    report_problems(publish, diags);
    if (atomic_load(&publish->failed)) {
        spare_discard(&publish->spare);
        return PUBLISH_FAILED;
    }
    if (!guards_agree(publish, &wanted, diags) || publish->problems.items.count)
        return PUBLISH_REFUSED;
    count_tree(publish, &wanted, result);
    if (!differs) {
        remember_tree(publish, &wanted);
        return PUBLISH_UNCHANGED;
    }
    enum publish_outcome outcome = put_in_place(publish, &wanted, diags);
    if (outcome == PUBLISH_DONE)
        report_strays(publish, diags);
    return outcome;
}
