/* SPDX-License-Identifier: MIT */
#include "limits_command.h"

#include <stdio.h>

#include "base/pool.h"
#include "model/settle.h"
#include "photo/photo.h"
#include "publish/publish.h"
#include "sources/prose.h"
#include "sources/table.h"
#include "sources/tree.h"
#include "view/access.h"

#include "options.h"

static const struct {
    const char *name;
    long value;
    const char *unit;
} limits[] = {
    {"a YAML file", TREE_FILE_MAX, "bytes"},
    {"nesting in YAML", TREE_DEPTH_MAX, "levels"},
    {"a CSV file", TABLE_FILE_MAX, "bytes"},
    {"a CSV row", TABLE_ROW_MAX, "bytes"},
    {"a CSV field", TABLE_FIELD_MAX, "bytes"},
    {"columns of a CSV", TABLE_COLUMNS_MAX, "columns"},
    {"a Markdown text", PROSE_BYTES_MAX, "bytes"},
    {"nesting in Markdown", PROSE_DEPTH_MAX, "levels"},
    {"time for one Markdown text", PROSE_CLOCK_MS, "milliseconds"},
    {"languages of a site", LANG_MAX, "languages"},
    {"entries before a hashtag has a page", TAG_PAGE_ENTRIES_MIN, "entries"},
    {"pages of hashtags", TAG_PAGES_MAX, "pages"},
    {"a photo's file", PHOTO_BYTES_MAX, "bytes"},
    {"a photo", PHOTO_PIXELS_MAX, "pixels"},
    {"width of a photo as it is shown", PHOTO_WIDTH_MAX, "pixels"},
    {"height of a photo as it is shown", PHOTO_HEIGHT_MAX, "pixels"},
    {"work on one photo", PHOTO_CPU_SECONDS, "seconds"},
    {"memory for one photo", PHOTO_MEMORY_MAX, "bytes"},
    {"age of an access note before it is marked", ACCESS_STALE_MONTHS, "months"},
    {"files of a site", PUBLISH_FILES_MAX, "files"},
    {"all files of a site together", PUBLISH_BYTES_MAX, "bytes"},
    {"one file of a site", PUBLISH_FILE_BYTES_MAX, "bytes"},
    {"fewer entries than last time, in all", PUBLISH_SHRINK_TOTAL_PERCENT, "percent"},
    {"fewer entries than last time, in a province", PUBLISH_SHRINK_PART_PERCENT,
     "percent"},
    {"hosts that the last build did not link to", PUBLISH_NEW_HOSTS_MAX, "hosts"},
    {"threads", POOL_THREADS_MAX, "threads"},
};

int limits_command(int argc, char **argv)
{
    (void)argc;
    (void)argv;
    for (size_t i = 0; i < sizeof(limits) / sizeof(*limits); i++)
        printf("%-46s %10ld %s\n", limits[i].name, limits[i].value, limits[i].unit);
    return EXIT_CLEAN;
}
