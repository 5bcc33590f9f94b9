/* SPDX-License-Identifier: MIT */
/* The command line → struct options → a command → an exit code. */
#include <getopt.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/panic.h"
#include "base/pool.h"
#include "build.h"
#include "diff_command.h"
#include "limits_command.h"
#include "new_command.h"
#include "remind_command.h"
#include "render_command.h"
#include "rulebook.h"
#include "sheet_template_command.h"
#include "snapshot_command.h"
#include "sources/url.h"

#define VERSION "0.1.0"

struct command {
    const char *name;
    int (*run)(int argc, char **argv);
    const char *usage;
};

/* ---- options of build and check ---- */

enum {
    OPT_BASE_URL = 256,
    OPT_URL_STYLE,
    OPT_STRICT,
    OPT_SHRINK,
    OPT_NONATOMIC,
    OPT_QUIET,
    OPT_LANG,
    OPT_RULES,
    OPT_EXPLAIN,
    OPT_FORMAT,
    OPT_NEW_HOSTS,
    OPT_LARGE,
    OPT_PREVIOUS,
    OPT_HELP
};

enum { BUILD = 1 << 0, CHECK = 1 << 1 };

static const struct {
    struct option option;
    unsigned commands; /* that take it */
} known[] = {
    {{"output", required_argument, NULL, 'o'}, BUILD | CHECK},
    {{"jobs", required_argument, NULL, 'j'}, BUILD | CHECK},
    {{"base-url", required_argument, NULL, OPT_BASE_URL}, BUILD | CHECK},
    {{"url-style", required_argument, NULL, OPT_URL_STYLE}, BUILD},
    {{"lang", required_argument, NULL, OPT_LANG}, BUILD | CHECK},
    {{"format", required_argument, NULL, OPT_FORMAT}, CHECK},
    {{"strict", no_argument, NULL, OPT_STRICT}, BUILD},
    {{"allow-shrink", no_argument, NULL, OPT_SHRINK}, BUILD},
    {{"allow-nonatomic", no_argument, NULL, OPT_NONATOMIC}, BUILD},
    {{"allow-new-hosts", no_argument, NULL, OPT_NEW_HOSTS}, BUILD},
    {{"allow-large", no_argument, NULL, OPT_LARGE}, BUILD},
    {{"previous-manifest", required_argument, NULL, OPT_PREVIOUS}, BUILD},
    {{"quiet", no_argument, NULL, OPT_QUIET}, BUILD | CHECK},
    {{"rules", no_argument, NULL, OPT_RULES}, CHECK},
    {{"explain", required_argument, NULL, OPT_EXPLAIN}, CHECK},
    {{"help", no_argument, NULL, OPT_HELP}, BUILD | CHECK},
};
enum { KNOWN = sizeof(known) / sizeof(*known) };

static bool complain(const char *what, const char *value)
{
    fprintf(stderr, "attalak: %s: \"%s\"\n", what, value);
    return false;
}

static bool take_threads(struct options *options, const char *value)
{
    struct str_int threads = str_to_int(str_from(value));
    if (!threads.ok || threads.value < 1 || threads.value > POOL_THREADS_MAX)
        return complain("-j takes a number from 1 to 64", value);
    options->threads = (unsigned)threads.value;
    return true;
}

static bool take_base_url(struct options *options, const char *value)
{
    options->base_url = str_from(value);
    if (!url_is_base(options->base_url) || !str_ends(options->base_url, STR("/")))
        return complain("--base-url takes https://…/ with a slash at its end, and in it no "
                        "port, user, ? or #",
                        value);
    return true;
}

static bool take_url_style(struct options *options, const char *value)
{
    options->url_style = strcmp(value, "file") == 0 ? URL_FILE : URL_DIRECTORY;
    if (options->url_style == URL_DIRECTORY && strcmp(value, "directory") != 0)
        return complain("--url-style takes directory or file", value);
    return true;
}

static bool take_lang(struct options *options, const char *value)
{
    return options_take_lang(value, &options->lang) ||
           complain("--lang takes th or en", value);
}

