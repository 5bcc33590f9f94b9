/* SPDX-License-Identifier: MIT */
#include "snapshot_command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "base/panic.h"
#include "base/pool.h"
#include "build.h"
#include "model/snapshot.h"
#include "project.h"

/* ---- what was asked for ---- */

struct asked {
    struct options options;
    struct date month; /* none: the content's own */
    bool force;
};

static const struct option long_options[] = {
    {"month", required_argument, NULL, 'm'},
    {"force", no_argument, NULL, 'f'},
    {"output", required_argument, NULL, 'o'},
    {NULL, 0, NULL, 0},
};

static bool refuse(const char *what, const char *value)
{
    fprintf(stderr, "attalak snapshot: %s: \"%s\"\n", what, value);
    return false;
}

static bool take_month(struct asked *asked, const char *value)
{
    struct arena scratch = {0};
    asked->month = snapshot_month(str_from(value), &scratch);
    arena_release(&scratch);
    return !date_is_none(asked->month) ||
           refuse("--month takes a year and a month such as 2025-10", value);
}

static bool take_option(struct asked *asked, int option, const char *value)
{
    switch (option) {
    case 'm': return take_month(asked, value);
    case 'f': asked->force = true; return true;
    case 'o': asked->options.out = str_from(value); return true;
    default: return false; /* getopt has said what it did not know */
    }
}

static bool parse(struct asked *asked, int argc, char **argv)
{
    *asked = (struct asked){.options = {.dir = STR("."),
                                        .threads = pool_default_threads(),
                                        .lang = options_lang()}};
    for (int option; (option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1;)
        if (!take_option(asked, option, optarg))
            return false;
    return options_take_folder(argc, argv, &asked->options.dir) ||
           refuse("one folder at most", argv[optind + 1]);
}

/* ---- the rows ---- */

static void put_header(const struct site *site, struct buf *out)
{
    buf_put(out, STR("code,laos,published"));
    for (size_t state = LAO_STATES; state-- > 0;)
        buf_format(out, ",%.*s", STR_ARG(snapshot_states[state]));
    for (size_t i = 0; i < site->vocabulary.categories.count; i++)
        buf_format(out, ",field_%.*s", STR_ARG(site->vocabulary.categories.items[i].key));
    buf_put(out, STR("\n"));
}

static void put_row(const struct site *site, struct str code,
                    const struct coverage *coverage, struct buf *out)
{
    buf_format(out, "%.*s,%zu,%zu", STR_ARG(code), coverage->laos,
               coverage_published(coverage));
    for (size_t state = LAO_STATES; state-- > 0;)
        buf_format(out, ",%zu", coverage->states[state]);
    for (size_t i = 0; i < site->vocabulary.categories.count; i++)
        buf_format(out, ",%zu", coverage->fields[i]);
    buf_put(out, STR("\n"));
}

static void put_province(const struct site *site, const struct province *province,
                         struct buf *out, struct arena *arena)
{
    put_row(site, province->code, province->coverage, out);
    if (province->coverage_apart->laos)
        put_row(site, snapshot_apart(province, arena), province->coverage_apart, out);
    for (size_t i = 0; i < province->districts.count; i++)
        put_row(site, province->districts.items[i]->code,
                province->districts.items[i]->coverage, out);
}

/* ---- the file ---- */

/* DIR/content/snapshots/2025-10.csv, its folder made. */
static struct str usual_path(const struct asked *asked, struct date month,
                             struct arena *arena)
{
    struct str folder = str_cat(arena, asked->options.dir, STR("/content/snapshots"));
    mkdir(str_c(folder, arena),
          0777); /* what is wrong with it is told when it is written */
    return str_cat(arena, folder, STR("/"), date_iso(month, arena), STR(".csv"));
}

static bool is_kept(const struct asked *asked, struct str path, struct arena *arena)
{
    struct stat there;
    return !asked->force && stat(str_c(path, arena), &there) == 0 &&
           S_ISREG(there.st_mode);
}

static int deliver(const struct asked *asked, struct date month, const struct buf *out,
                   struct arena *arena)
{
    struct str path =
        asked->options.out.len ? asked->options.out : usual_path(asked, month, arena);
    if (is_kept(asked, path, arena)) {
        refuse("there already, --force replaces it", str_c(path, arena));
        return EXIT_REFUSED;
    }
    if (!project_deliver(path, buf_str(out), arena))
        return EXIT_SYSTEM;
    if (!asked->options.out.len)
        fprintf(stderr, "%.*s\n", STR_ARG(path));
    return EXIT_CLEAN;
}

static int write_snapshot(void *context, const struct site *site,
                          const struct diags *diags, struct arena *arena)
{
    const struct asked *asked = context;
    struct date month = date_is_none(asked->month) ? site->updated : asked->month;
    (void)diags;
    if (date_is_none(month)) {
        fputs("attalak snapshot: no entry states a date; --month has to say the month\n",
              stderr);
        return EXIT_USAGE_ERROR;
    }
    month.day = 0;
    struct buf out = {0};
    put_header(site, &out);
    for (size_t i = 0; i < site->provinces.count; i++)
        put_province(site, site->provinces.items[i], &out, arena);
    int code = deliver(asked, month, &out, arena);
    buf_release(&out);
    return code;
}

int snapshot_command(int argc, char **argv)
{
    struct asked asked;
    if (!parse(&asked, argc, argv))
        return EXIT_USAGE_ERROR;
    return build_model(&asked.options, write_snapshot, &asked);
}
