/* SPDX-License-Identifier: MIT */
/*
 * load.h: the set of templates of one folder. Inside render/ only.
 */
#ifndef ATTALAK_RENDER_LOAD_H
#define ATTALAK_RENDER_LOAD_H

#include "base/map.h"
#include "render/parse.h"
#include "render/template.h"

struct templates {
    int dir;
    struct str dir_name;
    bool lazy;          /* opened with templates_open: files are read when they are named */
    struct map by_name; /* name -> struct template */
    struct arena *arena;
    struct diags *diags; /* of a lazy set; files are read while it is used */
};

/* The partial or parent that `name` means inside `from`, or NULL. */
const struct template *template_find(const struct template *from, struct str name);

#endif
