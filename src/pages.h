/* SPDX-License-Identifier: MIT */
/*
 * pages.h: a plan of pages → bytes in publish: view, render, put, on many threads.
 *
 *     struct pages *pages = pages_open(view, templates, arena, diags);   NULL: see diags
 *     pages_render(pages, &plan, publish, threads);
 *
 * Opening binds each kind's templates to the shape of its root, so that a name that no
 * view provides is found before any page is made. Rendering needs one scratch arena and
 * two buffers per thread, whatever the number of pages.
 */
#ifndef ATTALAK_PAGES_H
#define ATTALAK_PAGES_H

#include "publish/publish.h"
#include "render/template.h"
#include "view/view.h"

struct pages;

struct pages *pages_open(const struct view *view, const struct templates *templates,
                         struct arena *arena, struct diags *diags);

void pages_render(const struct pages *pages, const struct plan *plan,
                  struct publish *publish, unsigned threads);

/* Complains of a file that templates/ should hold. Always false. */
bool pages_no_template(struct str name, struct diags *diags);

extern const struct rule pages_rules[];
extern const size_t pages_rule_count;

#endif
