/* SPDX-License-Identifier: MIT */
/*
 * The order of a build, and why it can be killed anywhere:
 *
 *     begin    guards, lock; the published tree is scanned and compared with its manifest
 *     put      what differs is written into the spare tree, which is marked as unfinished
 *     commit   the rest is linked, stale files go, manifest last, sync; then one exchange
 *
 * The published tree is only ever read, but for its record (remember.c). The spare tree is never
 * believed (spare.h). A build in which nothing differs does not even begin the spare tree.
 */
#include "publish/publish.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "publish/beneath.h"
#include "publish/state.h"

enum {
    LATER_SECONDS = 2,   /* than the file it replaces: two builds within one second */
    PUBLIC_UMASK = 0022, /* what is published is for all to read, whoever builds */
};

struct publish *publish_begin(const struct publish_options *options, struct arena *arena,
                              struct diags *diags)
{
    struct publish *publish = arena_new(arena, struct publish);
    publish->options = *options;
    publish->umask = umask(PUBLIC_UMASK);
    publish->target = (struct target){.parent = -1, .lock = -1};
    spare_init(&publish->spare, &publish->target);
    publish->problems = diags_on(&publish->arena);
    pthread_mutex_init(&publish->lock, NULL);
    ledger_init(&publish->ledger);
    if (begin_build(publish, diags))
        return publish;
    publish_abort(publish);
    return NULL;
}

enum publish_outcome publish_refusal(const struct diags *diags)
{
    const struct rule *first = &publish_rules[RULE_SYSTEM_FIRST];
    const struct rule *end = &publish_rules[RULE_COUNT];
    for (size_t i = 0; i < diags->items.count; i++)
        if (diags->items.items[i].rule >= first && diags->items.items[i].rule < end)
            return PUBLISH_FAILED;
    return PUBLISH_REFUSED;
}

/* ---- put ---- */

static void refuse(struct publish *publish, enum publish_rule rule, struct str path,
                   struct str first, struct str second)
{
    pthread_mutex_lock(&publish->lock);
    publish_complain(&publish->problems, rule, path, first, second);
    pthread_mutex_unlock(&publish->lock);
}

static void fail(struct publish *publish, enum publish_rule rule, struct str path,
                 int error)
{
    atomic_store(&publish->failed, true);
    pthread_mutex_lock(&publish->lock);
    publish_complain_errno(&publish->problems, rule, path, error);
    pthread_mutex_unlock(&publish->lock);
}

bool publish_holds(const struct publish *publish, const struct item *item,
                   struct hash128 hash)
{
    struct arena scratch = {0};
    if (!item->published || item->is_shared || item->stamp.mode != BENEATH_FILE_MODE)
        return false;
    struct file_read read =
        file_read(publish->spare.published, item->path, item->stamp.size, &scratch);
    bool same = !read.error && hash_eq(hash_128(read.bytes), hash);
    arena_release(&scratch);
    return same;
}

static bool is_same(const struct publish *publish, const struct item *item,
                    struct str bytes, struct hash128 hash)
{
    if (!item->published || item->stamp.size != bytes.len)
        return false;
    return item->known ? hash_eq(item->hash, hash) : publish_holds(publish, item, hash);
}

static int begin_spare(struct publish *publish)
{
    pthread_mutex_lock(&publish->lock);
    int error = spare_begin(&publish->spare);
    pthread_mutex_unlock(&publish->lock);
    return error;
}

static int write_item(struct publish *publish, struct item *item, struct str bytes)
{
    bool is_new = !item->published && !item->listed;
    struct timespec earliest = {is_new ? 0 : item->stamp.seconds + LATER_SECONDS,
                                item->stamp.nanoseconds};
    int error = begin_spare(publish);
    if (!error)
        error = spare_write(&publish->spare, item->path, bytes, earliest, &item->stamp);
    item->written = !error;
    return error;
}

/* The bytes that the previous manifest names, by the hash that finds no others: with their time. */
static bool is_resumed(const struct publish *publish, const struct item *item,
                       struct sha256 digest)
{
    return publish->is_resumed && item->listed
           && memcmp(item->digest.bytes, digest.bytes, sizeof(digest.bytes)) == 0;
}

