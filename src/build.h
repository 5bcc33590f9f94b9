/* SPDX-License-Identifier: MIT */
/*
 * build.h: the stages, in order; the only place that knows the order.
 *
 *     content/ → load → check → settle → plan → view → render → publish → site/
 *
 * build() prints its findings' summary to standard error and returns an exit code
 * (options.h). build_check() stops after check and prints every finding to standard
 * output.
 */
#ifndef ATTALAK_BUILD_H
#define ATTALAK_BUILD_H

#include "options.h"

int build(const struct options *options);
int build_check(const struct options *options);

#endif