static bool take_format(struct options *options, const char *value)
{
    static const char *const names[] = {
        [FORMAT_TEXT] = "text",
        [FORMAT_JSON] = "json",
        [FORMAT_CSV] = "csv",
        [FORMAT_HTML] = "html",
    };
    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        options->format = (enum check_format)i;
        if (strcmp(value, names[i]) == 0)
            return true;
    }
    return complain("--format takes text, json, csv or html", value);
}

static bool take_explain(struct options *options, const char *value)
{
    options->explain = str_from(value);
    return *value || complain("--explain takes the name of a rule", value);
}

static bool take_previous(struct options *options, const char *value)
{
    options->previous = str_from(value);
    return *value || complain("--previous-manifest takes a file", value);
}

static bool take_option(struct options *options, int option, const char *value)
{
    switch (option) {
    case 'o': options->out = str_from(value); return true;
    case 'j': return take_threads(options, value);
    case OPT_BASE_URL: return take_base_url(options, value);
    case OPT_URL_STYLE: return take_url_style(options, value);
    case OPT_LANG: return take_lang(options, value);
    case OPT_FORMAT: return take_format(options, value);
    case OPT_STRICT: options->strict = true; return true;
    case OPT_SHRINK: options->allow_shrink = true; return true;
    case OPT_NONATOMIC: options->allow_nonatomic = true; return true;
    case OPT_NEW_HOSTS: options->allow_new_hosts = true; return true;
    case OPT_LARGE: options->allow_large = true; return true;
    case OPT_PREVIOUS: return take_previous(options, value);
    case OPT_QUIET: options->quiet = true; return true;
    case OPT_RULES: options->list_rules = true; return true;
    case OPT_EXPLAIN: return take_explain(options, value);
    default: return false; /* getopt has said what it did not know */
    }
}

/* The options of one command, as getopt wants them. */
static void options_of(unsigned command, struct option list[KNOWN + 1])
{
    size_t count = 0;
    for (size_t i = 0; i < KNOWN; i++)
        if (known[i].commands & command)
            list[count++] = known[i].option;
    list[count] = (struct option){0};
}

static bool parse(struct options *options, unsigned command, int argc, char **argv)
{
    struct option list[KNOWN + 1];
    options_of(command, list);
    *options = (struct options){
        .dir = STR("."), .threads = pool_default_threads(), .lang = options_lang()};
    for (int option; (option = getopt_long(argc, argv, "o:j:", list, NULL)) != -1;)
        if (!take_option(options, option, optarg))
            return false;
    return options_take_folder(argc, argv, &options->dir) ||
           complain("one folder at most", argv[optind + 1]);
}

/* ---- commands ---- */

static int refuse_usage(const char *command);

static int run_build(int argc, char **argv)
{
    struct options options;
    if (!parse(&options, BUILD, argc, argv))
        return refuse_usage("build");
    /* When nobody reads on, the site is published all the same, and the code says so. */
    signal(SIGPIPE, SIG_IGN);
    struct arena arena = {0};
    if (!options.out.len)
        options.out = str_format(&arena, "%.*s/site", STR_ARG(options.dir));
    int code = build(&options);
    arena_release(&arena);
    return code;
}

static int run_check(int argc, char **argv)
{
    struct options options;
    if (!parse(&options, CHECK, argc, argv))
        return refuse_usage("check");
    if (options.list_rules)
        return rulebook_list(options.lang);
    if (options.explain.len)
        return rulebook_explain(options.explain, options.lang);
    return build_check(&options);
}

