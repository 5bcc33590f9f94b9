/* SPDX-License-Identifier: MIT */
#include "check_report.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/panic.h"
#include "excerpt.h"
#include "report.h"
#include "report_formats.h"

static const struct str *read_excerpts(const struct options *options,
                                       const struct diags *diags, struct arena *arena)
{
    struct str path = str_cat(arena, options->dir, STR("/content"));
    int content = file_open_root(path, arena);
    const struct str *excerpts = excerpts_read(content, diags, arena);
    if (content >= 0)
        close(content);
    return excerpts;
}

/* False when a template is wrong. */
static bool make(const struct options *options, const struct listing *listing,
                 struct buf *out, struct diags *problems)
{
    switch (options->format) {
    case FORMAT_TEXT:
        report_text(listing, !options->out.len && report_wants_colour(stdout), out);
        return true;
    case FORMAT_JSON: report_json(listing, out); return true;
    case FORMAT_CSV: report_csv(listing, out); return true;
    case FORMAT_HTML: return report_html(listing, options->dir, out, problems);
    }
    return false;
}

static int print(struct str bytes)
{
    bool written = !bytes.len || fwrite(bytes.ptr, 1, bytes.len, stdout) == bytes.len;
    return written && fflush(stdout) == 0 ? 0 : errno;
}

static bool put(const struct options *options, struct str bytes, struct arena *arena)
{
    struct str out = options->out;
    int error = out.len ? file_write(out, bytes, arena) : print(bytes);
    if (!out.len)
        out = STR("standard output");
    if (error)
        fprintf(stderr, "attalak: %.*s: %s\n", STR_ARG(out), strerror(error));
    return !error;
}

int check_report(const struct options *options, const struct site *site,
                 const struct diags *diags, int code, struct arena *arena)
{
    struct listing listing = listing_make(site, diags, read_excerpts(options, diags, arena),
                                          options->lang, arena);
    struct diags problems = diags_on(arena);
    struct buf out = {0};
    if (!make(options, &listing, &out, &problems))
        code = EXIT_USAGE_ERROR;
    else if (!put(options, buf_str(&out), arena))
        code = EXIT_SYSTEM;
    report_errors(&problems, options->lang, arena);
    buf_release(&out);
    return code;
}
