/* SPDX-License-Identifier: MIT */
#include "sheet_template_command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/pool.h"
#include "model/loaders.h"
#include "options.h"
#include "project.h"
#include "render/template.h"
#include "report.h"
#include "view/dictionary.h"

/* ---- what was asked for ---- */

struct asked {
    struct str dir, out;
    const char *template;
    bool report;
    enum diag_lang lang;
};

/* Each value of an option, and what it sets. */
static const struct {
    const char *name, *template;
} formats[] = {
    {"csv", "sheet.csv"},
    {"dictionary-csv", "dictionary.csv"},
    {"dictionary-html", "dictionary.html"},
};
enum { FORMATS = sizeof(formats) / sizeof(*formats) };

static const struct option long_options[] = {
    {"kind", required_argument, NULL, 'k'},   {"format", required_argument, NULL, 'f'},
    {"lang", required_argument, NULL, 'l'},   {"output", required_argument, NULL, 'o'},
    {NULL, 0, NULL, 0},
};

static bool refuse(const char *what, const char *value)
{
    fprintf(stderr, "attalak sheet-template: %s: \"%s\"\n", what, value);
    return false;
}

static bool take_format(struct asked *asked, const char *value)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(value, formats[i].name) == 0) {
            asked->template = formats[i].template;
            return true;
        }
    return refuse("--format takes csv, dictionary-csv or dictionary-html", value);
}

static bool take_kind(struct asked *asked, const char *value)
{
    asked->report = strcmp(value, "report") == 0;
    return asked->report || strcmp(value, "identity") == 0
           || refuse("--kind takes identity or report", value);
}

static bool take_lang(struct asked *asked, const char *value)
{
    return options_take_lang(value, &asked->lang) ||
           refuse("--lang takes th or en", value);
}

static bool take_option(struct asked *asked, int option, const char *value)
{
    switch (option) {
    case 'f': return take_format(asked, value);
    case 'k': return take_kind(asked, value);
    case 'l': return take_lang(asked, value);
    case 'o': asked->out = str_from(value); return true;
    default: return false; /* getopt has said what it did not know */
    }
}

/* Thai unless asked otherwise: the sheet is for Thai offices. */
static bool parse(struct asked *asked, int argc, char **argv)
{
    *asked = (struct asked){.dir = STR("."), .template = formats[0].template,
                            .lang = DIAG_TH};
    for (int option; (option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1;)
        if (!take_option(asked, option, optarg))
            return false;
    return options_take_folder(argc, argv, &asked->dir) ||
           refuse("one folder at most", argv[optind + 1]);
}

/* ---- making it ---- */

/* NULL after complaining. What entries have wrong does not matter here. */
static const struct site *load_site(const struct asked *asked, struct arena *arena)
{
    int root = project_open(asked->dir, "content", arena);
    if (root < 0)
        return NULL;
    struct diags diags = diags_on(arena);
    struct site_loaded loaded = site_load(root, pool_default_threads(), arena, &diags);
    close(root);
    if (!loaded.usable || loaded.read_failed)
        report_errors(&diags, asked->lang, arena);
    return loaded.usable && !loaded.read_failed ? loaded.site : NULL;
}

static bool render(const struct asked *asked, const struct value *root, struct buf *out,
                   struct diags *diags)
{
    int dir = project_open(asked->dir, "templates", diags->arena);
    if (dir < 0)
        return false;
    struct templates *set = templates_load(dir, STR("templates"), diags->arena, diags);
    close(dir);
    const struct template *template =
        set ? template_get(set, str_from(asked->template)) : NULL;
    if (set && !template)
        return refuse("not in templates/", asked->template);
    if (!template || !template_check(template, &dictionary_root_shape, diags))
        return false;
    template_render(template, root, out);
    return true;
}

static int make(const struct asked *asked, struct buf *out, struct arena *arena)
{
    const struct site *site = load_site(asked, arena);
    if (!site)
        return EXIT_USAGE_ERROR;
    const struct field_table *fields = asked->report ? &report_fields : &identity_fields;
    struct dictionary dictionary = dictionary_of(site, fields, arena);
    struct value root = dictionary_value(&dictionary, asked->report, asked->lang, arena);
    struct diags diags = diags_on(arena);
    bool ok = render(asked, &root, out, &diags);
    report_all(&diags, asked->lang, stderr);
    if (!ok)
        return EXIT_USAGE_ERROR;
    return project_deliver(asked->out, buf_str(out), arena) ? EXIT_CLEAN : EXIT_SYSTEM;
}

int sheet_template_command(int argc, char **argv)
{
    struct asked asked;
    if (!parse(&asked, argc, argv))
        return EXIT_USAGE_ERROR;
    struct arena arena = {0};
    struct buf out = {0};
    int code = make(&asked, &out, &arena);
    buf_release(&out);
    arena_release(&arena);
    return code;
}
