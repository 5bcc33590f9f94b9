/* SPDX-License-Identifier: MIT */
#include "remind_command.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

#include "base/panic.h"
#include "base/pool.h"
#include "build.h"
#include "model/field.h"
#include "project.h"
#include "remind_rows.h"
#include "view/officer.h"

/* ---- what was asked for ---- */

struct asked {
    struct options options;
    struct str round, province; /* province: empty for all */
    bool summary;
};

static const struct option long_options[] = {
    {"round", required_argument, NULL, 'r'},  {"province", required_argument, NULL, 'p'},
    {"summary", no_argument, NULL, 's'},      {"lang", required_argument, NULL, 'l'},
    {"output", required_argument, NULL, 'o'}, {NULL, 0, NULL, 0},
};

static bool refuse(const char *what, const char *value)
{
    fprintf(stderr, "attalak remind: %s: \"%s\"\n", what, value);
    return false;
}

static bool take_lang(struct asked *asked, const char *value)
{
    return options_take_lang(value, &asked->options.lang) ||
           refuse("--lang takes th or en", value);
}

static bool take_option(struct asked *asked, int option, const char *value)
{
    switch (option) {
    case 'r': asked->round = str_from(value); return true;
    case 'p': asked->province = str_from(value); return true;
    case 's': asked->summary = true; return true;
    case 'l': return take_lang(asked, value);
    case 'o': asked->options.out = str_from(value); return true;
    default: return false; /* getopt has said what it did not know */
    }
}

/* Thai unless asked otherwise: the letters are for Thai offices. */
static bool parse(struct asked *asked, int argc, char **argv)
{
    *asked = (struct asked){
        .options = {.dir = STR("."), .threads = pool_default_threads(), .lang = DIAG_TH}};
    for (int option; (option = getopt_long(argc, argv, "o:", long_options, NULL)) != -1;)
        if (!take_option(asked, option, optarg))
            return false;
    return options_take_folder(argc, argv, &asked->options.dir) ||
           refuse("one folder at most", argv[optind + 1]);
}

/* ---- the settled model ---- */

/* The round's place; the count of rounds after telling which there are. */
static size_t find_round(const struct site *site, struct str id)
{
    size_t count = site->settings.rounds.count, at = 0;
    const struct round *rounds = site->settings.rounds.items;
    while (at < count && !str_eq(rounds[at].id, id))
        at++;
    if (at < count)
        return at;
    fprintf(stderr,
            "attalak remind: --round takes one of site.yaml's rounds, not \"%.*s\":",
            STR_ARG(id));
    for (size_t i = 0; i < count; i++)
        fprintf(stderr, " %.*s", STR_ARG(rounds[i].id));
    fputs(count ? "\n" : " it has none\n", stderr);
    return count;
}

/* All, or the one that was asked for, by code or slug; none after telling. */
static struct provinces find_provinces(const struct site *site, struct str asked,
                                       struct arena *arena)
{
    struct provinces found = {0};
    if (!asked.len)
        return site->provinces;
    struct province *province = map_get(&site->province_by_code, asked);
    if (province)
        *list_push(&found, arena) = province;
    else
        refuse("no province has the code", str_c(asked, arena));
    return found;
}

/* A site without that language gives what it has. */
static unsigned nearest_lang(const struct site *site, enum diag_lang lang)
{
    unsigned at = site_lang(site, str_from(diag_lang_tags[lang]));
    return at < LANG_MAX ? at : 0;
}

static int remind(void *context, const struct site *site, const struct diags *diags,
                  struct arena *arena)
{
    const struct asked *asked = context;
    size_t at = find_round(site, asked->round);
    struct provinces provinces = find_provinces(site, asked->province, arena);
    if (at == site->settings.rounds.count || !provinces.count)
        return EXIT_USAGE_ERROR;
    struct words words[LANG_MAX];
    words_make(site, words, arena);
    enum diag_lang lang = asked->options.lang;
    const struct merge merge = {
        .site = site,
        .round = &site->settings.rounds.items[at],
        .round_at = at,
        .lang = lang,
        .site_lang = nearest_lang(site, lang),
        .words = words[nearest_lang(site, lang)],
        .names = names_make(site, words, arena),
        .findings = officer_index(site, diags, arena),
    };
    struct buf out = {0};
    remind_rows(&merge, &provinces, asked->summary, &out);
    bool delivered = project_deliver(asked->options.out, buf_str(&out), arena);
    buf_release(&out);
    return delivered ? EXIT_CLEAN : EXIT_SYSTEM;
}

int remind_command(int argc, char **argv)
{
    struct asked asked;
    if (!parse(&asked, argc, argv))
        return EXIT_USAGE_ERROR;
    return build_model(&asked.options, remind, &asked);
}
