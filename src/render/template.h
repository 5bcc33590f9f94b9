/* SPDX-License-Identifier: MIT */
/*
 * template.h: the only door of render/: Mustache, compiled once, run by many threads.
 *
 * The language is the Mustache specification's core and inheritance
 * ({{<parent}}{{$block}}). Lambdas and dynamic names are not supported. Safe markup
 * (VALUE_HTML) is written {{{x}}} in HTML, so that a reader sees where markup enters;
 * text is never written so.
 *
 * The file name's ending chooses the escaping of {{x}}: .html .xml .svg .mustache → HTML;
 * .json .geojson .webmanifest .jsonld → JSON string (also safe inside <script>: < > &
 * U+2028 U+2029 as \uXXXX); .csv → a field for spreadsheets (quoted when it must be,
 * formulas disarmed with '); .txt → as it is; see escape.h. Files with other endings are
 * not templates and are passed over. A partial keeps its own file's escaping, so
 * {{>entry.jsonld.json}} inside entry.html is right; kinds that cannot be mixed are
 * findings. {{>head}} without an ending takes the ending of the file it stands in.
 *
 * Lines of .html and .json are written without their indentation, which only their authors
 * read; <pre> keeps its own. (templates_open writes as the specification says.)
 *
 *     struct templates *t = templates_load(dir_fd, STR("templates"), arena, diags);
 *     const struct template *page = template_get(t, STR("entry.html"));
 *     template_check(page, &entry_shape, diags);      once, before any page
 *     template_render(page, &root, &buf);             any thread
 *
 * template_check is why views have shapes: a name that no view provides, {{{x}}} of a
 * text, {{x}} of a map or list, an unknown partial or a ring of partials is a finding
 * with file:line:column and the nearest known name; so are a block that no parent has and
 * content outside the blocks of a parent, which Mustache drops in silence. A template
 * that passed the check cannot fail.
 *
 * Names are looked up innermost first; a slot that is empty still hides one of the same
 * name further out. Inside {{#x}} of a text, {{.}} is the text.
 */
#ifndef ATTALAK_RENDER_TEMPLATE_H
#define ATTALAK_RENDER_TEMPLATE_H

#include "base/buf.h"
#include "base/diag.h"
#include "render/value.h"

struct templates;
struct template;

/* Reads and compiles every file beneath the directory (partials may live in subfolders:
 * their name is the path). Syntax errors are findings. NULL when the folder cannot be
 * read. */
struct templates *templates_load(int dir_fd, struct str dir_name, struct arena *arena,
                                 struct diags *diags);

/* Whether a file or the folder could not be read by the machine's fault, not their own. */
bool templates_system_failed(const struct diags *diags);

const struct template *template_get(const struct templates *templates, struct str name);

/* Binds names to shapes and reports what does not fit; false when anything was reported.
 * Must have been called for every (template, shape) that is rendered. Not thread-safe. */
bool template_check(const struct template *template, const struct shape *root,
                    struct diags *diags);

/* Appends the output. `root` is a map of the shape that was checked. */
void template_render(const struct template *template, const struct value *root,
                     struct buf *out);

/* The same template with a part of it done: what stands in `known`, a root of a checked
 * shape, is the same on many pages and becomes text. Slots of the root that are empty in it
 * differ from page to page, and are read from the page's root. Bytes are the same as without.
 * A stream is read from the page's root too; one that a template reads within a section of
 * `known` ({{#map}}{{#stream}}) is a panic. */
const struct template *template_fold(const struct template *template,
                                     const struct value *known, struct arena *arena);

/* For `attalak render`: templates by the specification, without shapes. Files are read
 * when they are named, a partial is NAME.mustache, NAME with the ending of the file it
 * stands in, or NAME. `arena` and `diags` are used as long as the set is. */
struct templates *templates_open(int dir_fd, struct str dir_name, struct arena *arena,
                                 struct diags *diags);

/* Appends the output. What is missing is empty, {{{x}}} is written as it is; `root` is of
 * any kind, maps of any shape. False when anything was reported: then the output is not
 * whole. */
bool template_render_loose(const struct template *template, const struct value *root,
                           struct buf *out);

extern const struct rule render_rules[];
extern const size_t render_rule_count;

#endif
