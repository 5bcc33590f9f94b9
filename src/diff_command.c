/* SPDX-License-Identifier: MIT */
#include "diff_command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/pool.h"
#include "base/utf8.h"
#include "diff/formats.h"
#include "diff/page.h"
#include "project.h"
#include "report.h"
#include "report_parts.h"

enum { EXIT_SAME = EXIT_CLEAN, EXIT_DIFFERENT = EXIT_HELD_BACK };
enum { OLD, NEW, SITES };

/* ---- what was asked for ---- */

struct asked {
    struct str sites[SITES], dir, out;
    enum check_format format;
    enum diag_lang lang;
};

static const struct option long_options[] = {
    {"format", required_argument, NULL, 'f'},
    {"lang", required_argument, NULL, 'l'},
    {"output", required_argument, NULL, 'o'},
    {NULL, 0, NULL, 0},
};

static bool refuse(const char *what)
{
    fprintf(stderr, "attalak diff: %s\n", what);
    return false;
}

static bool take_format(struct asked *asked, const char *value)
{
    static const struct {
        const char *name;
        enum check_format format;
    } formats[] = {{"text", FORMAT_TEXT}, {"json", FORMAT_JSON}, {"html", FORMAT_HTML}};
    for (size_t i = 0; i < sizeof(formats) / sizeof(*formats); i++)
        if (strcmp(value, formats[i].name) == 0) {
            asked->format = formats[i].format;
            return true;
        }
    return refuse("--format takes text, json or html");
}

static bool take_lang(struct asked *asked, const char *value)
{
    return options_take_lang(value, &asked->lang) || refuse("--lang takes th or en");
}

static bool take_option(struct asked *asked, int option, const char *value)
{
    switch (option) {
    case 'f': return take_format(asked, value);
    case 'l': return take_lang(asked, value);
    case 'o': asked->out = str_from(value); return true;
    default: return false; /* getopt has said what it did not know */
    }
}

static bool parse(struct asked *asked, int argc, char **argv)
{
    *asked = (struct asked){.dir = STR("."), .lang = options_lang()};
    for (int option; (option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1;)
        if (!take_option(asked, option, optarg))
            return false;
    int operands = argc - optind;
    if (operands < SITES || operands > SITES + 1)
        return refuse("takes two built sites, the old one and the new one");
    for (int i = 0; i < SITES; i++) {
        asked->sites[i] = str_from(argv[optind + i]);
        if (utf8_first_bad(asked->sites[i]) != asked->sites[i].len)
            return refuse("a folder's name must be UTF-8");
    }
    if (operands > SITES)
        asked->dir = str_from(argv[optind + SITES]);
    return true;
}

/* ---- reading, comparing, telling ---- */

static void read_site(void *context, size_t index, unsigned worker)
{
    (void)worker;
    built_read((struct built *)context + index);
}

/* A code from 2 on, or EXIT_SAME when both can be compared. */
static int judge(const struct built sites[SITES], enum diag_lang lang,
                 struct arena *arena)
{
    int code = EXIT_SAME;
    for (int i = 0; i < SITES; i++) {
        if (sites[i].problem.is == BUILT_FINE)
            continue;
        struct str sentence = built_tell(&sites[i], lang, arena);
        fprintf(stderr, "attalak diff: %.*s\n", STR_ARG(sentence));
        int of_site = sites[i].problem.system ? EXIT_SYSTEM : EXIT_USAGE_ERROR;
        code = of_site > code ? of_site : code;
    }
    return code;
}

/* The check's own style comes first, so that the two papers look alike. */
static bool write_page(const struct asked *asked, const struct diff *diff,
                       struct buf *out, struct diags *diags)
{
    int templates = project_open(asked->dir, "templates", diags->arena);
    if (templates < 0)
        return false;
    struct diff_root *root = diff_page(diff, asked->lang, diags->arena);
    const struct template *page =
        report_template(templates, "diff.html", &diff_page_shape, diags);
    bool parts =
        report_part(templates, "report.css", &root->style, &root->style_hash, diags) &&
        report_part(templates, "diff.css", &root->look, &root->look_hash, diags);
    close(templates);
    if (!page || !parts)
        return false;
    const struct value value = value_map(root, &diff_page_shape);
    template_render(page, &value, out);
    return true;
}

static bool write_down(const struct asked *asked, const struct diff *diff,
                       struct buf *out, struct arena *arena)
{
    struct diags diags = diags_on(arena);
    bool ok = true;
    if (asked->format == FORMAT_HTML)
        ok = write_page(asked, diff, out, &diags);
    else if (asked->format == FORMAT_JSON)
        diff_json(diff, asked->lang, out);
    else
        diff_text(diff, asked->lang, !asked->out.len && report_wants_colour(stdout), out);
    report_all(&diags, asked->lang, stderr);
    return ok;
}

static int compare(const struct asked *asked, struct built sites[SITES], struct buf *out,
                   struct arena *arena)
{
    for (int i = 0; i < SITES; i++)
        sites[i].path = asked->sites[i];
    pool_each(SITES, SITES, read_site, sites);
    int code = judge(sites, asked->lang, arena);
    if (code != EXIT_SAME)
        return code;
    struct diff diff = diff_sites(&sites[OLD], &sites[NEW], arena);
    if (!write_down(asked, &diff, out, arena))
        return EXIT_USAGE_ERROR;
    if (!project_deliver(asked->out, buf_str(out), arena))
        return EXIT_SYSTEM;
    return diff.same ? EXIT_SAME : EXIT_DIFFERENT;
}

int diff_command(int argc, char **argv)
{
    struct asked asked;
    if (!parse(&asked, argc, argv))
        return EXIT_USAGE_ERROR;
    struct arena arena = {0};
    struct built sites[SITES] = {0};
    struct buf out = {0};
    int code = compare(&asked, sites, &out, &arena);
    for (int i = 0; i < SITES; i++)
        built_release(&sites[i]);
    buf_release(&out);
    arena_release(&arena);
    return code;
}
