/* SPDX-License-Identifier: MIT */
#include "media/photos.h"

#include <errno.h>
#include <string.h>

#include "base/file.h"
#include "base/hash.h"
#include "base/pool.h"
#include "media/cache.h"
#include "media/helper.h"
#include "media/rules.h"
#include "media/webp.h"

enum { HASH_DIGITS = 8, MEGA = 1000000, MIB = 1 << 20 };

/* One photo of one entry. */
struct job {
    const struct lao *lao;
    struct photo *photo;
    size_t number; /* among the entry's, from 1 */
    int end;       /* as of helper.h */
    int error;
    struct str why;
    struct str key;  /* in the cache */
    struct str kept; /* its bytes, when the cache could not take them */
    int keep_error;
};

struct photos {
    struct photos_making making;
    struct helper helper;
    struct cache cache;
    struct LIST_OF(struct job) jobs;
    struct arena arenas[POOL_THREADS_MAX];
    struct arena scratches[POOL_THREADS_MAX];
    bool failed;
};

/* ---- whose ---- */

static void list_jobs(struct photos *photos, const struct diags *diags, struct arena *arena)
{
    const struct site *site = photos->making.site;
    const struct map held = diags_held(diags, arena); /* as settle.c will see them */
    for (size_t i = 0; i < site->identities.count; i++) {
        struct identity *identity = site->identities.items[i];
        if (map_get(&held, identity->lao->key))
            continue;
        for (size_t n = 0; n < identity->photos.count; n++)
            if (identity->photos.items[n].found)
                *list_push(&photos->jobs, arena) = (struct job){
                    .lao = identity->lao, .photo = &identity->photos.items[n], .number = n + 1};
    }
}

/* ---- one picture ---- */

/* Never the name that was sent; folders by province, for some hosts list a thousand files of a
 * folder and no more. */
static struct str path_of(const struct job *job, struct str made, struct arena *arena)
{
    struct str hash = hash_hex(hash_128(made), HASH_DIGITS, arena);
    return str_format(arena, PHOTOS_FOLDER "%.*s/%.*s-%zu.%.*s.webp",
                      STR_ARG(job->lao->province->code), STR_ARG(job->lao->key), job->number,
                      STR_ARG(hash));
}

static void accept(struct job *job, struct str made, struct arena *arena)
{
    struct webp webp = webp_look(made);
    job->end = PHOTO_DONE;
    job->photo->path = path_of(job, made, arena);
    job->photo->width = webp.width;
    job->photo->height = webp.height;
    job->photo->size = made.len;
}

static struct file_read read_source(const struct photos *photos, const struct job *job,
                                    struct arena *scratch)
{
    struct str path = str_format(scratch, "media/%.*s/%.*s", STR_ARG(job->lao->key),
                                 STR_ARG(job->photo->file));
    return file_read(photos->making.content, path, PHOTO_BYTES_MAX, scratch);
}

/* The result is kept on disk; in memory only where the disk takes none. */
static void make_anew(struct photos *photos, struct job *job, struct str source,
                      struct arena *arena, struct arena *scratch)
{
    struct helped helped = helper_run(&photos->helper, source, scratch);
    job->end = helped.end;
    job->error = helped.error;
    job->why = str_copy(helped.why, arena);
    if (helped.end != PHOTO_DONE)
        return;
    accept(job, helped.made, arena);
    job->keep_error = cache_put(&photos->cache, job->key, helped.made, scratch);
    if (job->keep_error)
        job->kept = str_copy(helped.made, arena);
}

static void make_one(void *context, size_t index, unsigned worker)
{
    struct photos *photos = context;
    struct job *job = &photos->jobs.items[index];
    struct arena *arena = &photos->arenas[worker], *scratch = &photos->scratches[worker];
    struct arena_mark mark = arena_mark(scratch);
    struct file_read source = read_source(photos, job, scratch);
    if (source.error) {
        job->end = source.error == EFBIG                ? PHOTO_BYTES
                   : file_is_to_blame(source.error) ? PHOTO_FORMAT
                                                        : PHOTO_SYSTEM;
        job->error = source.error;
    } else {
        job->key = cache_key(source.bytes, arena);
        struct str made = cache_get(&photos->cache, job->key, scratch);
        if (webp_look(made).ok)
            accept(job, made, arena);
        else
            make_anew(photos, job, source.bytes, arena, scratch);
    }
    arena_rewind(scratch, mark);
}

/* ---- what is told ---- */

/* Of each picture; 0: nothing of that end. */
static const struct {
    enum media_rule rule;
    int limit; /* {1} */
} told_of[] = {
    [PHOTO_FORMAT] = {MEDIA_FORMAT, 0},
    [PHOTO_BYTES] = {MEDIA_BYTES, PHOTO_BYTES_MAX / MIB},
    [PHOTO_PIXELS] = {MEDIA_PIXELS, PHOTO_PIXELS_MAX / MEGA},
    [PHOTO_MOVES] = {MEDIA_MOVES, 0},
    [PHOTO_BROKEN] = {MEDIA_BROKEN, 0},
    [PHOTO_HEAVY] = {MEDIA_HEAVY, 0},
};

static struct str number(size_t value, struct arena *arena)
{
    return str_format(arena, "%zu", value);
}

static void tell_each(const struct photos *photos, struct arena *arena, struct diags *diags)
{
    for (size_t i = 0; i < photos->jobs.count; i++) {
        const struct job *job = &photos->jobs.items[i];
        if (job->end < PHOTO_FORMAT || job->end > PHOTO_HEAVY)
            continue;
        diags->subject = job->lao->key;
        diag(diags, &media_rules[told_of[job->end].rule], job->photo->pos, job->photo->file,
             number((size_t)told_of[job->end].limit, arena));
        diags->subject = (struct str){0};
    }
}

