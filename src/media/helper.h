/* SPDX-License-Identifier: MIT */
/*
 * helper.h: runs attalak-photo (photo/photo.h) on the bytes of one picture. From any thread.
 *
 *     struct helper helper = helper_find(arena);
 *     struct helped h = helper_run(&helper, bytes, arena);
 *     if (h.end == PHOTO_DONE) use(h.made);         a WebP; else why there is none
 *
 * The program is looked for beside the running one, then in ../libexec/ and on PATH. It gets
 * nothing of this process: no environment, no file but the picture and a place for the result,
 * both in memory. One that does not end in time is killed.
 */
#ifndef ATTALAK_MEDIA_HELPER_H
#define ATTALAK_MEDIA_HELPER_H

#include "base/str.h"
#include "photo/photo.h"

#define HELPER_NAME "attalak-photo"

struct helper {
    const char *path; /* a path, or the bare name to be found on PATH */
};

/* Ends that are not the program's own, beside those of photo.h. */
enum { HELPER_ABSENT = 100, HELPER_CRASHED };

struct helped {
    int end;         /* enum photo_end or HELPER_… */
    struct str made; /* with PHOTO_DONE */
    int error;       /* with PHOTO_SYSTEM: an errno value, or 0: the program said so */
    struct str why;  /* with HELPER_CRASHED: "signal 11", "exit 3", "not a WebP" */
};

struct helper helper_find(struct arena *arena);
struct helped helper_run(const struct helper *helper, struct str bytes, struct arena *arena);

#endif
