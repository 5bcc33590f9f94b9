/* SPDX-License-Identifier: MIT */
#include "publish/guard.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "publish/publish.h"
#include "publish/rules.h"
#include "publish/scan.h"
#include "publish/spare.h"

/* ---- whose folder is it? ---- */

static const char *const repositories[] = {".git", ".hg",    ".svn", ".bzr",
                                           ".jj",  "_darcs", "CVS",  ".fslckout"};

static bool is_repository(const char *name)
{
    for (size_t i = 0; i < sizeof(repositories) / sizeof(*repositories); i++)
        if (strcmp(name, repositories[i]) == 0)
            return true;
    return false;
}

static enum guard_tree judge_names(const struct scan_names *names, struct str path,
                                   unsigned foreign, struct diags *diags)
{
    const char *strange = NULL;
    bool marked = false;
    for (size_t i = 0; i < names->count; i++) {
        const char *name = names->items[i].name;
        if (is_repository(name)) {
            publish_complain(diags, RULE_VCS, path, str_from(name), STR(""));
            return GUARD_REFUSED;
        }
        marked = marked || strcmp(name, MANIFEST_PRIVATE) == 0;
        bool is_carried = strcmp(name, SPARE_CARRIED) == 0;
        if (!is_carried && (!strange || strcmp(name, strange) < 0))
            strange = name;
    }
    if (marked || !strange)
        return marked ? GUARD_OURS : GUARD_EMPTY;
    publish_complain(diags, foreign, path, str_from(strange), STR(""));
    return GUARD_REFUSED;
}

static enum guard_tree judge(int root, struct str path, unsigned foreign,
                             struct diags *diags)
{
    struct arena scratch = {0};
    struct scan_names names = {0};
    enum guard_tree is = GUARD_REFUSED;
    int error = scan_names(root, &names, &scratch);
    if (error)
        publish_complain_errno(diags, RULE_CANNOT_READ, path, error);
    else
        is = judge_names(&names, path, foreign, diags);
    arena_release(&scratch);
    return is;
}

static bool is_mount_point(int parent, const char *name)
{
    struct statx of;
    return statx(parent, name, AT_SYMLINK_NOFOLLOW, STATX_TYPE, &of) == 0
           && (of.stx_attributes_mask & of.stx_attributes & STATX_ATTR_MOUNT_ROOT);
}

static enum guard_tree judge_no_open(struct str path, int error, struct diags *diags)
{
    if (error == ENOENT)
        return GUARD_MISSING;
    if (error == ENOTDIR || error == ELOOP)
        publish_complain(diags, RULE_NOT_DIRECTORY, path, STR(""), STR(""));
    else
        publish_complain_errno(diags, RULE_CANNOT_READ, path, error);
    return GUARD_REFUSED;
}

struct guard_folder guard_open(int parent, const char *name, struct str path,
                               unsigned foreign, struct diags *diags)
{
    struct guard_folder folder = {GUARD_REFUSED, -1};
    folder.root = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder.root < 0)
        folder.is = judge_no_open(path, errno, diags);
    else if (is_mount_point(parent, name))
        publish_complain(diags, RULE_MOUNT, path, STR(""), STR(""));
    else
        folder.is = judge(folder.root, path, foreign, diags);
    if (folder.is == GUARD_REFUSED && folder.root >= 0) {
        close(folder.root);
        folder.root = -1;
    }
    return folder;
}

/* ---- what is to be published ---- */

static struct str number(uint64_t value, struct arena *arena)
{
    return str_format(arena, "%llu", (unsigned long long)value);
}

/* The private manifest is a file more; how large it will be is not known yet. */
static bool guard_size(const struct ledger_list *wanted, struct str path, struct diags *diags)
{
    size_t files = wanted->count + 1;
    uint64_t bytes = 0;
    bool ok = files <= PUBLISH_FILES_MAX
              || publish_complain(diags, RULE_TOO_MANY_FILES, path,
                                  number(files, diags->arena),
                                  number(PUBLISH_FILES_MAX, diags->arena));
    for (size_t i = 0; i < wanted->count; i++)
        bytes += wanted->items[i]->stamp.size;
    return (bytes <= PUBLISH_BYTES_MAX
            || publish_complain(diags, RULE_SITE_TOO_LARGE, path,
                                number(bytes, diags->arena),
                                number(PUBLISH_BYTES_MAX, diags->arena)))
           && ok;
}

bool guard_paths(struct ledger *ledger, const struct ledger_list *wanted, bool allow_large,
                 struct str path, struct diags *diags)
{
    bool ok = true;
    struct map folders = ledger_folders(ledger, item_is_wanted);
    for (size_t i = 0; i < wanted->count; i++) {
        const struct item *below = map_get(&folders, wanted->items[i]->path);
        if (below)
            ok = publish_complain(diags, RULE_PATH_CONFLICT, wanted->items[i]->path,
                                  below->path, STR(""));
    }
    return (allow_large || guard_size(wanted, path, diags)) && ok;
}

bool guard_hosts(const struct memory *before, const struct memory *now, bool allow_many,
                 struct str path, struct diags *diags)
{
    size_t new_ones = 0;
    for (size_t i = 0; before->knows_hosts && i < now->hosts.entries.count; i++) {
        const struct map_entry *host = &now->hosts.entries.items[i];
        const struct linked *linked = host->value;
        if (map_get(&before->hosts, host->key))
            continue;
        new_ones++;
        diag(diags, &publish_rules[RULE_NEW_HOST], linked->pos, host->key, linked->where);
    }
    return new_ones <= PUBLISH_NEW_HOSTS_MAX || allow_many
           || publish_complain(diags, RULE_MANY_NEW_HOSTS, path,
                               number(new_ones, diags->arena),
                               number(PUBLISH_NEW_HOSTS_MAX, diags->arena));
}

static uint64_t count_of(const struct tallies *tallies, struct str key)
{
    for (size_t i = 0; i < tallies->count; i++)
        if (str_eq(tallies->items[i].key, key))
            return tallies->items[i].count;
    return 0;
}

static bool shrank(uint64_t before, uint64_t now, unsigned percent)
{
    return now < before && (double)(before - now) * 100 > (double)before * percent;
}

bool guard_shrink(const struct tallies *before, const struct tallies *now,
                  struct str path, struct diags *diags)
{
    bool ok = true;
    for (size_t i = 0; i < before->count; i++) {
        const struct tally *tally = &before->items[i];
        bool is_total = !tally->key.len;
        uint64_t count = count_of(now, tally->key);
        if (shrank(tally->count, count, is_total ? PUBLISH_SHRINK_TOTAL_PERCENT
                                                 : PUBLISH_SHRINK_PART_PERCENT))
            ok = publish_complain(diags, is_total ? RULE_SHRUNK : RULE_SHRUNK_PART,
                                  is_total ? path : tally->key,
                                  number(tally->count, diags->arena),
                                  number(count, diags->arena));
    }
    return ok;
}
