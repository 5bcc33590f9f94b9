/* SPDX-License-Identifier: MIT */
/*
 * assets.h: the files of assets/, published under names that tell their content.
 *
 * "style.css" becomes "assets/style.1a2b3c4d.css": a browser may keep it for ever, and a
 * page that is still open finds the file it was made with. A style sheet's references to
 * other assets are rewritten to their published names, so its own name changes when one
 * of theirs does.
 *
 *     struct assets assets = {0};
 *     assets_load(&assets, root, STR("assets"), arena, diags);  files of a folder
 *     assets_add(&assets, path, bytes, arena, diags);           what the build made itself
 *     assets_name(&assets, arena, diags);                       once, when all are there
 *     assets_published(&assets, STR("style.css"))               for the templates
 *     assets_put(&assets, publish);                             the last build's are kept
 *
 * References are looked up from the sheet's own folder; those with a scheme, to "/…",
 * "//…" and "#…" are left alone. One that is not there is a finding.
 */
#ifndef ATTALAK_PUBLISH_ASSETS_H
#define ATTALAK_PUBLISH_ASSETS_H

#include "base/diag.h"
#include "base/map.h"
#include "publish/publish.h"

#define ASSETS_FOLDER "assets/"

enum {
    ASSETS_HASH_DIGITS = 8,
    ASSETS_DEPTH_MAX = 8,    /* folders */
    ASSETS_IMPORTS_MAX = 32, /* sheets that load one another in a row */
};

enum asset_state { ASSET_LOADED, ASSET_BEING_NAMED, ASSET_NAMED };

struct asset {
    struct str path;      /* within the folder: "css/style.css" */
    struct str published; /* within the site: "assets/css/style.1a2b3c4d.css" */
    struct str bytes;     /* as published */
    enum asset_state state;
};

struct assets {
    struct map by_path; /* -> struct asset, in the order they were added */
    size_t depth;       /* sheets being named */
};

bool assets_load(struct assets *assets, int root, struct str folder, struct arena *arena,
                 struct diags *diags);

/* bytes and path are borrowed. */
bool assets_add(struct assets *assets, struct str path, struct str bytes,
                struct arena *arena, struct diags *diags);

bool assets_name(struct assets *assets, struct arena *arena, struct diags *diags);

/* The published path, or an empty one when there is no such asset. */
struct str assets_published(const struct assets *assets, struct str path);

void assets_put(const struct assets *assets, struct publish *publish);

#endif
