/* SPDX-License-Identifier: MIT */
/*
 * photos.h: the pictures of entries as pages show them: found in the cache, or made by
 * attalak-photo, on all threads; never decoded in this process.
 *
 *     struct photos *photos = photos_make(&making, arena, diags);
 *     photos_put(photos, put, context)      hands each picture's path and bytes to be published
 *     photos_close(photos)
 *
 * After site_load and check_site, before site_settle: what it finds is a warning of the LAO,
 * which counts in how its entry stands. Of entries that errors hold back no picture is made.
 * A photo that a page can show gets its path and size (model.h); a wrong one a finding and none.
 *
 * A site without photos costs one call that looks for the cache's folder. What a project's photos
 * do not use any more is dropped from the cache, so that a picture which was taken away is
 * nowhere after the next build.
 *
 * Fails: photos_failed() when the machine is to blame (no program, no memory …): nothing must be
 * published then.
 */
#ifndef ATTALAK_MEDIA_PHOTOS_H
#define ATTALAK_MEDIA_PHOTOS_H

#include "model/model.h"

#define PHOTOS_FOLDER "assets/photos/"

struct photos_making {
    struct site *site;
    int content;     /* the folder that holds media/ */
    struct str dir;  /* the project: the cache is in it */
    unsigned threads;
};

struct photos;

struct photos *photos_make(const struct photos_making *making, struct arena *arena,
                           struct diags *diags);
bool photos_failed(const struct photos *photos);

/* From any thread. False: one that was made is gone from the cache; told. */
typedef void photos_fn(void *context, struct str path, struct str bytes);
bool photos_put(const struct photos *photos, photos_fn *put, void *context,
                struct diags *diags);

void photos_close(struct photos *photos);

/* Is this rule of the program or the machine, not of what an office sent? */
bool photos_is_of_machine(const struct rule *rule);

extern const struct rule media_rules[];
extern const size_t media_rule_count;

#endif