static int write_resumed(struct publish *publish, struct item *item, struct str bytes)
{
    struct timespec time = {item->stamp.seconds, item->stamp.nanoseconds};
    int error = write_item(publish, item, bytes);
    return error ? error : spare_set_time(&publish->spare, item, time);
}

void publish_item(struct publish *publish, struct item *item, struct str bytes)
{
    struct hash128 hash = hash_128(bytes);
    bool same = is_same(publish, item, bytes, hash);
    if (same && item->known)
        return;
    struct sha256 digest = sha256(bytes);
    bool resumed = is_resumed(publish, item, digest);
    item->hash = hash;
    item->digest = digest;
    item->known = true;
    int error = same      ? 0
                : resumed ? write_resumed(publish, item, bytes)
                          : write_item(publish, item, bytes);
    if (error)
        fail(publish, RULE_CANNOT_WRITE, item->path, error);
}

static size_t largest(const struct publish *publish)
{
    return publish->options.allow_large ? PUBLISH_LARGE_BYTES_MAX : PUBLISH_FILE_BYTES_MAX;
}

static void refuse_large(struct publish *publish, struct str path, size_t len)
{
    struct arena scratch = {0};
    refuse(publish, RULE_FILE_TOO_LARGE, path, str_format(&scratch, "%zu", len),
           str_format(&scratch, "%zu", largest(publish)));
    arena_release(&scratch);
}

void publish_put(struct publish *publish, struct str path, struct str bytes)
{
    if (atomic_load(&publish->failed))
        return;
    if (!beneath_path_is_good(path)) {
        refuse(publish, RULE_BAD_PATH, path, STR(""), STR(""));
        return;
    }
    struct item *item = ledger_take(&publish->ledger, path);
    if (!item)
        refuse(publish, RULE_PATH_TWICE, path, STR(""), STR(""));
    else if (bytes.len > largest(publish))
        refuse_large(publish, path, bytes.len);
    else
        publish_item(publish, item, bytes);
}

void publish_tally(struct publish *publish, struct str key, size_t count)
{
    pthread_mutex_lock(&publish->lock);
    struct str line = str_replace(key, STR("\n"), STR(" "), &publish->arena);
    *list_push(&publish->now.tallies, &publish->arena) =
        (struct tally){str_copy(line, &publish->arena), count};
    pthread_mutex_unlock(&publish->lock);
}

void publish_host(struct publish *publish, struct str host, struct str where,
                  struct pos pos)
{
    struct arena *arena = &publish->arena;
    pthread_mutex_lock(&publish->lock);
    struct linked *linked = arena_new(arena, struct linked);
    *linked = (struct linked){str_copy(where, arena), pos};
    linked->pos.file = str_copy(pos.file, arena);
    linked->pos.header = str_copy(pos.header, arena);
    struct str name = str_replace(host, STR("\n"), STR(" "), arena);
    if (name.len && !map_get(&publish->now.hosts, name))
        map_put(&publish->now.hosts, str_copy(name, arena), linked, arena);
    pthread_mutex_unlock(&publish->lock);
}

void publish_keep_previous(struct publish *publish, struct str prefix)
{
    pthread_mutex_lock(&publish->lock);
    *list_push(&publish->kept_prefixes, &publish->arena) =
        str_copy(prefix, &publish->arena);
    pthread_mutex_unlock(&publish->lock);
}

void publish_drop_previous(struct publish *publish, struct str prefix)
{
    pthread_mutex_lock(&publish->lock);
    *list_push(&publish->dropped_prefixes, &publish->arena) =
        str_copy(prefix, &publish->arena);
    pthread_mutex_unlock(&publish->lock);
}

/* ---- the end ---- */

struct publish_result publish_commit(struct publish *publish, struct diags *diags)
{
    struct publish_result result = {0};
    enum publish_outcome outcome = commit_build(publish, &result, diags);
    if (outcome == PUBLISH_REFUSED || outcome == PUBLISH_FAILED)
        result = (struct publish_result){0};
    result.outcome = outcome;
    publish_abort(publish);
    return result;
}

void publish_abort(struct publish *publish)
{
    spare_release(&publish->spare);
    target_leave(&publish->target);
    ledger_release(&publish->ledger);
    pthread_mutex_destroy(&publish->lock);
    umask(publish->umask);
    arena_release(&publish->arena);
}
