/* SPDX-License-Identifier: MIT */
/* Style and script stand in the page itself, and the page's policy lets in no others. */
#include "report_formats.h"
#include "report_parts.h"

#include <unistd.h>

#include "base/file.h"
#include "base/hash.h"
#include "pages.h"
#include "project.h"
#include "view/report_page.h"

enum { PART_FILE_MAX = 512 * 1024 };

/* A style sheet or script, made the text of its element; its hash for the policy is of the
 * line ends that a browser makes of any. */
bool report_part(int templates, const char *name, struct value *part, struct value *hash,
                 struct diags *diags)
{
    struct arena *arena = diags->arena;
    struct file_read read = file_read(templates, str_from(name), PART_FILE_MAX, arena);
    if (read.error)
        return pages_no_template(str_from(name), diags);
    struct str text = str_replace(read.bytes, STR("\r\n"), STR("\n"), arena);
    *part = value_html(text);
    *hash = value_text(
        str_cat(arena, STR("sha256-"), sha256_base64(sha256(text), arena)));
    return true;
}

const struct template *report_template(int templates, const char *name,
                                       const struct shape *root, struct diags *diags)
{
    struct templates *set = templates_load(templates, STR("templates"), diags->arena, diags);
    const struct template *page = set ? template_get(set, str_from(name)) : NULL;
    if (set && !page)
        pages_no_template(str_from(name), diags);
    return page && template_check(page, root, diags) ? page : NULL;
}

bool report_html(const struct listing *listing, struct str dir, struct buf *out,
                 struct diags *diags)
{
    struct arena *arena = diags->arena;
    int templates = project_open(dir, "templates", arena);
    if (templates < 0)
        return false;
    struct report_root *root = report_page(listing, arena);
    const struct template *page =
        report_template(templates, "report.html", &report_page_shape, diags);
    bool parts =
        report_part(templates, "report.css", &root->style, &root->style_hash, diags) &&
        report_part(templates, "report.js", &root->script, &root->script_hash, diags);
    close(templates);
    if (!page || !parts)
        return false;
    const struct value value = value_map(root, &report_page_shape);
    template_render(page, &value, out);
    return true;
}
