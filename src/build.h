/* SPDX-License-Identifier: MIT */
/*
 * build.h: the stages, in order; the only place that knows the order.
 *
 *     content/ → load → check → photos → settle → plan → view → render → publish → site/
 *
 * build() prints its findings' summary to standard error and returns an exit code
 * (options.h). build_check() stops after the plan and prints every finding to standard
 * output. build_model() stops there too and hands over what it has, for other commands: the
 * site, its findings, sorted and masked, and an arena that is released afterwards; it gives
 * the user's exit code, or its own when the content cannot be used.
 */
#ifndef ATTALAK_BUILD_H
#define ATTALAK_BUILD_H

#include "model/model.h"
#include "options.h"

int build(const struct options *options);
int build_check(const struct options *options);

typedef int model_user(void *context, const struct site *site, const struct diags *diags,
                       struct arena *arena);
int build_model(const struct options *options, model_user *use, void *context);

#endif
