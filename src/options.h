/* SPDX-License-Identifier: MIT */
/*
 * options.h: what the command line asked for, as one struct that the commands share.
 */
#ifndef ATTALAK_OPTIONS_H
#define ATTALAK_OPTIONS_H

#include "base/diag.h"
#include "view/link.h"

/* Exit codes: site.md, Commands. Every code from 2 on promises that the published site is
 * byte-identical to before. EXIT_SYSTEM (4) is in base/panic.h. */
enum { EXIT_CLEAN = 0, EXIT_HELD_BACK = 1, EXIT_USAGE_ERROR = 2, EXIT_REFUSED = 3 };

enum check_format { FORMAT_TEXT, FORMAT_JSON, FORMAT_CSV, FORMAT_HTML };

struct options {
    struct str dir;      /* holds content/, templates/, assets/ */
    struct str out;      /* the site, or a file for `check` */
    struct str base_url; /* over site.yaml's */
    struct str previous; /* build: the manifest of a site that is not here */
    unsigned threads;
    enum url_style url_style;
    enum diag_lang lang; /* of findings */
    struct str explain; /* check: the rule to explain */
    bool list_rules;    /* check: all of them */
    enum check_format format;
    bool strict, allow_shrink, allow_nonatomic, quiet;
    bool allow_new_hosts, allow_large;
};

/* The language of findings when none was asked for: LANG=th… speaks Thai. */
enum diag_lang options_lang(void);

/* What --lang takes, "th" or "en"; false for all else. */
bool options_take_lang(const char *value, enum diag_lang *lang);

/* The one folder that may stand after the options that getopt has read. False when there are
 * more: argv[optind + 1] is the next. */
bool options_take_folder(int argc, char **argv, struct str *dir);

#endif
