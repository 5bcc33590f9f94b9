/* SPDX-License-Identifier: MIT */
/*
 * cache.h: pictures that were made once, in a folder of the project (".photos").
 *
 * A file is named after the SHA-256 of what the picture was made of, for files of strangers
 * must not be taken for each other, and after PHOTO_VERSION; it begins with a hash of the
 * rest, so that one which was cut short or changed is none. A file comes to be by a
 * rename: whoever reads beside us sees all of it or nothing.
 *
 *     struct cache cache = cache_at(folder);        touches nothing
 *     cache_begin(&cache, scratch)                  makes the folder; what fails, puts tell
 *     cache_get(&cache, key, arena)                 empty: not there
 *     cache_put(&cache, key, made, scratch)         0 or an errno value
 *     cache_sweep(&cache, &used, scratch)           drops all but these, and an empty folder
 *     cache_close(&cache)
 *
 * get and put: from any thread. Files that are not named as ours are never touched.
 */
#ifndef ATTALAK_MEDIA_CACHE_H
#define ATTALAK_MEDIA_CACHE_H

#include "base/map.h"
#include "base/str.h"

#define CACHE_FOLDER ".photos"

struct cache {
    struct str folder;
    int dir;   /* -1: not there */
    int error; /* why not: an errno value */
};

struct cache cache_at(struct str folder, struct arena *scratch);
void cache_begin(struct cache *cache, struct arena *scratch);
void cache_close(struct cache *cache);

struct str cache_key(struct str source, struct arena *arena);
struct str cache_get(const struct cache *cache, struct str key, struct arena *arena);
int cache_put(const struct cache *cache, struct str key, struct str made,
              struct arena *scratch);
void cache_sweep(struct cache *cache, const struct map *used, struct arena *scratch);

#endif