static const struct command commands[] = {
    {"build", run_build,
     "build [DIR] [-o SITE] [-j N] [--base-url URL] [--url-style directory|file]\n"
     "              [--strict] [--allow-shrink] [--allow-new-hosts] [--allow-nonatomic]\n"
     "              [--allow-large] [--previous-manifest FILE] [--lang th|en] [--quiet]\n"
     "      reads DIR/content, DIR/templates and DIR/assets, writes SITE (DIR/site)"},
    {"check", run_check,
     "check [DIR] [--format text|json|csv|html] [--lang th|en] [-o FILE]\n"
     "              [-j N] [--base-url URL] [--quiet]\n"
     "      prints every finding in DIR/content\n"
     "  attalak check --rules | --explain RULE [--lang th|en]\n"
     "      lists all rules of the check, or explains one with examples"},
    {"diff", diff_command,
     "diff OLD NEW [DIR] [--format text|json|html] [--lang th|en] [-o FILE]\n"
     "      compares two built sites; html is a page to sign, laid out by DIR/templates\n"
     "      exit codes: 0 no difference, 1 differences, 2 usage or no whole site, 4 system"},
    {"new", new_command,
     "new CODE [DIR]\n"
     "      prints a commented YAML for one LAO, filled with what the registry knows"},
    {"remind", remind_command,
     "remind [DIR] --round ID [--province CODE] [--summary] [--lang th|en] [-o FILE]\n"
     "      prints whom to remind: a row for each LAO that is missing in the round or held\n"
     "      back, for mail merge; or the sums of each province and district"},
    {"render", render_command,
     "render TEMPLATE DATA\n"
     "      one Mustache template with a YAML or JSON file"},
    {"sheet-template", sheet_template_command,
     "sheet-template [DIR] [--kind identity|report] [--format csv|dictionary-csv|"
     "dictionary-html]\n"
     "              [--lang th|en] [-o FILE]\n"
     "      prints the header row to begin a sheet or form with, or what its columns mean"},
    {"snapshot", snapshot_command,
     "snapshot [DIR] [--month YYYY-MM] [--force] [-o FILE]\n"
     "      keeps what is counted now in DIR/content/snapshots/YYYY-MM.csv, so that later\n"
     "      pages of progress say what has changed since"},
    {"limits", limits_command,
     "limits\n"
     "      prints every limit with its value"},
};
enum { COMMANDS = sizeof(commands) / sizeof(*commands) };

static int print_usage(FILE *out, const struct command *command, int code)
{
    return fprintf(out, "Usage: attalak %s\n", command->usage) < 0 ? EXIT_SYSTEM : code;
}

static int refuse_usage(const char *command)
{
    for (size_t i = 0; i < COMMANDS; i++)
        if (strcmp(commands[i].name, command) == 0)
            return print_usage(stderr, &commands[i], EXIT_USAGE_ERROR);
    return EXIT_USAGE_ERROR;
}

static int print_help(FILE *out, int code)
{
    fputs(
        "attalak: from the sheets of 7,850 local authorities to one public directory\n\n"
        "Usage:\n",
        out);
    for (size_t i = 0; i < COMMANDS; i++)
        fprintf(out, "  attalak %s\n", commands[i].usage);
    fputs("  attalak --help | --version\n\n"
          "Exit codes: 0 published clean; 1 published, something held back; 2 usage or\n"
          "configuration; 3 refused by a guard; 4 system error. From 2 on the published\n"
          "site is as it was.\n",
          out);
    return code;
}

static bool wants_help(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (strcmp(argv[i], "--help") == 0)
            return true;
    return false;
}

int main(int argc, char **argv)
{
    signal(SIGXFSZ, SIG_IGN); /* a full quota is an error of write(2), not an end */
    signal(SIGCHLD, SIG_DFL); /* how attalak-photo ended is asked for, whoever began us */
    if (argc < 2)
        return print_help(stderr, EXIT_USAGE_ERROR);
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0)
        return print_help(stdout, EXIT_CLEAN);
    if (strcmp(argv[1], "--version") == 0)
        return puts("attalak " VERSION) < 0 ? EXIT_USAGE_ERROR : EXIT_CLEAN;
    for (size_t i = 0; i < COMMANDS; i++) {
        if (strcmp(argv[1], commands[i].name) != 0)
            continue;
        if (wants_help(argc - 1, argv + 1))
            return print_usage(stdout, &commands[i], EXIT_CLEAN);
        return commands[i].run(argc - 1, argv + 1);
    }
    fprintf(stderr, "attalak: no command \"%s\"; attalak --help lists them\n", argv[1]);
    return EXIT_USAGE_ERROR;
}