/* What is of the program or the machine is told once, at the first picture. */
static const struct job *first_of(const struct photos *photos, int end, size_t *count)
{
    const struct job *first = NULL;
    *count = 0;
    for (size_t i = 0; i < photos->jobs.count; i++) {
        const struct job *job = &photos->jobs.items[i];
        if (job->end != end)
            continue;
        first = first ? first : job;
        ++*count;
    }
    return first;
}

static void tell_crash(const struct photos *photos, struct arena *arena, struct diags *diags)
{
    size_t count;
    const struct job *job = first_of(photos, HELPER_CRASHED, &count);
    if (!job)
        return;
    diags->subject = job->lao->key;
    diag(diags, &media_rules[MEDIA_CRASHED], job->photo->pos, job->photo->file,
         number(count, arena), job->why);
    diags->subject = (struct str){0};
}

static void tell_not_kept(const struct photos *photos, struct diags *diags)
{
    for (size_t i = 0; i < photos->jobs.count; i++) {
        int error = photos->jobs.items[i].keep_error;
        if (!error)
            continue;
        diag(diags, &media_rules[MEDIA_NOT_KEPT], (struct pos){.file = STR("media")},
             STR(CACHE_FOLDER), str_from(strerror(error)));
        return;
    }
}

static bool tell_program(const struct photos *photos, int end, enum media_rule rule,
                         struct diags *diags)
{
    size_t count;
    return first_of(photos, end, &count) &&
           !diag(diags, &media_rules[rule], (struct pos){.file = STR("media")},
                 STR(HELPER_NAME));
}

static bool tell_system(const struct job *job, struct diags *diags)
{
    struct str why = job->error ? str_from(strerror(job->error)) : STR(HELPER_NAME);
    return !diag(diags, &media_rules[MEDIA_SYSTEM], job->photo->pos, job->photo->file, why);
}

static void tell(struct photos *photos, struct arena *arena, struct diags *diags)
{
    size_t count;
    tell_each(photos, arena, diags);
    tell_crash(photos, arena, diags);
    tell_not_kept(photos, diags);
    const struct job *broken = first_of(photos, PHOTO_SYSTEM, &count);
    photos->failed |= tell_program(photos, HELPER_ABSENT, MEDIA_NO_PROGRAM, diags);
    photos->failed |= tell_program(photos, PHOTO_UNLOCKED, MEDIA_UNLOCKED, diags);
    photos->failed |= broken && tell_system(broken, diags);
}

/* ---- all of them ---- */

static void sweep(struct photos *photos, struct arena *scratch)
{
    struct map used = {0};
    for (size_t i = 0; i < photos->jobs.count; i++)
        if (photos->jobs.items[i].key.len)
            map_put(&used, photos->jobs.items[i].key, photos, scratch);
    cache_sweep(&photos->cache, &used, scratch);
}

struct photos *photos_make(const struct photos_making *making, struct arena *arena,
                           struct diags *diags)
{
    struct photos *photos = arena_new(arena, struct photos);
    struct str folder = str_cat(arena, making->dir, STR("/" CACHE_FOLDER));
    photos->making = *making;
    photos->cache = cache_at(folder, arena);
    list_jobs(photos, diags, arena);
    if (photos->jobs.count) {
        cache_begin(&photos->cache, arena);
        photos->helper = helper_find(arena);
    }
    pool_each(making->threads, photos->jobs.count, make_one, photos);
    for (size_t i = 0; i < POOL_THREADS_MAX; i++)
        arena_release(&photos->scratches[i]);
    tell(photos, arena, diags);
    if (!photos->failed)
        sweep(photos, arena);
    return photos;
}

bool photos_failed(const struct photos *photos)
{
    return photos->failed;
}

void photos_close(struct photos *photos)
{
    cache_close(&photos->cache);
    for (size_t i = 0; i < POOL_THREADS_MAX; i++)
        arena_release(&photos->arenas[i]);
}

bool photos_is_of_machine(const struct rule *rule)
{
    return rule >= &media_rules[MEDIA_PICTURES] && rule < &media_rules[MEDIA_RULES];
}

/* ---- publishing ---- */

struct putting {
    const struct photos *photos;
    photos_fn *put;
    void *context;
    bool *gone; /* one per job */
};

static void put_one(void *context, size_t index, unsigned worker)
{
    struct putting *putting = context;
    const struct job *job = &putting->photos->jobs.items[index];
    struct arena scratch = {0};
    (void)worker;
    if (job->end != PHOTO_DONE)
        return;
    struct str made = job->kept;
    if (!made.len)
        made = cache_get(&putting->photos->cache, job->key, &scratch);
    if (made.len == job->photo->size)
        putting->put(putting->context, job->photo->path, made);
    else
        putting->gone[index] = true;
    arena_release(&scratch);
}

bool photos_put(const struct photos *photos, photos_fn *put, void *context,
                struct diags *diags)
{
    size_t count = photos->jobs.count;
    struct arena scratch = {0};
    struct putting putting = {photos, put, context, arena_many(&scratch, count, bool)};
    bool ok = true;
    pool_each(photos->making.threads, count, put_one, &putting);
    for (size_t i = 0; ok && i < count; i++)
        if (putting.gone[i])
            ok = diag(diags, &media_rules[MEDIA_SYSTEM], photos->jobs.items[i].photo->pos,
                      photos->jobs.items[i].photo->file, str_from(strerror(ENOENT)));
    arena_release(&scratch);
    return ok;
}
