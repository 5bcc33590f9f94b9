/* SPDX-License-Identifier: MIT */
#include "check_report.h"

#include <unistd.h>

#include "base/panic.h"
#include "excerpt.h"
#include "project.h"
#include "report.h"
#include "report_formats.h"

static const struct str *read_excerpts(const struct options *options,
                                       const struct diags *diags, struct arena *arena)
{
    int content = project_open(options->dir, "content", arena);
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

int check_report(const struct options *options, const struct site *site,
                 const struct diags *diags, int code, struct arena *arena)
{
    struct listing listing = listing_make(site, diags, read_excerpts(options, diags, arena),
                                          options->lang, arena);
    struct diags problems = diags_on(arena);
    struct buf out = {0};
    if (!make(options, &listing, &out, &problems))
        code = EXIT_USAGE_ERROR;
    else if (!project_deliver(options->out, buf_str(&out), arena))
        code = EXIT_SYSTEM;
    report_errors(&problems, options->lang, arena);
    buf_release(&out);
    return code;
}
