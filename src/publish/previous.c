/* SPDX-License-Identifier: MIT */
/*
 * A machine that keeps no site from build to build (continuous integration) would publish every
 * file as new: all would be uploaded again, and nothing be compared. The manifest of the build
 * that was uploaded stands for its tree. It comes from elsewhere, so it may be anything.
 */
#include "publish/state.h"

#include <errno.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"

enum { CLOCKS_DIFFER_SECONDS = 24 * 60 * 60 }; /* at most, from machine to machine */

static struct file_read read_named(struct str path, struct arena *arena)
{
    struct cut cut = str_cut_last(path, '/');
    struct str folder = !cut.ok ? STR(".") : cut.head.len ? cut.head : STR("/");
    int dir = file_open_root(folder, arena);
    if (dir < 0)
        return (struct file_read){.error = errno};
    struct file_read read =
        file_read(dir, cut.ok ? cut.tail : path, MANIFEST_BYTES_MAX, arena);
    close(dir);
    return read;
}

static bool is_possible(const struct item *item)
{
    int64_t latest = (int64_t)time(NULL) + CLOCKS_DIFFER_SECONDS;
    return !item->listed || (item->stamp.seconds >= 0 && item->stamp.seconds <= latest);
}

static bool take(struct str bytes, struct str path, struct ledger *ledger,
                 struct memory *memory, struct diags *diags)
{
    if (!manifest_read(bytes, ledger, memory))
        return publish_complain(diags, RULE_PREVIOUS_DAMAGED, path, STR(""), STR(""));
    for (size_t i = 0; i < ledger->before.entries.count; i++) {
        const struct item *item = ledger->before.entries.items[i].value;
        if (!is_possible(item))
            return publish_complain(diags, RULE_PREVIOUS_TIME, path,
                                    str_copy(item->path, diags->arena), STR(""));
    }
    return true;
}

static bool look_only(struct str bytes, struct str path, struct diags *diags)
{
    struct ledger ledger;
    struct memory memory = {0};
    ledger_init(&ledger);
    bool ok = take(bytes, path, &ledger, &memory, diags);
    ledger_release(&ledger);
    return ok;
}

bool previous_read(struct publish *publish, struct diags *diags)
{
    struct str path = publish->options.previous;
    struct arena scratch = {0};
    struct file_read read = read_named(path, &scratch);
    bool is_to_blame = read.error == ENOENT || file_is_to_blame(read.error);
    bool ok = false;
    publish->is_resumed = publish->published_is != GUARD_OURS;
    if (read.error)
        publish_complain_errno(diags, is_to_blame ? RULE_NO_PREVIOUS : RULE_CANNOT_READ, path,
                               read.error);
    else if (publish->is_resumed)
        ok = take(read.bytes, path, &publish->ledger, &publish->before, diags);
    else
        ok = look_only(read.bytes, path, diags);
    arena_release(&scratch);
    return ok;
}
